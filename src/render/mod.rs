//! Document to markup: one article, written as a string or as nodes of a page.
//!
//! Everything in it that is not the text itself carries `data-generated`;
//! without that, the article's text equals the document's texts, byte for byte.

mod article;
#[cfg(target_arch = "wasm32")]
mod dom;
mod html;
mod markup;
mod page;
mod text;
mod words;

use crate::document::Document;

/// The style sheet for the article: unlayered rules that win over resets and lose to any rule of the page that means us.
pub const STYLE: &str = include_str!("style.css");

/// How an article is written.
///
/// ```
/// use reading_room::render::Options;
/// let options = Options { heading_level: 3, ..Options::default() };
/// assert_eq!(options.id_prefix, "document");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The level of the title, 1 to 6; what stands below it is one level lower. 2 by default.
    pub heading_level: u8,
    /// What the ids of notes begin with, so that two documents in one page do not collide. `document` by default.
    pub id_prefix: String,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            heading_level: 2,
            id_prefix: "document".to_owned(),
        }
    }
}

/// The document as an HTML `article`.
///
/// ```
/// use reading_room::{Hint, open, render};
/// let opened = open(b"He said no.", &Hint::default())?;
/// let article = render::article(&opened.document, &render::Options::default());
/// assert!(article.contains("<div class=\"rr-flow\"><p>He said no.</p></div>"));
/// # Ok::<(), reading_room::OpenError>(())
/// ```
pub fn article(document: &Document, options: &Options) -> String {
    let mut html = html::Html::default();
    article::write(document, options, &mut html);
    html.finish()
}

/// The document as a complete HTML page that needs nothing else: no script, no request.
///
/// The title is a heading of level 1 whatever [`Options::heading_level`] says.
pub fn page(document: &Document, options: &Options) -> String {
    page::write(document, options)
}

/// The document as an `article` element of that page, which stands nowhere in it yet.
#[cfg(target_arch = "wasm32")]
pub fn element(
    document: &Document,
    options: &Options,
    page: web_sys::Document,
) -> Option<web_sys::Element> {
    let mut dom = dom::Dom::new(page);
    article::write(document, options, &mut dom);
    dom.finish()
}
