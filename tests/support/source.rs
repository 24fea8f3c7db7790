//! The words and the elements of an XML source, read without the reader that is tested: by roxmltree, and where the source
//! is ill-formed by a scan for `<` and `>`.

use roxmltree::{Document, Node, ParsingOptions};

/// A source in the order of its bytes.
#[derive(Default)]
pub struct Source {
    pub tokens: Vec<Token>,
    pub elements: Vec<Element>,
    /// Whether it is well-formed, or else what is wrong.
    pub fault: Option<String>,
}

/// What a source is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    /// A character that is no white space.
    Char(char),
    /// A character that is.
    Space(char),
    /// An element begins: its index among the elements.
    Start(usize),
    /// It ends.
    End(usize),
}

/// An element.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its name without a prefix; with `eg:` before it where it is an example.
    pub name: String,
    /// The element that it stands in.
    pub parent: Option<usize>,
    /// Its attributes, by their names without a prefix.
    pub attributes: Vec<(String, String)>,
    /// The tokens at which it begins and ends.
    pub start: usize,
    pub end: usize,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let named = self.attributes.iter().find(|(known, _)| known == name);
        named.map(|(_, value)| &**value)
    }
}

const EXAMPLES: &str = "http://www.tei-c.org/ns/Examples";

impl Source {
    pub fn read(text: &str) -> Source {
        let options = ParsingOptions {
            allow_dtd: true,
            ..ParsingOptions::default()
        };
        match Document::parse_with_options(text, options) {
            Ok(document) => {
                let mut source = Source::default();
                source.add(document.root_element(), None);
                source
            }
            Err(error) => Source {
                fault: Some(error.to_string()),
                ..Source::scan(text)
            },
        }
    }

    fn add(&mut self, node: Node, parent: Option<usize>) {
        let tag = node.tag_name();
        let is_example = tag.namespace() == Some(EXAMPLES);
        let index = self.begin(
            &format!("{}{}", if is_example { "eg:" } else { "" }, tag.name()),
            parent,
        );
        self.elements[index].attributes = node
            .attributes()
            .map(|attribute| (attribute.name().to_owned(), attribute.value().to_owned()))
            .collect();
        for child in node.children() {
            if child.is_element() {
                self.add(child, Some(index));
            } else if child.is_text() {
                self.words(child.text().unwrap_or_default());
            }
        }
        self.end(index);
    }

    fn begin(&mut self, name: &str, parent: Option<usize>) -> usize {
        let (index, start) = (self.elements.len(), self.tokens.len());
        self.tokens.push(Token::Start(index));
        self.elements.push(Element {
            name: name.to_owned(),
            parent,
            attributes: Vec::new(),
            start,
            end: start,
        });
        index
    }

    fn end(&mut self, index: usize) {
        self.elements[index].end = self.tokens.len();
        self.tokens.push(Token::End(index));
    }

    fn words(&mut self, words: &str) {
        self.tokens.extend(words.chars().map(|c| match c {
            ' ' | '\t' | '\n' | '\r' => Token::Space(c),
            c => Token::Char(c),
        }));
    }

    /// The source without any notion of XML but that tags stand between `<` and `>`: elements end where the innermost of
    /// that name does, or where the one around them ends. Attributes are not looked at.
    pub fn scan(text: &str) -> Source {
        let mut source = Source::default();
        let mut open: Vec<usize> = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find('<') {
            source.words_around(&open, &rest[..at]);
            rest = &rest[at..];
            let (kind, length) = markup(rest);
            let inside = &rest[..length];
            rest = &rest[length..];
            match kind {
                Markup::Aside => {}
                Markup::Words(_) if open.is_empty() => {}
                Markup::Words(words) => source.words(words),
                Markup::End => {
                    let name = local(inside[2..].trim_end_matches('>').trim());
                    let named = |index: &usize| source.elements[*index].name == name;
                    if let Some(depth) = open.iter().rposition(named) {
                        for index in open.drain(depth..).rev() {
                            source.end(index);
                        }
                    }
                }
                Markup::Start => {
                    let words = inside[1..].trim_end_matches('>').trim_end_matches('/');
                    let name = words.split_whitespace().next().unwrap_or_default();
                    let index = source.begin(local(name), open.last().copied());
                    match inside.ends_with("/>") {
                        true => source.end(index),
                        false => open.push(index),
                    }
                }
            }
        }
        source.words_around(&open, rest);
        for index in open.into_iter().rev() {
            source.end(index);
        }
        source
    }

    fn words_around(&mut self, open: &[usize], words: &str) {
        if !open.is_empty() {
            self.words(&resolved(words));
        }
    }

    /// The name of the element, and of those around it.
    pub fn path(&self, index: usize) -> String {
        let element = &self.elements[index];
        let around = element.parent.map(|parent| self.path(parent) + "/");
        around.unwrap_or_default() + &element.name
    }

    /// The characters of an element that are no white space.
    pub fn letters(&self, index: usize) -> String {
        let element = &self.elements[index];
        let letter = |token: &Token| match token {
            Token::Char(c) => Some(*c),
            _ => None,
        };
        self.tokens[element.start..element.end]
            .iter()
            .filter_map(letter)
            .collect()
    }
}

enum Markup<'t> {
    Start,
    End,
    /// A comment, an instruction, a declaration.
    Aside,
    /// What is in a section of character data, or a `<` that begins nothing.
    Words(&'t str),
}

/// What begins with `<`, and how many bytes it has.
fn markup(rest: &str) -> (Markup<'_>, usize) {
    let to = |end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
    if rest.starts_with("<!--") {
        (Markup::Aside, to("-->"))
    } else if let Some(words) = rest.strip_prefix("<![CDATA[") {
        let words = &words[..words.find("]]>").unwrap_or(words.len())];
        (Markup::Words(words), to("]]>"))
    } else if rest.starts_with("<?") {
        (Markup::Aside, to("?>"))
    } else if rest.starts_with("<!") {
        let subset = rest.find('[').is_some_and(|at| at < to(">"));
        (Markup::Aside, to(if subset { "]>" } else { ">" }))
    } else if rest.starts_with("</") {
        (Markup::End, to(">"))
    } else if rest[1..].starts_with(|c: char| c.is_alphabetic() || c == '_') {
        (Markup::Start, tag(rest).unwrap_or_else(|| to(">")))
    } else {
        (Markup::Words(&rest[..1]), 1)
    }
}

/// How many bytes there are to the end of a tag that has no `>` but in its values.
fn tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (c, quote) {
            ('>', None) => return Some(at + 1),
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Words with the references of XML resolved, and without others: nobody but the reader knows what it makes of those.
fn resolved(words: &str) -> String {
    let mut resolved = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        resolved.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some((name, after)) = rest.split_once(';').filter(|(name, _)| is_name(name)) else {
            resolved.push('&');
            continue;
        };
        rest = after;
        let hex = name
            .strip_prefix("#x")
            .map(|hex| u32::from_str_radix(hex, 16));
        let number = hex.or_else(|| name.strip_prefix('#').map(str::parse));
        let number = number.and_then(Result::ok).filter(|number| *number > 0);
        resolved.extend(match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => number.and_then(char::from_u32),
        });
    }
    resolved + rest
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '#')
}
