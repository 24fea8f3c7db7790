//! Numbers that a program computes, and that stand in no part: of headings, of paragraphs, of items of lists.

use crate::document::position;
use crate::scan;

/// How many levels a numbering has.
pub(super) const LEVELS: usize = 9;

/// The last numbers of each level, where there has been one.
pub(super) type Counts = [Option<u32>; LEVELS];

/// A level of a numbering.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    /// How its numbers are written, by the first of them: `1`, `a`, `A`, `i`, `I`, `01`, `а`, `А`, `一`, `①`. `None` where
    /// it has signs or nothing.
    pub sign: Option<char>,
    /// What stands before a paragraph: numbers of this level and of those above it in their places, as in `Article %1` and
    /// `%1.%2`. Empty where it has a sign.
    pub pattern: String,
    pub start: u32,
    /// Behind which level it counts anew, where not behind each one above it: 0 for none.
    pub restart: Option<u32>,
    /// Whether all numbers are written in digits.
    pub is_legal: bool,
    /// Whether words follow without a space.
    pub is_close: bool,
    /// Whether it has a sign, for a list.
    pub is_bullet: bool,
}

/// The number of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Number {
    /// `None` where its list has signs, or nothing.
    pub value: Option<u32>,
    /// How it is written, as HTML names it.
    pub sign: String,
    /// It as it stands before the paragraph; empty for a sign.
    pub words: String,
    /// Whether it is that of an item: no more than a number or a sign.
    pub is_item: bool,
    pub is_close: bool,
}

impl Number {
    /// Whether it is shown although its paragraph has no words: above the text of an article, say, or in a cell. Behind the
    /// last item of a list it is what somebody has forgotten there.
    pub(super) fn stands_alone(&self, is_in_heading_or_cell: bool) -> bool {
        !self.words.is_empty() && (is_in_heading_or_cell || !self.is_item)
    }
}

/// The levels of a numbering that nothing is said of.
pub(super) fn no_levels() -> [Level; LEVELS] {
    std::array::from_fn(|_| Level::default())
}

/// Counts a paragraph on a level; from `start` on, if that is said.
pub(super) fn count(
    levels: &[Level; LEVELS],
    counts: &mut Counts,
    own: usize,
    start: Option<u32>,
) -> Option<Number> {
    let says = levels.get(own)?;
    for (level, count) in levels.iter().zip(counts.iter_mut()).skip(own + 1) {
        if level.restart.is_none_or(|behind| (own as u32) < behind) {
            *count = None;
        }
    }
    let count = counts.get_mut(own)?;
    let number = match (start, *count) {
        (Some(start), _) => start,
        (None, Some(last)) => last.saturating_add(1),
        (None, None) => says.start,
    };
    *count = Some(number);
    let words = words(levels, counts, says);
    Some(Number {
        value: says.sign.map(|_| number),
        sign: says.sign.unwrap_or('1').to_string(),
        is_item: says.is_bullet || is_plain(says, own),
        words,
        is_close: says.is_close && !says.pattern.ends_with(' '),
    })
}

/// What stands before a paragraph of a level.
fn words(levels: &[Level; LEVELS], counts: &Counts, says: &Level) -> String {
    let (mut words, mut rest) = (String::new(), &*says.pattern);
    while let Some((before, behind)) = scan::split(rest, "%") {
        words.push_str(before);
        rest = behind;
        let digit = scan::first(behind).and_then(|digit| digit.to_digit(10));
        let Some(index) = digit.and_then(|digit| (digit as usize).checked_sub(1)) else {
            words.push('%');
            continue;
        };
        rest = scan::from(behind, 1);
        let (Some(level), Some(count)) = (levels.get(index), counts.get(index)) else {
            continue;
        };
        if let Some(sign) = level.sign {
            let sign = if says.is_legal { '1' } else { sign };
            push(&mut words, count.unwrap_or(level.start), sign);
        }
    }
    words.push_str(rest);
    scan::folded(&words)
}

/// Whether a level has no more than its own number, written as HTML can, and marks beside it.
fn is_plain(says: &Level, own: usize) -> bool {
    let is_known = says.sign.is_some_and(|sign| scan::is_in("1aAiI", sign));
    let Some((before, behind)) = scan::split(&says.pattern, "%") else {
        return false;
    };
    let is_own = scan::number(scan::to(behind, 1)) == u32::try_from(own + 1).ok();
    let marks = [before, scan::from(behind, 1)];
    let are_marks = |words: &str| words.chars().all(|c| scan::is_in(" \u{a0}.,:;()[]-–—", c));
    is_known && is_own && marks.into_iter().all(are_marks)
}

/// The letters that lists in Russian are numbered with.
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
/// The signs of notes, as printers in America count them.
const SIGNS: &str = "*†‡§";
const CHINESE: &str = "〇一二三四五六七八九";

/// Adds a number, written like the first one of its kind.
pub(super) fn push(words: &mut String, number: u32, sign: char) {
    let mut written = String::new();
    match sign {
        'a' | 'A' => push_letters(&mut written, number, LATIN),
        'а' | 'А' => push_letters(&mut written, number, RUSSIAN),
        '*' => push_letters(&mut written, number, SIGNS),
        'i' | 'I' => push_roman(&mut written, number),
        '一' => push_chinese(&mut written, number),
        '①' if (1..=20).contains(&number) => written.extend(char::from_u32(0x245f + number)),
        '0' => scan::push_number(&mut written, number, 2),
        _ => scan::push_number(&mut written, number, 1),
    }
    match scan::is_capital(sign) {
        true => words.push_str(&written.to_uppercase()),
        false => words.push_str(&written),
    }
}

/// Adds a number as a letter: behind the last one they are doubled.
fn push_letters(words: &mut String, number: u32, letters: &str) {
    let count = position(letters.chars().count());
    let at = number.wrapping_sub(1);
    match letters.chars().nth((at % count) as usize) {
        Some(letter) if number > 0 && at / count < 4 => {
            (0..=at / count).for_each(|_| words.push(letter));
        }
        _ => scan::push_number(words, number, 1),
    }
}

/// Adds a number below a hundred as Chinese and Japanese say it.
fn push_chinese(words: &mut String, number: u32) {
    if number > 99 {
        return scan::push_number(words, number, 1);
    }
    let digit = |digit: u32| CHINESE.chars().nth(digit as usize);
    let (tens, ones) = (number / 10, number % 10);
    if tens > 1 {
        words.extend(digit(tens));
    }
    if tens > 0 {
        words.push('十');
    }
    if tens == 0 || ones > 0 {
        words.extend(digit(ones));
    }
}

/// What Roman numbers are made of.
const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// Adds a number in small Roman letters; one that would be long, in decimal.
fn push_roman(words: &mut String, mut number: u32) {
    if number == 0 || number >= 4000 {
        return scan::push_number(words, number, 1);
    }
    for (value, letters) in ROMAN {
        while number >= value {
            words.push_str(letters);
            number -= value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::push;

    #[test]
    fn numbers_are_written_like_the_first_of_their_kind() {
        for (number, sign, written) in [
            (3, '1', "3"),
            (3, '0', "03"),
            (28, 'a', "bb"),
            (0, 'a', "0"),
            (27, 'A', "AA"),
            (14, 'i', "xiv"),
            (1999, 'I', "MCMXCIX"),
            (4000, 'I', "4000"),
            (3, 'а', "в"),
            (30, 'А', "АА"),
            (6, '*', "††"),
            (20, '①', "⑳"),
            (21, '①', "21"),
            (0, '一', "〇"),
            (10, '一', "十"),
            (47, '一', "四十七"),
            (100, '一', "100"),
        ] {
            let mut words = String::new();
            push(&mut words, number, sign);
            assert_eq!(words, written, "{number} like {sign}");
        }
    }
}
