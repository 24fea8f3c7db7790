//! A table of the standard library that nothing reads any more once wasm-opt has left out what read it.

use std::fs;
use std::path::Path;

use walrus::ir::{Const, Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, Module, ModuleConfig};

use crate::Result;

/// Blanks the digits from `00` to `99`, by which numbers are written, in a module whose code has no address of theirs.
pub fn blank_digits(path: &Path) -> Result {
    let sentence = |error| format!("{}: {error:#}", path.display());
    let module = ModuleConfig::new().parse_file(path).map_err(sentence)?;
    let digits = digits();
    let Some(start) = address(&module, &digits) else {
        return Ok(());
    };
    let place = start..start + digits.len();
    if addresses(&module).any(|address| place.contains(&address)) {
        return Ok(());
    }
    let unread = |error| format!("{}: {error}", path.display());
    let mut bytes = fs::read(path).map_err(unread)?;
    if let Some(at) = position(&bytes, &digits) {
        bytes[at..at + digits.len()].fill(0);
    }
    fs::write(path, bytes).map_err(unread)
}

fn digits() -> Vec<u8> {
    (0..100)
        .flat_map(|number| format!("{number:02}").into_bytes())
        .collect()
}

/// Where in memory these bytes stand.
fn address(module: &Module, bytes: &[u8]) -> Option<usize> {
    module.data.iter().find_map(|data| {
        let DataKind::Active { offset, .. } = &data.kind else {
            return None;
        };
        let ConstExpr::Value(Value::I32(start)) = offset else {
            return None;
        };
        Some(*start as usize + position(&data.value, bytes)?)
    })
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// Every number in the code that may be an address.
fn addresses(module: &Module) -> impl Iterator<Item = usize> {
    let mut numbers = Numbers::default();
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut numbers, function, function.entry_block());
    }
    numbers.0.into_iter()
}

#[derive(Default)]
struct Numbers(Vec<usize>);

impl<'m> Visitor<'m> for Numbers {
    fn visit_const(&mut self, constant: &Const) {
        if let Value::I32(number) = constant.value {
            self.0.push(number as usize);
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.0.push(load.arg.offset as usize);
    }

    fn visit_store(&mut self, store: &Store) {
        self.0.push(store.arg.offset as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn digits_are_those_of_the_standard_library() {
        let digits = digits();
        assert!(digits.starts_with(b"000102") && digits.ends_with(b"9899"));
        assert_eq!(digits.len(), 200);
    }
}
