//! Words without a label: what they are, once all labels are known; and the headings of a record's head.

use super::head;
use super::labels;
use super::sections::{Section, SectionKind};
use crate::document::{Field, KNOWS_MORE, Span};
use crate::scan;

/// Decides what the words without a label are, now that all labels are known.
pub(super) fn settle(sections: Vec<Section>) -> Vec<Section> {
    let has_text = sections
        .iter()
        .any(|section| section.kind == SectionKind::Text && section.has_words());
    let mut settled: Vec<Section> = Vec::new();
    for mut section in sections {
        let mut text = None;
        if KNOWS_MORE && section.kind == SectionKind::Loose && has_text {
            if let Some(previous) = settled
                .last_mut()
                .filter(|previous| may_be_long(previous.kind))
            {
                previous.lines.extend_from_slice(&section.lines);
                continue;
            }
            section.kind = SectionKind::Value(None);
        } else if section.kind == SectionKind::Loose {
            section.kind = SectionKind::Text;
        } else if KNOWS_MORE && section.kind == SectionKind::Head && !has_text {
            text = split_text_off_head(&mut section);
        }
        settled.push(section);
        settled.extend(text);
    }
    settled
}

/// Whether a value may have several paragraphs: a date or a language has not.
fn may_be_long(kind: SectionKind) -> bool {
    let short = [
        Field::Date,
        Field::Kind,
        Field::OriginalLanguage,
        Field::Identifier,
        Field::Url,
    ];
    !matches!(kind, SectionKind::Value(Some(field)) if short.contains(&field))
}

/// The longest heading, in bytes: what goes on further is text, or emphasis that nothing ends.
const LONGEST_HEADING: usize = 600;

/// Where no label says which words are the text, the head ends at the first paragraph that is no heading:
/// it is long, or the headings before it stand in emphasis and it does not.
fn split_text_off_head<'s>(head: &mut Section<'s>) -> Option<Section<'s>> {
    let (mut block, mut length) = (0, 0);
    let mut emphasis_seen = false;
    for (at, line) in head.lines.iter().enumerate() {
        if line.is_blank() {
            (block, length) = (at + 1, 0);
            continue;
        }
        let emphasized = scan::begins_with(line.text.trim_start(), "*_#");
        let begins_text = at == block && emphasis_seen && !emphasized;
        emphasis_seen |= emphasized;
        length += line.text.len();
        if begins_text || length > LONGEST_HEADING {
            let lines = head.lines.split_off(block);
            return Some(Section {
                lines,
                ..Section::new(SectionKind::Text)
            });
        }
    }
    None
}

/// The head's lines as headings. Lines in one pair of marks of emphasis are one heading;
/// without such marks, a date on a line by itself is one, and the lines around it that no blank line parts.
pub(super) fn headings(head: &Section) -> Vec<(String, Span)> {
    let mut headings: Vec<(String, Span)> = Vec::new();
    // Whether the next line belongs to the last heading.
    let mut goes_on = false;
    for line in &head.lines {
        if line.is_blank() {
            goes_on = false;
            continue;
        }
        let marks = scan::find(line.text, "**").or_else(|| scan::find(line.text, "__"));
        let is_date = head::what(&without_emphasis(line.text)).is_some();
        match headings.last_mut().filter(|_| goes_on && !is_date) {
            Some((heading, span)) => {
                scan::push_folded(heading, line.text);
                *span = span.cover(line.span());
            }
            None => headings.push((scan::folded(line.text), line.span())),
        }
        let heading = headings.last().map_or("", |(heading, _)| heading);
        let ended = match marks {
            Some(_) => is_closed(heading),
            None => is_date,
        };
        goes_on = !ended && heading.len() < LONGEST_HEADING;
    }
    for (heading, _) in &mut headings {
        *heading = without_emphasis(heading);
    }
    headings.retain(|(heading, _)| !heading.is_empty());
    headings
}

/// Whether the emphasis that words begin with ends in them.
fn is_closed(words: &str) -> bool {
    labels::emphasized(words).is_some()
}

/// Words without the marks around them.
pub(super) fn without_emphasis(words: &str) -> String {
    scan::folded(scan::trim(words, "#*_ \t"))
}
