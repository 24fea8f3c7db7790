//! What holds for a document as the model has it: nodes nest, flows follow one another, and whoever walks a text meets all of it.

use reading_room::{
    Event, Flow, FlowKind, Hint, Node, OpenError, Opened, Parser, Span, Text, Utf16Positions, walk,
};

use super::ensure;
use super::sample::Sample;

pub fn nodes_nest(sample: &Sample) -> Result<(), String> {
    sample.document().texts.iter().try_for_each(text_nests)
}

pub fn text_nests(text: &Text) -> Result<(), String> {
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

pub fn on_boundaries(text: &str, span: Span) -> Result<(), String> {
    let (start, end) = (span.start as usize, span.end as usize);
    ensure(
        start <= end && text.is_char_boundary(start) && text.is_char_boundary(end),
        || format!("{span:?} is not on character boundaries"),
    )
}

pub fn flows_follow_one_another(sample: &Sample) -> Result<(), String> {
    sample.document().texts.iter().try_for_each(flows_follow)
}

pub fn flows_follow(text: &Text) -> Result<(), String> {
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

pub fn slices_make_no_difference(sample: &Sample) -> Result<(), String> {
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

pub fn walking_gives_the_words(sample: &Sample) -> Result<(), String> {
    sample.document().texts.iter().try_for_each(walk_all)
}

pub fn walk_all(text: &Text) -> Result<(), String> {
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

pub fn parts_are_documents(sample: &Sample) -> Result<(), String> {
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

pub fn utf16_positions_are_those_of_javascript(sample: &Sample) -> Result<(), String> {
    sample
        .document()
        .texts
        .iter()
        .try_for_each(|text| utf16_positions_of(text.as_str()))
}

pub fn utf16_positions_of(text: &str) -> Result<(), String> {
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
