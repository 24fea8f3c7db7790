//! Documents within a document: those of a volume, of a corpus, of an issue of a periodical.

use std::ops::Range;

use super::property::{self, Properties};
use super::{
    Document, Flow, FlowKind, Makeup, Node, NodeKind, Property, Record, Span, Text, position,
};
use crate::scan;

/// The types of divisions that are documents of their own.
const TYPES: &str = "document|historical-document|letter|telegram|article|item|memorandum|minutes|charter|diary-entry|text|speech";

/// A part that is a document of its own: it can be opened, cited and linked by itself.
///
/// The record of the whole stands behind its own: what [`Part::record`] does not say, [`Document::record`] does.
///
/// [`Document::record`]: super::Document::record
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// The name under which it is opened and linked: the source's own (`xml:id`), else `part-` and its number from 1.
    pub id: String,
    /// What the source says about it.
    pub record: Record,
    /// The text that it is in: an index of [`Document::texts`](super::Document::texts).
    pub text: u32,
    /// The node that it is, of kind `Division`: an index of [`Text::nodes`](super::Text::nodes). `None` where it is all
    /// of the text.
    pub node: Option<u32>,
}

/// Whether a node is a document of its own.
pub(crate) fn is_part(text: &Text, node: &Node) -> bool {
    let kind = |node| text.property(node, Property::Type);
    matches!(node.kind, NodeKind::Division)
        && kind(node).is_some_and(|name| scan::listed(TYPES, name))
}

impl Document {
    /// A part as a document of its own: its record, completed by what the record of the whole says of all parts, and its
    /// text, whose positions are counted from its own start. `None` where there is no part of that id; of two,
    /// the first one counts.
    ///
    /// ```
    /// let volume = r#"<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
    ///   <div type="document" xml:id="d1"><head>First</head><p>He said no.</p></div>
    ///   <div type="document" xml:id="d2"><head>Second</head><p>She said yes.</p></div>
    /// </body></text></TEI>"#;
    /// let opened = reading_room::open(volume.as_bytes(), &reading_room::Hint::default())?;
    /// let second = opened.document.part("d2").unwrap();
    /// assert_eq!(second.record.title.as_deref(), Some("Second"));
    /// assert_eq!(second.texts[0].as_str(), "Second\nShe said yes.");
    /// # Ok::<(), reading_room::OpenError>(())
    /// ```
    pub fn part(&self, id: &str) -> Option<Document> {
        let part = self.parts.iter().find(|part| part.id == id)?;
        let text = self.texts.get(part.text as usize)?;
        let text = match part.node {
            Some(node) => text.extract(node),
            None => text.clone(),
        };
        let mut record = part.record.clone();
        record.complete(&mut self.record.clone());
        Some(Document {
            record,
            makeup: Makeup::Part,
            texts: vec![text],
            parts: Vec::new(),
            surfaces: self.surfaces.clone(),
        })
    }

    /// Makes it the document that the part of that id is; says whether there is one.
    pub(crate) fn become_part(&mut self, id: &str) -> bool {
        let wanted = |part: &Part| part.id == id && (part.text as usize) < self.texts.len();
        let Some(at) = self.parts.iter().position(wanted) else {
            return false;
        };
        let mut part = self.parts.swap_remove(at);
        let text = self.texts.swap_remove(part.text as usize);
        let text = match part.node {
            Some(node) => text.extract(node),
            None => text,
        };
        part.record.complete(&mut self.record);
        self.record = part.record;
        self.texts = vec![text];
        self.makeup = Makeup::Part;
        self.parts.clear();
        true
    }
}

impl Text {
    /// The words of a node of the main flow, with the notes and readings that belong to them, as a text of its own.
    fn extract(&self, index: u32) -> Text {
        let first = index as usize;
        let node = self.nodes.get(first).copied();
        let (span, size) =
            node.map_or((Span::default(), 0), |node| (node.span, node.size as usize));
        let mut text = Text {
            role: self.role,
            language: self.language,
            language_is_detected: self.language_is_detected,
            label: self.label.clone(),
            string: String::new(),
            nodes: Vec::new(),
            flows: Vec::new(),
            properties: Properties::default(),
            behind: String::new(),
        };
        // Where each flow belongs in what has been taken, and the number that it has there.
        let mut places = vec![None; self.flows.len()];
        let mut numbers = vec![0; self.flows.len()];
        text.take(
            self,
            FlowKind::Main,
            span,
            first..first + size,
            0,
            &mut places,
        );
        for (index, flow) in self.flows.iter().enumerate().skip(1) {
            let Some(anchor) = places.get(index).copied().flatten() else {
                continue;
            };
            if let Some(number) = numbers.get_mut(index) {
                *number = position(text.flows.len());
            }
            let (kind, nodes) = (flow.kind.clone(), flow.nodes.clone());
            text.take(self, kind, flow.span, nodes, anchor, &mut places);
        }
        for node in &mut text.nodes {
            if let NodeKind::Anchor(flow) = &mut node.kind {
                *flow = numbers.get(*flow as usize).copied().unwrap_or(0);
            }
        }
        text
    }

    /// Adds a flow of another text, and notes where others belong whose anchors it has.
    fn take(
        &mut self,
        other: &Text,
        kind: FlowKind,
        span: Span,
        nodes: Range<usize>,
        anchor: u32,
        places: &mut [Option<u32>],
    ) {
        if !self.flows.is_empty() {
            self.string.push('\n');
        }
        let start = position(self.string.len());
        let first = self.nodes.len();
        self.string.push_str(span.of(&other.string));
        for node in other.nodes.get(nodes).unwrap_or(&[]) {
            let mut properties = property::NONE;
            for (property, value) in other.properties(node) {
                let goes_on = properties != property::NONE;
                if !goes_on {
                    properties = self.properties.len();
                }
                self.properties.push(property, value, goes_on);
            }
            let span = Span::new(
                node.span.start - span.start + start,
                node.span.end - span.start + start,
            );
            if let NodeKind::Anchor(flow) = node.kind
                && let Some(place) = places.get_mut(flow as usize)
            {
                *place = place.or(Some(span.start));
            }
            self.nodes.push(Node {
                span,
                properties,
                ..*node
            });
        }
        self.flows.push(Flow {
            span: Span::new(start, position(self.string.len())),
            nodes: first..self.nodes.len(),
            kind,
            anchor,
        });
    }
}
