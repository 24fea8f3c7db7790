//! What an edition says beyond a catalogue record: for the card, the side column and the details panel.

use super::article::List;
use super::markup::Element;
use super::script::Script;
use super::words;
use crate::document::Record;
use crate::scan;

/// Rights that are longer than this many bytes are told by their licence, if there is one.
const LONG_RIGHTS: usize = 300;

/// Subtitles, and the title in other languages.
pub(super) fn titles(record: &Record, script: &mut Script) {
    for title in &record.other_titles {
        script.phrase(Element::P, "rr-subtitle", title);
    }
}

/// Who edited it, when and where it was published, and what it is a part of.
pub(super) fn facts(record: &Record, facts: &mut List) {
    let editors = editors(record);
    let editor = match editors.len() {
        0 | 1 => words::EDITOR,
        _ => words::EDITORS,
    };
    facts.add(editor, words::list(&editors));
    let mut published = String::new();
    if let Some(place) = &record.publication_place {
        scan::push_folded(&mut published, place);
    }
    if let Some(date) = &record.publication_date {
        scan::push_folded(&mut published, &words::date(date));
    }
    facts.add(words::PUBLISHED, published);
    // Where the title does not say so.
    let title = record.title.as_deref().unwrap_or("");
    if let Some(series) = &record.series
        && scan::find(title, series).is_none()
    {
        facts.copy(words::SERIES, series);
    }
}

/// The names of the editors; what others did for the edition is told in the details.
fn editors(record: &Record) -> Vec<String> {
    let mut names = Vec::new();
    for agent in &record.contributors {
        let role = agent.role.as_deref().unwrap_or("");
        if role.ends_with("editor") {
            names.push(scan::owned(&agent.name));
        }
    }
    names
}

/// What a reader may do with it: in the archive's words, or by the address of the licence where they are long.
pub(super) fn rights(record: &Record) -> &Option<String> {
    let (rights, licence) = (&record.rights, &record.licence);
    let is_long = |rights: &String| rights.len() > LONG_RIGHTS;
    match rights.as_ref().is_none_or(is_long) && licence.is_some() {
        true => licence,
        false => rights,
    }
}

/// What it stands among, what it is about, and when it was changed.
pub(super) fn more<'r>(record: &'r Record, more: &mut List<'r>) {
    for document in &record.related {
        more.copy(&document.relation, &document.title);
    }
    more.add(words::SUBJECTS, joined(&record.keywords));
    if let Some(date) = &record.revised {
        more.add(words::REVISED, words::date(date));
    }
}

fn joined(several: &[String]) -> String {
    let mut joined = String::new();
    for one in several {
        scan::push_apart(&mut joined, "; ", one);
    }
    joined
}

/// What the details say of it beside that.
#[cfg(feature = "full")]
pub(super) fn about<'r>(record: &'r Record, about: &mut List<'r>) {
    about.copy_if_said(words::PLACE, &record.place);
    about.copy_if_said(words::DESTINATION, &record.destination);
    about.add(words::OTHER_TITLES, joined(&record.other_titles));
    for agent in &record.contributors {
        let role = agent.role.as_deref().unwrap_or(words::EDITION);
        about.copy(role, &agent.name);
    }
    about.copy_if_said(words::LICENCE, &record.licence);
    more(record, about);
}
