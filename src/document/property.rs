//! What is said of a node beside its kind and its words: one table for a text, a few bytes for each thing said.

use super::{HAS_MARKUP, Span, position};

/// A thing that a source says of a node. The terms are those of TEI, whose attributes they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Property {
    /// The name under which the source refers to it (`xml:id`).
    Id,
    /// The number or label that it has in the source (`n`): of a page, a line, a chapter.
    Label,
    /// The language, as a tag of BCP 47 (`xml:lang`).
    Language,
    /// The direction of its words (`dir` in HTML): `ltr`, `rtl` or `auto`.
    Direction,
    /// The kind within its kind, in the source's own words (`type`, `unit`).
    Type,
    /// The date, in EDTF (`when`, `notBefore` …).
    Date,
    /// Where it leads (`target`): an address, or `#` and an id.
    Target,
    /// Whom or what it names (`ref`, `key`).
    Reference,
    /// The images of it, or the zones of images (`facs`).
    Facsimile,
    /// How it looks in the source, in the source's own words (`rend`, `rendition`, `style`).
    Rendition,
    /// Where it stands in the source (`place`): `margin`, `above`.
    Place,
    /// Why something is missing, or was added (`reason`).
    Reason,
    /// How much of it there is (`quantity`, `extent`, `unit`): `3 lines`.
    Extent,
    /// The hand that wrote it (`hand`).
    Hand,
    /// Who is responsible for it (`resp`).
    Responsibility,
    /// Who speaks (`who`).
    Who,
    /// How many columns a cell takes up (`cols`).
    Columns,
    /// How many rows a cell takes up (`rows`).
    Rows,
    /// What it is for: `label` for the head of a column or row (`role`).
    Role,
    /// A description of what is not words: of a picture (`figDesc`).
    Description,
}

impl Property {
    /// A name in lower case, as the inspection has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Property::Date => "date",
            _ if !HAS_MARKUP => "",
            Property::Id => "id",
            Property::Label => "label",
            Property::Language => "language",
            Property::Direction => "direction",
            Property::Type => "type",
            Property::Target => "target",
            Property::Reference => "reference",
            Property::Facsimile => "facsimile",
            Property::Rendition => "rendition",
            Property::Place => "place",
            Property::Reason => "reason",
            Property::Extent => "extent",
            Property::Hand => "hand",
            Property::Responsibility => "responsibility",
            Property::Who => "who",
            Property::Columns => "columns",
            Property::Rows => "rows",
            Property::Role => "role",
            Property::Description => "description",
        }
    }
}

/// Where a node's properties begin that has none.
pub(super) const NONE: u32 = u32::MAX;

/// The properties of all nodes of a text: those of a node follow one another.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Properties {
    rows: Vec<Row>,
    values: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    property: Property,
    /// Whether the next row is of the same node.
    goes_on: bool,
    value: Span,
}

impl Properties {
    /// How many there are: where those of the next node begin.
    pub(super) fn len(&self) -> u32 {
        position(self.rows.len())
    }

    /// Whether one of that name is among those from a place on.
    pub(super) fn has(&self, from: u32, property: Property) -> bool {
        let rows = self.rows.get(from as usize..).unwrap_or_default();
        rows.iter().any(|row| row.property == property)
    }

    /// Adds one; `goes_on` says that the row before is of the same node.
    pub(super) fn push(&mut self, property: Property, value: &str, goes_on: bool) {
        if let Some(last) = self.rows.last_mut() {
            last.goes_on = goes_on;
        }
        let start = position(self.values.len());
        self.values.push_str(value);
        self.rows.push(Row {
            property,
            goes_on: false,
            value: Span::new(start, position(self.values.len())),
        });
    }

    /// Those of a node, from where its own begin.
    pub(super) fn of(&self, first: u32) -> impl Iterator<Item = (Property, &str)> {
        let mut rows = self.rows.get(first as usize..).unwrap_or(&[]).iter();
        let mut next = rows.next();
        std::iter::from_fn(move || {
            let row = next?;
            next = if row.goes_on { rows.next() } else { None };
            Some((row.property, row.value.of(&self.values)))
        })
    }
}
