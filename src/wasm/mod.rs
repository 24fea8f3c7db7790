//! The wall between Rust and JavaScript: all that the package can ask for. Owned values in and out, errors as values.

#[cfg(all(feature = "detect", not(feature = "formats")))]
mod detection;
#[cfg(feature = "formats")]
mod reader;

#[cfg(all(feature = "detect", not(feature = "formats")))]
pub use detection::{decode, language};
#[cfg(feature = "formats")]
pub use reader::*;

use wasm_bindgen::prelude::*;

use crate::diagnostic::OpenError;

/// What a reader says when it has taken something: nothing, or why the document cannot be shown, as the code of the error
/// (`empty`, `too-large`, `not-text`, or `other-` and a form, where the module for that form reads the same bytes), a line end,
/// and a sentence. Strings alone go through the wall of the modules that make a text stand: errors of JavaScript would bring
/// a table of its values with them.
#[cfg(feature = "formats")]
fn said(outcome: Result<(), OpenError>) -> String {
    outcome.map_or_else(
        |error| crate::scan::joined(&[error.code(), "\n", &error.message()]),
        |()| String::new(),
    )
}

/// An `Error` of JavaScript, whose name is the error's code.
#[cfg(any(feature = "full", not(feature = "formats")))]
fn thrown(error: OpenError) -> JsValue {
    let thrown = js_sys::Error::new(&error.message());
    thrown.set_name(error.code());
    thrown.into()
}

/// The standard library's allocator is made for programs that run for days; this one is a third of its size,
/// and takes the same time for every piece.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
