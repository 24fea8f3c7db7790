//! The surfaces of a source, with the zones on them, while what is written there is read (`sourceDoc`).

#[cfg(feature = "full")]
use super::super::xml::TreeBuilder;
use super::super::xml::{Attributes, Name};
#[cfg(feature = "full")]
use super::header;
use crate::document::{Document, Span};

/// Collects the outermost surface that is open. Where nobody can ask for surfaces, it does nothing.
#[derive(Debug, Default)]
pub(super) struct Surfaces {
    #[cfg(feature = "full")]
    open: Option<TreeBuilder>,
}

#[cfg(feature = "full")]
impl Surfaces {
    /// A surface begins.
    pub(super) fn begin(&mut self) {
        self.open.get_or_insert_default();
    }

    /// An element begins, which may lie on it.
    pub(super) fn start(&mut self, name: Name, attributes: &Attributes, span: Span) {
        if let Some(tree) = self.open.as_mut().filter(|_| is_of_surface(name)) {
            tree.start(name, attributes, span);
        }
    }

    /// An element ends; with it, perhaps, the surface.
    pub(super) fn end(&mut self, name: Name, span: Span, document: &mut Document) {
        if let Some(tree) = self.open.as_mut().filter(|_| is_of_surface(name))
            && let Some(surface) = tree.end(span)
        {
            self.open = None;
            document.surfaces.extend(header::surfaces(&surface));
        }
    }
}

#[cfg(not(feature = "full"))]
impl Surfaces {
    pub(super) fn begin(&mut self) {}

    pub(super) fn start(&mut self, _: Name, _: &Attributes, _: Span) {}

    pub(super) fn end(&mut self, _: Name, _: Span, _: &mut Document) {}
}

/// Whether an element says where something lies on a surface.
#[cfg(feature = "full")]
fn is_of_surface(name: Name) -> bool {
    matches!(name.local, "surface" | "zone" | "graphic" | "media")
}
