//! Lines to a text: paragraphs, page ends, notes and the closing, where nothing but the lines themselves tells which is which.

mod closing;
mod dateline;
#[cfg(feature = "more")]
mod emphasis;
mod hyphens;
mod letter;
mod notes;
mod pages;
mod paragraph;
mod shape;
#[cfg(not(feature = "more"))]
mod sure;

use super::lines::Line;
use crate::diagnostic::{Code, Remarks};
use crate::document::{
    HAS_CATALOGUE, HAS_DESCRIPTIONS, HAS_PAPERS, HAS_RECORDS, KNOWS_MORE, NodeKind, Note, NoteKind,
    Property, Text, TextBuilder,
};
use crate::scan;
use closing::Part;
use hyphens::Hyphens;
use notes::NumberedNote;
pub(super) use notes::after_source_label;
use pages::Number;
use paragraph::{Paragraph, What};
use shape::Group;

/// What the record says that helps to read the text.
#[derive(Debug, Default)]
pub(super) struct Setting<'r> {
    /// The year of the document, for years of two digits.
    pub(super) year: Option<i32>,
    /// Whether nothing describes it: it may be a printed page.
    pub(super) is_alone: bool,
    /// The statement of source that the citation makes.
    pub(super) source: &'r str,
}

/// What the lines around a book have in them: `*** START OF THE PROJECT GUTENBERG EBOOK …`
const BOOK: &str = "PROJECT GUTENBERG";

/// Reads lines into a text.
pub(super) fn read(
    lines: &[Line],
    mut builder: TextBuilder,
    setting: &Setting,
    remarks: &mut Remarks,
) -> Text {
    let is_of_book = |line: &Line| {
        let rest = scan::after(line.text, "***").unwrap_or("");
        scan::find(rest, BOOK).is_some()
    };
    let is_book = HAS_RECORDS && KNOWS_MORE && !setting.is_alone && lines.iter().any(is_of_book);
    // The record of a book tells nothing of how it is printed.
    let is_alone = KNOWS_MORE && (setting.is_alone || is_book);
    let year = setting.year.filter(|_| HAS_DESCRIPTIONS);
    let numbers = match HAS_PAPERS {
        true => pages::numbers(lines, is_alone, remarks),
        false => Vec::new(),
    };
    let mut hyphens = Hyphens {
        lines,
        ..Hyphens::default()
    };
    let (paragraphs, last) =
        paragraph::paragraphs(lines, &numbers, is_alone, &mut hyphens, remarks);
    let (paragraphs, mut notes) = match HAS_PAPERS {
        true => notes::take_starred(paragraphs, is_book, remarks),
        false => (paragraphs, Vec::new()),
    };
    let mut paragraphs = paragraph::join_pages(paragraphs, &mut hyphens, remarks);
    let mut source = notes::take_source(&mut paragraphs);
    notes::take_numbered(&mut paragraphs, &mut notes);
    if source.is_none() {
        source = notes::take_source(&mut paragraphs);
    }
    let closing = closing::take(&mut paragraphs, year, remarks);
    letter::tell(&mut paragraphs, year, is_alone, remarks);
    shape::tell(&mut paragraphs, is_alone);
    #[cfg(not(feature = "more"))]
    if !lines.iter().all(sure::is_sure) {
        remarks.leave();
    }

    let mut writer = Writer {
        referred: vec![false; notes.len()],
        notes: &notes,
        builder: &mut builder,
        group: Group::None,
        year,
        has_emphasis: is_alone,
    };
    for paragraph in &paragraphs {
        writer.block(paragraph);
    }
    if !closing.is_empty() {
        writer.enter(Group::Closer, false);
    }
    for part in closing {
        match part {
            Part::Dateline(date) => {
                writer.builder.open(NodeKind::Dateline);
                writer.builder.date(&date);
            }
            Part::Signed(name) => {
                writer.builder.open(NodeKind::Signed);
                writer.builder.push(&name);
            }
        }
        writer.builder.close();
    }
    writer.enter(Group::None, false);
    for number in last
        .iter()
        .filter(|number| HAS_PAPERS && !number.label.is_empty())
    {
        writer.page(number);
    }
    let referred = writer.referred;
    push_numbered(&mut builder, &notes, &referred, is_alone, remarks);
    if let Some(note) = source {
        push_source(&mut builder, note, setting, remarks);
    }
    builder.finish()
}

/// The value of a label: wrapped lines put together, each paragraph on one line.
pub(super) fn value(lines: &[Line]) -> String {
    let mut value = String::new();
    let (hyphens, remarks) = (&mut Hyphens::default(), &mut Remarks::default());
    for paragraph in paragraph::paragraphs(lines, &[], false, hyphens, remarks).0 {
        if !value.is_empty() {
            value.push('\n');
        }
        value.push_str(&paragraph.words);
    }
    value
}

/// Puts paragraphs into a text: each as what it is, those that belong together in one node.
struct Writer<'w, 's> {
    builder: &'w mut TextBuilder,
    notes: &'w [NumberedNote<'s>],
    /// For each note, whether the text has referred to it.
    referred: Vec<bool>,
    /// What is open around the next paragraph.
    group: Group,
    year: Option<i32>,
    /// Whether underscores around words are emphasis.
    #[cfg_attr(not(feature = "more"), allow(dead_code))]
    has_emphasis: bool,
}

impl Writer<'_, '_> {
    fn block(&mut self, paragraph: &Paragraph) {
        let (kind, group) = paragraph.kind.node();
        let anew = paragraph.begins_block && group == Group::Stanza;
        self.enter(group, anew);
        self.builder.open(kind);
        if paragraph.is_inset {
            self.builder.property(Property::Rendition, "indent");
        }
        if kind == NodeKind::Dateline
            && paragraph.stops.is_empty()
            && let Some((at, date)) = dateline::find(&paragraph.words, self.year)
        {
            self.builder.push(scan::to(&paragraph.words, at));
            self.builder.date(&date);
        } else {
            self.words(paragraph);
        }
        self.builder.close();
    }

    /// Opens what stands around the next paragraph, unless it is open; `anew` even then.
    fn enter(&mut self, group: Group, anew: bool) {
        if self.group == group && !anew {
            return;
        }
        if self.group != Group::None {
            self.builder.close();
        }
        if let Some(kind) = group.node() {
            self.builder.open(kind);
        }
        self.group = group;
    }

    /// The words of a paragraph, with its page ends; where a note's mark stands in them, the note's anchor stands in the text.
    fn words(&mut self, paragraph: &Paragraph) {
        let mut at = 0;
        for stop in &paragraph.stops {
            self.push(scan::from(scan::to(&paragraph.words, stop.at), at));
            at = stop.at;
            match &stop.what {
                What::Page(number) => self.page(number),
                What::Mark(length, note) if HAS_PAPERS => {
                    self.anchor(*note);
                    at += length;
                }
                What::Mark(..) => {}
            }
        }
        self.push(scan::from(&paragraph.words, at));
    }

    fn push(&mut self, words: &str) {
        let mut rest = words;
        while let Some((before, index, after)) = notes::next_mark(rest, self.notes) {
            self.emphasized(before);
            self.anchor(index);
            rest = after;
        }
        self.emphasized(rest);
    }

    /// Words as they are, those between underscores as emphasis. A build that knows none leaves what has any.
    fn emphasized(&mut self, words: &str) {
        #[cfg(feature = "more")]
        let words = match self.has_emphasis {
            true => emphasis::push(self.builder, words),
            false => words,
        };
        self.builder.push(words);
    }

    fn anchor(&mut self, note: usize) {
        if let Some(referred) = self.referred.get_mut(note) {
            *referred = true;
        }
        let flow = self.builder.next_flow() + note as u32;
        self.builder.milestone(NodeKind::Anchor(flow));
    }

    fn page(&mut self, number: &Number) {
        self.builder.milestone(NodeKind::PageBreak);
        if HAS_PAPERS {
            self.builder.property(Property::Label, number.label);
            self.builder
                .property(Property::Type, scan::trimmed(number.word));
        }
    }
}

/// Puts the paragraphs of a note into a text.
fn push_paragraphs(builder: &mut TextBuilder, paragraphs: &[Box<Paragraph>], has_emphasis: bool) {
    let mut writer = Writer {
        builder,
        notes: &[],
        referred: Vec::new(),
        group: Group::None,
        year: None,
        has_emphasis,
    };
    for paragraph in paragraphs {
        writer.block(paragraph);
    }
    writer.enter(Group::None, false);
}
fn push_numbered(
    builder: &mut TextBuilder,
    notes: &[NumberedNote],
    referred: &[bool],
    has_emphasis: bool,
    remarks: &mut Remarks,
) {
    for (note, referred) in notes.iter().zip(referred) {
        if !referred {
            remark_on_lost(note, remarks);
        }
        builder.open_note(Note {
            kind: NoteKind::Numbered,
            label: Some(scan::owned(&note.label)),
            id: None,
        });
        push_paragraphs(builder, &note.paragraphs, has_emphasis);
        builder.close_flow();
    }
}

/// Says that nothing refers to a note, unless it says where the document comes from: its mark stands at the title.
fn remark_on_lost(note: &NumberedNote, remarks: &mut Remarks) {
    if Remarks::ARE_KEPT
        && let Some(first) = note.paragraphs.first()
        && after_source_label(&first.words).is_none()
    {
        let message = [
            "note ",
            &note.label,
            " is not referred to in the text; it stands at the end",
        ];
        remarks.add(Code::NoteWithoutAnchor, first.span, &message);
    }
}

fn push_source(
    builder: &mut TextBuilder,
    note: Box<Paragraph>,
    setting: &Setting,
    remarks: &mut Remarks,
) {
    let repeats_record =
        HAS_CATALOGUE && !setting.source.is_empty() && notes::says(&note.words, setting.source);
    if repeats_record {
        remarks.add(
            Code::SourceNoteRepeatsCitation,
            note.span,
            &["the source note says again where the citation says the document comes from"],
        );
    }
    builder.open_note(Note {
        kind: NoteKind::Source { repeats_record },
        label: None,
        id: None,
    });
    push_paragraphs(builder, &[note], false);
    builder.close_flow();
}
