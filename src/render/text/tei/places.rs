//! The names that a source gives to its places, and which place in the page each one belongs to.

use crate::document::{Document, FlowKind, NodeKind, Property, Text, position};
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
    /// The class of the box around the texts: it says where the style sheet for texts of any structure is needed.
    pub(in super::super) fn class(texts: &[Text]) -> &'static str {
        if texts.iter().all(is_plain) {
            "rr-texts"
        } else {
            "rr-texts rr-structured"
        }
    }

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
                // Parts come in the order of the source, which is that of their places.
                let at = places.parts.partition_point(|(other, _)| *other < place);
                places.parts.insert(at, (place, &part.id));
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

    /// The name of the part that a node is, or all of a text.
    pub(super) fn of_part(&self, text: u32, what: What) -> Option<&'d str> {
        let place = Place { text, what };
        let before = self.parts.partition_point(|(other, _)| *other < place);
        let (found, name) = self.parts.get(before)?;
        (*found == place).then_some(name)
    }
}

/// Whether a text has nothing that one of a record has not.
fn is_plain(text: &Text) -> bool {
    use NodeKind::*;
    let is_reading = |kind: &FlowKind| matches!(kind, FlowKind::Reading(_));
    let is_known = |kind: NodeKind| {
        matches!(
            kind,
            Paragraph | Closer | Dateline | Signed | Date | PageBreak | Anchor(_)
        )
    };
    text.nodes().iter().all(|node| is_known(node.kind))
        && !text.flows().iter().any(|flow| is_reading(&flow.kind))
}
