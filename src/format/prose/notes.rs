//! Notes among the last paragraphs: numbered ones that the text refers to, and the note that says where it comes from.

use super::paragraph::Paragraph;
use crate::document::{Span, position};
use crate::limits;
use crate::scan;

/// A note at the end, `[1] …`, that the text refers to by `[1]`.
#[derive(Debug)]
pub(super) struct NumberedNote<'s> {
    pub(super) label: String,
    pub(super) paragraph: Paragraph<'s>,
}

/// Whether a source note says the same as the statement, its brackets, its label and its full stop aside.
pub(super) fn says(note: &str, statement: &str) -> bool {
    let content = after_source_label(note).unwrap_or(note);
    scan::trim(content, "[]. ") == scan::trim(statement, "[]. ")
}

/// What follows `Source:` or `[Source:`.
pub(in super::super) fn after_source_label(words: &str) -> Option<&str> {
    let words = scan::trim_start(words, "[");
    scan::after_any(words, &["source:", "sources:"]).map(|(_, rest)| rest)
}

/// Takes the source note from the last paragraph: in brackets at its end, or all of it.
pub(super) fn take_source<'s>(paragraphs: &mut Vec<Paragraph<'s>>) -> Option<Paragraph<'s>> {
    let alone = paragraphs.len() == 1;
    let last = paragraphs.last_mut()?;
    let starts_itself = after_source_label(&last.words).is_some();
    let at = if starts_itself {
        0
    } else {
        scan::find_last(&last.words, "[")?
    };
    let in_brackets = last.words.ends_with(']');
    after_source_label(scan::from(&last.words, at)).filter(|_| in_brackets || starts_itself)?;
    if at == 0 {
        return if alone { None } else { paragraphs.pop() };
    }
    let mut note = last.cut(at);
    let line = note.last_line;
    if let Some(offset) = scan::find_last(line.text, "[") {
        note.span = Span::new(line.start + position(offset), note.span.end);
    }
    Some(note)
}

/// Takes the last paragraphs that begin with a label in brackets, if the text before them refers to one of them at least.
pub(super) fn take_numbered<'s>(paragraphs: &mut Vec<Paragraph<'s>>) -> Vec<NumberedNote<'s>> {
    let mut notes: Vec<NumberedNote> = Vec::new();
    let mut first = paragraphs.len();
    while let Some(note) = first
        .checked_sub(1)
        .and_then(|last| numbered_note(paragraphs.get(last)?))
    {
        let repeated = notes.iter().any(|other| other.label == note.label);
        if repeated || notes.len() == limits::NOTES {
            return Vec::new();
        }
        notes.push(note);
        first -= 1;
    }
    notes.reverse();
    let mut text = paragraphs.iter().take(first);
    if !text.any(|paragraph| next_mark(&paragraph.words, &notes).is_some()) {
        return Vec::new();
    }
    paragraphs.truncate(first);
    notes
}

fn numbered_note<'s>(paragraph: &Paragraph<'s>) -> Option<NumberedNote<'s>> {
    let (label, rest) = label_at_start(&paragraph.words)?;
    let rest = scan::trim_start(rest, " ");
    if rest.is_empty() {
        return None;
    }
    let label = scan::owned(label);
    let paragraph = paragraph.clone().cut(paragraph.words.len() - rest.len());
    Some(NumberedNote { label, paragraph })
}

/// A label in brackets at the start of words, without the brackets, and what follows them.
fn label_at_start(words: &str) -> Option<(&str, &str)> {
    let inside = words.strip_prefix('[')?;
    let length = inside
        .bytes()
        .take(limits::NOTE_LABEL + 1)
        .position(|byte| byte == b']')?;
    let label = scan::to(inside, length);
    let is_number = label.bytes().all(|byte| byte.is_ascii_digit());
    let is_sign = scan::trim_start(label, "*†‡").is_empty();
    let is_letter = length == 1 && label.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_label = length > 0 && (is_number || is_sign || is_letter);
    is_label.then(|| (label, scan::from(inside, length + 1)))
}

/// The first mark of one of the notes in the words: what stands before it, which note it is, what follows.
pub(super) fn next_mark<'w>(
    words: &'w str,
    notes: &[NumberedNote],
) -> Option<(&'w str, usize, &'w str)> {
    if notes.is_empty() {
        return None;
    }
    let mut next = 0;
    while let Some(offset) = scan::find(scan::from(words, next), "[") {
        let at = next + offset;
        next = at + 1;
        let Some((label, after)) = label_at_start(scan::from(words, at)) else {
            continue;
        };
        if let Some(index) = notes.iter().position(|note| note.label == label) {
            let before = scan::to(words, at);
            let joins = after.is_empty() || scan::begins_with(after, " .,;:!?)");
            let before = if joins {
                scan::trim_end(before, " ")
            } else {
                before
            };
            return Some((before, index, after));
        }
    }
    None
}
