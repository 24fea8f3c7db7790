//! A letter's way (`correspDesc`): who sent it to whom, where and when, and the letters before it and after.

use super::agents::{NAMES, named};
use super::{Reading, first, inside};
use crate::document::{Action, Agent, Field, Record, Related, TELLS_ALL};
use crate::format::xml::Element;
use crate::scan;

const PLACES: &str = "placeName|settlement|place|country";

/// Reads what somebody did with a letter.
pub(super) fn action(action: &Element, reading: &mut Reading) {
    match action.attribute("type") {
        Some("sent") => sent(action, reading),
        Some("received") => received(action, reading),
        Some(how) => passed_on(action, how, reading),
        None => {}
    }
}

/// Reads what stands beside a letter.
pub(super) fn context(context: &Element, reading: &mut Reading) {
    reading.each(context, "ref|ptr", "", related);
}

fn sent(action: &Element, reading: &mut Reading) {
    people(action, Field::Creator, reading, |record| {
        &mut record.creators
    });
    reading.has_senders = !reading.record.creators.is_empty();
    let place = first(action, PLACES);
    reading.put(place, Field::Place, |record| &mut record.place);
    reading.put_date(first(action, "date"), Field::Date, |record| {
        &mut record.date
    });
}

fn received(action: &Element, reading: &mut Reading) {
    people(action, Field::Recipient, reading, |record| {
        &mut record.recipients
    });
    let place = first(action, PLACES);
    reading.put(place, Field::Destination, |record| &mut record.destination);
}

/// Adds those whom the names in an action name.
#[inline(never)]
fn people(
    action: &Element,
    field: Field,
    reading: &mut Reading,
    list: fn(&mut Record) -> &mut Vec<Agent>,
) {
    for name in inside(action, NAMES, "placeName|note") {
        if name.attribute("type") != Some("place") {
            named(name, "", list(&mut reading.record));
            reading.note(name, field);
        }
    }
}

/// What happened between: `forwarded`, `redirected`, `transmitted`.
fn passed_on(action: &Element, how: &str, reading: &mut Reading) {
    let words = action.words();
    if !words.is_empty() {
        let written = scan::joined(&[how, ": ", &words]);
        reading.add_step(action, Action::Passed, "", &written);
    }
}

/// The letter before this one or after it.
fn related(reference: &Element, reading: &mut Reading) {
    let attribute = |name| reference.attribute(name).unwrap_or("");
    let relation = relation(attribute("type"), attribute("subtype"));
    let is_beside =
        scan::find(&relation, "prev").is_some() || scan::find(&relation, "next").is_some();
    let target = attribute("target");
    let mut title = reference.words();
    if title.is_empty() {
        title.push_str(target);
    }
    if is_beside && !title.is_empty() {
        let is_told = TELLS_ALL && !target.is_empty();
        let target = is_told.then(|| scan::owned(target));
        reading.record.related.push(Related {
            relation,
            title,
            target,
        });
        reading.note(reference, Field::Related);
    }
}

/// `withinCorrespondence` and `previous_letter` as `previous letter within correspondence`.
fn relation(kind: &str, subkind: &str) -> String {
    let mut relation = String::new();
    for term in [subkind, kind] {
        let term = if term == "prev" { "previous" } else { term };
        if !relation.is_empty() && !term.is_empty() {
            relation.push(' ');
        }
        for c in term.chars() {
            match c {
                '_' | '-' => relation.push(' '),
                'A'..='Z' => {
                    relation.push(' ');
                    relation.push(c.to_ascii_lowercase());
                }
                _ => relation.push(c),
            }
        }
    }
    relation
}
