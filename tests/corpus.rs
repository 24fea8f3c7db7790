//! Documents beside what must be understood of them: `tests/corpus/<format>/<feature>_<nnn>.<ending>`.
//!
//! Beside each source stand `<name>.json`, the inspection, and `<name>.html`, the article;
//! beside one that cannot be opened `<name>.error`, the code and the sentence.
//! A source that ends in `.parts` has the parts of a document of Word or OpenDocument, which are packed first.
//! `BLESS=1 cargo test --test corpus` writes them anew; read the difference before you keep it.

#[path = "support/files.rs"]
mod files;
#[path = "support/packed.rs"]
mod packed;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use reading_room::export::{Positions, inspect};
use reading_room::{Hint, open, render};

const CORPUS: &str = "tests/corpus";
const EXPECTATIONS: [&str; 3] = ["json", "html", "error"];

#[test]
fn every_document_is_understood_as_expected() {
    let (expectations, sources): (Vec<PathBuf>, Vec<PathBuf>) = cases()
        .into_iter()
        .partition(|file| EXPECTATIONS.contains(&ending(file)));
    assert!(!sources.is_empty(), "there are no documents in the corpus");

    let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    let (mut wanted, mut failures) = (BTreeSet::new(), Vec::new());
    for source in &sources {
        for (file, actual) in outcome(source) {
            if bless {
                fs::write(&file, &actual).unwrap();
            } else if let Err(sentence) = check(&file, &actual) {
                failures.push(sentence);
            }
            if !wanted.insert(file.clone()) {
                failures.push(format!("{}: two sources expect it", shown(&file)));
            }
        }
    }
    for file in expectations.iter().filter(|file| !wanted.contains(*file)) {
        match bless {
            true => fs::remove_file(file).unwrap(),
            false => failures.push(format!("{}: no source expects it", shown(file))),
        }
    }
    println!("{} documents.", sources.len());
    assert!(failures.is_empty(), "\n\n{}\n", failures.join("\n\n"));
}

/// The files in the corpus's folders; what lies beside the folders is about the corpus itself.
fn cases() -> Vec<PathBuf> {
    let corpus = Path::new(CORPUS);
    let in_folder = |file: &PathBuf| file.parent() != Some(corpus);
    files::all_in(corpus)
        .into_iter()
        .filter(in_folder)
        .collect()
}

/// What comes out of a source: the files that it should stand beside, and their words.
fn outcome(source: &Path) -> Vec<(PathBuf, String)> {
    let mut bytes = fs::read(source).unwrap();
    if ending(source) == "parts" {
        bytes = packed::packed(std::str::from_utf8(&bytes).unwrap());
    }
    let opened = match open(&bytes, &Hint::default()) {
        Ok(opened) => opened,
        Err(error) => {
            let words = format!("{}\n{error}\n", error.code());
            return vec![(source.with_extension("error"), words)];
        }
    };
    let mut json = serde_json::to_string_pretty(&inspect(&opened, Positions::Bytes)).unwrap();
    json.push('\n');
    let options = render::Options {
        id_prefix: source.file_stem().unwrap().to_str().unwrap().to_owned(),
        ..render::Options::default()
    };
    let mut html = render::article(&opened.document, &options);
    html.push('\n');
    vec![
        (source.with_extension("json"), json),
        (source.with_extension("html"), html),
    ]
}

/// Compares with what the file expects; says where the first difference is.
fn check(file: &Path, actual: &str) -> Result<(), String> {
    let name = shown(file);
    let expected = fs::read_to_string(file).map_err(|error| {
        format!("{name}: {error}; `BLESS=1 cargo test --test corpus` writes it")
    })?;
    if expected == actual {
        return Ok(());
    }
    let same = expected
        .bytes()
        .zip(actual.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    Err(format!(
        "{name}, line {}:\n- {}\n+ {}",
        expected.as_bytes()[..same]
            .split(|byte| *byte == b'\n')
            .count(),
        around(&expected, same),
        around(actual, same)
    ))
}

/// The words around a byte, a few lines of them at most.
fn around(text: &str, at: usize) -> String {
    let start = text.floor_char_boundary(at.saturating_sub(80));
    let end = text.floor_char_boundary(text.len().min(at + 120));
    text[start..end].replace('\n', "\n  ")
}

fn ending(file: &Path) -> &str {
    file.extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or("")
}

/// The file's path inside the corpus.
fn shown(file: &Path) -> String {
    file.strip_prefix(CORPUS)
        .unwrap_or(file)
        .display()
        .to_string()
}
