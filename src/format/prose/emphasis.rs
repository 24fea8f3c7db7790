//! Words between underscores, `_so_`: typists and Project Gutenberg write emphasis that way.

use crate::document::{Look, NodeKind, TextBuilder};
use crate::scan;

/// Puts words into a text as far as the last ones in emphasis, and returns the rest.
pub(super) fn push<'w>(builder: &mut TextBuilder, words: &'w str) -> &'w str {
    let mut rest = words;
    while let Some((start, end)) = find(rest) {
        builder.push(scan::to(rest, start));
        builder.open(NodeKind::Highlighted(Look::EMPHASIS));
        builder.push(scan::from(scan::to(rest, end), start + 1));
        builder.close();
        rest = scan::from(rest, end + 1);
    }
    rest
}

/// Where the first pair of underscores stands around words: outside of both no word goes on, and inside no space stands.
fn find(words: &str) -> Option<(usize, usize)> {
    let mut start = None;
    for at in scan::places(words, b'_') {
        let (before, behind) = (scan::to(words, at), scan::from(words, at + 1));
        if let Some(start) = start
            && !scan::continues_word(behind)
            && !scan::begins_with(behind, "_")
            && !scan::ends_with(before, " _")
        {
            return Some((start, at));
        }
        let is_behind_word = scan::ends_with(before, "_0123456789")
            || before.chars().next_back().is_some_and(scan::is_letter);
        if !is_behind_word && !scan::begins_with(behind, " _") {
            start = Some(at);
        }
    }
    None
}
