//! Elements of HTML, one after another, to a text.

use super::attributes::{self, Attributes};
use super::elements::{Elements, Meaning};
use super::left_out::LeftOut;
use super::lines::{Inline, Inlines};
use super::notes::Named;
use crate::diagnostic::Remarks;
use crate::document::{Language, Look, NodeKind, Note, Property, Role, Text, TextBuilder};
use crate::limits;
use crate::scan;

/// Builds a text of elements of HTML. What is not in its table of elements is transparent or, where it is forbidden
/// (scripts, styles, controls, embedded objects), nothing.
///
/// Words that stand among blocks get a paragraph around them, and headings begin divisions.
#[derive(Debug)]
pub(in super::super) struct Body {
    text: TextBuilder,
    elements: Elements,
    /// The elements that have begun and not ended.
    frames: Vec<Frame>,
    /// The nodes and notes that are open.
    nodes: Vec<Opened>,
    inlines: Inlines,
    /// A paragraph that has begun and has no words yet, with what is said of it: one that never has any is none.
    paragraph: Option<Vec<(Property, String)>>,
    /// What is said of the paragraph that has words, but for its name.
    said: Vec<(Property, String)>,
    /// How many line breaks wait for words behind them.
    breaks: u32,
    notes: Named,
    /// How many elements are open where nothing is of the text, and the name of the first of them.
    outside: (u32, String),
    left_out: LeftOut,
    /// In how many elements every space counts, and whether a line end in them waits for words behind it.
    preformatted: u32,
    line_waits: bool,
}

/// An element that is open.
#[derive(Debug)]
struct Frame {
    meaning: Meaning,
    /// How many nodes were open when it began: those behind them end with it.
    nodes: usize,
    /// Whether it has a node, although what it means has none.
    has_node: bool,
    /// Whether it is one in the line, besides what it means.
    is_inline: bool,
    /// Whether its rows are heads (`thead`).
    is_head: bool,
    /// The number of the next item of a list whose numbers do not begin with 1.
    number: Option<u32>,
}

/// A node that is open, or a note.
#[derive(Debug)]
enum Opened {
    /// An element's own.
    Element,
    /// One that has to stand around what came.
    Implied,
    /// Of an element in the line.
    Inline,
    /// A division that began with a heading of that level.
    Division(u8),
    /// A note, and what was open in the line where it stands.
    Note(Inlines),
}

impl Body {
    /// A text without words.
    pub(in super::super) fn new(role: Role, language: Option<Language>) -> Body {
        Body {
            text: TextBuilder::new(role, language),
            elements: Elements::default(),
            frames: Vec::new(),
            nodes: Vec::new(),
            inlines: Inlines::default(),
            paragraph: None,
            said: Vec::new(),
            breaks: 0,
            notes: Named::default(),
            outside: (0, String::new()),
            left_out: LeftOut::default(),
            preformatted: 0,
            line_waits: false,
        }
    }

    /// The text, and what there was to remark.
    pub(in super::super) fn finish(self, remarks: &mut Remarks) -> Text {
        self.left_out.report(remarks);
        self.text.finish()
    }

    /// Words that stand in an element of that name are not of the text.
    pub(in super::super) fn leave_out(&mut self, name: &str, words: &str) {
        self.left_out.add(name, words);
    }

    /// Whether nothing of an element of that name is in the text.
    pub(in super::super) fn leaves_out(&self, name: &str) -> bool {
        matches!(self.elements.meaning(name), Meaning::Nothing)
    }

    /// Whether an element is open that nothing of is in the text.
    pub(in super::super) fn is_outside(&self) -> bool {
        self.outside.0 > 0
    }

    /// An element begins; its name and those of its attributes are in small letters. Attributes that mean nothing here are
    /// passed over.
    pub(in super::super) fn start(&mut self, name: &str, attributes: &Attributes) {
        if self.outside.0 > 0 {
            self.outside.0 += 1;
            return;
        }
        let mut meaning = self.elements.meaning(name);
        if self.nodes.len() > limits::DEPTH && !matches!(meaning, Meaning::Nothing) {
            meaning = Meaning::Transparent;
        }
        if let Meaning::Nothing = meaning {
            self.outside = (1, scan::owned(name));
            return;
        }
        match meaning {
            Meaning::Block(_) | Meaning::Heading(_) | Meaning::Box | Meaning::Section => {
                self.end_line();
            }
            _ => {}
        }
        if let Meaning::Heading(level) = meaning {
            self.divide(level);
        }
        let is_paragraph = matches!(meaning, Meaning::Block(NodeKind::Paragraph));
        if let Meaning::Block(kind) = meaning
            && !is_paragraph
        {
            self.open_around(kind);
        }
        let mut frame = Frame {
            meaning,
            nodes: self.nodes.len(),
            has_node: false,
            is_inline: false,
            is_head: name == "thead",
            number: number(attributes, "start"),
        };
        match meaning {
            Meaning::Block(_) if is_paragraph => {
                self.paragraph = Some(attributes::said(name, attributes));
            }
            Meaning::Block(kind) => self.block(kind, name, attributes),
            Meaning::Heading(_) => self.block(NodeKind::Heading, name, attributes),
            Meaning::Box | Meaning::Section => frame.has_node = self.group(name, attributes),
            Meaning::Milestone(kind) => self.mark(kind, name, attributes),
            // A link that leads nowhere is a place, if it has a name.
            Meaning::Inline(NodeKind::Link) if !leads(attributes) => {
                frame.is_inline = self.span(name, attributes);
            }
            Meaning::Inline(kind) => {
                frame.is_inline = self.inline(kind, attributes::said(name, attributes));
            }
            Meaning::Transparent => frame.is_inline = self.span(name, attributes),
            Meaning::Nothing => {}
        }
        let look = attributes::place(name, attributes);
        if look != Look::NONE && !frame.is_inline {
            frame.is_inline = self.inline(NodeKind::Highlighted(look), Vec::new());
        }
        self.frames.push(frame);
    }

    /// The element that began last ends.
    pub(in super::super) fn end(&mut self) {
        if self.outside.0 > 0 {
            self.outside.0 -= 1;
            return;
        }
        let Some(frame) = self.frames.pop() else {
            return;
        };
        match frame.meaning {
            Meaning::Block(kind) => {
                self.drop_paragraph();
                self.close_to(frame.nodes);
                if matches!(kind, NodeKind::Preformatted) {
                    self.preformatted -= 1;
                    self.line_waits = false;
                }
            }
            Meaning::Heading(_) | Meaning::Section => self.close_to(frame.nodes),
            Meaning::Box => {
                self.end_line();
                if frame.has_node {
                    self.close_to(frame.nodes);
                }
            }
            Meaning::Inline(_)
            | Meaning::Milestone(_)
            | Meaning::Transparent
            | Meaning::Nothing => {}
        }
        if frame.is_inline {
            self.end_inline();
        }
    }

    /// Words that look like that begin, in a language and a direction where these are not empty; up to [`Body::end`].
    pub(in super::super) fn start_look(&mut self, look: Look, language: &str, direction: &str) {
        if self.outside.0 > 0 {
            self.outside.0 += 1;
            return;
        }
        let mut said = Vec::new();
        for (property, value) in [
            (Property::Language, language),
            (Property::Direction, direction),
        ] {
            if !value.is_empty() {
                said.push((property, scan::owned(value)));
            }
        }
        let kind = match look == Look::NONE && !language.is_empty() {
            true => NodeKind::Foreign,
            false => NodeKind::Highlighted(look),
        };
        let frame = Frame {
            meaning: Meaning::Transparent,
            nodes: self.nodes.len(),
            has_node: false,
            is_inline: self.inline(kind, said),
            is_head: false,
            number: None,
        };
        self.frames.push(frame);
    }

    /// Words; white space in them is folded, but in `pre`.
    pub(in super::super) fn words(&mut self, words: &str) {
        if self.outside.0 > 0 {
            return self.left_out.add(&self.outside.1, words);
        }
        if self.preformatted > 0 {
            return self.as_they_are(words);
        }
        let mut words = words;
        if self.is_between_blocks() {
            // Old pages indent by spaces that do not break, and part paragraphs by one with nothing else.
            words = scan::trim_start(words, INDENTS);
            if words.is_empty() {
                return;
            }
        }
        if !scan::trim_start(words, scan::BLANKS).is_empty() {
            self.get_ready();
        } else if self.breaks > 0 {
            return;
        }
        self.text.fold(words);
    }

    /// A number at the beginning of a block, which is said of the block as well.
    pub(in super::super) fn number_words(&mut self, number: &str) {
        self.words(number);
        self.text.property(Property::Label, number);
    }

    /// Words in which every space and every line end counts, but for the last line end.
    fn as_they_are(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        // Lines of sources end in other ways too.
        if scan::find(words, "\r").is_some() {
            return self.as_they_are(&with_line_feeds(words));
        }
        self.get_ready();
        if std::mem::take(&mut self.line_waits) {
            self.text.push("\n");
        }
        let (words, waits) = match words.strip_suffix("\n") {
            Some(words) => (words, true),
            None => (words, false),
        };
        self.text.push(words);
        self.line_waits = waits;
    }

    /// A note begins at this place: words go to it until [`Body::end_note`].
    pub(in super::super) fn start_note(&mut self, note: Note) {
        let flow = self.text.next_flow();
        self.anchor(flow);
        self.text.open_note(note);
        self.begin_note();
    }

    /// The place of a note whose words stand elsewhere.
    pub(in super::super) fn note_place(&mut self, name: &str) {
        let flow = self.notes.place(name, &mut self.text);
        self.anchor(flow);
    }

    /// The words of a note begin whose place is elsewhere, until [`Body::end_note`].
    pub(in super::super) fn start_note_named(&mut self, name: &str, note: Note) {
        self.notes.open(name, note, &mut self.text);
        self.begin_note();
    }

    /// The note that began last ends.
    pub(in super::super) fn end_note(&mut self) {
        while let Some(opened) = self.nodes.pop() {
            if let Opened::Note(inlines) = opened {
                self.inlines = inlines;
                return self.text.close_flow();
            }
            self.text.close();
        }
    }

    /// A place of that kind, without words: the end of a page, say.
    pub(in super::super) fn milestone(&mut self, kind: NodeKind, label: &str) {
        self.text.milestone(kind);
        self.text.property(Property::Label, label);
    }

    fn anchor(&mut self, flow: u32) {
        self.open_block();
        self.break_line();
        self.text.milestone(NodeKind::Anchor(flow));
    }

    fn begin_note(&mut self) {
        let inlines = std::mem::take(&mut self.inlines);
        self.nodes.push(Opened::Note(inlines));
    }

    // Blocks.

    fn open(&mut self, kind: NodeKind, opened: Opened) {
        self.text.open(kind);
        self.nodes.push(opened);
    }

    fn block(&mut self, kind: NodeKind, name: &str, attributes: &Attributes) {
        self.open(kind, Opened::Element);
        attributes::say(&mut self.text, name, attributes);
        let around = self.frames.last_mut();
        match kind {
            NodeKind::Preformatted => self.preformatted += 1,
            NodeKind::Row if around.is_some_and(|frame| frame.is_head) => {
                self.text.property(Property::Role, "label");
            }
            NodeKind::Cell if name == "th" => self.text.property(Property::Role, "label"),
            NodeKind::Item => self.number(attributes),
            _ => {}
        }
    }

    /// Numbers an item whose number is not that of its place.
    fn number(&mut self, attributes: &Attributes) {
        let Some(list) = self.frames.last_mut() else {
            return;
        };
        let number = number(attributes, "value").or(list.number);
        list.number = number.map(|number| number + 1);
        if let Some(number) = number {
            let mut label = String::new();
            scan::push_number(&mut label, number, 1);
            self.text.property(Property::Type, "numbered");
            self.text.property(Property::Label, &label);
        }
    }

    /// What is a node only where the language or direction is said of it; says whether it is.
    fn group(&mut self, name: &str, attributes: &Attributes) -> bool {
        let mut names = attributes.iter().map(|(name, _)| *name);
        let is_node = names.any(|name| scan::listed("lang|xml:lang|dir", name));
        if is_node {
            let kind = match self.is_among_divisions() {
                true => NodeKind::Division,
                false => NodeKind::Block,
            };
            self.open_around(kind);
            self.open(kind, Opened::Element);
            attributes::say(&mut self.text, name, attributes);
        } else if let Some(name) = attributes::value(attributes, "id") {
            self.place(name);
        }
        is_node
    }

    /// A place that has a name.
    fn place(&mut self, name: &str) {
        self.text.milestone(NodeKind::Place);
        self.text.property(Property::Id, name);
    }

    /// Begins a division, and ends those that a heading of this level ends. Only where there are divisions alone; else it
    /// is the heading of what it stands in.
    fn divide(&mut self, level: u8) {
        let within = self
            .frames
            .iter()
            .rev()
            .find_map(|frame| match frame.meaning {
                Meaning::Section | Meaning::Block(_) => Some(frame.nodes),
                _ => None,
            });
        let within = within.unwrap_or(0);
        while self.nodes.len() > within
            && let Some(Opened::Division(other)) = self.nodes.last()
            && *other >= level
        {
            self.close();
        }
        if self.is_among_divisions() {
            self.open(NodeKind::Division, Opened::Division(level));
        } else {
            self.open_around(NodeKind::Heading);
        }
    }

    /// Whether nothing but divisions is open.
    fn is_among_divisions(&self) -> bool {
        let is_note = |opened: &Opened| matches!(opened, Opened::Note(_));
        match self.text.innermost() {
            None => !self.nodes.last().is_some_and(is_note),
            Some(kind) => matches!(kind, NodeKind::Division),
        }
    }

    /// In lists and tables stand items, rows and cells alone: around anything else one is put.
    fn open_around(&mut self, kind: NodeKind) {
        loop {
            let around = match (self.text.innermost(), kind) {
                (Some(NodeKind::List(_)), NodeKind::Item | NodeKind::Label | NodeKind::Heading)
                | (Some(NodeKind::Table), NodeKind::Row | NodeKind::Heading)
                | (Some(NodeKind::Row), NodeKind::Cell) => return,
                (Some(NodeKind::List(_)), _) => NodeKind::Item,
                (Some(NodeKind::Table), _) => NodeKind::Row,
                (Some(NodeKind::Row), _) => NodeKind::Cell,
                _ => return,
            };
            self.open(around, Opened::Implied);
        }
    }

    /// Ends what words among blocks have begun.
    fn end_line(&mut self) {
        self.drop_paragraph();
        self.breaks = 0;
        while let Some(Opened::Implied | Opened::Inline) = self.nodes.last() {
            self.close();
        }
        self.inlines.open = 0;
    }

    /// The paragraph that has begun has no words. Its name is that of a place.
    fn drop_paragraph(&mut self) {
        let said = self.paragraph.take().unwrap_or_default();
        if let Some(name) = attributes::find(&said, Property::Id) {
            self.place(name);
        }
    }

    /// Closes the nodes behind so many.
    fn close_to(&mut self, nodes: usize) {
        self.breaks = 0;
        while self.nodes.len() > nodes && !matches!(self.nodes.last(), Some(Opened::Note(_))) {
            self.close();
        }
        self.inlines.open = 0;
    }

    fn close(&mut self) {
        self.nodes.pop();
        self.text.close();
    }

    // What stands in a line.

    /// An element in the line begins; says whether it is remembered. A hundred of them around each of a hundred
    /// paragraphs would be ten thousand nodes.
    fn inline(&mut self, kind: NodeKind, said: Vec<(Property, String)>) -> bool {
        let has_room = self.inlines.list.len() < limits::INLINES;
        if has_room {
            self.inlines.list.push(Inline::new(kind, said));
        }
        has_room
    }

    /// What means nothing by itself may be in another language, or have a name.
    fn span(&mut self, name: &str, attributes: &Attributes) -> bool {
        let said = attributes::said(name, attributes);
        if said.is_empty() {
            return false;
        }
        let kind = match attributes::find(&said, Property::Language) {
            Some(_) => NodeKind::Foreign,
            None => NodeKind::Highlighted(Look::NONE),
        };
        self.inline(kind, said)
    }

    /// The element in the line that began last ends. A name that no node got, for want of words, is that of a place.
    fn end_inline(&mut self) {
        let Some(inline) = self.inlines.list.pop() else {
            return;
        };
        if let Some(name) = inline.name() {
            self.place(name);
        }
        if self.inlines.open > self.inlines.list.len() {
            self.inlines.open -= 1;
            self.close();
        }
    }

    fn mark(&mut self, kind: NodeKind, name: &str, attributes: &Attributes) {
        match kind {
            NodeKind::Milestone => {
                self.end_line();
                self.text.milestone(kind);
                self.text.property(Property::Type, "thematic-break");
            }
            NodeKind::LineBreak => {
                if let Some(name) = attributes::value(attributes, "id") {
                    self.place(name);
                }
                if !self.is_between_blocks() {
                    self.breaks += 1;
                    self.part();
                }
                return;
            }
            // It needs no paragraph there.
            _ if matches!(self.text.innermost(), Some(NodeKind::Figure)) => {
                self.text.milestone(kind)
            }
            _ => {
                self.get_ready();
                self.text.milestone(kind);
            }
        }
        attributes::say(&mut self.text, name, attributes);
    }

    /// Two line breaks end a paragraph, and another one like it begins.
    fn part(&mut self) {
        while self.breaks > 1
            && let Some(Opened::Inline) = self.nodes.last()
        {
            self.close();
            self.inlines.open -= 1;
        }
        if self.breaks > 1 && matches!(self.text.innermost(), Some(NodeKind::Paragraph)) {
            // One that words among blocks have got gets another one when they go on.
            if let Some(Opened::Element) = self.nodes.last() {
                self.paragraph = Some(self.said.clone());
            }
            self.close();
            self.breaks = 0;
        }
    }

    /// Begins the line that breaks wait for.
    fn break_line(&mut self) {
        for _ in 0..std::mem::take(&mut self.breaks) {
            self.text.milestone(NodeKind::LineBreak);
            if self.preformatted == 0 {
                self.text.fold("\n");
            }
        }
    }

    /// Opens all that has to stand around words.
    fn get_ready(&mut self) {
        self.open_block();
        self.break_line();
        while let Some(inline) = self.inlines.list.get_mut(self.inlines.open) {
            inline.open(&mut self.text);
            self.nodes.push(Opened::Inline);
            self.inlines.open += 1;
        }
    }

    /// Opens the block that words need which stand among blocks.
    fn open_block(&mut self) {
        self.open_around(NodeKind::Paragraph);
        if let Some(said) = self.paragraph.take() {
            self.open(NodeKind::Paragraph, Opened::Element);
            attributes::tell(&mut self.text, &said);
            self.said = said;
            self.said.retain(|(property, _)| *property != Property::Id);
        }
        if self.is_between_blocks() {
            self.open(NodeKind::Paragraph, Opened::Implied);
        }
    }

    /// Whether this is a place where words would need a paragraph.
    fn is_between_blocks(&self) -> bool {
        use NodeKind::*;
        match self.text.innermost() {
            _ if self.paragraph.is_some() => true,
            None => self.is_among_divisions(),
            Some(kind) => matches!(
                kind,
                Division | Quotation | Aside | Figure | List(_) | Table | Row
            ),
        }
    }
}

/// White space that a paragraph does not begin with.
const INDENTS: &str = " \t\n\r\u{c}\u{a0}";

/// Whether a link leads anywhere.
fn leads(attributes: &Attributes) -> bool {
    let said = attributes::said("a", attributes);
    attributes::find(&said, Property::Target).is_some()
}

/// Words whose lines end with a line feed, whatever ended them.
fn with_line_feeds(words: &str) -> String {
    let mut lines = String::with_capacity(words.len());
    let mut before = ' ';
    for c in words.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\r' => lines.push('\n'),
            _ => lines.push(c),
        }
        before = c;
    }
    lines
}

/// The number that an attribute is.
fn number(attributes: &Attributes, name: &str) -> Option<u32> {
    scan::number(scan::trimmed(attributes::value(attributes, name)?))
}
