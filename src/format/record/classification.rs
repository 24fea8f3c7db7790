//! Words that say how secret a document was, how urgent, or which copy it is.

use super::names;
use crate::scan;

/// The longest of them, in bytes.
const LONGEST: usize = 60;

/// How secret or urgent it was, or which copy it is: `TOP SECRET`, `Secret. Copy No. 1`, `C O N F I D E N T I A L`.
pub(super) fn is_classification(words: &str) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    let words = scan::trim(words, "[]()*/ ");
    let name = scan::to(words, scan::run(words, |c| !scan::is_in(".,;:/(-–", c)));
    let is_copy = |word: &str| names::code(word) == Some(names::COPY);
    names::code(name) == Some(names::CLASSIFIED)
        || names::code(&set_apart(words)) == Some(names::CLASSIFIED)
        || (words.len() <= 30
            && scan::has_digit(words)
            && (is_copy(scan::first_word(words)) || is_copy(scan::last_word(words))))
}

/// The word whose letters stand one by one at the start.
pub(super) fn set_apart(words: &str) -> String {
    let mut word = String::new();
    for letter in scan::parts(words, " ") {
        if letter.len() > 1 {
            break;
        }
        word.push_str(letter);
    }
    word
}
