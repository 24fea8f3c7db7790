//! An article that is written while its document is being read is the same as one that is written when all of it is there.

#[path = "support/drawn.rs"]
mod drawn;
#[path = "support/files.rs"]
mod files;
#[path = "support/shared.rs"]
mod shared;

use std::fs;
use std::path::{Path, PathBuf};

use reading_room::render::{Options, Script, Writing, article};
use reading_room::{Hint, Parser, open};

use drawn::Drawn;

/// How many steps are written at once: few, so that a piece may end anywhere.
const STEPS: u32 = 7;

/// What the page has of a document whose bytes come in slices of that length, and whether any of it had come before the end.
fn written(source: &[u8], length: usize) -> (String, bool) {
    let mut parser = Parser::new(&Hint::default());
    let mut writing = Writing::new(Options::default());
    let mut drawn = Drawn::default();
    let mut script = Script::default();
    for slice in source.chunks(length) {
        parser.feed(slice).unwrap();
        let mut is_left = true;
        while is_left {
            is_left = false;
            parser.draft(&mut |document, open| {
                is_left = writing.write(document, Some(open), STEPS, &mut script);
            });
            drawn.draw(&mut script);
        }
    }
    let early = drawn.has_texts();
    let opened = parser.finish().unwrap();
    while writing.write(&opened.document, None, STEPS, &mut script) {
        drawn.draw(&mut script);
    }
    drawn.draw(&mut script);
    (drawn.html(), early)
}

/// Where two articles begin to differ.
fn difference(name: &str, whole: &str, piecemeal: &str) -> Option<String> {
    if whole == piecemeal {
        return None;
    }
    let same = whole.bytes().zip(piecemeal.bytes());
    let at = same.take_while(|(one, other)| one == other).count();
    let around = |words: &str| {
        let start = words.floor_char_boundary(at.saturating_sub(80));
        words[start..words.ceil_char_boundary((at + 120).min(words.len()))].to_string()
    };
    let (whole, piecemeal) = (around(whole), around(piecemeal));
    Some(format!("{name}:\n- {whole}\n+ {piecemeal}"))
}

fn check(name: &str, source: &[u8], broken: &mut Vec<String>) -> bool {
    let Ok(opened) = open(source, &Hint::default()) else {
        return false;
    };
    let whole = article(&opened.document, &Options::default());
    let mut is_early = false;
    for length in [usize::MAX, 16 << 10, 4093] {
        let (piecemeal, early) = written(source, length.min(source.len()));
        is_early |= early;
        broken.extend(difference(
            &format!("{name}, in slices of {length}"),
            &whole,
            &piecemeal,
        ));
    }
    is_early
}

fn report(broken: &[String]) {
    assert!(broken.is_empty(), "{}", broken.join("\n\n"));
}

/// Documents of ours, made long by their own words.
#[test]
fn our_own_documents() {
    let mut broken = Vec::new();
    let mut early = 0;
    for file in sources("tests/corpus") {
        let source = fs::read(&file).unwrap();
        let name = file.display().to_string();
        check(&name, &source, &mut broken);
        let long = repeated(&source);
        early += u32::from(check(&format!("{name}, repeated"), &long, &mut broken));
    }
    report(&broken);
    assert!(early > 30, "only {early} were written while they were read");
}

/// What stands in the body of a text, over and over.
fn repeated(source: &[u8]) -> Vec<u8> {
    let source = String::from_utf8_lossy(source);
    let Some((start, end)) = source.find("<body>").zip(source.rfind("</body>")) else {
        return source.into_owned().into_bytes();
    };
    let (before, rest) = source.split_at(start + 6);
    let Some(body) = rest.get(..(end.saturating_sub(start + 6))) else {
        return source.into_owned().into_bytes();
    };
    let times = 80_000 / body.len().max(1) + 1;
    [before, &body.repeat(times), &source[end..]]
        .concat()
        .into_bytes()
}

/// Those of the larger corpus.
#[test]
fn the_larger_corpus() {
    let mut broken = Vec::new();
    for file in shared::folder("").map(sources).unwrap_or_default() {
        let source = fs::read(&file).unwrap();
        check(&file.display().to_string(), &source, &mut broken);
    }
    report(&broken);
}

/// The files in a folder that may be documents.
fn sources(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let mut files = files::all_in(folder.as_ref());
    let is_source = |file: &PathBuf| {
        let ending = file.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("xml" | "txt" | "odd"))
    };
    files.retain(is_source);
    files
}
