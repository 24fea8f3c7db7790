//! The names that a source gives to its places, and which place in the page each one belongs to.

use std::collections::BTreeMap;

use crate::document::{Document, Property, position};

/// Every name, once: where a source gives one to two places, the first has it.
pub(in super::super) struct Places<'d> {
    names: BTreeMap<&'d str, Place>,
    /// The names of parts whose divisions have none of their own.
    parts: BTreeMap<Place, &'d str>,
}

/// What has a name: in which text, and what of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) text: u32,
    pub(super) what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Text,
    Node(u32),
    /// A note, by its flow.
    Note(u32),
}

impl<'d> Places<'d> {
    pub(in super::super) fn of(document: &'d Document) -> Places<'d> {
        let mut places = Places {
            names: BTreeMap::new(),
            parts: BTreeMap::new(),
        };
        for (text, index) in document.texts.iter().zip(0..) {
            for (number, flow) in (0..).zip(text.flows()) {
                let note = flow.note().and_then(|note| note.id.as_deref());
                places.name(note, index, What::Note(number));
                for node in flow.nodes.clone() {
                    if let Some(id) = text
                        .nodes()
                        .get(node)
                        .and_then(|node| text.property(node, Property::Id))
                    {
                        places.name(Some(id), index, What::Node(position(node)));
                    }
                }
            }
        }
        for part in &document.parts {
            let what = part.node.map_or(What::Text, What::Node);
            if places.name(Some(&part.id), part.text, what) {
                let place = Place {
                    text: part.text,
                    what,
                };
                places.parts.insert(place, &part.id);
            }
        }
        places
    }

    /// Gives a name to a place, unless another place has it, or a page can't have such an id.
    fn name(&mut self, name: Option<&'d str>, text: u32, what: What) -> bool {
        let is_id = |name: &&str| {
            !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control())
        };
        let Some(name) = name.filter(is_id) else {
            return false;
        };
        let is_new = !self.names.contains_key(name);
        if is_new {
            self.names.insert(name, Place { text, what });
        }
        is_new
    }

    /// Whether a place has the name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// The name, if it is this place that has it.
    pub(super) fn own<'n>(&self, name: &'n str, text: u32, what: What) -> Option<&'n str> {
        let place = Place { text, what };
        (self.names.get(name) == Some(&place)).then_some(name)
    }

    /// The name of the part that a node is.
    pub(super) fn of_part(&self, text: u32, node: u32) -> Option<&'d str> {
        let what = What::Node(node);
        self.parts.get(&Place { text, what }).copied()
    }

    /// The name of the part that all of a text is.
    pub(super) fn of_text(&self, text: u32) -> Option<&'d str> {
        let what = What::Text;
        self.parts.get(&Place { text, what }).copied()
    }
}
