//! What holds for every document: the samples, the larger corpus where it is there, and generated ones.

#[path = "support/files.rs"]
mod files;
#[path = "support/generated.rs"]
mod generated;
#[path = "support/html.rs"]
mod html;
#[path = "support/shared.rs"]
mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use reading_room::export::{Positions, inspect};
use reading_room::{
    Code, Diagnostic, Document, Event, Flow, FlowKind, Format, Hint, Makeup, Node, NodeKind,
    OpenError, Opened, Parser, Role, Span, Text, TextBuilder, Utf16Positions, open, render, walk,
};
use serde_json::Value;

use generated::{build, elements, fragments, markdown, orders, records};

/// A document that was opened, and the bytes that it was opened from.
#[derive(Debug)]
struct Sample {
    name: String,
    bytes: Vec<u8>,
    opened: Opened,
}

impl Sample {
    fn new(name: String, bytes: Vec<u8>) -> Option<Sample> {
        let opened = open(&bytes, &Hint::default()).ok()?;
        Some(Sample {
            name,
            bytes,
            opened,
        })
    }

    fn document(&self) -> &Document {
        &self.opened.document
    }

    /// Whether its words stand among marks: the tests of each form, tests/tei.rs and the like, have the laws on them.
    fn is_marked(&self) -> bool {
        !matches!(self.opened.format, Format::Record | Format::Plain)
    }

    /// The source as UTF-8, and `None` where it is in another encoding, or is packed: tests/office.rs has the laws on that.
    fn source(&self) -> Option<String> {
        if let Format::Word | Format::OpenDocument = self.opened.format {
            return None;
        }
        let head = &self.bytes[..self.bytes.len().min(512)];
        let count = |is: fn(&u8) -> bool| head.iter().filter(|byte| is(byte)).count();
        // Without a mark it has zeros, and many bytes that are high halves of letters, or beyond ASCII.
        let may_be_utf16 = head.starts_with(b"\xFF\xFE")
            || head.starts_with(b"\xFE\xFF")
            || head.contains(&0)
                && (count(|byte| *byte < 0x20) * 6 >= head.len()
                    || count(|byte| !byte.is_ascii()) * 8 >= head.len());
        let guessed = |diagnostic: &Diagnostic| diagnostic.code == Code::EncodingGuessed;
        if may_be_utf16 || self.opened.diagnostics.iter().any(guessed) {
            return None;
        }
        let bytes = self
            .bytes
            .strip_prefix(b"\xEF\xBB\xBF")
            .unwrap_or(&self.bytes);
        let is_shown = |c: char| c >= ' ' || matches!(c, '\t' | '\n' | '\r' | '\u{c}');
        let shown = |c: char| {
            if is_shown(c) {
                c
            } else {
                char::REPLACEMENT_CHARACTER
            }
        };
        Some(String::from_utf8_lossy(bytes).chars().map(shown).collect())
    }
}

// The samples.

/// Files larger than this are left out: they would take most of the time and be like the others.
const LARGEST: u64 = 256 << 10;

fn samples() -> &'static [Sample] {
    static SAMPLES: OnceLock<Vec<Sample>> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let mut paths = files::all_in(Path::new("www/documents"));
        paths.extend(files::all_in(Path::new("tests/corpus")));
        let own = paths.len();
        paths.extend(
            shared::folder("")
                .iter()
                .flat_map(|folder| files::all_in(folder)),
        );
        let samples: Vec<Sample> = paths.iter().filter_map(sample).collect();
        println!(
            "{} documents, from {own} files of our own and {} of the larger corpus.",
            samples.len(),
            paths.len() - own
        );
        assert!(samples.len() > 100);
        samples
    })
}

fn sample(path: &PathBuf) -> Option<Sample> {
    let is_small = fs::metadata(path).unwrap().len() <= LARGEST;
    let bytes = is_small.then(|| fs::read(path).unwrap())?;
    Sample::new(path.display().to_string(), bytes)
}

/// Checks every sample, and says all that is wrong.
fn for_all(law: fn(&Sample) -> Result<(), String>) {
    let broken: Vec<String> = samples()
        .iter()
        .filter_map(|sample| Some(format!("{}: {}", sample.name, law(sample).err()?)))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What every sample has to keep; the error is a sentence on what it breaks.
type Law = fn(&Sample) -> Result<(), String>;

/// Every law, for one document.
const LAWS: [Law; 10] = [
    nodes_nest,
    flows_follow_one_another,
    spans_fit_the_source,
    slices_make_no_difference,
    words_are_those_of_the_source,
    the_inspection_has_every_word,
    walking_gives_the_words,
    the_page_shows_the_texts,
    parts_are_documents,
    utf16_positions_are_those_of_javascript,
];

#[test]
fn every_sample_has_nodes_that_nest() {
    for_all(nodes_nest);
}

#[test]
fn every_sample_has_flows_parted_by_one_line_feed() {
    for_all(flows_follow_one_another);
}

#[test]
fn every_sample_has_spans_that_fit_its_source() {
    for_all(spans_fit_the_source);
}

#[test]
fn every_sample_is_the_same_in_any_slices() {
    for_all(slices_make_no_difference);
}

#[test]
fn every_sample_keeps_its_words_and_has_no_others() {
    for_all(words_are_those_of_the_source);
}

#[test]
fn every_sample_has_all_its_words_in_the_inspection() {
    for_all(the_inspection_has_every_word);
}

#[test]
fn every_sample_is_walked_word_for_word() {
    for_all(walking_gives_the_words);
}

#[test]
fn every_sample_is_shown_word_for_word() {
    for_all(the_page_shows_the_texts);
}

#[test]
fn every_sample_has_parts_that_are_documents() {
    for_all(parts_are_documents);
}

/// What is large costs most of the time, and keeps all other laws where what is small does.
#[test]
fn every_volume_of_tei_is_shown_word_for_word() {
    let folders = [
        "frus-tei",
        "tei-ceteicean",
        "tei-letters-schnitzler",
        "tei-publisher-demo",
    ];
    let files = folders
        .iter()
        .filter_map(|name| shared::folder(name))
        .flat_map(|folder| files::all_in(&folder));
    let is_large = |file: &PathBuf| fs::metadata(file).unwrap().len() > LARGEST;
    let volumes: Vec<PathBuf> = files.filter(is_large).collect();
    println!("{} volumes.", volumes.len());
    for file in volumes {
        let name = file.display().to_string();
        let volume = Sample::new(name.clone(), fs::read(&file).unwrap()).unwrap();
        the_page_shows_the_texts(&volume).unwrap_or_else(|sentence| panic!("{name}: {sentence}"));
    }
}

#[test]
fn every_sample_has_utf16_positions() {
    for_all(utf16_positions_are_those_of_javascript);
}

// The laws.

/// Says what is wrong, unless it holds.
fn ensure(holds: bool, sentence: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(sentence()) }
}

fn nodes_nest(sample: &Sample) -> Result<(), String> {
    sample.document().texts.iter().try_for_each(text_nests)
}

fn text_nests(text: &Text) -> Result<(), String> {
    for flow in text.flows() {
        nest(text, flow.span, &text.nodes()[flow.nodes.clone()])?;
    }
    Ok(())
}

/// Nodes that stand beside each other in a span: they lie in it, in its order, and their own nodes in them.
fn nest(text: &Text, around: Span, nodes: &[Node]) -> Result<(), String> {
    let (mut rest, mut from) = (nodes, around.start);
    while let Some(node) = rest.first() {
        let Span { start, end } = node.span;
        ensure(from <= start && start <= end && end <= around.end, || {
            format!("{node:?} is not in order inside {around:?}")
        })?;
        on_boundaries(text.as_str(), node.span)?;
        let size = node.size as usize;
        ensure((1..=rest.len()).contains(&size), || {
            format!("{node:?} is larger than what it stands in")
        })?;
        nest(text, node.span, &rest[1..size])?;
        (rest, from) = (&rest[size..], end);
    }
    Ok(())
}

fn on_boundaries(text: &str, span: Span) -> Result<(), String> {
    let (start, end) = (span.start as usize, span.end as usize);
    ensure(
        start <= end && text.is_char_boundary(start) && text.is_char_boundary(end),
        || format!("{span:?} is not on character boundaries"),
    )
}

fn flows_follow_one_another(sample: &Sample) -> Result<(), String> {
    sample.document().texts.iter().try_for_each(flows_follow)
}

fn flows_follow(text: &Text) -> Result<(), String> {
    let words: Vec<&str> = text.flows().iter().map(|flow| text.words(flow)).collect();
    ensure(words.join("\n") == text.as_str(), || {
        "a line feed does not part the flows".to_owned()
    })?;
    ensure(
        text.flows()
            .iter()
            .enumerate()
            .all(|(index, flow)| (index == 0) == (flow.kind == FlowKind::Main)),
        || "the first flow, and no other, is the main one".to_owned(),
    )?;
    let (mut at, mut next) = (0, 0);
    for flow in text.flows() {
        on_boundaries(text.as_str(), flow.span)?;
        ensure(flow.span.start == at && flow.nodes.start == next, || {
            format!("{flow:?} does not follow the one before")
        })?;
        (at, next) = (flow.span.end + 1, flow.nodes.end);
    }
    ensure(next == text.nodes().len(), || {
        "nodes stand in no flow".to_owned()
    })?;
    for (index, flow) in text.flows().iter().enumerate() {
        on_boundaries(text.as_str(), Span::new(flow.anchor, flow.anchor))?;
        let around = text.flows().iter().take(index.max(1));
        let is_in = |around: &Flow| (around.span.start..=around.span.end).contains(&flow.anchor);
        ensure(around.into_iter().any(is_in), || {
            format!("{flow:?} belongs to no flow before it")
        })?;
    }
    Ok(())
}

fn spans_fit_the_source(sample: &Sample) -> Result<(), String> {
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

fn slices_make_no_difference(sample: &Sample) -> Result<(), String> {
    let mut cuts = Cuts(0x9E37_79B9_7F4A_7C15 ^ sample.bytes.len() as u64);
    let longest: &[usize] = match sample.bytes.len() {
        0..4096 => &[1, 2, 7, 600],
        4096..65536 => &[40, 5000],
        _ => &[20000],
    };
    for longest in longest {
        let opened = open_in_slices(&sample.bytes, || cuts.next(*longest));
        ensure(opened.as_ref() == Ok(&sample.opened), || {
            format!("in slices of up to {longest} bytes it is {opened:?}")
        })?;
    }
    Ok(())
}

/// Lengths of slices that look random and are the same in every run.
struct Cuts(u64);

impl Cuts {
    fn next(&mut self, longest: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % longest + 1
    }
}

fn open_in_slices(bytes: &[u8], mut length: impl FnMut() -> usize) -> Result<Opened, OpenError> {
    let mut parser = Parser::new(&Hint::default());
    let mut rest = bytes;
    while !rest.is_empty() {
        let (slice, after) = rest.split_at(length().min(rest.len()));
        parser.feed(slice)?;
        rest = after;
    }
    parser.finish()
}

fn words_are_those_of_the_source(sample: &Sample) -> Result<(), String> {
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
        // The word before the number of a note in books of Project Gutenberg is its mark, as brackets are.
        let is_mark = word == "Footnote";
        ensure(kept >= *times || is_mark, || {
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

/// Words are divided by a hyphen at the end of a line, or by that end alone where a script has no spaces; the number of a
/// page may stand between the parts.
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
            // Up to four words may name a page: `Page 2 of 5`.
            for other in last + 1..(last + 6).min(all.len()) {
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

fn the_inspection_has_every_word(sample: &Sample) -> Result<(), String> {
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
        .find(|word| !there.contains(word) && !strings.contains(*word));
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

fn walking_gives_the_words(sample: &Sample) -> Result<(), String> {
    sample.document().texts.iter().try_for_each(walk_all)
}

fn walk_all(text: &Text) -> Result<(), String> {
    for flow in text.flows() {
        let (mut walked, mut open, mut seen) = (String::new(), Vec::new(), Vec::new());
        for event in walk(text, flow) {
            let at = flow.span.start + walked.len() as u32;
            match event {
                Event::Words(words) => {
                    ensure(!words.is_empty(), || "an event without words".to_owned())?;
                    walked.push_str(words);
                }
                Event::Start(node) => {
                    ensure(node.span.start == at, || format!("{node:?} starts at {at}"))?;
                    open.push(node);
                    seen.push(node);
                }
                Event::End(node) => {
                    ensure(node.span.end == at && open.pop() == Some(node), || {
                        format!("{node:?} ends at {at}")
                    })?;
                }
            }
        }
        ensure(walked == text.words(flow), || {
            "the words are not those of the flow".to_owned()
        })?;
        ensure(
            open.is_empty() && seen == text.nodes()[flow.nodes.clone()],
            || "not every node began and ended".to_owned(),
        )?;
    }
    Ok(())
}

fn the_page_shows_the_texts(sample: &Sample) -> Result<(), String> {
    the_page_shows(sample.document())
}

fn the_page_shows(document: &Document) -> Result<(), String> {
    let texts: Vec<&str> = document.texts.iter().map(Text::as_str).collect();
    let texts = texts.join("\n");
    let is_long = texts.len() > 1 << 14;
    let levels: &[u8] = if is_long { &[2] } else { &[1, 2, 6] };
    for &heading_level in levels {
        let options = render::Options {
            heading_level,
            ..render::Options::default()
        };
        let written = render::article(document, &options);
        let tree = html::parse(&written);
        ensure(tree.text() == texts, || {
            "the article shows other words than the texts".to_owned()
        })?;
        only_what_is_allowed(&tree)?;
        headings_are_on_their_levels(&tree, document, heading_level)?;
    }
    let written = render::page(
        document,
        &render::Options::default(),
        &render::Around::default(),
    );
    let tree = html::parse(&written);
    ensure(tree.errors().is_empty(), || {
        format!("the page is not well formed: {:?}", tree.errors())
    })?;
    let article = |html: &str| {
        let (start, end) = (html.find("<article")?, html.rfind("</article>")?);
        Some(html[start..end].to_owned())
    };
    let read = article(&tree.written());
    ensure(read == article(&written), || {
        format!("the page is read as another tree than was written: {read:?}")
    })?;
    ensure(tree.text() == texts, || {
        "the page shows other words than the texts".to_owned()
    })?;
    only_what_is_allowed(&tree)?;
    headings_are_on_their_levels(&tree, document, 1)
}

const ELEMENTS: &str = "a abbr article b blockquote body br caption cite dd del div dl dt em figcaption figure footer h1 h2 h3 \
    h4 h5 h6 head header hr html i ins li main mark meta ol p pre q reading-room s script section slot span style sub sup table tbody td template \
    th time title tr u ul wbr";
const ATTRIBUTES: &str = "aria-label charset class colspan content data-generated datetime dir heading-level hidden href id lang \
    name role rowspan scope shadowrootmode slot src tabindex title type value";

fn only_what_is_allowed(tree: &html::Tree) -> Result<(), String> {
    let mut ids = BTreeSet::new();
    for element in tree.elements() {
        let name = &*element.name;
        ensure(ELEMENTS.split(' ').any(|known| known == name), || {
            format!("an element {name}")
        })?;
        for (attribute, value) in &element.attributes {
            ensure(
                ATTRIBUTES.split(' ').any(|known| known == attribute),
                || format!("an attribute {attribute}"),
            )?;
            let leads_away = ["https://", "http://", "mailto:", "#"].iter().any(|start| {
                value
                    .get(..start.len())
                    .is_some_and(|value| value.eq_ignore_ascii_case(start))
            });
            ensure(attribute != "href" || leads_away, || {
                format!("a link to {value}")
            })?;
            ensure(attribute != "id" || ids.insert(value.clone()), || {
                format!("two of id {value}")
            })?;
        }
    }
    for element in tree.elements() {
        for (attribute, value) in &element.attributes {
            let target = value.strip_prefix('#').filter(|_| attribute == "href");
            ensure(target.is_none_or(|id| ids.contains(id)), || {
                format!("a link to {value}, which is not there")
            })?;
        }
    }
    Ok(())
}

/// The title on the level asked for; what we add, one below; those of the texts by the divisions that they stand in.
fn headings_are_on_their_levels(
    tree: &html::Tree,
    document: &Document,
    level: u8,
) -> Result<(), String> {
    let is_heading = |name: &str| name.len() == 2 && name.starts_with('h') && name != "hr";
    let elements = tree.elements();
    let headings = |generated: bool| {
        elements
            .iter()
            .filter(move |element| element.generated == generated && is_heading(&element.name))
            .map(|element| element.name.clone())
    };
    let title = document.record.title.iter().map(|_| format!("h{level}"));
    let below = format!("h{}", (level + 1).min(6));
    let count = headings(true).count();
    let expected = title.chain(std::iter::repeat(below)).take(count);
    ensure(headings(true).eq(expected), || {
        "a heading of ours on another level".to_owned()
    })?;
    // A language that was detected in the words names no text.
    let says_language = |text: &Text| text.language().is_some() && !text.language_is_detected();
    let is_named = |text: &Text| says_language(text) || text.role() != Role::Unstated;
    let is_long = |text: &Text| text.main().span.end >= 32 << 10;
    let titled = |text: &Text| match document.makeup {
        Makeup::Corpus => is_named(text),
        Makeup::Marked | Makeup::Part if is_long(text) => text.role() != Role::Unstated,
        _ => document.texts.len() > 1 && is_named(text),
    };
    let expected: Vec<String> = document
        .texts
        .iter()
        .flat_map(|text| heading_levels(document, text, level + u8::from(titled(text))))
        .map(|level| format!("h{level}"))
        .collect();
    ensure(headings(false).eq(expected), || {
        "a heading of the text on another level".to_owned()
    })
}

/// The levels of the headings in the main flow that head it, a division or a stanza: one lower for every division with a
/// heading around it, and at least one below the text's own. A heading that repeats the title is not shown, and heads nothing.
fn heading_levels(document: &Document, text: &Text, level: u8) -> Vec<u8> {
    let mut levels = Vec::new();
    let title = document.record.title.as_deref().unwrap_or_default();
    let repeats_title = |heading: &[Node]| {
        let node = &heading[0];
        let words = node.span.of(text.as_str()).split_whitespace();
        let words = words.collect::<Vec<_>>().join(" ");
        let holds_places = heading[..node.size as usize].iter().any(is_empty);
        node.span.start == 0 && !holds_places && words.eq_ignore_ascii_case(title)
    };
    collect_levels(
        &text.nodes()[text.main().nodes.clone()],
        &repeats_title,
        None,
        level,
        0,
        &mut levels,
    );
    levels
}

fn collect_levels(
    nodes: &[Node],
    repeats_title: &dyn Fn(&[Node]) -> bool,
    around: Option<NodeKind>,
    level: u8,
    depth: u8,
    levels: &mut Vec<u8>,
) {
    let mut rest = nodes;
    while let Some(node) = rest.first() {
        let (inside, behind) = (&rest[1..node.size as usize], &rest[node.size as usize..]);
        let mut depth = depth;
        match (node.kind, around) {
            // One without words is none on the page.
            (NodeKind::Heading, _) if is_empty(node) => {}
            (NodeKind::Heading, None | Some(NodeKind::Division)) => {
                levels.push((level + depth.max(1)).min(6))
            }
            (NodeKind::Heading, Some(NodeKind::Stanza)) => levels.push((level + depth + 1).min(6)),
            (NodeKind::Division, _) => depth += u8::from(has_heading(inside, repeats_title)),
            _ => {}
        }
        // In a heading, and where every space counts, stand words alone.
        let holds_blocks = !matches!(node.kind, NodeKind::Heading | NodeKind::Preformatted);
        let inside = if holds_blocks { inside } else { &[] };
        let around = Some(node.kind);
        collect_levels(inside, repeats_title, around, level, depth.min(5), levels);
        rest = behind;
    }
}

fn is_empty(node: &Node) -> bool {
    node.span.start == node.span.end
}

fn has_heading(nodes: &[Node], repeats_title: &dyn Fn(&[Node]) -> bool) -> bool {
    let mut rest = nodes;
    while let Some(node) = rest.first() {
        if node.kind == NodeKind::Heading && !is_empty(node) && !repeats_title(rest) {
            return true;
        }
        rest = &rest[node.size as usize..];
    }
    false
}

fn parts_are_documents(sample: &Sample) -> Result<(), String> {
    let document = sample.document();
    for part in &document.parts {
        // Of two parts with one id the first is opened.
        let first = document.parts.iter().find(|other| other.id == part.id);
        if first != Some(part) {
            continue;
        }
        let alone = document.part(&part.id).ok_or("a part cannot be opened")?;
        let [text] = &alone.texts[..] else {
            return Err(format!("{} has several texts", part.id));
        };
        let whole = &document.texts[part.text as usize];
        let span = match part.node {
            Some(node) => whole.nodes()[node as usize].span,
            None => whole.main().span,
        };
        ensure(text.words(text.main()) == span.of(whole.as_str()), || {
            format!("{} has other words than its division", part.id)
        })?;
        text_nests(text)?;
        flows_follow(text)?;
        walk_all(text)?;
    }
    Ok(())
}

fn utf16_positions_are_those_of_javascript(sample: &Sample) -> Result<(), String> {
    sample
        .document()
        .texts
        .iter()
        .try_for_each(|text| utf16_positions_of(text.as_str()))
}

fn utf16_positions_of(text: &str) -> Result<(), String> {
    let mut positions = Utf16Positions::new(text);
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        let position = positions.at(byte as u32);
        ensure(position == units, || {
            format!("byte {byte} is at {position}, not {units}")
        })?;
        units += character.len_utf16() as u32;
    }
    let whole = text.encode_utf16().count() as u32;
    ensure(positions.at(text.len() as u32) == whole, || {
        "the end is not the end".to_owned()
    })?;
    ensure(positions.at(0) == 0, || {
        "going back does not work".to_owned()
    })
}

/// What a generated text has shown: a link in the anchor of a note, behind white space.
#[test]
fn what_an_anchor_holds_stays_in_it() {
    let mut builder = TextBuilder::new(Role::Unstated, None);
    builder.fold("The lamp ");
    builder.open(NodeKind::Anchor(1));
    builder.milestone(NodeKind::Link);
    builder.close();
    builder.push("is dark.");
    let text = builder.finish();
    assert_eq!(text.as_str(), "The lamp is dark.");
    assert_eq!(text_nests(&text), Ok(()));
}

// Generated documents.

fn keeps_the_laws(bytes: Vec<u8>) -> Result<(), TestCaseError> {
    if let Some(sample) = Sample::new("generated".to_owned(), bytes) {
        for law in LAWS {
            law(&sample).map_err(TestCaseError::fail)?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn documents_of_any_fragments_keep_the_laws(source in fragments()) {
        keeps_the_laws(source.into_bytes())?;
    }

    #[test]
    fn records_of_any_fields_keep_the_laws(source in records()) {
        keeps_the_laws(source.into_bytes())?;
    }

    #[test]
    fn marks_of_markdown_in_any_order_keep_the_laws(source in markdown()) {
        keeps_the_laws(source.into_bytes())?;
    }

    #[test]
    fn elements_in_any_order_keep_the_laws(source in elements()) {
        keeps_the_laws(source.into_bytes())?;
    }

    #[test]
    fn documents_with_damaged_bytes_keep_the_laws(source in records(), damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = source.into_bytes();
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        keeps_the_laws(bytes)?;
    }

    #[test]
    fn any_bytes_keep_the_laws(bytes in vec(any::<u8>(), 0..1500)) {
        keeps_the_laws(bytes)?;
    }

    #[test]
    fn texts_of_any_orders_keep_the_laws(orders in orders()) {
        let text = build(orders);
        text_nests(&text).map_err(TestCaseError::fail)?;
        flows_follow(&text).map_err(TestCaseError::fail)?;
        walk_all(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn texts_of_any_orders_are_shown_word_for_word(orders in vec(orders(), 1..3)) {
        let texts: Vec<Text> = orders.into_iter().map(build).collect();
        let document = Document { texts, makeup: Makeup::Marked, ..Document::default() };
        the_page_shows(&document).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn utf16_positions_are_right_in_any_text(text in any::<String>()) {
        utf16_positions_of(&text).map_err(TestCaseError::fail)?;
    }
}
