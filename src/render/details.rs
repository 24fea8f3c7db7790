//! The record in full: what the details panel shows beside the card, in plain words, and then the record word for word.

use super::article::{List, agents, chain, facts, identifiers, labelled, linked, list, open_part};
use super::markup::{Attribute, Element};
use super::script::Script;
use super::{Options, words};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Entry};

/// Writes the panel's content.
pub(super) fn write(
    document: &Document,
    remarks: &[Diagnostic],
    options: &Options,
    script: &mut Script,
) {
    let record = &document.record;
    script
        .open(Element::Div, "rr-details")
        .with(Attribute::Lang, words::LANGUAGE)
        .with(Attribute::Dir, words::DIRECTION);
    part("rr-about", words::ABOUT, &about(document), options, script);
    if let Some(citation) = &record.citation {
        open_part("rr-cite", words::CITE_AS, options, script);
        script.open(Element::P, "rr-citation");
        linked(&citation.verbatim, script);
        script.close();
        script.close();
    }
    let hands = words::hands(record);
    if !hands.is_empty() {
        open_part("rr-provenance", words::WHERE_FROM, options, script);
        chain(&hands, script);
        script.close();
    }
    let mut entries = List::default();
    let with_values = |entry: &&Entry| !entry.value.is_empty();
    labelled(&mut record.entries.iter().filter(with_values), &mut entries);
    part("rr-entries", words::VERBATIM, &entries, options, script);
    if !remarks.is_empty() {
        open_part("rr-remarks", words::REMARKS, options, script);
        script.open(Element::Ul, "");
        for remark in remarks {
            script.phrase(Element::Li, "", &words::sentence(&remark.message));
        }
        script.close();
        script.close();
    }
    script.close();
}

/// A part of the panel that is a list of labels and values; nothing where the list is empty.
fn part(class: &str, heading: &str, values: &List, options: &Options, script: &mut Script) {
    if values.is_empty() {
        return;
    }
    open_part(class, heading, options, script);
    list(values, "rr-list", script);
    script.close();
}

/// What it is, who wrote it to whom, which texts of it are here, where it lies and under which signs.
fn about(document: &Document) -> List<'_> {
    let record = &document.record;
    let kind = record.kind.map_or("", |kind| kind.as_str());
    let date = record.date.as_ref().map(words::date);
    let mut about = List::default();
    about.add(words::KIND, words::capitalized(kind));
    about.add(words::DATE, date.unwrap_or_default());
    about.add(words::SENDER, agents(&record.creators, true));
    about.add(words::RECIPIENT, agents(&record.recipients, true));
    facts(document, &mut about);
    identifiers(record, &mut about);
    for (label, value) in [
        (words::PUBLISHED_BY, &record.digital_archive),
        (words::ADDRESS, &record.url),
        (words::RIGHTS, &record.rights),
    ] {
        about.copy_if_said(label, value);
    }
    #[cfg(feature = "marked")]
    super::edition::about(record, &mut about);
    about
}
