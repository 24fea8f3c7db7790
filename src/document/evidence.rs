//! What the letters and words of a text say for each language, and how well it reads.
//!
//! Each sign weighs by how many others it could have been: a word more than a letter, a sign of thousands as much as a
//! word. Letters that a language has not speak against it.

use std::ops::Range;

use super::habits::HABITS;
use crate::scan;

/// What one of a language's commonest words counts, and one of its letters; and what a letter that it has not takes away.
const WORD: i32 = 4;
const LETTER: i32 = 2;
const FOREIGN: i32 = 3;
/// What letters of another script than Latin have to count at least: a single one is more often read in the wrong encoding.
const SECOND_SCRIPT: i32 = 8;

/// The most languages that the table may have.
const LANGUAGES: usize = 64;
/// More places than the table has letters and words, a power of two.
const PLACES: usize = 4096;

/// Where a script ends and another one begins. Letters that stand together are of one.
const SCRIPTS: [u32; 17] = [
    0x370, 0x400, 0x530, 0x590, 0x600, 0x780, 0x900, 0x980, 0xE00, 0xE80, 0x10A0, 0x1100, 0x1E00,
    0x2000, 0x3005, 0xAC00, 0xD7B0,
];
/// In these each letter is a sign, as good as a word: those of China and Japan, and of Korea.
pub(super) const SIGNS: Range<usize> = 15..17;

/// The table of languages, by what may stand in a text.
pub(crate) struct Habits {
    /// Words and letters, and the languages that they are of.
    places: Vec<(u32, u64)>,
    /// The languages that are written in each script. Latin has too many letters beyond ASCII for any of them.
    pub(super) scripts: [u64; SCRIPTS.len() + 1],
}

/// What a text says.
pub(crate) struct Evidence {
    /// How many letters there are of each script. A sign is as good as three.
    pub(super) letters: [i32; SCRIPTS.len() + 1],
    /// How many words there are.
    pub(super) words: i32,
    /// How many of them are common ones of each language.
    pub(super) known: [i32; LANGUAGES],
    /// What speaks for each language, less what speaks against it.
    pub(super) points: [i32; LANGUAGES],
    /// What does not stand in any text that is read right.
    faults: i32,
    /// The languages that are written in Latin script.
    latin: u64,
}

impl Habits {
    pub(crate) fn new() -> Habits {
        let mut habits = Habits {
            places: vec![(0, 0); PLACES],
            scripts: [0; SCRIPTS.len() + 1],
        };
        let (mut language, mut column, mut word) = (1, 0, WHOLE);
        for c in HABITS.chars() {
            match (c, column) {
                (' ' | '|', 2) => {
                    habits.add(word, language);
                    word = WHOLE;
                }
                (' ', _) => column += 1,
                (_, 1) => {
                    habits.add(u32::from(c), language);
                    habits.scripts[script(c)] |= language;
                }
                (_, 2) => word = with(word, c),
                _ => {}
            }
            if c == '|' {
                (language, column) = (language << 1, 0);
            }
        }
        habits.scripts[0] = 0;
        habits
    }

    /// The place of a key, or the one that it would have.
    fn find(&self, key: u32) -> usize {
        let mut at = key.wrapping_mul(0x9E37_79B1) as usize >> 20;
        while self.places[at % PLACES].1 != 0 && self.places[at % PLACES].0 != key {
            at += 1;
        }
        at % PLACES
    }

    fn add(&mut self, key: u32, language: u64) {
        let at = self.find(key);
        let place = &mut self.places[at];
        *place = (key, place.1 | language);
    }

    /// What a text says.
    pub(crate) fn evidence(&self, text: &str) -> Evidence {
        let mut evidence = Evidence {
            letters: [0; SCRIPTS.len() + 1],
            words: 0,
            known: [0; LANGUAGES],
            points: [0; LANGUAGES],
            faults: 0,
            latin: !self.scripts.iter().fold(0, |all, script| all | script),
        };
        let (mut word, mut foreign) = (WHOLE, [0, 0]);
        let (mut before, mut last) = (' ', ' ');
        for c in text.chars().chain([' ']) {
            evidence.faults += fault(before, last, c);
            (before, last) = (last, c);
            let script = script(c);
            let is_letter = scan::is_letter(c);
            if word != WHOLE && (SIGNS.contains(&script) || !is_letter) {
                evidence.count(self.places[self.find(word)].1);
                word = WHOLE;
            }
            if !is_letter {
                continue;
            }
            evidence.letters[script] += if SIGNS.contains(&script) { 3 } else { 1 };
            let letter = scan::small(c);
            if !letter.is_ascii() {
                let languages = self.places[self.find(u32::from(letter))].1;
                foreign[usize::from(script > 0)] += FOREIGN;
                each(
                    self.scripts[script] | languages,
                    &mut evidence.points,
                    FOREIGN,
                );
                each(languages, &mut evidence.points, LETTER);
                if SIGNS.contains(&script) {
                    evidence.count(languages);
                    continue;
                }
            }
            word = with(word, letter);
        }
        if foreign[1] > 0 {
            evidence.faults += SECOND_SCRIPT;
        }
        each(evidence.latin, &mut evidence.points, -foreign[0]);
        each(!evidence.latin, &mut evidence.points, -foreign[1]);
        evidence
    }
}

impl Evidence {
    /// Counts a word for the languages that it is a common one of.
    fn count(&mut self, languages: u64) {
        self.words += 1;
        each(languages, &mut self.known, 1);
        each(languages, &mut self.points, WORD);
    }

    /// How well the text reads, in the languages in which it reads best: one in Latin script, and one in another.
    pub(crate) fn score(&self) -> i32 {
        let mut best = [i32::MIN / 4; 2];
        for (language, points) in self.points.iter().enumerate() {
            let of_script = &mut best[(self.latin >> language & 1) as usize];
            *of_script = (*of_script).max(*points);
        }
        best[0] + best[1] - self.faults
    }
}

/// The first place of the greatest number.
pub(super) fn most(numbers: &[i32]) -> usize {
    let mut most = 0;
    for (place, number) in numbers.iter().enumerate() {
        if *number > numbers[most] {
            most = place;
        }
    }
    most
}

/// Adds to the counts of these languages.
fn each(languages: u64, counts: &mut [i32; LANGUAGES], more: i32) {
    let mut left = languages;
    while left != 0 {
        counts[left.trailing_zeros() as usize % LANGUAGES] += more;
        left &= left - 1;
    }
}

/// The key of a word without letters, which no letter has as its own.
const WHOLE: u32 = 1 << 31;

/// The key of a word with one letter more.
fn with(word: u32, letter: char) -> u32 {
    (word ^ u32::from(letter)).wrapping_mul(0x0100_0193) | WHOLE
}

/// What a character takes away behind two others, in whatever language: what texts have not, but bytes that are read in
/// the wrong encoding.
fn fault(before: char, last: char, c: char) -> i32 {
    let [precedes, follows] = [scan::is_letter(last), scan::is_letter(c)];
    let is_mixed = || script(last) != script(c) || (scan::is_small(last) && scan::is_capital(c));
    match c {
        '\u{80}'..='\u{9f}' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => 20,
        _ if precedes && follows && !(last.is_ascii() && c.is_ascii()) && is_mixed() => 4,
        _ if follows && is_mark(last) && scan::is_letter(before) && !scan::is_in(JOINING, last) => {
            3
        }
        _ if is_mark(c) && !scan::is_in(MARKS, c) && !scan::is_in(JOINING, c) => 3,
        _ => 0,
    }
}

/// Whether a character is a mark beyond ASCII, and not of those that East Asian scripts have.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{2e7f}') && !scan::is_letter(c)
}

/// Marks that may stand between letters.
const JOINING: &str = "’‘\u{a0}–—…·\u{ad}";

/// Other marks that texts have.
const MARKS: &str = "“”„‚«»‹›§°№•€£©®™½¼¾²³´†‡¡¿±×÷";

/// The number of a letter's script; all letters of Latin have one.
fn script(c: char) -> usize {
    let c = u32::from(c);
    match SCRIPTS.iter().take_while(|end| **end <= c).count() {
        13 => 0,
        script => script,
    }
}
