//! The first sample, understood line by line; and the four records of the same archive, against what their catalogue says.

#[path = "support/files.rs"]
mod files;
#[path = "support/shared.rs"]
mod shared;

use std::fs;
use std::path::Path;

use reading_room::{
    Action, Code, Direction, Document, Field, Flow, Format, Hint, NodeKind, NoteKind, Opened,
    Property, Role, Step, Text, open,
};
use serde_json::Value;

const TELEGRAM: &[u8] = include_bytes!("../www/documents/telegram.txt");
const TITLE: &str =
    "Telegram from Soviet Ambassador to the USA A.F. Dobrynin to USSR Foreign Ministry";
const SOURCE: &str = "AVP RF; copy obtained by NHK, provided to CWIHP, and on file at National Security Archive; \
    translation by John Henriksen";
const URL: &str = "https://digitalarchive.umd.edu/document/110443";

fn telegram() -> Opened {
    open(TELEGRAM, &Hint::default()).unwrap()
}

fn document() -> Document {
    telegram().document
}

fn text() -> Text {
    document().texts.remove(0)
}

/// The words of the nodes of a kind, in the main flow.
fn words(text: &Text, kind: fn(&NodeKind) -> bool) -> Vec<&str> {
    let nodes = &text.nodes()[text.main().nodes.clone()];
    nodes
        .iter()
        .filter(|node| kind(&node.kind))
        .map(|node| node.span.of(text.as_str()))
        .collect()
}

#[test]
fn it_is_a_record() {
    assert_eq!(telegram().format, Format::Record);
}

#[test]
fn its_date_is_a_day() {
    let date = document().record.date.unwrap();
    assert_eq!(date.edtf(), "1962-11-14");
    assert_eq!(date.written, "November 14, 1962");
}

#[test]
fn its_title_over_two_lines_is_one_line() {
    assert_eq!(document().record.title.as_deref(), Some(TITLE));
}

#[test]
fn its_title_tells_kind_sender_and_recipient() {
    let record = document().record;
    assert_eq!(record.kind.unwrap().as_str(), "telegram");
    let [sender] = &record.creators[..] else {
        panic!("{:?}", record.creators)
    };
    assert_eq!(sender.name, "A.F. Dobrynin");
    assert_eq!(sender.role.as_deref(), Some("Soviet Ambassador to the USA"));
    let [recipient] = &record.recipients[..] else {
        panic!("{:?}", record.recipients)
    };
    assert_eq!(recipient.name, "USSR Foreign Ministry");
    assert_eq!(recipient.role, None);
}

#[test]
fn its_citation_is_kept_word_for_word() {
    let citation = document().record.citation.unwrap();
    let verbatim =
        format!("\"{TITLE}\", November 14, 1962, Wilson Center Digital Archive, {SOURCE} <{URL}>");
    assert_eq!(citation.verbatim, verbatim);
}

#[test]
fn its_citation_is_taken_apart() {
    let citation = document().record.citation.unwrap();
    assert_eq!(citation.title.as_deref(), Some(TITLE));
    assert_eq!(citation.date.unwrap().edtf(), "1962-11-14");
    assert_eq!(
        citation.digital_archive.as_deref(),
        Some("Wilson Center Digital Archive")
    );
    assert_eq!(citation.repository.as_deref(), Some("AVP RF"));
    assert_eq!(citation.locator, None);
    assert_eq!(citation.source.as_deref(), Some(SOURCE));
    assert_eq!(citation.url.as_deref(), Some(URL));
    assert_eq!(citation.provenance, document().record.provenance);
}

#[test]
fn what_the_citation_says_fills_the_record() {
    let record = document().record;
    assert_eq!(record.repository.as_deref(), Some("AVP RF"));
    assert_eq!(
        record.digital_archive.as_deref(),
        Some("Wilson Center Digital Archive")
    );
    assert_eq!(record.url.as_deref(), Some(URL));
    let translators: Vec<&str> = record.translators.iter().map(|a| &*a.name).collect();
    assert_eq!(translators, ["John Henriksen"]);
    assert_eq!(record.identifiers, []);
    assert_eq!(record.rights, None);
}

#[test]
fn the_chain_of_custody_has_every_hand_in_order() {
    let step = |action, agent: &str, of_copy, written: &str| Step {
        action,
        agent: agent.to_owned(),
        of_copy,
        written: written.to_owned(),
    };
    let expected = [
        step(Action::Holds, "AVP RF", false, "AVP RF"),
        step(Action::Obtained, "NHK", true, "copy obtained by NHK"),
        step(Action::Received, "CWIHP", true, "provided to CWIHP"),
        step(
            Action::OnFile,
            "National Security Archive",
            true,
            "on file at National Security Archive",
        ),
        step(
            Action::Translated,
            "John Henriksen",
            false,
            "translation by John Henriksen",
        ),
    ];
    assert_eq!(document().record.provenance, expected);
}

#[test]
fn its_summary_is_one_paragraph() {
    let summary = document().record.summary.unwrap();
    assert!(summary.starts_with("Dobrynin and Robert Kennedy meet again after"));
    assert!(summary.ends_with("will respond to Soviet negotiations."));
    assert!(!summary.contains('\n'));
}

#[test]
fn its_original_is_in_russian() {
    let languages = document().record.original_languages;
    let tags: Vec<&str> = languages.iter().map(|language| language.tag()).collect();
    assert_eq!(tags, ["ru"]);
}

#[test]
fn every_label_of_the_source_is_an_entry() {
    let entries = document().record.entries;
    let labels: Vec<(&str, Option<Field>)> = entries
        .iter()
        .map(|entry| (&*entry.label, entry.field))
        .collect();
    assert_eq!(
        labels,
        [
            ("", Some(Field::Date)),
            ("", Some(Field::Title)),
            ("Citation", Some(Field::Citation)),
            ("Summary", Some(Field::Summary)),
            ("Original Language", Some(Field::OriginalLanguage)),
            ("Contents", Some(Field::Contents)),
        ]
    );
    assert_eq!(document().record.other_entries().count(), 0);
}

#[test]
fn entries_say_where_they_stand_in_the_source() {
    let source = std::str::from_utf8(TELEGRAM).unwrap();
    let entries = document().record.entries;
    let places: Vec<&str> = entries.iter().map(|entry| entry.span.of(source)).collect();
    assert!(places[0].starts_with("**November 14, 1962**"));
    assert!(places[1].starts_with("**Telegram from") && places[1].ends_with("Foreign Ministry**"));
    assert!(places[2].starts_with("**Citation:**\n\n\"Telegram") && places[2].ends_with("110443>"));
    assert_eq!(places[4], "**Original Language:**\n\nRussian");
}

#[test]
fn its_one_text_is_a_translation_into_english() {
    let document = document();
    assert_eq!(document.texts.len(), 1);
    let text = text();
    assert_eq!(text.role(), Role::Translation);
    assert_eq!(text.language().unwrap().tag(), "en");
    assert_eq!(text.direction(), Direction::LeftToRight);
    assert_eq!(text.label(), Some("Translation - English"));
}

#[test]
fn the_paragraph_that_a_page_end_cuts_is_one_with_a_page_break_in_it() {
    let text = text();
    let paragraphs = words(&text, |kind| *kind == NodeKind::Paragraph);
    let [paragraph] = paragraphs[..] else {
        panic!("{} paragraphs", paragraphs.len())
    };
    assert!(paragraph.starts_with("Having familiarized himself with our response"));
    assert!(paragraph.ends_with("along with the Bolshoi Theater troupe."));
    assert!(paragraph.contains("of both parties, but that proposal is being rejected now"));

    let breaks: Vec<_> = text
        .nodes()
        .iter()
        .filter(|node| node.kind == NodeKind::PageBreak)
        .collect();
    assert_eq!(breaks.len(), 1);
    let (before, after) = text.as_str().split_at(breaks[0].span.start as usize);
    assert!(before.ends_with("both parties, but that "));
    assert!(after.starts_with("proposal is being rejected now"));
}

#[test]
fn the_closing_gives_a_dateline_with_a_roman_month_and_a_signature() {
    let text = text();
    assert_eq!(
        words(&text, |kind| *kind == NodeKind::Dateline),
        ["14.XI.62"]
    );
    assert_eq!(
        words(&text, |kind| *kind == NodeKind::Signed),
        ["A. DOBRYNIN"]
    );
    assert_eq!(
        words(&text, |kind| *kind == NodeKind::Closer),
        ["14.XI.62\nA. DOBRYNIN"]
    );
    let dates: Vec<String> = text
        .nodes()
        .iter()
        .filter_map(|node| match node.kind {
            NodeKind::Date => Some(text.property(node, Property::Date)?.to_owned()),
            _ => None,
        })
        .collect();
    assert_eq!(dates, ["1962-11-14"]);
    assert!(
        text.words(text.main())
            .ends_with("troupe.\n14.XI.62\nA. DOBRYNIN")
    );
}

#[test]
fn the_source_note_is_recognized_as_the_citation_said_again() {
    let text = text();
    let notes: Vec<_> = text.notes().collect();
    let [(_, flow, note)] = &notes[..] else {
        panic!("{notes:?}")
    };
    assert_eq!(
        note.kind,
        NoteKind::Source {
            repeats_record: true
        }
    );
    assert_eq!(note.label, None);
    assert_eq!(text.words(flow), format!("[Source: {SOURCE}.]"));
}

#[test]
fn what_was_inferred_is_said_in_the_order_of_the_source() {
    let source = std::str::from_utf8(TELEGRAM).unwrap();
    let diagnostics = telegram().diagnostics;
    let said: Vec<(Code, &str)> = diagnostics
        .iter()
        .map(|diagnostic| (diagnostic.code, diagnostic.span.of(source)))
        .collect();
    let note = format!("[Source: {SOURCE}.]");
    assert_eq!(
        said,
        [
            (Code::PageBreakInferred, "\n\n"),
            (Code::SourceNoteRepeatsCitation, &*note),
        ]
    );
}

#[test]
fn four_records_of_the_archive_say_what_its_catalogue_says() {
    let Some(folder) = shared::folder("wilson-center") else {
        return;
    };
    let (mut agreed, mut asked, mut wrong) = (0, 0, Vec::new());
    for file in files::all_in(&folder.join("derived-txt")) {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let catalogue = fs::read(folder.join(format!("{name}.json"))).unwrap();
        let catalogue: Value = serde_json::from_slice(&catalogue).unwrap();
        for (what, agrees) in compare(&file, &catalogue) {
            asked += 1;
            agreed += usize::from(agrees);
            if !agrees {
                wrong.push(format!("{name}: {what}"));
            }
        }
    }
    println!("{agreed} of {asked} statements of the catalogue were read.");
    assert!(asked >= 4 * 9, "there are fewer than four records");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the catalogue says of a record, and whether the reader says the same.
fn compare(file: &Path, catalogue: &Value) -> Vec<(&'static str, bool)> {
    let opened = open(&fs::read(file).unwrap(), &Hint::default()).unwrap();
    let Document { record, texts, .. } = &opened.document;
    let said = |key: &str| catalogue[key].as_str();
    let citation = record.citation.as_ref().unwrap();
    let source = citation.source.as_deref().unwrap_or("");
    let languages: Vec<String> = serde_json::from_str(said("language").unwrap()).unwrap();
    let original: Vec<&str> = record.original_languages.iter().map(|l| l.name()).collect();
    let archive = said("source").unwrap();
    let archive = archive.split(['.', ',']).next();
    let credits = record
        .other_entries()
        .find(|entry| entry.label == "Credits");
    let text = &texts[0];
    let body = said("text_body").unwrap();
    vec![
        ("title", record.title.as_deref() == said("title")),
        (
            "date",
            record.date.as_ref().map(|date| &*date.written) == said("original_publication_date"),
        ),
        ("summary", record.summary.as_deref() == said("summary")),
        (
            "source",
            said("source").unwrap().trim_end_matches('.') == source,
        ),
        ("language", original == languages),
        ("url", record.url.as_deref() == said("document_url")),
        ("archive", record.repository.as_deref() == archive),
        (
            "archive's name",
            citation.digital_archive.as_deref() == Some("Wilson Center Digital Archive"),
        ),
        (
            "credits",
            credits.map(|entry| &*entry.value) == said("credits"),
        ),
        (
            "one text",
            texts.len() == 1 && text.role() == Role::Translation,
        ),
        ("words of the text", every_word(body) == words_shown(text)),
        (
            "title of the citation",
            citation.title.as_deref() == said("title"),
        ),
    ]
}

fn every_word(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The words of a text as its page shows them: where a note belongs stands its mark, and before the note its label.
fn words_shown(text: &Text) -> Vec<&str> {
    let mut words = Vec::new();
    for flow in text.flows() {
        words.extend(flow.note().and_then(|note| note.label.as_deref()));
        words.extend(words_with_marks(text, flow));
    }
    words
}

fn words_with_marks<'t>(text: &'t Text, flow: &Flow) -> Vec<&'t str> {
    let mut words = Vec::new();
    let mut from = flow.span.start as usize;
    for node in &text.nodes()[flow.nodes.clone()] {
        if let NodeKind::Anchor(index) = node.kind {
            let at = node.span.start as usize;
            words.extend(every_word(&text.as_str()[from..at]));
            words.extend(
                text.flow(index)
                    .and_then(Flow::note)
                    .and_then(|note| note.label.as_deref()),
            );
            from = at;
        }
    }
    words.extend(every_word(&text.as_str()[from..flow.span.end as usize]));
    words
}
