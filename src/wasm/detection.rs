//! What the modules that make a text stand leave to another one: bytes that are no UTF-8, and texts that declare no language.

use wasm_bindgen::prelude::*;

use super::thrown;
use crate::decode::Decoder;
use crate::document::Language;
use crate::limits;

/// The bytes of a text in UTF-8, whatever encoding they are in; `charset` is the one that the server declares, or empty.
/// Throws where they are no text.
#[wasm_bindgen]
pub fn decode(bytes: &[u8], charset: &str) -> Result<Vec<u8>, JsValue> {
    let mut decoder = Decoder::new(Some(charset).filter(|charset| !charset.is_empty()));
    let mut text = String::new();
    for piece in bytes.chunks(limits::PIECE) {
        decoder.feed(piece, &mut text).map_err(thrown)?;
    }
    decoder.end(&mut text).map_err(thrown)?;
    Ok(text.into_bytes())
}

/// The language that words are in, as a tag, and its direction: `ru ltr`; empty where that is not clear.
#[wasm_bindgen]
pub fn language(words: &str) -> String {
    Language::detect(words).map_or(String::new(), |language| {
        crate::scan::joined(&[language.tag(), " ", language.direction().as_str()])
    })
}
