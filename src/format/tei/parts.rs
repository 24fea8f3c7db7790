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
                record: Record::new(),
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
    let heading = first(nodes, NodeKind::Heading);
    // What has a title page before that says there what it is called.
    let title_page = first(nodes, NodeKind::TitlePage);
    let title = first(within(title_page), NodeKind::Block);
    let head = match title_page.len() > heading.len() && !title.is_empty() {
        true => title,
        false => heading,
    };
    let dateline = within(first(nodes, NodeKind::Dateline));
    let words = |node: &Node| node.span.of(text.as_str());
    let (mut from, mut to) = (Vec::new(), Vec::new());
    for node in within(first(nodes, NodeKind::Byline)) {
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
    let in_dateline = |kind: NodeKind| first(dateline, kind).first();
    let opening = nodes.len() - first(nodes, NodeKind::Paragraph).len();
    super::header::part(&super::header::Division {
        number: text.property(division, Property::Label),
        date: text.property(division, Property::Date),
        head: head.first().map_or("", words),
        dated: in_dateline(NodeKind::Date)
            .and_then(|node| Some((text.property(node, Property::Date)?, words(node)))),
        place: in_dateline(NodeKind::Name(NameKind::Place)).map(words),
        from,
        to,
        sources: sources(text, nodes.get(..opening).unwrap_or(&[])),
    })
}

/// The nodes from the first of that kind on.
fn first(nodes: &[Node], kind: NodeKind) -> &[Node] {
    let at = nodes.iter().position(|node| node.kind == kind);
    nodes.get(at.unwrap_or(nodes.len())..).unwrap_or(&[])
}

/// The first of these nodes, and all that it holds.
fn within(nodes: &[Node]) -> &[Node] {
    let size = nodes.first().map_or(0, |first| first.size as usize);
    nodes.get(..size).unwrap_or(&[])
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

/// What is not known is what the other says.
fn fill<T>(known: &mut Option<T>, other: &mut Option<T>) {
    if known.is_none() {
        *known = other.take();
    }
}

fn fill_list<T>(known: &mut Vec<T>, other: &mut Vec<T>) {
    if known.is_empty() {
        *known = std::mem::take(other);
    }
}
