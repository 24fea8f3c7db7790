//! Images of the source and their zones (`facsimile`, `sourceDoc`).

use super::inside;
use crate::document::{Image, Surface, Zone};
use crate::format::xml::Element;
use crate::scan;

/// The surfaces of a facsimile, or of a transcription by surfaces. An image that stands on no surface is one.
pub(in crate::format::tei) fn surfaces(facsimile: &Element) -> Vec<Surface> {
    if facsimile.name == "surface" {
        return vec![surface(facsimile)];
    }
    let mut surfaces = Vec::new();
    for part in inside(facsimile, "surface|graphic|media", "") {
        if part.name == "surface" {
            surfaces.push(surface(part));
        } else if let Some(image) = image(part) {
            surfaces.push(Surface {
                id: owned(part, "xml:id"),
                label: owned(part, "n"),
                images: vec![image],
                ..Surface::default()
            });
        }
    }
    surfaces
}

fn surface(surface: &Element) -> Surface {
    let mut images = Vec::new();
    for graphic in inside(surface, "graphic|media", "zone|surface") {
        images.extend(image(graphic));
    }
    let mut zones = Vec::new();
    add_zones(surface, &mut zones);
    Surface {
        id: owned(surface, "xml:id"),
        label: owned(surface, "n"),
        bounds: bounds(surface),
        images,
        zones,
    }
}

/// The zones in it, and those in them.
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
fn image(graphic: &Element) -> Option<Image> {
    let url = owned(graphic, "url").filter(|url| !url.is_empty())?;
    let (width, height) = (owned(graphic, "width"), owned(graphic, "height"));
    Some(Image { url, width, height })
}

/// All four edges.
fn bounds(element: &Element) -> Option<String> {
    let mut edges = Vec::new();
    for name in ["ulx", "uly", "lrx", "lry"] {
        edges.push(element.attribute(name)?.trim());
    }
    Some(edges.join(" "))
}

fn owned(element: &Element, name: &str) -> Option<String> {
    element.attribute(name).map(scan::owned)
}
