//! The numbering of OpenDocument: levels of lists and of headings, and how far each list has counted.

use super::super::super::xml::Element;
use super::super::numbers::{self, Counts, LEVELS, Level, Number, no_levels};
use super::super::said;
use super::styles::Styles;
use crate::document::position;
use crate::names::Names;
use crate::scan;

/// The levels of a style of lists, or of headings.
pub(super) fn levels(style: &Element) -> [Level; LEVELS] {
    let mut levels = no_levels();
    for element in style.elements() {
        let Some(at) = level(element) else { continue };
        let pattern = pattern(element, at, &levels);
        if let Some(place) = levels.get_mut(at) {
            *place = Level {
                sign: scan::first(said(element, "num-format")),
                pattern,
                start: scan::number(said(element, "start-value")).unwrap_or(1),
                is_close: is_close(element),
                is_bullet: scan::listed(
                    "list-level-style-bullet|list-level-style-image",
                    &element.name,
                ),
                ..Level::default()
            };
        }
    }
    levels
}

/// The level, from 0, that an element is of.
fn level(element: &Element) -> Option<usize> {
    let level = scan::number(said(element, "level"))?;
    (level as usize).checked_sub(1)
}

/// What stands before the paragraphs of a level: as newer programs write it, `%1%.%2%)`, else put together of what is
/// around the numbers of so many levels. Those above that have none are passed over.
fn pattern(element: &Element, own: usize, above: &[Level; LEVELS]) -> String {
    let prefix = said(element, "num-prefix");
    let suffix = said(element, "num-suffix");
    if said(element, "num-format").is_empty() {
        let words = scan::joined(&[prefix, suffix]);
        return match words.chars().any(scan::is_letter) {
            true => words,
            false => String::new(),
        };
    }
    let whole = said(element, "num-list-format");
    if !whole.is_empty() {
        return without_ends(whole);
    }
    let shown = scan::number(said(element, "display-levels")).unwrap_or(1) as usize;
    let mut pattern = scan::owned(prefix);
    for at in (own + 1).saturating_sub(shown)..=own {
        let is_shown = at == own || above.get(at).is_some_and(|level| level.sign.is_some());
        if is_shown {
            pattern.push('%');
            scan::push_number(&mut pattern, position(at + 1), 1);
            if at < own {
                pattern.push('.');
            }
        }
    }
    pattern.push_str(suffix);
    pattern
}

/// A pattern whose numbers have a sign behind them as well as before.
fn without_ends(whole: &str) -> String {
    let mut pattern = String::new();
    for (at, piece) in scan::parts(whole, "%").into_iter().enumerate() {
        if at % 2 == 1 {
            pattern.push('%');
        }
        pattern.push_str(piece);
    }
    pattern
}

fn is_close(element: &Element) -> bool {
    let label = element.find("list-level-properties/list-level-label-alignment");
    label.is_some_and(|label| said(label, "label-followed-by") == "nothing")
}

/// A list: the outermost of those that stand in one another, which count together.
#[derive(Debug)]
struct List {
    style: String,
    counts: Counts,
}

/// The lists that have been read, and how far they and the headings have counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    lists: Vec<List>,
    ids: Names,
    now: Now,
    headings: Counts,
}

/// Which list is read, and in which style.
#[derive(Clone, Debug, Default)]
pub(super) struct Now {
    list: usize,
    style: String,
}

impl Lists {
    /// A list begins, in another one unless its level is the first, 0; gives what was read before. One that stands by itself
    /// goes on with another one, or counts anew.
    pub(super) fn enter(&mut self, list: &Element, level: usize) -> Now {
        let before = self.now.clone();
        let style = said(list, "style-name");
        if !style.is_empty() || level == 0 {
            self.now.style = scan::owned(style);
        }
        if level == 0 {
            self.now.list = self.begun(list);
            let id = said(list, "id");
            if !id.is_empty() {
                self.ids.insert(id, position(self.now.list));
            }
        }
        before
    }

    /// The list ends.
    pub(super) fn leave(&mut self, before: Now) {
        self.now = before;
    }

    /// Which list goes on, or begins.
    fn begun(&mut self, list: &Element) -> usize {
        if let Some(known) = self.ids.get(said(list, "continue-list")) {
            return known as usize;
        }
        let goes_on = said(list, "continue-numbering") == "true";
        if goes_on
            && self
                .lists
                .last()
                .is_some_and(|last| last.style == self.now.style)
        {
            return self.lists.len() - 1;
        }
        self.lists.push(List {
            style: self.now.style.clone(),
            counts: [None; LEVELS],
        });
        self.lists.len() - 1
    }

    /// Counts a paragraph of the list on a level. Where nothing is said of it, it has a sign.
    pub(super) fn count(&mut self, styles: &Styles, level: usize, start: &str) -> Number {
        let levels = styles
            .levels(&self.now.style)
            .filter(|_| !self.now.style.is_empty());
        let list = self.lists.get_mut(self.now.list);
        let number = levels.zip(list).and_then(|(levels, list)| {
            let own = level.min(LEVELS - 1);
            numbers::count(levels, &mut list.counts, own, scan::number(start))
        });
        number.unwrap_or_else(|| Number {
            is_item: true,
            ..Number::default()
        })
    }

    /// Counts a heading on a level.
    pub(super) fn count_heading(
        &mut self,
        styles: &Styles,
        level: usize,
        heading: &Element,
    ) -> Option<Number> {
        let start = match said(heading, "restart-numbering") {
            "true" => said(heading, "start-value"),
            _ => "",
        };
        numbers::count(
            styles.levels("")?,
            &mut self.headings,
            level,
            scan::number(start),
        )
    }

    /// A name for the list that is read.
    pub(super) fn name(&self) -> String {
        let mut name = String::new();
        scan::push_number(&mut name, position(self.now.list), 1);
        name
    }
}
