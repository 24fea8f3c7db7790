//! Marks that nothing but Markdown has. Every build has them: one that reads no Markdown says by them what it was given.

use crate::scan;

/// How many points make a text Markdown that has no front matter.
const ENOUGH: u32 = 4;

/// Whether a text begins like Markdown that has no front matter: with enough marks that nothing else has.
pub(super) fn sniff(start: &str) -> bool {
    !is_json(start) && score(start) >= ENOUGH
}

/// Whether a text begins like JSON, whose words may be Markdown.
fn is_json(start: &str) -> bool {
    let inside = scan::trim_start(start, "[ \t\r\n");
    scan::begins_with(start.trim_start(), "{[") && scan::begins_with(inside, "{\"")
}

/// How much speaks for Markdown. What records, mails and plain text have too counts for nothing: lists, lines below a
/// heading, `>` before what is quoted; bold type alone is not enough.
fn score(start: &str) -> u32 {
    let (mut headings, mut bold, mut links, mut others) = (0, 0, 0, 0);
    let mut fences = 0;
    for line in start.split(['\n', '\r']) {
        let words = line.trim();
        let marks = scan::run(words, |c| c == '#');
        if line.starts_with("```") || line.starts_with("~~~") {
            fences += 1;
        }
        if (1..=6).contains(&marks) && scan::from(words, marks).starts_with(' ') {
            headings += 2;
        }
        if is_definition(words) || is_rule_of_table(words) {
            others += ENOUGH;
        }
        if is_link(words) {
            links += 3;
        }
        if let Some((_, rest)) = scan::split(words, "**")
            && scan::find(rest, "**").is_some()
        {
            bold += 1;
        }
    }
    headings.min(3) + bold.min(2) + links.min(6) + others + if fences > 1 { 3 } else { 0 }
}

/// `[name]: https://…` or `[^1]: words`.
fn is_definition(line: &str) -> bool {
    let Some((name, value)) = line
        .strip_prefix('[')
        .and_then(|rest| scan::split(rest, "]: "))
    else {
        return false;
    };
    let is_note = name.starts_with('^');
    let leads = scan::after_any(value, &["http", "<http", "/", "./", "#", "mailto:"]).is_some();
    !name.is_empty() && scan::find(name, "]").is_none() && (is_note || leads)
}

/// `| --- | :-: |`: nothing but dashes, colons and bars, two bars or dashes apart by one at least.
fn is_rule_of_table(line: &str) -> bool {
    line.len() >= 7
        && scan::find(line, "-|")
            .or_else(|| scan::find(line, "- |"))
            .or_else(|| scan::find(line, ":|"))
            .is_some()
        && scan::trim(line, "-:| \t").is_empty()
}

/// `[words](address)`.
fn is_link(line: &str) -> bool {
    let Some((_, rest)) = scan::split(line, "](") else {
        return false;
    };
    let Some((address, _)) = scan::split(rest, ")") else {
        return false;
    };
    let leads = scan::after_any(address, &["http", "/", "./", "../", "#", "mailto:"]).is_some();
    leads || scan::find(address, ".").is_some() && scan::is_seamless(address)
}
