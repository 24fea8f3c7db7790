//! Where a tag ends, and what it is worth to look at in it.

use super::attributes::Row;
use super::bytes::{byte, find, find_fast, is_name, is_space, skip_name, skip_space};
use super::fault;

/// A start tag whose end was found.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tag {
    /// One past its `>`.
    pub end: usize,
    /// One past its last attribute.
    pub attributes: usize,
    /// Whether it is also the end of the element: `<lb/>`.
    pub empty: bool,
    /// Whether it may declare namespaces.
    pub declares: bool,
    /// Whether there may be references, repeated attributes or faults in it.
    pub doubtful: bool,
}

/// What an irregular tag is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Irregular {
    /// A tag.
    Tag(Tag),
    /// No tag: the next `<` comes before any `>`.
    Broken,
    /// It cannot be told before more of the source is there.
    Cut,
}

/// Reads a tag from the end of its name, and the places of its attributes, if all in it is as it should be.
#[inline]
pub(super) fn regular(bytes: &[u8], from: usize, rows: &mut Vec<Row>) -> Option<Tag> {
    rows.clear();
    let mut tag = Tag::default();
    let (mut at, mut seen) = (from, 0_u64);
    loop {
        let space = at;
        at = skip_space(bytes, at);
        match byte(bytes, at) {
            b'>' => {
                (tag.end, tag.attributes) = (at + 1, space);
                return Some(tag);
            }
            b'/' if byte(bytes, at + 1) == b'>' => {
                (tag.end, tag.attributes, tag.empty) = (at + 2, space, true);
                return Some(tag);
            }
            first if is_name(first) && at > space => {
                let name = at;
                at = skip_name(bytes, at);
                tag.declares |= first == b'x'
                    && bytes
                        .get(name..)
                        .is_some_and(|rest| rest.starts_with(b"xmlns"));
                if fault::ARE_TOLD {
                    // A bit for each name: the same name has the same bit, and others seldom do.
                    let bit = 1
                        << ((usize::from(first)
                            ^ (at - name)
                            ^ (usize::from(byte(bytes, at - 1)) << 3))
                            & 63);
                    tag.doubtful |= seen & bit != 0;
                    seen |= bit;
                }
                let name_end = at;
                at = value(bytes, at, &mut tag)?;
                rows.push(Row {
                    name: (name - from, name_end - from),
                    value: (name_end + 2 - from, at - 1 - from),
                });
            }
            _ => return None,
        }
    }
}

/// Passes over `="value"`.
#[inline(always)]
fn value(bytes: &[u8], at: usize, tag: &mut Tag) -> Option<usize> {
    let quote = byte(bytes, at + 1);
    if byte(bytes, at) != b'=' || !is_quote(quote) {
        return None;
    }
    let mut at = at + 2;
    loop {
        at = find_fast(bytes, at, [quote, b'<', b'&']);
        match byte(bytes, at) {
            b'&' => (tag.doubtful, at) = (true, at + 1),
            b'<' | 0 => return None,
            _ => return Some(at + 1),
        }
    }
}

/// Reads a tag from the end of its name, whatever is in it.
///
/// It ends with the first `>` outside of values. A quotation mark whose partner seems to be missing begins no value:
/// otherwise the words between it and the next attribute somewhere behind it would be lost.
#[inline(never)]
pub(super) fn irregular(bytes: &[u8], from: usize, last: bool) -> Irregular {
    let (mut at, mut declares) = (from, false);
    loop {
        match bytes.get(at) {
            None if last => return Irregular::Broken,
            None => return Irregular::Cut,
            Some(b'<') => return Irregular::Broken,
            Some(b'>') => break,
            Some(b'=') => match quoted(bytes, skip_space(bytes, at + 1)) {
                Quoted::Value(end) => at = end,
                Quoted::Cut if !last => return Irregular::Cut,
                _ => at += 1,
            },
            Some(b'x') => {
                declares |= bytes
                    .get(at..)
                    .is_some_and(|rest| rest.starts_with(b"xmlns"));
                at += 1;
            }
            Some(_) => at += 1,
        }
    }
    let inside = bytes.get(from..at).unwrap_or(&[]).trim_ascii_end();
    let empty = inside.ends_with(b"/");
    Irregular::Tag(Tag {
        end: at + 1,
        attributes: from + inside.len() - usize::from(empty),
        empty,
        declares,
        doubtful: true,
    })
}

/// What follows a `=`.
enum Quoted {
    /// A value in quotation marks, and where it ends.
    Value(usize),
    /// No value in quotation marks.
    None,
    /// Perhaps one.
    Cut,
}

fn quoted(bytes: &[u8], open: usize) -> Quoted {
    let quote = byte(bytes, open);
    if open >= bytes.len() {
        return Quoted::Cut;
    }
    if !is_quote(quote) {
        return Quoted::None;
    }
    let (mut at, mut less, mut greater) = (open + 1, false, false);
    loop {
        at = find(bytes, at, [quote, b'<', b'>']);
        match bytes.get(at) {
            None => return Quoted::Cut,
            Some(b'<') => less = true,
            Some(b'>') => greater = true,
            Some(_) if !less => return Quoted::Value(at + 1),
            Some(_) => return after_value(bytes, at + 1),
        }
        if less && greater {
            return Quoted::None;
        }
        at += 1;
    }
}

/// A value with a `<` in it, which should not be there, is one if what follows it is what follows a value.
fn after_value(bytes: &[u8], end: usize) -> Quoted {
    match bytes.get(end) {
        None => Quoted::Cut,
        Some(next) if is_space(*next) || matches!(next, b'/' | b'>') => Quoted::Value(end),
        Some(_) => Quoted::None,
    }
}

/// Whether a byte is a quotation mark.
pub(super) fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'')
}
