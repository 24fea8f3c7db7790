//! The fixed lists of elements and attributes, and which values may stand in a page.

use crate::scan;

/// An element that a page of ours may have: one of this list. There is no way to write another one.
///
/// It is its name, so that a module has the names of those that it writes, and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Element(&'static str);

// A page around the article is made by the full build alone; tables and what else texts may have, by that for TEI.
#[cfg_attr(not(all(feature = "html", feature = "marked")), allow(dead_code))]
#[expect(
    non_upper_case_globals,
    reason = "they read as the variants that they stand for"
)]
impl Element {
    pub(crate) const A: Element = Element("a");
    pub(crate) const Abbr: Element = Element("abbr");
    pub(crate) const Article: Element = Element("article");
    pub(crate) const B: Element = Element("b");
    pub(crate) const Blockquote: Element = Element("blockquote");
    pub(crate) const Body: Element = Element("body");
    /// The end of a line.
    pub(crate) const Br: Element = Element("br");
    pub(crate) const Caption: Element = Element("caption");
    pub(crate) const Cite: Element = Element("cite");
    pub(crate) const Dd: Element = Element("dd");
    pub(crate) const Del: Element = Element("del");
    pub(crate) const Div: Element = Element("div");
    pub(crate) const Dl: Element = Element("dl");
    pub(crate) const Dt: Element = Element("dt");
    pub(crate) const Em: Element = Element("em");
    pub(crate) const Figcaption: Element = Element("figcaption");
    pub(crate) const Figure: Element = Element("figure");
    pub(crate) const Footer: Element = Element("footer");
    pub(crate) const Head: Element = Element("head");
    pub(crate) const Header: Element = Element("header");
    pub(crate) const Hr: Element = Element("hr");
    pub(crate) const Html: Element = Element("html");
    pub(crate) const I: Element = Element("i");
    pub(crate) const Ins: Element = Element("ins");
    pub(crate) const Li: Element = Element("li");
    pub(crate) const Main: Element = Element("main");
    pub(crate) const Mark: Element = Element("mark");
    pub(crate) const Meta: Element = Element("meta");
    pub(crate) const Ol: Element = Element("ol");
    pub(crate) const P: Element = Element("p");
    pub(crate) const Pre: Element = Element("pre");
    pub(crate) const Q: Element = Element("q");
    pub(crate) const ReadingRoom: Element = Element("reading-room");
    pub(crate) const S: Element = Element("s");
    pub(crate) const Script: Element = Element("script");
    pub(crate) const Section: Element = Element("section");
    pub(crate) const Slot: Element = Element("slot");
    pub(crate) const Span: Element = Element("span");
    pub(crate) const Style: Element = Element("style");
    pub(crate) const Sub: Element = Element("sub");
    pub(crate) const Sup: Element = Element("sup");
    pub(crate) const Table: Element = Element("table");
    pub(crate) const Tbody: Element = Element("tbody");
    pub(crate) const Td: Element = Element("td");
    pub(crate) const Template: Element = Element("template");
    pub(crate) const Th: Element = Element("th");
    pub(crate) const Time: Element = Element("time");
    pub(crate) const Title: Element = Element("title");
    pub(crate) const Tr: Element = Element("tr");
    pub(crate) const U: Element = Element("u");
    pub(crate) const Ul: Element = Element("ul");
    /// A place where a line may be broken.
    pub(crate) const Wbr: Element = Element("wbr");

    /// A heading of level 1 to 6.
    pub(crate) fn heading(level: u8) -> Element {
        let above = usize::from(level.clamp(1, 6)) - 1;
        HEADINGS.get(above).copied().unwrap_or(Element::P)
    }

    /// The tag name.
    pub(crate) fn name(self) -> &'static str {
        self.0
    }
}

const HEADINGS: [Element; 6] = [
    Element("h1"),
    Element("h2"),
    Element("h3"),
    Element("h4"),
    Element("h5"),
    Element("h6"),
];

/// An attribute that an element of ours may have: one of this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Attribute(&'static str);

#[cfg_attr(not(all(feature = "html", feature = "marked")), allow(dead_code))]
#[expect(
    non_upper_case_globals,
    reason = "they read as the variants that they stand for"
)]
impl Attribute {
    pub(crate) const AriaLabel: Attribute = Attribute("aria-label");
    pub(crate) const Charset: Attribute = Attribute("charset");
    pub(crate) const Class: Attribute = Attribute("class");
    /// How many columns a cell takes up.
    pub(crate) const Colspan: Attribute = Attribute("colspan");
    pub(crate) const Content: Attribute = Attribute("content");
    pub(crate) const Datetime: Attribute = Attribute("datetime");
    pub(crate) const Dir: Attribute = Attribute("dir");
    /// What is not the text itself: labels, marks, the record.
    pub(crate) const Generated: Attribute = Attribute("data-generated");
    /// On `reading-room`: the level of the title.
    pub(crate) const HeadingLevel: Attribute = Attribute("heading-level");
    /// An address; the writer's caller has checked it.
    pub(crate) const Hidden: Attribute = Attribute("hidden");
    pub(crate) const Href: Attribute = Attribute("href");
    pub(crate) const Id: Attribute = Attribute("id");
    pub(crate) const Lang: Attribute = Attribute("lang");
    pub(crate) const Name: Attribute = Attribute("name");
    pub(crate) const Role: Attribute = Attribute("role");
    /// How many rows a cell takes up.
    pub(crate) const Rowspan: Attribute = Attribute("rowspan");
    /// Of which cells a head is the head.
    pub(crate) const Scope: Attribute = Attribute("scope");
    /// On a template: its content is the shadow tree of the element around it.
    pub(crate) const ShadowRootMode: Attribute = Attribute("shadowrootmode");
    pub(crate) const Slot: Attribute = Attribute("slot");
    pub(crate) const Src: Attribute = Attribute("src");
    pub(crate) const Tabindex: Attribute = Attribute("tabindex");
    /// What is said when it is asked for.
    pub(crate) const Title: Attribute = Attribute("title");
    pub(crate) const Type: Attribute = Attribute("type");
    /// The number of an item.
    pub(crate) const Value: Attribute = Attribute("value");

    /// Its name in markup.
    pub(crate) fn name(self) -> &'static str {
        self.0
    }
}

/// An address that may stand in a page: `http`, `https` or `mailto`, as the URL standard's parser would find it.
///
/// Everything else, `javascript:` above all, is shown as words and never linked.
pub(crate) fn safe_address(address: &str) -> Option<&str> {
    let scheme = scan::after_any(address, &["https://", "http://", "mailto:"]);
    (scheme.is_some() && scan::is_seamless(address)).then_some(address)
}

/// Whether a date in EDTF is a day, a month or a year that HTML has a value for: no range, no season, nothing approximate or
/// left open, no year BC.
pub(super) fn is_date(edtf: &str) -> bool {
    let in_digits = edtf
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_season = edtf.as_bytes().get(5) == Some(&b'2');
    in_digits
        && !is_season
        && !edtf.is_empty()
        && !edtf.starts_with("-")
        && !edtf.starts_with("0000")
}
