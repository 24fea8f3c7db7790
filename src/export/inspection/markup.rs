//! What marked-up documents have beside their texts: documents in them, and images.

use super::{Object, Value, record};
use crate::document::Document;

/// The documents in a document, each with its record and where it lies.
pub(super) fn parts(document: &Document) -> Vec<Value<'_>> {
    let mut values = Vec::new();
    for part in &document.parts {
        let mut object = Object::new();
        object.words("id", &part.id);
        object.put("text", Value::Number(part.text));
        object.put("node", part.node.map_or(Value::Null, Value::Number));
        object.put("record", record(&part.record));
        values.push(object.value());
    }
    values
}

/// The images of the source, and their zones.
pub(super) fn surfaces(document: &Document) -> Vec<Value<'_>> {
    let mut values = Vec::new();
    for surface in &document.surfaces {
        let (mut images, mut zones) = (Vec::new(), Vec::new());
        for image in &surface.images {
            let mut object = Object::new();
            object.words("url", &image.url);
            object.optional("width", &image.width);
            object.optional("height", &image.height);
            images.push(object.value());
        }
        for zone in &surface.zones {
            let mut object = Object::new();
            object.optional("id", &zone.id);
            object.optional("bounds", &zone.bounds);
            object.optional("points", &zone.points);
            zones.push(object.value());
        }
        let mut object = Object::new();
        object.optional("id", &surface.id);
        object.optional("label", &surface.label);
        object.optional("bounds", &surface.bounds);
        object.put("images", Value::List(images));
        object.put("zones", Value::List(zones));
        values.push(object.value());
    }
    values
}
