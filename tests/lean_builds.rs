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
#[path = "support/mixtures.rs"]
mod mixtures;
#[path = "support/tool.rs"]
mod tool;

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prop_assert_eq;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use reading_room::{Hint, OpenError, open};

use lean::{article, before_detection};

/// How many mixtures are made, many of which are left to another build.
const MIXTURES: u32 = 1_000;

/// The documents that may come to these builds.
fn sources() -> Vec<PathBuf> {
    let is_source = |file: &PathBuf| {
        file.extension()
            .is_none_or(|ending| ending != "json" && ending != "html")
    };
    ["tests/corpus/plain", "tests/corpus/record"]
        .iter()
        .flat_map(|folder| files::all_in(Path::new(folder)))
        .filter(is_source)
        .collect()
}

/// Those that this build keeps.
fn kept() -> Vec<String> {
    let read = |source| String::from_utf8(fs::read(source).unwrap()).ok();
    sources()
        .into_iter()
        .filter_map(read)
        .filter(|text| open(text.as_bytes(), &Hint::default()).is_ok())
        .collect()
}

#[test]
fn documents_come_out_as_in_the_build_with_all_formats() {
    let (mut compared, mut broken) = (0, Vec::new());
    for source in sources() {
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

/// What a build keeps, it keeps in another order too, or leaves it. The mixtures are the same each time;
/// `PROPTEST_CASES=100000` makes more of them.
#[test]
fn mixtures_of_documents_come_out_as_in_the_build_with_all_formats() {
    let full = tool::built();
    let config = Config {
        failure_persistence: None,
        ..Config::with_cases(Config::default().cases.max(MIXTURES))
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let compared = Cell::new(0);
    let checked =
        TestRunner::new_with_rng(config, rng).run(&mixtures::mixtures(&kept()), |mixture| {
            if let Ok(opened) = open(mixture.as_bytes(), &Hint::default()) {
                let expected = before_detection(&full.article(&mixture));
                prop_assert_eq!(article(&opened, tool::NAME), expected, "of\n{}", mixture);
                compared.set(compared.get() + 1);
            }
            Ok(())
        });
    println!("{} mixtures.", compared.get());
    if let Err(error) = checked {
        panic!("{error}");
    }
    assert!(compared.get() >= 100, "{}", compared.get());
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
