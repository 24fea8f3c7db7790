//! Where front matter ends that a text begins with.

use crate::document::{Span, position};
use crate::format::marks;
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
}

impl Front {
    /// The front matter that a text begins with, if it does: a key is on its first line that says anything, and it ends.
    pub(super) fn of(source: &str) -> Option<Front> {
        let mut rest = source;
        let syntax = match scan::trim_end(next_line(&mut rest), " \t") {
            "---" => Syntax::Yaml,
            "+++" => Syntax::Toml,
            _ => return None,
        };
        let start = source.len() - rest.len();
        let mut key = None;
        while !rest.is_empty() {
            let end = source.len() - rest.len();
            let line = scan::trim_end(next_line(&mut rest), " \t");
            if ends(syntax, line) {
                return Some(Front {
                    syntax,
                    block: Span::new(position(start), position(end)),
                    length: source.len() - rest.len(),
                    is_sure: key.is_none_or(|key| scan::find(scan::trimmed(key), " ").is_none()),
                });
            }
            if key.is_none() && !line.is_empty() && !line.starts_with('#') {
                key = Some(marks::key(line, syntax == Syntax::Yaml)?);
            }
        }
        None
    }
}

/// Takes a line from the start of what is left, with what ends it.
pub(super) fn next_line<'s>(rest: &mut &'s str) -> &'s str {
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
