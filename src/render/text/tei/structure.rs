//! A flow to elements: what stands around each node, and what has to.

use super::super::super::markup::{Attribute, Element};
use super::super::super::script::Script;
use super::super::Writer;
use super::element::Shape;
use super::shape::{self, Room};
use crate::document::{
    Direction, HAS_EDITIONS, HAS_PAGES, ListKind, Node, NodeKind, Property, Text,
};

/// What stands around a place in a flow.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Which of the text's flows it is. Only the main flow has headings that belong into an outline.
    pub(super) flow: u32,
    /// The nodes that are open and have elements, around them what the flow itself is.
    pub(super) frames: Vec<Frame>,
    /// The kinds of the nodes that are open, and whether each has a frame.
    open: Vec<(NodeKind, bool)>,
    /// Marks that wait for a place where they may stand.
    held: Vec<Node>,
    /// The first block behind the node that began last.
    pub(super) next_block: usize,
    /// How many links are open: no other may stand in them.
    pub(super) links: u32,
    /// How many divisions with headings are open.
    pub(super) divisions: u8,
    /// The direction of the words; `None` where nothing says what it is.
    direction: Option<Direction>,
    /// The classes of the element that is to be written next, and other attributes of it.
    pub(super) class: String,
    pub(super) attributes: Script,
}

impl Standing {
    /// At the beginning of a flow.
    pub(super) fn new(text: &Text, flow: u32) -> Standing {
        Standing {
            flow,
            frames: vec![Frame::new(Room::Blocks)],
            // What the words say may be found out when they stand.
            direction: text
                .language()
                .filter(|_| !text.language_is_detected())
                .map(|language| language.direction()),
            ..Standing::default()
        }
    }

    pub(super) fn is_main(&self) -> bool {
        self.flow == 0
    }
}

/// Writes the nodes of a flow.
pub(super) struct Structure<'s, 'w, 't> {
    pub(super) writer: &'s mut Writer<'t>,
    pub(super) at: &'w mut Standing,
}

/// An open node that has elements.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// What may stand in it.
    room: Room,
    /// How many elements that no node stands for are open in it.
    implied: u8,
    /// Whether the label of an item came last, which the item belongs to.
    labelled: bool,
    is_link: bool,
    /// Whether it is a division with a heading.
    pub(super) is_titled: bool,
    /// Whether it is a row of heads.
    pub(super) is_head: bool,
    /// The direction around it.
    around: Option<Direction>,
}

impl Frame {
    fn new(room: Room) -> Frame {
        Frame {
            room,
            implied: 0,
            labelled: false,
            is_link: false,
            is_titled: false,
            is_head: false,
            around: None,
        }
    }

    /// What may stand here now.
    fn here(&self) -> Room {
        let mut room = self.room;
        for _ in 0..self.implied {
            room = room.implied().map_or(room, |(_, room)| room);
        }
        room
    }
}

impl<'t> Structure<'_, '_, 't> {
    /// A node begins.
    pub(super) fn start(&mut self, index: usize, node: Node) {
        if node.kind.is_milestone() {
            self.at.open.push((node.kind, false));
            self.at.held.push(node);
            return self.settle();
        }
        self.gather(index, &node);
        self.make_room(node.kind);
        let id = self.id(&node);
        let shape = self.shape(index, &node, !id.is_empty());
        let has_frame = shape.is_some();
        if let Some(shape) = shape {
            self.begin(index, &node, shape, &id);
        }
        self.at.open.push((node.kind, has_frame));
        self.settle();
    }

    /// Words of the node that is open.
    pub(super) fn words(&mut self, words: &str) {
        let is_blank = words.bytes().all(|byte| byte.is_ascii_whitespace());
        if !is_blank {
            self.imply_all();
        }
        self.settle();
        self.writer.script.words(words);
    }

    /// The node that began last ends.
    pub(super) fn end(&mut self, node: Node) {
        let has_frame = self.at.open.pop().is_some_and(|(_, has_frame)| has_frame);
        if has_frame {
            self.end_frame(node.kind);
        }
        if self.is_among_blocks() {
            self.writer.end_chunk_at(node.span.end);
        }
    }

    fn end_frame(&mut self, kind: NodeKind) {
        self.settle();
        self.imply(0);
        if matches!(kind, NodeKind::Division) && self.is_among_blocks() {
            self.writer.end_chunk();
        }
        let Some(frame) = self.at.frames.pop() else {
            return;
        };
        let (_, closing) = shape::brackets(kind);
        self.bracket(closing);
        self.writer.script.close();
        if frame.room == Room::Table {
            // The box around it.
            self.writer.script.close();
        }
        self.at.direction = frame.around;
        self.at.links -= u32::from(frame.is_link);
        self.at.divisions -= u8::from(frame.is_titled);
        self.settle();
    }

    // Chunks.

    /// Opens the chunk that a block of the main flow belongs into. Headings stand outside of them, so that they are known to
    /// those who step from one to the next while the page has not laid out what is out of view.
    fn gather(&mut self, index: usize, node: &Node) {
        if !self.is_among_blocks() || !node.kind.is_block() {
            return;
        }
        if matches!(node.kind, NodeKind::Division) || self.has_heading(index, node) {
            self.writer.end_chunk();
        } else {
            self.writer.chunk(node.span.start);
        }
    }

    /// Whether a node is a heading of the outline, or holds one.
    fn has_heading(&self, index: usize, node: &Node) -> bool {
        let nodes = self.writer.text.nodes();
        let nodes = nodes.get(index..index + node.size as usize);
        let nodes = nodes.unwrap_or_default();
        let (mut holds_heading, mut holds_level) = (false, false);
        for node in nodes {
            holds_heading |= matches!(node.kind, NodeKind::Heading);
            holds_level |= matches!(node.kind, NodeKind::Stanza | NodeKind::Division);
        }
        matches!(node.kind, NodeKind::Heading) || holds_heading && holds_level
    }

    /// Whether this is a place in the main flow around which there are divisions alone.
    fn is_among_blocks(&self) -> bool {
        let is_division = |(kind, _): &(NodeKind, bool)| matches!(kind, NodeKind::Division);
        self.at.is_main() && self.at.open.iter().all(is_division)
    }

    // Where things may stand.

    /// What may stand here now.
    pub(super) fn here(&self) -> Room {
        self.at.frames.last().map_or(Room::Blocks, Frame::here)
    }

    /// Opens what has to stand around a node of this kind here, and closes what may not.
    fn make_room(&mut self, kind: NodeKind) {
        let Some(frame) = self.at.frames.last_mut() else {
            return;
        };
        let (mut level, mut room) = (0, frame.room);
        let mut list = None;
        while !room.takes(kind, frame.implied == 0)
            && let Some((_, inner)) = room.implied()
        {
            if let Room::Items(_) = room {
                list = Some(level);
            }
            (level, room) = (level + 1, inner);
        }
        // An item belongs to the label before it, and stands with it in one item of the page's list.
        if matches!(kind, NodeKind::Item) && frame.labelled && frame.implied > level {
            level += 1;
        }
        frame.labelled = matches!(kind, NodeKind::Label) && list.is_some();
        if let Some(list) = list.filter(|_| matches!(kind, NodeKind::Label)) {
            self.imply(list);
        }
        self.imply(level);
    }

    /// Opens all that has to stand around words.
    fn imply_all(&mut self) {
        while self.here().implied().is_some() {
            let implied = self.at.frames.last().map_or(0, |frame| frame.implied);
            self.imply(implied + 1);
        }
    }

    /// Opens or closes elements that no node stands for, until there are that many.
    fn imply(&mut self, level: u8) {
        let Some(frame) = self.at.frames.last_mut() else {
            return;
        };
        while frame.implied > level {
            self.writer.script.close();
            frame.implied -= 1;
        }
        while frame.implied < level {
            let here = frame.here();
            let Some((element, _)) = here.implied() else {
                return;
            };
            if here == Room::List(ListKind::Simple) {
                let script = self.writer.script.open(element, PLAIN);
                script.with(Attribute::Role, LIST);
            } else {
                self.writer.script.open(element, "");
            }
            frame.implied += 1;
        }
    }

    /// Writes the marks that have waited, where they may stand.
    pub(super) fn settle(&mut self) {
        if self.at.held.is_empty() || self.here().implied().is_some() {
            return;
        }
        let mut held = std::mem::take(&mut self.at.held).into_iter();
        while let Some(node) = held.next() {
            let leads_on = matches!(node.kind, NodeKind::Anchor(_) | NodeKind::Graphic);
            if leads_on && self.at.links > 0 {
                self.at.held.push(node);
                self.at.held.extend(held);
                return;
            }
            self.mark(&node);
        }
    }

    /// What the node that begins stands in.
    pub(super) fn parent(&self) -> Option<NodeKind> {
        self.at.open.last().map(|(kind, _)| *kind)
    }

    fn begin(&mut self, index: usize, node: &Node, shape: Shape, id: &str) {
        let mut frame = Frame::new(shape.room);
        frame.is_link = shape.is_link;
        frame.is_head =
            matches!(node.kind, NodeKind::Row) && self.said(node, Property::Role) == "label";
        let tag = self.language(node);
        let script = &mut *self.writer.script;
        script.open(shape.element, &self.at.class);
        script.append(&self.at.attributes);
        // A choice has an id already, by which its readings know it.
        if !shape.has_id {
            script.with_id(id);
        }
        frame.around = self.at.direction;
        if let Some(tag) = tag {
            let direction = Some(Direction::of(tag));
            script.with(Attribute::Lang, tag);
            if let Some(direction) = direction.filter(|_| direction != self.at.direction) {
                script.with(Attribute::Dir, direction.as_str());
            }
            self.at.direction = direction;
        }
        if HAS_PAGES {
            self.turn(node);
        }
        let script = &mut *self.writer.script;
        if frame.room == Room::Table {
            script.with(Attribute::Tabindex, "0");
            script.open(Element::Table, "");
        }
        self.at.links += u32::from(frame.is_link);
        self.at.frames.push(frame);
        let (opening, _) = shape::brackets(node.kind);
        self.bracket(opening);
        if shape.has_id {
            self.place(id);
        }
        match node.kind {
            NodeKind::Figure if HAS_EDITIONS => self.description(node),
            NodeKind::Line if HAS_EDITIONS => self.line_number(node),
            NodeKind::Division if HAS_EDITIONS => self.name(index, node),
            NodeKind::Link if frame.is_link && node.span.start == node.span.end => {
                self.address_words(node);
            }
            _ => {}
        }
    }

    /// The direction that a node itself says, where it is not that of its language.
    fn turn(&mut self, node: &Node) {
        let said = self.said(node, Property::Direction);
        let direction = match said {
            "ltr" => Some(Direction::LeftToRight),
            "rtl" => Some(Direction::RightToLeft),
            "auto" => None,
            _ => return,
        };
        if direction != self.at.direction || direction.is_none() {
            self.writer.script.with(Attribute::Dir, said);
            self.at.direction = direction;
        }
    }

    /// The id in the page of a node that begins, if it has a name, which it has from now on; else nothing.
    pub(super) fn id(&mut self, node: &Node) -> String {
        let name = self.writer.name_of(node);
        name.map_or(String::new(), |name| self.writer.named(&name))
    }

    /// A place that something leads to, if it has a name.
    pub(super) fn place(&mut self, id: &str) {
        if !id.is_empty() {
            self.writer
                .script
                .open(Element::Span, "")
                .with_id(id)
                .close();
        }
    }

    /// An editor's sign before or behind words, if there is one.
    fn bracket(&mut self, sign: &str) {
        if HAS_EDITIONS && !sign.is_empty() {
            self.writer
                .script
                .open(Element::Span, "rr-bracket")
                .generated()
                .end_with(sign);
        }
    }
}

/// The class and the role of a list whose items have no signs: it is none for some readers' tools, unless it says so.
pub(super) const PLAIN: &str = "rr-plain";
pub(super) const LIST: &str = "list";
