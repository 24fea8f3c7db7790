//! The contracts say what the code does: `docs/reading.md` what each element of TEI means, and every diagnostic;
//! `docs/inspection.md` every name that comes out of our cases.
//!
//! `BLESS=1 cargo test --test reading` writes the table of elements anew.

#[path = "support/files.rs"]
mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use reading_room::{Code, OpenError, tei_elements};
use serde_json::Value;

const PAGE: &str = "docs/reading.md";
const TITLE: &str = "| meaning | node | elements |\n| --- | --- | --- |\n";

/// The rows of the table, in the order of meanings and nodes.
fn rows() -> String {
    let mut rows: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for (name, meaning, node) in tei_elements() {
        let row = rows.entry((meaning, node.unwrap_or(""))).or_default();
        row.push(format!("`{name}`"));
    }
    let row = |((meaning, node), names): ((&str, &str), Vec<String>)| {
        let node = match node {
            "" => String::new(),
            node => format!("`{node}`"),
        };
        format!("| {meaning} | {node} | {} |\n", names.join(" "))
    };
    rows.into_iter().map(row).collect()
}

#[test]
fn the_table_of_elements_is_that_of_the_code() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(TITLE).expect("the page has the table");
    let end = rest.find("\n\n").unwrap() + 1;
    let (table, after) = rest.split_at(end);
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(PAGE, [before, TITLE, &rows(), after].concat()).unwrap();
        return;
    }
    assert!(
        table == rows(),
        "`BLESS=1 cargo test --test reading` writes the table that is meant:\n{}",
        rows()
    );
}

#[test]
fn every_diagnostic_is_explained() {
    let page = fs::read_to_string(PAGE).unwrap();
    let missing = Code::ALL
        .iter()
        .find(|code| !page.contains(&format!("\n| `{code}` | ")));
    assert_eq!(missing, None);
}

#[test]
fn every_name_in_the_inspections_of_our_cases_is_explained() {
    let page = fs::read_to_string("docs/inspection.md").unwrap();
    let mut names = BTreeSet::new();
    for file in files::all_in(Path::new("tests/corpus")) {
        if file.extension().is_some_and(|ending| ending == "json") {
            let json = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
            collect(&json, &mut names);
        }
    }
    assert!(names.len() > 100, "{names:?}");
    let code = page.split('`').skip(1).step_by(2);
    let is_part_of_a_name = |c: char| c.is_alphanumeric() || c == '-';
    let explained: BTreeSet<&str> = code
        .flat_map(|code| code.split(|c| !is_part_of_a_name(c)))
        .collect();
    let missing: Vec<_> = names
        .iter()
        .filter(|name| !explained.contains(&***name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The keys, and the names that stand for kinds and looks.
fn collect(json: &Value, names: &mut BTreeSet<String>) {
    match json {
        Value::Array(values) => values.iter().for_each(|value| collect(value, names)),
        Value::Object(members) => {
            for (key, value) in members {
                names.insert(key.clone());
                let is_name =
                    matches!(&**key, "kind" | "look" | "role") && members.contains_key("span");
                let values = value
                    .as_array()
                    .map_or(std::slice::from_ref(value), Vec::as_slice);
                let words = values.iter().filter_map(Value::as_str).map(str::to_owned);
                names.extend(words.filter(|_| is_name));
                collect(value, names);
            }
        }
        _ => {}
    }
}

#[test]
fn the_script_says_in_the_same_words_why_there_is_nothing_to_show() {
    let script = fs::read_to_string("pkg/src/reasons.js").unwrap();
    for error in [OpenError::Empty, OpenError::TooLarge] {
        let message = error.message();
        assert!(script.contains(&format!("'{message}'")), "{message}");
    }
}
