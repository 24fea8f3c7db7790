//! The header to a record.

use std::borrow::Cow;

use crate::diagnostic::Remarks;
use crate::document::{Date, Record, Surface};
use crate::format::xml::Element;

pub(super) fn read(header: &Element, _: &mut Remarks) -> Record {
    let title = header.find("fileDesc/titleStmt/title");
    Record {
        title: title.map(Element::words),
        ..Record::default()
    }
}

pub(super) fn date<'a>(get: &dyn Fn(&str) -> Option<Cow<'a, str>>) -> Option<Date> {
    Date::parse(&get("when")?)
}

pub(super) fn surfaces(_: &Element) -> Vec<Surface> {
    Vec::new()
}

pub(super) struct Division<'t> {
    pub number: Option<&'t str>,
    pub id: Option<&'t str>,
    pub date: Option<&'t str>,
    pub head: Option<&'t str>,
    pub dateline: Option<&'t str>,
    pub source: Option<&'t str>,
}

pub(super) fn part(division: &Division) -> Record {
    Record {
        title: division.head.map(str::to_owned),
        date: division.date.and_then(Date::parse),
        ..Record::default()
    }
}
