//! How words look in the source (`rend`, `rendition`, `style`) to a fixed list of meanings.

use crate::document::Look;
use crate::limits;
use crate::scan;

/// Words of the attributes, and of the style sheets in them, with what they mean.
const LOOKS: &[(&str, Look)] = &[
    (
        "italic|italics|ital|it|i|oblique|latintype|cursive|slanted",
        Look::ITALIC,
    ),
    ("bold|b|bo|strong|fett|bolder|heavy", Look::BOLD),
    (
        "smallcaps|small-caps|smcap|sc|smallcap|scap|all-small-caps",
        Look::SMALL_CAPITALS,
    ),
    (
        "caps|allcaps|capsall|capitals|uppercase|allcap|cap",
        Look::CAPITALS,
    ),
    (
        "underline|underlined|u|ul|doubleunderline|underdoubleline|wavyunderline|underscore",
        Look::UNDERLINED,
    ),
    (
        "strikethrough|strike|struck|line-through|overstrike|doublestrikethrough|strikedoublethrough",
        Look::STRUCK,
    ),
    ("superscript|super|sup|sups", Look::SUPERSCRIPT),
    ("subscript|sub", Look::SUBSCRIPT),
    (
        "spaced|spaced-out|letterspace|letterspaced|letter-spacing|gesperrt|expanded|letterspacing",
        Look::SPACED,
    ),
    ("small|smaller|x-small", Look::SMALLER),
    ("large|larger|big|x-large|tall", Look::LARGER),
    (
        "typewriter|typewritten|tt|monospace|code|mono",
        Look::TYPEWRITTEN,
    ),
    ("center|centre|centered|centred|middle", Look::CENTERED),
    (
        "right|flushright|right-align|align-right",
        Look::FLUSH_RIGHT,
    ),
];

/// Looks that are known, by the words of attributes: most documents say the same few things of thousands of elements.
#[derive(Debug, Default)]
pub(super) struct Looks {
    known: Vec<(String, Look, bool)>,
}

impl Looks {
    /// Gives a look the name under which attributes refer to it: the header's `rendition` elements do.
    pub(super) fn name(&mut self, id: &str, words: &str) {
        let (look, _) = look(words);
        self.keep(scan::joined(&["#", id]), look, true);
    }

    /// What the words of an attribute mean, and whether that is all of them.
    pub(super) fn of(&mut self, written: &str) -> (Look, bool) {
        let known = self.known.iter().find(|(words, ..)| {
            // Most differ in length, and need no more than that.
            words.len() == written.len() && words == written
        });
        if let Some((_, look, is_all)) = known {
            return (*look, *is_all);
        }
        let (look, is_all) = look(written);
        self.keep(scan::owned(written), look, is_all);
        (look, is_all)
    }

    fn keep(&mut self, written: String, look: Look, is_all: bool) {
        if self.known.len() < limits::LOOKS {
            self.known.push((written, look, is_all));
        }
    }
}

/// What the words of an attribute mean, and whether that is all of them.
///
/// `font-style: italic; text-align:center` and `italic center` mean the same, and so does `#italic`, which names a style.
fn look(written: &str) -> (Look, bool) {
    let (mut look, mut is_all) = (Look::NONE, true);
    let mut rest = written;
    loop {
        rest = scan::from(rest, scan::run(rest, |c| !is_in_word(c)));
        let word = scan::to(rest, scan::run(rest, is_in_word));
        if word.is_empty() {
            return (look, is_all);
        }
        match LOOKS.iter().find(|(words, _)| scan::listed(words, word)) {
            Some((_, meant)) => look = look.with(*meant),
            None => is_all = false,
        }
        rest = scan::from(rest, word.len());
    }
}

fn is_in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}
