//! The counterpart of `vocabularies.rs` in a build that knows TEI alone: it sees that a document has elements of another
//! vocabulary, and leaves it to a build that knows them.

use super::elements::{ELEMENTS, Meaning, index};
use crate::names::Names;

/// The elements that mean something in another vocabulary and nothing in TEI, one a line.
const OTHERS: &str = include_str!("others.txt");

/// The meanings of names, to be looked up: every element of a document is.
#[derive(Debug)]
pub(super) struct Meanings {
    names: Names,
    are_missed: bool,
}

impl Default for Meanings {
    fn default() -> Meanings {
        let mut names = index(ELEMENTS);
        for name in OTHERS.split('\n') {
            names.insert(name, ELEMENTS.len() as u32);
        }
        Meanings {
            names,
            are_missed: false,
        }
    }
}

impl Meanings {
    /// What an element of that name means in TEI; `None` for one that is not in the table.
    pub(super) fn of(&mut self, name: &str, is_foreign: bool) -> Option<Meaning> {
        self.are_missed |= is_foreign;
        let row = ELEMENTS.get(self.names.get(name)? as usize);
        self.are_missed |= row.is_none();
        row.map(|(meaning, _)| *meaning)
    }

    /// Whether an element may have had another meaning, which this build does not know.
    pub(super) fn are_missed(&self) -> bool {
        self.are_missed
    }
}
