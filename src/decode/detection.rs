//! Which of the older encodings bytes are in that declare none: the one in which they read best in some language.

use super::{legacy, signature};
use crate::document::{Habits, position};
use crate::scan;

/// The encodings that are tried. Where bytes read alike in several, the first one counts.
///
/// Not tried are those that no document was kept in without saying so, and of which the standard knows no decoder.
const LABELS: &str = "windows-1252 windows-1251 koi8-r koi8-u iso-8859-5 windows-1250 iso-8859-2 shift_jis euc-jp \
    gb18030 big5 euc-kr windows-1256 iso-8859-6 windows-1253 iso-8859-7 windows-1254 windows-1255 iso-8859-8 \
    windows-1257 iso-8859-13 iso-8859-4 windows-874 windows-1258 iso-8859-15 iso-8859-3 ibm866 x-mac-cyrillic \
    macintosh";

/// The likeliest encoding. `complete` says that no byte follows.
pub(super) fn likeliest(sample: &[u8], complete: bool) -> &'static str {
    best(LABELS, sample, complete).0
}

/// UTF-16 of scripts whose letters have any bytes, where zeros or control characters say that they are
/// not single bytes, and others that they are not ASCII.
pub(super) fn utf16(head: &[u8]) -> Option<&'static str> {
    let beyond_ascii = head.iter().filter(|byte| !byte.is_ascii()).count();
    if beyond_ascii * 8 < head.len() || !(head.contains(&0) || signature::is_binary(head)) {
        return None;
    }
    let (label, score) = best("utf-16le utf-16be", head, false);
    (score * 2 > position(head.len()) as i32).then_some(label)
}

/// The encoding of these in which bytes read best, and how well.
fn best(labels: &'static str, sample: &[u8], complete: bool) -> (&'static str, i32) {
    let habits = Habits::new();
    let mut best = ("", i32::MIN);
    for label in scan::parts(labels, " ") {
        let mut text = String::new();
        if let Some(mut decoder) = legacy::Decoder::for_label(label) {
            decoder.decode(sample, complete, &mut text);
            let score = habits.evidence(&text).score();
            if score > best.1 {
                best = (label, score);
            }
        }
    }
    best
}
