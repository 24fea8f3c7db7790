//! The names that a source gives to its places, as ids in the page.

#[cfg(feature = "html")]
use crate::document::{Document, Flow, Property};
use crate::names::Names;
use crate::scan;

/// The names that have been given, each to the place that had it first; and those that links lead to.
#[derive(Debug, Default)]
pub(super) struct Given {
    given: Names,
    /// The names that a link led to before a place had them.
    asked: Vec<Box<str>>,
    /// All names that there are, where that is known from the start.
    #[cfg(feature = "html")]
    known: Option<Names>,
}

impl Given {
    /// Gives a name to the place that has it; says whether it is an id now.
    pub(super) fn give(&mut self, name: &str) -> bool {
        is_id(name) && self.given.insert(name, 0)
    }

    /// Whether a link may lead to a name: a place has it, or may yet have.
    pub(super) fn may_lead(&mut self, name: &str) -> bool {
        #[cfg(feature = "html")]
        if let Some(known) = &self.known {
            return known.get(name).is_some();
        }
        if self.given.get(name).is_none() {
            self.asked.push(name.into());
        }
        is_id(name)
    }

    /// A name that links lead to and no place has; each comes once.
    pub(super) fn next_dead_end(&mut self) -> Option<Box<str>> {
        while let Some(name) = self.asked.pop() {
            if self.given.get(&name).is_none() {
                self.given.insert(&name, 0);
                return Some(name);
            }
        }
        None
    }

    /// Learns all names of a document.
    #[cfg(feature = "html")]
    pub(super) fn know(&mut self, document: &Document) {
        let mut known = Names::default();
        let mut learn = |name: Option<&str>| {
            if let Some(name) = name.filter(|name| is_id(name)) {
                known.insert(name, 0);
            }
        };
        for text in &document.texts {
            for note in text.flows().iter().filter_map(Flow::note) {
                learn(note.id.as_deref());
            }
            for node in text.nodes() {
                learn(text.property(node, Property::Id));
            }
        }
        #[cfg(feature = "tei")]
        for part in &document.parts {
            learn(Some(&part.id));
        }
        self.known = Some(known);
    }
}

/// Whether a page can have such an id, and it is none that we make ourselves.
fn is_id(name: &str) -> bool {
    let is_ours = name.starts_with("note:") || name.starts_with("ref:");
    !name.is_empty() && !is_ours && scan::is_seamless(name)
}
