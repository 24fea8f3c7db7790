//! HTML, as a page or a part of one: parsed by html5ever natively and by the browser in a page, read alike from there on.

mod content;
#[cfg(any(target_arch = "wasm32", test))]
mod flat;
mod json;
mod metadata;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod notes;
mod tables;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod xhtml;

use super::keys;
use crate::diagnostic::{Code, OpenError, Remarks};
use crate::document::{Document, Span};
use crate::scan;
use content::Content;
use tree::Tree;

/// Reads a page when all of it is there.
#[derive(Debug, Default)]
pub(super) struct Parser {
    tree: Tree,
    /// Whether the page has been left to the browser's parser.
    #[cfg(target_arch = "wasm32")]
    is_left: bool,
}

#[cfg(not(target_arch = "wasm32"))]
impl Parser {
    /// Parses a page.
    pub(super) fn read(&mut self, source: &str) -> Result<(), OpenError> {
        native::parse(&xhtml::as_html(source), &mut self.tree);
        Ok(())
    }
}

#[cfg(target_arch = "wasm32")]
impl Parser {
    /// Leaves a page to the browser's parser, unless that has had it.
    pub(super) fn read(&mut self, source: &str) -> Result<(), OpenError> {
        if self.is_left {
            return Ok(());
        }
        self.is_left = true;
        Err(OpenError::Unparsed(xhtml::as_html(source).into_owned()))
    }

    /// Takes what the browser's parser has made of the page; says whether that was waited for.
    pub(super) fn take(&mut self, flat: &[u8]) -> bool {
        if self.is_left {
            flat::read(
                std::str::from_utf8(flat).unwrap_or_default(),
                &mut self.tree,
            );
        }
        self.is_left
    }
}

impl Parser {
    /// The document in it.
    pub(super) fn finish(self, source: &str, remarks: &mut Remarks) -> Document {
        let source = &xhtml::as_html(source);
        let tree = self.tree;
        let content = Content::find(&tree, is_page(source) || metadata::has_any(&tree));
        let record = metadata::read(&tree, source, remarks);
        let language = text::language(&tree, content.root).or_else(|| keys::language(&record));
        let text = text::read(&tree, &content, language, remarks);
        if record.entries.is_empty() {
            let message = ["the page has no metadata, so that there is no record"];
            remarks.add(Code::NoRecord, Span::default(), &message);
        }
        let is_empty = text.as_str().is_empty() && text.nodes().is_empty();
        if is_empty {
            remarks.add(Code::NoText, Span::default(), &["the page has no text"]);
        }
        Document::marked(record, (!is_empty).then_some(text))
    }
}

/// Whether a source begins as a whole page does.
fn is_page(source: &str) -> bool {
    let mut rest = scan::trim_start(source, scan::BLANKS);
    while let Some(comment) = scan::after(rest, "<!--") {
        let Some((_, behind)) = scan::split(comment, "-->") else {
            return false;
        };
        rest = scan::trim_start(behind, scan::BLANKS);
    }
    begins_as(rest, "<?xml|<!doctype|<html|<head|<body")
}

/// Whether words begin with one of a list, ASCII case aside.
#[inline(never)]
fn begins_as(words: &str, list: &str) -> bool {
    scan::after_any(words, &scan::parts(list, "|")).is_some()
}
