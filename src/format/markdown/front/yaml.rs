//! YAML to pairs of a key and its values: as much of it as front matter has.
//!
//! Maps and lists by indentation and in brackets, plain and quoted words, folded and literal ones, comments, anchors and
//! aliases. Whatever is anything else, or breaks the rules, is not read at all: nothing here guesses.

mod flow;
mod scalars;

use super::pairs::{Pair, Pairs};
use crate::document::{Span, position};
use crate::format::lines;
use crate::limits;
use crate::names::Names;
use crate::scan;
pub(super) use scalars::escaped;

/// The pairs of a block; `None` where it is no map, or not of the YAML that is read here.
///
/// An alias stands for the words that its anchor is at; where those are none, or too many, it stays as it is written.
pub(super) fn read(block: &str) -> Option<Vec<Pair>> {
    let mut reading = Reading {
        block,
        lines: lines::lines(block).into_iter().map(Line::new).collect(),
        at: 0,
        pairs: Pairs::default(),
        anchor: "",
        anchors: Names::default(),
        anchored: Vec::new(),
        aliases: 0,
        depth: 0,
    };
    // A tab has no width that all agree on.
    if reading.lines.iter().any(|line| line.text.starts_with('\t')) {
        return None;
    }
    let first = reading.next()?;
    reading.map(first.indent)?;
    reading.next().is_none().then(|| reading.pairs.finish())
}

/// A block that is being read.
struct Reading<'b> {
    block: &'b str,
    lines: Vec<Line<'b>>,
    /// The line that is next.
    at: usize,
    pairs: Pairs,
    /// The anchor of the value that is next.
    anchor: &'b str,
    anchors: Names,
    /// The words at each of them; `None` where a map or a list is.
    anchored: Vec<Option<String>>,
    /// How many bytes aliases have been replaced by.
    aliases: usize,
    depth: u32,
}

/// A line without its indentation.
#[derive(Clone, Copy)]
struct Line<'b> {
    indent: usize,
    text: &'b str,
    /// Where the words begin in the block.
    start: usize,
}

impl<'b> Line<'b> {
    fn new(line: lines::Line<'b>) -> Line<'b> {
        let indent = scan::run(line.text, |c| c == ' ');
        Line {
            indent,
            text: scan::from(line.text, indent),
            start: line.start as usize + indent,
        }
    }

    /// The same line from that byte of its words on, as if it began there.
    fn rest(self, length: usize) -> Line<'b> {
        let rest = scan::from(self.text, length);
        let text = scan::trim_start(rest, " ");
        let taken = self.text.len() - text.len();
        Line {
            indent: self.indent + taken,
            text,
            start: self.start + taken,
        }
    }

    fn is_empty(self) -> bool {
        self.text.trim().is_empty() || self.text.starts_with('#')
    }

    fn is_item(self) -> bool {
        self.text == "-" || self.text.starts_with("- ")
    }
}

impl<'b> Reading<'b> {
    /// The next line that says something.
    fn next(&mut self) -> Option<Line<'b>> {
        while self.lines.get(self.at)?.is_empty() {
            self.at += 1;
        }
        self.lines.get(self.at).copied()
    }

    fn span(&self, line: Line, length: usize) -> Span {
        Span::new(position(line.start), position(line.start + length))
    }

    /// The lines of a map, whose keys stand at that indentation.
    fn map(&mut self, indent: usize) -> Option<()> {
        self.deepen()?;
        let at = position(self.lines.get(self.at)?.start);
        self.pairs.start(false, Span::new(at, at));
        while let Some(line) = self.next() {
            if line.indent < indent || line.is_item() && line.indent == indent {
                break;
            }
            let (key, length) = scalars::key(line.text).filter(|_| line.indent == indent)?;
            self.pairs.key(&key, self.span(line, length));
            self.at += 1;
            self.value(line.rest(length + 1), indent, true)?;
        }
        self.pairs.end();
        self.depth -= 1;
        Some(())
    }

    /// The lines of a list, whose marks stand at that indentation.
    fn list(&mut self, indent: usize) -> Option<()> {
        self.deepen()?;
        let at = position(self.lines.get(self.at)?.start);
        self.pairs.start(true, Span::new(at, at));
        while let Some(line) = self.next() {
            if line.indent < indent || line.indent == indent && !line.is_item() {
                break;
            }
            if line.indent > indent {
                return None;
            }
            let item = line.rest(1);
            if item.is_item() || scalars::key(item.text).is_some() {
                // What stands behind the mark begins a list or a map there.
                *self.lines.get_mut(self.at)? = item;
                match item.is_item() {
                    true => self.list(item.indent)?,
                    false => self.map(item.indent)?,
                }
            } else {
                self.at += 1;
                self.value(item, indent, false)?;
            }
        }
        self.pairs.end();
        self.depth -= 1;
        Some(())
    }

    /// A map or a list begins. They may stand in each other only so deeply: what reads them calls itself.
    fn deepen(&mut self) -> Option<()> {
        self.remember(None);
        self.depth += 1;
        (self.depth <= limits::FRONT_DEPTH).then_some(())
    }

    /// What stands behind a key or the mark of an item, of which the line has been taken; it goes on on lines that are
    /// indented more.
    fn value(&mut self, line: Line<'b>, indent: usize, is_of_map: bool) -> Option<()> {
        let line = self.without_properties(line)?;
        if line.is_empty() {
            return self.below(line, indent, is_of_map);
        }
        match scan::first(line.text)? {
            '|' | '>' => self.block(line, indent),
            '[' | '{' => {
                let end = self.flow(line.start)?;
                self.end_at(end, None)
            }
            '"' | '\'' => {
                let (words, length) = scalars::quoted(scan::from(self.block, line.start))?;
                self.put(&words, false, self.span(line, length));
                self.end_at(line.start + length, Some(indent))
            }
            '*' => {
                let (name, rest) = scalars::name(line.text)?;
                let length = line.text.len() - rest.len();
                Line { text: rest, ..line }
                    .rest(0)
                    .is_empty()
                    .then_some(())?;
                self.alias(name, self.span(line, length))
            }
            _ => self.plain(line, indent),
        }
    }

    /// A value that stands on the lines below, or nowhere.
    fn below(&mut self, line: Line<'b>, indent: usize, is_of_map: bool) -> Option<()> {
        let is_list_of_map = |next: Line| is_of_map && next.indent == indent && next.is_item();
        match self.next() {
            Some(next) if next.indent > indent || is_list_of_map(next) => {
                if next.is_item() {
                    return self.list(next.indent);
                }
                if scalars::key(next.text).is_some() {
                    return self.map(next.indent);
                }
                self.at += 1;
                self.value(next, indent, false)
            }
            _ => {
                self.put("", false, self.span(line, 0));
                Some(())
            }
        }
    }

    /// A line without anchor and tag; those that it has are remembered, or mean nothing here.
    fn without_properties(&mut self, mut line: Line<'b>) -> Option<Line<'b>> {
        self.anchor = "";
        while scan::begins_with(line.text, "&!") {
            let (name, rest) = match line.text.starts_with('&') {
                true => scalars::name(line.text)?,
                false => {
                    let length = scan::run(line.text, |c| c != ' ');
                    ("", scan::from(line.text, length))
                }
            };
            if !name.is_empty() {
                // One value has one.
                self.anchor.is_empty().then_some(())?;
                self.anchor = name;
            }
            line = line.rest(line.text.len() - rest.len());
        }
        Some(line)
    }

    /// Plain words, which go on on the lines below that are indented.
    fn plain(&mut self, line: Line<'b>, indent: usize) -> Option<()> {
        let (first, mut is_ended) = scalars::plain(line.text, true)?;
        let mut words = scan::owned(first);
        let mut end = line.start + first.len();
        let mut gap = " ";
        while let Some(next) = self.lines.get(self.at).copied() {
            if next.text.trim().is_empty() {
                gap = "\n";
            } else if next.indent <= indent || next.text.starts_with('#') {
                break;
            } else {
                let (more, is_last) = scalars::plain(next.text, false).filter(|_| !is_ended)?;
                words.push_str(gap);
                words.push_str(more);
                (gap, is_ended, end) = (" ", is_last, next.start + more.len());
            }
            self.at += 1;
        }
        let is_nothing = scan::listed("~|null", &words);
        self.put(&words, is_nothing, self.span(line, end - line.start));
        Some(())
    }

    /// The lines below of words that are folded (`>`) or stand line by line (`|`).
    fn block(&mut self, line: Line<'b>, indent: usize) -> Option<()> {
        let is_folded = line.text.starts_with('>');
        let (said, rest) = scalars::header(scan::from(line.text, 1))?;
        Line { text: rest, ..line }
            .rest(0)
            .is_empty()
            .then_some(())?;
        let (mut words, mut end, mut before) = (String::new(), line.start + 1, ' ');
        let mut inner = said.map(|said| indent + said);
        while let Some(next) = self.lines.get(self.at).copied() {
            let is_blank = next.text.is_empty();
            if !is_blank && next.indent <= indent {
                break;
            }
            let inner = match inner {
                _ if is_blank => usize::MAX,
                Some(inner) => inner,
                None => *inner.insert(next.indent),
            };
            if !is_blank && next.indent < inner {
                return None;
            }
            let is_deeper = !is_blank && next.indent > inner;
            if !words.is_empty() {
                let is_joined = is_folded && !is_blank && !is_deeper && before == 'w';
                words.push(if is_joined { ' ' } else { '\n' });
            }
            words.push_str(next.text);
            end = next.start + next.text.len();
            before = if is_blank || is_deeper { 'l' } else { 'w' };
            self.at += 1;
        }
        self.put(&words, false, self.span(line, end - line.start));
        Some(())
    }

    /// Goes on behind a value that ends at that byte: nothing else may stand on its line. Lines of it are indented more than
    /// so far, where that counts.
    fn end_at(&mut self, end: usize, indent: Option<usize>) -> Option<()> {
        while let Some(line) = self.lines.get(self.at).filter(|line| line.start < end) {
            let is_blank = line.text.trim().is_empty();
            (is_blank || indent.is_none_or(|indent| line.indent > indent)).then_some(())?;
            self.at += 1;
        }
        let rest = scan::from(self.block, end);
        let line = scan::to(
            rest,
            scan::run(rest, |c| !matches!(c, '\n' | '\r' | '\u{c}')),
        );
        let words = line.trim_start();
        let is_comment = words.starts_with('#') && words.len() < line.len();
        (words.is_empty() || is_comment).then_some(())
    }

    fn put(&mut self, words: &str, is_nothing: bool, span: Span) {
        self.remember(Some(words));
        self.pairs.value(words, is_nothing, span);
    }

    /// Remembers what stands at the anchor, if the value has one.
    fn remember(&mut self, words: Option<&str>) {
        let anchor = std::mem::take(&mut self.anchor);
        if anchor.is_empty() {
            return;
        }
        let words = words.map(scan::owned);
        let row = self.anchors.get(anchor);
        match row.and_then(|row| self.anchored.get_mut(row as usize)) {
            Some(anchored) => *anchored = words,
            None => {
                self.anchors.insert(anchor, position(self.anchored.len()));
                self.anchored.push(words);
            }
        }
    }

    /// Puts what an alias stands for.
    fn alias(&mut self, name: &str, span: Span) -> Option<()> {
        let row = self.anchors.get(name)? as usize;
        match self.anchored.get(row)? {
            Some(words) if self.aliases + words.len() <= limits::ALIASES => {
                self.aliases += words.len();
                let words = words.clone();
                self.put(&words, false, span);
            }
            _ => self.put(&scan::joined(&["*", name]), false, span),
        }
        Some(())
    }
}
