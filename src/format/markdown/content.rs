//! What stands behind the front matter, to a text: the events of the reader of Markdown, as elements of HTML.

mod image;
mod raw;
mod small;
mod starts;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Options, Parser, TagEnd};

use super::tags::Tags;
use super::{dialects, grids, inline_notes, pages, wiki};
use crate::diagnostic::{Code, Remarks};
use crate::document::{Language, NodeKind, Role, Span, Text};
use crate::format::page::Body;
use crate::scan;
use image::Image;

/// What is read besides CommonMark. Quotation marks and dashes stay as they are written, and so do the boxes of tasks.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_SUPERSCRIPT)
    .union(Options::ENABLE_SUBSCRIPT);

/// Reads the text, which begins at that byte of the source.
pub(super) fn read(
    source: &str,
    start: u32,
    role: Role,
    language: Option<Language>,
    remarks: &mut Remarks,
) -> Text {
    let length = source.len();
    let mut shown = Vec::new();
    let source = wiki::words(source, &mut shown);
    let source = inline_notes::moved(&source);
    let source = grids::drawn(&source);
    let cleaned = dialects::clean(&source);
    let source = &*cleaned.text;
    let mut content = Content {
        source,
        body: Body::new(role, language),
        open: Vec::new(),
        tags: Tags::default(),
        count: 0,
        line: String::new(),
        begins_line: true,
        fragment: None,
        image: None,
        columns: Vec::new(),
        column: 0,
        behind_heading: "",
        used: BTreeSet::new(),
        placed: BTreeSet::new(),
        defined: Vec::new(),
        start: (source.len() == length).then_some(start),
        cell_end: 0,
    };
    let mut events = Parser::new_ext(source, EXTENSIONS).into_offset_iter();
    for (event, range) in events.by_ref() {
        content.event(event, range);
    }
    if Remarks::ARE_KEPT {
        content.remark_on_notes(remarks);
        for command in &cleaned.commands {
            content.body.leave_out("commands", command);
        }
        for name in &shown {
            content.body.leave_out("other notes", name);
        }
        for (label, definition) in events.reference_definitions().iter() {
            if let Some(title) = &definition.title
                && !content.used.contains(label)
            {
                content.body.leave_out("reference", title);
            }
        }
    }
    content.body.finish(remarks)
}

/// A text that is being read.
struct Content<'s> {
    source: &'s str,
    body: Body,
    /// What has begun and not ended.
    open: Vec<Open>,
    tags: Tags,
    /// How many elements are open that tags have begun.
    count: usize,
    /// The words of a line as far as they have come, and whether they are its first.
    line: String,
    begins_line: bool,
    /// The block of HTML that is open.
    fragment: Option<String>,
    image: Option<Image>,
    /// Where the cells of each column stand, and which column is next.
    columns: Vec<Alignment>,
    column: usize,
    /// Words that stand at the end of a heading where its attributes would.
    behind_heading: &'s str,
    /// The names of references that have been used.
    used: BTreeSet<String>,
    /// The names of notes that have a place, and of those that have words, with where they stand.
    placed: BTreeSet<String>,
    defined: Vec<(String, Span)>,
    /// Where the text begins in the source, unless marks have been taken out of it; and where the last cell of a row has
    /// ended in the text.
    start: Option<u32>,
    cell_end: usize,
}

/// What is open.
enum Open {
    /// A paragraph; it begins with its first words, so that one with nothing but the mark of a page is none.
    Paragraph { has_begun: bool },
    /// So many elements, for a mark of Markdown.
    Elements(u8),
    /// A note.
    Note,
    /// A mark whose elements an end tag has ended.
    Ended,
    /// An element that a tag has begun.
    Tag(String),
}

impl<'s> Content<'s> {
    fn event(&mut self, event: Event<'s>, range: Range<usize>) {
        if self.image.is_some() {
            return self.in_image(&event);
        }
        match event {
            Event::Text(words) if self.fragment.is_none() => self.line.push_str(&words),
            Event::Text(words) | Event::Html(words) => match &mut self.fragment {
                Some(fragment) => fragment.push_str(&words),
                None => self.html(&words),
            },
            Event::InlineHtml(words) => {
                self.flush(false);
                self.html(&words);
            }
            Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.flush(false);
                self.phrase("code", &words);
            }
            Event::SoftBreak => {
                self.flush(true);
                if !self.awaits_words() {
                    self.body.words("\n");
                }
            }
            Event::HardBreak => {
                self.flush(true);
                if !self.awaits_words() {
                    self.phrase("br", "");
                    self.body.words("\n");
                }
            }
            Event::Rule => self.phrase("hr", ""),
            Event::FootnoteReference(name) => {
                self.flush(false);
                self.get_ready();
                self.note_place(&name);
            }
            Event::TaskListMarker(_) => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::HtmlBlock | TagEnd::MetadataBlock(_)) => {
                let fragment = self.fragment.take().unwrap_or_default();
                self.html(&fragment);
            }
            Event::End(end) => {
                self.flush(!is_in_line(end));
                match end {
                    TagEnd::TableCell => self.cell_end = range.end,
                    TagEnd::TableRow | TagEnd::TableHead => self.other_cells(range.end),
                    _ => {}
                }
                self.end();
            }
        }
    }

    /// An element with nothing but words in it.
    fn phrase(&mut self, name: &str, words: &str) {
        self.get_ready();
        self.body.start(name, &[]);
        self.body.words(words);
        self.body.end();
    }

    /// Puts the words of a line, or of a part of it, that have come; `is_end` says whether the line ends behind them.
    fn flush(&mut self, is_end: bool) {
        let mut line = std::mem::take(&mut self.line);
        let is_whole = self.begins_line && is_end;
        let is_of_paragraph = matches!(self.open.last(), Some(Open::Paragraph { .. }));
        match pages::of_line(&line).filter(|_| is_whole && is_of_paragraph) {
            Some(label) => self.body.milestone(NodeKind::PageBreak, label),
            None if line.is_empty() => {}
            None => {
                self.get_ready();
                self.words(&line);
            }
        }
        line.clear();
        self.line = line;
        self.begins_line = is_end;
    }

    /// Whether a paragraph has begun that has no words yet.
    fn awaits_words(&self) -> bool {
        matches!(self.open.last(), Some(Open::Paragraph { has_begun: false }))
    }

    /// Begins the paragraph that waits for its first words.
    fn get_ready(&mut self) {
        if let Some(Open::Paragraph { has_begun }) = self.open.last_mut()
            && !std::mem::replace(has_begun, true)
        {
            self.body.start("p", &[]);
        }
    }

    /// What began last of the marks of Markdown ends, and with it every element in it that a tag has begun.
    fn end(&mut self) {
        let words = std::mem::take(&mut self.behind_heading);
        if !words.is_empty() {
            self.body.words(" ");
            self.body.words(words);
        }
        while let Some(open) = self.open.pop() {
            match open {
                Open::Tag(_) => {
                    self.count -= 1;
                    self.body.end();
                }
                open => return self.end_elements(&open),
            }
        }
    }

    fn end_elements(&mut self, open: &Open) {
        let count = match open {
            Open::Note => return self.body.end_note(),
            Open::Paragraph { has_begun } => u8::from(*has_begun),
            Open::Elements(count) => *count,
            Open::Tag(_) => 1,
            Open::Ended => 0,
        };
        for _ in 0..count {
            self.body.end();
        }
    }

    /// The place of a note.
    fn note_place(&mut self, name: &str) {
        if Remarks::ARE_KEPT {
            self.placed.insert(scan::owned(name));
        }
        self.body.note_place(name);
    }

    /// Says which notes have no place.
    fn remark_on_notes(&self, remarks: &mut Remarks) {
        for (name, span) in &self.defined {
            if !self.placed.contains(name) {
                let message = ["nothing in the text refers to the note «", name, "»"];
                remarks.add(Code::NoteWithoutAnchor, *span, &message);
            }
        }
    }

    /// Cells that a row has more than its table has columns: what stands in them is kept as it is written.
    fn other_cells(&mut self, end: usize) {
        let rest = self.source.get(self.cell_end..end).unwrap_or("");
        let rest = scan::trim(rest, "| \t\r\n");
        if rest.is_empty() {
            return;
        }
        for words in scan::parts(rest, "|") {
            self.body.start("td", &[]);
            self.body.words(words);
            self.body.end();
        }
    }

    /// Remembers that a link or an image has used a reference.
    fn use_reference(&mut self, id: &str) {
        if Remarks::ARE_KEPT && !id.is_empty() {
            self.used.insert(scan::owned(id));
        }
    }
}

/// Whether a mark stands in a line, which goes on behind it.
fn is_in_line(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
