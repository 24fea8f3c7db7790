//! What is damaged, in a build that leaves it to the one that tells encodings: it makes of it a text that has U+FFFD in its
//! place, which comes back.

use super::{Decoder, signature};
use crate::diagnostic::OpenError;

/// What was replaced: nothing is here.
#[derive(Debug, Default)]
pub(super) struct Mended {}

impl Decoder {
    /// Reads bytes before which none are held.
    pub(super) fn read_utf8(
        &mut self,
        bytes: &[u8],
        last: bool,
        text: &mut String,
    ) -> Result<(), OpenError> {
        let valid = match std::str::from_utf8(bytes) {
            Ok(valid) => valid,
            // More bytes may make a character of the last ones.
            Err(error) if error.error_len().is_none() && !last => {
                let cut = bytes.split_at_checked(error.valid_up_to());
                let (valid, cut) = cut.unwrap_or((bytes, &[]));
                self.held = cut.to_vec();
                std::str::from_utf8(valid).unwrap_or_default()
            }
            Err(_) => return Err(OpenError::OtherEncoding),
        };
        self.add(valid, text)
    }

    /// Adds decoded words to the text.
    pub(super) fn add(&mut self, words: &str, text: &mut String) -> Result<(), OpenError> {
        if signature::control(words.as_bytes()).is_some() {
            return Err(OpenError::OtherEncoding);
        }
        text.push_str(words);
        Ok(())
    }

    pub(super) fn report_mended(&mut self) {}
}
