//! The fixed lists of elements and attributes, and what a writer of markup does with them.

use crate::scan;

/// An element that a page of ours may have: one of this list. There is no way to write another one.
///
/// It is its name, so that a module has the names of those that it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Element(&'static str);

// A page around the article is made by the full build alone; tables and what else texts may have, by that for TEI.
#[cfg_attr(not(all(feature = "full", feature = "tei")), allow(dead_code))]
impl Element {
    pub(crate) const A: Element = Element("a");
    pub(crate) const ARTICLE: Element = Element("article");
    pub(crate) const B: Element = Element("b");
    pub(crate) const BLOCKQUOTE: Element = Element("blockquote");
    pub(crate) const BODY: Element = Element("body");
    /// The end of a line.
    pub(crate) const BR: Element = Element("br");
    pub(crate) const CAPTION: Element = Element("caption");
    pub(crate) const CITE: Element = Element("cite");
    pub(crate) const DD: Element = Element("dd");
    pub(crate) const DEL: Element = Element("del");
    pub(crate) const DIV: Element = Element("div");
    pub(crate) const DL: Element = Element("dl");
    pub(crate) const DT: Element = Element("dt");
    pub(crate) const EM: Element = Element("em");
    pub(crate) const FIGCAPTION: Element = Element("figcaption");
    pub(crate) const FIGURE: Element = Element("figure");
    pub(crate) const FOOTER: Element = Element("footer");
    pub(crate) const HEAD: Element = Element("head");
    pub(crate) const HEADER: Element = Element("header");
    pub(crate) const HTML: Element = Element("html");
    pub(crate) const I: Element = Element("i");
    pub(crate) const INS: Element = Element("ins");
    pub(crate) const LI: Element = Element("li");
    pub(crate) const MAIN: Element = Element("main");
    pub(crate) const META: Element = Element("meta");
    pub(crate) const OL: Element = Element("ol");
    pub(crate) const P: Element = Element("p");
    pub(crate) const PRE: Element = Element("pre");
    pub(crate) const Q: Element = Element("q");
    pub(crate) const READING_ROOM: Element = Element("reading-room");
    pub(crate) const S: Element = Element("s");
    pub(crate) const SCRIPT: Element = Element("script");
    pub(crate) const SECTION: Element = Element("section");
    pub(crate) const SPAN: Element = Element("span");
    pub(crate) const STYLE: Element = Element("style");
    pub(crate) const SUB: Element = Element("sub");
    pub(crate) const SUP: Element = Element("sup");
    pub(crate) const TABLE: Element = Element("table");
    pub(crate) const TBODY: Element = Element("tbody");
    pub(crate) const TD: Element = Element("td");
    pub(crate) const TH: Element = Element("th");
    pub(crate) const TIME: Element = Element("time");
    pub(crate) const TITLE: Element = Element("title");
    pub(crate) const TR: Element = Element("tr");
    pub(crate) const U: Element = Element("u");
    pub(crate) const UL: Element = Element("ul");
    /// A place where a line may be broken.
    pub(crate) const WBR: Element = Element("wbr");

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

#[cfg_attr(not(all(feature = "full", feature = "tei")), allow(dead_code))]
impl Attribute {
    pub(crate) const ARIA_LABEL: Attribute = Attribute("aria-label");
    pub(crate) const CHARSET: Attribute = Attribute("charset");
    pub(crate) const CLASS: Attribute = Attribute("class");
    /// How many columns a cell takes up.
    pub(crate) const COLSPAN: Attribute = Attribute("colspan");
    pub(crate) const CONTENT: Attribute = Attribute("content");
    pub(crate) const DATETIME: Attribute = Attribute("datetime");
    pub(crate) const DIR: Attribute = Attribute("dir");
    /// What is not the text itself: labels, marks, the record.
    pub(crate) const GENERATED: Attribute = Attribute("data-generated");
    /// On `reading-room`: the level of the title.
    pub(crate) const HEADING_LEVEL: Attribute = Attribute("heading-level");
    /// An address; the writer's caller has checked it.
    pub(crate) const HREF: Attribute = Attribute("href");
    pub(crate) const ID: Attribute = Attribute("id");
    pub(crate) const LANG: Attribute = Attribute("lang");
    pub(crate) const NAME: Attribute = Attribute("name");
    pub(crate) const ROLE: Attribute = Attribute("role");
    /// How many rows a cell takes up.
    pub(crate) const ROWSPAN: Attribute = Attribute("rowspan");
    /// Of which cells a head is the head.
    pub(crate) const SCOPE: Attribute = Attribute("scope");
    pub(crate) const SLOT: Attribute = Attribute("slot");
    pub(crate) const SRC: Attribute = Attribute("src");
    pub(crate) const TABINDEX: Attribute = Attribute("tabindex");
    /// What is said when it is asked for.
    pub(crate) const TITLE: Attribute = Attribute("title");
    pub(crate) const TYPE: Attribute = Attribute("type");

    /// Its name in markup.
    pub(crate) fn name(self) -> &'static str {
        self.0
    }
}

/// Attributes with their values, in the order in which they are written.
pub(crate) type Attributes<'a> = &'a [(Attribute, &'a str)];

/// Where markup goes: a string, or a page.
pub(crate) trait Sink {
    /// Begins an element inside the one that is open.
    fn open(&mut self, element: Element, attributes: Attributes);
    /// Adds words to the open element.
    fn words(&mut self, words: &str);
    /// Ends the element that was opened last.
    fn close(&mut self);
}

/// Opens an element of a class.
pub(super) fn open(sink: &mut dyn Sink, element: Element, class: &str) {
    match class {
        "" => sink.open(element, &[]),
        _ => sink.open(element, &[(Attribute::CLASS, class)]),
    }
}

/// An element of a class, with words in it; without the class where it is empty.
pub(super) fn phrase(sink: &mut dyn Sink, element: Element, class: &str, words: &str) {
    open(sink, element, class);
    sink.words(words);
    sink.close();
}

/// An address that may stand in a page: `http`, `https` or `mailto`, as the URL standard's parser would find it.
///
/// Everything else, `javascript:` above all, is shown as words and never linked.
pub(crate) fn safe_address(address: &str) -> Option<&str> {
    let plain = !address.chars().any(|c| c.is_control() || c.is_whitespace());
    let scheme = scan::after_any(address, &["https://", "http://", "mailto:"]);
    (plain && scheme.is_some()).then_some(address)
}

/// Whether a date in EDTF is a day, a month or a year that HTML has a value for: no range, nothing approximate, no year BC.
pub(super) fn is_date(edtf: &str) -> bool {
    let in_digits = edtf
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    in_digits && !edtf.is_empty() && !edtf.starts_with('-')
}
