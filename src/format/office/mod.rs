//! Word and OpenDocument: parts that are packed together, to a document.
//!
//! A `.docx` or `.odt` file is a zip file with parts of XML in it. Natively the `zip` crate unpacks it; in a page the browser
//! does, and hands over the parts one after another (`pkg/src/zip.js`). What follows is the same.

mod blocks;
mod dress;
mod links;
mod lists;
mod opendocument;
#[cfg_attr(target_arch = "wasm32", path = "unpacked.rs")]
mod package;
mod parts;
mod properties;
mod symbols;
mod tables;
mod word;

use super::Opened;
use crate::diagnostic::{OpenError, Remarks};
use parts::Parts;

/// Opens a package.
pub(super) fn open(bytes: Vec<u8>) -> Result<Opened, OpenError> {
    let mut parts = Parts::new(package::parts(&bytes)?);
    drop(bytes);
    let mut remarks = Remarks::default();
    let format = parts.format()?;
    let document = match format {
        super::Format::OpenDocument => opendocument::read(&mut parts, &mut remarks)?,
        _ => word::read(&mut parts, &mut remarks)?,
    };
    #[cfg(not(feature = "full"))]
    if parts.have_entities() {
        return Err(OpenError::OtherXml);
    }
    Ok(Opened {
        format,
        document,
        diagnostics: remarks.in_order(),
    })
}
