//! TOML to pairs of a key and its values.
//!
//! Tables, arrays, inline tables, strings of every kind; numbers, dates and the like stay as they are written. Whatever
//! breaks the rules is not read at all.

use super::pairs::{Pair, Pairs};
use super::yaml::escaped;
use crate::document::{Span, position};
use crate::limits;
use crate::scan;

/// The pairs of a block; `None` where it breaks the rules of TOML.
pub(super) fn read(block: &str) -> Option<Vec<Pair>> {
    let mut reading = Reading {
        block,
        at: 0,
        pairs: Pairs::default(),
        depth: 0,
    };
    reading.pairs.start(false, Span::default());
    reading.pairs.start_within("", Span::default());
    while let Some(c) = reading.next() {
        match c {
            '[' => reading.head()?,
            _ => reading.pair()?,
        }
        reading.end_of_line()?;
    }
    Some(reading.pairs.finish())
}

struct Reading<'b> {
    block: &'b str,
    at: usize,
    pairs: Pairs,
    depth: u32,
}

impl<'b> Reading<'b> {
    fn rest(&self) -> &'b str {
        scan::from(self.block, self.at)
    }

    fn span_from(&self, start: usize) -> Span {
        Span::new(position(start), position(self.at))
    }

    /// Passes over these characters.
    fn pass(&mut self, marks: &str) {
        self.at += self.rest().len() - scan::trim_start(self.rest(), marks).len();
    }

    /// Takes words, if they stand here.
    fn take(&mut self, words: &str) -> bool {
        let stands = self.rest().starts_with(words);
        self.at += if stands { words.len() } else { 0 };
        stands
    }

    /// The next character that says something, behind line ends and comments.
    fn next(&mut self) -> Option<char> {
        loop {
            self.pass(" \t\r\n");
            if !self.rest().starts_with('#') {
                return scan::first(self.rest());
            }
            self.at += scan::run(self.rest(), |c| c != '\n');
        }
    }

    /// Nothing more stands on the line.
    fn end_of_line(&mut self) -> Option<()> {
        self.pass(" \t");
        let rest = self.rest();
        (rest.is_empty() || scan::begins_with(rest, "#\r\n")).then_some(())
    }

    /// `[table]` or `[[table]]`: the one before it ends.
    fn head(&mut self) -> Option<()> {
        let start = self.at;
        let is_of_array = self.take("[[");
        if !is_of_array {
            self.at += 1;
        }
        let path = self.path()?;
        self.take(if is_of_array { "]]" } else { "]" })
            .then_some(())?;
        self.pairs.end();
        let span = self.span_from(start);
        self.pairs.start_within(&path, span);
        Some(())
    }

    fn pair(&mut self) -> Option<()> {
        let start = self.at;
        let path = self.path()?;
        let span = self.span_from(start);
        self.take("=").then_some(())?;
        self.pairs.key(&path, span);
        self.pass(" \t");
        self.value()
    }

    /// Keys with points between them.
    fn path(&mut self) -> Option<String> {
        let mut path = String::new();
        loop {
            self.pass(" \t");
            let key = match scan::first(self.rest())? {
                '"' | '\'' => self.string(false)?,
                _ => {
                    let is_bare = |c: char| c.is_ascii_alphanumeric() || scan::is_in("_-", c);
                    let length = scan::run(self.rest(), is_bare);
                    let key = scan::to(self.rest(), length);
                    self.at += length;
                    (length > 0).then(|| scan::owned(key))?
                }
            };
            scan::push_apart(&mut path, ".", &key);
            self.pass(" \t");
            if !self.take(".") {
                return Some(path);
            }
        }
    }

    fn value(&mut self) -> Option<()> {
        let start = self.at;
        match scan::first(self.rest())? {
            '[' => self.several(true),
            '{' => self.several(false),
            '"' | '\'' => {
                let words = self.string(true)?;
                let span = self.span_from(start);
                self.pairs.value(&words, false, span);
                Some(())
            }
            _ => {
                let words = bare(self.rest())?;
                self.at += words.len();
                let span = self.span_from(start);
                self.pairs.value(words, false, span);
                Some(())
            }
        }
    }

    /// An array, or an inline table.
    fn several(&mut self, is_array: bool) -> Option<()> {
        self.depth += 1;
        (self.depth <= limits::FRONT_DEPTH).then_some(())?;
        let (start, closing) = (self.at, if is_array { "]" } else { "}" });
        self.at += 1;
        let span = self.span_from(start);
        self.pairs.start(is_array, span);
        loop {
            self.next()?;
            if self.take(closing) {
                break;
            }
            match is_array {
                true => self.value()?,
                false => self.pair()?,
            }
            self.next()?;
            if !self.take(",") {
                self.take(closing).then_some(())?;
                break;
            }
        }
        self.pairs.end();
        self.depth -= 1;
        Some(())
    }

    /// A string of one line, or of several between three marks, where it `may_be_long`: keys may not.
    fn string(&mut self, may_be_long: bool) -> Option<String> {
        let is_basic = self.rest().starts_with('"');
        let mark = if is_basic { "\"" } else { "'" };
        let three = if is_basic { "\"\"\"" } else { "'''" };
        let is_long = may_be_long && self.take(three);
        if is_long {
            let _ = self.take("\r\n") || self.take("\n");
        } else {
            self.at += 1;
        }
        let mut words = String::new();
        loop {
            let rest = self.rest();
            let c = scan::first(rest)?;
            if is_long && rest.starts_with(three) {
                self.at += 3;
                // Two marks more may be its last words.
                for _ in 0..2 {
                    if self.take(mark) {
                        words.push_str(mark);
                    }
                }
                return Some(words);
            }
            if !is_long && rest.starts_with(mark) {
                self.at += 1;
                return Some(words);
            }
            if !is_long && matches!(c, '\n' | '\r') {
                return None;
            }
            self.at += c.len_utf8();
            if c != '\\' || !is_basic {
                words.push(c);
            } else if is_long && scan::trim_start(self.rest(), " \t").starts_with(['\n', '\r']) {
                self.pass(" \t\r\n");
            } else {
                let escape = self.rest();
                scan::begins_with(escape, "btnfre\"\\xuU").then_some(())?;
                let behind = escaped(escape, &mut words)?;
                self.at = self.block.len() - behind.len();
            }
        }
    }
}

/// A number, a date, `true` or `false` at the start of words.
fn bare(words: &str) -> Option<&str> {
    let is_of_one = |c: char| c.is_ascii_alphanumeric() || scan::is_in("+-_.:", c);
    let mut length = scan::run(words, is_of_one);
    // A space may part the time from the day.
    if length == 10 && is_date(scan::to(words, length)) {
        let time = scan::from(words, length).strip_prefix(' ').unwrap_or("");
        if scan::begins_with(time, "0123456789") {
            length += 1 + scan::run(time, is_of_one);
        }
    }
    let word = scan::to(words, length);
    let is_name = scan::listed("true|false", word) && word.starts_with(['t', 'f'])
        || scan::looked_up("inf 1|nan 1", scan::trim_start(word, "+-")).is_some();
    (is_name || is_number(word) || is_date(word)).then_some(word)
}

/// Whether a word is a date, a time of the day, or both.
fn is_date(word: &str) -> bool {
    let shape: String = word
        .chars()
        .map(|c| if c.is_ascii_digit() { 'd' } else { c })
        .collect();
    let mut rest = shape.as_str();
    if let Some(behind) = rest.strip_prefix("dddd-dd-dd") {
        match behind.strip_prefix(['T', 't', ' ']) {
            Some(time) => rest = time,
            None => return behind.is_empty(),
        }
    }
    let Some(behind) = rest.strip_prefix("dd:dd:dd") else {
        return false;
    };
    let fraction = behind
        .strip_prefix(".d")
        .map(|rest| scan::trim_start(rest, "d"));
    let zone = fraction.unwrap_or(behind);
    matches!(zone, "" | "Z" | "z" | "+dd:dd" | "-dd:dd")
}

/// Whether a word is a whole number or one with a fraction.
fn is_number(word: &str) -> bool {
    if let Some((row, digits)) = scan::after_any(word, &["0x", "0o", "0b"]) {
        let base = [16, 8, 2].get(row).copied().unwrap_or(2);
        return are_digits(digits, base)
            && word.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase);
    }
    let (number, exponent) = match word.split_once(['e', 'E']) {
        Some((number, exponent)) => (
            number,
            exponent.strip_prefix(['+', '-']).unwrap_or(exponent),
        ),
        None => (word, "0"),
    };
    let number = number.strip_prefix(['+', '-']).unwrap_or(number);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let is_led_by_zero = whole.len() > 1 && whole.starts_with('0');
    !is_led_by_zero
        && [whole, fraction, exponent]
            .into_iter()
            .all(|digits| are_digits(digits, 10))
}

/// Whether words are digits, with single bars between them.
fn are_digits(words: &str, base: u32) -> bool {
    words
        .split('_')
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_digit(base)))
}
