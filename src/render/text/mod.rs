//! The texts: every flow in a box of its own whose words, without what is generated, are the flow's.
//!
//! They are written step by step, so that whoever has them written can stop between two steps, and go on when the page has
//! had its turn, or when more of a text has come.

#[cfg(not(feature = "marked"))]
mod plain;
#[cfg(feature = "marked")]
mod tei;

use super::markup::{Attribute, Element};
use super::script::Script;
use super::{Options, words};
use crate::document::{
    Document, Flow, FlowKind, HAS_CATALOGUE, HAS_DESCRIPTIONS, HAS_MARKUP, HAS_PAPERS, HAS_SEVERAL,
    Makeup, Node, NodeKind, Note, NoteKind, Property, Role, Text, position,
};
use crate::scan;
use crate::walk::Ends;
#[cfg(not(feature = "marked"))]
use plain::{Form, OfFlow, Place};
#[cfg(feature = "marked")]
use tei::{Form, OfFlow, Place};

/// A text of so many bytes, notes aside, is long: its blocks are gathered into chunks, and it is written while the rest of it
/// is still being read.
const LONG: usize = 32 << 10;

/// A chunk ends with the block that makes it so many bytes long: a screen or two.
const CHUNK: u32 = 6 << 10;

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Something was written.
    Wrote,
    /// Nothing can be written until more has been read.
    Waits,
    /// All is written.
    Ended,
}

/// The class of the box around the texts: it says where the style sheet for texts of any structure is needed.
pub(super) fn class(document: &Document) -> &'static str {
    match document.is_plain() {
        true => "rr-texts",
        false => "rr-texts rr-structured",
    }
}

/// How far the texts of a document have been written.
#[derive(Debug, Default)]
pub(super) struct Writing {
    stage: Stage,
    /// Which text is written.
    index: usize,
    /// Where in its flow.
    place: Place,
    progress: Progress,
}

/// What comes next.
#[derive(Clone, Copy, Debug, Default)]
enum Stage {
    /// A text.
    #[default]
    Text,
    /// More of the flow of that index.
    Flow(u32),
    /// What stands behind it.
    Behind(u32),
}

/// What is known from what has been written.
#[derive(Debug, Default)]
struct Progress {
    /// How many notes the texts before this one have.
    first_note: usize,
    /// The level of the heading that the text stands below.
    level: u8,
    /// Whether the text is long.
    is_long: bool,
    /// Whether its nodes may be of any kind.
    is_marked: bool,
    /// What stands above all texts.
    title: String,
    /// Where the chunk began that is open, in bytes of the text.
    chunk: Option<u32>,
    /// The flows of the text, as far as anything is known of them.
    flows: Vec<Told>,
    /// What is known besides in the form that the text has.
    form: Form,
}

/// What is known of a flow from what has been written.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    /// Whether its anchor has been: only the first one is what the flow leads back to.
    is_referred: bool,
    /// What is known besides in the form that the text has.
    form: OfFlow,
}

impl Progress {
    /// What is known of a flow.
    fn flow(&self, index: u32) -> Told {
        let known = self.flows.get(index as usize);
        known.copied().unwrap_or_default()
    }

    /// The same, to be added to.
    fn flow_mut(&mut self, index: u32) -> &mut Told {
        let index = index as usize;
        while self.flows.len() <= index {
            self.flows.push(Told::default());
        }
        &mut self.flows[index]
    }
}

impl Writing {
    /// The same for a document that is all there, whose links can be told from the start to lead somewhere.
    #[cfg(feature = "html")]
    pub(super) fn of(document: &Document) -> Writing {
        let mut writing = Writing::default();
        writing.progress.form.know(document);
        writing
    }

    /// Goes on by a step. `open` has the nodes that are open where the last text is still being built.
    pub(super) fn step(
        &mut self,
        document: &Document,
        open: Option<&[usize]>,
        options: &Options,
        script: &mut Script,
    ) -> Step {
        let Some(text) = document.texts.get(self.index) else {
            return if open.is_some() {
                Step::Waits
            } else {
                Step::Ended
            };
        };
        let open = open.filter(|_| self.index + 1 == document.texts.len());
        let ends = |flow: &Flow| match open {
            #[cfg(feature = "tei")]
            Some(open) => Ends::so_far(text, open),
            _ => Ends::of(flow),
        };
        let mut writer = Writer {
            text,
            options,
            progress: &mut self.progress,
            script,
        };
        match self.stage {
            Stage::Text => {
                let length = ends(text.main()).length();
                if open.is_some() && length < LONG {
                    return Step::Waits;
                }
                if self.index > 0 {
                    writer.script.words("\n");
                }
                writer.begin(document, length >= LONG);
                self.place = Place::new(text, 0, text.main());
                self.stage = Stage::Flow(0);
            }
            Stage::Flow(index) => {
                let Some(flow) = text.flow(index) else {
                    return Step::Ended;
                };
                match writer.nodes(&mut self.place, flow, &ends(flow)) {
                    Step::Ended => {
                        writer.end_flow(index, flow);
                        self.stage = Stage::Behind(index);
                    }
                    other => return other,
                }
            }
            Stage::Behind(index) => match text.flow(index + 1) {
                Some(flow) => {
                    writer.begin_behind(index + 1, flow);
                    self.place = Place::new(text, index + 1, flow);
                    self.stage = Stage::Flow(index + 1);
                }
                None => {
                    writer.end(index);
                    self.stage = Stage::Text;
                    self.index += 1;
                    self.progress.first_note += text.flows().len() - 1;
                }
            },
        }
        Step::Wrote
    }

    /// An id that links lead to and nothing has; each comes once.
    #[cfg(feature = "marked")]
    pub(super) fn next_dead_end(&mut self) -> Option<Box<str>> {
        self.progress.form.next_dead_end()
    }
}

/// Writes one text.
struct Writer<'w> {
    text: &'w Text,
    options: &'w Options,
    progress: &'w mut Progress,
    script: &'w mut Script,
}

impl Writer<'_> {
    /// Opens the section of the text, and the box of its main flow.
    fn begin(&mut self, document: &Document, is_long: bool) {
        let text = self.text;
        let progress = &mut *self.progress;
        progress.level = self.options.heading_level;
        progress.is_long = is_long;
        if HAS_DESCRIPTIONS && (HAS_MARKUP || HAS_PAPERS) {
            let title = document.record.title.as_deref().unwrap_or_default();
            progress.title = scan::owned(title);
        }
        progress.is_marked = HAS_MARKUP && !document.is_plain();
        progress.flows.clear();
        progress.form.begin(document);
        // A text of no known language must not pass for one in the language of the words around it, but for one in the
        // language that the page says. Who made the page knows it better than what was detected in the words.
        let page = self.options.language.as_str();
        let is_detected = cfg!(feature = "detect") && text.language_is_detected();
        let said = text.language().filter(|_| HAS_CATALOGUE);
        let (class, language, direction) = match said {
            Some(language) if page.is_empty() || !is_detected => {
                let class = match is_detected {
                    true => "rr-text rr-detected",
                    false => "rr-text",
                };
                (class, language.tag(), language.direction().as_str())
            }
            _ => ("rr-text", page, "auto"),
        };
        let id = self.text_id();
        self.script
            .open(Element::Section, class)
            .with(Attribute::Lang, language)
            .with(Attribute::Dir, direction)
            .with_id(&id);
        // Of a long text that is marked up it is not known yet.
        let is_one_of_several = match document.makeup {
            _ if !HAS_SEVERAL => false,
            Makeup::Corpus => true,
            Makeup::Plain => document.texts.len() > 1,
            _ if is_long => text.role() != Role::Unstated,
            _ => document.texts.len() > 1,
        };
        if is_one_of_several {
            self.title(&words::text(text));
        }
        self.script.open(Element::Div, "rr-flow");
    }

    /// Closes the section, of which that flow was the last.
    fn end(&mut self, last: u32) {
        self.end_chunk();
        if last > 0 {
            self.script.close();
        }
        self.script.close();
    }

    /// The heading of a text among others, if anything is said of it.
    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.heading("rr-text-title", title);
            self.progress.level = self.progress.level.saturating_add(1);
        }
    }

    fn heading(&mut self, class: &str, title: &str) {
        let level = Element::heading(self.options.heading_level.saturating_add(1));
        self.script
            .open(level, class)
            .in_our_words()
            .with(Attribute::Dir, words::DIRECTION)
            .generated()
            .end_with(title);
    }

    /// Whether a heading of the main flow is at its beginning and says the title once more, which stands right above it. One
    /// that holds a note's place or a page's end is not taken for that: readers would miss those.
    fn repeats_title(&self, heading: &Node) -> bool {
        let nodes = self.text.nodes();
        let first = nodes
            .iter()
            .position(|node| matches!(node.kind, NodeKind::Heading));
        let first = first.unwrap_or_default();
        let inside = nodes.get(first..first + heading.size as usize);
        let words = scan::folded(heading.span.of(self.text.as_str()));
        heading.span.start == 0
            && words.eq_ignore_ascii_case(&self.progress.title)
            && inside
                .is_some_and(|inside| inside.iter().all(|node| node.span.start < node.span.end))
    }

    /// Opens a chunk, unless one is open, for what begins at that position of the text.
    fn chunk(&mut self, at: u32) {
        if self.progress.is_long && self.progress.chunk.is_none() {
            self.progress.chunk = Some(at);
            self.script.open(Element::Div, "rr-chunk");
        }
    }

    /// Closes the chunk that is open, if it is long enough with what ends at that position.
    fn end_chunk_at(&mut self, at: u32) {
        if self.progress.chunk.is_some_and(|start| at - start >= CHUNK) {
            self.end_chunk();
        }
    }

    /// Closes the chunk that is open.
    fn end_chunk(&mut self) {
        if self.progress.chunk.take().is_some() {
            self.script.close();
        }
    }

    /// The end of a page, with what the source calls the page.
    fn page(&mut self, label: &str, id: &str) {
        if label.is_empty() {
            return self.page_break(words::PAGE_BREAK, words::PAGE_BREAK_MARK, id);
        }
        let mark = words::with(words::PAGE, label);
        self.page_break(&words::capitalized(&mark), &mark, id);
    }

    /// The end of a page, said to those who see it and to those who hear it.
    fn page_break(&mut self, read_aloud: &str, mark: &str, id: &str) {
        self.script
            .open(Element::Span, "rr-mark rr-page-break")
            .with(Attribute::Role, "doc-pagebreak")
            .in_our_words()
            .with(Attribute::AriaLabel, read_aloud)
            .generated()
            .with_id(id)
            .end_with(mark);
    }

    /// A note's mark in the text, which leads to the note.
    fn note_mark(&mut self, index: u32, element: Element, class: &str, label: &str) {
        let id = if self.refer(index) {
            String::new()
        } else {
            self.id("ref", index)
        };
        self.script.open(element, class).generated().with_id(&id);
        let target = self.note_id(index);
        self.link(&target, "doc-noteref", &words::note(label), label);
        self.script.close();
    }

    /// Notes that the anchor of a flow is written, and says whether one was before.
    fn refer(&mut self, index: u32) -> bool {
        std::mem::replace(&mut self.progress.flow_mut(index).is_referred, true)
    }

    fn is_referred(&self, index: u32) -> bool {
        self.progress.flow(index).is_referred
    }

    fn link(&mut self, target: &str, role: &str, read_aloud: &str, label: &str) {
        self.script
            .open(Element::A, "")
            .with(Attribute::Href, &scan::joined(&["#", target]))
            .with(Attribute::Role, role)
            .in_our_words()
            .with(Attribute::AriaLabel, read_aloud)
            .end_with(label);
    }

    /// Opens the box of a flow that stands behind the main one: of a note, of another reading.
    fn begin_behind(&mut self, index: u32, flow: &Flow) {
        self.script.words("\n");
        if index == 1 {
            self.script.open(Element::Section, "rr-notes");
            let title = self.notes_title();
            if !title.is_empty() {
                self.heading("rr-notes-title", title);
            }
        }
        self.chunk(flow.span.start);
        match &flow.kind {
            FlowKind::Note(note) => self.note(index, note),
            FlowKind::Reading(_) => self.reading(index),
            FlowKind::Main => {}
        }
        self.script.open(Element::Div, "rr-flow");
    }

    /// Closes the box of a flow, and that of the note that it is.
    fn end_flow(&mut self, index: u32, flow: &Flow) {
        if index == 0 {
            self.end_chunk();
            return self.script.close();
        }
        self.script.close();
        if let FlowKind::Reading(reading) = &flow.kind {
            self.end_reading(reading);
        }
        self.script.close();
        self.end_chunk_at(flow.span.end);
    }

    fn note(&mut self, index: u32, note: &Note) {
        let id = self.note_id(index);
        if let NoteKind::Source { .. } = note.kind {
            let is_target = note.id.is_some() || self.is_referred(index);
            // One that nothing leads to needs no id.
            let id = if is_target { id.as_str() } else { "" };
            self.open_note("rr-note rr-note-source", id);
        } else {
            self.open_note("rr-note", &id);
        }
        self.note_label(index, note);
    }

    /// Opens the box of a note.
    fn open_note(&mut self, class: &str, id: &str) {
        self.script.open(Element::Div, class).with_id(id);
    }

    /// The label before a note, which leads back to its place, if it has one.
    fn back(&mut self, index: u32, label: &str, read_aloud: &str) {
        self.script
            .open(Element::Span, "rr-mark rr-note-label")
            .generated();
        if self.is_referred(index) {
            let target = self.id("ref", index);
            self.link(&target, "doc-backlink", read_aloud, label);
        } else {
            self.script.words(label);
        }
        self.script.close();
    }

    /// The id of a note, or of its mark: `telegram-note-1`; with a colon, which no name of a source has, where a source may
    /// have names of its own: `letter-note:1`.
    fn id(&self, what: &str, index: u32) -> String {
        let sign = if self.progress.is_marked { ":" } else { "-" };
        let mut id = scan::joined(&[&self.options.id_prefix, "-", what, sign]);
        scan::push_number(&mut id, position(self.progress.first_note) + index, 1);
        id
    }
}

/// The value of a date for HTML, if it has one.
fn date<'t>(text: &'t Text, node: &Node) -> Option<&'t str> {
    let edtf = text.property(node, Property::Date)?;
    super::markup::is_date(edtf).then_some(edtf)
}
