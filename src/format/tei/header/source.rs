//! What the text was taken from (`sourceDesc`): a manuscript and its history, books, other files.

use super::agents::{NAMES, name_of};
use super::{Reading, first};
use crate::document::{Action, Field, Identifier, Step};
use crate::format::xml::Element;
use crate::scan;

/// Elements that describe manuscripts.
pub(super) const MANUSCRIPTS: &str = "msDesc|msDescription";

/// Elements that describe books, and prose that does.
pub(super) const BOOKS: &str = "bibl|biblStruct|biblFull|p|ab";

/// Reads the description of a manuscript.
pub(super) fn read(source: &Element, reading: &mut Reading) {
    if let Some(manuscript) = first(source, MANUSCRIPTS) {
        if let Some(identifier) = manuscript.find("msIdentifier") {
            holding(identifier, reading);
        }
        if let Some(history) = first(manuscript, "history") {
            self::history(history, reading);
        }
    }
}

/// Reads a bibliographic description. Where nothing but tags sets its parts apart, commas stand between them.
pub(super) fn book(book: &Element, reading: &mut Reading) {
    let mut written = String::new();
    match book.name.as_str() {
        "p" | "ab" => written = book.words(),
        _ => add_parts(book, &mut written),
    }
    reading.add_step(book, Action::Source, "", &written);
}

fn add_parts(element: &Element, parts: &mut String) {
    let is_person =
        scan::listed("author|editor", &element.name) || scan::listed(NAMES, &element.name);
    let words = match is_person {
        true => name_of(element),
        false if element.has_words() || element.elements().next().is_none() => element.words(),
        false => return element.elements().for_each(|part| add_parts(part, parts)),
    };
    scan::push_apart(parts, ", ", scan::trim_end(&words, ","));
}

/// Who holds it, and where it lies there.
fn holding(identifier: &Element, reading: &mut Reading) {
    let mut name = String::new();
    let holder = part(identifier, "repository").or_else(|| part(identifier, "institution"));
    add_untold(holder, &mut name, reading);
    add_untold(part(identifier, "settlement"), &mut name, reading);
    if !name.is_empty() {
        let step = Step::new(Action::Holds, &name, false, &name);
        reading.record.provenance.push(step);
        reading.record.repository = Some(name);
    }
    shelfmark(identifier, "locator", reading);
    for other in identifier.elements() {
        match other.name.as_str() {
            "altIdentifier" => {
                let number = other.find("idno");
                let kind = number.and_then(|number| number.attribute("type"));
                let label = kind.or(other.attribute("type"));
                shelfmark(other, label.unwrap_or("other shelfmark"), reading);
            }
            "msName" if !other.words().is_empty() => {
                reading.record.other_titles.push(other.words());
                reading.note(other, Field::OtherTitle);
            }
            _ => {}
        }
    }
}

/// Adds a part of a name, unless the name says it already.
#[inline(never)]
fn add_untold(part: Option<&Element>, name: &mut String, reading: &mut Reading) {
    if let Some(part) = part {
        let words = part.words();
        if scan::find(name, &words).is_none() {
            scan::push_apart(name, ", ", &words);
            reading.note(part, Field::Source);
        }
    }
}

/// The first element of a name that has words.
fn part<'e>(element: &'e Element, name: &str) -> Option<&'e Element> {
    let is_said = |part: &&Element| scan::listed(name, &part.name) && !part.words().is_empty();
    element.elements().find(is_said)
}

/// Collection and number.
#[inline(never)]
fn shelfmark(identifier: &Element, label: &str, reading: &mut Reading) {
    let mut value = String::new();
    for part in identifier.elements() {
        let words = part.words();
        if scan::listed("collection|idno", &part.name) && !words.is_empty() {
            scan::push_apart(&mut value, ", ", &words);
            reading.note(part, Field::Identifier);
        }
    }
    if !value.is_empty() {
        let identifier = Identifier::new(label, &value);
        reading.record.identifiers.push(identifier);
    }
}

/// Where and when it was made, and what became of it.
fn history(history: &Element, reading: &mut Reading) {
    if let Some(origin) = first(history, "origin") {
        let place =
            first(origin, "origPlace").map(|place| first(place, "placeName").unwrap_or(place));
        reading.put(place, Field::Place, |record| &mut record.place);
        let date = first(origin, "origDate|date");
        reading.put_date(date, Field::Date, |record| &mut record.date);
    }
    for step in history.elements() {
        let action = match (step.name.as_str(), step.attribute("type")) {
            ("provenance", Some("found")) => Action::Found,
            ("provenance", Some("observed")) => Action::Observed,
            ("provenance", _) => Action::Passed,
            ("acquisition", _) => Action::Acquired,
            _ => continue,
        };
        reading.add_step(step, action, "", &step.words());
    }
}
