//! The beginning and the end of a letter: dateline, address and greeting; farewell, signature and what stands below it.

use super::paragraph::Paragraph;
use super::shape::{Kind, ends_sentence, is_short};
use super::{closing, dateline};
use crate::diagnostic::Remarks;
use crate::document::KNOWS_MORE;
use crate::scan;

/// How greetings begin, in English and other languages. Letter case is that of ASCII alone, so that others have a capital, as they
/// are written. No line of the commonest records begins in Cyrillic.
const GREETINGS: &str = scan::list!(
    "dear |dearest|my dear|sir|gentlemen|madam|your excellency|excellency|mr. president|comrade|\
    sehr geehrte|liebe|geehrte|cher |chère|mon cher|ma chère|monsieur|messieurs|estimad|querid|caro |cara |szanown",
    KNOWS_MORE => "|Уважаем|Многоуважаем|Глубокоуважаем|Дорог|Товарищ|Шановн"
);

/// How farewells begin.
const FAREWELLS: &str = scan::list!(
    "yours|sincerely|very |truly|faithfully|respect|cordially|with best|with kind|with warm|\
    with respect|with great|best wishes|best regards|kind regards|regards|affectionately|ever yours|your obedient|your loving|\
    thank you again|mit freundlich|mit herzlich|mit besten|mit vorzüglich|hochachtung|ihr |ihre |bien à|cordialement|\
    atentamente|cordiali|z poważaniem",
    KNOWS_MORE => "|С уважением|С приветом|С коммунистическим|С глубоким|С искренним|Ваш|Искренне"
);

/// What stands before a name that was signed by hand.
const SIGNS: &str = scan::list!(
    "sgd|signed:|[sign|(sign|/s/|gez.|(gez|[gez",
    KNOWS_MORE => "|[Подпись|(Подпись|/Подпись|/-/|[-]|(-)"
);

/// The most lines of an address, of a signature.
const LINES: usize = 6;

/// Tells what belongs to the beginnings and ends of letters; `year` helps with years of two digits. A text that `is_alone` may be
/// a report, whose headings look like signatures.
pub(super) fn tell(
    paragraphs: &mut [Box<Paragraph>],
    year: Option<i32>,
    is_alone: bool,
    remarks: &mut Remarks,
) {
    for at in 0..paragraphs.len() {
        let Some((before, [line, behind @ ..])) = paragraphs.split_at_mut_checked(at) else {
            return;
        };
        if !is_short(line) {
            continue;
        }
        let words = &line.words;
        let goes_on = behind
            .first()
            .is_some_and(|next| !next.begins_block && is_short(next));
        let follows = !line.begins_block && before.last().is_some_and(|line| is_short(line));
        if begins(GREETINGS, words)
            && !goes_on
            && scan::ends_with(scan::trim_end(words, "*† "), ",:!")
        {
            line.kind = Kind::Salute;
            // What was written right above it, and when.
            for line in before.iter_mut().rev().take(LINES) {
                if !is_short(line) {
                    break;
                }
                if dateline::stands(&line.words, year, remarks) {
                    line.kind = Kind::Dateline;
                }
            }
        } else if begins(FAREWELLS, words)
            && !follows
            && scan::places(words, b' ').len() < 6
            && !scan::ends_with(words, ".;:?")
            && (scan::ends_with(words, ",!") || behind.first().is_none_or(|next| is_short(next)))
        {
            line.kind = Kind::Farewell;
            signature(behind, true, year, remarks);
        } else if begins(SIGNS, words)
            || !goes_on
                && !follows
                && closing::is_signature(words, false)
                && (!is_alone || !heads(words, behind))
        {
            line.kind = Kind::Signed;
            signature(behind, false, year, remarks);
        }
    }
    for line in paragraphs.iter_mut().take(3) {
        if !is_short(line) {
            return;
        }
        if dateline::stands(&line.words, year, remarks) {
            line.kind = Kind::Dateline;
            return;
        }
    }
}

/// The lines below a farewell or a signature: in its block, or else, where they `may_part` from it, the next block.
fn signature(
    behind: &mut [Box<Paragraph>],
    may_part: bool,
    year: Option<i32>,
    remarks: &mut Remarks,
) {
    for (at, line) in behind.iter_mut().take(LINES).enumerate() {
        let is_parted = line.begins_block && (at > 0 || !may_part);
        let is_long = ends_sentence(&line.words) && scan::places(&line.words, b' ').len() > 2;
        if is_parted || is_long || !is_short(line) || begins(GREETINGS, &line.words) {
            return;
        }
        line.kind = if dateline::stands(&line.words, year, remarks) {
            Kind::EndDateline
        } else {
            Kind::Signed
        };
    }
}

/// Whether what looks like a signature may be the heading of what stands below: `I. INTRODUCTION`
fn heads(words: &str, behind: &[Box<Paragraph>]) -> bool {
    scan::begins_with(words, "IVX") && behind.first().is_some_and(|next| !is_short(next))
}

#[inline(never)]
fn begins(list: &str, words: &str) -> bool {
    scan::after_any(words, &scan::parts(list, "|")).is_some()
}
