//! Words that the end of a line divides: whether their hyphen is only the line's, or the word's own.

use super::super::lines::Line;
use super::paragraph::{begins_small, is_wide};
use crate::diagnostic::{Code, Remarks};
use crate::document::{HAS_PAPERS, Span};
use crate::scan;

/// The lines of a text, whose words tell of those that are divided.
#[derive(Debug, Default)]
pub(super) struct Hyphens<'l> {
    /// None where words may not be put together: those of a record stand as they are.
    pub(super) lines: &'l [Line<'l>],
    /// Which line is being read.
    pub(super) at: usize,
}

/// First parts of words that keep their hyphen.
const KEPT: &str =
    "self|non|vice|well|half|semi|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

/// Words before which a hyphen stands for what two words have in common: `pre- and post-war`.
const JOINING: &str = "and|or|to|und|oder|et|ou|y|e|и|или";

/// How many lines before and behind a divided word are looked at for the same one with its hyphen.
const AROUND: usize = 30;

/// The longest part of a word, in bytes.
const LONGEST: usize = 64;

impl Hyphens<'_> {
    /// Makes words ready for those that go on behind them, on a line or more at that place: takes away a hyphen that is only
    /// the line's, and says whether the next word stands right behind.
    pub(super) fn join(
        &self,
        words: &mut String,
        behind: &str,
        place: Span,
        remarks: &mut Remarks,
    ) -> bool {
        if !HAS_PAPERS || self.lines.is_empty() {
            return false;
        }
        let next = behind.trim_start();
        let (before, last) = last_character(words);
        if is_wide(last) {
            return scan::first(next).is_some_and(is_wide);
        }
        if !is_soft(last) {
            let first = last_part(before);
            let second = scan::to(next, scan::run(next, is_of_word));
            if !is_hyphen(last)
                || first.is_empty()
                || second.is_empty()
                || scan::listed(JOINING, second)
            {
                return false;
            }
            if !begins_small(second) {
                // `Anglo-Saxon`, `1914-18`; but no dash behind a word.
                return !begins_small(first);
            }
            if self.is_compound(first, second) {
                return true;
            }
            let message = [
                "the word «",
                first,
                second,
                "» is divided at the end of a line: its hyphen is taken for the line's",
            ];
            remarks.add(Code::HyphenInferred, place, &message);
        }
        words.truncate(before.len());
        true
    }

    /// Whether a hyphen belongs to a word: the word has it in a line nearby, or its first part is more than the beginning
    /// of a word, as a letter alone, capitals, or a compound are.
    fn is_compound(&self, first: &str, second: &str) -> bool {
        let compound = scan::joined(&[first, "-", second]);
        let around = self.lines.iter().skip(self.at.saturating_sub(AROUND));
        let mut around = around.take(2 * AROUND);
        let mut letters = first.chars();
        letters.next();
        letters.as_str().is_empty()
            || !letters.all(scan::is_small)
            || scan::listed(KEPT, first)
            || around.any(|line| scan::find(line.text, &compound).is_some())
    }
}

/// Words without their last character, and that character.
fn last_character(words: &str) -> (&str, char) {
    let mut characters = words.chars();
    let last = characters.next_back().unwrap_or_default();
    (characters.as_str(), last)
}

/// Whether words end in the middle of one that goes on with the line.
pub(super) fn goes_on(words: &str, line: &str) -> bool {
    let (before, last) = last_character(words);
    is_soft(last) || is_hyphen(last) && begins_small(line) && !last_part(before).is_empty()
}

/// A soft hyphen, and the sign that some OCR programs write for it.
fn is_soft(c: char) -> bool {
    matches!(c, '\u{ad}' | '¬')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}')
}

/// The last word; nothing where words end with another mark. Of a long one it is the end.
fn last_part(words: &str) -> &str {
    let start = words.floor_char_boundary(words.len().saturating_sub(LONGEST));
    let word = scan::trim_start(scan::last_word(scan::from(words, start)), "\"“„«('[");
    let (_, last) = last_character(word);
    if scan::is_letter(last) || last.is_ascii_digit() {
        word
    } else {
        ""
    }
}

fn is_of_word(c: char) -> bool {
    scan::is_letter(c) || c.is_ascii_digit() || c == '-'
}
