//! The record in full: what the details panel shows beside the card, in plain words, and then the record word for word.

use super::article::{List, agents, chain, facts, known, labelled, linked, list, open_part};
use super::markup::{Attribute, Element, Sink, open, phrase};
use super::{Options, words};
use crate::diagnostic::Diagnostic;
use crate::document::Document;

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
    let entries = known(labelled(&mut record.entries.iter()));
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
    let mut about = vec![
        (words::KIND, words::capitalized(kind)),
        (words::DATE, date.unwrap_or_default()),
        (words::SENDER, agents(&record.creators, true)),
        (words::RECIPIENT, agents(&record.recipients, true)),
    ];
    about.extend(facts(document));
    for identifier in &record.identifiers {
        about.push((words::identifier(identifier), identifier.value.clone()));
    }
    for (label, value) in [
        (words::PUBLISHED_BY, &record.digital_archive),
        (words::ADDRESS, &record.url),
        (words::RIGHTS, &record.rights),
    ] {
        about.push((label, value.clone().unwrap_or_default()));
    }
    #[cfg(feature = "tei")]
    super::edition::about(record, &mut about);
    known(about)
}
