//! Panics without their messages: a trap stays a trap, and what words it is left out.

use std::path::Path;

use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, ModuleConfig};

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
];

/// What wasm-bindgen keeps ready for closures and promises that Rust hands to JavaScript. No module of ours has any:
/// the element is what listens and waits.
const UNUSED: &[&str] = &["convert8closures", "futures4jspi"];

/// Writes the module with nothing but a trap in these functions.
pub fn snip(from: &Path, to: &Path) -> Result {
    let sentence = |error| format!("{}: {error:#}", from.display());
    // With the names kept: binding needs them.
    let mut module = ModuleConfig::new().parse_file(from).map_err(sentence)?;
    let snipped: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| is_snipped(module.funcs.get(*id).name.as_deref()))
        .map(|(id, _)| id)
        .collect();
    for function in snipped {
        trap(&mut module, function);
    }
    module.emit_wasm_file(to).map_err(sentence)
}

fn is_snipped(name: Option<&str>) -> bool {
    name.is_some_and(|name| PANICS.iter().chain(UNUSED).any(|part| name.contains(part)))
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

#[cfg(test)]
mod tests {
    use super::is_snipped;

    #[test]
    fn names_of_both_manglings() {
        assert!(is_snipped(Some(
            "_RNvNtCsgXGp5Oqx2Ny_4core9panicking9panic_fmt"
        )));
        assert!(is_snipped(Some(
            "_ZN4core9panicking9panic_fmt17h0123456789abcdefE"
        )));
        assert!(!is_snipped(Some("_RNvNtCs_12reading_room4scan4find")));
        assert!(!is_snipped(None));
    }
}
