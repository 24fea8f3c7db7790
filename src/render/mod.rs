//! Document to markup: one article, written as a string or as nodes of a page.
//!
//! Everything in it that is not the text itself carries `data-generated`;
//! without that, the article's text equals the document's texts, byte for byte.

mod article;
#[cfg(feature = "full")]
mod details;
#[cfg(feature = "marked")]
mod edition;
#[cfg(feature = "html")]
mod html;
mod markup;
#[cfg(feature = "html")]
mod page;
mod script;
mod text;
mod words;
#[cfg(any(not(feature = "full"), feature = "html"))]
mod writing;

use crate::document::Document;
pub use script::Script;
#[cfg(any(not(feature = "full"), feature = "html"))]
pub use writing::Writing;

/// The style sheet for the article: unlayered rules that win over resets and lose to any rule of the page that means us.
///
/// The wasm module does not have it: the package's script does, without its white space.
#[cfg(not(target_arch = "wasm32"))]
pub const STYLE: &str = concat!(include_str!("style.css"), include_str!("tei.css"));

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
    /// The language of texts that do not say theirs, as a tag of BCP 47. Empty by default: not known.
    pub language: String,
}

/// What a page around the article says beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The address of the document, relative to the page: what the element asks for when it needs more than the article.
    /// None by default.
    pub src: Option<String>,
    /// The address of the package's script, relative to the page. None by default: the page needs no script.
    pub script: Option<String>,
    /// The style sheet of a complete page: `STYLE`, and what a site adds to it. Empty by default: the page has its own.
    pub style: String,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            heading_level: 2,
            id_prefix: "document".to_owned(),
            language: String::new(),
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
#[cfg(feature = "html")]
pub fn article(document: &Document, options: &Options) -> String {
    let mut script = Script::default();
    article::write_whole(document, options, &mut script);
    html::of(&script)
}

/// The document as a complete HTML page, which needs nothing else: no script, no request.
///
/// The title is a heading of level 1 whatever [`Options::heading_level`] says.
/// Where a script is named, the element adopts the article, and its controls come.
///
/// ```
/// use reading_room::{Hint, open, render};
/// let opened = open(b"He said no.", &Hint::default())?;
/// let around = render::Around { style: render::STYLE.into(), ..render::Around::default() };
/// let page = render::page(&opened.document, &render::Options::default(), &around);
/// assert!(page.starts_with("<!doctype html>"));
/// # Ok::<(), reading_room::OpenError>(())
/// ```
#[cfg(feature = "html")]
pub fn page(document: &Document, options: &Options, around: &Around) -> String {
    page::write(document, options, around)
}

/// The tag `<reading-room>` with the article in it, to be put into a page; the element adopts the article. Its shadow tree
/// comes with it, as declarative shadow DOM of the HTML standard; a browser that does not know that shows the same.
///
/// ```
/// use reading_room::{Hint, open, render};
/// let opened = open(b"He said no.", &Hint::default())?;
/// let around = render::Around { src: Some("no.txt".into()), ..render::Around::default() };
/// let tag = render::fragment(&opened.document, &render::Options::default(), &around);
/// assert!(tag.starts_with("<reading-room src=\"no.txt\">"));
/// # Ok::<(), reading_room::OpenError>(())
/// ```
#[cfg(feature = "html")]
pub fn fragment(document: &Document, options: &Options, around: &Around) -> String {
    page::fragment(document, options, around)
}

/// The record in full, as the details panel shows it, as HTML.
#[cfg(feature = "html")]
pub fn details(document: &Document, remarks: &[crate::Diagnostic], options: &Options) -> String {
    html::of(&details_script(document, remarks, options))
}

/// The same as instructions for the page's script.
#[cfg(feature = "full")]
pub fn details_script(
    document: &Document,
    remarks: &[crate::Diagnostic],
    options: &Options,
) -> Script {
    let mut script = Script::default();
    details::write(document, remarks, options, &mut script);
    script
}
