//! The fixed lists of elements and attributes, and what a writer of markup does with them.

use crate::scan;

/// An element that a page of ours may have. There is no way to write another one.
// A page around the article is made by the full build alone; tables and what else texts may have, by that for TEI.
#[cfg_attr(not(all(feature = "full", feature = "tei")), allow(dead_code))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    A,
    Article,
    B,
    Blockquote,
    Body,
    /// The end of a line.
    Br,
    Caption,
    Cite,
    Dd,
    Del,
    Div,
    Dl,
    Dt,
    Em,
    Figcaption,
    Figure,
    Footer,
    /// A heading of level 1 to 6.
    H(u8),
    Head,
    Header,
    Html,
    I,
    Ins,
    Li,
    Main,
    Meta,
    Ol,
    P,
    Pre,
    Q,
    ReadingRoom,
    S,
    Script,
    Section,
    Span,
    Style,
    Sub,
    Sup,
    Table,
    Tbody,
    Td,
    Th,
    Time,
    Title,
    Tr,
    U,
    Ul,
    /// A place where a line may be broken.
    Wbr,
}

impl Element {
    /// The tag name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Element::A => "a",
            Element::Article => "article",
            Element::B => "b",
            Element::Blockquote => "blockquote",
            Element::Body => "body",
            Element::Br => "br",
            Element::Caption => "caption",
            Element::Cite => "cite",
            Element::Dd => "dd",
            Element::Del => "del",
            Element::Div => "div",
            Element::Dl => "dl",
            Element::Dt => "dt",
            Element::Em => "em",
            Element::Figcaption => "figcaption",
            Element::Figure => "figure",
            Element::Footer => "footer",
            Element::H(level) => {
                ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1]
            }
            Element::Head => "head",
            Element::Header => "header",
            Element::Html => "html",
            Element::I => "i",
            Element::Ins => "ins",
            Element::Li => "li",
            Element::Main => "main",
            Element::Meta => "meta",
            Element::Ol => "ol",
            Element::P => "p",
            Element::Pre => "pre",
            Element::Q => "q",
            Element::ReadingRoom => "reading-room",
            Element::S => "s",
            Element::Script => "script",
            Element::Section => "section",
            Element::Span => "span",
            Element::Style => "style",
            Element::Sub => "sub",
            Element::Sup => "sup",
            Element::Table => "table",
            Element::Tbody => "tbody",
            Element::Td => "td",
            Element::Th => "th",
            Element::Time => "time",
            Element::Title => "title",
            Element::Tr => "tr",
            Element::U => "u",
            Element::Ul => "ul",
            Element::Wbr => "wbr",
        }
    }
}

/// An attribute that an element of ours may have.
#[cfg_attr(not(all(feature = "full", feature = "tei")), allow(dead_code))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attribute {
    AriaLabel,
    Charset,
    Class,
    /// How many columns a cell takes up.
    Colspan,
    Content,
    Datetime,
    Dir,
    /// What is not the text itself: labels, marks, the record.
    Generated,
    /// On `reading-room`: the level of the title.
    HeadingLevel,
    /// An address; the writer's caller has checked it.
    Href,
    Id,
    Lang,
    Name,
    Role,
    /// How many rows a cell takes up.
    Rowspan,
    /// Of which cells a head is the head.
    Scope,
    Slot,
    Src,
    Tabindex,
    /// What is said when it is asked for.
    Title,
    Type,
}

impl Attribute {
    /// Its name in markup.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Attribute::AriaLabel => "aria-label",
            Attribute::Charset => "charset",
            Attribute::Class => "class",
            Attribute::Colspan => "colspan",
            Attribute::Content => "content",
            Attribute::Datetime => "datetime",
            Attribute::Dir => "dir",
            Attribute::Generated => "data-generated",
            Attribute::HeadingLevel => "heading-level",
            Attribute::Href => "href",
            Attribute::Id => "id",
            Attribute::Lang => "lang",
            Attribute::Name => "name",
            Attribute::Role => "role",
            Attribute::Rowspan => "rowspan",
            Attribute::Scope => "scope",
            Attribute::Slot => "slot",
            Attribute::Src => "src",
            Attribute::Tabindex => "tabindex",
            Attribute::Title => "title",
            Attribute::Type => "type",
        }
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
        _ => sink.open(element, &[(Attribute::Class, class)]),
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
