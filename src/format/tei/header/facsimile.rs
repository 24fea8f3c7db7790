//! Images of the source and their zones (`facsimile`, `sourceDoc`).

use super::inside;
use crate::document::{Image, Surface, Zone};
use crate::format::xml::Element;
use crate::scan;

/// The surfaces of what stands among the images. An image that stands on no surface is one.
pub(in crate::format::tei) fn surfaces(part: &Element) -> Vec<Surface> {
    match part.name.as_str() {
        "surface" => vec![surface(part)],
        "graphic" | "media" => {
            let on_its_own = |image| Surface {
                id: owned(part, "xml:id"),
                label: owned(part, "n"),
                images: vec![image],
                ..Surface::default()
            };
            image(part).into_iter().map(on_its_own).collect()
        }
        _ => inside(part, "surface|graphic|media", "")
            .into_iter()
            .flat_map(surfaces)
            .collect(),
    }
}

#[inline(never)]
fn surface(surface: &Element) -> Surface {
    let mut images = Vec::new();
    for graphic in inside(surface, "graphic|media", "zone|surface") {
        images.extend(image(graphic));
    }
    let mut zones = Vec::new();
    add_zones(surface, &mut zones);
    images.shrink_to_fit();
    zones.shrink_to_fit();
    Surface {
        id: owned(surface, "xml:id"),
        label: owned(surface, "n"),
        bounds: bounds(surface),
        images,
        zones,
    }
}

/// The zones in it, and those in them.
#[inline(never)]
fn add_zones(element: &Element, zones: &mut Vec<Zone>) {
    for zone in inside(element, "zone", "") {
        zones.push(Zone {
            id: owned(zone, "xml:id"),
            bounds: bounds(zone),
            points: owned(zone, "points"),
        });
        add_zones(zone, zones);
    }
}

/// An image, if it is told where it is.
#[inline(never)]
fn image(graphic: &Element) -> Option<Image> {
    let url = owned(graphic, "url").filter(|url| !url.is_empty())?;
    let (width, height) = (owned(graphic, "width"), owned(graphic, "height"));
    Some(Image { url, width, height })
}

/// All four edges.
#[inline(never)]
fn bounds(element: &Element) -> Option<String> {
    let mut edges = Vec::new();
    for name in ["ulx", "uly", "lrx", "lry"] {
        edges.push(scan::trimmed(element.attribute(name)?));
    }
    Some(edges.join(" "))
}

#[inline(never)]
fn owned(element: &Element, name: &str) -> Option<String> {
    element.attribute(name).map(scan::owned)
}
