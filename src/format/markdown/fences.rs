//! Lines of code between fences, in which nothing is a mark.

use crate::scan;

/// What tells of one line after another whether it is code.
#[derive(Default)]
pub(super) struct Fences {
    /// The fence that has begun; nothing outside of code.
    open: &'static str,
}

impl Fences {
    /// Whether the next line is code, or a fence.
    pub(super) fn is_code(&mut self, line: &str) -> bool {
        let words = scan::trim_start(line, " \t>");
        match ["```", "~~~"].iter().find(|mark| words.starts_with(**mark)) {
            Some(mark) if self.open.is_empty() => self.open = mark,
            Some(mark) if self.open == *mark => self.open = "",
            Some(_) => {}
            None => return !self.open.is_empty(),
        }
        true
    }
}
