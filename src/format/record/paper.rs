//! A paper without labels, in a build that knows none: its head, its words, and below them where it lies in the archive.
//! Where there may be a label, or a date that this build does not know, it is left to one that knows more.

use super::head::{self, What};
use super::names;
use super::sections::{Section, is_clear, of_paper};
use crate::diagnostic::Remarks;
use crate::document::Kind;
use crate::format::lines::Line;
use crate::limits;
use crate::scan;

/// Cuts it into its sections.
pub(super) fn sections<'s>(lines: &[Line<'s>], remarks: &mut Remarks) -> Vec<Section<'s>> {
    let (pieces, end) = head::find(lines);
    let is_clear = pieces.iter().any(is_clear);
    let rest = lines.get(end..).unwrap_or(&[]);
    let below = rest.iter().position(|line| !line.is_blank()).unwrap_or(0);
    let mut labels = rest.get(below..).unwrap_or(&[]);
    if is_clear {
        labels = labels.get(..1).unwrap_or(&[]);
    }
    let mut dates = lines.iter().take(end + below + 1);
    if dates.any(|line| scan::parts(line.text, "  ").iter().any(may_be_date))
        || labels.iter().any(|line| may_be_label(line, is_clear))
    {
        remarks.leave();
    }
    of_paper(pieces, rest)
}

/// How many words the names of labels have at most that may stand in a text as well.
const COMMON: usize = 3;

/// Whether a line may begin with a label: with the name of one that only catalogues have, or of a text, alone on its line or
/// before a mark; with one in emphasis; or with any that has a colon behind it, alone on its line or `below_head`.
fn may_be_label(line: &Line, below_head: bool) -> bool {
    let words = scan::trimmed(line.text);
    let beginning = scan::to(words, words.floor_char_boundary(limits::LABEL + 2));
    let length = scan::run(beginning, |c| !scan::is_in(":：|\t", c));
    let name = scan::to(
        beginning,
        scan::find(beginning, "  ").unwrap_or(length).min(length),
    );
    let behind = scan::from(words, name.len());
    let is_of_text = |at: &usize| {
        let word = scan::from(words, *at);
        let word = scan::to(word, scan::run(word, scan::is_letter));
        names::code(word).is_some_and(|code| code.is_ascii_digit())
    };
    let starts = scan::word_starts(name);
    scan::begins_with(words, "*_#|【")
        || name.len() <= limits::LABEL
            && (scan::has_any(name, "(")
                || name.chars().any(|c| !c.is_ascii() && scan::is_letter(c))
                || names::code(name).is_some_and(|code| code.is_ascii_uppercase())
                || behind.len() < 2 && starts.iter().any(is_of_text)
                || !behind.is_empty() && (below_head || behind.len() < 2) && starts.len() <= COMMON)
}

/// The longest line, or part of one, that may be a date with its place, in bytes, as in `head.rs`.
const LONGEST_CELL: usize = 100;

/// Whether words may be a date, or have one behind a place, where this build sees none, or sees less of it: the day of the week.
fn may_be_date(words: &&str) -> bool {
    let words = scan::trimmed(words);
    if words.len() > LONGEST_CELL {
        return false;
    }
    match head::what(words) {
        Some(What::Date) => head::dated(words).is_none_or(|(place, _)| {
            let day = scan::last_word(place).get(..3).unwrap_or_default();
            scan::has_digit(place) || scan::listed("mon|tue|wed|thu|fri|sat|sun", day)
        }),
        Some(What::Number) => head::number(words).is_some_and(|(sort, _)| is_foreign(sort)),
        Some(_) => false,
        // Letters set apart may be the name of a kind.
        None => words.as_bytes().get(1) == Some(&b' ') || may_have_date(words),
    }
}

/// Whether words have letters of another script than Latin.
fn is_foreign(words: &str) -> bool {
    words.chars().any(|c| c > '\u{24f}' && scan::is_letter(c))
}

/// Words that stand in titles and in sentences, and in no date.
const OF_NONE: &str = "is|are|was|were|has|have|had|that|this|he|we|my|our|his|it|for|with|by|regarding|concerning|marked";

/// Whether words have digits or a Roman number, or count the years of the French Republic, and are no title or sentence; or say
/// in another script what this build does not know.
fn may_have_date(words: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{6f9}');
    let is_number = |word: &&str| word.chars().any(is_digit) || is_roman(word) || *word == "an";
    let parts = scan::parts(words, " ");
    let is_short_number = words.len() < 4 && scan::number(words).is_some();
    is_foreign(words)
        || !is_short_number
            && !parts.iter().any(|word| scan::listed(OF_NONE, word))
            && parts
                .iter()
                .position(is_number)
                .is_some_and(|at| !is_title(words, parts.get(..at).unwrap_or_default()))
}

/// Whether a word is a Roman number, with the ending of an ordinal or without; `CC` is the Central Committee.
fn is_roman(word: &str) -> bool {
    let number = scan::to(word, scan::run(word, |c| scan::is_in("IVXLC", c)));
    let ending = scan::from(word, number.len());
    let is_short = ending.len() < 3 || !scan::continues_word(ending);
    number.len() > 1 && scan::has_any(number, "IVX") && is_short
}

/// Whether words with such a number are a title, by those before it.
fn is_title(words: &str, before: &[&str]) -> bool {
    let has_small_words = before
        .iter()
        .any(|word| scan::listed("to|of|from|between", word));
    let has_comma = before.iter().any(|word| word.ends_with(','));
    let (_, title) = head::title(words);
    Kind::at_start(title).is_some() && (has_small_words || !has_comma)
}
