//! Notes and other readings: their marks in the text, and how they are told behind it.

use super::super::super::markup::{Attribute, Element};
use super::super::super::words;
use super::super::Writer;
use super::Lemma;
use crate::document::{Flow, FlowKind, HAS_EDITIONS, Note, NoteKind, Reading, Text};
use crate::scan;

/// A note of at most so many bytes that stands in the line of its source can be read there.
const SHORT: usize = 160;

/// Of words longer than that, those in the middle are left out where they only say what a reading belongs to.
const LONG: usize = 60;

/// What stands in the text for a flow that stands behind it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Label {
    /// Nothing that is known yet.
    #[default]
    None,
    /// The label that the source gives it.
    Own,
    /// The words of a note that is read where it belongs.
    InPlace,
    /// The sign of a note on where the document comes from.
    Asterisk,
    /// A sign that is made as soon as it is needed.
    ToBeMade,
    /// The sign that was made: a number.
    Number(u32),
    /// A letter, or several where there are more than letters.
    Letter(u32),
}

/// What is known of the labels of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Labels {
    /// How many flows have been thought about, from the first one on.
    thought_of: u32,
    /// Whether the source has had a label of its own for a note.
    are_own: bool,
    /// How many numbers and letters have been given to flows without one.
    numbers: u32,
    letters: u32,
}

impl Label {
    fn of(text: &Text, flow: &Flow) -> Label {
        let note = match &flow.kind {
            FlowKind::Main => return Label::None,
            FlowKind::Reading(_) => return Label::ToBeMade,
            FlowKind::Note(note) => note,
        };
        match note.label.as_deref() {
            Some(label) if label != ZERO => Label::Own,
            _ if HAS_EDITIONS && is_read_in_place(text, flow, note) => Label::InPlace,
            _ if HAS_EDITIONS && is_source(note) => Label::Asterisk,
            _ => Label::ToBeMade,
        }
    }
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

/// `a` to `z`, `aa`, `ab` …
fn push_letters(letters: &mut String, number: u32) {
    if let Some(before) = number.checked_sub(1) {
        push_letters(letters, before / 26);
        letters.push(char::from(b'a' + (before % 26) as u8));
    }
}

impl Writer<'_> {
    /// What stands in the text for a flow that belongs here. The words that a reading belongs to lead to it themselves.
    pub(super) fn anchor(&mut self, index: u32, flow: u32) {
        if !self.is_behind(index, flow) || self.lemma(index).is_some() {
            return;
        }
        self.make_label(index);
        let words = self.label(index);
        let in_place = self.is_in_place(index);
        let is_margin = |note: &Note| note.kind == NoteKind::Margin;
        let note = self.text.flow(index).and_then(Flow::note);
        let (element, class) = match (in_place, note.is_some_and(is_margin)) {
            (true, true) => (Element::Span, "rr-margin"),
            (true, false) => (Element::Span, "rr-inline"),
            _ => (Element::Sup, "rr-mark rr-note-ref"),
        };
        self.note_mark(index, element, class, &words);
    }

    /// Whether a flow stands behind the one that its anchor is in.
    pub(super) fn is_behind(&self, index: u32, flow: u32) -> bool {
        index > flow && self.text.flow(index).is_some()
    }

    /// Thinks about the labels of all flows up to one, in their order: a source that has given one is taken to have its own.
    fn learn_labels(&mut self, index: u32) {
        // Not from the first one on: that would cost as much for each note as all before it.
        let next = self.progress.form.labels.thought_of;
        for next in next..=index {
            let Some(flow) = self.text.flow(next) else {
                return;
            };
            let label = Label::of(self.text, flow);
            self.progress.flow_mut(next).form.label = label;
            let labels = &mut self.progress.form.labels;
            labels.are_own |= matches!(label, Label::Own);
            labels.thought_of = next + 1;
        }
    }

    /// The words of a label, which are none where no sign has been made.
    fn label(&mut self, index: u32) -> String {
        self.learn_labels(index);
        let flow = self.text.flow(index);
        let mut words = String::new();
        match self.progress.flow(index).form.label {
            Label::Own => {
                let note = flow.and_then(Flow::note);
                let label = note.and_then(|note| note.label.as_deref());
                words.push_str(label.unwrap_or_default());
            }
            Label::InPlace => words.push_str(flow.map_or("", |flow| self.text.words(flow))),
            Label::Asterisk => words.push_str(ASTERISK),
            Label::Number(number) => scan::push_number(&mut words, number, 1),
            Label::Letter(number) => push_letters(&mut words, number),
            Label::ToBeMade | Label::None => {}
        }
        words
    }

    fn is_in_place(&mut self, index: u32) -> bool {
        self.learn_labels(index);
        let label = self.progress.flow(index).form.label;
        HAS_EDITIONS && matches!(label, Label::InPlace)
    }

    /// Gives a sign to a flow that has none: a number, or letters for readings, and for all where the source has numbers.
    fn make_label(&mut self, index: u32) {
        self.learn_labels(index);
        let is_note = |flow: &Flow| flow.note().is_some();
        let is_note = self.text.flow(index).is_some_and(is_note);
        if !matches!(self.progress.flow(index).form.label, Label::ToBeMade) {
            return;
        }
        let labels = &mut self.progress.form.labels;
        let label = if is_note && !labels.are_own {
            labels.numbers += 1;
            Label::Number(labels.numbers)
        } else {
            labels.letters += 1;
            Label::Letter(labels.letters)
        };
        self.progress.flow_mut(index).form.label = label;
    }

    fn lemma(&self, index: u32) -> Option<Lemma> {
        let lemma = self.progress.flow(index).form.lemma;
        lemma.filter(|_| HAS_EDITIONS)
    }

    pub(in super::super) fn note_label(&mut self, index: u32, note: &Note) {
        if note.label.is_none() && !self.is_referred(index) {
            return;
        }
        let words = self.label(index);
        if self.is_in_place(index) {
            self.back(index, "↑", words::BACK);
        } else {
            self.back(index, &words, &words::back_from_note(&words));
        }
    }

    pub(in super::super) fn notes_title(&self) -> &'static str {
        let mut notes = self.text.notes();
        if !HAS_EDITIONS || notes.any(|(_, _, note)| !is_source(note)) {
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
    pub(in super::super) fn reading(&mut self, index: u32) {
        if !HAS_EDITIONS {
            return;
        }
        let goes_on = self.lemma(index).is_some_and(|lemma| lemma.first != index);
        let class = if goes_on {
            "rr-note rr-reading rr-further"
        } else {
            "rr-note rr-reading"
        };
        let id = self.note_id(index);
        self.open_note(class, &id);
        match self.lemma(index) {
            Some(lemma) if lemma.first == index => self.back_to(lemma),
            Some(_) => {}
            None => self.back_to_letter(index),
        }
    }

    /// The words of the text, which lead back to it.
    fn back_to(&mut self, lemma: Lemma) {
        self.script.open(Element::Span, "rr-lemma").generated();
        let target = scan::joined(&["#", &self.id("ref", lemma.first)]);
        self.script
            .open(Element::A, "")
            .with(Attribute::Href, target.as_str())
            .with(Attribute::Role, "doc-backlink");
        self.shortened(lemma.words.of(self.text.as_str()));
        self.script.close();
        self.script.end_with("]");
    }

    /// Words on one line; of long ones, the beginning and the end.
    fn shortened(&mut self, words: &str) {
        let (mut first, mut last) = (words.len(), words.len());
        if words.len() > LONG {
            first = words.floor_char_boundary(LONG / 2);
            last = words.ceil_char_boundary(words.len() - LONG / 4);
        }
        let omission = if first < last { "…" } else { "" };
        let words = [scan::to(words, first), omission, scan::from(words, last)];
        let mut mark = "";
        for line in scan::parts(&scan::joined(&words), "\n") {
            self.script.words(mark);
            self.script.words(line);
            mark = " ";
        }
    }

    fn back_to_letter(&mut self, index: u32) {
        if !self.is_referred(index) {
            return;
        }
        let words = self.label(index);
        self.back(index, &words, &words::back_from_reading(&words));
    }

    /// Who has the reading, or what else it is.
    pub(in super::super) fn end_reading(&mut self, reading: &Reading) {
        if !HAS_EDITIONS {
            return;
        }
        self.script
            .open(Element::Span, "rr-mark rr-witness")
            .in_our_words()
            .generated();
        match reading.witness.as_deref() {
            Some(witness) => {
                let (mut rest, mut mark) = (witness, "");
                while let Some(witness) = scan::next_word(&mut rest, scan::BLANKS) {
                    self.script.words(mark);
                    self.script.words(scan::trim_start(witness, "#"));
                    mark = " ";
                }
            }
            None => self.script.words(words::reading(reading.kind)),
        }
        self.script.close();
    }

    /// The id of a note: its own name in the source, if it has one that nothing before it has.
    pub(in super::super) fn note_id(&mut self, index: u32) -> String {
        let note = self.text.flow(index).and_then(Flow::note);
        let name = note.and_then(|note| note.id.as_deref());
        let settled = self.progress.flow(index).form.is_named;
        let names = &mut self.progress.form.names;
        let is_named = settled.unwrap_or_else(|| name.is_some_and(|name| names.give(name)));
        self.progress.flow_mut(index).form.is_named = Some(is_named);
        match name.filter(|_| is_named) {
            Some(name) => self.named(name),
            None => self.id("note", index),
        }
    }
}
