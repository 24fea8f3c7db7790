//! The relationships of a part: ids to what they lead to, the web or other parts.

use super::super::super::xml::Element;
use super::super::parts::Parts;
use super::super::said;
use crate::diagnostic::Remarks;
use crate::document::position;
use crate::names::Names;
use crate::scan;

/// What a part leads to.
#[derive(Debug, Default)]
pub(in super::super) struct Links {
    links: Vec<Link>,
    ids: Names,
}

#[derive(Debug)]
struct Link {
    /// The last word of its type: `officeDocument`, `hyperlink`, `footnotes`.
    kind: String,
    target: String,
}

impl Links {
    /// The relationships that stand in a part.
    pub(in super::super) fn read(parts: &mut Parts, name: &str, remarks: &mut Remarks) -> Links {
        let mut links = Links::default();
        let Some(root) = parts.tree(name, remarks) else {
            return links;
        };
        for element in root.elements() {
            links.add(element);
        }
        links
    }

    /// The relationships of another part, which stand in a folder beside it.
    pub(in super::super) fn of(parts: &mut Parts, part: &str, remarks: &mut Remarks) -> Links {
        let (folder, name) = part.split_at(folder(part).len());
        let mut links = Links::read(
            parts,
            &scan::joined(&[folder, "_rels/", name, ".rels"]),
            remarks,
        );
        for link in &mut links.links {
            link.target = resolved(folder, &link.target);
        }
        links
    }

    fn add(&mut self, element: &Element) {
        let kind = said(element, "Type");
        let kind = scan::from(kind, scan::find_last(kind, "/").map_or(0, |at| at + 1));
        let number = position(self.links.len());
        self.ids.insert(said(element, "Id"), number);
        let mut target = scan::owned(said(element, "Target"));
        if said(element, "TargetMode") == "External" {
            // Whatever it is, it is no part: an address without a scheme is left as it stands.
            target.insert(0, EXTERNAL);
        }
        self.links.push(Link {
            kind: scan::owned(kind),
            target,
        });
    }

    /// Supposes that a part has one of a kind beside it, under the usual name, if nothing says where it is.
    pub(in super::super) fn suppose(&mut self, kind: &str, beside: &str) {
        self.suppose_part(kind, &scan::joined(&[folder(beside), kind]));
    }

    /// The same of a part that has that path, but for its ending.
    pub(in super::super) fn suppose_part(&mut self, kind: &str, path: &str) {
        if self.parts(kind).is_empty() {
            self.links.push(Link {
                kind: scan::owned(kind),
                target: scan::joined(&[path, ".xml"]),
            });
        }
    }

    /// Where the main part of a package is; empty if nothing says it.
    pub(in super::super) fn main(&self) -> String {
        let main = self.parts("officeDocument").into_iter().next();
        scan::owned(scan::trim_start(main.unwrap_or_default(), "/"))
    }

    /// The parts that a part has of a kind: its notes, its styles.
    pub(in super::super) fn parts(&self, kind: &str) -> Vec<&str> {
        let of_kind = |link: &&Link| link.kind == kind && !link.target.starts_with(EXTERNAL);
        self.links
            .iter()
            .filter(of_kind)
            .map(|link| &*link.target)
            .collect()
    }

    /// The address on the web, or wherever else, that an id stands for.
    pub(in super::super) fn address(&self, id: &str) -> Option<&str> {
        let link = self.links.get(self.ids.get(id)? as usize)?;
        link.target.strip_prefix(EXTERNAL)
    }
}

/// Stands before a target that is no part.
const EXTERNAL: char = '\u{1}';

/// The folder of a part, with the stroke behind it.
fn folder(part: &str) -> &str {
    scan::to(part, scan::find_last(part, "/").map_or(0, |at| at + 1))
}

/// The path of a part that is named from a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(path) = target.strip_prefix('/') {
        return scan::owned(path);
    }
    if target.starts_with(EXTERNAL) {
        return scan::owned(target);
    }
    let (mut folder, mut rest) = (folder, target);
    while let Some(above) = rest.strip_prefix("../") {
        rest = above;
        folder = self::folder(scan::trim_end(folder, "/"));
    }
    scan::joined(&[folder, scan::trim_start(rest, "./")])
}
