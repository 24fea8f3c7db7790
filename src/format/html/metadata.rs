//! What a page says of its document, for machines: JSON-LD, the names of Highwire, Dublin Core and Open Graph, and the plain
//! ones of HTML.

use super::begins_as;
use super::json::{self, Value};
use super::keys;
use super::tree::Tree;
use crate::diagnostic::Remarks;
use crate::document::{Identifier, Kind, Record, Span};
use crate::scan;

/// What begins the names of each vocabulary, the most telling first. What begins with none of them is HTML's own.
const VOCABULARIES: [&str; 3] = [
    "citation_|bepress_citation_|eprints.",
    "dc.|dc:|dct.|dct:|dcterms.|dcterms:",
    "og:|article:|book:|profile:",
];

/// How many ranks there are: JSON-LD, these, HTML's names, and its title.
const RANKS: u8 = 6;
const LINKED_DATA: u8 = 0;
const OWN: u8 = 4;
const TITLE: u8 = 5;

/// Names that speak of the page and to programs alone, and what begins such names.
const TECHNICAL: &str = "application-name|color-scheme|csrf-param|csrf-token|format-detection|generator|googlebot|\
    handheldfriendly|mobileoptimized|ms.locale|og:image|og:type|og:updated_time|originator|progid|referrer|robots|\
    theme-color|viewport";
const TECHNICAL_STARTS: &str =
    "al:|apple-|bing|fb:|google|htmx|ms-|msapplication|msvalidate|og:image:|twitter:|yandex";

/// What is said with a key. A tree has no places; so neither has what is said of it.
struct Said {
    rank: u8,
    key: String,
    values: Vec<String>,
}

/// Whether a page says anything of itself.
pub(super) fn has_any(tree: &Tree) -> bool {
    let children = tree.children(0);
    let head = children.iter().find(|child| tree.name(**child) == "head");
    let is_element = |child: &u32| !tree.name(*child).is_empty();
    head.is_some_and(|head| tree.children(*head).iter().any(is_element))
}

/// The record that a page has of its document.
pub(super) fn read(tree: &Tree, source: &str, remarks: &mut Remarks) -> Record {
    let mut said = Vec::new();
    linked_data(source, &mut said);
    for index in 0..tree.len() {
        element(tree, index, &mut said);
    }
    let mut record = Record::new();
    for rank in 0..RANKS {
        let mut own = Record::new();
        for said in said.iter().filter(|said| said.rank == rank) {
            let values: Vec<&str> = said.values.iter().map(String::as_str).collect();
            keys::put(&mut own, &said.key, &values, Span::default(), remarks);
        }
        fill(&mut record, &mut own);
    }
    keys::learn(&mut record);
    record
}

/// Takes over what another record says and this one does not, and all of its entries.
fn fill(record: &mut Record, other: &mut Record) {
    macro_rules! take {
        ($of:ident: $($field:ident)*) => {$(
            $of(&mut record.$field, &mut other.$field);
        )*};
    }
    take!(one: title series date place destination kind citation summary repository digital_archive publication_place
        publication_date revised url rights licence);
    take!(several: other_titles creators recipients translators contributors original_languages provenance keywords
        related);
    for identifier in other.identifiers.drain(..) {
        let is_same = |known: &Identifier| known.value == identifier.value;
        if !record.identifiers.iter().any(is_same) {
            record.identifiers.push(identifier);
        }
    }
    record.entries.append(&mut other.entries);
}

/// Fills a field that has one value. Not inlined, as there are many fields, and few kinds of them.
#[inline(never)]
fn one<T>(field: &mut Option<T>, other: &mut Option<T>) {
    if field.is_none() {
        *field = other.take();
    }
}

/// Fills a field that has several.
#[inline(never)]
fn several<T>(field: &mut Vec<T>, other: &mut Vec<T>) {
    if field.is_empty() {
        *field = std::mem::take(other);
    }
}

/// What an element says.
fn element(tree: &Tree, index: u32, said: &mut Vec<Said>) {
    let attribute = |name: &str| tree.attribute(index, name);
    match tree.name(index) {
        "meta" => {
            let mut key = "";
            for name in &["name", "property", "itemprop"] {
                if key.is_empty() {
                    key = attribute(name);
                }
            }
            put(rank(key), key, attribute("content"), said);
        }
        "link" | "a" if tree.says(index, "rel", "license") => {
            put(OWN, "license", attribute("href"), said);
        }
        "link" if tree.says(index, "rel", "canonical") => {
            put(OWN, "canonical", attribute("href"), said)
        }
        "title" if is_of_page(tree, index) => {
            let words = tree.text(index);
            // `Letter to a friend | Harbour Archive`
            let (title, site) = scan::split(&words, " | ").unwrap_or((&words, ""));
            put(TITLE, "title", title, said);
            put(TITLE, "og:site_name", site, said);
        }
        _ => {}
    }
}

/// Whether a title is that of the page, and not of a drawing in it.
fn is_of_page(tree: &Tree, index: u32) -> bool {
    tree.parent(index)
        .is_some_and(|parent| matches!(tree.name(parent), "head" | "body"))
}

fn put(rank: u8, key: &str, value: &str, said: &mut Vec<Said>) {
    let value = scan::trimmed(value);
    let is_technical = scan::listed(TECHNICAL, key) || begins_as(key, TECHNICAL_STARTS);
    if key.is_empty() || value.is_empty() || is_technical {
        return;
    }
    said.push(Said {
        rank,
        key: scan::owned(key),
        values: vec![scan::owned(value)],
    });
}

/// The rank of the vocabulary that a name is of.
fn rank(key: &str) -> u8 {
    let is_of = |starts: &&str| begins_as(key, starts);
    let row = VOCABULARIES.iter().position(is_of);
    row.map_or(OWN, |row| row as u8 + 1)
}

// JSON-LD.

/// What nodes of the page are about: its document, the surest first.
const WORKS: [&str; 2] = [
    "archivecomponent|article|blogposting|book|chapter|creativework|digitaldocument|emailmessage|letter|manuscript|message|\
     newsarticle|opinionnewsarticle|poster|publicationissue|report|scholarlyarticle|socialmediaposting|statement|\
     techarticle|text|thesis",
    "aboutpage|itempage|profilepage|webpage",
];

/// Keys that are no metadata: the text once more, what the page looks like, what can be done with it.
const BESIDE: &str = "articlebody|text|image|logo|thumbnail|thumbnailurl|primaryimageofpage|potentialaction|breadcrumb|comment|\
    commentcount|interactionstatistic|isaccessibleforfree|speakable|position|video|audio|haspart|mainentity|associatedmedia|encoding";

/// What the scripts of data in a page say.
fn linked_data(source: &str, said: &mut Vec<Said>) {
    let mut data = Vec::new();
    for script in scripts(source) {
        data.extend(json::read(script));
    }
    let mut nodes = Vec::new();
    for value in &data {
        collect(value, &mut nodes);
    }
    for types in &WORKS {
        for node in &nodes {
            if node.types.iter().any(|name| scan::listed(types, name)) {
                return work(node, &nodes, said);
            }
        }
    }
}

/// A node of data, and which types it is of.
struct Node<'v> {
    value: &'v Value,
    types: Vec<String>,
    /// What others call it, if there is anything.
    id: &'v str,
}

/// Adds the nodes of data, which may be one, or a list of them, or a graph.
fn collect<'v>(value: &'v Value, nodes: &mut Vec<Node<'v>>) {
    match value {
        Value::List(list) => {
            for value in list {
                collect(value, nodes);
            }
        }
        Value::Object(pairs) => {
            let mut types = Vec::new();
            if let Some(value) = value.get("@type") {
                words(value, &[], &mut types);
            }
            let id = identity(value);
            nodes.push(Node { value, types, id });
            for (key, value) in pairs {
                if key == "@graph" {
                    collect(value, nodes);
                }
            }
        }
        _ => {}
    }
}

/// What a node says of the document that it is about.
fn work(node: &Node, nodes: &[Node], said: &mut Vec<Said>) {
    let Value::Object(pairs) = node.value else {
        return;
    };
    for (key, value) in pairs {
        let (mut key, mut values) = (key.as_str(), Vec::new());
        if key == "@type" {
            key = "genre";
            let mut kinds = node.types.iter();
            values.extend(kinds.find(|kind| Kind::from_name(kind).is_some()).cloned());
        } else if !key.starts_with("@") && !scan::listed(BESIDE, key) {
            words(value, nodes, &mut values);
        }
        if key == "name" {
            key = "schema:name";
        }
        if !values.is_empty() {
            said.push(Said {
                rank: LINKED_DATA,
                key: scan::owned(key),
                values,
            });
        }
    }
}

/// A value in words: what it is called, there or where another node says it, where it is more than that.
fn words(value: &Value, nodes: &[Node], all: &mut Vec<String>) {
    match value {
        Value::Nothing => {}
        Value::Words(words) => all.push(scan::owned(words)),
        Value::List(list) => {
            for value in list {
                words(value, nodes, all);
            }
        }
        Value::Object(_) => {
            for name in &["name", "headline", "@value", "value", "isPartOf", "url"] {
                if let Some(named) = value.get(name) {
                    return words(named, &[], all);
                }
            }
            let id = identity(value);
            // What is a part itself is the page of the work, and called as that is.
            let is_same = |node: &&Node| node.id == id && node.value.get("isPartOf").is_none();
            if id.is_empty() {
                return;
            }
            match nodes.iter().find(is_same) {
                Some(node) => words(node.value, &[], all),
                None => all.push(scan::owned(id)),
            }
        }
    }
}

/// What others call a node, an address or a name in the page.
fn identity(value: &Value) -> &str {
    match value.get("@id") {
        Some(Value::Words(id)) => id,
        _ => "",
    }
}

/// The scripts in a page that hold JSON-LD. They are looked for in the source: some parsers of browsers
/// take scripts away before anybody sees them.
fn scripts(source: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut at = 0;
    while let Some(found) = scan::find(scan::from(source, at), "<") {
        at += found + 1;
        let rest = scan::from(source, at);
        if let Some(comment) = scan::after(rest, "!--") {
            let Some((inside, _)) = scan::split(comment, "-->") else {
                break;
            };
            at += inside.len() + 6;
        } else if let Some(tag) = scan::after(rest, "script") {
            let Some((attributes, _)) = scan::split(tag, ">") else {
                break;
            };
            let start = at + 7 + attributes.len();
            let script = scan::from(source, start);
            let length = end_of_script(script);
            if scan::find(attributes, "application/ld+json").is_some() {
                scripts.push(scan::to(script, length));
            }
            at = start + length;
        }
    }
    scripts
}

/// Where a script ends.
fn end_of_script(script: &str) -> usize {
    let mut at = 0;
    while let Some(found) = scan::find(scan::from(script, at), "</") {
        at += found;
        if scan::after(scan::from(script, at), "</script").is_some() {
            return at;
        }
        at += 2;
    }
    script.len()
}
