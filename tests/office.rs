//! What holds for every document of Word and OpenDocument: our own, and generated ones; and what stops hostile ones.
//!
//! The parts are read a second time here, by roxmltree, and compared with the document letter by letter.

#[path = "support/files.rs"]
mod files;
#[path = "support/packed.rs"]
mod packed;

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use reading_room::export::{Positions, inspect, summary};
use reading_room::{
    Code, Format, Hint, NodeKind, OpenError, Opened, Parser, Property, open, render,
};
use roxmltree::Node;
use zip::ZipArchive;

use packed::{packed, zipped};

/// Our own documents, with their names.
fn documents() -> Vec<(String, Vec<u8>)> {
    let mut documents = Vec::new();
    for folder in [
        "tests/corpus/word",
        "tests/corpus/opendocument",
        "www/documents",
    ] {
        for file in files::all_in(Path::new(folder)) {
            let bytes = fs::read(&file).unwrap();
            let bytes = match file.extension().and_then(|ending| ending.to_str()) {
                Some("parts") => packed(std::str::from_utf8(&bytes).unwrap()),
                Some("docx" | "odt") => bytes,
                _ => continue,
            };
            documents.push((file.display().to_string(), bytes));
        }
    }
    assert!(documents.len() > 15);
    documents
}

fn opened(bytes: &[u8]) -> Result<Opened, OpenError> {
    open(bytes, &Hint::default())
}

/// Everything that can be done with a document, done.
fn use_everywhere(opened: &Opened) {
    let options = render::Options::default();
    render::page(&opened.document, &options, &render::Around::default());
    serde_json::to_string(&inspect(opened, Positions::Utf16)).unwrap();
    summary(opened);
}

// Nothing is lost, and nothing is invented.

/// A part, as it is packed.
fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut words = String::new();
    archive
        .by_name(name)
        .ok()?
        .read_to_string(&mut words)
        .ok()?;
    Some(words)
}

/// The attribute `val` of an element.
fn value<'t>(node: Node<'t, '_>) -> &'t str {
    let attribute = node.attributes().find(|one| one.name() == "val");
    attribute.map_or("", |attribute| attribute.value())
}

/// The letters of the texts that stand in a part of Word, deleted ones too.
fn letters_of_word(node: Node, letters: &mut String) {
    match node.tag_name().name() {
        "t" | "delText" => letters.push_str(node.text().unwrap_or_default()),
        // The same once more, for programs that do not know the first.
        "Fallback" => {}
        "sym" => letters.push('?'),
        // Signs of formulas, and what was chosen in a form.
        "chr" | "begChr" | "endChr" => letters.push_str(value(node)),
        "rad" => {
            letters.push('√');
            node.children()
                .for_each(|child| letters_of_word(child, letters));
        }
        "checkBox" => letters.push(if node.children().count() > 1 {
            '☒'
        } else {
            '☐'
        }),
        "ddList" => {
            let entries = |node: &Node| node.tag_name().name() == "listEntry";
            let chosen: usize = value(node.first_child().unwrap()).parse().unwrap();
            letters.push_str(value(node.children().filter(entries).nth(chosen).unwrap()));
        }
        _ => node
            .children()
            .for_each(|child| letters_of_word(child, letters)),
    }
}

/// The letters of the texts that stand in a part of OpenDocument.
fn letters_of_opendocument(node: Node, letters: &mut String) {
    match node.tag_name().name() {
        "change-info" | "note-citation" | "title" | "desc" | "creator" => {}
        "date"
            if node
                .parent()
                .is_some_and(|parent| parent.tag_name().name() == "annotation") => {}
        _ if node.is_text() => letters.push_str(node.text().unwrap_or_default()),
        _ => node
            .children()
            .for_each(|child| letters_of_opendocument(child, letters)),
    }
}

/// All letters of the source, in order.
fn source_letters(bytes: &[u8], format: Format) -> Option<String> {
    let (parts, gather): (&[&str], fn(Node, &mut String)) = match format {
        Format::Word => (
            &["document", "footnotes", "endnotes", "comments"],
            letters_of_word,
        ),
        _ => (&["content"], letters_of_opendocument),
    };
    let mut letters = String::new();
    for name in parts {
        let path = match format {
            Format::Word => format!("word/{name}.xml"),
            _ => format!("{name}.xml"),
        };
        if let Some(words) = part(bytes, &path) {
            let tree = roxmltree::Document::parse(&words).ok()?;
            gather(tree.root_element(), &mut letters);
        }
    }
    Some(sorted(&letters))
}

/// The letters of a document: of its text, of the signs of its notes, and of what is named as left out.
fn shown_letters(opened: &Opened) -> String {
    let text = &opened.document.texts[0];
    let mut letters = text.as_str().to_owned();
    for (_, flow, note) in text.notes() {
        match &note.label {
            Some(label) if label.starts_with('*') && opened.format == Format::Word => {
                letters += label
            }
            // Who wrote it, and when, is no text.
            None => {
                let words = text.words(flow);
                let signature = words.split('\n').next().unwrap();
                letters = letters.replacen(signature, "", 1);
            }
            _ => {}
        }
    }
    // Numbers that programs compute stand in no part: before a paragraph that has one, which is labelled with it.
    for node in text.nodes() {
        if let Some(number) = text.property(node, Property::Label)
            && node.kind != NodeKind::Item
        {
            assert!(text.as_str()[node.span.start as usize..].starts_with(number));
            letters = letters.replacen(number, "", 1);
        }
    }
    for diagnostic in &opened.diagnostics {
        let message = &diagnostic.message;
        let is_of_text = diagnostic.code == Code::LeftOut
            && !message.starts_with("the head")
            && !message.starts_with("the foot")
            && !message.starts_with("what is drawn");
        if is_of_text {
            let (_, words) = message.split_once('«').unwrap();
            letters += words.trim_end_matches('»');
        }
    }
    // What a sign is drawn as, and hyphens that are elements.
    let letters: String = letters
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{2011}'))
        .map(|c| {
            if matches!(c, 'α' | 'β' | '✓') {
                '?'
            } else {
                c
            }
        })
        .collect();
    sorted(&letters)
}

fn sorted(words: &str) -> String {
    let mut letters: Vec<char> = words
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == '\u{f062}' { '?' } else { c })
        .collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn every_word_of_our_own_documents_is_in_them_once() {
    let mut count = 0;
    for (name, bytes) in documents() {
        let Ok(opened) = opened(&bytes) else { continue };
        let Some(letters) = source_letters(&bytes, opened.format) else {
            continue;
        };
        assert_eq!(shown_letters(&opened), letters, "{name}");
        count += 1;
    }
    println!("{count} documents.");
    assert!(count > 10);
}

// Generated documents.

/// Words, in any script, and what XML has to write otherwise.
fn words() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9 .,&<>\"'äßЖя東ا]{0,12}"
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

/// A run of Word, dressed in some way.
fn run() -> impl Strategy<Value = String> {
    let looks = prop::sample::select(vec![
        "",
        "<w:rPr><w:b/></w:rPr>",
        "<w:rPr><w:i/><w:rtl/></w:rPr>",
        "<w:rPr><w:lang w:val=\"ru-RU\"/></w:rPr>",
        "<w:rPr><w:rStyle w:val=\"S\"/></w:rPr>",
    ]);
    let behind = prop::sample::select(vec![
        "",
        "<w:tab/>",
        "<w:br/>",
        "<w:br w:type=\"page\"/>",
        "<w:footnoteReference w:id=\"1\"/>",
        "<w:footnoteReference w:id=\"2\"/>",
        "<w:fldChar w:fldCharType=\"separate\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>",
    ]);
    (looks, words(), behind).prop_map(|(look, words, behind)| {
        let words = escaped(&words);
        format!("<w:r>{look}<w:t xml:space=\"preserve\">{words}</w:t>{behind}</w:r>")
    })
}

/// What stands in a paragraph.
fn line() -> impl Strategy<Value = String> {
    let around = prop::sample::select(vec![
        ("", ""),
        ("<w:ins>", "</w:ins>"),
        ("<w:hyperlink w:anchor=\"x\">", "</w:hyperlink>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:smartTag><w:smartTag>", "</w:smartTag></w:smartTag>"),
        (
            "<mc:AlternateContent><mc:Choice>",
            "</mc:Choice></mc:AlternateContent>",
        ),
    ]);
    vec((around, run()), 0..5).prop_map(|runs| {
        let around = |((start, end), run): ((&str, &str), String)| format!("{start}{run}{end}");
        runs.into_iter().map(around).collect()
    })
}

fn paragraph() -> impl Strategy<Value = String> {
    let properties = prop::sample::select(vec![
        "",
        "<w:pPr><w:pStyle w:val=\"H\"/></w:pPr>",
        "<w:pPr><w:pStyle w:val=\"Q\"/></w:pPr>",
        "<w:pPr><w:outlineLvl w:val=\"3\"/></w:pPr>",
        "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        "<w:pPr><w:numPr><w:ilvl w:val=\"4\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>",
        "<w:pPr><w:bidi/><w:jc w:val=\"center\"/><w:sectPr/></w:pPr>",
    ]);
    (properties, line()).prop_map(|(said, line)| format!("<w:p>{said}{line}</w:p>"))
}

/// Blocks, in tables, boxes and controls.
fn blocks() -> impl Strategy<Value = String> {
    let leaf = paragraph().boxed();
    leaf.prop_recursive(4, 24, 4, |inner| {
        let merge = prop::sample::select(vec![
            "",
            "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>",
            "<w:tcPr><w:vMerge/></w:tcPr>",
            "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>",
        ]);
        let cell = (merge, inner.clone())
            .prop_map(|(merge, blocks)| format!("<w:tc>{merge}{blocks}</w:tc>"));
        let row = vec(cell, 0..3).prop_map(|cells| format!("<w:tr>{}</w:tr>", cells.concat()));
        prop_oneof![
            vec(row, 0..3).prop_map(|rows| format!("<w:tbl>{}</w:tbl>", rows.concat())),
            vec(inner.clone(), 0..3).prop_map(|blocks| blocks.concat()),
            inner.clone().prop_map(|blocks| format!(
                "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{blocks}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
            )),
            inner.prop_map(|blocks| format!("<w:sdt><w:sdtContent>{blocks}</w:sdtContent></w:sdt>")),
        ]
    })
}

fn word_parts() -> impl Strategy<Value = String> {
    (vec(blocks(), 0..5), blocks(), blocks()).prop_map(|(body, one, two)| {
        format!(
            "word\n--- document\n{}\n--- styles\n\
             <w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>\
             <w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:name w:val=\"Quote\"/><w:basedOn w:val=\"Q\"/></w:style>\
             <w:style w:type=\"character\" w:styleId=\"S\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>\n\
             --- numbering\n\
             <w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\n\
             --- footnotes\n<w:footnote w:id=\"1\">{one}</w:footnote><w:footnote w:id=\"2\">{two}</w:footnote>\n",
            body.concat()
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_word_of_a_generated_document_is_in_it_once(parts in word_parts()) {
        let bytes = packed(&parts);
        let letters = source_letters(&bytes, Format::Word).unwrap();
        match opened(&bytes) {
            Ok(opened) => {
                prop_assert_eq!(shown_letters(&opened), letters);
                use_everywhere(&opened);
            }
            Err(error) => {
                prop_assert_eq!(error, OpenError::Empty);
                prop_assert_eq!(letters, "");
            }
        }
    }

    #[test]
    fn a_damaged_part_opens_all_the_same(parts in word_parts(), at in 0..4000_usize, with in "[<>/&\"a ]{0,3}") {
        let mut parts = parts;
        let from = parts.find("--- document").unwrap() + 13;
        let at = parts.floor_char_boundary(from + at % (parts.len() - from));
        let end = parts.ceil_char_boundary((at + 2).min(parts.len()));
        if !parts[at..end].contains(['\n', '-']) {
            parts.replace_range(at..end, &with);
        }
        if let Ok(opened) = opened(&packed(&parts)) {
            use_everywhere(&opened);
        }
    }

    #[test]
    fn a_damaged_file_opens_or_says_what_is_wrong(which in 0..40_usize, places in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let documents = documents();
        let (_, mut bytes) = documents[which % documents.len()].clone();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(opened) = opened(&bytes) {
            use_everywhere(&opened);
        }
    }
}

// However they come.

#[test]
fn the_same_bytes_give_the_same_document_in_any_slices() {
    for (name, bytes) in documents() {
        let whole = opened(&bytes);
        for length in [1, 7, 4096] {
            let mut parser = Parser::new(&Hint::default());
            for slice in bytes.chunks(length) {
                parser.feed(slice).unwrap();
            }
            assert_eq!(parser.finish(), whole, "{name}, in slices of {length}");
        }
    }
}

#[test]
fn what_the_page_says_does_not_make_a_text_of_a_package_or_the_other_way() {
    let (_, bytes) = documents().remove(0);
    let format = |name| Hint {
        format: Format::from_name(name),
        ..Hint::default()
    };
    for name in ["plain", "record", "tei", "opendocument"] {
        assert_eq!(open(&bytes, &format(name)), opened(&bytes));
    }
    for name in ["word", "opendocument"] {
        let opened = open(b"Dear Sir, he said no.", &format(name)).unwrap();
        assert_eq!(opened.format, Format::Plain);
    }
}

// What is hostile.

#[test]
fn a_document_cut_off_anywhere_says_so() {
    for (name, bytes) in documents() {
        let step = (bytes.len() / 150).max(1);
        for end in (0..bytes.len()).step_by(step) {
            match opened(&bytes[..end]) {
                Ok(opened) => assert!(end < 4, "{name}, after {end} bytes: {:?}", opened.format),
                Err(OpenError::CannotUnpack(_) | OpenError::NotText(_)) => {}
                Err(OpenError::Empty) => assert!(end < 4),
                Err(error) => panic!("{name}, after {end} bytes: {error}"),
            }
        }
    }
}

fn word(document: &str) -> Vec<u8> {
    packed(&format!("word\n--- document\n{document}\n"))
}

fn paragraphs(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn more_than_is_opened_is_not_unpacked() {
    // A part that is all alike, of more bytes than a part may have, and of fewer.
    for size in [100 << 20, 20 << 20] {
        let bomb = word(&" ".repeat(size));
        assert!(bomb.len() < 400_000);
        assert_eq!(opened(&bomb), Err(OpenError::PackedTooLarge));
    }
    // Many parts.
    let parts: Vec<_> = (0..10_001)
        .map(|at| (format!("{at}.txt"), String::new()))
        .collect();
    assert_eq!(opened(&zipped(&parts)), Err(OpenError::PackedTooLarge));
    // What is never read may be of any size.
    let whole = format!(
        "word\n--- document\n{}\n--- word/media/image1.emf\n{}\n",
        paragraphs("one"),
        "a".repeat(80 << 20)
    );
    assert!(opened(&packed(&whole)).is_ok());
}

#[test]
fn a_size_that_is_not_true_is_not_believed() {
    let mut bytes = word(&paragraphs("He said no."));
    let directory = bytes
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap();
    bytes[directory + 24..directory + 28].copy_from_slice(&(200_u32 << 20).to_le_bytes());
    assert_eq!(opened(&bytes), Err(OpenError::PackedTooLarge));
    bytes[directory + 24..directory + 28].copy_from_slice(&[0xFF; 4]);
    assert!(matches!(opened(&bytes), Err(OpenError::CannotUnpack(_))));
}

#[test]
fn what_is_locked_or_packed_in_another_way_says_so() {
    let whole = word(&paragraphs("He said no."));
    let directory = whole
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap();
    for (at, value, why) in [(8, 1, "password"), (10, 99, "way"), (10, 12, "way")] {
        let mut bytes = whole.clone();
        bytes[directory + at] = value;
        bytes[if at == 8 { 6 } else { 8 }] = value;
        let error = opened(&bytes).unwrap_err();
        assert_eq!(error.code(), "cannot-unpack");
        assert!(error.message().contains(why), "{error}");
    }
}

#[test]
fn odd_names_of_parts_are_names_and_no_places() {
    let links = part(&word(""), "_rels/.rels").unwrap();
    let document = part(&word(&paragraphs("He said no.")), "word/document.xml").unwrap();
    for name in [
        "word\\document.xml",
        "/word/document.xml",
        "Word/Document.xml",
    ] {
        let parts = [
            ("../../../etc/passwd".to_owned(), "root".to_owned()),
            ("_rels/.rels".to_owned(), links.clone()),
            (name.to_owned(), document.clone()),
        ];
        let opened = opened(&zipped(&parts)).unwrap();
        assert_eq!(opened.document.texts[0].as_str(), "He said no.", "{name}");
    }
}

#[test]
fn elements_in_each_other_without_end_lose_no_word() {
    let table = |depth: usize| {
        let start = "<w:tbl><w:tr><w:tc>".repeat(depth);
        let end = "</w:tc></w:tr></w:tbl>".repeat(depth);
        word(&format!(
            "{start}{}{end}{}",
            paragraphs("within"),
            paragraphs("behind")
        ))
    };
    for depth in [10, 200, 10_000] {
        let opened = opened(&table(depth)).unwrap();
        assert_eq!(
            opened.document.texts[0].as_str(),
            "within\nbehind",
            "{depth}"
        );
        use_everywhere(&opened);
    }
    let spans = "<text:span>".repeat(10_000);
    let whole = format!(
        "opendocument\n--- content\n<text:p>{spans}within{}</text:p>\n",
        "</text:span>".repeat(10_000)
    );
    assert_eq!(
        opened(&packed(&whole)).unwrap().document.texts[0].as_str(),
        "within"
    );
}

#[test]
fn notes_in_each_other_without_end_lose_no_word() {
    let notes: String = (0..2000)
        .map(|at| {
            let next = at + 1;
            format!("<w:footnote w:id=\"{at}\"><w:p><w:r><w:t>n{at}.</w:t><w:footnoteReference w:id=\"{next}\"/></w:r></w:p></w:footnote>")
        })
        .collect();
    let whole = format!(
        "word\n--- document\n<w:p><w:r><w:t>He</w:t><w:footnoteReference w:id=\"0\"/></w:r></w:p>\n--- footnotes\n{notes}\n"
    );
    let bytes = packed(&whole);
    let opened = opened(&bytes).unwrap();
    assert_eq!(
        shown_letters(&opened),
        source_letters(&bytes, Format::Word).unwrap()
    );
}

#[test]
fn entities_of_a_part_are_limited() {
    let entities: String = (1..30)
        .map(|at| {
            format!(
                "<!ENTITY e{at} \"{}\">",
                format!("&e{};", at - 1).repeat(10)
            )
        })
        .collect();
    let bomb = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE w:document [<!ENTITY e0 \"ha\">{entities}]>\
         <w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>a &e29; b</w:t></w:r></w:p></w:body></w:document>"
    );
    let parts = [
        (
            "_rels/.rels".to_owned(),
            part(&word(""), "_rels/.rels").unwrap(),
        ),
        ("word/document.xml".to_owned(), bomb),
    ];
    let opened = opened(&zipped(&parts)).unwrap();
    assert!(opened.document.texts[0].as_str().len() < 1 << 20);
    assert!(
        opened
            .diagnostics
            .iter()
            .any(|one| one.code == Code::IllFormed)
    );
}

#[test]
fn of_two_parts_of_one_name_one_is_read() {
    let mut bytes = zipped(&[
        (
            "_rels/.rels".to_owned(),
            part(&word(""), "_rels/.rels").unwrap(),
        ),
        (
            "word/document.xml".to_owned(),
            part(&word(&paragraphs("one")), "word/document.xml").unwrap(),
        ),
        (
            "word/document.xmm".to_owned(),
            part(&word(&paragraphs("two")), "word/document.xml").unwrap(),
        ),
    ]);
    let at: Vec<usize> = (0..bytes.len() - 3)
        .filter(|at| &bytes[*at..at + 4] == b".xmm")
        .collect();
    for at in at {
        bytes[at + 3] = b'l';
    }
    assert_eq!(opened(&bytes).unwrap().document.texts[0].as_str(), "two");
}

#[test]
fn the_limits_of_the_browser_are_those_of_the_core() {
    let core = fs::read_to_string("src/limits.rs").unwrap();
    let page = fs::read_to_string("pkg/src/zip.js").unwrap();
    let (_, limits) = page.split_once("const LIMITS = {").unwrap();
    let (limits, _) = limits.split_once('}').unwrap();
    for (name, constant) in [
        ("parts", "PACKED_PARTS: usize"),
        ("part", "PACKED_PART: u64"),
        ("all", "PACKED_ALL: u64"),
        ("ratio", "PACKED_RATIO: u64"),
        ("unasked", "PACKED_UNASKED: u64"),
    ] {
        let here = limits
            .split(',')
            .find_map(|limit| limit.trim().strip_prefix(&format!("{name}: ")));
        let (_, there) = core.split_once(&format!("const {constant} = ")).unwrap();
        let there = there.split(';').next();
        assert_eq!(here.map(str::trim), there, "{name}");
    }
    // And so are the parts that are read.
    let code = fs::read_to_string("src/format/office/parts.rs").unwrap();
    let (_, names) = code.split_once("const READ: &str = \"").unwrap();
    let (names, _) = names.split_once('"').unwrap();
    let names = names.replace("\\\n", "").replace(' ', "");
    let names = names.replace('[', "\\[").replace(']', "\\]");
    assert!(page.contains(&format!("({names})\\d*\\.xml$/i")), "{names}");
}

#[test]
fn parts_are_found_by_their_usual_names_where_nothing_says_where_they_are() {
    let whole = "word\n--- document\n\
                 <w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>He</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>\n\
                 --- styles\n<w:style w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>\n\
                 --- footnotes\n<w:footnote w:id=\"1\"><w:p><w:r><w:t>said no.</w:t></w:r></w:p></w:footnote>\n\
                 --- core\n<dc:title>A telegram</dc:title>\n";
    let bytes = packed(whole);
    let named = [
        "word/document.xml",
        "word/styles.xml",
        "word/footnotes.xml",
        "docProps/core.xml",
    ];
    let parts = named.map(|name| (name.to_owned(), part(&bytes, name).unwrap()));
    assert_eq!(opened(&zipped(&parts)), opened(&bytes));
    assert_eq!(
        opened(&bytes).unwrap().document.texts[0].as_str(),
        "He\nsaid no."
    );
}
