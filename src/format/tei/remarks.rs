//! What there is to remark on a document in XML: what is ill-formed, what is not known.

use super::super::xml::{Fault, FaultKind, Name};
use crate::diagnostic::{Code, Remarks};
use crate::document::{Span, position};
use crate::limits;
use crate::scan;

/// What is ill-formed: the first of it word for word, the rest counted.
#[derive(Debug, Default)]
pub(super) struct Faults {
    count: u32,
    last: Span,
}

impl Faults {
    pub(super) fn add(&mut self, fault: Fault, remarks: &mut Remarks) {
        self.count += 1;
        if self.count as usize > limits::FAULTS {
            self.last = fault.span;
            return;
        }
        let (before, after) = sentence(fault.kind);
        let (mut line, mut column) = (String::new(), String::new());
        scan::push_number(&mut line, fault.line, 1);
        scan::push_number(&mut column, fault.column, 1);
        let (before, name) = match before.strip_suffix(' ') {
            Some(before) if fault.name.is_empty() => (before, ""),
            Some(_) => (before, fault.name),
            None => (before, ""),
        };
        let message = [
            before,
            name,
            after,
            " (line ",
            &line,
            ", column ",
            &column,
            ")",
        ];
        remarks.add(Code::IllFormed, fault.span, &message);
    }

    pub(super) fn report(&self, remarks: &mut Remarks) {
        let more = (self.count as usize).saturating_sub(limits::FAULTS);
        if more > 0 {
            let mut count = String::new();
            scan::push_number(&mut count, position(more), 1);
            let message = [&count, " more places are ill-formed"];
            remarks.add(Code::IllFormed, self.last, &message);
        }
    }
}

/// What is wrong, and what was made of it; a name stands between the two where the first ends with a space.
fn sentence(kind: FaultKind) -> (&'static str, &'static str) {
    match kind {
        FaultKind::MismatchedEnd => (
            "the end tag ",
            " differs in letter case from its start tag, and ends it",
        ),
        FaultKind::UnexpectedEnd => ("the end tag ", " has no start tag, and is passed over"),
        FaultKind::MissingEnd => (
            "the element ",
            " has no end tag; it ends with what is around it",
        ),
        FaultKind::StrayLessThan => ("a < begins no tag, and is read as a word", ""),
        FaultKind::StrayAmpersand => ("a & begins no reference, and is read as a word", ""),
        FaultKind::BrokenTag => ("the tag ", " has no end, and is read as words"),
        FaultKind::DuplicateAttribute => (
            "the attribute ",
            " stands twice in its tag; the first one counts",
        ),
        FaultKind::BrokenAttribute => (
            "the attribute ",
            " is not well formed; it is read as it seems to be meant",
        ),
        FaultKind::UnclosedComment => ("a comment has no end, and is read as words", ""),
        FaultKind::UnclosedCdata => ("a CDATA section has no end", ""),
        FaultKind::UnclosedInstruction => (
            "a processing instruction has no end, and is read as words",
            "",
        ),
        FaultKind::UnclosedDoctype => (
            "the document type declaration has no end, and is read as words",
            "",
        ),
        FaultKind::UndeclaredEntity => ("the entity ", " is not declared"),
        FaultKind::ExternalEntity => (
            "the entity ",
            " stands in another file, which is not fetched",
        ),
        FaultKind::EntityLimit => (
            "the entity ",
            " is too long or holds itself; it stands as written",
        ),
        FaultKind::BadCharacterReference => (
            "a reference to a character that there is not stands as U+FFFD",
            "",
        ),
        FaultKind::TooDeep => (
            "elements are nested too deeply; the inner ones are left out, and their words are kept",
            "",
        ),
        FaultKind::SecondRoot => (
            "a second root element follows the first, and is read as well",
            "",
        ),
        FaultKind::WordsOutsideRoot => (
            "words stand outside of the root element, and are read as well",
            "",
        ),
    }
}

/// Elements that the table has not, with how often and where first.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    names: Vec<(String, u32, Span)>,
    /// How often others came when the list was full.
    others: u32,
}

impl Unknown {
    pub(super) fn add(&mut self, name: Name, span: Span) {
        let known = self
            .names
            .iter_mut()
            .find(|(known, ..)| known == name.local);
        if let Some((_, count, _)) = known {
            *count += 1;
        } else if self.names.len() < limits::UNKNOWN {
            self.names.push((scan::owned(name.local), 1, span));
        } else {
            self.others += 1;
        }
    }

    pub(super) fn report(&self, remarks: &mut Remarks) {
        for (name, count, span) in &self.names {
            let mut times = String::new();
            scan::push_number(&mut times, *count, 1);
            let message = [
                "the element ",
                name,
                " is not known (",
                &times,
                " times); what it holds stands in its place",
            ];
            remarks.add(Code::UnknownElement, *span, &message);
        }
        if self.others > 0 {
            let mut times = String::new();
            scan::push_number(&mut times, self.others, 1);
            let message = [&times, " more elements of other names are not known"];
            remarks.add(Code::UnknownElement, Span::default(), &message);
        }
    }
}
