//! A source as lines, whatever ends them.

use crate::document::{Span, TELLS_ALL, position};
use crate::scan;

/// A line of the source, without the characters that end it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line<'s> {
    pub(super) text: &'s str,
    /// Where it begins in the decoded source.
    pub(super) start: u32,
    /// Whether a form feed stands before it: a page of the source ends there.
    pub(super) starts_page: bool,
}

impl<'s> Line<'s> {
    /// Whether there is nothing on it.
    #[inline(never)]
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where it stands in the decoded source, which nobody can ask a build that only makes the text stand.
    pub(super) fn span(&self) -> Span {
        if !TELLS_ALL {
            return Span::default();
        }
        Span::new(self.start, self.start + position(self.text.len()))
    }

    /// How many bytes of white space it begins with.
    pub(super) fn indentation(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// What stands on it between two bytes.
    pub(super) fn part(&self, from: usize, to: usize) -> Line<'s> {
        Line {
            text: scan::from(scan::to(self.text, to), from),
            start: self.start + position(from),
            starts_page: false,
        }
    }
}

/// The lines of a source; they end with LF, CR LF, CR or a form feed.
pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut rest = source;
    let mut starts_page = false;
    while !rest.is_empty() {
        let length = scan::run(rest, |c| !matches!(c, '\n' | '\r' | '\u{c}'));
        lines.push(Line {
            text: scan::to(rest, length),
            start: position(source.len() - rest.len()),
            starts_page,
        });
        let ending = scan::from(rest, length);
        starts_page = ending.starts_with('\u{c}');
        let ends_with_two = ending.starts_with("\r\n");
        rest = scan::from(ending, if ends_with_two { 2 } else { 1 });
    }
    lines
}

/// The smallest span that covers all lines with words.
pub(super) fn span_of(lines: &[Line]) -> Span {
    let mut span: Option<Span> = None;
    for line in lines {
        if !line.is_blank() {
            span = Some(span.map_or(line.span(), |span| span.cover(line.span())));
        }
    }
    span.unwrap_or_default()
}
