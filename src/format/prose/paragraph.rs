//! Lines to paragraphs: which line ends are the typist's, and which blank lines are only the end of a page.

use super::super::lines::Line;
use super::hyphens::{self, Hyphens};
use super::pages::Number;
use super::shape::{self, Kind};
use crate::diagnostic::{Code, Remarks};
use crate::document::{HAS_PAPERS, KNOWS_MORE, Span};
use crate::scan;

/// A paragraph on one line, with the places in it that are no words.
#[derive(Debug, Default)]
pub(super) struct Paragraph<'s> {
    pub(super) words: String,
    /// Page ends, and marks of notes, in their order.
    pub(super) stops: Vec<Stop<'s>>,
    /// Where it stands in the source.
    pub(super) span: Span,
    pub(super) last_line: Line<'s>,
    /// How many lines it has, and how far in the least indented one begins.
    pub(super) lines: usize,
    pub(super) indentation: usize,
    /// Whether a blank line stands before it.
    pub(super) begins_block: bool,
    pub(super) kind: Kind,
    /// Of a line of verse or an item of a list, whether it begins further in than others.
    pub(super) is_inset: bool,
}

/// The paragraphs of a text. In boxes, they are moved by a few instructions instead of a hundred.
pub(super) type Paragraphs<'s> = Vec<Box<Paragraph<'s>>>;

/// A place in the words of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop<'s> {
    pub(super) at: usize,
    pub(super) what: What<'s>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum What<'s> {
    /// A page ends.
    Page(Number<'s>),
    /// So many bytes are the sign of the note with that index.
    Mark(usize, usize),
}

impl<'s> Paragraph<'s> {
    fn new(line: Line<'s>, begins_block: bool, pages: &mut Vec<Number<'s>>) -> Box<Paragraph<'s>> {
        let mut paragraph = Box::<Paragraph>::default();
        paragraph.words = scan::folded(line.text);
        if Remarks::ARE_KEPT {
            paragraph.span = line.span();
        }
        paragraph.last_line = line;
        paragraph.lines = 1;
        paragraph.indentation = indentation(&line);
        paragraph.begins_block = begins_block;
        for number in pages.drain(..) {
            paragraph.stop(0, What::Page(number));
        }
        paragraph
    }

    /// Notes a place behind all others.
    pub(super) fn stop(&mut self, at: usize, what: What<'s>) {
        self.stops.push(Stop { at, what });
    }

    /// Whether a page ends right before it.
    pub(super) fn starts_page(&self) -> bool {
        matches!(self.stops.first(), Some(Stop { at: 0, .. }))
    }

    /// Adds a line that goes on where this one ended.
    fn add(&mut self, line: Line<'s>, hyphens: &mut Hyphens, remarks: &mut Remarks) {
        if hyphens.join(&mut self.words, line.text, line.span(), remarks) {
            self.words.push_str(&scan::folded(line.text));
        } else {
            scan::push_folded(&mut self.words, line.text);
        }
        self.cover(line.span());
        self.last_line = line;
        self.lines += 1;
        self.indentation = self.indentation.min(indentation(&line));
    }

    /// Puts the next paragraph behind this one, with a page end between them.
    fn join(&mut self, next: &Paragraph<'s>, hyphens: &mut Hyphens, remarks: &mut Remarks) {
        if !hyphens.join(&mut self.words, &next.words, next.span, remarks) {
            self.words.push(' ');
        }
        let start = self.words.len();
        if !next.starts_page() {
            self.stop(start, What::Page(Number::default()));
        }
        for stop in &next.stops {
            self.stop(start + stop.at, stop.what);
        }
        self.words.push_str(&next.words);
        self.cover(next.span);
        self.last_line = next.last_line;
        self.lines += next.lines;
    }

    /// Where it stands is for remarks alone.
    fn cover(&mut self, span: Span) {
        if Remarks::ARE_KEPT {
            self.span = self.span.cover(span);
        }
    }

    /// Takes the label away that it begins with; a page that ends there ends before the rest, and a sign that stands there is
    /// no longer in the words.
    pub(super) fn without_label(&mut self, length: usize) {
        for stop in &mut self.stops {
            if HAS_PAPERS
                && stop.at < length
                && let What::Mark(sign, _) = &mut stop.what
            {
                *sign = 0;
            }
            stop.at = stop.at.saturating_sub(length);
        }
        self.words = scan::owned(scan::from(&self.words, length));
        #[cfg(feature = "more")]
        if self.kind == Kind::Table {
            return;
        }
        self.kind = Kind::Plain;
    }

    /// Cuts it at that byte and returns what stood from there on; white space at the cut goes.
    pub(super) fn cut(&mut self, at: usize) -> Box<Paragraph<'s>> {
        let mut rest = Box::<Paragraph>::default();
        rest.words = scan::owned(scan::from(&self.words, at));
        rest.span = self.span;
        rest.last_line = self.last_line;
        for stop in &self.stops {
            if let Some(place) = stop.at.checked_sub(at) {
                rest.stops.push(Stop { at: place, ..*stop });
            }
        }
        self.stops.truncate(self.stops.len() - rest.stops.len());
        let length = scan::trim_end(scan::to(&self.words, at), " ").len();
        self.words.truncate(length);
        rest
    }
}

/// Lines wider than this are paragraphs of their own: nobody wraps there.
const WIDEST: usize = 120;
/// Lines narrower than this are not wrapped: they are lines of an address, of a heading, of verse.
pub(super) const NARROWEST: usize = 40;
/// A paragraph shorter than this many bytes is a heading or an item of a list, and doesn't go on after a blank line.
const SHORTEST_CUT: usize = 60;

/// The paragraphs of lines, and the numbers of pages that stand behind the last one.
/// A line was wrapped by its writer where the first word of the next one would not have fitted on it.
pub(super) fn paragraphs<'s>(
    lines: &[Line<'s>],
    numbers: &[Number<'s>],
    is_alone: bool,
    hyphens: &mut Hyphens,
    remarks: &mut Remarks,
) -> (Paragraphs<'s>, Vec<Number<'s>>) {
    let throughout = Wrapping::of(lines, is_alone);
    let (mut wrapping, mut own, mut inside) = (throughout, throughout, 0);
    #[cfg(feature = "more")]
    let mut table_end = 0;
    let mut paragraphs = Paragraphs::new();
    let (mut after_blank, mut pages, mut block_end) = (true, Vec::<Number>::new(), 0);
    let number = |at: usize| {
        let numbers = if HAS_PAPERS { numbers } else { &[] };
        // A running head below a number has words alone.
        numbers
            .get(at)
            .filter(|number| !number.word.is_empty() || !number.label.is_empty())
    };
    for (at, line) in lines.iter().enumerate() {
        if line.starts_page && pages.is_empty() {
            pages.push(Number::default());
        }
        if let Some(number) = number(at) {
            after_blank = true;
            if number.label.is_empty() {
                continue;
            }
            // A form feed beside it says the same.
            pages.pop_if(|page| page.label.is_empty());
            pages.push(*number);
            continue;
        }
        if line.is_blank() {
            after_blank = true;
            continue;
        }
        // The lines of a table came with its first one.
        #[cfg(feature = "more")]
        if at < table_end {
            continue;
        }
        if at >= block_end {
            block_end = at + 1;
            while number(block_end).is_none()
                && lines.get(block_end).is_some_and(|line| !line.is_blank())
            {
                block_end += 1;
            }
            // A block of a width of its own, or one that stands as far in as the last such one.
            let block = lines.get(at..block_end).unwrap_or_default();
            #[cfg(feature = "more")]
            if is_alone && shape::are_table(block) {
                table_end = block_end;
            }
            let block = Wrapping::of(block, is_alone);
            let indentation = indentation(line);
            if block.as_block {
                (own, inside) = (block, indentation);
            }
            wrapping = if block.as_block || indentation > 0 && inside == indentation {
                own
            } else {
                throughout
            };
        }
        if let Some(last) = paragraphs.last_mut()
            && !after_blank
            && pages.is_empty()
        {
            if HAS_PAPERS && last.begins_block && last.lines == 1 && is_rule_below(line, last) {
                last.kind = Kind::Heading;
                after_blank = true;
                continue;
            }
            if wrapping.goes_on(last, line) {
                hyphens.at = at;
                last.add(*line, hyphens, remarks);
                continue;
            }
        }
        paragraphs.push(Paragraph::new(*line, after_blank, &mut pages));
        after_blank = false;
        #[cfg(feature = "more")]
        if at < table_end
            && let Some(table) = paragraphs.last_mut()
        {
            table.kind = Kind::Table;
            table.words.clear();
            for line in lines.iter().take(table_end).skip(at) {
                scan::push_apart(&mut table.words, "\n", line.text.trim_end());
                table.cover(line.span());
            }
        }
    }
    (paragraphs, pages)
}

/// Puts together the paragraphs that the end of a page cuts in two, where the page or a blank line says so.
pub(super) fn join_pages<'s>(
    paragraphs: Paragraphs<'s>,
    hyphens: &mut Hyphens,
    remarks: &mut Remarks,
) -> Paragraphs<'s> {
    let mut joined = Paragraphs::new();
    for next in paragraphs {
        let page_said = next.starts_page();
        match joined.last_mut().filter(|previous| {
            (!KNOWS_MORE || previous.kind == next.kind) && is_cut(&previous.words, &next.words)
        }) {
            Some(previous) if page_said => previous.join(&next, hyphens, remarks),
            Some(previous) if next.begins_block && previous.words.len() >= SHORTEST_CUT => {
                remarks.add(
                    Code::PageBreakInferred,
                    Span::new(previous.span.end, next.span.start),
                    &[INFERRED],
                );
                previous.join(&next, hyphens, remarks);
            }
            _ => joined.push(next),
        }
    }
    joined
}

const INFERRED: &str =
    "a sentence goes on after a blank line: read as one paragraph, with the end of a page in it";

/// Whether a sentence stops in its middle and goes on: no mark ends it, and a small letter begins the rest.
pub(super) fn is_cut(ending: &str, beginning: &str) -> bool {
    let stops =
        |c: char| (scan::is_letter(c) || c.is_ascii_digit()) || scan::is_in(",-–—\u{ad}¬", c);
    ending.chars().next_back().is_some_and(stops)
        && scan::first(beginning).is_some_and(scan::is_small)
}

/// How a writer wrapped lines.
#[derive(Clone, Copy, Debug)]
struct Wrapping {
    /// The width at which they are wrapped; 0 where they are not.
    widest: usize,
    /// Whether most of them are: one such line alone may be the longest of many short paragraphs.
    throughout: bool,
    /// Whether all of them are but the last, and half of them or more go on with a small letter.
    as_block: bool,
    /// Whether nothing describes the text.
    #[cfg(feature = "more")]
    is_alone: bool,
}

impl Wrapping {
    /// Lines are wrapped where most end so that the next one's first word would not have fitted; they are not where nearly
    /// every one begins with a capital, as in verse. Where sentences go on from line to line and the lines are of uneven
    /// width, as print has them, three quarters of the widest are enough.
    fn of(lines: &[Line], is_alone: bool) -> Wrapping {
        let mut widest = 0;
        for line in lines {
            // What stands at the right is no measure of what stands at the left.
            if !is_alone || indentation(line) <= *shape::INDENTED.end() {
                widest = widest.max(width(line));
            }
        }
        let (mut full, mut going, mut capital, mut small, mut all) = (0, 0, 0, 0, 0);
        for pair in lines.windows(2) {
            if let [line, next] = pair
                && !line.is_blank()
                && !next.is_blank()
            {
                all += 1;
                let is_full = is_wrapped(line, next, widest);
                full += usize::from(is_full);
                let words = scan::from(next.text, indentation(next));
                let first = scan::first(words).unwrap_or_default();
                small += usize::from(scan::is_small(first));
                going += usize::from(is_full && scan::is_small(first));
                capital +=
                    usize::from(scan::is_capital(first) && words.chars().any(scan::is_small));
            }
        }
        let is_verse = all > 2 && capital * 5 > all * 4;
        let is_uneven = is_alone && all > 3 && small * 2 >= all && full * 4 <= all * 3;
        if is_uneven {
            widest -= widest / 4;
        }
        Wrapping {
            widest: if is_verse { 0 } else { widest },
            throughout: is_uneven || full > 1 && (full * 2 > all || is_alone && going * 2 >= full),
            as_block: all > 1 && full == all && small * 2 >= all,
            #[cfg(feature = "more")]
            is_alone,
        }
    }

    /// Whether a paragraph goes on with the line below it.
    fn goes_on(self, paragraph: &Paragraph, line: &Line) -> bool {
        let words = &paragraph.words;
        let next = scan::from(line.text, indentation(line));
        if shape::begins_item(words, next) {
            return false;
        }
        #[cfg(feature = "more")]
        if self.is_alone && shape::begins_inner(words, next) {
            return false;
        }
        // Lines of an item begin where its words do.
        let in_item = shape::sign(words).is_some() && indentation(line) > paragraph.indentation;
        in_item
            || HAS_PAPERS && hyphens::goes_on(words, next)
            || is_wrapped(&paragraph.last_line, line, self.widest)
                && (self.throughout || scan::ends_with(words, ",") || begins_small(next))
    }
}

#[inline(never)]
pub(super) fn begins_small(words: &str) -> bool {
    scan::first(words).is_some_and(scan::is_small)
}

/// Whether a line is nothing but a stroke that makes the one above it a heading.
fn is_rule_below(line: &Line, above: &Paragraph) -> bool {
    let rule = scan::trimmed(line.text);
    let is_rule = scan::trim_start(rule, "=").is_empty() || scan::trim_start(rule, "-").is_empty();
    let is_row = shape::is_row(&above.last_line);
    is_rule
        && !is_row
        && rule.len() > 2
        && above.words.len() <= rule.len() * 2
        && above.words.len() < 100
}

/// Whether the writer went on to the next line only because it was full.
fn is_wrapped(line: &Line, next: &Line, widest: usize) -> bool {
    let next_words = scan::from(next.text, indentation(next));
    let first_word = match scan::first(next_words) {
        Some(c) if is_wide(c) => 4,
        _ => length(scan::first_word(next_words)) + 1,
    };
    (NARROWEST..=WIDEST).contains(&widest)
        && indentation(next) <= indentation(line)
        && width(line) + first_word > widest
}

/// How many columns a line takes up.
#[inline(never)]
pub(super) fn width(line: &Line) -> usize {
    length(line.text.trim_end())
}

/// How many columns words take up: one for each character, two for those of Chinese and Japanese.
pub(super) fn length(words: &str) -> usize {
    let columns = |byte: u8| match byte {
        0x80..=0xBF => 0,
        0xE3..=0xED => 2,
        _ => 1,
    };
    words.bytes().map(columns).sum()
}

/// Whether a character is one of Chinese or Japanese, which stand without spaces, or of their punctuation.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff64}' | '\u{20000}'..='\u{3ffff}')
}

#[inline(never)]
pub(super) fn indentation(line: &Line) -> usize {
    line.text.len() - line.text.trim_start().len()
}
