//! Milestones to marks: what the source has beside words.

use super::super::super::markup::{Attribute, Element, safe_address};
use super::super::super::words;
use super::shape::Room;
use super::structure::Structure;
use crate::document::{HAS_EDITIONS, HAS_PAGES, Language, Node, NodeKind, Property};
use crate::scan;

/// A gap of at most so many letters is shown as that many points.
const POINTS: u32 = 12;

/// A blank of at most so many letters is nothing but a blank.
const BLANKS: u32 = 3;

impl<'t> Structure<'_, '_, 't> {
    /// Writes what stands for a node without words.
    pub(super) fn mark(&mut self, node: &Node) {
        let id = self.id(node);
        let label = self.said(node, Property::Label);
        if matches!(node.kind, NodeKind::PageBreak) {
            return self.writer.page(label, &id);
        }
        self.place(&id);
        match node.kind {
            NodeKind::ColumnBreak if HAS_EDITIONS => {
                let words = words::with(words::COLUMN, label);
                self.sign("rr-mark rr-column-break", &words, "");
            }
            NodeKind::LineBreak => self.line(node, label),
            NodeKind::Milestone if HAS_EDITIONS && !label.is_empty() => {
                let words = words::with(self.said(node, Property::Type), label);
                self.sign("rr-mark rr-milestone", scan::trim(&words, " "), "");
            }
            NodeKind::Milestone if HAS_PAGES && self.is_rule(node) => {
                self.writer.script.open(Element::Hr, "").close();
            }
            NodeKind::Gap if HAS_EDITIONS => self.gap(node),
            NodeKind::Blank if HAS_EDITIONS => self.blank(node),
            NodeKind::Graphic => self.graphic(node),
            NodeKind::Anchor(flow) => self.writer.anchor(flow, self.at.flow),
            _ => {}
        }
    }

    /// Whether a milestone is a rule across the page, and stands where one may.
    fn is_rule(&self, node: &Node) -> bool {
        self.here() == Room::Blocks && self.said(node, Property::Type) == "thematic-break"
    }

    /// What is said of a node; nothing where the source does not say.
    #[inline(never)]
    pub(super) fn said(&self, node: &Node, property: Property) -> &'t str {
        self.writer
            .text
            .property(node, property)
            .unwrap_or_default()
    }

    /// How much of it there is: `3 lines`; nothing where the source says that it is not known.
    fn extent(&self, node: &Node) -> String {
        let extent = self.said(node, Property::Extent);
        let unit = self.said(node, Property::Type);
        if scan::after(extent, "unknown").is_some() {
            String::new()
        } else if extent.bytes().all(|byte| byte.is_ascii_digit()) && !extent.is_empty() {
            words::several(extent, unit)
        } else {
            match scan::split(extent, " ") {
                Some((number, unit)) => words::several(number, unit),
                None => scan::owned(extent),
            }
        }
    }

    /// The end of a line, unless the page ends one here anyway; with the number of the line that begins.
    fn line(&mut self, node: &Node, label: &str) {
        let string = self.writer.text.as_str();
        let at = node.span.start as usize;
        let before = scan::to(string, at).chars().next_back();
        let behind = scan::first(scan::from(string, at));
        let is_within = |c: Option<char>| c.is_some_and(|c| c != '\n');
        if is_within(before) && is_within(behind) {
            self.writer.script.open(Element::Br, "");
            self.writer.script.close();
        }
        if HAS_EDITIONS && !label.is_empty() {
            self.sign("rr-mark rr-line-number", label, "");
        }
    }

    /// What is missing: as many points as letters, or its extent where that is more than letters.
    fn gap(&mut self, node: &Node) {
        let extent = self.extent(node);
        let reason = self.said(node, Property::Reason);
        // Lines and words are parted from those around them, letters are not.
        let mut class = "rr-gap";
        let sign = match number(&extent) {
            (Some(number @ 1..=POINTS), true) => {
                scan::joined(&["[", &scan::repeated("·", number), "]"])
            }
            (Some(_), false) => {
                class = "rr-gap rr-apart";
                scan::joined(&["[… ", &extent, "]"])
            }
            _ => scan::owned("[…]"),
        };
        let read_aloud = words::missing(words::GAP, &extent, reason);
        self.sign(class, &sign, &read_aloud);
    }

    /// A blank of a few letters is as wide as they are; of a longer one it is said that it is there.
    fn blank(&mut self, node: &Node) {
        let extent = self.extent(node);
        let read_aloud = words::missing(words::BLANK_SPACE, &extent, "");
        match number(&extent) {
            (Some(number @ 1..=BLANKS), true) => {
                self.sign("rr-gap", &scan::repeated(" ", number), &read_aloud);
            }
            _ => self.sign("rr-gap", "[   ]", &read_aloud),
        }
    }

    /// A picture, which is not loaded: a link to it, if its address leads anywhere.
    fn graphic(&mut self, node: &Node) {
        let mut address = self.said(node, Property::Target);
        if HAS_EDITIONS && address.is_empty() {
            address = self.said(node, Property::Facsimile);
        }
        let words = self.said(node, Property::Description);
        let words = if words.is_empty() {
            words::PICTURE
        } else {
            words
        };
        self.writer
            .script
            .open(Element::Span, "rr-mark rr-graphic")
            .in_our_words()
            .generated();
        match safe_address(address) {
            Some(address) => {
                self.writer
                    .script
                    .open(Element::A, "")
                    .with(Attribute::Href, address);
                self.writer.script.end_with(words);
            }
            None => self.writer.script.words(words),
        }
        self.writer.script.close();
    }

    /// A sign of ours; what it stands for is read aloud, and said when it is asked for.
    #[inline(never)]
    pub(super) fn sign(&mut self, class: &str, sign: &str, read_aloud: &str) {
        let script = &mut *self.writer.script;
        script.open(Element::Span, class).in_our_words().generated();
        if !read_aloud.is_empty() {
            script
                .with(Attribute::Role, "img")
                .with(Attribute::AriaLabel, read_aloud)
                .with(Attribute::Title, read_aloud);
        }
        script.end_with(sign);
    }

    /// A link without words (`ptr`) shows where it leads.
    pub(super) fn address_words(&mut self, node: &Node) {
        let target = self.said(node, Property::Target);
        let words = scan::after_any(target, &["https://", "http://", "mailto:", "#"]);
        self.writer
            .script
            .open(Element::Span, "")
            .generated()
            .end_with(words.map_or(target, |(_, words)| words));
    }

    /// What a division is that says so by its type and not by a heading: a translation, a commentary.
    pub(super) fn name(&mut self, index: usize, node: &Node) {
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
    pub(super) fn line_number(&mut self, node: &Node) {
        let label = self.said(node, Property::Label);
        if scan::number(label).is_some_and(|number| number % 5 == 0) {
            self.sign("rr-mark rr-verse-number", label, "");
        }
    }

    /// The words that say what a picture shows.
    pub(super) fn description(&mut self, node: &Node) {
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

/// The number that an extent begins with, and whether it is one of letters.
fn number(extent: &str) -> (Option<u32>, bool) {
    let (number, unit) = scan::split(extent, " ").unwrap_or(("", extent));
    let is_letters = scan::after_any(unit, &["char", "letter"]).is_some();
    (scan::number(number), is_letters)
}
