//! The reader: a piece of the source to calls of a handler.

use super::Handler;
use super::attributes::Row;
use super::bytes::{byte, find, find_fast, is_space, skip_name, skip_space};
use super::entities::Entities;
use super::fault::{Fault, FaultKind};
use super::input::{Input, begins_name};
use super::open::Open;
#[cfg(feature = "full")]
use super::place::Place;
use crate::scan;

/// What begins a declaration of a document type, in any letter case.
const DOCTYPE: &str = "<!DOCTYPE";
const COMMENT: &str = "<!--";
const CDATA: &str = "<![CDATA[";

/// Reads XML as it comes.
///
/// However the source is cut into pieces, the handler gets the same starts, ends and faults, and the same words.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    pub(super) open: Open,
    pub(super) entities: Entities,
    /// The attributes of the tag that is read.
    pub(super) rows: Vec<Row>,
    /// How long the next buffer has to be before it is looked at.
    ///
    /// What is incomplete is read again when it is twice as long, so that something without an end is not looked
    /// through with every piece that comes.
    wanted: usize,
    /// Whether a root element has begun.
    pub(super) rooted: bool,
    /// Whether words stand behind the last tag, outside of the root element.
    pub(super) outside: bool,
    /// What is said once.
    pub(super) told: Told,
    #[cfg(feature = "full")]
    place: Place,
}

/// Faults that are told once.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) too_deep: bool,
    words_outside: bool,
}

/// The ends that were looked for in vain in what nothing follows: each is looked for once.
#[derive(Debug, Default)]
struct Missing {
    comment: bool,
    cdata: bool,
    instruction: bool,
    doctype: bool,
}

impl Reader {
    /// Reads what is complete of `buffer`, which begins at byte `at` of the source; gives how many bytes that was.
    ///
    /// The next buffer begins with the bytes that are left over, and goes on with those that have come.
    /// If this is the `last` one, nothing is left over, and the elements that are open end.
    pub(crate) fn read(
        &mut self,
        buffer: &str,
        at: u32,
        last: bool,
        handler: &mut impl Handler,
    ) -> usize {
        if buffer.len() < self.wanted && !last {
            return 0;
        }
        let input = Input {
            text: buffer,
            last,
            source: buffer,
            at,
            reference: None,
        };
        let done = self.scan(&input, handler);
        if last {
            self.close_all(&input, handler);
        }
        self.wanted = 2 * (buffer.len() - done);
        #[cfg(feature = "full")]
        self.place.forget(buffer, done);
        done
    }

    /// Reads up to the end, or to what is incomplete; gives how far that is.
    pub(super) fn scan<H: Handler>(&mut self, input: &Input, handler: &mut H) -> usize {
        let bytes = input.bytes();
        let mut missing = Missing::default();
        let mut at = 0;
        loop {
            let end = find_fast(bytes, at, [b'<', b'&', b'\r']);
            if end > at {
                self.words(input, at, end, handler);
            }
            let next = match bytes.get(end) {
                None => return end,
                Some(b'<') => self.markup(input, end, &mut missing, handler),
                Some(b'&') => self.reference(input, end, handler),
                Some(_) => self.line_end(input, end, handler),
            };
            match next {
                Some(next) => at = next,
                None => return end,
            }
        }
    }

    /// Words as they are written.
    #[inline(always)]
    fn words<H: Handler>(&mut self, input: &Input, start: usize, end: usize, handler: &mut H) {
        if self.open.is_empty() {
            return self.words_outside(input, input.slice(start, end), (start, end), handler);
        }
        handler.words(input.slice(start, end), input.span(start, end));
    }

    /// Words in place of what is written.
    pub(super) fn replaced<H: Handler>(
        &mut self,
        input: &Input,
        words: &str,
        range: (usize, usize),
        handler: &mut H,
    ) {
        if self.open.is_empty() {
            return self.words_outside(input, words, range, handler);
        }
        handler.words(words, input.span(range.0, range.1));
    }

    /// Words before or behind the root element. White space there is none.
    #[inline(never)]
    fn words_outside<H: Handler>(
        &mut self,
        input: &Input,
        words: &str,
        range: (usize, usize),
        handler: &mut H,
    ) {
        let kept = match self.outside {
            true => words,
            false => scan::trim_start(words, " \t\n\u{feff}"),
        };
        if kept.is_empty() {
            return;
        }
        // Nothing was trimmed of what stands in place of something else.
        let start = range.0 + (words.len() - kept.len());
        self.outside = true;
        if !self.told.words_outside {
            self.told.words_outside = true;
            self.fault(
                FaultKind::WordsOutsideRoot,
                "",
                input,
                (start, start),
                handler,
            );
        }
        handler.words(kept, input.span(start, range.1));
    }

    /// A carriage return: with the line feed behind it, or alone, it is a line feed.
    fn line_end<H: Handler>(&mut self, input: &Input, at: usize, handler: &mut H) -> Option<usize> {
        match input.bytes().get(at + 1) {
            Some(b'\n') => {}
            None if !input.last => return None,
            _ => self.replaced(input, "\n", (at, at + 1), handler),
        }
        Some(at + 1)
    }

    /// What a `<` begins; gives where it ends, and `None` if that is not there yet.
    #[inline(always)]
    fn markup<H: Handler>(
        &mut self,
        input: &Input,
        at: usize,
        missing: &mut Missing,
        handler: &mut H,
    ) -> Option<usize> {
        match input.bytes().get(at + 1) {
            Some(b'/') => self.end_tag(input, at, handler),
            Some(b'!') => self.declaration(input, at, missing, handler),
            Some(b'?') => self.instruction(input, at, missing, handler),
            Some(_) if begins_name(input.text, at + 1) => self.start_tag(input, at, handler),
            None if !input.last => None,
            _ => self.stray(FaultKind::StrayLessThan, input, at, handler),
        }
    }

    /// A `<` or `&` that is a word.
    #[inline(never)]
    pub(super) fn stray<H: Handler>(
        &mut self,
        kind: FaultKind,
        input: &Input,
        at: usize,
        handler: &mut H,
    ) -> Option<usize> {
        self.fault(kind, "", input, (at, at + 1), handler);
        self.words(input, at, at + 1, handler);
        Some(at + 1)
    }

    /// A comment, a CDATA section, or the document type declaration.
    #[inline(never)]
    fn declaration<H: Handler>(
        &mut self,
        input: &Input,
        at: usize,
        missing: &mut Missing,
        handler: &mut H,
    ) -> Option<usize> {
        if input.begins(at, COMMENT) {
            let start = at + COMMENT.len();
            let Some(end) = input.end(start, "-->", &mut missing.comment) else {
                return self.unclosed(FaultKind::UnclosedComment, input, at, handler);
            };
            handler.comment(input.slice(start, end), input.span(at, end + 3));
            self.outside = false;
            return Some(end + 3);
        }
        if input.begins(at, CDATA) {
            let start = at + CDATA.len();
            let Some(end) = input.end(start, "]]>", &mut missing.cdata) else {
                return self.unclosed(FaultKind::UnclosedCdata, input, at, handler);
            };
            self.cdata(input, start, end, handler);
            return Some(end + 3);
        }
        if begins_doctype(scan::from(input.text, at)) && !self.rooted && input.reference().is_none()
        {
            let from = at + DOCTYPE.len();
            return self.doctype(input, (at, from), &mut missing.doctype, handler);
        }
        if [COMMENT, CDATA, DOCTYPE]
            .iter()
            .any(|mark| input.cuts(at, mark))
        {
            return None;
        }
        self.stray(FaultKind::StrayLessThan, input, at, handler)
    }

    /// Something whose end is missing: waited for if more may come, words otherwise.
    pub(super) fn unclosed<H: Handler>(
        &mut self,
        kind: FaultKind,
        input: &Input,
        at: usize,
        handler: &mut H,
    ) -> Option<usize> {
        match input.last {
            true => self.stray(kind, input, at, handler),
            false => None,
        }
    }

    /// The words of a CDATA section.
    fn cdata<H: Handler>(&mut self, input: &Input, start: usize, end: usize, handler: &mut H) {
        let bytes = input.bytes();
        let mut at = start;
        while at < end {
            let next = find(bytes, at, [b'\r'; 3]).min(end);
            if next > at {
                self.words(input, at, next, handler);
            }
            // `]]>` follows in any case.
            if next < end {
                self.line_end(input, next, handler);
            }
            at = next + 1;
        }
    }

    #[inline(never)]
    fn instruction<H: Handler>(
        &mut self,
        input: &Input,
        at: usize,
        missing: &mut Missing,
        handler: &mut H,
    ) -> Option<usize> {
        let Some(end) = input.end(at + 2, "?>", &mut missing.instruction) else {
            return self.unclosed(FaultKind::UnclosedInstruction, input, at, handler);
        };
        let target_end = skip_name(input.bytes(), at + 2).min(end);
        let data = skip_space(input.bytes(), target_end).min(end);
        let target = input.slice(at + 2, target_end);
        if target != "xml" {
            handler.instruction(target, input.slice(data, end), input.span(at, end + 2));
        }
        self.outside = false;
        Some(end + 2)
    }

    /// Tells of a fault.
    #[inline(never)]
    pub(super) fn fault<H: Handler>(
        &mut self,
        kind: FaultKind,
        name: &str,
        input: &Input,
        range: (usize, usize),
        handler: &mut H,
    ) {
        #[cfg(feature = "full")]
        let (line, column) = {
            let start = input.reference().unwrap_or(range).0;
            self.place.of(input.source, start)
        };
        handler.fault(Fault {
            kind,
            span: input.span(range.0, range.1),
            name,
            #[cfg(feature = "full")]
            line,
            #[cfg(feature = "full")]
            column,
        });
    }
}

/// Whether a declaration of a document type begins here.
fn begins_doctype(rest: &str) -> bool {
    scan::after(rest, DOCTYPE).is_some_and(|rest| is_space(byte(rest.as_bytes(), 0)))
}
