//! A flow to elements: which element a node becomes where it stands, and what has to stand around it there.

use super::super::super::markup::{Attribute, Element, safe_address};
use super::super::super::script::Script;
use super::super::super::words;
use super::super::{Writer, date};
use super::shape::{self, Room};
use super::{Lemma, language};
use crate::document::{
    Direction, FlowKind, HAS_EDITIONS, HAS_PAGES, Language, ListKind, Look, Node, NodeKind,
    Property, Span, Text,
};
use crate::scan;

/// The most columns or rows that HTML lets a cell take up.
const SPANNED: u32 = 1000;

/// What stands around a place in a flow.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Which of the text's flows it is. Only the main flow has headings that belong into an outline.
    pub(super) flow: u32,
    /// The nodes that are open and have elements, around them what the flow itself is.
    frames: Vec<Frame>,
    /// The kinds of the nodes that are open, and whether each has a frame.
    open: Vec<(NodeKind, bool)>,
    /// Marks that wait for a place where they may stand.
    held: Vec<Node>,
    /// The first block behind the node that began last.
    next_block: usize,
    /// How many links are open: no other may stand in them.
    links: u32,
    /// How many divisions with headings are open.
    divisions: u8,
    /// The direction of the words; `None` where nothing says what it is.
    direction: Option<Direction>,
    /// The classes of the element that is to be written next, and other attributes of it.
    class: String,
    attributes: Script,
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

    fn is_main(&self) -> bool {
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
struct Frame {
    /// What may stand in it.
    room: Room,
    /// How many elements that no node stands for are open in it.
    implied: u8,
    /// Whether the label of an item came last, which the item belongs to.
    labelled: bool,
    is_link: bool,
    /// Whether it is a division with a heading.
    is_titled: bool,
    /// Whether it is a row of heads.
    is_head: bool,
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

/// An element to be written for a node, with the class and the attributes that [`Standing`] has for it.
struct Shape {
    element: Element,
    /// What may stand in it.
    room: Room,
    is_link: bool,
    /// Whether an id is among the attributes.
    has_id: bool,
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

    /// Whether blocks stand in a node.
    fn holds_blocks(&mut self, index: usize, node: &Node) -> bool {
        let nodes = self.writer.text.nodes();
        self.at.next_block = self.at.next_block.max(index + 1);
        while nodes
            .get(self.at.next_block)
            .is_some_and(|node| !node.kind.is_block())
        {
            self.at.next_block += 1;
        }
        self.at.next_block < index + node.size as usize
    }

    /// The nodes that a node holds, without what those hold.
    fn children(&self, index: usize, node: &Node) -> impl Iterator<Item = Node> + use<'t> {
        let nodes = self.writer.text.nodes();
        let (mut next, end) = (index + 1, index + node.size as usize);
        std::iter::from_fn(move || {
            let child = nodes.get(next).filter(|_| next < end)?;
            next += child.size as usize;
            Some(*child)
        })
    }

    /// What the node that begins stands in.
    fn parent(&self) -> Option<NodeKind> {
        self.at.open.last().map(|(kind, _)| *kind)
    }

    // What a node becomes.

    /// The element that a node becomes here; `None` where there is nothing that an element would say.
    fn shape(&mut self, index: usize, node: &Node, has_id: bool) -> Option<Shape> {
        self.at.class.clear();
        self.at.attributes.clear();
        let holds_blocks = self.holds_blocks(index, node);
        let here = self.here();
        if !node.kind.is_block() {
            return self.inline(index, node, holds_blocks, has_id);
        }
        let shape = match (node.kind, here) {
            (NodeKind::Heading, Room::Words) => self.spanned(node.kind),
            // Whoever steps from heading to heading would stand before nothing.
            (NodeKind::Heading, Room::Blocks) if node.span.start == node.span.end => {
                self.spanned(node.kind)
            }
            (NodeKind::Heading, _) => self.heading(node, here),
            (NodeKind::Row, Room::Rows) => self.shaped(Element::Tr, "", Room::Cells),
            (NodeKind::Cell, Room::Cells) => self.cell(node),
            (NodeKind::Label, Room::Items(ListKind::Gloss)) => {
                let room = if holds_blocks {
                    Room::Blocks
                } else {
                    Room::Words
                };
                self.shaped(Element::Dt, "", room)
            }
            (NodeKind::Item, Room::Items(ListKind::Gloss)) => {
                self.shaped(Element::Dd, "", Room::Blocks)
            }
            (NodeKind::Item, Room::Items(kind)) => self.item(node, kind),
            (_, Room::Words) => self.spanned(node.kind),
            (NodeKind::Table, _) => self.shaped(Element::Div, "rr-table", Room::Table),
            (NodeKind::List(kind), _) => self.list(index, node, kind),
            (NodeKind::Preformatted, _) => self.shaped(Element::Pre, "", Room::Words),
            _ => self.block(node, holds_blocks),
        };
        // What the source says of a block's place on the line.
        if let Some(look) = self.look_of_all(index) {
            let place = look.common(Look::PLACED);
            shape::add_looks(&mut self.at.class, place, Element::P);
        }
        if HAS_EDITIONS {
            self.class(indented(self.said(node, Property::Rendition)));
        }
        Some(shape)
    }

    /// How all words of a block look, if an element in it says so of them.
    fn look_of_all(&self, index: usize) -> Option<Look> {
        let nodes = self.writer.text.nodes();
        let (block, inner) = (nodes.get(index)?, nodes.get(index + 1)?);
        let is_all = inner.span == block.span && inner.size + 1 == block.size;
        match inner.kind {
            NodeKind::Highlighted(look) if is_all && block.kind.is_block() => Some(look),
            _ => None,
        }
    }

    /// An element, with a class besides those that are known.
    #[inline(never)]
    fn shaped(&mut self, element: Element, class: &str, room: Room) -> Shape {
        self.class(class);
        Shape {
            element,
            room,
            is_link: false,
            has_id: false,
        }
    }

    /// A class of the element that is to be written next.
    fn class(&mut self, class: &str) {
        scan::push_apart(&mut self.at.class, " ", class);
    }

    /// A block where only words may stand: it looks like one.
    fn spanned(&mut self, kind: NodeKind) -> Shape {
        self.class("rr-block");
        match shape::block(kind).1 {
            "rr-block" => {}
            own => self.class(own),
        }
        self.shaped(Element::Span, "", Room::Words)
    }

    fn block(&mut self, node: &Node, holds_blocks: bool) -> Shape {
        let (mut element, class) = shape::block(node.kind);
        self.class(class);
        let is_paragraph = element == Element::P;
        if is_paragraph && holds_blocks {
            self.class("rr-p");
            element = Element::Div;
        }
        if HAS_EDITIONS && matches!(node.kind, NodeKind::Division) && self.is_enclosed(node) {
            self.class("rr-enclosed");
        }
        let room = match is_paragraph && !holds_blocks {
            true => Room::Words,
            false => Room::Blocks,
        };
        self.shaped(element, "", room)
    }

    /// Whether a division is a document in the document: a letter that another one came with.
    fn is_enclosed(&self, node: &Node) -> bool {
        let is_named = scan::listed(words::ENCLOSED, self.said(node, Property::Type));
        is_named || !matches!(self.parent(), None | Some(NodeKind::Division))
    }

    /// A heading of the outline where it heads a division, else what it is the heading of has one of its own.
    fn heading(&mut self, node: &Node, here: Room) -> Shape {
        let heads_division = matches!(self.parent(), Some(NodeKind::Division));
        let heads_text = heads_division || self.parent().is_none();
        // What it heads is headed by the title, and no level deeper.
        let repeats = heads_text && self.at.is_main() && self.writer.repeats_title(node);
        if repeats {
            self.class("rr-repeats");
        } else if heads_division && self.at.is_main() {
            self.entitle();
        }
        let below = match self.parent() {
            None | Some(NodeKind::Division) => self.at.divisions.max(1),
            Some(NodeKind::Stanza) => self.at.divisions + 1,
            _ => 0,
        };
        let element = if here == Room::Table {
            Element::Caption
        } else if matches!(self.parent(), Some(NodeKind::Figure)) {
            Element::Figcaption
        } else if below > 0 && self.at.is_main() {
            Element::heading(self.writer.progress.level.saturating_add(below))
        } else {
            Element::P
        };
        self.shaped(element, "rr-heading", Room::Words)
    }

    /// The division that is open has a heading: those in it are of a lower level.
    fn entitle(&mut self) {
        if let Some(frame) = self.at.frames.last_mut()
            && !frame.is_titled
            && self.at.divisions < 5
        {
            frame.is_titled = true;
            self.at.divisions += 1;
        }
    }

    fn list(&mut self, index: usize, node: &Node, kind: ListKind) -> Shape {
        let first = self.children(index, node).next();
        if first.is_some_and(|child| matches!(child.kind, NodeKind::Heading)) {
            return self.shaped(Element::Div, "rr-list-box", Room::List(kind));
        }
        if kind == ListKind::Simple {
            self.class(PLAIN);
            self.at.attributes.with(Attribute::Role, LIST);
        }
        // Letters and Roman numbers, as HTML names them.
        let sign = self.said(node, Property::Type);
        if HAS_PAGES && kind == ListKind::Ordered && matches!(sign, "a" | "A" | "i" | "I") {
            self.at.attributes.with(Attribute::Type, sign);
        }
        self.shaped(shape::list(kind), "", Room::Items(kind))
    }

    fn item(&mut self, node: &Node, kind: ListKind) -> Shape {
        let is_numbered = HAS_PAGES && self.said(node, Property::Type) == "numbered";
        if is_numbered && kind == ListKind::Ordered {
            let number = self.said(node, Property::Label);
            self.at.attributes.with(Attribute::Value, number);
        }
        self.shaped(Element::Li, "", Room::Blocks)
    }

    fn cell(&mut self, node: &Node) -> Shape {
        let heads = self.said(node, Property::Role) == "label";
        let row_heads = self.at.frames.last().is_some_and(|frame| frame.is_head);
        let mut element = Element::Td;
        if heads || row_heads {
            let scope = if row_heads { "col" } else { "row" };
            self.at.attributes.with(Attribute::Scope, scope);
            element = Element::Th;
        }
        self.span(node, Property::Columns, Attribute::Colspan);
        self.span(node, Property::Rows, Attribute::Rowspan);
        self.shaped(element, "", Room::Blocks)
    }

    /// The number of columns or rows that a cell takes up, where it is one that HTML has.
    fn span(&mut self, node: &Node, property: Property, attribute: Attribute) {
        let number = scan::number(self.said(node, property)).unwrap_or_default();
        if (2..=SPANNED).contains(&number) {
            let mut digits = String::new();
            scan::push_number(&mut digits, number, 1);
            self.at.attributes.with(attribute, &digits);
        }
    }

    fn inline(
        &mut self,
        index: usize,
        node: &Node,
        holds_blocks: bool,
        has_id: bool,
    ) -> Option<Shape> {
        let text = self.writer.text;
        let room = match (self.here(), holds_blocks) {
            (Room::Blocks, true) => Room::Blocks,
            _ => Room::Words,
        };
        let (mut element, class) = shape::inline(node.kind);
        if room == Room::Blocks && !matches!(element, Element::Del | Element::Ins) {
            element = Element::Div;
        }
        let mut shape = self.shaped(element, class, room);
        match node.kind {
            NodeKind::Highlighted(mut look) => {
                // The block has told where its words stand on the line.
                if index > 0 && self.look_of_all(index - 1).is_some() {
                    look = look.without(Look::PLACED);
                }
                shape::add_looks(&mut self.at.class, look, element);
            }
            NodeKind::Date => {
                if let Some(date) = date(text, node).filter(|_| room == Room::Words) {
                    shape.element = Element::Time;
                    self.at.attributes.with(Attribute::Datetime, date);
                }
            }
            NodeKind::Abbreviation if HAS_PAGES => match self.said(node, Property::Description) {
                "" => shape.element = Element::Span,
                long => {
                    self.at.attributes.with(Attribute::Title, long);
                }
            },
            NodeKind::Quoted if self.is_in_marks(node.span) => self.class("rr-marked"),
            NodeKind::Addition if HAS_EDITIONS && self.said(node, Property::Place) == "above" => {
                self.class("rr-above");
            }
            NodeKind::Link if self.at.links == 0 => self.link(node, &mut shape),
            NodeKind::Choice if HAS_EDITIONS => self.choice(index, node, &mut shape),
            _ => {}
        }
        let says_nothing = matches!(shape.element, Element::Span | Element::Div)
            && self.at.class.is_empty()
            && !has_id
            && self.language(node).is_none()
            && (!HAS_PAGES || self.said(node, Property::Direction).is_empty());
        (!says_nothing).then_some(shape)
    }

    /// The language of a node, if a page may have its tag.
    fn language(&self, node: &Node) -> Option<&'t str> {
        language::tag(self.said(node, Property::Language))
    }

    /// A link, if it leads to a place in the page or to the web.
    fn link(&mut self, node: &Node, shape: &mut Shape) {
        let mut targets = self.said(node, Property::Target);
        while let Some(target) = scan::next_word(&mut targets, scan::BLANKS) {
            let attributes = &mut self.at.attributes;
            if let Some(name) = scan::after(target, "#") {
                // A place that the document has not is none to lead to.
                if self.writer.progress.form.names.may_lead(name) {
                    let href = scan::joined(&["#", &self.writer.named(name)]);
                    attributes.with(Attribute::Href, &href);
                }
            } else if let Some(address) = safe_address(target) {
                attributes.with(Attribute::Href, address);
            } else {
                continue;
            }
            shape.element = Element::A;
            shape.is_link = true;
            return;
        }
    }

    /// Words that there are other readings of: a link to those, where no other link stands in them.
    fn choice(&mut self, index: usize, node: &Node, shape: &mut Shape) {
        self.class("rr-choice");
        let text = self.writer.text;
        let inside = index + 1..index + node.size as usize;
        let inside = text.nodes().get(inside).unwrap_or_default();
        let leads_on = |node: &Node| matches!(node.kind, NodeKind::Link | NodeKind::Choice);
        if self.at.links > 0
            || node.span.start == node.span.end
            || shape.room == Room::Blocks
            || inside.iter().any(leads_on)
        {
            return;
        }
        let here = self.at.flow;
        let is_reading = |index: &u32| {
            let flow = text.flow(*index).filter(|_| *index > here);
            flow.is_some_and(|flow| matches!(flow.kind, FlowKind::Reading(_)))
        };
        let anchors = inside.iter().filter_map(|node| match node.kind {
            NodeKind::Anchor(index) => Some(index),
            _ => None,
        });
        let mut readings = anchors.filter(is_reading).peekable();
        let Some(first) = readings.peek().copied() else {
            return;
        };
        if self.writer.refer(first) {
            return;
        }
        for reading in readings {
            self.writer.refer(reading);
            let lemma = Lemma {
                first,
                words: node.span,
            };
            let flow = self.writer.progress.flow_mut(reading);
            flow.form.lemma.get_or_insert(lemma);
        }
        shape.element = Element::A;
        shape.is_link = true;
        shape.has_id = true;
        let href = scan::joined(&["#", &self.writer.note_id(first)]);
        self.at
            .attributes
            .with(Attribute::Href, &href)
            .with(Attribute::Role, "doc-noteref")
            .with_id(&self.writer.id("ref", first));
    }

    /// Whether the words have quotation marks already, inside or around them.
    fn is_in_marks(&self, span: Span) -> bool {
        const MARKS: &str = "\"'“”„‟‘’‚‛«»‹›「『〝";
        let string = self.writer.text.as_str();
        let before = scan::to(string, span.start as usize);
        scan::ends_with(before, MARKS) || scan::begins_with(span.of(string), MARKS)
    }

    // What is written.

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
            let direction = Some(language::direction(tag));
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

    /// A link without words (`ptr`) shows where it leads.
    fn address_words(&mut self, node: &Node) {
        let target = self.said(node, Property::Target);
        let words = scan::after_any(target, &["https://", "http://", "mailto:", "#"]);
        self.writer
            .script
            .open(Element::Span, "")
            .generated()
            .end_with(words.map_or(target, |(_, words)| words));
    }

    /// What a division is that says so by its type and not by a heading: a translation, a commentary.
    fn name(&mut self, index: usize, node: &Node) {
        let kind = self.said(node, Property::Type);
        let Some(name) = words::division(kind).filter(|_| self.here() == Room::Blocks) else {
            return;
        };
        let nodes = self
            .writer
            .text
            .nodes()
            .get(index + 1..)
            .unwrap_or_default();
        let first = nodes.iter().find(|node| !node.kind.is_milestone());
        let is_empty = node.size == 1 && node.span.start == node.span.end;
        if is_empty || first.is_some_and(|first| matches!(first.kind, NodeKind::Heading)) {
            return;
        }
        let tag = self.said(node, Property::Language);
        let script = &mut *self.writer.script;
        script
            .open(Element::P, "rr-label")
            .in_our_words()
            .with(Attribute::Dir, words::DIRECTION)
            .generated()
            .words(name);
        if let Some(language) = Language::from_tag(tag) {
            script.words(words::BETWEEN_FACTS);
            script.words(language.name());
        }
        script.close();
    }

    /// Every fifth line of verse has its number beside it.
    fn line_number(&mut self, node: &Node) {
        let label = self.said(node, Property::Label);
        if scan::number(label).is_some_and(|number| number % 5 == 0) {
            self.sign("rr-mark rr-verse-number", label, "");
        }
    }

    /// The words that say what a picture shows.
    fn description(&mut self, node: &Node) {
        let description = self.said(node, Property::Description);
        if description.is_empty() {
            return;
        }
        let script = &mut *self.writer.script;
        script
            .open(Element::Span, "rr-block rr-picture")
            .generated();
        script
            .open(Element::Span, "rr-mark")
            .in_our_words()
            .end_with(words::PICTURE);
        script.words(" ");
        script.end_with(description);
    }
}

/// The class and the role of a list whose items have no signs: it is none for some readers' tools, unless it says so.
const PLAIN: &str = "rr-plain";
const LIST: &str = "list";

/// The class of a line that begins further in.
fn indented(rendition: &str) -> &'static str {
    let Some((_, behind)) = scan::split(rendition, "indent") else {
        return "";
    };
    match behind.bytes().find(u8::is_ascii_digit) {
        Some(b'0') => "",
        None | Some(b'1') => "rr-indent",
        Some(b'2') => "rr-indent-2",
        Some(b'3') => "rr-indent-3",
        Some(_) => "rr-indent-4",
    }
}
