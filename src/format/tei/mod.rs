//! TEI, and other XML as far as it goes: what comes in is read at once, and forgotten.

mod body;
mod elements;
mod header;
mod looks;
mod parts;
mod properties;
#[cfg(feature = "full")]
mod remarks;

use super::xml;
use crate::diagnostic::{Code, Remarks};
use crate::document::{Document, Span};
use body::Body;
#[cfg(feature = "full")]
pub use elements::tei_elements;

/// Whether a text begins like XML: with a declaration, or with an element that HTML does not have.
pub(super) fn sniff(start: &str) -> bool {
    let mut rest = start.trim_start();
    loop {
        rest = rest.trim_start();
        if rest.starts_with("<?xml") {
            return true;
        }
        let skipped = match rest {
            _ if rest.starts_with("<!--") => rest.find("-->").map(|end| end + 3),
            _ if rest.starts_with("<?") => rest.find("?>").map(|end| end + 2),
            _ if rest.starts_with("<!DOCTYPE") => {
                let root = rest.get(9..).unwrap_or_default().trim_start();
                return !root
                    .get(..4)
                    .is_some_and(|name| name.eq_ignore_ascii_case("html"));
            }
            _ => None,
        };
        match skipped.and_then(|end| rest.get(end..)) {
            Some(after) => rest = after,
            None => return is_element(rest),
        }
    }
}

/// Whether a text begins with the tag of an element that is of XML.
fn is_element(text: &str) -> bool {
    let Some(tag) = text.strip_prefix('<').and_then(|rest| rest.split_once('>')) else {
        return false;
    };
    let (tag, _) = tag;
    let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/');
    let (name, attributes) = tag.split_at(end.unwrap_or(tag.len()));
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    let well_named =
        name.starts_with(|c: char| c.is_alphabetic() || c == '_') && name.chars().all(is_name);
    let in_html = HTML
        .split(' ')
        .any(|known| known.eq_ignore_ascii_case(name));
    let plain = attributes.trim_end_matches('/').trim().is_empty() || attributes.contains('=');
    well_named && plain && (!in_html || attributes.contains("www.tei-c.org"))
}

/// Elements of HTML that a text may begin with. TEI in these has its namespace.
const HTML: &str = "a article aside b big blockquote body br center code dd div dl dt em figure font footer form h1 h2 h3 \
    h4 h5 h6 head header hr html i img li link main meta nav ol p pre q s script section small span strike strong style sub \
    sup table tbody td th title tr tt u ul";

/// Reads XML as it comes.
#[derive(Debug, Default)]
pub(super) struct Parser {
    reader: xml::Reader,
    body: Body,
}

impl Parser {
    /// Reads what is complete of a piece of the source that begins at that byte, and tells how much it is.
    pub(super) fn read(&mut self, source: &str, at: u32, last: bool) -> usize {
        self.reader.read(source, at, last, &mut self.body)
    }

    /// The document, when all has been read.
    pub(super) fn finish(self, remarks: &mut Remarks) -> Document {
        let (document, own) = self.body.finish();
        remarks.append(own);
        if document.texts.is_empty() {
            let sentence = ["the file has a record, and no text"];
            remarks.add(Code::NoText, Span::default(), &sentence);
        }
        document
    }
}
