//! Elements of HTML that stand in Markdown, among its own.

use super::super::pages;
use super::super::tags::Piece;
use super::{Content, Open};
use crate::document::NodeKind;
use crate::limits;
use crate::scan;

impl Content<'_> {
    /// A fragment of HTML: a tag in a line, or a block.
    pub(super) fn html(&mut self, fragment: &str) {
        let mut rest = fragment;
        while let Some(piece) = self.tags.next(&mut rest) {
            match piece {
                Piece::Words(words) => self.body.words(&words),
                Piece::Comment(words) => {
                    if let Some(label) = pages::of_comment(words) {
                        self.body.milestone(NodeKind::PageBreak, label);
                    }
                }
                Piece::Start {
                    name,
                    attributes,
                    is_closed,
                } => {
                    let attributes: Vec<_> = attributes
                        .iter()
                        .map(|(name, value)| (name.as_str(), value.as_str()))
                        .collect();
                    self.start_tag(name, &attributes, is_closed);
                }
                Piece::End(name) => self.end_tag(&name),
            }
        }
    }

    fn start_tag(&mut self, name: String, attributes: &[(&str, &str)], is_closed: bool) {
        self.end_implied(&name);
        self.get_ready();
        let is_void = is_closed || scan::listed(VOID, &name);
        if self.count >= limits::DEPTH && !is_void && !self.body.leaves_out(&name) {
            return;
        }
        self.body.start(&name, attributes);
        match is_void {
            true => self.body.end(),
            false => {
                self.count += 1;
                self.open.push(Open::Tag(name));
            }
        }
    }

    /// An element without an end tag ends where one begins that cannot stand in it.
    fn end_implied(&mut self, name: &str) {
        while let Some(Open::Tag(last)) = self.open.last()
            && IMPLIED
                .iter()
                .any(|(open, ends)| open == last && scan::listed(ends, name))
        {
            self.count -= 1;
            self.open.pop();
            self.body.end();
        }
    }

    /// An element ends, and with it those that have begun in it. It is not looked for outside of the mark of Markdown that is
    /// open, unless all that stands there is left out.
    fn end_tag(&mut self, name: &str) {
        let mut found = None;
        for (at, open) in self
            .open
            .iter()
            .enumerate()
            .rev()
            .take(limits::MISSED_REACH)
        {
            match open {
                Open::Tag(known) if known == name => {
                    found = Some(at);
                    break;
                }
                Open::Tag(_) => {}
                Open::Note => break,
                _ if self.body.is_outside() => {}
                _ => break,
            }
        }
        let Some(at) = found else {
            return;
        };
        let mut behind = self.open.split_off(at);
        while let Some(open) = behind.pop() {
            self.end_elements(&open);
            match open {
                Open::Tag(_) => self.count -= 1,
                _ => self.open.push(Open::Ended),
            }
        }
    }
}

/// Elements that have no end tag.
const VOID: &str = "area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr";

/// Elements that end without an end tag, each with those that end it by beginning.
const IMPLIED: &[(&str, &str)] = &[
    (
        "p",
        "address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form|h1|h2|\
        h3|h4|h5|h6|header|hgroup|hr|main|menu|nav|ol|p|pre|search|section|table|ul",
    ),
    ("li", "li"),
    ("dt", "dt|dd"),
    ("dd", "dt|dd"),
    ("td", "td|th|tr|tbody|tfoot"),
    ("th", "td|th|tr|tbody|tfoot"),
    ("tr", "tr|tbody|tfoot"),
    ("thead", "tbody|tfoot"),
    ("tbody", "tbody|tfoot"),
    ("option", "option|optgroup"),
];
