//! HTML as a browser reads it: parsed by html5ever into a tree.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName, parse_document};

/// A parsed page. Nodes are known by their index; the first one is the document.
#[derive(Default)]
pub struct Tree {
    nodes: RefCell<Vec<Node>>,
    errors: RefCell<Vec<String>>,
}

struct Node {
    parent: Option<usize>,
    children: Vec<usize>,
    content: Content,
}

enum Content {
    Document,
    Element(QualName, Vec<(String, String)>),
    Text(String),
    Other,
}

/// An element, with its attributes in the order of the source.
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// Whether it, or what it stands in, is marked as generated.
    pub generated: bool,
}

/// Parses a page or a part of one; the parser mends what is wrong, as a browser does.
pub fn parse(html: &str) -> Tree {
    let tree = Tree::default();
    tree.add(Content::Document);
    let mut options = html5ever::ParseOpts::default();
    // As where nothing runs.
    options.tree_builder.scripting_enabled = false;
    parse_document(tree, options).one(html)
}

impl Tree {
    /// What the parser had to mend.
    pub fn errors(&self) -> Vec<String> {
        self.errors.borrow().clone()
    }

    /// All elements in document order, without those that the parser adds around a part of a page.
    pub fn elements(&self) -> Vec<Element> {
        let mut elements = Vec::new();
        self.collect(0, false, &mut elements);
        elements
    }

    /// The text inside `article` elements, without what is marked as generated.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.collect_text(0, false, &mut text);
        text
    }

    /// The tree as we write it.
    #[allow(dead_code, reason = "not every test that reads pages compares them")]
    pub fn written(&self) -> String {
        let mut html = String::new();
        self.write(0, &mut html);
        html
    }

    #[allow(dead_code, reason = "not every test that reads pages compares them")]
    fn write(&self, index: usize, html: &mut String) {
        let node = self.node(index);
        let Content::Element(name, attributes) = &node.content else {
            if let Content::Text(words) = &node.content {
                let is_style = node.parent.is_some_and(|parent| self.is(parent, "style"));
                html.push_str(&if is_style {
                    words.clone()
                } else {
                    escaped(words, false)
                });
            }
            return node
                .children
                .iter()
                .for_each(|child| self.write(*child, html));
        };
        html.push('<');
        html.push_str(&name.local);
        for (attribute, value) in attributes {
            html.push_str(&format!(" {attribute}"));
            if !value.is_empty() {
                html.push_str(&format!("=\"{}\"", escaped(value, true)));
            }
        }
        html.push('>');
        html.push_str(if self.is(index, "pre") { "\n" } else { "" });
        node.children
            .iter()
            .for_each(|child| self.write(*child, html));
        if !["br", "hr", "meta", "wbr"].contains(&&*name.local) {
            html.push_str(&format!("</{}>", name.local));
        }
    }

    #[allow(dead_code, reason = "not every test that reads pages compares them")]
    fn is(&self, index: usize, tag: &str) -> bool {
        matches!(&self.node(index).content, Content::Element(name, _) if *name.local == *tag)
    }

    fn collect(&self, index: usize, generated: bool, elements: &mut Vec<Element>) {
        let node = self.node(index);
        let generated = generated || node.is_generated();
        if let Content::Element(name, attributes) = &node.content {
            elements.push(Element {
                name: name.local.to_string(),
                attributes: attributes.clone(),
                generated,
            });
        }
        for child in &node.children {
            self.collect(*child, generated, elements);
        }
    }

    fn collect_text(&self, index: usize, inside: bool, text: &mut String) {
        let node = self.node(index);
        let inside = inside
            || matches!(&node.content, Content::Element(name, _) if *name.local == *"article");
        match &node.content {
            Content::Text(words) if inside => text.push_str(words),
            _ if node.is_generated() => {}
            _ => {
                for child in &node.children {
                    self.collect_text(*child, inside, text);
                }
            }
        }
    }

    /// What stands between tags in the body of a page that is read and not written by us, piece by piece, without scripts,
    /// styles, templates and what is embedded.
    #[allow(
        dead_code,
        reason = "not every test that reads pages reads those of others"
    )]
    pub fn words_of_body(&self) -> Vec<String> {
        let mut words = Vec::new();
        self.collect_words(0, &mut words);
        words
    }

    #[allow(
        dead_code,
        reason = "not every test that reads pages reads those of others"
    )]
    fn collect_words(&self, index: usize, found: &mut Vec<String>) {
        const NONE: [&str; 8] = [
            "embed", "frame", "head", "iframe", "object", "script", "style", "template",
        ];
        let node = self.node(index);
        match &node.content {
            Content::Element(name, _) if NONE.contains(&&*name.local.to_ascii_lowercase()) => {}
            Content::Text(words) => found.push(words.clone()),
            _ => {
                for child in &node.children {
                    self.collect_words(*child, found);
                }
            }
        }
    }

    fn node(&self, index: usize) -> Ref<'_, Node> {
        Ref::map(self.nodes.borrow(), |nodes| &nodes[index])
    }

    fn add(&self, content: Content) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node {
            parent: None,
            children: Vec::new(),
            content,
        });
        nodes.len() - 1
    }

    fn insert(&self, parent: usize, at: usize, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(child) => child,
            NodeOrText::AppendText(words) => {
                let before = at.checked_sub(1).map(|at| self.node(parent).children[at]);
                let mut nodes = self.nodes.borrow_mut();
                if let Some(Content::Text(text)) = before.map(|index| &mut nodes[index].content) {
                    return text.push_str(&words);
                }
                drop(nodes);
                self.add(Content::Text(words.to_string()))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        nodes[child].parent = Some(parent);
        nodes[parent].children.insert(at, child);
    }

    /// The node's parent, and its place among that one's children.
    fn place(&self, index: usize) -> Option<(usize, usize)> {
        let parent = self.node(index).parent?;
        let at = self
            .node(parent)
            .children
            .iter()
            .position(|child| *child == index)?;
        Some((parent, at))
    }
}

impl Node {
    fn is_generated(&self) -> bool {
        match &self.content {
            Content::Element(_, attributes) => {
                attributes.iter().any(|(name, _)| name == "data-generated")
            }
            _ => false,
        }
    }
}

#[allow(dead_code, reason = "not every test that reads pages compares them")]
fn escaped(words: &str, in_value: bool) -> String {
    let words = words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    if in_value {
        words.replace('"', "&quot;")
    } else {
        words
    }
}

fn written(attributes: Vec<Attribute>) -> Vec<(String, String)> {
    attributes
        .into_iter()
        .map(|attribute| {
            (
                attribute.name.local.to_string(),
                attribute.value.to_string(),
            )
        })
        .collect()
}

impl TreeSink for Tree {
    type Handle = usize;
    type Output = Tree;
    type ElemName<'t> = OwnedName;

    fn finish(self) -> Tree {
        self
    }

    fn parse_error(&self, sentence: Cow<'static, str>) {
        self.errors.borrow_mut().push(sentence.into_owned());
    }

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'t>(&'t self, target: &'t usize) -> OwnedName {
        match &self.node(*target).content {
            Content::Element(name, _) => OwnedName(name.clone()),
            _ => panic!("only elements have names"),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        self.add(Content::Element(name, written(attributes)))
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Content::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Content::Other)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let end = self.node(*parent).children.len();
        self.insert(*parent, end, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        if self.node(*element).parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        if let Some((parent, at)) = self.place(*sibling) {
            self.insert(parent, at, child);
        }
    }

    fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &usize) {
        if let Some((parent, at)) = self.place(*target) {
            let mut nodes = self.nodes.borrow_mut();
            nodes[parent].children.remove(at);
            nodes[*target].parent = None;
        }
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let children = std::mem::take(&mut self.nodes.borrow_mut()[*node].children);
        for child in children {
            self.append(new_parent, NodeOrText::AppendNode(child));
        }
    }
}

/// An element's name that borrows nothing from the tree.
#[derive(Debug)]
pub struct OwnedName(QualName);

impl html5ever::tree_builder::ElemName for OwnedName {
    fn ns(&self) -> &html5ever::Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &html5ever::LocalName {
        &self.0.local
    }
}
