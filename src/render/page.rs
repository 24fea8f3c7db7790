//! A complete page around the article.

use super::markup::{Attribute, Element};
use super::script::Script;
use super::{Around, Options, article, html, words};
use crate::document::Document;
use crate::scan;

/// What the page itself needs beside the article's own style.
const PAGE_STYLE: &str = "
:root { color-scheme: light dark; background: light-dark(#fdfcf9, #191816) }
body { margin: 0 }
";

/// Writes the page.
pub(super) fn write(document: &Document, options: &Options, around: &Around) -> String {
    let title = document.record.title.as_deref().unwrap_or(words::DOCUMENT);
    let options = Options {
        heading_level: 1,
        ..options.clone()
    };
    let mut page = Script::default();
    page.open(Element::Html, "")
        .with(Attribute::Lang, words::LANGUAGE);
    head(&mut page, title, around);
    page.words("\n");
    page.open(Element::Body, "");
    page.open(Element::Main, "");
    tag(&mut page, document, &options, around);
    for _ in 0..3 {
        page.close();
    }
    scan::joined(&["<!doctype html>\n", &html::of(&page), "\n"])
}

/// Writes the tag alone.
pub(super) fn fragment(document: &Document, options: &Options, around: &Around) -> String {
    let mut fragment = Script::default();
    tag(&mut fragment, document, options, around);
    scan::joined(&[&html::of(&fragment), "\n"])
}

fn tag(script: &mut Script, document: &Document, options: &Options, around: &Around) {
    script.open(Element::ReadingRoom, "");
    if let Some(src) = &around.src {
        script.with(Attribute::Src, src);
    }
    // The element must not find that the page wishes another article.
    if options.heading_level != Options::default().heading_level {
        script.with(Attribute::HeadingLevel, &options.heading_level.to_string());
    }
    if !options.language.is_empty() {
        script.with(Attribute::Lang, &options.language);
    }
    shadow(script);
    article::write_whole(document, options, script);
    script.close();
}

/// The shadow tree of the element, as its script makes it (`pkg/src/element.js`). An article that got its place only with the
/// script would be laid out a second time.
fn shadow(script: &mut Script) {
    let place = |script: &mut Script, name: &str| {
        script.open(Element::Slot, "").with(Attribute::Name, name);
    };
    script
        .open(Element::Template, "")
        .with(Attribute::ShadowRootMode, "open");
    place(script, "before");
    script.close();
    script.open(Element::Div, "desk");
    script.open(Element::Div, "").with(Attribute::Hidden, "");
    for name in ["toolbar-start", "toolbar-end"] {
        place(script, name);
        script.close();
    }
    script.close();
    place(script, "document");
    // The page's own content, where there is no article.
    script.open(Element::Slot, "");
    for _ in 0..3 {
        script.close();
    }
    place(script, "after");
    script.close();
    script.close();
}

fn head(script: &mut Script, title: &str, around: &Around) {
    script.open(Element::Head, "");
    script
        .open(Element::Meta, "")
        .with(Attribute::Charset, "utf-8")
        .close();
    script
        .open(Element::Meta, "")
        .with(Attribute::Name, "viewport")
        .with(Attribute::Content, "width=device-width, initial-scale=1")
        .close();
    script.phrase(Element::Title, "", title);
    script.open(Element::Style, "");
    script.words(PAGE_STYLE);
    script.words(&around.style);
    script.close();
    if let Some(address) = &around.script {
        script
            .open(Element::Script, "")
            .with(Attribute::Type, "module")
            .with(Attribute::Src, address)
            .close();
    }
    script.close();
}
