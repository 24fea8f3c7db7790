//! Dates as archives write them, read into the Extended Date/Time Format (EDTF, ISO 8601-2).

use super::{HAS_MARKUP, HAS_RECORDS};
use crate::scan;

/// A day, a month or a year of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDate {
    /// The year, as ISO 8601 counts: 0 is the year before the year 1.
    pub year: i16,
    /// The month, 1 to 12, where it is known.
    pub month: Option<u8>,
    /// The day of the month, where it is known.
    pub day: Option<u8>,
}

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
        let year = number(digits) as i16;
        cursor.after_year(if sign.is_empty() { year } else { -year })?;
        let (date, rest) = (cursor.start?, cursor.rest());
        let has_time = date.day.is_some() && scan::begins_with(rest, "TZ+-");
        (rest.is_empty() || rest == "Z" || has_time).then_some(date)
    }

    /// A number that is greater for a later date, and for one of two that says more.
    #[cfg(feature = "marked")]
    pub(crate) fn rank(self) -> i32 {
        let number = |part: Option<u8>| i32::from(part.unwrap_or(0));
        (i32::from(self.year) << 16) + (number(self.month) << 8) + number(self.day)
    }

    /// Adds it as ISO 8601 writes it: `1962`, `1962-11`, `1962-11-14` or `-0043`.
    fn push(self, words: &mut String) {
        if HAS_MARKUP && self.year < 0 {
            words.push('-');
        }
        scan::push_number(words, u32::from(self.year.unsigned_abs()), 4);
        for part in [self.month, self.day].into_iter().flatten() {
            words.push('-');
            scan::push_number(words, u32::from(part), 2);
        }
    }
}

/// What a date is, of the time from its start to its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// It is the start, and there is no end.
    #[default]
    One,
    /// It is all of that time.
    Range,
    /// It is somewhere in that time.
    Within,
}

/// A date, with the words that it was read from; where they could not be read, those alone.
///
/// ```
/// use reading_room::Date;
/// let date = Date::parse("November 14, 1962").unwrap();
/// assert_eq!(date.edtf(), "1962-11-14");
/// assert_eq!(Date::parse("ca. 27-28 October 1962").unwrap().edtf(), "1962-10-27~/1962-10-28~");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// The first, or only, day, month or year; `None` where the beginning is open.
    pub start: Option<CalendarDate>,
    /// The last one, where there are two; `None` where there is one, or the end is open.
    pub end: Option<CalendarDate>,
    /// What lies between them.
    pub extent: Extent,
    /// Whether the source says that it is approximate («circa»).
    pub approximate: bool,
    /// The date as the source writes it.
    pub written: String,
}

impl Date {
    /// Reads a whole string as a date; `None` where it is not one, or where it goes on after it.
    ///
    /// Understood are days, months and years in English order and in European order, month names, Roman and
    /// numeric months between points (`14.XI.1962`), ISO 8601, ranges of days in one month, «circa».
    /// Numeric dates between slashes are not read: nobody can tell the day from the month.
    pub fn parse(written: &str) -> Option<Date> {
        Date::parse_near(written, None)
    }

    /// As [`parse`](Date::parse), and a year of two digits is read as the nearest such year to `near`.
    ///
    /// ```
    /// use reading_room::Date;
    /// assert_eq!(Date::parse_near("14.XI.62", Some(1962)).unwrap().edtf(), "1962-11-14");
    /// assert!(Date::parse_near("14.XI.62", None).is_none());
    /// ```
    pub fn parse_near(written: &str, near: Option<i16>) -> Option<Date> {
        let written = scan::trimmed(written);
        let (mut date, length) = Date::parse_prefix(written, near)?;
        date.written = scan::owned(written);
        let rest = scan::trim_start(scan::from(written, length), ".,])");
        rest.is_empty().then_some(date)
    }

    /// Reads the date at the start of a string and says how many bytes it takes.
    ///
    /// ```
    /// use reading_room::Date;
    /// let (date, length) = Date::parse_prefix("November 14, 1962, Wilson Center", None).unwrap();
    /// assert_eq!((date.edtf().as_str(), length), ("1962-11-14", 17));
    /// ```
    pub fn parse_prefix(text: &str, near: Option<i16>) -> Option<(Date, usize)> {
        let mut cursor = Cursor::new(text, near);
        let approximate = cursor.attempt(Cursor::circa).is_some();
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
        let date = Date {
            start: cursor.start,
            end: cursor.end,
            extent: match cursor.end {
                Some(_) => Extent::Range,
                None => Extent::One,
            },
            approximate,
            written: scan::owned(scan::trimmed(scan::to(text, cursor.at))),
        };
        Some((date, cursor.at))
    }

    /// The date in EDTF: `1962-11-14`, `1962-10-27/1962-10-28`, `1962~`, `../1916`; `[0201..0500]`, of level 2, for one
    /// that lies between two others. Nothing where its words could not be read.
    pub fn edtf(&self) -> String {
        let mut edtf = String::new();
        let (open, between, close) = match self.extent {
            Extent::Within if HAS_MARKUP => ("[", "..", "]"),
            Extent::Range => ("", "/", ""),
            _ => ("", "", ""),
        };
        edtf.push_str(open);
        self.push_end(self.start, &mut edtf);
        edtf.push_str(between);
        if self.extent != Extent::One {
            self.push_end(self.end, &mut edtf);
        }
        edtf.push_str(close);
        edtf
    }

    /// The year that it begins in, or ends in where its beginning is open.
    pub fn year(&self) -> Option<i16> {
        Some(self.start.or(self.end)?.year)
    }

    /// Adds one end of it. What lies between two others is no more exact than they are, and needs no mark.
    fn push_end(&self, end: Option<CalendarDate>, edtf: &mut String) {
        match end {
            Some(date) => {
                date.push(edtf);
                if self.approximate && self.extent != Extent::Within {
                    edtf.push('~');
                }
            }
            None if HAS_MARKUP && self.extent == Extent::Range => edtf.push_str(".."),
            None => {}
        }
    }
}

/// A day of a month, and a last one where there are several.
type Days = (u8, Option<u8>);

/// A place in a string; each method takes what it names and moves on. After one that finds nothing the place may be anywhere:
/// where another may follow, the first is an attempt.
#[derive(Clone, Copy)]
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    near: Option<i16>,
    /// The date that has been read.
    start: Option<CalendarDate>,
    /// The end of it, where it is a range.
    end: Option<CalendarDate>,
}

impl<'t> Cursor<'t> {
    fn new(text: &'t str, near: Option<i16>) -> Cursor<'t> {
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
        let mut ahead = *self;
        let value = read(&mut ahead);
        if value.is_some() {
            *self = ahead;
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
        let month = scan::parts(MONTHS, "|").iter().position(begins)?;
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
        let mut ahead = *self;
        let suffix = ahead.while_true(scan::is_letter);
        if ["st", "nd", "rd", "th"].contains(&suffix) {
            *self = ahead;
        }
        Some(day as u8)
    }

    fn year(&mut self) -> Option<i16> {
        let year = self.number(4, 4)? as i16;
        (1000..3000).contains(&year).then_some(year)
    }

    /// A year of four digits, or of two where another year is known that it must be near to.
    fn year_or_short(&mut self) -> Option<i16> {
        if let Some(year) = self.attempt(Cursor::year) {
            return Some(year);
        }
        let near = i32::from(self.near.filter(|_| HAS_RECORDS)?);
        let year = near - near % 100 + i32::from(self.two_digits()?);
        let nearest = match year - near {
            50.. if year >= 100 => year - 100,
            ..-50 => year + 100,
            _ => year,
        };
        i16::try_from(nearest).ok()
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
    fn after_year(&mut self, year: i16) -> Option<()> {
        let Some(month) = self.attempt(Cursor::after_hyphen) else {
            let (month, day) = (None, None);
            self.start = Some(CalendarDate { year, month, day });
            return Some(());
        };
        let day = self.attempt(Cursor::after_hyphen);
        self.put(year, month, day.map(|day| (day, None)))
    }

    /// Keeps a month or days in it, if there are such days.
    #[inline(never)]
    fn put(&mut self, year: i16, month: u8, days: Option<Days>) -> Option<()> {
        let last = days_in(year, month)?;
        let on = |day: Option<u8>| CalendarDate {
            year,
            month: Some(month),
            day,
        };
        self.start = Some(on(days.map(|(first, _)| first)));
        if let Some((first, end)) = days {
            self.end = end.map(|end| on(Some(end)));
            let exist = match end {
                None => (1..=last).contains(&first),
                Some(end) => 1 <= first && first < end && end <= last,
            };
            return exist.then_some(());
        }
        Some(())
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

fn days_in(year: i16, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => Some(29),
        _ => DAYS.get(usize::from(month).wrapping_sub(1)).copied(),
    }
}

const DAYS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The names of the months.
pub(crate) const MONTHS: &str =
    "January|February|March|April|May|June|July|August|September|October|November|December";

const ROMAN_MONTHS: &str = "I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII";
