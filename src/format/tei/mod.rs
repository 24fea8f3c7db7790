//! TEI, P5 and P4: the header becomes the record, the text a text.

#[allow(dead_code, unused_imports)]
mod header;
