//! The line that says when, and often where, something was written: `Moscow, April 17, 1961`.

use crate::diagnostic::Remarks;
use crate::document::{Date, HAS_PAPERS, KNOWS_MORE};
use crate::scan;

/// The date in words that say when something was written, and where it begins: behind a place and a comma, or alone.
pub(super) fn find(words: &str, year: Option<i32>) -> Option<(usize, Date)> {
    let mut rest = words;
    loop {
        if let Some(date) = Date::parse_near(rest, year) {
            let has_day = date.start.is_some_and(|start| start.day.is_some());
            return has_day.then_some((words.len() - rest.len(), date));
        }
        let (place, behind) = scan::split(rest, ", ")?;
        if !scan::are_capitalized(scan::trim_start(place, "\"“«"), 4) {
            return None;
        }
        rest = behind;
    }
}

/// Whether words say when something was written. Those that may say it in another way are left to a build that knows more dates,
/// and days of the week.
#[inline(never)]
pub(super) fn stands(words: &str, year: Option<i32>, remarks: &mut Remarks) -> bool {
    let found = find(words, year);
    let place = found
        .as_ref()
        .map_or("", |(at, _)| scan::trim_end(scan::to(words, *at), ", "));
    let day = scan::last_word(place).get(..3).unwrap_or_default();
    // What a paper of an office is about: `To our No. 2054`.
    let is_reference =
        HAS_PAPERS && scan::after(words, "to ").is_some() && scan::find(words, ",").is_none();
    if found.is_none() && !is_reference || scan::listed("mon|tue|wed|thu|fri|sat|sun", day) {
        leave(words, DAY, remarks);
    }
    found.is_some()
}

/// The longest line, in bytes, in which a date is looked for that this build does not know.
const LONGEST: usize = 80;

/// So many digits has a date with a day at least, if it does not count the years of the French Republic.
pub(super) const DAY: usize = 3;

/// Leaves short words to a build that knows more dates, if there may be one in them, of so many digits at least. Behind the
/// words for a copy or a number there is none, nor where a colon stands before the digits.
#[inline(never)]
pub(super) fn leave(words: &str, least: usize, remarks: &mut Remarks) {
    let is_digit = |c: &char| c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{6f9}');
    if !KNOWS_MORE
        && words.len() <= LONGEST
        && (words.chars().filter(is_digit).count() >= least || scan::find(words, " an ").is_some())
        && scan::after(words, "copy ").is_none()
        && scan::find(words, "No. ").is_none()
        && scan::split(words, ": ")
            .is_none_or(|(_, behind)| !scan::begins_with(behind, "0123456789"))
    {
        remarks.leave();
    }
}
