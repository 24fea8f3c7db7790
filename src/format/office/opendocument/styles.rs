//! The styles of OpenDocument: what they say of paragraphs, words and lists, with what they are built on.

use super::super::super::xml::Element;
use super::super::numbers::{LEVELS, Level};
use super::super::{local, said};
use super::{numbering, tag};
use crate::document::{Look, position};
use crate::limits;
use crate::names::Names;
use crate::scan;

/// What a paragraph is by the name of its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    None,
    Title,
    Quotation,
    Preformatted,
}

/// A style.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub kind: Kind,
    pub look: Look,
    /// What it says that words are not, whatever it is built on.
    not: Look,
    pub language: Option<String>,
    pub is_hidden: bool,
    /// Where its lines stand, as HTML says it.
    pub place: &'static str,
    pub is_rtl: bool,
    pub breaks_page: bool,
    /// Whether it takes the number away that headings of its level have.
    pub has_no_number: bool,
    /// Whether it is one of the document's own, by which nothing is named.
    is_automatic: bool,
    base: String,
}

/// The styles of a document. Each family has names of its own.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
    names: Names,
    /// The language where nothing else is said.
    pub language: String,
    /// The levels of lists, and of headings, which have an empty name.
    lists: Vec<[Level; LEVELS]>,
    list_names: Names,
}

/// The names of styles for titles, for passages that somebody else wrote, and for words in which every space counts.
const KINDS: [(Kind, &str); 3] = [
    (Kind::Title, "title"),
    (
        Kind::Quotation,
        "quotations|quote|block_20_text|block_20_quotation",
    ),
    (Kind::Preformatted, "preformatted_20_text"),
];

/// The styles of links, whose line below is no emphasis.
const LINKS: &str = "internet_20_link|visited_20_internet_20_link";

/// What the properties of words say by a value that begins so: a look.
const LOOKS: [(&str, &str, Look); 10] = [
    ("font-weight", "bold|600|700|800|900", Look::BOLD),
    ("font-style", "italic|oblique", Look::ITALIC),
    ("text-underline-style", "*", Look::UNDERLINED),
    ("text-line-through-style", "*", Look::STRUCK),
    ("text-line-through-type", "*", Look::STRUCK),
    ("font-variant", "small-caps", Look::SMALL_CAPITALS),
    ("text-transform", "uppercase", Look::CAPITALS),
    ("text-position", "super", Look::SUPERSCRIPT),
    ("text-position", "sub", Look::SUBSCRIPT),
    ("background-color", "#ffff00", Look::HIGHLIGHTER),
];

impl Styles {
    /// Adds a style; `around` tells whether it is one of the document's own.
    pub(super) fn add(&mut self, element: &Element, around: &str) {
        match &*element.name {
            "style" => self.style(element, around == "automatic-styles"),
            "default-style" if said(element, "family") == "paragraph" => {
                let letters = element.find("text-properties");
                let tag = letters.map(language).unwrap_or_default();
                self.language = tag.unwrap_or_default();
            }
            "list-style" | "outline-style" => {
                let name = match &*element.name {
                    "list-style" => said(element, "name"),
                    _ => "",
                };
                self.list_names.insert(name, position(self.lists.len()));
                self.lists.push(numbering::levels(element));
            }
            // A part that has its styles in what is no group of them.
            "master-styles" => {}
            _ => {}
        }
    }

    fn style(&mut self, element: &Element, is_automatic: bool) {
        let (family, name) = (said(element, "family"), said(element, "name"));
        let base = said(element, "parent-style-name");
        let mut style = Style {
            base: match base {
                "" => String::new(),
                base => key(family, base),
            },
            has_no_number: is_automatic && is_said_empty(element, "list-style-name"),
            is_automatic,
            ..Style::default()
        };
        let own = name.to_ascii_lowercase();
        if let Some((kind, _)) = KINDS.iter().find(|(_, names)| scan::listed(names, &own)) {
            style.kind = *kind;
        }
        for properties in element.elements() {
            style.read(properties);
        }
        if scan::listed(LINKS, &own) {
            style.look = Look::NONE;
        }
        self.names
            .insert(&key(family, name), position(self.styles.len()));
        self.styles.push(style);
    }

    /// A style, completed by those that it is built on.
    fn whole(&self, family: &str, name: &str) -> Style {
        let mut style = self.get(&key(family, name)).cloned().unwrap_or_default();
        let mut base = style.base.clone();
        for _ in 0..limits::STYLES_DEEP {
            let Some(other) = self.get(&base) else { break };
            style.add(other);
            base.clone_from(&other.base);
        }
        style
    }

    fn get(&self, key: &str) -> Option<&Style> {
        self.styles.get(self.names.get(key)? as usize)
    }

    /// What is said of a paragraph. What its style says of words is how such paragraphs look, and no emphasis, unless it is a
    /// style that the document has for this one.
    pub(super) fn paragraph(&self, name: &str) -> Style {
        let own = self
            .get(&key("paragraph", name))
            .filter(|own| own.is_automatic);
        Style {
            look: own.map_or(Look::NONE, |own| own.look),
            ..self.whole("paragraph", name)
        }
    }

    /// What is said of words.
    pub(super) fn words(&self, name: &str) -> Style {
        self.whole("text", name)
    }

    /// The levels of the lists in a style; those of headings, where it has no name.
    pub(super) fn levels(&self, list: &str) -> Option<&[Level; LEVELS]> {
        self.lists.get(self.list_names.get(list)? as usize)
    }
}

/// Whether an attribute is there, and empty.
fn is_said_empty(element: &Element, name: &str) -> bool {
    let is_it = |(written, value): &(String, String)| local(written) == name && value.is_empty();
    element.attributes.iter().any(is_it)
}

/// The name of a style in its family.
fn key(family: &str, name: &str) -> String {
    scan::joined(&[family, " ", name])
}

impl Style {
    /// The language that it says; empty where it says none.
    pub(super) fn language_tag(&self) -> String {
        self.language.clone().unwrap_or_default()
    }

    fn read(&mut self, properties: &Element) {
        match &*properties.name {
            "text-properties" => self.letters(properties),
            "paragraph-properties" => {
                self.place = match said(properties, "text-align") {
                    "center" => "center",
                    "end" | "right" => "right",
                    _ => "",
                };
                self.is_rtl = scan::begins_with(said(properties, "writing-mode"), "r");
                self.breaks_page = said(properties, "break-before") == "page";
            }
            _ => {}
        }
    }

    fn letters(&mut self, properties: &Element) {
        for (name, values, look) in LOOKS {
            let value = said(properties, name);
            if value.is_empty() {
                continue;
            }
            let first = scan::first_word(value);
            let is_so = match values {
                "*" => first != "none",
                values => scan::listed(values, first),
            };
            // Letters that stand below the line by some part of their height.
            let is_below = look == Look::SUBSCRIPT && scan::begins_with(first, "-");
            let is_above = look == Look::SUPERSCRIPT && is_raised(first);
            if is_so || is_below || is_above {
                self.look = self.look.with(look);
            } else {
                self.not = self.not.with(look);
            }
        }
        self.is_hidden = matches!(said(properties, "display"), "none");
        self.language = language(properties);
    }

    /// Completes it by what it is built on.
    fn add(&mut self, base: &Style) {
        if self.kind == Kind::None {
            self.kind = base.kind;
        }
        self.look = self.look.with(base.look.without(self.not));
        self.not = self.not.with(base.not.without(self.look));
        self.is_hidden |= base.is_hidden;
        self.is_rtl |= base.is_rtl;
        self.breaks_page |= base.breaks_page;
        if self.place.is_empty() {
            self.place = base.place;
        }
        if self.language.is_none() {
            self.language.clone_from(&base.language);
        }
    }
}

/// Whether letters stand above the line: by a part of their height that is not nothing.
fn is_raised(value: &str) -> bool {
    value.ends_with('%') && !scan::begins_with(value, "-0")
}

/// The language that is said of words.
fn language(properties: &Element) -> Option<String> {
    let tag = tag(said(properties, "language"), said(properties, "country"));
    (!tag.is_empty()).then_some(tag)
}
