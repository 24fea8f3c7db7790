//! The title block of Pandoc: up to three lines that begin with a percent sign, for the title, those who wrote it, and the date.

use super::block::next_line;
use crate::diagnostic::Remarks;
use crate::document::{Record, Span, position};
use crate::format::keys;
use crate::scan;

/// What the lines are, one after another.
const KEYS: [&str; 3] = ["title", "author", "date"];

/// Reads the block that a source begins with, if it does, and gives how many bytes it takes.
pub(super) fn read(source: &str, record: &mut Record, remarks: &mut Remarks) -> usize {
    let mut rest = source;
    for key in &KEYS {
        let begun = rest.strip_prefix('%');
        let Some(mut line) = begun.filter(|line| scan::begins_with(line, " \t\r\n")) else {
            break;
        };
        let start = source.len() - rest.len();
        let first = next_line(&mut line);
        let mut value = scan::folded(first);
        // What does not fit on a line goes on below, indented.
        while scan::begins_with(line, " \t") {
            let mark = if *key == "author" { "; " } else { " " };
            scan::push_apart(&mut value, mark, &scan::folded(next_line(&mut line)));
        }
        let end = source.len() - line.len();
        rest = line;
        if !value.is_empty() {
            let span = Span::new(position(start), position(end));
            keys::put(record, key, &[&value], span, remarks);
        }
    }
    source.len() - rest.len()
}
