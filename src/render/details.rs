//! The record in full: what the details panel shows beside the card, in plain words, and then the record word for word.

use super::article::{agents, chain, linked, list, open_part};
use super::markup::{Attribute, Element, Sink, open, phrase};
use super::{Options, words};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Record};

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
    if let Some(summary) = &record.summary {
        open_part("rr-abstract", words::SUMMARY, options, sink);
        for paragraph in summary.split('\n') {
            phrase(sink, Element::P, "", paragraph);
        }
        sink.close();
    }
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
    part(
        "rr-holding",
        words::HOLDING,
        &holding(record),
        options,
        sink,
    );
    part(
        "rr-entries",
        words::VERBATIM,
        &entries(record),
        options,
        sink,
    );
    let remarks: Vec<_> = remarks
        .iter()
        .map(|remark| words::sentence(&remark.message))
        .collect();
    if !remarks.is_empty() {
        open_part("rr-remarks", words::REMARKS, options, sink);
        open(sink, Element::Ul, "");
        for remark in &remarks {
            phrase(sink, Element::Li, "", remark);
        }
        sink.close();
        sink.close();
    }
    sink.close();
}

type List<'r> = Vec<(&'r str, String)>;

/// A part of the panel that is a list of labels and values; nothing where the list is empty.
fn part(class: &str, heading: &str, values: &List, options: &Options, sink: &mut dyn Sink) {
    if values.is_empty() {
        return;
    }
    open_part(class, heading, options, sink);
    list(values, "rr-list", sink);
    sink.close();
}

/// What it is, who wrote it to whom, and which texts of it are here.
fn about(document: &Document) -> List<'static> {
    let record = &document.record;
    let languages: Vec<_> = record
        .original_languages
        .iter()
        .map(|language| language.name().to_owned())
        .collect();
    let texts: Vec<_> = document.texts.iter().map(words::text).collect();
    let texts: Vec<_> = texts.into_iter().filter(|name| !name.is_empty()).collect();
    let kind = record.kind.map_or("", |kind| kind.as_str());
    known(vec![
        (words::TITLE, record.title.clone().unwrap_or_default()),
        (words::KIND, words::capitalized(kind)),
        (
            words::DATE,
            record.date.as_ref().map(words::date).unwrap_or_default(),
        ),
        (words::SENDER, agents(&record.creators, true)),
        (words::RECIPIENT, agents(&record.recipients, true)),
        (words::TEXT, words::list(&texts)),
        (words::ORIGINAL_LANGUAGE, words::list(&languages)),
        (words::TRANSLATOR, agents(&record.translators, false)),
    ])
}

/// Where it lies, and under which signs.
fn holding(record: &Record) -> List<'_> {
    let mut holding = vec![(
        words::ARCHIVE,
        record.repository.clone().unwrap_or_default(),
    )];
    for identifier in &record.identifiers {
        holding.push((words::identifier(identifier), identifier.value.clone()));
    }
    holding.push((
        words::PUBLISHED_BY,
        record.digital_archive.clone().unwrap_or_default(),
    ));
    holding.push((words::ADDRESS, record.url.clone().unwrap_or_default()));
    holding.push((words::RIGHTS, record.rights.clone().unwrap_or_default()));
    known(holding)
}

/// The record as its source has it.
fn entries(record: &Record) -> List<'_> {
    let mut entries = Vec::new();
    for entry in &record.entries {
        let label = if entry.label.is_empty() {
            words::HEADING
        } else {
            &entry.label
        };
        entries.push((label, entry.value.clone()));
    }
    known(entries)
}

fn known(mut values: List<'_>) -> List<'_> {
    values.retain(|(_, value)| !value.is_empty());
    values
}
