//! A header (`teiHeader`) to a record: every word of it an entry, and what is understood of it the fields.
//!
//! Each of the files below reads one thing that a header says, wherever it says it, and notes which elements it has
//! read it from. What nobody notes stands in the entries all the same. The entries are read in the details: a build that
//! only makes the text stand has none.

mod agents;
mod correspondence;
mod dates;
#[cfg(feature = "full")]
mod entries;
#[cfg(feature = "full")]
mod facsimile;
mod part;
mod profile;
mod publication;
mod source;
mod titles;

use crate::diagnostic::{Code, Remarks};
use crate::document::{Action, Date, Field, Record, Step};
use crate::format::xml::Element;
use crate::scan;

pub(super) use dates::date;
#[cfg(feature = "full")]
pub(super) use entries::entries;
#[cfg(feature = "full")]
pub(super) use facsimile::surfaces;
pub(super) use part::{Division, part};

/// Reads a header, of P5 or of P4.
pub(super) fn read(header: &Element, remarks: &mut Remarks) -> Record {
    let mut reading = Reading {
        record: Record::new(),
        #[cfg(feature = "full")]
        understood: Vec::new(),
        has_senders: false,
        unread: String::new(),
        remarks,
    };
    for (path, names, outside, read) in READ {
        let place = match path.is_empty() {
            true => Some(header),
            false => header.find(path),
        };
        if let Some(place) = place {
            match names.is_empty() {
                true => read(place, &mut reading),
                false => reading.each(place, names, outside, *read),
            }
        }
    }
    titles::learn(&mut reading.record);
    if reading.record.date.is_none() && !reading.unread.is_empty() {
        let mut date = Date::default();
        std::mem::swap(&mut date.written, &mut reading.unread);
        reading.record.date = Some(date);
    }
    #[cfg(feature = "full")]
    {
        reading.record.entries = entries(header, reading.understood);
    }
    reading.record
}

/// Where something stands, what its elements are called, what those are called in which it is something else, and what
/// reads it.
type Rule = (
    &'static str,
    &'static str,
    &'static str,
    fn(&Element, &mut Reading),
);

/// What is read in a header, in this order: in the element at the end of a path, all elements of some names, but for those
/// in elements of other names; where there are no names, that element itself.
const READ: &[Rule] = &[
    ("", "", "", titles::read),
    (
        "profileDesc/correspDesc",
        "correspAction",
        "",
        correspondence::action,
    ),
    (
        "profileDesc/correspDesc",
        "correspContext",
        "",
        correspondence::context,
    ),
    ("fileDesc/titleStmt", "", "", agents::read),
    ("fileDesc/editionStmt", "", "", agents::read),
    ("profileDesc", "", "", profile::read),
    ("", "", "", profile::languages),
    ("fileDesc/sourceDesc", "objectType", "", profile::kind),
    ("revisionDesc", "", "", profile::revision),
    ("fileDesc/sourceDesc", "", "", source::read),
    (
        "fileDesc/sourceDesc",
        source::BOOKS,
        source::MANUSCRIPTS,
        source::book,
    ),
    (
        "fileDesc/publicationStmt",
        "publisher",
        "",
        publication::publisher,
    ),
    (
        "fileDesc/publicationStmt",
        "authority",
        "",
        publication::publisher,
    ),
    (
        "fileDesc/publicationStmt",
        "distributor",
        "",
        publication::publisher,
    ),
    ("fileDesc/publicationStmt", "", "", publication::read),
    (
        "fileDesc/publicationStmt",
        "idno",
        "availability",
        publication::identifier,
    ),
    (
        "fileDesc/publicationStmt",
        "availability",
        "",
        publication::rights,
    ),
];

/// A header that is being read.
struct Reading<'r> {
    record: Record,
    /// Where the elements begin that something was understood of, and as what.
    #[cfg(feature = "full")]
    understood: Vec<(u32, Field)>,
    /// Whether the correspondence says who sent it.
    has_senders: bool,
    /// The words of the first date of the document that could not be read.
    unread: String,
    remarks: &'r mut Remarks,
}

impl Reading<'_> {
    /// Keeps in mind that an element was understood.
    #[cfg(feature = "full")]
    fn note(&mut self, element: &Element, field: Field) {
        self.understood.push((element.span.start, field));
    }

    #[cfg(not(feature = "full"))]
    #[inline(always)]
    fn note(&mut self, _: &Element, _: Field) {}

    /// Reads all elements of these names in another element, but for those in elements of the names in `outside`.
    #[inline(never)]
    fn each(&mut self, place: &Element, names: &str, outside: &str, read: fn(&Element, &mut Self)) {
        for element in inside(place, names, outside) {
            read(element, self);
        }
    }

    /// Puts an element's words into a place of the record that has none yet.
    #[inline(never)]
    fn put(
        &mut self,
        element: Option<&Element>,
        field: Field,
        place: fn(&mut Record) -> &mut Option<String>,
    ) {
        if let Some(element) = element {
            let words = element.words();
            self.put_words(element, scan::trim(&words, " ,;"), field, place);
        }
    }

    /// Puts the words of an element's paragraphs into a place of the record that has none yet.
    #[inline(never)]
    fn put_paragraphs(
        &mut self,
        element: &Element,
        field: Field,
        place: fn(&mut Record) -> &mut Option<String>,
    ) {
        self.put_words(element, &paragraphs(element), field, place);
    }

    #[inline(never)]
    fn put_words(
        &mut self,
        element: &Element,
        words: &str,
        field: Field,
        place: fn(&mut Record) -> &mut Option<String>,
    ) {
        let place = place(&mut self.record);
        if place.is_none() && !words.is_empty() {
            *place = Some(scan::owned(words));
            self.note(element, field);
        }
    }

    /// Adds a step of the document's way, if it is told.
    #[inline(never)]
    fn add_step(&mut self, element: &Element, action: Action, agent: &str, written: &str) {
        if !written.is_empty() {
            let step = Step::new(action, agent, false, written);
            self.record.provenance.push(step);
            self.note(element, Field::Source);
        }
    }

    /// Puts an element's date into a place of the record that has none yet.
    #[inline(never)]
    fn put_date(
        &mut self,
        element: Option<&Element>,
        field: Field,
        place: fn(&mut Record) -> &mut Option<Date>,
    ) {
        let Some(element) = element.filter(|_| place(&mut self.record).is_none()) else {
            return;
        };
        if let Some(date) = self.date(element) {
            *place(&mut self.record) = Some(date);
            self.note(element, field);
        } else if field == Field::Date && self.unread.is_empty() {
            self.unread = element.words();
        }
    }

    /// The date that an element states, with its words; says so where they cannot be read.
    #[inline(never)]
    fn date(&mut self, element: &Element) -> Option<Date> {
        let date = dates::of(element);
        let written = element.words();
        if Remarks::ARE_KEPT && date.is_none() && !written.is_empty() {
            let why = match dates::is_of_another_calendar(element) {
                true => {
                    "» is of another calendar, and the source does not say the Gregorian one; it is kept as it stands"
                }
                false => "» could not be read; it is kept as it stands",
            };
            let message = ["the date «", &written, why];
            self.remarks
                .add(Code::DateNotUnderstood, element.span, &message);
        }
        date
    }
}

/// All elements of these names, wherever they are; what lies in one of them is not looked through, nor what lies in those
/// of the names in `outside`.
#[inline(never)]
fn inside<'e>(element: &'e Element, names: &str, outside: &str) -> Vec<&'e Element> {
    let mut found = Vec::new();
    collect(element, names, outside, &mut found);
    found
}

#[inline(never)]
fn collect<'e>(element: &'e Element, names: &str, outside: &str, found: &mut Vec<&'e Element>) {
    for child in element.elements() {
        if scan::listed(names, &child.name) {
            found.push(child);
        } else if !scan::listed(outside, &child.name) {
            collect(child, names, outside, found);
        }
    }
}

/// The first element of these names, wherever it is.
#[inline(never)]
fn first<'e>(element: &'e Element, names: &str) -> Option<&'e Element> {
    element
        .elements()
        .find_map(|child| match scan::listed(names, &child.name) {
            true => Some(child),
            false => first(child, names),
        })
}

/// The words of an element's paragraphs, one on a line.
#[inline(never)]
fn paragraphs(element: &Element) -> String {
    let mut lines = String::new();
    for paragraph in inside(element, "p|ab|item", "") {
        scan::push_apart(&mut lines, "\n", &paragraph.words());
    }
    let whole = element.words();
    // Words that stand beside the paragraphs would be lost.
    match lines.is_empty() || lines.len() + 1 < whole.len() {
        true => whole,
        false => lines,
    }
}
