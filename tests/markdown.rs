//! Markdown, word for word: CommonMark's examples against the HTML that they stand for, letters against their front matter.
//!
//! `BLESS=1 cargo test --test markdown` writes the ledgers anew; read the difference before you keep it.

#[path = "support/counter.rs"]
mod counter;
#[path = "support/files.rs"]
mod files;
#[allow(dead_code, reason = "other tests ask more of it")]
#[path = "support/html.rs"]
mod html;
#[path = "support/markdown.rs"]
mod shapes;
#[path = "support/shared.rs"]
mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use reading_room::{Event, Format, Hint, Opened, Text, open, walk};
use serde_json::Value;

fn read(source: &str) -> Opened {
    let hint = Hint {
        format: Some(Format::Markdown),
        ..Hint::default()
    };
    open(source.as_bytes(), &hint).unwrap()
}

/// Compares with a ledger, which must be exactly true.
fn check(ledger: &str, actual: &str) {
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        return fs::write(ledger, actual).unwrap();
    }
    let expected = fs::read_to_string(ledger).unwrap_or_default();
    let lines = |words: &str| words.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (expected, actual) = (lines(&expected), lines(actual));
    let missing: Vec<_> = expected.difference(&actual).collect();
    let new: Vec<_> = actual.difference(&expected).collect();
    assert!(
        missing.is_empty() && new.is_empty(),
        "{ledger}: no longer true: {missing:#?}\nnew: {new:#?}"
    );
}

// CommonMark.

/// Elements of HTML before and behind which words stand apart.
const BLOCKS: &str =
    "p li h1 h2 h3 h4 h5 h6 pre blockquote ul ol table thead tbody tr td th hr br div dl dt dd";

/// The words that a page of HTML shows.
fn words_of(page: &str) -> Vec<String> {
    let mut spaced = String::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        spaced += &rest[..at];
        rest = &rest[at..];
        let name: String = rest
            .trim_start_matches(['<', '/'])
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if BLOCKS.split(' ').any(|block| block == name) {
            spaced.push(' ');
        }
        spaced.push('<');
        rest = &rest[1..];
    }
    spaced += rest;
    let text = html::parse(&format!("<article>{spaced}</article>")).text();
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_words_of_every_example_of_commonmark_are_those_of_its_html() {
    let Some(folder) = shared::folder("commonmark") else {
        return;
    };
    let json = fs::read(folder.join("spec.json")).unwrap();
    let examples: Vec<Value> = serde_json::from_slice(&json).unwrap();
    let mut ledger = String::new();
    for example in &examples {
        let [markdown, page] = ["markdown", "html"].map(|key| example[key].as_str().unwrap());
        if markdown.trim().is_empty() {
            continue;
        }
        let opened = read(markdown);
        let texts = opened.document.texts.iter().map(Text::as_str);
        let words: Vec<String> = texts
            .flat_map(str::split_whitespace)
            .map(str::to_owned)
            .collect();
        let expected = words_of(page);
        if words != expected {
            let (number, these, ours) = (&example["example"], expected.len(), words.len());
            ledger += &format!("{number}: {these} words, here {ours}\n");
        }
    }
    println!(
        "{} examples, {} exceptions.",
        examples.len(),
        ledger.lines().count()
    );
    check("tests/ledgers/commonmark.txt", &ledger);
}

// Letters.

/// Words of letters and digits, in small letters.
fn tokens(words: &str) -> Vec<String> {
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// What is in the second list and not, or not so often, in the first.
fn missing(of: Vec<String>, within: Vec<String>) -> Vec<String> {
    let mut counts = BTreeMap::new();
    for word in of {
        *counts.entry(word).or_insert(0) += 1;
    }
    let mut missing = Vec::new();
    for word in within {
        match counts.get_mut(&word) {
            Some(count) if *count > 0 => *count -= 1,
            _ => missing.push(word),
        }
    }
    missing
}

/// Everything that is kept of a source: texts, what is said of their nodes, the record, remarks.
fn kept(opened: &Opened) -> String {
    let mut kept = String::new();
    for text in &opened.document.texts {
        kept += text.as_str();
        for event in text.flows().iter().flat_map(|flow| walk(text, flow)) {
            if let Event::Start(node) = event {
                for (_, value) in text.properties(&node) {
                    kept += &format!(" {value}");
                }
            }
        }
    }
    for entry in &opened.document.record.entries {
        kept += &format!(" {} {}", entry.label, entry.value);
    }
    for remark in &opened.diagnostics {
        kept += &format!(" {}", remark.message);
    }
    kept
}

/// A source without tags and without the numbers of lists, which are no words.
fn without_marks(source: &str) -> String {
    let mut words = String::new();
    for line in source.lines() {
        let unnumbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let line = unnumbered.strip_prefix(". ").unwrap_or(line);
        for (at, piece) in line.split('<').enumerate() {
            let behind = piece.split_once('>').filter(|_| at > 0);
            words += behind.map_or(piece, |(_, words)| words);
            words.push(' ');
        }
    }
    words
}

/// A source as front matter and text.
fn parted(source: &str) -> (&str, &str) {
    let (front, text) = source[4..].split_once("\n---\n").unwrap();
    (front, text)
}

#[test]
fn letters_have_their_front_matter_in_the_record_and_their_words_in_the_text() {
    let Some(folder) = shared::folder("letters-markdown") else {
        return;
    };
    let mut files = files::all_in(&folder);
    files.retain(|file| {
        file.extension().is_some_and(|ending| ending == "md") && !file.ends_with("SOURCES.md")
    });
    let (mut fields, mut broken) = (BTreeMap::new(), Vec::new());
    for file in &files {
        let source = fs::read_to_string(file).unwrap();
        let opened = open(source.as_bytes(), &Hint::default()).unwrap();
        assert_eq!(opened.format, Format::Markdown, "{}", file.display());
        let (front, text) = parted(&source);
        let entries = &opened.document.record.entries;
        let lost = missing(tokens(&kept(&opened)), tokens(&without_marks(&source)));
        let words = opened
            .document
            .texts
            .iter()
            .map(Text::as_str)
            .collect::<String>();
        let invented = missing(tokens(text), tokens(&words));
        if !lost.is_empty() || !invented.is_empty() {
            broken.push(format!(
                "{}: lost {lost:?}, invented {invented:?}",
                file.display()
            ));
        }
        let keys = front.lines().filter_map(|line| {
            let (key, _) = line.trim_start_matches([' ', '-']).split_once(':')?;
            key.bytes()
                .all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
                .then_some(key)
        });
        for key in keys {
            let has_key = entries
                .iter()
                .any(|entry| entry.label.split('.').any(|part| part == key));
            assert!(has_key, "{}: {key}", file.display());
        }
        for entry in entries {
            let field = entry.field.map_or("none", |field| field.as_str());
            *fields.entry((entry.label.clone(), field)).or_insert(0) += 1;
        }
    }
    println!("{} letters.", files.len());
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    let lines = fields
        .iter()
        .map(|((key, field), count)| format!("{key}: {field} {count}\n"));
    check(
        "tests/ledgers/letters-markdown.txt",
        &lines.collect::<String>(),
    );
}

#[test]
fn nothing_but_markdown_is_taken_for_it() {
    let Some(folder) = shared::folder("") else {
        return;
    };
    let (mut ledger, mut count) = (String::new(), 0);
    for file in files::all_in(&folder) {
        let bytes = fs::read(&file).unwrap();
        let Ok(opened) = open(&bytes, &Hint::default()) else {
            continue;
        };
        count += 1;
        let is_named = file.extension().is_some_and(|ending| ending == "md");
        if (opened.format == Format::Markdown) != is_named {
            let name = file.strip_prefix(&folder).unwrap().display().to_string();
            ledger += &format!("{name}: {}\n", opened.format.as_str());
        }
    }
    println!("{count} files.");
    check("tests/ledgers/taken-for-markdown.txt", &ledger);
}

// What nobody writes who means well.

/// How many times the requests for memory, and the bytes, twice the source may take, in tenths.
const TENTHS: usize = 21;

/// Lists that grow take twice their room at once: what may come on top of that.
const BESIDES: usize = 200_000;

#[test]
fn no_shape_takes_more_than_its_length_allows() {
    const SIZE: usize = 20_000;
    let mut broken = Vec::new();
    for shape in shapes::SHAPES {
        let [once, twice] = [SIZE, 2 * SIZE].map(|size| {
            let source = shapes::document(shape, size);
            counter::cost(|| read(&source))
        });
        for (what, once, twice) in [
            ("requests", once.requests, twice.requests),
            ("bytes", once.bytes, twice.bytes),
        ] {
            if twice * 10 > once * TENTHS + 10 * BESIDES {
                broken.push(format!("{}: {twice} {what} after {once}", shape.0));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_long_document_of_any_shape_comes_back() {
    for shape in shapes::SHAPES {
        read(&shapes::document(shape, 200_000));
    }
}
