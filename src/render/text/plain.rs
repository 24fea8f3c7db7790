//! The nodes that records and plain text have. All others, and what is said of them, are in `tei`.

use super::super::markup::{Attribute, Element};
use super::super::words;
use super::{Step, Writer, date};
use crate::document::{
    Document, Flow, HAS_DESCRIPTIONS, HAS_PAPERS, KNOWS_MORE, Node, NodeKind, Note, NoteKind,
    Property, Reading, Text,
};
use crate::walk::{Ends, Event, Walk};

/// What is known of a text: nothing more than what it says itself.
#[derive(Debug, Default)]
pub(super) struct Form;

impl Form {
    #[cfg(feature = "html")]
    pub(super) fn know(&mut self, _: &Document) {}

    pub(super) fn begin(&mut self, _: &Document) {}
}

/// What is known of a flow: nothing more either.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OfFlow;

/// Where in a flow one is.
#[derive(Debug, Default)]
pub(super) struct Place {
    walk: Walk,
    /// How many nodes are open; in the flow of a note, one more.
    depth: u32,
}

impl Place {
    pub(super) fn new(_: &Text, _: u32, flow: &Flow) -> Place {
        Place {
            walk: Walk::new(flow),
            depth: u32::from(flow.note().is_some()),
        }
    }
}

impl<'t> Writer<'t> {
    /// Goes on in a flow.
    pub(super) fn nodes(&mut self, place: &mut Place, _: &Flow, ends: &Ends) -> Step {
        match place.walk.next(self.text, ends) {
            Some(Event::Start(node)) => {
                if place.depth == 0 && node.kind.is_block() {
                    // Headings stand outside of chunks.
                    match node.kind {
                        NodeKind::Heading => self.end_chunk(),
                        _ => self.chunk(node.span.start),
                    }
                }
                place.depth += 1;
                self.start(node);
            }
            Some(Event::Words(words)) => self.script.words(words),
            Some(Event::End(node)) => {
                place.depth -= 1;
                self.end_node(node);
                if place.depth == 0 {
                    self.end_chunk_at(node.span.end);
                }
            }
            None => return Step::Ended,
        }
        Step::Wrote
    }

    fn start(&mut self, node: Node) {
        let is_inset = !self.said(&node, Property::Rendition).is_empty();
        let (element, class) = match node.kind {
            NodeKind::Paragraph => (Element::P, ""),
            NodeKind::Closer => (Element::Footer, "rr-closer"),
            NodeKind::Dateline => (Element::P, "rr-dateline"),
            NodeKind::Signed => (Element::P, "rr-signed"),
            NodeKind::Date => return self.date(&node),
            NodeKind::PageBreak if HAS_PAPERS => {
                return self.page(self.said(&node, Property::Label), "");
            }
            NodeKind::PageBreak => return self.page("", ""),
            NodeKind::Anchor(index) => return self.note_anchor(index),
            NodeKind::Opener => (Element::Header, "rr-opener"),
            NodeKind::Salute => (Element::P, "rr-salute"),
            NodeKind::Quotation => (Element::Blockquote, ""),
            NodeKind::Stanza => (Element::Div, "rr-stanza"),
            NodeKind::Line if is_inset => (Element::Div, "rr-line rr-indent"),
            NodeKind::Line => (Element::Div, "rr-line"),
            NodeKind::Heading => {
                let level = self.progress.level.saturating_add(1);
                let class = match HAS_DESCRIPTIONS && self.repeats_title(&node) {
                    true => "rr-repeats rr-heading",
                    false => "rr-heading",
                };
                (Element::heading(level), class)
            }
            NodeKind::List(_) => {
                self.script
                    .open(Element::Ul, "rr-plain")
                    .with(Attribute::Role, "list");
                return;
            }
            NodeKind::Item if is_inset => (Element::Li, "rr-indent"),
            NodeKind::Item => (Element::Li, ""),
            NodeKind::Highlighted(_) if KNOWS_MORE => (Element::Em, ""),
            NodeKind::Preformatted if KNOWS_MORE => (Element::Pre, ""),
            _ => (Element::Span, ""),
        };
        self.script.open(element, class);
    }

    /// What is said of a node; nothing where the source does not say.
    fn said(&self, node: &Node, property: Property) -> &'t str {
        let text = self.text;
        text.property(node, property).unwrap_or_default()
    }

    fn date(&mut self, node: &Node) {
        if let Some(date) = date(self.text, node) {
            self.script
                .open(Element::Time, "")
                .with(Attribute::Datetime, date);
        }
    }

    fn end_node(&mut self, node: Node) {
        match node.kind {
            NodeKind::PageBreak | NodeKind::Anchor(_) => {}
            NodeKind::Date if date(self.text, &node).is_none() => {}
            _ => self.script.close(),
        }
    }

    fn note_anchor(&mut self, index: u32) {
        let note = self.text.flow(index).and_then(Flow::note);
        if let Some(label) = note.and_then(|note| note.label.as_deref()) {
            self.note_mark(index, Element::Sup, "rr-mark rr-note-ref", label);
        }
    }

    pub(super) fn note_label(&mut self, index: u32, note: &Note) {
        if let Some(label) = &note.label {
            self.back(index, label, &words::back_from_note(label));
        }
    }

    pub(super) fn notes_title(&self) -> &'static str {
        let is_numbered = |(_, _, note): (u32, &Flow, &Note)| note.kind == NoteKind::Numbered;
        if self.text.notes().any(is_numbered) {
            words::NOTES
        } else {
            ""
        }
    }

    pub(super) fn reading(&mut self, _: u32) {}

    pub(super) fn end_reading(&mut self, _: &Reading) {}

    pub(super) fn note_id(&self, index: u32) -> String {
        self.id("note", index)
    }

    pub(super) fn text_id(&mut self) -> String {
        String::new()
    }
}
