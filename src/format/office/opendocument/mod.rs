//! Texts of OpenDocument: the part with the text, and those with styles and properties, to a document.

mod lines;
mod styles;
mod tables;

use super::super::xml::{Element, Node};
use super::parts::Parts;
use super::record::Properties;
use super::writer::{Dress, Writer, primary};
use super::{blocks, said};
use crate::diagnostic::Remarks;
use crate::document::{Language, Note, NoteKind, Record, Text};
use crate::format::keys;
use crate::limits;
use crate::scan;
use styles::{Kind, Style, Styles};

/// Reads the parts of a document.
pub(super) fn read(parts: &mut Parts, remarks: &mut Remarks) -> (Record, Text) {
    let mut styles = Styles::default();
    let mut heads = Vec::new();
    blocks::read(
        parts,
        "styles.xml",
        remarks,
        &mut |_, block| match &*block.name {
            "master-styles" => page_heads(block, &mut heads),
            _ => styles.add(block, "styles"),
        },
    );
    let mut record = properties(parts, remarks).record(remarks);
    let said = keys::language(&record);
    let language = said.or_else(|| Language::from_tag(&styles.language));
    let mut text = OpenDocument {
        writer: Writer::new(language),
        styles,
        title: String::new(),
        number: 0,
        notes_deep: 0,
    };
    let main = scan::owned(parts.main());
    blocks::read(parts, &main, remarks, &mut |around, block| match around {
        "automatic-styles" | "styles" => text.styles.add(block, around),
        _ => text.block(block),
    });
    for (what, words) in heads {
        text.writer.left_out.add_once(what, &words);
    }
    if record.title.is_none() && !text.title.is_empty() {
        record.title = Some(text.title);
    }
    (record, text.writer.finish(remarks))
}

/// The properties of the file. Who made it first, and when, is asked for; who changed it last is somebody else.
fn properties(parts: &mut Parts, remarks: &mut Remarks) -> Properties {
    let mut properties = Properties::default();
    if let Some(meta) = parts.tree("meta.xml", remarks) {
        for element in meta.elements() {
            properties.add(element);
        }
    }
    if properties.has("initial-creator") {
        properties.rename("creator", "lastModifiedBy");
        properties.rename("initial-creator", "creator");
    }
    properties.rename("date", "modified");
    properties
}

/// What stands above and below each page.
fn page_heads(masters: &Element, heads: &mut Vec<(&'static str, String)>) {
    for page in masters.elements() {
        for element in page.elements() {
            let what = match &*element.name {
                "header" | "header-left" | "header-first" => "the head of pages is",
                "footer" | "footer-left" | "footer-first" => "the foot of pages is",
                _ => continue,
            };
            heads.push((what, lines::words(element)));
        }
    }
}

/// A text that is being read.
struct OpenDocument {
    writer: Writer,
    styles: Styles,
    /// The words of the first paragraph in the style of titles.
    title: String,
    /// The number of the last note that has none of its own.
    number: u32,
    /// How many notes are open, each in the one before.
    notes_deep: usize,
}

/// Elements that hold no words of the text, but what is said of it.
const SAID: &str = "forms|variable-decls|sequence-decls|user-field-decls|dde-connection-decls|scripts|font-face-decls|\
    table-columns|table-column|table-of-content-source|illustration-index-source|table-index-source|object-index-source|\
    user-index-source|alphabetical-index-source|bibliography-source|alphabetical-index-auto-mark-file|\
    event-listeners|named-expressions|shapes|soft-page-break";

impl OpenDocument {
    // Blocks.

    fn block(&mut self, block: &Element) {
        match &*block.name {
            "h" | "p" => self.paragraph(block, false),
            "list" => self.list(block, 1),
            "table" => self.table(block),
            "tracked-changes" => self.deletions(block),
            "section" | "index-body" | "index-title" => self.group(block),
            "numbered-paragraph" => {
                self.writer.start("li", &[]);
                self.blocks(block);
                self.writer.end();
            }
            "bookmark" | "bookmark-start" | "reference-mark" | "frame" | "custom-shape"
            | "rect" | "span" | "a" | "note" | "annotation" => self.line(block),
            name if scan::listed(SAID, name) => {}
            _ => self.blocks(block),
        }
    }

    fn blocks(&mut self, around: &Element) {
        for child in &around.children {
            match child {
                Node::Element(block) => self.block(block),
                words => self.writer.stray(words),
            }
        }
    }

    /// What stands in a line, although no paragraph is around it.
    fn line(&mut self, element: &Element) {
        let mut line = lines::Line::default();
        self.inline(&mut line, element, &Dress::default());
        self.boxes(line);
    }

    fn group(&mut self, section: &Element) {
        // A quotation that began before it does not go on in it.
        self.writer.leave();
        self.writer.start("div", &[]);
        self.blocks(section);
        self.writer.leave();
        self.writer.end();
    }

    /// A paragraph, or a heading; or all that an item or a cell holds, which then has its words.
    fn paragraph(&mut self, paragraph: &Element, is_alone: bool) {
        let style = self.styles.paragraph(said(paragraph, "style-name"));
        if style.breaks_page {
            self.writer.page_break();
        }
        let mut line = lines::Line::default();
        let dress = Dress {
            look: style.look,
            language: style.language_tag(),
            ..Dress::default()
        };
        if lines::is_empty(paragraph) {
            self.inlines(&mut line, paragraph, &dress);
            return self.boxes(line);
        }
        let is_title = style.kind == Kind::Title;
        let level = match &*paragraph.name {
            _ if is_title => Some(0),
            "h" => Some(
                scan::number(said(paragraph, "outline-level"))
                    .unwrap_or(1)
                    .max(1)
                    - 1,
            ),
            _ => None,
        };
        match (level, style.kind) {
            (None, Kind::Quotation) => self.writer.quotation(),
            _ => self.writer.leave(),
        }
        let is_bare =
            is_alone && level.is_none() && style.place.is_empty() && style.kind == Kind::None;
        if !is_bare {
            self.element(self.name(level, &style), &style);
        }
        self.inlines(&mut line, paragraph, &dress);
        if !is_bare {
            self.writer.end();
        }
        if is_title && self.title.is_empty() {
            self.title = scan::folded(&line.words);
        }
        self.boxes(line);
    }

    /// The element of HTML for a paragraph. Behind a title, which is above them all, each heading is a level deeper.
    fn name(&self, level: Option<u32>, style: &Style) -> &'static str {
        const NAMES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let Some(level) = level else {
            return match style.kind {
                Kind::Preformatted => "pre",
                _ => "p",
            };
        };
        let below_title = style.kind != Kind::Title && !self.title.is_empty();
        let level = level.saturating_add(u32::from(below_title));
        NAMES.get(level as usize).unwrap_or(&"h6")
    }

    fn element(&mut self, name: &str, style: &Style) {
        let mut attributes = Vec::new();
        if !style.place.is_empty() {
            attributes.push(("align", style.place));
        }
        if style.is_rtl {
            attributes.push(("dir", "rtl"));
        }
        self.writer
            .start_in(name, &attributes, &style.language_tag());
    }

    /// The text boxes whose places were in a line.
    fn boxes(&mut self, line: lines::Line) {
        for content in line.boxes {
            let around = self.writer.enter();
            self.writer.start("aside", &[]);
            self.blocks(content);
            self.writer.go_back(around);
            self.writer.end();
        }
    }

    /// A list on a level, counted from 1.
    fn list(&mut self, list: &Element, level: u32) {
        self.writer.leave();
        let name = said(list, "style-name");
        if !name.is_empty() {
            self.styles.list = scan::owned(name);
        }
        match self.styles.sign(level) {
            Some(sign) => {
                let sign = sign.encode_utf8(&mut [0; 4]).to_owned();
                self.writer.start("ol", &[("type", &sign)]);
            }
            None => self.writer.start("ul", &[]),
        }
        for child in list.elements() {
            let around = self.writer.enter();
            match &*child.name {
                "list-item" | "list-header" => {
                    let value = said(child, "start-value");
                    let attributes = [("value", value)];
                    self.writer.start(
                        "li",
                        attributes
                            .get(usize::from(value.is_empty())..)
                            .unwrap_or(&[]),
                    );
                    self.items(child, level);
                    self.writer.go_back(around);
                    self.writer.end();
                }
                _ => {
                    self.block(child);
                    self.writer.go_back(around);
                }
            }
        }
        self.writer.end();
    }

    /// What an item or a cell holds: lists in it are a level deeper.
    pub(super) fn items(&mut self, item: &Element, level: u32) {
        let is_alone = has_one(item);
        for child in &item.children {
            match child {
                Node::Element(list) if list.name == "list" => {
                    self.list(list, level.saturating_add(1))
                }
                Node::Element(paragraph) if paragraph.name == "p" => {
                    self.paragraph(paragraph, is_alone)
                }
                Node::Element(block) => self.block(block),
                words => self.writer.stray(words),
            }
        }
    }

    // Notes.

    /// A footnote or an endnote, with its sign.
    fn note(&mut self, note: &Element) {
        let citation = note.find("note-citation");
        let label = citation
            .map(|citation| citation.words())
            .unwrap_or_default();
        let label = match &*label {
            "" => {
                self.number += 1;
                let mut number = String::new();
                scan::push_number(&mut number, self.number, 1);
                number
            }
            _ => label,
        };
        let body = note.elements().find(|element| element.name == "note-body");
        self.put(Some(label), body.unwrap_or(note), ("", ""));
    }

    /// A comment. Comments have letters, as nobody has numbered them.
    fn annotation(&mut self, annotation: &Element) {
        let said = |name| {
            annotation
                .find(name)
                .map(Element::words)
                .unwrap_or_default()
        };
        self.put(None, annotation, (&said("creator"), &said("date")));
    }

    fn put(&mut self, label: Option<String>, note: &Element, signed: (&str, &str)) {
        if self.notes_deep >= limits::NOTES_DEEP {
            return self.blocks(note);
        }
        let note_said = Note {
            kind: NoteKind::Numbered,
            label,
            id: None,
        };
        let around = self.writer.start_note(note_said, "");
        self.notes_deep += 1;
        self.writer.signature(signed.0, signed.1);
        for child in &note.children {
            match child {
                Node::Element(element)
                    if scan::listed(
                        "creator|date|creator-initials|note-citation",
                        &element.name,
                    ) => {}
                Node::Element(block) => self.block(block),
                words => self.writer.stray(words),
            }
        }
        self.notes_deep -= 1;
        self.writer.end_note(around);
    }

    /// What was deleted while changes were recorded.
    fn deletions(&mut self, changes: &Element) {
        for change in changes.elements() {
            for deletion in change.elements().filter(|kind| kind.name == "deletion") {
                self.writer
                    .left_out
                    .add("deleted words are", &lines::words(deletion));
            }
        }
    }
}

/// Whether an element holds one paragraph, and no table.
fn has_one(around: &Element) -> bool {
    let blocks = around.elements().filter(|block| block.name != "list");
    blocks.count() == 1
}

/// The tag of a language and a country, each as it is written.
fn tag(language: &str, country: &str) -> String {
    match (language, country) {
        ("" | "none" | "zxx", _) => String::new(),
        (language, "" | "none") => scan::owned(primary(language)),
        (language, country) => scan::joined(&[language, "-", country]),
    }
}
