//! Which lines a build for the commonest records, or for papers, reads as one that knows more does. All others it leaves to such a
//! one, and some that it need not.

use super::super::lines::Line;
use super::BOOK;
use super::pages;
use super::paragraph::is_wide;
use crate::document::HAS_PAPERS;
use crate::scan;

/// In so many bytes at its beginning a line shows whether it may be a greeting, or the label of a text.
const BEGINNING: usize = 60;

/// How words for translations and transcriptions begin in languages of the Latin script, where they have letters beyond ASCII.
const LABELS: [&str; 8] = [
    "Übers",
    "übers",
    "traducció",
    "tradução",
    "transcripció",
    "transcriçã",
    "Tłum",
    "tłum",
];

/// Whether a line begins no note at the foot of a page, is no number of a page and no stroke below a heading, does not end in
/// the middle of a word, and is no greeting or label in a language that this build does not know.
pub(super) fn is_sure(line: &Line) -> bool {
    let words = scan::trimmed(line.text);
    let beginning = scan::to(words, words.floor_char_boundary(BEGINNING));
    // Vietnamese has letters of its own above those of Europe, and is known by none of its words.
    let is_foreign =
        |c: char| c > '\u{24f}' && scan::is_letter(c) && !('\u{1e00}'..'\u{1f00}').contains(&c);
    if HAS_PAPERS {
        // What it does not know there is how greetings and farewells begin.
        let mut letters = beginning.chars();
        return !letters
            .find(|c| scan::is_letter(*c))
            .is_some_and(is_foreign)
            && scan::find(words, BOOK).is_none();
    }
    let is_label = |word: &&str| scan::after_any(word, &LABELS).is_some();
    let goes_on = |c: char| is_wide(c) || scan::is_in("-\u{2010}\u{ad}¬", c);
    !scan::begins_with(words, "*†‡¹²³⁴⁵⁶⁷⁸⁹⁰_#=")
        && scan::after(words, "--").is_none()
        && !words.chars().next_back().is_some_and(goes_on)
        && !beginning.chars().any(is_foreign)
        && !scan::parts(beginning, " ").iter().any(is_label)
        && pages::number(words).is_none()
}
