//! Sections to a record: every one becomes an entry, and what is understood of it a field.

use super::citation;
use super::classification::is_classification;
use super::head::{self, What};
use super::sections::{Section, SectionKind};
use super::settle::{headings, without_emphasis};
use super::{READS_LINES, labels, languages};
use crate::diagnostic::{Code, Remarks};
use crate::document::{
    Agent, Citation, Date, Entry, Field, HAS_LABELS, HAS_PAPERS, Identifier, KNOWS_MORE, Kind,
    NoteKind, Record, Related, Span, TELLS_ALL, Text,
};
use crate::format::phrases::{agent, statement, title};
use crate::format::prose::after_source_label;
use crate::scan;

/// Reads the record from its sections.
pub(super) fn read(sections: &[Section], remarks: &mut Remarks) -> Record {
    let has = |field| {
        sections
            .iter()
            .any(|section| section.kind == SectionKind::Value(Some(field)))
    };
    let (has_title, has_date) = (has(Field::Title), has(Field::Date));
    let has_letterhead = has(Field::Creator) && has(Field::Recipient);
    let mut reading = Reading {
        record: Record::default(),
        has_title,
        has_date,
        subject_is_title: has_letterhead
            && !has_title
            && sections.iter().any(|section| is_subject(section)),
        remarks,
    };
    for section in sections {
        match section.kind {
            SectionKind::Head if HAS_LABELS && READS_LINES => reading.head(section),
            SectionKind::Piece(what) if READS_LINES => {
                let mut words = String::new();
                for line in &section.lines {
                    scan::push_folded(&mut words, line.text);
                }
                reading.piece(what, words, section.span());
            }
            SectionKind::Value(field) => reading.value(section, field),
            SectionKind::Text if HAS_LABELS && READS_LINES => reading.labels_of_text(section),
            _ => {}
        }
    }
    if Remarks::ARE_KEPT {
        guessed(sections, reading.remarks);
    }
    if HAS_LABELS {
        reading.citations();
    }
    if let Some(title) = reading.record.title.clone() {
        title::learn(&title, &mut reading.record);
    }
    reading.record
}

/// Says which lines were read by their form.
fn guessed(sections: &[Section], remarks: &mut Remarks) {
    let by_form = |section: &&Section| match section.kind {
        SectionKind::Piece(_) => true,
        SectionKind::Value(_) => section.label.is_empty() && section.has_words(),
        _ => false,
    };
    let mut spans = sections.iter().filter(by_form).map(Section::span);
    let Some(first) = spans.next() else {
        return;
    };
    let message = [
        "number, title, date, place, classification or shelfmark were told by the form of their lines, \
         which have no labels; they are kept as they stand",
    ];
    let all = spans.fold(first, Span::cover);
    remarks.add(Code::LayoutGuessed, all, &message);
}

/// No heading is longer, in bytes: it has 64 letters at most, of two bytes each.
const LONGEST_HEADING: usize = 128;

/// No line is longer, in bytes, that says how secret it was in a language of the Latin script, and has letters beyond ASCII.
const LONGEST_CLASSIFICATION: usize = 40;

/// Where the record is silent, a text's own source note tells where it comes from, and its first line how secret it was.
pub(super) fn learn_from_texts(record: &mut Record, texts: &[Text], remarks: &mut Remarks) {
    for text in texts {
        let words = text.words(text.main());
        let first = scan::split(words, "\n").map_or(words, |(first, _)| first);
        // A heading that says the title again is told by the other builds; a longer line is none.
        if !HAS_PAPERS
            && let Some(title) = &record.title
            && first.len() <= LONGEST_HEADING
            && first.eq_ignore_ascii_case(title)
        {
            remarks.leave();
        }
        if record.classification.is_none() && is_classification(first) {
            record.classification = Some(scan::owned(first));
        } else if !KNOWS_MORE && first.len() <= LONGEST_CLASSIFICATION && !first.is_ascii() {
            // It may say it in another language.
            remarks.leave();
        }
    }
    if !record.provenance.is_empty() {
        return;
    }
    for text in texts {
        for (_, flow, note) in text.notes() {
            let words = scan::trim_end(text.words(flow), "]");
            let statement = after_source_label(words);
            // Editions number it, by a mark at the title.
            if matches!(note.kind, NoteKind::Source { .. }) || HAS_PAPERS && statement.is_some() {
                let statement = statement.unwrap_or(words);
                statement::learn(statement, record);
            }
        }
    }
}

/// A record that is being read, field by field.
struct Reading<'d> {
    record: Record,
    /// Whether a label gives the title, or the date.
    has_title: bool,
    has_date: bool,
    /// Of a letter, memorandum or mail the subject is what other records call the title.
    subject_is_title: bool,
    remarks: &'d mut Remarks,
}

fn is_subject(section: &Section) -> bool {
    section.kind == SectionKind::Value(Some(Field::Keyword)) && labels::is_subject(section.label)
}

impl Reading<'_> {
    /// Lines before the first label: a date and a title, in any order; others are kept as they stand.
    /// The title is the one that names a kind of document, or else the first.
    fn head(&mut self, section: &Section) {
        let headings = headings(section);
        let names_kind = |words: &str| Kind::at_start(words).is_some();
        let any_names_kind = headings.iter().any(|(words, _)| names_kind(words));
        for (words, span) in headings {
            #[cfg(not(feature = "papers"))]
            if !head::is_sure(&words) {
                self.remarks.leave();
            }
            let may_be_title = names_kind(&words) || !any_names_kind;
            let what = head::what(&words).unwrap_or(match may_be_title {
                true => What::Title,
                false => What::Other,
            });
            self.piece(what, words, span);
        }
    }

    /// What stands without a label: it fills what no label does and nothing before it has; else it is kept as it stands.
    fn piece(&mut self, what: What, words: String, span: Span) {
        let field = match what {
            What::Number if HAS_PAPERS => self.number(&words),
            What::Title => self.title(&words),
            What::Date => self.dateline(&words),
            What::Place if HAS_PAPERS => self
                .put(Field::Place, words.clone(), span)
                .then_some(Field::Place),
            What::Classification if HAS_PAPERS => {
                let classification = self.record.classification.get_or_insert_default();
                scan::push_apart(classification, "; ", &words);
                Some(Field::Classification)
            }
            _ => None,
        };
        self.entry("", words, field, span);
    }

    #[inline(never)]
    fn entry(&mut self, label: &str, value: String, field: Option<Field>, span: Span) {
        self.record.entries.push(Entry {
            label: scan::owned(label),
            value,
            field,
            span,
        });
    }

    fn number(&mut self, words: &str) -> Option<Field> {
        let (label, number) = head::number(words)?;
        self.record.identifiers.push(Identifier::new(label, number));
        if let Some((_, kind)) = scan::split(words, ": ") {
            self.record.kind = Kind::from_name(kind);
        }
        Some(Field::Identifier)
    }

    fn title(&mut self, words: &str) -> Option<Field> {
        let record = &mut self.record;
        if self.subject_is_title || self.has_title {
            let kind = Kind::from_name(words).filter(|_| record.kind.is_none());
            record.kind = record.kind.or(kind);
            return kind.map(|_| Field::Kind);
        }
        if record.title.is_some() {
            return None;
        }
        let (number, title) = head::title(words);
        if !number.is_empty() {
            record.identifiers.push(Identifier::new("number", number));
        }
        record.title = Some(scan::owned(title));
        Some(Field::Title)
    }

    fn dateline(&mut self, words: &str) -> Option<Field> {
        if self.has_date || self.record.date.is_some() {
            return None;
        }
        self.dated(words)
    }

    /// A date, and the place before it.
    fn dated(&mut self, words: &str) -> Option<Field> {
        let (place, date) = head::dated(words)?;
        self.record.date = Some(date);
        if self.record.place.is_none() && !place.is_empty() {
            self.record.place = Some(scan::owned(place));
        }
        Some(Field::Date)
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
                self.entry(label, String::new(), Some(Field::Contents), span);
            }
        }
    }

    /// A label and its value. What is not understood stays an entry that has no field.
    fn value(&mut self, section: &Section, field: Option<Field>) {
        let (value, span) = (section.value(), section.span());
        let is_title = self.subject_is_title && self.record.title.is_none() && is_subject(section);
        let field = if is_title { Some(Field::Title) } else { field };
        let understood = field
            .filter(|field| !value.is_empty() && self.understand(*field, section, &value, span));
        self.entry(section.label, value, understood, span);
    }

    /// Puts a value into its field; says whether that worked.
    fn understand(&mut self, field: Field, section: &Section, value: &str, span: Span) -> bool {
        let line = without_emphasis(value);
        let record = &mut self.record;
        match field {
            // It is what a shelfmark below the text is.
            _ if !HAS_LABELS => statement::learn(&line, record),
            Field::Date => return self.date(&line, span),
            Field::Citation => return self.citation(line, span),
            // They may be paragraphs.
            Field::OriginalLanguage if KNOWS_MORE => {
                return self.languages(scan::trim(value, "#*_ "), span);
            }
            Field::OriginalLanguage => return self.languages(&line, span),
            Field::Kind => return self.kind(&line, span),
            Field::Identifier => record
                .identifiers
                .push(Identifier::new(section.label, &line)),
            Field::Source => statement::learn(&line, record),
            Field::Keyword if TELLS_ALL => keywords(section.label, value, &mut record.keywords),
            Field::Related if TELLS_ALL => related(section.label, value, &mut record.related),
            Field::Contributor if TELLS_ALL => {
                for name in scan::items(value, agent::PARTING) {
                    let contributor = Agent::with_role(name, section.label);
                    record.contributors.push(contributor);
                }
            }
            Field::Creator => agent::agents(value, &mut record.creators),
            Field::Recipient => agent::agents(value, &mut record.recipients),
            Field::Translator => agent::names(value, &mut record.translators),
            Field::Summary | Field::Rights => return self.put(field, scan::owned(value), span),
            Field::Url => return self.put(field, scan::owned(scan::trim(value, "<> ")), span),
            _ => return self.put(field, line, span),
        }
        true
    }

    /// Puts words into a field that holds them once at most.
    #[inline(never)]
    fn put(&mut self, field: Field, words: String, span: Span) -> bool {
        let record = &mut self.record;
        let place = match field {
            Field::Title => &mut record.title,
            Field::DigitalArchive => &mut record.digital_archive,
            Field::Summary => &mut record.summary,
            Field::Rights => &mut record.rights,
            Field::Url => &mut record.url,
            Field::Place => &mut record.place,
            Field::Classification => &mut record.classification,
            // No label is understood as any of the others.
            _ => return true,
        };
        if place.is_some() {
            return self.repeated(field, span);
        }
        *place = Some(words);
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
        if KNOWS_MORE && self.record.date.is_none() {
            self.date_by_form(value, span);
        }
        if self.record.date.is_none() {
            self.remarks.leave();
            let message = [
                "the date «",
                value,
                "» could not be read; it is kept as it stands",
            ];
            self.remarks.add(Code::DateNotUnderstood, span, &message);
        }
        self.record.date.is_some()
    }

    #[inline(never)]
    /// A date with more than its label speaks of: what happened then, `- 12 December 1931 (Creation)`; a place before it,
    /// `Roma, 18 aprile 1948`; or less, a year without its century: `22 NOV 63`.
    fn date_by_form(&mut self, value: &str, span: Span) {
        let event = scan::split(value, " (")
            .filter(|(_, event)| scan::first(event).is_some_and(scan::is_capital));
        let words = event.map_or(value, |(date, _)| date);
        if self.dated(scan::trim_start(words, "- ")).is_some() {
            let message = [
                "the date in «",
                value,
                "» was told by the form of its words",
            ];
            self.remarks.add(Code::LayoutGuessed, span, &message);
        }
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
        agent::names(&languages::listed(value), &mut names);
        for Agent { name, .. } in names {
            match languages::language(languages::alone(&name)) {
                Some(language) => self.record.original_languages.push(language),
                None => {
                    all_known = false;
                    self.remarks.leave();
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
        if citation.date.is_none() {
            self.remarks.leave();
        }
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

/// Whether one date in EDTF is the same as the other, or only less exact or less certain: `1962-11?` and `1962-11-14`.
fn one_holds_the_other(one: &str, other: &str) -> bool {
    let (one, other) = (scan::trim_end(one, "?~%X"), scan::trim_end(other, "?~%X"));
    one.starts_with(other) || other.starts_with(one)
}

/// What a document is about, one by one. Commas part tags; in other lists they stand in names.
fn keywords(label: &str, value: &str, keywords: &mut Vec<String>) {
    let by_commas = labels::is_tag(label);
    let marks = scan::joined(&[agent::PARTING, if by_commas { "|,،" } else { "|" }]);
    for item in scan::items(value, &marks) {
        // A list has its sign before each of them, which lines that are one paragraph have between them.
        let listed = item.strip_prefix("- ");
        for keyword in scan::parts(listed.unwrap_or(item), listed.map_or("\n", |_| " - ")) {
            keywords.push(scan::owned(keyword));
        }
    }
}

fn related(label: &str, value: &str, related: &mut Vec<Related>) {
    for title in scan::items(value, agent::PARTING) {
        related.push(Related {
            relation: scan::owned(label),
            title: scan::owned(title),
            target: None,
        });
    }
}

fn fill(place: &mut Option<String>, value: &Option<String>) {
    if place.is_none() {
        place.clone_from(value);
    }
}
