//! The attributes of a tag, parsed when they are asked for.

use std::borrow::Cow;

use super::bytes::{byte, is_name, is_space, skip_name, skip_space};
use super::entities::Entities;
use super::tags::is_quote;
use crate::scan;

/// The attributes of a tag, in the order of the source.
///
/// Names are as they are written, and declarations of namespaces are among them.
/// In values, references are resolved, and each white space is a space.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attributes<'s> {
    raw: &'s str,
    entities: &'s Entities,
    expand: bool,
}

impl<'s> Attributes<'s> {
    /// What stands in a tag behind its name. References to what the document declares are resolved if `expand` is set.
    pub(super) fn new(raw: &'s str, entities: &'s Entities, expand: bool) -> Attributes<'s> {
        Attributes {
            raw,
            entities,
            expand,
        }
    }

    /// The value of the first attribute of that name.
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'s, str>> {
        let mut written = Written::new(self.raw);
        let found = written.find(|attribute| attribute.name == name)?;
        Some(self.value(found.value))
    }

    /// Names and values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'s str, Cow<'s, str>)> + use<'s> {
        let attributes = *self;
        Written::new(self.raw)
            .map(move |attribute| (attribute.name, attributes.value(attribute.value)))
    }

    fn value(&self, written: &'s str) -> Cow<'s, str> {
        let plain = |byte: u8| !matches!(byte, b'&' | b'\n' | b'\t' | b'\r');
        if written.bytes().all(plain) {
            return Cow::Borrowed(written);
        }
        let mut value = String::with_capacity(written.len());
        self.entities.resolve(written, self.expand, &mut value);
        Cow::Owned(value)
    }
}

/// An attribute as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribute<'s> {
    /// Its name.
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

    /// A value from `at` on: what it is, where it ends, and whether it stands in quotation marks.
    fn value(&self, at: usize) -> (&'s str, usize, bool) {
        let bytes = self.raw.as_bytes();
        let rest = scan::from(self.raw, at + 1);
        let quote = byte(bytes, at);
        if is_quote(quote) {
            return match rest.bytes().position(|byte| byte == quote) {
                Some(length) => (scan::to(rest, length), at + length + 2, true),
                None => (rest, bytes.len(), false),
            };
        }
        let rest = scan::from(self.raw, at);
        let length = rest.bytes().position(is_space).unwrap_or(rest.len());
        (scan::to(rest, length), at + length, false)
    }
}

impl<'s> Iterator for Written<'s> {
    type Item = Attribute<'s>;

    fn next(&mut self) -> Option<Attribute<'s>> {
        let bytes = self.raw.as_bytes();
        let mut start = skip_space(bytes, self.at);
        let mut broken = start == self.at;
        while start < bytes.len() && !is_name(byte(bytes, start)) {
            (start, broken) = (start + 1, true);
        }
        if start >= bytes.len() {
            self.at = start;
            return None;
        }
        let end = skip_name(bytes, start);
        let name = self.raw.get(start..end).unwrap_or("");
        let equals = skip_space(bytes, end);
        self.at = end;
        let (mut value, mut value_start) = ("", end);
        if byte(bytes, equals) == b'=' {
            value_start = skip_space(bytes, equals + 1);
            let whole;
            (value, self.at, whole) = self.value(value_start);
            value_start += usize::from(is_quote(byte(bytes, value_start)));
            broken |= !whole || value.as_bytes().contains(&b'<');
        } else {
            broken = true;
        }
        Some(Attribute {
            name,
            value,
            start,
            value_start,
            broken,
        })
    }
}
