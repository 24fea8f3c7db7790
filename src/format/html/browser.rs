//! The tree of a page that the browser's own parser has made, in wasm.

use wasm_bindgen::prelude::wasm_bindgen;

use super::flat;
use super::tree::Sink;

#[wasm_bindgen(raw_module = "./flatten.js")]
extern "C" {
    /// A page as a flat string; nothing where there is no parser yet.
    fn flatten(source: &str) -> Option<String>;
}

/// Gives the elements and words of a page to a sink; says whether there was a parser.
pub(super) fn parse(source: &str, sink: &mut impl Sink) -> bool {
    let flat = flatten(source);
    if let Some(flat) = &flat {
        flat::read(flat, sink);
    }
    flat.is_some()
}
