//! What stands above a document without any label, in a build that knows only the commonest records: a date, and a title.
//! Where there may be anything else, the document is left to a build that knows more.

use super::names;
use crate::document::Date;
use crate::format::lines::Line;
use crate::format::prose;
use crate::scan;

/// What a line above a document says; this build tells dates and titles alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Number,
    Title,
    Date,
    Place,
    Classification,
    Other,
}

pub(super) type Piece<'s> = (What, Line<'s>);

pub(super) fn find<'s>(_: &[Line<'s>]) -> (Vec<Piece<'s>>, usize) {
    (Vec::new(), 0)
}

pub(super) fn cells<'s>(_: &Line<'s>, _: bool, _: bool, _: &mut Vec<Piece<'s>>) -> bool {
    false
}

/// Whether lines without labels are what they seem to be here, a title above all: they have no number, and are not about
/// how secret the document was.
pub(super) fn is_sure(words: &str) -> bool {
    let name = scan::to(words, scan::run(words, |c| !scan::is_in(".,;:/(-–", c)));
    let has_digit = words.bytes().any(|byte| byte.is_ascii_digit());
    Date::parse(words).is_some()
        || !has_digit
            && !scan::begins_with(words, "[(/*")
            && names::code(name) != Some(names::CLASSIFIED)
            && scan::first_word(words).len() > 1
}

/// Whether a line may be of a layout that this build does not know: a table, the head of a telegram, Dublin Core.
pub(super) fn is_of_other_layout(line: &str) -> bool {
    let words = scan::trimmed(line);
    scan::has_any(line, "|\t@")
        || scan::begins_with(line, " ")
        || prose::may_be_item(words)
        || is_of_shelfmark(line)
        || scan::find(words, "  ").is_some()
        || scan::after_any(words, &["FM ", "dc"]).is_some()
}

/// Whether there may be a shelfmark by fonds: `f. 5`.
fn is_of_shelfmark(line: &str) -> bool {
    ["f. ", "F. ", "ф. ", "Ф. "].iter().any(|mark| {
        let number = scan::split(line, mark).map_or("", |(_, number)| number);
        scan::begins_with(number, "0123456789")
    })
}

pub(super) fn what(words: &str) -> Option<What> {
    Date::parse(words).map(|_| What::Date)
}

pub(super) fn number(_: &str) -> Option<(&str, &str)> {
    None
}

pub(super) fn dated(words: &str) -> Option<(&str, Date)> {
    Some(("", Date::parse(words)?))
}

pub(super) fn title(words: &str) -> (&str, &str) {
    ("", words)
}

pub(super) fn is_telegram(_: &Line) -> bool {
    false
}
