//! The elements that are open, and the namespaces that they declare.

use super::attributes::Attributes;
use super::names::{Name, Space};
use crate::limits;
use crate::scan;

/// An element that is open.
#[derive(Clone, Copy, Debug)]
struct Element {
    /// Where its name begins in `Open::names`.
    start: usize,
    /// How many bytes of its name are the prefix and the colon.
    prefix: usize,
    space: Space,
}

/// A namespace that is in force.
#[derive(Debug)]
struct Binding {
    /// How many elements are open around the one that declares it.
    depth: usize,
    prefix: String,
    space: Space,
}

/// The elements that are open.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// Their names, as they are written, one behind the other.
    names: String,
    elements: Vec<Element>,
    bindings: Vec<Binding>,
    /// The vocabulary of names without a prefix.
    default: Space,
    /// Elements that are open but left out, because they lie too deep.
    deeper: u32,
    /// How often an end tag was looked for in vain.
    missed: u32,
}

/// A name as it is written, and how many bytes of it are the prefix and the colon.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'s> {
    /// The name.
    pub whole: &'s str,
    /// The prefix and the colon.
    pub prefix: usize,
}

impl<'s> Written<'s> {
    /// A name.
    #[inline(always)]
    pub(super) fn new(whole: &'s str) -> Written<'s> {
        let mut prefix = 0;
        for (at, byte) in (1..).zip(whole.as_bytes()) {
            if *byte == b':' {
                prefix = at;
                break;
            }
        }
        Written { whole, prefix }
    }

    /// The name, in its vocabulary.
    #[inline(always)]
    pub(super) fn of(self, space: Space) -> Name<'s> {
        if self.prefix == 0 {
            return Name {
                space,
                prefix: "",
                local: self.whole,
            };
        }
        Name {
            space,
            prefix: scan::to(self.whole, self.prefix.saturating_sub(1)),
            local: scan::from(self.whole, self.prefix),
        }
    }
}

impl Open {
    /// Whether none is.
    #[inline(always)]
    pub(super) fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// How many are.
    pub(super) fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether as many are as may be.
    #[inline(always)]
    pub(super) fn is_full(&self) -> bool {
        self.elements.len() >= limits::DEPTH
    }

    /// One more is left out.
    pub(super) fn leave_out(&mut self) {
        self.deeper = self.deeper.saturating_add(1);
    }

    /// Whether an end tag is that of one that was left out.
    #[inline(always)]
    pub(super) fn left_out(&mut self) -> bool {
        let left_out = self.deeper > 0;
        self.deeper = self.deeper.saturating_sub(1);
        left_out
    }

    /// Opens an element.
    #[inline(always)]
    pub(super) fn push(&mut self, name: Written, space: Space) {
        self.elements.push(Element {
            start: self.names.len(),
            prefix: name.prefix,
            space,
        });
        self.names.push_str(name.whole);
    }

    /// Whether the innermost one has that name.
    #[inline(always)]
    pub(super) fn is_innermost(&self, name: &[u8]) -> bool {
        let start = self.elements.last().map_or(usize::MAX, |last| last.start);
        self.names.as_bytes().get(start..) == Some(name)
    }

    /// The name of the innermost one as it is written; empty where none is open.
    #[inline(always)]
    pub(super) fn innermost(&self) -> &str {
        let start = self.elements.last().map_or(usize::MAX, |last| last.start);
        scan::from(&self.names, start)
    }

    /// The name of the innermost one, in its vocabulary.
    #[inline(always)]
    pub(super) fn innermost_name(&self) -> Option<Name<'_>> {
        let element = self.elements.last()?;
        let written = Written {
            whole: self.innermost(),
            prefix: element.prefix,
        };
        Some(written.of(element.space))
    }

    /// Closes the innermost one.
    #[inline(always)]
    pub(super) fn pop(&mut self) {
        if let Some(element) = self.elements.pop() {
            self.names.truncate(element.start);
        }
        self.undeclare();
    }

    /// How many have to be closed before one of that name is the innermost; `None` if there is none.
    ///
    /// Each end tag that is looked for in vain costs as much as all that is open;
    /// so after many of them, only the innermost elements are looked at.
    pub(super) fn above(&mut self, name: &str) -> Option<usize> {
        let reach = match self.missed > limits::MISSED_ENDS {
            true => limits::MISSED_REACH,
            false => usize::MAX,
        };
        let mut end = self.names.len();
        for (above, element) in self.elements.iter().rev().take(reach).enumerate() {
            if self.names.get(element.start..end) == Some(name) {
                return Some(above);
            }
            end = element.start;
        }
        self.missed = self.missed.saturating_add(1);
        None
    }

    /// The vocabulary of a name.
    #[inline(always)]
    pub(super) fn space(&self, name: Written) -> Space {
        match name.prefix {
            0 => self.default,
            prefix => self.declared(scan::to(name.whole, prefix - 1)),
        }
    }

    fn declared(&self, prefix: &str) -> Space {
        let binding = self.bindings.iter().rev().find(|b| b.prefix == prefix);
        match binding {
            Some(binding) => binding.space,
            None if prefix.is_empty() => Space::None,
            None => Space::of_undeclared(prefix),
        }
    }

    /// Takes up the namespaces that the next element declares.
    pub(super) fn declare(&mut self, attributes: &Attributes) {
        for (name, row) in attributes.iter() {
            let Some(prefix) = declared_prefix(name) else {
                continue;
            };
            let space = Space::of(scan::trim(&attributes.value(row), " \t\n\r\x0c"));
            if self.declared(prefix) == space || self.bindings.len() >= limits::NAMESPACES {
                continue;
            }
            self.bindings.push(Binding {
                depth: self.elements.len(),
                prefix: scan::owned(prefix),
                space,
            });
        }
        self.default = self.declared("");
    }

    /// Gives up the namespaces that an element declared which has ended, or has not begun.
    #[inline(always)]
    pub(super) fn undeclare(&mut self) {
        let depth = self.elements.len();
        while self.bindings.pop_if(|last| last.depth >= depth).is_some() {
            self.default = self.declared("");
        }
    }
}

/// The prefix that an attribute declares, empty for names without one; `None` if it declares none.
fn declared_prefix(attribute: &str) -> Option<&str> {
    match attribute.strip_prefix("xmlns")? {
        "" => Some(""),
        rest => rest.strip_prefix(':').filter(|prefix| !prefix.is_empty()),
    }
}
