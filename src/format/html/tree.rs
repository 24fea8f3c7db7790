//! A light tree of a page: what both parsers build, the one that is in the core and the one that is the browser's.

use std::ops::Range;

use crate::document::{Span, position};

/// What takes the elements and words of a page, in their order. Both parsers feed it.
pub(super) trait Sink {
    /// An element begins, whose name is in small letters.
    fn start(&mut self, name: &str);
    /// The element that has just begun has an attribute.
    fn attribute(&mut self, name: &str, value: &str);
    /// Words.
    fn words(&mut self, words: &str);
    /// The element that began last ends.
    fn end(&mut self);
}

/// Elements of which nothing stays, not even what stands for them where they are not shown: some parsers of browsers leave
/// them away before anybody sees them.
const GONE: &str = "embed|frame|iframe|object|script|style";

/// The nodes of a page in their order, each before what it holds.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    strings: String,
    attributes: Vec<(Span, Span)>,
    /// The elements that are open.
    open: Vec<u32>,
    /// How many elements are open of which nothing stays.
    gone: u32,
}

#[derive(Clone, Debug, PartialEq)]
struct Node {
    /// The name of an element, or words.
    string: Span,
    /// The attributes of an element; `None` for words.
    attributes: Option<Range<u32>>,
    /// The node that it is in; its own index, if it is in none.
    parent: u32,
    /// How many nodes its subtree has, itself included.
    size: u32,
}

impl Sink for Tree {
    fn start(&mut self, name: &str) {
        if self.gone > 0 || crate::scan::listed(GONE, name) {
            self.gone += 1;
            return;
        }
        let index = position(self.nodes.len());
        let attributes = position(self.attributes.len());
        let node = Node {
            string: self.string(name),
            attributes: Some(attributes..attributes),
            parent: self.open.last().copied().unwrap_or(index),
            size: 1,
        };
        self.nodes.push(node);
        self.open.push(index);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        if self.gone > 0 {
            return;
        }
        let pair = (self.string(name), self.string(value));
        self.attributes.push(pair);
        if let Some(Node {
            attributes: Some(attributes),
            ..
        }) = self.nodes.last_mut()
        {
            attributes.end += 1;
        }
    }

    fn words(&mut self, words: &str) {
        let Some(parent) = self.open.last().copied().filter(|_| self.gone == 0) else {
            return;
        };
        let added = self.string(words);
        // A parser may give words in pieces.
        if let Some(last) = self.nodes.last_mut()
            && last.attributes.is_none()
            && last.parent == parent
            && last.string.end == added.start
        {
            last.string.end = added.end;
            return;
        }
        self.nodes.push(Node {
            string: added,
            attributes: None,
            parent,
            size: 1,
        });
    }

    fn end(&mut self) {
        if self.gone > 0 {
            self.gone -= 1;
            return;
        }
        let count = position(self.nodes.len());
        if let Some(index) = self.open.pop()
            && let Some(node) = self.nodes.get_mut(index as usize)
        {
            node.size = count - index;
        }
    }
}

impl Tree {
    /// Keeps a string. Controls, which only references to characters can bring, are replaced as those of the source are; line
    /// ends are line feeds, and a form feed is white space.
    #[inline(never)]
    fn string(&mut self, words: &str) -> Span {
        let start = position(self.strings.len());
        if words.bytes().any(|byte| !matches!(byte, b' '..=b'~')) {
            for c in words.chars() {
                self.strings.push(match c {
                    '\t' | '\n' => c,
                    '\r' => '\n',
                    '\u{c}' => ' ',
                    _ if c.is_control() => '\u{fffd}',
                    _ => c,
                });
            }
        } else {
            self.strings.push_str(words);
        }
        Span::new(start, position(self.strings.len()))
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> u32 {
        position(self.nodes.len())
    }

    fn node(&self, index: u32) -> Option<&Node> {
        self.nodes.get(index as usize)
    }

    /// The name of an element; none for words.
    #[inline(never)]
    pub(super) fn name(&self, index: u32) -> &str {
        let element = self.node(index).filter(|node| node.attributes.is_some());
        element.map_or("", |node| node.string.of(&self.strings))
    }

    /// Whether a node is an element of which the name is one of a list.
    #[inline(never)]
    pub(super) fn is(&self, index: u32, list: &str) -> bool {
        crate::scan::listed(list, self.name(index))
    }

    /// Words; none for an element.
    #[inline(never)]
    pub(super) fn words(&self, index: u32) -> &str {
        let words = self.node(index).filter(|node| node.attributes.is_none());
        words.map_or("", |node| node.string.of(&self.strings))
    }

    /// The first node behind an element and what it holds.
    #[inline(never)]
    pub(super) fn behind(&self, index: u32) -> u32 {
        index + self.node(index).map_or(1, |node| node.size)
    }

    /// An element and what it holds, in their order.
    pub(super) fn subtree(&self, index: u32) -> Range<u32> {
        index..self.behind(index)
    }

    /// The nodes that an element holds, without what those hold.
    #[inline(never)]
    pub(super) fn children(&self, index: u32) -> Vec<u32> {
        let mut children = Vec::new();
        let (mut next, end) = (index + 1, self.behind(index));
        while next < end {
            children.push(next);
            next = self.behind(next);
        }
        children
    }

    /// What a node stands in.
    #[inline(never)]
    pub(super) fn parent(&self, index: u32) -> Option<u32> {
        let parent = self.node(index)?.parent;
        (parent != index).then_some(parent)
    }

    /// Of a node and what it stands in, so many at most, the innermost that passes a test.
    #[inline(never)]
    pub(super) fn nearest(&self, index: u32, most: u32, test: &dyn Fn(u32) -> bool) -> Option<u32> {
        let (mut at, mut left) = (index, most);
        while left > 0 {
            if test(at) {
                return Some(at);
            }
            at = self.parent(at)?;
            left -= 1;
        }
        None
    }

    /// The attributes of an element.
    #[inline(never)]
    pub(super) fn attributes(&self, index: u32) -> Vec<(&str, &str)> {
        let pairs = self.pairs(index);
        let pair = |(name, value): &(Span, Span)| (name.of(&self.strings), value.of(&self.strings));
        pairs.iter().map(pair).collect()
    }

    #[inline(never)]
    fn pairs(&self, index: u32) -> &[(Span, Span)] {
        let range = self.node(index).and_then(|node| node.attributes.clone());
        let range = range.map_or(0..0, |range| range.start as usize..range.end as usize);
        self.attributes.get(range).unwrap_or_default()
    }

    #[inline(never)]
    fn value(&self, index: u32, name: &str) -> Option<&str> {
        let mut pairs = self.pairs(index).iter();
        let (_, value) = pairs.find(|(known, _)| known.of(&self.strings) == name)?;
        Some(value.of(&self.strings))
    }

    /// The value of an attribute; nothing where an element does not have it.
    #[inline(never)]
    pub(super) fn attribute(&self, index: u32, name: &str) -> &str {
        self.value(index, name).unwrap_or_default()
    }

    /// Whether an element has an attribute.
    #[inline(never)]
    pub(super) fn has(&self, index: u32, name: &str) -> bool {
        self.value(index, name).is_some()
    }

    /// Whether one of the words of an attribute is one of a list.
    #[inline(never)]
    pub(super) fn says(&self, index: u32, attribute: &str, list: &str) -> bool {
        let mut rest = self.attribute(index, attribute);
        while let Some(word) = crate::scan::next_word(&mut rest, crate::scan::BLANKS) {
            if crate::scan::listed(list, word) {
                return true;
            }
        }
        false
    }

    /// All words in an element.
    #[inline(never)]
    pub(super) fn text(&self, index: u32) -> String {
        let mut text = String::new();
        for node in self.subtree(index) {
            text.push_str(self.words(node));
        }
        text
    }
}
