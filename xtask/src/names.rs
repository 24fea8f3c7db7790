//! Short names for what crosses the wall. wasm-bindgen tells imports apart by a hash in each of their names, which stands in
//! the module and in its glue, and which nothing can compress: half a kilobyte of what a page loads first.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walrus::ModuleConfig;

use crate::Result;

/// The name by which instances know their memory, which stays (`pkg/src/instances.js`).
const MEMORY: &str = "memory";

/// Renames imports and exports in the module and in its glue. The same names get the same short ones, so that modules
/// with the same wall keep the same glue.
pub fn shorten(module: &Path, glue: &Path) -> Result {
    let sentence = |error| format!("{}: {error:#}", module.display());
    let unread = |error| format!("{}: {error}", glue.display());
    let mut wasm = ModuleConfig::new().parse_file(module).map_err(sentence)?;
    let imported = wasm.imports.iter().map(|import| import.name.clone());
    let exported = wasm.exports.iter().map(|export| export.name.clone());
    let names = short_names(imported.chain(exported));
    for import in wasm.imports.iter_mut() {
        rename(&mut import.name, &names);
    }
    for export in wasm.exports.iter_mut() {
        rename(&mut export.name, &names);
    }
    wasm.emit_wasm_file(module).map_err(sentence)?;
    let code = fs::read_to_string(glue).map_err(unread)?;
    fs::write(glue, renamed(&code, &names)).map_err(unread)
}

/// `a` to `z`, and `aa` behind them, in the order of the names.
fn short_names(names: impl Iterator<Item = String>) -> BTreeMap<String, String> {
    let mut short: BTreeMap<String, String> = names
        .filter(|name| name != MEMORY)
        .map(|name| (name, String::new()))
        .collect();
    for (index, name) in short.values_mut().enumerate() {
        let letter = |index: usize| char::from(b'a' + (index % 26) as u8);
        name.extend(index.checked_sub(26).map(|rest| letter(rest / 26)));
        name.push(letter(index));
    }
    short
}

fn rename(name: &mut String, names: &BTreeMap<String, String>) {
    if let Some(short) = names.get(name) {
        name.clone_from(short);
    }
}

/// The glue with these names in it: as members of the module (`wasm.reader_end`), and as keys of what it imports.
fn renamed(code: &str, names: &BTreeMap<String, String>) -> String {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut result = String::with_capacity(code.len());
    let mut rest = code;
    while !rest.is_empty() {
        let length = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(length);
        let is_member = result.ends_with("wasm.") || behind.starts_with(": ");
        match names.get(word).filter(|_| is_member) {
            Some(short) => result.push_str(short),
            None => result.push_str(word),
        }
        let next = behind.find(is_of_name).unwrap_or(behind.len());
        let (between, more) = behind.split_at(next);
        result.push_str(between);
        rest = more;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::{renamed, short_names};

    #[test]
    fn names_follow_their_order_and_memory_keeps_its_own() {
        let names = short_names(
            ["reader_end", "memory", "__wbg_new_0123"]
                .map(String::from)
                .into_iter(),
        );
        assert_eq!(names.get("__wbg_new_0123").map(String::as_str), Some("a"));
        assert_eq!(names.get("reader_end").map(String::as_str), Some("b"));
        assert_eq!(names.get("memory"), None);
    }

    #[test]
    fn behind_z_names_have_two_letters() {
        let names = short_names((0..60).map(|number| format!("name_{number:02}")));
        let short: Vec<&str> = names.values().map(String::as_str).collect();
        assert_eq!((short[25], short[26], short[52]), ("z", "aa", "ba"));
    }

    #[test]
    fn glue_has_them_where_it_names_the_wall() {
        let names = short_names(
            ["reader_end", "__wbg_end_0123"]
                .map(String::from)
                .into_iter(),
        );
        let glue = "// reader_end\n__wbg_end_0123: function(a) { return wasm.reader_end(a, wasm.reader_ending); }";
        let short = "// reader_end\na: function(a) { return wasm.b(a, wasm.reader_ending); }";
        assert_eq!(renamed(glue, &names), short);
    }
}
