//! What the builds for records, and for records and plain text, make of a document is what the build with all formats makes of
//! it, unless they leave it to another.
//!
//! `cargo test --no-default-features --features record --test record_build`, and the same with `record,more`
#![cfg(all(feature = "record", not(feature = "marked")))]

#[path = "support/drawn.rs"]
#[allow(dead_code, reason = "another test asks more of it")]
mod drawn;
#[path = "support/files.rs"]
mod files;

use std::fs;
use std::path::Path;

use reading_room::render::{Options, Script, Writing};
use reading_room::{Hint, OpenError, Opened, open};

use drawn::Drawn;

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
                Err(OpenError::OtherText) => {}
                Err(error) => assert!(
                    matches!(error, OpenError::OtherFormat(_)),
                    "{name}: {error}"
                ),
                Ok(opened) => {
                    compared += 1;
                    let expected = fs::read_to_string(source.with_extension("html")).unwrap();
                    if article(&opened, &name) != expected.trim_end_matches('\n') {
                        broken.push(name);
                    }
                }
            }
        }
    }
    println!("{compared} documents.");
    let least = if cfg!(feature = "more") { 190 } else { 15 };
    assert!(compared >= least, "{compared}");
    assert!(broken.is_empty(), "another article is made of {broken:?}");
}

fn article(opened: &Opened, name: &str) -> String {
    let mut writing = Writing::new(Options {
        id_prefix: name.to_owned(),
        ..Options::default()
    });
    let (mut drawn, mut script) = (Drawn::default(), Script::default());
    while writing.write(&opened.document, None, 1000, &mut script) {}
    drawn.draw(&mut script);
    drawn.html()
}
