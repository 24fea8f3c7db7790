//! Marks that nothing but Markdown has. Every build has them: one that reads no Markdown says by them what it was given.

use super::TELLS_FORMS;
use crate::limits;
use crate::scan;

/// Marks that count once, parted by tabs, each behind its points.
///
/// What records, mails and plain text have too is none of them: lists, lines below a heading, `>` before what is quoted.
/// Bold type alone is not enough.
const MARKS: &str = "2\n# \t1\n## \t1\n### \t1**\t4](http\t3](#\t3](/\t3](.\t3](mailto:\t2\n```\t2\n~~~\t4\n[^\t4]: http\t\
    4]: <http\t4-|-\t4- | -\t4:|:\t4: | :";

/// How many points make a text Markdown that has no front matter.
const ENOUGH: u32 = 4;

/// Whether a text begins like Markdown that has no front matter. In JSON there may be Markdown, but it is none.
pub(super) fn sniff(start: &str) -> bool {
    let text = scan::joined(&["\n", start]);
    let mut points = 0;
    for mark in scan::parts(MARKS, "\t") {
        if scan::find(&text, scan::from(mark, 1)).is_some() {
            points += scan::number(scan::to(mark, 1)).unwrap_or(0);
        }
    }
    points >= ENOUGH && !scan::begins_with(scan::trim_start(&text, "[ \t\r\n"), "{")
}

/// Whether a text begins with front matter, whose end may stand behind what is looked at.
pub(super) fn has_front_matter(start: &str) -> bool {
    let Some((row, block)) = scan::after_any(start, &["---\n", "---\r\n", "+++\n", "+++\r\n"])
    else {
        return false;
    };
    if !TELLS_FORMS {
        return true;
    }
    let is_yaml = row < 2;
    let block = scan::joined(&["\n", block]);
    let ends = |mark| scan::find(&block, mark).is_some();
    let is_closed = match is_yaml {
        true => ends("\n---") || ends("\n..."),
        false => ends("\n+++"),
    };
    let lines = scan::parts(&block, "\n");
    let mut lines = lines.into_iter().map(scan::trimmed);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    let is_key = first.is_some_and(|line| key(line, is_yaml).is_some() || ends_block(line));
    is_key && (is_closed || start.len() + 4 > limits::SNIFFED)
}

/// Whether a line is the one that front matter ends with.
fn ends_block(line: &str) -> bool {
    scan::listed("---|...|+++", line)
}

/// The key that a line of YAML or TOML begins with: a few words at most, and no sentence.
pub(super) fn key(line: &str, is_yaml: bool) -> Option<&str> {
    if !is_yaml && line.starts_with('[') {
        return Some(line);
    }
    let (key, value) = scan::split(line, if is_yaml { ":" } else { "=" })?;
    let is_apart = !is_yaml || value.is_empty() || scan::begins_with(value, " \t");
    let is_of_key =
        |c: char| scan::is_letter(c) || c.is_ascii_digit() || scan::is_in("_-. \"'$@/<", c);
    let is_one = scan::run(key, is_of_key) == key.len() && key.len() <= limits::LABEL;
    let is_key = is_one && is_apart && !key.is_empty() && !key.starts_with('-');
    (is_key && scan::places(key, b' ').len() <= 3).then_some(key)
}
