//! How marks of Markdown begin: which element of HTML each one is.

use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, LinkType, Tag};

use super::{Content, Image, Open, is_in_line};
use crate::document::{Note, NoteKind, Span, position};
use crate::scan;

impl<'s> Content<'s> {
    /// A mark begins.
    pub(super) fn start(&mut self, tag: Tag<'s>, range: Range<usize>) {
        let is_in_line = is_in_line(tag.to_end());
        self.flush(!is_in_line);
        if is_in_line {
            self.get_ready();
        }
        let name = match tag {
            Tag::Paragraph => return self.open.push(Open::Paragraph { has_begun: false }),
            Tag::Heading {
                level, id, attrs, ..
            } => return self.heading(level as usize, id.as_deref(), &attrs, range),
            Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.fragment = Some(String::new());
                return;
            }
            Tag::FootnoteDefinition(name) => {
                let at = Span::new(position(range.start), position(range.end));
                let at = self
                    .start
                    .map_or(Span::default(), |start| at.shifted(start));
                self.defined.push((scan::owned(&name), at));
                self.body.start_note_named(&name, note(&name));
                return self.open.push(Open::Note);
            }
            Tag::List(Some(first)) => return self.ordered_list(first),
            Tag::TableHead => {
                self.column = 0;
                self.body.start("thead", &[]);
                self.body.start("tr", &[]);
                return self.open.push(Open::Elements(2));
            }
            Tag::TableCell => return self.cell(),
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => return self.link(link_type, &dest_url, &title, &id),
            Tag::Image {
                dest_url,
                title,
                id,
                ..
            } => {
                self.use_reference(&id);
                self.image = Some(Image::new(&dest_url, &title));
                return;
            }
            Tag::Table(columns) => {
                self.columns = columns;
                "table"
            }
            Tag::TableRow => {
                self.column = 0;
                "tr"
            }
            Tag::CodeBlock(_) => {
                self.begins_line = false;
                "pre"
            }
            Tag::BlockQuote(_) => "blockquote",
            Tag::List(None) => "ul",
            Tag::Item => "li",
            Tag::DefinitionList => "dl",
            Tag::DefinitionListTitle => "dt",
            Tag::DefinitionListDefinition => "dd",
            Tag::Emphasis => "em",
            Tag::Strong => "strong",
            Tag::Strikethrough => "s",
            Tag::Superscript => "sup",
            Tag::Subscript => "sub",
        };
        self.element(name, &[]);
    }

    /// An element begins for a mark.
    fn element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.body.start(name, attributes);
        self.open.push(Open::Elements(1));
    }

    /// A heading with the attributes behind its words. What stands there in braces without being an attribute are words.
    fn heading(
        &mut self,
        level: usize,
        id: Option<&str>,
        said: &[(CowStr, Option<CowStr>)],
        range: Range<usize>,
    ) {
        let mut attributes = Vec::new();
        if let Some(id) = id {
            attributes.push(("id", id));
        }
        for (name, value) in said {
            if let Some(value) = value {
                attributes.push((name, scan::trim(value, "\"'")));
            }
        }
        if said.iter().any(|(_, value)| value.is_none()) {
            attributes.clear();
            self.behind_heading = braces(self.source.get(range).unwrap_or(""));
        }
        let names = ["h1", "h2", "h3", "h4", "h5", "h6"];
        self.element(names.get(level - 1).unwrap_or(&"h6"), &attributes);
    }

    fn ordered_list(&mut self, first: u64) {
        let mut number = String::new();
        scan::push_number(&mut number, u32::try_from(first).unwrap_or(1), 1);
        match first {
            1 => self.element("ol", &[]),
            _ => self.element("ol", &[("start", &number)]),
        }
    }

    fn cell(&mut self) {
        let is_head = matches!(self.open.last(), Some(Open::Elements(2)));
        let place = match self.columns.get(self.column) {
            Some(Alignment::Center) => "center",
            Some(Alignment::Right) => "right",
            _ => "",
        };
        self.column += 1;
        let name = if is_head { "th" } else { "td" };
        self.element(name, &[("align", place)]);
    }

    fn link(&mut self, kind: LinkType, address: &str, title: &str, id: &str) {
        self.use_reference(id);
        let scheme = match kind {
            LinkType::Email => "mailto:",
            _ => "",
        };
        let address = scan::joined(&[scheme, address]);
        self.element("a", &[("href", &address), ("title", title)]);
    }
}

/// A note. A name that is a number, or one sign, is the label that the source gives it; others are only names.
fn note(name: &str) -> Note {
    let is_label = scan::number(name).is_some() || name.chars().count() == 1;
    Note {
        kind: NoteKind::Numbered,
        label: is_label.then(|| scan::owned(name)),
        id: None,
    }
}

/// The braces at the end of a heading, which may have a line below it or more marks behind it.
fn braces(heading: &str) -> &str {
    let end = scan::find_last(heading, "}").map_or(0, |at| at + 1);
    let words = scan::to(heading, end);
    scan::from(words, scan::find_last(words, "{").unwrap_or(end))
}
