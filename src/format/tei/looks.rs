//! How words look in the source (`rend`, `rendition`, `style`) to a fixed list of meanings.

use crate::document::Look;
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

/// What the words of an attribute mean, and whether that is all of them.
///
/// `font-style: italic; text-align:center` and `italic center` mean the same, and so does `#italic`, which names a style.
pub(super) fn look(written: &str) -> (Look, bool) {
    let (mut look, mut is_all) = (Look::NONE, true);
    let parts = |byte: char| !(byte.is_ascii_alphanumeric() || byte == '-');
    for word in written.split(parts).filter(|word| !word.is_empty()) {
        match LOOKS.iter().find(|(words, _)| scan::listed(words, word)) {
            Some((_, meant)) => look = look.with(*meant),
            None => is_all = false,
        }
    }
    (look, is_all)
}
