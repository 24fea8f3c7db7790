//! References, and the entities that a document declares.

use std::rc::Rc;

use super::bytes::{byte, find, skip_name};
use crate::limits;
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

/// What a document's own declarations would say, had it not left them elsewhere: the names of HTML that are most used.
const KNOWN: &str = "|nbsp=\u{a0}|iexcl=¡|cent=¢|pound=£|yen=¥|sect=§|copy=©|laquo=«|raquo=»|reg=®|deg=°|para=¶|middot=·|\
    frac12=½|frac14=¼|frac34=¾|iquest=¿|times=×|szlig=ß|aelig=æ|oelig=œ|AElig=Æ|OElig=Œ|\
    agrave=à|aacute=á|acirc=â|atilde=ã|auml=ä|aring=å|ccedil=ç|egrave=è|eacute=é|ecirc=ê|euml=ë|\
    igrave=ì|iacute=í|icirc=î|iuml=ï|ntilde=ñ|ograve=ò|oacute=ó|ocirc=ô|otilde=õ|ouml=ö|oslash=ø|\
    ugrave=ù|uacute=ú|ucirc=û|uuml=ü|Agrave=À|Auml=Ä|Aring=Å|Ccedil=Ç|Egrave=È|Eacute=É|Ouml=Ö|Oslash=Ø|Uuml=Ü|\
    ensp=\u{2002}|emsp=\u{2003}|thinsp=\u{2009}|ndash=–|mdash=—|lsquo=‘|rsquo=’|sbquo=‚|ldquo=“|rdquo=”|bdquo=„|\
    dagger=†|Dagger=‡|bull=•|hellip=…|prime=′|Prime=″|euro=€|trade=™";

/// What an entity that is not declared most likely stands for.
pub(super) fn known(name: &str) -> Option<&'static str> {
    let (_, known) = scan::split(KNOWN, &scan::joined(&["|", name, "="]))?;
    Some(scan::to(known, scan::run(known, |c| c != '|')))
}

/// An entity.
#[derive(Clone, Debug)]
struct Entity {
    name: String,
    /// What stands for it; `None` if that stands elsewhere.
    replacement: Option<Rc<str>>,
    /// How many bytes are read where it is referred to; `None` while that is not known, and if it holds itself.
    weight: Option<u32>,
}

/// What a reference to an entity is replaced with.
#[derive(Clone, Debug)]
pub(super) enum Meaning<'e> {
    /// These words and tags, and how many bytes are read in all.
    Replacement(&'e Rc<str>, u32),
    /// They would be too many, or without an end.
    Endless,
    /// It stands elsewhere.
    External,
    /// It is not declared.
    Undeclared,
}

/// The entities that a document declares, and how much of them has been read.
#[derive(Debug, Default)]
pub(super) struct Entities {
    /// In the order of their names.
    declared: Vec<Entity>,
    read: u32,
}

impl Entities {
    /// Declares an entity, unless its name is declared already. Fails if there are too many.
    pub(super) fn declare(&mut self, name: &str, replacement: Option<String>) -> Result<(), ()> {
        let Err(at) = self.position(name) else {
            return Ok(());
        };
        if self.declared.len() >= limits::ENTITIES {
            return Err(());
        }
        let entity = Entity {
            name: scan::owned(name),
            replacement: replacement.map(Rc::from),
            weight: None,
        };
        self.declared.insert(at, entity);
        Ok(())
    }

    /// Weighs all entities, once they are declared: those first that hold no others, then those that hold these.
    ///
    /// What holds itself, or too many one in another, has no weight in the end.
    pub(super) fn weigh(&mut self) {
        // What was not declared yet when they were last weighed may be so now.
        for entity in &mut self.declared {
            entity.weight = None;
        }
        for _ in 0..limits::ENTITY_DEPTH {
            let weights: Vec<Option<u32>> = self
                .declared
                .iter()
                .map(|entity| entity.weight.or_else(|| self.weight(entity)))
                .collect();
            for (entity, weight) in self.declared.iter_mut().zip(weights) {
                entity.weight = weight;
            }
        }
    }

    /// What an entity weighs, if all that it holds are weighed.
    fn weight(&self, entity: &Entity) -> Option<u32> {
        let text = entity.replacement.as_deref().unwrap_or("");
        let mut weight = crate::document::position(text.len());
        let mut at = 0;
        loop {
            at = find(text.as_bytes(), at, [b'&'; 3]);
            if at >= text.len() {
                return Some(weight);
            }
            let (reference, end) = reference(text, at);
            if let Reference::Entity(name) = reference
                && let Ok(row) = self.position(name)
            {
                weight = weight.saturating_add(self.declared.get(row)?.weight?);
            }
            at = end;
        }
    }

    fn position(&self, name: &str) -> Result<usize, usize> {
        self.declared
            .binary_search_by(|entity| entity.name.as_str().cmp(name))
    }

    /// What a reference to an entity is replaced with.
    pub(super) fn meaning(&self, name: &str) -> Meaning<'_> {
        let row = self.position(name).ok();
        match row.and_then(|row| self.declared.get(row)) {
            None => Meaning::Undeclared,
            Some(Entity {
                replacement: None, ..
            }) => Meaning::External,
            Some(Entity {
                replacement: Some(text),
                weight: Some(weight),
                ..
            }) => Meaning::Replacement(text, *weight),
            Some(_) => Meaning::Endless,
        }
    }

    /// Whether so many bytes of entities may be read as well, at that position of the source.
    ///
    /// All of them together may be as long as the source up to there, and a little longer.
    pub(super) fn may_read(&mut self, bytes: u32, position: u32) -> bool {
        let read = self.read.saturating_add(bytes);
        let may = read <= position.saturating_add(limits::ENTITY_BYTES);
        if may {
            self.read = read;
        }
        may
    }

    /// Adds the value of an attribute, its references resolved and its white space made spaces.
    ///
    /// What the document declares is resolved if `expand` is set: it is known then that it is not too much.
    pub(super) fn resolve(&self, written: &str, expand: bool, value: &mut String) {
        let bytes = written.as_bytes();
        let mut at = 0;
        while at < written.len() {
            let next = at + stretch(scan::from(written, at));
            value.push_str(written.get(at..next).unwrap_or(""));
            at = match byte(bytes, next) {
                b'&' => self.resolve_reference(written, next, expand, value),
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
        &self,
        written: &str,
        at: usize,
        expand: bool,
        value: &mut String,
    ) -> usize {
        let (reference, end) = reference(written, at);
        let as_written = written.get(at..end).unwrap_or("");
        match reference {
            Reference::Character(character) => {
                value.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            Reference::Entity(name) => match self.meaning(name) {
                Meaning::Replacement(text, _) if expand => self.resolve(text, true, value),
                Meaning::Undeclared => value.push_str(known(name).unwrap_or(as_written)),
                _ => value.push_str(as_written),
            },
            Reference::Stray | Reference::Cut => value.push_str(as_written),
        }
        end
    }
}

/// How many bytes stand before the first that is a reference or white space other than a space.
fn stretch(words: &str) -> usize {
    let special = |byte: u8| matches!(byte, b'&' | b'\n' | b'\t' | b'\r');
    words.bytes().position(special).unwrap_or(words.len())
}
