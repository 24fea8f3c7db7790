//! A page as one string, in which control characters part names, values and words: how the browser's tree comes into the
//! core. `pkg/src/flatten.js` writes it.
//!
//! No name, value or word has such a character: the decoder has replaced those of the source, and who writes the string those
//! that references to characters bring.

use super::tree::Sink;
use crate::scan;

/// An element begins; its name follows.
const START: u8 = 1;
/// It has an attribute; its name follows.
const ATTRIBUTE: u8 = 2;
/// The value of the attribute follows.
const VALUE: u8 = 3;
/// The element that began last ends.
const END: u8 = 4;
/// Words follow.
const WORDS: u8 = 5;

/// Gives what a flat string has to a sink.
pub(super) fn read(flat: &str, sink: &mut impl Sink) {
    let (mut rest, mut name) = (flat, "");
    while let Some(mark) = rest.bytes().next() {
        let behind = scan::from(rest, 1);
        let is_mark = |byte: u8| matches!(byte, START..=WORDS);
        let length = behind.bytes().position(is_mark).unwrap_or(behind.len());
        let string = scan::to(behind, length);
        rest = scan::from(behind, length);
        match mark {
            START => sink.start(string),
            ATTRIBUTE => name = string,
            VALUE => sink.attribute(name, string),
            END => sink.end(),
            WORDS => sink.words(string),
            _ => {}
        }
    }
}

/// A sink that writes the string, as the browser's side does.
#[cfg(test)]
#[derive(Debug, Default)]
pub(super) struct Writer(pub(super) String);

#[cfg(test)]
impl Writer {
    fn put(&mut self, mark: u8, string: &str) {
        self.0.push(char::from(mark));
        let separates = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\u{c}' | '\r');
        self.0.extend(
            string
                .chars()
                .map(|c| if separates(c) { '\u{fffd}' } else { c }),
        );
    }
}

#[cfg(test)]
impl Sink for Writer {
    fn start(&mut self, name: &str) {
        self.put(START, name);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.put(ATTRIBUTE, name);
        self.put(VALUE, value);
    }

    fn words(&mut self, words: &str) {
        self.put(WORDS, words);
    }

    fn end(&mut self) {
        self.put(END, "");
    }
}
