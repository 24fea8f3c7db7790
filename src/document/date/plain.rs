//! Dates as editions write them: days, months and years in plain English, numbers between points, ISO 8601, «circa».
//!
//! The dates of editions stand in attributes; words are what is left where an attribute is missing. Common records have
//! these too, and years of two digits. What else archives write, `reading.rs` reads, which not every build has.

use super::calendars::days_in;
use super::{CalendarDate, Date, Extent};
#[cfg(not(feature = "more"))]
use crate::document::HAS_PAPERS;
use crate::document::HAS_RECORDS;
use crate::scan;

impl CalendarDate {
    /// Reads it as ISO 8601 writes it, a time of the day and a zone behind it aside: `1962`, `1962-11`,
    /// `1962-11-14T16:00:00Z`, `-0043`. Years may have three digits.
    #[cfg(feature = "marked")]
    pub(crate) fn parse(value: &str) -> Option<CalendarDate> {
        let mut cursor = Cursor::new(value, None);
        let sign = if cursor.take("-") { "-" } else { "" };
        let digits = cursor.while_true(|c| c.is_ascii_digit());
        if digits.len() == 8 {
            let (year, rest) = (scan::to(digits, 4), scan::from(digits, 4));
            let (month, day) = (scan::to(rest, 2), scan::from(rest, 2));
            return CalendarDate::parse(&scan::joined(&[sign, year, "-", month, "-", day]));
        }
        if !matches!(digits.len(), 3 | 4) {
            return None;
        }
        let year = i32::from(number(digits));
        cursor.after_year(if sign.is_empty() { year } else { -year })?;
        let (date, rest) = (cursor.start?, cursor.rest());
        let has_time = date.day.is_some() && scan::begins_with(rest, "TZ+-");
        (rest.is_empty() || rest == "Z" || has_time).then_some(date)
    }
}

impl Date {
    /// Reads a whole string as a date that an edition writes.
    #[cfg(feature = "marked")]
    pub(crate) fn parse_plain(written: &str) -> Option<Date> {
        super::whole(read(scan::trimmed(written), None), scan::trimmed(written))
    }
}

/// Whether a date may end before these words: what else may follow one belongs to it, as a sign of doubt does, or the end of a
/// range, which this reader does not know.
#[cfg(not(feature = "more"))]
pub(super) fn may_end(rest: &str) -> bool {
    let behind = scan::trim_start(rest, " ");
    let begins_name =
        behind.len() < rest.len() && scan::first(behind).is_some_and(scan::is_capital);
    if HAS_PAPERS && is_in_paper(rest, behind) {
        return true;
    }
    // `1962.11.14`
    let goes_on = HAS_PAPERS && rest.starts_with('.') && scan::has_digit(scan::to(rest, 2));
    rest.is_empty() || begins_name || scan::begins_with(rest, ",.;)]*") && !goes_on
}

/// Whether behind a date stands what does so in papers: the number of a note, or of a page, or the hour.
#[cfg(not(feature = "more"))]
fn is_in_paper(rest: &str, behind: &str) -> bool {
    let is_hour = scan::begins_with(rest, "—–")
        && rest.len() < 20
        && scan::split(rest, " ").is_some_and(|(_, half)| scan::begins_with(half, "ap"));
    is_hour || scan::begins_with(behind, "*[0123456789")
}

/// Reads the date at the start of a string and says how many bytes it takes. A year of two digits is the nearest such year
/// to `near`.
pub(super) fn read(text: &str, near: Option<i32>) -> Option<(Date, usize)> {
    let mut cursor = Cursor::new(text, near);
    let is_approximate = cursor.attempt(Cursor::circa).is_some();
    let readings = [
        Cursor::month_first,
        Cursor::day_first,
        Cursor::pointed,
        Cursor::iso,
    ];
    readings.iter().find_map(|read| cursor.attempt(*read))?;
    if scan::continues_word(cursor.rest()) {
        return None;
    }
    let mut date = Date {
        start: cursor.start,
        end: cursor.end,
        extent: match cursor.end {
            Some(_) => Extent::Range,
            None => Extent::One,
        },
        ..Date::default()
    };
    if is_approximate {
        date.approximate();
    }
    Some((date, cursor.at))
}

/// A day of a month, and a last one where there are several.
type Days = (u8, Option<u8>);

/// A place in a string; each method takes what it names and moves on. After one that finds nothing the place may be anywhere:
/// where another may follow, the first is an attempt.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    near: Option<i32>,
    /// The date that has been read.
    start: Option<CalendarDate>,
    /// The end of it, where it is a range.
    end: Option<CalendarDate>,
}

impl<'t> Cursor<'t> {
    fn new(text: &'t str, near: Option<i32>) -> Cursor<'t> {
        Cursor {
            text,
            at: 0,
            near,
            start: None,
            end: None,
        }
    }

    fn rest(&self) -> &'t str {
        scan::from(self.text, self.at)
    }

    /// Tries a reading; where it fails the place is as before.
    fn attempt<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let value = read(self);
        if value.is_none() {
            self.at = before;
        }
        value
    }

    fn spaces(&mut self) {
        self.while_true(char::is_whitespace);
    }

    /// Takes the words if they stand here, and says whether they did.
    fn take(&mut self, expected: &str) -> bool {
        let stands = self.rest().starts_with(expected);
        if stands {
            self.at += expected.len();
        }
        stands
    }

    fn any_of(&mut self, expected: &str) -> Option<char> {
        let next = scan::first(self.rest()).filter(|c| scan::is_in(expected, *c))?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn while_true(&mut self, test: fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = scan::run(rest, test);
        self.at += length;
        scan::to(rest, length)
    }

    /// A number of so many digits, four at most.
    fn number(&mut self, shortest: usize, longest: usize) -> Option<u16> {
        let digits = self.while_true(|c| c.is_ascii_digit());
        if digits.len() < shortest || digits.len() > longest {
            return None;
        }
        Some(number(digits))
    }

    fn two_digits(&mut self) -> Option<u16> {
        self.number(2, 2)
    }

    /// `circa`, `ca.`, `c.` or `about` before a date.
    fn circa(&mut self) -> Option<()> {
        let word = self.while_true(scan::is_letter);
        self.take(".");
        self.spaces();
        scan::listed("circa|ca|c|about|approximately", word).then_some(())
    }

    /// A month's name, or its first letters, three at least.
    fn month_name(&mut self) -> Option<u8> {
        let word = self.while_true(scan::is_letter);
        self.take(".");
        let begins = |name: &&str| word.len() >= 3 && scan::after(name, word).is_some();
        let month = scan::parts(super::MONTHS, "|").iter().position(begins)?;
        Some(month as u8 + 1)
    }

    fn roman_month(&mut self) -> Option<u8> {
        let word = self.while_true(|c| matches!(c, 'I' | 'V' | 'X'));
        let months = scan::parts(ROMAN_MONTHS, "|");
        let month = months.iter().position(|roman| *roman == word)?;
        Some(month as u8 + 1)
    }

    /// A day, or days from and to: `14`, `14th`, `27-28`.
    fn days(&mut self) -> Option<Days> {
        Some((self.day()?, self.attempt(Cursor::last_day)))
    }

    fn last_day(&mut self) -> Option<u8> {
        self.spaces();
        self.any_of("-–—")?;
        self.spaces();
        self.day()
    }

    fn day(&mut self) -> Option<u8> {
        let day = self.number(1, 2)?;
        self.attempt(Cursor::ordinal);
        Some(day as u8)
    }

    /// What stands behind the number of a day: `14th`.
    fn ordinal(&mut self) -> Option<()> {
        let suffix = self.while_true(scan::is_letter);
        ["st", "nd", "rd", "th"].contains(&suffix).then_some(())
    }

    fn year(&mut self) -> Option<i32> {
        let year = i32::from(self.number(4, 4)?);
        (1000..3000).contains(&year).then_some(year)
    }

    /// A year of four digits, or of two where another year is known that it must be near to.
    fn year_or_short(&mut self) -> Option<i32> {
        if let Some(year) = self.attempt(Cursor::year) {
            return Some(year);
        }
        let near = self.near.filter(|_| HAS_RECORDS)?;
        let year = near - near % 100 + i32::from(self.two_digits()?);
        Some(match year - near {
            50.. => year - 100,
            ..-50 => year + 100,
            _ => year,
        })
    }

    /// `November 14, 1962`, `November 27-28, 1962`, `November 1962`.
    fn month_first(&mut self) -> Option<()> {
        let month = self.month_name()?;
        self.spaces();
        let days = self.attempt(Cursor::days_before_year);
        self.take(",");
        self.spaces();
        let year = self.year()?;
        self.put(year, month, days)
    }

    /// Days, and the comma or space without which they might be the beginning of a year.
    fn days_before_year(&mut self) -> Option<Days> {
        let days = self.days()?;
        self.take(",");
        let before = self.at;
        self.spaces();
        (self.at > before).then_some(days)
    }

    /// `14 November 1962`, `27-28 November 1962`.
    fn day_first(&mut self) -> Option<()> {
        let days = self.days()?;
        self.spaces();
        self.take("of ");
        let month = self.month_name()?;
        self.take(",");
        self.spaces();
        let year = self.year()?;
        self.put(year, month, Some(days))
    }

    /// `14.XI.62`, `14.XI.1962`, `14/XI/1962`, `14.11.1962`: a Roman month, or a number between points.
    fn pointed(&mut self) -> Option<()> {
        let days = self.days()?;
        let separator = self.any_of("./- ")?;
        let month = match self.attempt(Cursor::roman_month) {
            Some(month) => month,
            None if separator == '.' => self.number(1, 2)? as u8,
            None => return None,
        };
        if self.any_of("./- ")? != separator {
            return None;
        }
        let year = self.year_or_short()?;
        self.put(year, month, Some(days))
    }

    /// `1962-11-14`, `1962-11`, `1962`.
    fn iso(&mut self) -> Option<()> {
        let year = self.year()?;
        self.after_year(year)
    }

    /// The month and the day behind a year of ISO 8601, as far as they are there.
    fn after_year(&mut self, year: i32) -> Option<()> {
        let Some(month) = self.attempt(Cursor::after_hyphen) else {
            self.start = Some(CalendarDate {
                year,
                ..CalendarDate::default()
            });
            self.end = None;
            return Some(());
        };
        let day = self.attempt(Cursor::after_hyphen);
        self.put(year, month, day.map(|day| (day, None)))
    }

    /// Keeps a month or days in it, if there are such days.
    #[inline(never)]
    fn put(&mut self, year: i32, month: u8, days: Option<Days>) -> Option<()> {
        let (first, end) = (days.map(|days| days.0), days.and_then(|days| days.1));
        let on = |day: Option<u8>| CalendarDate {
            year,
            month: Some(month),
            day,
            ..CalendarDate::default()
        };
        self.start = Some(on(first));
        self.end = end.map(|end| on(Some(end)));
        let (first, last) = (first.unwrap_or(1), days_in(year, month));
        let exist = (1..=last).contains(&first) && end.is_none_or(|end| first < end && end <= last);
        exist.then_some(())
    }

    /// A month or a day of ISO 8601, with the hyphen before it.
    fn after_hyphen(&mut self) -> Option<u8> {
        let number = self.take("-").then(|| self.two_digits())??;
        Some(number as u8)
    }
}

/// The number that digits are, four at most.
fn number(digits: &str) -> u16 {
    let digits = digits.bytes().map(|digit| u16::from(digit - b'0'));
    digits.fold(0, |number, digit| number * 10 + digit)
}

const ROMAN_MONTHS: &str = "I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII";
