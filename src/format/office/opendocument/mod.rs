//! Texts of OpenDocument: the part with the text, and those with styles and properties, to a document.

mod lines;
mod numbering;
mod styles;
mod tables;

use super::super::xml::{Element, Node};
use super::head::Head;
use super::numbers::Number;
use super::parts::Parts;
use super::record::Properties;
use super::writer::{Around, Dress, Item, Writer, primary};
use super::{blocks, said};
use crate::diagnostic::Remarks;
use crate::document::{Language, Note, NoteKind, Record, Text, position};
use crate::format::keys;
use crate::limits;
use crate::scan;
use numbering::Lists;
use styles::{Kind, Style, Styles};

/// Reads the parts of a document.
pub(super) fn read(parts: &mut Parts, remarks: &mut Remarks) -> (Record, Text) {
    let mut styles = Styles::default();
    let mut heads = Vec::new();
    let main = scan::owned(parts.main());
    let mut properties = Properties::default();
    if parts.are_flat() {
        // Its faults are told when the text is read.
        let unsaid = &mut Remarks::default();
        blocks::read(parts, &main, unsaid, &mut |around, block| match around {
            "document" if block.name == "meta" => properties.add(block),
            _ if block.name == "master-styles" => page_heads(block, &mut heads),
            "styles" => styles.add(block, around),
            _ => {}
        });
    } else {
        blocks::read(
            parts,
            "styles.xml",
            remarks,
            &mut |_, block| match &*block.name {
                "master-styles" => page_heads(block, &mut heads),
                _ => styles.add(block, "styles"),
            },
        );
        if let Some(meta) = parts.tree("meta.xml", remarks) {
            for element in meta.elements() {
                properties.add(element);
            }
        }
    }
    settle(&mut properties);
    let record = properties.record(&Head::default(), &mut Remarks::default());
    let said = keys::language(&record);
    let language = said.or_else(|| Language::from_tag(&styles.language));
    let mut text = OpenDocument {
        writer: Writer::new(language),
        styles,
        lists: Lists::default(),
        is_in_cell: false,
        head: Some(Head::default()),
        title: String::new(),
        number: 0,
        notes_deep: 0,
    };
    blocks::read(parts, &main, remarks, &mut |around, block| match around {
        // Of a single file what stands before its text.
        "document" => {}
        "automatic-styles" | "styles" => text.styles.add(block, around),
        _ => text.block(block),
    });
    for (what, words) in heads {
        text.writer.left_out.add_once(what, &words);
    }
    let mut record = properties.record(&text.head.unwrap_or_default(), remarks);
    if record.title.is_none() && !text.title.is_empty() {
        record.title = Some(text.title);
    }
    (record, text.writer.finish(remarks))
}

/// Who made the file first, and when, is asked for; who changed it last is somebody else.
fn settle(properties: &mut Properties) {
    if properties.has("initial-creator") {
        properties.rename("creator", "lastModifiedBy");
        properties.rename("initial-creator", "creator");
    }
    properties.rename("date", "modified");
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
    lists: Lists,
    /// Whether what comes stands in a cell.
    is_in_cell: bool,
    /// What is typed above the text; none within tables, boxes and notes.
    head: Option<Head>,
    /// The words of the first paragraph in the style of titles.
    title: String,
    /// The number of the last note that has none of its own.
    number: u32,
    /// How many notes are open, each in the one before.
    notes_deep: usize,
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug)]
enum Place<'n> {
    Block,
    /// It is all that a cell holds, which then has its words.
    Alone,
    /// In a list, on that level, with its number or sign; with none where it goes on with an item. Whether it is all that
    /// the item holds.
    Listed(usize, &'n Number, bool),
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
            "h" | "p" => self.paragraph(block, Place::Block),
            "list" => self.list(block, 0),
            "table" => self.table(block),
            "tracked-changes" => self.deletions(block),
            "section" | "index-body" | "index-title" => self.group(block),
            "numbered-paragraph" => {
                let level = scan::number(said(block, "level")).unwrap_or(1);
                let before = self.lists.enter(block, 0);
                self.list_item(block, (level as usize).saturating_sub(1));
                self.lists.leave(before);
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

    /// A paragraph, or a heading.
    fn paragraph(&mut self, paragraph: &Element, place: Place) {
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
        let level = level(paragraph, &style);
        let heading = level.and_then(|level| self.heading_number(paragraph, level, &style, place));
        let (number, is_alone) = match (&heading, place) {
            (Some(number), _) => (number, false),
            (None, Place::Listed(_, number, is_alone)) => (number, is_alone),
            (None, _) => (&Number::default(), matches!(place, Place::Alone)),
        };
        let is_blank = lines::is_empty(paragraph);
        if is_blank && !number.stands_alone(level.is_some() || self.is_in_cell) {
            self.inlines(&mut line, paragraph, &dress);
            return self.boxes(line);
        }
        let is_item = number.is_item && level.is_none() && !is_blank;
        let around = is_item.then(|| self.item(number, place, &style));
        let is_whole = is_alone && (is_item || is_blank || matches!(place, Place::Alone));
        let is_bare =
            is_whole && level.is_none() && style.place.is_empty() && style.kind == Kind::None;
        if !is_bare {
            match (place, style.kind) {
                (_, Kind::Quotation) if level.is_none() => self.writer.quotation(),
                (Place::Listed(at, ..), _) if !is_item && level.is_none() => self.go_on(at, number),
                _ => self.writer.leave(),
            }
            self.element(self.name(level, &style), &style);
        }
        if !is_item {
            self.writer.number(number);
        }
        self.inlines(&mut line, paragraph, &dress);
        if !is_bare {
            self.writer.end();
        }
        if let Some(around) = around {
            self.writer.go_back(around);
        }
        if style.kind == Kind::Title && self.title.is_empty() {
            self.title = scan::folded(&line.words);
        }
        if let Some(head) = &mut self.head {
            head.paragraph(&line.words);
        }
        self.boxes(line);
    }

    /// The number of a heading: of the list that it stands in, else of the headings.
    fn heading_number(
        &mut self,
        heading: &Element,
        level: u32,
        style: &Style,
        place: Place,
    ) -> Option<Number> {
        match place {
            Place::Listed(_, number, _) if !number.words.is_empty() => None,
            _ if heading.name != "h" || style.has_no_number => None,
            _ if said(heading, "is-list-header") == "true" => None,
            _ => self
                .lists
                .count_heading(&self.styles, level as usize, heading),
        }
    }

    /// An item begins; what was open around it is put aside.
    fn item(&mut self, number: &Number, place: Place, style: &Style) -> Around {
        let level = match place {
            Place::Listed(level, ..) => level,
            _ => 0,
        };
        self.writer.item(&Item {
            list: &self.lists.name(),
            level: position(level),
            number: number.value,
            sign: &number.sign,
            language: &style.language_tag(),
        });
        self.writer.enter()
    }

    /// A paragraph of a list comes that is no item: a number with words, or the rest of an item.
    fn go_on(&mut self, level: usize, number: &Number) {
        let above = level + usize::from(number.words.is_empty());
        self.writer.go_on(&self.lists.name(), position(above));
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
        let head = self.head.take();
        for content in line.boxes {
            let around = self.writer.enter();
            self.writer.start("aside", &[]);
            self.blocks(content);
            self.writer.go_back(around);
            self.writer.end();
        }
        self.head = head;
    }

    /// A list on a level, counted from 0.
    fn list(&mut self, list: &Element, level: usize) {
        if level == 0 {
            self.writer.end_quotation();
        }
        let before = self.lists.enter(list, level);
        for child in list.elements() {
            match &*child.name {
                "list-item" | "list-header" => self.list_item(child, level),
                _ => self.aside(child),
            }
        }
        self.lists.leave(before);
    }

    /// An item of a list, which has a number unless it is a head: its first paragraph does.
    fn list_item(&mut self, item: &Element, level: usize) {
        let is_alone = has_one(item);
        let mut waits = item.name != "list-header";
        for child in &item.children {
            let Node::Element(block) = child else {
                self.writer.stray(child);
                continue;
            };
            if block.name == "list" {
                self.list(block, level.saturating_add(1));
                continue;
            }
            let number = match std::mem::take(&mut waits) {
                true => self
                    .lists
                    .count(&self.styles, level, said(item, "start-value")),
                false => Number::default(),
            };
            match &*block.name {
                "p" | "h" => self.paragraph(block, Place::Listed(level, &number, is_alone)),
                _ if number.is_item => {
                    let place = Place::Listed(level, &number, is_alone);
                    let around = self.item(&number, place, &Style::default());
                    self.block(block);
                    self.writer.go_back(around);
                }
                _ => self.aside(block),
            }
        }
    }

    /// A block that ends nothing of what is open around it.
    fn aside(&mut self, block: &Element) {
        let around = self.writer.enter();
        self.block(block);
        self.writer.go_back(around);
    }

    /// What a cell holds.
    pub(super) fn in_cell(&mut self, cell: &Element) {
        let is_alone = has_one(cell);
        let was_in_cell = std::mem::replace(&mut self.is_in_cell, true);
        for child in &cell.children {
            match child {
                Node::Element(paragraph) if is_alone && paragraph.name == "p" => {
                    self.paragraph(paragraph, Place::Alone)
                }
                Node::Element(block) => self.block(block),
                words => self.writer.stray(words),
            }
        }
        self.is_in_cell = was_in_cell;
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
        let head = self.head.take();
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
        self.head = head;
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

/// The level of a heading, from 0.
fn level(paragraph: &Element, style: &Style) -> Option<u32> {
    match &*paragraph.name {
        _ if style.kind == Kind::Title => Some(0),
        "h" => {
            let level = scan::number(said(paragraph, "outline-level")).unwrap_or(1);
            Some(level.saturating_sub(1))
        }
        _ => None,
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
