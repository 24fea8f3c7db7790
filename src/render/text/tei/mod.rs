//! Texts of any structure: whatever stands in whatever, what is written is HTML that reads back as it was meant.

mod language;
mod marks;
mod notes;
mod places;
mod shape;
mod structure;

use super::Writer;
use crate::document::{Flow, Span, Text};
use notes::Label;
pub(super) use places::Places;

/// What is known of a text before it is written.
pub(super) struct Form<'t> {
    places: &'t Places<'t>,
    /// Which of the document's texts it is.
    index: u32,
    /// The marks of its flows.
    labels: Vec<Label<'t>>,
    /// Whether the source has labels of its own for notes.
    has_labels: bool,
    /// How many numbers and letters have been given to flows without one.
    numbers: u32,
    letters: u32,
    /// For each reading whose place has been written as a link: that link, and its words.
    lemmas: Vec<Option<Lemma>>,
}

/// The words that a reading is another reading of.
#[derive(Clone, Copy, Debug)]
struct Lemma {
    /// The first reading of the same place, by whose number the link is known.
    first: u32,
    words: Span,
}

impl<'t> Form<'t> {
    pub(super) fn new(text: &'t Text, index: u32, places: &'t Places<'t>) -> Form<'t> {
        let labels = notes::labels(text);
        Form {
            places,
            index,
            has_labels: labels.iter().any(Label::is_own),
            numbers: 0,
            letters: 0,
            labels,
            lemmas: vec![None; text.flows().len()],
        }
    }

    /// An id of ours that no id of the source is the same as.
    pub(super) fn free(&self, mut id: String, prefix: &str) -> String {
        while let Some(name) = id.get(prefix.len() + 1..)
            && self.places.has(name)
        {
            id.push('_');
        }
        id
    }
}

impl Writer<'_> {
    pub(super) fn nodes(&mut self, flow: &Flow) {
        structure::write(self, flow);
    }

    /// The id of the section, where the source has a name for all of the text.
    pub(super) fn text_id(&self) -> String {
        let name = self
            .form
            .places
            .of_part(self.form.index, places::What::Text);
        name.map_or(String::new(), |name| self.named(name))
    }

    /// The id in the page of a name of the source.
    fn named(&self, name: &str) -> String {
        crate::scan::joined(&[&self.options.id_prefix, "-", name])
    }
}
