//! The words of YAML: keys, plain words, those in quotation marks, names of anchors.

use crate::scan;

/// A key at the start of a line, and how many bytes stand before its colon.
pub(super) fn key(line: &str) -> Option<(String, usize)> {
    let (words, length) = match scan::begins_with(line, "\"'") {
        true => {
            let (words, length) = quoted(line)?;
            let blanks = scan::run(scan::from(line, length), |c| c == ' ');
            let is_on_line = !scan::to(line, length).contains(['\n', '\r']);
            (words, length.checked_add(blanks).filter(|_| is_on_line)?)
        }
        false => {
            let length = colon(line)?;
            let words = scan::to(line, length).trim_end();
            let is_plain = begins_plain(words) && comment(words).is_none();
            (is_plain.then(|| scan::owned(words))?, length)
        }
    };
    let rest = scan::from(line, length).strip_prefix(':')?;
    (rest.is_empty() || scan::begins_with(rest, " \t")).then_some((words, length))
}

/// Where the first colon stands that ends a key.
fn colon(line: &str) -> Option<usize> {
    let ends_key = |at: &usize| {
        let rest = scan::from(line, at + 1);
        rest.is_empty() || scan::begins_with(rest, " \t")
    };
    scan::places(line, b':').into_iter().find(ends_key)
}

/// Whether words may begin without quotation marks.
fn begins_plain(words: &str) -> bool {
    let is_mark_alone = |mark: char| {
        let rest = words.strip_prefix(mark);
        rest.is_some_and(|rest| rest.is_empty() || scan::begins_with(rest, " \t"))
    };
    !words.is_empty()
        && !scan::begins_with(words, ",[]{}#&*!|>'\"%@`\t")
        && !['-', '?', ':'].into_iter().any(is_mark_alone)
}

/// Where a comment begins behind white space.
fn comment(line: &str) -> Option<usize> {
    let is_one = |at: &usize| scan::ends_with(scan::to(line, *at), " \t");
    scan::places(line, b'#').into_iter().find(is_one)
}

/// Plain words up to the end of a line or a comment, and whether there is one. `None` where they cannot be plain: `a: b`.
pub(super) fn plain(line: &str, is_first: bool) -> Option<(&str, bool)> {
    let comment = comment(line);
    let words = scan::to(line, comment.unwrap_or(line.len())).trim_end();
    let begins = !is_first || begins_plain(words);
    (begins && colon(words).is_none()).then_some((words, comment.is_some()))
}

/// The name of an anchor or an alias, and what follows it.
pub(super) fn name(words: &str) -> Option<(&str, &str)> {
    let inside = scan::from(words, 1);
    let length = scan::run(inside, |c| !c.is_whitespace() && !scan::is_in(",[]{}", c));
    let (name, rest) = (scan::to(inside, length), scan::from(inside, length));
    (length > 0).then_some((name, rest))
}

/// What stands behind `|` or `>`: the indentation that is said, and what follows.
pub(super) fn header(words: &str) -> Option<(Option<usize>, &str)> {
    let length = scan::run(words, |c| scan::is_in("+-123456789", c));
    let (said, rest) = (scan::to(words, length), scan::from(words, length));
    let number = scan::trim(said, "+-");
    let is_apart = rest.is_empty() || scan::begins_with(rest, " \t");
    let indent = scan::number(number).map(|number| number as usize);
    (length <= 2 && number.len() <= 1 && is_apart).then_some((indent, rest))
}

/// Words in quotation marks, which may go on over lines, and how many bytes they take with the marks.
pub(super) fn quoted(text: &str) -> Option<(String, usize)> {
    let mark = scan::first(text)?;
    let mut words = String::new();
    let mut rest = scan::from(text, 1);
    loop {
        let c = scan::first(rest)?;
        rest = scan::from(rest, c.len_utf8());
        match c {
            '\'' if mark == '\'' && rest.starts_with('\'') => {
                words.push('\'');
                rest = scan::from(rest, 1);
            }
            _ if c == mark => return Some((words, text.len() - rest.len())),
            '\\' if mark == '"' => rest = escaped(rest, &mut words)?,
            '\n' | '\r' => rest = line_end(c, rest, &mut words),
            _ => words.push(c),
        }
    }
}

/// A line end is a space, and so many empty lines behind it are line ends.
fn line_end<'t>(c: char, rest: &'t str, words: &mut String) -> &'t str {
    words.truncate(scan::trim_end(words, " \t").len());
    let mut rest = if c == '\r' {
        rest.strip_prefix('\n').unwrap_or(rest)
    } else {
        rest
    };
    let mut gap = false;
    loop {
        rest = scan::trim_start(rest, " \t");
        let Some(next) = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix(['\n', '\r']))
        else {
            break;
        };
        words.push('\n');
        (rest, gap) = (next, true);
    }
    if !gap {
        words.push(' ');
    }
    rest
}

/// What follows a backslash, to the character that it means.
pub(in super::super) fn escaped<'t>(rest: &'t str, words: &mut String) -> Option<&'t str> {
    let c = scan::first(rest)?;
    let behind = scan::from(rest, c.len_utf8());
    let digits = match c {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '\n' | '\r' => {
            let behind = if c == '\r' {
                behind.strip_prefix('\n').unwrap_or(behind)
            } else {
                behind
            };
            return Some(scan::trim_start(behind, " \t"));
        }
        _ => {
            let row = ESCAPES.iter().find(|(name, _)| *name == c)?;
            words.push(row.1);
            return Some(behind);
        }
    };
    let number = behind.get(..digits)?;
    let is_hexadecimal = number.bytes().all(|byte| byte.is_ascii_hexdigit());
    let code = u32::from_str_radix(number, 16)
        .ok()
        .filter(|_| is_hexadecimal)?;
    words.push(char::from_u32(code)?);
    Some(scan::from(behind, digits))
}

/// What single characters mean behind a backslash.
const ESCAPES: [(char, char); 14] = [
    ('0', '\0'),
    ('a', '\u{7}'),
    ('b', '\u{8}'),
    ('t', '\t'),
    ('n', '\n'),
    ('v', '\u{b}'),
    ('f', '\u{c}'),
    ('r', '\r'),
    ('e', '\u{1b}'),
    (' ', ' '),
    ('"', '"'),
    ('/', '/'),
    ('\\', '\\'),
    ('_', '\u{a0}'),
];
