//! The wall between Rust and JavaScript: all that the package can ask for. Owned values in and out, errors as values.
//!
//! The modules that a page loads first have [`Reader`] and [`Reading::render`] alone; everything else is of the full ones.

use wasm_bindgen::prelude::*;

use crate::diagnostic::OpenError;
#[cfg(feature = "full")]
use crate::export::{Positions, Value, inspect};
use crate::format::{Format, Hint, Opened, Parser};
use crate::render;

/// The push parser: bytes in, as they arrive; a reading out.
#[wasm_bindgen]
pub struct Reader {
    parser: Parser,
}

#[wasm_bindgen]
impl Reader {
    /// A reader that has seen nothing; `charset` is the encoding that the server declares, `format` the form that the
    /// page says; any other name than those of forms leaves that to be found out; `part` is the id of the document that is
    /// wanted, where there are several.
    #[wasm_bindgen(constructor)]
    pub fn new(charset: Option<String>, format: Option<String>, part: Option<String>) -> Reader {
        let format = format.as_deref().and_then(Format::from_name);
        Reader {
            parser: Parser::new(&Hint {
                charset,
                format,
                part,
            }),
        }
    }

    /// Takes the next bytes. Throws where they can't be shown.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.parser.feed(bytes).map_err(thrown)
    }

    /// The document, once all bytes have come. Throws where there is nothing to show.
    pub fn finish(self) -> Result<Reading, JsValue> {
        let opened = self.parser.finish().map_err(thrown)?;
        Ok(Reading { opened })
    }
}

/// An opened document.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reading {
    opened: Opened,
}

#[wasm_bindgen]
impl Reading {
    /// The document as a new `article` element of that page, standing nowhere in it yet.
    ///
    /// The heading's level is 1 to 6; ids begin with the prefix; texts that don't say their language are in the one given.
    #[wasm_bindgen(unchecked_return_type = "HTMLElement")]
    pub fn render(
        &self,
        page: web_sys::Document,
        heading_level: u8,
        id_prefix: String,
        language: Option<String>,
    ) -> Option<web_sys::Element> {
        let options = options(heading_level, id_prefix, language);
        render::element(&self.opened.document, &options, page)
    }
}

#[cfg(feature = "full")]
#[wasm_bindgen]
impl Reading {
    /// Everything that was understood; positions in texts are UTF-16 units, absent values `null`.
    #[wasm_bindgen(unchecked_return_type = "Record<string, any>")]
    pub fn inspect(&self) -> JsValue {
        written(&inspect(&self.opened, Positions::Utf16))
    }

    /// The article as a string of HTML.
    pub fn html(&self, heading_level: u8, id_prefix: String, language: Option<String>) -> String {
        let options = options(heading_level, id_prefix, language);
        render::article(&self.opened.document, &options)
    }

    /// The tag with the article in it.
    pub fn fragment(
        &self,
        heading_level: u8,
        id_prefix: String,
        language: Option<String>,
        src: Option<String>,
    ) -> String {
        let options = options(heading_level, id_prefix, language);
        let around = render::Around {
            src,
            ..render::Around::default()
        };
        render::fragment(&self.opened.document, &options, &around)
    }

    /// A complete page with this style sheet; its title is a heading of level 1.
    pub fn page(
        &self,
        style: String,
        id_prefix: String,
        language: Option<String>,
        src: Option<String>,
        script: Option<String>,
    ) -> String {
        let options = options(1, id_prefix, language);
        let around = render::Around { src, script, style };
        render::page(&self.opened.document, &options, &around)
    }

    /// The record in full, as a new element of that page.
    #[wasm_bindgen(unchecked_return_type = "HTMLElement")]
    pub fn details(&self, page: web_sys::Document, heading_level: u8) -> Option<web_sys::Element> {
        let Opened {
            document,
            diagnostics,
            ..
        } = &self.opened;
        let options = options(heading_level, String::new(), None);
        render::details_element(document, diagnostics, &options, page)
    }
}

fn options(heading_level: u8, id_prefix: String, language: Option<String>) -> render::Options {
    render::Options {
        heading_level,
        id_prefix,
        language: language.unwrap_or_default(),
    }
}

#[cfg(feature = "full")]
fn written(value: &Value) -> JsValue {
    use serde::Serialize;
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

/// An `Error` of JavaScript, whose name is the error's code: `empty`, `too-large`, `not-text`, or `other-format`,
/// where another module reads the same bytes.
fn thrown(error: OpenError) -> JsValue {
    let thrown = js_sys::Error::new(&error.message());
    thrown.set_name(error.code());
    thrown.into()
}

/// The standard library's allocator is made for programs that run for days; this one is a third of its size,
/// and takes the same time for every piece.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
