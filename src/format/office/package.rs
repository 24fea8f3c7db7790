//! A zip file to the parts that are packed in it: natively, by the `zip` crate.

use std::io::{Cursor, Read};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::parts::{Part, is_read};
use crate::diagnostic::OpenError;
use crate::limits;

const DAMAGED: &str = "it is cut off or damaged";
const LOCKED: &str = "it is locked with a password";
const METHOD: &str = "it is packed in a way that is not read";
const ZIP64: &str = "it is a zip file of the larger kind (zip64)";

/// A size that stands elsewhere, in the records of zip64.
const ELSEWHERE: &[u8] = &[0xFF; 4];

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The parts of a package: the names of all, and the bytes of those that are read.
pub(super) fn parts(bytes: &[u8]) -> Result<Vec<Part>, OpenError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault)?;
    if archive.len() > limits::PACKED_PARTS {
        return Err(OpenError::PackedTooLarge);
    }
    let mut parts = Vec::new();
    let mut left = limits::PACKED_ALL;
    for index in 0..archive.len() {
        let name = match archive.name_for_index(index) {
            Some(name) => name.map_err(fault)?.into_owned(),
            None => String::new(),
        };
        let bytes = match is_read(&name) {
            true => unpacked(&mut archive, index, bytes, left)?,
            false => Vec::new(),
        };
        left -= bytes.len() as u64;
        parts.push(Part { name, bytes });
    }
    Ok(parts)
}

/// The bytes of one part, of which so many may come.
fn unpacked(
    archive: &mut Archive,
    index: usize,
    bytes: &[u8],
    left: u64,
) -> Result<Vec<u8>, OpenError> {
    let packed = archive.by_index_raw(index).map_err(fault)?;
    if packed.encrypted() {
        return Err(OpenError::CannotUnpack(LOCKED));
    }
    let method = packed.compression();
    if !matches!(
        method,
        CompressionMethod::Stored | CompressionMethod::Deflated
    ) {
        return Err(OpenError::CannotUnpack(METHOD));
    }
    let header = packed.central_header_start() as usize;
    let sizes = bytes.get(header + 20..header + 28).unwrap_or_default();
    if sizes.chunks(4).any(|size| size == ELSEWHERE) {
        return Err(OpenError::CannotUnpack(ZIP64));
    }
    let most = left
        .min(limits::PACKED_PART)
        .min((packed.compressed_size() * limits::PACKED_RATIO).max(limits::PACKED_UNASKED));
    if packed.size() > most {
        return Err(OpenError::PackedTooLarge);
    }
    let mut unpacked = Vec::with_capacity(packed.size() as usize);
    drop(packed);
    let part = archive.by_index(index).map_err(fault)?;
    let read = part.take(most + 1).read_to_end(&mut unpacked);
    if unpacked.len() as u64 > most {
        return Err(OpenError::PackedTooLarge);
    }
    match read {
        Ok(_) => Ok(unpacked),
        Err(_) => Err(OpenError::CannotUnpack(DAMAGED)),
    }
}

fn fault(error: ZipError) -> OpenError {
    OpenError::CannotUnpack(match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => LOCKED,
        ZipError::UnsupportedArchive(_) => METHOD,
        _ => DAMAGED,
    })
}
