//! People and bodies: authors, translators, and those who made the edition.

use super::{Reading, inside};
use crate::document::{Agent, Field, TELLS_ALL};
use crate::format::phrases::agent::in_order;
use crate::format::xml::{Element, Node};
use crate::limits;
use crate::scan;

/// Elements that are names.
pub(super) const NAMES: &str = "persName|orgName|name|rs";

/// Elements whose names are those of bodies.
const BODIES: &str = "orgName|funder|sponsor|publisher|authority|distributor";

/// What stands beside a name and is none.
const NOT_NAMES: &str = "affiliation|address|email|idno|note|ref|resp";

/// Reads those whom a statement of title or edition names.
pub(super) fn read(statement: &Element, reading: &mut Reading) {
    for element in statement.elements() {
        match element.name.as_str() {
            "author" => author(element, reading),
            "editor" => editor(element, reading),
            "respStmt" => responsible(element, reading),
            // An article names the editors alone.
            "principal" | "funder" | "sponsor" if TELLS_ALL => {
                others(element, &element.name, reading);
            }
            _ => {}
        }
    }
}

/// Somebody who wrote it. Who sent a letter has written it, and whoever else is called its author is named as that.
fn author(element: &Element, reading: &mut Reading) {
    let creators = &mut reading.record.creators;
    if !reading.has_senders {
        named(element, "", creators);
        return reading.note(element, Field::Creator);
    }
    if !TELLS_ALL {
        return;
    }
    let mut authors = Vec::new();
    named(element, "", &mut authors);
    let is_sender = |author: &Agent| creators.iter().any(|sender| sender.name == author.name);
    match authors.iter().all(is_sender) {
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
    named(element, "", &mut reading.record.translators);
    reading.note(element, Field::Translator);
}

/// Names, and what they are responsible for.
fn responsible(element: &Element, reading: &mut Reading) {
    let mut role = String::new();
    for task in element.elements().filter(|part| part.name == "resp") {
        scan::push_apart(&mut role, ", ", &task.words());
    }
    match scan::find(&role.to_ascii_lowercase(), "translat") {
        Some(_) => translators(element, reading),
        None => others(element, &role, reading),
    }
}

/// Somebody who had a part in the edition.
#[inline(never)]
fn others(element: &Element, role: &str, reading: &mut Reading) {
    let role = if role.len() <= limits::ROLE { role } else { "" };
    named(element, role, &mut reading.record.contributors);
    reading.note(element, Field::Contributor);
}

/// Adds those whom an element names: in elements of their own, else in its own words.
///
/// Names in several languages are those of one and the same; the first one counts.
#[inline(never)]
pub(super) fn named(element: &Element, role: &str, agents: &mut Vec<Agent>) {
    let mut names = inside(element, NAMES, NOT_NAMES);
    if names.is_empty() {
        names.push(element);
    }
    let language = names.first().and_then(|name| name.attribute("xml:lang"));
    for name in names {
        let words = name_of(name);
        if !words.is_empty() && name.attribute("xml:lang") == language {
            agents.push(Agent::with_role(&words, role));
        }
    }
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
