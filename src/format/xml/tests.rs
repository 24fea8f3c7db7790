//! Sources beside what the handler gets of them, in one piece, in any two, and character by character.
//!
//! A line is a call: `+` and `-` elements, `"` words, `?` an instruction, `!` a comment, and `*` a fault: what it is,
//! its name, line and column, and the source that it is about.

use super::{Attributes, Fault, Handler, Name, Reader, Space};
use crate::document::{Span, position};

const CASES: &str = include_str!("cases.txt");

/// What a handler got.
#[derive(Clone, Debug, PartialEq)]
enum Call {
    Start(String, Span),
    End(String, Span),
    Words(String, Span),
    Other(String, Span),
    Fault(String, Span),
}

#[derive(Default)]
struct Calls(Vec<Call>);

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
        for (name, value) in attributes.iter() {
            line += &format!(" {name}={value:?}");
        }
        self.0.push(Call::Start(line, span));
    }

    fn end(&mut self, name: Name, span: Span) {
        self.0.push(Call::End(shown(name), span));
    }

    fn words(&mut self, words: &str, span: Span) {
        assert!(!words.is_empty());
        match self.0.last_mut() {
            Some(Call::Words(before, all)) => {
                before.push_str(words);
                *all = all.cover(span);
            }
            _ => self.0.push(Call::Words(words.to_owned(), span)),
        }
    }

    fn instruction(&mut self, target: &str, data: &str, span: Span) {
        self.0
            .push(Call::Other(format!("? {target} {data:?}"), span));
    }

    fn comment(&mut self, words: &str, span: Span) {
        self.0.push(Call::Other(format!("! {words:?}"), span));
    }

    fn fault(&mut self, fault: Fault) {
        let (kind, name) = (fault.kind, fault.name);
        let line = format!("{kind:?} {name} {}:{}", fault.line, fault.column);
        self.0
            .push(Call::Fault(line.replace("  ", " "), fault.span));
    }
}

/// What a handler gets of pieces that end at these bytes.
fn read(source: &str, ends: impl IntoIterator<Item = usize>) -> Vec<Call> {
    let (mut reader, mut calls, mut done) = (Reader::new(), Calls::default(), 0);
    for end in ends {
        let buffer = &source[done..end];
        done += reader.read(buffer, position(done), false, &mut calls);
    }
    let rest = &source[done..];
    assert_eq!(
        reader.read(rest, position(done), true, &mut calls),
        rest.len()
    );
    calls.0
}

/// The bytes at which characters begin.
fn boundaries(source: &str) -> impl Iterator<Item = usize> {
    source.char_indices().map(|(at, _)| at)
}

fn lines(source: &str, calls: &[Call]) -> Vec<String> {
    let line = |call: &Call| match call {
        Call::Start(line, _) => format!("+ {line}"),
        Call::End(line, _) => format!("- {line}"),
        Call::Words(words, _) => format!("{words:?}"),
        Call::Other(line, _) => line.clone(),
        Call::Fault(line, span) => format!("* {line} {}", span.of(source).escape_debug())
            .trim_end()
            .to_owned(),
    };
    calls.iter().map(line).collect()
}

/// The same however it is cut; gives it.
fn read_in_pieces(source: &str) -> Vec<Call> {
    let whole = read(source, []);
    for cut in boundaries(source) {
        assert_eq!(read(source, [cut]), whole, "{source:?} cut at byte {cut}");
    }
    assert_eq!(
        read(source, boundaries(source)),
        whole,
        "{source:?} by characters"
    );
    whole
}

#[test]
fn calls_are_as_expected() {
    let (mut actual, mut cases) = (Vec::new(), 0);
    for case in CASES.trim_end().split("\n\n") {
        let source = case.split("\n=> ").next().unwrap_or("");
        if source.starts_with('#') {
            actual.push(source.to_owned());
            continue;
        }
        let escapes = [("\\r", "\r"), ("\\n", "\n"), ("\\t", "\t")];
        let unescape = |source: String, (written, meant)| source.replace(written, meant);
        let text = escapes.into_iter().fold(source.to_owned(), unescape);
        let lines = lines(&text, &read_in_pieces(&text)).join("\n   ");
        actual.push(format!("{source}\n=> {lines}"));
        cases += 1;
    }
    let actual = actual.join("\n\n") + "\n";
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        std::fs::write("src/format/xml/cases.txt", actual).unwrap();
        return;
    }
    let differs = CASES
        .split("\n\n")
        .zip(actual.split("\n\n"))
        .filter(|(a, b)| a != b);
    let differing: Vec<String> = differs
        .map(|(a, b)| format!("{a}\nbut was\n{b}\n"))
        .collect();
    assert!(differing.is_empty(), "\n\n{}", differing.join("\n"));
    println!("{cases} cases.");
}
