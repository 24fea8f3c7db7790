//! What attributes say of a node.

use super::super::xml::{Attributes, Name, Space};
use crate::document::{Property, TextBuilder};
use crate::scan;

/// The attributes that say something of a node, and what.
fn property(name: &str) -> Option<Property> {
    Some(match name {
        "xml:id" | "id" => Property::Id,
        "n" => Property::Label,
        "xml:lang" | "lang" => Property::Language,
        "type" | "unit" => Property::Type,
        "target" | "url" | "spanTo" | "href" | "xlink:href" => Property::Target,
        "ref" | "key" => Property::Reference,
        "facs" => Property::Facsimile,
        "rend" | "rendition" | "style" => Property::Rendition,
        "place" => Property::Place,
        "reason" => Property::Reason,
        "extent" => Property::Extent,
        "hand" | "new" => Property::Hand,
        "resp" => Property::Responsibility,
        "who" => Property::Who,
        "cols" | "colspan" => Property::Columns,
        "rows" | "rowspan" => Property::Rows,
        "role" => Property::Role,
        _ => return None,
    })
}

/// Says of the node that was opened last what the attributes say.
pub(super) fn say(text: &mut TextBuilder, attributes: &Attributes) {
    say_besides(text, attributes, false);
}

/// The same, without the look, if that is said already.
pub(super) fn say_besides(text: &mut TextBuilder, attributes: &Attributes, look_is_said: bool) {
    for (name, value) in attributes.iter() {
        match property(name) {
            Some(Property::Rendition) if look_is_said => {}
            Some(property) => text.property(property, &value),
            // In JATS and DocBook.
            None if matches!(name, "rid" | "linkend") => {
                text.property(Property::Target, &scan::joined(&["#", &value]));
            }
            None if name == "quantity" => {
                let unit = attributes.get("unit").unwrap_or_default();
                let mut extent = value.into_owned();
                extent.push(' ');
                extent.push_str(&unit);
                text.property(Property::Extent, extent.trim_end());
            }
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
