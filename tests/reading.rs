//! `docs/reading.md` says what the code does: what each element of TEI means, and every diagnostic.
//!
//! `BLESS=1 cargo test --test reading` writes the table of elements anew.

use std::collections::BTreeMap;
use std::fs;

use reading_room::{Code, tei_elements};

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
