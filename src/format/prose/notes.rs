//! Notes among the last paragraphs: numbered ones that the text refers to, and the note that says where it comes from.

use super::paragraph::{Paragraph, Paragraphs, What};
use super::shape::Kind;
use crate::diagnostic::{Code, Remarks};
use crate::document::{HAS_PAPERS, Span, position};
use crate::limits;
use crate::scan;

/// A note that the text refers to: `[1] …` or `¹ …` at the end, by `[1]` or `¹`; `* …` at the foot of a page, by `*`.
#[derive(Debug)]
pub(super) struct NumberedNote<'s> {
    pub(super) label: String,
    /// What stands for it in the words; nothing where its place is known already.
    mark: String,
    pub(super) paragraphs: Paragraphs<'s>,
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
pub(super) fn take_source<'s>(paragraphs: &mut Paragraphs<'s>) -> Option<Box<Paragraph<'s>>> {
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

/// Takes the last paragraphs that begin with a label in brackets or a raised one, if the text before them refers to one of
/// them at least.
pub(super) fn take_numbered<'s>(
    paragraphs: &mut Paragraphs<'s>,
    notes: &mut Vec<NumberedNote<'s>>,
) {
    let mut found: Vec<NumberedNote> = Vec::new();
    let mut first = paragraphs.len();
    while let Some(last) = first.checked_sub(1)
        && let Some((note, _)) = paragraphs
            .get(last)
            .and_then(|last| numbered_note(&last.words))
    {
        let repeated = found.iter().any(|other| other.label == note.label);
        if repeated || found.len() == limits::NOTES {
            return;
        }
        found.push(note);
        first = last;
    }
    let mut text = paragraphs.iter().take(first);
    if !text.any(|paragraph| next_mark(&paragraph.words, &found).is_some()) {
        return;
    }
    for note in &mut found {
        if let Some(mut paragraph) = paragraphs.pop() {
            if let Some((_, length)) = numbered_note(&paragraph.words) {
                paragraph.without_label(length);
            }
            note.paragraphs.push(paragraph);
        }
    }
    found.reverse();
    notes.append(&mut found);
}

/// The note that words with a label are, still without them, and how long its label is.
fn numbered_note<'s>(words: &str) -> Option<(NumberedNote<'s>, usize)> {
    let (mark, rest) = label_at_start(words)?;
    let rest = scan::trim_start(rest, " ");
    let note = NumberedNote {
        label: lowered(mark),
        mark: scan::owned(mark),
        paragraphs: Vec::new(),
    };
    (!rest.is_empty()).then(|| (note, words.len() - rest.len()))
}

/// A mark with the digits of the line.
fn lowered(mark: &str) -> String {
    if !HAS_PAPERS {
        return scan::owned(mark);
    }
    let mut label = String::new();
    for c in mark.chars() {
        match RAISED.chars().position(|raised| raised == c) {
            Some(digit) => scan::push_number(&mut label, digit as u32, 1),
            None => label.push(c),
        }
    }
    label
}

/// Digits as they are raised to the signs of notes.
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

fn is_raised(c: char) -> bool {
    HAS_PAPERS && scan::is_in(RAISED, c)
}

/// A label at the start of words, without the brackets if it has some, and what follows.
fn label_at_start(words: &str) -> Option<(&str, &str)> {
    let length = scan::run(words, is_raised);
    if HAS_PAPERS && length > 0 && length <= limits::NOTE_LABEL {
        return Some((scan::to(words, length), scan::from(words, length)));
    }
    let inside = words.strip_prefix('[')?;
    let longest = inside.floor_char_boundary(limits::NOTE_LABEL + 1);
    let length = scan::find(scan::to(inside, longest), "]")?;
    let label = scan::to(inside, length);
    let is_number = label.bytes().all(|byte| byte.is_ascii_digit());
    let is_sign = scan::trim_start(label, SIGNS).is_empty();
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
    let mut at = 0;
    loop {
        at += scan::run(scan::from(words, at), |c| c != '[' && !is_raised(c));
        let rest = scan::from(words, at);
        let first = scan::first(rest)?;
        let Some((label, after)) = label_at_start(rest) else {
            at += first.len_utf8();
            continue;
        };
        if let Some(index) = notes.iter().position(|note| note.mark == label) {
            let before = scan::to(words, at);
            let joins = after.is_empty() || scan::begins_with(after, " .,;:!?)");
            let before = if joins {
                scan::trim_end(before, " ")
            } else {
                before
            };
            return Some((before, index, after));
        }
        at = words.len() - after.len();
    }
}

// Notes at the foot of a page.

/// The signs of such notes.
const SIGNS: &str = "*†‡";

/// How many paragraphs before a note are looked through for its sign.
const REACH: usize = 32;

/// Takes the paragraphs that begin with a sign which stands behind a word before them: archives print notes so at the foot
/// of a page. The lines below, up to the next blank one, belong to the note. A book may have footnotes below a paragraph instead.
pub(super) fn take_starred<'s>(
    paragraphs: Paragraphs<'s>,
    has_footnotes: bool,
    remarks: &mut Remarks,
) -> (Paragraphs<'s>, Vec<NumberedNote<'s>>) {
    let (mut text, mut notes) = (Paragraphs::new(), Vec::<NumberedNote>::new());
    let mut in_note = false;
    for mut paragraph in paragraphs {
        if has_footnotes
            && let Some((label, length)) = footnote(&paragraph.words)
            && let sign = scan::joined(&["[", &label, "]"])
            && put_mark(&mut text, &sign, What::Mark(sign.len(), notes.len()))
        {
            paragraph.words.pop();
            paragraph.without_label(length);
            notes.push(NumberedNote {
                label,
                mark: String::new(),
                paragraphs: vec![paragraph],
            });
            in_note = false;
            continue;
        }
        let length = scan::run(&paragraph.words, |c| scan::is_in(SIGNS, c));
        let label = scan::owned(scan::to(&paragraph.words, length));
        let note = What::Mark(length, notes.len());
        let is_emphasis = scan::find(scan::from(&paragraph.words, length), &label).is_some();
        if (1..=limits::NOTE_LABEL).contains(&length)
            && !is_emphasis
            && put_mark(&mut text, &label, note)
        {
            let message = ["read as the note on the sign ", &label, " before it"];
            remarks.add(Code::NoteInferred, paragraph.span, &message);
            let words = scan::trim_start(scan::from(&paragraph.words, length), " ");
            let at = paragraph.words.len() - words.len();
            paragraph.without_label(at);
            notes.push(NumberedNote {
                label,
                mark: String::new(),
                paragraphs: vec![paragraph],
            });
            in_note = true;
        } else if let Some(note) = notes.last_mut()
            && in_note
            && !paragraph.begins_block
        {
            paragraph.kind = Kind::Plain;
            note.paragraphs.push(paragraph);
        } else {
            in_note = false;
            text.push(paragraph);
        }
    }
    (text, notes)
}

/// The label of a note as Project Gutenberg prints them below a paragraph, and how much stands before its words:
/// `[Footnote 1: Of forty gallons.]`
fn footnote(words: &str) -> Option<(String, usize)> {
    let rest = scan::after(words, "[Footnote ").filter(|_| words.ends_with(']'))?;
    let (label, body) = scan::split(rest, ":")?;
    let is_label = label.len() <= limits::NOTE_LABEL && !scan::has_any(label, " [");
    let body = scan::trim_start(body, " ");
    (is_label && body.len() > 1).then(|| (scan::owned(label), words.len() - body.len()))
}

/// Notes the last place where a sign stands behind a word and before none; says whether there is one. Behind a sign before
/// a word it is the end of emphasis.
fn put_mark<'s>(text: &mut Paragraphs<'s>, sign: &str, note: What<'s>) -> bool {
    for paragraph in text.iter_mut().rev().take(REACH) {
        // Marks that are notes already stand before those that are looked for.
        let first = paragraph.stops.last().map_or(0, |stop| stop.at + 1);
        let mut words = paragraph.words.as_str();
        while let Some(at) = scan::find_last(words, sign)
            && at > first
        {
            let (before, behind) = (
                scan::to(words, at),
                scan::from(&paragraph.words, at + sign.len()),
            );
            if !scan::begins_with(before, SIGNS)
                && !scan::ends_with(before, " *†‡")
                && !scan::begins_with(behind, SIGNS)
                && !scan::continues_word(behind)
                && scan::find(before, " *").is_none()
            {
                paragraph.stop(at, note);
                return true;
            }
            words = before;
        }
    }
    false
}
