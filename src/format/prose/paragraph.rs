//! Lines to paragraphs: which line ends are the typist's, and which blank lines are only the end of a page.

use super::super::lines::Line;
use crate::diagnostic::{Code, Remarks};
use crate::document::Span;
use crate::scan;

/// A paragraph on one line, with the page ends inside it.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph<'s> {
    pub(super) words: String,
    /// The bytes of the words at which a page ends, in order.
    pub(super) page_ends: Vec<usize>,
    /// Where it stands in the source.
    pub(super) span: Span,
    pub(super) last_line: Line<'s>,
    /// Whether a blank line stands before it.
    begins_block: bool,
}

impl<'s> Paragraph<'s> {
    fn new(line: Line<'s>, begins_block: bool, starts_page: bool) -> Paragraph<'s> {
        Paragraph {
            words: scan::folded(line.text),
            page_ends: if starts_page { vec![0] } else { Vec::new() },
            span: line.span(),
            last_line: line,
            begins_block,
        }
    }

    /// Adds a line that goes on where this one ended.
    fn add(&mut self, line: Line<'s>) {
        scan::push_folded(&mut self.words, line.text);
        self.span = self.span.cover(line.span());
        self.last_line = line;
    }

    /// Puts the next paragraph behind this one, with a page end between them.
    fn join(&mut self, next: Paragraph<'s>) {
        self.words.push(' ');
        self.page_ends.push(self.words.len());
        self.words.push_str(&next.words);
        self.span = self.span.cover(next.span);
        self.last_line = next.last_line;
    }

    /// Cuts it at that byte and returns what stood from there on; white space at the cut goes.
    pub(super) fn cut(&mut self, at: usize) -> Paragraph<'s> {
        let mut rest = Paragraph {
            words: scan::from(&self.words, at).to_owned(),
            span: self.span,
            last_line: self.last_line,
            ..Paragraph::default()
        };
        for end in &self.page_ends {
            if let Some(end) = end.checked_sub(at) {
                rest.page_ends.push(end);
            }
        }
        self.page_ends
            .truncate(self.page_ends.len() - rest.page_ends.len());
        self.words = scan::trim_end(scan::to(&self.words, at), " ").to_owned();
        rest
    }
}

/// Lines wider than this are paragraphs of their own: nobody wraps there.
const WIDEST: usize = 120;
/// Lines narrower than this are not wrapped: they are lines of an address, of a heading, of verse.
const NARROWEST: usize = 40;
/// A paragraph shorter than this many bytes is a heading or an item of a list, and doesn't go on after a blank line.
const SHORTEST_CUT: usize = 60;

/// The paragraphs of lines. A line was wrapped by its writer where the first word of the next one would not have fitted on it.
pub(super) fn paragraphs<'s>(lines: &[Line<'s>]) -> Vec<Paragraph<'s>> {
    let mut widest = 0;
    for line in lines {
        widest = widest.max(width(line));
    }
    let wrapped_throughout = wraps_most(lines, widest);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let (mut after_blank, mut starts_page) = (true, false);
    for line in lines {
        starts_page |= line.starts_page;
        if line.is_blank() {
            after_blank = true;
            continue;
        }
        match paragraphs.last_mut() {
            Some(last)
                if !after_blank
                    && !starts_page
                    && is_wrapped(&last.last_line, line, widest)
                    && (wrapped_throughout || goes_on(&last.words, line)) =>
            {
                last.add(*line);
            }
            _ => paragraphs.push(Paragraph::new(*line, after_blank, starts_page)),
        }
        (after_blank, starts_page) = (false, false);
    }
    paragraphs
}

/// Puts together the paragraphs that the end of a page cuts in two, where the page or a blank line says so.
pub(super) fn join_pages<'s>(
    paragraphs: Vec<Paragraph<'s>>,
    remarks: &mut Remarks,
) -> Vec<Paragraph<'s>> {
    let mut joined: Vec<Paragraph> = Vec::new();
    for next in paragraphs {
        let page_said = !next.page_ends.is_empty();
        match joined
            .last_mut()
            .filter(|previous| is_cut(&previous.words, &next.words))
        {
            Some(previous) if page_said => previous.join(next),
            Some(previous) if next.begins_block && previous.words.len() >= SHORTEST_CUT => {
                remarks.add(
                    Code::PageBreakInferred,
                    Span::new(previous.span.end, next.span.start),
                    &[INFERRED],
                );
                previous.join(next);
            }
            _ => joined.push(next),
        }
    }
    joined
}

const INFERRED: &str =
    "a sentence goes on after a blank line: read as one paragraph, with the end of a page in it";

/// Whether a sentence stops in its middle and goes on: no mark ends it, and a small letter begins the rest.
fn is_cut(ending: &str, beginning: &str) -> bool {
    let stops = |c: char| (scan::is_letter(c) || c.is_ascii_digit()) || scan::is_in(",-–—", c);
    ending.chars().next_back().is_some_and(stops)
        && scan::first(beginning).is_some_and(scan::is_small)
}

/// Whether most lines end where the next one's first word would not have fitted:
/// one such line alone may be the longest of many short paragraphs.
fn wraps_most(lines: &[Line], widest: usize) -> bool {
    let (mut full, mut all) = (0, 0);
    for pair in lines.windows(2) {
        if let [line, next] = pair
            && !line.is_blank()
            && !next.is_blank()
        {
            all += 1;
            full += usize::from(is_wrapped(line, next, widest));
        }
    }
    full > 1 && full * 2 > all
}

/// Whether the words themselves say that they go on with the next line.
fn goes_on(words: &str, next: &Line) -> bool {
    scan::ends_with(words, ",") || scan::first(next.text.trim_start()).is_some_and(scan::is_small)
}

/// Whether the writer went on to the next line only because it was full.
fn is_wrapped(line: &Line, next: &Line, widest: usize) -> bool {
    let first_word = scan::first_word(next.text.trim_start());
    (NARROWEST..=WIDEST).contains(&widest)
        && indentation(next) <= indentation(line)
        && width(line) + 1 + length(first_word) > widest
}

fn width(line: &Line) -> usize {
    length(line.text.trim_end())
}

/// How many characters.
fn length(words: &str) -> usize {
    words.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

fn indentation(line: &Line) -> usize {
    line.text.len() - line.text.trim_start().len()
}
