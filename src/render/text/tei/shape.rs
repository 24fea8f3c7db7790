//! What each kind of node becomes in a page, and what may stand in which element.

use super::super::super::markup::Element;
use crate::document::{HAS_EDITIONS, HAS_PAGES, ListKind, Look, NodeKind};
use crate::scan;

/// What may stand at a place in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// Blocks and words.
    Blocks,
    /// Words alone.
    Words,
    /// A caption, then rows.
    Table,
    Rows,
    Cells,
    /// A heading, then a list.
    List(ListKind),
    /// What a list holds: items, and in a glossary their terms.
    Items(ListKind),
}

impl Room {
    /// Whether a node has its place here; a heading has where nothing stands yet.
    pub(super) fn takes(self, kind: NodeKind, is_empty: bool) -> bool {
        match self {
            Room::Blocks | Room::Words => true,
            Room::Rows => matches!(kind, NodeKind::Row),
            Room::Cells => matches!(kind, NodeKind::Cell),
            Room::Items(ListKind::Gloss) => matches!(kind, NodeKind::Label | NodeKind::Item),
            Room::Items(_) => matches!(kind, NodeKind::Item),
            Room::Table | Room::List(_) => is_empty && matches!(kind, NodeKind::Heading),
        }
    }

    /// The element that has to stand in between before anything else can stand here, and the room in it.
    pub(super) fn implied(self) -> Option<(Element, Room)> {
        match self {
            Room::Blocks | Room::Words => None,
            Room::Table => Some((Element::Tbody, Room::Rows)),
            Room::Rows => Some((Element::Tr, Room::Cells)),
            Room::Cells => Some((Element::Td, Room::Blocks)),
            Room::List(kind) => Some((list(kind), Room::Items(kind))),
            Room::Items(ListKind::Gloss) => Some((Element::Dd, Room::Blocks)),
            Room::Items(_) => Some((Element::Li, Room::Blocks)),
        }
    }
}

/// The element of a list.
pub(super) fn list(kind: ListKind) -> Element {
    match kind {
        ListKind::Bulleted | ListKind::Simple => Element::Ul,
        ListKind::Ordered => Element::Ol,
        ListKind::Gloss => Element::Dl,
    }
}

/// The element and the class of a block among blocks. `P` is for those that may hold words alone: with blocks in it, the
/// node becomes a `div`.
pub(super) fn block(kind: NodeKind) -> (Element, &'static str) {
    use NodeKind::*;
    match kind {
        Division => (Element::Section, "rr-division"),
        Paragraph => (Element::P, ""),
        Heading => (Element::P, "rr-heading"),
        Quotation => (Element::Blockquote, ""),
        Aside => (Element::Div, "rr-aside"),
        Figure => (Element::Figure, ""),
        Label => (Element::Div, "rr-item-label"),
        Item => (Element::Div, "rr-item"),
        Preformatted => (Element::Pre, ""),
        _ if !HAS_EDITIONS => (Element::Div, "rr-block"),
        Opener => (Element::Header, "rr-opener"),
        Closer => (Element::Footer, "rr-closer"),
        Postscript => (Element::Div, "rr-postscript"),
        TitlePage => (Element::Div, "rr-title-page"),
        Address => (Element::Div, "rr-address"),
        Stanza => (Element::Div, "rr-stanza"),
        Speech => (Element::Div, "rr-speech"),
        Dateline => (Element::P, "rr-dateline"),
        Salute => (Element::P, "rr-salute"),
        Signed => (Element::P, "rr-signed"),
        Byline => (Element::P, "rr-byline"),
        Trailer => (Element::P, "rr-trailer"),
        AddressLine => (Element::Div, "rr-address-line"),
        Line => (Element::Div, "rr-line"),
        Speaker => (Element::P, "rr-speaker"),
        Stage => (Element::P, "rr-stage"),
        Bibliography => (Element::P, "rr-bibliography"),
        _ => (Element::Div, "rr-block"),
    }
}

/// The element and the class of what stands in a line; without a class, a `span` says nothing of the words.
pub(super) fn inline(kind: NodeKind) -> (Element, &'static str) {
    use NodeKind::*;
    match kind {
        Title => (Element::Cite, ""),
        Foreign => (Element::I, "rr-foreign"),
        Quoted => (Element::Q, ""),
        Deletion => (Element::Del, ""),
        Addition => (Element::Ins, ""),
        Formula => (Element::Span, "rr-formula"),
        Abbreviation if HAS_PAGES => (Element::Abbr, ""),
        Highlighted(look) => (look_element(look), ""),
        _ if !HAS_EDITIONS => (Element::Span, ""),
        Supplied => (Element::Span, "rr-supplied"),
        Unclear => (Element::Span, "rr-unclear"),
        Surplus => (Element::Span, "rr-surplus"),
        Expansion => (Element::Span, "rr-expansion"),
        Correction => (Element::Span, "rr-correction"),
        _ => (Element::Span, ""),
    }
}

/// The looks that have an element of their own, the most telling first.
const ELEMENTS: [(Look, Element); 8] = [
    (Look::EMPHASIS, Element::Em),
    (Look::SUPERSCRIPT, Element::Sup),
    (Look::SUBSCRIPT, Element::Sub),
    (Look::STRUCK, Element::S),
    (Look::BOLD, Element::B),
    (Look::ITALIC, Element::I),
    (Look::UNDERLINED, Element::U),
    (Look::HIGHLIGHTER, Element::Mark),
];

fn look_element(look: Look) -> Element {
    let known = ELEMENTS.iter().find(|(one, _)| look.has(*one));
    known.map_or(Element::Span, |(_, element)| *element)
}

/// Adds the classes of the looks that the element does not have by itself.
pub(super) fn add_looks(classes: &mut String, look: Look, element: Element) {
    for (one, name) in Look::ALL {
        let by_itself = ELEMENTS.contains(&(one, element));
        if look.has(one) && !by_itself {
            scan::push_apart(classes, " ", "rr-");
            classes.push_str(name);
        }
    }
}

/// The signs that editors put around words of a kind.
pub(super) fn brackets(kind: NodeKind) -> (&'static str, &'static str) {
    match kind {
        NodeKind::Supplied => ("[", "]"),
        NodeKind::Surplus => ("{", "}"),
        NodeKind::Expansion => ("(", ")"),
        _ => ("", ""),
    }
}
