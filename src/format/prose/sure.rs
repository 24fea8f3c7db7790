//! Whether a text is nothing but paragraphs, notes and a closing, as those of the commonest records are: a build that knows
//! no more leaves all others to one that does, and may leave some that it need not.

use super::super::lines::Line;
use super::paragraph::{Paragraph, is_wide, length};
use super::shape::Kind;
use crate::scan;

/// A line of so many bytes with a digit in it may be the number of a page.
const NUMBER: usize = 32;
/// A line of so many columns that is a paragraph by itself may be a heading, a line of verse, a greeting.
const SHORT: usize = 64;
/// So many bytes at the end of a text may be a closing with a date of any form.
const CLOSING: usize = 120;

/// Whether lines and paragraphs are of no other shape; of the paragraphs what is a note or a closing has been taken away.
pub(super) fn is_prose(lines: &[Line], paragraphs: &[Box<Paragraph>], has_closing: bool) -> bool {
    let end = paragraphs.last().map_or("", |last| {
        let from = last
            .words
            .ceil_char_boundary(last.words.len().saturating_sub(CLOSING));
        scan::from(&last.words, from)
    });
    (has_closing || !has_digit(end))
        && lines.iter().all(is_of_prose)
        && paragraphs.iter().all(|paragraph| {
            is_long(paragraph) || is_sentence(paragraph) || is_of_letter(paragraph)
        })
        && stand_apart(paragraphs)
}

fn is_long(paragraph: &Paragraph) -> bool {
    paragraph.lines > 1 || length(&paragraph.words) > SHORT
}

/// Whether a paragraph was told to stand at the beginning or the end of a letter, and has no date in it.
fn is_of_letter(paragraph: &Paragraph) -> bool {
    paragraph.kind != Kind::Plain && !has_digit(&paragraph.words)
}

/// Whether a short paragraph is a sentence, and nothing that stands at the beginning or the end of a letter.
fn is_sentence(paragraph: &Paragraph) -> bool {
    let words = &paragraph.words;
    scan::ends_with(scan::trim_end(words, "\"”»)]'"), ".?")
        && scan::places(words, b' ').len() > 1
        && words.chars().any(scan::is_small)
        && !scan::begins_with(words, "/[(")
        && !has_digit(words)
}

/// Whether no two short paragraphs stand on lines one below the other.
fn stand_apart(paragraphs: &[Box<Paragraph>]) -> bool {
    paragraphs.windows(2).all(|pair| match pair {
        [one, next] => {
            let is_clear = |paragraph| is_long(paragraph) || is_of_letter(paragraph);
            next.begins_block || is_clear(one) && is_clear(next)
        }
        _ => true,
    })
}

fn has_digit(words: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{6f9}');
    words.chars().any(is_digit)
}

/// Whether a line may begin an item of a list: `1. …`, `a) …`, `(2) …`, `- …`.
pub(in super::super) fn may_be_item(words: &str) -> bool {
    let label = scan::run(words, |c| !scan::is_in(".)", c));
    let closing = scan::from(words, label);
    let is_initial = label == 1
        && !scan::begins_with(words, "IVXLCM")
        && scan::first(words).is_some_and(scan::is_capital);
    let is_numbered = !is_initial
        && label < 4
        && (scan::begins_with(closing, ")") || scan::after(closing, ". ").is_some());
    is_numbered || scan::begins_with(words, "-–•·▪◦(†‡")
}

fn is_of_prose(line: &Line) -> bool {
    let words = scan::trimmed(line.text);
    // Signs of notes, and of hyphens that OCR programs write; of Chinese and Japanese, line ends are no spaces.
    let is_sign = |c: char| {
        is_wide(c) || scan::is_in("*†‡¬\u{ad}¹²³", c) || matches!(c, '\u{2070}'..='\u{209f}')
    };
    !scan::begins_with(line.text, " \t\u{a0}\u{3000}")
        && !scan::ends_with(words, "-\u{2010}")
        && !scan::begins_with(words, "—=#")
        && !may_be_item(words)
        && (words.len() > NUMBER || !has_digit(words))
        && !words.chars().any(is_sign)
}
