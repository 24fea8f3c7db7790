//! What stands above a document without any label, in a build that knows only the commonest records: a date, and a title.
//! Where there may be anything else, the document is left to a build that knows more.

use super::classification::is_classification;
use crate::document::Date;
use crate::format::lines::Line;
use crate::scan;

/// What a line above a document says; this build tells dates and titles alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Number,
    Title,
    Date,
    Place,
    Classification,
    Other,
}

pub(super) type Piece<'s> = (What, Line<'s>);

pub(super) fn find<'s>(_: &[Line<'s>]) -> (Vec<Piece<'s>>, usize) {
    (Vec::new(), 0)
}

pub(super) fn cells<'s>(_: &Line<'s>, _: bool, _: bool, _: &mut Vec<Piece<'s>>) -> bool {
    false
}

/// Whether words without a label are what they seem to be here, a title above all: they have no number, and are not about how
/// secret the document was.
pub(super) fn is_sure(words: &str) -> bool {
    Date::parse(words).is_some()
        || !may_be_number(words) && !scan::begins_with(words, "[(/*") && !is_classification(words)
}

/// The longest line that may be anything but a title, in bytes, as in `head.rs`.
const LONGEST_CELL: usize = 100;

/// Whether words may be, or begin with, a number, or a date behind a place: before its digits stand names, and none of the small
/// words of a title.
fn may_be_number(words: &str) -> bool {
    let before = scan::to(words, scan::run(words, |c| !c.is_ascii_digit()));
    let is_of_title = |word: &&str| scan::listed("to|of|with|for|by", word);
    before.len() < words.len()
        && words.len() <= LONGEST_CELL
        && !scan::parts(before, " ").iter().any(is_of_title)
}

/// What the signs before the number of a document have in them, `№` or `Dokument` in `head.rs`.
const SIGNS: [&str; 6] = ["No.", "No ", "№", "Nr.", "N°", "ument "];

/// Whether words may be the number of a document: behind a sign for it, or before the name of a kind.
fn may_have_number(words: &str) -> bool {
    let before = scan::split(words, ": ").map_or("", |(before, _)| before);
    let has_sign = SIGNS.iter().any(|sign| scan::find(words, sign).is_some());
    words.len() <= LONGEST_CELL && (scan::has_digit(before) || has_sign && scan::has_digit(words))
}

/// How many lines at the beginning may be of a head without labels: as many as stand above the text of the commonest records.
const LINES: usize = 16;

/// Whether there may be a head that this build does not know: that of a telegram, or one with a number.
pub(super) fn may_be_other(lines: &[Line]) -> bool {
    let may_be_head = |line: &Line| {
        let words = scan::trimmed(line.text);
        let cell = scan::to(words, scan::find(words, "  ").unwrap_or(words.len()));
        !scan::begins_with(words, "*_#") && (may_have_number(cell) || is_classification(cell))
    };
    lines.iter().take(LINES).any(may_be_head) || lines.iter().any(is_telegram)
}

pub(super) fn what(words: &str) -> Option<What> {
    Date::parse(words).map(|_| What::Date)
}

pub(super) fn number(_: &str) -> Option<(&str, &str)> {
    None
}

pub(super) fn dated(words: &str) -> Option<(&str, Date)> {
    Some(("", Date::parse(words)?))
}

pub(super) fn title(words: &str) -> (&str, &str) {
    ("", words)
}

/// As in `head.rs`.
pub(super) fn is_telegram(line: &Line) -> bool {
    scan::after(line.text, "FM ").is_some() && !line.text.chars().any(scan::is_small)
}
