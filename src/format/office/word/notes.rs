//! Footnotes, endnotes and comments of Word: each stands in a part of its own, and is put where the text refers to it.

use super::super::super::xml::Element;
use super::super::numbers;
use super::super::parts::Parts;
use super::super::said;
use super::links::Links;
use super::numbering::sign;
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

    /// The number of the next note that has one.
    pub(super) fn number(&mut self, counting: &Counting) -> String {
        let number = counting.start.saturating_add(self.count);
        self.count += 1;
        let mut written = String::new();
        numbers::push(&mut written, number, counting.sign);
        written
    }

    /// A section ends: where its notes are counted by themselves, those behind it are counted anew.
    pub(super) fn end_section(&mut self, counting: &Counting) {
        if counting.by_sections {
            self.count = 0;
        }
    }
}

/// How the notes of a kind are counted, and the first of their numbers.
#[derive(Clone, Debug)]
pub(super) struct Counting {
    pub sign: char,
    pub start: u32,
    pub by_sections: bool,
}

impl Counting {
    /// As Word does where nothing is said: in small Roman letters, if the notes stand at the end.
    pub(super) fn new(is_at_end: bool) -> Counting {
        Counting {
            sign: if is_at_end { 'i' } else { '1' },
            start: 1,
            by_sections: false,
        }
    }

    /// Reads what a section says of its notes, by the name of an element and its value.
    pub(super) fn read(&mut self, name: &str, value: &str) {
        match name {
            "numFmt" => self.sign = sign(value),
            "numStart" => self.start = scan::number(value).unwrap_or(self.start),
            "numRestart" => self.by_sections = value == "eachSect",
            _ => {}
        }
    }
}

/// Notes that are not notes, but what a page has between the text and those.
const LINES: &str = "separator|continuationSeparator|continuationNotice";
