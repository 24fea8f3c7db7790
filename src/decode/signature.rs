//! What the first bytes tell: file signatures, UTF-8, ISO-2022-JP; and where ASCII and control characters stand.

use crate::document::HAS_MARKUP;

/// Signatures of files that are no text, and what to call them.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x1F\x8B", "a gzip file"),
    (b"\xD0\xCF\x11\xE0", "an older or an encrypted Office file"),
    (b"RIFF", "a sound, film or image file"),
    (b"\0asm", "a WebAssembly module"),
    (b"\x7FELF", "a program"),
];

/// How a zip file begins, which is what Word and OpenDocument pack their parts in.
pub(super) const PACKAGE: &[u8] = b"PK\x03\x04";

/// Whether a package is as this build reads it: natively always, and in a page when the browser has unpacked its parts. They
/// say that they are of version 0 of the form, which no program writes.
pub(super) fn is_unpacked(head: &[u8]) -> bool {
    cfg!(feature = "office")
        && (cfg!(not(target_arch = "wasm32")) || head.get(4..6) == Some(&[0; 2]))
}

/// What a file of another kind is, by its signature.
pub(super) fn not_text(head: &[u8]) -> Option<&'static str> {
    SIGNATURES
        .iter()
        .find(|(signature, _)| head.starts_with(signature))
        .map(|(_, what)| *what)
}

/// Whether bytes begin with a sequence of ISO-2022-JP, after which others of ASCII are Japanese.
pub(super) fn escapes(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0x1B, b'$', b'@' | b'B', ..] | [0x1B, b'(', b'I' | b'J', ..]
    )
}

/// Whether more than a tenth of the bytes are control characters.
pub(super) fn is_binary(head: &[u8]) -> bool {
    let is_control =
        |byte: &&u8| **byte < b' ' && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    head.iter().filter(is_control).count() * 10 > head.len()
}

/// Bytes as words of ASCII, with question marks for others.
#[cfg(feature = "detect")]
pub(super) fn as_ascii(bytes: &[u8]) -> String {
    let mut words = String::new();
    for byte in bytes {
        words.push(if byte.is_ascii() {
            char::from(*byte)
        } else {
            '?'
        });
    }
    words
}

/// How many bytes there are before the first that is not ASCII.
pub(super) fn ascii(bytes: &[u8]) -> usize {
    let words = words(bytes).0.iter();
    let whole = words.take_while(|word| word.is_ascii()).count() * WORD;
    let rest = bytes.get(whole..).unwrap_or(&[]).iter();
    whole + rest.take_while(|byte| byte.is_ascii()).count()
}

/// Where the first control character stands that no page can show.
pub(super) fn control(bytes: &[u8]) -> Option<usize> {
    let (words, rest) = words(bytes);
    let mut at = 0;
    for word in words {
        let controls = controls(u64::from_le_bytes(*word));
        if controls != 0 {
            return Some(at + (controls.trailing_zeros() / 8) as usize);
        }
        at += WORD;
    }
    let is_control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
    Some(at + rest.iter().position(is_control)?)
}

/// Bytes that are looked at together, and those that are left. Where no text has megabytes, each is looked at by itself.
#[inline(always)]
fn words(bytes: &[u8]) -> (&[[u8; WORD]], &[u8]) {
    match HAS_MARKUP {
        true => bytes.as_chunks(),
        false => (&[], bytes),
    }
}

/// The high bit of each byte that is a control character which no page can show.
#[inline(always)]
fn controls(word: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; WORD]);
    const HIGH: u64 = ONES * 0x80;
    let from = |least: u64| (word | HIGH) - ONES * least;
    let below_space = !from(0x20) & !word & HIGH;
    if below_space == 0 {
        return 0;
    }
    // From the tab to the carriage return, all but the vertical tab are white space.
    let vertical_tab = from(0x0B) & !from(0x0C);
    let white_space = from(0x09) & !from(0x0E) & !vertical_tab;
    below_space & !white_space
}

/// How many bytes are looked at in one go. It is the fastest way without wide instructions, which wasm may not have.
const WORD: usize = size_of::<u64>();
