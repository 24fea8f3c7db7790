//! The words that the page says itself, in one place; and texts and hands as sentences have them.

use crate::document::{Action, HAS_CATALOGUE, Identifier, Record, Role, Step, Text};
use crate::scan;

/// The language of these words.
pub(super) const LANGUAGE: &str = "en";

/// The direction of that language.
pub(super) const DIRECTION: &str = "ltr";

#[cfg(feature = "full")]
pub(super) const ABOUT: &str = "The document";
pub(super) const ADDRESS: &str = "Address";
pub(super) const ARCHIVE: &str = "Archive";
pub(super) const BY: &str = "by";
pub(super) const CITE_AS: &str = "Cite as";
pub(super) const CLASSIFICATION: &str = "Classified";
#[cfg(feature = "html")]
pub(super) const DOCUMENT: &str = "Document";
pub(super) const FROM: &str = "from";
pub(super) const HEADING: &str = "Heading";
pub(super) const LANGUAGE_OF_TEXTS: &str = "Language";
pub(super) const LOCATOR: &str = "Shelfmark";
pub(super) const MORE: &str = "More from the record";
pub(super) const NOTES: &str = "Notes";
pub(super) const NUMBER: &str = "Number";
pub(super) const ORIGINAL: &str = "Original";
pub(super) const PAGE: &str = "page";
pub(super) const PAGE_BREAK: &str = "Page break";
pub(super) const PAGE_BREAK_MARK: &str = "page break";
pub(super) const RIGHTS: &str = "Rights";
pub(super) const TEXT: &str = "Text";
pub(super) const TO: &str = "to";
pub(super) const TRANSLATOR: &str = "Translator";
pub(super) const TRANSLATORS: &str = "Translators";
#[cfg(feature = "full")]
pub(super) use full::*;
#[cfg(feature = "marked")]
pub(super) use tei::*;
pub(super) const WHERE_FROM: &str = "Where it comes from";

#[cfg(feature = "marked")]
pub(super) use edition::*;

/// The words that only editions need.
#[cfg(feature = "marked")]
mod edition {
    pub(in super::super) const EDITOR: &str = "Editor";
    pub(in super::super) const EDITORS: &str = "Editors";
    pub(in super::super) const PUBLISHED: &str = "Published";
    pub(in super::super) const REVISED: &str = "Last changed";
    pub(in super::super) const SERIES: &str = "Part of";
    pub(in super::super) const SUBJECTS: &str = "Subjects";
    #[cfg(feature = "full")]
    pub(in super::super) const DESTINATION: &str = "Sent to";
    #[cfg(feature = "full")]
    pub(in super::super) const EDITION: &str = "Edition";
    #[cfg(feature = "full")]
    pub(in super::super) const LICENCE: &str = "Licence";
    #[cfg(feature = "full")]
    pub(in super::super) const OTHER_TITLES: &str = "Other titles";
    #[cfg(feature = "full")]
    pub(in super::super) const PLACE: &str = "Place";
}

/// The words that only the details panel says.
#[cfg(feature = "full")]
mod full {
    pub(in super::super) const DATE: &str = "Date";
    pub(in super::super) const KIND: &str = "Kind";
    pub(in super::super) const PUBLISHED_BY: &str = "Published by";
    pub(in super::super) const RECIPIENT: &str = "To";
    pub(in super::super) const REMARKS: &str = "How it was read";
    pub(in super::super) const SENDER: &str = "From";
    pub(in super::super) const VERBATIM: &str = "The record, word for word";

    /// A remark as a sentence of its own.
    pub(in super::super) fn sentence(words: &str) -> String {
        super::capitalized(words) + "."
    }
}

/// The words that only texts of many kinds of nodes need.
#[cfg(feature = "marked")]
mod tei {
    use crate::document::ReadingKind;
    use crate::scan;

    /// What the sources call a document that came with another one.
    pub(in super::super) const ENCLOSED: &str = "attachment|enclosure|inclosure|annex|floatingText";
    pub(in super::super) const BACK: &str = "Back to its place in the text";
    pub(in super::super) const BLANK_SPACE: &str = "Blank space";
    pub(in super::super) const COLUMN: &str = "column";
    pub(in super::super) const GAP: &str = "Gap";
    pub(in super::super) const OTHER_READINGS: &str = "Other readings";
    pub(in super::super) const PICTURE: &str = "Picture";

    /// What stands between a name and what is said of it, in a label.
    pub(in super::super) const BETWEEN_FACTS: &str = " · ";

    /// What to call a division that has no heading, by its type in editions of inscriptions and papyri.
    pub(in super::super) fn division(kind: &str) -> Option<&'static str> {
        Some(match kind {
            "apparatus" => "Apparatus",
            "bibliography" => "Bibliography",
            "commentary" => "Commentary",
            "translation" => "Translation",
            _ => return None,
        })
    }

    /// So many of a unit: `1 line`, `2 lines`.
    pub(in super::super) fn several(number: &str, unit: &str) -> String {
        const UNITS: &str = "line|word|letter|character|page|column|verse|stanza";
        let mut words = super::with(number, unit);
        if number != "1" && scan::listed(UNITS, unit) {
            words.push('s');
        }
        words
    }

    /// What is missing, read aloud: `Gap: 3 lines, illegible`.
    pub(in super::super) fn missing(name: &str, extent: &str, reason: &str) -> String {
        let mut words = scan::owned(name);
        let mut mark = ": ";
        for said in [extent, reason] {
            if !said.is_empty() {
                words.push_str(mark);
                words.push_str(said);
                mark = ", ";
            }
        }
        words
    }

    /// What a reading is to the one in the text.
    pub(in super::super) fn reading(kind: ReadingKind) -> &'static str {
        match kind {
            ReadingKind::Sic => "so in the source",
            ReadingKind::Original => "so spelled in the source",
            ReadingKind::Abbreviation => "so abbreviated in the source",
            ReadingKind::Variant => "another reading",
        }
    }

    /// The way back from a reading, read aloud.
    pub(in super::super) fn back_from_reading(label: &str) -> String {
        scan::joined(&["Back to reading ", label, " in the text"])
    }
}

/// What to call an identifier: by the label that the source gave it.
pub(super) fn identifier(identifier: &Identifier) -> &str {
    match identifier.label.as_str() {
        "locator" => LOCATOR,
        "number" => NUMBER,
        label => label,
    }
}

pub(super) use super::dates::date;
pub(super) use scan::capitalized;

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list(items: &[String]) -> String {
    let mut list = String::new();
    for (index, item) in items.iter().enumerate() {
        let mark = if index + 1 == items.len() {
            " and "
        } else {
            ", "
        };
        scan::push_apart(&mut list, mark, item);
    }
    list
}

/// What to call a text: `English translation`, `Russian original`; nothing where the source says nothing of it.
pub(super) fn text(text: &Text) -> String {
    let mut name = text
        .language()
        .filter(|_| !text.language_is_detected())
        .map_or(String::new(), |language| scan::owned(language.name()));
    if text.role() != Role::Unstated {
        scan::push_folded(&mut name, text.role().as_str());
    }
    capitalized(&name)
}

/// A name with what is said of it: `page 417`, and the name alone where nothing is.
pub(super) fn with(name: &str, said: &str) -> String {
    if said.is_empty() {
        return scan::owned(name);
    }
    scan::joined(&[name, " ", said])
}

/// A note's mark, read aloud.
pub(super) fn note(label: &str) -> String {
    scan::joined(&["Note ", label])
}

/// The way back from a note, read aloud.
pub(super) fn back_from_note(label: &str) -> String {
    scan::joined(&["Back to note ", label, " in the text"])
}

/// A step that is told in more bytes than this is a story of its own: it is read in the details, word for word.
const LONG_HISTORY: usize = 300;

/// The hands a document went through, each with what it did; the digital archive comes last.
pub(super) fn hands(record: &Record) -> Vec<(&str, &'static str)> {
    let mut hands = Vec::new();
    for step in &record.provenance {
        let name = match step.agent.is_empty() {
            true if step.written.len() > LONG_HISTORY => continue,
            true => &step.written,
            false => &step.agent,
        };
        hands.push((name.as_str(), did(step)));
    }
    if let Some(name) = record.digital_archive.as_ref().filter(|_| HAS_CATALOGUE) {
        hands.push((name, "publishes it"));
    }
    hands
}

fn did(step: &Step) -> &'static str {
    let is_it = |(action, of_copy, _): &&(Action, bool, &str)| {
        *action == step.action && (step.of_copy || !of_copy)
    };
    DID.iter().find(is_it).map_or("", |(_, _, did)| did)
}

/// What was done with a document; where something else is said of a copy, that comes first.
const DID: &[(Action, bool, &str)] = &[
    (Action::Holds, false, "original"),
    (Action::Obtained, true, "obtained the copy"),
    (Action::Obtained, false, "obtained it"),
    (Action::Received, true, "was given the copy"),
    (Action::Received, false, "was given it"),
    (Action::Provided, true, "gave the copy"),
    (Action::Provided, false, "gave it"),
    (Action::OnFile, true, "keeps the copy"),
    (Action::OnFile, false, "keeps it"),
    (Action::Contributed, false, "contributed it"),
    (Action::Transcribed, false, "transcribed it"),
    (Action::Translated, false, "translated it"),
    (Action::Edited, false, "edited it"),
    (Action::Published, false, "published it"),
    (Action::Released, false, "made it public"),
    #[cfg(feature = "tei")]
    (Action::Found, false, "found"),
    #[cfg(feature = "tei")]
    (Action::Observed, false, "seen"),
    #[cfg(feature = "tei")]
    (Action::Acquired, false, "acquired"),
    #[cfg(feature = "tei")]
    (Action::Passed, false, "history"),
    #[cfg(feature = "tei")]
    (Action::Source, false, "source of the text"),
];
