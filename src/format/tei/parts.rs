//! The documents in a document: divisions that archives cite one by one, and the texts of a corpus.

use crate::document::{
    Document, NameKind, Node, NodeKind, NoteKind, Part, Property, Record, Text, is_part, position,
};
use crate::limits;
use crate::scan;

/// Finds the parts of a document, in the order of the source. `wanted` is the id of the one that will be opened.
pub(super) fn find(document: &mut Document, wanted: Option<&str>) {
    let mut of_corpus = std::mem::take(&mut document.parts).into_iter().peekable();
    let mut parts = Vec::new();
    for (index, text) in document.texts.iter().enumerate() {
        let index = position(index);
        while let Some(part) = of_corpus.next_if(|part| part.text == index) {
            parts.push(part);
        }
        add_divisions(text, index, &mut parts);
    }
    for (index, part) in parts.iter_mut().enumerate() {
        if part.id.is_empty() {
            part.id.push_str("part-");
            scan::push_number(&mut part.id, position(index + 1), 1);
        }
    }
    let is_only = parts.len() == 1;
    for part in &mut parts {
        // Where nobody can ask for the record of any other, it is not read.
        if cfg!(feature = "full") || is_only || wanted == Some(&part.id) {
            read(part, &document.texts);
        }
    }
    // One document with a division around it is one document; the division may say what the header does not.
    if is_only
        && document.texts.len() <= 1
        && let Some(part) = parts.pop()
    {
        complete(&mut document.record, part.record);
    }
    document.parts = parts;
}

fn add_divisions(text: &Text, index: u32, parts: &mut Vec<Part>) {
    let most = parts.len() + limits::PARTS + text.as_str().len() / limits::PART;
    for (at, node) in text.nodes().iter().enumerate() {
        if parts.len() < most && is_part(text, node) {
            parts.push(Part {
                id: text.property(node, Property::Id).unwrap_or("").to_owned(),
                record: Record::default(),
                text: index,
                node: Some(position(at)),
            });
        }
    }
}

/// Reads what the division that a part is says of itself.
fn read(part: &mut Part, texts: &[Text]) {
    let text = texts.get(part.text as usize);
    let at = part.node.map(|at| at as usize);
    if let (Some(text), Some(at)) = (text, at)
        && let Some(node) = text.nodes().get(at)
    {
        part.record = record(text, at, node);
    }
}

/// What a division says of itself: its heading, its dateline, its notes of source.
fn record(text: &Text, at: usize, division: &Node) -> Record {
    let nodes = text
        .nodes()
        .get(at..at + division.size as usize)
        .unwrap_or(&[]);
    let first = |kind: NodeKind| nodes.iter().position(|node| node.kind == kind);
    let within = |at: Option<usize>| {
        let node = at.and_then(|at| nodes.get(at));
        let end = at.zip(node).map(|(at, node)| at + node.size as usize);
        nodes.get(at.unwrap_or(0)..end.unwrap_or(0)).unwrap_or(&[])
    };
    let (heading, dateline) = (first(NodeKind::Heading), first(NodeKind::Dateline));
    // What has a title page says there what it is called.
    let title_page = first(NodeKind::TitlePage);
    let is_before = |at: &usize| heading.is_none_or(|heading| *at < heading);
    let title = title_page.filter(is_before).and_then(|at| {
        let block = |node: &Node| node.kind == NodeKind::Block;
        Some(at + within(Some(at)).iter().position(block)?)
    });
    let head = title.or(heading);
    let words = |node: &Node| node.span.of(text.as_str());
    let (mut from, mut to) = (Vec::new(), Vec::new());
    for node in within(first(NodeKind::Byline)) {
        if node.kind == NodeKind::Name(NameKind::Person) {
            from.push(words(node));
        }
    }
    for node in within(head) {
        match text.property(node, Property::Type) {
            Some("from") => from.push(words(node)),
            Some("to") => to.push(words(node)),
            _ => {}
        }
    }
    let in_dateline = |kind: NodeKind| within(dateline).iter().find(|node| node.kind == kind);
    let opening = first(NodeKind::Paragraph).unwrap_or(nodes.len());
    super::header::part(&super::header::Division {
        number: text.property(division, Property::Label),
        date: text.property(division, Property::Date),
        head: head.and_then(|at| nodes.get(at)).map_or("", words),
        dated: in_dateline(NodeKind::Date)
            .and_then(|node| Some((text.property(node, Property::Date)?, words(node)))),
        place: in_dateline(NodeKind::Name(NameKind::Place)).map(words),
        from,
        to,
        sources: sources(text, nodes.get(..opening).unwrap_or(&[])),
    })
}

/// The notes of source among nodes.
fn sources<'t>(text: &'t Text, nodes: &[Node]) -> Vec<&'t str> {
    let mut sources = Vec::new();
    for node in nodes {
        if let NodeKind::Anchor(flow) = node.kind
            && let Some(flow) = text.flow(flow)
            && let Some(note) = flow.note()
            && matches!(note.kind, NoteKind::Source { .. })
        {
            sources.push(text.words(flow));
        }
    }
    sources
}

/// Fills what a record does not say with what another one says.
fn complete(record: &mut Record, mut other: Record) {
    record.entries.append(&mut other.entries);
    fill(&mut record.title, &mut other.title);
    fill(&mut record.date, &mut other.date);
    fill(&mut record.kind, &mut other.kind);
    fill(&mut record.repository, &mut other.repository);
    fill_list(&mut record.creators, &mut other.creators);
    fill_list(&mut record.recipients, &mut other.recipients);
    fill_list(&mut record.provenance, &mut other.provenance);
    fill_list(&mut record.identifiers, &mut other.identifiers);
}

/// Puts what is not there in the place of nothing. What is left of the other is dropped with it.
fn fill<T>(known: &mut Option<T>, other: &mut Option<T>) {
    if known.is_none() {
        std::mem::swap(known, other);
    }
}

fn fill_list<T>(known: &mut Vec<T>, other: &mut Vec<T>) {
    if known.is_empty() {
        std::mem::swap(known, other);
    }
}
