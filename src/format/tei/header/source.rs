//! What the text was taken from (`sourceDesc`): a manuscript and its history, books, other files.

use super::agents::{NAMES, name_of};
use super::{Reading, first, inside};
use crate::document::{Action, Field, Identifier, Step};
use crate::format::xml::Element;
use crate::scan;

/// Reads the description of the source.
pub(super) fn read(header: &Element, reading: &mut Reading) {
    let Some(source) = header.find("fileDesc/sourceDesc") else {
        return;
    };
    if let Some(manuscript) = first(source, "msDesc|msDescription") {
        if let Some(identifier) = manuscript.find("msIdentifier") {
            holding(identifier, reading);
        }
        if let Some(history) = first(manuscript, "history") {
            self::history(history, reading);
        }
    }
    for part in inside(
        source,
        "bibl|biblStruct|biblFull|p|ab",
        "msDesc|msDescription",
    ) {
        let written = match part.name.as_str() {
            "p" | "ab" => part.words(),
            _ => listed(part),
        };
        add(part, Action::Source, written, reading);
    }
}

/// The words of a bibliographic description; where nothing but tags sets its parts apart, with commas between them.
fn listed(book: &Element) -> String {
    let mut parts = Vec::new();
    add_parts(book, &mut parts);
    parts.join(", ")
}

fn add_parts(element: &Element, parts: &mut Vec<String>) {
    let is_person =
        scan::listed("author|editor", &element.name) || scan::listed(NAMES, &element.name);
    let words = match is_person {
        true => name_of(element),
        false if element.has_words() || element.elements().next().is_none() => element.words(),
        false => return element.elements().for_each(|part| add_parts(part, parts)),
    };
    let words = scan::trim_end(&words, ",");
    if !words.is_empty() {
        parts.push(scan::owned(words));
    }
}

/// Adds a step of the document's way.
#[inline(never)]
fn add(element: &Element, action: Action, written: String, reading: &mut Reading) {
    if !written.is_empty() {
        reading.record.provenance.push(Step {
            action,
            agent: String::new(),
            of_copy: false,
            written,
        });
        reading.note(element, Field::Source);
    }
}

/// Who holds it, and where it lies there.
fn holding(identifier: &Element, reading: &mut Reading) {
    let part = |names: &str| {
        let is_named =
            |part: &&Element| scan::listed(names, &part.name) && !part.words().is_empty();
        identifier.elements().find(is_named)
    };
    let holder = part("repository").or_else(|| part("institution"));
    let mut place = Vec::new();
    let holder_name = holder.map(Element::words).unwrap_or_default();
    let is_untold = |place: &&Element| scan::find(&holder_name, &place.words()).is_none();
    let settlement = part("settlement").filter(is_untold);
    for element in [holder, settlement].into_iter().flatten() {
        place.push(element.words());
        reading.note(element, Field::Source);
    }
    if !place.is_empty() {
        let name = place.join(", ");
        reading.record.provenance.push(Step {
            action: Action::Holds,
            agent: name.clone(),
            of_copy: false,
            written: name.clone(),
        });
        reading.record.repository = Some(name);
    }
    shelfmark(identifier, "locator", reading);
    for other in identifier.elements() {
        match other.name.as_str() {
            "altIdentifier" => {
                let kind = other
                    .find("idno")
                    .and_then(|number| number.attribute("type"));
                let label = kind
                    .or(other.attribute("type"))
                    .unwrap_or("other shelfmark");
                shelfmark(other, label, reading);
            }
            "msName" if !other.words().is_empty() => {
                reading.record.other_titles.push(other.words());
                reading.note(other, Field::OtherTitle);
            }
            _ => {}
        }
    }
}

/// Collection and number.
#[inline(never)]
fn shelfmark(identifier: &Element, label: &str, reading: &mut Reading) {
    let mut parts = Vec::new();
    for part in identifier.elements() {
        if scan::listed("collection|idno", &part.name) && !part.words().is_empty() {
            parts.push(part.words());
            reading.note(part, Field::Identifier);
        }
    }
    if !parts.is_empty() {
        reading.record.identifiers.push(Identifier {
            label: scan::owned(label),
            value: parts.join(", "),
        });
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
        add(step, action, step.words(), reading);
    }
}
