//! The documents in a document: divisions that archives cite one by one, and the texts of a corpus.

use crate::document::{Document, Node, NodeKind, NoteKind, Part, Property, Record, Text, position};
use crate::scan;

/// The types of divisions that are documents of their own.
const TYPES: &str = "document|historical-document|letter|telegram|article|memorandum|minutes|charter|diary-entry|text|speech";

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
    if parts.len() == 1 {
        if let Some(part) = parts.pop() {
            complete(&mut document.record, part.record);
        }
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
    let first = |kind: NodeKind| nodes.iter().find(|node| node.kind == kind);
    let words = |node: &Node| node.span.of(text.as_str());
    let source = nodes.iter().find_map(|node| match node.kind {
        NodeKind::Anchor(flow) => {
            let flow = text.flow(flow)?;
            let note = flow.note()?;
            matches!(note.kind, NoteKind::Source { .. }).then(|| text.words(flow))
        }
        _ => None,
    });
    super::header::part(&super::header::Division {
        number: text.property(division, Property::Label),
        id: text.property(division, Property::Id),
        date: text.property(division, Property::Date),
        head: first(NodeKind::Heading).map(words),
        dateline: first(NodeKind::Dateline).map(words),
        source,
    })
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
