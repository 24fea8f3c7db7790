//! The document in a page, node by node, to a text.

use super::super::page::Body;
use super::content::{Content, body};
use super::notes::{self, Notes, Part};
use super::tables::Layouts;
use super::tree::Tree;
use crate::diagnostic::Remarks;
use crate::document::{Direction, Language, NodeKind, Note, NoteKind, Role, Text};
use crate::limits;
use crate::scan;

/// The text of a page.
pub(super) fn read(
    tree: &Tree,
    content: &Content,
    language: Option<Language>,
    remarks: &mut Remarks,
) -> Text {
    let page = body(tree);
    let notes = Notes::find(tree, page);
    let mut writer = Writer {
        tree,
        content,
        layouts: Layouts::find(tree, content),
        body: Body::new(Role::Unstated, language),
        open: Vec::new(),
        scopes: vec![Scope::around(tree, content.root, language)],
        picture: (0, ""),
        number_end: 0,
        notes,
    };
    writer.all(page);
    writer.body.finish(remarks)
}

/// The language that a node is in, as its nearest element says that says one.
pub(super) fn language(tree: &Tree, index: u32) -> Option<Language> {
    Language::from_tag(nearest(tree, index, tag))
}

/// What the nearest element around a node says that says anything.
fn nearest<'t>(tree: &'t Tree, index: u32, said: fn(&'t Tree, u32) -> &'t str) -> &'t str {
    let element = tree.nearest(index, u32::MAX, &|index| !said(tree, index).is_empty());
    element.map_or("", |index| said(tree, index))
}

fn tag(tree: &Tree, index: u32) -> &str {
    let tag = tree.attribute(index, "lang");
    if tag.is_empty() {
        tree.attribute(index, "xml:lang")
    } else {
        tag
    }
}

/// The language and direction that hold up to a node.
#[derive(Clone, Copy)]
struct Scope<'t> {
    end: u32,
    tag: &'t str,
    direction: &'t str,
}

impl<'t> Scope<'t> {
    /// What holds for a text in that language, whatever its element says.
    fn around(tree: &'t Tree, root: u32, language: Option<Language>) -> Scope<'t> {
        Scope {
            end: u32::MAX,
            tag: nearest(tree, root, tag),
            direction: language
                .map_or(Direction::LeftToRight, |language| language.direction())
                .as_str(),
        }
    }
}

/// Writes what is of the document.
struct Writer<'t> {
    tree: &'t Tree,
    content: &'t Content,
    notes: Notes,
    layouts: Layouts,
    body: Body,
    /// What is open, with the node that it ends before.
    open: Vec<(u32, Ending)>,
    scopes: Vec<Scope<'t>>,
    /// Where the link leads that pictures up to a node are all of.
    picture: (u32, &'t str),
    /// The node behind the number of a page, which is no word of the text.
    number_end: u32,
}

/// What there is to do at the end of something.
#[derive(Clone, Copy)]
enum Ending {
    Element,
    Note,
}

impl<'t> Writer<'t> {
    /// Everything: the document, the notes of it that stand elsewhere, and what is left out.
    fn all(&mut self, page: u32) {
        let root = self.content.root;
        let direction = nearest(self.tree, root, |tree, index| tree.attribute(index, "dir"));
        let own = self.scopes.last().map_or("", |scope| scope.direction);
        let is_turned = !direction.is_empty() && !direction.eq_ignore_ascii_case(own);
        if let (true, Some(scope)) = (is_turned, self.scopes.last_mut()) {
            scope.direction = direction;
            self.body.start("div", &[("dir", direction)]);
        }
        self.subtree(root);
        if is_turned {
            self.body.end();
        }
        let mut number = 0;
        while let Some(note) = self.notes.note(number) {
            let element = note.element;
            if note.is_placed && !note.is_written {
                self.subtree(element);
            }
            number += 1;
        }
        if Remarks::ARE_KEPT {
            self.leave_out_around(page);
        }
    }

    /// Words of the page that are not of the document.
    fn leave_out_around(&mut self, page: u32) {
        let root = self.content.root;
        if root != page {
            self.leave_out(page + 1..root);
            self.leave_out(self.tree.behind(root)..self.tree.behind(page));
        }
        for element in &self.content.apart {
            self.leave_out(self.tree.subtree(*element));
        }
    }

    /// Leaves out words, but for those of notes that have been written.
    fn leave_out(&mut self, range: std::ops::Range<u32>) {
        let (mut next, mut name, mut end) = (range.start, "", 0);
        while next < range.end {
            if self.notes.is_written(next) {
                next = self.tree.behind(next);
                continue;
            }
            let element = self.tree.name(next);
            let is_named =
                scan::listed(AROUND, element) || next == range.start && !element.is_empty();
            if next >= end && is_named {
                (name, end) = (element, self.tree.behind(next));
            }
            let words = self.tree.words(next);
            if !words.is_empty() {
                let parent = self
                    .tree
                    .parent(next)
                    .map_or("", |parent| self.tree.name(parent));
                self.body
                    .leave_out(if next < end { name } else { parent }, words);
            }
            next += 1;
        }
    }

    fn subtree(&mut self, root: u32) {
        let (mut next, end) = (root, self.tree.behind(root));
        while next < end {
            self.end_before(next);
            next = self.node(next);
        }
        self.end_before(end);
    }

    fn end_before(&mut self, next: u32) {
        while let Some((_, ending)) = self.open.pop_if(|(end, _)| *end <= next) {
            match ending {
                Ending::Element => self.body.end(),
                Ending::Note => self.body.end_note(),
            }
        }
        while self.scopes.pop_if(|scope| scope.end <= next).is_some() {}
    }

    /// Writes a node, and gives the one that comes next.
    fn node(&mut self, index: u32) -> u32 {
        let tree = self.tree;
        let behind = tree.behind(index);
        if self.content.apart.binary_search(&index).is_ok() && !self.is_of_text(index) {
            return behind;
        }
        let name = tree.name(index);
        if name.is_empty() {
            if index < self.number_end {
                return index + 1;
            }
            if let Some(number) = page_mark(tree.words(index)) {
                self.body.milestone(NodeKind::PageBreak, number);
                return index + 1;
            }
            self.body.words(self.notes.words(tree, index));
            return index + 1;
        }
        if notes::says(tree, index, &PAGES)
            && let Some(number) = page_number(tree, index)
        {
            self.body.milestone(NodeKind::PageBreak, &number);
            self.number_end = behind;
        }
        match self.notes.part(index) {
            Part::Reference(number) => {
                if let Some(note) = self.notes.note(number) {
                    note.is_placed = true;
                    self.body.note_place(&note.name);
                }
                return behind;
            }
            Part::Back => return behind,
            Part::Note(number) => self.note(index, number),
            Part::List => self.element(index, "div"),
            Part::Other => match name {
                "svg" => {
                    self.drawing(index);
                    return behind;
                }
                "img" if is_decoration(tree, index) => return behind,
                "img" if index < self.picture.0 => {
                    let mut attributes = tree.attributes(index);
                    attributes.retain(|(name, _)| *name != "src");
                    attributes.push(("src", self.picture.1));
                    self.body.start("img", &attributes);
                    self.body.end();
                }
                // There are no words that it could lead on from: the picture does.
                "a" if scan::trimmed(&tree.text(index)).is_empty()
                    && tree.has(index, "href")
                    && behind > index + 1 =>
                {
                    self.picture = (behind, tree.attribute(index, "href"));
                }
                _ => self.element(index, self.renamed(index, name)),
            },
        }
        index + 1
    }

    /// Whether an element apart is a note of the text.
    fn is_of_text(&mut self, index: u32) -> bool {
        match self.notes.part(index) {
            Part::Note(number) => self.notes.note(number).is_some_and(|note| note.is_placed),
            _ => false,
        }
    }

    fn note(&mut self, index: u32, number: u32) {
        let Some(found) = self.notes.note(number) else {
            return;
        };
        let note = Note {
            kind: NoteKind::Numbered,
            label: Some(scan::owned(&found.label)).filter(|label| !label.is_empty()),
            id: Some(scan::owned(&found.name)),
        };
        found.is_written = true;
        self.body.start_note_named(&found.name, note);
        let behind = self.tree.behind(index);
        self.open.push((behind, Ending::Note));
        let name = if self.tree.name(index) == "p" {
            "p"
        } else {
            "div"
        };
        let mut attributes = self.attributes(index);
        attributes.retain(|(name, _)| *name != "id");
        self.start(index, name, &attributes);
    }

    fn element(&mut self, index: u32, name: &'t str) {
        if name == "tr" && self.is_head(index) {
            self.start(index, "thead", &[]);
        }
        let attributes = self.attributes(index);
        self.start(index, name, &attributes);
    }

    /// Begins an element that ends with a node.
    #[inline(never)]
    fn start(&mut self, index: u32, name: &str, attributes: &[(&str, &str)]) {
        self.body.start(name, attributes);
        self.open.push((self.tree.behind(index), Ending::Element));
    }

    /// The attributes of an element, without a language and a direction that hold anyway.
    fn attributes(&mut self, index: u32) -> Vec<(&'t str, &'t str)> {
        let mut attributes = self.tree.attributes(index);
        let Some(around) = self.scopes.last().copied() else {
            return attributes;
        };
        let tag = tag(self.tree, index);
        let language = Language::from_tag(tag);
        let direction = match &language {
            Some(language) if !tag.eq_ignore_ascii_case(around.tag) => {
                language.direction().as_str()
            }
            _ => around.direction,
        };
        let mut scope = Scope {
            end: self.tree.behind(index),
            tag: around.tag,
            direction,
        };
        attributes.retain(|(name, value)| match *name {
            "lang" | "xml:lang" => {
                let is_new =
                    language.is_some() && *value == tag && !tag.eq_ignore_ascii_case(around.tag);
                if is_new {
                    scope.tag = tag;
                }
                is_new
            }
            "dir" => {
                let is_new = !value.eq_ignore_ascii_case(direction);
                if is_new {
                    scope.direction = value;
                }
                is_new
            }
            _ => true,
        });
        if scope.tag != around.tag || scope.direction != around.direction {
            self.scopes.push(scope);
        }
        attributes
    }

    /// What an element is that is not what it is called.
    fn renamed(&self, index: u32, name: &'t str) -> &'t str {
        let tree = self.tree;
        if tree.says(index, "role", "heading") {
            let level = scan::number(tree.attribute(index, "aria-level")).unwrap_or(2);
            let headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
            return headings
                .get(level.clamp(1, 6) as usize - 1)
                .copied()
                .unwrap_or(name);
        }
        // Old pages set words in with a list that has no items.
        if name == "ul"
            && !tree
                .children(index)
                .iter()
                .any(|child| tree.is(*child, "li"))
        {
            return "div";
        }
        if name == "p" && tree.says(index, "class", "title|MsoTitle") {
            return "h1";
        }
        let is_of_table = scan::listed("table|tbody|thead|tfoot|tr|td|th|caption", name);
        if !is_of_table {
            return name;
        }
        match tree.nearest(index, TABLE, &|index| tree.name(index) == "table") {
            Some(table) if self.layouts.has(table) => "div",
            _ => name,
        }
    }

    /// Whether all cells of a row are heads, and there are several.
    fn is_head(&self, row: u32) -> bool {
        let mut heads = 0;
        for child in self.tree.children(row) {
            match self.tree.name(child) {
                "th" => heads += 1,
                "td" => return false,
                _ => {}
            }
        }
        heads > 1
    }

    /// A drawing is what it is called; its other words are labels without it.
    fn drawing(&mut self, index: u32) {
        let tree = self.tree;
        let mut children = tree.children(index).into_iter();
        let title = children.find(|child| tree.name(*child) == "title");
        let name = match tree.attribute(index, "aria-label") {
            "" => title.map_or(String::new(), |title| tree.text(title)),
            label => scan::owned(label),
        };
        if !name.is_empty() {
            self.body.start("img", &[("alt", &name)]);
            self.body.end();
        }
        if !Remarks::ARE_KEPT {
            return;
        }
        let title = title.map_or(0..0, |title| tree.subtree(title));
        for node in tree.subtree(index) {
            if !title.contains(&node) {
                self.body.leave_out("svg", tree.words(node));
            }
        }
    }
}

/// What words around a document are told by, where they stand in it.
const AROUND: &str = "aside|footer|form|header|nav";

/// How far above a part of a table the table is: `table`, `tbody`, `tr`, `td`.
const TABLE: u32 = 4;

/// The roles, types and classes of the place where a page begins.
const PAGES: [&str; 3] = [
    "doc-pagebreak",
    "pagebreak",
    "pagenum|page-number|pagenumber|pagebreak",
];

/// The number of a page, which stands there or in an attribute, maybe behind a word for a page; `None` where there are more
/// words than that.
fn page_number(tree: &Tree, index: u32) -> Option<String> {
    let mut number = tree.text(index);
    for name in &["data-page-number", "aria-label", "title"] {
        if scan::trim(&number, "\u{200b} \n").is_empty() {
            number = scan::owned(tree.attribute(index, name));
        }
    }
    let number = scan::last_word(scan::trim(&number, "[](){}|-–—. \n\u{a0}"));
    let is_number = scan::has_digit(number) || scan::trim(number, "ivxlc").is_empty();
    (is_number && number.len() <= limits::NOTE_LABEL).then(|| scan::owned(number))
}

/// The number in words that are a page in brackets, and nothing else: `[Page 411]`.
fn page_mark(words: &str) -> Option<&str> {
    let inside = scan::trimmed(words).strip_prefix("[Page ")?;
    let number = inside.strip_suffix("]")?;
    scan::is_seamless(number).then_some(number)
}

/// Whether a picture says nothing: one without words for those who do not see it, or of one point.
fn is_decoration(tree: &Tree, index: u32) -> bool {
    let is_empty = tree.has(index, "alt") && scan::trimmed(tree.attribute(index, "alt")).is_empty();
    let is_point = ["width", "height"]
        .iter()
        .any(|name| matches!(tree.attribute(index, name), "0" | "1"));
    is_empty || is_point || tree.says(index, "role", "presentation|none")
}
