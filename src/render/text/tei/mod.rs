//! Texts of any structure: whatever stands in whatever, what is written is HTML that reads back as it was meant.

mod element;
mod language;
mod marks;
mod names;
mod notes;
mod shape;
mod structure;

use super::{Step, Writer};
#[cfg(feature = "tei")]
use crate::document::is_part;
use crate::document::{Document, Flow, HAS_EDITIONS, Makeup, Node, NodeKind, Property, Span, Text};
use crate::scan;
use crate::walk::{Ends, Event, Walk};
use names::Given;
use notes::{Label, Labels};
use structure::{Standing, Structure};

/// What is known of the texts from what has been written.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The names of the source that are ids in the page.
    names: Given,
    /// How many documents in the document have begun; `None` where they have no names in the page.
    parts: Option<u32>,
    /// Whether the text is such a document.
    is_part: bool,
    labels: Labels,
}

/// What is known of a flow.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OfFlow {
    label: Label,
    /// Whether its own name is its id in the page, once that is settled.
    is_named: Option<bool>,
    /// For a reading whose place has been written as a link: that link, and its words.
    lemma: Option<Lemma>,
}

/// The words that a reading is another reading of.
#[derive(Clone, Copy, Debug)]
struct Lemma {
    /// The first reading of the same place, by whose number the link is known.
    first: u32,
    words: Span,
}

impl Form {
    /// Learns what names there are.
    #[cfg(feature = "html")]
    pub(super) fn know(&mut self, document: &Document) {
        self.names.know(document);
    }

    /// A text begins.
    pub(super) fn begin(&mut self, document: &Document) {
        self.is_part = HAS_EDITIONS && document.makeup == Makeup::Corpus;
        self.parts = match document.makeup {
            Makeup::Part => None,
            _ => Some(self.parts.unwrap_or(0) + u32::from(self.is_part)),
        };
        self.labels = Labels::default();
    }

    /// The name in the page of the document that has begun, if the source has none for it.
    fn part_name(&self) -> Option<String> {
        let mut name = String::from("part-");
        scan::push_number(&mut name, self.parts.filter(|_| HAS_EDITIONS)?, 1);
        Some(name)
    }

    pub(super) fn next_dead_end(&mut self) -> Option<Box<str>> {
        self.names.next_dead_end()
    }
}

/// Where in a flow one is, and what stands around it.
#[derive(Debug, Default)]
pub(super) struct Place {
    walk: Walk,
    standing: Standing,
}

impl Place {
    pub(super) fn new(text: &Text, index: u32, flow: &Flow) -> Place {
        Place {
            walk: Walk::new(flow),
            standing: Standing::new(text, index),
        }
    }
}

impl Writer<'_> {
    /// Goes on in a flow.
    pub(super) fn nodes(&mut self, place: &mut Place, _: &Flow, ends: &Ends) -> Step {
        let Place { walk, standing } = place;
        if !may_begin(self.text, walk, ends) {
            return Step::Waits;
        }
        let mut structure = Structure {
            writer: self,
            at: standing,
        };
        match walk.next(structure.writer.text, ends) {
            Some(Event::Start(node)) => structure.start(walk.begun(), node),
            Some(Event::Words(words)) => structure.words(words),
            Some(Event::End(node)) => structure.end(node),
            None if ends.is_draft() => return Step::Waits,
            None => {
                structure.settle();
                return Step::Ended;
            }
        }
        Step::Wrote
    }

    /// The id of the section, where all of the text is a document of its own.
    pub(super) fn text_id(&mut self) -> String {
        let form = &mut self.progress.form;
        let name = form.is_part.then(|| form.part_name()).flatten();
        let name = name.filter(|name| form.names.give(name));
        name.map_or(String::new(), |name| self.named(&name))
    }

    /// The id in the page of a name of the source.
    fn named(&self, name: &str) -> String {
        scan::joined(&[&self.options.id_prefix, "-", name])
    }

    /// The name by which a node that has begun is known in the page.
    fn name_of(&mut self, node: &Node) -> Option<String> {
        let text = self.text;
        let form = &mut self.progress.form;
        let is_part = is_part(text, node);
        if let Some(parts) = form.parts.as_mut().filter(|_| is_part) {
            *parts += 1;
        }
        let own = text.property(node, Property::Id);
        let own = own.map(scan::owned).filter(|name| form.names.give(name));
        own.or_else(|| {
            let made = form.part_name().filter(|_| is_part)?;
            form.names.give(&made).then_some(made)
        })
    }
}

/// Of what is marked up, TEI alone has documents in documents.
#[cfg(not(feature = "tei"))]
fn is_part(_: &Text, _: &Node) -> bool {
    false
}

/// Whether what comes next can be written now. Where the text is still being built, blocks are written that have been built
/// to their end; of those around them, divisions, which may be megabytes long, when it is known what they begin with.
fn may_begin(text: &Text, walk: &Walk, ends: &Ends) -> bool {
    let Some((next, is_unended)) = walk.frontier(ends) else {
        return true;
    };
    // A node at the end of the words may yet move behind white space that comes.
    let is_settled = |node: &&Node| (node.span.start as usize) < text.as_str().len();
    let mut nodes = text.nodes().get(next..).unwrap_or_default().iter();
    match nodes.next() {
        None => true,
        Some(node) if !is_unended => is_settled(&node),
        Some(node) => {
            let first = nodes.find(|node| !node.kind.is_milestone());
            matches!(node.kind, NodeKind::Division) && first.is_some_and(|node| is_settled(&node))
        }
    }
}
