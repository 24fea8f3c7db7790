//! Notes of a page: a link to an element that is a note, and from there a link back. Pages say so by roles and classes, by
//! names, or only by leading to each other.

use super::begins_as;
use super::tree::Tree;
use crate::limits;
use crate::names::Names;
use crate::scan;

/// What there is to know of the notes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// What each node is to them.
    parts: Vec<Part>,
    notes: Vec<Found>,
    /// How many bytes each node's words lose at their start and end: the brackets around a reference, the label of a note.
    trimmed: Vec<(u32, u32)>,
}

/// What a node is to the notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing.
    #[default]
    Other,
    /// The place of a note: its index among the notes.
    Reference(u32),
    /// The words of a note.
    Note(u32),
    /// A link from a note back to its place.
    Back,
    /// A list of notes and nothing else.
    List,
}

/// A note.
#[derive(Debug)]
pub(super) struct Found {
    /// The element that it is.
    pub(super) element: u32,
    /// The name that leads to it.
    pub(super) name: String,
    /// The number or sign of its first reference.
    pub(super) label: String,
    /// Whether its place is of the text, and whether its words are there already.
    pub(super) is_placed: bool,
    pub(super) is_written: bool,
}

/// The roles, types and classes of notes, of their places, and of links back.
const NOTES: [&str; 3] = [
    "doc-footnote|doc-endnote|doc-endnotes|doc-rearnote",
    "footnote|endnote|rearnote|note|footnotes|endnotes|rearnotes|notes",
    "footnote|footnotes|endnote|endnotes|note|notes|references|reference|fn|fn-list|footnote-item|\
     footnotes-list|msocomtxt|mw-references|reflist",
];
const REFERENCES: [&str; 3] = [
    "doc-noteref",
    "noteref",
    "footnote-ref|footnoteref|footnote-reference|fnref|fn-ref|noteref|note-ref|endnote-ref|footnote-link|\
     footnotelink|msocomanchor|sdfootnoteanc|sdendnoteanc",
];
const BACKS: [&str; 3] = [
    "doc-backlink",
    "backlink",
    "footnote-back|footnote-backref|footnoteback|reversefootnote|backlink|back-link|msocomoff|mw-cite-backlink|\
     sdfootnotesym|sdendnotesym",
];
/// What names of notes begin with.
const NAMES: &str = "fn|_ftn|ftn|note|_note|footnote|endnote|_edn|cite_note|sdfootnote";
/// What names of their places begin with, where that is not what those of notes begin with.
const PLACES: &str = "fnref|_ftnref|ftnref|noteref|_ednref";
/// The elements that a note may be.
const BLOCKS: &str = "aside|blockquote|dd|div|li|p|section|td";

impl Notes {
    /// The notes in an element of a tree.
    pub(super) fn find(tree: &Tree, root: u32) -> Notes {
        let links = links(tree, root);
        let mut notes = Notes {
            parts: vec![Part::Other; tree.len() as usize],
            trimmed: vec![(0, 0); tree.len() as usize],
            ..Notes::default()
        };
        for (link, target) in &links {
            notes.look_at(tree, *link, *target);
        }
        for (link, target) in &links {
            notes.look_back(tree, *link, *target);
        }
        notes.find_labels(tree);
        notes.find_lists(tree, root);
        notes
    }

    /// What a node is to the notes.
    #[inline(never)]
    pub(super) fn part(&self, index: u32) -> Part {
        self.parts.get(index as usize).copied().unwrap_or_default()
    }

    /// A note: they are in the order of their first references.
    pub(super) fn note(&mut self, index: u32) -> Option<&mut Found> {
        self.notes.get_mut(index as usize)
    }

    /// Whether a node is a note whose words have been written.
    pub(super) fn is_written(&self, index: u32) -> bool {
        match self.part(index) {
            Part::Note(note) => self
                .notes
                .get(note as usize)
                .is_some_and(|note| note.is_written),
            _ => false,
        }
    }

    /// Words without what their place or label has said already.
    pub(super) fn words<'t>(&self, tree: &'t Tree, index: u32) -> &'t str {
        let words = tree.words(index);
        let (start, end) = self
            .trimmed
            .get(index as usize)
            .copied()
            .unwrap_or_default();
        let length = words.len().saturating_sub(end as usize);
        scan::from(scan::to(words, length), start as usize)
    }

    #[inline(never)]
    fn trim(&mut self, index: u32, start: usize, end: usize) {
        if let Some(trimmed) = self.trimmed.get_mut(index as usize) {
            trimmed.0 += start as u32;
            trimmed.1 += end as u32;
        }
    }

    #[inline(never)]
    fn set(&mut self, index: u32, part: Part) {
        if let Some(place) = self.parts.get_mut(index as usize) {
            *place = part;
        }
    }

    /// Looks whether a link is the place of a note.
    fn look_at(&mut self, tree: &Tree, link: u32, target: u32) {
        let text = scan::folded(&tree.text(link));
        let label = label(&text);
        let is_said = says(tree, link, &REFERENCES);
        if label.is_none() && !is_said || self.is_in_note(tree, link) {
            return;
        }
        let Some(element) = block(tree, target) else {
            return;
        };
        if let Part::Note(note) = self.part(element) {
            return self.refer(tree, link, note);
        }
        let holds_link = tree.subtree(element).contains(&link);
        let is_known = is_said && element > link
            || is_note(tree, element, target)
            || leads_back(tree, element, link)
            || label.is_some_and(|label| repeats(tree, element, link, &text, label));
        if holds_link || !is_known || element < link && !is_said || self.is_in_note(tree, element) {
            return;
        }
        let note = self.notes.len() as u32;
        self.set(element, Part::Note(note));
        self.notes.push(Found {
            element,
            name: scan::owned(scan::from(tree.attribute(link, "href"), 1)),
            label: scan::owned(label.unwrap_or_default()),
            is_placed: false,
            is_written: false,
        });
        self.refer(tree, link, note);
    }

    fn refer(&mut self, tree: &Tree, link: u32, note: u32) {
        self.set(link, Part::Reference(note));
        let before = before(tree, link);
        let behind = behind(tree, link);
        for (opening, closing) in &[("[", "]"), ("(", ")")] {
            let words = tree.words(before);
            if let Some(rest) = words.strip_suffix(*opening)
                && tree.words(behind).starts_with(*closing)
            {
                // The space before it would be one before what comes behind.
                let rest = scan::trim_end(rest, scan::BLANKS);
                self.trim(before, 0, words.len() - rest.len());
                self.trim(behind, 1, 0);
            }
        }
    }

    /// Looks whether a link leads from a note back to a place.
    fn look_back(&mut self, tree: &Tree, link: u32, target: u32) {
        if self.part(link) != Part::Other || !self.is_in_note(tree, link) {
            return;
        }
        let is_said = says(tree, link, &BACKS);
        let leads = |index: u32| matches!(self.part(index), Part::Reference(_));
        let is_place = (target..target + 3).any(leads) || tree.nearest(target, 3, &leads).is_some();
        let words = tree.text(link);
        if is_said || is_place && scan::trimmed(&words).len() <= limits::BACK {
            self.set(link, Part::Back);
        }
    }

    /// Whether a node is, or stands in, a note.
    #[inline(never)]
    fn is_in_note(&self, tree: &Tree, index: u32) -> bool {
        let is_note = |index: u32| matches!(self.part(index), Part::Note(_));
        tree.nearest(index, u32::MAX, &is_note).is_some()
    }

    /// Finds the labels that notes begin with.
    fn find_labels(&mut self, tree: &Tree) {
        for number in 0..self.notes.len() {
            let Some(note) = self.notes.get(number) else {
                return;
            };
            let (label, end) = (scan::owned(&note.label), tree.behind(note.element));
            let (mut next, mut is_back) = (note.element, false);
            while next < end {
                if self.part(next) == Part::Back || says(tree, next, &BACKS) {
                    self.set(next, Part::Back);
                    next = tree.behind(next);
                    is_back = true;
                    continue;
                }
                let words = tree.words(next);
                let rest = scan::trim_start(words, scan::BLANKS);
                if !rest.is_empty() {
                    let start = words.len() - rest.len();
                    // `<a>1</a>. Words`: what ends the label is not of the link.
                    let mark = usize::from(is_back && rest.starts_with(". "));
                    let length = labelled(rest, &label).unwrap_or(mark);
                    self.trim(next, start + length, 0);
                    break;
                }
                next += 1;
            }
        }
    }

    /// Finds the lists that hold notes alone.
    fn find_lists(&mut self, tree: &Tree, root: u32) {
        for index in tree.subtree(root) {
            if !tree.is(index, "ol|ul") {
                continue;
            }
            let (mut has_notes, mut has_others) = (false, false);
            for item in tree.children(index) {
                let is_note = matches!(self.part(item), Part::Note(_));
                has_notes |= is_note;
                has_others |= !is_note && !tree.name(item).is_empty();
            }
            if has_notes && !has_others {
                self.set(index, Part::List);
            }
        }
    }
}

/// The links in an element that lead to a place in it, with that place.
fn links(tree: &Tree, root: u32) -> Vec<(u32, u32)> {
    let mut names = Names::default();
    for index in tree.subtree(root) {
        for attribute in &["id", "name"] {
            let name = tree.attribute(index, attribute);
            if !name.is_empty() && (*attribute == "id" || tree.name(index) == "a") {
                names.insert(name, index);
            }
        }
    }
    let mut links = Vec::new();
    for index in tree.subtree(root) {
        if tree.name(index) == "a"
            && let Some(name) = tree.attribute(index, "href").strip_prefix("#")
            && let Some(target) = names.get(name)
        {
            links.push((index, target));
        }
    }
    links
}

/// The number or sign that words are, without brackets and points around it; `None` where they are more than that.
fn label(words: &str) -> Option<&str> {
    let label = scan::trim(words, "[](){}.:^ \u{a0}");
    let is_sign = |c: char| scan::is_in("*†‡§¶#‖", c);
    // `2*` is a note of somebody else than `2`, and `2a` one that came later.
    let number = scan::trim_end(label, "*abc");
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    let mut letters = label.chars();
    let is_letter = letters.next().is_some_and(scan::is_letter) && letters.next().is_none();
    let is_roman = label
        .bytes()
        .all(|byte| scan::is_in("ivxlc", char::from(byte)));
    let is_one = is_number || is_letter || is_roman || label.chars().all(is_sign);
    (is_one && !label.is_empty() && label.len() <= limits::NOTE_LABEL).then_some(label)
}

/// How many bytes at the start of a note say its label once more.
fn labelled(words: &str, label: &str) -> Option<usize> {
    let opened = scan::trim_start(words, "[(");
    let rest = opened.strip_prefix(label).filter(|_| !label.is_empty())?;
    let closed = scan::trim_start(rest, "]).:");
    let is_apart = closed.is_empty() || scan::begins_with(closed, " \t\n\u{a0}");
    is_apart.then_some(words.len() - closed.len())
}

/// The block that an element is, or begins. Of a block only so many nodes are looked at: many links may lead to it.
fn block(tree: &Tree, target: u32) -> Option<u32> {
    let block = tree.nearest(target, u32::MAX, &|index| tree.is(index, BLOCKS))?;
    let is_near = target - block <= NEAR;
    let is_first =
        is_near && (block + 1..target).all(|index| scan::trimmed(tree.words(index)).is_empty());
    let is_heading = |child: u32| tree.is(child, "h1|h2|h3");
    let is_part =
        tree.is(block, "div|section") && tree.subtree(block).take(NEAR as usize).any(is_heading);
    (is_first && !is_part).then_some(block)
}

/// How many nodes are near.
const NEAR: u32 = 16;
/// How many nodes are looked through for a link back.
const NOTE: usize = 256;

/// Whether an element says by its role, its type or its class what it is.
#[inline(never)]
pub(super) fn says(tree: &Tree, index: u32, lists: &[&str; 3]) -> bool {
    let attributes = ["role", "epub:type", "class"];
    let mut pairs = attributes.iter().zip(lists);
    pairs.any(|(attribute, list)| tree.says(index, attribute, list))
}

/// Whether a block says that it is a note, or stands among notes, or has the name of one.
fn is_note(tree: &Tree, element: u32, target: u32) -> bool {
    let name = |index: u32| {
        let id = tree.attribute(index, "id");
        let name = if id.is_empty() {
            tree.attribute(index, "name")
        } else {
            id
        };
        begins_as(name, NAMES) && !begins_as(name, PLACES)
    };
    name(target)
        || name(element)
        || tree
            .nearest(element, 4, &|index| says(tree, index, &NOTES))
            .is_some()
}

/// Whether a link looks like a sign in brackets or above the line, and a block begins with that sign. Numbers alone may be
/// those of anything.
fn repeats(tree: &Tree, element: u32, link: u32, text: &str, label: &str) -> bool {
    let is_above = tree
        .nearest(link + 1, 3, &|index| tree.name(index) == "sup")
        .is_some();
    let is_marked = is_above || scan::begins_with(text, "[(");
    let mut words = tree
        .subtree(element)
        .take(NEAR as usize)
        .map(|index| scan::trim_start(tree.words(index), scan::BLANKS));
    let first = words.find(|words| !words.is_empty());
    is_marked && first.is_some_and(|words| labelled(words, label).is_some())
}

/// Whether a link in a block leads to that place, or beside it.
fn leads_back(tree: &Tree, element: u32, place: u32) -> bool {
    tree.subtree(element).take(NOTE).any(|index| {
        let Some(name) = tree.attribute(index, "href").strip_prefix("#") else {
            return false;
        };
        let is_named = |index: u32| {
            !name.is_empty()
                && (tree.attribute(index, "id") == name || tree.attribute(index, "name") == name)
        };
        tree.subtree(place).take(4).any(is_named)
            || tree.nearest(place, 3, &is_named).is_some()
            || is_named(before(tree, place))
    })
}

/// What stands right before a link, or before the element that begins with it.
fn before(tree: &Tree, link: u32) -> u32 {
    let mut first = link;
    while let Some(parent) = tree.parent(first)
        && parent + 1 == first
        && tree.is(parent, "sup|span")
    {
        first = parent;
    }
    match first.checked_sub(1) {
        Some(before) if tree.parent(before) == tree.parent(first) => before,
        _ => first,
    }
}

/// What stands right behind a link, or behind the element that ends with it.
fn behind(tree: &Tree, link: u32) -> u32 {
    let mut last = link;
    while let Some(parent) = tree.parent(last)
        && tree.behind(parent) == tree.behind(last)
        && tree.is(parent, "sup|span")
    {
        last = parent;
    }
    tree.behind(last)
}
