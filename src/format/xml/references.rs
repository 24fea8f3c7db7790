//! References in words and in the values of attributes.

use super::Handler;
use super::bytes::{byte, skip_name};
use super::entities::Entities;
use super::fault::FaultKind;
use super::input::Input;
use super::reader::Reader;
use crate::scan;

/// What a `&` begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference<'s> {
    /// A character; `None` if there is no such one.
    Character(Option<char>),
    /// A reference to an entity.
    Entity(&'s str),
    /// Nothing.
    Stray,
    /// The source ends before it can be told.
    Cut,
}

/// Reads what the `&` at a position begins; gives one past its end.
pub(super) fn reference(text: &str, at: usize) -> (Reference<'_>, usize) {
    let bytes = text.as_bytes();
    let numeric = byte(bytes, at + 1) == b'#';
    let start = at + 1 + usize::from(numeric);
    let end = skip_name(bytes, start);
    let name = text.get(start..end).unwrap_or("");
    if end >= bytes.len() {
        return (Reference::Cut, end);
    }
    if byte(bytes, end) != b';' || name.is_empty() {
        return (Reference::Stray, at + 1);
    }
    let reference = match numeric {
        true => match code(name) {
            Some(code) => Reference::Character(char::from_u32(code).filter(|c| is_allowed(*c))),
            None => Reference::Stray,
        },
        false => match predefined(name) {
            Some(character) => Reference::Character(Some(character)),
            None => Reference::Entity(name),
        },
    };
    match reference {
        Reference::Stray => (reference, at + 1),
        _ => (reference, end + 1),
    }
}

/// The number of a numeric reference; `None` if it is no number.
fn code(digits: &str) -> Option<u32> {
    let (digits, radix) = match digits.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (digits, 10),
    };
    let mut code = 0_u32;
    for digit in digits.chars() {
        let value = digit.to_digit(radix)?;
        code = code.saturating_mul(radix).saturating_add(value);
    }
    (!digits.is_empty()).then_some(code)
}

/// Whether a document may hold a character.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// The five that every document has.
fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

impl Reader {
    /// What a `&` begins; gives where it ends, and `None` if that is not there yet.
    #[inline(never)]
    pub(super) fn reference<H: Handler>(
        &mut self,
        input: &Input,
        at: usize,
        handler: &mut H,
    ) -> Option<usize> {
        let (reference, end) = reference(input.text, at);
        let range = (at, end);
        match reference {
            Reference::Character(character) => {
                if character.is_none() {
                    self.fault(FaultKind::BadCharacterReference, "", input, range, handler);
                }
                let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
                self.replaced(input, character.encode_utf8(&mut [0; 4]), range, handler);
            }
            Reference::Entity(name) => return self.entity(name, input, range, handler),
            Reference::Cut if !input.last => return None,
            _ => return self.stray(FaultKind::StrayAmpersand, input, at, handler),
        }
        Some(end)
    }
}

/// Adds the value of an attribute, its references resolved and its white space made spaces.
///
/// What the document declares is resolved if `expand` is set: it is known then that it is not too much.
pub(super) fn resolve(written: &str, entities: &Entities, expand: bool, value: &mut String) {
    let bytes = written.as_bytes();
    let mut at = 0;
    while at < written.len() {
        let next = at + stretch(scan::from(written, at));
        value.push_str(written.get(at..next).unwrap_or(""));
        at = match byte(bytes, next) {
            b'&' => resolve_reference(written, next, entities, expand, value),
            // A carriage return and a line feed are one white space.
            b'\r' if byte(bytes, next + 1) == b'\n' => next + 1,
            _ => {
                if next < written.len() {
                    value.push(' ');
                }
                next + 1
            }
        };
    }
}

fn resolve_reference(
    written: &str,
    at: usize,
    entities: &Entities,
    expand: bool,
    value: &mut String,
) -> usize {
    let (reference, end) = reference(written, at);
    let as_written = written.get(at..end).unwrap_or("");
    match reference {
        Reference::Character(character) => {
            value.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        Reference::Entity(name) => entities.resolve(name, as_written, expand, value),
        Reference::Stray | Reference::Cut => value.push_str(as_written),
    }
    end
}

/// How many bytes stand before the first that is a reference or white space other than a space.
fn stretch(words: &str) -> usize {
    let special = |byte: u8| matches!(byte, b'&' | b'\n' | b'\t' | b'\r');
    words.bytes().position(special).unwrap_or(words.len())
}
