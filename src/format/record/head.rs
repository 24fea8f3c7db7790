//! What stands above a document without any label: its number, its title, where and when it was written, how secret it
//! was.
//!
//! Editions of papers, typists and telegraphs have their forms for it; what is told by its form alone is a guess.

use super::classification::{is_classification, set_apart};
use crate::document::{Date, HAS_RECORDS, KNOWS_MORE, Kind};
use crate::format::lines::Line;
use crate::limits;
use crate::scan;

/// What a line above a document says, or a part of it that wide space sets apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Number,
    Title,
    Date,
    Place,
    Classification,
    /// It stands there, and says nothing that a record has a field for.
    Other,
}

/// A line, or a part of one. Several that say one thing, such as a title, follow each other.
pub(super) type Piece<'s> = (What, Line<'s>);

/// The most that a title may be long, and what stands above the number of a document, in bytes.
const LONGEST: usize = 400;

/// How many blocks may stand above the number of a document: a page number, the end of what came before.
const STRAYS: u32 = 2;

/// The longest line, or part of one, that is looked at for anything but a title, in bytes.
const LONGEST_CELL: usize = 100;

/// The longest number of a file, in bytes.
const LONGEST_FILE_NUMBER: usize = 64;

/// How many lines below a title that has its number before it are looked at for another: many of them are a list.
const LISTED: usize = 40;

/// The head of a document, and how many lines it takes; none where too little of it has such a form.
pub(super) fn find<'s>(lines: &[Line<'s>]) -> (Vec<Piece<'s>>, usize) {
    let mut head = Head::default();
    let mut end = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            head.length = 0;
            head.last = None;
        } else {
            if head.length == 0 {
                let block = lines.iter().skip(at).take_while(|line| !line.is_blank());
                head.length = block.map(|line| line.text.len()).sum();
            }
            if !head.take(*line) {
                break;
            }
            end = at + 1;
        }
    }
    let has_number = head.has(What::Number);
    let mut below = lines.iter().skip(end).take(LISTED);
    let is_clear = head.score() > 3 || head.is_numbered;
    let is_sure = has_number || is_clear && head.strays < 2 || head.strays == 0;
    match head.score() >= 3 && is_sure && (has_number || !below.any(is_numbered)) {
        true => (head.pieces, end),
        false => (Vec::new(), 0),
    }
}

fn is_numbered(line: &Line) -> bool {
    let (number, title) = title(scan::trimmed(line.text));
    !number.is_empty() && Kind::at_start(title).is_some()
}

#[derive(Default)]
struct Head<'s> {
    pieces: Vec<Piece<'s>>,
    /// How many bytes the lines have between the blank ones around.
    length: usize,
    /// What the line right above is.
    last: Option<What>,
    names_kind: bool,
    /// Whether the title has its number before it.
    is_numbered: bool,
    /// How many blocks stand above that only a number after them makes part of the head.
    strays: u32,
}

impl<'s> Head<'s> {
    fn has(&self, what: What) -> bool {
        self.pieces.iter().any(|(known, _)| *known == what)
    }

    /// How sure it is that this is a head: a number alone is none, nor is a date, which stands above any letter.
    fn score(&self) -> u32 {
        let points = |what| u32::from(self.has(what));
        points(What::Number) * 2
            + u32::from(self.names_kind) * 2
            + points(What::Date)
            + points(What::Classification)
    }

    /// Takes a line, if it belongs to the head.
    fn take(&mut self, line: Line<'s>) -> bool {
        if self.pieces.len() >= limits::HEAD_LINES {
            return false;
        }
        let is_dated = self.has(What::Date);
        if cells(
            &line,
            self.last == Some(What::Date),
            is_dated,
            &mut self.pieces,
        ) {
            self.last = self.pieces.last().map(|(what, _)| *what);
            return true;
        }
        let (number, words) = title(scan::trimmed(line.text));
        // `MEMORANDUM FOR: The Director` is a label.
        let names_kind = (Kind::at_start(words).is_some() || KNOWS_MORE && is_kind_apart(words))
            && !words.ends_with('.')
            && scan::find(words, "FOR:").is_none();
        let last = self.pieces.last().map(|(what, _)| *what);
        let is_numbered = last == Some(What::Number) && scan::after(words, "To ").is_none();
        // Below a title that a blank line parts from its rest: `RECORD OF CONVERSATION`, `with the Minister`.
        let goes_on = last == Some(What::Title) && scan::first(words).is_some_and(scan::is_small);
        let is_above = self.pieces.iter().all(|(what, _)| *what == What::Other);
        let what = if self.length > LONGEST {
            return false;
        } else if self.last == Some(What::Title) || goes_on {
            What::Title
        } else if !self.has(What::Title) && (names_kind || is_numbered) {
            self.names_kind |= names_kind;
            self.is_numbered = !number.is_empty();
            What::Title
        } else if is_above && (self.last.is_some() || self.strays < STRAYS) {
            self.strays += u32::from(self.last.is_none());
            What::Other
        } else {
            return false;
        };
        self.pieces.push((what, line));
        self.last = Some(what);
        true
    }
}

/// Whether words begin with the name of a kind in capitals of another alphabet, or in letters set apart: `V e r m e r k`.
fn is_kind_apart(words: &str) -> bool {
    let mut name = set_apart(words);
    if !HAS_RECORDS {
        // This build knows no kinds of other languages, and leaves what may be one.
        let is_foreign = scan::first(words).is_some_and(|c| c > '\u{24f}');
        return name.len() > 4 || is_foreign && !words.chars().any(scan::is_small);
    }
    let mut letters = words.chars();
    if name.is_empty() {
        name.extend(letters.next());
        name.extend(letters.map(scan::small));
    }
    Kind::at_start(&name).is_some()
}

/// Adds the parts of a line between wide spaces, if every one of them says something.
pub(super) fn cells<'s>(
    line: &Line<'s>,
    below_date: bool,
    is_dated: bool,
    pieces: &mut Vec<Piece<'s>>,
) -> bool {
    let (mut at, mut says, first) = (0, below_date, pieces.len());
    let mut all_say = true;
    while at < line.text.len() {
        let rest = scan::from(line.text, at);
        let length = scan::find(rest, "  ").unwrap_or(rest.len());
        let cell = line.part(at, at + length);
        at += length + 2;
        let words = scan::trimmed(cell.text);
        let what = match what(words) {
            _ if words.is_empty() => continue,
            Some(what) => what,
            None => What::Place,
        };
        all_say &= match what {
            What::Date => !is_dated,
            What::Place => is_place(words),
            _ => true,
        };
        says |= what != What::Place;
        pieces.push((what, cell));
    }
    if !(all_say && says) {
        pieces.truncate(first);
    }
    pieces.len() > first
}

/// What words by themselves are, if their form tells.
pub(super) fn what(words: &str) -> Option<What> {
    if words.len() > LONGEST_CELL {
        return None;
    }
    if is_classification(words) {
        return Some(What::Classification);
    }
    if dated(words).is_some() {
        return Some(What::Date);
    }
    if number(words).is_some() {
        return Some(What::Number);
    }
    let is_other = words == "BT" || scan::after(words, "[Received").is_some();
    is_other.then_some(What::Other)
}

fn is_place(words: &str) -> bool {
    words.len() <= 30
        && !scan::ends_with(words, ":.")
        // Initials begin a name.
        && words.chars().nth(1) != Some('.')
        && scan::are_capitalized(words, 3)
        && !scan::has_digit(words)
}

/// What stands before the number of a document.
const SIGNS: [&str; 7] = ["No.", "№", "Nr.", "N°", "No ", "Document ", "Dokument "];

/// The number of a document, and what sort of number that is, `number` where the words do not say so: `No. 5`,
/// `№ 2873/GS`, `Spec. No. 2054-2056`, `Dokument Nr. 12`, `124.61/263: Telegram`.
pub(super) fn number(words: &str) -> Option<(&str, &str)> {
    if !HAS_RECORDS {
        // This build reads no number, and leaves what may have one.
        let before = scan::split(words, ": ").map_or("", |(before, _)| before);
        let has_sign = SIGNS.iter().any(|sign| scan::find(words, sign).is_some());
        let may_have_one = scan::has_digit(before) || has_sign && scan::has_digit(words);
        return may_have_one.then_some((words, words));
    }
    if let Some((number, kind)) = scan::split(words, ": ")
        && Kind::from_name(kind).is_some()
        && (is_number(number) || KNOWS_MORE && is_file_number(number))
    {
        return Some(("number", number));
    }
    for sign in SIGNS {
        if let Some((sort, number)) = scan::split(words, sign) {
            let number = scan::trim(number, " *");
            let label = match sort {
                "" => "number",
                _ if scan::are_capitalized(scan::trimmed(sort), 2) => {
                    scan::to(words, sort.len() + sign.len())
                }
                _ => return None,
            };
            return is_number(number).then_some((label, number));
        }
    }
    None
}

fn is_number(words: &str) -> bool {
    let is_part = |c: char| scan::is_letter(c) || c.is_ascii_digit() || scan::is_in("-–/. ", c);
    words.len() <= 24
        && scan::has_digit(words)
        && scan::run(words, is_part) == words.len()
        && scan::places(words, b' ').len() <= 2
}

/// The number of a file in an office, whose subject may stand in it: `740.0011 European War 1939/12406`.
fn is_file_number(words: &str) -> bool {
    words.len() <= LONGEST_FILE_NUMBER
        && scan::begins_with(words, "0123456789")
        && scan::has_any(scan::first_word(words), ".")
        && scan::find(words, "/").is_some()
}

/// A date, and the place before it: `Moscow, October 27, 1962, 5 p.m.`, `[November 1963]*`, `Berlin, den 14.11.1962`,
/// `R 162220Z NOV 76`.
pub(super) fn dated(words: &str) -> Option<(&str, Date)> {
    let words = scan::trim(words, "[]*† ");
    if KNOWS_MORE && let Some((day, rest)) = quoted_day(words) {
        let mut date = Date::parse(&scan::joined(&[day, rest]))?;
        date.written = scan::owned(words);
        return Some(("", date));
    }
    // Behind the time of Greenwich, and on a typewriter, the year has two digits, and is one of the century of telegrams.
    let near = Some(CENTURY_OF_TELEGRAMS);
    let mut at = 0;
    loop {
        let rest = scan::from(words, at);
        let rest = scan::after(rest, "den ").unwrap_or(rest);
        if let Some((date, length)) = Date::parse_prefix(rest, near)
            && is_behind_date(scan::from(rest, length))
        {
            let place = scan::trim(scan::to(words, at), ", ");
            let is_one = place.is_empty() || scan::are_capitalized(place, 4);
            return is_one.then_some((place, date));
        }
        at = words.len() - rest.len() + scan::find(rest, ", ")? + 2;
    }
}

/// The number of a day in quotation marks, as it is written by hand into a form, and what follows: `«22» марта 1960 г.`
fn quoted_day(text: &str) -> Option<(&str, &str)> {
    const QUOTES: &str = "\"«»“”„";
    let inside = scan::trim_start(text, QUOTES);
    let length = scan::run(inside, |c| c.is_ascii_digit());
    let (day, rest) = (scan::to(inside, length), scan::from(inside, length));
    let behind = scan::trim_start(rest, QUOTES);
    let is_quoted =
        (1..3).contains(&length) && inside.len() < text.len() && behind.len() < rest.len();
    is_quoted.then_some((day, behind))
}

const CENTURY_OF_TELEGRAMS: i32 = 1963;

/// Whether what follows a date is a time of the day or the mark of a note.
fn is_behind_date(words: &str) -> bool {
    let words = scan::trim_start(words, ".");
    let is_mark = words.is_empty()
        || scan::after(words, " at ").is_some()
        || scan::begins_with(scan::trim_start(words, " *"), ",—–-[(†0123456789");
    is_mark && words.len() <= 20 && !words.chars().any(scan::is_capital)
}

/// The number of a title and the title, without the marks of notes: `186. Telegram From the Embassy¹`.
pub(super) fn title(words: &str) -> (&str, &str) {
    let words = scan::trim_end(words, "*†‡¹²³⁴⁵⁶⁷⁸⁹⁰ ");
    let digits = scan::run(words, |c| c.is_ascii_digit());
    match scan::from(words, digits).strip_prefix(". ") {
        Some(title) if (1..5).contains(&digits) => (scan::to(words, digits), title),
        _ => ("", words),
    }
}

/// Whether a line says who sent a telegram, as its head has it: `FM SECSTATE WASHDC`.
pub(super) fn is_telegram(line: &Line) -> bool {
    scan::after(line.text, "FM ").is_some() && !line.text.chars().any(scan::is_small)
}
