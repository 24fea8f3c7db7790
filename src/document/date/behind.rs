//! What stands behind a date: the style that it follows, a day of the week, a time of the day.

use super::point::{Point, UNKNOWN};
use super::reading::Reader;

/// The patterns of a time of the day, and of a zone behind it.
const TIMES: &str = "d:f:f|d:f|d.f x|d x f|d x|f x";
const ZONES: &str = "+f(x|-f(x|+f:f|-f:f|+f|-f|(x";

impl Reader {
    /// Whether the date is said to be of the Julian calendar, and where that ends.
    #[inline(never)]
    pub(super) fn style(&self, at: usize) -> (bool, usize) {
        let (mut is_julian, mut is_gregorian) = (false, false);
        let (mut here, mut end) = (at, at);
        while self.is(here, "oOgGLQ([.,t") {
            let is_style = self.is(self.skip(here + 1, "."), "LQ");
            let is_julian_here = self.is(here, "oQ") || is_style && self.is(here, "O");
            let is_gregorian_here = self.is(here, "g") || is_style && self.is(here, "G");
            is_julian |= is_julian_here;
            is_gregorian |= is_gregorian_here;
            here += 1;
            if is_julian_here || is_gregorian_here || end > at && self.is(here - 1, "L") {
                end = here;
            }
        }
        if end > at {
            end = self.skip(end, ".)]");
        }
        (is_julian && !is_gregorian, end)
    }

    /// The place behind a day of the week and a time of the day, where they follow.
    #[inline(never)]
    pub(super) fn skip_time(&self, mut at: usize) -> usize {
        let weekday = self.skip(at, ",(");
        if self.is(weekday, "W") {
            at = self.skip(weekday + 1, ")");
        }
        let start = self.skip(at, ",.-_ka'(xC");
        let Some(time) = self.any(TIMES, Point::new(UNKNOWN, start)) else {
            let word = (at..start).rev().find(|at| self.is(*at, "x"));
            return word.map_or(at, |word| self.skip(word + 1, ")"));
        };
        let mut end = self.skip(time.at, "x");
        if self.is(end, ".") && self.is(end + 1, "x") {
            end += 2;
        }
        let zone = self.any(ZONES, Point::new(UNKNOWN, end));
        self.skip(zone.map_or(end, |zone| zone.at), "x)")
    }
}
