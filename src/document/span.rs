//! Positions: a range of bytes, and the one place that converts bytes to UTF-16 units.

/// A range of UTF-8 bytes, start included and end excluded.
///
/// In a [`Text`](super::Text) it counts in that text; in a [`Diagnostic`](crate::Diagnostic) in the decoded source.
/// Both ends lie on character boundaries.
///
/// ```
/// use reading_room::Span;
/// let span = Span::new(0, 8);
/// assert_eq!(span.of("Telegram from Washington"), "Telegram");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`, in bytes.
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// How many bytes it covers.
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing, as the span of a page break does.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The part of `text` that it covers; nothing where it does not fit that text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same range, counted from a position that lies `by` bytes earlier.
    pub(crate) fn shifted(self, by: u32) -> Span {
        Span::new(self.start + by, self.end + by)
    }
}

/// A length or position as a `u32`; no source is longer than [`limits::MAX_SOURCE`](crate::limits::MAX_SOURCE).
pub(crate) fn position(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// Converts byte positions of one text to UTF-16 units, the positions of JavaScript.
///
/// Asking in rising order costs one walk over the text.
///
/// ```
/// use reading_room::Utf16Positions;
/// let mut positions = Utf16Positions::new("é𝄞x");
/// assert_eq!((positions.at(2), positions.at(6)), (1, 3));
/// ```
#[derive(Debug)]
pub struct Utf16Positions<'t> {
    text: &'t str,
    byte: usize,
    units: u32,
}

impl<'t> Utf16Positions<'t> {
    /// Positions of `text`.
    pub fn new(text: &'t str) -> Utf16Positions<'t> {
        Utf16Positions {
            text,
            byte: 0,
            units: 0,
        }
    }

    /// The UTF-16 unit at which the byte position stands; past the end, the length.
    pub fn at(&mut self, byte: u32) -> u32 {
        let byte = byte as usize;
        if byte < self.byte {
            (self.byte, self.units) = (0, 0);
        }
        for character in self.text.get(self.byte..).unwrap_or("").chars() {
            if self.byte >= byte {
                break;
            }
            self.byte += character.len_utf8();
            self.units += character.len_utf16() as u32;
        }
        self.units
    }
}
