//! What the page's script makes of the core's instructions, as a string: the counterpart of `pkg/src/drawing.js` and
//! `pkg/src/article.js`.

use reading_room::render::Script;

#[derive(Clone, Debug, Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Clone, Debug)]
enum Node {
    Element(Element),
    Words(String),
}

/// An article, as far as it has been drawn.
#[derive(Debug, Default)]
pub struct Drawn {
    article: Option<Element>,
    /// What stands in the box of the texts.
    texts: Vec<Node>,
    open: Vec<Element>,
    dead: Vec<String>,
}

impl Drawn {
    /// Whether something of a text is there.
    pub fn has_texts(&self) -> bool {
        !self.texts.is_empty() || self.open.len() > 1
    }

    /// Makes what has been written.
    pub fn draw(&mut self, script: &mut Script) {
        let words: Vec<u16> = script.take_words().encode_utf16().collect();
        let mut words = words.as_slice();
        let mut next = |length: u32| {
            let (taken, rest) = words.split_at(length as usize);
            words = rest;
            String::from_utf16(taken).unwrap()
        };
        let marks = script.take_marks();
        let mut marks = marks.into_iter();
        while let Some(mark) = marks.next() {
            let length = mark >> 2;
            match mark & 3 {
                1 => self.open.push(Element {
                    name: next(length),
                    ..Element::default()
                }),
                2 => {
                    let (name, value) = (next(length), next(marks.next().unwrap()));
                    let top = self.open.last_mut().unwrap();
                    top.attributes.push((name, value));
                }
                3 => {
                    let words = next(length);
                    self.put(Node::Words(words));
                }
                _ => {
                    let element = self.open.pop().unwrap();
                    self.put(Node::Element(element));
                }
            }
        }
        assert!(words.is_empty(), "words without an instruction: {words:?}");
    }

    fn put(&mut self, node: Node) {
        match (self.open.last_mut(), node) {
            (Some(parent), Node::Words(more)) => match parent.children.last_mut() {
                Some(Node::Words(words)) => words.push_str(&more),
                _ => parent.children.push(Node::Words(more)),
            },
            (Some(parent), node) => parent.children.push(node),
            (None, Node::Element(element)) if element.name == "a" => {
                self.dead.push(element.attributes[0].1.clone());
            }
            (None, Node::Element(element)) if element.name == "article" => {
                self.article = Some(element);
            }
            (None, node) => self.texts.push(node),
        }
    }

    /// The article as HTML.
    pub fn html(mut self) -> String {
        assert!(self.open.is_empty(), "left open: {:?}", self.open);
        let mut article = self.article.take().unwrap();
        for child in &mut article.children {
            if let Node::Element(element) = child
                && element
                    .attributes
                    .iter()
                    .any(|(_, value)| value.starts_with("rr-texts"))
            {
                element.children = std::mem::take(&mut self.texts);
            }
        }
        let mut html = String::new();
        self.write(&Node::Element(article), &mut html);
        html
    }

    fn write(&self, node: &Node, html: &mut String) {
        let element = match node {
            Node::Words(words) => return escape(html, words, false),
            Node::Element(element) => element,
        };
        html.push('<');
        html.push_str(&element.name);
        for (name, value) in &element.attributes {
            if name == "href" && self.dead.contains(value) {
                continue;
            }
            html.push(' ');
            html.push_str(name);
            if !value.is_empty() {
                html.push_str("=\"");
                escape(html, value, true);
                html.push('"');
            }
        }
        html.push('>');
        if element.name == "pre" {
            html.push('\n');
        }
        for child in &element.children {
            self.write(child, html);
        }
        if !matches!(element.name.as_str(), "br" | "hr" | "wbr") {
            html.push_str("</");
            html.push_str(&element.name);
            html.push('>');
        }
    }
}

fn escape(html: &mut String, words: &str, in_value: bool) {
    for character in words.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' if in_value => html.push_str("&quot;"),
            _ => html.push(character),
        }
    }
}
