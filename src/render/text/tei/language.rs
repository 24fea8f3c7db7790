//! Language tags of the source: which of them a page may have.

/// The tag, if it is one as BCP 47 writes it.
pub(super) fn tag(value: &str) -> Option<&str> {
    let starts_well = value.bytes().next()?.is_ascii_alphabetic();
    let mut length = 0;
    for byte in value.bytes() {
        length = match byte {
            b'-' if length > 0 => 0,
            _ if byte.is_ascii_alphanumeric() && length < 8 => length + 1,
            _ => return None,
        };
    }
    (starts_well && length > 0).then_some(value)
}
