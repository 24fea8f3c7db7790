//! A text: one string made of flows, and one flat list of nodes that point into it.

use std::ops::Range;

use super::property::Properties;
use super::{Direction, HAS_MARKUP, Language, NodeKind, Property, Span};
#[cfg(feature = "detect")]
use crate::limits;

/// The words of a document in one form: the original, a translation, a transcription.
///
/// The string is made of flows. The main flow comes first and is contiguous: what a reader reads from top to bottom.
/// Each note, and each reading that another one stands for, is a flow of its own behind it.
/// Blocks, and flows, are separated by one line feed, which is structure; nothing else is added to the source's words.
///
/// A `Text` is made by a [`TextBuilder`](super::TextBuilder) and never changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub(super) role: Role,
    pub(super) language: Option<Language>,
    pub(super) language_is_detected: bool,
    pub(super) label: Option<String>,
    pub(super) string: String,
    pub(super) nodes: Vec<Node>,
    pub(super) flows: Vec<Flow>,
    pub(super) properties: Properties,
    /// Where the words of all flows but the main one are while the text is being built; empty when it is done.
    #[cfg(feature = "tei")]
    pub(super) behind: String,
}

impl Text {
    /// What the text is to the document.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The language it is written in: the one that the source says, or else the one that its words are in, where that is
    /// [clear](Language::detect).
    pub fn language(&self) -> Option<&Language> {
        self.language.as_ref()
    }

    /// Whether its language was found in its words, because the source says none.
    pub fn language_is_detected(&self) -> bool {
        self.language_is_detected
    }

    /// Finds the language in the words, where the source says none.
    #[cfg(feature = "detect")]
    pub(crate) fn detect_language(&mut self) {
        self.detect_language_of(self.main().span.of(&self.string).len(), &[]);
    }

    /// The same for a text that is still being built, and whose nodes these are open, as soon as there are as many words as are
    /// looked at; says whether there were, unless that was done before.
    #[cfg(all(feature = "detect", feature = "marked"))]
    pub(crate) fn detect_language_early(&mut self, open: &[usize], is_done: bool) -> bool {
        // Where its flows lie is not known yet: the string is that of the main one.
        let can_be = !is_done && self.string.len() >= limits::LANGUAGE_WINDOW;
        if can_be {
            self.detect_language_of(self.string.len(), open);
        }
        can_be
    }

    #[cfg(feature = "detect")]
    fn detect_language_of(&mut self, length: usize, open: &[usize]) {
        if self.language.is_none() {
            let window = self
                .string
                .floor_char_boundary(length.min(limits::LANGUAGE_WINDOW));
            self.language = Language::detect(&self.words_of_no_language(window, open));
            self.language_is_detected = self.language.is_some();
        }
    }

    /// So many bytes of the main flow, without the pieces of which the source says in which language they are.
    #[cfg(feature = "detect")]
    fn words_of_no_language(&self, window: usize, open: &[usize]) -> String {
        let mut words = String::new();
        let mut at = 0;
        for (index, node) in self.nodes.iter().enumerate() {
            let start = node.span.start as usize;
            if !HAS_MARKUP || start >= window {
                break;
            }
            if start >= at && self.property(node, Property::Language).is_some() {
                words.push_str(self.string.get(at..start).unwrap_or(""));
                at = match open.contains(&index) {
                    true => window,
                    false => node.span.end as usize,
                };
            }
        }
        words.push_str(self.string.get(at..window).unwrap_or(""));
        words
    }

    /// The direction of its language; left to right where the language is unknown.
    pub fn direction(&self) -> Direction {
        self.language().map(Language::direction).unwrap_or_default()
    }

    /// The label that the source gives it, as written: `Translation - English`.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// The whole string, all flows.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The flows, in order of their spans: the main flow, then the others in the order of the source.
    pub fn flows(&self) -> &[Flow] {
        &self.flows
    }

    /// The main flow: what is read from top to bottom, without notes and other readings.
    pub fn main(&self) -> &Flow {
        &self.flows[0]
    }

    /// The notes: the index of each one's flow, the flow, and what there is to say of it.
    pub fn notes(&self) -> impl Iterator<Item = (u32, &Flow, &Note)> {
        (0..)
            .zip(&self.flows)
            .filter_map(|(index, flow)| Some((index, flow, flow.note()?)))
    }

    /// The words of a flow.
    pub fn words(&self, flow: &Flow) -> &str {
        #[cfg(feature = "tei")]
        if !self.behind.is_empty() && flow.kind != FlowKind::Main {
            return flow.span.of(&self.behind);
        }
        flow.span.of(&self.string)
    }

    /// All nodes in reading order, a node before what it holds; each flow's lie at [`Flow::nodes`].
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// What is said of a node beside its kind and its words; `None` where the source does not say.
    ///
    /// ```
    /// use reading_room::{NodeKind, Property, Role, TextBuilder};
    /// let mut text = TextBuilder::new(Role::Original, None);
    /// text.milestone(NodeKind::PageBreak);
    /// text.property(Property::Label, "417");
    /// let text = text.finish();
    /// assert_eq!(text.property(&text.nodes()[0], Property::Label), Some("417"));
    /// ```
    #[inline(never)]
    pub fn property(&self, node: &Node, property: Property) -> Option<&str> {
        self.properties(node)
            .find(|(name, _)| *name == property)
            .map(|(_, value)| value)
    }

    /// Everything that is said of a node beside its kind and its words.
    pub fn properties(&self, node: &Node) -> impl Iterator<Item = (Property, &str)> {
        self.properties.of(node.properties)
    }

    /// The flow that a node of kind [`NodeKind::Anchor`] stands for.
    pub fn flow(&self, index: u32) -> Option<&Flow> {
        self.flows.get(index as usize)
    }
}

/// What a text is to its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The words of the original.
    Original,
    /// A translation of them.
    Translation,
    /// A transcription: the original's words, read from its image.
    Transcription,
    /// The source does not say.
    #[default]
    Unstated,
}

impl Role {
    /// A name in lower case: `original`, `translation`, `transcription`, `unstated`.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Original => "original",
            Role::Translation => "translation",
            Role::Transcription => "transcription",
            Role::Unstated => "unstated",
        }
    }
}

/// A run of text that is read in one go: the main text, a note, another reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Where it lies in the text.
    pub span: Span,
    /// Its nodes, as a range of [`Text::nodes`].
    pub nodes: Range<usize>,
    /// What it is.
    pub kind: FlowKind,
    /// The position that it belongs to, in bytes of the text: in the main flow, or in that of a note or a reading before
    /// it. 0 for the main flow. Flows are parted by a line feed, so that a position is of one flow.
    pub anchor: u32,
}

impl Flow {
    /// What there is to say of it, where it is a note.
    pub fn note(&self) -> Option<&Note> {
        match &self.kind {
            FlowKind::Note(note) => Some(note),
            _ => None,
        }
    }
}

/// What a flow is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlowKind {
    /// What is read from top to bottom.
    Main,
    /// A note.
    Note(Note),
    /// A reading that stands behind the one in the text (`choice`, `app`).
    Reading(Reading),
}

/// What there is to say of a note besides its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is for.
    pub kind: NoteKind,
    /// The number or sign that the source gives it, without brackets: `1`, `*`.
    pub label: Option<String>,
    /// The name under which the source refers to it (`xml:id`).
    pub id: Option<String>,
}

/// What a note is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// A note on a passage, numbered, starred or without a label.
    Numbered,
    /// It says where the text comes from.
    Source {
        /// Whether the record's own citation already says the same, word for word.
        repeats_record: bool,
    },
    /// A note that stands in the margin of the source.
    Margin,
    /// A note that stands in the line, in brackets, say.
    Inline,
}

impl NoteKind {
    /// A name in lower case: `note`, `source`, `margin`, `inline`.
    pub fn as_str(self) -> &'static str {
        match self {
            NoteKind::Numbered => "note",
            NoteKind::Source { .. } => "source",
            _ if !HAS_MARKUP => "",
            NoteKind::Margin => "margin",
            NoteKind::Inline => "inline",
        }
    }
}

/// A reading that the text does not follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Why there are two.
    pub kind: ReadingKind,
    /// Who has it, as the source writes it: the witnesses (`wit`), or who is responsible (`resp`).
    pub witness: Option<String>,
}

/// What a reading is to the one that stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    /// As it stands in the source, where the text has it corrected (`sic`).
    Sic,
    /// As the source spells it, where the text has it regularized (`orig`).
    Original,
    /// As the source abbreviates it, where the text has it in full (`abbr`).
    Abbreviation,
    /// As another witness has it (`rdg`), or as it may be read too.
    Variant,
}

impl ReadingKind {
    /// A name in lower case: `sic`, `original`, `abbreviation`, `variant`.
    pub fn as_str(self) -> &'static str {
        match self {
            ReadingKind::Sic => "sic",
            ReadingKind::Original => "original",
            ReadingKind::Abbreviation => "abbreviation",
            ReadingKind::Variant => "variant",
        }
    }
}

/// A piece of structure: a kind, the words it covers, and how many nodes it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The words it covers, in bytes of the text; empty for a milestone.
    pub span: Span,
    /// How many nodes its subtree has, itself included.
    pub size: u32,
    /// Where what is said of it begins in the text's table; [`Text::properties`] reads it.
    pub(super) properties: u32,
}
