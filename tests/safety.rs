//! Bad input: a document or a clear error, nothing lost, and never more work than the input is long.

#[path = "support/files.rs"]
mod files;
#[path = "support/html.rs"]
mod html;
#[path = "support/payloads.rs"]
mod payloads;
#[path = "support/shared.rs"]
mod shared;

use std::fs;
use std::path::Path;

use reading_room::export::{Positions, inspect, summary};
use reading_room::{Code, Document, Entry, Format, Hint, OpenError, Opened, Span, open, render};

const TELEGRAM: &str = include_str!("../www/documents/telegram.txt");

fn opened(bytes: &[u8]) -> Opened {
    open(bytes, &Hint::default()).unwrap()
}

/// Everything that can be done with a document, done.
fn use_everywhere(opened: &Opened) {
    render::page(
        &opened.document,
        &render::Options::default(),
        &render::Around::default(),
    );
    serde_json::to_string(&inspect(opened, Positions::Utf16)).unwrap();
    summary(opened);
}

// Cut off anywhere.

/// Every so many bytes; no encoding has characters of that many, so that all of their parts are cut off.
const STEP: usize = 7;

#[test]
fn the_telegram_cut_off_anywhere_opens() {
    let text = TELEGRAM.find("Having").unwrap();
    let (in_record, in_text) = (0..text, (text..TELEGRAM.len()).step_by(STEP));
    let closing = TELEGRAM.len() - 200..TELEGRAM.len();
    for end in in_record.chain(in_text).chain(closing) {
        check_cut(TELEGRAM.as_bytes(), end);
    }
}

#[test]
fn every_document_of_the_corpus_cut_off_anywhere_opens() {
    for file in files::all_in(Path::new("tests/corpus")) {
        let is_expectation = ["json", "html", "error"]
            .iter()
            .any(|ending| file.extension().is_some_and(|other| other == *ending));
        if !is_expectation {
            let bytes = fs::read(&file).unwrap();
            (0..bytes.len())
                .step_by(STEP)
                .for_each(|end| check_cut(&bytes, end));
        }
    }
}

/// What is left of a source that was cut off is a document, or nothing at all.
fn check_cut(bytes: &[u8], end: usize) {
    match open(&bytes[..end], &Hint::default()) {
        Ok(opened) => use_everywhere(&opened),
        Err(OpenError::Empty) => {
            let has_words = bytes[..end].iter().any(u8::is_ascii_alphanumeric);
            assert!(!has_words, "cut off after {end} bytes: nothing is left");
        }
        Err(OpenError::NotText(_) | OpenError::CannotUnpack(_)) => {}
        Err(error) => panic!("cut off after {end} bytes: {error}"),
    }
}

// Encodings and line ends.

/// The telegram with words that the encodings write differently.
fn telegram_abroad() -> String {
    TELEGRAM
        .replace("Robert Kennedy said", "Роберт Кеннеди сказал")
        .replace("A. DOBRYNIN", "А. ДОБРЫНИН")
        .replace("--", "—")
}

/// Record and texts are those of the source in UTF-8 with line feeds; where they stand in the source may differ.
fn check_same(bytes: &[u8], charset: Option<&str>) {
    let hint = Hint {
        charset: charset.map(str::to_owned),
        ..Hint::default()
    };
    let here = open(bytes, &hint).unwrap();
    let there = opened(telegram_abroad().as_bytes());
    assert_eq!(here.format, Format::Record);
    assert_eq!(
        without_places(here.document),
        without_places(there.document)
    );
}

fn without_places(mut document: Document) -> Document {
    for entry in &mut document.record.entries {
        *entry = Entry {
            span: Span::default(),
            ..entry.clone()
        };
    }
    document
}

#[test]
fn line_ends_of_any_kind_give_the_same_document() {
    for ending in ["\r", "\r\n"] {
        check_same(telegram_abroad().replace('\n', ending).as_bytes(), None);
    }
}

#[test]
fn a_byte_order_mark_gives_the_same_document() {
    check_same(format!("\u{feff}{}", telegram_abroad()).as_bytes(), None);
}

#[test]
fn utf16_with_and_without_a_mark_gives_the_same_document() {
    for mark in ["", "\u{feff}"] {
        let text = format!("{mark}{}", telegram_abroad());
        let low_first: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let high_first: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check_same(&low_first, None);
        check_same(&high_first, None);
    }
}

#[test]
fn windows_1251_gives_the_same_document_declared_or_not() {
    let (bytes, _, lossy) =
        encoding_rs::WINDOWS_1251.encode(Box::leak(telegram_abroad().into_boxed_str()));
    assert!(!lossy);
    check_same(&bytes, None);
    check_same(&bytes, Some("windows-1251"));
    check_same(&bytes, Some("utf-8"));
}

#[test]
fn the_bytes_outrank_a_wrong_declaration() {
    let text = telegram_abroad();
    check_same(text.as_bytes(), Some("windows-1251"));
    let hint = Hint {
        charset: Some("windows-1251".to_owned()),
        ..Hint::default()
    };
    let codes: Vec<Code> = open(text.as_bytes(), &hint)
        .unwrap()
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect();
    assert!(codes.contains(&Code::EncodingDisagrees));
}

#[test]
fn broken_bytes_are_replaced_where_they_stand() {
    let mut bytes = telegram_abroad().into_bytes();
    let at = bytes
        .windows(6)
        .position(|bytes| bytes == b"Castro")
        .unwrap();
    bytes[at] = 0xFF;
    let opened = opened(&bytes);
    assert!(
        opened.document.texts[0]
            .as_str()
            .contains("Premier \u{FFFD}astro does not want")
    );
    let replaced: Vec<Span> = opened
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == Code::BytesReplaced)
        .map(|diagnostic| diagnostic.span)
        .collect();
    assert_eq!(replaced, [Span::new(at as u32, at as u32 + 3)]);
}

#[test]
fn control_characters_before_broken_bytes_do_not_move_them() {
    let bytes = b"Lamp\x01 \xC2\xAB\xE2\x80\x94\xE2\x80\x94\xC2\xBB is \xFF dark";
    let opened = opened(bytes);
    let source = "Lamp\u{FFFD} «——» is \u{FFFD} dark";
    assert_eq!(opened.document.texts[0].as_str(), source);
    for diagnostic in &opened.diagnostics {
        let expected = match diagnostic.code {
            Code::BytesReplaced | Code::ControlCharactersReplaced => "\u{FFFD}",
            _ => "",
        };
        assert_eq!(diagnostic.span.of(source), expected, "{diagnostic:?}");
    }
}

#[test]
fn what_cannot_be_shown_is_refused_with_a_reason() {
    let sentence = |bytes: &[u8]| open(bytes, &Hint::default()).unwrap_err().to_string();
    assert_eq!(sentence(b""), "the file has no words in it");
    assert_eq!(sentence(b" \n\t\r\n"), "the file has no words in it");
    assert_eq!(
        sentence(b"%PDF-1.7\n"),
        "the file is a PDF file, not a text"
    );
    assert_eq!(
        sentence(b"\x89PNG\r\n\x1A\n"),
        "the file is a PNG image, not a text"
    );
}

// Large and odd.

/// A mebibyte, or a little more, of the same words.
fn mebibyte_of(words: &str) -> String {
    words.repeat((1 << 20) / words.len() + 1)
}

/// Opens it, and uses all of it; a reader whose work grows faster than its input does not come back.
fn check_large(source: &str) -> Opened {
    let opened = opened(source.as_bytes());
    use_everywhere(&opened);
    opened
}

#[test]
fn a_line_of_five_megabytes_is_one_paragraph() {
    let opened = check_large(&"The lamp is dark, ".repeat(5 << 20 >> 4));
    assert_eq!(opened.document.texts[0].nodes().len(), 1);
}

#[test]
fn one_word_of_five_megabytes_is_one_word() {
    let opened = check_large(&"a".repeat(5 << 20));
    assert_eq!(opened.document.texts[0].as_str().len(), 5 << 20);
}

#[test]
fn many_brackets_are_words() {
    check_large(&mebibyte_of("[\n"));
    check_large(&mebibyte_of("["));
    check_large(&mebibyte_of("[Source"));
}

#[test]
fn many_marks_of_emphasis_are_words() {
    check_large(&mebibyte_of("**"));
    check_large(&mebibyte_of("**\n\n"));
    check_large(&mebibyte_of("**a** "));
}

#[test]
fn many_marks_of_one_note_lead_to_it() {
    let opened = check_large(&format!("{}.\n\n[1] A note.", mebibyte_of("lamp [1] ")));
    assert_eq!(opened.document.texts[0].notes().count(), 1);
}

#[test]
fn many_notes_are_words_or_notes() {
    let notes: String = (0..100_000)
        .map(|number| format!("[{number}] A note.\n\n"))
        .collect();
    check_large(&format!("The lamp[7] is dark.\n\n{notes}"));
    let marks: String = (0..100_000)
        .map(|number| format!("lamp[{number}] "))
        .collect();
    check_large(&format!("{marks}\n\n{notes}"));
}

#[test]
fn many_labels_are_entries() {
    let labels: String = (0..100_000)
        .map(|number| format!("**Label {number}:**\n\nvalue\n\n"))
        .collect();
    let opened = check_large(&format!("**Citation:**\n\nvalue\n\n{labels}"));
    assert_eq!(opened.document.record.entries.len(), 100_001);
}

#[test]
fn many_repeated_fields_are_kept() {
    let opened = check_large(&mebibyte_of("**Summary:**\n\nThe lamp is dark.\n\n"));
    assert!(opened.document.record.entries.len() > 30_000);
}

#[test]
fn many_texts_are_kept() {
    let opened = check_large(&format!(
        "**Contents:**\n\n{}",
        mebibyte_of("Translation - English\n\nlamp\n\n")
    ));
    assert!(opened.document.texts.len() > 30_000);
}

#[test]
fn many_pages_are_one_paragraph() {
    let page = format!(
        "{} and\n\n",
        "nobody who passes the point at night knows it "
            .repeat(2)
            .trim_end()
    );
    let opened = check_large(&mebibyte_of(&page));
    assert!(opened.document.texts[0].nodes().len() > 10_000);
}

#[test]
fn long_citations_and_values_are_kept() {
    for words in [
        "\"",
        "“a, ",
        "copy obtained by A, ",
        "translated by ",
        "and ",
        "http",
        "https://a ",
        "<",
        "A; ",
        " by ",
    ] {
        check_large(&format!(
            "**Citation:**\n\n{}\n\n**Contents:**\n\nThe lamp.",
            mebibyte_of(words)
        ));
    }
}

#[test]
fn long_titles_and_names_are_kept() {
    for words in [
        "Ambassador to ",
        "Telegram from ",
        "A. ",
        "to ",
        ", ",
        "Chairman, ",
        "'a, ",
        "(",
        "November ",
    ] {
        check_large(&format!(
            "**Title:** Telegram from {}\n\n**From:** {}\n\n**Text:**\n\nThe lamp.",
            mebibyte_of(words),
            mebibyte_of(words)
        ));
    }
}

#[test]
fn long_heads_are_kept() {
    check_large(&format!("{}\n\n**Citation:**\n\na", mebibyte_of("**a\n")));
    check_large(&format!("**{}\n\n**Citation:**\n\na", mebibyte_of("lamp ")));
    check_large(&format!("**November 14, 1962**\n{}", mebibyte_of("lamp\n")));
}

#[test]
fn emphasis_that_nothing_ends_does_not_join_all_lines() {
    for (opening, other) in [("**", "__"), ("__", "**")] {
        let lines = format!("lamp {other}\n").repeat(50_000);
        check_large(&format!("**November 14, 1962**\n\n{opening}a\n{lines}"));
    }
}

// Markup in the source.

#[test]
fn markup_in_any_place_of_a_record_is_words() {
    check_payload("<script>alert(1)</script>");
    check_payload("\"><img src=x onerror=alert(1)>");
    check_payload("</title></style></p><svg/onload=alert(1)>");
    check_payload("https://archive.example/\"onmouseover=\"alert(1)");
    check_payload("javascript:alert(1)");
    check_payload("<https://archive.example/'><script>alert(1)</script>>");
}

#[test]
fn every_known_payload_is_words() {
    let payloads = payloads::known().unwrap_or_default();
    payloads.iter().for_each(|payload| check_payload(payload));
}

/// Puts it into every place of a record; nothing comes out but what a page of ours has, and words.
fn check_payload(payload: &str) {
    let folded: Vec<&str> = payload.split_whitespace().collect();
    let line = folded.join(" ");
    let record = format!(
        "**Title:** {line}\n\n**Date:** {line}\n\n**From:** {line}\n\n**Citation:** {line} <{line}>\n\n\
        **Summary:** {line}\n\n**URL:** {line}\n\n**Rights:** {line}\n\n**Record ID:** {line}\n\n\
        **Weather {line}:** {line}\n\n**Contents:**\n\nThe lamp: {line}[1]\n\n[1] {line}\n\n[Source: {line}]\n"
    );
    let sources = [
        (record.as_str(), None),
        (payload, None),
        (payload, Some(Format::Html)),
    ];
    for (source, format) in sources {
        let hint = Hint {
            format,
            ..Hint::default()
        };
        let Ok(opened) = open(source.as_bytes(), &hint) else {
            continue;
        };
        let options = render::Options {
            id_prefix: payload.to_owned(),
            ..render::Options::default()
        };
        let tree = html::parse(&render::page(
            &opened.document,
            &options,
            &render::Around::default(),
        ));
        assert!(tree.errors().is_empty(), "{payload}: {:?}", tree.errors());
        let texts: Vec<&str> = opened
            .document
            .texts
            .iter()
            .map(|text| text.as_str())
            .collect();
        assert_eq!(tree.text(), texts.join("\n"), "{payload}");
        let templates = tree
            .elements()
            .into_iter()
            .filter(|it| it.name == "template");
        assert_eq!(templates.count(), 1, "{payload}: besides the page's own");
        for element in tree.elements() {
            assert!(
                is_ours(&element.name),
                "{payload}: an element {}",
                element.name
            );
            for (name, value) in &element.attributes {
                let leads_away = ["http://", "https://", "mailto:", "#"];
                let start = value.to_ascii_lowercase();
                let is_safe = match &**name {
                    "href" => leads_away.iter().any(|scheme| start.starts_with(scheme)),
                    "src" | "style" | "srcdoc" | "action" | "formaction" => false,
                    name => !name.starts_with("on"),
                };
                assert!(
                    is_safe,
                    "{payload}: {name}={value}, generated: {}",
                    element.generated
                );
            }
        }
    }
}

fn is_ours(name: &str) -> bool {
    ![
        "script", "iframe", "object", "embed", "img", "svg", "math", "form", "input", "link",
        "base",
    ]
    .contains(&name)
}
