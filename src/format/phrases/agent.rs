//! Names with offices: `Soviet Ambassador to the USA A.F. Dobrynin` is a person in an office.

use crate::document::{Agent, KNOWS_MORE};
use crate::scan;

/// Reads a person or body as titles and labels name them.
///
/// Where it cannot be told which words are the office, all of them are the name: nothing is dropped.
pub(in crate::format) fn agent(written: &str) -> Agent {
    let written = scan::trim(written, ", ");
    let (name, role) = in_parentheses(written)
        .or_else(|| beside_comma(written))
        .or_else(|| by_initials(written))
        .or_else(|| after_office(written))
        .unwrap_or((written, ""));
    Agent::with_role(scan::trimmed(name), scan::trim(role, ", "))
}

/// What parts several values of one label: semicolons, in several scripts, the listing comma of Chinese, and lines.
pub(in crate::format) const PARTING: &str = ";\n；、؛";

/// Several people in one value, separated by semicolons or lines, or by commas behind addresses of mail.
pub(in crate::format) fn agents(written: &str, agents: &mut Vec<Agent>) {
    for part in scan::items(written, PARTING) {
        if !KNOWS_MORE || scan::find(part, "@").is_none() {
            agents.push(agent(part));
            continue;
        }
        let mut address = String::new();
        for item in scan::items(part, ",") {
            scan::push_apart(&mut address, ", ", item);
            if scan::find(item, "@").is_some() {
                agents.push(Agent::named(of_mail(&address)));
                address.clear();
            }
        }
    }
}

/// `"Dobrynin, A. F." <dobrynin@embassy.example>`: the name, or the address where there is none.
fn of_mail(written: &str) -> &str {
    let name = scan::to(written, scan::run(written, |c| !matches!(c, '<' | '[')));
    match scan::trim(name, "\"' ") {
        "" => scan::trim(written, "<> "),
        name => name,
    }
}

/// Several names and no offices: `Gary Goldberg and Svetlana Savranskaya`.
pub(in crate::format) fn names(written: &str, agents: &mut Vec<Agent>) {
    for part in scan::items(written, ",;/&\n；、،") {
        let mut rest = scan::after(part, "and ").unwrap_or(part);
        while let Some((name, others)) = scan::split(rest, " and ") {
            agents.push(Agent::named(scan::trimmed(name)));
            rest = others;
        }
        agents.push(Agent::named(scan::trimmed(rest)));
    }
}

/// `Brandes, Georg` as `Georg Brandes`; names with anything else behind a comma stay as they are.
#[cfg(feature = "marked")]
pub(in crate::format) fn in_order(name: &str) -> String {
    match scan::split(name, ", ") {
        Some((last, first))
            if !first.ends_with(".")
                && scan::find(first, ",").is_none()
                && scan::are_capitalized(first, 3)
                && scan::are_capitalized(scan::first_word(last), 1)
                && !scan::listed("II|III|IV|Jr|Sr|MA|PhD", first) =>
        {
            scan::joined(&[first, " ", last])
        }
        _ => scan::owned(name),
    }
}

/// A name and an office, as far as they are told apart.
type NameAndRole<'w> = (&'w str, &'w str);

/// `The Ambassador in the Soviet Union (Standley)`
fn in_parentheses(written: &str) -> Option<NameAndRole<'_>> {
    let inside = written.strip_suffix(")")?;
    let at = scan::find_last(inside, " (")?;
    let (role, name) = (scan::to(inside, at), scan::from(inside, at + 2));
    (has_office(role) && is_capitalized(name) && !has_office(name)).then_some((name, role))
}

/// `Nakajima Kenzo, Chairman of the Board` or `Ambassador to the USA, A.F. Dobrynin`
fn beside_comma(written: &str) -> Option<NameAndRole<'_>> {
    let (before, after) = scan::split(written, ", ")?;
    match (has_office(before), has_office(after)) {
        (false, true) => Some((before, after)),
        (true, false) if !scan::has_any(after, ",") => Some((after, before)),
        _ => None,
    }
}

/// `Soviet Ambassador to the USA A.F. Dobrynin`
fn by_initials(written: &str) -> Option<NameAndRole<'_>> {
    for at in scan::word_starts(written) {
        let (role, name) = (scan::to(written, at), scan::from(written, at));
        if at > 0 && starts_with_initial(name) {
            return has_office(role).then_some((name, role));
        }
    }
    None
}

/// `Soviet Foreign Minister Gromyko`, `Ambassador to the USSR Llewellyn Thompson`
fn after_office(written: &str) -> Option<NameAndRole<'_>> {
    let mut rest = None;
    for at in scan::word_starts(written) {
        let word = scan::first_word(scan::from(written, at));
        if is_office(word) && !scan::listed(BEFORE_OFFICES, word) {
            rest = Some(scan::from(written, at + word.len()));
        }
    }
    let mut rest = rest?;
    let places = [" to the ", " to ", " of the ", " of ", " in the ", " in "];
    if let Some((_, place)) = scan::after_any(rest, &places) {
        let countries = scan::parts(COUNTRIES, "|");
        rest = countries.iter().find_map(|name| place.strip_prefix(name))?;
    }
    let name = rest.strip_prefix(" ")?;
    let office = scan::to(written, written.len() - rest.len());
    scan::are_capitalized(name, 4).then_some((name, office))
}

/// Whether the words before «to» name an office that goes on with it: «Ambassador to the USA».
pub(in crate::format) fn ends_with_office(words: &str) -> bool {
    is_office(scan::last_word(words))
}

fn has_office(words: &str) -> bool {
    scan::parts(words, " ").into_iter().any(is_office)
}

fn is_office(word: &str) -> bool {
    scan::listed(OFFICES, scan::trim(word, ",.()[]"))
}

fn is_capitalized(word: &str) -> bool {
    scan::first(word).is_some_and(scan::is_capital)
}

/// `A.F. Dobrynin`, `N. S. Khrushchev`
fn starts_with_initial(words: &str) -> bool {
    let mut characters = words.chars();
    characters.next().is_some_and(scan::is_capital) && characters.next() == Some('.')
}

const OFFICES: &str = "adviser|advisor|aide|ambassador|assistant|attaché|chairman|chancellor|\
    chargé|chief|colonel|commander|commissar|consul|commissioner|counselor|counsellor|delegate|deputy|director|\
    emissary|envoy|general|governor|head|leader|marshal|minister|premier|president|representative|\
    secretary|secretary-general|undersecretary|vice-president";

/// Words that another office follows, and no name: `Deputy Minister`, `Chief Pilot`.
const BEFORE_OFFICES: &str = "assistant|chief|deputy|head";

/// Places after «Ambassador to» that are written before a name without a comma; a longer name before a shorter one.
const COUNTRIES: &str = "USA|USSR|US|U.S.|UK|UN|United States|Soviet Union|United Nations|\
    United Kingdom|GDR|FRG|PRC|DPRK|ROK|Albania|Bulgaria|China|Cuba|Czechoslovakia|France|Germany|\
    Great Britain|Hungary|India|Italy|Japan|Mexico|Moscow|North Korea|Poland|Romania|South Korea|\
    Vietnam|Washington|Yugoslavia";
