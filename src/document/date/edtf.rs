//! Dates to EDTF, and EDTF to dates: levels 0 and 1, and of level 2 what a [`Date`] can say.

#[cfg(feature = "more")]
use super::calendars::days_in;
use super::{CalendarDate, Date, Extent, HAS_ALL_EXTENTS};
use crate::document::KNOWS_MORE;
use crate::scan;

impl Date {
    /// The date in EDTF: `1962-11-14`, `1962-10-27/1962-10-28`, `1962~`, `196X`, `../1916`; `[0201..0500]`, of level 2, for one
    /// that lies between two others. Nothing where its words could not be read.
    pub fn edtf(&self) -> String {
        let (open, between, close) = match self.extent {
            Extent::Within if HAS_ALL_EXTENTS => ("[", "..", "]"),
            Extent::Range => ("", "/", ""),
            _ => ("", "", ""),
        };
        let mut edtf = scan::owned(open);
        self.push_end(self.start, 0, &mut edtf);
        edtf.push_str(between);
        if self.extent != Extent::One {
            self.push_end(self.end, 1, &mut edtf);
        }
        edtf.push_str(close);
        edtf
    }

    fn push_end(&self, end: Option<CalendarDate>, which: usize, edtf: &mut String) {
        let is_unknown = KNOWS_MORE && self.unknown.get(which) == Some(&true);
        match end {
            Some(date) => date.push(edtf),
            None if HAS_ALL_EXTENTS && self.extent == Extent::Range && !is_unknown => {
                edtf.push_str("..")
            }
            None => {}
        }
    }

    /// Reads EDTF, and nothing else: all of levels 0 and 1, and of level 2 digits that are left open anywhere in the year
    /// (`156X-12-25`) and times in which a date lies (`[1667..1672]`, `[1917..]`).
    ///
    /// Times of the day are checked and left out.
    ///
    /// ```
    /// use reading_room::Date;
    /// let date = Date::from_edtf("1984?/2004-06~").unwrap();
    /// assert!(date.start.unwrap().uncertain && date.is_approximate());
    /// assert_eq!(date.edtf(), "1984?/2004-06~");
    /// assert!(Date::from_edtf("1985-02-30").is_none());
    /// ```
    #[cfg(all(feature = "full", feature = "more"))]
    pub fn from_edtf(edtf: &str) -> Option<Date> {
        let mut date = Date {
            written: scan::owned(edtf),
            ..Date::default()
        };
        let inside = edtf.strip_prefix('[');
        let (words, mark) = match inside {
            Some(inside) => (inside.strip_suffix(']')?, ".."),
            None => (edtf, "/"),
        };
        let Some(ends) = scan::split(words, mark) else {
            date.start = Some(point(words).filter(|_| inside.is_none())?);
            return Some(date);
        };
        let ends = [ends.0, ends.1];
        date.extent = Extent::Range;
        if inside.is_some() {
            date.extent = Extent::Within;
            // A time without any end says nothing.
            ends.iter().find(|end| !end.is_empty())?;
        }
        for ((end, place), unknown) in ends
            .iter()
            .zip([&mut date.start, &mut date.end])
            .zip(&mut date.unknown)
        {
            match *end {
                "" => *unknown = inside.is_none(),
                ".." if inside.is_none() => {}
                end => *place = Some(point(end)?),
            }
        }
        Some(date)
    }
}

impl CalendarDate {
    /// Adds it in EDTF: `1962`, `1962-11`, `1962-11-14~`, `196X`, `-0043` or `Y170000002`.
    pub(crate) fn push(self, words: &mut String) {
        let year = self.year.unsigned_abs();
        if KNOWS_MORE && year > 9999 {
            words.push('Y');
        }
        if self.year < 0 {
            words.push('-');
        }
        if KNOWS_MORE && year > 9999 {
            scan::push_number(words, year, 1);
        } else {
            self.push_digits(words, year, 4, 4);
        }
        for (part, place) in [(self.month, 2), (self.day, 0)] {
            if part.is_some() || self.is_open(place) {
                words.push('-');
                self.push_digits(words, u32::from(part.unwrap_or(0)), 2, place);
            }
        }
        words.push_str(match (self.approximate, KNOWS_MORE && self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        });
    }

    /// Adds so many digits, the last of which has that place in `YYYYMMDD`, from the right.
    fn push_digits(self, words: &mut String, number: u32, digits: u8, place: u8) {
        if KNOWS_MORE && digits > 0 && self.unspecified != 0 {
            self.push_digits(words, number / 10, digits - 1, place + 1);
            let digit = char::from(b'0' + (number % 10) as u8);
            words.push(if self.is_open(place) { 'X' } else { digit });
        } else if digits > 0 {
            scan::push_number(words, number, u32::from(digits));
        }
    }

    /// Whether a digit is left open.
    pub(crate) fn is_open(self, place: u8) -> bool {
        KNOWS_MORE && self.unspecified >> place & 1 == 1
    }
}

/// A date, or one end of a time.
#[cfg(all(feature = "full", feature = "more"))]
fn point(edtf: &str) -> Option<CalendarDate> {
    let mut date = CalendarDate {
        uncertain: scan::ends_with(edtf, "?%"),
        approximate: scan::ends_with(edtf, "~%"),
        ..CalendarDate::default()
    };
    let is_marked = date.uncertain || date.approximate;
    let words = scan::to(edtf, edtf.len() - usize::from(is_marked));
    let (words, is_timed) = match scan::split(words, "T") {
        Some((day, time)) => (day, is_time(time).then_some(!is_marked)?),
        None => (words, false),
    };
    let is_long = words.starts_with('Y');
    let words = scan::from(words, usize::from(is_long));
    let is_early = words.starts_with('-');
    let parts = scan::parts(scan::from(words, usize::from(is_early)), "-");
    let (mut numbers, mut open) = ([0; 3], 0u32);
    for ((part, number), width) in parts.iter().zip(&mut numbers).zip([4, 2, 2]) {
        let fits = match is_long {
            true => (5..=9).contains(&part.len()) && !part.starts_with('0'),
            false => part.len() == width,
        };
        fits.then_some(())?;
        for byte in part.bytes() {
            open = open << 1 | u32::from(byte == b'X');
            let digit = if byte == b'X' { b'0' } else { byte };
            *number = *number * 10 + i32::from(digit.is_ascii_digit().then(|| digit - b'0')?);
        }
    }
    let [year, month, day] = numbers;
    let missing = 3usize.checked_sub(parts.len())?;
    let open = if is_long { open } else { open << (2 * missing) };
    date.unspecified = open as u8;
    date.year = if is_early { -year } else { year };
    date.month = (missing < 2 && open & 12 == 0).then_some(month as u8);
    date.day = (missing < 1 && open & 3 == 0).then_some(day as u8);
    // Of a month and of a day both digits are left open, or none; of a year before 0, none, and it is not 0.
    let is_odd = (open ^ open >> 1) & 5 != 0 || is_early && (year == 0 || open > 15);
    let is_odd = is_odd || is_long && (missing < 2 || open > 0);
    let is_whole = !is_timed || missing == 0 && open == 0;
    (!is_odd && is_whole && exists(date)).then_some(date)
}

/// Whether there is such a day, month, season or year. Of a year that is not known whole, February may have 29 days.
#[cfg(feature = "more")]
pub(super) fn exists(date: CalendarDate) -> bool {
    let year = if date.unspecified > 15 {
        2000
    } else {
        date.year
    };
    match (date.month, date.day) {
        (Some(21..=24), None) => date.unspecified & 3 == 0,
        (Some(month), day) => (1..=days_in(year, month)).contains(&day.unwrap_or(1)),
        (None, day) => day.is_none(),
    }
}

/// Whether it is a time of the day, with a zone or without: `23:20`, `23:20:30Z`, `23:20:30.042+04:30`.
#[cfg(all(feature = "full", feature = "more"))]
fn is_time(time: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || c == ':';
    let at = scan::run(time, is_digit);
    let (clock, mut zone) = (scan::to(time, at), scan::from(time, at));
    if let Some(fraction) = zone.strip_prefix('.') {
        zone = scan::from(fraction, scan::run(fraction, is_digit));
    }
    let is_zone = match scan::begins_with(zone, "+-") {
        true => are_numbers(scan::from(zone, 1), "14:59"),
        false => scan::listed("|Z", zone),
    };
    let is_clock = clock == "24:00:00" || clock.len() > 2 && are_numbers(clock, "23:59:59");
    is_clock && is_zone
}

/// Whether words are numbers of two digits between colons, none greater than those of another string.
#[cfg(all(feature = "full", feature = "more"))]
fn are_numbers(words: &str, most: &str) -> bool {
    let (parts, most) = (scan::parts(words, ":"), scan::parts(most, ":"));
    let is_one = |(part, most): (&&str, &&str)| {
        part.len() == 2
            && scan::number(part).is_some_and(|number| Some(number) <= scan::number(most))
    };
    parts.len() <= most.len() && parts.iter().zip(&most).all(is_one)
}
