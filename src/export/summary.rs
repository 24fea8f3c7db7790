//! What was understood of a document, for a person at a terminal.

use std::fmt::Write;

use crate::document::{Agent, Date, Record, Role, Step, Text};
use crate::format::Opened;

/// The width of the labels' column, in characters.
const LABELS: usize = 18;

/// The record, the texts and the diagnostics, as lines of plain text.
///
/// ```
/// use reading_room::export::summary;
/// use reading_room::{Hint, open};
/// let opened = open(b"Title: A telegram\nDate: 14 November 1962\n\nContents:\n\nHe said no.", &Hint::default())?;
/// assert!(summary(&opened).contains("date              1962-11-14 (14 November 1962)"));
/// # Ok::<(), reading_room::OpenError>(())
/// ```
pub fn summary(opened: &Opened) -> String {
    let mut lines = Lines::default();
    lines.heading(&format!("Record ({})", opened.format.as_str()));
    record(&opened.document.record, &mut lines);
    for text in &opened.document.texts {
        lines.heading("Text");
        self::text(text, &mut lines);
    }
    #[cfg(feature = "tei")]
    parts(&opened.document.parts, &mut lines);
    if !opened.diagnostics.is_empty() {
        lines.heading("Remarks (bytes of the source)");
    }
    for diagnostic in &opened.diagnostics {
        let span = diagnostic.span;
        let place = if span.is_empty() {
            String::new()
        } else {
            format!("{}-{}: ", span.start, span.end)
        };
        lines.line(diagnostic.code.as_str(), "");
        lines.line("", &format!("{place}{}", diagnostic.message));
    }
    lines.string
}

#[cfg(feature = "tei")]
fn parts(parts: &[crate::document::Part], lines: &mut Lines) {
    if !parts.is_empty() {
        lines.heading("Documents in it");
    }
    for part in parts {
        lines.line(&part.id, part.record.title.as_deref().unwrap_or(""));
    }
}

fn record(record: &Record, lines: &mut Lines) {
    lines.optional("title", record.title.as_deref());
    lines.optional("part of", record.part_of.as_deref());
    for title in &record.other_titles {
        lines.line("other title", title);
    }
    lines.optional("series", record.series.as_deref());
    if let Some(date) = &record.date {
        let (edtf, written) = (date.edtf(), &date.written);
        lines.line(
            "date",
            &match (edtf.as_str(), written.as_str()) {
                ("", only) | (only, "") => only.to_owned(),
                (edtf, written) => format!("{edtf} ({written})"),
            },
        );
    }
    lines.optional("place", record.place.as_deref());
    lines.optional("destination", record.destination.as_deref());
    lines.optional("classification", record.classification.as_deref());
    lines.optional("kind", record.kind.map(|kind| kind.as_str()));
    for (label, agents) in [
        ("from", &record.creators),
        ("to", &record.recipients),
        ("translator", &record.translators),
        ("edition", &record.contributors),
    ] {
        agents
            .iter()
            .for_each(|agent| lines.line(label, &self::agent(agent)));
    }
    lines.optional("summary", record.summary.as_deref());
    for language in &record.original_languages {
        lines.line(
            "original language",
            &format!("{} ({})", language.name(), language.tag()),
        );
    }
    lines.optional("archive", record.repository.as_deref());
    lines.optional("digital archive", record.digital_archive.as_deref());
    lines.optional("published in", record.publication_place.as_deref());
    for (label, date) in [
        ("published", &record.publication_date),
        ("revised", &record.revised),
    ] {
        lines.optional(label, date.as_ref().map(Date::edtf).as_deref());
    }
    for identifier in &record.identifiers {
        lines.line(&identifier.label, &identifier.value);
    }
    lines.optional(
        "citation",
        record
            .citation
            .as_ref()
            .map(|citation| citation.verbatim.as_str()),
    );
    record
        .provenance
        .iter()
        .for_each(|step| lines.line("provenance", &self::step(step)));
    lines.optional("address", record.url.as_deref());
    lines.optional("rights", record.rights.as_deref());
    lines.optional("licence", record.licence.as_deref());
    for keyword in &record.keywords {
        lines.line("keyword", keyword);
    }
    for document in &record.related {
        lines.line(&document.relation, &document.title);
    }
    for entry in record.other_entries() {
        let label = if entry.label.is_empty() {
            "heading"
        } else {
            &entry.label
        };
        lines.line(label, &entry.value);
    }
}

fn agent(agent: &Agent) -> String {
    match &agent.role {
        Some(role) => format!("{} ({role})", agent.name),
        None => agent.name.clone(),
    }
}

fn step(step: &Step) -> String {
    format!(
        "{}: {} («{}»)",
        step.action.as_str(),
        step.agent,
        step.written
    )
}

fn text(text: &Text, lines: &mut Lines) {
    if text.role() != Role::Unstated {
        lines.line("role", text.role().as_str());
    }
    let origin = match text.language_is_detected() {
        true => " (detected)",
        false => "",
    };
    if let Some(language) = text.language() {
        lines.line("language", &format!("{}{origin}", language.tag()));
    }
    let words = text.words(text.main());
    lines.line("words", &words.split_whitespace().count().to_string());
    lines.line("notes", &text.notes().count().to_string());
    lines.line("begins", &excerpt(words));
}

/// The first words, for recognizing a text.
fn excerpt(words: &str) -> String {
    let start: String = words.chars().take(70).collect();
    match start.len() < words.len() {
        true => format!("{}…", start.replace('\n', " ")),
        false => start.replace('\n', " "),
    }
}

#[derive(Default)]
struct Lines {
    string: String,
}

impl Lines {
    fn heading(&mut self, words: &str) {
        let gap = if self.string.is_empty() { "" } else { "\n" };
        let _ = writeln!(self.string, "{gap}{words}");
    }

    fn line(&mut self, label: &str, value: &str) {
        let mut paragraphs = value.split('\n');
        let line = format!("  {label:LABELS$}{}", paragraphs.next().unwrap_or(""));
        let _ = writeln!(self.string, "{}", line.trim_end());
        for paragraph in paragraphs {
            let _ = writeln!(self.string, "  {:LABELS$}{paragraph}", "");
        }
    }

    fn optional(&mut self, label: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.line(label, value);
        }
    }
}
