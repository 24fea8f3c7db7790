//! The only way to make a [`Text`]: nodes are opened and closed, words are pushed.

use super::property::{self, Properties};
use super::{
    Date, Flow, FlowKind, HAS_MARKUP, Language, Node, NodeKind, Note, NoteKind, Property, Reading,
    Role, Span, Text, position,
};

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
    role: Role,
    language: Option<Language>,
    /// Whether that was found in the words, as far as they have come.
    language_is_detected: bool,
    label: Option<String>,
    properties: Properties,
    main: FlowBuilder,
    /// The flows in the order in which they were opened, the main one first. Where one lies is counted in [`Ended`].
    flows: Vec<Flow>,
    /// Those of them that are open, by their index, the innermost last.
    open: Vec<(usize, FlowBuilder)>,
    ended: Ended,
}

/// Words and nodes of the flows that have ended, one behind the other in the order in which they did. A string and a list
/// for each would weigh several times what stands in a note of a few words.
#[derive(Debug, Default)]
struct Ended {
    string: String,
    nodes: Vec<Node>,
}

/// The words and nodes of one flow, counted from its own start.
#[derive(Debug, Default)]
struct FlowBuilder {
    string: String,
    nodes: Vec<Node>,
    /// The nodes that are open, by their index.
    open: Vec<usize>,
    pending: Separator,
    /// How many nodes there were when white space came last.
    before_space: usize,
}

/// What parts the next word from the one before. It stands behind the nodes that have ended and before those that begin,
/// and is not there at all where no word follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Separator {
    /// Nothing.
    #[default]
    None,
    /// White space of the source, folded.
    Space,
    /// A block has begun or ended.
    Line,
    /// Nothing, whatever white space the source has here: a word goes on behind the end of its line.
    Joined,
}

impl TextBuilder {
    /// A text without words.
    pub fn new(role: Role, language: Option<Language>) -> TextBuilder {
        TextBuilder {
            role,
            language,
            language_is_detected: false,
            label: None,
            properties: Properties::default(),
            main: FlowBuilder::default(),
            flows: vec![flow(FlowKind::Main)],
            open: Vec::new(),
            ended: Ended::default(),
        }
    }

    /// Keeps the label that the source gives the text.
    pub fn label(&mut self, label: &str) {
        self.label = Some(label.to_owned());
    }

    /// Keeps the language that the text turned out to be in.
    pub fn language(&mut self, language: Language) {
        self.language = Some(language);
        self.language_is_detected = false;
    }

    /// Adds words to the innermost open node, as they are.
    pub fn push(&mut self, words: &str) {
        if !words.is_empty() {
            let flow = self.flow();
            flow.separate();
            flow.string.push_str(words);
        }
    }

    /// Adds words of a source in which white space is layout (XML): any run of it is one space, and none at the
    /// beginning and the end of a block.
    ///
    /// ```
    /// use reading_room::{NodeKind, Role, TextBuilder};
    /// let mut text = TextBuilder::new(Role::Original, None);
    /// text.open(NodeKind::Paragraph);
    /// text.fold("\n  Sent ");
    /// text.fold(" at\n    noon.\n");
    /// assert_eq!(text.finish().as_str(), "Sent at noon.");
    /// ```
    pub fn fold(&mut self, words: &str) {
        self.flow().fold(words);
    }

    /// Takes away the white space around this place: the word before it goes on behind it (`break="no"`).
    pub fn join(&mut self) {
        let flow = self.flow();
        if flow.pending != Separator::Line {
            flow.pending = Separator::Joined;
        }
    }

    /// Opens a node; a line feed parts a block from what stands before it.
    pub fn open(&mut self, kind: NodeKind) {
        let flow = self.flow();
        if kind.is_block() {
            flow.break_line();
        }
        let start = position(flow.string.len());
        flow.open.push(flow.nodes.len());
        let node = Node {
            kind,
            span: Span::new(start, start),
            size: 1,
            properties: property::NONE,
        };
        push(&mut flow.nodes, node);
    }

    /// Says something of the node that was opened last. An empty value says nothing, and neither does a second one.
    pub fn property(&mut self, property: Property, value: &str) {
        let next = self.properties.len();
        let flow = match self.open.last_mut() {
            Some((_, flow)) => flow,
            None => &mut self.main,
        };
        let Some(node) = flow.nodes.last_mut() else {
            return;
        };
        let goes_on = node.properties != property::NONE;
        let is_said = goes_on && self.properties.has(node.properties, property);
        if !value.is_empty() && !is_said {
            if !goes_on {
                node.properties = next;
            }
            self.properties.push(property, value, goes_on);
        }
    }

    /// The index that the node opened last will have among the text's, where it is one of the main flow.
    pub fn node(&self) -> Option<u32> {
        let index = self.main.nodes.len().checked_sub(1)?;
        self.open.is_empty().then(|| position(index))
    }

    /// The kind of the innermost open node of the flow.
    pub fn innermost(&self) -> Option<NodeKind> {
        let flow = self.current();
        flow.open
            .last()
            .and_then(|index| Some(flow.nodes.get(*index)?.kind))
    }

    /// Closes the node that was opened last in this flow; without one it does nothing.
    pub fn close(&mut self) {
        let flow = self.flow();
        let (end, count) = (position(flow.string.len()), flow.nodes.len());
        let Some(index) = flow.open.pop() else {
            return;
        };
        if index < flow.before_space {
            // What it holds stays in it, before the white space that is its last.
            flow.before_space = count;
        }
        if let Some(node) = flow.nodes.get_mut(index) {
            node.span.end = end;
            node.size = position(count - index);
            if node.kind.is_block() {
                flow.break_line();
            }
        }
    }

    /// A date, with the words it is read from.
    pub fn date(&mut self, date: &Date) {
        self.open(NodeKind::Date);
        self.property(Property::Date, &date.edtf());
        self.push(&date.written);
        self.close();
    }

    /// A node without words: the end of a page, the place that a note belongs to.
    pub fn milestone(&mut self, kind: NodeKind) {
        self.open(kind);
        self.close();
    }

    /// The index that the next flow will have: what an anchor before it names.
    pub fn next_flow(&self) -> u32 {
        position(self.flows.len())
    }

    /// Begins a note: until it is closed, words and nodes are its own.
    pub fn open_note(&mut self, note: Note) {
        self.open_flow(FlowKind::Note(note));
    }

    /// A note whose place comes before its words: its flow, which an anchor may name, and which is empty until it is opened
    /// ([`open_reserved`](TextBuilder::open_reserved)).
    #[cfg(feature = "marked")]
    pub fn reserve_note(&mut self) -> u32 {
        let index = self.next_flow();
        let note = Note {
            kind: NoteKind::Numbered,
            label: None,
            id: None,
        };
        let mut flow = flow(FlowKind::Note(note));
        flow.anchor = NOWHERE;
        push(&mut self.flows, flow);
        index
    }

    /// Begins the note of a flow that was reserved, as [`open_note`](TextBuilder::open_note) does.
    #[cfg(feature = "marked")]
    pub fn open_reserved(&mut self, index: u32, note: Note) {
        if let Some(flow) = self.flows.get_mut(index as usize) {
            flow.kind = FlowKind::Note(note);
            self.open.push((index as usize, FlowBuilder::default()));
        }
    }

    /// Begins another reading than the one in the text: until it is closed, words and nodes are its own.
    pub fn open_reading(&mut self, reading: Reading) {
        self.open_flow(FlowKind::Reading(reading));
    }

    fn open_flow(&mut self, kind: FlowKind) {
        self.open.push((self.flows.len(), FlowBuilder::default()));
        push(&mut self.flows, flow(kind));
    }

    /// Whether the flow that is open has neither words nor nodes.
    pub fn is_flow_empty(&self) -> bool {
        let flow = self.current();
        flow.string.is_empty() && flow.nodes.is_empty()
    }

    /// Ends the note or reading that was opened last; words and nodes go to where they went before.
    pub fn close_flow(&mut self) {
        let Some((index, mut flow)) = self.open.pop() else {
            return;
        };
        flow.close_all();
        let ended = &mut self.ended;
        let (words, nodes) = (ended.string.len(), ended.nodes.len());
        ended.string.push_str(&flow.string);
        ended.nodes.append(&mut flow.nodes);
        if let Some(flow) = self.flows.get_mut(index) {
            flow.span = Span::new(position(words), position(ended.string.len()));
            flow.nodes = nodes..ended.nodes.len();
            flow.anchor = NOWHERE;
        }
    }

    /// Puts the words of the flow that was opened last, and has ended, to where its anchor stands: there is nothing that
    /// they are another reading of, or no word that a note would be of.
    pub fn restore_flow(&mut self) {
        let ended = (position(self.ended.string.len()), self.ended.nodes.len());
        let ended_last =
            |flow: &mut Flow| flow.anchor == NOWHERE && (flow.span.end, flow.nodes.end) == ended;
        let Some(other) = self.flows.pop_if(ended_last) else {
            return;
        };
        let anchor = NodeKind::Anchor(self.next_flow());
        let words = self.ended.string.split_off(other.span.start as usize);
        let nodes = self.ended.nodes.split_off(other.nodes.start);
        let flow = self.flow();
        if let Some(node) = flow.nodes.last_mut().filter(|node| node.kind == anchor) {
            node.kind = NodeKind::Place;
            if let Some(id) = other.note().and_then(|note| note.id.as_deref()) {
                self.property(Property::Id, id);
            }
        }
        let flow = self.flow();
        if !words.is_empty() {
            flow.separate();
        }
        let start = position(flow.string.len());
        flow.string.push_str(&words);
        for mut node in nodes {
            node.span = node.span.shifted(start);
            flow.nodes.push(node);
        }
    }

    /// The text as far as it has come, to be looked at and given back ([`take_back`](TextBuilder::take_back)), and the nodes of
    /// its main flow that are open, by their index. It has the words of flows that have ended, and not their nodes.
    #[cfg(feature = "tei")]
    pub(crate) fn lend(&mut self) -> (Text, &[usize]) {
        let text = Text {
            role: self.role,
            language: self.language,
            language_is_detected: self.language_is_detected,
            label: self.label.take(),
            properties: std::mem::take(&mut self.properties),
            flows: std::mem::take(&mut self.flows),
            string: std::mem::take(&mut self.main.string),
            nodes: std::mem::take(&mut self.main.nodes),
            behind: std::mem::take(&mut self.ended.string),
        };
        (text, &self.main.open)
    }

    /// Takes back what was lent, and goes on.
    #[cfg(feature = "tei")]
    pub(crate) fn take_back(&mut self, text: Text) {
        self.language = text.language;
        self.language_is_detected = text.language_is_detected;
        self.label = text.label;
        self.properties = text.properties;
        self.flows = text.flows;
        self.main.string = text.string;
        self.main.nodes = text.nodes;
        self.ended.string = text.behind;
    }

    /// The text, its flows put behind one another.
    pub fn finish(mut self) -> Text {
        while !self.open.is_empty() {
            self.close_flow();
        }
        self.main.close_all();
        let (mut string, mut nodes) = (self.main.string, self.main.nodes);
        if HAS_MARKUP {
            string.reserve_exact(self.ended.string.len() + self.flows.len() - 1);
            nodes.reserve_exact(self.ended.nodes.len());
        }
        for (index, flow) in self.flows.iter_mut().enumerate() {
            match index {
                0 => (flow.span.end, flow.nodes.end) = (position(string.len()), nodes.len()),
                _ => append(&mut string, &mut nodes, flow, &self.ended),
            }
        }
        anchor(&mut self.flows, &nodes);
        Text {
            role: self.role,
            language: self.language,
            language_is_detected: self.language_is_detected,
            label: self.label,
            properties: self.properties,
            flows: self.flows,
            string,
            nodes,
            #[cfg(feature = "tei")]
            behind: String::new(),
        }
    }

    #[inline(always)]
    fn current(&self) -> &FlowBuilder {
        self.open.last().map_or(&self.main, |(_, flow)| flow)
    }

    #[inline(always)]
    fn flow(&mut self) -> &mut FlowBuilder {
        match self.open.last_mut() {
            Some((_, flow)) => flow,
            None => &mut self.main,
        }
    }
}

impl FlowBuilder {
    /// The next word stands on a line of its own, if one stands before it.
    fn break_line(&mut self) {
        if !self.string.is_empty() {
            self.pending = Separator::Line;
        } else {
            self.pending = Separator::None;
        }
    }

    /// Puts the separator that was waiting before the nodes that have begun since.
    #[inline(always)]
    fn separate(&mut self) {
        if self.pending != Separator::None {
            self.put_separator();
        }
    }

    #[inline(never)]
    fn put_separator(&mut self) {
        let mark = match std::mem::take(&mut self.pending) {
            Separator::None | Separator::Joined => return,
            Separator::Space if HAS_MARKUP => ' ',
            _ => '\n',
        };
        let at = position(self.string.len());
        self.string.push(mark);
        // The nodes that begin here: the outermost open one, and everything in it, which is as empty.
        let mut first = self.nodes.len();
        for index in self.open.iter().rev() {
            match self.nodes.get(*index) {
                Some(node) if node.span.start == at => first = *index,
                _ => break,
            }
        }
        if mark == ' ' {
            // What came behind the white space stands behind it, but for notes, which belong to the word before with all
            // that their anchors hold.
            let is_note = |node: &&Node| matches!(node.kind, NodeKind::Anchor(_));
            let mut others = self.before_space;
            while let Some(note) = self.nodes.get(others).filter(is_note) {
                others += note.size as usize;
            }
            first = first.min(others);
        }
        if let Some(nodes) = self.nodes.get_mut(first..) {
            for node in nodes {
                node.span = node.span.shifted(1);
            }
        }
    }

    fn fold(&mut self, words: &str) {
        let bytes = words.as_bytes();
        let mut at = 0;
        loop {
            let start = skip_blank(bytes, at);
            if start > at && self.pending == Separator::None && !self.string.is_empty() {
                self.pending = Separator::Space;
                self.before_space = self.nodes.len();
            }
            if start >= bytes.len() {
                return;
            }
            at = to_layout(bytes, start);
            self.separate();
            self.string
                .push_str(words.get(start..at).unwrap_or_default());
        }
    }

    fn close_all(&mut self) {
        let end = position(self.string.len());
        let count = self.nodes.len();
        while let Some(index) = self.open.pop() {
            if let Some(node) = self.nodes.get_mut(index) {
                node.span.end = end;
                node.size = position(count - index);
            }
        }
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The first position, at `from` or behind it, that holds no white space of XML.
fn skip_blank(bytes: &[u8], from: usize) -> usize {
    let mut rest = bytes.get(from..).unwrap_or_default();
    loop {
        // Lines are indented.
        while let Some((eight, behind)) = rest.split_first_chunk()
            && u64::from_ne_bytes(*eight) == ONES * 0x20
        {
            rest = behind;
        }
        match rest {
            [b' ' | b'\n' | b'\t' | b'\r', behind @ ..] => rest = behind,
            _ => return bytes.len() - rest.len(),
        }
    }
}

/// The first position behind `from`, which holds a word, where white space may not stay as it is: where it is more than a
/// single space between two words. The end, where there is none.
fn to_layout(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from + 1..).unwrap_or_default();
    let (eights, last) = rest.as_chunks();
    let (mut at, mut after_blank) = (from + 1, false);
    for eight in eights {
        if let Some(found) = layout(u64::from_le_bytes(*eight), at, &mut after_blank) {
            return found;
        }
        at += 8;
    }
    // The end is like that of a line.
    let mut eight = [b'\n'; 8];
    for (byte, last) in eight.iter_mut().zip(last) {
        *byte = *last;
    }
    layout(u64::from_le_bytes(eight), at, &mut after_blank).unwrap_or(bytes.len())
}

/// Where the layout begins in eight bytes, the first of which stands at that position; `after_blank` says whether the byte
/// before is white space.
///
/// All eight are looked at in one go: the high bit of each tells whether something is true of it.
#[inline(always)]
fn layout(eight: u64, at: usize, after_blank: &mut bool) -> Option<usize> {
    let blank = !((eight | HIGH) - ONES * 0x21) & !eight & HIGH;
    let doubled = blank & (blank << 8 | u64::from(*after_blank) << 7);
    // Of what is blank, spaces alone have this bit.
    let is_space = eight << 2;
    let layout = doubled | (blank & !is_space);
    *after_blank = blank >> 63 != 0;
    let bit = layout.trailing_zeros();
    let before = (doubled >> (bit & 63) & 1) as usize;
    match layout {
        0 => None,
        _ => Some(at + (bit / 8) as usize - before),
    }
}

/// Adds to a list that grows by half. Growing to twice its length it would take, for a moment, three times what it holds.
fn push<T>(list: &mut Vec<T>, item: T) {
    if HAS_MARKUP && list.len() == list.capacity() {
        list.reserve_exact(list.len() / 2 + 8);
    }
    list.push(item);
}

/// What a flow says of its anchor before it is known.
const NOWHERE: u32 = u32::MAX;

/// A flow that has begun.
fn flow(kind: FlowKind) -> Flow {
    Flow {
        span: Span::default(),
        nodes: 0..0,
        kind,
        anchor: 0,
    }
}

/// Puts a flow that has ended behind those that are there, parted by a line feed.
fn append(string: &mut String, nodes: &mut Vec<Node>, flow: &mut Flow, ended: &Ended) {
    string.push('\n');
    let (start, first) = (position(string.len()), nodes.len());
    string.push_str(flow.span.of(&ended.string));
    for node in ended.nodes.get(flow.nodes.clone()).unwrap_or_default() {
        nodes.push(Node {
            span: node.span.shifted(start),
            ..*node
        });
    }
    flow.span = Span::new(start, position(string.len()));
    flow.nodes = first..nodes.len();
}

/// Notes where flows belong: at their first anchor in a flow before them; without one, at the end of the main flow.
fn anchor(flows: &mut [Flow], nodes: &[Node]) {
    let end = flows.first().map_or(0, |main| main.span.end);
    for node in nodes {
        if let NodeKind::Anchor(index) = node.kind
            && index > 0
            && let Some(flow) = flows.get_mut(index as usize)
            && node.span.start < flow.span.start
        {
            flow.anchor = flow.anchor.min(node.span.start);
        }
    }
    for flow in flows.iter_mut().skip(1) {
        if flow.anchor == NOWHERE {
            flow.anchor = end;
        }
    }
}
