//! A letter's way (`correspDesc`): who sent it to whom, where and when, and the letters before it and after.

use super::agents::named;
use super::{Reading, agents, first, inside};
use crate::document::{Action, Agent, Field, Related, Step};
use crate::format::xml::Element;
use crate::scan;

const PLACES: &str = "placeName|settlement|place|country";

/// Reads what a header says of a correspondence.
pub(super) fn read(header: &Element, reading: &mut Reading) {
    let Some(letter) = header.find("profileDesc/correspDesc") else {
        return;
    };
    for action in inside(letter, "correspAction", "") {
        match action.attribute("type") {
            Some("sent") => sent(action, reading),
            Some("received") => received(action, reading),
            Some(how) => passed_on(action, how, reading),
            None => {}
        }
    }
    for context in inside(letter, "correspContext", "") {
        for reference in inside(context, "ref|ptr", "") {
            related(reference, reading);
        }
    }
}

fn sent(action: &Element, reading: &mut Reading) {
    for (name, mut agents) in people(action) {
        reading.note(name, Field::Creator);
        reading.record.creators.append(&mut agents);
    }
    let place = first(action, PLACES);
    reading.put(place, Field::Place, |record| &mut record.place);
    reading.put_date(first(action, "date"), Field::Date, |record| {
        &mut record.date
    });
}

fn received(action: &Element, reading: &mut Reading) {
    for (name, mut agents) in people(action) {
        reading.note(name, Field::Recipient);
        reading.record.recipients.append(&mut agents);
    }
    let place = first(action, PLACES);
    reading.put(place, Field::Destination, |record| &mut record.destination);
}

/// The names in an action, and whom each of them names.
fn people(action: &Element) -> Vec<(&Element, Vec<Agent>)> {
    let mut people = Vec::new();
    for name in inside(action, agents::NAMES, "placeName|note") {
        if name.attribute("type") != Some("place") {
            people.push((name, named(name)));
        }
    }
    people
}

/// What happened between: `forwarded`, `redirected`, `transmitted`.
fn passed_on(action: &Element, how: &str, reading: &mut Reading) {
    let words = action.words();
    if words.is_empty() {
        return;
    }
    reading.record.provenance.push(Step {
        action: Action::Passed,
        agent: String::new(),
        of_copy: false,
        written: scan::joined(&[how, ": ", &words]),
    });
    reading.note(action, Field::Source);
}

/// The letter before this one or after it.
fn related(reference: &Element, reading: &mut Reading) {
    let attribute = |name| reference.attribute(name).filter(|value| !value.is_empty());
    let relation = relation(attribute("type"), attribute("subtype"));
    let is_beside = ["prev", "next"]
        .iter()
        .any(|side| scan::find(&relation, side).is_some());
    let (words, target) = (reference.words(), attribute("target"));
    let title = match target {
        Some(target) if words.is_empty() => target,
        _ => &words,
    };
    if is_beside && !title.is_empty() {
        reading.record.related.push(Related {
            relation,
            title: scan::owned(title),
            target: target.map(scan::owned),
        });
        reading.note(reference, Field::Related);
    }
}

/// `withinCorrespondence` and `previous_letter` as `previous letter within correspondence`.
fn relation(kind: Option<&str>, subkind: Option<&str>) -> String {
    let mut relation = String::new();
    for term in [subkind, kind].into_iter().flatten() {
        let term = if term == "prev" { "previous" } else { term };
        if !relation.is_empty() {
            relation.push(' ');
        }
        for c in term.chars() {
            match c {
                '_' | '-' => relation.push(' '),
                'A'..='Z' => relation.extend([' ', c.to_ascii_lowercase()]),
                _ => relation.push(c),
            }
        }
    }
    relation
}
