//! Dates as archives write them, read into the Extended Date/Time Format (EDTF, ISO 8601-2).

#[cfg(feature = "more")]
mod behind;
mod calendars;
mod edtf;
#[cfg(any(feature = "marked", not(feature = "more")))]
mod plain;
#[cfg(feature = "more")]
mod point;
#[cfg(feature = "more")]
mod reading;
#[cfg(feature = "more")]
mod tokens;
#[cfg(feature = "more")]
mod words;

use crate::scan;

/// Whether dates may be other than a day, a month or a year, or days of one month.
pub(crate) const HAS_ALL_EXTENTS: bool = super::HAS_EDITIONS || super::KNOWS_MORE;

/// A day, a month or a year of the proleptic Gregorian calendar, or a season, a decade or a century.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDate {
    /// The year, as ISO 8601 counts: 0 is the year before the year 1. A digit that is not known is 0 here.
    pub year: i32,
    /// The month, 1 to 12, or the season, 21 to 24 from spring to winter; where it is known.
    pub month: Option<u8>,
    /// The day of the month, where it is known.
    pub day: Option<u8>,
    /// The digits that are left open, which EDTF writes `X`: one bit for each of `YYYYMMDD`, that of the last digit of the
    /// day being 1. The decade `196X` has `0b0001_0000`, the century `18XX` `0b0011_0000`.
    pub unspecified: u8,
    /// Whether the source is not certain of it («probably», `?`).
    pub uncertain: bool,
    /// Whether the source says that it is approximate («circa»).
    pub approximate: bool,
}

/// The open digit of a decade, and those of a century.
pub(crate) const DECADE: u8 = 0b0001_0000;
pub(crate) const CENTURY: u8 = 0b0011_0000;

impl CalendarDate {
    /// A number that is greater for a later date, and for one of two that says more.
    pub(crate) fn rank(self) -> i64 {
        let number = |part: Option<u8>| i64::from(part.unwrap_or(0));
        (i64::from(self.year) << 16) + (number(self.month) << 8) + number(self.day)
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
    /// Whether the start and the end, where a range has none, are unknown rather than open.
    pub unknown: [bool; 2],
    /// The date as the source writes it.
    pub written: String,
}

impl Date {
    /// Reads a whole string as a date; `None` where it is not one, or where it goes on after it.
    ///
    /// Understood is what `docs/reading.md` lists: days, months, years, decades and centuries, ranges and open ends, in the
    /// languages of archives, and in the calendars that a source names. [`from_edtf`](Date::from_edtf) reads EDTF.
    /// Numeric dates between slashes are read only where a number over 12 tells the day from the month.
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
    pub fn parse_near(written: &str, near: Option<i32>) -> Option<Date> {
        let written = scan::trimmed(written);
        whole(Date::parse_prefix(written, near), written)
    }

    /// Reads the date at the start of a string and says how many bytes it takes.
    ///
    /// ```
    /// use reading_room::Date;
    /// let (date, length) = Date::parse_prefix("November 14, 1962, Wilson Center", None).unwrap();
    /// assert_eq!((date.edtf().as_str(), length), ("1962-11-14", 17));
    /// ```
    pub fn parse_prefix(text: &str, near: Option<i32>) -> Option<(Date, usize)> {
        #[cfg(feature = "more")]
        let found = reading::read(text, near).and_then(|found| match initials(text, found.1) {
            Some(at) => reading::read(scan::to(text, at), near),
            None => Some(found),
        });
        #[cfg(not(feature = "more"))]
        let found = plain::read(text, near).filter(|(_, at)| plain::may_end(scan::from(text, *at)));
        let (mut date, length) =
            found.filter(|(_, at)| !scan::continues_word(scan::from(text, *at)))?;
        date.written = scan::owned(scan::trimmed(scan::to(text, length)));
        Some((date, length))
    }

    /// The year that it begins in, or ends in where its beginning is open.
    pub fn year(&self) -> Option<i32> {
        Some(self.start.or(self.end)?.year)
    }

    /// Whether the source says of the date, or of one end of it, that it is approximate.
    pub fn is_approximate(&self) -> bool {
        let is = |end: Option<CalendarDate>| end.is_some_and(|end| end.approximate);
        is(self.start) || is(self.end)
    }

    /// Marks both ends as approximate. What lies between two others is no more exact than they are, and needs no mark.
    pub(crate) fn approximate(&mut self) {
        if self.extent != Extent::Within {
            for end in [&mut self.start, &mut self.end].into_iter().flatten() {
                end.approximate = true;
            }
        }
    }
}

/// Where the initials of a name begin that look like the style of a date, which ends there: `14.XI.62 N.S. KHRUSHCHEV`
#[cfg(feature = "more")]
fn initials(text: &str, end: usize) -> Option<usize> {
    let (date, style) = scan::to(text, end).split_at_checked(end.checked_sub(4)?)?;
    let name = scan::from(text, end).strip_prefix(' ')?;
    let is_name = scan::first(name).is_some_and(scan::is_capital);
    (is_name && matches!(style, "N.S." | "O.S.")).then(|| scan::trim_end(date, " ").len())
}

/// A date that was found at the start of words, if nothing else stands there.
fn whole(found: Option<(Date, usize)>, written: &str) -> Option<Date> {
    let (mut date, length) = found?;
    date.written = scan::owned(written);
    let rest = scan::trim_start(scan::from(written, length), ".,])*");
    rest.is_empty().then_some(date)
}

/// The names of the months.
pub(crate) const MONTHS: &str =
    "January|February|March|April|May|June|July|August|September|October|November|December";
