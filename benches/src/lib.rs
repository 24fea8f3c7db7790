//! The parser that is measured beside this one, natively and in a page: roxmltree, which makes a tree of a document.
#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// Makes the tree and takes it down again; gives whether it could be made.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn tree(bytes: &[u8]) -> bool {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    std::str::from_utf8(bytes)
        .is_ok_and(|source| roxmltree::Document::parse_with_options(source, options).is_ok())
}
