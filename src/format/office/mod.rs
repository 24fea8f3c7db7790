//! Word and OpenDocument: parts that are packed together, to a document.
//!
//! A `.docx` or `.odt` file is a zip file with parts of XML in it. Natively the `zip` crate unpacks it; in a page the browser
//! does, and hands over the parts one after another (`pkg/src/zip.js`). What follows is the same.

mod blocks;
mod head;
mod left_out;
mod numbers;
mod opendocument;
#[cfg_attr(target_arch = "wasm32", path = "unpacked.rs")]
mod package;
mod parts;
mod record;
mod word;
mod writer;

use super::xml::{Element, Node};
use super::{Format, Opened};
use crate::diagnostic::{Code, OpenError, Remarks};
use crate::document::{Document, Record, Span, Text};
use crate::scan;
use parts::Parts;

/// Opens a package.
pub(super) fn open(bytes: Vec<u8>) -> Result<Opened, OpenError> {
    let mut parts = Parts::new(package::parts(&bytes)?);
    drop(bytes);
    let mut remarks = Remarks::default();
    let format = parts.format()?;
    let (record, text) = match format {
        Format::OpenDocument => opendocument::read(&mut parts, &mut remarks),
        _ => word::read(&mut parts, &mut remarks),
    };
    remark(&record, &text, &mut remarks);
    #[cfg(not(feature = "full"))]
    if parts.have_entities() {
        return Err(OpenError::OtherXml);
    }
    if text.as_str().is_empty() && record.entries.is_empty() {
        return Err(OpenError::Empty);
    }
    Ok(Opened {
        format,
        document: Document::marked(record, Some(text)),
        diagnostics: remarks.in_order(),
    })
}

/// Reads a text of OpenDocument that is a single file, which has what else stands in its parts.
pub(super) fn read_flat(source: &str, remarks: &mut Remarks) -> Document {
    let mut parts = Parts::flat(source);
    let (record, text) = opendocument::read(&mut parts, remarks);
    #[cfg(not(feature = "full"))]
    if parts.have_entities() {
        remarks.leave();
    }
    remark(&record, &text, remarks);
    Document::marked(record, Some(text))
}

/// Remarks on what there is none of.
fn remark(record: &Record, text: &Text, remarks: &mut Remarks) {
    if record.entries.is_empty() {
        let message = ["the file has no properties, so that there is no record"];
        remarks.add(Code::NoRecord, Span::default(), &message);
    }
    if text.as_str().is_empty() {
        let message = ["the file has properties, and no text"];
        remarks.add(Code::NoText, Span::default(), &message);
    }
}

/// The value of an attribute of that name, whatever prefix it has; empty where there is none.
fn said<'e>(element: &'e Element, name: &str) -> &'e str {
    let is_it = |(written, _): &&(String, String)| local(written) == name;
    let found = element.attributes.iter().find(is_it);
    found.map_or("", |(_, value)| value)
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    scan::from(name, scan::find(name, ":").map_or(0, |at| at + 1))
}

/// Words that stand among elements, if they are any: white space there is layout.
fn stray(node: &Node) -> Option<&str> {
    match node {
        Node::Words(words) if !scan::trim_start(words, scan::BLANKS).is_empty() => Some(words),
        _ => None,
    }
}
