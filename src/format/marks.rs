//! Marks that nothing but Markdown has. Every build has them: one that reads no Markdown says by them what it was given.

use crate::scan;

/// How many points make a text Markdown that has no front matter.
const ENOUGH: u32 = 4;

/// Whether a text begins like Markdown that has no front matter: with enough marks that nothing else has.
///
/// What records, mails and plain text have too counts for nothing: lists, lines below a heading, `>` before what is quoted;
/// bold type alone is not enough. In JSON there may be Markdown, but it is none.
pub(super) fn sniff(start: &str) -> bool {
    let inside = scan::trim_start(start, "[ \t\r\n");
    if scan::begins_with(inside, "{\"") && scan::begins_with(scan::trimmed(start), "{[") {
        return false;
    }
    let mut points = [0; KINDS];
    for line in start.split(['\n', '\r']) {
        let (kind, more) = mark(scan::trimmed(line));
        if let (Some(sum), Some(most)) = (points.get_mut(kind), MOST.get(kind)) {
            *sum = (*sum + more).min(*most);
        }
    }
    points.into_iter().sum::<u32>() >= ENOUGH
}

/// Kinds of marks: headings, bold words, links, and fences, of which there are two; definitions and tables are enough.
const KINDS: usize = 5;
const MOST: [u32; KINDS] = [3, 2, 6, 3, ENOUGH];

/// The kind of the mark on a line, and its points.
fn mark(line: &str) -> (usize, u32) {
    let marks = scan::run(line, |c| c == '#');
    let has = |words: &str| scan::find(line, words).is_some();
    let is_rule = line.len() > 4 && has("|") && has("--") && scan::trim(line, "-:| \t").is_empty();
    if is_rule || is_definition(line) {
        return (4, ENOUGH);
    }
    if (1..=6).contains(&marks) && scan::from(line, marks).starts_with(' ') {
        return (0, 2);
    }
    if scan::parts(ADDRESSES, "|").into_iter().any(has) {
        return (2, 3);
    }
    if line.starts_with("```") || line.starts_with("~~~") {
        return (3, 2);
    }
    let bold = scan::split(line, "**").and_then(|(_, rest)| scan::find(rest, "**"));
    (1, u32::from(bold.is_some()))
}

/// How an address begins behind the words of a link.
const ADDRESSES: &str = "](http|](#|](/|](.|](mailto:";

/// `[name]: https://…` or `[^1]: words`.
fn is_definition(line: &str) -> bool {
    let parted = line
        .strip_prefix('[')
        .and_then(|rest| scan::split(rest, "]: "));
    parted.is_some_and(|(name, value)| {
        name.starts_with('^') || scan::after_any(value, &["http", "<http", "/", "#"]).is_some()
    })
}
