//! XML as it arrives: a reader that calls a handler, and a tree for the parts of a document that are small.
//!
//! The reader never refuses: where the source is ill-formed, it says so in a [`Fault`] and goes on, and every word
//! reaches the handler. The handler's starts and ends are balanced always, and no deeper than
//! [`limits::DEPTH`](crate::limits::DEPTH), so that whatever follows them may call itself.

mod attributes;
mod bytes;
mod elements;
#[cfg_attr(not(feature = "full"), path = "entities_elsewhere.rs")]
mod entities;
mod fault;
mod input;
mod names;
mod open;
mod reader;
mod references;
mod tags;
mod tree;

#[cfg(feature = "full")]
mod checks;
#[cfg(feature = "full")]
mod doctype;
#[cfg(feature = "full")]
mod place;
#[cfg(all(test, feature = "full", not(target_arch = "wasm32")))]
mod tests;

use crate::document::Span;

pub(crate) use attributes::Attributes;
pub(crate) use fault::{Fault, FaultKind};
pub(crate) use names::{Name, Space};
pub(crate) use reader::Reader;
pub(crate) use tree::{Element, Node, TreeBuilder};

/// What is called with each part of a document, in its order.
///
/// Spans are bytes of the decoded source. What an entity holds has the span of the reference to it.
pub(crate) trait Handler {
    /// An element begins. The span is that of its tag.
    fn start(&mut self, name: Name, attributes: &Attributes, span: Span);

    /// The element that began last and has not ended ends.
    ///
    /// The span is that of the end tag; it is empty where there is none, as in `<lb/>`.
    fn end(&mut self, name: Name, span: Span);

    /// Character data, its references resolved, and a line feed at the end of each line.
    ///
    /// It comes in any number of pieces. White space around the root element does not come at all.
    fn words(&mut self, words: &str, span: Span);

    /// A processing instruction. The XML declaration is none.
    fn instruction(&mut self, target: &str, data: &str, span: Span);

    /// A comment.
    fn comment(&mut self, words: &str, span: Span);

    /// Something is ill-formed. Reading goes on.
    fn fault(&mut self, fault: Fault);
}
