//! The same by a crate that knows all of TOML.

use toml_parser::decoder::Encoding;
use toml_parser::parser::{EventReceiver, RecursionGuard, parse_document};
use toml_parser::{ErrorSink, ParseError, Raw, Source};

use super::super::pairs::{Pair, Pairs};
use crate::document::{Span, position};
use crate::limits;
use crate::scan;

/// The pairs of a block; `None` where it breaks the rules of TOML.
pub(super) fn read(block: &str) -> Option<Vec<Pair>> {
    let source = Source::new(block);
    let tokens = source.lex().into_vec();
    let mut reading = Reading {
        source,
        pairs: Pairs::default(),
        is_head: false,
        path: String::new(),
        span: Span::default(),
    };
    reading.pairs.start(false, Span::default());
    reading.pairs.start_within("", Span::default());
    let mut fault: Option<ParseError> = None;
    parse_document(
        &tokens,
        &mut RecursionGuard::new(&mut reading, limits::FRONT_DEPTH),
        &mut fault,
    );
    fault.is_none().then(|| reading.pairs.finish())
}

struct Reading<'b> {
    source: Source<'b>,
    pairs: Pairs,
    /// Whether the keys that come are those of a table's head.
    is_head: bool,
    /// The keys that have come and await what they are for, parted by points.
    path: String,
    span: Span,
}

impl<'b> Reading<'b> {
    fn raw(&self, span: toml_parser::Span, encoding: Option<Encoding>) -> Raw<'b> {
        let words = self.source.get(span).map_or("", |raw| raw.as_str());
        Raw::new_unchecked(words, encoding, span)
    }

    /// A table ends where the next one begins.
    fn table(&mut self, span: toml_parser::Span) {
        self.is_head = true;
        self.path.clear();
        self.pairs.end();
        self.span = spanned(span);
    }

    fn head(&mut self) {
        self.is_head = false;
        let path = std::mem::take(&mut self.path);
        self.pairs.start_within(&path, self.span);
    }
}

impl EventReceiver for Reading<'_> {
    fn std_table_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.table(span);
    }

    fn std_table_close(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.head();
    }

    fn array_table_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.table(span);
    }

    fn array_table_close(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.head();
    }

    fn inline_table_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) -> bool {
        self.pairs.start(false, spanned(span));
        true
    }

    fn inline_table_close(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.pairs.end();
    }

    fn array_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) -> bool {
        self.pairs.start(true, spanned(span));
        true
    }

    fn array_close(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.pairs.end();
    }

    fn simple_key(
        &mut self,
        span: toml_parser::Span,
        encoding: Option<Encoding>,
        faults: &mut dyn ErrorSink,
    ) {
        let mut key = String::new();
        self.raw(span, encoding).decode_key(&mut key, faults);
        let is_first = self.path.is_empty() && !self.is_head;
        let start = if is_first { spanned(span) } else { self.span };
        self.span = start.cover(spanned(span));
        scan::push_apart(&mut self.path, ".", &key);
    }

    fn key_val_sep(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        let path = std::mem::take(&mut self.path);
        self.pairs.key(&path, self.span);
    }

    fn scalar(
        &mut self,
        span: toml_parser::Span,
        encoding: Option<Encoding>,
        faults: &mut dyn ErrorSink,
    ) {
        let raw = self.raw(span, encoding);
        let mut words = String::new();
        let _ = raw.decode_scalar(&mut words, faults);
        // Numbers and dates stay as they are written.
        let words = if encoding.is_none() {
            raw.as_str()
        } else {
            &words
        };
        self.pairs.value(words, false, spanned(span));
    }
}

fn spanned(span: toml_parser::Span) -> Span {
    Span::new(position(span.start()), position(span.end()))
}
