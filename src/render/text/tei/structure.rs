//! A flow to elements: which element a node becomes where it stands, and what has to stand around it there.

use super::super::super::markup::{Attribute, Element, safe_address};
use super::super::super::script::Script;
use super::super::super::words;
use super::super::{Writer, date, entry};
use super::shape::{self, Room};
use super::{Lemma, language};
use crate::document::{
    Direction, Flow, FlowKind, Language, ListKind, Node, NodeKind, Property, Span, Text, position,
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
    pub(super) fn new(text: &Text, flow: &Flow) -> Standing {
        let index = text
            .flows()
            .iter()
            .position(|other| std::ptr::eq(other, flow));
        Standing {
            flow: position(index.unwrap_or(0)),
            frames: vec![Frame::new(0, Room::Blocks)],
            direction: text.language().map(|language| language.direction()),
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
    /// How many elements end with it.
    elements: u8,
    /// What may stand in the innermost of them.
    room: Room,
    /// How many elements that no node stands for are open in it.
    implied: u8,
    /// Whether the label of an item came last, which the item belongs to.
    labelled: bool,
    /// The sign that ends it.
    closing: &'static str,
    is_link: bool,
    /// Whether it is a division with a heading.
    is_titled: bool,
    /// Whether it is a row of heads.
    is_head: bool,
    /// The direction around it.
    around: Option<Direction>,
}

impl Frame {
    fn new(elements: u8, room: Room) -> Frame {
        Frame {
            elements,
            room,
            implied: 0,
            labelled: false,
            closing: "",
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
    /// Whether an id is among them.
    has_id: bool,
    frame: Frame,
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
        if kind == NodeKind::Division && self.is_among_blocks() {
            self.writer.end_chunk();
        }
        let Some(frame) = self.at.frames.pop() else {
            return;
        };
        if !frame.closing.is_empty() {
            self.bracket(frame.closing);
        }
        for _ in 0..frame.elements {
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
        if node.kind == NodeKind::Division || self.has_heading(index, node) {
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
        let holds = |kind: NodeKind| nodes.iter().any(|node| node.kind == kind);
        node.kind == NodeKind::Heading
            || holds(NodeKind::Heading) && (holds(NodeKind::Stanza) || holds(NodeKind::Division))
    }

    /// Whether this is a place in the main flow around which there are divisions alone.
    fn is_among_blocks(&self) -> bool {
        let is_division = |(kind, _): &(NodeKind, bool)| *kind == NodeKind::Division;
        self.at.is_main() && self.at.open.iter().all(is_division)
    }

    // Where things may stand.

    /// What may stand here now.
    fn here(&self) -> Room {
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
        if kind == NodeKind::Item && frame.labelled && frame.implied > level {
            level += 1;
        }
        frame.labelled = kind == NodeKind::Label && list.is_some();
        if let Some(list) = list.filter(|_| kind == NodeKind::Label) {
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
            (NodeKind::Heading, _) => self.heading(here),
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
            (NodeKind::Item, Room::Items(_)) => self.shaped(Element::Li, "", Room::Blocks),
            (_, Room::Words) => self.spanned(node.kind),
            (NodeKind::Table, _) => self.shaped(Element::Div, "rr-table", Room::Table),
            (NodeKind::List(kind), _) => self.list(index, node, kind),
            (NodeKind::Preformatted, _) => self.shaped(Element::Pre, "", Room::Words),
            _ => self.block(node, holds_blocks),
        };
        // What the source says of a block's place on the line.
        let rendition = self.writer.text.property(node, Property::Rendition);
        self.class(rendition.and_then(indented).unwrap_or_default());
        Some(shape)
    }

    /// An element, with a class besides those that are known.
    #[inline(never)]
    fn shaped(&mut self, element: Element, class: &str, room: Room) -> Shape {
        self.class(class);
        Shape {
            element,
            has_id: false,
            frame: Frame::new(1, room),
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
        if node.kind == NodeKind::Division && self.is_enclosed(node) {
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
        let kind = self.writer.text.property(node, Property::Type);
        let is_named = kind.is_some_and(|kind| scan::listed(words::ENCLOSED, kind));
        is_named || !matches!(self.parent(), None | Some(NodeKind::Division))
    }

    /// A heading of the outline where it heads a division, else what it is the heading of has one of its own.
    fn heading(&mut self, here: Room) -> Shape {
        if self.parent() == Some(NodeKind::Division) && self.at.is_main() {
            self.entitle();
        }
        let level = self
            .writer
            .progress
            .level
            .saturating_add(self.at.divisions.max(1));
        let stanza = self
            .writer
            .progress
            .level
            .saturating_add(self.at.divisions + 1);
        let element = match (here, self.parent()) {
            (Room::Table, _) => Element::Caption,
            (_, Some(NodeKind::Figure)) => Element::Figcaption,
            (_, None | Some(NodeKind::Division)) if self.at.is_main() => {
                Element::heading(level.min(6))
            }
            (_, Some(NodeKind::Stanza)) if self.at.is_main() => Element::heading(stanza.min(6)),
            _ => Element::P,
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
        if first.is_some_and(|child| child.kind == NodeKind::Heading) {
            return self.shaped(Element::Div, "rr-list-box", Room::List(kind));
        }
        if kind == ListKind::Simple {
            self.class(PLAIN);
            self.at.attributes.with(Attribute::Role, LIST);
        }
        self.shaped(shape::list(kind), "", Room::Items(kind))
    }

    fn cell(&mut self, node: &Node) -> Shape {
        let text = self.writer.text;
        let heads = text.property(node, Property::Role) == Some("label");
        let row_heads = self.at.frames.last().is_some_and(|frame| frame.is_head);
        let attributes = &mut self.at.attributes;
        let mut element = Element::Td;
        if heads || row_heads {
            let scope = if row_heads { "col" } else { "row" };
            attributes.with(Attribute::Scope, scope);
            element = Element::Th;
        }
        for (property, attribute) in [
            (Property::Columns, Attribute::Colspan),
            (Property::Rows, Attribute::Rowspan),
        ] {
            let number = text.property(node, property).and_then(spans);
            if let Some(number) = number {
                attributes.with(attribute, &number);
            }
        }
        self.shaped(element, "", Room::Blocks)
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
            NodeKind::Highlighted(look) => shape::add_looks(&mut self.at.class, look, element),
            NodeKind::Date => {
                if let Some(date) = date(text, node).filter(|_| room == Room::Words) {
                    shape.element = Element::Time;
                    self.at.attributes.with(Attribute::Datetime, date);
                }
            }
            NodeKind::Quoted if self.is_in_marks(node.span) => self.class("rr-marked"),
            NodeKind::Addition if text.property(node, Property::Place) == Some("above") => {
                self.class("rr-above");
            }
            NodeKind::Link if self.at.links == 0 => self.link(node, &mut shape),
            NodeKind::Choice => self.choice(index, node, &mut shape),
            _ => {}
        }
        let says_nothing = matches!(shape.element, Element::Span | Element::Div)
            && self.at.class.is_empty()
            && !has_id
            && text
                .property(node, Property::Language)
                .and_then(language::tag)
                .is_none();
        (!says_nothing).then_some(shape)
    }

    /// A link, if it leads to a place in the page or to the web.
    fn link(&mut self, node: &Node, shape: &mut Shape) {
        let target = self.writer.text.property(node, Property::Target);
        let mut targets = target.unwrap_or_default();
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
            shape.frame.is_link = true;
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
            || shape.frame.room == Room::Blocks
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
            let lemmas = &mut self.writer.progress.form.lemmas;
            entry(lemmas, reading).get_or_insert(lemma);
        }
        shape.element = Element::A;
        shape.frame.is_link = true;
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
        let text = self.writer.text;
        let mut frame = shape.frame;
        let script = &mut *self.writer.script;
        script.open(shape.element, &self.at.class);
        script.append(&self.at.attributes);
        // A choice has an id already, by which its readings know it.
        if !shape.has_id {
            script.with_id(id);
        }
        frame.around = self.at.direction;
        if let Some(tag) = text
            .property(node, Property::Language)
            .and_then(language::tag)
        {
            let direction = Some(language::direction(tag));
            script.with(Attribute::Lang, tag);
            if let Some(direction) = direction.filter(|_| direction != self.at.direction) {
                script.with(Attribute::Dir, direction.as_str());
            }
            self.at.direction = direction;
        }
        if frame.room == Room::Table {
            script.with(Attribute::Tabindex, "0");
            script.open(Element::Table, "");
            frame.elements = 2;
        }
        let role = text.property(node, Property::Role);
        frame.is_head = node.kind == NodeKind::Row && role == Some("label");
        self.at.divisions += u8::from(frame.is_titled);
        self.at.links += u32::from(frame.is_link);
        let (opening, closing) = shape::brackets(node.kind);
        frame.closing = closing;
        let is_empty = node.span.start == node.span.end;
        self.at.frames.push(frame);
        if !opening.is_empty() {
            self.bracket(opening);
        }
        if shape.has_id {
            self.place(id);
        }
        match node.kind {
            NodeKind::Figure => self.description(node),
            NodeKind::Line => self.line_number(node),
            NodeKind::Division => self.name(index, node),
            NodeKind::Link if frame.is_link && is_empty => self.address_words(node),
            _ => {}
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

    /// An editor's sign before or behind words.
    fn bracket(&mut self, sign: &str) {
        self.writer
            .script
            .open(Element::Span, "rr-bracket")
            .generated()
            .end_with(sign);
    }

    /// A link without words (`ptr`) shows where it leads.
    fn address_words(&mut self, node: &Node) {
        let target = self.writer.text.property(node, Property::Target);
        let target = target.unwrap_or_default();
        let words = scan::after_any(target, &["https://", "http://", "mailto:", "#"]);
        self.writer
            .script
            .open(Element::Span, "")
            .generated()
            .end_with(words.map_or(target, |(_, words)| words));
    }

    /// What a division is that says so by its type and not by a heading: a translation, a commentary.
    fn name(&mut self, index: usize, node: &Node) {
        let text = self.writer.text;
        let kind = text.property(node, Property::Type).unwrap_or_default();
        let Some(name) = words::division(kind).filter(|_| self.here() == Room::Blocks) else {
            return;
        };
        let nodes = text.nodes().get(index + 1..).unwrap_or_default();
        let first = nodes.iter().find(|node| !node.kind.is_milestone());
        let is_empty = node.size == 1 && node.span.start == node.span.end;
        if is_empty || first.is_some_and(|first| first.kind == NodeKind::Heading) {
            return;
        }
        let script = &mut *self.writer.script;
        script
            .open(Element::P, "rr-label")
            .in_our_words()
            .with(Attribute::Dir, words::DIRECTION)
            .generated()
            .words(name);
        let tag = text.property(node, Property::Language);
        if let Some(language) = tag.and_then(Language::from_tag) {
            script.words(words::BETWEEN_FACTS);
            script.words(language.name());
        }
        script.close();
    }

    /// Every fifth line of verse has its number beside it.
    fn line_number(&mut self, node: &Node) {
        let label = self.writer.text.property(node, Property::Label);
        let is_fifth = |label: &&str| scan::number(label).is_some_and(|number| number % 5 == 0);
        if let Some(label) = label.filter(is_fifth) {
            self.sign("rr-mark rr-verse-number", label, "");
        }
    }

    /// The words that say what a picture shows.
    fn description(&mut self, node: &Node) {
        let Some(description) = self.writer.text.property(node, Property::Description) else {
            return;
        };
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

/// The number of columns or rows that a cell takes up, as HTML has it.
fn spans(value: &str) -> Option<String> {
    let number = scan::number(value).filter(|number| (2..=SPANNED).contains(number))?;
    let mut digits = String::new();
    scan::push_number(&mut digits, number, 1);
    Some(digits)
}

/// The class of a line that begins further in.
fn indented(rendition: &str) -> Option<&'static str> {
    let behind = scan::from(rendition, scan::find(rendition, "indent")? + "indent".len());
    let digit = behind.bytes().find(u8::is_ascii_digit).unwrap_or(b'1');
    Some(match digit {
        b'0' => return None,
        b'1' => "rr-indent",
        b'2' => "rr-indent-2",
        b'3' => "rr-indent-3",
        _ => "rr-indent-4",
    })
}
