//! Panics without their messages: a trap stays a trap, and what words and places it has are left out.

use std::path::Path;

use walrus::ir::Value;
use walrus::{
    ConstExpr, DataId, DataKind, FunctionBuilder, FunctionId, FunctionKind, Module, ModuleConfig,
};

use crate::Result;

/// The functions of the standard library that a panic runs into, by a part of their names that every scheme of
/// mangling has. In a browser nobody reads what they format; with what they call it weighs more than 2 kB compressed.
/// A name that a newer standard library lacks is snipped no more, and the check of the size says so.
const PANICS: &[&str] = &[
    // All of `core::panicking` and `std::panicking`: the messages, the hook, the payloads.
    "9panicking",
    "rust_begin_unwind",
    // What the checks of slices, vectors, options and cells call when they fail.
    "16slice_index_fail",
    "16slice_error_fail",
    "13assert_failed",
    "13expect_failed",
    "13unwrap_failed",
    "4cell22panic_already_borrowed",
    "4cell30panic_already_mutably_borrowed",
    "7raw_vec12handle_error",
    "17len_mismatch_fail",
    // How values look to programmers, which nothing but such messages tells.
    "5Debug3fmt",
    "fmt..Debug$GT$3fmt",
    "3fmt8builders",
];

/// What these functions would have said.
const SENTENCES: &[&str] = &[
    "slice index starts at ",
    " but ends at ",
    "index out of bounds: the len is ",
    " but the index is ",
    "range start index ",
    "range end index ",
    " out of range for slice of length ",
    "copy_from_slice: source slice length (",
    ") does not match destination slice length (",
    "`at` split index (is ",
    "insertion index (is ",
    "swap_remove index (is ",
    ") should be <= len (is ",
    ") should be < len (is ",
    "assertion failed: self.is_char_boundary(new_len)",
    "assertion failed: self.is_char_boundary(at)",
    "assertion failed: self.is_char_boundary(end)",
    "attempt to join into collection with len > usize::MAX",
    "called `Result::unwrap()` on an `Err` value",
    "internal error: entered unreachable code",
    "capacity overflow",
    "Tried to shrink to a larger capacity",
    "RefCell already borrowed",
    "RefCell already mutably borrowed",
    "closure invoked recursively or after being dropped",
];

/// What wasm-bindgen calls where a program uses an object that it has freed, and what is said then. The element does not;
/// in the modules that are for it alone such a mistake is a trap like any other.
const MISUSE: &str = "12wasm_bindgen9throw_str";
const MISUSE_SENTENCES: &[&str] = &[
    "attempted to take ownership of Rust value while it was borrowed",
    "recursive use of an object detected which would lead to unsafe aliasing in rust",
    "null pointer passed to rust",
];

/// How values are written for readers, which nothing but such messages asks for in the modules that are for the element
/// alone. Where a closure has the type of these functions, wasm-opt takes them for what may be called.
const WRITTEN: &str = "7Display3fmt";

/// What wasm-bindgen keeps ready for closures and promises that Rust hands to JavaScript. No module of ours has any:
/// the element is what listens and waits.
const UNUSED: &[&str] = &["convert8closures", "futures4jspi"];

/// The feature of wasm by which a module holds values of JavaScript.
const REFERENCES: &str = "reference-types";

/// Writes the module with nothing but a trap in these functions; `for_programs` says that others than the element use it,
/// `has_values` that other values than numbers and strings go through its wall.
pub fn snip(from: &Path, to: &Path, for_programs: bool, has_values: bool) -> Result {
    let sentence = |error| format!("{}: {error:#}", from.display());
    // With the names kept: binding needs them.
    let mut module = ModuleConfig::new().parse_file(from).map_err(sentence)?;
    let snipped: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| is_snipped(module.funcs.get(*id).name.as_deref(), for_programs))
        .map(|(id, _)| id)
        .collect();
    for function in snipped {
        trap(&mut module, function);
    }
    blank(&mut module, SENTENCES);
    if !for_programs {
        blank(&mut module, MISUSE_SENTENCES);
    }
    if !has_values {
        forget_references(&mut module);
    }
    module.emit_wasm_file(to).map_err(sentence)
}

/// Has a module say no more that it knows values of JavaScript, as the standard library says of all: binding adds a table of
/// them to every module that does.
fn forget_references(module: &mut Module) {
    let Some(mut features) = module.customs.remove_raw("target_features") else {
        return;
    };
    // Each has a sign, its length and its name; how many there are stands before them.
    let mut entry = vec![b'+', REFERENCES.len() as u8];
    entry.extend(REFERENCES.bytes());
    let found = features
        .data
        .windows(entry.len())
        .position(|part| part == entry);
    if let Some(at) = found {
        features.data.drain(at..at + entry.len());
        features.data[0] -= 1;
    }
    module.customs.add(features);
}

fn is_snipped(name: Option<&str>, for_programs: bool) -> bool {
    name.is_some_and(|name| {
        let has = |part: &&str| name.contains(*part);
        PANICS.iter().chain(UNUSED).any(has) || (!for_programs && (has(&MISUSE) || has(&WRITTEN)))
    })
}

/// Replaces the body, the parameters and results being as before: the calls stay valid.
fn trap(module: &mut Module, function: FunctionId) {
    let kind = module.types.get(module.funcs.get(function).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    let arguments = parameters
        .iter()
        .map(|kind| module.locals.add(*kind))
        .collect();
    module.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(arguments));
}

/// Blanks what only these functions would have read: zeros weigh nothing, compressed.
fn blank(module: &mut Module, sentences: &[&str]) {
    let segments: Vec<DataId> = module.data.iter().map(|data| data.id()).collect();
    for segment in segments {
        let data = module.data.get_mut(segment);
        if let DataKind::Active { offset, .. } = &data.kind
            && let ConstExpr::Value(Value::I32(start)) = offset
        {
            blank_places(&mut data.value, *start as usize);
        }
        blank_sentences(&mut data.value, sentences);
    }
}

/// Blanks the places of panics, in data that begin at that address, and the names of the files in them. A place is four
/// numbers: the address of the name, how long it is, the line and the column.
fn blank_places(data: &mut [u8], start: usize) {
    let number = |data: &[u8], at: usize| {
        let bytes = data.get(at..)?.first_chunk()?;
        Some(u32::from_le_bytes(*bytes) as usize)
    };
    let mut names = Vec::new();
    let mut at = start.next_multiple_of(4) - start;
    while let (Some(address), Some(length)) = (number(data, at), number(data, at + 4)) {
        let from = address.wrapping_sub(start);
        let name = from..from.saturating_add(length);
        if data.get(name.clone()).is_some_and(is_file)
            && let Some(place) = data.get_mut(at..at + 16)
        {
            place.fill(0);
            names.push(name);
        }
        at += 4;
    }
    for name in names {
        data[name].fill(0);
    }
}

/// Whether it is the name of a file with code. A zero may stand behind it.
fn is_file(name: &[u8]) -> bool {
    let name = name.strip_suffix(b"\0").unwrap_or(name);
    name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic)
}

fn blank_sentences(data: &mut [u8], sentences: &[&str]) {
    for sentence in sentences {
        let mut at = 0;
        while let Some(words) = data.get_mut(at..at + sentence.len()) {
            if words == sentence.as_bytes() {
                words.fill(0);
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SENTENCES, blank_places, blank_sentences, is_snipped};

    #[test]
    fn names_of_both_manglings() {
        let is_snipped = |name| is_snipped(Some(name), true);
        assert!(is_snipped("_RNvNtCsgXGp5Oqx2Ny_4core9panicking9panic_fmt"));
        assert!(is_snipped(
            "_ZN4core9panicking9panic_fmt17h0123456789abcdefE"
        ));
        assert!(!is_snipped("_RNvNtCs_12reading_room4scan4find"));
        let throws = Some("_ZN12wasm_bindgen9throw_str17h0123456789abcdefE");
        assert!(super::is_snipped(throws, false));
        assert!(!super::is_snipped(throws, true));
        assert!(!super::is_snipped(None, true));
    }

    #[test]
    fn places_are_blanked_with_the_names_in_them() {
        let mut data = b"src/a.rs\0kept".to_vec();
        data.resize(16, 0);
        // The place, and numbers that are none.
        for number in [1024, 9, 7, 5, 1024, 3, 7, 5] {
            data.extend(u32::to_le_bytes(number));
        }
        let behind = data[32..].to_vec();
        blank_places(&mut data, 1024);
        assert_eq!(data[..16], *b"\0\0\0\0\0\0\0\0\0kept\0\0\0");
        assert_eq!(data[16..32], [0; 16]);
        assert_eq!(data[32..], behind);
    }

    #[test]
    fn sentences_are_blanked_wherever_they_stand() {
        let mut data = b"before but ends at behind".to_vec();
        blank_sentences(&mut data, SENTENCES);
        assert_eq!(data, *b"before\0\0\0\0\0\0\0\0\0\0\0\0\0behind");
    }
}
