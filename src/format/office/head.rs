//! Labels that somebody has typed above a text, in paragraphs or in a table, to what they say of the document.
//!
//! They stay in the text, where they may be a letter's own; the record learns from them.

use super::super::record;
use crate::diagnostic::{Code, Remarks};
use crate::document::{Field, Record, Span};
use crate::scan;

/// What has been typed above a text, as far as it has come.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Labels and values, and whether a label is known.
    pairs: Vec<Pair>,
    /// A label that stands alone: its value comes below.
    waiting: String,
    /// How many paragraphs without a label have come before the first one.
    strays: u32,
    is_over: bool,
}

#[derive(Debug)]
struct Pair {
    label: String,
    value: String,
    is_known: bool,
}

/// How many paragraphs may stand above the first label: a title, a heading.
const ABOVE: u32 = 3;

/// How many rows of a table are looked at.
const ROWS: usize = 60;

/// How long a label is at most, in bytes.
const LABEL: usize = 48;

impl Head {
    /// A paragraph of the text.
    pub(super) fn paragraph(&mut self, words: &str) {
        for line in scan::parts(words, "\n") {
            let line = scan::folded(line);
            if !self.is_over && !line.is_empty() {
                self.line(&line);
            }
        }
    }

    fn line(&mut self, line: &str) {
        let waiting = std::mem::take(&mut self.waiting);
        match labelled(line) {
            Some((label, _)) if record::field(label) == Some(Field::Contents) => {
                self.is_over = true
            }
            // Somebody speaks for the second time.
            Some((label, _)) if self.has_before_last(label) => {
                self.is_over = true;
                self.pairs.clear();
            }
            Some((label, "")) if record::field(label).is_some() => {
                self.waiting = scan::owned(label)
            }
            Some((label, value)) if !value.is_empty() => self.add(label, value),
            _ if !waiting.is_empty() => self.add(&waiting, line),
            _ if self.pairs.is_empty() && self.strays < ABOVE => self.strays += 1,
            _ => self.is_over = true,
        }
    }

    /// Whether a label has come, and another one behind it.
    fn has_before_last(&self, label: &str) -> bool {
        let (_, before) = self.pairs.split_last().unzip();
        let before: &[Pair] = before.unwrap_or_default();
        before.iter().any(|pair| pair.label == label)
            && self.pairs.last().is_some_and(|last| last.label != label)
    }

    /// Whether more of it may come.
    pub(super) fn is_open(&self) -> bool {
        !self.is_over
    }

    /// A table of the text, row by row. Nothing behind it is of the head.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) {
        if std::mem::replace(&mut self.is_over, true) || rows.len() > ROWS {
            return;
        }
        let before = self.pairs.len();
        for row in rows {
            let [label, value] = &row[..] else {
                return self.pairs.truncate(before);
            };
            let label = scan::trim_end(label, ": \u{a0}：");
            if !label.is_empty() && !value.is_empty() {
                self.add(label, value);
            }
        }
        let added = self.pairs.get(before..).unwrap_or_default();
        let known = added.iter().filter(|pair| pair.is_known).count();
        if known * 2 < added.len() {
            self.pairs.truncate(before);
        } else if let Some(last) = self.pairs.last_mut() {
            // All rows of a table are of it.
            last.is_known = true;
        }
    }

    fn add(&mut self, label: &str, value: &str) {
        self.pairs.push(Pair {
            label: scan::owned(label),
            value: scan::owned(value),
            is_known: record::field(label).is_some(),
        });
    }

    /// The record that was typed, if it is one: two labels that are known, and what stands between them.
    pub(super) fn record(&self, remarks: &mut Remarks) -> Option<Record> {
        let known = self.pairs.iter().filter(|pair| pair.is_known);
        let last = self.pairs.iter().rposition(|pair| pair.is_known)?;
        if known.count() < 2 {
            return None;
        }
        let typed = self.pairs.iter().take(last + 1);
        let labels: Vec<(&str, &str)> = typed.map(|pair| (&*pair.label, &*pair.value)).collect();
        let mut of_labels = Remarks::default();
        let mut record = record::of_labels(&labels, &mut of_labels);
        for entry in &mut record.entries {
            entry.span = Span::default();
        }
        remarks.append_without_places(of_labels);
        let message =
            ["the labels above the text were read as its record; they stand in the text as well"];
        remarks.add(Code::LayoutGuessed, Span::default(), &message);
        Some(record)
    }
}

/// A line that begins with a label, and its value.
fn labelled(line: &str) -> Option<(&str, &str)> {
    let (label, value) = scan::split(line, ":").or_else(|| scan::split(line, "："))?;
    let is_label = !label.is_empty()
        && label.len() <= LABEL
        && !scan::has_any(label, ".,;?!\"«»<>[]")
        && scan::first(label).is_some_and(scan::is_letter)
        && !scan::begins_with(value, "/");
    is_label.then_some((scan::trimmed(label), scan::trimmed(value)))
}
