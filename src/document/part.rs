//! Documents within a document: those of a volume, of a corpus, of an issue of a periodical.

use super::Record;

/// A part that is a document of its own: it can be opened, cited and linked by itself.
///
/// The record of the whole stands behind its own: what [`Part::record`] does not say, [`Document::record`] does.
///
/// [`Document::record`]: super::Document::record
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// The name under which it is opened and linked: the source's own (`xml:id`), else `part-` and its number from 1.
    pub id: String,
    /// What the source says about it.
    pub record: Record,
    /// The text that it is in: an index of [`Document::texts`](super::Document::texts).
    pub text: u32,
    /// The node that it is, of kind `Division`: an index of [`Text::nodes`](super::Text::nodes). `None` where it is all
    /// of the text.
    pub node: Option<u32>,
}
