//! Notes that stand where they belong, `^[words]`, as Pandoc and Obsidian write them, to notes of their own at the end.

use std::borrow::Cow;

use super::fences::Fences;
use crate::scan;

/// A text with such notes as a name, `[^.1]`, and their words behind the text. A number alone is that of another note.
pub(super) fn moved(source: &str) -> Cow<'_, str> {
    if scan::find(source, "^[").is_none() {
        return Cow::Borrowed(source);
    }
    let (mut text, mut notes) = (String::with_capacity(source.len()), String::new());
    let (mut fences, mut count) = (Fences::default(), 0);
    let mut lines = source.split_inclusive('\n');
    // Where a line begins, and up to where no note ends, as one that has begun does not.
    let (mut at, mut endless) = (0, 0);
    while let Some(line) = lines.next() {
        let is_code = fences.is_code(line);
        let (mut rest, mut end) = (line, at + line.len());
        while !is_code && let Some(length) = start(rest) {
            let start = end - rest.len() + length;
            let behind = scan::from(source, start + 2);
            let Some(note) = (start >= endless).then(|| inside(behind)).flatten() else {
                if start >= endless {
                    endless = start + scan::find(behind, "\n\n").unwrap_or(behind.len());
                }
                break;
            };
            text.push_str(scan::to(rest, length));
            count += 1;
            let mut name = scan::owned("[^.");
            scan::push_number(&mut name, count, 1);
            name.push(']');
            text.push_str(&name);
            let behind = start + 2 + note.len() + 1;
            // A note may end on another line than it begins on.
            while end < behind {
                end += lines.next().map_or(1, str::len);
            }
            rest = source.get(behind..end).unwrap_or("");
            for part in &["\n\n", &name, ": "] {
                notes.push_str(part);
            }
            for line in note.lines() {
                notes.push_str(scan::trim_start(line, " \t>"));
                notes.push(' ');
            }
        }
        text.push_str(rest);
        at = end;
    }
    text.push_str(&notes);
    Cow::Owned(text)
}

/// Where a note begins in a line, and not in its code.
fn start(line: &str) -> Option<usize> {
    let at = scan::find(line, "^[")?;
    let is_code = scan::places(scan::to(line, at), b'`').len() % 2 == 1;
    (!is_code).then_some(at)
}

/// The words of a note, up to the bracket that ends it, in the same paragraph.
fn inside(rest: &str) -> Option<&str> {
    let mut open = 0;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'[' => open += 1,
            b']' if open == 0 => {
                let words = scan::to(rest, at);
                let is_number = words.bytes().all(|byte| byte.is_ascii_digit());
                return (!is_number).then_some(words);
            }
            b']' => open -= 1,
            b'\n' if scan::from(rest, at + 1).starts_with('\n') => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn notes_in_a_line_stand_behind_the_text() {
        for (source, text) in [
            (
                "A mole^[Built *in* [1790].], old^[Or\nnew.].\nEnd\n",
                "A mole[^.1], old[^.2].\nEnd\n\n\n[^.1]: Built *in* [1790]. \n\n[^.2]: Or new. ",
            ),
            ("x^[12] y", "x^[12] y"),
            ("`a^[b]` c", "`a^[b]` c"),
            ("a^[b\n\nc]", "a^[b\n\nc]"),
            ("```\na^[b]\n```\n", "```\na^[b]\n```\n"),
        ] {
            assert_eq!(moved(source), text, "{source}");
        }
    }
}
