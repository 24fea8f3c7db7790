//! An archive's own citation, taken apart: `"Title", date, digital archive, statement of source <address>`.

use crate::document::{Citation, Date, KNOWS_MORE};
use crate::format::phrases::statement;
use crate::scan;

/// Reads a citation; `title` is the record's own, which tells where a title with quotation marks in it ends.
///
/// What is not understood stays in [`Citation::verbatim`].
pub(super) fn read(verbatim: String, title: &str) -> Citation {
    let mut citation = Citation::default();
    let mut rest = verbatim.trim();
    if let Some((before, url)) = address_at_end(rest) {
        citation.url = Some(scan::owned(url));
        rest = before;
    }
    if let Some((quoted, after)) = quoted_title(rest, title) {
        citation.title = Some(scan::owned(quoted));
        rest = after;
    }
    if KNOWS_MORE && let Some(after) = after_no_date(rest) {
        rest = after;
    }
    if let Some((date, length)) = Date::parse_prefix(rest, None) {
        citation.date = Some(date);
        rest = scan::trim_start(scan::from(rest, length), ", ");
        if !KNOWS_MORE && scan::begins_with(rest, "0123456789") {
            // A time of the day: without a date, the record is left.
            citation.date = None;
        }
    }
    if let Some((archive, after)) = digital_archive(rest) {
        citation.digital_archive = Some(scan::owned(archive));
        rest = after;
    }
    let understood = citation.title.is_some() || citation.digital_archive.is_some();
    if understood && !rest.is_empty() {
        let statement = statement::read(rest);
        citation.source = Some(scan::owned(rest));
        citation.repository = statement.repository;
        citation.locator = statement.locator;
        citation.provenance = statement.steps;
    }
    citation.verbatim = verbatim;
    citation
}

/// What follows words which say that there is no date.
fn after_no_date(rest: &str) -> Option<&str> {
    let (words, after) = scan::split(rest, ", ")?;
    scan::listed("undated|no date|n.d.", words).then_some(after)
}

/// `… <https://…>` or `… https://…` at the end.
fn address_at_end(citation: &str) -> Option<(&str, &str)> {
    let words = scan::trim_end(citation, ".>");
    let before = scan::find_last(words, " ").max(scan::find_last(words, "<"));
    let at = before.map_or(0, |mark| mark + 1);
    let address = scan::from(words, at);
    let is_address = scan::after_any(address, &["https://", "http://"]).is_some();
    is_address.then(|| (scan::trim_end(scan::to(words, at), "<, "), address))
}

/// The title between quotation marks at the start, and what follows the comma behind it.
fn quoted_title<'c>(citation: &'c str, title: &str) -> Option<(&'c str, &'c str)> {
    const CLOSING: &str = "\"”»’";
    let opening = scan::first(citation).filter(|c| scan::is_in("\"“«‘", *c))?;
    let inside = scan::from(citation, opening.len_utf8());
    if let Some(after) = inside.strip_prefix(title).filter(|_| !title.is_empty()) {
        let title = scan::to(inside, title.len());
        return Some((title, scan::trim_start(after, "\"”»’, ")));
    }
    if !KNOWS_MORE {
        // It leaves a record with another title, for it has found no date then.
        return None;
    }
    let mut found = None;
    for (at, c) in inside.char_indices() {
        let (before, after) = (scan::to(inside, at), scan::from(inside, at + c.len_utf8()));
        if scan::is_in(CLOSING, c) && (after.starts_with(',') || before.ends_with(',')) {
            let rest = scan::trim_start(after, ", ");
            let this = (scan::trim_end(before, ", "), rest);
            if Date::parse_prefix(rest, None).is_some() {
                return Some(this);
            }
            found = found.or(Some(this));
        }
    }
    found
}

/// The part up to the next comma, if it names a digital archive, collection or library.
fn digital_archive(rest: &str) -> Option<(&str, &str)> {
    let (name, after) = scan::split(rest, ", ").unwrap_or((rest, ""));
    let is_one = ["Digital", "Online", "Program"]
        .iter()
        .any(|word| scan::find(name, word).is_some());
    (is_one && name.len() <= 100 && !scan::has_any(name, ";."))
        .then_some((name.trim(), after.trim()))
}
