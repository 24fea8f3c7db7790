//! The styles of Word: what they say of paragraphs and of words, with what they are built on.

use super::super::super::xml::Element;
use super::super::said;
use crate::document::{Look, position};
use crate::limits;
use crate::names::Names;
use crate::scan;

/// What is said of words. Each thing is so, is not so, or is not said.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    pub is: Look,
    is_not: Look,
    pub hidden: Option<bool>,
    pub rtl: Option<bool>,
    /// Languages: of letters, of letters written from right to left, of the signs of East Asia.
    pub language: Option<String>,
    pub bidi: Option<String>,
    pub east_asian: Option<String>,
    /// The typeface, where it is one of symbols.
    pub font: Option<String>,
}

/// What is said of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    /// The level of a heading, from 0; 9 for what is none.
    pub outline: Option<u32>,
    pub numbering: Option<String>,
    pub level: Option<u32>,
    place: Option<String>,
    pub rtl: Option<bool>,
    pub page_break: Option<bool>,
}

/// What a paragraph is by the name of its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    None,
    Title,
    Quotation,
}

/// A style.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub role: Role,
    pub letters: Letters,
    pub lines: Lines,
    /// Whether it is that of links, whose line below is no emphasis.
    is_link: bool,
    base: String,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
    names: Names,
    /// The languages of words where nothing else is said.
    pub plain: Letters,
    default_paragraph: Style,
}

/// Names of styles for passages that somebody else wrote.
const QUOTATIONS: &str =
    "quote|intense quote|block text|quotations|block quote|block quotation|blockquote";

impl Styles {
    /// The styles of the part that has them.
    pub(super) fn read(root: &Element) -> Styles {
        let mut styles = Styles::default();
        if let Some(letters) = root.find("docDefaults/rPrDefault/rPr") {
            let said = Letters::read(letters);
            styles.plain = Letters {
                language: said.language,
                bidi: said.bidi,
                east_asian: said.east_asian,
                ..Letters::default()
            };
        }
        for element in root.all("style") {
            styles.add(element);
        }
        styles.build();
        styles
    }

    fn add(&mut self, element: &Element) {
        let name = element.find("name").map_or("", |name| said(name, "val"));
        let name = name.to_ascii_lowercase();
        let mut style = Style {
            role: match &*name {
                "title" => Role::Title,
                name if scan::listed(QUOTATIONS, name) => Role::Quotation,
                _ => Role::None,
            },
            is_link: scan::listed("hyperlink|followedhyperlink", &name),
            base: scan::owned(element.find("basedOn").map_or("", |base| said(base, "val"))),
            letters: element.find("rPr").map(Letters::read).unwrap_or_default(),
            lines: element.find("pPr").map(Lines::read).unwrap_or_default(),
        };
        if let Some(level) = scan::after(&name, "heading ").and_then(scan::number) {
            style.lines.outline = style.lines.outline.or(level.checked_sub(1));
        }
        if said(element, "type") == "paragraph" && is_on(said(element, "default")) {
            self.default_paragraph = style.clone();
        }
        let index = position(self.styles.len());
        self.names.insert(said(element, "styleId"), index);
        self.styles.push(style);
    }

    /// Completes each style by what it is built on.
    fn build(&mut self) {
        let mut built = Vec::with_capacity(self.styles.len());
        for style in &self.styles {
            let mut whole = style.clone();
            let mut base = &*style.base;
            for _ in 0..limits::STYLES_DEEP {
                let Some(other) = self.get(base) else { break };
                whole.complete(other);
                base = &other.base;
            }
            built.push(whole);
        }
        self.styles = built;
    }

    /// The style of that id.
    pub(super) fn get(&self, id: &str) -> Option<&Style> {
        self.styles.get(self.names.get(id)? as usize)
    }

    /// What is said of a paragraph by its style, and by itself.
    pub(super) fn paragraph(&self, properties: Option<&Element>) -> Style {
        let id = properties.and_then(|properties| properties.find("pStyle"));
        let style = id.and_then(|id| self.get(said(id, "val")));
        let mut whole = Style {
            lines: properties.map(Lines::read).unwrap_or_default(),
            ..Style::default()
        };
        whole.complete(style.unwrap_or(&self.default_paragraph));
        whole
    }

    /// What is said of words by their style, and by themselves.
    pub(super) fn run(&self, properties: &Element) -> Letters {
        let mut letters = Letters::read(properties);
        let style = properties.find("rStyle");
        if let Some(style) = style.and_then(|id| self.get(said(id, "val"))) {
            let mut base = style.letters.clone();
            if style.is_link {
                base.is = base.is.without(Look::UNDERLINED);
            }
            letters.complete(&base);
        }
        letters.complete(&self.plain);
        letters
    }
}

impl Style {
    fn complete(&mut self, base: &Style) {
        if self.role == Role::None {
            self.role = base.role;
        }
        self.is_link |= base.is_link;
        self.letters.complete(&base.letters);
        let (lines, base) = (&mut self.lines, &base.lines);
        lines.outline = lines.outline.or(base.outline);
        if lines.numbering.is_none() {
            lines.numbering.clone_from(&base.numbering);
        }
        lines.level = lines.level.or(base.level);
        if lines.place.is_none() {
            lines.place.clone_from(&base.place);
        }
        lines.rtl = lines.rtl.or(base.rtl);
        lines.page_break = lines.page_break.or(base.page_break);
    }
}

impl Letters {
    pub(super) fn read(properties: &Element) -> Letters {
        let mut letters = Letters::default();
        for element in properties.elements() {
            letters.add(element);
        }
        letters
    }

    fn add(&mut self, element: &Element) {
        let value = said(element, "val");
        let look = match &*element.name {
            "b" => Look::BOLD,
            "i" => Look::ITALIC,
            "u" => Look::UNDERLINED,
            "strike" | "dstrike" => Look::STRUCK,
            "smallCaps" => Look::SMALL_CAPITALS,
            "caps" => Look::CAPITALS,
            "highlight" => Look::HIGHLIGHTER,
            "spacing" => return self.set(Look::SPACED, scan::number(value).is_some_and(is_spaced)),
            "vertAlign" => {
                self.set(Look::SUPERSCRIPT, value == "superscript");
                return self.set(Look::SUBSCRIPT, value == "subscript");
            }
            "vanish" => {
                self.hidden = Some(is_set(value));
                return;
            }
            "rtl" => {
                self.rtl = Some(is_set(value));
                return;
            }
            "lang" => return self.languages(element),
            "rFonts" => {
                let font = said(element, "ascii");
                self.font = (!font.is_empty()).then(|| scan::owned(font));
                return;
            }
            _ => return,
        };
        self.set(look, is_set(value));
    }

    fn set(&mut self, look: Look, is_so: bool) {
        match is_so {
            true => self.is = self.is.with(look),
            false => self.is_not = self.is_not.with(look),
        }
    }

    fn languages(&mut self, element: &Element) {
        let tag = |name| {
            let tag = said(element, name);
            (!tag.is_empty() && tag != "x-none").then(|| scan::owned(tag))
        };
        self.language = tag("val");
        self.bidi = tag("bidi");
        self.east_asian = tag("eastAsia");
    }

    fn complete(&mut self, base: &Letters) {
        self.is = self.is.with(base.is.without(self.is_not));
        self.is_not = self.is_not.with(base.is_not.without(self.is));
        self.hidden = self.hidden.or(base.hidden);
        self.rtl = self.rtl.or(base.rtl);
        for (own, base) in [
            (&mut self.language, &base.language),
            (&mut self.bidi, &base.bidi),
            (&mut self.east_asian, &base.east_asian),
            (&mut self.font, &base.font),
        ] {
            if own.is_none() {
                own.clone_from(base);
            }
        }
    }
}

impl Lines {
    /// Where the lines stand, as HTML says it; empty where they stand as usual.
    pub(super) fn place(&self) -> &'static str {
        match self.place.as_deref() {
            Some("center") => "center",
            Some("right" | "end") => "right",
            _ => "",
        }
    }

    fn read(properties: &Element) -> Lines {
        let value = |path| properties.find(path).map(|element| said(element, "val"));
        let number = |path| value(path).and_then(scan::number);
        Lines {
            outline: number("outlineLvl"),
            numbering: value("numPr/numId").map(scan::owned),
            level: number("numPr/ilvl"),
            place: value("jc").map(scan::owned),
            rtl: value("bidi").map(is_set),
            page_break: value("pageBreakBefore").map(is_set),
        }
    }
}

/// Whether a switch is on: it is where nothing else is said.
pub(super) fn is_set(value: &str) -> bool {
    !scan::listed("0|false|off|none", value)
}

/// Whether a switch is said, and on.
pub(super) fn is_on(value: &str) -> bool {
    !value.is_empty() && is_set(value)
}

/// Whether letters stand so far apart, in twentieths of a point, that it means something: some set words off so.
fn is_spaced(twentieths: u32) -> bool {
    (30..200).contains(&twentieths)
}
