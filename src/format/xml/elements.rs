//! Tags to elements that begin and end, and what is made of tags that are missing or too many.

use super::Handler;
use super::attributes::{Attributes, Written as WrittenAttributes};
use super::bytes::{byte, find, skip_name, skip_space};
use super::fault::{self, FaultKind};
use super::input::{Input, begins_name};
use super::open::{Open, Written};
use super::reader::Reader;
use super::tags::{Irregular, Tag, irregular, regular};
use crate::document::Span;
use crate::scan;

impl Reader {
    /// Reads a start tag, or that of an empty element; gives where it ends, and `None` if that is not there yet.
    pub(super) fn start_tag<H: Handler>(
        &mut self,
        input: &Input,
        at: usize,
        handler: &mut H,
    ) -> Option<usize> {
        let bytes = input.bytes();
        let name_end = skip_name(bytes, at + 1);
        let tag = match regular(bytes, name_end, &mut self.rows) {
            Some(tag) => tag,
            None => match irregular(bytes, name_end, input.last) {
                Irregular::Tag(tag) => {
                    let written = input.slice(name_end, tag.attributes);
                    self.rows.clear();
                    // What stands behind the last attribute and is none has no name.
                    let named = WrittenAttributes::new(written).filter(|one| !one.name.is_empty());
                    self.rows.extend(named.map(|one| one.row()));
                    tag
                }
                Irregular::Broken if input.ends_the_source() && is_cut_off(bytes, at, name_end) => {
                    let name = input.slice(at + 1, name_end);
                    self.fault(FaultKind::CutTag, name, input, (at, bytes.len()), handler);
                    return Some(bytes.len());
                }
                Irregular::Broken => return self.stray(FaultKind::BrokenTag, input, at, handler),
                Irregular::Cut => return None,
            },
        };
        let name = Written::new(input.slice(at + 1, name_end));
        let range = (at, tag.end);
        if self.open.is_empty() {
            self.begin_root(name, input, range, handler);
        }
        if self.open.is_full() {
            self.leave_out(name, tag.empty, input, range, handler);
            return Some(tag.end);
        }
        let written = input.slice(name_end, tag.attributes);
        let expand = tag.doubtful && self.check(written, input, name_end, handler);
        let attributes = Attributes::new(written, &self.rows, &self.entities, expand);
        begin(
            &mut self.open,
            name,
            &tag,
            &attributes,
            input.span(at, tag.end),
            handler,
        );
        Some(tag.end)
    }

    /// The first element, or one that should not be there.
    fn begin_root<H: Handler>(
        &mut self,
        name: Written,
        input: &Input,
        range: (usize, usize),
        handler: &mut H,
    ) {
        if self.rooted {
            self.fault(FaultKind::SecondRoot, name.whole, input, range, handler);
        }
        self.rooted = true;
        self.outside = false;
    }

    /// An element that lies too deep.
    fn leave_out<H: Handler>(
        &mut self,
        name: Written,
        empty: bool,
        input: &Input,
        range: (usize, usize),
        handler: &mut H,
    ) {
        if !self.told.too_deep {
            self.told.too_deep = true;
            self.fault(FaultKind::TooDeep, name.whole, input, range, handler);
        }
        if !empty {
            self.open.leave_out();
        }
    }

    /// Reads an end tag; gives where it ends, and `None` if that is not there yet.
    pub(super) fn end_tag<H: Handler>(
        &mut self,
        input: &Input,
        at: usize,
        handler: &mut H,
    ) -> Option<usize> {
        let bytes = input.bytes();
        if !begins_name(input.text, at + 2) {
            return match input.last || at + 2 < bytes.len() {
                true => self.stray(FaultKind::StrayLessThan, input, at, handler),
                false => None,
            };
        }
        let name_end = skip_name(bytes, at + 2);
        let name = bytes.get(at + 2..name_end).unwrap_or_default();
        let close = find_close(bytes, name_end);
        match bytes.get(close) {
            None if !input.last => return None,
            Some(b'>') => {}
            _ => return self.stray(FaultKind::BrokenTag, input, at, handler),
        }
        if skip_space(bytes, name_end) < close {
            self.fault(
                FaultKind::BrokenAttribute,
                "",
                input,
                (at, close + 1),
                handler,
            );
        }
        if !self.open.left_out()
            && (self.open.is_innermost(name)
                || self.may_end(
                    input.slice(at + 2, name_end),
                    input,
                    (at, close + 1),
                    handler,
                ))
        {
            self.close(input.span(at, close + 1), handler);
        }
        Some(close + 1)
    }

    /// Ends the elements within the one that an end tag is of; says whether there is such a one.
    #[inline(never)]
    fn may_end<H: Handler>(
        &mut self,
        name: &str,
        input: &Input,
        range: (usize, usize),
        handler: &mut H,
    ) -> bool {
        if let Some(above) = self.open.above(name) {
            self.close_unended(above, input, range.0, handler);
            return true;
        }
        let differs_in_case = self.open.innermost().eq_ignore_ascii_case(name);
        let kind = match differs_in_case {
            true => FaultKind::MismatchedEnd,
            false => FaultKind::UnexpectedEnd,
        };
        self.fault(kind, name, input, range, handler);
        differs_in_case
    }

    /// Ends so many elements that have no end tag.
    fn close_unended<H: Handler>(
        &mut self,
        count: usize,
        input: &Input,
        at: usize,
        handler: &mut H,
    ) {
        for _ in 0..count {
            if fault::ARE_TOLD {
                let name = scan::owned(self.open.innermost());
                self.fault(FaultKind::MissingEnd, &name, input, (at, at), handler);
            }
            self.close(input.span(at, at), handler);
        }
    }

    /// Ends all elements, at the end of the source.
    pub(super) fn close_all<H: Handler>(&mut self, input: &Input, handler: &mut H) {
        self.close_unended(self.open.len(), input, input.text.len(), handler);
    }

    #[inline(never)]
    fn close<H: Handler>(&mut self, span: Span, handler: &mut H) {
        if let Some(name) = self.open.innermost_name() {
            handler.end(name, span);
        }
        self.open.pop();
    }
}

/// Begins an element, and ends it where it is empty.
#[inline(always)]
fn begin<H: Handler>(
    open: &mut Open,
    name: Written,
    tag: &Tag,
    attributes: &Attributes,
    span: Span,
    handler: &mut H,
) {
    if tag.declares {
        open.declare(attributes);
    }
    let space = open.space(name);
    handler.start(name.of(space), attributes, span);
    if tag.empty {
        handler.end(name.of(space), Span::new(span.end, span.end));
        open.undeclare();
    } else {
        open.push(name, space);
    }
}

/// Where the `>` of an end tag stands, or a `<` before it.
#[inline(always)]
fn find_close(bytes: &[u8], from: usize) -> usize {
    match byte(bytes, from) {
        b'>' => from,
        _ => find(bytes, from, [b'<', b'>', b'>']),
    }
}

/// Whether the source ends in a tag: there is nothing behind its name but attributes, or what has begun to be one.
fn is_cut_off(bytes: &[u8], at: usize, name_end: usize) -> bool {
    let inside = bytes.get(at + 1..).unwrap_or_default();
    let behind = bytes.get(name_end..).unwrap_or_default();
    let has = |words: &[u8], marks: &[u8]| words.iter().any(|byte| marks.contains(byte));
    !has(inside, b"<>") && (behind.iter().all(u8::is_ascii_whitespace) || has(behind, b"="))
}
