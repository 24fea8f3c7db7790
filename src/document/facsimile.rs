//! Images of the source's pages, and the zones of them that the text points to.

/// A written surface of the source: a page, the side of a stone (`surface`).
///
/// What a node points to by [`Property::Facsimile`](super::Property::Facsimile) is the id of one, of a zone of it, or the
/// address of an image.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surface {
    /// The name under which the text points to it (`xml:id`).
    pub id: Option<String>,
    /// Its number or label (`n`).
    pub label: Option<String>,
    /// Its edges in a unit of its own, left, top, right and bottom, as the source writes them (`ulx uly lrx lry`).
    pub bounds: Option<String>,
    /// Its images, the best one first, as the source names them (`graphic`).
    pub images: Vec<Image>,
    /// Zones of it.
    pub zones: Vec<Zone>,
}

/// An image of a surface or a zone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    /// Its address, as the source has it.
    pub url: String,
    /// Its width, as the source has it: `1024px`.
    pub width: Option<String>,
    /// Its height.
    pub height: Option<String>,
}

/// A part of a surface (`zone`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Zone {
    /// The name under which the text points to it (`xml:id`).
    pub id: Option<String>,
    /// Its edges in the unit of the surface, left, top, right and bottom.
    pub bounds: Option<String>,
    /// Its corners, where it is no rectangle, as the source writes them (`points`).
    pub points: Option<String>,
}
