//! Bytes to text: which encoding they are in, and the decoding, slice by slice.
//!
//! What the bytes say outranks what the server or the document declares: a byte order mark, UTF-16 and UTF-32 without one,
//! then UTF-8 that is well formed, then the declared encoding, then what is likeliest. UTF-8, UTF-16 and UTF-32 are read
//! here; older encodings by `encoding_rs` natively and by the browser's own `TextDecoder` in wasm, which follow one standard
//! (WHATWG Encoding), so that both give the same text.

#[cfg(all(any(feature = "full", feature = "pages"), feature = "detect"))]
mod declared;
#[cfg(feature = "detect")]
mod detection;
#[cfg_attr(target_arch = "wasm32", path = "legacy_browser.rs")]
mod legacy;
mod signature;
mod wide;

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
    /// The first bytes, which may declare an encoding themselves.
    #[cfg(feature = "detect")]
    start: Vec<u8>,
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
    #[cfg(feature = "detect")]
    Utf32 {
        big_endian: bool,
    },
    /// UTF-16, or an encoding older than Unicode.
    Decoded(legacy::Decoder),
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
            #[cfg(feature = "detect")]
            start: Vec::new(),
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
        #[cfg(feature = "detect")]
        if let Some(left) = limits::DECLARATION.checked_sub(self.start.len()) {
            let more = bytes.get(..left).unwrap_or(bytes);
            self.start.extend_from_slice(more);
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
            self.read_ascii(last, text)?;
        }
        match &mut self.state {
            State::Utf8 => {
                let held = std::mem::take(&mut self.held);
                self.read_utf8(&held, last, text);
            }
            #[cfg(feature = "detect")]
            State::Utf32 { big_endian } => {
                let big_endian = *big_endian;
                self.read_utf32(big_endian, last, text);
            }
            State::Decoded(_) => {
                let held = std::mem::take(&mut self.held);
                for piece in held.chunks(limits::DECODED) {
                    self.decode(piece, false, text);
                }
                if last {
                    self.decode(&[], true, text);
                }
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
        let (mark, state) = match head.starts_with(b"\xEF\xBB\xBF") {
            true => (3, State::Utf8),
            false => match wide(head)? {
                Some(wide) => wide,
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

    /// How many bytes there are before one that is not ASCII, or that begins a sequence which changes what the others mean.
    #[cfg(feature = "detect")]
    fn ascii(&self, last: bool) -> usize {
        let ascii = signature::ascii(&self.held);
        let is_escape = |at: &usize| {
            let rest = self.held.get(*at..).unwrap_or(&[]);
            rest.first() == Some(&0x1B) && (signature::escapes(rest) || (rest.len() < 3 && !last))
        };
        match (0..ascii).find(is_escape) {
            Some(escape) if self.markup() != Some(Format::Tei) => escape,
            _ => ascii,
        }
    }

    #[cfg(not(feature = "detect"))]
    fn ascii(&self, _: bool) -> usize {
        signature::ascii(&self.held)
    }

    /// Adds what another decoder makes of bytes, which replaces what it cannot decode.
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        let mut words = String::new();
        if let State::Decoded(decoder) = &mut self.state {
            decoder.decode(bytes, last, &mut words);
        }
        let mut rest = words.as_str();
        while Remarks::ARE_KEPT
            && let Some((before, after)) = scan::split(rest, "\u{fffd}")
        {
            self.add(before, text);
            self.replaced.push(text, self.taken, &[]);
            rest = after;
        }
        self.add(rest, text);
    }

    /// What the document begins like, be it XML or HTML.
    #[cfg(feature = "detect")]
    fn markup(&self) -> Option<Format> {
        Format::of_markup(&signature::as_ascii(&self.start))
    }

    /// The encoding that the document declares itself.
    #[cfg(all(any(feature = "full", feature = "pages"), feature = "detect"))]
    fn says(&self) -> Option<String> {
        self.markup()?;
        declared::label(&signature::as_ascii(&self.start))
    }

    /// What declares an encoding is read by another build.
    #[cfg(not(all(any(feature = "full", feature = "pages"), feature = "detect")))]
    fn says(&self) -> Option<String> {
        None
    }

    /// Takes the ASCII that has come, and chooses the encoding when enough of what follows has.
    fn read_ascii(&mut self, last: bool, text: &mut String) -> Result<(), OpenError> {
        let ascii = self.ascii(last);
        let after = self.held.split_off(ascii);
        let before = std::mem::replace(&mut self.held, after);
        self.add(std::str::from_utf8(&before).unwrap_or_default(), text);
        if self.held.len() >= limits::ENCODING_WINDOW || (last && !self.held.is_empty()) {
            self.choose_encoding(last, self.taken + position(text.len()))?;
        }
        Ok(())
    }

    /// `complete` says that no byte follows the window; `at` is the place of the first character that is not ASCII.
    fn choose_encoding(&mut self, complete: bool, at: u32) -> Result<(), OpenError> {
        let place = Span::new(at, at + 1);
        let window = self
            .held
            .get(..limits::ENCODING_WINDOW)
            .unwrap_or(&self.held);
        let says = self.says();
        let declared = [self.declared.as_deref(), says.as_deref()];
        self.state = if cfg!(feature = "detect") && signature::escapes(window) {
            legacy::Decoder::for_label("iso-2022-jp").map_or(State::Utf8, State::Decoded)
        } else if signature::is_utf8(window, complete) {
            if Remarks::ARE_KEPT
                && let Some(label) = declared
                    .into_iter()
                    .flatten()
                    .find(|label| !matches!(*label, "utf-8" | "utf8" | "us-ascii"))
            {
                let message = [
                    "declared as ",
                    label,
                    ", but the bytes are UTF-8 and are read so",
                ];
                self.remarks.add(Code::EncodingDisagrees, place, &message);
            }
            State::Utf8
        } else if let Some(decoder) = declared.into_iter().flatten().find_map(older) {
            State::Decoded(decoder)
        } else {
            self.likeliest(complete, place)?
        };
        Ok(())
    }

    /// The encoding in which the bytes read best. Where it is not the first bytes that are beyond ASCII, those before them
    /// tell in which language it has to be.
    #[cfg(feature = "detect")]
    fn likeliest(&mut self, complete: bool, place: Span) -> Result<State, OpenError> {
        // What XML or HTML says itself is read by another build.
        #[cfg(not(all(any(feature = "full", feature = "pages"), feature = "detect")))]
        if let Some(format) = self.markup() {
            return Err(OpenError::OtherFormat(format));
        }
        let before = self.start.get(..signature::ascii(&self.start));
        let mut sample = before.unwrap_or(&[]).to_vec();
        let length = self.held.len().min(limits::ENCODING_WINDOW);
        let is_all = complete && length == self.held.len();
        sample.extend_from_slice(self.held.get(..length).unwrap_or(&[]));
        let label = detection::likeliest(&sample, is_all);
        let message = [
            "the encoding is not declared, or wrongly; the bytes are read as ",
            label,
        ];
        self.remarks.add(Code::EncodingGuessed, place, &message);
        Ok(legacy::Decoder::for_label(label).map_or(State::Utf8, State::Decoded))
    }

    /// What says nothing of its encoding, and is not in UTF-8, is left to another build.
    #[cfg(not(feature = "detect"))]
    fn likeliest(&mut self, _: bool, _: Span) -> Result<State, OpenError> {
        Err(OpenError::LEFT)
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

    #[cfg(feature = "detect")]
    fn read_utf32(&mut self, big_endian: bool, last: bool, text: &mut String) {
        let held = std::mem::take(&mut self.held);
        let (units, rest) = held.as_chunks();
        for unit in units {
            match wide::character(unit, big_endian) {
                Some(character) => self.add(character.encode_utf8(&mut [0; 4]), text),
                None => self.replaced.push(text, self.taken, unit),
            }
        }
        if !last {
            self.held = rest.to_vec();
        } else if !rest.is_empty() {
            self.replaced.push(text, self.taken, rest);
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

/// UTF-16 and UTF-32: how long the mark is that is not to be decoded, and what decodes what follows.
#[cfg(feature = "detect")]
fn wide(head: &[u8]) -> Result<Option<(usize, State)>, OpenError> {
    if let Some((mark, big_endian)) = wide::utf32(head) {
        return Ok(Some((mark, State::Utf32 { big_endian })));
    }
    let label = wide::utf16(head).or_else(|| detection::utf16(head));
    let decoder = label.and_then(legacy::Decoder::for_label);
    Ok(decoder.map(|decoder| (0, State::Decoded(decoder))))
}

/// UTF-16. UTF-32 is left to another build.
#[cfg(not(feature = "detect"))]
fn wide(head: &[u8]) -> Result<Option<(usize, State)>, OpenError> {
    if matches!(head, [0xFF, 0xFE, 0, 0, ..] | [0, 0, ..] | [b'<', 0, 0, ..]) {
        return Err(OpenError::LEFT);
    }
    let decoder = wide::utf16(head).and_then(legacy::Decoder::for_label);
    Ok(decoder.map(|decoder| (0, State::Decoded(decoder))))
}

/// What decodes an encoding that was declared, and is none of those that the bytes would have shown.
fn older(label: &str) -> Option<legacy::Decoder> {
    let shown = ["utf", "ucs", "unicode"];
    let is_shown = shown.iter().any(|name| scan::find(label, name).is_some());
    (!is_shown).then(|| legacy::Decoder::for_label(label))?
}
