//! What paragraphs are, by the shape that their lines have on the page: headings, items of lists, verse, quotations.

use super::super::lines::Line;
use super::paragraph::{self, Paragraph, is_wide};
use crate::document::{KNOWS_MORE, ListKind, NodeKind};
use crate::scan;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Plain,
    Heading,
    Item,
    Line,
    Quoted,
    // Of a letter.
    Dateline,
    Salute,
    Farewell,
    Signed,
    EndDateline,
    /// Lines that stand in columns.
    #[cfg(feature = "more")]
    Table,
}

/// What stands around paragraphs of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Group {
    #[default]
    None,
    List,
    Stanza,
    Quotation,
    Opener,
    Closer,
}

impl Group {
    pub(super) fn node(self) -> Option<NodeKind> {
        Some(match self {
            Group::None => return None,
            Group::Opener => NodeKind::Opener,
            Group::List => NodeKind::List(ListKind::Simple),
            Group::Stanza => NodeKind::Stanza,
            Group::Quotation => NodeKind::Quotation,
            Group::Closer => NodeKind::Closer,
        })
    }
}

impl Kind {
    /// The node that it is, and what stands around it.
    pub(super) fn node(self) -> (NodeKind, Group) {
        match self {
            Kind::Salute => (NodeKind::Salute, Group::Opener),
            Kind::Farewell => (NodeKind::Salute, Group::Closer),
            Kind::Signed => (NodeKind::Signed, Group::Closer),
            Kind::Plain => (NodeKind::Paragraph, Group::None),
            Kind::Heading => (NodeKind::Heading, Group::None),
            Kind::Item => (NodeKind::Item, Group::List),
            Kind::Line => (NodeKind::Line, Group::Stanza),
            Kind::Quoted => (NodeKind::Paragraph, Group::Quotation),
            Kind::Dateline => (NodeKind::Dateline, Group::Opener),
            Kind::EndDateline => (NodeKind::Dateline, Group::Closer),
            #[cfg(feature = "more")]
            Kind::Table => (NodeKind::Preformatted, Group::None),
        }
    }
}

/// The longest heading and the longest line of verse, in columns.
pub(super) const SHORT: usize = 64;
/// The longest item of a list, in bytes: what is longer is a paragraph with a number.
const ITEM: usize = 400;
/// A paragraph of so many bytes, or of a sentence, is prose that a heading may stand above.
const PROSE: usize = 60;
/// How far in quotations stand, in columns: less is a typist's habit, more is the middle of the line, or its end.
pub(super) const INDENTED: std::ops::RangeInclusive<usize> = 3..=24;

/// Tells what paragraphs are that nothing has told yet.
pub(super) fn tell(paragraphs: &mut [Box<Paragraph>], is_alone: bool) {
    lists(paragraphs);
    headings(paragraphs, is_alone);
    // Where no prose stands at the edge, all stands further in.
    let may_quote = paragraphs
        .iter()
        .any(|paragraph| paragraph.indentation == 0 && paragraph.words.len() >= PROSE);
    let mut first = 0;
    for at in 1..=paragraphs.len() {
        if paragraphs.get(at).is_none_or(|next| next.begins_block) {
            if let Some(block) = paragraphs.get_mut(first..at) {
                tell_block(block, may_quote);
            }
            first = at;
        }
    }
}

/// A block of short lines is verse, or lines of an address; one whose lines all stand further in is a quotation.
fn tell_block(block: &mut [Box<Paragraph>], may_quote: bool) {
    let (mut are_short, mut are_sentences, mut are_inside) = (block.len() > 1, true, may_quote);
    let (mut lines, mut least) = (0, usize::MAX);
    for paragraph in block.iter() {
        if paragraph.kind != Kind::Plain {
            return;
        }
        are_short &= is_short(paragraph);
        are_sentences &= ends_sentence(&paragraph.words);
        are_inside &= INDENTED.contains(&paragraph.indentation);
        lines += paragraph.lines;
        least = least.min(paragraph.indentation);
    }
    let kind = if are_short && !are_sentences {
        Kind::Line
    } else if are_inside && lines > 1 {
        Kind::Quoted
    } else {
        return;
    };
    for paragraph in block {
        paragraph.kind = kind;
        paragraph.is_inset = kind == Kind::Line && paragraph.indentation > least + 1;
    }
}

/// Whether a paragraph is a short line of which nothing is known yet.
pub(super) fn is_short(paragraph: &Paragraph) -> bool {
    paragraph.kind == Kind::Plain
        && paragraph.lines == 1
        && paragraph::length(&paragraph.words) <= SHORT
}

pub(super) fn ends_sentence(words: &str) -> bool {
    scan::ends_with(scan::trim_end(words, "\"”’»)]'"), ".!?…。！？؟۔।")
}

// Headings.

/// A line by itself is a heading if it looks like one, and prose stands below it, a list, verse or another heading.
fn headings(paragraphs: &mut [Box<Paragraph>], is_alone: bool) {
    let mut small = 0;
    for paragraph in paragraphs.iter() {
        small += usize::from(paragraph.words.chars().any(scan::is_small));
    }
    // Where all is in capitals, they say nothing.
    let capitals_tell = small * 2 >= paragraphs.len();
    let (mut leads, mut below) = (false, 0);
    for paragraph in paragraphs.iter_mut().rev() {
        below += 1;
        if !paragraph.begins_block {
            continue;
        }
        let words = &paragraph.words;
        if (leads || is_alone)
            && below == 1
            && is_short(paragraph)
            && !(is_alone && is_row(&paragraph.last_line))
            && (is_numbered(words, leads, is_alone)
                || leads && capitals_tell && is_in_capitals(words))
        {
            paragraph.kind = Kind::Heading;
        }
        leads = match paragraph.kind {
            Kind::Plain => below > 2 || words.len() >= PROSE || ends_sentence(words),
            Kind::Heading | Kind::Item | Kind::Dateline | Kind::Salute => true,
            #[cfg(feature = "more")]
            Kind::Table => true,
            _ => false,
        };
        below = 0;
    }
}

/// Whether wide space sets parts of a line apart, as in tables, and in lists of contents.
pub(super) fn is_row(line: &Line) -> bool {
    has_columns(scan::trimmed(line.text))
}

fn has_columns(words: &str) -> bool {
    scan::find(words, "   ").is_some()
}

/// Whether lines stand in columns: wide space or a tab parts two of them and half of them or more, not counting what stands
/// behind the first word, as behind the sign of an item or the name of a speaker.
#[cfg(feature = "more")]
pub(super) fn are_table(lines: &[Line]) -> bool {
    let mut rows = 0;
    for line in lines {
        let words = scan::trimmed(line.text);
        let first = scan::run(words, |c| c != ' ' && c != '\t');
        let rest = scan::trimmed(scan::from(words, first));
        rows += usize::from(has_columns(rest) || scan::find(rest, "\t").is_some());
    }
    rows > 1 && rows * 2 >= lines.len()
}

/// Words that stand above a document and head nothing.
const MARKINGS: &str = scan::list!(
    "top secret|secret|confidential|restricted|urgent|cc cpsu",
    KNOWS_MORE => "|ЦК КПСС"
);

fn is_in_capitals(words: &str) -> bool {
    let (mut capitals, mut digits) = (0, 0);
    for c in words.chars() {
        if scan::is_small(c) {
            return false;
        }
        capitals += usize::from(scan::is_capital(c));
        digits += usize::from(c.is_ascii_digit());
    }
    capitals > 3
        && capitals > digits
        && !scan::ends_with(words, ",;:-")
        && !scan::begins_with(words, "*([\"“«<")
        && !scan::listed(MARKINGS, words)
        // To whom a paper goes.
        && scan::after(words, "TO ").is_none()
        && words.chars().nth(1) != Some('.')
}

/// The words for a part of a book.
const PARTS: &str = "chapter |part |section |book |kapitel |§ |Глава |Часть ";

/// Those of plain text.
const ALL_PARTS: &str = "chapter |part |section |book |kapitel |§ |Глава |Часть |\
    letter |article |artikel |scene |chapitre ";

/// `IV.`, `2. The lamp`, `1.2 The keeper`, `Chapter 3: The lamp`, if it `leads` to prose; a part of plain text, whatever stands
/// below, and numbered in words or not: `Chapter I`, `Chapter the First`
fn is_numbered(words: &str, leads: bool, is_alone: bool) -> bool {
    let parts = if is_alone { ALL_PARTS } else { PARTS };
    let part = scan::after_any(words, &scan::parts(parts, "|"));
    let rest = part.map_or(words, |(_, rest)| rest);
    let number = scan::first_word(rest);
    let (is_all, has_point) = (
        number.len() == rest.len(),
        scan::find(number, ".").is_some(),
    );
    if is_alone
        && part.is_some()
        && ((is_all || has_point) && !paragraph::begins_small(rest)
            || scan::after(rest, "the ").is_some())
    {
        return true;
    }
    // `C. Peale` is a name, and `p. 7.` ends a sentence.
    let has_title = has_point
        && (number.len() > 2 || !scan::begins_with(number, "CL"))
        && !scan::ends_with(words, ".,;:-—");
    let is_low = scan::number(number).is_none_or(|number| number < 1000);
    leads
        && (1..8).contains(&number.len())
        && scan::trim_start(number, "0123456789.:IVXLC").is_empty()
        && (part.is_some() || has_title || is_all && is_low)
}

// Lists.

/// The sign before an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    /// The mark that it is, or ends with.
    mark: char,
    /// Whether a bracket opens it, and whether letters stand in it.
    is_open: bool,
    is_letters: bool,
    /// Its number; 0 where it has none.
    number: u32,
}

impl Sign {
    /// Whether an item with this sign may be the next one.
    fn follows(self, before: Sign) -> bool {
        let number = before.number + u32::from(before.number > 0);
        self == Sign { number, ..before }
    }
}

/// The longest sign with what stands behind it, in bytes: a paragraph is asked for its sign with each of its lines.
const LONGEST_SIGN: usize = 16;

/// The sign that words begin with, if they begin as an item does: `1.`, `(2)`, `a)`, `-`, `•`
pub(super) fn sign(words: &str) -> Option<Sign> {
    let words = scan::to(words, words.floor_char_boundary(LONGEST_SIGN));
    let inside = scan::trim_start(words, "(");
    let length = scan::run(inside, |c| c.is_ascii_digit() || c.is_ascii_lowercase());
    let behind = scan::from(inside, length);
    let mark = scan::first(behind)?;
    let rest = scan::from(behind, mark.len_utf8());
    let number = scan::number(scan::to(inside, length));
    let is_open = inside.len() < words.len();
    let is_letters = length > 0 && number.is_none();
    let marks = match (length, is_open) {
        (0, _) => "-–*•·▪◦",
        (_, true) => ")",
        (_, false) if is_letters => ")",
        _ => ".)．",
    };
    let is_parted = scan::begins_with(rest, " \t") || scan::first(rest).is_some_and(is_wide);
    (length <= 3 && is_parted && scan::is_in(marks, mark)).then_some(Sign {
        mark,
        is_open,
        is_letters,
        number: number.unwrap_or(0),
    })
}

/// Whether a line begins an item of a list, below words that stand before it.
pub(super) fn begins_item(words: &str, line: &str) -> bool {
    let is_starred = |words: &str| scan::begins_with(words, "*†‡");
    if is_starred(words) && is_starred(line) {
        return true;
    }
    let Some(next) = sign(line) else {
        return false;
    };
    match sign(words) {
        Some(before) if next.follows(before) => true,
        _ => scan::ends_with(words, ":"),
    }
}

/// Whether a line begins a list in an item of another.
#[cfg(feature = "more")]
pub(super) fn begins_inner(words: &str, line: &str) -> bool {
    let firsts = ["a) ", "(a) ", "i) ", "(i) "];
    sign(words).is_some() && scan::after_any(line, &firsts).is_some()
}

/// Two paragraphs or more whose signs follow one another are a list; another one may stand in an item of it.
fn lists(paragraphs: &mut [Box<Paragraph>]) {
    let mut first = 0;
    // The last sign of the list, and of one that stands in it.
    let mut signs: [Option<Sign>; 2] = [None, None];
    for at in 0..=paragraphs.len() {
        let item = paragraphs.get(at);
        let item = item.filter(|item| item.kind == Kind::Plain && item.words.len() <= ITEM);
        let sign = item.and_then(|item| sign(&item.words));
        let is_below = item.is_some_and(|item| !item.begins_block);
        let follows = |before: Option<Sign>| match (before, sign) {
            (Some(before), Some(sign)) => sign.follows(before),
            _ => false,
        };
        let [outer, inner] = signs;
        if follows(outer) {
            signs = [sign, None];
        } else if outer.is_some()
            && (follows(inner) || is_below && sign.is_some_and(|sign| sign.number < 2))
        {
            signs = [outer, sign];
        } else {
            let items = paragraphs.get_mut(first..at).unwrap_or_default();
            let edge = items.first().map_or(0, |item| item.indentation);
            if items.len() > 1 {
                for item in items {
                    item.kind = Kind::Item;
                    item.is_inset = item.indentation > edge + 1;
                }
            }
            signs = [sign, None];
            first = at + usize::from(sign.is_none());
        }
    }
}
