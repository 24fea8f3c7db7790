//! A statement of source: `AVP RF; copy obtained by NHK, provided to CWIHP; translation by John Henriksen`.

use super::agent;
use crate::document::{Action, HAS_PAPERS, HAS_RECORDS, Identifier, Record, Step};
use crate::scan;

/// What a statement of source says.
#[derive(Debug, Default, PartialEq)]
pub(in crate::format) struct Statement {
    /// The archive that holds the original.
    pub(in crate::format) repository: Option<String>,
    /// Where it lies there.
    pub(in crate::format) locator: Option<String>,
    /// The holding archive and all that happened since.
    pub(in crate::format) steps: Vec<Step>,
}

/// Reads a statement: the holding archive first, then what was done, in clauses.
pub(in crate::format) fn read(statement: &str) -> Statement {
    let statement = scan::trimmed(statement);
    let phrases = phrases(statement);
    let mut read = Statement::default();
    let first = phrases.first().map(|phrase| phrase.start);
    let holding = trimmed(scan::to(statement, first.unwrap_or(statement.len())));
    if !holding.is_empty() {
        let (repository, locator) = repository_and_locator(holding);
        read.repository = Some(scan::owned(repository));
        read.locator = locator.map(scan::owned);
        read.steps
            .push(Step::new(Action::Holds, repository, false, holding));
    }
    for phrase in &phrases {
        let next = phrases.iter().find(|next| next.start > phrase.start);
        let clause = scan::to(statement, next.map_or(statement.len(), |next| next.start));
        let agent = trimmed(scan::from(clause, phrase.agent));
        let written = trimmed(scan::from(clause, phrase.start));
        read.steps
            .push(Step::new(phrase.action, agent, phrase.of_copy, written));
    }
    read
}

/// Reads a statement of source into the record: archive, shelfmark, steps, translators.
pub(in crate::format) fn learn(words: &str, record: &mut Record) {
    let mut statement = read(words);
    if record.repository.is_none() {
        record.repository = statement.repository;
    }
    if let Some(value) = statement.locator {
        record.identifiers.push(Identifier {
            label: scan::owned("locator"),
            value,
        });
    }
    if record.translators.is_empty() {
        for step in &statement.steps {
            if step.action == Action::Translated {
                agent::names(&step.agent, &mut record.translators);
            }
        }
    }
    record.provenance.append(&mut statement.steps);
}

/// The beginning of a clause that says what was done; where it says several things, one of them.
#[derive(Debug)]
struct Phrase {
    start: usize,
    /// Where the name of who did it begins.
    agent: usize,
    action: Action,
    of_copy: bool,
}

/// Every phrase of action that stands at the beginning of a clause.
fn phrases(statement: &str) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut of_copy = false;
    for start in scan::word_starts(statement) {
        let before = scan::trimmed(scan::to(statement, start));
        let begins_clause =
            before.is_empty() || scan::ends_with(before, ",;.") || before.ends_with(" and");
        if !begins_clause || phrases.last().is_some_and(|phrase| start < phrase.agent) {
            continue;
        }
        if scan::ends_with(before, ";.") {
            of_copy = false;
        }
        let mut rest = scan::from(statement, start);
        if let Some((_, after)) = scan::after_any(rest, &["a copy ", "copy ", "copies "]) {
            of_copy = true;
            rest = after;
        }
        if let Some((_, after)) = scan::after_any(rest, &["is ", "was ", "were "]) {
            rest = after;
        }
        let mut actions = Vec::new();
        if let Some(name) = self::actions(rest, &mut actions) {
            for action in actions {
                phrases.push(Phrase {
                    start,
                    agent: statement.len() - name.len(),
                    action,
                    of_copy,
                });
            }
        }
    }
    phrases
}

/// Adds the actions that words begin with, and gives the words from the name on.
fn actions<'w>(words: &'w str, actions: &mut Vec<Action>) -> Option<&'w str> {
    for (action, phrases) in PHRASES {
        let after = scan::after_any(words, &scan::parts(phrases, "|"));
        if let Some(rest) = after.and_then(|(_, rest)| rest.strip_prefix(" ")) {
            actions.push(*action);
            let name = scan::after(rest, "the ").filter(|_| *action == Action::OnFile);
            return Some(name.unwrap_or(rest));
        }
    }
    participles(words, actions)
}

/// `Contributed, transcribed, and translated by …`, `Translated for CWIHP by …`
fn participles<'w>(words: &'w str, actions: &mut Vec<Action>) -> Option<&'w str> {
    let mut rest = words;
    while let Some((action, after)) = participle(rest) {
        actions.push(action);
        rest = scan::trim_start(after, ", ");
        rest = scan::after(rest, "and ").unwrap_or(rest);
    }
    if actions.is_empty() {
        return None;
    }
    if let Some(name) = scan::after(rest, "by ") {
        return Some(name);
    }
    scan::after_any(rest, &["for ", "from "])?;
    let (aside, name) = scan::split(rest, " by ")?;
    (scan::run(aside, |c| !scan::is_in(";.,", c)) == aside.len()).then_some(name)
}

fn participle(words: &str) -> Option<(Action, &str)> {
    PARTICIPLES
        .iter()
        .find_map(|(action, word)| Some((*action, scan::after(words, word)?)))
}

/// An archive, and where a document lies in it: `RGANI. F. 3. Op. 16. D. 350. L. 22. Original.`, `BArch, DY 30/3291, Bl. 5`.
/// Letters for the units tell it, the first of them above all; of what has none, the archive.
pub(in crate::format) fn shelfmark(words: &str) -> Option<(&str, &str)> {
    let length = scan::run(words, |c| !scan::is_in(".,", c));
    let archive = scan::to(words, length);
    let rest = scan::trim_start(scan::from(words, length), "., ");
    // One that reads no papers takes what stands before the first comma, which comes to the same.
    let is_german =
        HAS_PAPERS && scan::after_any(archive, &["BArch", "SAPMO", "PA AA", "BStU"]).is_some();
    let capitals = scan::run(archive, scan::is_capital);
    let fonds = scan::after_any(rest, &["f.", "Ф.", "ф."]).is_some();
    let has_number = rest.bytes().any(|byte| byte.is_ascii_digit());
    if !has_number || !(is_german || (capitals > 1 && fonds)) {
        return None;
    }
    let mut at = 0;
    for part in scan::parts(rest, " ") {
        let numbered = part.bytes().any(|byte| byte.is_ascii_digit());
        let longest = if part.is_ascii() { 3 } else { 5 };
        let is_sign = part.len() <= 2 || part.len() <= longest && part.ends_with(".");
        if !is_german && !numbered && !is_sign {
            break;
        }
        at += part.len() + 1;
    }
    Some((
        archive,
        scan::trim(scan::to(rest, at.min(rest.len())), ". "),
    ))
}

/// A name, and what follows its first comma if that says where in the archive: it has a number in it.
fn repository_and_locator(holding: &str) -> (&str, Option<&str>) {
    if HAS_RECORDS && let Some((archive, locator)) = shelfmark(holding) {
        return (archive, Some(locator));
    }
    match scan::split(holding, ", ") {
        Some((name, locator)) if locator.bytes().any(|byte| byte.is_ascii_digit()) => {
            (name, Some(locator))
        }
        _ => (holding, None),
    }
}

/// A clause without the marks that part it from the next one.
fn trimmed(clause: &str) -> &str {
    let mut clause = scan::trimmed(clause);
    loop {
        let mut shorter = scan::trim_end(clause, ",; ");
        shorter = shorter.strip_suffix(" and").unwrap_or(shorter);
        // A full stop ends the statement, but not an abbreviation.
        shorter = match shorter.strip_suffix(".") {
            Some(words) if !ends_with_initial(words) => words,
            _ => shorter,
        };
        if shorter.len() == clause.len() {
            return clause;
        }
        clause = shorter;
    }
}

fn ends_with_initial(words: &str) -> bool {
    let mut characters = words.chars();
    characters.next_back().is_some_and(scan::is_capital)
        && scan::ends_with(characters.as_str(), " .")
}

/// Phrases before a name, and what they say of it.
const PHRASES: &[(Action, &str)] = &[
    (Action::Obtained, "obtained by"),
    (
        Action::Received,
        "provided to|given to|donated to|transferred to",
    ),
    (Action::Provided, "provided by|donated by|made available by"),
    (
        Action::OnFile,
        "on file at|on file with|kept at|kept by|held at|held by",
    ),
    (Action::Translated, "translation by"),
    (Action::Transcribed, "transcription by"),
    (Action::Contributed, "contribution by"),
    (Action::Published, "published in|published by"),
    (Action::Released, "released by|declassified by"),
];

/// What may be done by one and the same person, joined by commas and «and».
const PARTICIPLES: &[(Action, &str)] = &[
    (Action::Obtained, "obtained"),
    (Action::Contributed, "contributed"),
    (Action::Provided, "provided"),
    (Action::Transcribed, "transcribed"),
    (Action::Translated, "translated"),
    (Action::Edited, "edited"),
    (Action::Published, "published"),
    (Action::Released, "released"),
];
