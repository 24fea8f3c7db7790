//! References in words and in the values of attributes.

use std::rc::Rc;

use super::Handler;
use super::bytes::find;
use super::entities::{Meaning, Reference, known, reference};
use super::fault::FaultKind;
use super::input::Input;
use super::reader::Reader;

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
            Reference::Entity(name) => self.entity(name, input, range, handler),
            Reference::Cut if !input.last => return None,
            _ => return self.stray(FaultKind::StrayAmpersand, input, at, handler),
        }
        Some(end)
    }

    /// What an entity stands for, or the reference to it as written.
    fn entity<H: Handler>(
        &mut self,
        name: &str,
        input: &Input,
        range: (usize, usize),
        handler: &mut H,
    ) {
        match self.replacement(name, input, input.span(range.0, range.1).start) {
            Ok(text) => {
                let inner = Input {
                    text: &text,
                    last: true,
                    reference: Some(input.reference.unwrap_or(range)),
                    ..*input
                };
                self.scan(&inner, handler);
            }
            Err(kind) => {
                self.fault(kind, name, input, range, handler);
                let as_written = input.slice(range.0, range.1);
                let words = match kind {
                    FaultKind::UndeclaredEntity => known(name).unwrap_or(as_written),
                    _ => as_written,
                };
                self.replaced(input, words, range, handler);
            }
        }
    }

    /// The text that an entity stands for, or why there is none.
    ///
    /// What entities hold was weighed with them, and is not weighed again where it is read.
    fn replacement(&mut self, name: &str, input: &Input, at: u32) -> Result<Rc<str>, FaultKind> {
        let (text, weight) = match self.entities.meaning(name) {
            Meaning::Replacement(text, weight) => (Rc::clone(text), weight),
            Meaning::Endless => return Err(FaultKind::EntityLimit),
            Meaning::External => return Err(FaultKind::ExternalEntity),
            Meaning::Undeclared => return Err(FaultKind::UndeclaredEntity),
        };
        match input.reference.is_some() || self.entities.may_read(weight, at) {
            true => Ok(text),
            false => Err(FaultKind::EntityLimit),
        }
    }

    /// Tells of the faults of the references in a value; gives how long the entities in it are.
    pub(super) fn check_value<H: Handler>(
        &mut self,
        value: &str,
        input: &Input,
        from: usize,
        handler: &mut H,
    ) -> u32 {
        let (mut at, mut weight) = (0, 0_u32);
        loop {
            at = find(value.as_bytes(), at, [b'&'; 3]);
            if at >= value.len() {
                return weight;
            }
            let (reference, end) = reference(value, at);
            let (kind, name) = match reference {
                Reference::Character(Some(_)) => (None, ""),
                Reference::Character(None) => (Some(FaultKind::BadCharacterReference), ""),
                Reference::Stray | Reference::Cut => (Some(FaultKind::StrayAmpersand), ""),
                Reference::Entity(name) => {
                    let (kind, more) = self.weight(name);
                    weight = weight.saturating_add(more);
                    (kind, name)
                }
            };
            if let Some(kind) = kind {
                self.fault(kind, name, input, (from + at, from + end), handler);
            }
            at = end;
        }
    }

    /// How long an entity is, and what is wrong with it.
    fn weight(&self, name: &str) -> (Option<FaultKind>, u32) {
        match self.entities.meaning(name) {
            Meaning::Replacement(_, weight) => (None, weight),
            Meaning::Endless => (Some(FaultKind::EntityLimit), 0),
            Meaning::External => (Some(FaultKind::ExternalEntity), 0),
            Meaning::Undeclared => (Some(FaultKind::UndeclaredEntity), 0),
        }
    }
}
