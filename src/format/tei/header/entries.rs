//! A header to entries: every word of it once, in its order.

use crate::document::{Entry, Field, Span};
use crate::format::xml::{Element, Node};
use crate::limits;
use crate::scan;

/// The entries of a header. `understood` says where elements begin that something was understood of, and as what.
#[cfg(feature = "full")]
pub(in crate::format::tei) fn entries(
    header: &Element,
    mut understood: Vec<(u32, Field)>,
) -> Vec<Entry> {
    // Where an element was understood as two things, the first one counts.
    understood.sort_by_key(|(start, _)| *start);
    let mut walk = Walk {
        understood,
        entries: Vec::new(),
    };
    walk.element(header, &Place::default());
    walk.entries
}

struct Walk {
    understood: Vec<(u32, Field)>,
    entries: Vec<Entry>,
}

/// Where an element stands.
#[derive(Clone, Default)]
struct Place {
    /// The label of what it is a part of; empty where that goes without saying.
    context: String,
    /// The label of what prose in it is about.
    about: String,
    field: Option<Field>,
}

impl Walk {
    fn element(&mut self, element: &Element, place: &Place) {
        let field = self.field_of(element.span.start).or(place.field);
        let is_prose = scan::listed(PROSE, &element.name);
        let label = match is_prose {
            true => place.about.clone(),
            false => label(element, &place.context),
        };
        let is_frame = scan::listed(FRAMES, &element.name);
        if scan::listed(WHOLE, &element.name) || (element.has_words() && !is_frame) {
            let mut value = String::new();
            gather(element, &mut value);
            return self.entry(element, label, &value, field);
        }
        let mut inner = place.clone();
        inner.field = field;
        if scan::listed(CONTEXTS, &element.name) {
            let own = self::label(element, "");
            inner.context = if own.len() <= limits::CONTEXT {
                own
            } else {
                String::new()
            };
        }
        if !is_prose {
            inner.about = match label.len() <= 2 * limits::CONTEXT {
                true => label.clone(),
                false => String::new(),
            };
        }
        for child in &element.children {
            match child {
                Node::Element(child) => self.element(child, &inner),
                Node::Words(stray) => self.entry(element, label.clone(), stray, field),
            }
        }
    }

    fn entry(&mut self, element: &Element, label: String, words: &str, field: Option<Field>) {
        let value = scan::folded(words);
        if value.is_empty() {
            return;
        }
        let field = field.or_else(|| self.field_inside(element.span));
        self.entries.push(Entry {
            label,
            value,
            field: Some(field.unwrap_or(Field::Entry)),
            span: element.span,
        });
    }

    /// What the element that begins there was understood as.
    fn field_of(&self, start: u32) -> Option<Field> {
        self.field_inside(Span::new(start, start + 1))
    }

    /// What the first element that begins there was understood as.
    fn field_inside(&self, span: Span) -> Option<Field> {
        let at = self
            .understood
            .partition_point(|(start, _)| *start < span.start);
        let (start, field) = self.understood.get(at)?;
        (*start < span.end).then_some(*field)
    }
}

/// An element's name and kind, behind that of what it is a part of.
fn label(element: &Element, context: &str) -> String {
    let mut label = scan::owned(context);
    if !context.is_empty() {
        label.push_str(": ");
    }
    label.push_str(&element.name);
    if let Some(kind) = element.attribute("type").filter(|kind| !kind.is_empty()) {
        label.push(' ');
        label.push_str(kind);
    }
    label
}

/// The words in an element, with a space before those parts that stand apart from each other without one.
fn gather(element: &Element, words: &mut String) {
    for child in &element.children {
        match child {
            Node::Words(more) => words.push_str(more),
            Node::Element(part) => {
                if scan::listed(APART, &part.name) {
                    words.push(' ');
                }
                gather(part, words);
            }
        }
    }
}

/// Elements that stand apart from what is before them.
const APART: &str = "ab|addName|addrLine|cell|country|date|forename|head|item|l|lb|list|p|postCode|region|row|settlement|\
    street|surname";

/// Elements that hold no words themselves; those that stray into them are no reason to keep all of it together.
const FRAMES: &str = "teiHeader|fileDesc|titleStmt|editionStmt|publicationStmt|seriesStmt|notesStmt|sourceDesc|msDesc|\
    msIdentifier|physDesc|history|encodingDesc|profileDesc|correspDesc|correspAction|correspContext|langUsage|textClass|\
    keywords|revisionDesc|listChange";

/// Elements that stay together although nothing but elements is in them.
const WHOLE: &str = "persName|orgName|name|rs|placeName|geogName|date|title|address";

/// Elements whose name says nothing of what is in them.
const PROSE: &str = "p|ab|list|item|head|note|desc|seg|label";

/// Elements that their parts are named after.
const CONTEXTS: &str = "altIdentifier|author|authority|bibl|biblFull|biblStruct|change|correspAction|correspContext|\
    creation|distributor|editionStmt|editor|funder|msIdentifier|person|principal|publicationStmt|publisher|respStmt|\
    seriesStmt|sponsor";
