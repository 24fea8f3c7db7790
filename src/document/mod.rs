//! The model: a record and texts. Parsers build it, everything else reads it.
//!
//! It knows no format, no markup and no JavaScript.

mod builder;
mod date;
#[cfg(feature = "detect")]
mod detection;
#[cfg(feature = "detect")]
mod evidence;
#[cfg(feature = "tei")]
mod facsimile;
#[cfg(feature = "detect")]
mod habits;
mod language;
mod node;
#[cfg(feature = "tei")]
mod part;
mod property;
mod provenance;
mod record;
mod span;
mod tag;
mod text;

pub use builder::TextBuilder;
pub(crate) use date::{CENTURY, DECADE, HAS_ALL_EXTENTS, MONTHS};
pub use date::{CalendarDate, Date, Extent};
#[cfg(feature = "detect")]
pub(crate) use evidence::Habits;
#[cfg(feature = "tei")]
pub use facsimile::{Image, Surface, Zone};
pub use language::{Direction, Language};
pub use node::{ListKind, Look, NameKind, NodeKind};
#[cfg(feature = "tei")]
pub use part::Part;
#[cfg(feature = "tei")]
pub(crate) use part::is_part;
pub use property::Property;
pub use provenance::{Action, Step};
pub use record::{Agent, Citation, Entry, Field, Identifier, Kind, Record, Related};
pub(crate) use span::position;
pub use span::{Span, Utf16Positions};
pub use text::{Flow, FlowKind, Node, Note, NoteKind, Reading, ReadingKind, Role, Text};

/// Whether this build reads what is marked up. Where it doesn't, no text has the nodes, readings, parts and images that
/// only markup makes, and the module need not have what writes them.
pub(crate) const HAS_MARKUP: bool = cfg!(feature = "marked");

/// Whether this build reads editions: what is marked up otherwise has no other readings, gaps and signs of editors.
pub(crate) const HAS_EDITIONS: bool = cfg!(feature = "tei");

/// Whether this build meets documents whose texts are plain: what is read by the keys of metadata alone has none.
const HAS_PLAIN: bool = cfg!(any(
    feature = "record",
    feature = "tei",
    not(feature = "marked")
));

/// Whether this build reads what may have several texts: records with labels, and editions.
pub(crate) const HAS_SEVERAL: bool = HAS_EDITIONS || cfg!(feature = "record") && HAS_LABELS;

/// Whether this build writes texts while they are still being read: volumes, which only TEI has.
pub(crate) const HAS_DRAFTS: bool = cfg!(feature = "tei");

/// Whether this build reads what HTML has words for. TEI has none for rules, and says of no words in which direction they run.
pub(crate) const HAS_PAGES: bool = cfg!(any(
    feature = "pages",
    feature = "markdown",
    feature = "office"
));

/// Whether this build reads catalogue records, or metadata by their keys. Editions have no citation, no entry that has no
/// field, and no years of two digits.
pub(crate) const HAS_RECORDS: bool = cfg!(any(
    feature = "record",
    feature = "pages",
    feature = "markdown",
    feature = "office"
));

/// Whether this build reads what describes a document: a record, metadata, the header of an edition. Plain text has none, and
/// is a single text without a title, whose language nothing declares.
pub(crate) const HAS_DESCRIPTIONS: bool = HAS_RECORDS || HAS_EDITIONS;

/// Whether this build reads what a catalogue says of a document, and the document itself does not: a summary, how to cite it,
/// rights, an address, languages.
pub(crate) const HAS_CATALOGUE: bool = HAS_DESCRIPTIONS && (HAS_LABELS || HAS_MARKUP);

/// Whether this build knows what the commonest records do without. One that doesn't leaves a document that may need it to
/// one that does ([`Remarks::leave`](crate::diagnostic::Remarks::leave)).
pub(crate) const KNOWS_MORE: bool = cfg!(feature = "more");

/// Whether this build reads records with labels. One that doesn't leaves what may have some to one that does.
pub(crate) const HAS_LABELS: bool = cfg!(feature = "labels");

/// Whether this build reads papers: heads without labels, page numbers, notes at the foot of a page, divided words. One that
/// doesn't leaves what may have them to one that does.
pub(crate) const HAS_PAPERS: bool = cfg!(feature = "papers");

/// Whether this build can be asked for more than its article shows. Where it can't, what no article shows is not read.
pub(crate) const TELLS_ALL: bool = cfg!(feature = "full");

/// An archival document: its catalogue record and its texts.
///
/// A document that comes without a record has an empty one; a record cut off before its text has no texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What the archive says about the document.
    pub record: Record,
    /// What its texts are like.
    pub makeup: Makeup,
    /// The document's words: the original, a translation, a transcription; in the order of the source.
    pub texts: Vec<Text>,
    /// The documents in it that are documents of their own, in the order of the source; empty where it is one document.
    #[cfg(feature = "tei")]
    pub parts: Vec<Part>,
    /// The surfaces of the source that its images show.
    #[cfg(feature = "tei")]
    pub surfaces: Vec<Surface>,
}

impl Document {
    /// A marked-up document that is no edition: one text, or a record alone.
    #[cfg(any(feature = "pages", feature = "markdown", feature = "office"))]
    pub(crate) fn marked(record: Record, text: Option<Text>) -> Document {
        Document {
            record,
            makeup: Makeup::Marked,
            texts: text.into_iter().collect(),
            #[cfg(feature = "tei")]
            parts: Vec::new(),
            #[cfg(feature = "tei")]
            surfaces: Vec::new(),
        }
    }

    /// Whether its texts are plain.
    #[inline(always)]
    pub(crate) fn is_plain(&self) -> bool {
        HAS_PLAIN && self.makeup == Makeup::Plain
    }
}

/// What the texts of a document are like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Makeup {
    /// Paragraphs with their notes, as records and plain text have them.
    #[default]
    Plain,
    /// Marked up: their nodes may be of any kind.
    Marked,
    /// Marked up, and each text is one of several (`teiCorpus`).
    Corpus,
    /// Marked up, and taken from a document in which it is one of several.
    Part,
}
