//! The page shows the words of the texts, in elements that may stand there, with headings on their levels.

use std::collections::BTreeSet;

use reading_room::{Document, Makeup, Node, NodeKind, Role, Text, render};

use super::sample::Sample;
use super::{ensure, html};

pub fn the_page_shows_the_texts(sample: &Sample) -> Result<(), String> {
    the_page_shows(sample.document())
}

pub fn the_page_shows(document: &Document) -> Result<(), String> {
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

/// The levels of the headings in the main flow that head it, a division or a stanza: one lower for every division around it
/// that had a heading by then, and at least one below the text's own. A heading that repeats the title is not shown, and heads
/// nothing.
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
    outside: u8,
    levels: &mut Vec<u8>,
) {
    let (mut rest, mut depth) = (nodes, outside);
    while let Some(node) = rest.first() {
        let (inside, behind) = (&rest[1..node.size as usize], &rest[node.size as usize..]);
        match (node.kind, around) {
            // One without words is none on the page.
            (NodeKind::Heading, _) if is_empty(node) => {}
            (NodeKind::Heading, None | Some(NodeKind::Division)) => {
                if around.is_some() && !repeats_title(rest) {
                    depth = (outside + 1).min(5);
                }
                levels.push((level + depth.max(1)).min(6))
            }
            (NodeKind::Heading, Some(NodeKind::Stanza)) => levels.push((level + depth + 1).min(6)),
            _ => {}
        }
        // In a heading, and where every space counts, stand words alone.
        let holds_blocks = !matches!(node.kind, NodeKind::Heading | NodeKind::Preformatted);
        let inside = if holds_blocks { inside } else { &[] };
        let around = Some(node.kind);
        collect_levels(inside, repeats_title, around, level, depth, levels);
        rest = behind;
    }
}

fn is_empty(node: &Node) -> bool {
    node.span.start == node.span.end
}
