//! The document type declaration: entities are read, all else in it is passed over.

use super::Handler;
use super::bytes::{byte, find, find_mark, is_name, skip_name, skip_space};
use super::entities::Entities;
use super::fault::FaultKind;
use super::input::Input;
use super::reader::Reader;
use super::references::{Reference, reference};
use super::tags::is_quote;

/// Something that is ill-formed in the declaration, or not read: what, and where.
type Flaw = (FaultKind, usize, usize);

impl Reader {
    /// Reads the declaration that begins at a position, and whose mark ends there; gives where it ends, and `None` if
    /// that is not there yet.
    pub(super) fn doctype<H: Handler>(
        &mut self,
        input: &Input,
        (at, from): (usize, usize),
        missing: &mut bool,
        handler: &mut H,
    ) -> Option<usize> {
        let mut flaws = Vec::new();
        let end = match *missing {
            true => None,
            false => read(input.text, from, &mut self.entities, &mut flaws),
        };
        self.entities.weigh();
        let Some(end) = end else {
            *missing = true;
            return self.unclosed(FaultKind::UnclosedDoctype, input, at, handler);
        };
        for (kind, start, end) in flaws {
            self.fault(kind, "", input, (start, end), handler);
        }
        self.outside = false;
        Some(end)
    }
}

/// Reads a declaration from behind `<!DOCTYPE`; gives one past its end, and `None` if that is not there.
fn read(text: &str, from: usize, entities: &mut Entities, flaws: &mut Vec<Flaw>) -> Option<usize> {
    let mut subset = Subset {
        text,
        bytes: text.as_bytes(),
        entities,
        flaws,
    };
    let mut at = from;
    loop {
        at = match *subset.bytes.get(at)? {
            b'>' => return Some(at + 1),
            b'[' => subset.read(at + 1)?,
            // The `>` is missing.
            b'<' => {
                subset.flaw(FaultKind::UnclosedDoctype, at, at);
                return Some(at);
            }
            quote if is_quote(quote) => subset.identifier(at)?,
            _ => at + 1,
        }
    }
}

/// What stands between the brackets, with all that is around it.
struct Subset<'s, 'r> {
    text: &'s str,
    bytes: &'s [u8],
    entities: &'r mut Entities,
    flaws: &'r mut Vec<Flaw>,
}

impl Subset<'_, '_> {
    /// Tells of a flaw, if the one before was not the same.
    fn flaw(&mut self, kind: FaultKind, start: usize, end: usize) {
        if self.flaws.last().is_none_or(|last| last.0 != kind) {
            self.flaws.push((kind, start, end));
        }
    }

    /// Passes over an identifier in quotation marks. One that seems to have no end begins none.
    fn identifier(&mut self, open: usize) -> Option<usize> {
        let quote = byte(self.bytes, open);
        let end = find(self.bytes, open + 1, [quote, b'>', b'>']);
        match self.bytes.get(end)? {
            b'>' => {
                self.flaw(FaultKind::UnclosedDoctype, open, end);
                Some(open + 1)
            }
            _ => Some(end + 1),
        }
    }

    /// Reads all up to the closing bracket; gives one past it.
    fn read(&mut self, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            let rest = self.bytes.get(at..)?;
            at = match rest.first()? {
                b']' => return Some(at + 1),
                b'%' => self.parameter(at)?,
                b'<' if rest.starts_with(b"<!--") => find_mark(self.bytes, at + 4, b"-->")? + 3,
                b'<' if rest.starts_with(b"<?") => find_mark(self.bytes, at + 2, b"?>")? + 2,
                b'<' if rest.starts_with(b"<!ENTITY") => self.entity(at)?,
                b'<' => self.pass(at + 1)?,
                _ => at + 1,
            }
        }
    }

    /// A reference to declarations that stand elsewhere, or in an entity of their own.
    fn parameter(&mut self, at: usize) -> Option<usize> {
        let end = skip_name(self.bytes, at + 1);
        let semicolon = usize::from(*self.bytes.get(end)? == b';');
        self.flaw(FaultKind::ExternalEntity, at, end + semicolon);
        Some(end + semicolon)
    }

    /// Passes over a declaration, from within it; gives one past its end.
    fn pass(&self, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            at = find(self.bytes, at, [b'"', b'\'', b'>']);
            match *self.bytes.get(at)? {
                b'>' => return Some(at + 1),
                quote => at = self.closing(at, quote)? + 1,
            }
        }
    }

    /// Where the partner of a quotation mark stands.
    fn closing(&self, open: usize, quote: u8) -> Option<usize> {
        let end = find(self.bytes, open + 1, [quote; 3]);
        (end < self.bytes.len()).then_some(end)
    }

    /// Reads the declaration of an entity; gives one past its end.
    fn entity(&mut self, start: usize) -> Option<usize> {
        let (bytes, text) = (self.bytes, self.text);
        let end = self.pass(start + 1)?;
        let at = skip_space(bytes, start + "<!ENTITY".len());
        if !is_name(byte(bytes, at)) {
            // Of a parameter entity: it could stand in declarations alone.
            return Some(end);
        }
        let name_end = skip_name(bytes, at);
        let name = text.get(at..name_end).unwrap_or("");
        let open = skip_space(bytes, name_end);
        let quote = byte(bytes, open);
        let replacement = is_quote(quote).then(|| {
            let close = self.closing(open, quote).unwrap_or(open);
            replacement(text.get(open + 1..close).unwrap_or(""))
        });
        if self.entities.declare(name, replacement).is_err() {
            self.flaw(FaultKind::EntityLimit, start, end);
        }
        Some(end)
    }
}

/// The replacement text of a declared value: its numeric references are resolved already, and its line ends.
fn replacement(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut text = String::with_capacity(value.len());
    let mut at = 0;
    loop {
        let next = find(bytes, at, [b'&', b'\r', b'\r']);
        text.push_str(value.get(at..next).unwrap_or(""));
        at = match byte(bytes, next) {
            b'&' if byte(bytes, next + 1) == b'#' => {
                let (reference, end) = reference(value, next);
                match reference {
                    Reference::Character(character) => {
                        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    _ => text.push_str(value.get(next..end).unwrap_or("")),
                }
                end
            }
            b'&' => {
                text.push('&');
                next + 1
            }
            b'\r' => {
                if byte(bytes, next + 1) != b'\n' {
                    text.push('\n');
                }
                next + 1
            }
            _ => return text,
        }
    }
}
