//! Dates as archives write them, read into the Extended Date/Time Format (EDTF, ISO 8601-2).

use crate::scan;

/// A day, a month or a year of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDate {
    /// The year, 1000 to 2999.
    pub year: u16,
    /// The month, 1 to 12, where it is known.
    pub month: Option<u8>,
    /// The day of the month, where it is known.
    pub day: Option<u8>,
}

impl CalendarDate {
    /// Adds it as ISO 8601 writes it: `1962`, `1962-11` or `1962-11-14`.
    fn push(self, words: &mut String) {
        scan::push_number(words, u32::from(self.year), 4);
        for part in [self.month, self.day].into_iter().flatten() {
            words.push('-');
            scan::push_number(words, u32::from(part), 2);
        }
    }
}

/// A date, with the words that it was read from.
///
/// ```
/// use reading_room::Date;
/// let date = Date::parse("November 14, 1962").unwrap();
/// assert_eq!(date.edtf(), "1962-11-14");
/// assert_eq!(Date::parse("ca. 27-28 October 1962").unwrap().edtf(), "1962-10-27~/1962-10-28~");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// The first, or only, day, month or year.
    pub start: CalendarDate,
    /// The last one, where the date is a range.
    pub end: Option<CalendarDate>,
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
    pub fn parse_near(written: &str, near: Option<u16>) -> Option<Date> {
        let written = written.trim();
        let (date, length) = Date::parse_prefix(written, near)?;
        let rest = written.get(length..)?;
        rest.chars()
            .all(|c| matches!(c, '.' | ',' | ']' | ')'))
            .then(|| Date {
                written: written.to_owned(),
                ..date
            })
    }

    /// Reads the date at the start of a string and says how many bytes it takes.
    ///
    /// ```
    /// use reading_room::Date;
    /// let (date, length) = Date::parse_prefix("November 14, 1962, Wilson Center", None).unwrap();
    /// assert_eq!((date.edtf().as_str(), length), ("1962-11-14", 17));
    /// ```
    pub fn parse_prefix(text: &str, near: Option<u16>) -> Option<(Date, usize)> {
        let mut cursor = Cursor { text, at: 0, near };
        let approximate = cursor.circa();
        let (start, end) = cursor
            .month_first()
            .or_else(|| cursor.day_first())
            .or_else(|| cursor.pointed())
            .or_else(|| cursor.iso())?;
        let ends_a_word = !cursor
            .rest()
            .starts_with(|c: char| scan::is_letter(c) || c.is_ascii_digit());
        ends_a_word.then(|| {
            let written = scan::to(text, cursor.at).trim().to_owned();
            (
                Date {
                    start,
                    end,
                    approximate,
                    written,
                },
                cursor.at,
            )
        })
    }

    /// The date in EDTF level 1: `1962-11-14`, `1962-11`, `1962-10-27/1962-10-28`, `1962~`.
    pub fn edtf(&self) -> String {
        let mark = if self.approximate { "~" } else { "" };
        let mut edtf = String::new();
        self.start.push(&mut edtf);
        edtf.push_str(mark);
        if let Some(end) = self.end {
            edtf.push('/');
            end.push(&mut edtf);
            edtf.push_str(mark);
        }
        edtf
    }
}

/// A start, and an end where it is a range.
type Range = (CalendarDate, Option<CalendarDate>);

/// A place in a string; each method takes what it names and moves on, or leaves the place where it was.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    near: Option<u16>,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Tries a reading; where it fails the place is as before.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let value = read(self);
        if value.is_none() {
            self.at = before;
        }
        value
    }

    fn spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn take(&mut self, expected: &str) -> Option<()> {
        self.rest()
            .starts_with(expected)
            .then(|| self.at += expected.len())
    }

    fn any_of(&mut self, expected: &[char]) -> Option<char> {
        let next = self.rest().chars().next()?;
        expected.contains(&next).then(|| {
            self.at += next.len_utf8();
            next
        })
    }

    fn while_true(&mut self, test: fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = scan::run(rest, test);
        self.at += length;
        scan::to(rest, length)
    }

    fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<u16> {
        self.attempt(|c| {
            let written = c.while_true(|c| c.is_ascii_digit());
            digits
                .contains(&written.len())
                .then(|| written.parse().ok())?
        })
    }

    /// `circa`, `ca.`, `c.` or `about` before a date.
    fn circa(&mut self) -> bool {
        self.attempt(|c| {
            let word = c.while_true(scan::is_letter);
            let known = ["circa", "ca", "c", "about", "approximately"];
            known
                .iter()
                .any(|k| word.eq_ignore_ascii_case(k))
                .then_some(())?;
            let _ = c.take(".");
            c.spaces();
            Some(())
        })
        .is_some()
    }

    fn month_name(&mut self) -> Option<u8> {
        self.attempt(|c| {
            let word = c.while_true(scan::is_letter).to_ascii_lowercase();
            let month = MONTHS.iter().position(|name| {
                word == *name || (word.len() >= 3 && *name != "may" && name.starts_with(&word))
            })?;
            let _ = c.take(".");
            Some(month as u8 + 1)
        })
    }

    fn roman_month(&mut self) -> Option<u8> {
        self.attempt(|c| {
            let word = c.while_true(|c| matches!(c, 'I' | 'V' | 'X'));
            let month = ROMAN_MONTHS.iter().position(|roman| *roman == word)?;
            Some(month as u8 + 1)
        })
    }

    /// A day, or days from and to: `14`, `14th`, `27-28`.
    fn days(&mut self) -> Option<(u8, Option<u8>)> {
        self.attempt(|c| {
            let first = c.day()?;
            let last = c.attempt(|c| {
                c.spaces();
                c.any_of(&['-', '–', '—'])?;
                c.spaces();
                c.day()
            });
            Some((first, last))
        })
    }

    fn day(&mut self) -> Option<u8> {
        let day = self.number(1..=2)?;
        self.attempt(|c| {
            let suffix = c.while_true(scan::is_letter);
            ["st", "nd", "rd", "th"].contains(&suffix).then_some(())
        });
        u8::try_from(day).ok()
    }

    fn year(&mut self) -> Option<u16> {
        self.attempt(|c| c.number(4..=4).filter(|year| (1000..3000).contains(year)))
    }

    /// A year of four digits, or of two where another year is known that it must be near to.
    fn year_or_short(&mut self) -> Option<u16> {
        self.year().or_else(|| {
            let near = self.near?;
            let short = self.number(2..=2)?;
            let century = near - near % 100;
            [
                century.checked_sub(100),
                Some(century),
                century.checked_add(100),
            ]
            .into_iter()
            .flatten()
            .map(|century| century + short)
            .min_by_key(|year| year.abs_diff(near))
        })
    }

    /// `November 14, 1962`, `November 27-28, 1962`, `November 1962`.
    fn month_first(&mut self) -> Option<Range> {
        self.attempt(|c| {
            let month = c.month_name()?;
            c.spaces();
            let days = c.attempt(|c| {
                let days = c.days()?;
                let _ = c.take(",");
                let before = c.at;
                c.spaces();
                (c.at > before).then_some(days)
            });
            let _ = c.take(",");
            c.spaces();
            range(c.year()?, month, days)
        })
    }

    /// `14 November 1962`, `27-28 November 1962`.
    fn day_first(&mut self) -> Option<Range> {
        self.attempt(|c| {
            let days = c.days()?;
            c.spaces();
            let _ = c.take("of ");
            let month = c.month_name()?;
            let _ = c.take(",");
            c.spaces();
            range(c.year()?, month, Some(days))
        })
    }

    /// `14.XI.62`, `14.XI.1962`, `14/XI/1962`, `14.11.1962`: a Roman month, or a number between points.
    fn pointed(&mut self) -> Option<Range> {
        self.attempt(|c| {
            let days = c.days()?;
            let separator = c.any_of(&['.', '/', '-', ' '])?;
            let month = match c.roman_month() {
                Some(month) => month,
                None if separator == '.' => u8::try_from(c.number(1..=2)?).ok()?,
                None => return None,
            };
            c.any_of(&[separator])?;
            range(c.year_or_short()?, month, Some(days))
        })
    }

    /// `1962-11-14`, `1962-11`, `1962`.
    fn iso(&mut self) -> Option<Range> {
        self.attempt(|c| {
            let year = c.year()?;
            let month = c.attempt(|c| {
                c.take("-")?;
                c.number(2..=2)
            });
            let day = c.attempt(|c| {
                month?;
                c.take("-")?;
                c.number(2..=2)
            });
            match month {
                None => Some((
                    CalendarDate {
                        year,
                        month: None,
                        day: None,
                    },
                    None,
                )),
                Some(month) => {
                    let day = day.and_then(|day| u8::try_from(day).ok());
                    range(year, u8::try_from(month).ok()?, day.map(|day| (day, None)))
                }
            }
        })
    }
}

/// A range of days in a month, if there are such days.
fn range(year: u16, month: u8, days: Option<(u8, Option<u8>)>) -> Option<Range> {
    let last = days_in(year, month)?;
    let on = |day: Option<u8>| CalendarDate {
        year,
        month: Some(month),
        day,
    };
    match days {
        None => Some((on(None), None)),
        Some((first, None)) => (1..=last).contains(&first).then(|| (on(Some(first)), None)),
        Some((first, Some(end))) => {
            let in_order = 1 <= first && first < end && end <= last;
            in_order.then(|| (on(Some(first)), Some(on(Some(end)))))
        }
    }
}

fn days_in(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const ROMAN_MONTHS: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];
