//! Markdown: front matter is the record, the rest is a text in the vocabulary of HTML.
//!
//! CommonMark, with tables, footnotes, definition lists and what else is common; elements of HTML that stand in it pass the
//! same table as those of a page.

mod content;
mod dialects;
mod fences;
mod front;
mod grids;
mod inline_notes;
mod pages;
mod tags;
mod wiki;

use super::keys;
use crate::diagnostic::{Code, Remarks};
use crate::document::{Document, Record, Role, Span, position};
use crate::scan;

/// Reads a text in Markdown. Its last lines may say where a link in the first one leads, so that all of it is needed.
pub(super) fn read(source: &str, remarks: &mut Remarks) -> Document {
    let (record, start) = front::read(source, remarks);
    let text = content::read(
        scan::from(source, start),
        position(start),
        role(&record),
        keys::language(&record),
        remarks,
    );
    let is_empty = text.as_str().is_empty() && text.nodes().is_empty();
    if is_empty {
        let message = "there are no words behind the front matter";
        remarks.add(Code::NoText, Span::default(), &[message]);
    }
    Document::marked(record, (!is_empty).then_some(text))
}

/// A text that has a translator is a translation.
fn role(record: &Record) -> Role {
    match record.translators.is_empty() {
        true => Role::Unstated,
        false => Role::Translation,
    }
}
