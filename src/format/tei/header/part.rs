//! A document of a volume to its own record: what its head, its dateline and its source note say.

use super::dates;
use crate::document::{Action, Agent, Identifier, Kind, Record, Step};
use crate::format::phrases::{agent, statement, title};
use crate::scan;

/// What was found of a document of a volume while its text was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::format::tei) struct Division<'t> {
    /// Its number (`n`).
    pub number: Option<&'t str>,
    /// The date that the editors have found out, in EDTF (`frus:doc-dateTime-min`, `frus:doc-dateTime-max`).
    pub date: Option<&'t str>,
    /// The words of its head, without the notes in it.
    pub head: &'t str,
    /// The date of its dateline, in EDTF, and the words for it.
    pub dated: Option<(&'t str, &'t str)>,
    /// The place of its dateline.
    pub place: Option<&'t str>,
    /// Whom the head names as the sender (`type="from"`).
    pub from: Vec<&'t str>,
    /// Whom the head names as the recipient (`type="to"`).
    pub to: Vec<&'t str>,
    /// The words of its notes of source, in their order.
    pub sources: Vec<&'t str>,
}

/// The record of a document of a volume. Its words are those of the text: it has no entries.
pub(in crate::format::tei) fn part(division: &Division) -> Record {
    let mut record = Record::new();
    let (number, head) = numbered(division.head, division.number);
    if let Some(number) = number {
        let identifier = Identifier::new("document", number);
        record.identifiers.push(identifier);
    }
    if !head.is_empty() && !scan::listed("[Untitled]|Untitled", head) {
        record.title = Some(scan::folded(head));
        title::learn(head, &mut record);
    }
    parties(head, division, &mut record);
    record.place = division.place.map(scan::owned);
    if let Some((edtf, written)) = division.dated {
        record.date = dates::of_edtf(edtf, written);
    }
    if let (None, Some(edtf)) = (&record.date, division.date) {
        record.date = dates::of_edtf(edtf, "");
    }
    for source in &division.sources {
        take_source(source, &mut record);
    }
    record
}

/// The number that a head begins with, `16. ` or `No. 16. `, and the rest of it.
fn numbered<'h>(head: &'h str, number: Option<&'h str>) -> (Option<&'h str>, &'h str) {
    let head = scan::trimmed(head);
    let at = scan::after(head, "No. ").unwrap_or(head);
    let digits = scan::run(at, |c| c.is_ascii_digit());
    match scan::from(at, digits).strip_prefix('.') {
        Some(title) if digits > 0 => (number.or(Some(scan::to(at, digits))), scan::trimmed(title)),
        _ => (number, head),
    }
}

/// Who wrote to whom, where the head does not begin with a kind: `The Secretary of State to the Ambassador (Herrick)`.
fn parties(head: &str, division: &Division, record: &mut Record) {
    if division.from.is_empty() && division.to.is_empty() {
        return;
    }
    if record.creators.is_empty()
        && record.recipients.is_empty()
        && let Some((sender, recipient)) = title::parties(head)
    {
        record.creators.push(agent::agent(sender));
        let recipient = scan::trim_end(recipient, ".");
        record.recipients.push(agent::agent(recipient));
    }
    complete(&mut record.creators, &division.from);
    complete(&mut record.recipients, &division.to);
}

/// Tells by the names that the source marks which of the words before them are an office.
fn complete(agents: &mut Vec<Agent>, names: &[&str]) {
    if agents.is_empty() {
        for name in names {
            agents.push(Agent::with_role(&scan::folded(name), ""));
        }
    }
    if let ([agent], [name]) = (agents.as_mut_slice(), names)
        && agent.role.is_none()
        && let Some(office) = scan::trim_end(&agent.name, ")").strip_suffix(*name)
    {
        let office = scan::trim_end(office, " (,");
        if !office.is_empty() && !scan::listed(ADDRESSES, scan::last_word(office)) {
            *agent = Agent::with_role(name, office);
        }
    }
}

/// Words that are a part of a name.
const ADDRESSES: &str = "Mr.|Mrs.|Miss|Ms.|Dr.|M.|Sir|Lord|Lady|Count|Baron|Prince|Señor|Don";

/// A source note: `Source: Department of State, Central Files, 711.11. Secret.`, `500.A15 a 1/a: Telegram`, `[Telegram.]`
fn take_source(note: &str, record: &mut Record) {
    let note = scan::trimmed(note);
    let Some(words) = scan::after(note, "Source:") else {
        return take_file_number(scan::trim(note, "[]."), record);
    };
    let holding = first_sentence(scan::trimmed(words));
    if is_printed(holding) {
        let step = Step::new(Action::Source, "", false, scan::trim_end(holding, "."));
        return record.provenance.push(step);
    }
    let mut statement = statement::read(holding);
    if record.repository.is_none() {
        record.repository = statement.repository;
    }
    record.provenance.append(&mut statement.steps);
    if let Some(locator) = &statement.locator {
        shelfmark(locator, record);
    }
}

/// A number of the files, and a kind behind it; or a kind alone.
fn take_file_number(note: &str, record: &mut Record) {
    let (number, kind) = scan::split(note, ": ").unwrap_or((note, note));
    if record.kind.is_none() {
        record.kind = Kind::from_name(kind);
    }
    let has_digit = number.bytes().any(|byte| byte.is_ascii_digit());
    if has_digit && !number.starts_with("No. ") {
        shelfmark(number, record);
    }
}

fn shelfmark(value: &str, record: &mut Record) {
    let identifier = Identifier::new("locator", value);
    record.identifiers.push(identifier);
}

/// Words up to the first full stop that ends a sentence: a capital follows it, and no abbreviation stands before it.
fn first_sentence(words: &str) -> &str {
    for at in scan::word_starts(words) {
        let before = scan::trimmed(scan::to(words, at));
        let follows = scan::first(scan::from(words, at)).is_some_and(scan::is_capital);
        let last = scan::last_word(before);
        let is_initial = last.len() < 3 && scan::first(last).is_some_and(scan::is_letter);
        if is_initial || scan::listed(ABBREVIATIONS, last) {
            continue;
        }
        if follows && before.ends_with('.') {
            return before;
        }
    }
    words
}

const ABBREVIATIONS: &str = "vol.|vols.|nos.|ser.|pp.|doc.|docs.|dept.|gen.";

/// Whether words name pages of a book.
fn is_printed(words: &str) -> bool {
    scan::find(words, ", p. ").is_some() || scan::find(words, ", pp. ").is_some()
}
