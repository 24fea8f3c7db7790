//! A complete page around the article.

use super::html::Html;
use super::markup::{Attribute, Element, Sink, phrase};
use super::{Around, Options, article, words};
use crate::document::Document;

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
    let mut html = Html::default();
    html.doctype();
    html.open(Element::Html, &[(Attribute::Lang, words::LANGUAGE)]);
    head(&mut html, title, around);
    html.words("\n");
    html.open(Element::Body, &[]);
    html.open(Element::Main, &[]);
    tag(&mut html, document, &options, around);
    for _ in 0..3 {
        html.close();
    }
    let mut page = html.finish();
    page.push('\n');
    page
}

/// Writes the tag alone.
pub(super) fn fragment(document: &Document, options: &Options, around: &Around) -> String {
    let mut html = Html::default();
    tag(&mut html, document, options, around);
    let mut fragment = html.finish();
    fragment.push('\n');
    fragment
}

fn tag(html: &mut Html, document: &Document, options: &Options, around: &Around) {
    let level = options.heading_level.to_string();
    let mut attributes = Vec::new();
    if let Some(src) = &around.src {
        attributes.push((Attribute::Src, src.as_str()));
    }
    // The element must not find that the page wishes another article.
    if options.heading_level != Options::default().heading_level {
        attributes.push((Attribute::HeadingLevel, level.as_str()));
    }
    if !options.language.is_empty() {
        attributes.push((Attribute::Lang, options.language.as_str()));
    }
    html.open(Element::ReadingRoom, &attributes);
    article::write_whole(document, options, html);
    html.close();
}

fn head(html: &mut Html, title: &str, around: &Around) {
    html.open(Element::Head, &[]);
    html.open(Element::Meta, &[(Attribute::Charset, "utf-8")]);
    html.close();
    let viewport = [
        (Attribute::Name, "viewport"),
        (Attribute::Content, "width=device-width, initial-scale=1"),
    ];
    html.open(Element::Meta, &viewport);
    html.close();
    phrase(html, Element::Title, "", title);
    html.open(Element::Style, &[]);
    html.words(PAGE_STYLE);
    html.words(&around.style);
    html.close();
    if let Some(script) = &around.script {
        html.open(
            Element::Script,
            &[(Attribute::Type, "module"), (Attribute::Src, script)],
        );
        html.close();
    }
    html.close();
}
