//! Markup as a list of instructions, from which a few lines of JavaScript make the nodes of a page.
//!
//! Each node that a module made by itself would be several calls over the wall, which cost more than all else.

use super::markup::{Attribute, Element};
use super::words::LANGUAGE;

/// The kind of an instruction, in its lowest two bits; above them stands a length, in UTF-16 units of the words.
const CLOSE: u32 = 0;
/// Opens an element; its name comes next among the words.
const OPEN: u32 = 1;
/// Gives the element opened last an attribute: its name and its value come next; the length of the value is a number of its
/// own behind this one.
const ATTRIBUTE: u32 = 2;
/// Words that become one text node.
const WORDS: u32 = 3;

/// Instructions, and behind one another the words that they are about.
///
/// An instruction is a number: its kind in the lowest two bits, and above them a length in UTF-16 units of the words. 0 ends
/// the element that is open; 1 opens one, whose name comes next among the words; 2 gives the element opened last an attribute:
/// its name and its value come next, and the length of the value is a number of its own behind this one; 3 are words of the
/// element that is open.
#[derive(Clone, Debug, Default)]
pub struct Script {
    pub(super) marks: Vec<u32>,
    words: String,
    /// Whether the last instruction is words, which those that follow belong to.
    ends_in_words: bool,
}

impl Script {
    /// The instructions that have been written since they were taken last.
    pub fn take_marks(&mut self) -> Vec<u32> {
        self.ends_in_words = false;
        std::mem::take(&mut self.marks)
    }

    /// The words that have been written since they were taken last.
    pub fn take_words(&mut self) -> String {
        self.ends_in_words = false;
        std::mem::take(&mut self.words)
    }

    /// Takes away all that it has.
    #[cfg(feature = "marked")]
    pub(super) fn clear(&mut self) {
        self.marks.clear();
        self.words.clear();
    }

    /// Adds what another one has.
    pub(crate) fn append(&mut self, other: &Script) {
        self.marks.extend_from_slice(&other.marks);
        self.words.push_str(&other.words);
        self.ends_in_words = other.ends_in_words;
    }

    /// Whether another one has the same.
    #[cfg(feature = "marked")]
    pub(crate) fn is_like(&self, other: &Script) -> bool {
        self.words == other.words && self.marks == other.marks
    }

    /// Begins an element of a class inside the one that is open; without the class where that is empty.
    #[inline(never)]
    pub(super) fn open(&mut self, element: Element, class: &str) -> &mut Script {
        self.push(OPEN, element.name());
        if !class.is_empty() {
            self.with(Attribute::Class, class);
        }
        self
    }

    /// Gives the element that has just begun an attribute.
    #[inline(never)]
    pub(super) fn with(&mut self, attribute: Attribute, value: &str) -> &mut Script {
        self.push(ATTRIBUTE, attribute.name());
        self.marks.push(units(value));
        self.words.push_str(value);
        self
    }

    /// Says that what is in the element is not the text itself.
    #[inline(never)]
    pub(super) fn generated(&mut self) -> &mut Script {
        self.with(Attribute::Generated, "")
    }

    /// Says that it is in the language of our own words.
    #[inline(never)]
    pub(super) fn in_our_words(&mut self) -> &mut Script {
        self.with(Attribute::Lang, LANGUAGE)
    }

    /// Gives it an id, if there is one.
    #[cfg_attr(not(feature = "marked"), allow(dead_code))]
    #[inline(never)]
    pub(super) fn with_id(&mut self, id: &str) -> &mut Script {
        if !id.is_empty() {
            self.with(Attribute::Id, id);
        }
        self
    }

    /// Adds words to the open element.
    #[inline(never)]
    pub(super) fn words(&mut self, words: &str) {
        match self.marks.last_mut() {
            _ if words.is_empty() => {}
            Some(last) if self.ends_in_words => {
                *last += units(words) << 2;
                self.words.push_str(words);
            }
            _ => self.push(WORDS, words),
        }
    }

    /// Ends the element that was opened last.
    #[inline(never)]
    pub(super) fn close(&mut self) {
        self.push(CLOSE, "");
    }

    /// Adds the last words of the open element.
    #[inline(never)]
    pub(super) fn end_with(&mut self, words: &str) {
        self.words(words);
        self.close();
    }

    /// An element of a class, with words in it.
    #[inline(never)]
    pub(super) fn phrase(&mut self, element: Element, class: &str, words: &str) {
        self.open(element, class).end_with(words);
    }

    fn push(&mut self, kind: u32, words: &str) {
        self.marks.push(kind | units(words) << 2);
        self.words.push_str(words);
        self.ends_in_words = kind == WORDS;
    }

    /// What it says, one after another.
    #[cfg(feature = "html")]
    pub(super) fn instructions(&self) -> impl Iterator<Item = Instruction<'_>> {
        let mut marks = self.marks.iter();
        let mut rest = self.words.as_str();
        std::iter::from_fn(move || {
            let mark = marks.next()?;
            let words = take(&mut rest, mark >> 2);
            Some(match mark & 3 {
                OPEN => Instruction::Open(words),
                ATTRIBUTE => {
                    let length = marks.next().copied().unwrap_or_default();
                    Instruction::Attribute(words, take(&mut rest, length))
                }
                WORDS => Instruction::Words(words),
                _ => Instruction::Close,
            })
        })
    }
}

/// An instruction, with the words that it is about.
#[cfg(feature = "html")]
pub(super) enum Instruction<'s> {
    Open(&'s str),
    Attribute(&'s str, &'s str),
    Words(&'s str),
    Close,
}

/// Takes the words of so many units from the start of those that are left.
#[cfg(feature = "html")]
fn take<'s>(rest: &mut &'s str, mut length: u32) -> &'s str {
    let bytes = rest.bytes().position(|byte| {
        let is_behind = length == 0 && unit(&byte) > 0;
        length = length.saturating_sub(unit(&byte));
        is_behind
    });
    let (words, behind) = rest.split_at(bytes.unwrap_or(rest.len()));
    *rest = behind;
    words
}

/// The length of words in UTF-16 units.
fn units(words: &str) -> u32 {
    let (eights, rest) = words.as_bytes().as_chunks::<8>();
    let of_eight = |eight: &[u8; 8]| match u64::from_ne_bytes(*eight) & 0x8080_8080_8080_8080 {
        0 => 8,
        _ => eight.iter().map(unit).sum(),
    };
    eights.iter().map(of_eight).sum::<u32>() + rest.iter().map(unit).sum::<u32>()
}

/// How many units begin at a byte: a character of four bytes has two, and none begins within a character.
fn unit(byte: &u8) -> u32 {
    u32::from(byte & 0xc0 != 0x80) + u32::from(*byte >= 0xf0)
}

#[cfg(test)]
mod tests {
    use super::{Script, units};
    use crate::render::markup::Element;

    #[test]
    fn lengths_are_those_of_utf_16() {
        for words in [
            "",
            "Moskva",
            "Москва, 14 ноября",
            "a 𝄞 b and some more words",
            "日本語の文書です",
        ] {
            assert_eq!(
                units(words) as usize,
                words.encode_utf16().count(),
                "{words}"
            );
        }
    }

    #[test]
    fn words_that_follow_one_another_are_one_node() {
        let mut script = Script::default();
        script.open(Element::P, "rr-signed");
        script.words("A. ");
        script.words("DOBRYNIN");
        script.close();
        assert_eq!(script.take_words(), "pclassrr-signedA. DOBRYNIN");
        assert_eq!(
            script.take_marks(),
            [1 << 2 | 1, 5 << 2 | 2, 9, 11 << 2 | 3, 0]
        );
    }
}
