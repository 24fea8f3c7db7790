//! Numbers of pages that stand alone on their lines: not words of the text, but where its pages end.

use super::super::lines::Line;
use super::paragraph::{self, NARROWEST};
use super::shape::{self, SHORT};
use crate::diagnostic::{Code, Remarks};
use crate::document::KNOWS_MORE;
use crate::scan;

/// What the source says of a page that ends or begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Number<'s> {
    /// The word before the number: `Page`.
    pub(super) word: &'s str,
    /// The number; nothing where a form feed alone says that a page ends.
    pub(super) label: &'s str,
}

/// The words that may stand before the number of a page.
const WORDS: [&str; 7] = ["page", "p.", "seite", "s.", "Стр.", "стр.", "página"];

/// A line longer than this, in bytes, is no number.
const LONGEST: usize = 32;

/// How much higher than the one before it the number of a page may be: some are left out, or were not read.
const STEP: u32 = 5;

/// For each line, the number of the page that it is; one without a label where it is none. A line below a number that is a
/// running head has its words, and no label; where the text `is_alone`, the number may stand on such a line.
pub(super) fn numbers<'s>(
    lines: &[Line<'s>],
    is_alone: bool,
    remarks: &mut Remarks,
) -> Vec<Number<'s>> {
    let mut numbers = vec![Number::default(); lines.len()];
    // The last bare number, and whether it was that of a page.
    let (mut last, mut was_page) = (0, true);
    let (mut has_words, mut has_prose) = (false, false);
    for (at, place) in numbers.iter_mut().enumerate() {
        let text = text(lines, at);
        let Some((number, value)) = number(text) else {
            has_words |= !text.is_empty();
            has_prose |= paragraph::length(text) >= NARROWEST;
            continue;
        };
        if let Some(value) = value {
            let Some(is_sure) = is_page(lines, at, value, last, was_page, has_prose) else {
                (last, was_page) = (value, false);
                continue;
            };
            (last, was_page) = (value, true);
            if Remarks::ARE_KEPT
                && !is_sure
                && let Some(line) = lines.get(at)
            {
                let message = [
                    "the number ",
                    number.label,
                    " stands alone on its line: read as that of a page",
                ];
                remarks.add(Code::PageBreakInferred, line.span(), &message);
            }
        }
        *place = number;
    }
    // A text of numbers alone has no pages.
    if !has_words {
        return Vec::new();
    }
    take_heads(lines, is_alone, &mut numbers, remarks);
    numbers
}

/// Running heads: a short line beside the number of a page that cuts a sentence, and all below that say the same. Heads of left
/// and right pages take turns.
fn take_heads<'s>(
    lines: &[Line<'s>],
    is_alone: bool,
    numbers: &mut [Number<'s>],
    remarks: &mut Remarks,
) {
    let mut known = [""; 2];
    for at in 0..lines.len() {
        let words = scan::trim(text(lines, at), "[]()");
        let above = at.checked_sub(1).unwrap_or(lines.len());
        let beside = numbers.get(above).copied().unwrap_or_default();
        let is_below = !beside.label.is_empty() && beside.word.is_empty();
        let head = match is_below {
            true => Number {
                word: words,
                ..beside
            },
            false if KNOWS_MORE && is_alone && text(lines, above).is_empty() => with_number(words),
            false => continue,
        };
        let is_known = known
            .iter()
            .any(|known| known.eq_ignore_ascii_case(head.word));
        if head.word.is_empty()
            || head.label.is_empty()
            || numbers.get(at).is_none_or(|here| !here.label.is_empty())
            || paragraph::length(words) > SHORT
            || shape::ends_sentence(words)
            || !text(lines, at + 1).is_empty()
            || !(is_known || cuts_sentence(lines, at))
        {
            continue;
        }
        if !is_known {
            known = [head.word, known[0]];
        }
        // Below a number the line has its words alone.
        let label = if is_below { "" } else { head.label };
        for (place, number) in [
            (above, is_below.then_some(head)),
            (at, Some(Number { label, ..head })),
        ] {
            if let (Some(place), Some(number)) = (numbers.get_mut(place), number) {
                *place = number;
            }
        }
        if Remarks::ARE_KEPT
            && let Some(line) = lines.get(at)
        {
            let message = ["«", head.word, "» is read as the head of a page"];
            remarks.add(Code::PageBreakInferred, line.span(), &message);
        }
    }
}

/// A number before or behind words, as what stands beside the number of a page.
fn with_number(words: &str) -> Number<'_> {
    let (first, last) = (scan::first_word(words), scan::last_word(words));
    let is_number = |word: &str| word.len() < 5 && scan::number(word).is_some();
    let (label, word) = if is_number(first) {
        (first, scan::from(words, first.len()))
    } else if is_number(last) {
        (last, scan::to(words, words.len() - last.len()))
    } else {
        return Number::default();
    };
    let word = scan::trim(word, " .");
    // What floats between the lines of print.
    match scan::listed("table|plate|figure|fig|map|chart", word) {
        true => Number::default(),
        false => Number { word, label },
    }
}

/// How many lines above and below a running head are looked at.
const REACH: usize = 32;

/// Whether a sentence goes on from before a line to behind it, a number and notes at the foot of a page aside.
fn cuts_sentence(lines: &[Line], at: usize) -> bool {
    let (mut above, mut below) = (at, at + 1);
    while above > 0 && at - above < REACH {
        above -= 1;
        let words = text(lines, above);
        let is_note = scan::begins_with(words, "*†‡");
        if !words.is_empty() && !is_note && number(words).is_none() {
            break;
        }
    }
    while below < at + REACH && text(lines, below).is_empty() {
        below += 1;
    }
    cuts(text(lines, above), text(lines, below))
}

/// Whether a sentence goes on from a full line to another.
fn cuts(ending: &str, beginning: &str) -> bool {
    paragraph::length(ending) >= NARROWEST && paragraph::is_cut(ending, beginning)
}

/// What stands on a line, without the white space around it; nothing where there is none.
fn text<'s>(lines: &[Line<'s>], at: usize) -> &'s str {
    lines.get(at).map_or("", |line| scan::trimmed(line.text))
}

/// The number of a page, if a line has nothing else; and its value, if it is bare, so that it may be another number.
pub(super) fn number(line: &str) -> Option<(Number<'_>, Option<u32>)> {
    if line.is_empty() || line.len() > LONGEST {
        return None;
    }
    const DASHES: &str = "-–—";
    let inside = scan::trim(line, "-–—[]() ");
    let (_, label) = scan::after_any(inside, &WORDS).unwrap_or((0, inside));
    let word = scan::to(inside, inside.len() - label.len());
    if word.is_empty() && !(scan::begins_with(line, DASHES) && scan::ends_with(line, DASHES)) {
        let label = scan::trim_end(line, ".");
        let value = scan::number(label).filter(|_| label.len() < 5)?;
        return Some((Number { word, label }, Some(value)));
    }
    let label = scan::trim(label, " .");
    // `iv`, `2 of 5`
    let is_number = !label.is_empty() && scan::trim_start(label, "0123456789ivxlcof ").is_empty();
    is_number.then_some((Number { word, label }, None))
}

/// Whether a bare number is that of a page, and whether that is sure: a form feed stands beside it, or it stands in the
/// middle of a sentence. Else it follows on that of the page before; or it is the first one, behind prose or at the very
/// beginning, apart from other lines, no year, and not 1, with which those of sections begin. Where another stands right beside it, it is one of a list.
fn is_page(
    lines: &[Line],
    at: usize,
    value: u32,
    last: u32,
    was_page: bool,
    has_prose: bool,
) -> Option<bool> {
    let (mut before, mut behind) = (at, at + 1);
    while before > 0 && text(lines, before - 1).is_empty() {
        before -= 1;
    }
    while behind < lines.len() && text(lines, behind).is_empty() {
        behind += 1;
    }
    let ending = before.checked_sub(1).map_or("", |above| text(lines, above));
    let beginning = text(lines, behind);
    let (is_below_blank, is_above_blank) = (before < at || before == 0, behind > at + 1);
    let is_listed = !is_below_blank && number(ending).is_some()
        || !is_above_blank && number(beginning).is_some();
    let starts_page = |at: &usize| lines.get(*at).is_some_and(|line| line.starts_page);
    let is_long = paragraph::length(ending) >= NARROWEST;
    let is_sure = [at, at + 1, behind].iter().any(starts_page) || cuts(ending, beginning);
    let is_at_beginning = before == 0 && number(beginning).is_none();
    let is_first = last == 0 && value < 1000 && (has_prose || is_at_beginning);
    let is_apart =
        is_below_blank || is_above_blank || behind == lines.len() || is_long && value > 9;
    let goes_on = last > 0 && was_page && value.wrapping_sub(last + 1) < STEP;
    let fits = is_sure || goes_on || value > 1 && is_first && is_apart;
    (fits && !is_listed).then_some(is_sure)
}
