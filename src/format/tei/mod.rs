//! TEI, and other XML as far as it goes: what comes in is read at once, and forgotten.

mod body;
mod elements;
mod header;
mod kinds;
mod looks;
mod parts;
mod properties;
#[cfg(feature = "full")]
mod remarks;
mod surfaces;
#[cfg_attr(not(feature = "full"), path = "vocabularies_elsewhere.rs")]
mod vocabularies;

use super::xml;
use crate::diagnostic::{Code, OpenError, Remarks};
use crate::document::{Document, Span};
use body::Body;
#[cfg(feature = "full")]
pub use elements::tei_elements;

/// Reads XML as it comes.
#[derive(Debug, Default)]
pub(super) struct Parser {
    reader: xml::Reader,
    body: Body,
}

impl Parser {
    /// Reads what is complete of a piece of the source that begins at that byte, and tells how much it is; fails if this
    /// build leaves such a document to another.
    pub(super) fn read(&mut self, source: &str, at: u32, last: bool) -> Result<usize, OpenError> {
        let done = self.reader.read(source, at, last, &mut self.body);
        #[cfg(not(feature = "full"))]
        if self.reader.has_entities() || self.body.is_foreign() {
            return Err(OpenError::OtherXml);
        }
        Ok(done)
    }

    /// Shows the document as far as it has come: [`Body::draft`].
    pub(super) fn draft(&mut self, look: &mut dyn FnMut(&Document, &[usize])) {
        self.body.draft(look);
    }

    /// The document, when all has been read; `part` is the id of what is wanted of it.
    pub(super) fn finish(self, part: Option<&str>, remarks: &mut Remarks) -> Document {
        let (document, own) = self.body.finish(part);
        remarks.append(own);
        if document.texts.is_empty() {
            let sentence = ["the file has a record, and no text"];
            remarks.add(Code::NoText, Span::default(), &sentence);
        }
        document
    }
}
