//! What stands in lines: an element whose node is opened when words come, in whatever block they stand.
//!
//! In HTML a link or bold type may go on over several blocks. A node of the model stands in one; so each block gets one of
//! its own.

use super::attributes;
use crate::document::{NodeKind, Property, TextBuilder};

/// An element in the line that has begun.
#[derive(Debug)]
pub(super) struct Inline {
    kind: NodeKind,
    said: Vec<(Property, String)>,
}

impl Inline {
    pub(super) fn new(kind: NodeKind, said: Vec<(Property, String)>) -> Inline {
        Inline { kind, said }
    }

    /// Opens a node for it. The first one has the name that the source gives it.
    pub(super) fn open(&mut self, text: &mut TextBuilder) {
        text.open(self.kind);
        attributes::tell(text, &self.said);
        self.said.retain(|(property, _)| *property != Property::Id);
    }

    /// The name that the source gives it, if no node has it yet.
    pub(super) fn name(&self) -> Option<&str> {
        attributes::find(&self.said, Property::Id)
    }
}

/// The elements in the line that have begun and not ended. Those that have an open node come first.
#[derive(Debug, Default)]
pub(super) struct Inlines {
    pub(super) list: Vec<Inline>,
    pub(super) open: usize,
}
