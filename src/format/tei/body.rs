//! The elements of a document, one after another, to its texts.

use std::borrow::Cow;

use super::super::xml::{self, Attributes, Fault, Name, Space};
use super::elements::Meaning;
use super::kinds;
use super::looks::Looks;
use super::parts;
use super::properties;
#[cfg(feature = "full")]
use super::remarks::{Faults, Unknown};
use super::surfaces::Surfaces;
use super::vocabularies::Meanings;
use crate::diagnostic::Remarks;
use crate::document::{
    Document, Language, Look, Makeup, NodeKind, Note, Part, Property, Reading, ReadingKind, Record,
    Role, Span, TextBuilder,
};
use crate::names::same;
use crate::scan;

/// Builds a document from the calls of a reader of XML.
#[derive(Debug, Default)]
pub(super) struct Body {
    document: Document,
    text: Option<TextBuilder>,
    /// Whether the language of the text that is being built was looked for in its words.
    language_is_sought: bool,
    /// What the text is to the document, and its language.
    role: Role,
    language: Option<Language>,
    /// The elements that have begun and not ended.
    frames: Vec<Frame>,
    /// The header, or a surface of the images, while it is collected.
    tree: Option<xml::TreeBuilder>,
    surfaces: Surfaces,
    /// Words that are kept and not shown, and how many elements are open among them.
    hidden: Option<(String, u32)>,
    /// How many elements are open in which white space counts.
    preformatted: u32,
    has_record: bool,
    /// Whether the root is of another vocabulary than TEI.
    is_foreign: bool,
    has_root: bool,
    meanings: Meanings,
    looks: Looks,
    remarks: Remarks,
    #[cfg(feature = "full")]
    faults: Faults,
    #[cfg(feature = "full")]
    unknown: Unknown,
}

/// What an element that is open has begun, and what holds in it.
#[derive(Clone, Copy, Debug)]
struct Frame {
    meaning: Meaning,
    /// How many nodes end with it.
    nodes: u32,
    /// Whether a flow ends with it.
    flow: bool,
    /// Whether words stand in it: a quotation is one in the line.
    in_line: bool,
    /// Whether white space in it is layout alone.
    elements_only: bool,
    /// Whether each text in it is a part (`group`).
    is_group: bool,
    /// The language of the text around it.
    language: Option<Language>,
    /// Whether it has had its header.
    has_header: bool,
    /// In a choice: whether the reading of the text was there, and the flow of the last other one.
    has_reading: bool,
    other: u32,
}

impl Frame {
    fn new(meaning: Meaning, in_line: bool) -> Frame {
        Frame {
            meaning,
            nodes: 0,
            flow: false,
            in_line,
            elements_only: false,
            is_group: false,
            language: None,
            has_header: false,
            has_reading: false,
            other: 0,
        }
    }
}

impl Body {
    /// The document, and what there was to remark; `part` is the id of what is wanted of it.
    pub(super) fn finish(mut self, part: Option<&str>) -> (Document, Remarks) {
        self.end_text();
        #[cfg(feature = "full")]
        {
            self.faults.report(&mut self.remarks);
            self.unknown.report(&mut self.remarks);
        }
        parts::find(&mut self.document, part);
        (self.document, self.remarks)
    }

    /// Shows the document as far as it has come, if a text is being built: that one is its last, and these nodes of its
    /// main flow are open.
    pub(super) fn draft(&mut self, look: &mut dyn FnMut(&Document, &[usize])) {
        let Some(builder) = &mut self.text else {
            return;
        };
        let (text, open) = builder.lend();
        self.document.texts.push(text);
        #[cfg(feature = "detect")]
        if let Some(text) = self.document.texts.last_mut() {
            self.language_is_sought |= text.detect_language_early(open, self.language_is_sought);
        }
        look(&self.document, open);
        if let Some(text) = self.document.texts.pop() {
            builder.take_back(text);
        }
    }

    /// Whether it is of another vocabulary than TEI, or has elements of one.
    #[cfg(not(feature = "full"))]
    pub(super) fn is_foreign(&self) -> bool {
        self.is_foreign || self.meanings.are_missed()
    }

    fn text(&mut self) -> &mut TextBuilder {
        let (role, language) = (self.role, self.language);
        self.text
            .get_or_insert_with(|| TextBuilder::new(role, language))
    }

    /// Puts the text that is being built to those that are there.
    fn end_text(&mut self) {
        if let Some(text) = self.text.take() {
            self.document.texts.push(text.finish());
        }
        self.language_is_sought = false;
    }

    /// What an element means here.
    fn meaning(&mut self, name: Name, span: Span) -> Meaning {
        // In an example of TEI the elements are words about elements.
        if name.space == Space::Examples && name.local != "egXML" {
            return Meaning::Transparent;
        }
        match self.meanings.of(name.local, self.is_foreign) {
            Some(meaning) => meaning,
            None => {
                #[cfg(feature = "full")]
                if !matches!(name.space, Space::MathMl | Space::Svg) {
                    self.unknown.add(name, span);
                }
                let _ = span;
                Meaning::Transparent
            }
        }
    }

    /// Opens nodes, and says of the innermost what the attributes say.
    fn open(&mut self, frame: &mut Frame, kind: NodeKind, attributes: &Attributes) {
        self.open_around(frame, kind);
        let text = self.text();
        text.open(kind);
        properties::say(text, attributes);
        frame.nodes += 1;
    }

    /// In lists and tables stand items, rows and cells alone: around anything else one is put.
    fn open_around(&mut self, frame: &mut Frame, kind: NodeKind) {
        loop {
            let text = self.text();
            let around = match (text.innermost(), kind) {
                (Some(NodeKind::List(_)), NodeKind::Item | NodeKind::Heading | NodeKind::Label)
                | (Some(NodeKind::Table), NodeKind::Row | NodeKind::Heading)
                | (Some(NodeKind::Row), NodeKind::Cell) => return,
                (Some(NodeKind::List(_)), _) => NodeKind::Item,
                (Some(NodeKind::Table), _) => NodeKind::Row,
                (Some(NodeKind::Row), _) => NodeKind::Cell,
                _ => return,
            };
            text.open(around);
            frame.nodes += 1;
        }
    }

    /// Words in a look of their own, if the attributes say so.
    fn open_look(&mut self, frame: &mut Frame, attributes: &Attributes) {
        let (look, is_all) = self.look(attributes);
        if look != Look::NONE || !is_all {
            self.open_around(frame, NodeKind::Highlighted(look));
            let text = self.text();
            text.open(NodeKind::Highlighted(look));
            properties::say_besides(text, attributes, is_all);
            frame.nodes += 1;
        } else {
            self.mark_place(frame, attributes);
        }
    }

    /// The look that the attributes give, and whether it is all that they say.
    fn look(&mut self, attributes: &Attributes) -> (Look, bool) {
        let (mut look, mut is_all) = (Look::NONE, true);
        for (name, row) in attributes.iter() {
            if ["rend", "rendition", "style"]
                .iter()
                .any(|known| same(known, name))
            {
                let (meant, all) = self.looks.of(&attributes.value(row));
                look = look.with(meant);
                is_all &= all;
            }
        }
        (look, is_all)
    }

    /// An element that makes no node may still be referred to, or be in another language.
    fn mark_place(&mut self, frame: &mut Frame, attributes: &Attributes) {
        let language = attributes.get("xml:lang").is_some();
        if language && frame.in_line {
            return self.open(frame, NodeKind::Foreign, attributes);
        }
        if self.text.is_some() && attributes.get("xml:id").is_some() {
            let text = self.text();
            text.milestone(NodeKind::Place);
            properties::say(text, attributes);
        }
    }

    fn milestone(&mut self, kind: NodeKind, name: Name, attributes: &Attributes) {
        let joins = matches!(attributes.get("break").as_deref(), Some("no"));
        let text = self.text();
        if joins {
            text.join();
        }
        text.milestone(kind);
        properties::say(text, attributes);
        if matches!(kind, NodeKind::Milestone) && name.local != "milestone" {
            text.property(Property::Type, name.local);
        }
    }

    fn list(&mut self, frame: &mut Frame, attributes: &Attributes) {
        let kind = attributes.any(&["type", "rend", "list-type"]);
        let kind = kinds::list(kind.as_deref().unwrap_or(""));
        self.open(frame, NodeKind::List(kind), attributes);
        frame.in_line = false;
    }

    fn note(&mut self, frame: &mut Frame, attributes: &Attributes) {
        let owned = |value: Cow<str>| value.into_owned();
        let note = Note {
            kind: kinds::note(attributes),
            label: attributes.get("n").map(owned),
            id: attributes.any(&["xml:id", "id"]).map(owned),
        };
        let language = attributes.get("xml:lang");
        let text = self.text();
        text.milestone(NodeKind::Anchor(text.next_flow()));
        text.open_note(note);
        frame.flow = true;
        frame.in_line = true;
        if let Some(language) = language {
            text.open(NodeKind::Block);
            text.property(Property::Language, &language);
            frame.nodes += 1;
        }
    }

    /// What stands in a choice: the reading of the text, or another one.
    fn in_choice(
        &mut self,
        frame: &mut Frame,
        meaning: Meaning,
        name: Name,
        attributes: &Attributes,
    ) {
        let (kind, node) = match meaning {
            Meaning::Alternative(kind, node) => (Some(kind), node),
            Meaning::Reading(node) | Meaning::Inline(node) => (None, node),
            _ => (None, NodeKind::Highlighted(Look::NONE)),
        };
        let choice = self.choice();
        let taken = choice.as_ref().is_none_or(|choice| choice.has_reading);
        let kind = match kind {
            Some(kind) if choice.is_some() => Some(kind),
            None if choice.is_some() && taken => Some(ReadingKind::Variant),
            _ => None,
        };
        let Some(kind) = kind else {
            if let Some(choice) = self.choice() {
                choice.has_reading = true;
            }
            return self.inline(frame, node, name, attributes);
        };
        let witness = attributes.any(&["wit", "resp", "source"]);
        let witness = witness.map(Cow::into_owned);
        let text = self.text();
        let flow = text.next_flow();
        text.milestone(NodeKind::Anchor(flow));
        text.open_reading(Reading { kind, witness });
        frame.flow = true;
        if let Some(choice) = self.choice() {
            choice.other = flow;
        }
        self.open_look(frame, attributes);
    }

    /// The choice that the next element stands in.
    fn choice(&mut self) -> Option<&mut Frame> {
        let mut frames = self.frames.iter_mut().rev();
        let is_between = |frame: &&mut Frame| {
            frame.elements_only && matches!(frame.meaning, Meaning::Transparent)
        };
        let frame = frames.find(|frame| !is_between(frame))?;
        matches!(frame.meaning, Meaning::Choice).then_some(frame)
    }

    fn inline(&mut self, frame: &mut Frame, kind: NodeKind, name: Name, attributes: &Attributes) {
        frame.in_line = true;
        match kind {
            NodeKind::Highlighted(Look::NONE) => self.open_look(frame, attributes),
            _ => {
                self.open(frame, kind, attributes);
                if kind == NodeKind::Date {
                    properties::say_date(self.text(), attributes);
                }
                if name.local == "stage" {
                    self.text().property(Property::Type, name.local);
                }
                self.open_own_look(frame, attributes);
            }
        }
    }

    /// A block or a phrase whose words all look different.
    fn open_own_look(&mut self, frame: &mut Frame, attributes: &Attributes) {
        let (look, _) = self.look(attributes);
        if look != Look::NONE {
            self.text().open(NodeKind::Highlighted(look));
            frame.nodes += 1;
        }
    }

    fn block(&mut self, frame: &mut Frame, kind: NodeKind, attributes: &Attributes) {
        self.open(frame, kind, attributes);
        frame.in_line = true;
        match kind {
            NodeKind::Preformatted => {
                self.preformatted += 1;
            }
            NodeKind::Item | NodeKind::Cell => {}
            _ => self.open_own_look(frame, attributes),
        }
    }

    /// The language that the text as a whole is said to be in.
    fn learn_language(&mut self, attributes: &Attributes) {
        let tag = attributes.any(&["xml:lang", "lang"]);
        if let Some(language) = tag.and_then(|tag| Language::from_tag(&tag)) {
            self.language = Some(language);
            if let Some(text) = &mut self.text {
                text.language(language);
            }
        }
    }

    /// The header, or a surface of the images, has been collected.
    fn take_tree(&mut self, tree: &xml::Element) {
        let is_header = tree.name == "teiHeader";
        if is_header {
            self.take_header(tree);
        }
        // What stands among the images.
        #[cfg(feature = "full")]
        if !is_header {
            let words = super::header::entries(tree, Vec::new());
            self.document.record.entries.extend(words);
            self.document.surfaces.extend(super::header::surfaces(tree));
        }
    }

    fn take_header(&mut self, header: &xml::Element) {
        for rendition in header.all("encodingDesc/tagsDecl/rendition") {
            if let Some(id) = rendition.attribute("xml:id") {
                self.looks.name(id, &rendition.words());
            }
        }
        let mut record: Record = super::header::read(header, &mut self.remarks);
        let is_first = |frame: &mut Frame| !std::mem::replace(&mut frame.has_header, true);
        let document = self.frames.last_mut();
        let is_own =
            document.is_some_and(|frame| frame.meaning == Meaning::Document && is_first(frame));
        let known = &mut self.document.record.entries;
        if !self.has_record {
            self.has_record = true;
            known.append(&mut record.entries);
            record.entries = std::mem::take(known);
            self.document.record = record;
        } else if is_own && !header.children.is_empty() {
            self.document.parts.push(Part {
                id: String::new(),
                record,
                text: self.document.texts.len() as u32,
                node: None,
            });
        } else {
            // A header where none should be adds to the one before.
            let last = self.document.parts.last_mut();
            let known = last.map_or(known, |part| &mut part.record.entries);
            known.append(&mut record.entries);
        }
    }

    /// A reference to a file that is part of this one.
    fn elsewhere(&mut self, attributes: &Attributes, span: Span) {
        let Some(target) = attributes.get("href") else {
            return;
        };
        let text = self.text();
        text.open(NodeKind::Link);
        text.property(Property::Target, &target);
        text.property(Property::Type, "include");
        text.close();
        let message = [
            "the file ",
            &target,
            " is part of this one, and is not fetched",
        ];
        self.remarks.add(crate::Code::NotFetched, span, &message);
    }
}

impl xml::Handler for Body {
    fn start(&mut self, name: Name, attributes: &Attributes, span: Span) {
        if let Some(tree) = &mut self.tree {
            return tree.start(name, attributes, span);
        }
        if let Some((_, depth)) = &mut self.hidden {
            *depth += 1;
            return;
        }
        let meaning = self.meaning(name, span);
        if !self.has_root {
            self.has_root = true;
            self.document.makeup = match name.local {
                "teiCorpus" | "teiCorpus.2" => Makeup::Corpus,
                _ => Makeup::Marked,
            };
            self.is_foreign = meaning != Meaning::Document
                && !matches!(name.space, Space::Tei | Space::Frus)
                && !matches!(name.local, "text" | "teiHeader" | "div" | "body" | "p");
        }
        let parent = self.frames.last().copied();
        let in_line = parent.is_some_and(|parent| parent.in_line);
        let in_choice =
            parent.is_some_and(|parent| parent.elements_only) && self.choice().is_some();
        let is_among_images =
            parent.is_some_and(|parent| matches!(parent.meaning, Meaning::Facsimile));
        // What a gap, say, is described as is said of the gap.
        let is_milestone = |parent: Frame| matches!(parent.meaning, Meaning::Milestone(_));
        let describes = name.local == "desc" && parent.is_some_and(is_milestone);
        let meaning = if describes { Meaning::Hidden } else { meaning };
        let mut frame = Frame::new(meaning, in_line);
        frame.language = self.language;
        match meaning {
            Meaning::Facsimile => {}
            _ if is_among_images && name.local == "surfaceGrp" => {
                frame.meaning = Meaning::Facsimile;
            }
            _ if is_among_images || matches!(meaning, Meaning::Header) => {
                let mut tree = xml::TreeBuilder::new();
                tree.start(name, attributes, span);
                self.tree = Some(tree);
                return;
            }
            Meaning::Header => {}
            Meaning::Hidden => {
                if !describes {
                    let text = self.text();
                    text.milestone(NodeKind::Place);
                    text.property(Property::Type, name.local);
                }
                self.hidden = Some((String::new(), 0));
                return;
            }
            Meaning::Note => self.note(&mut frame, attributes),
            Meaning::Choice => {
                frame.elements_only = true;
                self.open(&mut frame, NodeKind::Choice, attributes);
                frame.in_line = true;
            }
            Meaning::Transparent if matches!(name.local, "subst" | "rdgGrp") => {
                frame.elements_only = true;
            }
            Meaning::Milestone(kind) => {
                self.milestone(kind, name, attributes);
                frame.in_line = true;
            }
            _ if in_choice => self.in_choice(&mut frame, meaning, name, attributes),
            Meaning::Reading(_) | Meaning::Alternative(..) | Meaning::Witness => {
                self.in_choice(&mut frame, meaning, name, attributes);
            }
            Meaning::Group(kind) => {
                self.open(&mut frame, kind, attributes);
                frame.in_line = false;
                if kind == NodeKind::Division {
                    properties::say_division(self.text(), name, attributes);
                }
            }
            Meaning::Block(kind) => self.block(&mut frame, kind, attributes),
            Meaning::Either(kind, _) if !in_line => {
                self.block(&mut frame, kind, attributes);
                // It holds a quotation and its source.
                frame.in_line = name.local != "cit";
            }
            Meaning::Inline(kind) | Meaning::Either(_, kind) => {
                self.inline(&mut frame, kind, name, attributes);
            }
            Meaning::List => self.list(&mut frame, attributes),
            Meaning::Highlighted => self.open_look(&mut frame, attributes),
            Meaning::Name => {
                let kind = NodeKind::Name(kinds::name(attributes));
                self.inline(&mut frame, kind, name, attributes);
            }
            Meaning::Document => {
                self.end_text();
                self.learn_language(attributes);
            }
            Meaning::Surface => {
                self.surfaces.begin();
                let text = self.text();
                text.milestone(NodeKind::PageBreak);
                properties::say(text, attributes);
                text.open(NodeKind::Block);
                frame.nodes += 1;
                frame.in_line = false;
            }
            Meaning::Elsewhere => self.elsewhere(attributes, span),
            Meaning::Transparent => {
                frame.is_group = name.local == "group";
                let in_group = parent.is_some_and(|parent| parent.is_group);
                if in_group && name.local == "text" {
                    self.open(&mut frame, NodeKind::Division, attributes);
                    self.text().property(Property::Type, "text");
                } else if in_line {
                    self.open_look(&mut frame, attributes);
                } else {
                    if matches!(name.local, "text" | "sourceDoc") {
                        self.end_text();
                        self.role = kinds::role(attributes);
                    }
                    if matches!(name.local, "text" | "sourceDoc" | "body") {
                        self.learn_language(attributes);
                    }
                    self.mark_place(&mut frame, attributes);
                }
            }
        }
        self.surfaces.start(name, attributes, span);
        self.frames.push(frame);
    }

    fn end(&mut self, name: Name, span: Span) {
        if let Some(tree) = &mut self.tree {
            if let Some(tree) = tree.end(span) {
                self.tree = None;
                self.take_tree(&tree);
            }
            return;
        }
        if let Some((words, depth)) = &mut self.hidden {
            if *depth > 0 {
                *depth -= 1;
                return;
            }
            let words = scan::folded(words);
            self.hidden = None;
            return self.text().property(Property::Description, &words);
        }
        let Some(frame) = self.frames.pop() else {
            return;
        };
        self.language = frame.language;
        self.surfaces.end(name, span, &mut self.document);
        if let Meaning::Block(NodeKind::Preformatted) = frame.meaning {
            self.preformatted = self.preformatted.saturating_sub(1);
        }
        let Some(text) = &mut self.text else {
            return;
        };
        let no_reading = matches!(frame.meaning, Meaning::Choice) && !frame.has_reading;
        if no_reading && frame.other > 0 && text.next_flow() == frame.other + 1 {
            text.restore_flow();
        }
        for _ in 0..frame.nodes {
            text.close();
        }
        if frame.flow {
            let is_empty = text.is_flow_empty();
            text.close_flow();
            if is_empty && matches!(frame.meaning, Meaning::Note) {
                text.restore_flow();
            }
        }
        if let Meaning::Document = frame.meaning {
            self.end_text();
        }
    }

    fn words(&mut self, words: &str, _: Span) {
        if let Some(tree) = &mut self.tree {
            return tree.words(words);
        }
        if let Some((hidden, _)) = &mut self.hidden {
            return hidden.push_str(words);
        }
        if self.preformatted > 0 {
            return self.text().push(words);
        }
        let elements_only = self.frames.last().is_some_and(|frame| frame.elements_only);
        let is_blank = || words.bytes().all(|byte| byte.is_ascii_whitespace());
        if (elements_only || self.text.is_none()) && is_blank() {
            return;
        }
        self.text().fold(words);
    }

    fn instruction(&mut self, _: &str, _: &str, _: Span) {}

    fn comment(&mut self, _: &str, _: Span) {}

    fn fault(&mut self, fault: Fault) {
        #[cfg(feature = "full")]
        self.faults.add(fault, &mut self.remarks);
        let _ = fault;
    }
}
