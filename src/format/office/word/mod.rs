//! Documents of Word: the part with the text, and those with styles, numbering, notes and properties, to a document.

mod fields;
mod languages;
mod lines;
mod links;
mod notes;
mod numbering;
mod styles;
mod symbols;
mod tables;

use super::super::xml::{Element, Node};
use super::head::Head;
use super::numbers::Number;
use super::parts::Parts;
use super::record::Properties;
use super::writer::{Item, Writer};
use super::{blocks, said};
use crate::diagnostic::{Code, Remarks};
use crate::document::{Language, Note, NoteKind, Record, Span, Text};
use crate::format::keys;
use crate::limits;
use crate::scan;
use fields::Fields;
use lines::Line;
pub(super) use links::Links;
use notes::{Counting, Notes};
use numbering::Numbering;
use styles::{Role, Styles};

/// Reads the parts of a document.
pub(super) fn read(parts: &mut Parts, remarks: &mut Remarks) -> (Record, Text) {
    let main = scan::owned(parts.main());
    let mut links = Links::of(parts, &main, remarks);
    for kind in ["styles", "numbering", "footnotes", "endnotes", "comments"] {
        links.suppose(kind, &main);
    }
    let mut part = |kind| {
        let name = links.parts(kind).into_iter().next().map(scan::owned);
        name.and_then(|name| parts.tree(&name, remarks))
    };
    let styles = part("styles")
        .map(|root| Styles::read(&root))
        .unwrap_or_default();
    let numbering = part("numbering")
        .map(|root| Numbering::read(&root, &styles))
        .unwrap_or_default();
    let properties = properties(parts, remarks);
    let record = properties.record(&Head::default(), &mut Remarks::default());
    let survey = languages::survey(parts, &main, &styles.plain);
    let language = keys::language(&record).or_else(|| Language::from_tag(&survey.language));
    let mut word = Word {
        footnotes: Notes::read(parts, &links, "footnotes", remarks),
        endnotes: Notes::read(parts, &links, "endnotes", remarks),
        comments: Notes::read(parts, &links, "comments", remarks),
        counting: [survey.footnotes, survey.endnotes],
        writer: Writer::new(language),
        styles,
        numbering,
        fields: Fields::default(),
        initial: None,
        head: Some(Head::default()),
        title: String::new(),
        notes_deep: 0,
        is_alone: false,
        links,
    };
    blocks::read(parts, &main, remarks, &mut |_, block| word.block(block));
    word.rest(remarks);
    word.page_heads(parts, remarks);
    let mut record = properties.record(&word.head.unwrap_or_default(), remarks);
    if record.title.is_none() && !word.title.is_empty() {
        record.title = Some(word.title);
    }
    (record, word.writer.finish(remarks))
}

/// The properties of the file: those that somebody has made up, which are about the document, before the others.
fn properties(parts: &mut Parts, remarks: &mut Remarks) -> Properties {
    let mut links = Links::read(parts, "_rels/.rels", remarks);
    for (kind, part) in [
        ("custom-properties", "docProps/custom"),
        ("core-properties", "docProps/core"),
    ] {
        links.suppose_part(kind, part);
    }
    let mut properties = Properties::default();
    for kind in ["custom-properties", "core-properties"] {
        for part in links.parts(kind) {
            let part = scan::trim_start(part, "/");
            if let Some(root) = parts.tree(part, remarks) {
                properties.add(&root);
            }
        }
    }
    properties
}

/// A document that is being read.
struct Word {
    writer: Writer,
    styles: Styles,
    numbering: Numbering,
    links: Links,
    footnotes: Notes,
    endnotes: Notes,
    comments: Notes,
    /// How footnotes and endnotes are counted.
    counting: [Counting; 2],
    fields: Fields,
    /// A letter that hangs beside several lines: it is the first of the next paragraph.
    initial: Option<Element>,
    /// What is typed above the text; none within tables, boxes and notes.
    head: Option<Head>,
    /// The words of the first paragraph in the style of titles.
    title: String,
    /// How many notes are open, each in the one before.
    notes_deep: usize,
    /// Whether the next paragraph is all that a cell holds: the cell has its words.
    is_alone: bool,
}

/// Elements that hold no words of the text, but what is said of it.
const SAID: &str = "pPr|rPr|tblPr|tblGrid|tblPrEx|trPr|tcPr|sectPr|sdtPr|sdtEndPr|ffData|fldData|customXmlPr|\
    smartTagPr|ctrlPr|fPr|naryPr|radPr|dPr|mPr|sSubPr|sSupPr|sSubSupPr|accPr|barPr|eqArrPr|funcPr|groupChrPr|limLowPr|\
    limUppPr|phantPr|rubyPr|oMathParaPr";

/// Whether an element has no words, notes or pictures in it.
fn is_empty(element: &Element) -> bool {
    element.children.iter().all(|child| match child {
        Node::Words(words) => scan::trim_start(words, scan::BLANKS).is_empty(),
        Node::Element(inner) => match &*inner.name {
            // Text boxes and deletions have their words elsewhere.
            "txbxContent" | "del" | "moveFrom" | "instrText" => true,
            "sym" | "noBreakHyphen" | "footnoteReference" | "endnoteReference"
            | "commentReference" => false,
            "drawing" | "pict" | "object" => false,
            name => scan::listed(SAID, name) || is_empty(inner),
        },
    })
}

impl Word {
    // Blocks.

    /// A paragraph, a table, or what stands around some.
    fn block(&mut self, block: &Element) {
        match &*block.name {
            "p" => self.paragraph(block),
            "tbl" => self.table(block),
            "AlternateContent" => self.alternative(block),
            "altChunk" => {
                let what = "a part in another form, which is not read, is";
                self.writer.left_out.add(what, said(block, "id"));
            }
            "r" | "t" | "hyperlink" | "fldSimple" | "oMath" | "oMathPara" | "bookmarkStart"
            | "del" | "moveFrom" | "commentReference" => self.line(block),
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

    /// The first of several ways to say the same: the others are for programs that do not know it.
    fn alternative(&mut self, alternative: &Element) {
        if let Some(first) = alternative.elements().next() {
            self.blocks(first);
        }
    }

    /// What stands in a line, although no paragraph is around it.
    fn line(&mut self, element: &Element) {
        let (mut line, letters) = (Line::default(), self.styles.plain.clone());
        self.inline(&mut line, element, &letters);
        self.boxes(line);
    }

    fn paragraph(&mut self, paragraph: &Element) {
        if is_initial(paragraph) {
            let initial = self.initial.get_or_insert_default();
            return initial.children.extend(paragraph.children.iter().cloned());
        }
        let initial;
        let properties = paragraph.find("pPr");
        let style = self.styles.paragraph(properties);
        let is_alone = std::mem::take(&mut self.is_alone);
        if style.lines.page_break == Some(true) {
            self.writer.page_break();
        }
        let level = style.lines.outline.filter(|level| *level < 9);
        let is_heading = style.role == Role::Title || level.is_some();
        let number = self.number(paragraph, &style.lines);
        let (mut line, letters) = (Line::default(), self.styles.plain.clone());
        let number = number.unwrap_or_default();
        let is_blank = is_empty(paragraph);
        if is_blank && !number.stands_alone(is_heading || is_alone) {
            self.inlines(&mut line, paragraph, &letters);
            self.fields.end_links(&mut self.writer);
        } else {
            let language = self.language(paragraph);
            let is_title = style.role == Role::Title;
            let is_item = number.is_item && !is_heading && !is_blank;
            let is_element = match level {
                _ if is_title => self.heading(0, &style, &language),
                Some(level) => self.heading(level, &style, &language),
                None if is_item => self.item(&style, &number, &language),
                None => {
                    self.begin(&style, &number);
                    let is_bare = is_alone && style.lines.place().is_empty();
                    !is_bare && self.element("p", &style, &language)
                }
            };
            if !is_item {
                self.writer.number(&number);
            }
            initial = self.initial.take().unwrap_or_default();
            self.inlines(&mut line, &initial, &letters);
            self.inlines(&mut line, paragraph, &letters);
            self.fields.end_links(&mut self.writer);
            if is_element {
                self.writer.end();
            }
            if is_title && self.title.is_empty() {
                self.title = scan::folded(&line.words);
            }
            if let Some(head) = &mut self.head {
                head.paragraph(&line.words);
            }
        }
        self.boxes(line);
        if let Some(section) = properties.and_then(|properties| properties.find("sectPr")) {
            self.end_section(section);
        }
    }

    fn end_section(&mut self, section: &Element) {
        if begins_page(section) {
            self.writer.page_break();
        }
        let [of_foot, of_end] = &self.counting;
        self.footnotes.end_section(of_foot);
        self.endnotes.end_section(of_end);
    }

    /// The number of a paragraph, or its sign, where it has one. One that was deleted is not counted.
    fn number(&mut self, paragraph: &Element, lines: &styles::Lines) -> Option<Number> {
        let list = lines.numbering.as_deref()?;
        let is_deleted = paragraph.find("pPr/rPr/del").is_some() && is_empty(paragraph);
        (!is_deleted).then(|| self.numbering.count(list, lines.level.unwrap_or_default()))?
    }

    /// A paragraph begins that is an item of a list.
    fn item(&mut self, style: &styles::Style, number: &Number, language: &str) -> bool {
        if style.role != Role::Quotation {
            self.writer.end_quotation();
        }
        self.writer.item(&Item {
            list: style.lines.numbering.as_deref().unwrap_or_default(),
            level: style.lines.level.unwrap_or_default(),
            number: number.value,
            sign: &number.sign,
            language,
        });
        false
    }

    /// What is open around a paragraph, ends or goes on: an item goes on with a paragraph that has no number in its list, or
    /// has one of a level below, as `1.2` has below `1.`.
    fn begin(&mut self, style: &styles::Style, number: &Number) {
        let list = style.lines.numbering.as_deref().unwrap_or_default();
        let level = style.lines.level.unwrap_or_default();
        match style.role {
            Role::Quotation => self.writer.quotation(),
            _ if !number.words.is_empty() => self.writer.go_on(list, level),
            _ if self.numbering.has(list) => self.writer.go_on("", level + 1),
            _ => self.writer.leave(),
        }
    }

    /// A heading begins. Behind a title, which is above them all, each is a level deeper.
    fn heading(&mut self, level: u32, style: &styles::Style, language: &str) -> bool {
        const NAMES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let is_title = style.role == Role::Title;
        let level = level + u32::from(!is_title && !self.title.is_empty());
        self.writer.leave();
        self.element(NAMES.get(level as usize).unwrap_or(&"h6"), style, language)
    }

    fn element(&mut self, name: &str, style: &styles::Style, language: &str) -> bool {
        let mut attributes = Vec::new();
        let place = style.lines.place();
        if !place.is_empty() {
            attributes.push(("align", place));
        }
        if style.lines.rtl == Some(true) {
            attributes.push(("dir", "rtl"));
        }
        self.writer.start_in(name, &attributes, language);
        true
    }

    /// The text boxes whose places were in a line.
    fn boxes(&mut self, line: Line) {
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

    // Notes.

    /// The note that a reference is to; `label` is its sign, if it has one of its own.
    fn note(&mut self, reference: &Element, label: &str) {
        let id = said(reference, "id");
        if self.notes_deep >= limits::NOTES_DEEP {
            return;
        }
        let (kind, notes) = match &*reference.name {
            "footnoteReference" => (Kind::Foot, &mut self.footnotes),
            "endnoteReference" => (Kind::End, &mut self.endnotes),
            _ => (Kind::Comment, &mut self.comments),
        };
        if let Some(note) = notes.take(id) {
            self.put(kind, &note, label, "");
        }
    }

    /// Puts a note here, or nowhere under a name. Comments have letters, as nobody has numbered them.
    fn put(&mut self, kind: Kind, note: &Element, label: &str, name: &str) {
        let [of_foot, of_end] = &self.counting;
        let label = match (kind, label) {
            (Kind::Comment, _) => None,
            (Kind::Foot, "") => Some(self.footnotes.number(of_foot)),
            (Kind::End, "") => Some(self.endnotes.number(of_end)),
            (_, label) => Some(scan::owned(label)),
        };
        let note_said = Note {
            kind: NoteKind::Numbered,
            label,
            id: None,
        };
        let around = self.writer.start_note(note_said, name);
        let fields = std::mem::take(&mut self.fields);
        let head = self.head.take();
        self.notes_deep += 1;
        self.swap_links(kind);
        if matches!(kind, Kind::Comment) {
            self.writer
                .signature(said(note, "author"), said(note, "date"));
        }
        self.blocks(note);
        self.swap_links(kind);
        self.notes_deep -= 1;
        self.head = head;
        self.fields = fields;
        self.writer.end_note(around);
    }

    fn notes(&mut self, kind: Kind) -> &mut Notes {
        match kind {
            Kind::Foot => &mut self.footnotes,
            Kind::End => &mut self.endnotes,
            Kind::Comment => &mut self.comments,
        }
    }

    /// In a note, links are those of its part; and in a note within it of the same part they are too.
    fn swap_links(&mut self, kind: Kind) {
        let mut links = std::mem::take(&mut self.notes(kind).links);
        std::mem::swap(&mut links, &mut self.links);
        self.notes(kind).links = links;
    }

    /// Puts the notes that nothing refers to behind the text.
    fn rest(&mut self, remarks: &mut Remarks) {
        self.writer.leave();
        if let Some(initial) = self.initial.take() {
            let (mut line, letters) = (Line::default(), self.styles.plain.clone());
            self.inlines(&mut line, &initial, &letters);
        }
        for kind in [Kind::Foot, Kind::End, Kind::Comment] {
            while let Some(note) = self.notes(kind).take_left() {
                if is_empty(&note) {
                    continue;
                }
                let name = scan::joined(&[&note.name, " ", said(&note, "id")]);
                self.put(kind, &note, "", &name);
                let message = ["nothing in the text refers to a note; it stands at the end"];
                remarks.add(Code::NoteWithoutAnchor, Span::default(), &message);
            }
        }
    }

    /// What stands above and below each page.
    fn page_heads(&mut self, parts: &mut Parts, remarks: &mut Remarks) {
        for (kind, what) in [
            ("header", "the head of pages is"),
            ("footer", "the foot of pages is"),
        ] {
            let names = self.links.parts(kind).into_iter().map(scan::owned);
            for name in names.collect::<Vec<_>>() {
                if let Some(root) = parts.tree(&name, remarks) {
                    self.writer.left_out.add_once(what, &lines::words(&root));
                }
            }
        }
    }
}

/// Whether a paragraph is no more than the first letter of the next one, in a frame.
fn is_initial(paragraph: &Element) -> bool {
    let frame = paragraph.find("pPr/framePr");
    frame.is_some_and(|frame| scan::listed("drop|margin", said(frame, "dropCap")))
}

/// Whether a page begins behind a section.
fn begins_page(section: &Element) -> bool {
    let kind = section.find("type").map_or("", |kind| said(kind, "val"));
    kind != "continuous"
}

/// What a note is to Word.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Foot,
    End,
    Comment,
}
