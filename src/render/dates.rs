//! Dates as sentences have them.

use crate::document::{
    CENTURY, CalendarDate, DECADE, Date, Extent, HAS_ALL_EXTENTS, HAS_MARKUP, KNOWS_MORE, MONTHS,
};
use crate::scan;

/// Whether a date may lie before the year 1.
const HAS_ANTIQUITY: bool = HAS_MARKUP || KNOWS_MORE;

/// `14 November 1962`, `27–28 October 1962`, `about 1962`, `between 1961 and 1963`, `1960s`.
pub(super) fn date(date: &Date) -> String {
    let is_within = date.extent == Extent::Within;
    let is_about = |end: Option<CalendarDate>| end.is_some_and(|end| end.approximate);
    let mut words = scan::owned(about(is_about(date.start.or(date.end))));
    if let Some((first, last)) = days_of_one_month(date) {
        scan::push_number(&mut words, u32::from(first), 1);
        words.push('–');
        push(Some(last), &mut words);
        return words;
    }
    let (before, between) = match (date.start, date.end) {
        _ if !HAS_ALL_EXTENTS => ("", ""),
        (Some(_), Some(_)) if is_within => ("between ", " and "),
        (Some(_), Some(_)) => ("", " – "),
        (Some(_), None) if date.extent == Extent::One => ("", ""),
        (Some(_), None) if is_within => ("not before ", ""),
        (Some(_), None) if KNOWS_MORE && date.unknown[1] => ("", " – ?"),
        (Some(_), None) => ("from ", ""),
        (None, Some(_)) if is_within => ("not after ", ""),
        (None, Some(_)) if KNOWS_MORE && date.unknown[0] => ("? – ", ""),
        (None, Some(_)) => ("until ", ""),
        (None, None) => (date.written.as_str(), ""),
    };
    words.push_str(before);
    push(date.start, &mut words);
    if !HAS_ALL_EXTENTS {
        return words;
    }
    words.push_str(between);
    words.push_str(about(
        KNOWS_MORE && is_about(date.end) && date.start.is_some() && !is_about(date.start),
    ));
    push(date.end, &mut words);
    words
}

fn about(is_about: bool) -> &'static str {
    if is_about { "about " } else { "" }
}

/// The first day of a time within one month, and the last.
fn days_of_one_month(date: &Date) -> Option<(u8, CalendarDate)> {
    let (first, last) = (date.start?, date.end?);
    let is_one =
        (first.year, first.month, first.uncertain) == (last.year, last.month, last.uncertain);
    let fits = is_one && date.extent == Extent::Range && first.year > 0 && last.day.is_some();
    first.day.filter(|_| fits).map(|day| (day, last))
}

fn push(date: Option<CalendarDate>, words: &mut String) {
    if let Some(date) = date {
        push_date(words, date);
        if KNOWS_MORE && date.uncertain {
            words.push('?');
        }
    }
}

fn push_date(words: &mut String, date: CalendarDate) {
    if KNOWS_MORE && date.unspecified > 15 {
        return push_decade(words, date);
    }
    if let Some(day) = date.day {
        scan::push_number(words, u32::from(day), 1);
        words.push(' ');
    }
    let (names, first) = match date.month {
        Some(21..) if KNOWS_MORE => (SEASONS, 21),
        _ => (MONTHS, 1),
    };
    if let Some(month) = date.month
        && let Some(name) = scan::parts(names, "|").get(usize::from(month.wrapping_sub(first)))
    {
        words.push_str(name);
        words.push(' ');
    }
    let is_early = HAS_ANTIQUITY && date.year < 1;
    let year = if is_early {
        1_i32.wrapping_sub(date.year)
    } else {
        date.year
    };
    scan::push_number(words, year.unsigned_abs(), 1);
    if is_early {
        words.push_str(" BC");
    }
}

const SEASONS: &str = "Spring|Summer|Autumn|Winter";

/// A decade or a century; a year of which other digits are left open, as EDTF writes it.
fn push_decade(words: &mut String, date: CalendarDate) {
    let number = date.year.unsigned_abs() / 100 + 1;
    let is_one = date.year > 0 && date.month.is_none();
    match date.unspecified {
        DECADE if is_one => {
            scan::push_number(words, date.year.unsigned_abs(), 1);
            words.push('s');
        }
        CENTURY if is_one => {
            scan::push_number(words, number, 1);
            words.push_str(match (number % 100 / 10, number % 10) {
                (1, _) => "th",
                (_, 1) => "st",
                (_, 2) => "nd",
                (_, 3) => "rd",
                _ => "th",
            });
            words.push_str(" century");
        }
        _ => date.push(words),
    }
}
