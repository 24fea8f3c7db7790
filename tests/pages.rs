//! The laws of HTML: nothing of a page is lost but what a remark counts, and nothing is invented; whatever stands in whatever.

#[path = "support/files.rs"]
mod files;
#[path = "support/html.rs"]
mod html;
#[path = "support/shared.rs"]
mod shared;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use reading_room::{Code, Format, Hint, NodeKind, Opened, Parser, Text, open, render};

fn opened(source: &str) -> Option<Opened> {
    let hint = Hint {
        format: Some(Format::Html),
        ..Hint::default()
    };
    open(source.as_bytes(), &hint).ok()
}

/// How often each character that is no white space stands in words.
fn count<'w>(words: impl IntoIterator<Item = &'w str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in words.into_iter().flat_map(str::chars) {
        let c = if c.is_control() && !c.is_whitespace() {
            '\u{fffd}'
        } else {
            c
        };
        if !c.is_whitespace() {
            *counts.entry(c).or_insert(0) += 1;
        }
    }
    counts
}

/// All that stands between the tags of a page stands in its text once, but for what remarks count and for the signs of notes.
fn words_are_those_of_the_page(source: &str) -> Result<(), String> {
    let Some(opened) = opened(source) else {
        return Ok(());
    };
    let page = html::parse(source).words_of_body();
    let page = count(page.iter().map(String::as_str));
    let texts = &opened.document.texts;
    let text = count(texts.iter().map(Text::as_str));
    for (c, times) in &text {
        let there = page.get(c).copied().unwrap_or(0);
        if there < *times {
            return Err(format!(
                "«{c}» stands {times} times in the text and {there} in the page"
            ));
        }
    }
    let is_left_out = opened
        .diagnostics
        .iter()
        .any(|remark| remark.code == Code::LeftOut);
    // The number of a page is the label of its place.
    let mut nodes = texts.iter().flat_map(Text::nodes);
    let has_pages = nodes.any(|node| matches!(node.kind, NodeKind::PageBreak));
    let has_notes = texts.iter().any(|text| text.notes().next().is_some());
    let lost: usize = page.values().sum::<usize>() - text.values().sum::<usize>();
    // What a drawing is called is its description.
    let has_drawing = source.contains("<svg");
    if lost > 0 && !is_left_out && !has_notes && !has_pages && !has_drawing {
        return Err(format!("{lost} characters are lost"));
    }
    Ok(())
}

/// The article of it reads back as it was written, and has nothing that runs.
fn is_shown_as_it_is(source: &str) -> Result<(), String> {
    let Some(opened) = opened(source) else {
        return Ok(());
    };
    let article = render::article(&opened.document, &render::Options::default());
    let tree = html::parse(&article);
    let texts: Vec<&str> = opened.document.texts.iter().map(Text::as_str).collect();
    if tree.text() != texts.join("\n") {
        return Err("the article shows other words than the texts".to_owned());
    }
    let page = render::page(
        &opened.document,
        &render::Options::default(),
        &render::Around::default(),
    );
    let errors = html::parse(&page).errors();
    if !errors.is_empty() {
        return Err(format!("the page is not well formed: {errors:?}"));
    }
    for element in tree.elements().iter().filter(|element| !element.generated) {
        const NEVER: &str = "script style iframe object embed img svg math form input button link meta base template";
        if NEVER.split(' ').any(|never| never == element.name) {
            return Err(format!("an element {}", element.name));
        }
        for (name, value) in &element.attributes {
            let is_safe = match &**name {
                "href" => ["http://", "https://", "mailto:", "#"]
                    .iter()
                    .any(|scheme| value.to_ascii_lowercase().starts_with(scheme)),
                "src" | "style" | "srcdoc" | "action" | "formaction" => false,
                name => !name.starts_with("on"),
            };
            if !is_safe {
                return Err(format!("{name}={value}"));
            }
        }
    }
    Ok(())
}

/// The pages that there are: our own, and those of the larger corpus.
fn pages() -> Vec<(String, String)> {
    let mut paths = files::all_in(Path::new("tests/corpus/html"));
    for folder in ["hsg-html-pages", "html-anchoring-hypothesis"] {
        let folder = shared::folder(folder);
        paths.extend(folder.iter().flat_map(|folder| files::all_in(folder)));
    }
    let is_page = |path: &std::path::PathBuf| {
        path.extension()
            .is_some_and(|ending| ["txt", "html", "xml"].iter().any(|known| ending == *known))
    };
    let page = |path: std::path::PathBuf| {
        Some((path.display().to_string(), fs::read_to_string(path).ok()?))
    };
    let mut pages: Vec<_> = paths.into_iter().filter(is_page).filter_map(page).collect();
    pages.extend(examples());
    println!("{} pages.", pages.len());
    pages
}

/// The HTML that the examples of CommonMark come to.
fn examples() -> Vec<(String, String)> {
    let Some(folder) = shared::folder("commonmark") else {
        return Vec::new();
    };
    let examples: Vec<serde_json::Value> =
        serde_json::from_slice(&fs::read(folder.join("spec.json")).unwrap()).unwrap();
    let example = |example: &serde_json::Value| {
        Some((
            example["example"].to_string(),
            example["html"].as_str()?.to_owned(),
        ))
    };
    examples.iter().filter_map(example).collect()
}

fn for_all(law: fn(&str) -> Result<(), String>) {
    let broken =
        |(name, page): &(String, String)| law(page).err().map(|why| format!("{name}: {why}"));
    let broken: Vec<String> = pages().iter().filter_map(broken).collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn every_page_keeps_its_words_and_has_no_others() {
    for_all(words_are_those_of_the_page);
}

#[test]
fn every_page_is_shown_as_it_is() {
    for_all(is_shown_as_it_is);
}

#[test]
fn every_page_is_the_same_in_any_slices() {
    for (name, page) in pages() {
        let whole = opened(&page);
        let mut parser = Parser::new(&Hint {
            format: Some(Format::Html),
            ..Hint::default()
        });
        let fed = page
            .as_bytes()
            .chunks(7)
            .try_for_each(|slice| parser.feed(slice));
        let sliced = fed.and_then(|()| parser.finish()).ok();
        assert_eq!(whole, sliced, "{name}");
    }
}

/// Pieces of pages, in any order: most of it is ill-formed.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i id=x>",
        "</i>",
        "<a href=#x>",
        "<a href='#fn1' id=r1>1</a>",
        "</a>",
        "<ul>",
        "<li>",
        "<li id=fn1>",
        "</ul>",
        "<ol start=3>",
        "</ol>",
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
        "</table>",
        "<caption>",
        "<h1>",
        "</h1>",
        "<h3>",
        "<section>",
        "</section>",
        "<div lang=ar>",
        "</div>",
        "<pre>",
        "</pre>",
        "<br>",
        "<hr>",
        "<img alt=picture>",
        "<blockquote>",
        "</blockquote>",
        "<figure>",
        "<figcaption>",
        "</figure>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<main>",
        "</main>",
        "<article>",
        "</article>",
        "<nav>",
        "</nav>",
        "<aside>",
        "<footer>",
        "<template>",
        "</template>",
        "<script>",
        "</script>",
        "<svg>",
        "<title>",
        "</svg>",
        "<math>",
        "</math>",
        "<button>",
        "<select>",
        "<option>",
        "<form>",
        "<textarea>",
        "</textarea>",
        "<noscript>",
        "<!--",
        "-->",
        "&amp;",
        "&#1;",
        "<!doctype html>",
        "<html dir=rtl>",
        "words",
        " more words ",
        "\n",
        "[",
        "]",
        "1",
        "é",
        "<",
        ">",
        "\"",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn pages_of_any_pieces_keep_the_laws(page in pieces()) {
        prop_assert_eq!(words_are_those_of_the_page(&page), Ok(()));
        prop_assert_eq!(is_shown_as_it_is(&page), Ok(()));
    }
}
