//! What is damaged: bytes that mean nothing, and control characters, stand as U+FFFD in the text.

use super::{Decoder, signature};
use crate::diagnostic::{Code, OpenError, Remarks};
use crate::document::{Span, position};
use crate::scan;

/// What was replaced.
#[derive(Debug, Default)]
pub(super) struct Mended {
    replaced: Tally,
    controls: Tally,
}

/// How often something was replaced, the place of the first time, and what it was, for a diagnostic.
#[derive(Debug, Default)]
struct Tally {
    count: u32,
    first: Span,
    examples: String,
}

impl Tally {
    /// Puts the replacement character for these bytes at the end of the text, of which so many bytes have been taken.
    fn push(&mut self, text: &mut String, taken: u32, bytes: &[u8]) {
        if Remarks::ARE_KEPT {
            self.count(taken + position(text.len()), bytes);
        }
        text.push(char::REPLACEMENT_CHARACTER);
    }

    fn count(&mut self, at: u32, bytes: &[u8]) {
        if self.count == 0 {
            self.first = Span::new(at, at + position(char::REPLACEMENT_CHARACTER.len_utf8()));
        }
        if self.count < 16 {
            for byte in bytes {
                self.examples.push(' ');
                for half in [byte >> 4, byte & 15] {
                    let digit = char::from_digit(u32::from(half), 16);
                    self.examples
                        .push(digit.unwrap_or('0').to_ascii_uppercase());
                }
            }
        }
        self.count += 1;
    }
}

impl Decoder {
    /// Reads bytes before which none are held.
    pub(super) fn read_utf8(
        &mut self,
        bytes: &[u8],
        last: bool,
        text: &mut String,
    ) -> Result<(), OpenError> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let piece = Piece::first(rest);
            self.add(piece.valid, text)?;
            if piece.is_cut && !last {
                self.held = piece.broken.to_vec();
                return Ok(());
            }
            if !piece.broken.is_empty() {
                self.replace(text, piece.broken);
            }
            rest = piece.rest;
        }
        Ok(())
    }

    /// Adds decoded words to the text; control characters, which no page can show, are replaced. A build that mends nothing
    /// fails here.
    pub(super) fn add(&mut self, words: &str, text: &mut String) -> Result<(), OpenError> {
        let mut rest = words;
        while let Some(at) = signature::control(rest.as_bytes()) {
            text.push_str(scan::to(rest, at));
            self.mended.controls.push(
                text,
                self.taken,
                rest.as_bytes().get(at..=at).unwrap_or(&[]),
            );
            rest = scan::from(rest, at + 1);
        }
        text.push_str(rest);
        Ok(())
    }

    /// Puts the replacement character for bytes at the end of the text.
    pub(super) fn replace(&mut self, text: &mut String, bytes: &[u8]) {
        self.mended.replaced.push(text, self.taken, bytes);
    }

    pub(super) fn report_mended(&mut self) {
        let tallies = [
            (
                &self.mended.replaced,
                Code::BytesReplaced,
                "bytes that mean nothing in this encoding stand as U+FFFD",
            ),
            (
                &self.mended.controls,
                Code::ControlCharactersReplaced,
                "control characters stand as U+FFFD",
            ),
        ];
        for (tally, code, what) in tallies {
            if tally.count > 0 {
                let mut count = String::new();
                scan::push_number(&mut count, tally.count, 1);
                let begin = match tally.examples.is_empty() {
                    true => "",
                    false => "; they begin with",
                };
                let message = [&count, " of them: ", what, begin, &tally.examples];
                self.remarks.add(code, tally.first, &message);
            }
        }
    }
}

/// Whether bytes are UTF-8, one damaged character in five at most.
/// The last one may be cut by the end of the window, but not where the window is `complete`.
pub(super) fn is_utf8(window: &[u8], complete: bool) -> bool {
    let (mut sound, mut damaged) = (0, 0);
    let mut rest = window;
    while !rest.is_empty() {
        let piece = Piece::first(rest);
        sound += piece.valid.bytes().filter(|byte| *byte >= 0xC0).count();
        rest = piece.rest;
        if !piece.broken.is_empty() && (complete || !rest.is_empty()) {
            damaged += 1;
        }
    }
    sound >= damaged * 4
}

/// The beginning of bytes that are UTF-8, more or less.
pub(super) struct Piece<'b> {
    pub(super) valid: &'b str,
    /// What stands behind that and means nothing, up to the next character that does; empty where there is none.
    pub(super) broken: &'b [u8],
    /// Whether more bytes might make a character of it.
    pub(super) is_cut: bool,
    pub(super) rest: &'b [u8],
}

impl Piece<'_> {
    /// The first piece of these bytes.
    pub(super) fn first(bytes: &[u8]) -> Piece<'_> {
        let error = match std::str::from_utf8(bytes) {
            Ok(valid) => {
                return Piece {
                    valid,
                    broken: &[],
                    is_cut: false,
                    rest: &[],
                };
            }
            Err(error) => error,
        };
        let (length, broken) = (error.valid_up_to(), error.error_len());
        let (valid, after) = bytes.split_at_checked(length).unwrap_or((bytes, &[]));
        let length = broken.unwrap_or(after.len());
        let (wrong, rest) = after.split_at_checked(length).unwrap_or((after, &[]));
        Piece {
            valid: std::str::from_utf8(valid).unwrap_or_default(),
            broken: wrong,
            is_cut: broken.is_none(),
            rest,
        }
    }
}
