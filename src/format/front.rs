//! Where front matter ends that a text begins with. Every build has it: front matter says that a text is Markdown.

use crate::document::{Span, position};
use crate::limits;
use crate::scan;

/// What front matter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// Between a line of `---` and one of `---` or `...`.
    Yaml,
    /// Between lines of `+++`.
    Toml,
}

/// The front matter of a text.
#[derive(Debug, PartialEq)]
pub(super) struct Front {
    pub(super) syntax: Syntax,
    /// What stands between the lines that part it off.
    pub(super) block: Span,
    /// How many bytes it takes with them.
    pub(super) length: usize,
    /// Whether its first key is one word: prose may begin `Dear John:`.
    pub(super) is_sure: bool,
    is_closed: bool,
}

impl Front {
    /// The front matter that a text begins with, if it does: a key is on its first line that says anything.
    pub(super) fn of(source: &str) -> Option<Front> {
        Front::begun(source).filter(|front| front.is_closed)
    }

    /// The same of a text's beginning, behind which it may go on.
    pub(super) fn sniff(start: &str) -> bool {
        let goes_on = start.len() + 4 > limits::SNIFFED;
        Front::begun(start).is_some_and(|front| front.is_closed || goes_on)
    }

    fn begun(source: &str) -> Option<Front> {
        let mut rest = source;
        let syntax = match scan::trim_end(next_line(&mut rest), " \t") {
            "---" => Syntax::Yaml,
            "+++" => Syntax::Toml,
            _ => return None,
        };
        let start = source.len() - rest.len();
        let (mut end, mut is_closed, mut key) = (start, false, None);
        while !rest.is_empty() && !is_closed {
            end = source.len() - rest.len();
            let line = scan::trim_end(next_line(&mut rest), " \t");
            is_closed = ends(syntax, line);
            if !is_closed && key.is_none() && !line.is_empty() && !line.starts_with('#') {
                key = Some(key_of(syntax, line)?);
            }
        }
        Some(Front {
            syntax,
            block: Span::new(position(start), position(end)),
            length: source.len() - rest.len(),
            is_sure: !key.is_some_and(|key| key.trim_end().contains(' ')),
            is_closed,
        })
    }
}

/// Takes a line from the start of what is left, with what ends it.
fn next_line<'s>(rest: &mut &'s str) -> &'s str {
    let line = scan::to(rest, scan::run(rest, |c| !matches!(c, '\n' | '\r')));
    let after = scan::from(rest, line.len());
    let ending = if after.starts_with("\r\n") { 2 } else { 1 };
    *rest = scan::from(after, ending);
    line
}

fn ends(syntax: Syntax, line: &str) -> bool {
    match syntax {
        Syntax::Yaml => line == "---" || line == "...",
        Syntax::Toml => line == "+++",
    }
}

/// The key that a line begins with: a few words at most, and no sentence.
fn key_of(syntax: Syntax, line: &str) -> Option<&str> {
    let mark = match syntax {
        Syntax::Yaml => ":",
        Syntax::Toml if line.starts_with('[') => return line.ends_with(']').then_some(line),
        Syntax::Toml => "=",
    };
    let (key, value) = scan::split(line, mark)?;
    let is_apart = syntax == Syntax::Toml || value.is_empty() || scan::begins_with(value, " \t");
    let is_of_key =
        |c: char| scan::is_letter(c) || c.is_ascii_digit() || scan::is_in("_-. \"'$@/<", c);
    let is_key = !key.is_empty()
        && key.len() <= limits::LABEL
        && !scan::begins_with(key, " \t-")
        && scan::run(key, is_of_key) == key.len()
        && scan::places(key.trim_end(), b' ').len() <= 3;
    (is_apart && is_key).then_some(key)
}
