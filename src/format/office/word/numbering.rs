//! The numbering of Word: which paragraphs have numbers or signs, and what they are.

use super::super::super::xml::Element;
use super::super::numbers::{self, Counts, LEVELS, Level, Number, no_levels};
use super::super::said;
use super::styles::{Styles, is_set};
use crate::document::position;
use crate::names::Names;
use crate::scan;

/// A list: the definition that it counts by, and what it says otherwise.
#[derive(Debug)]
struct List {
    definition: usize,
    /// The numbers from which it begins anew.
    starts: Counts,
    /// Its levels, where it has some of its own.
    levels: Option<Box<[Level; LEVELS]>>,
}

/// The numbering definitions of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Definitions, by their ids.
    definitions: Vec<[Level; LEVELS]>,
    definition_ids: Names,
    lists: Vec<List>,
    list_ids: Names,
    /// The last numbers of each definition.
    counts: Vec<Counts>,
}

impl Numbering {
    /// The definitions of the part that has them.
    pub(super) fn read(root: &Element, styles: &Styles) -> Numbering {
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
        for (at, element) in root.all("abstractNum").into_iter().enumerate() {
            numbering.follow(at, element, styles);
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
        let definition = definition as usize;
        let (mut starts, mut levels) = ([None; LEVELS], None);
        for change in element.all("lvlOverride") {
            let Some(at) = level(change) else { continue };
            let start = change.find("startOverride");
            let start = start.and_then(|start| scan::number(said(start, "val")));
            if let Some(place) = starts.get_mut(at) {
                *place = start;
            }
            let own = change.find("lvl").map(read_level);
            if let (Some(own), Some(all)) = (own, self.definitions.get(definition)) {
                let levels = levels.get_or_insert_with(|| Box::new(all.clone()));
                levels.get_mut(at).into_iter().for_each(|level| {
                    *level = own.clone();
                });
            }
        }
        let index = position(self.lists.len());
        self.list_ids.insert(said(element, "numId"), index);
        self.lists.push(List {
            definition,
            starts,
            levels,
        });
    }

    /// A definition that has a style of lists counts by that style's own definition.
    fn follow(&mut self, at: usize, element: &Element, styles: &Styles) {
        let style = element.find("numStyleLink");
        let style = style.and_then(|style| styles.get(said(style, "val")));
        let list = style.and_then(|style| self.list_ids.get(style.lines.numbering.as_deref()?));
        let definition = list.and_then(|list| self.lists.get(list as usize));
        let Some(definition) = definition.map(|list| list.definition) else {
            return;
        };
        for list in &mut self.lists {
            if list.definition == at {
                list.definition = definition;
            }
        }
    }

    /// Whether there is such a list.
    pub(super) fn has(&self, list: &str) -> bool {
        self.list_ids.get(list).is_some()
    }

    /// Counts a paragraph of a list on a level: its number or sign. `None` where there is no such list.
    pub(super) fn count(&mut self, list: &str, level: u32) -> Option<Number> {
        let list = self.lists.get_mut(self.list_ids.get(list)? as usize)?;
        let own = (level as usize).min(LEVELS - 1);
        let levels = match &list.levels {
            Some(levels) => levels,
            None => self.definitions.get(list.definition)?,
        };
        let counts = self.counts.get_mut(list.definition)?;
        let start = list.starts.get_mut(own)?.take();
        numbers::count(levels, counts, own, start)
    }
}

/// The levels of a definition.
fn levels(definition: &Element) -> [Level; LEVELS] {
    let mut levels = no_levels();
    for element in definition.all("lvl") {
        if let Some(place) = level(element).and_then(|level| levels.get_mut(level)) {
            *place = read_level(element);
        }
    }
    levels
}

fn read_level(element: &Element) -> Level {
    let value = |name| element.find(name).map(|found| said(found, "val"));
    let kind = value("numFmt").unwrap_or("decimal");
    let pattern = value("lvlText").unwrap_or_default();
    let is_bullet = kind == "bullet";
    let is_blank = scan::trimmed(pattern).is_empty();
    Level {
        sign: (!is_bullet && kind != "none" && !is_blank).then_some(sign(kind)),
        pattern: match is_bullet {
            true => String::new(),
            false => scan::owned(pattern),
        },
        start: value("start").and_then(scan::number).unwrap_or(1),
        restart: value("lvlRestart").and_then(scan::number),
        is_legal: value("isLgl").is_some_and(is_set),
        is_close: value("suff") == Some("nothing"),
        is_bullet: is_bullet && !is_blank,
    }
}

/// The first number of a kind; a digit for the kinds that are not known here.
pub(super) fn sign(kind: &str) -> char {
    match kind {
        "lowerLetter" => 'a',
        "upperLetter" => 'A',
        "lowerRoman" => 'i',
        "upperRoman" => 'I',
        "russianLower" => 'а',
        "russianUpper" => 'А',
        "decimalZero" => '0',
        "chicago" => '*',
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => '①',
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital" => '一',
        _ => '1',
    }
}

fn level(element: &Element) -> Option<usize> {
    scan::number(said(element, "ilvl")).map(|level| level as usize)
}
