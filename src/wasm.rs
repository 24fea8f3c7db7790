//! The wall between Rust and JavaScript: all that the custom element can ask for. Owned values in and out, errors as values.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::diagnostic::OpenError;
use crate::export::{Positions, Value, diagnostics, inspect, record};
use crate::format::{Hint, Opened, Parser};
use crate::render;

/// Types for those who use the module from TypeScript.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Why there is nothing to show: what `Reader` throws. */
export interface OpenError { code: "empty" | "too-large" | "not-text", message: string }
"#;

/// The push parser: bytes in, as they arrive; a reading out.
#[wasm_bindgen]
pub struct Reader {
    parser: Parser,
}

#[wasm_bindgen]
impl Reader {
    /// A reader that has seen nothing; `charset` is the encoding that the server declares.
    #[wasm_bindgen(constructor)]
    pub fn new(charset: Option<String>) -> Reader {
        Reader {
            parser: Parser::new(&Hint { charset }),
        }
    }

    /// Takes the next bytes. Throws an `OpenError` where they can't be shown.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.parser.feed(bytes).map_err(thrown)
    }

    /// The document, once all bytes have come. Throws an `OpenError` where there is nothing to show.
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
    /// The record, as a plain object in the shape of the inspection.
    #[wasm_bindgen(getter, unchecked_return_type = "Record<string, any>")]
    pub fn record(&self) -> JsValue {
        written(&record(&self.opened.document.record))
    }

    /// What was odd, guessed or missing.
    #[wasm_bindgen(
        getter,
        unchecked_return_type = "{ code: string, message: string, span: [number, number] }[]"
    )]
    pub fn diagnostics(&self) -> JsValue {
        written(&diagnostics(&self.opened))
    }

    /// Everything that was understood; positions in texts are UTF-16 units.
    #[wasm_bindgen(unchecked_return_type = "Record<string, any>")]
    pub fn inspect(&self) -> JsValue {
        written(&inspect(&self.opened, Positions::Utf16))
    }

    /// The document as a new `article` element of that page, standing nowhere in it yet.
    ///
    /// The heading's level is 1 to 6; ids begin with the prefix.
    #[wasm_bindgen(unchecked_return_type = "HTMLElement")]
    pub fn render(
        &self,
        page: web_sys::Document,
        heading_level: u8,
        id_prefix: String,
    ) -> Option<web_sys::Element> {
        let options = render::Options {
            heading_level,
            id_prefix,
        };
        render::element(&self.opened.document, &options, page)
    }

    /// The same article as a string of HTML.
    pub fn html(&self, heading_level: u8, id_prefix: String) -> String {
        let options = render::Options {
            heading_level,
            id_prefix,
        };
        render::article(&self.opened.document, &options)
    }
}

/// The style sheet for the article.
#[wasm_bindgen]
pub fn style() -> String {
    render::STYLE.to_owned()
}

/// A value for JavaScript: plain objects, `null` for what is not known.
fn written(value: &Value) -> JsValue {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

fn thrown(error: OpenError) -> JsValue {
    written(&Value::Object(vec![
        ("code", Value::Words(error.code().into())),
        ("message", Value::Words(error.message().into())),
    ]))
}

/// The standard library's allocator is made for programs that run for days; this one is a third of its size,
/// and takes the same time for every piece.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
