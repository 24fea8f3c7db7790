//! The only way to make a [`Text`]: nodes are opened and closed, words are pushed.

use super::{Date, Flow, Language, Node, NodeKind, Note, Role, Span, Text, position};

/// Builds a [`Text`] and keeps its laws whatever it is told: nodes nest, spans lie on character boundaries,
/// blocks are separated by one line feed. What is still open in the end is closed.
///
/// ```
/// use reading_room::{NodeKind, Role, TextBuilder};
/// let mut text = TextBuilder::new(Role::Original, None);
/// text.open(NodeKind::Paragraph);
/// text.push("Sent at noon.");
/// text.close();
/// text.open(NodeKind::Signed);
/// text.push("A. DOBRYNIN");
/// assert_eq!(text.finish().as_str(), "Sent at noon.\nA. DOBRYNIN");
/// ```
#[derive(Debug)]
pub struct TextBuilder {
    text: Text,
    main: FlowBuilder,
    notes: Vec<(Note, FlowBuilder)>,
    /// Whether words and nodes go to the last note rather than to the main flow.
    in_note: bool,
}

/// The words and nodes of one flow, counted from its own start.
#[derive(Debug, Default)]
struct FlowBuilder {
    string: String,
    nodes: Vec<Node>,
    /// The nodes that are open, by their index.
    open: Vec<usize>,
    /// A block has ended, and the next one wants a line feed before it.
    after_block: bool,
}

impl TextBuilder {
    /// A text without words.
    pub fn new(role: Role, language: Option<Language>) -> TextBuilder {
        TextBuilder {
            text: Text {
                role,
                language,
                label: None,
                string: String::new(),
                nodes: Vec::new(),
                flows: Vec::new(),
                dates: Vec::new(),
            },
            main: FlowBuilder::default(),
            notes: Vec::new(),
            in_note: false,
        }
    }

    /// Keeps the label that the source gives the text.
    pub fn label(&mut self, label: &str) {
        self.text.label = Some(label.to_owned());
    }

    /// Adds words to the innermost open node.
    pub fn push(&mut self, words: &str) {
        self.flow().string.push_str(words);
    }

    /// The position of the next word, in bytes from the start of its flow.
    pub fn position(&mut self) -> u32 {
        position(self.flow().string.len())
    }

    /// Opens a node; a line feed parts a block from the one before.
    pub fn open(&mut self, kind: NodeKind) {
        let flow = self.flow();
        if kind.is_block() && flow.after_block {
            flow.string.push('\n');
            flow.after_block = false;
        }
        let start = position(flow.string.len());
        flow.open.push(flow.nodes.len());
        flow.nodes.push(Node {
            kind,
            span: Span::new(start, start),
            size: 1,
        });
    }

    /// Closes the node that was opened last in this flow; without one it does nothing.
    pub fn close(&mut self) {
        let flow = self.flow();
        let (end, count) = (position(flow.string.len()), flow.nodes.len());
        let Some(index) = flow.open.pop() else {
            return;
        };
        if let Some(node) = flow.nodes.get_mut(index) {
            node.span.end = end;
            node.size = position(count - index);
            flow.after_block |= node.kind.is_block();
        }
    }

    /// A date, with the words it is read from.
    pub fn date(&mut self, date: Date) {
        let index = position(self.text.dates.len());
        self.open(NodeKind::Date(index));
        self.push(&date.written);
        self.close();
        self.text.dates.push(date);
    }

    /// A node without words: the end of a page, the place that a note belongs to.
    pub fn milestone(&mut self, kind: NodeKind) {
        self.open(kind);
        self.close();
    }

    /// Begins a note: until it is closed, words and nodes are its own. A note in a note is part of it.
    pub fn open_note(&mut self, note: Note) {
        if !self.in_note {
            self.notes.push((note, FlowBuilder::default()));
            self.in_note = true;
        }
    }

    /// Ends the note; words and nodes go to the main flow again.
    pub fn close_note(&mut self) {
        self.close_all();
        self.in_note = false;
    }

    /// The text, its flows put behind one another.
    pub fn finish(mut self) -> Text {
        self.close_note();
        self.close_all();
        append(&mut self.text, self.main, None);
        for (note, flow) in self.notes {
            append(&mut self.text, flow, Some(note));
        }
        self.text
    }

    fn close_all(&mut self) {
        while !self.flow().open.is_empty() {
            self.close();
        }
    }

    fn flow(&mut self) -> &mut FlowBuilder {
        match self.notes.last_mut() {
            Some((_, note)) if self.in_note => note,
            _ => &mut self.main,
        }
    }
}

/// Puts a flow behind those that are there, parted by a line feed.
fn append(text: &mut Text, flow: FlowBuilder, note: Option<Note>) {
    if !text.flows.is_empty() {
        text.string.push('\n');
    }
    let start = position(text.string.len());
    let first = text.nodes.len();
    text.string.push_str(&flow.string);
    for mut node in flow.nodes {
        node.span = node.span.shifted(start);
        text.nodes.push(node);
    }
    text.flows.push(Flow {
        span: Span::new(start, position(text.string.len())),
        nodes: first..text.nodes.len(),
        note,
    });
}
