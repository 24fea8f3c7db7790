//! What the first bytes tell: file signatures, UTF-16 without a mark, UTF-8, a guess at older encodings.

/// Signatures of files that are no text, and what to call them.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (
        b"PK\x03\x04",
        "a zip file, as Word, OpenDocument and EPUB files are",
    ),
    (b"\x1F\x8B", "a gzip file"),
    (b"\xD0\xCF\x11\xE0", "an older Word or Office file"),
    (b"RIFF", "a sound, film or image file"),
    (b"\0asm", "a WebAssembly module"),
    (b"\x7FELF", "a program"),
    (b"\xFF\xFE\0\0", "a text in UTF-32, which is not read"),
    (b"\0\0\xFE\xFF", "a text in UTF-32, which is not read"),
];

/// What a file of another kind is, by its signature.
pub(super) fn not_text(head: &[u8]) -> Option<&'static str> {
    SIGNATURES
        .iter()
        .find(|(signature, _)| head.starts_with(signature))
        .map(|(_, what)| *what)
}

/// Whether bytes look like UTF-16 without a byte order mark, and if so whether the high byte comes first.
///
/// In any text with some Latin letters, spaces or line ends, every other byte of many pairs is zero.
pub(super) fn unmarked_utf16(head: &[u8]) -> Option<bool> {
    let pairs = head.len() / 2;
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (first, second) = (zeros(0), zeros(1));
    match (first * 3 > pairs, second * 3 > pairs) {
        (true, false) if second * 20 < pairs => Some(true),
        (false, true) if first * 20 < pairs => Some(false),
        _ => None,
    }
}

/// Whether more than a tenth of the bytes are control characters.
pub(super) fn is_binary(head: &[u8]) -> bool {
    let is_control =
        |byte: &&u8| **byte < b' ' && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    head.iter().filter(is_control).count() * 10 > head.len()
}

/// Whether bytes are UTF-8, one damaged character in five at most.
/// The last one may be cut by the end of the window, but not where the window is `complete`.
pub(super) fn is_utf8(window: &[u8], complete: bool) -> bool {
    let (mut sound, mut damaged) = (0, 0);
    for chunk in window.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        let is_at_end = chunk.invalid().as_ptr_range().end == window.as_ptr_range().end;
        if !chunk.invalid().is_empty() && (complete || !is_at_end) {
            damaged += 1;
        }
    }
    sound >= damaged * 4
}

/// The likeliest of the older encodings: in Cyrillic text letters above 0xC0 stand side by side, in Western text alone.
pub(super) fn guess_legacy(window: &[u8]) -> &'static str {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| *byte >= 0xC0);
    let high = window.iter().filter(|byte| **byte >= 0x80).count();
    let beside_another = (0..window.len())
        .filter(|&at| {
            let before = at.checked_sub(1).and_then(|at| window.get(at));
            is_letter(window.get(at)) && (is_letter(before) || is_letter(window.get(at + 1)))
        })
        .count();
    if beside_another * 2 > high {
        "windows-1251"
    } else {
        "windows-1252"
    }
}
