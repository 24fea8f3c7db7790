//! The start of a string to the tokens that dates are made of, up to the first word that no date has.

use super::words;
use crate::scan;

/// A number, a word or a sign.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Token {
    /// What it is: `0` a number, `R` a Roman one, `T` the day and time of a telegram; the [kind](words) of a word; a sign as
    /// it stands, `_` for a long hyphen; `Y`, `M` and `D` for the signs of year, month and day in East Asia.
    pub(super) kind: u8,
    /// How many digits it has, if it is a number.
    pub(super) digits: u8,
    /// The number that it is, or that a month has.
    pub(super) value: i32,
    /// Where it ends.
    pub(super) end: usize,
}

/// No date has more tokens than this; a longer list of numbers is none.
const MOST: usize = 32;

/// Reads the tokens at the start.
#[inline(never)]
pub(super) fn read(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut at, mut last) = (0, 0);
    while tokens.len() < MOST {
        at += scan::run(scan::from(text, at), char::is_whitespace);
        let mut token = next(scan::from(text, at), last);
        if token.kind == 0 {
            break;
        }
        at += token.end;
        token.end = at;
        last = token.kind;
        tokens.push(token);
    }
    tokens
}

/// The token at the start, which ends where it is long; none has the kind 0.
#[inline(never)]
fn next(rest: &str, last: u8) -> Token {
    let first = scan::first(rest).unwrap_or(' ');
    if digit(first).is_some() {
        return number(rest);
    }
    let mut token = Token {
        end: first.len_utf8(),
        ..Token::default()
    };
    let sign = place(SIGNS, first);
    if sign > 0 {
        token.kind = SIGN_KINDS.get(sign - 1).copied().unwrap_or(0);
        return token;
    }
    let roman = roman(rest);
    let is_sign = |kind| matches!(kind, b'.' | b'/' | b'-' | b'_');
    if roman.kind == 0 || !scan::is_capital(first) && !is_sign(last) && first < 'Ⅰ' {
        let (word, length) = word(rest);
        if let Some((kind, month)) = words::look_up(&word) {
            token.kind = kind;
            token.value = i32::from(month);
            token.end = length;
            return token;
        }
    }
    roman
}

/// Signs, and their kinds.
const SIGNS: &str = ".,-‑–—−/()[]?~%:+'’，、年년月월日일";
const SIGN_KINDS: &[u8] = b".,--___/()[]?~%:+'',,YYMMDD";

/// Which of some characters it is, counted from 1.
#[inline(never)]
fn place(characters: &str, wanted: char) -> usize {
    let mut place = 0;
    for c in characters.chars() {
        place += 1;
        if c == wanted {
            return place;
        }
    }
    0
}

/// A number, with the ending of an ordinal that stands at it: `14`, `14th`, `19-го`; and a military group, `162220Z`.
#[inline(never)]
fn number(rest: &str) -> Token {
    let mut token = Token {
        kind: b'0',
        ..Token::default()
    };
    for c in rest.chars() {
        let Some(next) = digit(c) else { break };
        // No date has so many digits; what they come to does not matter.
        if token.digits < 9 {
            token.digits += 1;
            token.value = token.value * 10 + next;
        }
        token.end += c.len_utf8();
    }
    // Years of the Hijra and of the Ottoman calendar are written in these digits, too, and not those of our calendar before.
    if !rest.starts_with(|c: char| c.is_ascii()) && token.value < 1500 && token.digits > 2 {
        token.digits = 9;
    }
    let after = scan::from(rest, token.end);
    if token.digits < 3 {
        token.end += ordinal(after);
    } else if token.digits == 6 && after.starts_with('Z') {
        token.kind = b'T';
        token.value /= 10_000;
        token.end += 1;
    }
    token
}

/// How long the ending of an ordinal is that stands here: `th`, `er`, `-го`.
fn ordinal(rest: &str) -> usize {
    let hyphen = usize::from(rest.starts_with('-'));
    let length = hyphen + scan::run(scan::from(rest, hyphen), scan::is_letter);
    let ending = scan::from(scan::to(rest, length), hyphen);
    match scan::listed("st|nd|rd|th|d|e|er|re|eme|ème|º|ª|o|го|е|й|я", ending) {
        true => length,
        false => 0,
    }
}

/// The value of a digit: European, Arabic, Persian or of full width.
#[inline(never)]
fn digit(c: char) -> Option<i32> {
    let value = match c {
        '٠'..='٩' | '۰'..='۹' => u32::from(c) & 15,
        '０'..='９' => u32::from(c) - 0xff10,
        _ => u32::from(c).wrapping_sub(48),
    };
    (value < 10).then_some(value as i32)
}

/// A Roman number below forty, in letters of Latin or of Cyrillic that look like them, as one sign of Unicode, or with the
/// digit 1 behind a letter, as typewriters and machines that read print write it. Nothing else has the kind `R`.
#[inline(never)]
fn roman(rest: &str) -> Token {
    let mut token = Token::default();
    let mut last = 0;
    for c in rest.chars() {
        let value = match c {
            'I' | 'i' | 'І' | 'і' => 1,
            '1' if last > 0 => 1,
            'V' | 'v' => 5,
            'X' | 'x' | 'Х' | 'х' => 10,
            'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ' if last == 0 => (u32::from(c) & 15) as i32 + 1,
            _ => break,
        };
        // A smaller one before a greater one is taken away.
        token.value += value - if last < value { 2 * last } else { 0 };
        last = value;
        token.end += c.len_utf8();
    }
    token.end += ordinal(scan::from(rest, token.end));
    if (1..40).contains(&token.value) && !scan::continues_word(scan::from(rest, token.end)) {
        token.kind = b'R';
    }
    token
}

/// A word: letters; with points in it, where it is short (`p.m.`); with its second half, where an Arabic article begins that
/// (`تشرين الثاني`). Points and spaces are left out, and letters [folded](words::fold).
#[inline(never)]
fn word(rest: &str) -> (String, usize) {
    let (mut word, mut length) = (String::new(), 0);
    loop {
        let here = scan::from(rest, length);
        let run = scan::run(here, |c| {
            scan::is_letter(c) && place("年月日년월일", c) == 0
        });
        for c in scan::to(here, run).chars() {
            word.push(words::fold(c));
        }
        length += run;
        let after = scan::from(here, run);
        let is_abbreviation = word.len() < 5
            && after.starts_with('.')
            && scan::first(scan::from(after, 1)).is_some_and(scan::is_letter);
        if word.len() > LONGEST || !is_abbreviation && !after.starts_with(" ال") {
            return (word, length);
        }
        length += 1;
    }
}

/// The longest word that dates have, in bytes.
const LONGEST: usize = 40;
