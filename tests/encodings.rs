//! The encoding of bytes that declare none: over texts of our own, all of which must be read right, and over the files of
//! the shared corpus, whose names say their encoding. What is found there stands in `tests/encodings.txt`, which must be
//! true to the letter: `BLESS=1 cargo test --test encodings` writes it.

#[path = "support/files.rs"]
mod files;
#[path = "support/ledger.rs"]
mod ledger;

use std::fs;
use std::path::Path;

use encoding_rs::Encoding;
use reading_room::{Code, Format, Hint, Opened, open};

/// The texts in `tests/texts`, by their languages, and the encodings that they were kept in.
const KEPT_IN: &[(&str, &str)] = &[
    ("en", "windows-1252 macintosh"),
    ("de fr", "windows-1252 iso-8859-15 macintosh"),
    ("es pt it nl sv da no fi", "windows-1252 iso-8859-15"),
    ("pl cs sk hu ro sl hr", "windows-1250 iso-8859-2"),
    ("et lv lt", "windows-1257 iso-8859-13"),
    ("tr", "windows-1254"),
    ("eo", "iso-8859-3"),
    ("ru", "windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic"),
    ("uk be", "windows-1251 koi8-u"),
    ("bg sr", "windows-1251 iso-8859-5"),
    ("el", "windows-1253 iso-8859-7"),
    ("he", "windows-1255 iso-8859-8"),
    ("ar", "windows-1256 iso-8859-6"),
    ("fa", "windows-1256"),
    ("th", "windows-874"),
    ("ja", "shift_jis euc-jp iso-2022-jp"),
    ("zh-Hans", "gb18030 gbk"),
    ("zh-Hant", "big5"),
    ("ko", "euc-kr"),
];

fn text(language: &str) -> String {
    let text = fs::read_to_string(format!("tests/texts/{language}.txt")).unwrap();
    text.trim().to_owned()
}

fn read(bytes: &[u8]) -> Opened {
    let hint = Hint {
        format: Some(Format::Plain),
        ..Hint::default()
    };
    open(bytes, &hint).unwrap()
}

/// The encoding that was guessed.
fn guessed(opened: &Opened) -> Option<&str> {
    let mut guessed = opened.diagnostics.iter();
    let guessed = guessed.find(|diagnostic| diagnostic.code == Code::EncodingGuessed)?;
    guessed.message.rsplit(' ').next()
}

/// The characters of a text, but for the white space between them.
fn characters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn encoding(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(label.as_bytes())
}

/// A text in an encoding, without what that has no bytes for.
fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let holds = |c: &char| !encoding.encode(c.encode_utf8(&mut [0; 4])).2;
    let text: String = text.chars().filter(holds).collect();
    encoding.encode(&text).0.into_owned()
}

fn decoded(bytes: &[u8], label: &str) -> Option<String> {
    let (text, _) = encoding(label)?.decode_without_bom_handling(bytes);
    Some(text.into_owned())
}

#[test]
fn texts_of_many_languages_are_read_in_the_encodings_that_they_were_kept_in() {
    let (mut all, mut wrong) = (0, Vec::new());
    for (languages, labels) in KEPT_IN {
        for (language, label) in languages
            .split(' ')
            .flat_map(|language| labels.split(' ').map(move |label| (language, label)))
        {
            let bytes = encoded(&text(language), encoding(label).unwrap());
            let opened = read(&bytes);
            let expected = characters(&decoded(&bytes, label).unwrap());
            all += 1;
            if characters(opened.document.texts[0].as_str()) != expected {
                wrong.push(format!("{language} in {label}: {:?}", guessed(&opened)));
            }
        }
    }
    println!("{all} texts.");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_few_words_are_enough_where_they_are_of_another_script() {
    for (words, label) in [
        ("Привет, Москва", "windows-1251"),
        ("Привет, Москва", "koi8-r"),
        ("ПРОТОКОЛ ЗАСЕДАНИЯ", "windows-1251"),
        ("Протокол заседания", "iso-8859-5"),
        ("Telegram from Громыко to Добрынин", "windows-1251"),
        ("The café on the quay", "windows-1252"),
    ] {
        let bytes = encoded(words, encoding(label).unwrap());
        let opened = read(&bytes);
        let found = opened.document.texts[0].as_str();
        assert_eq!(found, words, "{label}: {:?}", guessed(&opened));
    }
}

#[test]
fn slices_make_no_difference() {
    for (languages, labels) in KEPT_IN {
        let language = languages.split(' ').next().unwrap();
        for label in labels.split(' ') {
            let bytes = encoded(&text(language), encoding(label).unwrap());
            let whole = read(&bytes);
            for length in [1, 2, 3, 7, 100] {
                let mut parser = reading_room::Parser::new(&Hint {
                    format: Some(Format::Plain),
                    ..Hint::default()
                });
                for slice in bytes.chunks(length) {
                    parser.feed(slice).unwrap();
                }
                assert_eq!(
                    parser.finish().unwrap(),
                    whole,
                    "{label}, slices of {length}"
                );
            }
        }
    }
}

#[test]
fn units_of_two_and_four_bytes_are_read_with_a_mark_and_without() {
    let mut languages = 0;
    for file in files::all_in(Path::new("tests/texts")) {
        let text = fs::read_to_string(&file).unwrap();
        languages += 1;
        for mark in ["\u{feff}", ""] {
            let marked = format!("{mark}{text}");
            let two = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
                marked.encode_utf16().flat_map(bytes).collect()
            };
            let four = |bytes: fn(u32) -> [u8; 4]| -> Vec<u8> {
                marked.chars().flat_map(|c| bytes(c.into())).collect()
            };
            for (name, bytes) in [
                ("utf-8", marked.clone().into_bytes()),
                ("utf-16le", two(u16::to_le_bytes)),
                ("utf-16be", two(u16::to_be_bytes)),
                ("utf-32le", four(u32::to_le_bytes)),
                ("utf-32be", four(u32::to_be_bytes)),
            ] {
                let file = file.display();
                println!("{file}, {name}, with the mark {mark:?}");
                let opened = read(&bytes);
                assert_eq!(
                    characters(opened.document.texts[0].as_str()),
                    characters(&text),
                    "{file}, {name}, with the mark {mark:?}"
                );
            }
        }
    }
    println!("{languages} texts.");
}

#[test]
fn a_declaration_counts_where_the_bytes_leave_the_question_open() {
    // A small letter in each of them, and another one in each.
    let bytes = |declaration: &str| [declaration.as_bytes(), b"<p>\xB1\xB1\xB1</p>"].concat();
    let says = |declaration: &str, server: Option<&str>| {
        let hint = Hint {
            charset: server.map(str::to_owned),
            format: Some(Format::Plain),
            ..Hint::default()
        };
        let opened = open(&bytes(declaration), &hint).unwrap();
        let text = opened.document.texts[0].as_str();
        text.chars().rev().find(|c| !c.is_ascii()).unwrap()
    };
    let xml = "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?>";
    assert_eq!(says(xml, None), 'ą');
    assert_eq!(says("<meta charset=\"iso-8859-5\">", None), 'Б');
    assert_eq!(says(xml, Some("iso-8859-5")), 'Б', "the server comes first");
    assert_eq!(
        says(xml, Some("utf-8")),
        'ą',
        "it says what the bytes are not"
    );
    assert_eq!(says("<meta charset=\"no-such\">", Some("iso-8859-7")), '±');
    let far = format!("<!--{}--><meta charset=\"iso-8859-5\">", "-".repeat(1024));
    assert_ne!(says(&far, None), 'Б', "it stands too far behind");
}

#[test]
fn the_files_of_the_corpus_are_read_as_the_ledger_says() {
    let Some(folder) = ledger::corpus("encodings-uchardet") else {
        return;
    };
    let mut lines = Vec::new();
    for file in ledger::texts(&folder) {
        let bytes = fs::read(&file).unwrap();
        let expected = file.file_stem().unwrap().to_str().unwrap();
        let opened = read(&bytes);
        let found = guessed(&opened).unwrap_or("what the bytes say");
        let mut verdict = "wrong";
        if let Some(meant) = decoded(&bytes, expected) {
            let text = opened.document.texts[0].as_str();
            let start: String = characters(&meant).chars().take(60).collect();
            if guessed(&opened).is_some_and(|label| decoded(&bytes, label).unwrap() == meant)
                || (guessed(&opened).is_none() && characters(text).starts_with(&start))
            {
                verdict = "right";
            }
        } else {
            verdict = "the standard has no decoder for it";
        }
        let name = file.strip_prefix(&folder).unwrap().display();
        lines.push(format!("{name} | {found} | {verdict}"));
    }
    ledger::check(
        "tests/encodings.txt",
        "file | read as | verdict; another label is right if it gives the same characters",
        &lines,
    );
}

#[test]
fn it_is_no_worse_than_another_detector() {
    let (mut ours, mut others, mut all) = (0, 0, 0);
    let mut count = |bytes: &[u8], label: &str| {
        let Some(meant) = decoded(bytes, label) else {
            return;
        };
        let opened = read(bytes);
        let Some(found) = guessed(&opened) else {
            return;
        };
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
        detector.feed(bytes, true);
        let other = detector.guess(None, chardetng::Utf8Detection::Deny);
        all += 1;
        ours += usize::from(decoded(bytes, found).unwrap() == meant);
        others += usize::from(other.decode_without_bom_handling(bytes).0 == meant);
    };
    for (languages, labels) in KEPT_IN {
        for language in languages.split(' ') {
            let text = text(language);
            for label in labels.split(' ') {
                let encoding = encoding(label).unwrap();
                count(&encoded(&text, encoding), label);
                let first = text.split(". ").next().unwrap_or(&text);
                count(&encoded(first, encoding), label);
            }
        }
    }
    if let Some(folder) = ledger::corpus("encodings-uchardet") {
        for file in ledger::texts(&folder) {
            count(
                &fs::read(&file).unwrap(),
                file.file_stem().unwrap().to_str().unwrap(),
            );
        }
    }
    println!("Of {all} files this one reads {ours} right, chardetng {others}.");
    assert!(ours >= others, "{ours} of {all}, and {others}");
}
