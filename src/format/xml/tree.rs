//! A tree of elements, for the parts of a document that are small: a header, a list.

use super::{Attributes, Name, Space};
use crate::document::Span;
use crate::scan;

/// An element.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Element {
    /// Its name, without a prefix.
    pub name: String,
    /// The vocabulary that it is of.
    pub space: Space,
    /// Its attributes, in the order of the source, with names as they are written.
    pub attributes: Vec<(String, String)>,
    /// What it holds.
    pub children: Vec<Node>,
    /// From its start tag to its end tag, both included.
    pub span: Span,
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// An element.
    Element(Element),
    /// Character data between two tags.
    Words(String),
}

impl Element {
    /// The elements that it holds itself.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Words(_) => None,
        })
    }

    /// The first element at the end of a path of names: `find("fileDesc/titleStmt/title")`.
    #[inline(never)]
    pub(crate) fn find(&self, path: &str) -> Option<&Element> {
        let (name, rest) = step(path);
        let mut named = self.elements().filter(|element| element.name == name);
        match rest {
            None => named.next(),
            Some(rest) => named.find_map(|element| element.find(rest)),
        }
    }

    /// All elements at the end of a path of names.
    #[inline(never)]
    pub(crate) fn all(&self, path: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.collect(path, &mut found);
        found
    }

    #[inline(never)]
    fn collect<'e>(&'e self, path: &str, found: &mut Vec<&'e Element>) {
        let (name, rest) = step(path);
        for element in self.elements().filter(|element| element.name == name) {
            match rest {
                None => found.push(element),
                Some(rest) => element.collect(rest, found),
            }
        }
    }

    /// The value of an attribute, named as it is written.
    #[inline(never)]
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let (_, value) = attributes.find(|(written, _)| written == name)?;
        Some(value)
    }

    /// Whether words stand in it beside its elements.
    #[inline(never)]
    pub(crate) fn has_words(&self) -> bool {
        let is_words =
            |child: &Node| matches!(child, Node::Words(words) if !scan::trimmed(words).is_empty());
        self.children.iter().any(is_words)
    }

    /// All character data in it, with white space folded to single spaces, and none around it.
    #[inline(never)]
    pub(crate) fn words(&self) -> String {
        let mut words = String::new();
        self.gather(&mut words);
        scan::folded(&words)
    }

    #[inline(never)]
    fn gather(&self, words: &mut String) {
        for child in &self.children {
            match child {
                Node::Element(element) => element.gather(words),
                Node::Words(more) => words.push_str(more),
            }
        }
    }
}

/// The first name of a path, and what follows it.
fn step(path: &str) -> (&str, Option<&str>) {
    match scan::split(path, "/") {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    }
}

/// Builds a tree from the calls of a reader.
#[derive(Debug, Default)]
pub(crate) struct TreeBuilder {
    /// The elements that have begun and not ended, the outermost first.
    open: Vec<Element>,
}

impl TreeBuilder {
    /// A builder that has seen nothing.
    pub(crate) fn new() -> TreeBuilder {
        TreeBuilder::default()
    }

    /// An element begins.
    pub(crate) fn start(&mut self, name: Name, attributes: &Attributes, span: Span) {
        let attribute = |(name, row)| (scan::owned(name), attributes.value(row).into_owned());
        self.open.push(Element {
            name: scan::owned(name.local),
            space: name.space,
            attributes: attributes.iter().map(attribute).collect(),
            children: Vec::new(),
            span,
        });
    }

    /// Character data.
    pub(crate) fn words(&mut self, words: &str) {
        let Some(element) = self.open.last_mut() else {
            return;
        };
        match element.children.last_mut() {
            Some(Node::Words(before)) => before.push_str(words),
            _ => element.children.push(Node::Words(scan::owned(words))),
        }
    }

    /// The element that began last ends. Gives the tree, if it was the outermost one.
    pub(crate) fn end(&mut self, span: Span) -> Option<Element> {
        let mut element = self.open.pop()?;
        element.span.end = element.span.end.max(span.end);
        // A list grows to four at first, and most elements hold one thing.
        element.children.shrink_to_fit();
        match self.open.last_mut() {
            Some(outer) => {
                outer.children.push(Node::Element(element));
                None
            }
            None => Some(element),
        }
    }
}
