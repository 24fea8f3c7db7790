//! Notes and other readings: their marks in the text, and how they are told behind it.

use std::borrow::Cow;

use super::super::super::markup::{Attribute, Element};
use super::super::super::words;
use super::super::{GENERATED, IN_OUR_WORDS, Writer};
use super::Lemma;
use super::places::What;
use crate::document::{Flow, FlowKind, Note, NoteKind, Reading, Text};
use crate::scan;

/// A note of at most so many bytes that stands in the line of its source can be read there.
const SHORT: usize = 160;

/// Of words longer than that, those in the middle are left out where they only say what a reading belongs to.
const LONG: usize = 60;

/// What stands in the text for a flow that stands behind it.
#[derive(Clone)]
pub(super) struct Label<'t> {
    /// Nothing for the main flow, and where a sign is made as soon as it is needed.
    words: Cow<'t, str>,
    /// Whether they are the words of a note that is read where it belongs.
    in_place: bool,
}

impl Label<'_> {
    /// Whether it is one of several that a source gives.
    pub(super) fn is_own(&self) -> bool {
        !self.words.is_empty() && !self.in_place && self.words != ASTERISK
    }
}

/// The marks that the source gives to flows.
pub(super) fn labels(text: &Text) -> Vec<Label<'_>> {
    let mut labels = Vec::with_capacity(text.flows().len());
    for flow in text.flows() {
        let note = flow.note();
        let own = note
            .and_then(|note| note.label.as_deref())
            .filter(|label| *label != ZERO);
        let in_place = own.is_none() && note.is_some_and(|note| is_read_in_place(text, flow, note));
        let words = match own {
            _ if in_place => text.words(flow),
            Some(label) => label,
            None if note.is_some_and(is_source) => ASTERISK,
            None => "",
        };
        let words = words.into();
        labels.push(Label { words, in_place });
    }
    labels
}

/// What stands for the note on where a document comes from, where the source has no label for it.
const ASTERISK: &str = "*";

/// The number that some sources give to the note on where the document comes from.
const ZERO: &str = "0";

fn is_source(note: &Note) -> bool {
    matches!(note.kind, NoteKind::Source { .. })
}

fn is_read_in_place(text: &Text, flow: &Flow, note: &Note) -> bool {
    let words = text.words(flow);
    let is_numbered = note.kind == NoteKind::Numbered;
    let is_zero = note.label.is_some();
    !is_numbered
        && !is_zero
        && (1..=SHORT).contains(&words.len())
        && scan::find(words, "\n").is_none()
}

fn number(last: &mut u32) -> String {
    *last += 1;
    let mut number = String::new();
    scan::push_number(&mut number, *last, 1);
    number
}

/// `a` to `z`, `aa`, `ab` …
fn letter(last: &mut u32) -> String {
    *last += 1;
    let (mut rest, mut letters) = (*last, Vec::new());
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

impl Writer<'_> {
    /// What stands in the text for a flow that belongs here. The words that a reading belongs to lead to it themselves.
    pub(super) fn anchor(&mut self, index: u32, at: u32) {
        let is_ahead = |flow: &Flow| at < flow.span.start;
        if !self.text.flow(index).is_some_and(is_ahead) {
            return;
        }
        if self.lemma(index).is_some() {
            return;
        }
        self.make_label(index);
        let Some(Label { words, in_place }) = self.form.labels.get(index as usize).cloned() else {
            return;
        };
        let is_margin = |note: &Note| note.kind == NoteKind::Margin;
        let note = self.text.flow(index).and_then(Flow::note);
        let (element, class) = match (in_place, note.is_some_and(is_margin)) {
            (true, true) => (Element::Span, "rr-margin"),
            (true, false) => (Element::Span, "rr-inline"),
            _ => (Element::Sup, "rr-mark rr-note-ref"),
        };
        self.note_mark(index, element, class, &words);
    }

    /// Gives a sign to a flow that has none: a number, or letters for readings, and for all where the source has numbers.
    fn make_label(&mut self, index: u32) {
        let is_note = self
            .text
            .flow(index)
            .is_some_and(|flow| flow.note().is_some());
        let form = &mut self.form;
        if let Some(label) = form.labels.get_mut(index as usize)
            && label.words.is_empty()
        {
            let made = if is_note && !form.has_labels {
                number(&mut form.numbers)
            } else {
                letter(&mut form.letters)
            };
            label.words = made.into();
        }
    }

    fn lemma(&self, index: u32) -> Option<Lemma> {
        self.form.lemmas.get(index as usize).copied().flatten()
    }

    pub(in super::super) fn note_label(&mut self, index: u32, note: &Note) {
        if note.label.is_none() && !self.is_referred(index) {
            return;
        }
        match self.form.labels.get(index as usize).cloned() {
            Some(Label { in_place: true, .. }) => self.back(index, "↑", words::BACK),
            Some(Label { words, .. }) => self.back(index, &words, &words::back_from_note(&words)),
            None => {}
        }
    }

    pub(in super::super) fn notes_title(&self) -> &'static str {
        let mut notes = self.text.notes();
        if notes.any(|(_, _, note)| !is_source(note)) {
            return words::NOTES;
        }
        let is_reading = |flow: &Flow| matches!(flow.kind, FlowKind::Reading(_));
        if self.text.flows().iter().any(is_reading) {
            words::OTHER_READINGS
        } else {
            ""
        }
    }

    /// Another reading, behind the words that stand for it in the text.
    pub(in super::super) fn reading(&mut self, index: u32, flow: &Flow, reading: &Reading) {
        let goes_on = self.lemma(index).is_some_and(|lemma| lemma.first != index);
        let class = if goes_on {
            "rr-note rr-reading rr-further"
        } else {
            "rr-note rr-reading"
        };
        self.open_note(class, &self.note_id(index), true);
        match self.lemma(index) {
            Some(lemma) if lemma.first == index => self.back_to(lemma),
            Some(_) => {}
            None => self.back_to_letter(index),
        }
        self.flow(flow);
        self.witness(reading);
        self.sink.close();
    }

    /// The words of the text, which lead back to it.
    fn back_to(&mut self, lemma: Lemma) {
        let attributes = [(Attribute::Class, "rr-lemma"), GENERATED];
        self.sink.open(Element::Span, &attributes);
        let target = scan::joined(&["#", &self.id("ref", lemma.first)]);
        let attributes = [
            (Attribute::Href, target.as_str()),
            (Attribute::Role, "doc-backlink"),
        ];
        self.sink.open(Element::A, &attributes);
        self.sink
            .words(&shortened(lemma.words.of(self.text.as_str())));
        self.sink.close();
        self.sink.words("]");
        self.sink.close();
    }

    fn back_to_letter(&mut self, index: u32) {
        if !self.is_referred(index) {
            return;
        }
        if let Some(Label { words, .. }) = self.form.labels.get(index as usize).cloned() {
            self.back(index, &words, &words::back_from_reading(&words));
        }
    }

    /// Who has the reading, or what else it is.
    fn witness(&mut self, reading: &Reading) {
        let attributes = [
            (Attribute::Class, "rr-mark rr-witness"),
            IN_OUR_WORDS,
            GENERATED,
        ];
        self.sink.open(Element::Span, &attributes);
        match reading.witness.as_deref() {
            Some(witness) => {
                for (index, witness) in witness.split_ascii_whitespace().enumerate() {
                    if index > 0 {
                        self.sink.words(" ");
                    }
                    self.sink.words(witness.trim_start_matches('#'));
                }
            }
            None => self.sink.words(words::reading(reading.kind)),
        }
        self.sink.close();
    }

    /// The id of a note: its own name in the source, if it has one.
    pub(in super::super) fn note_id(&self, index: u32) -> String {
        let note = self.text.flow(index).and_then(Flow::note);
        let name = note.and_then(|note| note.id.as_deref());
        let (places, text) = (self.form.places, self.form.index);
        match name.and_then(|name| places.own(name, text, What::Note(index))) {
            Some(name) => self.named(name),
            None => self.id("note", index),
        }
    }
}

/// Words on one line; of long ones, the beginning and the end.
fn shortened(words: &str) -> String {
    let mut words = words.replace('\n', " ");
    if words.len() > LONG {
        let first = words.floor_char_boundary(LONG / 2);
        let last = words.ceil_char_boundary(words.len() - LONG / 4);
        words = scan::joined(&[scan::to(&words, first), "…", scan::from(&words, last)]);
    }
    words
}
