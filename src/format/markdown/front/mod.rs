//! Front matter to a record: a block of YAML between lines of `---`, or of TOML between lines of `+++`.

mod block;
mod by_lines;
mod pairs;
mod settings;
mod title_block;
mod toml;
mod yaml;

use crate::diagnostic::{Code, Remarks};
use crate::document::{Entry, Record, Span, position};
use crate::format::keys;
use crate::limits;
use crate::scan;
use block::{Front, Syntax};
use pairs::Pair;

/// Reads the record of a source that has front matter, and gives the record and the byte at which the text begins.
pub(super) fn read(source: &str, remarks: &mut Remarks) -> (Record, usize) {
    let mut record = Record::default();
    let Some(front) = Front::of(source) else {
        let length = title_block::read(source, &mut record, remarks);
        keys::learn(&mut record);
        return (record, length);
    };
    let block = front.block.of(source);
    let at = front.block.start;
    let is_short = block.len() <= limits::FRONT_MATTER;
    let pairs = match front.syntax {
        _ if !is_short => None,
        Syntax::Yaml => yaml::read(block),
        Syntax::Toml => toml::read(block),
    };
    match pairs {
        Some(pairs) => put(&pairs, at, &mut record, remarks),
        // Rules around words that begin with a few others and a colon.
        None if !front.is_sure => return (record, 0),
        None => fall_back(block, is_short, at, &mut record, remarks),
    }
    keys::learn(&mut record);
    (record, front.length)
}

fn put(pairs: &[Pair], at: u32, record: &mut Record, remarks: &mut Remarks) {
    for pair in pairs {
        let values: Vec<&str> = pair.values.iter().map(|value| unlinked(value)).collect();
        let span = pair.span.shifted(at);
        match pair.is_nothing || settings::are_set(pair, pairs) {
            true => keys::keep(record, &pair.key, &values, span),
            false => keys::put_of_file(record, &pair.key, &values, span, remarks),
        }
    }
}

/// The words of a value that is a link between notes, `[[Name]]`.
fn unlinked(value: &str) -> &str {
    let inside = value
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"));
    match inside.filter(|inside| !scan::has_any(inside, "[]")) {
        Some(inside) => scan::split(inside, "|").map_or(inside, |(_, words)| words),
        None => value,
    }
}

/// What breaks the rules of its syntax is read line by line; where that cannot be either, all of it is one entry.
fn fall_back(block: &str, is_short: bool, at: u32, record: &mut Record, remarks: &mut Remarks) {
    let span = Span::new(at, at + position(block.len()));
    match by_lines::read(block).filter(|_| is_short) {
        Some(pairs) => {
            let message =
                "the front matter breaks the rules of its syntax; it was read line by line";
            remarks.add(Code::FrontMatterNotUnderstood, span, &[message]);
            put(&pairs, at, record, remarks);
        }
        None => {
            let message = "the front matter could not be read; it is kept as it stands";
            remarks.add(Code::FrontMatterNotUnderstood, span, &[message]);
            record.entries.push(Entry {
                label: String::new(),
                value: scan::owned(scan::trimmed(block)),
                field: None,
                span,
            });
        }
    }
}

#[cfg(test)]
mod tests;
