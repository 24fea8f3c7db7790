//! Sources beside what the handler gets of them, in one piece, in any two, and character by character.
//!
//! They stand in `cases.txt`, where `\n`, `\r` and `\t` are one character. A line is a call: `+` and `-` elements,
//! `"` words, `?` an instruction, `!` a comment, and `*` a fault: what it is, its name, line and column, and the
//! source that it is about. `BLESS=1 cargo test xml` writes them anew; read the difference before you keep it.

mod calls;
mod laws;

use super::{Attributes, Element, Fault, FaultKind, Handler, Name, Node, Space, TreeBuilder};
use crate::document::Span;
use crate::limits;
use calls::{Call, lines, read, read_in_pieces, read_with};

const CASES: &str = include_str!("cases.txt");

#[test]
fn calls_are_as_expected() {
    let mut actual = Vec::new();
    for case in CASES.trim_end().split("\n\n") {
        let source = case.split("\n=> ").next().unwrap_or("");
        if source.starts_with('#') {
            actual.push(source.to_owned());
            continue;
        }
        let text = source.replace("\\r", "\r").replace("\\n", "\n");
        let text = text.replace("\\t", "\t");
        let lines = lines(&text, &read_in_pieces(&text)).join("\n   ");
        actual.push(format!("{source}\n=> {lines}"));
    }
    let actual = actual.join("\n\n") + "\n";
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        std::fs::write("src/format/xml/cases.txt", actual).unwrap();
        return;
    }
    let pairs = CASES.split("\n\n").zip(actual.split("\n\n"));
    for (expected, actual) in pairs {
        assert_eq!(actual, expected);
    }
}

#[test]
fn what_lies_too_deep_is_words() {
    let source = "<a>b".repeat(limits::DEPTH + 50) + &"</a>c".repeat(limits::DEPTH + 50);
    let calls = read(&source, []);
    let starts = |call: &&Call| matches!(call, Call::Start(..));
    assert_eq!(calls.calls.iter().filter(starts).count(), limits::DEPTH);
    assert_eq!(
        calls.faults,
        [FaultKind::TooDeep, FaultKind::WordsOutsideRoot]
    );
    let words = calls.words.iter().map(|span| span.len()).sum::<u32>();
    assert_eq!(words as usize, 2 * (limits::DEPTH + 50));
}

#[test]
fn entities_are_expanded_as_much_as_the_source_is_long_and_no_more() {
    let entity = "word ".repeat(limits::ENTITY_BYTES as usize / 8);
    let references = "&a;".repeat(100);
    let source =
        format!("<!DOCTYPE a [<!ENTITY a \"{entity}\">]><a b='{references}'>{references}</a>");
    let calls = read(&source, []);
    let read: usize = calls
        .calls
        .iter()
        .map(|call| match call {
            Call::Words(words, _) | Call::Start(words, _) => words.len(),
            _ => 0,
        })
        .sum();
    assert!(read > 2 * entity.len());
    assert!(read < source.len() + limits::ENTITY_BYTES as usize);
    assert!(
        calls
            .faults
            .iter()
            .all(|kind| *kind == FaultKind::EntityLimit)
    );
    assert_eq!(calls.faults.len(), 99);
}

#[test]
fn end_tags_in_vain_are_looked_for_less_and_less() {
    let missed = limits::MISSED_ENDS as usize + 10;
    let inner = "<b>".repeat(limits::MISSED_REACH);
    let source = format!(
        "<a>{inner}{}</a>c{}",
        "</c>".repeat(missed),
        "</b>".repeat(limits::MISSED_REACH)
    );
    let calls = read(&source, []);
    assert_eq!(calls.faults.len(), missed + 2);
    assert!(
        calls
            .faults
            .iter()
            .skip(missed)
            .eq(&[FaultKind::UnexpectedEnd, FaultKind::MissingEnd])
    );
}

#[test]
fn what_is_not_complete_is_not_looked_at_with_every_piece() {
    let source = format!("<a><!-- {}", "b".repeat(1000));
    let mut reader = super::Reader::default();
    let mut calls = calls::Calls::default();
    assert_eq!(reader.read(&source[..20], 0, false, &mut calls), 3);
    // The comment ends, but that is not seen yet.
    let source = "<!-- b --><c/>";
    assert_eq!(reader.read(source, 3, false, &mut calls), 0);
    assert_eq!(reader.read(source, 3, true, &mut calls), source.len());
}

/// Builds a tree of all that is read.
#[derive(Default)]
struct Tree {
    builder: TreeBuilder,
    root: Option<Element>,
}

impl Handler for Tree {
    fn start(&mut self, name: Name, attributes: &Attributes, span: Span) {
        self.builder.start(name, attributes, span);
    }

    fn end(&mut self, _: Name, span: Span) {
        self.root = self.builder.end(span);
    }

    fn words(&mut self, words: &str, _: Span) {
        self.builder.words(words);
    }

    fn instruction(&mut self, _: &str, _: &str, _: Span) {}

    fn comment(&mut self, _: &str, _: Span) {}

    fn fault(&mut self, _: Fault) {}
}

#[test]
fn a_tree_is_built_and_asked() {
    let source = "<t:h xmlns:t='http://www.tei-c.org/ns/1.0'><a><b/></a><a><c n='1'>One\n <d>&amp;</d>\t two </c><c/></a><a/></t:h>";
    let mut tree = Tree::default();
    read_with(source, [], &mut tree);
    let root = tree.root.unwrap();
    assert_eq!((root.name.as_str(), root.space), ("h", Space::Tei));
    assert_eq!(root.span.of(source), source);
    assert_eq!(root.elements().count(), 3);
    let c = root.find("a/c").unwrap();
    assert_eq!((c.attribute("n"), c.attribute("m")), (Some("1"), None));
    assert_eq!(c.words(), "One & two");
    assert_eq!(c.children.first(), Some(&Node::Words("One\n ".to_owned())));
    assert_eq!(c.span.of(source), "<c n='1'>One\n <d>&amp;</d>\t two </c>");
    assert_eq!(root.all("a/c").len(), 2);
    assert_eq!(root.find("a/b/c"), None);
}
