//! Which addresses stay: those that lead somewhere, and do nothing.

use crate::scan;

/// The schemes that stay. An address without one leads to a place beside the document, or in it.
const SCHEMES: &str = "http|https|mailto|ftp|ftps|tel|urn|doi|geo|news|sftp";

/// An address, if it is one that leads somewhere: no script (`javascript:`), no document of its own (`data:`).
///
/// The scheme is read as the URL standard reads it: without the white space and the control characters before it, and
/// without tabs and line ends in it.
pub(super) fn kept(address: &str) -> Option<&str> {
    let address = scan::trimmed_of(address, |c| c <= ' ');
    let mut scheme = String::new();
    for c in address.chars() {
        match c {
            '\t' | '\n' | '\r' => {}
            ':' => return scan::listed(SCHEMES, &scheme).then_some(address),
            _ if c.is_ascii_alphanumeric() || scan::is_in("+-.", c) => scheme.push(c),
            _ => break,
        }
    }
    (!address.is_empty()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn what_runs_is_told_from_what_leads() {
        for address in [
            "javascript:alert(1)",
            " \u{1}JavaScript:alert(1)",
            "java\nscript\t:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:https://example.org/x",
            "",
        ] {
            assert_eq!(kept(address), None, "{address}");
        }
        for address in [
            "https://example.org/a:b",
            "#fn1",
            "../other.html?x=a:b",
            "mailto:a@example.org",
            "//example.org/",
        ] {
            assert_eq!(kept(address), Some(address));
        }
    }
}
