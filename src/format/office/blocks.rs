//! A part with a text, block by block: a tree of each is made, read, and thrown away, however long the text is.

use super::super::xml::{self, Attributes, Element, Fault, Name, Node, TreeBuilder};
use super::parts::Parts;
use crate::diagnostic::Remarks;
use crate::document::Span;

/// Elements that stand around the blocks of a text, by their names without a prefix.
const AROUND: &[&str] = &[
    // Word.
    "document",
    "body",
    // OpenDocument.
    "document-content",
    "document-styles",
    "document-meta",
    "text",
    "styles",
    "automatic-styles",
];

/// Reads a part; calls `read` with each block in it, and the name of what it stands in.
pub(super) fn read(
    parts: &mut Parts,
    name: &str,
    remarks: &mut Remarks,
    read: &mut dyn FnMut(&str, &Element),
) {
    let mut blocks = Blocks {
        around: "",
        depth: 0,
        tree: TreeBuilder::new(),
        read,
    };
    parts.read(name, &mut blocks, remarks);
}

struct Blocks<'r> {
    /// The innermost element around blocks that is open.
    around: &'static str,
    /// How many elements of a block are open.
    depth: u32,
    tree: TreeBuilder,
    read: &'r mut dyn FnMut(&str, &Element),
}

impl xml::Handler for Blocks<'_> {
    fn start(&mut self, name: Name, attributes: &Attributes, span: Span) {
        let mut known = AROUND.iter();
        match known.find(|known| **known == name.local) {
            Some(around) if self.depth == 0 => self.around = around,
            _ => {
                self.depth += 1;
                self.tree.start(name, attributes, span);
            }
        }
    }

    fn end(&mut self, _: Name, span: Span) {
        // What follows the end of an element around blocks is seldom anything, and stands in no other one.
        self.depth = self.depth.saturating_sub(1);
        if let Some(block) = self.tree.end(span) {
            (self.read)(self.around, &block);
        }
    }

    fn words(&mut self, words: &str, _: Span) {
        match self.depth {
            0 if super::stray(&Node::Words(words.into())).is_some() => {
                let block = Element {
                    children: vec![Node::Words(words.into())],
                    ..Element::default()
                };
                (self.read)(self.around, &block);
            }
            0 => {}
            _ => self.tree.words(words),
        }
    }

    fn instruction(&mut self, _: &str, _: &str, _: Span) {}

    fn comment(&mut self, _: &str, _: Span) {}

    fn fault(&mut self, _: Fault) {}
}
