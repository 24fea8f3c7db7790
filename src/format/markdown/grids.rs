//! Tables whose cells are drawn with lines, `+---+---+`, as Pandoc writes them, to those that have bars alone.

use std::borrow::Cow;

use super::fences::Fences;
use crate::scan;

/// A text with such tables as tables with bars; one that cannot be told stays as it is drawn.
pub(super) fn drawn(source: &str) -> Cow<'_, str> {
    if scan::find(source, "+--").is_none() {
        return Cow::Borrowed(source);
    }
    let mut text = String::with_capacity(source.len());
    let (mut grid, mut fences) = (Vec::new(), Fences::default());
    for line in source.split_inclusive('\n') {
        let words = scan::trimmed(line);
        let is_code = fences.is_code(line);
        let is_of_grid = is_rule(words) || !grid.is_empty() && words.starts_with('|');
        if is_of_grid && !is_code {
            grid.push(words);
            continue;
        }
        write(&grid, &mut text);
        grid.clear();
        text.push_str(line);
    }
    write(&grid, &mut text);
    Cow::Owned(text)
}

/// Whether a line is one between two rows.
fn is_rule(words: &str) -> bool {
    words.len() > 3
        && words.starts_with('+')
        && words.ends_with('+')
        && words
            .bytes()
            .all(|byte| scan::is_in("+-=:", char::from(byte)))
}

/// Writes a table.
fn write(grid: &[&str], text: &mut String) {
    let Some(rule) = grid.first() else {
        return;
    };
    let columns = scan::places(rule, b'+').len() - 1;
    let Some(rows) = rows(grid, columns) else {
        for part in &["```\n", &grid.join("\n"), "\n```\n"] {
            text.push_str(part);
        }
        return;
    };
    let has_head = grid.iter().any(|line| line.starts_with("+="));
    let between = scan::joined(&["|", &scan::repeated("---|", columns as u32), "\n"]);
    if !has_head {
        text.push_str(&scan::joined(&[
            "|",
            &scan::repeated(" |", columns as u32),
            "\n",
        ]));
        text.push_str(&between);
    }
    for (number, row) in rows.iter().enumerate() {
        text.push('|');
        for cell in row {
            text.push_str(cell);
            text.push('|');
        }
        text.push('\n');
        if has_head && number == 0 {
            text.push_str(&between);
        }
    }
}

/// The cells of each row; nothing where one has more or fewer than the table, or the last one has no line below it.
fn rows(grid: &[&str], columns: usize) -> Option<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let mut row = vec![String::new(); columns];
    for line in grid {
        if is_rule(line) {
            if row.iter().any(|cell| !cell.is_empty()) {
                rows.push(std::mem::replace(&mut row, vec![String::new(); columns]));
            }
            continue;
        }
        let inside = line.strip_prefix('|')?.strip_suffix('|')?;
        let cells = scan::parts(inside, "|");
        if cells.len() != columns {
            return None;
        }
        for (cell, words) in row.iter_mut().zip(cells) {
            let words = scan::trimmed(words);
            // Items of a list in a cell stand on lines of their own.
            let mark = if scan::begins_with(words, "-*") {
                "<br>"
            } else {
                " "
            };
            scan::push_apart(cell, mark, words);
        }
    }
    // What no line closes is none.
    row.iter().all(String::is_empty).then_some(rows)
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn drawn_tables_are_tables() {
        for (source, text) in [
            (
                "a\n\n+---+----+\n| x | y  |\n+===+====+\n| 1 | - b |\n|   | - c |\n+---+----+\n\nb\n",
                "a\n\n|x|y|\n|---|---|\n|1|- b<br>- c|\n\nb\n",
            ),
            ("+---+\n| x |\n+---+\n", "| |\n|---|\n|x|\n"),
            (
                "+---+---+\n| all |\n+---+---+\n",
                "```\n+---+---+\n| all |\n+---+---+\n```\n",
            ),
            ("+---+\n| x |\n", "```\n+---+\n| x |\n```\n"),
            ("a +--b\n", "a +--b\n"),
        ] {
            assert_eq!(drawn(source), text, "{source}");
        }
    }
}
