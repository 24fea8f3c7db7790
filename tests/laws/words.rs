//! No word of the source is lost, and none is invented.

use std::collections::{BTreeMap, BTreeSet};

use reading_room::export::{Positions, inspect};
use reading_room::{Document, Flow, Format, Node, NodeKind, Span, Text};
use serde_json::Value;

use super::ensure;
use super::model::on_boundaries;
use super::sample::Sample;

pub fn spans_fit_the_source(sample: &Sample) -> Result<(), String> {
    let Some(source) = sample.source() else {
        return Ok(());
    };
    for diagnostic in &sample.opened.diagnostics {
        on_boundaries(&source, diagnostic.span)
            .map_err(|error| format!("{diagnostic:?}: {error}"))?;
    }
    for entry in &sample.document().record.entries {
        on_boundaries(&source, entry.span).map_err(|error| format!("{entry:?}: {error}"))?;
        if sample.is_marked() {
            // Of an element; its words are compared in tests/tei.rs.
            let is_element = entry.span.of(&source).starts_with('<');
            ensure(is_element || sample.opened.format != Format::Tei, || {
                format!("{entry:?} is not where an element begins")
            })?;
            continue;
        }
        let there = words(entry.span.of(&source));
        let named = words(&entry.label).into_iter().chain(words(&entry.value));
        ensure(named.collect::<Vec<_>>() == there, || {
            format!("{entry:?} is not what stands at its place")
        })?;
    }
    let in_order = sample
        .opened
        .diagnostics
        .is_sorted_by_key(|diagnostic| diagnostic.span);
    ensure(in_order, || {
        "the diagnostics are not in the order of the source".to_owned()
    })
}

pub fn words_are_those_of_the_source(sample: &Sample) -> Result<(), String> {
    let Some(source) = sample.source().filter(|_| !sample.is_marked()) else {
        return Ok(());
    };
    let source = plain_digits(&source);
    let (mut source, kept) = (
        counted_with_divided(&source),
        count(kept(sample.document())),
    );
    for parts in std::mem::take(&mut source.divided) {
        source.put_together(&parts, &kept);
    }
    let source = source.counts;
    for (word, times) in &source {
        let kept = kept.get(word).copied().unwrap_or(0);
        ensure(kept >= *times || is_mark(word), || {
            format!("«{word}» stands {times} times in the source and {kept} in the document")
        })?;
    }
    for (word, times) in &kept {
        let there = source.get(word).copied().unwrap_or(0);
        ensure(there >= *times, || {
            format!("«{word}» stands {times} times in the document and {there} in the source")
        })?;
    }
    Ok(())
}

/// The word before the number of a note in books of Project Gutenberg is its mark, as brackets are.
fn is_mark(word: &str) -> bool {
    word.eq_ignore_ascii_case("Footnote")
}

/// Raised digits as ordinary ones, parted from the words that they stand behind: the labels of notes.
fn plain_digits(text: &str) -> String {
    let mut plain = String::new();
    let mut was_raised = false;
    for c in text.chars() {
        let digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == c);
        if digit.is_some() != was_raised {
            plain.push('\u{200b}');
        }
        was_raised = digit.is_some();
        plain.push(digit.map_or(c, |digit| char::from(b'0' + digit as u8)));
    }
    plain
}

/// How often words stand in a source, and which may be the parts of one that the ends of lines divide.
struct Counted<'s> {
    counts: BTreeMap<String, usize>,
    divided: Vec<Vec<&'s str>>,
}

impl Counted<'_> {
    /// Counts parts as one word, if the document has that more often, and each of them less often.
    fn put_together(&mut self, parts: &[&str], kept: &BTreeMap<String, usize>) {
        let surplus = |word: &str| {
            let there = self.counts.get(word).copied().unwrap_or(0);
            there as isize - kept.get(word).copied().unwrap_or(0) as isize
        };
        let word = parts.concat();
        let times = |part: &str| parts.iter().filter(|other| **other == part).count() as isize;
        if surplus(&word) < 0 && parts.iter().all(|part| surplus(part) >= times(part)) {
            for part in parts {
                *self.counts.entry((*part).to_owned()).or_default() -= 1;
            }
            *self.counts.entry(word).or_default() += 1;
        }
    }
}

/// How many words the number of a page and its running head have at most, which generated documents make of any line.
const LONGEST_HEAD: usize = 16;

/// Words are divided by a hyphen at the end of a line, or by that end alone where a script has no spaces; the number of a
/// page and its running head may stand between the parts.
fn counted_with_divided(source: &str) -> Counted<'_> {
    let all = words(source);
    let gap = |first: &str, second: &str| {
        let at = |word: &str| word.as_ptr() as usize - source.as_ptr() as usize;
        &source[at(first) + first.len()..at(second)]
    };
    let is_wide = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff64}' | '\u{20000}'..='\u{3ffff}');
    let may_go_on = |first: &str, second: &str| {
        let gap = gap(first, second);
        let is_divided = gap.starts_with(['-', '\u{2010}', '\u{ad}', '¬'])
            || first.chars().next_back().is_some_and(is_wide);
        is_divided && gap.contains(['\n', '\r', '\u{c}'])
    };
    let mut divided: Vec<Vec<&str>> = Vec::new();
    for index in 0..all.len() {
        // The places of the parts, and how many numbers of pages stand between them.
        let mut chains = vec![(vec![index], 0)];
        let mut next = 0;
        while let Some((chain, pages)) = chains.get(next).cloned() {
            next += 1;
            let last = *chain.last().unwrap();
            // The number of a page and its running head may stand between.
            for other in last + 1..(last + LONGEST_HEAD + 2).min(all.len()) {
                let pages = pages + usize::from(other > last + 1);
                if pages <= 2 && chain.len() < 12 && may_go_on(all[last], all[other]) {
                    chains.push(([&chain[..], &[other]].concat(), pages));
                }
            }
        }
        let parts = |(chain, _): &(Vec<usize>, usize)| chain.iter().map(|at| all[*at]).collect();
        divided.extend(chains[1..].iter().rev().map(parts));
    }
    let mut counts = BTreeMap::new();
    for word in all {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    Counted { counts, divided }
}

/// The words of entries and texts, where every one of the source's should stand once.
fn kept(document: &Document) -> Vec<String> {
    let mut kept: Vec<&str> = Vec::new();
    for entry in &document.record.entries {
        kept.extend(words(&entry.label));
        kept.extend(words(&entry.value));
    }
    let is_page = |node: &&Node| node.kind == NodeKind::PageBreak;
    for text in &document.texts {
        kept.extend(text.label().into_iter().flat_map(words));
        for page in text.nodes().iter().filter(is_page) {
            // The number that stood alone on its line, and the word before it.
            kept.extend(text.properties(page).flat_map(|(_, value)| words(value)));
        }
        for flow in text.flows() {
            kept.extend(
                flow.note()
                    .and_then(|note| note.label.as_deref())
                    .into_iter()
                    .flat_map(words),
            );
            kept.extend(words_with_marks(text, flow));
        }
    }
    kept.into_iter()
        .flat_map(|word| {
            words(&plain_digits(word))
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The words of a flow; where a note belongs, its mark stands between them.
fn words_with_marks<'t>(text: &'t Text, flow: &Flow) -> Vec<&'t str> {
    let mut found = Vec::new();
    let mut from = flow.span.start;
    for node in &text.nodes()[flow.nodes.clone()] {
        if let NodeKind::Anchor(index) = node.kind {
            let label = text
                .flow(index)
                .and_then(Flow::note)
                .and_then(|note| note.label.as_deref());
            found.extend(words(Span::new(from, node.span.start).of(text.as_str())));
            found.extend(label.into_iter().flat_map(words));
            from = node.span.start;
        }
    }
    found.extend(words(Span::new(from, flow.span.end).of(text.as_str())));
    found
}

/// Runs of letters and digits.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

fn count(words: Vec<String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

pub fn the_inspection_has_every_word(sample: &Sample) -> Result<(), String> {
    let Some(source) = sample.source().filter(|_| !sample.is_marked()) else {
        return Ok(());
    };
    let json = serde_json::to_value(inspect(&sample.opened, Positions::Bytes)).unwrap();
    let mut strings = String::new();
    collect_strings(&json, &mut strings);
    let strings = plain_digits(&strings);
    let there: BTreeSet<&str> = words(&strings).into_iter().collect();
    // Where a note's mark stood inside a word, the word's parts stand together.
    let source = plain_digits(&source);
    let missing = words(&source)
        .into_iter()
        .find(|word| !there.contains(word) && !strings.contains(*word) && !is_mark(word));
    ensure(missing.is_none(), || {
        format!("{missing:?} is not in the inspection")
    })
}

fn collect_strings(json: &Value, strings: &mut String) {
    match json {
        Value::String(string) => {
            strings.push('\n');
            strings.push_str(string);
        }
        Value::Array(values) => values
            .iter()
            .for_each(|value| collect_strings(value, strings)),
        Value::Object(values) => values
            .values()
            .for_each(|value| collect_strings(value, strings)),
        _ => {}
    }
}
