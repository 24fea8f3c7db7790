//! The counterpart of `entities.rs`, `doctype.rs` and `checks.rs` in a build that has none of them: it sees that a document
//! has entities, and leaves it to one that has.

use super::Handler;
use super::bytes::find;
use super::input::Input;
use super::reader::Reader;
use super::references::{Reference, reference};

/// Whether a document has a declaration of its type, or refers to an entity that XML itself does not have.
#[derive(Debug, Default)]
pub(super) struct Entities {
    are_met: bool,
}

impl Entities {
    /// Nobody asks what that attribute says.
    pub(super) fn resolve(&self, _: &str, _: &str, _: bool, _: &mut String) {}
}

impl Reader {
    /// Whether this document is for another build. What was made of it is worth nothing then.
    pub(crate) fn has_entities(&self) -> bool {
        self.entities.are_met
    }

    /// A declaration: reading ends.
    pub(super) fn doctype<H: Handler>(
        &mut self,
        _: &Input,
        _: (usize, usize),
        _: &mut bool,
        _: &mut H,
    ) -> Option<usize> {
        self.entities.are_met = true;
        None
    }

    /// A reference in words: reading ends.
    pub(super) fn entity<H: Handler>(
        &mut self,
        _: &str,
        _: &Input,
        _: (usize, usize),
        _: &mut H,
    ) -> Option<usize> {
        self.entities.are_met = true;
        None
    }

    /// Looks for references in the attributes of a tag.
    #[inline(never)]
    pub(super) fn check<H: Handler>(
        &mut self,
        written: &str,
        _: &Input,
        _: usize,
        _: &mut H,
    ) -> bool {
        let mut at = 0;
        loop {
            at = find(written.as_bytes(), at, [b'&'; 3]);
            if at >= written.len() {
                return false;
            }
            let (reference, end) = reference(written, at);
            self.entities.are_met |= matches!(reference, Reference::Entity(_));
            at = end;
        }
    }
}
