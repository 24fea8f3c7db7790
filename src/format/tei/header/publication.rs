//! Who published the file, where and when, under which number and for whose use (`publicationStmt`).

use super::agents::named;
use super::{Reading, inside, paragraphs};
use crate::document::{Agent, Date, Extent, Field, Identifier};
use crate::format::xml::Element;
use crate::scan;

/// Reads the statement of publication.
pub(super) fn read(header: &Element, reading: &mut Reading) {
    let Some(statement) = header.find("fileDesc/publicationStmt") else {
        return;
    };
    for name in ["publisher", "authority", "distributor"] {
        for element in inside(statement, name, "") {
            publisher(element, reading);
        }
    }
    for place in statement.all("pubPlace") {
        reading.put(Some(place), Field::PublicationPlace, |record| {
            &mut record.publication_place
        });
    }
    for element in statement.all("date") {
        date(element, reading);
    }
    for number in inside(statement, "idno", "availability") {
        identifier(number, reading);
    }
    for availability in inside(statement, "availability", "") {
        rights(availability, reading);
    }
}

/// The first of them publishes it, the others had a part in that.
fn publisher(element: &Element, reading: &mut Reading) {
    for agent in named(element) {
        match reading.record.digital_archive {
            None => reading.record.digital_archive = Some(agent.name),
            Some(_) => reading.record.contributors.push(Agent {
                role: Some(element.name.clone()),
                ..agent
            }),
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
    if reading.record.date.is_none()
        && let Some(date) = reading.date(element)
    {
        let extent = match date.extent {
            Extent::Within => Extent::Range,
            extent => extent,
        };
        reading.record.date = Some(Date { extent, ..date });
        reading.note(element, Field::Date);
    }
}

/// A number; the first one that is the address of more than a site is the document's.
fn identifier(element: &Element, reading: &mut Reading) {
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
    reading.record.identifiers.push(Identifier {
        label: scan::owned(label),
        value,
    });
    reading.note(element, Field::Identifier);
}

fn rights(availability: &Element, reading: &mut Reading) {
    let words = paragraphs(availability);
    if reading.record.rights.is_none() && !words.is_empty() {
        reading.record.rights = Some(words);
        reading.note(availability, Field::Rights);
    }
    for licence in inside(availability, "licence|license|ref", "") {
        let target = licence
            .attribute("target")
            .filter(|target| !target.is_empty());
        if reading.record.licence.is_none() {
            reading.record.licence = target.map(scan::owned);
        }
    }
}
