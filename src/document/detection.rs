//! The language of a text that declares none.

use super::Language;
use super::evidence::{Habits, SIGNS, most};
use super::habits::HABITS;
use super::tag::Tag;
use crate::limits;
use crate::scan;

impl Language {
    /// The language that words are in, by their letters and the commonest words of each language; `None` where that is not
    /// clear.
    ///
    /// ```
    /// use reading_room::Language;
    /// let words = "The keeper of the lamp wrote to the harbour office that it had been dark for three nights, \
    ///     and that he was alone with his dog.";
    /// assert_eq!(Language::detect(words), Language::from_name("English"));
    /// assert_eq!(Language::detect("Boston, Mass."), None);
    /// ```
    pub fn detect(words: &str) -> Option<Language> {
        let window = words.floor_char_boundary(limits::LANGUAGE_WINDOW);
        let habits = Habits::new();
        let mut evidence = habits.evidence(scan::to(words, window));
        let letters = evidence.letters.iter().sum::<i32>();
        let script = most(&evidence.letters);
        let of_script = evidence.letters[script];
        let written = habits.scripts[script];
        if written.is_power_of_two()
            && of_script >= limits::LETTERS_OF_SCRIPT
            && of_script * 10 >= letters * 9
        {
            return named(written.trailing_zeros() as usize);
        }
        let first = most(&evidence.points);
        let points = std::mem::take(&mut evidence.points[first]);
        let second = most(&evidence.points);
        let lead = points - evidence.points[second];
        // Of signs nearly each one tells something; there a word has two or three.
        let words = match SIGNS.contains(&script) {
            true => evidence.words / 3,
            false => evidence.words,
        };
        let is_clear = letters >= limits::LETTERS_OF_LANGUAGE
            && evidence.known[first] * 100 >= words * limits::KNOWN_WORDS
            && points * 10 >= words * limits::POINTS_OF_TEN_WORDS
            && lead >= limits::LEAD.max(words / 5);
        if is_clear { named(first) } else { None }
    }
}

/// The language of a row of the table.
fn named(row: usize) -> Option<Language> {
    let rows = scan::parts(HABITS, "|");
    let tag = scan::first_word(rows.get(row)?);
    Some(Language(Tag::new(tag)))
}
