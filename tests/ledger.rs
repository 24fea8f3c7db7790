//! How much is understood of documents that somebody else has described: figures, and every miss by its name.
//!
//! What the larger corpus says of its documents is compared with their records, field by field. `tests/ledger.txt` has the
//! score and has to be exactly true; `BLESS=1 cargo test --test ledger` writes it. No word of the corpus stands in it.

#[path = "support/files.rs"]
mod files;
#[path = "support/shared.rs"]
mod shared;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use reading_room::{Date, Hint, Language, Opened, Record, open};
use serde_json::Value;

const LEDGER: &str = "tests/ledger.txt";

/// Why something is missed, in our words: the set, the file, the field.
const REASONS: [(&str, &str, &str, &str); 2] = [
    (
        "wilson-center",
        "chancellors-helmut-kohls-meeting-british-pm-blair-20-october-1997-1030-am-3-pm-c",
        "repository",
        "the statement of source has the archive's abbreviation, the oracle its name",
    ),
    (
        "russian-archive-jfk",
        "",
        "kind",
        "the title begins with the name of an agency",
    ),
];

/// What is compared of a file: the field, what is expected, what there is.
type Compared = Vec<(&'static str, Vec<String>, Vec<String>)>;

/// The score of a set of documents.
#[derive(Default)]
struct Score {
    files: usize,
    /// Hits, and how many there could be.
    fields: BTreeMap<&'static str, (usize, usize)>,
    misses: Vec<String>,
}

impl Score {
    fn add(&mut self, set: &str, file: &str, compared: Compared) {
        self.files += 1;
        for (field, expected, found) in compared {
            if expected.is_empty() {
                continue;
            }
            let (hits, all) = self.fields.entry(field).or_default();
            *all += 1;
            if expected == found {
                *hits += 1;
                continue;
            }
            let what = if found.is_empty() {
                "not found"
            } else {
                "something else"
            };
            let is_reason = |(of_set, of_file, of_field, _): &&(&str, &str, &str, &str)| {
                *of_set == set && (of_file.is_empty() || *of_file == file) && *of_field == field
            };
            let reason = REASONS.iter().find(is_reason);
            let reason = reason.map_or(String::new(), |(.., reason)| format!(": {reason}"));
            self.misses
                .push(format!("  {file}, {field}: {what}{reason}\n"));
        }
    }

    fn lines(&self, set: &str) -> String {
        let hits: usize = self.fields.values().map(|(hits, _)| hits).sum();
        let all: usize = self.fields.values().map(|(_, all)| all).sum();
        let mut lines = format!("{set}: {hits} of {all}, in {} files\n\n", self.files);
        for (field, (hits, all)) in &self.fields {
            lines += &format!("  {field:<18}{hits:>3} of {all:>3}\n");
        }
        let missed = if self.misses.is_empty() {
            "Missed: nothing.\n"
        } else {
            "Missed:\n"
        };
        lines + "\n" + missed + &self.misses.concat()
    }
}

#[test]
fn the_ledger_is_true() {
    let (Some(wilson), Some(russian)) = (
        shared::folder("wilson-center"),
        shared::folder("russian-archive-jfk/derived-records"),
    ) else {
        return;
    };
    let (mut cards, mut papers) = (Score::default(), Score::default());
    for file in files::all_in(&wilson) {
        if file.extension().is_some_and(|ending| ending == "json") {
            let name = file.file_stem().unwrap().to_str().unwrap();
            let text = wilson.join("derived-txt").join(name).with_extension("txt");
            let oracle = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
            cards.add("wilson-center", name, card(&oracle, &opened(&text)));
        }
    }
    for file in files::all_in(&russian) {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let source = fs::read_to_string(&file).unwrap();
        papers.add(
            "russian-archive-jfk",
            name,
            paper(&source, &opened(&file).document.record),
        );
    }
    println!("{} records and {} papers.", cards.files, papers.files);
    let ledger = [
        "How much is understood of documents that others have described: written by `BLESS=1 cargo test --test ledger`.\n\
        A field counts where the description, or the form of the file, says what it is.\n\n",
        &cards.lines("wilson-center"),
        "\n",
        &papers.lines("russian-archive-jfk"),
    ]
    .concat();
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(LEDGER, &ledger).unwrap();
    }
    let kept = fs::read_to_string(LEDGER).unwrap();
    assert!(
        kept == ledger,
        "`BLESS=1 cargo test --test ledger` writes what is true:\n{ledger}"
    );
}

fn opened(file: &Path) -> Opened {
    open(&fs::read(file).unwrap(), &Hint::default()).unwrap()
}

/// A catalogue card: what the archive publishes of it as data.
fn card(oracle: &Value, opened: &Opened) -> Compared {
    let record = &opened.document.record;
    let said = |key: &str| words(oracle[key].as_str().unwrap_or(""));
    // Lists stand there as the text of a list.
    let list = |key: &str| -> Vec<String> {
        serde_json::from_str(oracle[key].as_str().unwrap_or("[]")).unwrap_or_default()
    };
    let date = Date::parse(&said("original_publication_date"));
    let tag = |name: &String| Some(Language::from_name(name)?.tag().to_owned());
    let entry = |label: &str| {
        let entry = record.entries.iter().find(|entry| entry.label == label);
        words(entry.map_or("", |entry| &entry.value))
    };
    let source = said("source");
    let translator = source
        .rsplit_once("translated by ")
        .map_or("", |(_, name)| name);
    let cited = record
        .citation
        .as_ref()
        .and_then(|citation| citation.source.clone());
    let text = opened
        .document
        .texts
        .iter()
        .flat_map(|text| text.flows().iter().map(|flow| text.words(flow)));
    vec![
        (
            "title",
            some(said("title")),
            some(record.title.clone().unwrap_or_default()),
        ),
        (
            "date",
            some(edtf(date.as_ref())),
            some(edtf(record.date.as_ref())),
        ),
        (
            "summary",
            some(said("summary")),
            some(words(record.summary.as_deref().unwrap_or(""))),
        ),
        ("credits", some(said("credits")), some(entry("Credits"))),
        (
            "original language",
            list("language").iter().filter_map(tag).collect(),
            record
                .original_languages
                .iter()
                .map(|known| known.tag().to_owned())
                .collect(),
        ),
        (
            "repository",
            list("original_archive_title"),
            some(record.repository.clone().unwrap_or_default()),
        ),
        (
            "source",
            some(bare(&source)),
            some(bare(&cited.unwrap_or_default())),
        ),
        (
            "translators",
            some(bare(translator)),
            record
                .translators
                .iter()
                .map(|agent| agent.name.clone())
                .collect(),
        ),
        (
            "classification",
            some(said("original_classification")),
            some(record.classification.clone().unwrap_or_default()),
        ),
        (
            "address",
            some(said("document_url")),
            some(record.url.clone().unwrap_or_default()),
        ),
        (
            "text",
            some(letters(&said("text_body"))),
            some(letters(&text.collect::<String>())),
        ),
    ]
}

/// A paper that has no labels: what its form says, by plain rules that look at nothing else.
fn paper(source: &str, record: &Record) -> Compared {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let number_of = |line: &str| {
        let rest = line
            .strip_prefix("No.")
            .or_else(|| line.strip_prefix('№'))?
            .trim();
        (!rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| rest.to_owned())
    };
    let at = lines
        .iter()
        .position(|line| number_of(line).is_some())
        .unwrap_or(0);
    let head: Vec<&str> = lines[at..].iter().take(20).copied().collect();
    let title = head
        .iter()
        .skip(1)
        .find(|line| !line.is_empty())
        .copied()
        .unwrap_or("");
    let cells = || head.iter().flat_map(|line| line.split("  ")).map(str::trim);
    const MONTHS: &str =
        "January February March April May June July August September October November December";
    let month = |cell: &&str| {
        MONTHS
            .split(' ')
            .any(|month| cell.starts_with(&format!("{month} ")))
    };
    let dates = cells()
        .map(|cell| cell.trim_start_matches('['))
        .filter(month);
    let date = dates
        .filter_map(|cell| Date::parse_prefix(cell, None))
        .next();
    let (place, secret) = (
        cells().find(|cell| ["Washington", "Gagra"].contains(cell)),
        cells().find(|cell| cell.to_lowercase().contains("secret") && !cell.contains("Secretary")),
    );
    let copy =
        cells().find(|cell| cell.contains("Copy ") && cell.len() < 40 && !cell.contains("ignal"));
    let shelfmark = lines.iter().rev().find(|line| line.contains(" Op. "));
    let shelfmark = shelfmark.map_or(String::new(), |line| up_to_leaves(line));
    let understood = record.classification.clone().unwrap_or_default();
    let has = |found: Option<&str>| found.map_or(Vec::new(), |cell| some(cell.to_owned()));
    let holds = |cell: Option<&str>| {
        cell.filter(|cell| understood.contains(cell))
            .map_or(Vec::new(), |cell| some(cell.to_owned()))
    };
    let identifier = |label: &str| record.identifiers.iter().find(|known| known.label == label);
    let locator = identifier("locator").map_or("", |known| &known.value);
    let found = format!("{}. {locator}", record.repository.as_deref().unwrap_or(""));
    vec![
        (
            "number",
            some(number_of(lines[at]).unwrap_or_default()),
            some(identifier("number").map_or(String::new(), |known| known.value.clone())),
        ),
        (
            "title",
            some(title.to_owned()),
            some(begins(record.title.as_deref().unwrap_or(""), title)),
        ),
        (
            "date",
            some(edtf(date.as_ref().map(|(date, _)| date))),
            some(edtf(record.date.as_ref())),
        ),
        (
            "place",
            has(place),
            some(record.place.clone().unwrap_or_default()),
        ),
        ("classification", has(secret), holds(secret)),
        ("copy", has(copy), holds(copy)),
        (
            "kind",
            some("a kind".to_owned()),
            some(record.kind.map_or(String::new(), |_| "a kind".to_owned())),
        ),
        (
            "shelfmark",
            some(shelfmark.clone()),
            some(begins(&found, &shelfmark)),
        ),
    ]
}

/// The shelfmark that a line begins with: up to the number behind its last sign for leaves.
fn up_to_leaves(line: &str) -> String {
    let at = line.find(" L. ").map_or(line.len(), |at| at + 4);
    let length = line[at..].find(['.', 'C']).unwrap_or(line.len() - at);
    line[..at + length].trim().to_owned()
}

/// The beginning, where words begin with it.
fn begins(words: &str, beginning: &str) -> String {
    if words.starts_with(beginning) {
        beginning.to_owned()
    } else {
        words.to_owned()
    }
}

fn some(words: String) -> Vec<String> {
    if words.is_empty() {
        Vec::new()
    } else {
        vec![words]
    }
}

fn edtf(date: Option<&Date>) -> String {
    date.map(Date::edtf).unwrap_or_default()
}

/// With single spaces.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without the full stop at the end.
fn bare(text: &str) -> String {
    words(text).trim_end_matches('.').to_owned()
}

/// The letters alone: notes stand elsewhere in their order, and their marks are gone.
fn letters(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}
