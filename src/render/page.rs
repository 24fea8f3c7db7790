//! A complete page around the article.

use super::html::Html;
use super::markup::{Attribute, Element, Sink, phrase};
use super::{Options, STYLE, article, words};
use crate::document::Document;

/// What the page itself needs beside the article's own style.
const PAGE_STYLE: &str = "
:root { color-scheme: light dark; background: light-dark(#fdfcf9, #191816) }
body { margin: 0 }
";

/// Writes the page.
pub(super) fn write(document: &Document, options: &Options) -> String {
    let title = document.record.title.as_deref().unwrap_or(words::DOCUMENT);
    let options = Options {
        heading_level: 1,
        ..options.clone()
    };
    let mut html = Html::default();
    html.doctype();
    html.open(Element::Html, &[(Attribute::Lang, words::LANGUAGE)]);
    head(&mut html, title);
    html.words("\n");
    let around = [Element::Body, Element::Main, Element::ReadingRoom];
    for element in around {
        html.open(element, &[]);
    }
    article::write(document, &options, &mut html);
    for _ in around {
        html.close();
    }
    html.close();
    let mut page = html.finish();
    page.push('\n');
    page
}

fn head(html: &mut Html, title: &str) {
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
    html.words(STYLE);
    html.close();
    html.close();
}
