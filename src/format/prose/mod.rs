//! Lines to a text: paragraphs, page ends, notes and the closing, where nothing but the lines themselves tells which is which.

mod closing;
mod notes;
mod paragraph;

use super::lines::Line;
use crate::diagnostic::{Code, Remarks};
use crate::document::{NodeKind, Note, NoteKind, Text, TextBuilder};
use crate::scan;
use closing::Part;
use notes::NumberedNote;
pub(super) use notes::after_source_label;
use paragraph::Paragraph;

/// What the record says that helps to read the text.
#[derive(Debug, Default)]
pub(super) struct Setting<'r> {
    /// The year of the document, for years of two digits.
    pub(super) year: Option<i32>,
    /// The statement of source that the citation makes.
    pub(super) source: &'r str,
}

/// Reads lines into a text.
pub(super) fn read(
    lines: &[Line],
    mut builder: TextBuilder,
    setting: &Setting,
    remarks: &mut Remarks,
) -> Text {
    let mut paragraphs = paragraph::join_pages(paragraph::paragraphs(lines), remarks);
    let mut source = notes::take_source(&mut paragraphs);
    let numbered = notes::take_numbered(&mut paragraphs);
    if source.is_none() {
        source = notes::take_source(&mut paragraphs);
    }
    let closing = closing::take(&mut paragraphs, setting.year);

    let mut referred = vec![false; numbered.len()];
    for paragraph in &paragraphs {
        push_paragraph(&mut builder, paragraph, &numbered, &mut referred);
    }
    push_closing(&mut builder, closing);
    push_numbered(&mut builder, numbered, &referred, remarks);
    if let Some(note) = source {
        push_source(&mut builder, &note, setting, remarks);
    }
    builder.finish()
}

/// The value of a label: wrapped lines put together, each paragraph on one line.
pub(super) fn value(lines: &[Line]) -> String {
    let mut value = String::new();
    for paragraph in paragraph::paragraphs(lines) {
        if !value.is_empty() {
            value.push('\n');
        }
        value.push_str(&paragraph.words);
    }
    value
}

/// Pushes a paragraph; where a note's mark stands in its words, the note's anchor stands in the text.
fn push_paragraph(
    text: &mut TextBuilder,
    paragraph: &Paragraph,
    numbered: &[NumberedNote],
    referred: &mut [bool],
) {
    text.open(NodeKind::Paragraph);
    let mut at = 0;
    for end in &paragraph.page_ends {
        push_words(
            text,
            scan::from(scan::to(&paragraph.words, *end), at),
            numbered,
            referred,
        );
        text.milestone(NodeKind::PageBreak);
        at = *end;
    }
    push_words(text, scan::from(&paragraph.words, at), numbered, referred);
    text.close();
}

fn push_words(
    text: &mut TextBuilder,
    words: &str,
    numbered: &[NumberedNote],
    referred: &mut [bool],
) {
    let mut rest = words;
    while let Some((before, index, after)) = notes::next_mark(rest, numbered) {
        text.push(before);
        if let Some(referred) = referred.get_mut(index) {
            *referred = true;
        }
        text.milestone(NodeKind::Anchor(text.next_flow() + index as u32));
        rest = after;
    }
    text.push(rest);
}

fn push_closing(builder: &mut TextBuilder, closing: Vec<Part>) {
    if closing.is_empty() {
        return;
    }
    builder.open(NodeKind::Closer);
    for part in closing {
        match part {
            Part::Dateline(date) => {
                builder.open(NodeKind::Dateline);
                builder.date(&date);
            }
            Part::Signed(name) => {
                builder.open(NodeKind::Signed);
                builder.push(&name);
            }
        }
        builder.close();
    }
    builder.close();
}

fn push_numbered(
    builder: &mut TextBuilder,
    numbered: Vec<NumberedNote>,
    referred: &[bool],
    remarks: &mut Remarks,
) {
    for (note, referred) in numbered.into_iter().zip(referred) {
        if !referred {
            remarks.add(
                Code::NoteWithoutAnchor,
                note.paragraph.span,
                &[
                    "note ",
                    &note.label,
                    " is not referred to in the text; it stands at the end",
                ],
            );
        }
        builder.open_note(Note {
            kind: NoteKind::Numbered,
            label: Some(note.label),
            id: None,
        });
        push_paragraph(builder, &note.paragraph, &[], &mut []);
        builder.close_flow();
    }
}

fn push_source(
    builder: &mut TextBuilder,
    note: &Paragraph,
    setting: &Setting,
    remarks: &mut Remarks,
) {
    let repeats_record = !setting.source.is_empty() && notes::says(&note.words, setting.source);
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
    push_paragraph(builder, note, &[], &mut []);
    builder.close_flow();
}
