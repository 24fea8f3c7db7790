//! What is wrong with the attributes of a tag.

use super::Handler;
use super::attributes::Written;
use super::bytes::find;
use super::fault::FaultKind;
use super::input::Input;
use super::reader::Reader;
use super::references::{Reference, reference};
use crate::limits;

impl Reader {
    /// Tells of the faults of attributes; says whether the entities in them may be expanded.
    #[inline(never)]
    pub(super) fn check<H: Handler>(
        &mut self,
        written: &str,
        input: &Input,
        from: usize,
        handler: &mut H,
    ) -> bool {
        let (mut seen, mut weight) = (Vec::new(), 0_u32);
        for attribute in Written::new(written) {
            let (name, value_start) = (attribute.name, from + attribute.value_start);
            let range = (from + attribute.start, value_start + attribute.value.len());
            if attribute.broken {
                self.fault(FaultKind::BrokenAttribute, name, input, range, handler);
            }
            if seen.contains(&name) {
                self.fault(FaultKind::DuplicateAttribute, name, input, range, handler);
            } else if seen.len() < limits::COMPARED_ATTRIBUTES {
                seen.push(name);
            }
            let value = self.check_value(attribute.value, input, value_start, handler);
            weight = weight.saturating_add(value);
        }
        let range = (from, from + written.len());
        let position = input.span(range.0, range.1).start;
        let may = input.reference.is_some() || self.entities.may_read(weight, position);
        if !may {
            self.fault(FaultKind::EntityLimit, "", input, range, handler);
        }
        may
    }

    /// Tells of the faults of the references in a value; gives how long the entities in it are.
    fn check_value<H: Handler>(
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
}
