//! The command line tool, as a shell meets it: arguments and input, what is printed, the exit code.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const TELEGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/documents/telegram.txt");

/// Runs the tool with those arguments and that input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_reading-room"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the tool starts");
    let mut stdin = tool.stdin.take().expect("the tool has an input");
    // A tool that reads no input may have closed it.
    let _ = stdin.write_all(input);
    drop(stdin);
    tool.wait_with_output().expect("the tool ends")
}

/// What the tool prints when all is well.
fn printed(arguments: &[&str], input: &[u8]) -> String {
    let output = run(arguments, input);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?} failed: {errors}");
    assert_eq!(errors, "", "{arguments:?} complains");
    String::from_utf8(output.stdout).expect("what is printed is UTF-8")
}

/// The tool fails with exit code 1, prints nothing, and says that sentence.
#[track_caller]
fn check_refused(arguments: &[&str], input: &[u8], sentence: &str) {
    let output = run(arguments, input);
    assert_eq!(
        output.status.code(),
        Some(1),
        "the exit code of {arguments:?}"
    );
    assert_eq!(output.stdout, b"", "what {arguments:?} prints");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        errors.contains(sentence),
        "{arguments:?} says «{errors}», not «{sentence}»"
    );
}

fn temporary(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn help_lists_the_tasks() {
    let help = printed(&["--help"], b"");
    for task in ["render", "inspect"] {
        assert!(help.contains(task), "the help does not name {task}: {help}");
    }
}

#[test]
fn a_fragment_is_the_tag_with_its_article() {
    let fragment = printed(
        &[
            "render",
            TELEGRAM,
            "--fragment",
            "--heading-level",
            "3",
            "--src",
            "a/b.txt",
        ],
        b"",
    );
    assert!(
        fragment.starts_with("<reading-room src=\"a/b.txt\" heading-level=\"3\"><template "),
        "the fragment begins otherwise: {}",
        &fragment[..100]
    );
    assert!(fragment.ends_with("</article></reading-room>\n"));
    assert!(fragment.contains("<h3 class=\"rr-title\">"));
    assert!(!fragment.contains("<style"));
}

#[test]
fn a_page_can_name_the_script_that_brings_the_controls() {
    let page = printed(
        &[
            "render",
            TELEGRAM,
            "--script",
            "x/reading-room.js",
            "--src",
            "t.txt",
        ],
        b"",
    );
    assert!(page.contains("<script type=\"module\" src=\"x/reading-room.js\"></script>"));
    assert!(page.contains("<reading-room src=\"t.txt\" heading-level=\"1\">"));
    let page = printed(&["render", TELEGRAM], b"");
    assert!(
        !page.contains("<script"),
        "a page that names no script has none"
    );
}

#[test]
fn the_form_and_the_language_can_be_said() {
    let page = printed(
        &["render", "-", "--format", "plain", "--lang", "ru"],
        b"Date: 1962\nTitle: One",
    );
    assert!(
        page.contains("lang=\"ru\" dir=\"auto\"><div class=\"rr-flow\"><div class=\"rr-stanza\"><div class=\"rr-line\">Date: 1962"),
        "{page}"
    );
}

#[test]
fn render_prints_a_complete_page() {
    let page = printed(&["render", TELEGRAM], b"");
    for part in [
        "<!doctype html>",
        "<html lang=\"en\">",
        "<meta charset=\"utf-8\">",
        "<title>Telegram from Soviet Ambassador to the USA A.F. Dobrynin to USSR Foreign Ministry</title>",
        "<main>",
        "<h1 class=\"rr-title\">",
        "role=\"doc-pagebreak\"",
        "</html>",
    ] {
        assert!(page.contains(part), "the page has no {part}");
    }
    assert!(!page.contains("<script"), "the page needs no script");
}

#[test]
fn render_writes_the_same_page_to_a_file() {
    let file = temporary("telegram.html");
    let path = file.to_str().expect("the path is text");
    assert_eq!(printed(&["render", TELEGRAM, "-o", path], b""), "");
    let written = std::fs::read_to_string(&file).expect("the page is there");
    assert_eq!(written, printed(&["render", TELEGRAM], b""));
}

#[test]
fn a_page_that_cannot_be_written_is_an_error() {
    check_refused(
        &["render", TELEGRAM, "-o", "/no/such/folder/page.html"],
        b"",
        "page.html",
    );
}

#[test]
fn inspect_prints_the_record_for_a_person() {
    let summary = printed(&["inspect", TELEGRAM], b"");
    for line in [
        "  date              1962-11-14 (November 14, 1962)",
        "  from              A.F. Dobrynin (Soviet Ambassador to the USA)",
        "  to                USSR Foreign Ministry",
        "  translator        John Henriksen",
        "  archive           AVP RF",
    ] {
        assert!(
            summary.lines().any(|is| is == line),
            "no line «{line}» in:\n{summary}"
        );
    }
}

#[test]
fn inspect_prints_everything_as_json() {
    let json: Value =
        serde_json::from_str(&printed(&["inspect", "--json", TELEGRAM], b"")).expect("JSON");
    let record = &json["record"];
    let provenance: Vec<&str> = record["provenance"]
        .as_array()
        .expect("provenance is a list")
        .iter()
        .filter_map(|step| step["agent"].as_str())
        .collect();
    let chain = [
        "AVP RF",
        "NHK",
        "CWIHP",
        "National Security Archive",
        "John Henriksen",
    ];
    assert_eq!(provenance, chain);
    for (is, expected) in [
        (&json["version"], Value::from(1)),
        (&json["format"], Value::from("record")),
        (&record["date"], Value::from("1962-11-14")),
        (&record["kind"], Value::from("telegram")),
        (&record["creators"][0]["name"], Value::from("A.F. Dobrynin")),
        (
            &record["recipients"][0]["name"],
            Value::from("USSR Foreign Ministry"),
        ),
        (
            &record["translators"][0]["name"],
            Value::from("John Henriksen"),
        ),
        (&record["originalLanguages"], Value::from(vec!["ru"])),
        (&record["repository"], Value::from("AVP RF")),
        (
            &record["url"],
            Value::from("https://digitalarchive.umd.edu/document/110443"),
        ),
        (&record["rights"], Value::Null),
        (&record["identifiers"], Value::Array(Vec::new())),
        (&record["fields"], Value::Array(Vec::new())),
        (&json["texts"][0]["role"], Value::from("translation")),
        (&json["texts"][0]["language"], Value::from("en")),
        (&json["texts"][0]["direction"], Value::from("ltr")),
        (&json["texts"][0]["notes"][0]["kind"], Value::from("source")),
    ] {
        assert_eq!(*is, expected);
    }
    assert!(
        json["diagnostics"]
            .as_array()
            .is_some_and(|list| !list.is_empty())
    );
}

#[test]
fn standard_input_is_a_document_too() {
    let summary = printed(
        &["inspect", "-"],
        b"Title: A telegram\nDate: 1962\n\nContents:\n\nHe said no.",
    );
    assert!(summary.contains("A telegram"), "{summary}");
}

#[test]
fn an_encoding_can_be_named() {
    let koi8 = b"\xF0\xD2\xC9\xD7\xC5\xD4";
    let page = printed(&["render", "-", "--charset", "koi8-r"], koi8);
    assert!(page.contains("Привет"), "{page}");
}

#[test]
fn what_cannot_be_opened_is_refused_with_a_sentence() {
    check_refused(&["inspect", "no-such-file.txt"], b"", "no-such-file.txt: ");
    check_refused(&["inspect", "-"], b"", "the file has no words in it");
    check_refused(
        &["render", "-"],
        b"\x89PNG\r\n\x1a\n",
        "the file is a PNG image, not a text",
    );
    check_refused(
        &["inspect", "--json", "-"],
        b"%PDF-1.7",
        "the file is a PDF file, not a text",
    );
}
