//! Language tags of the source: which of them a page may have, and the direction of what is written in them.

use crate::document::Direction;
use crate::scan;

/// The scripts that are written from right to left, as the subtags of ISO 15924.
const SCRIPTS: &str =
    "Adlm|Arab|Armi|Hebr|Mand|Mani|Nbat|Nkoo|Palm|Phli|Phlp|Phnx|Prti|Rohg|Samr|Sarb|Syrc|Thaa";

/// The languages that are, where no script is named.
const LANGUAGES: &str = "ar|arc|ara|arz|ckb|dv|fa|fas|he|heb|iw|ji|jpr|jrb|lad|ota|pal|per|phn|ps|sam|sd|syc|syr|ug|ur|yi|yid";

/// The tag, if it is one as BCP 47 writes it.
pub(super) fn tag(value: &str) -> Option<&str> {
    let starts_well = value.bytes().next()?.is_ascii_alphabetic();
    let mut length = 0;
    for byte in value.bytes() {
        length = match byte {
            b'-' if length > 0 => 0,
            _ if byte.is_ascii_alphanumeric() && length < 8 => length + 1,
            _ => return None,
        };
    }
    (starts_well && length > 0).then_some(value)
}

/// The direction in which a language is written, in the script that its tag names.
pub(super) fn direction(tag: &str) -> Direction {
    let mut rest = tag;
    let language = scan::next_word(&mut rest, "-").unwrap_or_default();
    let mut script = scan::next_word(&mut rest, "-");
    while script.is_some_and(|part| !is_script(part)) {
        script = scan::next_word(&mut rest, "-");
    }
    let is_leftward = match script {
        Some(script) => scan::listed(SCRIPTS, script),
        None => scan::listed(LANGUAGES, language),
    };
    if is_leftward {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

fn is_script(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}
