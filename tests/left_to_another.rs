//! What the build for TEI alone leaves to a full one, and that it makes of all else what that one makes of it.
//!
//! `cargo test --no-default-features --features tei --test left_to_another`
#![cfg(all(feature = "tei", not(feature = "full")))]

#[path = "support/drawn.rs"]
#[allow(dead_code, reason = "another test asks more of it")]
mod drawn;
#[path = "support/files.rs"]
mod files;
#[path = "support/lean.rs"]
mod lean;

use std::fs;
use std::path::Path;

use reading_room::{Format, Hint, OpenError, Opened, open};

use lean::{article, before_detection};

/// Documents with a declaration of their type, with references to entities, or of other vocabularies.
const LEFT: [&str; 10] = [
    "broken_001_mismatched_tags",
    "entity_001_internal",
    "entity_002_outside_and_unknown",
    "other_001_journal_article",
    "other_002_docbook",
    "other_003_any_vocabulary",
    "other_xml_001_letter",
    "p4_001_letter",
    "unknown_001_elements",
    "unknown_002_script_and_frames",
];

/// Documents in another encoding than UTF-8.
const RECODED: [&str; 2] = ["encoding_001_utf16", "encoding_002_declared_latin1"];

#[test]
fn documents_are_left_to_another_build_or_come_out_as_there() {
    let (mut left, mut recoded, mut broken) = (Vec::new(), Vec::new(), Vec::new());
    for source in files::all_in(Path::new("tests/corpus/tei")) {
        if source.extension().is_none_or(|ending| ending != "xml") {
            continue;
        }
        let name = source.file_stem().unwrap().to_str().unwrap().to_owned();
        match open(&fs::read(&source).unwrap(), &Hint::default()) {
            Err(OpenError::OtherXml) => left.push(name),
            Err(OpenError::OtherEncoding) => recoded.push(name),
            Err(error) => assert!(
                matches!(error, OpenError::OtherFormat(_)),
                "{name}: {error}"
            ),
            Ok(opened) => {
                let expected = fs::read_to_string(source.with_extension("html")).unwrap();
                if article(&opened, &name) != before_detection(&expected) {
                    broken.push(name);
                }
            }
        }
    }
    assert_eq!(left, LEFT);
    assert_eq!(recoded, RECODED);
    assert!(broken.is_empty(), "another article is made of {broken:?}");
}

/// Opens XML, whatever it begins with.
fn open_xml(source: &str) -> Result<Opened, OpenError> {
    let hint = Hint {
        format: Some(Format::Tei),
        ..Hint::default()
    };
    open(source.as_bytes(), &hint)
}

#[test]
fn each_reason_is_seen_wherever_it_stands() {
    for source in [
        "<!DOCTYPE TEI><TEI/>",
        "<!doctype TEI [<!ENTITY a 'b'>",
        "<TEI><p>a&nbsp;b</p></TEI>",
        "<TEI><p rend='&nbsp;'>a</p></TEI>",
        "<TEI><teiHeader><title key='&a;'>a</title></teiHeader></TEI>",
        "<TEI><p><i>a</i></p></TEI>",
        "<article>a</article>",
        "<letter><words>a</words></letter>",
    ] {
        assert_eq!(open_xml(source), Err(OpenError::OtherXml), "{source}");
    }
}

#[test]
fn a_page_of_xhtml_is_left_to_the_reader_of_html() {
    for source in [
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html><p>a</p></html>",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><p>a</p></html>",
    ] {
        let opened = open(source.as_bytes(), &Hint::default());
        let left = Err(OpenError::OtherFormat(Format::Html));
        assert_eq!(opened, left, "{source}");
    }
}

#[test]
fn a_text_of_opendocument_that_is_not_packed_is_left_to_the_module_for_packages() {
    let source = fs::read("tests/corpus/opendocument/flat_001_single_file.fodt").unwrap();
    let opened = open(&source, &Hint::default());
    let left = Err(OpenError::OtherFormat(Format::OpenDocument));
    assert_eq!(opened, left);
}

#[test]
fn what_only_looks_like_a_reason_is_none() {
    for source in [
        "<TEI><p><p xmlns='http://www.w3.org/1999/xhtml'>a</p></p></TEI>",
        "<TEI><p n='&amp;&#x41;'>&lt;&gt;&quot;&apos;&#65; & &; AT&T</p></TEI>",
        "<TEI><p>a<!DOCTYPE b></p></TEI>",
        "<TEI><p><![CDATA[&nbsp;]]><!-- &nbsp; <i> --></p></TEI>",
        "<TEI><p><unknown>a</unknown></p></TEI>",
        "<div><p>a</p></div>",
        "<tei:p>a</tei:p>",
    ] {
        let opened = open_xml(source);
        assert!(opened.is_ok(), "{source}: {opened:?}");
    }
}
