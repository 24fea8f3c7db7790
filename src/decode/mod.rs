//! Bytes to text: which encoding they are in, and the decoding, slice by slice.
//!
//! What the bytes say outranks what the server declared: a byte order mark, then UTF-8 that is well formed,
//! then the declared encoding, then a guess. UTF-8 and UTF-16 are read here;
//! older encodings by `encoding_rs` natively and by the browser's own `TextDecoder` in wasm, which follow one standard
//! (WHATWG Encoding), so that both give the same text.

#[cfg_attr(target_arch = "wasm32", path = "legacy_browser.rs")]
mod legacy;
mod signature;

use crate::diagnostic::{Code, OpenError, Remarks};
use crate::document::{Span, position};
use crate::format::Format;
use crate::limits;
use crate::scan;
use signature::Piece;

/// Decodes bytes as they come. The text is the same however they are cut into slices.
#[derive(Debug)]
pub(crate) struct Decoder {
    declared: Option<String>,
    state: State,
    /// Bytes that wait for more to come.
    held: Vec<u8>,
    bytes_seen: usize,
    /// How many bytes of the text have been taken away.
    taken: u32,
    replaced: Tally,
    controls: Tally,
    remarks: Remarks,
}

#[derive(Debug)]
enum State {
    /// Too few bytes have come to tell anything.
    Head,
    /// Only ASCII has come, which is the same in every encoding that is left.
    Ascii,
    Utf8,
    Utf16 {
        big_endian: bool,
    },
    Legacy(legacy::Decoder),
    /// No text: parts that are packed together, which are kept as they are.
    #[cfg(feature = "office")]
    Package,
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
        let at = taken + position(text.len());
        if self.count == 0 {
            self.first = Span::new(at, at + position(char::REPLACEMENT_CHARACTER.len_utf8()));
        }
        if Remarks::ARE_KEPT && self.count < 16 {
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
        text.push(char::REPLACEMENT_CHARACTER);
    }
}

impl Decoder {
    /// A decoder; `declared` is the encoding that the server or the page names, as in a Content-Type.
    pub(crate) fn new(declared: Option<&str>) -> Decoder {
        Decoder {
            declared: declared.map(|label| label.trim().to_ascii_lowercase()),
            state: State::Head,
            held: Vec::new(),
            bytes_seen: 0,
            taken: 0,
            replaced: Tally::default(),
            controls: Tally::default(),
            remarks: Remarks::default(),
        }
    }

    /// Adds the text of these bytes to `text`; some of it may wait for bytes to come.
    pub(crate) fn feed(&mut self, bytes: &[u8], text: &mut String) -> Result<(), OpenError> {
        self.bytes_seen += bytes.len();
        if self.bytes_seen > limits::MAX_SOURCE {
            return Err(OpenError::TooLarge);
        }
        if self.held.is_empty() && matches!(self.state, State::Utf8) {
            self.read_utf8(bytes, false, text);
        } else {
            self.held.extend_from_slice(bytes);
            self.read_held(false, text)?;
        }
        self.remarks.settle(text, self.taken);
        Ok(())
    }

    /// Takes away the first bytes of the text; positions count them all the same.
    pub(crate) fn take(&mut self, bytes: usize, text: &mut String) {
        text.drain(..bytes);
        self.taken += position(bytes);
    }

    /// How many bytes of the text have been taken away: where it begins.
    pub(crate) fn taken(&self) -> u32 {
        self.taken
    }

    /// Adds the text that was still waiting.
    pub(crate) fn end(&mut self, text: &mut String) -> Result<(), OpenError> {
        self.read_held(true, text)?;
        self.remarks.settle(text, self.taken);
        Ok(())
    }

    /// The bytes of a package, once all have come; `None` if they are text.
    #[cfg(feature = "office")]
    pub(crate) fn package(&mut self) -> Option<Vec<u8>> {
        let is_package = matches!(self.state, State::Package);
        is_package.then(|| std::mem::take(&mut self.held))
    }

    /// What was odd.
    pub(crate) fn finish(mut self) -> Remarks {
        if Remarks::ARE_KEPT {
            self.report_tallies();
        }
        self.remarks
    }

    fn read_held(&mut self, last: bool, text: &mut String) -> Result<(), OpenError> {
        if matches!(self.state, State::Head) {
            if self.held.len() < limits::HEAD && !last {
                return Ok(());
            }
            self.read_head()?;
        }
        if matches!(self.state, State::Ascii) {
            self.read_ascii(last, text);
        }
        match &mut self.state {
            State::Utf8 => {
                let held = std::mem::take(&mut self.held);
                self.read_utf8(&held, last, text);
            }
            State::Utf16 { big_endian } => {
                let big_endian = *big_endian;
                self.read_utf16(big_endian, last, text);
            }
            State::Legacy(decoder) => {
                let mut words = String::new();
                decoder.decode(&self.held, last, &mut words);
                self.held.clear();
                self.add(&words, text);
            }
            State::Head | State::Ascii => {}
            #[cfg(feature = "office")]
            State::Package => {}
        }
        Ok(())
    }

    /// Byte order marks and bytes that are no text.
    fn read_head(&mut self) -> Result<(), OpenError> {
        let head = self.held.get(..limits::HEAD).unwrap_or(&self.held);
        if let Some(what) = signature::not_text(head) {
            return Err(OpenError::NotText(what));
        }
        if head.starts_with(signature::PACKAGE) && !signature::is_unpacked(head) {
            return Err(OpenError::OtherFormat(Format::Word));
        }
        #[cfg(feature = "office")]
        if head.starts_with(signature::PACKAGE) {
            self.state = State::Package;
            return Ok(());
        }
        let (mark, state) = match head {
            [0xEF, 0xBB, 0xBF, ..] => (3, State::Utf8),
            [0xFF, 0xFE, ..] => (2, State::Utf16 { big_endian: false }),
            [0xFE, 0xFF, ..] => (2, State::Utf16 { big_endian: true }),
            _ => match signature::unmarked_utf16(head) {
                Some(big_endian) => (0, State::Utf16 { big_endian }),
                None if signature::is_binary(head) => {
                    return Err(OpenError::NotText("made of bytes of no known kind"));
                }
                None => (0, State::Ascii),
            },
        };
        self.held = self.held.split_off(mark);
        self.state = state;
        Ok(())
    }

    /// Takes the ASCII that has come, and chooses the encoding when enough of what follows has.
    fn read_ascii(&mut self, last: bool, text: &mut String) {
        let ascii = signature::ascii(&self.held);
        let after = self.held.split_off(ascii);
        let before = std::mem::replace(&mut self.held, after);
        self.add(std::str::from_utf8(&before).unwrap_or_default(), text);
        if self.held.len() >= limits::ENCODING_WINDOW || (last && !self.held.is_empty()) {
            self.choose_encoding(last, self.taken + position(text.len()));
        }
    }

    /// `complete` says that no byte follows the window; `at` is the place of the first character that is not ASCII.
    fn choose_encoding(&mut self, complete: bool, at: u32) {
        let place = Span::new(at, at + 1);
        let window = self
            .held
            .get(..limits::ENCODING_WINDOW)
            .unwrap_or(&self.held);
        let declared = self.declared.as_deref();
        if signature::is_utf8(window, complete) {
            if Remarks::ARE_KEPT
                && let Some(label) =
                    declared.filter(|label| !matches!(*label, "utf-8" | "utf8" | "us-ascii"))
            {
                let message = [
                    "declared as ",
                    label,
                    ", but the bytes are UTF-8 and are read so",
                ];
                self.remarks.add(Code::EncodingDisagrees, place, &message);
            }
            self.state = State::Utf8;
            return;
        }
        if let Some(decoder) = declared
            .filter(|label| !label.starts_with("utf"))
            .and_then(legacy::Decoder::for_label)
        {
            self.state = State::Legacy(decoder);
            return;
        }
        let label = signature::guess_legacy(window);
        let message = [
            "the encoding is not declared, or wrongly; the bytes are read as ",
            label,
        ];
        self.remarks.add(Code::EncodingGuessed, place, &message);
        self.state = legacy::Decoder::for_label(label).map_or(State::Utf8, State::Legacy);
    }

    /// Reads bytes before which none are held.
    fn read_utf8(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let piece = Piece::first(rest);
            self.add(piece.valid, text);
            if piece.is_cut && !last {
                self.held = piece.broken.to_vec();
                return;
            }
            if !piece.broken.is_empty() {
                self.replaced.push(text, self.taken, piece.broken);
            }
            rest = piece.rest;
        }
    }

    fn read_utf16(&mut self, big_endian: bool, last: bool, text: &mut String) {
        let mut units: Vec<u16> = Vec::new();
        let held = std::mem::take(&mut self.held);
        let mut pairs = held.chunks_exact(2);
        for pair in pairs.by_ref() {
            if let [first, second] = *pair {
                let unit = u16::from_le_bytes([first, second]);
                units.push(if big_endian { unit.swap_bytes() } else { unit });
            }
        }
        let mut left = pairs.remainder();
        let pair_is_cut = units
            .last()
            .is_some_and(|unit| (0xD800..0xDC00).contains(unit));
        if pair_is_cut && !last {
            units.pop();
            left = held.get(units.len() * 2..).unwrap_or(&[]);
        }
        for decoded in char::decode_utf16(units) {
            match decoded {
                Ok(character) => self.add(character.encode_utf8(&mut [0; 4]), text),
                Err(error) => {
                    self.replaced
                        .push(text, self.taken, &error.unpaired_surrogate().to_be_bytes())
                }
            }
        }
        if !last {
            self.held = left.to_vec();
        } else if !left.is_empty() {
            self.replaced.push(text, self.taken, left);
        }
    }

    /// Adds decoded words to the text; control characters, which no page can show, are replaced.
    fn add(&mut self, words: &str, text: &mut String) {
        let mut rest = words;
        while let Some(at) = signature::control(rest.as_bytes()) {
            text.push_str(scan::to(rest, at));
            self.controls.push(
                text,
                self.taken,
                rest.as_bytes().get(at..=at).unwrap_or(&[]),
            );
            rest = scan::from(rest, at + 1);
        }
        text.push_str(rest);
    }

    fn report_tallies(&mut self) {
        let tallies = [
            (
                &self.replaced,
                Code::BytesReplaced,
                "bytes that mean nothing in this encoding stand as U+FFFD",
            ),
            (
                &self.controls,
                Code::ControlCharactersReplaced,
                "control characters stand as U+FFFD",
            ),
        ];
        for (tally, code, what) in tallies {
            if tally.count > 0 {
                let mut count = String::new();
                scan::push_number(&mut count, tally.count, 1);
                let message = [
                    &count,
                    " of them: ",
                    what,
                    "; they begin with",
                    &tally.examples,
                ];
                self.remarks.add(code, tally.first, &message);
            }
        }
    }
}
