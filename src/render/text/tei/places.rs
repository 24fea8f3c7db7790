//! The names that a source gives to its places, and which place in the page each one belongs to.

use crate::document::{Document, Property, position};
use crate::names::Names;

/// Every name, once: where a source gives one to two places, the first has it.
pub(in super::super) struct Places<'d> {
    names: Names<'d>,
    /// The places that have them, in the order of their numbers.
    places: Vec<Place>,
    /// The names of parts whose divisions have none of their own, in the order of the document.
    parts: Vec<(Place, &'d str)>,
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
            names: Names::default(),
            places: Vec::new(),
            parts: Vec::new(),
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
                places.parts.push((place, &part.id));
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
        let is_new = self.names.insert(name, position(self.places.len()));
        if is_new {
            self.places.push(Place { text, what });
        }
        is_new
    }

    /// Whether a place has the name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.get(name).is_some()
    }

    /// The name, if it is this place that has it.
    pub(super) fn own<'n>(&self, name: &'n str, text: u32, what: What) -> Option<&'n str> {
        let place = self.places.get(self.names.get(name)? as usize)?;
        (*place == Place { text, what }).then_some(name)
    }

    /// The name of the part that a node is.
    pub(super) fn of_part(&self, text: u32, node: u32) -> Option<&'d str> {
        self.part(Place {
            text,
            what: What::Node(node),
        })
    }

    /// The name of the part that all of a text is.
    pub(super) fn of_text(&self, text: u32) -> Option<&'d str> {
        self.part(Place {
            text,
            what: What::Text,
        })
    }

    fn part(&self, place: Place) -> Option<&'d str> {
        let before = self.parts.partition_point(|(other, _)| *other < place);
        let (found, name) = self.parts.get(before)?;
        (*found == place).then_some(name)
    }
}
