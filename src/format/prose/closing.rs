//! The end of a letter or telegram: a dateline and a signature, on lines of their own or run into the last paragraph.

use super::dateline;
use super::paragraph::Paragraphs;
use crate::diagnostic::Remarks;
use crate::document::{Date, KNOWS_MORE};
use crate::scan;

#[derive(Debug)]
pub(super) enum Part {
    Dateline(Date),
    Signed(String),
}

/// The longest closing, in bytes.
const LONGEST: usize = 80;

/// Takes the closing from the last paragraph, or the last two, in the order of the source;
/// `year` helps with years of two digits.
pub(super) fn take(
    paragraphs: &mut Paragraphs,
    year: Option<i32>,
    remarks: &mut Remarks,
) -> Vec<Part> {
    let Some(last) = paragraphs.last_mut() else {
        return Vec::new();
    };
    let Some((at, mut parts)) = find(&last.words, year, remarks) else {
        return Vec::new();
    };
    // A page that ends inside the closing, or before it, has to stay where it is.
    if last.stops.iter().any(|stop| stop.at >= at) {
        return Vec::new();
    }
    if at > 0 {
        last.cut(at);
        return parts;
    }
    paragraphs.pop();
    if let [Part::Signed(_)] = parts.as_slice()
        && let Some(before) = paragraphs.last().filter(|before| before.stops.is_empty())
    {
        if let Some(date) = Date::parse_near(&before.words, year) {
            paragraphs.pop();
            parts.insert(0, Part::Dateline(date));
        } else {
            dateline::leave(&before.words, 1, remarks);
        }
    }
    parts
}

/// The first place, at a sentence's end or at the start, from which the words are nothing but a closing.
fn find(words: &str, year: Option<i32>, remarks: &mut Remarks) -> Option<(usize, Vec<Part>)> {
    let (mut first, mut found) = (words.len(), None);
    for at in scan::word_starts(words) {
        let may_begin =
            words.len() - at <= LONGEST && (at == 0 || ends_sentence(scan::to(words, at - 1)));
        if may_begin && found.is_none() {
            first = first.min(at);
            found = parts(scan::from(words, at), year, at == 0).map(|parts| (at, parts));
        }
    }
    // What stands between the first place and the one that was found may be a date that this build does not know.
    let end = found.as_ref().map_or(words.len(), |(at, _)| *at);
    if !KNOWS_MORE {
        dateline::stands(scan::from(scan::to(words, end), first), year, remarks);
    }
    found
}

/// Whether words end as a sentence does, and not as an initial.
fn ends_sentence(words: &str) -> bool {
    let closed = scan::trim_end(words, "\"”’)]'");
    let Some(before) = closed.strip_suffix(['.', '!', '?']) else {
        return false;
    };
    let mut characters = before.chars();
    characters.next_back();
    let is_initial = characters.as_str().is_empty() || scan::ends_with(characters.as_str(), " .");
    !is_initial || closed.len() < words.len()
}

/// The words as dateline and signature, in either order; `alone` on their line they may be plainer.
fn parts(words: &str, year: Option<i32>, alone: bool) -> Option<Vec<Part>> {
    if let Some((date, length)) = dated(words, year) {
        if words.len() == length {
            return (alone || is_pointed(&date)).then(|| vec![Part::Dateline(date)]);
        }
        let name = scan::from(words, length).strip_prefix(' ')?;
        return is_signature(name, true)
            .then(|| vec![Part::Dateline(date), Part::Signed(scan::owned(name))]);
    }
    if is_signature(words, false) {
        return Some(vec![Part::Signed(scan::owned(words))]);
    }
    let at = scan::find_last(words, " ")?;
    let (name, rest) = (scan::to(words, at), scan::from(words, at + 1));
    let date = Date::parse_near(rest, year).filter(is_pointed)?;
    is_signature(name, true).then(|| vec![Part::Signed(scan::owned(name)), Part::Dateline(date)])
}

/// The date that words begin with, and its length.
fn dated(words: &str, year: Option<i32>) -> Option<(Date, usize)> {
    let found = Date::parse_prefix(words, year)
        .filter(|(date, _)| date.start.is_some_and(|start| start.day.is_some()));
    #[cfg(feature = "more")]
    let found = found.map(|(mut date, mut length)| {
        // The Russian word for a year is cut short by a full stop: `22.X.62 г. А. Добрынин`
        if date.written.ends_with('г') && scan::begins_with(scan::from(words, length), ".") {
            date.written.push('.');
            length += 1;
        }
        (date, length)
    });
    found
}

/// Whether a date is written as those under documents are: `14.XI.62`.
fn is_pointed(date: &Date) -> bool {
    !scan::has_any(&date.written, " ") && scan::has_any(&date.written, "./")
}

/// Whether words are a name as people sign: initials and a surname in capitals, or, beside a date, any short name.
pub(super) fn is_signature(words: &str, beside_date: bool) -> bool {
    let (mut initials, mut names, mut in_capitals) = (0, 0, true);
    for word in scan::parts(words, " ") {
        if names == 0 && is_initials(word) {
            initials += 1;
        } else if is_name(word) {
            names += 1;
            in_capitals &= word.len() > 2 && !word.chars().any(scan::is_small);
        } else {
            return false;
        }
    }
    (1..=3).contains(&names) && (beside_date || (initials > 0 && in_capitals))
}

/// `Dobrynin`, `DOBRYNIN`, `O’Neill`; not `THE`, which stands in headings: `I. THE KEEPER`
fn is_name(word: &str) -> bool {
    let letters = |c: char| scan::is_letter(c) || matches!(c, '-' | '\'' | '’');
    scan::first(word).is_some_and(scan::is_capital)
        && word.chars().all(letters)
        && !scan::listed("the|of|and", word)
}

/// `A.`, `N.S.`
fn is_initials(word: &str) -> bool {
    let mut expects_point = false;
    for c in word.chars() {
        let fits = if expects_point {
            c == '.'
        } else {
            scan::is_capital(c)
        };
        if !fits {
            return false;
        }
        expects_point = !expects_point;
    }
    !word.is_empty() && !expects_point
}
