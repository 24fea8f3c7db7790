//! A text: one string made of flows, and one flat list of nodes that point into it.

use std::ops::Range;

use super::{Date, Direction, Language, Span};

/// The words of a document in one form: the original, a translation, a transcription.
///
/// The string is made of flows. The main flow comes first and is contiguous: what a reader reads from top to bottom.
/// Each note is a flow of its own behind it, anchored at a position of the main flow.
/// Blocks, and flows, are separated by one line feed, which is structure; nothing else is added to the source's words.
///
/// A `Text` is made by a [`TextBuilder`](super::TextBuilder) and never changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub(super) role: Role,
    pub(super) language: Option<Language>,
    pub(super) label: Option<String>,
    pub(super) string: String,
    pub(super) nodes: Vec<Node>,
    pub(super) flows: Vec<Flow>,
    pub(super) dates: Vec<Date>,
}

impl Text {
    /// What the text is to the document.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The language it is written in, where the source says so.
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// The direction of its language; left to right where the language is unknown.
    pub fn direction(&self) -> Direction {
        self.language.map(Language::direction).unwrap_or_default()
    }

    /// The label that the source gives it, as written: `Translation - English`.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// The whole string, all flows.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The flows, in order of their spans: the main flow, then the notes in order of their anchors.
    pub fn flows(&self) -> &[Flow] {
        &self.flows
    }

    /// The main flow: what is read from top to bottom, without the notes.
    pub fn main(&self) -> &Flow {
        &self.flows[0]
    }

    /// The notes, with their flows.
    pub fn notes(&self) -> impl Iterator<Item = (&Flow, &Note)> {
        self.flows
            .iter()
            .filter_map(|flow| Some((flow, flow.note.as_ref()?)))
    }

    /// The words of a flow.
    pub fn words(&self, flow: &Flow) -> &str {
        flow.span.of(&self.string)
    }

    /// All nodes in reading order, a node before what it holds; each flow's lie at [`Flow::nodes`].
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The date that a node of kind [`NodeKind::Date`] carries.
    pub fn date(&self, index: u32) -> Option<&Date> {
        self.dates.get(index as usize)
    }

    /// The note that a node of kind [`NodeKind::NoteAnchor`] stands for: counted from 0, in order of the flows.
    pub fn note(&self, index: u32) -> Option<&Note> {
        self.flows.get(index as usize + 1)?.note.as_ref()
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

/// A run of text that is read in one go: the main text, or one note.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Where it lies in the text.
    pub span: Span,
    /// Its nodes, as a range of [`Text::nodes`].
    pub nodes: Range<usize>,
    /// What kind of note it is; `None` for the main flow.
    pub note: Option<Note>,
}

/// What there is to say of a note besides its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is for.
    pub kind: NoteKind,
    /// The number or sign that the source gives it, without brackets: `1`, `*`.
    pub label: Option<String>,
    /// The position in the main flow that it belongs to, in bytes of the text.
    pub anchor: u32,
}

/// What a note is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// A numbered or starred note on a passage.
    Numbered,
    /// It says where the text comes from.
    Source {
        /// Whether the record's own citation already says the same, word for word.
        repeats_record: bool,
    },
}

impl NoteKind {
    /// A name in lower case: `note` or `source`.
    pub fn as_str(self) -> &'static str {
        match self {
            NoteKind::Numbered => "note",
            NoteKind::Source { .. } => "source",
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
}

/// What a node is. The terms are those of TEI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A paragraph (`p`).
    Paragraph,
    /// The end of a letter or telegram (`closer`); holds blocks.
    Closer,
    /// The line that says when, or where, it was written (`dateline`).
    Dateline,
    /// The signature (`signed`).
    Signed,
    /// A date in the words (`date`); its value is [`Text::date`] of that index.
    Date(u32),
    /// A page of the source ends and another begins (`pb`).
    PageBreak,
    /// The place that a note belongs to (`ref` to a `note`): [`Text::note`] of that index.
    NoteAnchor(u32),
}

impl NodeKind {
    /// Whether it stands on lines of its own.
    pub fn is_block(self) -> bool {
        matches!(
            self,
            NodeKind::Paragraph | NodeKind::Closer | NodeKind::Dateline | NodeKind::Signed
        )
    }

    /// A name in lower case: `page-break`.
    pub fn as_str(self) -> &'static str {
        match self {
            NodeKind::Paragraph => "paragraph",
            NodeKind::Closer => "closer",
            NodeKind::Dateline => "dateline",
            NodeKind::Signed => "signed",
            NodeKind::Date(_) => "date",
            NodeKind::PageBreak => "page-break",
            NodeKind::NoteAnchor(_) => "note-anchor",
        }
    }
}
