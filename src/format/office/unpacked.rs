//! The counterpart of `package.rs` in a page: the browser has unpacked the parts, and they stand one after another, as a zip
//! file has them that packs none of them smaller (`pkg/src/zip.js`).

use super::parts::Part;
use crate::diagnostic::OpenError;

/// What stands before the name of a part.
const HEADER: usize = 30;

/// The parts of a package: the names of all, and the bytes of those that are read.
pub(super) fn parts(bytes: &[u8]) -> Result<Vec<Part>, OpenError> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (part, behind) =
            part(rest).ok_or(OpenError::CannotUnpack("it is cut off or damaged"))?;
        parts.push(part);
        rest = behind;
    }
    Ok(parts)
}

/// The first part, and what stands behind it.
fn part(bytes: &[u8]) -> Option<(Part, &[u8])> {
    let (header, rest) = bytes.split_at_checked(HEADER)?;
    let number = |at: usize| Some(u16::from_le_bytes([*header.get(at)?, *header.get(at + 1)?]));
    let is_stored = header.starts_with(b"PK\x03\x04") && number(8)? == 0;
    let size = u32::from(number(18)?) | u32::from(number(20)?) << 16;
    let (name, rest) = rest.split_at_checked(usize::from(number(26)?))?;
    let (_, rest) = rest.split_at_checked(usize::from(number(28)?))?;
    let (bytes, rest) = rest.split_at_checked(size as usize)?;
    let part = Part {
        name: String::from_utf8_lossy(name).into_owned(),
        bytes: bytes.to_vec(),
    };
    is_stored.then_some((part, rest))
}
