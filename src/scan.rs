//! Helpers over words: pure, never panicking, and one copy of each in the module.
//!
//! The standard library's methods take patterns by type and are compiled anew for every type of pattern;
//! slicing by index may panic, and what formats the panic weighs more than all of these.

/// Words from a byte on; none where that is past the end or inside a character.
pub(crate) fn from(words: &str, at: usize) -> &str {
    words.get(at..).unwrap_or("")
}

/// Words up to a byte; none where that is past the end or inside a character.
pub(crate) fn to(words: &str, at: usize) -> &str {
    words.get(..at).unwrap_or("")
}

/// Where the first `needle` begins; an empty one is nowhere.
#[inline(never)]
pub(crate) fn find(words: &str, needle: &str) -> Option<usize> {
    let needle = needle.as_bytes();
    words
        .as_bytes()
        .windows(needle.len().max(1))
        .position(|part| part == needle)
}

/// Where the last `needle` begins; an empty one is nowhere.
#[inline(never)]
pub(crate) fn find_last(words: &str, needle: &str) -> Option<usize> {
    let needle = needle.as_bytes();
    words
        .as_bytes()
        .windows(needle.len().max(1))
        .rposition(|part| part == needle)
}

/// What stands before and after the first `needle`.
pub(crate) fn split<'w>(words: &'w str, needle: &str) -> Option<(&'w str, &'w str)> {
    let at = find(words, needle)?;
    Some((to(words, at), from(words, at + needle.len())))
}

/// Words without the characters of `marks` at their start.
#[inline(never)]
pub(crate) fn trim_start<'w>(words: &'w str, marks: &str) -> &'w str {
    let mut characters = words.chars();
    loop {
        let rest = characters.as_str();
        match characters.next() {
            Some(c) if is_in(marks, c) => {}
            _ => return rest,
        }
    }
}

/// Words without the characters of `marks` at their end.
#[inline(never)]
pub(crate) fn trim_end<'w>(words: &'w str, marks: &str) -> &'w str {
    let mut characters = words.chars();
    loop {
        let rest = characters.as_str();
        match characters.next_back() {
            Some(c) if is_in(marks, c) => {}
            _ => return rest,
        }
    }
}

/// Words without the characters of `marks` around them.
pub(crate) fn trim<'w>(words: &'w str, marks: &str) -> &'w str {
    trim_start(trim_end(words, marks), marks)
}

/// Words without the white space around them.
#[inline(never)]
pub(crate) fn trimmed(words: &str) -> &str {
    trimmed_of(words, char::is_whitespace)
}

/// Words without the characters around them that pass the test.
#[inline(never)]
pub(crate) fn trimmed_of(words: &str, test: fn(char) -> bool) -> &str {
    let mut characters = from(words, run(words, test)).chars();
    loop {
        let rest = characters.as_str();
        match characters.next_back() {
            Some(c) if test(c) => {}
            _ => return rest,
        }
    }
}

/// The parts of words between marks; where there is no mark, all of it is one.
#[inline(never)]
pub(crate) fn parts<'w>(words: &'w str, mark: &str) -> Vec<&'w str> {
    let (mut parts, mut rest) = (Vec::new(), words);
    while let Some((part, others)) = split(rest, mark) {
        parts.push(part);
        rest = others;
    }
    parts.push(rest);
    parts
}

/// The parts of words between any of the marks, without the white space around them; empty ones are left out.
#[inline(never)]
pub(crate) fn items<'w>(words: &'w str, marks: &str) -> Vec<&'w str> {
    let (mut items, mut rest) = (Vec::new(), words);
    while !rest.is_empty() {
        let mut characters = rest.chars();
        while characters.next().is_some_and(|c| !is_in(marks, c)) {}
        let after = characters.as_str();
        let item = trimmed(trim_end(to(rest, rest.len() - after.len()), marks));
        if !item.is_empty() {
            items.push(item);
        }
        rest = after;
    }
    items
}

/// What a table, `key value|key value`, has for a key.
#[inline(never)]
pub(crate) fn looked_up<'t>(table: &'t str, key: &str) -> Option<&'t str> {
    let rows = parts(table, "|");
    let value = |row: &&'t str| split(row, " ").filter(|(known, _)| *known == key);
    rows.iter().find_map(value).map(|(_, value)| value)
}

/// Adds words behind a mark, where others stand before them. No words are not added.
#[inline(never)]
pub(crate) fn push_apart(words: &mut String, mark: &str, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push_str(mark);
    }
    words.push_str(more);
}

/// With a capital at the beginning, where that is a letter of ASCII.
#[inline(never)]
pub(crate) fn capitalized(words: &str) -> String {
    let mut words = owned(words);
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// Whether a character is one of `marks`.
#[inline(never)]
pub(crate) fn is_in(marks: &str, character: char) -> bool {
    marks.chars().any(|mark| mark == character)
}

/// Whether one of the characters of words is one of `marks`.
#[inline(never)]
pub(crate) fn has_any(words: &str, marks: &str) -> bool {
    words.chars().any(|c| is_in(marks, c))
}

/// Whether words begin with a character of `marks`.
pub(crate) fn begins_with(words: &str, marks: &str) -> bool {
    first(words).is_some_and(|c| is_in(marks, c))
}

/// Whether words end with a character of `marks`.
pub(crate) fn ends_with(words: &str, marks: &str) -> bool {
    words.chars().next_back().is_some_and(|c| is_in(marks, c))
}

/// The first character.
pub(crate) fn first(words: &str) -> Option<char> {
    words.chars().next()
}

/// Whether words begin with a letter or a digit: a word before them goes on.
pub(crate) fn continues_word(words: &str) -> bool {
    first(words).is_some_and(|c| is_letter(c) || c.is_ascii_digit())
}

/// How many bytes at the start are characters that pass the test.
#[inline(never)]
pub(crate) fn run(words: &str, test: fn(char) -> bool) -> usize {
    let mut characters = words.chars();
    loop {
        let rest = characters.as_str().len();
        match characters.next() {
            Some(c) if test(c) => {}
            _ => return words.len() - rest,
        }
    }
}

/// Whether words have a digit, be it one of Arabic.
pub(crate) fn has_digit(words: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{6f9}');
    words.chars().any(is_digit)
}

/// What follows a prefix, ASCII case aside.
#[inline(never)]
pub(crate) fn after<'w>(words: &'w str, prefix: &str) -> Option<&'w str> {
    let start = words.get(..prefix.len())?;
    start
        .eq_ignore_ascii_case(prefix)
        .then(|| from(words, prefix.len()))
}

/// What follows the longest of the prefixes that fits, and which row of the table that is.
#[inline(never)]
pub(crate) fn after_any<'w>(words: &'w str, prefixes: &[&str]) -> Option<(usize, &'w str)> {
    let mut found: Option<(usize, &str)> = None;
    for (row, prefix) in prefixes.iter().enumerate() {
        if let Some(rest) = after(words, prefix)
            && found.is_none_or(|(_, shortest)| rest.len() < shortest.len())
        {
            found = Some((row, rest));
        }
    }
    found
}

/// Whether a list, its items parted by `|`, has the word, ASCII case aside.
#[inline(never)]
pub(crate) fn listed(list: &str, word: &str) -> bool {
    let mut items = list.as_bytes().split(|byte| *byte == b'|');
    items.any(|item| item.eq_ignore_ascii_case(word.as_bytes()))
}

/// A list of words parted by `|`, with others behind them in a build that knows these. What it does not know is not in it, as the
/// end of a longer constant would be.
macro_rules! list {
    ($words:literal, $is_known:expr => $others:literal) => {
        match $is_known {
            true => concat!($words, $others),
            false => $words,
        }
    };
}
pub(crate) use list;

/// The place of every word: the byte at which it begins.
#[inline(never)]
pub(crate) fn word_starts(words: &str) -> Vec<usize> {
    let mut starts = vec![0];
    for space in places(words, b' ') {
        starts.push(space + 1);
    }
    starts
}

/// Where a character of ASCII stands.
#[inline(never)]
pub(crate) fn places(words: &str, mark: u8) -> Vec<usize> {
    let mut places = Vec::new();
    for (at, byte) in words.bytes().enumerate() {
        if byte == mark {
            places.push(at);
        }
    }
    places
}

/// The words behind the last space.
pub(crate) fn last_word(words: &str) -> &str {
    from(words, find_last(words, " ").map_or(0, |at| at + 1))
}

/// The words up to the first space.
pub(crate) fn first_word(words: &str) -> &str {
    to(words, run(words, |c| c != ' '))
}

/// The white space of ASCII.
#[cfg(feature = "marked")]
pub(crate) const BLANKS: &str = " \t\n\r\u{c}";

/// Takes the next word from the start of those that are left; what stands between them are these characters of ASCII.
#[inline(never)]
pub(crate) fn next_word<'w>(rest: &mut &'w str, blanks: &str) -> Option<&'w str> {
    let words = trim_start(rest, blanks);
    let is_blank = |byte: u8| blanks.bytes().any(|blank| blank == byte);
    let length = words.bytes().position(is_blank).unwrap_or(words.len());
    *rest = from(words, length);
    (length > 0).then(|| to(words, length))
}

/// Adds words with the white space between them folded to one space, as HTML folds it.
#[inline(never)]
pub(crate) fn push_folded(folded: &mut String, words: &str) {
    let mut rest = words;
    while let Some(word) = next_word(&mut rest, " \t\n") {
        push_apart(folded, " ", word);
    }
}

/// Words with the white space between them folded to one space.
pub(crate) fn folded(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    push_folded(&mut folded, words);
    folded
}

/// Words of one's own. `to_owned` is compiled anew at every place where it stands.
#[inline(never)]
pub(crate) fn owned(words: &str) -> String {
    String::from(words)
}

/// Several words as one string.
#[inline(never)]
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut joined = String::new();
    for part in parts {
        joined.push_str(part);
    }
    joined
}

/// The same words so many times.
#[cfg(feature = "marked")]
pub(crate) fn repeated(words: &str, times: u32) -> String {
    let mut repeated = String::new();
    for _ in 0..times {
        repeated.push_str(words);
    }
    repeated
}

/// The number that words are, if they are nothing but digits, nine at most.
#[inline(never)]
pub(crate) fn number(words: &str) -> Option<u32> {
    if words.is_empty() || words.len() > 9 {
        return None;
    }
    let mut number = 0;
    for byte in words.bytes() {
        number = number * 10 + u32::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    Some(number)
}

/// Adds a number in decimal, with zeros before it up to that many digits.
#[inline(never)]
pub(crate) fn push_number(words: &mut String, number: u32, digits: u32) {
    if number >= 10 || digits > 1 {
        push_number(words, number / 10, digits.saturating_sub(1));
    }
    words.push(char::from(b'0' + (number % 10) as u8));
}

/// Whether words have no white space and no character that nobody sees.
#[inline(never)]
pub(crate) fn is_seamless(words: &str) -> bool {
    !words.chars().any(|c| c.is_control() || c.is_whitespace())
}

/// Whether a character is a letter, or one of the signs of a script that has no letters.
///
/// Told by ranges: the exact tables of Unicode weigh more than all that is asked of them here.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        // Controls, signs and punctuation of Latin-1; punctuation, arrows, boxes; punctuation of CJK; private use.
        '\u{80}'..='\u{bf}' | '×' | '÷' => matches!(c, 'ª' | 'µ' | 'º'),
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{ff00}'..='\u{ff20}' | '\u{fff0}'..='\u{ffff}' => false,
        _ => true,
    }
}

/// Whether a letter is a capital, in the scripts with two cases that most archives write: Latin, Greek, Cyrillic.
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Ά'..='Ώ' | 'Α'..='Ϋ' | 'Ѐ'..='Я' => true,
        'Ā'..='ɏ' | 'Ѡ'..='ԯ' | 'Ḁ'..='ỿ' => !is_second(c),
        _ => false,
    }
}

/// Whether words are so many at most, and every one begins with a capital.
#[inline(never)]
pub(crate) fn are_capitalized(words: &str, most: usize) -> bool {
    let words = parts(words, " ");
    let is_capitalized = |word: &&str| first(word).is_some_and(is_capital);
    words.len() <= most && words.iter().all(is_capitalized)
}

/// Whether a letter is a small one, in the same scripts.
pub(crate) fn is_small(c: char) -> bool {
    match c {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ' => true,
        'Ā'..='ɏ' | 'Ѡ'..='ԯ' | 'Ḁ'..='ỿ' => is_second(c),
        _ => false,
    }
}

/// The small letter of a capital, in the same scripts.
pub(crate) fn small(c: char) -> char {
    let distance = match c {
        _ if !is_capital(c) => 0,
        'Ѐ'..='Џ' => 80,
        'Ā'..='ɏ' | 'Ѡ'..='ԯ' | 'Ḁ'..='ỿ' => 1,
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ' | 'Ώ' => 63,
        _ => 32,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

/// Capital and small letter stand side by side in these blocks: the small one is odd, but in two stretches even.
fn is_second(c: char) -> bool {
    let flipped = matches!(c, 'Ĺ'..='ň' | 'Ź'..='ž');
    (u32::from(c) % 2 == 1) != flipped
}
