//! The dates that attributes state, in each of the ways that TEI has for it.

use std::borrow::Cow;

use crate::document::{CalendarDate, Date, Extent};
use crate::format::xml::Element;
use crate::scan;

/// The date that attributes state, without words; `get` gives their values.
///
/// A day that is known (`when`) comes out as one, time that something took (`from`, `to`) as a range, and a time in which
/// it lies somewhere (`notBefore`, `notAfter`) as such. Times of the day are left out.
pub(in crate::format::tei) fn date<'v>(get: &dyn Fn(&str) -> Option<Cow<'v, str>>) -> Option<Date> {
    let mut read = Read {
        get,
        approximate: false,
    };
    let mut date = read.when().or_else(|| read.between())?;
    date.approximate = read.approximate || read.is_marked_approximate();
    Some(date)
}

/// The date of an element, with its words: as its attributes state it, else as they say it.
#[inline(never)]
pub(super) fn of(element: &Element) -> Option<Date> {
    let written = element.words();
    let stated = date(&|name| element.attribute(name).map(Cow::Borrowed));
    if let Some(date) = stated {
        return Some(Date { written, ..date });
    }
    if is_of_another_calendar(element) {
        return None;
    }
    let date = Date::parse(scan::trim(&written, "[](). ,;©"))?;
    Some(Date { written, ..date })
}

/// The date that EDTF says, as [`Date::edtf`] writes it.
pub(super) fn of_edtf(edtf: &str, written: &str) -> Option<Date> {
    let get = |name: &str| (name == "when").then_some(Cow::Borrowed(edtf));
    let ends = |name: &str| {
        let (start, end) = scan::split(scan::trim(edtf, "[]"), "..")?;
        let end = match name {
            "notBefore" => start,
            "notAfter" => end,
            _ => "",
        };
        (!end.is_empty()).then_some(Cow::Borrowed(end))
    };
    let stated = match edtf.starts_with('[') {
        true => date(&ends),
        false => date(&get),
    };
    let written = scan::folded(written);
    Some(Date { written, ..stated? })
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
    /// Whether a value was marked as approximate, as EDTF marks it.
    approximate: bool,
}

impl Read<'_, '_> {
    /// One day, month or year; or a range that one attribute states, as ISO 8601 writes it.
    fn when(&mut self) -> Option<Date> {
        let names = ["when", "when-iso", "value", "reg"];
        let value = names.into_iter().find_map(self.get);
        if let Some((start, end)) = value.as_deref().and_then(|value| scan::split(value, "/")) {
            let (start, end) = (self.end_of_range(start)?, self.end_of_range(end)?);
            return between(start, end, Extent::Range);
        }
        let start = match value {
            Some(value) => self.point(&value),
            None => self.custom("when-custom"),
        };
        Some(Date {
            start: Some(start?),
            ..Date::default()
        })
    }

    /// An end of a range; the inner `None` is an open one.
    fn end_of_range(&mut self, value: &str) -> Option<Option<CalendarDate>> {
        match value {
            "" | ".." => Some(None),
            _ => self.point(value).map(Some),
        }
    }

    /// Two ends, or one.
    fn between(&mut self) -> Option<Date> {
        let pairs = [
            ("from", "to", Extent::Range),
            ("notBefore", "notAfter", Extent::Within),
        ];
        pairs.into_iter().find_map(|(start, end, extent)| {
            let (start, end) = (self.either(start), self.either(end));
            between(start, end, extent)
        })
    }

    /// The value of an attribute, or of the same one of another standard.
    #[inline(never)]
    fn either(&mut self, name: &str) -> Option<CalendarDate> {
        let value = (self.get)(name).or_else(|| (self.get)(&scan::joined(&[name, "-iso"])));
        match value {
            Some(value) => self.point(&value),
            None => self.custom(&scan::joined(&[name, "-custom"])),
        }
    }

    /// A date of a calendar that the source names. The years of the Julian one are those of the Gregorian one, but for some
    /// days; its days are not.
    #[inline(never)]
    fn custom(&mut self, name: &str) -> Option<CalendarDate> {
        let value = (self.get)(name)?;
        let date = self.point(&value)?;
        let method = (self.get)("datingMethod").or_else(|| (self.get)("calendar"));
        let method = method.as_deref().unwrap_or("").to_ascii_lowercase();
        let is_year = date.month.is_none() && scan::find(&method, "julian").is_some();
        (is_year || is_gregorian(&method)).then_some(date)
    }

    /// A day, a month or a year.
    #[inline(never)]
    fn point(&mut self, value: &str) -> Option<CalendarDate> {
        let value = value.trim();
        let exact = scan::trim_end(value, "~?%");
        self.approximate |= exact.len() < value.len();
        CalendarDate::parse(exact)
    }

    fn is_marked_approximate(&self) -> bool {
        let is = |name, list| (self.get)(name).is_some_and(|value| scan::listed(list, &value));
        is("precision", "low|medium") || is("cert", "low") || is("certainty", "ca|ca.|approx|low")
    }
}

/// The date of two ends, at least one of which is known.
fn between(start: Option<CalendarDate>, end: Option<CalendarDate>, extent: Extent) -> Option<Date> {
    start.or(end)?;
    if start == end {
        let extent = Extent::One;
        return Some(Date {
            start,
            extent,
            ..Date::default()
        });
    }
    Some(Date {
        start,
        end,
        extent,
        ..Date::default()
    })
}
