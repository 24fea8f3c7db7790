//! What holds for every source: the larger corpus where it is there, and generated ones.

#[path = "../../../../tests/support/files.rs"]
mod files;
#[path = "../../../../tests/support/shared.rs"]
mod shared;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::calls::{Call, Calls, read, read_in_pieces, read_with};
use crate::document::Span;
use crate::format::xml::{Attributes, Fault, FaultKind, Handler, Name, Space};

/// Elements, attributes and words, as any parser of XML understands them.
#[derive(Debug, Default, PartialEq)]
struct Content(Vec<String>);

impl Content {
    fn add_start<'a>(
        &mut self,
        space: Space,
        local: &str,
        attributes: impl Iterator<Item = (&'a str, String)>,
    ) {
        self.0.push(format!("+ {space:?} {local}"));
        self.0
            .extend(attributes.map(|(name, value)| format!("@ {name}={value:?}")));
    }

    fn add_words(&mut self, words: &str) {
        match self.0.last_mut().filter(|last| last.starts_with('=')) {
            Some(last) => last.push_str(words),
            None => self.0.push(format!("={words}")),
        }
    }
}

impl Handler for Content {
    fn start(&mut self, name: Name, attributes: &Attributes, _: Span) {
        let attributes = attributes.iter().filter_map(|(name, row)| {
            let (prefix, local) = name.split_once(':').unwrap_or(("", name));
            let declares = prefix == "xmlns" || name == "xmlns";
            (!declares).then(|| (local, attributes.value(row).into_owned()))
        });
        self.add_start(name.space, name.local, attributes);
    }

    fn end(&mut self, _: Name, _: Span) {
        self.0.push("-".to_owned());
    }

    fn words(&mut self, words: &str, _: Span) {
        self.add_words(words);
    }

    fn instruction(&mut self, _: &str, _: &str, _: Span) {}

    fn comment(&mut self, _: &str, _: Span) {}

    fn fault(&mut self, fault: Fault) {
        assert_eq!(fault.kind, FaultKind::ExternalEntity, "{fault:?}");
    }
}

/// What roxmltree understands of a source; `None` if it refuses it.
fn oracle(source: &str) -> Option<Content> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let document = roxmltree::Document::parse_with_options(source, options).ok()?;
    let mut content = Content::default();
    add(document.root_element(), &mut content);
    Some(content)
}

fn add(node: roxmltree::Node, content: &mut Content) {
    if node.is_text() {
        content.add_words(node.text().unwrap());
    }
    if !node.is_element() {
        return;
    }
    let name = node.tag_name();
    let attributes = node.attributes();
    let attributes = attributes.map(|a| (a.name(), a.value().to_owned()));
    content.add_start(
        Space::of(name.namespace().unwrap_or("")),
        name.name(),
        attributes,
    );
    node.children().for_each(|child| add(child, content));
    content.0.push("-".to_owned());
}

/// If it is well-formed, the reader understands what another does, and finds no fault in it.
fn agrees(source: &str) -> bool {
    let Some(expected) = oracle(source) else {
        return false;
    };
    let mut content = Content::default();
    read_with(source, [], &mut content);
    assert!(content == expected, "{content:?}\n{expected:?}");
    true
}

/// Elements begin and end in pairs, no deeper than they may.
fn is_balanced(calls: &Calls) {
    let mut open: Vec<&str> = Vec::new();
    for call in &calls.calls {
        match call {
            Call::Start(line, _) => open.push(line.split(" xmlns").next().unwrap()),
            Call::End(name, _) => assert!(open.pop().unwrap().starts_with(name.as_str())),
            _ => {}
        }
        assert!(open.len() <= crate::limits::DEPTH);
    }
    assert!(open.is_empty());
}

/// Each part of the source that is no call has no letter in it.
fn nothing_is_lost(source: &str, calls: &Calls) {
    let mut spans = calls.words.clone();
    for call in &calls.calls {
        match call {
            Call::Words(..) => {}
            Call::Start(_, span) | Call::End(_, span) => spans.push(*span),
            Call::Other(_, span) | Call::Fault(_, span) => spans.push(*span),
        }
    }
    spans.sort_unstable();
    let mut done = 0;
    for span in spans {
        let passed = source.get(done..span.start as usize).unwrap_or("");
        let passed = passed.replace("<![CDATA[", "").replace(SUBSET, "");
        assert!(
            !passed.contains(char::is_alphabetic),
            "{passed:?} of {source:?}"
        );
        done = done.max(span.end as usize);
    }
}

const SUBSET: &str =
    "<!DOCTYPE p [<!ENTITY x \"<q>y\"><!ENTITY z 'w&x;</q>'><!ENTITY v SYSTEM 'v'>]>";

fn fragment() -> impl Strategy<Value = &'static str> {
    select(vec![
        "<p>",
        "</p>",
        "<q a=\"1\">",
        "</q>",
        "<r/>",
        "<q xmlns='http://www.tei-c.org/ns/1.0'>",
        "<q b='",
        "<t:q c = \"d\" xmlns:t=\"urn:t\">",
        "</t:q>",
        "'",
        "\"",
        "=",
        ">",
        "/>",
        "<",
        "</",
        "one ",
        "två",
        " ",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "&",
        "&amp;",
        "&x;",
        "&z;",
        "&v;",
        "&eacute;",
        "&#10;",
        "&#x0;",
        ";",
        "#",
        "<!--",
        "-->",
        "--",
        "<![CDATA[",
        "]]>",
        "]",
        "<?",
        "?>",
        "<?pb n?>",
        "!",
        SUBSET,
    ])
}

/// Elements in each other, with words, comments and references.
fn element() -> impl Strategy<Value = String> {
    let leaf = select(vec![
        "one",
        " two\r\n",
        "&lt;",
        "&#233;",
        "<!-- - -->",
        "<![CDATA[<&]]>",
        "<?a b?>",
        "<r/>",
        "&x;",
        "&z;",
        "\rthree",
        "<r e=\"1\n&amp;2\" f='>'/>",
    ]);
    let leaf = leaf.prop_map(str::to_owned);
    leaf.prop_recursive(4, 24, 6, |inner| {
        vec(inner, 0..6).prop_map(|inner| format!("<p xml:id=\"a\">{}</p>", inner.concat()))
    })
}

proptest! {
    #[test]
    fn any_markup_is_read(fragments in vec(fragment(), 0..24)) {
        let source = fragments.concat();
        let calls = read_in_pieces(&source);
        is_balanced(&calls);
        nothing_is_lost(&source, &calls);
    }

    #[test]
    fn well_formed_markup_is_understood(element in element()) {
        let subset = "<!DOCTYPE p [<!ENTITY x '<q g=\"&amp;\">y</q>'><!ENTITY z 'w&x;&amp;&#233;'>]>\n";
        let source = format!("{subset}<p>{element}</p>\n");
        read_in_pieces(&source);
        prop_assert!(agrees(&source));
    }
}

#[test]
fn the_corpus_is_read() {
    let Some(folder) = shared::folder("") else {
        return;
    };
    let (mut agreed, mut others) = (0, 0);
    for file in files::all_in(&folder) {
        if file.extension().is_none_or(|ending| ending != "xml") {
            continue;
        }
        let Ok(source) = std::fs::read_to_string(&file) else {
            continue;
        };
        let source = source.trim_start_matches('\u{feff}');
        let calls = read(source, []);
        is_balanced(&calls);
        for size in [61, 4096, 65536] {
            let ends = (1..)
                .map(|n| n * size)
                .take_while(|end| *end < source.len());
            let ends = ends.map(|end| source.floor_char_boundary(end));
            assert!(
                read(source, ends).calls == calls.calls,
                "in pieces of {size}"
            );
        }
        // Bombs are well-formed, and not expanded.
        let bomb = file.to_string_lossy().contains("xml-bombs");
        match !bomb && agrees(source) {
            true => agreed += 1,
            false => others += 1,
        }
    }
    println!("{agreed} well-formed files, {others} others.");
    assert!(agreed > 0);
}
