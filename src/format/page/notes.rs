//! Notes whose words stand elsewhere than their places: the two are linked by a name.

use crate::document::{Note, TextBuilder};
use crate::names::Names;

/// The notes that have a name.
#[derive(Debug, Default)]
pub(super) struct Named {
    names: Names,
    /// Their flows, and whether each has its words.
    flows: Vec<(u32, bool)>,
}

impl Named {
    /// The flow that a place of that name belongs to.
    pub(super) fn place(&mut self, name: &str, text: &mut TextBuilder) -> u32 {
        if let Some((flow, _)) = self.get(name) {
            return *flow;
        }
        let flow = text.reserve_note();
        self.put(name, flow, false);
        flow
    }

    /// Opens the note of that name.
    pub(super) fn open(&mut self, name: &str, note: Note, text: &mut TextBuilder) {
        match self.get(name) {
            Some((flow, has_words @ false)) => {
                *has_words = true;
                text.open_reserved(*flow, note);
            }
            Some(_) => text.open_note(note),
            None => {
                self.put(name, text.next_flow(), true);
                text.open_note(note);
            }
        }
    }

    fn get(&mut self, name: &str) -> Option<&mut (u32, bool)> {
        let row = self.names.get(name)?;
        self.flows.get_mut(row as usize)
    }

    fn put(&mut self, name: &str, flow: u32, has_words: bool) {
        if self.names.insert(name, self.flows.len() as u32) {
            self.flows.push((flow, has_words));
        }
    }
}
