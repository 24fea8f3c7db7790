//! Positions to lines and columns, while the source passes by.

use super::bytes::count;

/// How many characters are counted in a byte before they are summed up: compilers make wide instructions of it.
const COUNTED: usize = 192;

/// A place in the source that only ever moves on.
#[derive(Debug, Default)]
pub(super) struct Place {
    /// Lines before it.
    line: u32,
    /// Characters before it in its line.
    column: u32,
    /// The byte of the buffer at which it is.
    at: usize,
}

impl Place {
    /// Moves on to a byte of the buffer; gives its line and column, counted from 1.
    pub(super) fn of(&mut self, buffer: &str, at: usize) -> (u32, u32) {
        let passed = buffer.get(self.at..at).unwrap_or("").as_bytes();
        let lines = count(passed, b'\n');
        let mut row = passed;
        if lines > 0 {
            let before = passed.iter().rev().take_while(|byte| **byte != b'\n');
            row = passed.get(passed.len() - before.count()..).unwrap_or(&[]);
            self.line += lines;
            self.column = 0;
        }
        self.column += characters(row);
        self.at = self.at.max(at);
        (self.line + 1, self.column + 1)
    }

    /// The buffer is forgotten up to that byte.
    pub(super) fn forget(&mut self, buffer: &str, at: usize) {
        self.of(buffer, at);
        self.at -= at.min(self.at);
    }
}

/// How many characters begin in these bytes.
fn characters(bytes: &[u8]) -> u32 {
    let begins = |byte: &u8| u8::from(*byte & 0xC0 != 0x80);
    let count = |part: &[u8]| part.iter().map(begins).sum::<u8>();
    bytes
        .chunks(COUNTED)
        .map(|part| u32::from(count(part)))
        .sum()
}
