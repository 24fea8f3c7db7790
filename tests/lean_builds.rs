//! What the builds for the commonest records, for papers without labels, for plain text, and for all of these make of a document
//! is what the build with all formats makes of it, unless they leave it to another.
//!
//! `cargo test --no-default-features --features record,labels --test lean_builds`, and the same with `record,papers`,
//! `plain,more` and `record,more`
#![cfg(all(feature = "plain", not(feature = "marked")))]

#[path = "support/drawn.rs"]
#[allow(dead_code, reason = "another test asks more of it")]
mod drawn;
#[path = "support/files.rs"]
mod files;
#[path = "support/lean.rs"]
mod lean;

use std::fs;
use std::path::Path;

use reading_room::{Hint, OpenError, open};

use lean::{article, before_detection};

#[test]
fn documents_come_out_as_in_the_build_with_all_formats() {
    let (mut compared, mut broken) = (0, Vec::new());
    for folder in ["tests/corpus/plain", "tests/corpus/record"] {
        for source in files::all_in(Path::new(folder)) {
            let is_expectation = |ending| ending == "json" || ending == "html";
            if source.extension().is_some_and(is_expectation) {
                continue;
            }
            let name = source.file_stem().unwrap().to_str().unwrap().to_owned();
            match open(&fs::read(&source).unwrap(), &Hint::default()) {
                Err(OpenError::OtherText | OpenError::OtherEncoding) => {}
                Err(error) => assert!(
                    matches!(error, OpenError::OtherFormat(_)),
                    "{name}: {error}"
                ),
                Ok(opened) => {
                    compared += 1;
                    let expected = fs::read_to_string(source.with_extension("html")).unwrap();
                    if article(&opened, &name) != before_detection(&expected) {
                        broken.push(name);
                    }
                }
            }
        }
    }
    println!("{compared} documents.");
    let least = match (cfg!(feature = "record"), cfg!(feature = "more")) {
        (true, true) => 225,
        (true, false) if cfg!(feature = "papers") => 9,
        (true, false) => 105,
        (false, _) => 40,
    };
    assert!(compared >= least, "{compared}");
    assert!(broken.is_empty(), "another article is made of {broken:?}");
}

#[test]
#[cfg(all(feature = "record", not(feature = "more")))]
fn the_records_that_a_build_is_for_may_have_texts_of_any_shape() {
    let name = match cfg!(feature = "papers") {
        true => "papers_008_of_any_shape",
        false => "shapes_001_paper_of_an_office",
    };
    let source = fs::read(format!("tests/corpus/record/{name}.txt")).unwrap();
    let opened = open(&source, &Hint::default());
    assert!(opened.is_ok(), "{:?}", opened.err());
}

#[test]
fn what_is_damaged_is_left_to_what_tells_encodings() {
    for source in [
        &b"The lamp is \xFF dark."[..],
        b"The lamp\0 is dark.",
        b"The lamp is dark: \xC3",
    ] {
        let opened = open(source, &Hint::default());
        assert_eq!(opened, Err(OpenError::OtherEncoding), "{source:?}");
    }
}

#[test]
fn what_begins_like_markup_is_told_by_a_build_that_knows_all_records() {
    for source in [
        "<https://example.org/> has it.\n",
        "---\nThe lamp is dark.\n",
    ] {
        let is_left = matches!(
            open(source.as_bytes(), &Hint::default()),
            Err(OpenError::OtherFormat(_))
        );
        let tells = cfg!(all(feature = "record", feature = "more"));
        assert_eq!(is_left, !tells, "{source}");
    }
}
