//! People and bodies: authors, translators, and those who made the edition.

use super::{Reading, inside};
use crate::document::{Agent, Field};
use crate::format::xml::{Element, Node};
use crate::limits;
use crate::scan;

/// Elements that are names.
pub(super) const NAMES: &str = "persName|orgName|name|rs";

/// Elements whose names are those of bodies.
const BODIES: &str = "orgName|funder|sponsor|publisher|authority|distributor";

/// What stands beside a name and is none.
const NOT_NAMES: &str = "affiliation|address|email|idno|note|ref|resp";

/// Reads those whom the statements of title and edition name.
pub(super) fn read(header: &Element, reading: &mut Reading) {
    let senders = reading.record.creators.clone();
    let statements = ["fileDesc/titleStmt", "fileDesc/editionStmt"];
    for statement in statements.into_iter().filter_map(|path| header.find(path)) {
        for element in statement.elements() {
            match element.name.as_str() {
                "author" => author(element, &senders, reading),
                "editor" => editor(element, reading),
                "principal" | "funder" | "sponsor" => others(element, &element.name, reading),
                "respStmt" => responsible(element, reading),
                _ => {}
            }
        }
    }
}

/// Somebody who wrote it. Who sent a letter has written it, and whoever else is called its author is named as that.
fn author(element: &Element, senders: &[Agent], reading: &mut Reading) {
    if senders.is_empty() {
        reading.record.creators.append(&mut named(element));
        return reading.note(element, Field::Creator);
    }
    match named(element).iter().all(|author| senders.contains(author)) {
        true => reading.note(element, Field::Creator),
        false => others(element, "author", reading),
    }
}

#[inline(never)]
fn editor(element: &Element, reading: &mut Reading) {
    let role = element.attribute("role").unwrap_or("");
    let is_term = !role.is_empty() && role.bytes().all(|byte| byte.is_ascii_alphabetic());
    match role {
        "translator" => translators(element, reading),
        "editor" => others(element, "editor", reading),
        _ if is_term => others(element, &scan::joined(&[role, " editor"]), reading),
        _ => others(element, "editor", reading),
    }
}

#[inline(never)]
fn translators(element: &Element, reading: &mut Reading) {
    reading.record.translators.append(&mut named(element));
    reading.note(element, Field::Translator);
}

/// Names, and what they are responsible for.
fn responsible(element: &Element, reading: &mut Reading) {
    let mut tasks = Vec::new();
    for task in element.elements().filter(|part| part.name == "resp") {
        tasks.push(task.words());
    }
    tasks.retain(|task| !task.is_empty());
    let role = tasks.join(", ");
    match scan::find(&role.to_ascii_lowercase(), "translat") {
        Some(_) => translators(element, reading),
        None => others(element, &role, reading),
    }
}

/// Somebody who had a part in the edition.
#[inline(never)]
fn others(element: &Element, role: &str, reading: &mut Reading) {
    let has_role = !role.is_empty() && role.len() <= limits::ROLE;
    for agent in named(element) {
        reading.record.contributors.push(Agent {
            role: has_role.then(|| scan::owned(role)),
            ..agent
        });
    }
    reading.note(element, Field::Contributor);
}

/// Those whom an element names: in elements of their own, else in its own words.
///
/// Names in several languages are those of one and the same; the first one counts.
#[inline(never)]
pub(super) fn named(element: &Element) -> Vec<Agent> {
    let mut agents = Vec::new();
    let mut names = inside(element, NAMES, NOT_NAMES);
    if names.is_empty() {
        names.push(element);
    }
    let language = |name: &Element| name.attribute("xml:lang").map(scan::owned);
    let first_language = names.first().and_then(|name| language(name));
    names.retain(|name| language(name) == first_language);
    for name in names {
        let words = name_of(name);
        if !words.is_empty() {
            agents.push(Agent::named(words));
        }
    }
    agents
}

/// A name as one says it.
#[inline(never)]
pub(super) fn name_of(name: &Element) -> String {
    let mut words = String::new();
    gather(name, &mut words);
    let words = scan::folded(&words);
    let words = scan::trim(&words, " ,;");
    match scan::listed(BODIES, &name.name) {
        true => scan::owned(words),
        false => in_order(words),
    }
}

/// The words of a name, and of nothing that stands beside it. Forename and surname side by side get a space between them.
#[inline(never)]
fn gather(name: &Element, words: &mut String) {
    for child in &name.children {
        match child {
            Node::Words(more) => words.push_str(more),
            Node::Element(part) if scan::listed(NOT_NAMES, &part.name) => {}
            Node::Element(part) => {
                let is_apart = scan::listed("forename|surname", &part.name);
                if is_apart && words.chars().next_back().is_some_and(scan::is_letter) {
                    words.push(' ');
                }
                gather(part, words);
            }
        }
    }
}

/// `Brandes, Georg` as `Georg Brandes`; names with anything else behind a comma stay as they are.
#[inline(never)]
fn in_order(name: &str) -> String {
    let is_part = |words: &str| {
        let count = words.split(' ').count();
        let is_name = |word| scan::first(word).is_some_and(scan::is_capital);
        count <= 3 && words.split(' ').all(is_name) && !words.ends_with('.')
    };
    match scan::split(name, ", ") {
        Some((last, first))
            if !first.contains(',')
                && is_part(first)
                && scan::first(last).is_some_and(scan::is_capital)
                && !scan::listed("II|III|IV|Jr|Sr|MA|PhD", first) =>
        {
            scan::joined(&[first, " ", last])
        }
        _ => scan::owned(name),
    }
}
