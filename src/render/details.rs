//! The record in full: what the details panel shows beside the card, in plain words, and then the record word for word.

use super::article::{List, agents, chain, facts, identifiers, labelled, linked, list, open_part};
use super::markup::{Attribute, Element, Sink, open, phrase};
use super::{Options, words};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Entry};

/// Writes the panel's content.
pub(super) fn write(
    document: &Document,
    remarks: &[Diagnostic],
    options: &Options,
    sink: &mut dyn Sink,
) {
    let record = &document.record;
    let attributes = [
        (Attribute::Class, "rr-details"),
        (Attribute::Lang, words::LANGUAGE),
        (Attribute::Dir, words::DIRECTION),
    ];
    sink.open(Element::Div, &attributes);
    part("rr-about", words::ABOUT, &about(document), options, sink);
    if let Some(citation) = &record.citation {
        open_part("rr-cite", words::CITE_AS, options, sink);
        open(sink, Element::P, "rr-citation");
        linked(&citation.verbatim, sink);
        sink.close();
        sink.close();
    }
    let hands = words::hands(record);
    if !hands.is_empty() {
        open_part("rr-provenance", words::WHERE_FROM, options, sink);
        chain(&hands, sink);
        sink.close();
    }
    let mut entries = List::default();
    let with_values = |entry: &&Entry| !entry.value.is_empty();
    labelled(&mut record.entries.iter().filter(with_values), &mut entries);
    part("rr-entries", words::VERBATIM, &entries, options, sink);
    if !remarks.is_empty() {
        open_part("rr-remarks", words::REMARKS, options, sink);
        open(sink, Element::Ul, "");
        for remark in remarks {
            phrase(sink, Element::Li, "", &words::sentence(&remark.message));
        }
        sink.close();
        sink.close();
    }
    sink.close();
}

/// A part of the panel that is a list of labels and values; nothing where the list is empty.
fn part(class: &str, heading: &str, values: &List, options: &Options, sink: &mut dyn Sink) {
    if values.is_empty() {
        return;
    }
    open_part(class, heading, options, sink);
    list(values, "rr-list", sink);
    sink.close();
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
    #[cfg(feature = "tei")]
    super::edition::about(record, &mut about);
    about
}
