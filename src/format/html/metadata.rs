//! What a page says of its document, for machines: JSON-LD, the names of Highwire, Dublin Core and Open Graph, and the plain
//! ones of HTML.

use super::json::{self, Value};
use super::keys;
use super::tree::Tree;
use crate::diagnostic::Remarks;
use crate::document::{Kind, Record, Span};
use crate::scan;

/// What begins the names of each vocabulary, the most telling first. What begins with none of them is HTML's own.
const VOCABULARIES: [&[&str]; 3] = [
    &["citation_", "bepress_citation_", "eprints."],
    &["dc.", "dc:", "dct.", "dct:", "dcterms.", "dcterms:"],
    &["og:", "article:", "book:", "profile:"],
];

/// How many ranks there are: JSON-LD, these, HTML's names, and its title.
const RANKS: u8 = 6;
const LINKED_DATA: u8 = 0;
const OWN: u8 = 4;
const TITLE: u8 = 5;

/// Names that speak of the page and to programs alone, and what begins such names.
const TECHNICAL: &str = "application-name|color-scheme|csrf-param|csrf-token|format-detection|generator|googlebot|\
    handheldfriendly|mobileoptimized|ms.locale|og:image|og:type|og:updated_time|referrer|robots|theme-color|viewport";
const TECHNICAL_STARTS: [&str; 12] = [
    "al:",
    "apple-",
    "bing",
    "fb:",
    "google",
    "htmx",
    "ms-",
    "msapplication",
    "msvalidate",
    "og:image:",
    "twitter:",
    "yandex",
];

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
        fill(&mut record, own);
    }
    keys::learn(&mut record);
    record
}

/// Takes over what another record says and this one does not, and all of its entries.
fn fill(record: &mut Record, mut other: Record) {
    macro_rules! take {
        ($of:ident: $($field:ident)*) => {$(
            $of(&mut record.$field, &mut other.$field);
        )*};
    }
    take!(one: title series date place destination kind citation summary repository digital_archive publication_place
        publication_date revised url rights licence);
    take!(several: other_titles creators recipients translators contributors original_languages provenance identifiers
        keywords related);
    record.entries.append(&mut other.entries);
}

/// Fills a field that has one value. Not inlined, as there are many fields, and few kinds of them.
#[inline(never)]
fn one<T>(field: &mut Option<T>, other: &mut Option<T>) {
    if field.is_none() {
        std::mem::swap(field, other);
    }
}

/// Fills a field that has several.
#[inline(never)]
fn several<T>(field: &mut Vec<T>, other: &mut Vec<T>) {
    if field.is_empty() {
        std::mem::swap(field, other);
    }
}

/// What an element says.
fn element(tree: &Tree, index: u32, said: &mut Vec<Said>) {
    let attribute = |name: &str| tree.attribute(index, name);
    match tree.name(index) {
        "meta" => {
            let key = ["name", "property", "itemprop"].map(attribute);
            let key = key
                .into_iter()
                .find(|key| !key.is_empty())
                .unwrap_or_default();
            put(rank(key), key, attribute("content"), said);
        }
        "link" | "a" if tree.says(index, "rel", "license") => {
            put(OWN, "license", attribute("href"), said);
        }
        "link" if tree.says(index, "rel", "canonical") => {
            put(OWN, "canonical", attribute("href"), said)
        }
        "title" if is_of_page(tree, index) => put(TITLE, "title", &tree.text(index), said),
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
    let is_technical =
        scan::listed(TECHNICAL, key) || scan::after_any(key, &TECHNICAL_STARTS).is_some();
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
    let is_of = |starts: &&[&str]| scan::after_any(key, starts).is_some();
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
    let mut nodes = Vec::new();
    for script in scripts(source) {
        if let Some(value) = json::read(script) {
            collect(value, &mut nodes);
        }
    }
    let is_work = |types: &'static str| {
        move |node: &&Value| {
            let kinds = node.get("@type").map(words).unwrap_or_default();
            kinds.iter().any(|kind| scan::listed(types, kind))
        }
    };
    let work = WORKS
        .iter()
        .find_map(|types| nodes.iter().find(is_work(types)));
    let Some(Value::Object(pairs)) = work else {
        return;
    };
    for (key, value) in pairs {
        let key = match key.as_str() {
            "name" => "schema:name",
            "@type" => {
                let kinds = words(value);
                let kind = kinds.iter().find(|kind| Kind::from_name(kind).is_some());
                if let Some(kind) = kind {
                    said.push(Said {
                        rank: LINKED_DATA,
                        key: scan::owned("genre"),
                        values: vec![kind.clone()],
                    });
                }
                continue;
            }
            _ if key.starts_with('@') => continue,
            _ if scan::listed(BESIDE, key) => continue,
            key => key,
        };
        let values = words(value);
        if !values.is_empty() {
            said.push(Said {
                rank: LINKED_DATA,
                key: scan::owned(key),
                values,
            });
        }
    }
}

/// Adds the nodes of data, which may be one, or a list of them, or a graph.
fn collect(value: Value, nodes: &mut Vec<Value>) {
    match value {
        Value::List(list) => list.into_iter().for_each(|value| collect(value, nodes)),
        Value::Object(pairs) => {
            let (graphs, own): (Vec<_>, Vec<_>) =
                pairs.into_iter().partition(|(key, _)| key == "@graph");
            nodes.push(Value::Object(own));
            for (_, graph) in graphs {
                collect(graph, nodes);
            }
        }
        _ => {}
    }
}

/// A value in words: what it is called, where it is more than that.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::Nothing => Vec::new(),
        Value::Words(words) => vec![words.clone()],
        Value::List(list) => list.iter().flat_map(words).collect(),
        Value::Object(_) => {
            let names = ["name", "headline", "@value", "url", "@id"];
            let named = names.iter().find_map(|name| value.get(name));
            named.map(words).unwrap_or_default()
        }
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
