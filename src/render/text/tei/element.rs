//! The element that a node becomes where it stands.

use super::super::super::markup::{Attribute, Element, safe_address};
use super::super::super::words;
use super::super::date;
use super::shape::{self, Room};
use super::structure::{LIST, PLAIN, Structure};
use super::{Lemma, language};
use crate::document::{
    FlowKind, HAS_EDITIONS, HAS_PAGES, ListKind, Look, Node, NodeKind, Property, Span,
};
use crate::scan;

/// The most columns or rows that HTML lets a cell take up.
const SPANNED: u32 = 1000;

/// An element to be written for a node, with the class and the attributes that [`Standing`] has for it.
pub(super) struct Shape {
    pub(super) element: Element,
    /// What may stand in it.
    pub(super) room: Room,
    pub(super) is_link: bool,
    /// Whether an id is among the attributes.
    pub(super) has_id: bool,
}

impl<'t> Structure<'_, '_, 't> {
    /// The element that a node becomes here; `None` where there is nothing that an element would say.
    pub(super) fn shape(&mut self, index: usize, node: &Node, has_id: bool) -> Option<Shape> {
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
                self.shaped(Element::Dt, "", room_of(holds_blocks))
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
        self.shaped(element, "", room_of(holds_blocks || !is_paragraph))
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
        let next = self.writer.text.nodes().get(index + 1);
        let first = next.filter(|_| node.size > 1);
        if first.is_some_and(|first| matches!(first.kind, NodeKind::Heading)) {
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
        let room = room_of(holds_blocks && self.here() == Room::Blocks);
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
    pub(super) fn language(&self, node: &Node) -> Option<&'t str> {
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
}

/// What may stand in an element that holds blocks, or none.
fn room_of(holds_blocks: bool) -> Room {
    match holds_blocks {
        true => Room::Blocks,
        false => Room::Words,
    }
}

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
