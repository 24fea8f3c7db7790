//! What kind of text, list, note or name an element is, where its attributes tell.

use super::super::xml::Attributes;
use crate::document::{ListKind, NameKind, NoteKind, Role};
use crate::scan;

/// What a text is, by its `type`.
pub(super) fn role(attributes: &Attributes) -> Role {
    match attributes.get("type").as_deref() {
        Some("original") => Role::Original,
        Some("translation") => Role::Translation,
        Some("transcription") => Role::Transcription,
        _ => Role::Unstated,
    }
}

/// The kind of a list by its `type`, or by how it looks (`rend`).
pub(super) fn list(written: &str) -> ListKind {
    const KINDS: &[(&str, ListKind)] = &[
        ("gloss|glossary|labeled|labelled|marked", ListKind::Gloss),
        (
            "ordered|numbered|arabic|alpha|roman|enumerated|order",
            ListKind::Ordered,
        ),
        ("bulleted|unordered|bullet|bullets|dash", ListKind::Bulleted),
    ];
    let known = KINDS.iter().find(|(words, _)| scan::listed(words, written));
    known.map_or(ListKind::Simple, |(_, kind)| *kind)
}

/// The kind of a note by where it stands and what it is for.
pub(super) fn note(attributes: &Attributes) -> NoteKind {
    let is = |name: &str, words: &str| {
        attributes
            .get(name)
            .is_some_and(|value| scan::listed(words, &value))
    };
    let in_margin = attributes.get("place").is_some_and(|place| {
        scan::after(&place, "marg").is_some() || scan::listed("left|right|side|gutter", &place)
    });
    if is("type", "source") {
        NoteKind::Source {
            repeats_record: false,
        }
    } else if in_margin {
        NoteKind::Margin
    } else if is("place", "inline") || is("rend", "inline") {
        NoteKind::Inline
    } else {
        NoteKind::Numbered
    }
}

/// What a name is the name of, by its `type`.
pub(super) fn name(attributes: &Attributes) -> NameKind {
    const KINDS: &[(&str, NameKind)] = &[
        ("person|pers|character|people|author", NameKind::Person),
        (
            "place|city|country|town|region|geo|settlement|state",
            NameKind::Place,
        ),
        (
            "org|organization|organisation|institution|company|party",
            NameKind::Body,
        ),
    ];
    let written = attributes.get("type").unwrap_or_default();
    let known = KINDS
        .iter()
        .find(|(words, _)| scan::listed(words, &written));
    known.map_or(NameKind::Other, |(_, kind)| *kind)
}
