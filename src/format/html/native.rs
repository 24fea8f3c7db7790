//! html5ever's tree of a page, natively.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::tree_builder::{ElementFlags, NodeOrText, QuirksMode, Tracer, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, QualName, TokenizerResult, local_name, ns};

use super::tree::Sink;
use crate::limits;

/// Gives the elements and words of a page to a sink.
pub(super) fn parse(source: &str, sink: &mut impl Sink) {
    let options = TreeBuilderOpts {
        // As where nothing runs: what stands in `noscript` is content.
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let builder = TreeBuilder::new(Arena::default(), options);
    let limited = Limited {
        builder,
        most: source.len() + limits::NODES,
    };
    let options = TokenizerOpts {
        discard_bom: false,
        ..TokenizerOpts::default()
    };
    let tokenizer = Tokenizer::new(limited, options);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(source));
    // It stops behind each script, which the page of a browser would run here, and where an encoding is declared.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.builder.sink.walk(sink);
}

/// Keeps what a page may cost within limits: where elements are nested too deeply, or have become too many, tags are passed
/// over, and their words stay.
struct Limited {
    builder: TreeBuilder<usize, Arena>,
    most: usize,
}

impl Limited {
    /// Whether so many elements are open that each one more costs too much: for many tags the parser looks at all of them.
    fn is_deep(&self) -> bool {
        if self.builder.sink.depth.get() <= limits::DEPTH {
            return false;
        }
        // It is as deep as that where the last element was put.
        let count = Count(Cell::new(0));
        self.builder.trace_handles(&count);
        count.0.get() > limits::DEPTH
    }
}

/// Counts the elements that the parser has in mind.
struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = usize;

    fn trace_handle(&self, _: &usize) {
        self.0.set(self.0.get() + 1);
    }
}

impl TokenSink for Limited {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        if let Token::TagToken(Tag { kind, .. }) = &token {
            let is_full = self.builder.sink.nodes.borrow().len() > self.most;
            if is_full || *kind == TagKind::StartTag && self.is_deep() {
                return TokenSinkResult::Continue;
            }
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// The nodes of a page, each known by its index; the first one is the document.
struct Arena {
    nodes: RefCell<Vec<Node>>,
    /// How deeply the element lies that was put into the tree last.
    depth: Cell<usize>,
}

impl Default for Arena {
    fn default() -> Arena {
        let arena = Arena {
            nodes: RefCell::new(Vec::new()),
            depth: Cell::new(0),
        };
        arena.add(Content::Other);
        arena
    }
}

struct Node {
    content: Content,
    /// Of what is no element, none.
    name: QualName,
    parent: Option<usize>,
    /// The first of its children and the last, and its neighbours.
    first: Option<usize>,
    last: Option<usize>,
    before: Option<usize>,
    behind: Option<usize>,
    depth: usize,
    is_html_integration_point: bool,
}

enum Content {
    Element(Vec<Attribute>),
    Words(StrTendril),
    /// The document, a comment, a fragment.
    Other,
}

impl Node {
    fn new(content: Content) -> Node {
        Node {
            content,
            name: QualName::new(None, ns!(), local_name!("")),
            parent: None,
            first: None,
            last: None,
            before: None,
            behind: None,
            depth: 0,
            is_html_integration_point: false,
        }
    }
}

impl Arena {
    fn add(&self, content: Content) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node::new(content));
        nodes.len() - 1
    }

    /// Puts a node into a parent, before one of its children or behind all of them.
    fn insert(&self, parent: usize, before: Option<usize>, child: NodeOrText<usize>) {
        let neighbour = {
            let nodes = self.nodes.borrow();
            before.map_or(nodes[parent].last, |before| nodes[before].before)
        };
        let child = match child {
            NodeOrText::AppendNode(child) => child,
            NodeOrText::AppendText(words) => {
                if let Some(neighbour) = neighbour
                    && let Content::Words(known) = &mut self.nodes.borrow_mut()[neighbour].content
                {
                    return known.push_tendril(&words);
                }
                self.add(Content::Words(words))
            }
        };
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        // Which is another one, if that was the child.
        let neighbour = before.map_or(nodes[parent].last, |before| nodes[before].before);
        let depth = nodes[parent].depth + 1;
        let node = &mut nodes[child];
        (node.parent, node.before, node.behind) = (Some(parent), neighbour, before);
        node.depth = depth;
        if let Content::Element(..) = node.content {
            self.depth.set(depth);
        }
        match neighbour {
            Some(neighbour) => nodes[neighbour].behind = Some(child),
            None => nodes[parent].first = Some(child),
        }
        match before {
            Some(before) => nodes[before].before = Some(child),
            None => nodes[parent].last = Some(child),
        }
    }

    fn detach(&self, child: usize) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(parent) = nodes[child].parent.take() else {
            return;
        };
        let (before, behind) = (nodes[child].before.take(), nodes[child].behind.take());
        match before {
            Some(before) => nodes[before].behind = behind,
            None => nodes[parent].first = behind,
        }
        match behind {
            Some(behind) => nodes[behind].before = before,
            None => nodes[parent].last = before,
        }
    }

    /// Gives all of it to a sink.
    fn walk(&self, sink: &mut impl Sink) {
        let nodes = self.nodes.borrow();
        let mut next = nodes[0].first;
        while let Some(index) = next {
            match &nodes[index].content {
                Content::Element(attributes) => {
                    sink.start(&nodes[index].name.local.to_ascii_lowercase());
                    for attribute in attributes {
                        put(attribute, sink);
                    }
                }
                Content::Words(words) => sink.words(words),
                Content::Other => {}
            }
            next = nodes[index].first;
            let mut at = index;
            while next.is_none() {
                if let Content::Element(..) = nodes[at].content {
                    sink.end();
                }
                next = nodes[at].behind;
                match nodes[at].parent {
                    Some(parent) if next.is_none() => at = parent,
                    _ => break,
                }
            }
        }
    }
}

/// An attribute, with its prefix where it is of another vocabulary.
fn put(attribute: &Attribute, sink: &mut impl Sink) {
    let name = &attribute.name;
    match &name.prefix {
        Some(prefix) => sink.attribute(&format!("{prefix}:{}", name.local), &attribute.value),
        None => sink.attribute(&name.local, &attribute.value),
    }
}

impl TreeSink for Arena {
    type Handle = usize;
    type Output = ();
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| &nodes[*target].name)
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> usize {
        let index = self.add(Content::Element(attributes));
        let node = &mut self.nodes.borrow_mut()[index];
        node.name = name;
        node.is_html_integration_point = flags.mathml_annotation_xml_integration_point;
        index
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Content::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Content::Other)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.insert(*parent, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        let has_parent = self.nodes.borrow()[*element].parent.is_some();
        match has_parent {
            true => self.append_before_sibling(element, child),
            false => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        // Its content is no part of the tree: each time it goes to another fragment, which is in none.
        let index = self.add(Content::Other);
        let nodes = &mut *self.nodes.borrow_mut();
        nodes[index].depth = nodes[*target].depth;
        index
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let parent = self.nodes.borrow()[*sibling].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(*sibling), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, more: Vec<Attribute>) {
        if let Content::Element(attributes) = &mut self.nodes.borrow_mut()[*target].content {
            for attribute in more {
                if !attributes.iter().any(|known| known.name == attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        loop {
            let Some(child) = self.nodes.borrow()[*node].first else {
                return;
            };
            self.detach(child);
            self.insert(*new_parent, None, NodeOrText::AppendNode(child));
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &usize) -> bool {
        self.nodes.borrow()[*handle].is_html_integration_point
    }
}
