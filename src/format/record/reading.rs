//! Sections to a record: every one becomes an entry, and what is understood of it a field.

use super::citation;
use super::sections::{Section, SectionKind, headings, without_emphasis};
use crate::diagnostic::{Code, Remarks};
use crate::document::{
    Agent, Citation, Date, Entry, Field, Identifier, Kind, Language, NoteKind, Record, Span, Text,
};
use crate::format::phrases::{agent, statement, title};
use crate::format::prose::after_source_label;
use crate::scan;

/// Reads the record from its sections.
pub(super) fn read(sections: &[Section], remarks: &mut Remarks) -> Record {
    let mut reading = Reading {
        record: Record::default(),
        remarks,
    };
    let has = |field| {
        sections
            .iter()
            .any(|section| section.kind == SectionKind::Value(Some(field)))
    };
    let (has_title, has_date) = (has(Field::Title), has(Field::Date));
    for section in sections {
        match section.kind {
            SectionKind::Head => reading.head(section, has_title, has_date),
            SectionKind::Value(field) => reading.value(section, field),
            SectionKind::Text => reading.labels_of_text(section),
            SectionKind::Loose => {}
        }
    }
    reading.citations();
    if let Some(title) = reading.record.title.clone() {
        title::learn(&title, &mut reading.record);
    }
    reading.record
}

/// Where the record is silent, a text's own source note tells where it comes from.
pub(super) fn learn_from_texts(record: &mut Record, texts: &[Text]) {
    if !record.provenance.is_empty() {
        return;
    }
    for text in texts {
        for (_, flow, note) in text.notes() {
            if matches!(note.kind, NoteKind::Source { .. }) {
                let words = scan::trim_end(text.words(flow), "]");
                let statement = after_source_label(words).unwrap_or(words);
                statement::learn(statement, record);
            }
        }
    }
}

/// A record that is being read, field by field.
struct Reading<'d> {
    record: Record,
    remarks: &'d mut Remarks,
}

impl Reading<'_> {
    /// Lines before the first label: a date and a title, in any order; others are kept as they stand.
    /// The title is the one that names a kind of document, or else the first.
    fn head(&mut self, section: &Section, has_title: bool, has_date: bool) {
        let headings = headings(section);
        let names_kind = |words: &str| Kind::at_start(words).is_some();
        let any_names_kind = headings.iter().any(|(words, _)| names_kind(words));
        for (words, span) in headings {
            let date = Date::parse(&words).filter(|_| !has_date && self.record.date.is_none());
            let field = if let Some(date) = date {
                self.record.date = Some(date);
                Some(Field::Date)
            } else if !has_title
                && self.record.title.is_none()
                && (names_kind(&words) || !any_names_kind)
            {
                self.record.title = Some(words.clone());
                Some(Field::Title)
            } else {
                None
            };
            self.record.entries.push(Entry {
                label: String::new(),
                value: words,
                field,
                span,
            });
        }
    }

    /// The label of the words themselves, `Contents`, which has no value; and that of a text without words, which nothing else keeps.
    fn labels_of_text(&mut self, section: &Section) {
        let of_text = if section.has_words() {
            ""
        } else {
            section.text_label
        };
        for (label, span) in [
            (section.label, section.label_span),
            (of_text, section.text_label_span),
        ] {
            if !label.is_empty() {
                self.record.entries.push(Entry {
                    label: scan::owned(label),
                    value: String::new(),
                    field: Some(Field::Contents),
                    span,
                });
            }
        }
    }

    /// A label and its value. What is not understood stays an entry that has no field.
    fn value(&mut self, section: &Section, field: Option<Field>) {
        let (value, span) = (section.value(), section.span());
        let understood = field
            .filter(|field| !value.is_empty() && self.understand(*field, section, &value, span));
        self.record.entries.push(Entry {
            label: scan::owned(section.label),
            value,
            field: understood,
            span,
        });
    }

    /// Puts a value into its field; says whether that worked.
    fn understand(&mut self, field: Field, section: &Section, value: &str, span: Span) -> bool {
        let line = without_emphasis(value);
        let record = &mut self.record;
        match field {
            Field::Title => return self.put(field, |record| &mut record.title, line, span),
            Field::DigitalArchive => {
                return self.put(field, |record| &mut record.digital_archive, line, span);
            }
            Field::Summary => {
                return self.put(
                    field,
                    |record| &mut record.summary,
                    scan::owned(value),
                    span,
                );
            }
            Field::Rights => {
                return self.put(field, |record| &mut record.rights, scan::owned(value), span);
            }
            Field::Url => {
                let address = scan::owned(scan::trim(value, "<> "));
                return self.put(field, |record| &mut record.url, address, span);
            }
            Field::Date => return self.date(&line, span),
            Field::Citation => return self.citation(line, span),
            Field::OriginalLanguage => return self.languages(&line, span),
            Field::Kind => return self.kind(&line, span),
            Field::Identifier => record.identifiers.push(Identifier {
                label: scan::owned(section.label),
                value: line,
            }),
            Field::Source => statement::learn(&line, record),
            Field::Creator => agent::agents(value, &mut record.creators),
            Field::Recipient => agent::agents(value, &mut record.recipients),
            Field::Translator => agent::names(value, &mut record.translators),
            // No label is understood as any of the others.
            _ => {}
        }
        true
    }

    /// Puts a value into a place that holds one at most.
    fn put(
        &mut self,
        field: Field,
        place: fn(&mut Record) -> &mut Option<String>,
        value: String,
        span: Span,
    ) -> bool {
        let place = place(&mut self.record);
        if place.is_some() {
            return self.repeated(field, span);
        }
        *place = Some(value);
        true
    }

    fn repeated(&mut self, field: Field, span: Span) -> bool {
        let name = field.as_str();
        let message = [
            "a second value for ",
            name,
            "; the first one counts, this one is kept as it stands",
        ];
        self.remarks.add(Code::RepeatedField, span, &message);
        false
    }

    fn date(&mut self, value: &str, span: Span) -> bool {
        if self.record.date.is_some() {
            return self.repeated(Field::Date, span);
        }
        self.record.date = Date::parse(value);
        if self.record.date.is_none() {
            let message = [
                "the date «",
                value,
                "» could not be read; it is kept as it stands",
            ];
            self.remarks.add(Code::DateNotUnderstood, span, &message);
        }
        self.record.date.is_some()
    }

    fn kind(&mut self, value: &str, span: Span) -> bool {
        if self.record.kind.is_some() {
            return self.repeated(Field::Kind, span);
        }
        self.record.kind = Kind::from_name(value);
        if self.record.kind.is_none() {
            let message = [
                "the kind «",
                value,
                "» is not known here; it is kept as it stands",
            ];
            self.remarks.add(Code::KindNotKnown, span, &message);
        }
        self.record.kind.is_some()
    }

    fn citation(&mut self, verbatim: String, span: Span) -> bool {
        if self.record.citation.is_some() {
            return self.repeated(Field::Citation, span);
        }
        self.record.citation = Some(Citation {
            verbatim,
            ..Citation::default()
        });
        true
    }

    fn languages(&mut self, value: &str, span: Span) -> bool {
        let mut all_known = true;
        let mut names = Vec::new();
        agent::names(value, &mut names);
        for Agent { name, .. } in names {
            match Language::from_name(&name) {
                Some(language) => self.record.original_languages.push(language),
                None => {
                    all_known = false;
                    let message = [
                        "the language «",
                        &name,
                        "» is not known here; it is kept as it stands",
                    ];
                    self.remarks.add(Code::LanguageNotKnown, span, &message);
                }
            }
        }
        all_known
    }

    /// Takes the citation apart, once the title is known, and fills what no label has said.
    fn citations(&mut self) {
        let Some(citation) = self.record.citation.take() else {
            return;
        };
        let title = self.record.title.as_deref().unwrap_or("");
        let citation = citation::read(citation.verbatim, title);
        if Remarks::ARE_KEPT {
            self.compare(&citation);
        }
        let record = &mut self.record;
        fill(&mut record.title, &citation.title);
        fill(&mut record.url, &citation.url);
        fill(&mut record.digital_archive, &citation.digital_archive);
        if record.date.is_none() {
            record.date.clone_from(&citation.date);
        }
        if record.provenance.is_empty()
            && let Some(source) = &citation.source
        {
            statement::learn(source, record);
        }
        record.citation = Some(citation);
    }

    /// Says where a citation could not be read, or says otherwise than the record.
    fn compare(&mut self, citation: &Citation) {
        let record = &self.record;
        let of_citation = |entry: &&Entry| entry.field == Some(Field::Citation);
        let span = record
            .entries
            .iter()
            .find(of_citation)
            .map_or(Span::default(), |entry| entry.span);
        let another_title =
            citation.title.is_some() && record.title.is_some() && citation.title != record.title;
        let another_date = match (&citation.date, &record.date) {
            (Some(theirs), Some(ours)) => !one_holds_the_other(&theirs.edtf(), &ours.edtf()),
            _ => false,
        };
        let remarks = [
            (
                citation.source.is_none() && citation.title.is_none(),
                Code::CitationNotUnderstood,
                "the citation could not be taken apart; it is shown and copied as it stands",
            ),
            (
                another_title,
                Code::CitationDisagrees,
                "the citation has another title than the record",
            ),
            (
                another_date,
                Code::CitationDisagrees,
                "the citation has another date than the record",
            ),
        ];
        for (holds, code, message) in remarks {
            if holds {
                self.remarks.add(code, span, &[message]);
            }
        }
    }
}

/// Whether one date in EDTF is the same as the other, or only less exact: `1962-11` and `1962-11-14`.
fn one_holds_the_other(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

fn fill(place: &mut Option<String>, value: &Option<String>) {
    if place.is_none() {
        place.clone_from(value);
    }
}
