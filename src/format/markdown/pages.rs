//! Marks for the end of a page that stand alone on a line, or in a comment.

use crate::scan;

/// The label of the page that begins at a line of words: `[p. 12]`, `[Page 12]`, `\newpage`, which has none.
pub(super) fn of_line(line: &str) -> Option<&str> {
    let line = scan::trimmed(line);
    if scan::listed(COMMANDS, line) {
        return Some("");
    }
    let inside = line
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))?;
    numbered(scan::trimmed(inside))
}

/// The same of a comment: `page 12`, `pb 12`, `page break`.
pub(super) fn of_comment(words: &str) -> Option<&str> {
    let words = scan::trimmed(words);
    if scan::listed(BREAKS, words) {
        return Some("");
    }
    numbered(words)
}

/// The number behind a word for a page.
fn numbered(words: &str) -> Option<&str> {
    let words_for_page = scan::parts(PAGES, "|");
    let (row, rest) = scan::after_any(words, &words_for_page)?;
    let is_whole_word = words_for_page
        .get(row)
        .is_some_and(|word| word.ends_with('.'));
    let number = scan::trim(rest, " :=#\"'");
    let is_apart = is_whole_word || scan::begins_with(rest, " :=#");
    (is_apart && is_number(number)).then_some(number)
}

/// `12`, `12r`, `xiv`, `12-13`.
fn is_number(words: &str) -> bool {
    let is_roman = scan::trim(words, "ivxlcIVXLC").is_empty();
    let rest = scan::trim_start(words, "0123456789");
    let is_counted = rest.len() < words.len()
        && (rest.len() <= 1 && rest.bytes().all(|byte| byte.is_ascii_alphabetic())
            || scan::trim_start(rest, "-–0123456789").is_empty());
    !words.is_empty() && words.len() <= 12 && (is_roman || is_counted)
}

/// What LaTeX and the generators of sites call for.
const COMMANDS: &str = "\\newpage|\\pagebreak|\\clearpage|{{< pagebreak >}}|{{% pagebreak %}}";

/// What comments say that name no page.
const BREAKS: &str = "page break|pagebreak|page-break|new page|newpage|pb";

/// Words for a page.
const PAGES: &str = "page|p.|pg.|pag.|pb|seite|s.|folio|fol.|f.|стр.|с.|página|pagina|strona|str.";
