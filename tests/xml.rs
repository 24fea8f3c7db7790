//! Bad XML: a document and a remark with its place, nothing fetched, nothing lost, and nothing of the source is markup.

#[path = "support/files.rs"]
mod files;
#[path = "support/html.rs"]
mod html;
#[path = "support/payloads.rs"]
mod payloads;
#[path = "support/shapes.rs"]
mod shapes;
#[path = "support/shared.rs"]
mod shared;

use std::fs;
use std::path::PathBuf;

use reading_room::export::{Positions, inspect, summary};
use reading_room::{Code, Document, Format, Hint, OpenError, Opened, open, render};

fn opened(source: &str) -> Opened {
    open(source.as_bytes(), &Hint::default()).unwrap()
}

/// A document whose text is this.
fn around(body: &str) -> String {
    shapes::around(body)
}

fn text(document: &Document) -> String {
    let texts: Vec<&str> = document.texts.iter().map(|text| text.as_str()).collect();
    texts.join("\n")
}

fn page(opened: &Opened) -> html::Tree {
    let options = render::Options::default();
    html::parse(&render::page(
        &opened.document,
        &options,
        &render::Around::default(),
    ))
}

/// Everything that can be done with a document, done; and what comes out is clean.
fn use_everywhere(opened: &Opened) {
    is_clean(&page(opened), &text(&opened.document));
    serde_json::to_string(&inspect(opened, Positions::Utf16)).unwrap();
    summary(opened);
}

/// Nothing is on the page but what a page of ours has, and the texts.
fn is_clean(tree: &html::Tree, text: &str) {
    assert_eq!(tree.text(), text);
    assert!(tree.errors().is_empty(), "{:?}", tree.errors());
    let elements = tree.elements();
    let templates = elements.iter().filter(|it| it.name == "template");
    assert_eq!(templates.count(), 1, "besides the page's own");
    for element in elements {
        let is_ours = ![
            "script", "iframe", "object", "embed", "img", "svg", "math", "form", "input", "link",
            "base",
        ]
        .contains(&&*element.name);
        assert!(is_ours, "an element {}", element.name);
        for (name, value) in &element.attributes {
            let start = value.to_ascii_lowercase();
            let leads_away = ["http://", "https://", "mailto:", "#"];
            let is_safe = match &**name {
                "href" => leads_away.iter().any(|scheme| start.starts_with(scheme)),
                "src" | "style" | "srcdoc" | "action" | "formaction" | "srcset" | "background" => {
                    false
                }
                name => !name.starts_with("on") && !name.starts_with("xml"),
            };
            assert!(
                is_safe,
                "{name}={value} of {}, generated: {}",
                element.name, element.generated
            );
        }
    }
}

// Cut off anywhere.

/// A little of everything.
const RICH: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<!DOCTYPE TEI [<!ENTITY port \"the <hi>port</hi>\"><!ENTITY x SYSTEM \"x.xml\">]>
<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>Die &port; — лампа</title></titleStmt>
<sourceDesc><msDesc><msIdentifier><idno>7</idno></msIdentifier></msDesc></sourceDesc></fileDesc></teiHeader>
<facsimile><surface xml:id='s'><graphic url=\"s.png\"/><zone points=\"1,2 3,4\"/></surface></facsimile>
<text xml:lang=\"de\"><body><div type=\"document\" xml:id=\"d1\"><head>1. &port;<note n=\"1\">Source: <hi rend=\"italic\">灯</hi></note></head>
<!-- a comment --><?an instruction?><p facs=\"#s\">Ein<pb n=\"2\" break=\"no\"/>e <choice><sic>Lmape</sic><corr>Lampe</corr></choice> &amp; &#x2014; \
<![CDATA[<b>]]> <ref target=\"#d1\">hier</ref> &x; &y;</p><lg><l>so</l><l>fern</l></lg>
<table><row><cell cols=\"2\">7</cell></row></table><list type=\"gloss\"><label>a</label><item>b</item></list></div></body></text></TEI>\n";

#[test]
fn a_document_cut_off_at_any_byte_opens() {
    let mut before = String::new();
    for end in 1..=RICH.len() {
        let Ok(opened) = open(&RICH.as_bytes()[..end], &Hint::default()) else {
            panic!("cut off after {end} bytes it is not opened");
        };
        if opened.format == Format::Tei {
            use_everywhere(&opened);
        }
        before.clone_from(&text(&opened.document));
    }
    assert!(before.contains("fern"));
}

#[test]
fn a_document_without_any_of_its_bytes_opens() {
    for at in 0..RICH.len() {
        let mut bytes = RICH.as_bytes().to_vec();
        bytes.remove(at);
        use_everywhere(&open(&bytes, &Hint::default()).unwrap());
    }
}

#[test]
fn a_document_with_any_of_its_marks_doubled_or_broken_opens() {
    for (at, mark) in RICH.match_indices(['<', '>', '&', ';', '"', '/', '=', '!', '[', ']', '-']) {
        for instead in [
            mark.repeat(2),
            "<".to_owned(),
            "\0".to_owned(),
            "é".to_owned(),
        ] {
            let mut source = RICH.to_owned();
            source.replace_range(at..at + 1, &instead);
            use_everywhere(&opened(&source));
        }
    }
}

// Ill-formed.

#[test]
fn what_is_ill_formed_is_said_with_line_and_column() {
    let opened = opened("<TEI>\n  <text><body><p>one\n  & two</q></p></body></text>\n</TEI>");
    let said: Vec<String> = opened
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == Code::IllFormed)
        .map(|diagnostic| diagnostic.message.clone())
        .collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].ends_with("(line 3, column 3)"), "{said:?}");
    assert!(said[1].ends_with("(line 3, column 8)"), "{said:?}");
    assert_eq!(text(&opened.document), "one & two");
}

#[test]
fn words_before_and_after_a_fault_are_kept() {
    for fault in [
        "</q>",
        "<hi>",
        "<",
        "<1>",
        "&",
        "&nothing;",
        "<p n=>",
        "<hi rend=\"a",
        "<!-- ",
        "<![CDATA[",
        "<?",
        "<!",
        "</",
        "]]>",
    ] {
        let opened = opened(&around(&format!("<p>The lamp {fault} is dark.</p>")));
        let text = text(&opened.document);
        assert!(
            text.contains("The lamp") && text.contains("is dark."),
            "{fault}: {text}"
        );
        use_everywhere(&opened);
    }
}

#[test]
fn many_faults_are_counted_and_not_listed() {
    let opened = opened(&around(&"</q> & ".repeat(100_000)));
    assert!(
        opened.diagnostics.len() < 1000,
        "{}",
        opened.diagnostics.len()
    );
    let last = opened
        .diagnostics
        .iter()
        .find(|diagnostic| diagnostic.message.contains("more places"));
    assert!(last.is_some());
}

// Bombs.

#[test]
fn entities_in_entities_end() {
    let laughs: String = (1..12)
        .map(|n| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)))
        .collect();
    let source = format!(
        "<!DOCTYPE TEI [<!ENTITY a0 \"ha\">{laughs}]>{}",
        around("<p>before &a11; behind</p>")
    );
    let opened = opened(&source);
    let text = text(&opened.document);
    assert!(text.starts_with("before ") && text.ends_with(" behind"));
    assert!(text.len() < 1 << 20, "{}", text.len());
    assert!(
        opened
            .diagnostics
            .iter()
            .any(|diagnostic| diagnostic.code == Code::IllFormed)
    );
    use_everywhere(&opened);
}

#[test]
fn one_long_entity_over_and_over_ends() {
    let source = format!(
        "<!DOCTYPE TEI [<!ENTITY a \"{}\">]>{}",
        "ha ".repeat(50_000),
        around(&"<p>&a;</p>".repeat(5_000))
    );
    assert!(text(&opened(&source).document).len() < 4 << 20);
}

#[test]
fn entities_that_hold_themselves_or_markup_end() {
    let source = format!(
        "<!DOCTYPE TEI [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\"><!ENTITY c \"<p>\"><!ENTITY d \"</p></body>\">\
        <!ENTITY e \"<!-- \"><!ENTITY f \"<hi rend='\"><!ENTITY g \"&#38;lt;script&#38;gt;\">]>{}",
        around("<p>&a; &c; &d; &e; &f; &g; the end</p>")
    );
    let opened = opened(&source);
    assert!(text(&opened.document).contains("the end"));
    use_everywhere(&opened);
}

/// Whoever reads this in a document has fetched a file.
const SECRET: &str = "this stands in another file";

#[test]
fn no_other_file_is_read() {
    let folder = std::env::temp_dir().join(format!("reading-room-xml-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("other.xml");
    fs::write(&file, format!("<p>{SECRET}</p>")).unwrap();
    let path = file.display().to_string();
    let source = format!(
        "<!DOCTYPE TEI SYSTEM \"file://{path}\" [<!ENTITY a SYSTEM \"file://{path}\"><!ENTITY b SYSTEM \"{path}\">\
        <!ENTITY % c SYSTEM \"{path}\"> %c;]>{}",
        around(&format!(
            "<p>&a; &b;</p><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"{path}\" parse=\"text\"/>"
        ))
    );
    let opened = opened(&source);
    fs::remove_dir_all(&folder).unwrap();
    let json = serde_json::to_string(&inspect(&opened, Positions::Bytes)).unwrap();
    assert!(!json.contains(SECRET));
    assert!(
        opened
            .diagnostics
            .iter()
            .any(|diagnostic| diagnostic.code == Code::NotFetched)
    );
    use_everywhere(&opened);
}

#[test]
fn known_bombs_and_broken_files_open() {
    let folders = ["xml-bombs-defusedxml", "malformed-derived"];
    let files: Vec<PathBuf> = folders
        .iter()
        .filter_map(|name| shared::folder(name))
        .flat_map(|folder| files::all_in(&folder))
        .collect();
    let is_xml = |file: &&PathBuf| file.extension().is_some_and(|ending| ending == "xml");
    let files: Vec<&PathBuf> = files.iter().filter(is_xml).collect();
    println!("{} files.", files.len());
    for file in files {
        let bytes = fs::read(file).unwrap();
        let opened = open(&bytes, &Hint::default())
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let length = text(&opened.document).len();
        assert!(
            length < bytes.len() + (1 << 20),
            "{}: {length} bytes of text",
            file.display()
        );
        use_everywhere(&opened);
    }
}

#[test]
fn every_shape_is_used_to_its_end() {
    for (_, shape) in shapes::HOSTILE.iter().chain(shapes::DOCUMENTS) {
        use_everywhere(&opened(&shape(32 << 10)));
    }
}

// Markup in the source.

/// Puts it into every place of a document; nothing comes out but what a page of ours has, and words.
fn check_payload(payload: &str) {
    let words = payload.replace('&', "&amp;").replace('<', "&lt;");
    let value = words.replace('"', "&quot;");
    let well_formed = around(&format!(
        "<head xml:id=\"{value}\" n=\"{value}\">{words}</head><p rend=\"{value}\" style=\"{value}\" rendition=\"{value}\" \
        xml:lang=\"{value}\" facs=\"{value}\" onclick=\"{value}\">{words}<note n=\"{value}\" xml:id=\"{value}\" place=\"{value}\">\
        {words}</note><ref target=\"{value}\">{words}</ref><ptr target=\"{value}\"/><graphic url=\"{value}\"/>\
        <pb n=\"{value}\" facs=\"{value}\"/><persName ref=\"{value}\" key=\"{value}\">{words}</persName>\
        <date when=\"{value}\">{words}</date><gap reason=\"{value}\" extent=\"{value}\"/><q who=\"{value}\">{words}</q>\
        <app><lem wit=\"{value}\">{words}</lem><rdg wit=\"{value}\">{words}</rdg></app></p>\
        <table><row><cell cols=\"{value}\" rows=\"{value}\" role=\"{value}\">{words}</cell></row></table>\
        <div type=\"document\" xml:id=\"{value}\" n=\"{value}\"><head>{words}</head></div>\
        <xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"{value}\"/>"
    ));
    let header = format!(
        "<TEI xml:id=\"{value}\"><teiHeader><fileDesc><titleStmt><title ref=\"{value}\">{words}</title><author ref=\"{value}\">{words}\
        </author></titleStmt><publicationStmt><idno type=\"{value}\">{words}</idno><availability><licence target=\"{value}\">{words}\
        </licence></availability></publicationStmt><sourceDesc><bibl><ref target=\"{value}\">{words}</ref></bibl></sourceDesc>\
        </fileDesc></teiHeader><text><body><p>a</p></body></text></TEI>"
    );
    let raw = around(&format!("<p n=\"{payload}\">{payload}</p>"));
    for source in [well_formed, header, raw] {
        // So many control characters that it is no text.
        match open(source.as_bytes(), &Hint::default()) {
            Err(OpenError::NotText(_)) => {}
            opened => use_everywhere(&opened.unwrap()),
        }
    }
}

#[test]
fn markup_in_any_place_is_words() {
    for payload in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</title></style></p><svg/onload=alert(1)>",
        "https://archive.example/\"onmouseover=\"alert(1)",
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "#\" onclick=\"alert(1)",
        "]]><script>alert(1)</script>",
        "--><script>alert(1)</script>",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "expression(alert(1))",
        "url(https://archive.example/x)",
        "\u{202e}\u{2066}lamp",
    ] {
        check_payload(payload);
    }
}

#[test]
fn every_known_payload_is_words() {
    let payloads = payloads::known().unwrap_or_default();
    payloads.iter().for_each(|payload| check_payload(payload));
}

#[test]
fn every_naughty_string_is_words() {
    let Some(folder) = shared::folder("naughty-strings") else {
        return;
    };
    let file = folder.join("blns.json");
    let Ok(bytes) = fs::read(&file) else {
        panic!("{} is not there", file.display());
    };
    let strings: Vec<String> = serde_json::from_slice(&bytes).unwrap();
    println!("{} strings.", strings.len());
    strings.iter().for_each(|string| check_payload(string));
}

/// Attributes of the source that the page does not know do not come to it under any name.
#[test]
fn no_attribute_of_the_source_reaches_the_page() {
    let names = [
        "onclick",
        "onload",
        "style",
        "class",
        "src",
        "srcset",
        "href",
        "action",
        "is",
        "slot",
        "part",
        "popover",
        "tabindex",
        "data-x",
        "autofocus",
    ];
    let attributes: String = names
        .iter()
        .map(|name| format!(" {name}=\"hostile\""))
        .collect();
    let elements = [
        "div", "head", "p", "hi", "ref", "note", "lb", "pb", "graphic", "list", "item", "table",
        "row", "cell", "lg", "l", "sp", "app", "rdg", "glow",
    ];
    let body: String = elements
        .iter()
        .map(|name| format!("<{name}{attributes}>words</{name}>"))
        .collect();
    let opened = opened(&around(&body));
    for element in page(&opened).elements() {
        for (name, value) in &element.attributes {
            assert!(
                !value.contains("hostile"),
                "{name}={value} of {}",
                element.name
            );
        }
    }
    use_everywhere(&opened);
}
