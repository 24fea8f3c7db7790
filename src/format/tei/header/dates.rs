//! The dates that attributes state, in each of the ways that TEI has for it.

use std::borrow::Cow;

use crate::document::{CalendarDate, Date, Extent, TELLS_ALL};
use crate::format::xml::Element;
use crate::scan;

/// The date that attributes state, without words; `get` gives their values.
///
/// A day that is known (`when`) comes out as one, time that something took (`from`, `to`) as a range, and a time in which
/// it lies somewhere (`notBefore`, `notAfter`) as such. Times of the day are left out.
pub(in crate::format::tei) fn date<'v>(get: &dyn Fn(&str) -> Option<Cow<'v, str>>) -> Option<Date> {
    let read = Read { get };
    let mut date = read.when();
    if date.is_none() {
        date = read.between();
    }
    if let Some(date) = &mut date
        && read.is_marked_approximate()
    {
        date.approximate();
    }
    date
}

/// The date of an element, with its words: as its attributes state it, else as they say it.
#[inline(never)]
pub(super) fn of(element: &Element) -> Option<Date> {
    let mut date = date(&|name| element.attribute(name).map(Cow::Borrowed));
    if date.is_none() && !is_of_another_calendar(element) {
        date = Date::parse_plain(scan::trim(&element.words(), "[](). ,;©"));
    }
    if TELLS_ALL && let Some(date) = &mut date {
        date.written = element.words();
    }
    date
}

/// The date that EDTF says, as [`Date::edtf`] writes it.
pub(super) fn of_edtf(edtf: &str, written: &str) -> Option<Date> {
    let read = Read { get: &|_| None };
    let mut date = match scan::split(scan::trim(edtf, "[]"), "..") {
        Some((start, end)) if edtf.starts_with('[') => {
            between(read.point(start), read.point(end), Extent::Within)
        }
        _ => read.value(edtf),
    };
    if TELLS_ALL && let Some(date) = &mut date {
        date.written = scan::folded(written);
    }
    date
}

/// Whether its words follow another calendar than the Gregorian one.
pub(super) fn is_of_another_calendar(element: &Element) -> bool {
    element
        .attribute("calendar")
        .is_some_and(|name| !is_gregorian(name))
}

fn is_gregorian(calendar: &str) -> bool {
    scan::find(&calendar.to_ascii_lowercase(), "gregor").is_some()
}

/// The attributes of a date, as they are read.
struct Read<'g, 'v> {
    get: &'g dyn Fn(&str) -> Option<Cow<'v, str>>,
}

impl<'g, 'v> Read<'g, 'v> {
    /// One day, month or year; or a range that one attribute states.
    fn when(&self) -> Option<Date> {
        match self.first(&["when", "when-iso", "value", "reg"]) {
            Some(value) => self.value(&value),
            None => between(self.custom("when-custom"), None, Extent::One),
        }
    }

    /// What the value of an attribute says: one day, month or year, or a range, as ISO 8601 writes it.
    #[inline(never)]
    fn value(&self, value: &str) -> Option<Date> {
        let Some((start, end)) = scan::split(value, "/") else {
            return between(self.point(value), None, Extent::One);
        };
        let is_open = |end: &str| end.is_empty() || end == "..";
        let ends = (self.point(start), self.point(end));
        let are_read = (ends.0.is_some() || is_open(start)) && (ends.1.is_some() || is_open(end));
        let (start, end) = ends;
        are_read.then(|| between(start, end, Extent::Range))?
    }

    /// Two ends, or one.
    fn between(&self) -> Option<Date> {
        let start = self.either(&["from", "from-iso"], "from-custom");
        let end = self.either(&["to", "to-iso"], "to-custom");
        if start.or(end).is_some() {
            return between(start, end, Extent::Range);
        }
        let start = self.either(&["notBefore", "notBefore-iso"], "notBefore-custom");
        let end = self.either(&["notAfter", "notAfter-iso"], "notAfter-custom");
        between(start, end, Extent::Within)
    }

    /// The value of the first of these attributes that is there.
    #[inline(never)]
    fn first(&self, names: &[&str]) -> Option<Cow<'v, str>> {
        names.iter().find_map(|name| (self.get)(name))
    }

    /// The value of one of these attributes, or of one that names its calendar.
    #[inline(never)]
    fn either(&self, names: &[&str], custom: &str) -> Option<CalendarDate> {
        match self.first(names) {
            Some(value) => self.point(&value),
            None => self.custom(custom),
        }
    }

    /// A date of a calendar that the source names. The years of the Julian one are those of the Gregorian one, but for some
    /// days; its days are not.
    #[inline(never)]
    fn custom(&self, name: &str) -> Option<CalendarDate> {
        let value = (self.get)(name)?;
        let date = self.point(&value)?;
        let method = self.first(&["datingMethod", "calendar"]);
        let method = method.as_deref().unwrap_or("").to_ascii_lowercase();
        let is_year = date.month.is_none() && scan::find(&method, "julian").is_some();
        (is_year || is_gregorian(&method)).then_some(date)
    }

    /// A day, a month or a year; approximate where it is marked so, as EDTF marks it.
    #[inline(never)]
    fn point(&self, value: &str) -> Option<CalendarDate> {
        let value = scan::trimmed(value);
        let exact = scan::trim_end(value, "~?%");
        let mut date = CalendarDate::parse(exact)?;
        date.approximate = exact.len() < value.len();
        Some(date)
    }

    fn is_marked_approximate(&self) -> bool {
        let is = |name, list| (self.get)(name).is_some_and(|value| scan::listed(list, &value));
        is("precision", "low|medium") || is("cert", "low") || is("certainty", "ca|ca.|approx|low")
    }
}

/// The date of two ends, at least one of which is known.
#[inline(never)]
fn between(start: Option<CalendarDate>, end: Option<CalendarDate>, extent: Extent) -> Option<Date> {
    start.or(end)?;
    let (end, extent) = match start.map(CalendarDate::rank) == end.map(CalendarDate::rank) {
        true => (None, Extent::One),
        false => (end, extent),
    };
    let mut date = Date {
        start,
        end,
        extent,
        ..Date::default()
    };
    if extent == Extent::Within {
        // It is no more exact than its ends are, and needs no mark.
        for end in [&mut date.start, &mut date.end].into_iter().flatten() {
            end.approximate = false;
        }
    }
    Some(date)
}
