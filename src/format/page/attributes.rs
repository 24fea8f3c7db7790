//! What attributes say of a node.

use super::addresses;
use crate::document::{CalendarDate, Date, Look, Property, TextBuilder};
use crate::scan;

/// The attributes of an element.
pub(super) type Attributes<'a> = [(&'a str, &'a str)];

/// The attributes that say something of a node, the elements on which they do where it is not on all of them, and what.
const PROPERTIES: &[(&str, &str, Property)] = &[
    ("id", "", Property::Id),
    // Anchors of old pages.
    ("name", "a", Property::Id),
    ("lang", "", Property::Language),
    ("xml:lang", "", Property::Language),
    ("dir", "", Property::Direction),
    ("href", "a", Property::Target),
    ("src", "img", Property::Target),
    ("alt", "img", Property::Description),
    ("title", "a|abbr|acronym|img", Property::Description),
    ("cite", "blockquote|del|ins|q", Property::Reference),
    ("datetime", "del|ins|time", Property::Date),
    ("colspan", "td|th", Property::Columns),
    ("rowspan", "td|th", Property::Rows),
    ("type", "ol", Property::Type),
];

/// The value of an attribute, where the element has it.
#[inline(never)]
pub(super) fn value<'a>(attributes: &Attributes<'a>, name: &str) -> Option<&'a str> {
    let mut found = attributes.iter().filter(|(known, _)| *known == name);
    found.next().map(|(_, value)| *value)
}

/// What the attributes of an element say of its node.
pub(super) fn said(name: &str, attributes: &Attributes) -> Vec<(Property, String)> {
    let mut said = Vec::new();
    for (attribute, written) in attributes {
        if let Some(property) = property(name, attribute)
            && let Some(value) = worth(property, written)
        {
            said.push((property, value));
        }
    }
    said
}

/// Says of the node that was opened last what the attributes of an element say.
pub(super) fn say(text: &mut TextBuilder, name: &str, attributes: &Attributes) {
    tell(text, &said(name, attributes));
}

/// Says of the node that was opened last what has been said of it.
#[inline(never)]
pub(super) fn tell(text: &mut TextBuilder, said: &[(Property, String)]) {
    for (property, value) in said {
        text.property(*property, value);
    }
}

/// The value of a property in what is said of a node.
#[inline(never)]
pub(super) fn find(said: &[(Property, String)], property: Property) -> Option<&str> {
    let mut said = said.iter();
    let (_, value) = said.find(|(known, _)| *known == property)?;
    Some(value)
}

/// What an attribute of that name says on an element of that name.
fn property(element: &str, attribute: &str) -> Option<Property> {
    let says = |(known, elements, _): &&(&str, &str, Property)| {
        *known == attribute && (elements.is_empty() || scan::listed(elements, element))
    };
    let (_, _, property) = PROPERTIES.iter().find(says)?;
    Some(*property)
}

/// What a value comes to, as the model has it.
fn worth(property: Property, written: &str) -> Option<String> {
    match property {
        Property::Target | Property::Reference => addresses::kept(written).map(scan::owned),
        Property::Direction => {
            let lower = written.to_ascii_lowercase();
            scan::listed("ltr|rtl|auto", &lower).then_some(lower)
        }
        Property::Date => {
            let start = CalendarDate::parse(scan::trimmed(written));
            let start = start.or_else(|| CalendarDate::parse(scan::first_word(written)));
            let date = Date {
                start: Some(start?),
                ..Date::default()
            };
            Some(date.edtf())
        }
        // Letters, or Roman numbers: other numbers need no saying.
        Property::Type => matches!(written, "a" | "A" | "i" | "I").then(|| scan::owned(written)),
        Property::Description => Some(scan::folded(written)),
        _ => Some(scan::owned(scan::trimmed(written))),
    }
}

/// Where the attributes say that words stand on their line.
pub(super) fn place(name: &str, attributes: &Attributes) -> Look {
    let written = match name {
        "center" => "center",
        _ if scan::listed("p|div|h1|h2|h3|h4|h5|h6|td|th", name) => {
            value(attributes, "align").unwrap_or_default()
        }
        _ => "",
    };
    match written {
        _ if scan::listed("center|middle", written) => Look::CENTERED,
        _ if scan::listed("right|end", written) => Look::FLUSH_RIGHT,
        _ => Look::NONE,
    }
}
