//! The texts: every flow in a box of its own whose words, without what is generated, are the flow's.

use super::markup::{Attribute, Element, Sink, is_date, open};
use super::{Options, words};
use crate::document::{Flow, Node, NodeKind, Note, NoteKind, Property, Text, position};
use crate::scan;
use crate::walk::{Event, walk};

const GENERATED: (Attribute, &str) = (Attribute::Generated, "");
const IN_OUR_WORDS: (Attribute, &str) = (Attribute::Lang, words::LANGUAGE);

/// Writes the texts one after another.
pub(super) fn write(texts: &[Text], options: &Options, sink: &mut dyn Sink) {
    if texts.is_empty() {
        return;
    }
    open(sink, Element::Div, "rr-texts");
    let mut first_note = 0;
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            sink.words("\n");
        }
        let mut writer = Writer {
            text,
            options,
            first_note,
            referred: Vec::new(),
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
    /// The notes whose anchors have been written: only the first anchor of a note is the one it leads back to.
    referred: Vec<u32>,
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
        let attributes = [
            (Attribute::Class, "rr-text"),
            (Attribute::Lang, language),
            (Attribute::Dir, direction),
        ];
        self.sink.open(Element::Section, &attributes);
        let title = words::text(text);
        if titled && !title.is_empty() {
            self.heading("rr-text-title", &title);
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
        let level = Element::H(self.options.heading_level.saturating_add(1));
        self.sink.open(level, &attributes);
        self.sink.words(title);
        self.sink.close();
    }

    fn flow(&mut self, flow: &Flow) {
        open(self.sink, Element::Div, "rr-flow");
        for event in walk(self.text, flow) {
            match event {
                Event::Start(node) => self.start(node),
                Event::Words(words) => self.sink.words(words),
                Event::End(node) => self.end(node),
            }
        }
        self.sink.close();
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
            NodeKind::PageBreak => self.page_break(),
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

    /// The end of a page, said to those who see it and to those who hear it.
    fn page_break(&mut self) {
        let attributes = [
            (Attribute::Class, "rr-mark rr-page-break"),
            (Attribute::Role, "doc-pagebreak"),
            IN_OUR_WORDS,
            (Attribute::AriaLabel, words::PAGE_BREAK),
            GENERATED,
        ];
        self.sink.open(Element::Span, &attributes);
        self.sink.words(words::PAGE_BREAK_MARK);
        self.sink.close();
    }

    /// A note's mark in the text, which leads to the note.
    fn note_anchor(&mut self, index: u32) {
        let Some(Note {
            label: Some(label), ..
        }) = self.text.flow(index).and_then(Flow::note)
        else {
            return;
        };
        let id = self.id("ref", index);
        let class = (Attribute::Class, "rr-mark rr-note-ref");
        if self.referred.contains(&index) {
            self.sink.open(Element::Sup, &[class, GENERATED]);
        } else {
            self.referred.push(index);
            let attributes = [class, GENERATED, (Attribute::Id, &id)];
            self.sink.open(Element::Sup, &attributes);
        }
        let target = self.id("note", index);
        self.link(&target, "doc-noteref", &words::note(label), label);
        self.sink.close();
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
        if text
            .notes()
            .any(|(_, _, note)| note.kind == NoteKind::Numbered)
        {
            self.heading("rr-notes-title", words::NOTES);
        }
        for (index, flow, note) in text.notes() {
            if index > 1 {
                self.sink.words("\n");
            }
            self.note(index, flow, note);
        }
        self.sink.close();
    }

    fn note(&mut self, index: u32, flow: &Flow, note: &Note) {
        if let NoteKind::Source { .. } = note.kind {
            open(self.sink, Element::Div, "rr-note rr-note-source");
        } else {
            let id = self.id("note", index);
            let attributes = [(Attribute::Class, "rr-note"), (Attribute::Id, &id)];
            self.sink.open(Element::Div, &attributes);
        }
        if let Some(label) = &note.label {
            self.note_label(index, label);
        }
        self.flow(flow);
        self.sink.close();
    }

    /// The label before a note, which leads back to its place, if it has one.
    fn note_label(&mut self, index: u32, label: &str) {
        let class = "rr-mark rr-note-label";
        let attributes = [(Attribute::Class, class), GENERATED];
        self.sink.open(Element::Span, &attributes);
        if self.referred.contains(&index) {
            let target = self.id("ref", index);
            let read_aloud = words::back_from_note(label);
            self.link(&target, "doc-backlink", &read_aloud, label);
        } else {
            self.sink.words(label);
        }
        self.sink.close();
    }

    /// The id of a note, or of its mark: `telegram-note-1`.
    fn id(&self, what: &str, index: u32) -> String {
        let mut id = scan::joined(&[&self.options.id_prefix, "-", what, "-"]);
        scan::push_number(&mut id, position(self.first_note) + index, 1);
        id
    }
}

/// The value of a date for HTML, if it has one.
fn date<'t>(text: &'t Text, node: &Node) -> Option<&'t str> {
    let edtf = text.property(node, Property::Date)?;
    is_date(edtf).then_some(edtf)
}
