//! Front matter that breaks the rules of its syntax, line by line: `title: Letters: a selection` has a key all the same.

use super::pairs::Pair;
use crate::document::Span;
use crate::format::lines::lines;
use crate::scan;

/// The keys that begin a line, each with what stands behind it and on the lines below that are indented, word for word, or
/// items of a list. `None` where another line is none of these.
pub(super) fn read(block: &str) -> Option<Vec<Pair>> {
    let mut pairs: Vec<Pair> = Vec::new();
    for line in lines(block) {
        let is_comment = line.text.starts_with('#');
        if line.is_blank() || is_comment {
            continue;
        }
        let words = scan::trimmed(line.text);
        let goes_on = scan::begins_with(line.text, " \t-]}");
        match pairs.last_mut() {
            Some(Pair { values, span, .. }) if goes_on => {
                *span = span.cover(line.span());
                match (words.strip_prefix("- "), values.last_mut()) {
                    (None, Some(value)) => scan::push_apart(value, "\n", words),
                    (item, _) => values.push(scan::owned(without_quotes(item.unwrap_or(words)))),
                }
            }
            _ => pairs.push(pair(words, line.span())?),
        }
    }
    (!pairs.is_empty()).then_some(pairs)
}

fn pair(line: &str, span: Span) -> Option<Pair> {
    let length = scan::run(line, |c| !scan::is_in(":=", c));
    let (key, rest) = (
        scan::trim(scan::to(line, length), " \"'"),
        scan::from(line, length),
    );
    let value = scan::trimmed(scan::from(rest, 1));
    (!key.is_empty() && !rest.is_empty()).then(|| Pair {
        key: scan::owned(key),
        values: vec![scan::owned(without_quotes(value))],
        is_nothing: false,
        span,
    })
}

/// A value without the marks around it.
fn without_quotes(value: &str) -> &str {
    for mark in ["\"", "'"] {
        if let Some(inside) = value
            .strip_prefix(mark)
            .and_then(|rest| rest.strip_suffix(mark))
            && scan::find(inside, mark).is_none()
        {
            return inside;
        }
    }
    value
}
