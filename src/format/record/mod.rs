//! Labelled records: what an archive hands out when one asks for a document as text.
//!
//! Labels stand in any order, in bold or not, with a colon or not, their value beside or below them;
//! a date and a title may stand before the first one without a label; the document's words follow a label of their own,
//! in one text or several. Everything is kept as an entry of the record or as words of a text.

mod citation;
mod classification;
#[cfg_attr(not(feature = "papers"), path = "head_elsewhere.rs")]
mod head;
mod labels;
mod languages;
mod names;
#[cfg(not(feature = "labels"))]
mod paper;
mod reading;
mod sections;
mod settle;

use super::lines::{lines, span_of};
use super::prose::{self, Setting};
use crate::diagnostic::{Code, Remarks};
#[cfg(feature = "office")]
use crate::document::Field;
use crate::document::{
    Date, Document, HAS_LABELS, HAS_RECORDS, Record, Role, Span, Text, TextBuilder,
};
use labels::Meaning;
use sections::{Section, SectionKind};

/// Whether this build reads records that are lines of text, and not only labels above what is marked up.
const READS_LINES: bool = cfg!(feature = "plain");

/// Whether a text begins like a labelled record.
///
/// One label that only a catalogue has and that stands out is enough; of others it takes two,
/// and three of those that nothing but their own line sets apart; `Translation - English` is clear by itself.
pub(super) fn sniff(start: &str) -> bool {
    let (mut score, mut seen) = (0, Vec::new());
    let lines = lines(start);
    if !HAS_LABELS {
        return !head::find(&lines).0.is_empty();
    }
    for line in &lines {
        let Some(label) = labels::label(line.text) else {
            continue;
        };
        let dress = label.dress;
        let stands_alone = dress.emphasis || (dress.colon && dress.alone);
        let weight = match label.meaning {
            Meaning::Unknown => 0,
            Meaning::Catalogue(_) if stands_alone => 6,
            Meaning::Catalogue(_) if dress.alone => 2,
            Meaning::Text(_, language) if language.is_some() || !HAS_RECORDS => 3,
            _ if dress.stands_out() => 3,
            _ => 0,
        };
        if !seen.contains(&label.written) {
            score += weight;
            seen.push(label.written);
        }
    }
    score >= 6
        || sections::begins_with_date_in_bold(start)
        || !head::find(&lines).0.is_empty()
        || lines.iter().any(head::is_telegram)
}

/// Reads a record. The last label may change what the first lines are, so that all of the source is needed.
pub(super) fn read(source: &str, remarks: &mut Remarks) -> Document {
    let lines = lines(source);
    #[cfg(not(feature = "papers"))]
    if head::may_be_other(&lines) {
        remarks.leave();
    }
    #[cfg(feature = "labels")]
    let sections = sections::sections(lines, remarks);
    #[cfg(not(feature = "labels"))]
    let sections = paper::sections(&lines, remarks);
    let mut record = reading::read(&sections, remarks);
    let mut texts = Vec::new();
    for section in &sections {
        if section.kind == SectionKind::Text && section.has_words() {
            texts.push(text(section, &record, remarks));
        }
    }
    if texts.is_empty() {
        remarks.leave();
        remarks.add(
            Code::NoText,
            Span::default(),
            &["the record has no text: there is no label such as «Contents» with words after it"],
        );
    }
    reading::learn_from_texts(&mut record, &texts, remarks);
    Document {
        record,
        texts,
        ..Document::default()
    }
}

/// The record that labels and their values are, as they may stand above a text that is marked up.
#[cfg(feature = "office")]
pub(super) fn of_labels(labels: &[(&str, &str)], remarks: &mut Remarks) -> Record {
    let mut sections = Vec::new();
    for (label, value) in labels {
        let mut section = Section::new(SectionKind::Value(labels::field(label)));
        section.label = label;
        section.lines = lines(value);
        sections.push(section);
    }
    reading::read(&sections, remarks)
}

/// What a label stands for, if it is known.
#[cfg(feature = "office")]
pub(super) fn field(label: &str) -> Option<Field> {
    labels::field(label)
}

/// The text of a section.
fn text(section: &Section, record: &Record, remarks: &mut Remarks) -> Text {
    if !HAS_LABELS {
        let builder = TextBuilder::new(Role::Unstated, None);
        return words(section, record, builder, remarks);
    }
    let (role, mut language) = section.role_and_language();
    if let ([only], Role::Original | Role::Transcription) = (&record.original_languages[..], role) {
        language.get_or_insert(*only);
    }
    if role != Role::Unstated && language.is_none() {
        remarks.add(
            Code::LanguageNotKnown,
            span_of(&section.lines),
            &["the label of this text names no language that is known"],
        );
    }
    let mut builder = TextBuilder::new(role, language);
    if !section.text_label.is_empty() {
        builder.label(section.text_label);
    }
    words(section, record, builder, remarks)
}

#[inline(never)] // The module is smaller for it.
fn words(section: &Section, record: &Record, builder: TextBuilder, remarks: &mut Remarks) -> Text {
    let citation = record.citation.as_ref();
    let setting = Setting {
        year: record.date.as_ref().and_then(Date::year),
        source: citation
            .and_then(|citation| citation.source.as_deref())
            .unwrap_or(""),
        ..Setting::default()
    };
    prose::read(&section.lines, builder, &setting, remarks)
}
