//! What stands in a line: words in their styles, links, pictures, the places of notes.

use super::super::super::xml::{Element, Node};
use super::super::said;
use super::super::writer::Dress;
use super::{OpenDocument, SAID};
use crate::scan;

/// A line that is being read.
#[derive(Default)]
pub(super) struct Line<'t> {
    /// Its words, of which a title is made.
    pub words: String,
    /// The text boxes whose places are in it: they follow it.
    pub boxes: Vec<&'t Element>,
}

/// How many spaces an element may stand for.
const SPACES: u32 = 100;

impl OpenDocument {
    /// What an element holds.
    pub(super) fn inlines<'t>(&mut self, line: &mut Line<'t>, around: &'t Element, dress: &Dress) {
        for child in &around.children {
            match child {
                Node::Element(element) => self.inline(line, element, dress),
                Node::Words(words) => self.words(line, words, dress),
            }
        }
    }

    /// An element in the line.
    pub(super) fn inline<'t>(&mut self, line: &mut Line<'t>, element: &'t Element, dress: &Dress) {
        match &*element.name {
            "span" => {
                let dress = self.dressed(element, dress);
                self.inlines(line, element, &dress);
            }
            "a" => {
                self.writer.start("a", &[("href", said(element, "href"))]);
                self.inlines(line, element, dress);
                self.writer.end();
            }
            "s" => {
                let count = scan::number(said(element, "c")).unwrap_or(1).min(SPACES);
                self.words(line, &scan::repeated(" ", count), dress);
            }
            "tab" => self.words(line, " ", dress),
            "line-break" => {
                line.words.push('\n');
                self.writer.line_break();
            }
            "note" => self.note(element),
            "annotation" => self.annotation(element),
            "bookmark" | "bookmark-start" | "reference-mark" | "reference-mark-start" => {
                self.writer.place(said(element, "name"));
            }
            "ruby-text" => {
                self.writer.start("rt", &[]);
                self.inlines(line, element, dress);
                self.writer.end();
            }
            "frame" | "custom-shape" | "rect" | "ellipse" | "g" | "line" | "polygon" | "path"
            | "polyline" | "connector" | "caption" | "control" | "text-box" => {
                self.drawing(line, element)
            }
            "math" => {
                self.writer.start("math", &[]);
                self.inlines(line, element, dress);
                self.writer.end();
            }
            "hidden-text" | "hidden-paragraph" => {
                self.writer
                    .left_out
                    .add("hidden words are", &element.words());
            }
            // Blocks where none should be.
            "p" | "h" | "list" | "table" => self.block(element),
            name if scan::listed(SAID, name) => {}
            _ => self.inlines(line, element, dress),
        }
    }

    fn words(&mut self, line: &mut Line, words: &str, dress: &Dress) {
        line.words.push_str(words);
        self.writer.words(words, dress);
    }

    /// How words in a style are dressed, that stand among others.
    fn dressed(&self, element: &Element, around: &Dress) -> Dress {
        let style = self.styles.words(said(element, "style-name"));
        Dress {
            look: around.look.with(style.look),
            language: style.language.unwrap_or_else(|| around.language.clone()),
            direction: around.direction,
            is_hidden: around.is_hidden || style.is_hidden,
        }
    }

    /// A picture with its description, or a frame with text in it.
    fn drawing<'t>(&mut self, line: &mut Line<'t>, element: &'t Element) {
        let mut found = Found::default();
        found.look(element, &mut line.boxes);
        if found.has_picture || !found.description.is_empty() {
            let description = match &*found.description {
                "" => found.title,
                description => scan::owned(description),
            };
            self.writer.picture(&description);
        }
        if found.has_object {
            self.writer
                .left_out
                .add("what is drawn by another program is", "an object");
        }
    }
}

/// What is in a drawing.
#[derive(Default)]
struct Found {
    has_picture: bool,
    has_object: bool,
    title: String,
    description: String,
}

impl Found {
    fn look<'t>(&mut self, element: &'t Element, boxes: &mut Vec<&'t Element>) {
        match &*element.name {
            "title" if self.title.is_empty() => self.title = element.words(),
            "desc" if self.description.is_empty() => self.description = element.words(),
            "title" | "desc" => {}
            "image" => {
                self.has_picture = true;
                self.into(element, boxes);
            }
            "object" | "object-ole" | "plugin" | "applet" => {
                self.has_object = true;
                self.into(element, boxes);
            }
            // The box that has the words, or the shape itself.
            "text-box" => boxes.push(element),
            "p" | "h" | "list" | "table" => boxes.push(element),
            name if scan::listed(SAID, name) => {}
            _ => self.into(element, boxes),
        }
    }

    fn into<'t>(&mut self, element: &'t Element, boxes: &mut Vec<&'t Element>) {
        for inner in element.elements() {
            self.look(inner, boxes);
        }
    }
}

/// Whether an element has no words, notes or pictures in it.
pub(super) fn is_empty(element: &Element) -> bool {
    element.children.iter().all(|child| match child {
        Node::Words(words) => scan::trim_start(words, scan::BLANKS).is_empty(),
        Node::Element(inner) => match &*inner.name {
            "note" | "annotation" | "frame" | "custom-shape" => false,
            name => scan::listed(SAID, name) || is_empty(inner),
        },
    })
}

/// All words in an element; those of blocks apart from each other.
pub(super) fn words(element: &Element) -> String {
    let mut words = String::new();
    gather(element, &mut words);
    scan::folded(&words)
}

fn gather(element: &Element, words: &mut String) {
    for child in &element.children {
        match child {
            Node::Words(more) => words.push_str(more),
            Node::Element(inner) => match &*inner.name {
                // Who deleted it, and when.
                "change-info" => {}
                "s" | "tab" | "line-break" => words.push(' '),
                _ => {
                    gather(inner, words);
                    if matches!(&*inner.name, "p" | "h") {
                        words.push(' ');
                    }
                }
            },
        }
    }
}
