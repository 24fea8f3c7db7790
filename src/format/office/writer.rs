//! What Word and OpenDocument have in common on the way to a text: runs of words that are dressed alike become one node,
//! whatever pieces they come in; and paragraphs that are items become lists.

use super::super::page::Body;
use super::super::xml::Node;
use super::left_out::LeftOut;
use super::numbers::Number;
use crate::diagnostic::Remarks;
use crate::document::{Language, Look, NodeKind, Note, Role, Text};
use crate::scan;

/// How words are dressed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dress {
    pub look: Look,
    /// Their language; empty where it is that of the text.
    pub language: String,
    /// `rtl` or `ltr` where they say it themselves.
    pub direction: &'static str,
    /// Whether nobody is to see them.
    pub is_hidden: bool,
}

/// A list that is open, and its item.
#[derive(Debug)]
struct List {
    /// Which numbering it is of.
    name: String,
    level: u32,
    /// The number of its next item, if nothing else is said.
    next: u32,
}

/// What is open around a block.
#[derive(Debug, Default)]
pub(super) struct Around {
    lists: Vec<List>,
    is_quotation: bool,
    /// The language of the paragraph that is open; empty where it is that of the text.
    language: String,
}

/// An item of a list, as its paragraph says.
#[derive(Debug)]
pub(super) struct Item<'i> {
    /// Which numbering it is of.
    pub list: &'i str,
    pub level: u32,
    /// Its number, where it has one.
    pub number: Option<u32>,
    /// How its number is written, as HTML names it: `a`, `I`; empty for digits.
    pub sign: &'i str,
    /// Its language; empty where it is that of the text.
    pub language: &'i str,
}

/// Writes a text.
#[derive(Debug)]
pub(super) struct Writer {
    body: Body,
    /// The language of the text, without what stands behind its first hyphen.
    language: String,
    worn: Dress,
    around: Around,
    /// Whether nothing has come since a page began.
    is_page_new: bool,
    pub left_out: LeftOut,
}

impl Writer {
    pub(super) fn new(language: Option<Language>) -> Writer {
        let tag = language.as_ref().map_or("", Language::tag);
        Writer {
            language: scan::owned(primary(tag)),
            body: Body::new(Role::Unstated, language),
            worn: Dress::default(),
            around: Around::default(),
            is_page_new: true,
            left_out: LeftOut::default(),
        }
    }

    /// The text.
    pub(super) fn finish(mut self, remarks: &mut Remarks) -> Text {
        self.leave();
        self.left_out.report(remarks);
        self.body.finish(remarks)
    }

    // Blocks.

    /// An element of HTML begins.
    pub(super) fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.undress();
        self.body.start(name, attributes);
    }

    /// An element begins whose words are in that language; empty is that of the text, which needs no saying.
    pub(super) fn start_in(&mut self, name: &str, attributes: &[(&str, &str)], language: &str) {
        let mut attributes = attributes.to_vec();
        self.around.language.clear();
        if !language.is_empty() && primary(language) != self.language {
            self.around.language.push_str(primary(language));
            attributes.push(("lang", language));
        }
        self.start(name, &attributes);
    }

    /// The element that began last ends.
    pub(super) fn end(&mut self) {
        self.undress();
        self.body.end();
    }

    /// A block of its own begins: what was open for the blocks before it is put aside.
    pub(super) fn enter(&mut self) -> Around {
        std::mem::take(&mut self.around)
    }

    /// It ends: what is open in it ends as well, and what was open around it goes on.
    pub(super) fn go_back(&mut self, around: Around) {
        self.leave();
        self.around = around;
    }

    /// A block comes that is of no list and no quotation.
    pub(super) fn leave(&mut self) {
        self.leave_lists(0);
        if std::mem::take(&mut self.around.is_quotation) {
            self.end();
        }
    }

    /// A paragraph comes that is of a quotation.
    pub(super) fn quotation(&mut self) {
        self.leave_lists(0);
        if !self.around.is_quotation {
            self.leave();
            self.start("blockquote", &[]);
            self.around.is_quotation = true;
        }
    }

    /// A paragraph comes that is an item: words go to it until another block comes.
    pub(super) fn item(&mut self, item: &Item) {
        let deeper = |list: &&List| list.level <= item.level;
        let mut open = self.around.lists.iter().take_while(deeper).count();
        let same = |list: &List| list.level == item.level && list.name == item.list;
        let is_last = |list: &List| list.level == item.level;
        let last = self.around.lists.get(open.wrapping_sub(1));
        let goes_on = last.is_some_and(same);
        if last.is_some_and(is_last) && !goes_on {
            open -= 1;
        }
        self.leave_lists(open);
        let count = item.number.unwrap_or_default();
        let mut number = String::new();
        scan::push_number(&mut number, count, 1);
        match (goes_on, item.number) {
            (true, _) => self.end(),
            (false, None) => self.start("ul", &[]),
            (false, Some(1)) => self.start("ol", &[("type", item.sign)]),
            (false, Some(_)) => self.start("ol", &[("type", item.sign), ("start", &number)]),
        }
        if !goes_on {
            self.around.lists.push(List {
                name: scan::owned(item.list),
                level: item.level,
                next: count,
            });
        }
        let mut attributes = Vec::new();
        if let Some(list) = self.around.lists.last_mut() {
            if item.number.is_some() && list.next != count {
                attributes.push(("value", &*number));
            }
            list.next = count.saturating_add(1);
        }
        self.start_in("li", &attributes, item.language);
    }

    /// A paragraph comes that goes on with an item of that list on a level above; of any list, if none is named. Where there
    /// is none, it stands by itself.
    pub(super) fn go_on(&mut self, list: &str, level: u32) {
        let above = |other: &&List| other.level < level;
        let open = self.around.lists.iter().take_while(above).count();
        let last = self.around.lists.get(open.wrapping_sub(1));
        match last.is_some_and(|last| list.is_empty() || last.name == list) {
            true => self.leave_lists(open),
            false => self.leave(),
        }
    }

    /// A number that the program has computed, in front of a paragraph or a heading.
    pub(super) fn number(&mut self, number: &Number) {
        if number.words.is_empty() {
            return;
        }
        self.undress();
        self.body.number_words(&number.words);
        self.is_page_new = false;
        if !number.is_close {
            self.body.words(" ");
        }
    }

    /// What comes is of no quotation.
    pub(super) fn end_quotation(&mut self) {
        if self.around.is_quotation {
            self.leave();
        }
    }

    /// Ends the lists behind so many, with their items.
    fn leave_lists(&mut self, open: usize) {
        while self.around.lists.len() > open {
            self.around.lists.pop();
            self.end();
            self.end();
        }
    }

    // What stands in a line.

    /// Words, dressed like that.
    pub(super) fn words(&mut self, words: &str, dress: &Dress) {
        if dress.is_hidden {
            return self.left_out.add("hidden words are", words);
        }
        self.wear(dress);
        self.body.words(words);
        self.is_page_new &= scan::trim_start(words, scan::BLANKS).is_empty();
    }

    /// Words where none should be, if a node is some.
    pub(super) fn stray(&mut self, node: &Node) {
        if let Some(words) = super::stray(node) {
            self.words(words, &Dress::default());
        }
    }

    /// The end of a line, within a paragraph.
    pub(super) fn line_break(&mut self) {
        self.body.start("br", &[]);
        self.body.end();
    }

    /// The end of a page.
    pub(super) fn page_break(&mut self) {
        if !self.is_page_new {
            self.body.milestone(NodeKind::PageBreak, "");
            self.is_page_new = true;
        }
    }

    /// The end of a column.
    pub(super) fn column_break(&mut self) {
        self.body.milestone(NodeKind::ColumnBreak, "");
    }

    /// A place that has a name.
    pub(super) fn place(&mut self, name: &str) {
        if !name.is_empty() {
            self.start("a", &[("id", name)]);
            self.end();
        }
    }

    /// A picture, with what is said of it.
    pub(super) fn picture(&mut self, description: &str) {
        self.undress();
        self.is_page_new = false;
        self.body.start("img", &[("alt", description)]);
        self.body.end();
    }

    /// A note begins here, or under a name that has no place; gives what goes on behind it.
    pub(super) fn start_note(&mut self, note: Note, name: &str) -> Around {
        self.undress();
        match name {
            "" => self.body.start_note(note),
            name => self.body.start_note_named(name, note),
        }
        self.enter()
    }

    /// Says who wrote a note, and on which day.
    pub(super) fn signature(&mut self, author: &str, date: &str) {
        let day = scan::to(date, scan::run(date, |c| c.is_ascii_digit() || c == '-'));
        if author.is_empty() && day.is_empty() {
            return;
        }
        self.start("p", &[]);
        let dress = Dress {
            look: Look::BOLD,
            ..Dress::default()
        };
        self.words(author, &dress);
        self.undress();
        self.body.words(" ");
        self.start("time", &[("datetime", day)]);
        self.body.words(day);
        self.end();
        self.end();
    }

    /// The note ends.
    pub(super) fn end_note(&mut self, around: Around) {
        self.go_back(around);
        self.undress();
        self.body.end_note();
    }

    fn wear(&mut self, dress: &Dress) {
        if *dress == self.worn {
            return;
        }
        self.undress();
        let around = match &*self.around.language {
            "" => &self.language,
            language => language,
        };
        let language = match primary(&dress.language) == around {
            true => "",
            false => &dress.language,
        };
        if dress.look != Look::NONE || !language.is_empty() || !dress.direction.is_empty() {
            self.body.start_look(dress.look, language, dress.direction);
            self.worn = dress.clone();
        }
    }

    /// The words that come are dressed like those of the text.
    fn undress(&mut self) {
        if self.worn != Dress::default() {
            self.worn = Dress::default();
            self.body.end();
        }
    }
}

/// The language of a tag, without the country.
pub(super) fn primary(tag: &str) -> &str {
    scan::to(tag, scan::run(tag, |c| c != '-'))
}
