//! Links between notes, `[[Name|words]]`, and what is shown of others, `![[Name]]`, as Obsidian and wikis write them.

use std::borrow::Cow;

use super::fences::Fences;
use crate::scan;

/// A text with the words of such links alone, and without the names of blocks; adds what it shows of other notes.
///
/// Two brackets may as well be an editor's. They are those of links where one of them has words of its own, or shows something.
pub(super) fn words<'s>(source: &'s str, shown: &mut Vec<String>) -> Cow<'s, str> {
    // `[[Name]]: /address` says where a link of Markdown leads that has brackets in its name.
    let is_markdown = scan::find(source, "]]:").is_some();
    if is_markdown || scan::find(source, "![[").is_none() && !has_words(source) {
        return Cow::Borrowed(source);
    }
    let (mut text, mut fences) = (String::with_capacity(source.len()), Fences::default());
    for line in source.split_inclusive('\n') {
        match fences.is_code(line) {
            true => text.push_str(line),
            false => {
                let named = without_name(line);
                in_line(named, &mut text, shown);
                if named.len() < line.len() {
                    text.push('\n');
                }
            }
        }
    }
    Cow::Owned(text)
}

/// Whether a link has words of its own.
fn has_words(source: &str) -> bool {
    let mut rest = source;
    while let Some((_, behind)) = scan::split(rest, "[[") {
        if link(behind).is_some_and(|inside| scan::find(inside, "|").is_some()) {
            return true;
        }
        rest = behind;
    }
    false
}

/// What stands in a link whose brackets have begun; nothing where these are those of a link of Markdown.
fn link(behind: &str) -> Option<&str> {
    let length = scan::run(behind, |c| !scan::is_in("[]\n", c));
    let rest = scan::from(behind, length).strip_prefix("]]")?;
    (length > 0 && !scan::begins_with(rest, "([:")).then(|| scan::to(behind, length))
}

fn in_line(line: &str, text: &mut String, shown: &mut Vec<String>) {
    let (mut rest, mut ticks) = (line, 0);
    while let Some((before, behind)) = scan::split(rest, "[[") {
        ticks += scan::places(before, b'`').len();
        let Some(inside) = link(behind).filter(|_| ticks % 2 == 0) else {
            text.push_str(scan::to(rest, before.len() + 2));
            rest = behind;
            continue;
        };
        // In a table the bar stands behind a backslash.
        let (name, words) = scan::split(inside, "|").unwrap_or((inside, inside));
        match before.strip_suffix('!') {
            Some(before) => {
                text.push_str(before);
                shown.push(scan::owned(scan::trim(name, "\\")));
            }
            None => {
                text.push_str(before);
                text.push_str(scan::trim(words, "# "));
            }
        }
        rest = scan::from(behind, inside.len() + 2);
    }
    text.push_str(rest);
}

/// A line without the name of its block, ` ^name`, at its end.
fn without_name(line: &str) -> &str {
    let words = scan::trimmed(line);
    let last = scan::last_word(words);
    let is_name = last.strip_prefix('^').is_some_and(|name| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    match is_name && last.len() < words.len() {
        true => scan::to(line, scan::trim_end(line, " \r\n").len() - last.len()),
        false => line,
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn links_between_notes_are_their_words() {
        for (source, text) in [
            (
                "To [[Hunter Pell|H. Pell]] of [[Varen]].",
                "To H. Pell of Varen.",
            ),
            (
                "![[scan.png|300]]See [[#Decisions]] [[1]](#n)",
                "See Decisions [[1]](#n)",
            ),
            ("[[illegible]] [[1]](#n)", "[[illegible]] [[1]](#n)"),
            ("![[a]]\n```\n[[b]]\n```\n", "\n```\n[[b]]\n```\n"),
        ] {
            assert_eq!(words(source, &mut Vec::new()), text, "{source}");
        }
    }
}
