//! What stands above a document without any label: its number, its title, where and when it was written, how secret it
//! was.
//!
//! Editions of papers, typists and telegraphs have their forms for it; what is told by its form alone is a guess.

use super::names;
use crate::document::{Date, Kind};
use crate::format::lines::Line;
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

/// Lines that say one thing.
pub(super) type Piece<'s> = (What, Vec<Line<'s>>);

/// The most that a title may be long, and what stands above the number of a document, in bytes.
const LONGEST: usize = 400;

/// The most blocks that stand above the number of a document: a page number, the end of what came before.
const STRAYS: usize = 2;

/// The head of a document, and how many lines it takes; `None` where too little of it has such a form.
pub(super) fn find<'s>(lines: &[Line<'s>]) -> Option<(Vec<Piece<'s>>, usize)> {
    let mut head = Head::default();
    let (mut start, mut end) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            start = at + 1;
        } else if at == start {
            let rest = lines.get(at..)?;
            let length = rest.iter().position(Line::is_blank).unwrap_or(rest.len());
            let taken = head.block(rest.get(..length)?);
            end = at + taken;
            if taken < length {
                break;
            }
        }
    }
    let is_whole = head.strays == 0 || head.has(What::Number);
    let is_one = head.has(What::Number) || !lines.iter().skip(end).take(LISTED).any(is_numbered);
    (is_whole && is_one && head.score() >= 3).then_some((head.pieces, end))
}

/// How many lines below a title that has its number before it are looked at for another: many of them are a list.
const LISTED: usize = 40;

fn is_numbered(line: &Line) -> bool {
    let (number, title) = title(line.text.trim());
    !number.is_empty() && Kind::at_start(title).is_some()
}

#[derive(Default)]
struct Head<'s> {
    pieces: Vec<Piece<'s>>,
    strays: usize,
    names_kind: bool,
}

impl<'s> Head<'s> {
    fn has(&self, what: What) -> bool {
        self.pieces.iter().any(|(known, _)| *known == what)
    }

    /// How sure it is that this is a head: a number alone is none, nor is a date, which stands above any letter.
    fn score(&self) -> usize {
        let worth = |holds, points| if holds { points } else { 0 };
        worth(self.has(What::Number), 2)
            + worth(self.names_kind, 2)
            + worth(self.has(What::Date), 1)
            + worth(self.has(What::Classification), 1)
    }

    /// Takes lines that no blank line parts, as many as belong to the head, and says how many these are.
    fn block(&mut self, lines: &[Line<'s>]) -> usize {
        let (mut length, mut below_date) = (0, false);
        for line in lines {
            length += line.text.len();
        }
        for (at, line) in lines.iter().enumerate() {
            if let Some(mut cells) = cells(line, below_date, self.has(What::Date)) {
                below_date = cells.iter().any(|(what, _)| *what == What::Date);
                self.pieces.append(&mut cells);
            } else if length <= LONGEST && (at > 0 && self.goes_on() || self.begins_title(line)) {
                self.title(*line);
            } else if length <= LONGEST && self.strays < STRAYS && self.is_above() {
                self.strays += 1;
                self.pieces.push((What::Other, lines.to_vec()));
                return lines.len();
            } else {
                return at;
            }
        }
        lines.len()
    }

    /// Whether nothing has come but what may stand above a number.
    fn is_above(&self) -> bool {
        self.pieces.iter().all(|(what, _)| *what == What::Other)
    }

    /// Whether the last line was one of the title.
    fn goes_on(&self) -> bool {
        self.pieces
            .last()
            .is_some_and(|(what, _)| *what == What::Title)
    }

    /// Whether the title begins here: it names a kind of document, or stands below its number.
    fn begins_title(&mut self, line: &Line) -> bool {
        let (_, words) = title(line.text);
        let names_kind = Kind::at_start(words).is_some() && !words.ends_with('.');
        let is_numbered = matches!(self.pieces.last(), Some((What::Number, _)));
        let begins = !self.has(What::Title) && (names_kind || is_numbered);
        self.names_kind |= begins && names_kind;
        begins
    }

    fn title(&mut self, line: Line<'s>) {
        match self.pieces.last_mut() {
            Some((What::Title, lines)) => lines.push(line),
            _ => self.pieces.push((What::Title, vec![line])),
        }
    }
}

/// The parts of a line between wide spaces, if every one of them says something.
pub(super) fn cells<'s>(
    line: &Line<'s>,
    below_date: bool,
    is_dated: bool,
) -> Option<Vec<Piece<'s>>> {
    let mut cells = Vec::new();
    let mut rest = line.text;
    let mut says = below_date;
    while !rest.trim().is_empty() {
        let words = rest.trim_start();
        let wide = [scan::find(words, "  "), scan::find(words, "\t")];
        let length = wide.into_iter().flatten().min().unwrap_or(words.len());
        let from = line.text.len() - words.len();
        let cell = line.part(from, from + length);
        let what = what(scan::trimmed(cell.text));
        says |= what.is_some();
        cells.push((what.unwrap_or(What::Place), vec![cell]));
        rest = scan::from(words, length);
    }
    let fits = |(what, lines): &Piece| match what {
        What::Place => lines.iter().all(|line| is_place(scan::trimmed(line.text))),
        What::Date => !is_dated,
        _ => true,
    };
    (says && cells.iter().all(fits)).then_some(cells)
}

/// What words by themselves are, if their form tells.
pub(super) fn what(words: &str) -> Option<What> {
    if is_classification(words) {
        return Some(What::Classification);
    }
    if dated(words, None).is_some() || date_time_group(words).is_some() {
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
        && scan::are_capitalized(words, 3)
        && !words.bytes().any(|b| b.is_ascii_digit())
}

/// The number of a document: `No. 5`, `№ 2873/GS`, `Spec. No. 2054-2056`, `Dokument Nr. 12`, `124.61/263: Telegram`; and what
/// kind of number that is, where the words say so.
pub(super) fn number(words: &str) -> Option<(&str, &str)> {
    if let Some((number, kind)) = scan::split(words, ": ")
        && Kind::from_name(kind).is_some()
        && is_number(number)
    {
        return Some(("", number));
    }
    for at in scan::word_starts(words).into_iter().take(3) {
        let (_, rest) = scan::after_any(scan::from(words, at), &["No.", "No ", "№", "Nr.", "N°"])
            .unwrap_or((0, ""));
        let number = scan::trim(rest, " *");
        if is_number(number) {
            let sort = scan::to(words, at);
            let is_sort = at == 0 || scan::are_capitalized(scan::trimmed(sort), 2);
            let label = if at == 0 {
                ""
            } else {
                scan::to(words, words.len() - rest.len())
            };
            return is_sort.then_some((scan::trimmed(label), number));
        }
    }
    None
}

fn is_number(words: &str) -> bool {
    let is_part =
        |c: char| scan::continues_word(c.encode_utf8(&mut [0; 4])) || scan::is_in("-–/. ", c);
    words.len() <= 24
        && words.bytes().any(|byte| byte.is_ascii_digit())
        && words.chars().all(is_part)
        && scan::parts(words, " ").len() <= 3
}

/// A date, and the place before it: `Moscow, October 27, 1962, 5 p.m.`, `[November 1963]*`, `Berlin, den 14. November 1962`.
pub(super) fn dated<'w>(words: &'w str, near: Option<i16>) -> Option<(&'w str, Date)> {
    let words = scan::trim(words, "[]*† ");
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
        at += scan::find(scan::from(words, at), ", ")? + 2;
    }
}

/// Whether what follows a date is a time of the day or the mark of a note.
fn is_behind_date(words: &str) -> bool {
    let is_mark = words.is_empty()
        || words.starts_with(" at ")
        || scan::begins_with(words, ",—–-*[(]†")
        || scan::begins_with(scan::trim_start(words, " *"), "0123456789");
    is_mark && words.len() <= 20 && !words.chars().any(scan::is_capital)
}

/// When a telegram was sent: `R 162220Z NOV 76`. Its year has two digits, and is one of the century of telegrams.
pub(super) fn date_time_group(words: &str) -> Option<Date> {
    let at = scan::find(words, "Z ")?;
    let group = scan::last_word(scan::to(words, at));
    let (month, year) = scan::split(scan::from(words, at + 2), " ")?;
    let year = scan::first_word(year);
    let is_group = group.len() == 6 && scan::number(group).is_some() && at <= 12;
    let century = if year.len() == 2 { "19" } else { "" };
    let written = scan::joined(&[scan::to(group, 2), " ", month, " ", century, year]);
    let mut date = Date::parse(&written).filter(|_| is_group)?;
    date.written = scan::owned(words);
    Some(date)
}

/// How secret or urgent it was, or which copy it is: `TOP SECRET`, `Secret. Copy No. 1`, `C O N F I D E N T I A L`.
fn is_classification(words: &str) -> bool {
    let words = scan::trim(words, "[]()*/ ");
    let name = scan::to(words, scan::run(words, |c| !scan::is_in(".,;:/(-–", c)));
    let spaced = scan::joined(&scan::parts(spaced(words), " "));
    let is_name = |name: &str| names::code(name) == Some(names::CLASSIFIED);
    let is_copy = |word: &str| scan::listed(COPIES, &names::normal(word));
    let numbered = words.bytes().any(|byte| byte.is_ascii_digit());
    words.len() <= 60 && (is_name(name) || is_name(&spaced))
        || words.len() <= 30
            && numbered
            && (is_copy(scan::first_word(words)) || is_copy(scan::last_word(words)))
}

/// The letters at the start that stand one by one.
fn spaced(words: &str) -> &str {
    let mut length = 0;
    for word in scan::parts(words, " ") {
        if word.len() > 1 {
            break;
        }
        length += word.len() + 1;
    }
    scan::trimmed(scan::to(words, length.min(words.len())))
}

/// The first or last word of what says which copy it is.
const COPIES: &str = "copy|copie|ex|экз|экземпляр|ausfertigung|exemplar|exemplaire";

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
