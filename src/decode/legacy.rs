//! UTF-16 and encodings older than Unicode, natively: the crate `encoding_rs`.

/// Decodes an encoding of the WHATWG Encoding standard, slice by slice.
pub(super) struct Decoder(encoding_rs::Decoder);

impl std::fmt::Debug for Decoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.encoding().name())
    }
}

impl Decoder {
    /// The decoder for a label as a Content-Type has it; `None` for one that the standard does not know, or
    /// knows as not to be decoded.
    pub(super) fn for_label(label: &str) -> Option<Decoder> {
        let encoding = encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())?;
        Some(Decoder(encoding.new_decoder_with_bom_removal()))
    }

    /// Adds the text of the bytes; `last` says that no more will come.
    pub(super) fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        if let Some(length) = self.0.max_utf8_buffer_length(bytes.len()) {
            text.reserve(length);
            let _ = self.0.decode_to_string(bytes, text, last);
        }
    }
}
