//! Footnotes, endnotes and comments of Word: each stands in a part of its own, and is put where the text refers to it.

use super::super::super::xml::Element;
use super::super::numbers::push_roman;
use super::super::parts::Parts;
use super::super::said;
use super::links::Links;
use crate::diagnostic::Remarks;
use crate::document::position;
use crate::names::Names;
use crate::scan;

/// The notes of a part.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Each one until it is put somewhere.
    notes: Vec<Option<Element>>,
    ids: Names,
    /// What they lead to, while nobody reads them.
    pub links: Links,
    /// How many have a number.
    count: u32,
    /// How many have been looked at for some that are left.
    left: usize,
}

impl Notes {
    /// The notes of the part that a part has of that kind.
    pub(super) fn read(
        parts: &mut Parts,
        links: &Links,
        kind: &str,
        remarks: &mut Remarks,
    ) -> Notes {
        let mut notes = Notes::default();
        for part in links.parts(kind) {
            notes.links = Links::of(parts, part, remarks);
            let Some(root) = parts.tree(part, remarks) else {
                continue;
            };
            for child in root.children {
                notes.add(child);
            }
        }
        notes
    }

    fn add(&mut self, child: super::super::Node) {
        if let super::super::Node::Element(note) = child {
            let index = position(self.notes.len());
            self.ids.insert(said(&note, "id"), index);
            self.notes.push(Some(note));
        }
    }

    /// Takes the note of that id. Each stands in the text once.
    pub(super) fn take(&mut self, id: &str) -> Option<Element> {
        self.notes.get_mut(self.ids.get(id)? as usize)?.take()
    }

    /// Takes the next one that the text does not refer to. The lines that part notes from the text are none.
    pub(super) fn take_left(&mut self) -> Option<Element> {
        while let Some(note) = self.notes.get_mut(self.left) {
            self.left += 1;
            let note = note.take();
            if note
                .as_ref()
                .is_some_and(|note| !scan::listed(LINES, said(note, "type")))
            {
                return note;
            }
        }
        None
    }

    /// The number of the next note that has one; in small Roman letters, if it is one at the end.
    pub(super) fn number(&mut self, is_roman: bool) -> String {
        self.count += 1;
        let mut number = String::new();
        match is_roman {
            true => push_roman(&mut number, self.count),
            false => scan::push_number(&mut number, self.count, 1),
        }
        number
    }
}

/// Notes that are not notes, but what a page has between the text and those.
const LINES: &str = "separator|continuationSeparator|continuationNotice";
