//! Everything that was understood of a document, in the shape that `docs/inspection.md` describes.
//!
//! The model itself is not serializable: what programs may rely on is written here, once, with a version.

#[cfg(feature = "tei")]
mod markup;

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::{
    Agent, Citation, Date, Flow, FlowKind, HAS_MARKUP, Look, NodeKind, NoteKind, Record, Related,
    Span, Step, Text, Utf16Positions, position,
};
use crate::format::Opened;
#[cfg(feature = "tei")]
use markup::{parts, surfaces};
#[cfg(not(feature = "tei"))]
use {none as parts, none as surfaces};

/// The version of the shape. It rises when something is taken away or changes its meaning, not when something is added.
pub const VERSION: u32 = 1;

/// The unit in which positions in a text are given. Positions in the source are bytes always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Positions {
    /// Bytes of UTF-8: the command line tool.
    Bytes,
    /// UTF-16 units: JavaScript.
    Utf16,
}

/// A value as JSON has them, ready to be serialized.
///
/// One type for all values makes one piece of code of what would be one for every structure and serializer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'d> {
    /// Not known.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A position or a version.
    Number(u32),
    /// Words.
    Words(Cow<'d, str>),
    /// Values in order.
    List(Vec<Value<'d>>),
    /// Values with names, in order.
    Object(Vec<(&'static str, Value<'d>)>),
}

impl Value<'_> {
    /// The value of that name in an object; `Null` where there is none.
    pub fn get(&self, name: &str) -> &Self {
        let Value::Object(members) = self else {
            return &Value::Null;
        };
        let member = members.iter().find(|(known, _)| *known == name);
        member.map_or(&Value::Null, |(_, value)| value)
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            Value::Number(number) => serializer.serialize_u32(*number),
            Value::Words(words) => serializer.serialize_str(words),
            Value::List(values) => serializer.collect_seq(values),
            Value::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// Looks at an opened document.
///
/// ```
/// use reading_room::export::{Positions, inspect};
/// use reading_room::{Hint, open};
/// let opened = open(b"Date: 14 November 1962\nTitle: A telegram\n\nContents:\n\nHe said no.", &Hint::default())?;
/// let json = serde_json::to_value(inspect(&opened, Positions::Bytes)).unwrap();
/// assert_eq!(json["record"]["date"], "1962-11-14");
/// assert_eq!(json["texts"][0]["content"], "He said no.");
/// # Ok::<(), reading_room::OpenError>(())
/// ```
pub fn inspect(opened: &Opened, positions: Positions) -> Value<'_> {
    let mut object = Object::new();
    object.put("version", Value::Number(VERSION));
    object.words("format", opened.format.as_str());
    object.put("record", record(&opened.document.record));
    let texts = opened.document.texts.iter();
    object.put(
        "texts",
        Value::List(texts.map(|text| text_value(text, positions)).collect()),
    );
    object.put("parts", Value::List(parts(&opened.document)));
    object.put("surfaces", Value::List(surfaces(&opened.document)));
    object.put("diagnostics", diagnostics(opened));
    object.value()
}

/// The record alone, as [`inspect`] has it.
pub fn record(record: &Record) -> Value<'_> {
    let mut object = Object::new();
    object.optional("title", &record.title);
    if record.part_of.is_some() {
        object.optional("partOf", &record.part_of);
    }
    object.list("otherTitles", &record.other_titles);
    object.optional("series", &record.series);
    object.date("date", record.date.as_ref());
    object.optional("place", &record.place);
    object.optional("destination", &record.destination);
    if record.classification.is_some() {
        object.optional("classification", &record.classification);
    }
    object.words("kind", record.kind.map_or("", |kind| kind.as_str()));
    object.agents("creators", &record.creators);
    object.agents("recipients", &record.recipients);
    object.agents("translators", &record.translators);
    object.agents("contributors", &record.contributors);
    match &record.citation {
        Some(citation) => {
            object.words("citation", &citation.verbatim);
            object.put("citationParts", citation_parts(citation));
        }
        None => {
            object.put("citation", Value::Null);
            object.put("citationParts", Value::Null);
        }
    }
    object.optional("summary", &record.summary);
    let languages = record.original_languages.iter();
    object.put(
        "originalLanguages",
        Value::List(languages.map(|language| words(language.tag())).collect()),
    );
    object.optional("repository", &record.repository);
    object.optional("digitalArchive", &record.digital_archive);
    object.optional("publicationPlace", &record.publication_place);
    object.date("publicationDate", record.publication_date.as_ref());
    object.date("revised", record.revised.as_ref());
    object.steps("provenance", &record.provenance);
    object.optional("url", &record.url);
    object.optional("rights", &record.rights);
    object.optional("licence", &record.licence);
    object.list("keywords", &record.keywords);
    object.related(&record.related);
    let (mut identifiers, mut fields, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for identifier in &record.identifiers {
        identifiers.push(labelled(&identifier.label, &identifier.value).value());
    }
    for entry in record.other_entries() {
        fields.push(labelled(&entry.label, &entry.value).value());
    }
    for entry in &record.entries {
        let mut object = labelled(&entry.label, &entry.value);
        object.words("field", entry.field.map_or("", |field| field.as_str()));
        object.span("span", entry.span);
        entries.push(object.value());
    }
    object.put("identifiers", Value::List(identifiers));
    object.put("fields", Value::List(fields));
    object.put("entries", Value::List(entries));
    object.value()
}

/// The diagnostics alone, as [`inspect`] has them.
pub fn diagnostics(opened: &Opened) -> Value<'_> {
    let mut values = Vec::new();
    for diagnostic in &opened.diagnostics {
        let mut object = Object::new();
        object.words("code", diagnostic.code.as_str());
        object.words("message", &diagnostic.message);
        object.span("span", diagnostic.span);
        values.push(object.value());
    }
    Value::List(values)
}

fn words(words: &str) -> Value<'_> {
    Value::Words(Cow::Borrowed(words))
}

/// The members of an object, as they are put in. None of these is compiled more than once.
struct Object<'d>(Vec<(&'static str, Value<'d>)>);

impl<'d> Object<'d> {
    fn new() -> Object<'d> {
        Object(Vec::new())
    }

    fn value(self) -> Value<'d> {
        Value::Object(self.0)
    }

    #[inline(never)]
    fn put(&mut self, name: &'static str, value: Value<'d>) {
        self.0.push((name, value));
    }

    /// Words; none are `null`.
    #[inline(never)]
    fn words(&mut self, name: &'static str, words: &'d str) {
        let value = Value::Words(Cow::Borrowed(words));
        self.put(name, if words.is_empty() { Value::Null } else { value });
    }

    #[inline(never)]
    fn optional(&mut self, name: &'static str, words: &'d Option<String>) {
        self.words(name, words.as_deref().unwrap_or(""));
    }

    fn list(&mut self, name: &'static str, list: &'d [String]) {
        let values = list.iter().map(|value| words(value));
        self.put(name, Value::List(values.collect()));
    }

    fn related(&mut self, related: &'d [Related]) {
        let mut values = Vec::new();
        for document in related {
            let mut object = Object::new();
            object.words("relation", &document.relation);
            object.words("title", &document.title);
            object.optional("target", &document.target);
            values.push(object.value());
        }
        self.put("related", Value::List(values));
    }

    #[inline(never)]
    fn date(&mut self, name: &'static str, date: Option<&Date>) {
        let edtf = date.map(Date::edtf).filter(|edtf| !edtf.is_empty());
        let edtf = edtf.map(|edtf| Value::Words(Cow::Owned(edtf)));
        self.put(name, edtf.unwrap_or(Value::Null));
    }

    #[inline(never)]
    fn pair(&mut self, name: &'static str, start: u32, end: u32) {
        self.put(
            name,
            Value::List(vec![Value::Number(start), Value::Number(end)]),
        );
    }

    fn span(&mut self, name: &'static str, span: Span) {
        self.pair(name, span.start, span.end);
    }

    #[inline(never)]
    fn agents(&mut self, name: &'static str, agents: &'d [Agent]) {
        let mut values = Vec::new();
        for agent in agents {
            let mut object = Object::new();
            object.words("name", &agent.name);
            object.optional("role", &agent.role);
            values.push(object.value());
        }
        self.put(name, Value::List(values));
    }

    #[inline(never)]
    fn steps(&mut self, name: &'static str, steps: &'d [Step]) {
        let mut values = Vec::new();
        for step in steps {
            let mut object = Object::new();
            object.words("action", step.action.as_str());
            object.words("agent", &step.agent);
            object.put("ofCopy", Value::Flag(step.of_copy));
            object.words("written", &step.written);
            values.push(object.value());
        }
        self.put(name, Value::List(values));
    }
}

fn labelled<'d>(label: &'d str, value: &'d str) -> Object<'d> {
    let mut object = Object::new();
    object.put("label", words(label));
    object.put("value", words(value));
    object
}

fn citation_parts(citation: &Citation) -> Value<'_> {
    let mut object = Object::new();
    object.optional("title", &citation.title);
    object.date("date", citation.date.as_ref());
    object.optional("digitalArchive", &citation.digital_archive);
    object.optional("repository", &citation.repository);
    object.optional("locator", &citation.locator);
    object.optional("source", &citation.source);
    object.steps("provenance", &citation.provenance);
    object.optional("url", &citation.url);
    object.value()
}

fn text_value(text: &Text, positions: Positions) -> Value<'_> {
    let main = text.main();
    let (mut notes, mut readings) = (Vec::new(), Vec::new());
    for flow in text.flows() {
        let mut object = Object::new();
        let list = match &flow.kind {
            FlowKind::Main => continue,
            FlowKind::Note(note) => {
                let repeats_record = true;
                let repeats = note.kind == NoteKind::Source { repeats_record };
                object.words("kind", note.kind.as_str());
                object.optional("label", &note.label);
                object.put("repeatsRecord", Value::Flag(repeats));
                if note.id.is_some() {
                    object.optional("id", &note.id);
                }
                &mut notes
            }
            FlowKind::Reading(_) if !HAS_MARKUP => continue,
            FlowKind::Reading(reading) => {
                object.words("kind", reading.kind.as_str());
                object.optional("witness", &reading.witness);
                &mut readings
            }
        };
        anchor(&mut object, text, flow, positions);
        object.put("content", words(text.words(flow)));
        object.put("nodes", nodes(text, flow, positions));
        list.push(object.value());
    }
    let mut object = Object::new();
    object.words("role", text.role().as_str());
    object.words(
        "language",
        text.language().map_or("", |language| language.tag()),
    );
    object.put("languageDetected", Value::Flag(text.language_is_detected()));
    object.words("direction", text.direction().as_str());
    object.words("label", text.label().unwrap_or(""));
    object.put("content", words(text.words(main)));
    object.put("nodes", nodes(text, main, positions));
    object.put("notes", Value::List(notes));
    object.put("readings", Value::List(readings));
    object.value()
}

/// Where a flow belongs: a position in the content that it is of, the main one unless another one is named.
fn anchor<'d>(object: &mut Object<'d>, text: &'d Text, flow: &Flow, positions: Positions) {
    let is_in = |other: &&Flow| other.span.start <= flow.anchor && flow.anchor <= other.span.end;
    let Some(around) = text.flows().iter().find(is_in) else {
        return;
    };
    let anchor = Counter::new(text, around, positions).at(flow.anchor);
    object.put("anchor", Value::Number(anchor));
    let in_list = match around.kind {
        FlowKind::Main => return,
        _ if !HAS_MARKUP => return,
        FlowKind::Note(_) => "inNote",
        FlowKind::Reading(_) => "inReading",
    };
    object.put(in_list, Value::Number(number(text, around)));
}

/// The number of a note among the notes, or of a reading among the readings, from 0.
fn number(text: &Text, flow: &Flow) -> u32 {
    let is_note = |flow: &Flow| matches!(flow.kind, FlowKind::Note(_));
    let before = |other: &&Flow| other.span.start < flow.span.start;
    let like = |other: &&Flow| other.kind != FlowKind::Main && is_note(other) == is_note(flow);
    position(text.flows().iter().take_while(before).filter(like).count())
}

/// The nodes of a flow, their positions counted from the flow's start.
fn nodes<'d>(text: &'d Text, flow: &Flow, positions: Positions) -> Value<'d> {
    let mut counter = Counter::new(text, flow, positions);
    let mut values = Vec::new();
    for node in text.nodes().get(flow.nodes.clone()).unwrap_or(&[]) {
        let mut object = Object::new();
        let flow = match node.kind {
            NodeKind::Anchor(index) => text.flow(index),
            _ => None,
        };
        let (kind, name) = match flow.map(|flow| &flow.kind) {
            Some(FlowKind::Note(_)) => ("note-anchor", "note"),
            Some(FlowKind::Reading(_)) if HAS_MARKUP => ("reading-anchor", "reading"),
            _ => (node.kind.as_str(), ""),
        };
        object.words("kind", kind);
        object.pair(
            "span",
            counter.at(node.span.start),
            counter.at(node.span.end),
        );
        if let Some(flow) = flow {
            object.put(name, Value::Number(number(text, flow)));
        }
        if HAS_MARKUP && let NodeKind::Highlighted(look) = node.kind {
            object.put("look", looks(look));
        }
        for (property, value) in text.properties(node) {
            object.words(property.as_str(), value);
        }
        values.push(object.value());
    }
    Value::List(values)
}

fn looks(look: Look) -> Value<'static> {
    let known = Look::ALL.iter().filter(|(one, _)| look.has(*one));
    Value::List(known.map(|(_, name)| words(name)).collect())
}

/// What no document has in a build without markup.
#[cfg(not(feature = "tei"))]
fn none(_: &crate::document::Document) -> Vec<Value<'_>> {
    Vec::new()
}

/// Counts positions from the start of a flow, in the unit asked for.
struct Counter<'t> {
    start: u32,
    utf16: Option<Utf16Positions<'t>>,
}

impl<'t> Counter<'t> {
    fn new(text: &'t Text, flow: &Flow, positions: Positions) -> Counter<'t> {
        Counter {
            start: flow.span.start,
            utf16: (positions == Positions::Utf16).then(|| Utf16Positions::new(text.words(flow))),
        }
    }

    fn at(&mut self, position: u32) -> u32 {
        let bytes = position - self.start;
        self.utf16.as_mut().map_or(bytes, |utf16| utf16.at(bytes))
    }
}
