//! Bytes to an article, and to all that can be asked of a document besides.
//!
//! The modules that a page loads first have [`Reader`] alone; what is asked for later is of the full ones. That for the panel
//! of a record makes no article: it stands already.

use wasm_bindgen::prelude::*;

use super::said;
#[cfg(feature = "full")]
use super::thrown;
#[cfg(feature = "full")]
use crate::export::{Positions, Value, inspect};
use crate::format::{Format, Hint, Opened, Parser};
use crate::render;

/// Bytes in, as they arrive; an article out, piece by piece, as instructions that the page's script makes nodes of.
#[wasm_bindgen]
pub struct Reader {
    parser: Option<Parser>,
    #[cfg(any(not(feature = "full"), feature = "html"))]
    writer: Writer,
}

/// What writes the article.
#[cfg(any(not(feature = "full"), feature = "html"))]
struct Writer {
    writing: render::Writing,
    script: render::Script,
    opened: Option<Opened>,
}

#[wasm_bindgen]
impl Reader {
    /// A reader that has seen nothing; `charset` is the encoding that the server declares, `format` the form that the
    /// page says, or with a question mark the one that is likely; any other name than those of forms leaves that to be found
    /// out; `part` is the id of the document that is wanted, where there are several. What is empty is not said.
    ///
    /// In the article, the heading's level is 1 to 6; ids begin with the prefix; texts that don't say their language are in
    /// the one given. Where a module makes none, nothing of that counts.
    #[wasm_bindgen(constructor)]
    pub fn new(
        charset: String,
        format: String,
        part: String,
        heading_level: u8,
        id_prefix: String,
        language: String,
    ) -> Reader {
        let said = |words: String| Some(words).filter(|words| !words.is_empty());
        let parser = Parser::new(&Hint {
            charset: said(charset),
            format: Format::from_name(&format),
            #[cfg(feature = "markdown")]
            likely: format.strip_suffix('?').and_then(Format::from_name),
            #[cfg(not(feature = "markdown"))]
            likely: None,
            part: said(part).filter(|_| cfg!(feature = "tei")),
        });
        let options = render::Options {
            heading_level,
            id_prefix,
            language,
        };
        #[cfg(all(feature = "full", not(feature = "html")))]
        drop(options);
        Reader {
            parser: Some(parser),
            #[cfg(any(not(feature = "full"), feature = "html"))]
            writer: Writer {
                writing: render::Writing::new(options),
                script: render::Script::default(),
                opened: None,
            },
        }
    }

    /// Takes the next bytes. Says why they can't be shown, if they can't.
    pub fn feed(&mut self, bytes: &[u8]) -> String {
        match &mut self.parser {
            Some(parser) => said(parser.feed(bytes)),
            None => String::new(),
        }
    }

    /// The document, once all bytes have come. Throws where there is nothing to show.
    #[cfg(feature = "full")]
    pub fn finish(mut self) -> Result<Reading, JsValue> {
        #[cfg(feature = "html")]
        if let Some(opened) = self.writer.opened.take() {
            return Ok(Reading { opened });
        }
        let parser = self.parser.take().ok_or(JsValue::NULL)?;
        let opened = parser.finish().map_err(thrown)?;
        Ok(Reading { opened })
    }
}

#[cfg(any(not(feature = "full"), feature = "html"))]
#[wasm_bindgen]
impl Reader {
    /// All bytes have come. Says why there is nothing to show, if there isn't; and, with its source for a sentence, of a page,
    /// which the browser is to parse: what that has made of it is fed, and this asked again.
    pub fn end(&mut self) -> String {
        match self.parser.as_mut().map(Parser::end) {
            Some(Ok(opened)) => {
                (self.parser, self.writer.opened) = (None, Some(opened));
                String::new()
            }
            Some(Err(error)) => said(Err(error)),
            None => String::new(),
        }
    }

    /// Writes the next piece of the article, as far as the document has come; says whether there is more that can be written
    /// now.
    pub fn write(&mut self) -> bool {
        let Writer {
            writing,
            script,
            opened,
        } = &mut self.writer;
        let mut is_left = false;
        if let Some(parser) = &mut self.parser {
            parser.draft(&mut |document, open| {
                is_left = writing.write(document, Some(open), STEPS, script);
            });
        } else if let Some(opened) = opened {
            is_left = writing.write(&opened.document, None, STEPS, script);
        }
        is_left
    }

    /// The instructions of what has been written since they were taken last.
    pub fn marks(&mut self) -> Vec<u32> {
        self.writer.script.take_marks()
    }

    /// The words that they are about.
    pub fn words(&mut self) -> String {
        self.writer.script.take_words()
    }
}

/// How many nodes, words and ends of nodes make a piece: a millisecond's work, or less.
#[cfg(any(not(feature = "full"), feature = "html"))]
const STEPS: u32 = 1000;

/// An opened document.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reading {
    opened: Opened,
}

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

#[cfg(feature = "full")]
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
