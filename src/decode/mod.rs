//! Bytes to text: which encoding they are in, and the decoding, slice by slice.
//!
//! What the bytes say outranks what the server or the document declares: a byte order mark, UTF-16 and UTF-32 without one,
//! then UTF-8 that is well formed, then the declared encoding, then what is likeliest. UTF-8 and UTF-32 are read here; UTF-16
//! and older encodings by `encoding_rs` natively and by the browser's own `TextDecoder` in wasm, which follow one standard
//! (WHATWG Encoding), so that both give the same text.

#[cfg_attr(not(feature = "detect"), path = "damage_elsewhere.rs")]
mod damage;
#[cfg(feature = "detect")]
mod declared;
#[cfg(feature = "detect")]
mod detection;
#[cfg(feature = "detect")]
#[cfg_attr(target_arch = "wasm32", path = "legacy_browser.rs")]
mod legacy;
#[cfg_attr(not(feature = "detect"), path = "others_elsewhere.rs")]
mod others;
mod signature;
#[cfg(feature = "detect")]
mod wide;

use crate::diagnostic::{OpenError, Remarks};
use crate::document::position;
use crate::format::Format;
use crate::limits;
use damage::Mended;
use others::{Declared, Other};

/// Decodes bytes as they come. The text is the same however they are cut into slices.
#[derive(Debug)]
pub(crate) struct Decoder {
    declared: Declared,
    state: State,
    /// Bytes that wait for more to come.
    held: Vec<u8>,
    bytes_seen: usize,
    /// How many bytes of the text have been taken away.
    taken: u32,
    mended: Mended,
    remarks: Remarks,
}

#[derive(Debug)]
enum State {
    /// Too few bytes have come to tell anything.
    Head,
    /// Only ASCII has come, which is the same in every encoding that is left.
    Ascii,
    Utf8,
    /// Another encoding than UTF-8.
    Other(Other),
    /// No text: parts that are packed together, which are kept as they are.
    #[cfg(feature = "office")]
    Package,
}

impl Decoder {
    /// A decoder; `declared` is the encoding that the server or the page names, as in a Content-Type.
    pub(crate) fn new(declared: Option<&str>) -> Decoder {
        Decoder {
            declared: Declared::new(declared),
            state: State::Head,
            held: Vec::new(),
            bytes_seen: 0,
            taken: 0,
            mended: Mended::default(),
            remarks: Remarks::default(),
        }
    }

    /// Adds the text of these bytes to `text`; some of it may wait for bytes to come.
    pub(crate) fn feed(&mut self, bytes: &[u8], text: &mut String) -> Result<(), OpenError> {
        self.bytes_seen += bytes.len();
        if self.bytes_seen > limits::MAX_SOURCE {
            return Err(OpenError::TooLarge);
        }
        self.declared.look_at(bytes);
        if self.held.is_empty() && matches!(self.state, State::Utf8) {
            self.read_utf8(bytes, false, text)?;
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
    pub(crate) fn finish(&mut self) -> Remarks {
        if Remarks::ARE_KEPT {
            self.report_mended();
        }
        std::mem::take(&mut self.remarks)
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
        match &self.state {
            State::Utf8 => {
                let held = std::mem::take(&mut self.held);
                self.read_utf8(&held, last, text)?;
            }
            State::Other(_) => self.read_other(last, text)?,
            State::Head | State::Ascii => {}
            #[cfg(feature = "office")]
            State::Package => {}
        }
        Ok(())
    }

    /// Byte order marks and bytes that are no text.
    fn read_head(&mut self) -> Result<(), OpenError> {
        let head = self.held.get(..limits::HEAD).unwrap_or(&self.held);
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
            false => others::begin(head, &mut self.remarks)?,
        };
        self.held = self.held.get(mark..).unwrap_or_default().to_vec();
        self.state = state;
        Ok(())
    }

    /// What is looked at to tell the encoding.
    fn window(&self) -> &[u8] {
        self.held
            .get(..limits::ENCODING_WINDOW)
            .unwrap_or(&self.held)
    }

    /// Takes the ASCII that has come, and chooses the encoding when enough of what follows has.
    fn read_ascii(&mut self, last: bool, text: &mut String) -> Result<(), OpenError> {
        let ascii = self.ascii(last)?;
        let held = std::mem::take(&mut self.held);
        let (before, after) = held.split_at_checked(ascii).unwrap_or((&held, &[]));
        self.add(std::str::from_utf8(before).unwrap_or_default(), text)?;
        self.held = after.to_vec();
        if self.held.len() >= limits::ENCODING_WINDOW || (last && !self.held.is_empty()) {
            self.state = self.choose_encoding(last, self.taken + position(text.len()))?;
        }
        Ok(())
    }
}
