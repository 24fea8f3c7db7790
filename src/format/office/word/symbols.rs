//! Typefaces of symbols: their own numbers to the characters that they draw.

use crate::scan;

/// What the typeface Symbol draws from 0x20 on, and from 0xA0 on. A replacement character stands for what has none.
const SYMBOL: [(u32, &str); 2] = [
    (
        0x20,
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    ),
    (
        0xA0,
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u{fffd}⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
    ),
];

/// What Wingdings draws that letters have in them: the character of its number, and what that looks like.
const WINGDINGS: &str = "\"✂(☎*✉J☺K😐L☹l●m❍n■o□q❑r❒s⬧t⧫u◆v❖\u{9e}·\u{9f}•\u{a7}▪\u{a8}◻\u{d8}➢\u{df}←\u{e0}→\u{e1}↑\u{e2}↓\
    \u{e8}➔\u{fb}✗\u{fc}✓\u{fd}☒\u{fe}☑";

/// Where typefaces of symbols have their characters in Unicode: in the area that is for private use.
const PRIVATE: u32 = 0xF000;

/// The character of a number in a typeface, given as hexadecimal digits: what it draws, else that number as it stands.
pub(super) fn symbol(font: &str, digits: &str) -> Option<char> {
    let mut number = 0_u32;
    for c in digits.chars() {
        number = number.checked_mul(16)?.checked_add(c.to_digit(16)?)?;
    }
    drawn(font, number).or_else(|| char::from_u32(number).filter(|c| !c.is_control()))
}

/// Words in a typeface: what it draws for those of its own numbers.
pub(super) fn words(font: &str, words: &str) -> Option<String> {
    if !is_of_symbols(font) {
        return None;
    }
    let draw = |c| match u32::from(c) {
        number @ 0xF020..=0xF0FF => drawn(font, number).unwrap_or(c),
        _ => c,
    };
    Some(words.chars().map(draw).collect())
}

fn is_of_symbols(font: &str) -> bool {
    scan::listed("symbol|wingdings", font)
}

fn drawn(font: &str, number: u32) -> Option<char> {
    let number = match number {
        PRIVATE..=0xF0FF => number - PRIVATE,
        _ => number,
    };
    if font.eq_ignore_ascii_case("wingdings") {
        let mut pairs = WINGDINGS.chars();
        while let (Some(own), Some(drawn)) = (pairs.next(), pairs.next()) {
            if u32::from(own) == number {
                return Some(drawn);
            }
        }
        return None;
    }
    if !is_of_symbols(font) {
        return None;
    }
    let (first, characters) = SYMBOL.iter().rev().find(|(first, _)| number >= *first)?;
    let mut characters = characters.chars().skip((number - first) as usize);
    characters
        .next()
        .filter(|c| *c != char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::{symbol, words};

    #[test]
    fn what_a_typeface_draws_is_known() {
        for (font, digits, drawn) in [
            ("Symbol", "F061", 'α'),
            ("Symbol", "62", 'β'),
            ("symbol", "F0B7", '•'),
            ("Symbol", "F0A3", '≤'),
            ("Symbol", "F0FE", '⎭'),
            ("Symbol", "F0F1", '⟩'),
            ("Wingdings", "F04A", '☺'),
            ("Wingdings", "F0FE", '☑'),
            ("Webdings", "F023", '\u{f023}'),
            ("Segoe UI Symbol", "2610", '☐'),
        ] {
            assert_eq!(symbol(font, digits), Some(drawn), "{font} {digits}");
        }
        assert_eq!(symbol("Symbol", ""), None);
        assert_eq!(symbol("Symbol", "FFFFFFFFF"), None);
        assert_eq!(words("Symbol", "a\u{f061}").as_deref(), Some("aα"));
        assert_eq!(words("Times", "a\u{f061}"), None);
    }
}
