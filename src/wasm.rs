//! The wall between Rust and JavaScript: all that the package can ask for. Owned values in and out, errors as values.
//!
//! The modules that a page loads first have [`Reader`] and `Reading::render` alone; what is asked for later is of the full
//! ones. That for the panel of a record makes no article: it stands already.

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

/// Writes an article, piece by piece, as instructions that the page's script makes nodes of.
#[cfg(any(not(feature = "full"), feature = "html"))]
#[wasm_bindgen]
#[derive(Debug)]
pub struct Writer {
    writing: render::Writing,
    script: render::Script,
}

#[cfg(any(not(feature = "full"), feature = "html"))]
#[wasm_bindgen]
impl Writer {
    /// A writer that has written nothing. The heading's level is 1 to 6; ids begin with the prefix; texts that don't say
    /// their language are in the one given.
    #[wasm_bindgen(constructor)]
    pub fn new(heading_level: u8, id_prefix: String, language: Option<String>) -> Writer {
        let options = options(heading_level, id_prefix, language);
        Writer {
            writing: render::Writing::new(options),
            script: render::Script::default(),
        }
    }

    /// Writes the next piece of what has come of a document; says whether more of that is left.
    pub fn draft(&mut self, reader: &mut Reader) -> bool {
        let mut is_left = false;
        reader.parser.draft(&mut |document, open| {
            let script = &mut self.script;
            is_left = self.writing.write(document, Some(open), STEPS, script);
        });
        is_left
    }

    /// Writes the next piece of a document that is all there; says whether more is left.
    pub fn write(&mut self, reading: &Reading) -> bool {
        let document = &reading.opened.document;
        self.writing.write(document, None, STEPS, &mut self.script)
    }

    /// The instructions of what has been written since they were taken last; `words` has what they are about, and is taken
    /// first.
    pub fn marks(&mut self) -> Vec<u32> {
        self.script.take_marks()
    }

    /// The words of what has been written since they were taken last.
    pub fn words(&mut self) -> String {
        self.script.take_words()
    }
}

/// How many nodes, words and ends of nodes make a piece: a millisecond's work, or less.
#[cfg(any(not(feature = "full"), feature = "html"))]
const STEPS: u32 = 1000;

#[cfg(feature = "full")]
#[wasm_bindgen]
impl Reading {
    /// Everything that was understood; positions in texts are UTF-16 units, absent values `null`.
    #[wasm_bindgen(unchecked_return_type = "Record<string, any>")]
    pub fn inspect(&self) -> JsValue {
        written(&inspect(&self.opened, Positions::Utf16))
    }

    /// The record in full, as instructions like those of an article.
    pub fn details(&self, heading_level: u8) -> Details {
        let Opened {
            document,
            diagnostics,
            ..
        } = &self.opened;
        let options = options(heading_level, String::new(), None);
        Details {
            script: render::details_script(document, diagnostics, &options),
        }
    }
}

/// The content of the panel.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[derive(Debug)]
pub struct Details {
    script: render::Script,
}

#[cfg(feature = "full")]
#[wasm_bindgen]
impl Details {
    /// The instructions.
    pub fn marks(&mut self) -> Vec<u32> {
        self.script.take_marks()
    }

    /// The words that they are about.
    pub fn words(&mut self) -> String {
        self.script.take_words()
    }
}

#[cfg(feature = "html")]
#[wasm_bindgen]
impl Reading {
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
