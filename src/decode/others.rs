//! Other encodings than UTF-8, and what is no text: how they are told, and what reads them.

use super::damage::is_utf8;
use super::{Decoder, State, declared, detection, legacy, signature, wide};
use crate::diagnostic::{Code, OpenError, Remarks};
use crate::document::Span;
use crate::format::Format;
use crate::limits;
use crate::scan;

/// What reads an encoding.
#[derive(Debug)]
pub(super) enum Other {
    Utf32 {
        big_endian: bool,
    },
    /// UTF-16, or an encoding older than Unicode.
    Decoded(legacy::Decoder),
}

/// What is said of the encoding.
#[derive(Debug)]
pub(super) struct Declared {
    /// By the server or the page.
    label: Option<String>,
    /// The first bytes, which may declare one themselves.
    start: Vec<u8>,
}

impl Declared {
    pub(super) fn new(label: Option<&str>) -> Declared {
        Declared {
            label: label.map(|label| label.trim().to_ascii_lowercase()),
            start: Vec::new(),
        }
    }

    /// Sees the next bytes.
    pub(super) fn look_at(&mut self, bytes: &[u8]) {
        if let Some(left) = limits::DECLARATION.checked_sub(self.start.len()) {
            let more = bytes.get(..left).unwrap_or(bytes);
            self.start.extend_from_slice(more);
        }
    }

    /// What the document begins like, be it XML or HTML.
    fn markup(&self) -> Option<Format> {
        Format::of_markup(&signature::as_ascii(&self.start))
    }

    /// The encoding that the document declares itself.
    fn own(&self) -> Option<String> {
        self.markup()?;
        declared::label(&signature::as_ascii(&self.start))
    }
}

/// By the first bytes: how many of them are a mark that is not to be decoded, and how to go on behind it.
pub(super) fn begin(head: &[u8], remarks: &mut Remarks) -> Result<(usize, State), OpenError> {
    if let Some(what) = signature::not_text(head) {
        return Err(OpenError::NotText(what));
    }
    if let Some((mark, big_endian)) = wide::utf32(head) {
        if mark == 0 {
            unmarked("utf-32", remarks);
        }
        return Ok((mark, State::Other(Other::Utf32 { big_endian })));
    }
    let label = wide::marked_utf16(head).or_else(|| {
        let label = wide::utf16(head).or_else(|| detection::utf16(head))?;
        unmarked(label, remarks);
        Some(label)
    });
    match label.and_then(legacy::Decoder::for_label) {
        Some(decoder) => Ok((0, decoded(decoder))),
        None if signature::is_binary(head) => {
            Err(OpenError::NotText("made of bytes of no known kind"))
        }
        None => Ok((0, State::Ascii)),
    }
}

impl Decoder {
    /// How many bytes there are before one that is not ASCII, or that begins a sequence which changes what the others mean.
    pub(super) fn ascii(&self, last: bool) -> Result<usize, OpenError> {
        let ascii = signature::ascii(&self.held);
        let is_escape = |at: &usize| {
            let rest = self.held.get(*at..).unwrap_or(&[]);
            rest.first() == Some(&0x1B) && (signature::escapes(rest) || (rest.len() < 3 && !last))
        };
        Ok(match (0..ascii).find(is_escape) {
            Some(escape) if self.declared.markup() != Some(Format::Tei) => escape,
            _ => ascii,
        })
    }

    /// The encoding of what has come; `complete` says that no byte follows, `at` is the place of the first character that is
    /// not ASCII.
    pub(super) fn choose_encoding(&mut self, complete: bool, at: u32) -> Result<State, OpenError> {
        let place = Span::new(at, at + 1);
        let window = self.window();
        let own = self.declared.own();
        let mut declared = self.declared.label.iter().chain(&own).map(String::as_str);
        if signature::escapes(window) {
            return Ok(legacy::Decoder::for_label("iso-2022-jp").map_or(State::Utf8, decoded));
        }
        if is_utf8(window, complete) {
            let is_other = |label: &&str| !matches!(*label, "utf-8" | "utf8" | "us-ascii");
            if Remarks::ARE_KEPT
                && let Some(label) = declared.find(is_other)
            {
                let message = [
                    "declared as ",
                    label,
                    ", but the bytes are UTF-8 and are read so",
                ];
                self.remarks.add(Code::EncodingDisagrees, place, &message);
            }
            return Ok(State::Utf8);
        }
        let decoder = declared.find_map(older);
        Ok(match decoder {
            Some(decoder) => decoded(decoder),
            None => self.likeliest(complete, place),
        })
    }

    /// The encoding in which the bytes read best. Where it is not the first bytes that are beyond ASCII, those before them
    /// tell in which language it has to be.
    fn likeliest(&mut self, complete: bool, place: Span) -> State {
        let start = &self.declared.start;
        let before = start.get(..signature::ascii(start));
        let mut sample = before.unwrap_or(&[]).to_vec();
        let window = self.window();
        let is_all = complete && window.len() == self.held.len();
        sample.extend_from_slice(window);
        let label = detection::likeliest(&sample, is_all);
        let message = [
            "the encoding is not declared, or wrongly; the bytes are read as ",
            label,
        ];
        self.remarks.add(Code::EncodingGuessed, place, &message);
        legacy::Decoder::for_label(label).map_or(State::Utf8, decoded)
    }

    /// Reads what is held.
    pub(super) fn read_other(&mut self, last: bool, text: &mut String) -> Result<(), OpenError> {
        if let State::Other(Other::Utf32 { big_endian }) = self.state {
            return self.read_utf32(big_endian, last, text);
        }
        let held = std::mem::take(&mut self.held);
        for piece in held.chunks(limits::DECODED) {
            self.decode(piece, false, text)?;
        }
        if last {
            self.decode(&[], true, text)?;
        }
        Ok(())
    }

    /// Adds what another decoder makes of bytes, which replaces what it cannot decode.
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> Result<(), OpenError> {
        let mut words = String::new();
        if let State::Other(Other::Decoded(decoder)) = &mut self.state {
            decoder.decode(bytes, last, &mut words);
        }
        let mut rest = words.as_str();
        while Remarks::ARE_KEPT
            && let Some((before, after)) = scan::split(rest, "\u{fffd}")
        {
            self.add(before, text)?;
            self.replace(text, &[]);
            rest = after;
        }
        self.add(rest, text)
    }

    fn read_utf32(
        &mut self,
        big_endian: bool,
        last: bool,
        text: &mut String,
    ) -> Result<(), OpenError> {
        let held = std::mem::take(&mut self.held);
        let (units, rest) = held.as_chunks();
        for unit in units {
            match wide::character(unit, big_endian) {
                Some(character) => self.add(character.encode_utf8(&mut [0; 4]), text)?,
                None => self.replace(text, unit),
            }
        }
        if !last {
            self.held = rest.to_vec();
        } else if !rest.is_empty() {
            self.replace(text, rest);
        }
        Ok(())
    }
}

fn decoded(decoder: legacy::Decoder) -> State {
    State::Other(Other::Decoded(decoder))
}

/// Says that a form of Unicode was told without its mark.
fn unmarked(label: &str, remarks: &mut Remarks) {
    let message = [
        "no byte order mark; by their values the bytes are read as ",
        label,
    ];
    remarks.add(Code::EncodingGuessed, Span::new(0, 1), &message);
}

/// What decodes an encoding that was declared, and is none of those that the bytes would have shown.
fn older(label: &str) -> Option<legacy::Decoder> {
    let shown = ["utf", "ucs", "unicode"];
    let is_shown = shown.iter().any(|name| scan::find(label, name).is_some());
    (!is_shown).then(|| legacy::Decoder::for_label(label))?
}
