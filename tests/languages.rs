//! The language of texts that declare none: over texts of our own, and over those of the shared corpus whose language is
//! known. What is found there stands in `tests/languages.txt`, which must be true to the letter:
//! `BLESS=1 cargo test --test languages` writes it.

#[path = "support/files.rs"]
mod files;
#[path = "support/ledger.rs"]
mod ledger;

use std::fs;
use std::path::Path;

use reading_room::{Hint, Language, Opened, Parser, open};

/// Texts whose language is so much like another one that it is left open.
const OPEN: &[&str] = &["no"];

fn verdict(expected: &str, found: Option<&Language>) -> &'static str {
    let primary = |tag: &str| tag.split('-').next().unwrap_or("").to_owned();
    match found {
        None => "undecided",
        Some(language) if primary(language.tag()) == primary(expected) => "right",
        Some(_) => "wrong",
    }
}

fn shown(found: Option<&Language>) -> &str {
    found.map_or("-", Language::tag)
}

fn read(bytes: &[u8]) -> Opened {
    open(bytes, &Hint::default()).unwrap()
}

#[test]
fn texts_of_many_languages_are_told_apart() {
    let mut others = Vec::new();
    let files = files::all_in(Path::new("tests/texts"));
    for file in &files {
        let expected = file.file_stem().unwrap().to_str().unwrap();
        let found = Language::detect(&fs::read_to_string(file).unwrap());
        if shown(found.as_ref()) != expected && !(found.is_none() && OPEN.contains(&expected)) {
            others.push((expected.to_owned(), found));
        }
    }
    println!("{} texts.", files.len());
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn short_texts_have_one_only_by_their_script() {
    for (words, expected) in [
        ("Boston, Massachusetts", None),
        ("The minutes of the meeting, and that is all of it.", None),
        ("Протокол заседания", None),
        ("Министерство", None),
        ("Υπουργείο Εξωτερικών", Some("el")),
        ("საგარეო საქმეთა", Some("ka")),
        ("1962", None),
        ("", None),
    ] {
        let found = Language::detect(words);
        assert_eq!(found.as_ref().map(Language::tag), expected, "{words}");
    }
}

#[test]
fn a_text_of_two_languages_or_of_none_has_none() {
    let text = |name: &str| fs::read_to_string(format!("tests/texts/{name}.txt")).unwrap();
    let names = "Adams, John; Baker, Thomas; Carver, William; Duncan, George; Ellis, Henry; Foster, Peter. ";
    for words in [
        names.repeat(3),
        "4 711 – 0815 – 4 712 – 0816. ".repeat(20),
        "xyz qwr tzk plm brt ghj ".repeat(20),
    ] {
        assert_eq!(Language::detect(&words), None, "{words}");
    }
    // What is said first and most counts.
    let mostly = [text("en"), text("en"), text("en"), text("ru")].concat();
    assert_ne!(Language::detect(&mostly), Language::from_name("Russian"));
}

#[test]
fn what_is_declared_is_not_looked_for() {
    let german = fs::read_to_string("tests/texts/de.txt").unwrap();
    let source =
        |label: &str| format!("**Title:** A letter\n\n**Contents:**\n\n{label}\n\n{german}");
    for (label, expected, detected) in [
        ("Original - Dutch", "nl", false),
        ("Transcript", "de", true),
        ("", "de", true),
    ] {
        let opened = read(source(label).as_bytes());
        let text = &opened.document.texts[0];
        assert_eq!(
            text.language().map(Language::tag),
            Some(expected),
            "{label}"
        );
        assert_eq!(text.language_is_detected(), detected, "{label}");
    }
}

#[test]
fn slices_make_no_difference() {
    for file in files::all_in(Path::new("tests/texts")) {
        let bytes = fs::read(&file).unwrap();
        let whole = read(&bytes);
        for length in [1, 5, 64] {
            let mut parser = Parser::new(&Hint::default());
            for slice in bytes.chunks(length) {
                parser.feed(slice).unwrap();
            }
            assert_eq!(parser.finish().unwrap(), whole, "{}", file.display());
        }
    }
}

#[test]
fn the_texts_of_the_corpus_are_told_as_the_ledger_says() {
    let Some(corpus) = ledger::corpus("") else {
        return;
    };
    let mut lines = Vec::new();
    let mut line = |file: &Path, expected: &str, found: Option<&Language>| {
        let name = file.strip_prefix(&corpus).unwrap().display();
        let verdict = verdict(expected, found);
        lines.push(format!(
            "{name} | {expected} | {} | {verdict}",
            shown(found)
        ));
    };
    let mut folders: Vec<_> = fs::read_dir(&corpus)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    for folder in folders {
        let name = folder.file_name().unwrap().to_str().unwrap();
        if name == "encodings-uchardet" {
            for file in ledger::texts(&folder) {
                let language = file
                    .parent()
                    .unwrap()
                    .file_name()
                    .unwrap()
                    .to_str()
                    .unwrap();
                let opened = read(&fs::read(&file).unwrap());
                let text = &opened.document.texts[0];
                line(&file, language, text.language());
            }
            continue;
        }
        let is_of_texts = ["tei", "frus", "wilson"]
            .iter()
            .any(|set| name.contains(set));
        if !is_of_texts {
            continue;
        }
        for file in files::all_in(&folder) {
            let ending = file.extension().and_then(|ending| ending.to_str());
            if !matches!(ending, Some("xml" | "txt")) {
                continue;
            }
            let Ok(opened) = open(&fs::read(&file).unwrap(), &Hint::default()) else {
                continue;
            };
            for text in &opened.document.texts {
                if let Some(declared) = text.language().filter(|_| !text.language_is_detected()) {
                    let found = Language::detect(text.words(text.main()));
                    line(&file, declared.tag(), found.as_ref());
                }
            }
        }
    }
    let counts = ["right", "wrong", "undecided"].map(|verdict| {
        let of = |line: &&String| line.ends_with(verdict);
        format!("{} {verdict}", lines.iter().filter(of).count())
    });
    println!("{} texts: {}.", lines.len(), counts.join(", "));
    ledger::check(
        "tests/languages.txt",
        &format!(
            "file | declared | detected | verdict: {}",
            counts.join(", ")
        ),
        &lines,
    );
}
