//! Maps and lists in each other to pairs of a key and its values: `author: {name: …}` is `author.name`.

use crate::document::Span;
use crate::limits;
use crate::scan;

/// A key with its values, as the record takes them.
#[derive(Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) values: Vec<String>,
    /// Whether the value is a word of the syntax that says there is none.
    pub(super) is_nothing: bool,
    pub(super) span: Span,
}

/// Collects pairs, in their order.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    done: Vec<Pair>,
    open: Vec<Open>,
    /// The key that awaits its value.
    key: String,
    span: Span,
}

/// A map or a list that has begun and not ended.
#[derive(Debug)]
struct Open {
    /// What it is the value of.
    label: String,
    is_list: bool,
    /// The values of a list that have not been put.
    values: Vec<String>,
    /// Whether anything has come of it.
    is_told: bool,
    span: Span,
}

impl Pairs {
    /// A key of the map that is open.
    pub(super) fn key(&mut self, words: &str, span: Span) {
        let context = self.open.last().map_or("", |map| map.label.as_str());
        self.key = scan::owned(context);
        scan::push_apart(&mut self.key, ".", words);
        self.span = span;
    }

    /// The value of a key, or one of a list. What is nothing is written all the same.
    pub(super) fn value(&mut self, words: &str, is_nothing: bool, span: Span) {
        let words = scan::owned(words);
        match self.open.last_mut() {
            Some(list) if list.is_list => {
                if list.values.is_empty() {
                    list.span = span;
                }
                list.span = list.span.cover(span);
                list.values.push(words);
                list.is_told = true;
            }
            _ => {
                let key = std::mem::take(&mut self.key);
                let span = self.span.cover(span);
                self.put(key, vec![words], is_nothing, span);
            }
        }
    }

    /// A map begins, or a list.
    pub(super) fn start(&mut self, is_list: bool, span: Span) {
        let (mut label, mut span) = (std::mem::take(&mut self.key), span);
        if let Some(around) = self.open.last_mut() {
            around.is_told = true;
            match around.is_list {
                true => label.clone_from(&around.label),
                false => span = self.span.cover(span),
            }
        }
        self.put_values();
        // It is repeated for each that it holds.
        if !is_list && label.len() > limits::LABEL {
            let label = std::mem::take(&mut label);
            self.put(label, Vec::new(), false, span);
        }
        self.open.push(Open {
            label,
            is_list,
            values: Vec::new(),
            is_told: false,
            span,
        });
    }

    /// A map begins that is the value of a key.
    pub(super) fn start_within(&mut self, key: &str, span: Span) {
        self.key(key, span);
        self.start(false, span);
    }

    /// What began last ends.
    pub(super) fn end(&mut self) {
        self.put_values();
        if let Some(Open {
            label,
            is_told: false,
            span,
            ..
        }) = self.open.pop()
            && !label.is_empty()
        {
            self.put(label, Vec::new(), false, span);
        }
    }

    /// Ends all.
    pub(super) fn finish(mut self) -> Vec<Pair> {
        while !self.open.is_empty() {
            self.end();
        }
        self.done
    }

    /// The values that have come of the list that is open, before what stands among them or behind them.
    fn put_values(&mut self) {
        if let Some(list) = self.open.last_mut()
            && !list.values.is_empty()
        {
            let values = std::mem::take(&mut list.values);
            let (label, span) = (list.label.clone(), list.span);
            self.put(label, values, false, span);
        }
    }

    fn put(&mut self, key: String, values: Vec<String>, is_nothing: bool, span: Span) {
        if let Some(around) = self.open.last_mut() {
            around.is_told = true;
        }
        self.done.push(Pair {
            key,
            values,
            is_nothing,
            span,
        });
    }
}
