//! The fixed lists of elements and attributes, and what a writer of markup does with them.

use crate::scan;

/// An element that a page of ours may have. There is no way to write another one.
// A page around the article is made by the full build alone.
#[cfg_attr(not(feature = "full"), allow(dead_code))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    A,
    Article,
    Body,
    Dd,
    Div,
    Dl,
    Dt,
    Footer,
    /// A heading of level 1 to 6.
    H(u8),
    Head,
    Header,
    Html,
    Li,
    Main,
    Meta,
    Ol,
    P,
    ReadingRoom,
    Script,
    Section,
    Span,
    Style,
    Sup,
    Time,
    Title,
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
            Element::Body => "body",
            Element::Dd => "dd",
            Element::Div => "div",
            Element::Dl => "dl",
            Element::Dt => "dt",
            Element::Footer => "footer",
            Element::H(level) => {
                ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1]
            }
            Element::Head => "head",
            Element::Header => "header",
            Element::Html => "html",
            Element::Li => "li",
            Element::Main => "main",
            Element::Meta => "meta",
            Element::Ol => "ol",
            Element::P => "p",
            Element::ReadingRoom => "reading-room",
            Element::Script => "script",
            Element::Section => "section",
            Element::Span => "span",
            Element::Style => "style",
            Element::Sup => "sup",
            Element::Time => "time",
            Element::Title => "title",
            Element::Ul => "ul",
            Element::Wbr => "wbr",
        }
    }
}

/// An attribute that an element of ours may have.
#[cfg_attr(not(feature = "full"), allow(dead_code))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attribute {
    AriaLabel,
    Charset,
    Class,
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
    Slot,
    Src,
    Type,
}

impl Attribute {
    /// Its name in markup.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Attribute::AriaLabel => "aria-label",
            Attribute::Charset => "charset",
            Attribute::Class => "class",
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
            Attribute::Slot => "slot",
            Attribute::Src => "src",
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
