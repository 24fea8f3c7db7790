//! Who published the file, where and when, under which number and for whose use (`publicationStmt`).

use super::Reading;
use super::agents::named;
use crate::document::{Agent, Extent, Field, Identifier, TELLS_ALL};
use crate::format::xml::Element;
use crate::scan;

/// Reads where and when it was published.
pub(super) fn read(statement: &Element, reading: &mut Reading) {
    for element in statement.elements() {
        match element.name.as_str() {
            "pubPlace" => reading.put(Some(element), Field::PublicationPlace, |record| {
                &mut record.publication_place
            }),
            "date" => date(element, reading),
            _ => {}
        }
    }
}

/// Reads who published it: the first of them; the others had a part in that.
pub(super) fn publisher(element: &Element, reading: &mut Reading) {
    let mut agents = Vec::new();
    named(element, "", &mut agents);
    for agent in &agents {
        let record = &mut reading.record;
        if record.digital_archive.is_none() {
            record.digital_archive = Some(scan::owned(&agent.name));
        } else if TELLS_ALL {
            let other = Agent::with_role(&agent.name, &element.name);
            record.contributors.push(other);
        }
        reading.note(element, Field::DigitalArchive);
    }
}

/// When it was published; or the time that a volume is about.
fn date(element: &Element, reading: &mut Reading) {
    if element.attribute("type") != Some("content-date") {
        return reading.put_date(Some(element), Field::PublicationDate, |record| {
            &mut record.publication_date
        });
    }
    if reading.record.date.is_none() {
        reading.record.date = reading.date(element);
        if let Some(date) = &mut reading.record.date {
            if date.extent == Extent::Within {
                date.extent = Extent::Range;
            }
            reading.note(element, Field::Date);
        }
    }
}

/// Reads a number; the first one that is the address of more than a site is the document's.
pub(super) fn identifier(element: &Element, reading: &mut Reading) {
    let value = element.words();
    if value.is_empty() {
        return;
    }
    let address = scan::after_any(&value, &["http://", "https://"]);
    let is_of_page = address.is_some_and(|(_, rest)| scan::trim_end(rest, "/").contains('/'));
    if is_of_page && reading.record.url.is_none() {
        reading.record.url = Some(value);
        return reading.note(element, Field::Url);
    }
    let label = element.attribute("type").unwrap_or("number");
    let identifier = Identifier::new(label, &value);
    reading.record.identifiers.push(identifier);
    reading.note(element, Field::Identifier);
}

/// Reads what a reader may do with it.
pub(super) fn rights(availability: &Element, reading: &mut Reading) {
    reading.put_paragraphs(availability, Field::Rights, |record| &mut record.rights);
    reading.each(availability, "licence|license|ref", "", licence);
}

/// The first of them that has an address is the document's.
fn licence(licence: &Element, reading: &mut Reading) {
    let target = licence.attribute("target").unwrap_or("");
    if reading.record.licence.is_none() && !target.is_empty() {
        reading.record.licence = Some(scan::owned(target));
    }
}
