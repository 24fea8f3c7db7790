//! A statement of source: `AVP RF; copy obtained by NHK, provided to CWIHP; translation by John Henriksen`.

use crate::document::{Action, Step};
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
    let statement = statement.trim();
    let phrases = phrases(statement);
    let mut read = Statement::default();
    let first = phrases
        .first()
        .map_or(statement.len(), |phrase| phrase.start);
    let holding = trimmed(scan::to(statement, first));
    if !holding.is_empty() {
        let (repository, locator) = repository_and_locator(holding);
        read.repository = Some(scan::owned(repository));
        read.locator = locator.map(scan::owned);
        read.steps
            .push(Step::new(Action::Holds, repository, false, holding));
    }
    let mut end = statement.len();
    let after_holding = read.steps.len();
    for phrase in phrases.iter().rev() {
        let clause = scan::to(statement, end);
        let agent = trimmed(scan::from(clause, phrase.agent));
        let written = trimmed(scan::from(clause, phrase.start));
        for action in phrase.actions.iter().rev() {
            let step = Step::new(*action, agent, phrase.of_copy, written);
            read.steps.insert(after_holding, step);
        }
        end = phrase.start;
    }
    read
}

/// The beginning of a clause that says what was done.
#[derive(Debug)]
struct Phrase {
    start: usize,
    /// Where the name of who did it begins.
    agent: usize,
    actions: Vec<Action>,
    of_copy: bool,
}

/// Every phrase of action that stands at the beginning of a clause.
fn phrases(statement: &str) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut of_copy = false;
    for start in scan::word_starts(statement) {
        let before = scan::to(statement, start).trim_end();
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
        if let Some((actions, name)) = actions(rest) {
            phrases.push(Phrase {
                start,
                agent: statement.len() - name.len(),
                actions,
                of_copy,
            });
        }
    }
    phrases
}

/// The actions that words begin with, and the words from the name on.
fn actions(words: &str) -> Option<(Vec<Action>, &str)> {
    for (action, phrases) in PHRASES {
        for phrase in phrases.split('|') {
            if let Some(rest) = scan::after(words, phrase).and_then(|rest| rest.strip_prefix(' ')) {
                let name = scan::after(rest, "the ").filter(|_| *action == Action::OnFile);
                return Some((vec![*action], name.unwrap_or(rest)));
            }
        }
    }
    participles(words)
}

/// `Contributed, transcribed, and translated by …`, `Translated for CWIHP by …`
fn participles(words: &str) -> Option<(Vec<Action>, &str)> {
    let mut rest = words;
    let mut actions = Vec::new();
    while let Some((action, after)) = participle(rest) {
        actions.push(action);
        rest = scan::trim_start(after, ", ");
        rest = scan::after(rest, "and ").unwrap_or(rest);
    }
    if actions.is_empty() {
        return None;
    }
    if let Some(name) = scan::after(rest, "by ") {
        return Some((actions, name));
    }
    scan::after_any(rest, &["for ", "from "])?;
    let (aside, name) = scan::split(rest, " by ")?;
    (!aside.contains([';', '.', ','])).then_some((actions, name))
}

fn participle(words: &str) -> Option<(Action, &str)> {
    PARTICIPLES
        .iter()
        .find_map(|(action, word)| Some((*action, scan::after(words, word)?)))
}

/// A name, and what follows its first comma if that says where in the archive: it has a number in it.
fn repository_and_locator(holding: &str) -> (&str, Option<&str>) {
    match scan::split(holding, ", ") {
        Some((name, locator)) if locator.bytes().any(|byte| byte.is_ascii_digit()) => {
            (name, Some(locator))
        }
        _ => (holding, None),
    }
}

/// A clause without the marks that part it from the next one.
fn trimmed(clause: &str) -> &str {
    let mut clause = clause.trim();
    loop {
        let mut shorter = scan::trim_end(clause, ",; ");
        shorter = shorter.strip_suffix(" and").unwrap_or(shorter);
        // A full stop ends the statement, but not an abbreviation.
        shorter = match shorter.strip_suffix('.') {
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
