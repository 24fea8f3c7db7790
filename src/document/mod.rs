//! The model: a record and texts. Parsers build it, everything else reads it.
//!
//! It knows no format, no markup and no JavaScript.

mod builder;
mod date;
mod language;
mod provenance;
mod record;
mod span;
mod text;

pub use builder::TextBuilder;
pub use date::{CalendarDate, Date};
pub use language::{Direction, Language};
pub use provenance::{Action, Step};
pub use record::{Agent, Citation, Entry, Field, Identifier, Kind, Record};
pub(crate) use span::position;
pub use span::{Span, Utf16Positions};
pub use text::{Flow, Node, NodeKind, Note, NoteKind, Role, Text};

/// An archival document: its catalogue record and its texts.
///
/// A document that comes without a record has an empty one; a record cut off before its text has no texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What the archive says about the document.
    pub record: Record,
    /// The document's words: the original, a translation, a transcription; in the order of the source.
    pub texts: Vec<Text>,
}
