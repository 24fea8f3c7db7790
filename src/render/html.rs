//! Markup as a string.

use super::markup::{Attributes, Element, Sink};

/// Writes HTML. Words and values are escaped here and nowhere else.
#[derive(Debug, Default)]
pub(crate) struct Html {
    string: String,
    open: Vec<Element>,
}

impl Html {
    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.string
    }

    /// Puts the declaration before everything else.
    pub(crate) fn doctype(&mut self) {
        self.string.push_str("<!doctype html>\n");
    }
}

impl Sink for Html {
    fn open(&mut self, element: Element, attributes: Attributes) {
        self.string.push('<');
        self.string.push_str(element.name());
        for (attribute, value) in attributes {
            self.string.push(' ');
            self.string.push_str(attribute.name());
            if !value.is_empty() {
                self.string.push_str("=\"");
                escape(&mut self.string, value, true);
                self.string.push('"');
            }
        }
        self.string.push('>');
        if element == Element::Pre {
            // HTML takes away a line feed behind this tag; it shall be this one, and not the text's own.
            self.string.push('\n');
        }
        self.open.push(element);
    }

    fn words(&mut self, words: &str) {
        // The style sheet is ours and has no end tag in it; HTML reads it as it stands.
        match self.open.last() {
            Some(&Element::Style) => self.string.push_str(words),
            _ => escape(&mut self.string, words, false),
        }
    }

    fn close(&mut self) {
        let is_void =
            |element: &Element| matches!(*element, Element::Br | Element::Meta | Element::Wbr);
        if let Some(element) = self.open.pop().filter(|element| !is_void(element)) {
            self.string.push_str("</");
            self.string.push_str(element.name());
            self.string.push('>');
        }
    }
}

fn escape(string: &mut String, words: &str, in_value: bool) {
    for character in words.chars() {
        match character {
            '&' => string.push_str("&amp;"),
            '<' => string.push_str("&lt;"),
            '>' => string.push_str("&gt;"),
            '"' if in_value => string.push_str("&quot;"),
            _ => string.push(character),
        }
    }
}
