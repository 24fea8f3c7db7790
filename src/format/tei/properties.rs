//! What attributes say of a node.

use super::super::xml::{Attributes, Name, Space};
use crate::document::{Property, TextBuilder};
use crate::names::same;
use crate::scan;

/// The attributes that say something of a node, and what.
const PROPERTIES: &[(&str, Property)] = &[
    ("xml:id", Property::Id),
    ("id", Property::Id),
    ("n", Property::Label),
    ("xml:lang", Property::Language),
    ("lang", Property::Language),
    ("type", Property::Type),
    ("unit", Property::Type),
    ("target", Property::Target),
    ("url", Property::Target),
    ("spanTo", Property::Target),
    ("href", Property::Target),
    ("xlink:href", Property::Target),
    ("facs", Property::Facsimile),
    ("rend", Property::Rendition),
    ("rendition", Property::Rendition),
    ("style", Property::Rendition),
    ("place", Property::Place),
    ("reason", Property::Reason),
    ("extent", Property::Extent),
    ("cols", Property::Columns),
    ("colspan", Property::Columns),
    ("rows", Property::Rows),
    ("rowspan", Property::Rows),
    ("role", Property::Role),
    ("quantity", Property::Extent),
    ("rid", Property::Target),
    ("linkend", Property::Target),
    // What no page shows.
    #[cfg(feature = "full")]
    ("ref", Property::Reference),
    #[cfg(feature = "full")]
    ("key", Property::Reference),
    #[cfg(feature = "full")]
    ("hand", Property::Hand),
    #[cfg(feature = "full")]
    ("new", Property::Hand),
    #[cfg(feature = "full")]
    ("resp", Property::Responsibility),
    #[cfg(feature = "full")]
    ("who", Property::Who),
];

/// What the attribute of that name says of a node.
fn property(name: &str) -> Option<Property> {
    let mut known = PROPERTIES.iter();
    let (_, property) = known.find(|(known, _)| same(known, name))?;
    Some(*property)
}

/// Says of the node that was opened last what the attributes say.
pub(super) fn say(text: &mut TextBuilder, attributes: &Attributes) {
    say_besides(text, attributes, false);
}

/// The same, without the look, if that is said already.
pub(super) fn say_besides(text: &mut TextBuilder, attributes: &Attributes, look_is_said: bool) {
    for (name, row) in attributes.iter() {
        match property(name) {
            Some(Property::Rendition) if look_is_said => {}
            // In JATS and DocBook.
            Some(Property::Target) if matches!(name, "rid" | "linkend") => {
                let target = scan::joined(&["#", &attributes.value(row)]);
                text.property(Property::Target, &target);
            }
            Some(Property::Extent) if name == "quantity" => {
                let unit = attributes.get("unit").unwrap_or_default();
                let extent = scan::joined(&[&attributes.value(row), " ", &unit]);
                text.property(Property::Extent, extent.trim_end());
            }
            Some(property) => text.property(property, &attributes.value(row)),
            None => {}
        }
    }
}

/// When it was, as the attributes of a date say.
pub(super) fn say_date(text: &mut TextBuilder, attributes: &Attributes) {
    let date = super::header::date(&|name| attributes.get(name));
    if let Some(date) = date {
        text.property(Property::Date, &date.edtf());
    }
}

/// What a division is, where its name says it and not its type; and when the document that it is was written.
pub(super) fn say_division(text: &mut TextBuilder, name: Name, attributes: &Attributes) {
    if matches!(name.local, "attachment" | "floatingText") && attributes.get("type").is_none() {
        text.property(Property::Type, "attachment");
    }
    let moments = |edge: &str| match edge {
        "notBefore" => attributes.get("frus:doc-dateTime-min"),
        "notAfter" => attributes.get("frus:doc-dateTime-max"),
        _ => None,
    };
    if let Some(date) = super::header::date(&moments)
        && name.space != Space::Examples
    {
        text.property(Property::Date, &date.edtf());
    }
}
