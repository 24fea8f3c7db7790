//! UTF-16 and encodings older than Unicode, in a browser: its own `TextDecoder`, which is there and costs no bytes of ours.

use web_sys::{TextDecodeOptions, TextDecoder};

/// Decodes an encoding of the WHATWG Encoding standard, slice by slice.
#[derive(Debug)]
pub(super) struct Decoder(TextDecoder);

impl Decoder {
    /// The decoder for a label as a Content-Type has it; `None` for one that the standard does not know.
    pub(super) fn for_label(label: &str) -> Option<Decoder> {
        TextDecoder::new_with_label(label).ok().map(Decoder)
    }

    /// Adds the text of the bytes; `last` says that no more will come.
    pub(super) fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        let options = TextDecodeOptions::new();
        options.set_stream(!last);
        // It throws only where it was made to be fatal, which it was not.
        if let Ok(decoded) = self.0.decode_with_u8_array_and_options(bytes, &options) {
            text.push_str(&decoded);
        }
    }
}
