//! Language tags as editions write them.

use std::ops::Deref;

use super::Language;
use crate::scan;

/// The longest tag that is kept: the length that BCP 47 asks of every implementation.
const LONGEST: usize = 35;

/// A tag that fits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag {
    /// The tag, and zeros behind it.
    bytes: [u8; LONGEST],
    length: u8,
}

impl From<&str> for Tag {
    fn from(tag: &str) -> Tag {
        let mut bytes = [0; LONGEST];
        let mut length = 0;
        for (place, byte) in bytes.iter_mut().zip(tag.bytes()) {
            *place = byte;
            length += 1;
        }
        Tag { bytes, length }
    }
}

impl Deref for Tag {
    type Target = str;

    fn deref(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length));
        str::from_utf8(bytes.unwrap_or(&[])).unwrap_or("")
    }
}

impl Language {
    /// The language of that tag, whatever its letter case; `None` for what is not formed like one.
    ///
    /// Old codes of three letters for languages that have one of two get that.
    ///
    /// ```
    /// use reading_room::{Direction, Language};
    /// assert_eq!(Language::from_tag("ZH-hant").unwrap().tag(), "zh-Hant");
    /// assert_eq!(Language::from_tag("ger").unwrap().name(), "German");
    /// assert_eq!(Language::from_tag("az-Arab").unwrap().direction(), Direction::RightToLeft);
    /// assert!(Language::from_tag("in Latin").is_none());
    /// ```
    pub fn from_tag(written: &str) -> Option<Language> {
        let mut tag = String::new();
        for (place, part) in written.trim().split('-').enumerate() {
            let is_one = part.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if part.is_empty() || part.len() > 8 || !is_one {
                return None;
            }
            let mut part = part.to_ascii_lowercase();
            match (place, part.len()) {
                (0, _) => part = scan::owned(shortest(&part)),
                (1, 4) if tag.len() > 1 => part = capitalized(&part),
                (1 | 2, 2) => part.make_ascii_uppercase(),
                _ => {}
            }
            if place > 0 {
                tag.push('-');
            }
            tag.push_str(&part);
        }
        let begins_with_letter = scan::first(&tag).is_some_and(|c| c.is_ascii_alphabetic());
        (begins_with_letter && tag.len() <= LONGEST).then(|| Language {
            tag: Tag::from(&*tag),
        })
    }
}

/// The code of two letters of a language that is written with three.
fn shortest(code: &str) -> &str {
    let pairs = || {
        LONG_CODES
            .split('|')
            .filter_map(|pair| scan::split(pair, " "))
    };
    let mut found = pairs().filter(|(long, _)| *long == code);
    found.next().map_or(code, |(_, short)| short)
}

fn capitalized(words: &str) -> String {
    let mut words = scan::owned(words);
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// Languages that editions name by their tags. Records, which name them in words, name none of these.
pub(super) const OF_EDITIONS: &str = "\
    ang Old English|arc Aramaic|ckb Central Kurdish|cop Coptic|cu Old Church Slavonic|cy Welsh|dv Dhivehi|\
    enm Middle English|eu Basque|fro Old French|gl Galician|gmh Middle High German|ku Kurdish|non Old Norse|\
    osc Oscan|phn Phoenician|sa Sanskrit|sd Sindhi|syr Syriac|ug Uyghur|xpu Punic";

/// Codes of three letters (ISO 639-2) that are still written, and those of two that BCP 47 wants for them.
const LONG_CODES: &str = "\
    ara ar|bul bg|ces cs|chi zh|cze cs|dan da|deu de|dut nl|ell el|eng en|fas fa|fin fi|fra fr|fre fr|\
    ger de|gle ga|gre el|heb he|hun hu|isl is|ita it|jpn ja|kor ko|lat la|nld nl|nor no|per fa|pol pl|\
    por pt|ron ro|rum ro|rus ru|san sa|slv sl|spa es|srp sr|swe sv|tur tr|ukr uk|wel cy|yid yi|zho zh";
