//! Small letters above and below the line within a word, as transcripts have them: `2^nd^`, `M^r^ Adams`, `H~2~O`.
//!
//! The reader of Markdown knows them at the beginning of a word alone.

use super::Content;
use crate::scan;

/// The longest that is taken for one, in bytes.
const LONGEST: usize = 12;

impl Content<'_> {
    /// Puts words with what stands above and below the line in them.
    pub(super) fn words(&mut self, words: &str) {
        let (mut rest, mut at) = (words, 0);
        while let Some(length) = scan::from(rest, at)
            .bytes()
            .position(|byte| matches!(byte, b'^' | b'~'))
        {
            at += length;
            let Some((name, inside)) = small(scan::from(rest, at)) else {
                at += 1;
                continue;
            };
            self.body.words(scan::to(rest, at));
            self.body.start(name, &[]);
            self.body.words(inside);
            self.body.end();
            rest = scan::from(rest, at + inside.len() + 2);
            at = 0;
        }
        self.body.words(rest);
    }
}

/// The element, and its words, that words begin with.
fn small(words: &str) -> Option<(&'static str, &str)> {
    let (name, mark) = match words.starts_with('^') {
        true => ("sup", "^"),
        false => ("sub", "~"),
    };
    let inside = scan::from(words, 1);
    let length = scan::run(inside, |c| scan::is_letter(c) || c.is_ascii_digit());
    let is_closed = scan::from(inside, length).starts_with(mark);
    (is_closed && (1..=LONGEST).contains(&length)).then(|| (name, scan::to(inside, length)))
}
