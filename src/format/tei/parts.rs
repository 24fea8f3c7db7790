//! The documents in a document: divisions that archives cite one by one, and the texts of a corpus.

use super::header::{Found, part};
use crate::document::{
    Date, Document, NameKind, Node, NodeKind, NoteKind, Part, Property, Record, Span, Text,
    position,
};
use crate::scan;

/// The types of divisions that are documents of their own.
const TYPES: &str = "document|historical-document|letter|telegram|article|item|memorandum|minutes|charter|diary-entry|text|speech";

/// Finds the parts of a document, in the order of the source.
pub(super) fn find(document: &mut Document) {
    let of_corpus = std::mem::take(&mut document.parts);
    let mut parts = Vec::new();
    for (index, text) in document.texts.iter().enumerate() {
        let index = position(index);
        let own = of_corpus.iter().filter(|part| part.text == index);
        parts.extend(own.cloned());
        parts.extend(divisions(text, index));
    }
    // One document with a division around it is one document; the division may say what the header does not.
    if parts.len() == 1
        && let Some(part) = parts.pop()
    {
        complete(&mut document.record, part.record);
    }
    for (index, part) in parts.iter_mut().enumerate() {
        if part.id.is_empty() {
            part.id.push_str("part-");
            scan::push_number(&mut part.id, position(index + 1), 1);
        }
    }
    document.parts = parts;
}

fn divisions(text: &Text, index: u32) -> Vec<Part> {
    let mut parts = Vec::new();
    for (at, node) in text.nodes().iter().enumerate() {
        let is_part = node.kind == NodeKind::Division
            && text
                .property(node, Property::Type)
                .is_some_and(|name| scan::listed(TYPES, name));
        if is_part {
            parts.push(Part {
                id: text.property(node, Property::Id).unwrap_or("").to_owned(),
                record: record(text, at, node),
                text: index,
                node: Some(position(at)),
            });
        }
    }
    parts
}

/// What a division says of itself: its heading, its date, its note of source.
fn record(text: &Text, at: usize, division: &Node) -> Record {
    let nodes = text
        .nodes()
        .get(at..at + division.size as usize)
        .unwrap_or(&[]);
    let words = |node: &Node| scan::owned(node.span.of(text.as_str()));
    let mut found = Found {
        number: text.property(division, Property::Label).map(scan::owned),
        ..Found::default()
    };
    if let Some(moments) = text.property(division, Property::Date) {
        let (earliest, latest) = scan::split(moments, "/").unwrap_or((moments, moments));
        found.earliest = Some(scan::owned(earliest));
        found.latest = Some(scan::owned(latest));
    }
    let (mut head, mut dateline, mut byline) = (None, None, None);
    for node in nodes {
        let is_in = |around: &Option<Span>| around.is_some_and(|span| span.holds(node.span));
        match node.kind {
            NodeKind::Heading if head.is_none() => {
                head = Some(node.span);
                found.head = words(node);
            }
            NodeKind::Dateline if dateline.is_none() => dateline = Some(node.span),
            NodeKind::Byline if byline.is_none() => byline = Some(node.span),
            NodeKind::Name(NameKind::Person) if is_in(&byline) => found.from.push(words(node)),
            NodeKind::Date if found.date.is_none() && is_in(&dateline) => {
                let date = text.property(node, Property::Date).and_then(Date::parse);
                let written = words(node);
                found.date = date.or_else(|| Date::parse(&written));
                if let Some(date) = &mut found.date {
                    date.written = written;
                }
            }
            NodeKind::Name(NameKind::Place) if found.place.is_none() && is_in(&dateline) => {
                found.place = Some(words(node));
            }
            NodeKind::Name(_) if is_in(&head) => match text.property(node, Property::Type) {
                Some("from") => found.from.push(words(node)),
                Some("to") => found.to.push(words(node)),
                _ => {}
            },
            NodeKind::Anchor(flow) => {
                let flow = text.flow(flow).filter(|flow| {
                    matches!(
                        flow.note().map(|note| note.kind),
                        Some(NoteKind::Source { .. })
                    )
                });
                found
                    .sources
                    .extend(flow.map(|flow| scan::owned(text.words(flow))));
            }
            _ => {}
        }
    }
    part(found)
}

/// Fills what a record does not say with what another one says.
fn complete(record: &mut Record, other: Record) {
    record.title = record.title.take().or(other.title);
    record.date = record.date.take().or(other.date);
    record.kind = record.kind.or(other.kind);
    if record.creators.is_empty() {
        record.creators = other.creators;
    }
    if record.recipients.is_empty() {
        record.recipients = other.recipients;
    }
    if record.repository.is_none() {
        record.repository = other.repository;
    }
    if record.provenance.is_empty() {
        record.provenance = other.provenance;
    }
    if record.identifiers.is_empty() {
        record.identifiers = other.identifiers;
    }
}
