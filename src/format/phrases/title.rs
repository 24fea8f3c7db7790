//! What a devised title tells: kind, sender and recipient. `Telegram from A to B`.

use super::agent::{agent, ends_with_office};
use crate::document::{Agent, HAS_RECORDS, Kind, Record};
use crate::scan;

/// Reads the record's title into what no label has said.
/// Titles that describe nothing (`Fulton Speech, with notes`) give nothing.
pub(in crate::format) fn learn(title: &str, record: &mut Record) {
    if let Some(body) = body_before_own_title(title) {
        return add(&mut record.creators, Agent::named(body));
    }
    let Some((kind, rest)) = Kind::at_start(title) else {
        // `The Ambassador in the Soviet Union (Standley) to the Secretary of State`: a telegram, as its number says.
        if let (Some(_), (sender, Some(recipient))) = (record.kind, split_at_to(title))
            && HAS_RECORDS
        {
            add(&mut record.creators, agent(sender));
            add(&mut record.recipients, agent(recipient));
        }
        return;
    };
    record.kind = record.kind.or(Some(kind));
    let rest = scan::trim_start(rest, ", ");
    if let Some((_, parties)) = scan::after_any(rest, &["from ", "by "]) {
        let (sender, recipient) = split_at_to(parties);
        add(&mut record.creators, agent(sender));
        if let Some(recipient) = recipient {
            let party = match HAS_RECORDS {
                true => up_to_matter(recipient),
                false => recipient,
            };
            add(&mut record.recipients, agent(party));
        }
    } else if let Some(recipient) = scan::after(rest, "to ") {
        add(&mut record.recipients, agent(recipient));
    } else if let Some(speaker) =
        scan::after(rest, "of ").filter(|_| scan::listed(SPOKEN, kind.as_str()))
    {
        add(&mut record.creators, agent(up_to_participle(speaker)));
    }
}

fn add(agents: &mut Vec<Agent>, agent: Agent) {
    if agents.is_empty() {
        agents.push(agent);
    }
}

/// Who wrote to whom, in a title that says nothing else.
#[cfg(feature = "tei")]
pub(in crate::format) fn parties(title: &str) -> Option<(&str, &str)> {
    match split_at_to(title) {
        (sender, Some(recipient)) => Some((sender, recipient)),
        _ => None,
    }
}

/// The first «to» that is not part of an office: in `Ambassador to the USA Dobrynin to Moscow` the second.
/// A title in quotation marks names nobody.
fn split_at_to(parties: &str) -> (&str, Option<&str>) {
    for at in scan::word_starts(parties) {
        let sender = scan::trim_end(scan::to(parties, at), ", ");
        if scan::begins_with(scan::from(parties, at), "\"“«'‘") {
            return (sender, None);
        }
        if let Some(recipient) = scan::after(scan::from(parties, at), "to ")
            && !sender.is_empty()
            && !ends_with_office(sender)
        {
            return (sender, Some(recipient));
        }
    }
    (parties, None)
}

/// `Asian Affairs Bureau [Ministry of Foreign Affairs, Japan], 'The Chinese Communist Problem'`: a body, then the title it gave.
fn body_before_own_title(title: &str) -> Option<&str> {
    let at = scan::places(title, b',').into_iter().find(|at| {
        let next = scan::trimmed(scan::from(title, at + 1));
        scan::begins_with(next, "'‘\"“")
    })?;
    let is_closed = scan::ends_with(title, "'’\"”");
    let body = scan::to(title, at);
    (is_closed && at > 0 && Kind::at_start(body).is_none()).then_some(body)
}

/// Kinds that are «of» somebody who speaks or writes.
const SPOKEN: &str = "statement|speech|diary|report|message";

/// `USSR Foreign Ministry regarding the meeting`: what it is about is not part of who it is for.
fn up_to_matter(recipient: &str) -> &str {
    for at in scan::word_starts(recipient) {
        let word = scan::first_word(scan::from(recipient, at));
        if at > 0 && scan::listed("about|concerning|expressing|regarding|with", word) {
            return scan::trimmed(scan::to(recipient, at));
        }
    }
    recipient
}

/// `Nakajima Kenzo, Chairman of the Board, Opposing the Visit of …`: what somebody does is not part of who they are.
fn up_to_participle(speaker: &str) -> &str {
    for at in scan::places(speaker, b',') {
        let next = scan::first_word(scan::trimmed(scan::from(speaker, at + 1)));
        if next.ends_with("ing") {
            return scan::to(speaker, at);
        }
    }
    speaker
}
