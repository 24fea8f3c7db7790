//! Markup as a string.

use super::markup::Element;
use super::script::{Instruction, Script};

/// The HTML that a script makes. Words and values are escaped here and nowhere else.
pub(super) fn of(script: &Script) -> String {
    let mut html = Html::default();
    for instruction in script.instructions() {
        html.add(instruction);
    }
    html.string
}

#[derive(Debug, Default)]
struct Html<'s> {
    string: String,
    /// The elements that are open.
    open: Vec<&'s str>,
    /// Whether the tag that begins the last of them may have more attributes.
    is_in_tag: bool,
}

impl<'s> Html<'s> {
    fn add(&mut self, instruction: Instruction<'s>) {
        match instruction {
            Instruction::Attribute(name, value) => return self.attribute(name, value),
            _ if self.is_in_tag => self.end_tag(),
            _ => {}
        }
        match instruction {
            Instruction::Open(element) => {
                self.string.push('<');
                self.string.push_str(element);
                self.open.push(element);
                self.is_in_tag = true;
            }
            Instruction::Words(words) => self.words(words),
            _ => self.close(),
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.string.push(' ');
        self.string.push_str(name);
        if !value.is_empty() {
            self.string.push_str("=\"");
            escape(&mut self.string, value, true);
            self.string.push('"');
        }
    }

    fn end_tag(&mut self) {
        self.is_in_tag = false;
        self.string.push('>');
        if self.is_in(&[Element::Pre]) {
            // HTML takes away a line feed behind this tag; it shall be this one, and not the text's own.
            self.string.push('\n');
        }
    }

    fn words(&mut self, words: &str) {
        // The style sheet is ours and has no end tag in it; HTML reads it as it stands.
        match self.is_in(&[Element::Style]) {
            true => self.string.push_str(words),
            false => escape(&mut self.string, words, false),
        }
    }

    fn close(&mut self) {
        let is_void = self.is_in(&[Element::Br, Element::Hr, Element::Meta, Element::Wbr]);
        if let Some(element) = self.open.pop().filter(|_| !is_void) {
            self.string.push_str("</");
            self.string.push_str(element);
            self.string.push('>');
        }
    }

    /// Whether the element that was opened last is one of these.
    fn is_in(&self, elements: &[Element]) -> bool {
        let last = self.open.last();
        elements.iter().any(|element| last == Some(&element.name()))
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
