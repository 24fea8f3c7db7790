//! The numbering of Word: which paragraphs are items, in lists of signs or of numbers, and what their numbers are.

use super::super::super::xml::Element;
use super::super::said;
use crate::document::position;
use crate::names::Names;
use crate::scan;

/// How many levels a list may have.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Copy, Debug, Default)]
struct Level {
    /// Whether its items have numbers.
    has_numbers: bool,
    sign: &'static str,
    start: u32,
}

/// The number of an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// `None` where its list has signs.
    pub number: Option<u32>,
    /// How it is written, as HTML names it; empty for digits.
    pub sign: &'static str,
}

/// The numbering definitions of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Definitions, by their ids.
    definitions: Vec<[Level; LEVELS]>,
    definition_ids: Names,
    /// Lists that count by one of them, and the numbers from which they begin anew.
    lists: Vec<(usize, [Option<u32>; LEVELS])>,
    list_ids: Names,
    /// The last numbers of each definition.
    counts: Vec<[Option<u32>; LEVELS]>,
}

impl Numbering {
    /// The definitions of the part that has them.
    pub(super) fn read(root: &Element) -> Numbering {
        let mut numbering = Numbering::default();
        for element in root.all("abstractNum") {
            let index = position(numbering.definitions.len());
            let id = said(element, "abstractNumId");
            numbering.definition_ids.insert(id, index);
            numbering.definitions.push(levels(element));
            numbering.counts.push([None; LEVELS]);
        }
        for element in root.all("num") {
            numbering.add(element);
        }
        numbering
    }

    fn add(&mut self, element: &Element) {
        let definition = element
            .find("abstractNumId")
            .map_or("", |id| said(id, "val"));
        let Some(definition) = self.definition_ids.get(definition) else {
            return;
        };
        let mut starts = [None; LEVELS];
        for change in element.all("lvlOverride") {
            let start = change.find("startOverride");
            let start = start.and_then(|start| scan::number(said(start, "val")));
            if let Some(place) = level(change).and_then(|level| starts.get_mut(level)) {
                *place = start;
            }
        }
        let index = position(self.lists.len());
        self.list_ids.insert(said(element, "numId"), index);
        self.lists.push((definition as usize, starts));
    }

    /// Counts a paragraph that is an item of a list on a level: its number, if it has one, and how that is written. `None`
    /// for what is no item.
    pub(super) fn count(&mut self, list: &str, level: u32) -> Option<Number> {
        let (definition, starts) = self.lists.get_mut(self.list_ids.get(list)? as usize)?;
        let own = (level as usize).min(LEVELS - 1);
        let says = self.definitions.get(*definition)?.get(own)?;
        let counts = self.counts.get_mut(*definition)?;
        for deeper in counts.iter_mut().skip(own + 1) {
            *deeper = None;
        }
        let count = counts.get_mut(own)?;
        let number = match (starts.get_mut(own)?.take(), *count) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => says.start,
        };
        *count = Some(number);
        Some(Number {
            number: says.has_numbers.then_some(number),
            sign: says.sign,
        })
    }
}

/// The levels of a definition.
fn levels(definition: &Element) -> [Level; LEVELS] {
    let mut levels = [Level::default(); LEVELS];
    for element in definition.all("lvl") {
        let value = |name| element.find(name).map(|found| said(found, "val"));
        let kind = value("numFmt").unwrap_or("decimal");
        let is_empty = value("lvlText").is_some_and(|text| scan::find(text, "%").is_none());
        if let Some(place) = level(element).and_then(|level| levels.get_mut(level)) {
            *place = Level {
                has_numbers: !is_empty && !matches!(kind, "bullet" | "none"),
                sign: match kind {
                    "lowerLetter" => "a",
                    "upperLetter" => "A",
                    "lowerRoman" => "i",
                    "upperRoman" => "I",
                    _ => "",
                },
                start: value("start").and_then(scan::number).unwrap_or(1),
            };
        }
    }
    levels
}

fn level(element: &Element) -> Option<usize> {
    scan::number(said(element, "ilvl")).map(|level| level as usize)
}
