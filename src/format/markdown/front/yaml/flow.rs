//! Maps and lists in brackets: `[a, "b"]`, `{a: b}`.

use super::{Reading, scalars};
use crate::document::{Span, position};
use crate::scan;

impl<'b> Reading<'b> {
    /// A map or a list that begins at that byte of the block; gives the byte behind it.
    pub(super) fn flow(&mut self, at: usize) -> Option<usize> {
        self.deepen()?;
        let is_list = scan::from(self.block, at).starts_with('[');
        let closing = if is_list { ']' } else { '}' };
        self.pairs
            .start(is_list, Span::new(position(at), position(at)));
        let mut at = self.skip(at + 1)?;
        while !self.stands(at, closing) {
            match is_list {
                true if self.stands(at, ',') => return None,
                true => {}
                false => at = self.flow_key(at)?,
            }
            at = self.flow_value(at)?;
            if self.stands(at, ',') {
                at = self.skip(at + 1)?;
            } else if !self.stands(at, closing) {
                return None;
            }
        }
        self.pairs.end();
        self.depth -= 1;
        Some(at + 1)
    }

    fn stands(&self, at: usize, c: char) -> bool {
        scan::from(self.block, at).starts_with(c)
    }

    /// The next byte that says something, behind white space and comments.
    fn skip(&self, at: usize) -> Option<usize> {
        let mut at = at;
        loop {
            let rest = scan::from(self.block, at);
            let words = scan::trim_start(rest, " \t\r\n");
            let is_comment = words.starts_with('#') && words.len() < rest.len();
            at += rest.len() - words.len();
            if !is_comment {
                return (!words.is_empty()).then_some(at);
            }
            at += scan::run(words, |c| !matches!(c, '\n' | '\r'));
        }
    }

    /// A key, and the colon behind it, if there is one.
    fn flow_key(&mut self, at: usize) -> Option<usize> {
        let (words, length) = self.flow_words(at)?;
        let start = position(at);
        self.pairs
            .key(&words, Span::new(start, start + position(length)));
        let at = self.skip(at + length)?;
        match self.stands(at, ':') {
            true => self.skip(at + 1),
            false => Some(at),
        }
    }

    fn flow_value(&mut self, at: usize) -> Option<usize> {
        let rest = scan::from(self.block, at);
        let span = |length| Span::new(position(at), position(at + length));
        let end = match scan::first(rest)? {
            '[' | '{' => self.flow(at)?,
            '*' => {
                let (name, _) = scalars::name(rest)?;
                self.alias(name, span(name.len() + 1))?;
                at + name.len() + 1
            }
            ',' | ']' | '}' => {
                // A key without a value; in a list there is none.
                scan::begins_with(rest, ",}").then_some(())?;
                self.put("", false, span(0));
                at
            }
            _ => {
                let (words, length) = self.flow_words(at)?;
                let is_plain = !scan::begins_with(rest, "\"'");
                let is_nothing = is_plain && scan::listed("~|null", &words);
                self.put(&words, is_nothing, span(length));
                at + length
            }
        };
        self.skip(end)
    }

    /// Words in quotation marks, or plain ones up to what parts them from others, and how many bytes they take.
    fn flow_words(&self, at: usize) -> Option<(String, usize)> {
        let rest = scan::from(self.block, at);
        if scan::begins_with(rest, "\"'") {
            return scalars::quoted(rest);
        }
        let mut length = 0;
        loop {
            length += scan::run(scan::from(rest, length), |c| !scan::is_in(",[]{}:#", c));
            let behind = scan::from(rest, length + 1);
            let is_blank_before = scan::ends_with(scan::to(rest, length), " \t\r\n");
            match scan::first(scan::from(rest, length))? {
                ':' if !behind.is_empty() && !scan::begins_with(behind, " \t\r\n,[]{}") => {
                    length += 1
                }
                '#' if !is_blank_before => length += 1,
                _ => break,
            }
        }
        let words = scan::trim_end(scan::to(rest, length), " \t\r\n");
        let is_plain = !words.is_empty()
            && !scan::begins_with(words, "&*!|>%@`?#:")
            && !words.starts_with("- ")
            && words != "-";
        // Where they may stand on several lines is a long story.
        let is_on_line = scan::run(words, |c| !matches!(c, '\n' | '\r')) == words.len();
        (is_plain && is_on_line).then(|| (scan::folded(words), words.len()))
    }
}
