//! The attributes of a tag, parsed when they are asked for.

use std::borrow::Cow;

use super::bytes::{byte, is_name, is_space, skip_name, skip_space};
use super::entities::Entities;
use super::references::resolve;
use super::tags::is_quote;
use crate::scan;

/// The attributes of a tag, in the order of the source.
///
/// Names are as they are written, and declarations of namespaces are among them.
/// In values, references are resolved, and each white space is a space.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attributes<'s> {
    raw: &'s str,
    rows: &'s [Row],
    entities: &'s Entities,
    expand: bool,
}

/// Where an attribute stands in a tag: its name, and its value without quotation marks, from where they begin to their end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub name: (usize, usize),
    pub value: (usize, usize),
}

impl<'s> Attributes<'s> {
    /// What stands in a tag behind its name. References to what the document declares are resolved if `expand` is set.
    pub(super) fn new(
        raw: &'s str,
        rows: &'s [Row],
        entities: &'s Entities,
        expand: bool,
    ) -> Attributes<'s> {
        Attributes {
            raw,
            rows,
            entities,
            expand,
        }
    }

    /// The value of the first of these names that has one.
    pub(crate) fn any(&self, names: &[&str]) -> Option<Cow<'s, str>> {
        names.iter().find_map(|name| self.get(name))
    }

    /// The value of the first attribute of that name.
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'s, str>> {
        for row in self.rows {
            let (start, end) = row.name;
            // Most differ in length, and need no more than that.
            if end - start == name.len() && self.slice(row.name) == name {
                return Some(self.value(row));
            }
        }
        None
    }

    /// Names, and what each has its value from.
    #[inline(always)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'s str, &'s Row)> + use<'s> {
        let attributes = *self;
        let named = move |row: &'s Row| (attributes.slice(row.name), row);
        self.rows.iter().map(named)
    }

    /// The value of an attribute of this tag.
    pub(crate) fn value(&self, row: &Row) -> Cow<'s, str> {
        let written = self.slice(row.value);
        if is_plain(written) {
            return Cow::Borrowed(written);
        }
        let mut value = String::with_capacity(written.len());
        resolve(written, self.entities, self.expand, &mut value);
        Cow::Owned(value)
    }

    #[inline(always)]
    fn slice(&self, (start, end): (usize, usize)) -> &'s str {
        self.raw.get(start..end).unwrap_or("")
    }
}

/// Whether a value stands for itself: no references, and no white space other than spaces.
fn is_plain(value: &str) -> bool {
    let mut plain = true;
    for byte in value.bytes() {
        plain &= byte >= b' ' && byte != b'&';
    }
    plain
}

/// An attribute as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribute<'s> {
    /// Its name; empty for what stands behind the last one and is none.
    pub name: &'s str,
    /// What stands between its quotation marks.
    pub value: &'s str,
    /// Where its name begins.
    pub start: usize,
    /// Where its value begins.
    pub value_start: usize,
    /// Whether quotes, the value, or the space before it are missing, or it has a `<` in it.
    pub broken: bool,
}

impl Attribute<'_> {
    /// Where it stands.
    pub(super) fn row(&self) -> Row {
        Row {
            name: (self.start, self.start + self.name.len()),
            value: (self.value_start, self.value_start + self.value.len()),
        }
    }
}

/// The attributes of a tag, as they are written.
#[derive(Clone, Debug)]
pub(super) struct Written<'s> {
    raw: &'s str,
    at: usize,
}

impl<'s> Written<'s> {
    /// What stands in a tag behind its name.
    pub(super) fn new(raw: &'s str) -> Written<'s> {
        Written { raw, at: 0 }
    }

    /// Moves past the name that ends here, and its value: what that is, where it begins, and whether it is in quotes.
    fn value(&mut self, name_end: usize) -> (&'s str, usize, bool) {
        let bytes = self.raw.as_bytes();
        let equals = skip_space(bytes, name_end);
        if byte(bytes, equals) != b'=' {
            self.at = name_end;
            return ("", name_end, false);
        }
        let open = skip_space(bytes, equals + 1);
        let quote = byte(bytes, open);
        let quoted = is_quote(quote);
        let start = open + usize::from(quoted);
        let rest = scan::from(self.raw, start);
        let ends = |byte: u8| match quoted {
            true => byte == quote,
            false => is_space(byte),
        };
        let length = rest.bytes().position(ends);
        let value = scan::to(rest, length.unwrap_or(rest.len()));
        self.at = start + value.len() + usize::from(quoted && length.is_some());
        (value, start, quoted && length.is_some())
    }
}

impl<'s> Iterator for Written<'s> {
    type Item = Attribute<'s>;

    fn next(&mut self) -> Option<Attribute<'s>> {
        let bytes = self.raw.as_bytes();
        let space = skip_space(bytes, self.at);
        if space >= bytes.len() {
            return None;
        }
        let mut start = space;
        while start < bytes.len() && !is_name(byte(bytes, start)) {
            start += 1;
        }
        let regular = space > self.at && start == space;
        let name_end = skip_name(bytes, start);
        let name = self.raw.get(start..name_end).unwrap_or("");
        let (value, value_start, quoted) = self.value(name_end);
        Some(Attribute {
            name,
            value,
            start,
            value_start,
            broken: !regular || !quoted || value.as_bytes().contains(&b'<'),
        })
    }
}
