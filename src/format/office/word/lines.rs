//! What stands in a line: runs of words, links, fields, pictures, the places of notes.

use super::super::super::xml::{Element, Node};
use super::super::writer::Dress;
use super::super::{said, stray};
use super::languages::language_of;
use super::styles::{Letters, is_on};
use super::{SAID, Word, fields, symbols};
use crate::scan;

/// A line that is being read.
#[derive(Default)]
pub(super) struct Line<'t> {
    /// Its words, of which a title is made.
    pub words: String,
    /// The text boxes whose places are in it: they follow it.
    pub boxes: Vec<&'t Element>,
    /// Whether the next words are the sign of a note, and that note.
    sign: Option<&'t Element>,
}

impl Word {
    /// The language that all words of a paragraph are in; empty where there are several, or none is said.
    pub(super) fn language(&self, paragraph: &Element) -> String {
        let mut language = None;
        match self.add_language(paragraph, &mut language) {
            true => language.unwrap_or_default(),
            false => String::new(),
        }
    }

    /// Looks for the language of what an element holds; says whether it is the one that is known.
    fn add_language(&self, around: &Element, known: &mut Option<String>) -> bool {
        around.elements().all(|element| match &*element.name {
            "r" => {
                let words = words(element);
                if words.is_empty() {
                    return true;
                }
                let letters = element
                    .find("rPr")
                    .map(|properties| self.styles.run(properties));
                let letters = letters.as_ref().unwrap_or(&self.styles.plain);
                let language = language_of(&words, letters);
                known.get_or_insert_with(|| scan::owned(language)) == language
            }
            "txbxContent" | "del" | "moveFrom" => true,
            name => scan::listed(SAID, name) || self.add_language(element, known),
        })
    }

    /// What an element holds.
    pub(super) fn inlines<'t>(
        &mut self,
        line: &mut Line<'t>,
        around: &'t Element,
        letters: &Letters,
    ) {
        for child in &around.children {
            match child {
                Node::Element(element) => self.inline(line, element, letters),
                words => {
                    if let Some(words) = stray(words) {
                        self.words(line, words, letters);
                    }
                }
            }
        }
    }

    /// An element in the line.
    pub(super) fn inline<'t>(
        &mut self,
        line: &mut Line<'t>,
        element: &'t Element,
        letters: &Letters,
    ) {
        match &*element.name {
            "r" => self.run(line, element, letters),
            "t" => {
                for child in &element.children {
                    match child {
                        Node::Words(words) => self.words(line, words, letters),
                        Node::Element(inner) => self.inline(line, inner, letters),
                    }
                }
            }
            "tab" | "ptab" => self.words(line, " ", letters),
            "cr" => self.line_break(line),
            "br" => match said(element, "type") {
                "page" => self.writer.page_break(),
                "column" => self.writer.column_break(),
                _ => self.line_break(line),
            },
            "noBreakHyphen" => self.words(line, "\u{2011}", letters),
            "softHyphen" => self.words(line, "\u{ad}", letters),
            "sym" => {
                let drawn = symbols::symbol(said(element, "font"), said(element, "char"));
                if let Some(drawn) = drawn {
                    self.words(line, drawn.encode_utf8(&mut [0; 4]), letters);
                }
            }
            "hyperlink" => self.link(line, element, letters),
            "fldSimple" => self.field(line, element, letters),
            "fldChar" => {
                if let Some(chosen) = fields::chosen(element) {
                    self.words(line, &chosen, letters);
                }
                let kind = said(element, "fldCharType");
                self.fields.mark(kind, &mut self.writer);
            }
            "instrText" => self.fields.instruct(&element.words()),
            "bookmarkStart" => self.bookmark(said(element, "name")),
            "footnoteReference" | "endnoteReference" => {
                match is_on(said(element, "customMarkFollows")) {
                    true => line.sign = Some(element),
                    false => self.note(element, ""),
                }
            }
            "commentReference" => self.note(element, ""),
            "del" => self
                .writer
                .left_out
                .add("deleted words are", &words(element)),
            "moveFrom" => {
                let what = "words that were moved, and stand where they were moved to, are";
                self.writer.left_out.add(what, &words(element));
            }
            "delText" => self
                .writer
                .left_out
                .add("deleted words are", &element.words()),
            "drawing" | "pict" | "object" => self.picture(line, element),
            "txbxContent" => line.boxes.push(element),
            "AlternateContent" => {
                if let Some(first) = element.elements().next() {
                    self.inlines(line, first, letters);
                }
            }
            // Word has the small signs before those that they explain.
            "ruby" => {
                let (small, others): (Vec<_>, Vec<_>) =
                    element.elements().partition(|part| part.name == "rt");
                for part in others.into_iter().chain(small) {
                    self.inline(line, part, letters);
                }
            }
            "rt" => self.within("rt", line, element, letters),
            "oMath" => self.within("math", line, element, letters),
            // A fraction has what is divided above what divides it.
            "sup" | "num" => self.within("sup", line, element, letters),
            "sub" | "den" => self.within("sub", line, element, letters),
            // Signs of formulas, which stand in no words.
            "nary" => {
                self.sign(line, element, "naryPr/chr", "∫");
                self.inlines(line, element, letters);
            }
            "d" => {
                self.sign(line, element, "dPr/begChr", "(");
                self.inlines(line, element, letters);
                self.sign(line, element, "dPr/endChr", ")");
            }
            "deg" => {
                self.within("sup", line, element, letters);
                self.sign(line, element, "", "√");
            }
            // Blocks where none should be.
            "p" | "tbl" => self.block(element),
            name if scan::listed(SAID, name) => {}
            _ => self.inlines(line, element, letters),
        }
    }

    /// What an element holds, within one of HTML.
    fn within<'t>(
        &mut self,
        name: &str,
        line: &mut Line<'t>,
        element: &'t Element,
        letters: &Letters,
    ) {
        self.writer.start(name, &[]);
        self.inlines(line, element, letters);
        self.writer.end();
    }

    fn line_break(&mut self, line: &mut Line) {
        line.words.push('\n');
        self.writer.line_break();
    }

    /// A sign of a formula, which is said of it if it is not the usual one.
    fn sign(&mut self, line: &mut Line, element: &Element, path: &str, usual: &str) {
        let sign = element.find(path).map_or(usual, |sign| said(sign, "val"));
        self.words(line, sign, &Letters::default());
    }

    /// Words that are dressed alike.
    fn run<'t>(&mut self, line: &mut Line<'t>, run: &'t Element, letters: &Letters) {
        match run.find("rPr") {
            Some(properties) => {
                let letters = self.styles.run(properties);
                self.inlines(line, run, &letters);
            }
            None => self.inlines(line, run, letters),
        }
        // A note whose sign did not follow.
        if let Some(note) = line.sign.take() {
            self.note(note, "");
        }
    }

    fn words(&mut self, line: &mut Line, words: &str, letters: &Letters) {
        let font = letters.font.as_deref().unwrap_or_default();
        let drawn = symbols::words(font, words);
        let words = drawn.as_deref().unwrap_or(words);
        if self.fields.is_instruction() {
            return self
                .writer
                .left_out
                .add("the instruction of a field is", words);
        }
        if let Some(note) = line.sign.take() {
            return self.note(note, scan::trimmed(words));
        }
        line.words.push_str(words);
        let dress = Dress {
            look: letters.is,
            language: scan::owned(language_of(words, letters)),
            direction: "",
            is_hidden: letters.hidden == Some(true),
        };
        self.writer.words(words, &dress);
    }

    /// A link to the web, or to a place in the document.
    fn link<'t>(&mut self, line: &mut Line<'t>, link: &'t Element, letters: &Letters) {
        // Both have an `id`; only that of a relationship has a prefix of its own, and nothing else has one here.
        let address = self.links.address(said(link, "id")).unwrap_or_default();
        let place = said(link, "anchor");
        let target = match place {
            "" => scan::owned(address),
            place => scan::joined(&[address, "#", place]),
        };
        self.writer.start("a", &[("href", &target)]);
        self.inlines(line, link, letters);
        self.writer.end();
    }

    /// A field that is an element: its instruction is an attribute.
    fn field<'t>(&mut self, line: &mut Line<'t>, field: &'t Element, letters: &Letters) {
        let target = fields::target(said(field, "instr"));
        if let Some(target) = &target {
            self.writer.start("a", &[("href", target)]);
        }
        self.inlines(line, field, letters);
        if target.is_some() {
            self.writer.end();
        }
    }

    /// A place that has a name; the one that Word goes back to has none to anybody else.
    fn bookmark(&mut self, name: &str) {
        if name != "_GoBack" {
            self.writer.place(name);
        }
    }

    /// A picture with its description, or a frame with text boxes in it.
    fn picture<'t>(&mut self, line: &mut Line<'t>, element: &'t Element) {
        let mut found = Found::default();
        found.look(element, &mut line.boxes);
        if found.has_picture || !found.description.is_empty() {
            self.writer.picture(&scan::folded(&found.description));
        }
        if !found.diagram.is_empty() {
            self.writer
                .left_out
                .add("what is drawn by another program is", found.diagram);
        }
    }
}

/// What is in a drawing.
#[derive(Default)]
struct Found<'t> {
    has_picture: bool,
    description: String,
    diagram: &'t str,
}

impl<'t> Found<'t> {
    fn look(&mut self, element: &'t Element, boxes: &mut Vec<&'t Element>) {
        match &*element.name {
            "txbxContent" => return boxes.push(element),
            "docPr" | "cNvPr" => self.describe(said(element, "descr"), said(element, "title")),
            "shape" | "rect" | "oval" | "group" => self.describe(said(element, "alt"), ""),
            "imagedata" => {
                self.has_picture = true;
                self.describe(said(element, "title"), "");
            }
            // Words that are drawn in a shape.
            "textpath" => self.describe(said(element, "string"), ""),
            "pic" => self.has_picture = true,
            "chart" => self.diagram = "a chart",
            "relIds" => self.diagram = "a diagram",
            "OLEObject" => self.diagram = said(element, "ProgID"),
            "AlternateContent" => {
                if let Some(first) = element.elements().next() {
                    self.look(first, boxes);
                }
                return;
            }
            _ => {}
        }
        for inner in element.elements() {
            self.look(inner, boxes);
        }
    }

    /// Keeps the first description, or title, that is said.
    fn describe(&mut self, description: &str, title: &str) {
        let said = if description.is_empty() {
            title
        } else {
            description
        };
        if self.description.is_empty() {
            self.description.push_str(said);
        }
    }
}

/// All words in an element, deleted ones too; those of blocks apart from each other.
pub(super) fn words(element: &Element) -> String {
    let mut words = String::new();
    gather(element, &mut words);
    scan::folded(&words)
}

fn gather(element: &Element, words: &mut String) {
    for inner in element.elements() {
        match &*inner.name {
            "t" | "delText" => {
                if let Some(Node::Words(more)) = inner.children.first() {
                    words.push_str(more);
                }
            }
            "tab" | "br" | "cr" => words.push(' '),
            "AlternateContent" => {
                if let Some(first) = inner.elements().next() {
                    gather(first, words);
                }
            }
            name if scan::listed(SAID, name) => {}
            name => {
                gather(inner, words);
                if matches!(name, "p" | "tc") {
                    words.push(' ');
                }
            }
        }
    }
}
