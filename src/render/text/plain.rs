//! The nodes that records and plain text have. All others, and what is said of them, are in `tei`.

use std::marker::PhantomData;

use super::super::markup::{Attribute, Element, open};
use super::super::words;
use super::{Writer, date};
use crate::document::{Document, Flow, Node, NodeKind, Note, NoteKind, Reading, Text};
use crate::walk::{Event, walk};

/// The places that the source has names for: none.
pub(super) struct Places;

impl Places {
    pub(super) fn of(_: &Document) -> Places {
        Places
    }

    /// The class of the box around the texts.
    pub(super) fn class(_: &[Text]) -> &'static str {
        "rr-texts"
    }
}

/// What is known of the text: nothing more than what it says itself.
pub(super) struct Form<'t>(PhantomData<&'t ()>);

impl<'t> Form<'t> {
    pub(super) fn new(_: &'t Text, _: u32, _: &'t Places) -> Form<'t> {
        Form(PhantomData)
    }

    pub(super) fn free(&self, id: String, _: &str) -> String {
        id
    }
}

impl Writer<'_> {
    pub(super) fn nodes(&mut self, flow: &Flow) {
        for event in walk(self.text, flow) {
            match event {
                Event::Start(node) => self.start(node),
                Event::Words(words) => self.sink.words(words),
                Event::End(node) => self.end(node),
            }
        }
    }

    fn start(&mut self, node: Node) {
        match node.kind {
            NodeKind::Paragraph => self.sink.open(Element::P, &[]),
            NodeKind::Closer => open(self.sink, Element::Footer, "rr-closer"),
            NodeKind::Dateline => open(self.sink, Element::P, "rr-dateline"),
            NodeKind::Signed => open(self.sink, Element::P, "rr-signed"),
            NodeKind::Date => {
                if let Some(date) = date(self.text, &node) {
                    self.sink
                        .open(Element::Time, &[(Attribute::Datetime, date)]);
                }
            }
            NodeKind::PageBreak => self.page_break(words::PAGE_BREAK, words::PAGE_BREAK_MARK, ""),
            NodeKind::Anchor(index) => self.note_anchor(index),
            _ => open(self.sink, Element::Span, ""),
        }
    }

    fn end(&mut self, node: Node) {
        match node.kind {
            NodeKind::PageBreak | NodeKind::Anchor(_) => {}
            NodeKind::Date if date(self.text, &node).is_none() => {}
            _ => self.sink.close(),
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

    pub(super) fn reading(&mut self, _: u32, flow: &Flow, _: &Reading) {
        self.flow(flow);
    }

    pub(super) fn note_id(&self, index: u32) -> String {
        self.id("note", index)
    }

    pub(super) fn text_id(&self) -> String {
        String::new()
    }
}
