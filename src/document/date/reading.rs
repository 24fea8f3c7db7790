//! Tokens to a date: what stands before it, one point in time or two, and what stands behind.
//!
//! A point in time is written in one of many [patterns](WHOLE); the first one counts that leads to a whole date.

use super::calendars;
use super::point::{Point, UNKNOWN, year_near};
use super::tokens::{self, Token};
use super::{CENTURY, DECADE, Date, Extent};
use crate::scan;

/// The patterns of a point in time. Signs and capitals stand for [tokens](Token) of that kind, space for what may be
/// between others, and small letters for numbers and names:
///
/// | letter | what it is |
/// | --- | --- |
/// | `d`, `n`, `m`, `r` | a day; a month as a number, by its name, as a Roman number |
/// | `y`, `u`, `z`, `t`, `h` | a year; one that may have two digits; one that begins a decade; its first three digits, or two |
/// | `i` | the number of a century |
/// | `v`, `e` | a month and a year of the French Republic |
/// | `~` | a point, a slash or a hyphen |
/// | `x`, `f` | a word behind a time of the day; two digits or four |
const WHOLE: &str = "m d u|d m u|d~m~u|y m d|yYnMdD|d.n u|d~r~u|d r u|d/n/y|d-n-y|y-n-d|y.n.d|y/n/d|Tmu|d v E e|\
m y|y m|yYnM|r~y|r y|n.y|n/y|n-y|y-n|i C|i Q|C i|z S|z-S|B z|t-|t?|tR|h--|h??|hR|yY|y";

/// The patterns of one whose year, or month, the other end of a range has.
const LEFT: &str = "m d|d m|nMdD|d.n|d~r|d r|d|m|r|i";

/// The patterns of the end of a range, whose month or century the start has.
const RIGHT: &str = "d y|u|nMdD|dD";

/// The patterns of a date of another calendar, and of what may follow both.
const OTHER: &str = "d m|m d|d~r|d";
const BOTH: &str = " m y| y";

/// Whether the calendars that a source names are converted, and two dates of two calendars told from a range.
const CALENDARS: bool = true;

/// Whether times of the day and zones behind a date are passed, and a day of the week there.
const TIMES_OF_DAY: bool = true;

/// Reads the date at the start of a string, and says where it ends.
pub(super) fn read(text: &str, near: Option<i32>) -> Option<(Date, usize)> {
    let mut begin = text.len() - scan::trim_start(text, "ROPZ ").len();
    if scan::run(scan::from(text, begin), |c| c.is_ascii_digit()) != 6 {
        // It is no precedence before a military group, `R 162220Z NOV 76`.
        begin = 0;
    }
    let mut reader = Reader {
        tokens: tokens::read(scan::from(text, begin)),
        date: Date::default(),
        end: 0,
    };
    if !reader.date(
        near.filter(|near| (0..10_000).contains(near))
            .unwrap_or(UNKNOWN),
    ) {
        return None;
    }
    let last = reader.tokens.get(reader.end.wrapping_sub(1))?;
    Some((reader.date, begin + last.end))
}

/// Tokens, and the date that has been read from them.
pub(super) struct Reader {
    tokens: Vec<Token>,
    date: Date,
    /// The place of the token behind it.
    end: usize,
}

impl Reader {
    /// The kind of a token; a space behind the last one.
    fn kind(&self, at: usize) -> u8 {
        self.tokens.get(at).map_or(b' ', |token| token.kind)
    }

    /// Whether a token is of one of these kinds.
    #[inline(never)]
    pub(super) fn is(&self, at: usize, kinds: &str) -> bool {
        kinds.as_bytes().contains(&self.kind(at))
    }

    /// The place behind tokens of these kinds.
    #[inline(never)]
    pub(super) fn skip(&self, mut at: usize, kinds: &str) -> usize {
        while self.is(at, kinds) {
            at += 1;
        }
        at
    }

    /// Reads the date, if there is one.
    #[inline(never)]
    fn date(&mut self, near: i32) -> bool {
        let lead = self.lead(near, 0);
        // `No. 2054` is a number.
        if (0..lead.at).any(|at| self.is(at, "n") && !self.is(at + 1, "bfauk")) {
            return false;
        }
        for (patterns, is_whole) in [(WHOLE, true), (LEFT, false)] {
            for pattern in scan::parts(patterns, "|") {
                let mut point = lead;
                if self.point(pattern, &mut point)
                    && (self.two(&point, lead.at, is_whole)
                        || is_whole && self.one(&point, lead.at))
                {
                    if TIMES_OF_DAY {
                        self.end = self.skip_time(self.end);
                    }
                    return true;
                }
            }
        }
        false
    }

    /// The kind of limit that the tokens before a place say: before, after, from, to, between; a space where none.
    fn limit(&self, at: usize) -> u8 {
        let limit = (0..at).rev().find(|at| self.is(*at, "bfstw"));
        limit.map_or(b' ', |at| self.kind(at))
    }

    /// Reads what stands before a point in time.
    #[inline(never)]
    fn lead(&self, near: i32, start: usize) -> Point {
        let mut point = Point::new(near, start);
        while self.is(point.at, "au[nbfstwWkjx") || point.at > start && self.is(point.at, ".,'-") {
            self.pass(&mut point);
        }
        point
    }

    /// Passes a token, which may say that a date is uncertain, or approximate.
    #[inline(never)]
    fn pass(&self, point: &mut Point) {
        point.uncertain |= self.is(point.at, "?[u%");
        point.approximate |= self.is(point.at, "aA~%");
        point.at += 1;
    }

    /// Reads a point in time that is written so.
    #[inline(never)]
    fn point(&self, pattern: &str, point: &mut Point) -> bool {
        for element in pattern.bytes() {
            if element == b' ' {
                while self.is(point.at, ".,[]?'jk") {
                    self.pass(point);
                }
                continue;
            }
            let Some(token) = self.tokens.get(point.at) else {
                return false;
            };
            point.at += 1;
            let (kind, value, digits) = (token.kind, token.value, token.digits);
            let is_short = matches!(digits, 1 | 2);
            let is_number = is_short || kind == b'R';
            let is_year = digits == 4 && (1000..3000).contains(&value);
            match element {
                b'd' if is_short => point.day = value as u8,
                b'n' if is_short => point.month = value as u8,
                b'r' if kind == b'R' && value <= 12 => point.month = value as u8,
                b'm' if kind == element => point.month = value as u8,
                b'v' if kind == element => point.month = value as u8,
                b'T' if kind == element => {
                    point.day = value as u8;
                    // Groups for day and time are of the last century and of this one.
                    point.near = 1989;
                }
                b'y' | b'u' if is_year => point.year = value,
                b'u' if digits == 2 && point.near != UNKNOWN => {
                    point.year = year_near(value, point.near);
                }
                b'z' if is_year && value % 100 == 0 => point.open(value, CENTURY),
                b'z' if is_year && value % 10 == 0 => point.open(value, DECADE),
                b't' if digits == 3 => point.open(value * 10, DECADE),
                b'h' if digits == 2 => point.open(value * 100, CENTURY),
                b'i' if is_number => point.open(value * 100 - 100, CENTURY),
                b'e' if CALENDARS && is_number => {
                    point.set(calendars::republican((value, point.month, point.day)));
                }
                b'f' if digits == 2 || digits == 4 => {}
                b'~' if b"./-_".contains(&kind) => {}
                _ if element == kind => {}
                _ => return false,
            }
        }
        if matches!(pattern, "d/n/y" | "d-n-y") {
            // Which is the day, only a number over 12 tells.
            if point.month > 12 {
                std::mem::swap(&mut point.day, &mut point.month);
            } else if point.day <= 12 && point.day != point.month {
                return false;
            }
        }
        if point.month > 12 && pattern != "y-n" && scan::find(pattern, "n").is_some() {
            // It is no season, which ISO 8601 alone writes so.
            return false;
        }
        while self.is(point.at, "?~%]j'A") {
            self.pass(point);
        }
        true
    }

    /// The first of the patterns that fits.
    #[inline(never)]
    pub(super) fn any(&self, patterns: &str, lead: Point) -> Option<Point> {
        for pattern in scan::parts(patterns, "|") {
            let mut point = lead;
            if self.point(pattern, &mut point) {
                return Some(point);
            }
        }
        None
    }

    /// Makes a date of one point in time, which begins at a token.
    #[inline(never)]
    fn one(&mut self, point: &Point, start: usize) -> bool {
        let limit = self.limit(start);
        let is_denied = (0..start).any(|at| self.is(at, "n"));
        let (mut at, mut extent) = (point.at, Extent::Range);
        let mut is_unknown = false;
        if limit == b'b' || limit == b'f' {
            extent = Extent::Within;
        } else if limit == b' ' && point.month == 0 && self.is(at, "-_t") {
            // `1917–`, `1917 to the present`.
            at = self.skip(at + 1, "k?]");
            is_unknown = at == self.tokens.len();
            if self.is(at, "p") {
                at += 1;
            } else if !is_unknown {
                return false;
            }
        } else if limit == b' ' {
            extent = Extent::One;
        } else if limit == b'w' {
            return false;
        }
        let is_end = limit == b't' || limit == if is_denied { b'f' } else { b'b' };
        let none = Point::new(UNKNOWN, 0);
        self.date.unknown = [false, is_unknown];
        match is_end {
            true => self.finish(none, *point, extent, at),
            false => self.finish(*point, none, extent, at),
        }
    }

    /// Reads the second of two points in time, and makes a date of both.
    #[inline(never)]
    fn two(&mut self, first: &Point, start: usize, is_whole: bool) -> bool {
        let at = self.skip(first.at, ".,");
        if CALENDARS && self.is(at, "/") && self.double_year(*first, at + 1) {
            return true;
        }
        let limit = self.limit(start);
        let is_free = limit == b' ';
        let is_bracket = CALENDARS && self.is(at, "([");
        let extent = if (is_free || limit == b's') && self.is(at, "-_t>")
            || limit == b's' && self.is(at, "b")
        {
            Extent::Range
        } else if self.is(at, "|") || limit == b'w' && self.is(at, "-_&>") {
            Extent::Within
        } else if is_free && (is_bracket || self.is(at, "/")) {
            Extent::One
        } else {
            return false;
        };
        let near = if first.year == UNKNOWN {
            first.near
        } else {
            first.year
        };
        let mut lead = self.lead(near, at + 1);
        let before = self.lead(near, 0);
        lead.uncertain |= before.uncertain;
        lead.approximate |= before.approximate;
        let others = if is_bracket { OTHER } else { RIGHT };
        for (patterns, is_whole) in [(WHOLE, is_whole), (others, false)] {
            for pattern in scan::parts(patterns, "|") {
                let mut second = lead;
                if self.point(pattern, &mut second)
                    && self.both(*first, second, extent, is_bracket, is_whole)
                {
                    return true;
                }
            }
        }
        false
    }

    /// A year as it was counted from Lady Day and from January: `11 Feb. 1731/2`. The second one counts.
    fn double_year(&mut self, mut first: Point, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        first.year = first.year.wrapping_add(1);
        let last = first.year % if token.digits == 1 { 10 } else { 100 };
        let fits = first.month > 0 && matches!(token.digits, 1 | 2) && last == token.value;
        fits && self.finish(first, Point::new(UNKNOWN, 0), Extent::One, at + 1)
    }

    /// Makes a date of two points in time, each filled from the other.
    #[inline(never)]
    fn both(
        &mut self,
        mut first: Point,
        mut second: Point,
        mut extent: Extent,
        is_bracket: bool,
        are_whole: bool,
    ) -> bool {
        let mut at = second.at;
        // `May 9, 1961[21]`: a number alone behind a year is the mark of a note.
        if is_bracket && first.year != UNKNOWN && second.month == 0 {
            return false;
        }
        if is_bracket {
            at = self.skip(at, ".oOgGLQ)]");
            if second.year == UNKNOWN
                && let Some(rest) = self.any(BOTH, Point::new(UNKNOWN, at))
            {
                second.fill(&rest);
                at = rest.at;
            }
        }
        first.fill(&second);
        second.fill(&first);
        if first.year == UNKNOWN || !are_whole && !first.is_like(&second) {
            return false;
        }
        if !are_whole {
            first.uncertain |= second.uncertain;
            first.approximate |= second.approximate;
        }
        if extent == Extent::One {
            let are_days = first.day > 0 && second.day > 0;
            let apart = second.number(false) - first.number(false);
            if CALENDARS && are_days && matches!(apart, -13..=-10 | 0 | 10..=13) {
                // One date in two calendars: the later one is the Gregorian date.
                let later = if apart > 0 { second } else { first };
                return self.finish(later, Point::new(UNKNOWN, 0), extent, at);
            }
            // `1961/62`, the night of two days, and two dates as EDTF parts them.
            if is_bracket || are_days && apart != 1 && !are_whole {
                return false;
            }
            extent = Extent::Range;
        }
        self.finish(first, second, extent, at)
    }

    /// Makes the date, if there are such days, one after the other. Those of the Julian calendar become Gregorian ones.
    #[inline(never)]
    fn finish(&mut self, mut start: Point, mut end: Point, extent: Extent, at: usize) -> bool {
        let (is_julian, at) = if CALENDARS {
            self.style(at)
        } else {
            (false, at)
        };
        for point in [&mut start, &mut end] {
            // Every day of the Julian calendar is one of a leap year.
            if is_julian && calendars::days_in(2000, point.month) >= point.day && point.day > 0 {
                point.set(calendars::day_of(point.number(true)));
            }
            if extent == Extent::Within {
                (point.uncertain, point.approximate) = (false, false);
            }
        }
        self.end = at;
        self.date.extent = extent;
        if start.year != UNKNOWN && end.year != UNKNOWN {
            if start.rank() > end.rank() {
                return false;
            }
            if start.rank() == end.rank() {
                end = Point::new(UNKNOWN, 0);
                self.date.extent = Extent::One;
            }
        }
        self.date.start = start.date();
        self.date.end = end.date();
        self.date.start.is_some() == (start.year != UNKNOWN)
            && self.date.end.is_some() == (end.year != UNKNOWN)
    }
}
