//! What holds for every document: the samples, the larger corpus where it is there, and generated ones.

#[path = "../support/edited.rs"]
mod edited;
#[path = "../support/files.rs"]
mod files;
#[path = "../support/generated.rs"]
mod generated;
#[path = "../support/html.rs"]
mod html;
mod model;
mod page;
mod sample;
#[path = "../support/shared.rs"]
mod shared;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use reading_room::{Document, Makeup, NodeKind, Role, Text, TextBuilder};

use edited::edited;
use generated::{build, elements, fragments, markdown, orders, records};
use model::{
    flows_follow, flows_follow_one_another, nodes_nest, parts_are_documents,
    slices_make_no_difference, text_nests, utf16_positions_are_those_of_javascript,
    utf16_positions_of, walk_all, walking_gives_the_words,
};
use page::{the_page_shows, the_page_shows_the_texts};
use sample::{LARGEST, Sample, samples};
use words::{spans_fit_the_source, the_inspection_has_every_word, words_are_those_of_the_source};

/// What every sample has to keep; the error is a sentence on what it breaks.
type Law = fn(&Sample) -> Result<(), String>;

/// Says what is wrong, unless it holds.
fn ensure(holds: bool, sentence: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(sentence()) }
}

// The samples.

/// Checks every sample, and says all that is wrong.
fn for_all(law: Law) {
    let broken: Vec<String> = samples()
        .iter()
        .filter_map(|sample| Some(format!("{}: {}", sample.name, law(sample).err()?)))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Every law, for one document.
const LAWS: [Law; 10] = [
    nodes_nest,
    flows_follow_one_another,
    spans_fit_the_source,
    slices_make_no_difference,
    words_are_those_of_the_source,
    the_inspection_has_every_word,
    walking_gives_the_words,
    the_page_shows_the_texts,
    parts_are_documents,
    utf16_positions_are_those_of_javascript,
];

#[test]
fn every_sample_has_nodes_that_nest() {
    for_all(nodes_nest);
}

#[test]
fn every_sample_has_flows_parted_by_one_line_feed() {
    for_all(flows_follow_one_another);
}

#[test]
fn every_sample_has_spans_that_fit_its_source() {
    for_all(spans_fit_the_source);
}

#[test]
fn every_sample_is_the_same_in_any_slices() {
    for_all(slices_make_no_difference);
}

#[test]
fn every_sample_keeps_its_words_and_has_no_others() {
    for_all(words_are_those_of_the_source);
}

#[test]
fn every_sample_has_all_its_words_in_the_inspection() {
    for_all(the_inspection_has_every_word);
}

#[test]
fn every_sample_is_walked_word_for_word() {
    for_all(walking_gives_the_words);
}

#[test]
fn every_sample_is_shown_word_for_word() {
    for_all(the_page_shows_the_texts);
}

#[test]
fn every_sample_has_parts_that_are_documents() {
    for_all(parts_are_documents);
}

/// What is large costs most of the time, and keeps all other laws where what is small does.
#[test]
fn every_volume_of_tei_is_shown_word_for_word() {
    let folders = [
        "frus-tei",
        "tei-ceteicean",
        "tei-letters-schnitzler",
        "tei-publisher-demo",
    ];
    let files = folders
        .iter()
        .filter_map(|name| shared::folder(name))
        .flat_map(|folder| files::all_in(&folder));
    let is_large = |file: &PathBuf| fs::metadata(file).unwrap().len() > LARGEST;
    let volumes: Vec<PathBuf> = files.filter(is_large).collect();
    println!("{} volumes.", volumes.len());
    for file in volumes {
        let name = file.display().to_string();
        let volume = Sample::new(name.clone(), fs::read(&file).unwrap()).unwrap();
        the_page_shows_the_texts(&volume).unwrap_or_else(|sentence| panic!("{name}: {sentence}"));
    }
}

#[test]
fn every_sample_has_utf16_positions() {
    for_all(utf16_positions_are_those_of_javascript);
}

/// What a generated text has shown: a link in the anchor of a note, behind white space.
#[test]
fn what_an_anchor_holds_stays_in_it() {
    let mut builder = TextBuilder::new(Role::Unstated, None);
    builder.fold("The lamp ");
    builder.open(NodeKind::Anchor(1));
    builder.milestone(NodeKind::Link);
    builder.close();
    builder.push("is dark.");
    let text = builder.finish();
    assert_eq!(text.as_str(), "The lamp is dark.");
    assert_eq!(text_nests(&text), Ok(()));
}

// Generated documents.

fn keeps_the_laws(bytes: Vec<u8>) -> Result<(), TestCaseError> {
    if let Some(sample) = Sample::new("generated".to_owned(), bytes) {
        for law in LAWS {
            law(&sample).map_err(TestCaseError::fail)?;
        }
    }
    Ok(())
}

/// Our own documents that are text, and small enough to be opened often; beside them stands what is expected of them.
fn small_samples() -> Vec<String> {
    let files = files::all_in(Path::new("tests/corpus"));
    let is_expected = |file: &PathBuf| {
        let ending = file.extension();
        ending.is_some_and(|ending| ending == "json" || ending == "html")
    };
    let documents = files.into_iter().filter(|file| !is_expected(file));
    let texts = documents.filter_map(|file| fs::read_to_string(file).ok());
    texts.filter(|text| text.len() < 8 << 10).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn documents_of_any_fragments_keep_the_laws(source in fragments()) {
        keeps_the_laws(source.into_bytes())?;
    }

    #[test]
    fn records_of_any_fields_keep_the_laws(source in records()) {
        keeps_the_laws(source.into_bytes())?;
    }

    #[test]
    fn marks_of_markdown_in_any_order_keep_the_laws(source in markdown()) {
        keeps_the_laws(source.into_bytes())?;
    }

    #[test]
    fn elements_in_any_order_keep_the_laws(source in elements()) {
        keeps_the_laws(source.into_bytes())?;
    }

    #[test]
    fn documents_with_damaged_bytes_keep_the_laws(source in records(), damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = source.into_bytes();
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        keeps_the_laws(bytes)?;
    }

    #[test]
    fn documents_with_edited_lines_keep_the_laws(source in edited(small_samples())) {
        keeps_the_laws(source.into_bytes())?;
    }

    #[test]
    fn any_bytes_keep_the_laws(bytes in vec(any::<u8>(), 0..1500)) {
        keeps_the_laws(bytes)?;
    }

    #[test]
    fn texts_of_any_orders_keep_the_laws(orders in orders()) {
        let text = build(orders);
        text_nests(&text).map_err(TestCaseError::fail)?;
        flows_follow(&text).map_err(TestCaseError::fail)?;
        walk_all(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn texts_of_any_orders_are_shown_word_for_word(orders in vec(orders(), 1..3)) {
        let texts: Vec<Text> = orders.into_iter().map(build).collect();
        let document = Document { texts, makeup: Makeup::Marked, ..Document::default() };
        the_page_shows(&document).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn utf16_positions_are_right_in_any_text(text in any::<String>()) {
        utf16_positions_of(&text).map_err(TestCaseError::fail)?;
    }
}
