//! What a handler gets of a source.

use crate::document::{Span, position};
use crate::format::xml::{Attributes, Fault, FaultKind, Handler, Name, Reader, Space};

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    Start(String, Span),
    End(String, Span),
    Words(String, Span),
    Other(String, Span),
    Fault(String, Span),
}

/// All calls of a handler, with words that follow each other joined.
#[derive(Debug, Default, PartialEq)]
pub struct Calls {
    pub calls: Vec<Call>,
    /// The kind of each fault.
    pub faults: Vec<FaultKind>,
    /// Where the parts of words begin and end that are joined.
    pub words: Vec<Span>,
}

fn shown(name: Name) -> String {
    let colon = if name.prefix.is_empty() { "" } else { ":" };
    let space = match name.space {
        Space::None => String::new(),
        space => format!("{space:?} "),
    };
    format!("{space}{}{colon}{}", name.prefix, name.local)
}

impl Handler for Calls {
    fn start(&mut self, name: Name, attributes: &Attributes, span: Span) {
        let mut line = shown(name);
        for (name, row) in attributes.iter() {
            let value = attributes.value(row);
            line += &format!(" {name}={value:?}");
        }
        self.calls.push(Call::Start(line, span));
    }

    fn end(&mut self, name: Name, span: Span) {
        self.calls.push(Call::End(shown(name), span));
    }

    fn words(&mut self, words: &str, span: Span) {
        assert!(!words.is_empty());
        self.words.push(span);
        match self.calls.last_mut() {
            Some(Call::Words(before, all)) => {
                before.push_str(words);
                *all = all.cover(span);
            }
            _ => self.calls.push(Call::Words(words.to_owned(), span)),
        }
    }

    fn instruction(&mut self, target: &str, data: &str, span: Span) {
        let line = format!("? {target} {data:?}");
        self.calls.push(Call::Other(line, span));
    }

    fn comment(&mut self, words: &str, span: Span) {
        self.calls.push(Call::Other(format!("! {words:?}"), span));
    }

    fn fault(&mut self, fault: Fault) {
        let (kind, name) = (fault.kind, fault.name);
        let line = format!("{kind:?} {name} {}:{}", fault.line, fault.column);
        let line = line.replace("  ", " ");
        self.faults.push(kind);
        self.calls.push(Call::Fault(line, fault.span));
    }
}

/// What a handler gets of pieces that end at these bytes, and at the end.
pub fn read(source: &str, ends: impl IntoIterator<Item = usize>) -> Calls {
    let mut calls = Calls::default();
    read_with(source, ends, &mut calls);
    calls
}

/// The same with any handler.
pub fn read_with(source: &str, ends: impl IntoIterator<Item = usize>, handler: &mut impl Handler) {
    let (mut reader, mut done) = (Reader::default(), 0);
    for end in ends {
        done += reader.read(&source[done..end], position(done), false, handler);
    }
    let rest = &source[done..];
    let read = reader.read(rest, position(done), true, handler);
    assert_eq!(read, rest.len());
}

/// The bytes at which characters begin.
pub fn boundaries(source: &str) -> impl Iterator<Item = usize> {
    source.char_indices().map(|(at, _)| at)
}

/// What a handler gets, if that is the same in one piece, in any two, and character by character.
pub fn read_in_pieces(source: &str) -> Calls {
    let whole = read(source, []);
    let same = |ends: Vec<usize>| {
        let calls = read(source, ends.iter().copied()).calls;
        assert_eq!(calls, whole.calls, "{source:?} cut at {ends:?}");
    };
    boundaries(source).for_each(|cut| same(vec![cut]));
    same(boundaries(source).collect());
    whole
}

/// The calls, one a line.
pub fn lines(source: &str, calls: &Calls) -> Vec<String> {
    let line = |call: &Call| match call {
        Call::Start(line, _) => format!("+ {line}"),
        Call::End(line, _) => format!("- {line}"),
        Call::Words(words, _) => format!("{words:?}"),
        Call::Other(line, _) => line.clone(),
        Call::Fault(line, span) => format!("* {line} {}", span.of(source).escape_default()),
    };
    let trimmed = |call| line(call).trim_end().to_owned();
    calls.calls.iter().map(trimmed).collect()
}
