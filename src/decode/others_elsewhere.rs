//! Bytes that are no UTF-8, in a build that leaves them to the one that tells encodings: it makes UTF-8 of them, which comes
//! back, or knows what they are.

use super::{Decoder, State, signature};
use crate::diagnostic::{OpenError, Remarks};

/// What reads an encoding: none is read here.
#[derive(Debug)]
pub(super) enum Other {}

/// What is said of the encoding: nothing is asked of it here.
#[derive(Debug)]
pub(super) struct Declared;

impl Declared {
    pub(super) fn new(_: Option<&str>) -> Declared {
        Declared
    }

    pub(super) fn look_at(&mut self, _: &[u8]) {}
}

pub(super) fn begin(head: &[u8], _: &mut Remarks) -> Result<(usize, State), OpenError> {
    // These files may begin like a text; others have bytes that no text in UTF-8 has.
    let is_file = [b"%PDF", b"GIF8", b"RIFF"]
        .iter()
        .any(|signature| head.starts_with(*signature));
    match is_file {
        true => Err(OpenError::OtherEncoding),
        false => Ok((0, State::Ascii)),
    }
}

impl Decoder {
    pub(super) fn ascii(&self, _: bool) -> Result<usize, OpenError> {
        Ok(signature::ascii(&self.held))
    }

    /// Whether it is UTF-8 shows when it is read.
    pub(super) fn choose_encoding(&mut self, _: bool, _: u32) -> Result<State, OpenError> {
        Ok(State::Utf8)
    }

    pub(super) fn read_other(&mut self, _: bool, _: &mut String) -> Result<(), OpenError> {
        Ok(())
    }
}
