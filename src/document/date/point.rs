//! A point in time, while it is being read.

use super::CalendarDate;
use super::calendars::{self, Day};
use super::edtf::exists;

/// The year of a point in time that has none.
pub(super) const UNKNOWN: i32 = i32::MIN;

/// A point in time as far as it has been read; 0 stands for a month or a day that has not.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) unspecified: u8,
    pub(super) uncertain: bool,
    pub(super) approximate: bool,
    /// The year that years of two digits are near to.
    pub(super) near: i32,
    /// The place of the token behind it.
    pub(super) at: usize,
}

impl Point {
    /// One of which nothing has been read, before a token.
    pub(super) fn new(near: i32, at: usize) -> Point {
        Point {
            year: UNKNOWN,
            month: 0,
            day: 0,
            unspecified: 0,
            uncertain: false,
            approximate: false,
            near,
            at,
        }
    }

    /// Takes from the other one what this one leaves out.
    pub(super) fn fill(&mut self, other: &Point) {
        if self.year == UNKNOWN {
            self.year = other.year;
        }
        if self.month == 0 && self.day > 0 {
            self.month = other.month;
        }
    }

    /// Whether both are years, or months, or days.
    pub(super) fn is_like(&self, other: &Point) -> bool {
        let makeup = |point: &Point| (point.month > 0, point.day > 0, point.unspecified);
        makeup(self) == makeup(other)
    }

    /// The number of the day that it is.
    #[inline(never)]
    pub(super) fn number(&self, is_julian: bool) -> i32 {
        calendars::number_of((self.year, self.month, self.day), is_julian)
    }

    pub(super) fn set(&mut self, day: Day) {
        (self.year, self.month, self.day) = day;
    }

    pub(super) fn open(&mut self, year: i32, unspecified: u8) {
        (self.year, self.unspecified) = (year, unspecified);
    }

    /// A number that is greater for a later one, and for a century than for its first decade or year.
    pub(super) fn rank(&self) -> i32 {
        let number = |part: u8| i32::from(part);
        self.year * 1000
            + number(self.month) * 32
            + number(self.day)
            + number(self.unspecified) * 10
    }

    #[inline(never)]
    pub(super) fn date(&self) -> Option<CalendarDate> {
        let known = |part: u8| Some(part).filter(|part| *part > 0);
        let date = CalendarDate {
            year: self.year,
            month: known(self.month),
            day: known(self.day),
            unspecified: self.unspecified,
            uncertain: self.uncertain,
            approximate: self.approximate,
        };
        (self.year != UNKNOWN && exists(date)).then_some(date)
    }
}

/// The year with these last two digits that is nearest to a year.
pub(super) fn year_near(digits: i32, year: i32) -> i32 {
    let same = year - year.rem_euclid(100) + digits;
    match same - year {
        50.. if same >= 100 => same - 100,
        ..-50 => same + 100,
        _ => same,
    }
}
