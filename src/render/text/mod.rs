//! The texts: every flow in a box of its own whose words, without what is generated, are the flow's.

#[cfg(not(feature = "tei"))]
mod plain;
#[cfg(feature = "tei")]
mod tei;

use super::markup::{Attribute, Element, Sink, is_date, open};
use super::{Options, words};
use crate::document::{Document, Flow, FlowKind, Node, Note, NoteKind, Property, Text, position};
use crate::scan;
#[cfg(not(feature = "tei"))]
use plain::{Form, Places};
#[cfg(feature = "tei")]
use tei::{Form, Places};

const GENERATED: (Attribute, &str) = (Attribute::Generated, "");
const IN_OUR_WORDS: (Attribute, &str) = (Attribute::Lang, words::LANGUAGE);

/// Writes the texts one after another.
pub(super) fn write(document: &Document, options: &Options, sink: &mut dyn Sink) {
    let texts = &document.texts;
    if texts.is_empty() {
        return;
    }
    let places = Places::of(document);
    open(sink, Element::Div, Places::class(texts));
    let mut first_note = 0;
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            sink.words("\n");
        }
        let mut writer = Writer {
            text,
            options,
            first_note,
            level: options.heading_level,
            referred: vec![false; text.flows().len()],
            form: Form::new(text, position(index), &places),
            sink: &mut *sink,
        };
        writer.section(texts.len() > 1);
        first_note += text.flows().len() - 1;
    }
    sink.close();
}

/// Writes one text.
struct Writer<'t> {
    text: &'t Text,
    options: &'t Options,
    /// How many notes the texts before it have.
    first_note: usize,
    /// The level of the heading that the text stands below.
    level: u8,
    /// For each flow, whether its anchor has been written: only the first one is what the flow leads back to.
    referred: Vec<bool>,
    /// What is known of the text in the form that it has.
    form: Form<'t>,
    sink: &'t mut dyn Sink,
}

impl Writer<'_> {
    fn section(&mut self, titled: bool) {
        let text = self.text;
        // A text of no known language must not pass for one in the language of the words around it, but for one in the
        // language that the page says.
        let (language, direction) = match text.language() {
            Some(language) => (language.tag(), language.direction().as_str()),
            None => (self.options.language.as_str(), "auto"),
        };
        let mut attributes = vec![
            (Attribute::Class, "rr-text"),
            (Attribute::Lang, language),
            (Attribute::Dir, direction),
        ];
        let id = self.text_id();
        if !id.is_empty() {
            attributes.push((Attribute::Id, &id));
        }
        self.sink.open(Element::Section, &attributes);
        let title = words::text(text);
        if titled && !title.is_empty() {
            self.heading("rr-text-title", &title);
            self.level = self.level.saturating_add(1);
        }
        self.flow(text.main());
        self.notes();
        self.sink.close();
    }

    fn heading(&mut self, class: &str, title: &str) {
        let attributes = [
            (Attribute::Class, class),
            IN_OUR_WORDS,
            (Attribute::Dir, words::DIRECTION),
            GENERATED,
        ];
        let level = Element::heading(self.options.heading_level.saturating_add(1));
        self.sink.open(level, &attributes);
        self.sink.words(title);
        self.sink.close();
    }

    fn flow(&mut self, flow: &Flow) {
        open(self.sink, Element::Div, "rr-flow");
        self.nodes(flow);
        self.sink.close();
    }

    /// The end of a page, said to those who see it and to those who hear it.
    fn page_break(&mut self, read_aloud: &str, mark: &str, id: &str) {
        let attributes = [
            (Attribute::Class, "rr-mark rr-page-break"),
            (Attribute::Role, "doc-pagebreak"),
            IN_OUR_WORDS,
            (Attribute::AriaLabel, read_aloud),
            GENERATED,
            (Attribute::Id, id),
        ];
        let known = attributes.len() - usize::from(id.is_empty());
        let attributes = attributes.get(..known).unwrap_or_default();
        self.sink.open(Element::Span, attributes);
        self.sink.words(mark);
        self.sink.close();
    }

    /// A note's mark in the text, which leads to the note.
    fn note_mark(&mut self, index: u32, element: Element, class: &str, label: &str) {
        let id = self.id("ref", index);
        let attributes = [
            (Attribute::Class, class),
            GENERATED,
            (Attribute::Id, id.as_str()),
        ];
        let known = attributes.len() - usize::from(self.refer(index));
        let attributes = attributes.get(..known).unwrap_or_default();
        self.sink.open(element, attributes);
        let target = self.note_id(index);
        self.link(&target, "doc-noteref", &words::note(label), label);
        self.sink.close();
    }

    /// Notes that the anchor of a flow is written, and says whether one was before.
    fn refer(&mut self, index: u32) -> bool {
        let referred = self.referred.get_mut(index as usize);
        referred.is_none_or(|referred| std::mem::replace(referred, true))
    }

    fn is_referred(&self, index: u32) -> bool {
        self.referred.get(index as usize) == Some(&true)
    }

    fn link(&mut self, target: &str, role: &str, read_aloud: &str, label: &str) {
        let attributes = [
            (Attribute::Href, &*scan::joined(&["#", target])),
            (Attribute::Role, role),
            IN_OUR_WORDS,
            (Attribute::AriaLabel, read_aloud),
        ];
        self.sink.open(Element::A, &attributes);
        self.sink.words(label);
        self.sink.close();
    }

    fn notes(&mut self) {
        let text = self.text;
        if text.flows().len() == 1 {
            return;
        }
        self.sink.words("\n");
        open(self.sink, Element::Section, "rr-notes");
        let title = self.notes_title();
        if !title.is_empty() {
            self.heading("rr-notes-title", title);
        }
        for (index, flow) in (0..).zip(text.flows()).skip(1) {
            if index > 1 {
                self.sink.words("\n");
            }
            match &flow.kind {
                FlowKind::Note(note) => self.note(index, flow, note),
                FlowKind::Reading(reading) => self.reading(index, flow, reading),
                FlowKind::Main => self.flow(flow),
            }
        }
        self.sink.close();
    }

    fn note(&mut self, index: u32, flow: &Flow, note: &Note) {
        let id = self.note_id(index);
        if let NoteKind::Source { .. } = note.kind {
            let is_target = note.id.is_some() || self.is_referred(index);
            self.open_note("rr-note rr-note-source", &id, is_target);
        } else {
            self.open_note("rr-note", &id, true);
        }
        self.note_label(index, note);
        self.flow(flow);
        self.sink.close();
    }

    /// Opens the box of a note; one that nothing leads to needs no id.
    fn open_note(&mut self, class: &str, id: &str, with_id: bool) {
        let attributes = [(Attribute::Class, class), (Attribute::Id, id)];
        let known = 1 + usize::from(with_id);
        let attributes = attributes.get(..known).unwrap_or_default();
        self.sink.open(Element::Div, attributes);
    }

    /// The label before a note, which leads back to its place, if it has one.
    fn back(&mut self, index: u32, label: &str, read_aloud: &str) {
        let class = "rr-mark rr-note-label";
        let attributes = [(Attribute::Class, class), GENERATED];
        self.sink.open(Element::Span, &attributes);
        if self.is_referred(index) {
            let target = self.id("ref", index);
            self.link(&target, "doc-backlink", read_aloud, label);
        } else {
            self.sink.words(label);
        }
        self.sink.close();
    }

    /// The id of a note, or of its mark: `telegram-note-1`.
    fn id(&self, what: &str, index: u32) -> String {
        let mut id = scan::joined(&[&self.options.id_prefix, "-", what, "-"]);
        scan::push_number(&mut id, position(self.first_note) + index, 1);
        self.form.free(id, &self.options.id_prefix)
    }
}

/// The value of a date for HTML, if it has one.
fn date<'t>(text: &'t Text, node: &Node) -> Option<&'t str> {
    let edtf = text.property(node, Property::Date)?;
    is_date(edtf).then_some(edtf)
}
