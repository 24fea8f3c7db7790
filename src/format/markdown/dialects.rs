//! Marks that CommonMark does not know, and that generators of sites and keepers of notes use besides: commands, boxes,
//! attributes, highlights. They are no words, and read as words they would tear the text apart.

use std::borrow::Cow;

use super::fences::Fences;
use super::pages;
use crate::scan;

/// A text without such marks.
pub(super) struct Cleaned<'s> {
    pub(super) text: Cow<'s, str>,
    /// What a command was told, which may be words.
    pub(super) commands: Vec<&'s str>,
}

/// What commands stand between: those of Hugo, Jekyll and the like.
const COMMANDS: [(&str, &str); 4] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}")];

/// Takes the marks out of a text. What stands between fences is code, and stays.
pub(super) fn clean(source: &str) -> Cleaned<'_> {
    let mut commands = Vec::new();
    let marks = [
        ":::", "{%", "{{", "{:", "[!", "]{", "){", "==", "%%", "| ", "\n: ",
    ];
    if !marks.iter().any(|mark| scan::find(source, mark).is_some()) {
        let text = Cow::Borrowed(source);
        return Cleaned { text, commands };
    }
    let (mut text, mut fences) = (String::with_capacity(source.len()), Fences::default());
    for line in source.split_inclusive('\n') {
        let words = scan::trim_start(line, " \t>");
        match fences.is_code(line) {
            true => text.push_str(line),
            false => block(line, words, &mut text, &mut commands),
        }
    }
    let text = Cow::Owned(text);
    Cleaned { text, commands }
}

/// A line; a mark that takes the whole of it parts what stands above from what stands below.
fn block<'s>(line: &'s str, words: &'s str, text: &mut String, commands: &mut Vec<&'s str>) {
    let before = scan::to(line, line.len() - words.len());
    let trimmed = scan::trimmed(words);
    if trimmed.starts_with("{:") && trimmed.ends_with('}') {
        // Where the table of contents comes, an item says so.
        let above = scan::trim_end(text, "\r\n").len();
        let start = scan::find_last(scan::to(text, above), "\n").map_or(0, |at| at + 1);
        if trimmed == "{:toc}" && scan::begins_with(scan::from(text, start), "*-1") {
            text.truncate(start);
        }
        return;
    }
    // Below a table stands what it is called, and not what the last row of it means.
    if let Some(words) = trimmed.strip_prefix(": ")
        && scan::trim_end(text, "\r\n")
            .lines()
            .next_back()
            .is_some_and(|row| row.starts_with('|'))
    {
        let words = scan::find_last(words, " {").map_or(words, |at| scan::to(words, at));
        text.push_str(words);
        text.push('\n');
        return;
    }
    if let Some(words) = trimmed.strip_prefix(":::") {
        for part in &["\n", before, title(words), "\n\n"] {
            text.push_str(part);
        }
        return;
    }
    // The kind of a callout is a look; its title is words.
    if let Some((kind, title)) = trimmed
        .strip_prefix("[!")
        .and_then(|rest| rest.split_once(']'))
        && scan::find(before, ">").is_some()
        && !kind.is_empty()
        && kind.bytes().all(|byte| byte.is_ascii_alphabetic())
    {
        let title = scan::trim(title, "+- \t");
        text.push_str(before);
        if !title.is_empty() {
            for part in &["**", title, "**\n", before] {
                text.push_str(part);
            }
        }
        text.push('\n');
        return;
    }
    // A line of a block of verse; in a table there are more bars.
    let verse = trimmed
        .strip_prefix("| ")
        .filter(|verse| scan::find(verse, "|").is_none());
    if let Some(verse) = verse {
        text.push_str(before);
        in_line(scan::trimmed(verse), text, commands);
        text.push_str("  \n");
        return;
    }
    let start = text.len();
    in_line(line, text, commands);
    // A line of commands alone is none.
    if scan::trimmed(scan::from(text, start)).is_empty() && !trimmed.is_empty() {
        text.push('\n');
    }
}

/// The title of a box: what stands behind its name and its attributes.
fn title(words: &str) -> &str {
    let rest = scan::trim_start(words, ": \t");
    if let Some((_, behind)) = scan::split(rest, "title=\"") {
        return scan::to(behind, scan::find(behind, "\"").unwrap_or(0));
    }
    let name = scan::run(rest, |c| c.is_ascii_alphanumeric() || scan::is_in("-_", c));
    let rest = scan::trim_start(scan::from(rest, name), " \t");
    let rest = match rest.strip_prefix('{') {
        Some(attributes) => scan::split(attributes, "}").map_or("", |(_, behind)| behind),
        None => rest,
    };
    scan::trim(rest, "[]: \t")
}

/// What stands in a line, without marks.
fn in_line<'s>(line: &'s str, text: &mut String, commands: &mut Vec<&'s str>) {
    // Where the line begins in the text, and where the last bracket in it has opened.
    let (mut rest, mut opened) = (line, None);
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '{' => {
                command(line, rest, text, commands).or_else(|| attributes(rest, text, &mut opened))
            }
            '%' => between(rest, "%%").map(str::len).map(|length| length + 4),
            '=' => highlight(rest, text),
            '`' => {
                let code = between(rest, "`").map_or(1, |code| code.len() + 2);
                text.push_str(scan::to(rest, code));
                Some(code)
            }
            _ => None,
        };
        if let Some(length) = length {
            rest = scan::from(rest, length);
            continue;
        }
        if c == '[' {
            opened = Some(text.len());
        }
        text.push(c);
        rest = scan::from(rest, c.len_utf8());
    }
}

/// What stands between two marks, the first of which is the start; none where that is nothing.
fn between<'s>(rest: &'s str, mark: &str) -> Option<&'s str> {
    let inside = rest.strip_prefix(mark)?;
    let length = scan::find(inside, mark).filter(|length| *length > 0)?;
    Some(scan::to(inside, length))
}

/// How long the command is that comes next. One for the end of a page is read where it stands alone on a line, and among words
/// is what a comment says.
fn command<'s>(
    line: &str,
    rest: &'s str,
    text: &mut String,
    commands: &mut Vec<&'s str>,
) -> Option<usize> {
    let (open, close) = COMMANDS.iter().find(|(open, _)| rest.starts_with(open))?;
    let inside = scan::from(rest, open.len());
    // No further than to the next one: what nothing ends is looked through once.
    let next = scan::find(inside, open).unwrap_or(inside.len());
    let length = scan::find(scan::to(inside, next), close)?;
    let whole = scan::to(rest, open.len() + length + close.len());
    match pages::of_line(whole) {
        Some(_) if scan::trimmed(line) == whole => return None,
        Some(_) => text.push_str("<!-- page break -->"),
        None => commands.push(scan::to(inside, length)),
    }
    Some(whole.len())
}

/// How long attributes are that come next, behind a bracket that ends. The brackets go with them that stand around words
/// alone, and not around the number of a page.
fn attributes(rest: &str, text: &mut String, opened: &mut Option<usize>) -> Option<usize> {
    let inside = rest.strip_prefix('{')?;
    let length = scan::run(inside, |c| !scan::is_in("{}", c));
    if !scan::from(inside, length).starts_with('}') {
        return None;
    }
    let inside = scan::to(inside, length);
    let is_said = scan::begins_with(inside, ".#:") || scan::find(inside, "=").is_some();
    if !is_said || !scan::ends_with(text, "])`") {
        return None;
    }
    if let Some(at) = opened.take()
        && text.ends_with(']')
        && pages::of_line(scan::from(text, at)).is_none()
    {
        text.pop();
        text.remove(at);
    }
    Some(length + 2)
}

/// Words that are highlighted: `==words==`.
fn highlight(rest: &str, text: &mut String) -> Option<usize> {
    let words = between(rest, "==")?;
    let is_apart = scan::begins_with(words, " =\t") || scan::ends_with(words, " =\t");
    if is_apart || scan::ends_with(text, "=") {
        return None;
    }
    for part in &["<mark>", words, "</mark>"] {
        text.push_str(part);
    }
    Some(words.len() + 4)
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn marks_of_sites_are_no_words() {
        for (source, text) in [
            (
                "Hills {{< name ref=\"#k\" >}}Karl{{< /name >}}, go.",
                "Hills Karl, go.",
            ),
            ("a\n{% include x.html %}\nb\n", "a\n\n\nb\n"),
            (
                "A [word]{.hand2}, [p. 2]{.pb} ![i](a.png){#i width=5}",
                "A word, [p. 2] ![i](a.png)",
            ),
            ("end\n{: .closing #x }\n", "end\n"),
            (
                "a\n::: {.note title=\"On it\"}\nb\n:::\n",
                "a\n\nOn it\n\nb\n\n\n\n",
            ),
            ("::: verse\n", "\n\n\n"),
            ("> [!info]- State\n> torn\n", "> **State**\n> \n> torn\n"),
            ("==three dead== %% check %%.", "<mark>three dead</mark> ."),
            (
                "| The Lord\n|    taketh\n\n| a | b |\n",
                "The Lord  \ntaketh  \n\n| a | b |\n",
            ),
            ("Title\n=====\n", "Title\n=====\n"),
            (
                "```{r}\n{{< x >}}\n```\n`[a]{.b}` {not} one",
                "```{r}\n{{< x >}}\n```\n`[a]{.b}` {not} one",
            ),
            ("{{< pagebreak >}}", "{{< pagebreak >}}"),
            ("a {{< pagebreak >}} b", "a <!-- page break --> b"),
        ] {
            assert_eq!(clean(source).text, text, "{source}");
        }
    }
}
