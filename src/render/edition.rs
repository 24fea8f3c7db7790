//! What an edition says beyond a catalogue record: for the card, the side column and the details panel.

use super::article::List;
use super::markup::{Element, Sink, phrase};
use super::words;
use crate::document::{CalendarDate, Date, Extent, Record};
use crate::scan;

/// Rights that are longer than this many bytes are told by their licence, if there is one.
const LONG_RIGHTS: usize = 300;

/// Subtitles, and the title in other languages.
pub(super) fn titles(record: &Record, sink: &mut dyn Sink) {
    for title in &record.other_titles {
        phrase(sink, Element::P, "rr-subtitle", title);
    }
}

/// A date at the beginning of a sentence: `Between 201 and 500`.
pub(super) fn begin_with(date: &Date, shown: String) -> String {
    match date.extent {
        Extent::One => shown,
        _ => words::capitalized(&shown),
    }
}

/// Where somebody was, behind the name.
pub(super) fn place_of(place: Option<&String>, sink: &mut dyn Sink) {
    if let Some(place) = place {
        sink.words(" (");
        sink.words(place);
        sink.words(")");
    }
}

/// Where it was written, by whom nobody knows.
pub(super) fn place_alone(record: &Record, begun: bool, sink: &mut dyn Sink) -> bool {
    match record.place.as_ref().filter(|_| record.creators.is_empty()) {
        Some(place) => {
            sink.words(if begun { ", " } else { "" });
            sink.words(place);
            true
        }
        None => begun,
    }
}

/// Who edited it, when and where it was published, and what it is a part of.
pub(super) fn facts(record: &Record) -> List<'static> {
    let editors = editors(record);
    let editor = if editors.len() > 1 {
        words::EDITORS
    } else {
        words::EDITOR
    };
    let mut published = record.publication_place.clone().unwrap_or_default();
    if let Some(date) = &record.publication_date {
        scan::push_folded(&mut published, &words::date(date));
    }
    vec![
        (editor, words::list(&editors)),
        (words::PUBLISHED, published),
        (words::SERIES, series(record)),
    ]
}

/// The names of the editors; what others did for the edition is told in the details.
fn editors(record: &Record) -> Vec<String> {
    let mut names = Vec::new();
    for agent in &record.contributors {
        let role = agent.role.as_deref().unwrap_or("");
        if role.ends_with("editor") {
            names.push(agent.name.clone());
        }
    }
    names
}

/// What it is a part of, where the title does not say so.
fn series(record: &Record) -> String {
    let title = record.title.as_deref().unwrap_or("");
    let series = record.series.as_ref();
    let untold = series.filter(|series| scan::find(title, series).is_none());
    untold.cloned().unwrap_or_default()
}

/// What a reader may do with it: in the archive's words, or by the address of the licence where they are long.
pub(super) fn rights(record: &Record) -> Option<&String> {
    let is_short = |rights: &&String| rights.len() <= LONG_RIGHTS;
    let (rights, licence) = (record.rights.as_ref(), record.licence.as_ref());
    rights.filter(is_short).or(licence).or(rights)
}

/// What it stands among, what it is about, and when it was changed.
pub(super) fn more(record: &Record) -> List<'_> {
    let mut more = List::new();
    for document in &record.related {
        more.push((&document.relation, document.title.clone()));
    }
    let revised = record.revised.as_ref().map(words::date);
    more.push((words::SUBJECTS, record.keywords.join("; ")));
    more.push((words::REVISED, revised.unwrap_or_default()));
    more
}

/// What the details say of it beside that.
#[cfg(feature = "full")]
pub(super) fn about<'r>(record: &'r Record, about: &mut List<'r>) {
    for (label, value) in [
        (words::PLACE, &record.place),
        (words::DESTINATION, &record.destination),
    ] {
        about.push((label, value.clone().unwrap_or_default()));
    }
    about.push((words::OTHER_TITLES, record.other_titles.join("; ")));
    for agent in &record.contributors {
        let role = agent.role.as_deref().unwrap_or(words::EDITION);
        about.push((role, agent.name.clone()));
    }
    about.push((words::LICENCE, record.licence.clone().unwrap_or_default()));
    about.extend(more(record));
}

/// A date that no catalogue record has: years BC, two ends that lie apart, an open end, words alone.
pub(super) fn date(date: &Date) -> Option<String> {
    let is_early = |end: Option<CalendarDate>| end.is_some_and(|end| end.year < 1);
    let month = |end: CalendarDate| (end.year, end.month, end.day.is_some());
    let is_plain = match (date.extent, date.start, date.end) {
        (Extent::One, Some(_), _) => true,
        (Extent::Range, Some(start), Some(end)) => {
            month(start) == month(end) && start.day.is_some()
        }
        _ => false,
    };
    if is_plain && !is_early(date.start) && !is_early(date.end) {
        return None;
    }
    let is_within = date.extent == Extent::Within;
    let is_about = date.approximate && !is_within;
    let mut words = String::from(if is_about { "about " } else { "" });
    let (before, between) = match (date.start, date.end) {
        (Some(_), Some(_)) if is_within => ("between ", " and "),
        (Some(_), Some(_)) => ("", " – "),
        (Some(_), None) if date.extent == Extent::One => ("", ""),
        (Some(_), None) if is_within => ("not before ", ""),
        (Some(_), None) => ("from ", ""),
        (None, Some(_)) if is_within => ("not after ", ""),
        (None, Some(_)) => ("until ", ""),
        (None, None) => (date.written.as_str(), ""),
    };
    words.push_str(before);
    push(date.start, &mut words);
    words.push_str(between);
    push(date.end, &mut words);
    Some(words)
}

/// Adds a day, a month or a year, of whatever age.
fn push(date: Option<CalendarDate>, words: &mut String) {
    let Some(date) = date else {
        return;
    };
    if date.year > 0 {
        return words::push_date(words, date);
    }
    let year = 1 - date.year;
    words::push_date(words, CalendarDate { year, ..date });
    words.push_str(" BC");
}
