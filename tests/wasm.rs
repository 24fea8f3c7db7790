//! The wall, in wasm: what JavaScript gets from the same core.
#![cfg(target_arch = "wasm32")]

use reading_room::wasm::{Reader, Reading};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const TELEGRAM: &[u8] = include_bytes!("../www/documents/telegram.txt");

/// A reader, of which the page says the encoding or the form.
fn reader(charset: Option<&str>, format: Option<&str>) -> Reader {
    let [charset, format] = [charset, format].map(|word| word.unwrap_or_default().to_owned());
    let nothing = String::new;
    Reader::new(charset, format, nothing(), 2, nothing(), nothing())
}

/// Reads bytes in slices of that length.
fn read(bytes: &[u8], slice: usize, charset: Option<&str>) -> Result<Reading, JsValue> {
    let mut reader = reader(charset, None);
    for slice in bytes.chunks(slice) {
        let said = reader.feed(slice);
        if !said.is_empty() {
            return Err(said.into());
        }
    }
    reader.finish()
}

/// A value as JavaScript has it, back in Rust.
fn value(value: JsValue) -> Value {
    serde_wasm_bindgen::from_value(value).expect("a plain value")
}

fn inspected(bytes: &[u8], charset: Option<&str>) -> Value {
    value(
        read(bytes, bytes.len(), charset)
            .expect("it opens")
            .inspect(),
    )
}

#[wasm_bindgen_test]
fn the_telegram_is_understood_as_it_is_natively() {
    let json = inspected(TELEGRAM, None);
    for (pointer, expected) in [
        ("/version", Value::from(1)),
        ("/format", Value::from("record")),
        ("/record/date", Value::from("1962-11-14")),
        ("/record/kind", Value::from("telegram")),
        ("/record/creators/0/name", Value::from("A.F. Dobrynin")),
        (
            "/record/creators/0/role",
            Value::from("Soviet Ambassador to the USA"),
        ),
        ("/record/provenance/1/ofCopy", Value::from(true)),
        ("/record/rights", Value::Null),
        ("/texts/0/language", Value::from("en")),
    ] {
        assert_eq!(json.pointer(pointer), Some(&expected), "{pointer}");
    }
}

#[wasm_bindgen_test]
fn the_page_says_which_form_it_is_where_it_knows_better() {
    for (format, expected) in [("plain", "plain"), ("Record", "record"), ("auto", "record")] {
        let mut reader = reader(None, Some(format));
        assert_eq!(reader.feed(TELEGRAM), "", "it is text");
        let json = value(reader.finish().expect("it opens").inspect());
        assert_eq!(json["format"], expected, "{format}");
    }
}

#[wasm_bindgen_test]
fn slices_make_no_difference() {
    let whole = inspected(TELEGRAM, None);
    for slice in [1, 7, 1000] {
        let reading = read(TELEGRAM, slice, None).expect("it opens");
        assert!(value(reading.inspect()) == whole, "slices of {slice} bytes");
    }
}

#[wasm_bindgen_test]
fn positions_are_utf16_units() {
    let json = inspected("Привет, 𝄞!\n\nA. DOBRYNIN".as_bytes(), None);
    let nodes = &json["texts"][0]["nodes"];
    assert_eq!(nodes[0]["span"], Value::from(vec![0, 11]));
    assert_eq!(nodes[1]["kind"], "closer");
    assert_eq!(nodes[1]["span"], Value::from(vec![12, 23]));
}

#[wasm_bindgen_test]
fn older_encodings_are_read_by_the_platform() {
    // «Привет, Москва» in windows-1251 and in KOI8-R.
    let windows = b"\xCF\xF0\xE8\xE2\xE5\xF2, \xCC\xEE\xF1\xEA\xE2\xE0";
    let koi8 = b"\xF0\xD2\xC9\xD7\xC5\xD4, \xED\xCF\xD3\xCB\xD7\xC1";
    let content = |bytes, charset| inspected(bytes, charset)["texts"][0]["content"].clone();
    assert_eq!(content(windows, None), "Привет, Москва");
    assert_eq!(content(koi8, None), "Привет, Москва");
    // «灯台の番人は» in Shift_JIS, and in UTF-16 without a mark.
    let japanese = b"\x93\x94\x91\xE4\x82\xCC\x94\xD4\x90\x6C\x82\xCD";
    assert_eq!(content(japanese, None), "灯台の番人は");
    let wide = b"\x1F\x04\x40\x04\x38\x04\x20\x00\x3C\x04\x3E\x04\x40\x04\x35\x04";
    assert_eq!(content(wide, None), "При море");
    assert_eq!(content(windows, Some("windows-1251")), "Привет, Москва");
    assert_eq!(content(koi8, Some("koi8-r")), "Привет, Москва");
}

#[wasm_bindgen_test]
fn a_language_is_detected_as_it_is_natively() {
    for (bytes, language) in [
        (&include_bytes!("texts/de.txt")[..], "de"),
        (include_bytes!("texts/uk.txt"), "uk"),
        (include_bytes!("texts/ja.txt"), "ja"),
        (include_bytes!("texts/el.txt"), "el"),
    ] {
        let text = inspected(bytes, None)["texts"][0].clone();
        assert_eq!(text["language"], language);
        assert_eq!(text["languageDetected"], true);
    }
}

#[wasm_bindgen_test]
fn what_cannot_be_opened_has_a_code_and_a_sentence() {
    for (bytes, code, message) in [
        (&b" \n"[..], "empty", "the file has no words in it"),
        (
            b"%PDF-1.7",
            "not-text",
            "the file is a PDF file, not a text",
        ),
    ] {
        let error = read(bytes, 4, None).expect_err("it is refused");
        // What is told while bytes come is a string; what is told in the end, by a core for programs, is thrown.
        let told = match error.dyn_into::<js_sys::Error>() {
            Ok(error) => format!("{}\n{}", error.name(), error.message()),
            Err(said) => said.as_string().expect("it is a string"),
        };
        assert_eq!(told, format!("{code}\n{message}"));
    }
}

#[wasm_bindgen_test]
fn the_article_is_the_one_that_is_written_natively() {
    let source = include_bytes!("corpus/record/notes_001_numbered.txt");
    let reading = read(source, source.len(), None).expect("it opens");
    let article = reading.html(2, "notes_001_numbered".to_owned(), None);
    assert_eq!(
        article.trim_end(),
        include_str!("corpus/record/notes_001_numbered.html").trim_end()
    );
}
