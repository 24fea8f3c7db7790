//! The parts of a package: by their names, as text and as trees; and what the package is, by what parts it has.

use super::super::Format;
use super::super::xml::{self, Attributes, Element, Fault, Name, TreeBuilder};
use super::word::Links;
use crate::decode::Decoder;
#[cfg(feature = "full")]
use crate::diagnostic::Code;
use crate::diagnostic::{OpenError, Remarks};
use crate::document::Span;
use crate::scan;

/// A part.
#[derive(Debug)]
pub(super) struct Part {
    /// Its path in the package.
    pub name: String,
    /// Its bytes; none where it is not read.
    pub bytes: Vec<u8>,
}

/// The parts that are read, by the last name of their paths, without digits at its end and `.xml` behind it.
#[cfg(not(target_arch = "wasm32"))]
const READ: &str = "[content_types]|core|custom|document|styles|numbering|footnotes|endnotes|comments|header|footer|\
    content|meta|manifest";

/// Whether a part is read: not a picture, a font, a preview. `pkg/src/zip.js` has the same names.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn is_read(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('\\', "/");
    let last = name.rsplit('/').next().unwrap_or_default();
    let stem = last.strip_suffix(".xml").unwrap_or_default();
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    name == "mimetype" || last.ends_with(".rels") || scan::listed(READ, stem)
}

/// What a package is that has no text of these forms, by the beginning of a path or of its media type.
const OTHERS: [(&str, &str); 6] = [
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("application/epub", "an EPUB book"),
    (
        "application/vnd.oasis.opendocument.s",
        "an OpenDocument spreadsheet",
    ),
    (
        "application/vnd.oasis.opendocument.p",
        "an OpenDocument presentation",
    ),
    (
        "application/vnd.oasis.opendocument.",
        "an OpenDocument drawing or formula",
    ),
];

const ZIP: &str = "a zip file that is no document of Word or OpenDocument";

/// Where the text of Word is, if nothing says where, and that of OpenDocument.
const WORD: &str = "word/document.xml";
const CONTENT: &str = "content.xml";

/// What a text of OpenDocument is called that is a single file, which packs no parts.
const FLAT: &str = "office:document";

/// How the media type of a text of OpenDocument begins: of one, of its template, of its master.
const OPENDOCUMENT: &str = "application/vnd.oasis.opendocument.text";

const MISSING: OpenError = OpenError::CannotUnpack("the part that has the text is missing");

/// The parts of a package.
#[derive(Debug)]
pub(super) struct Parts {
    parts: Vec<Part>,
    /// Where the text is.
    main: String,
    #[cfg(not(feature = "full"))]
    have_entities: bool,
}

impl Parts {
    pub(super) fn new(mut parts: Vec<Part>) -> Parts {
        for part in &mut parts {
            part.name = scan::owned(scan::trim_start(&part.name.replace('\\', "/"), "/"));
        }
        Parts {
            parts,
            main: String::new(),
            #[cfg(not(feature = "full"))]
            have_entities: false,
        }
    }

    /// The one of a text of OpenDocument that is a single file: styles and properties stand in it.
    pub(super) fn flat(source: &str) -> Parts {
        let part = Part {
            name: scan::owned(FLAT),
            bytes: source.as_bytes().to_vec(),
        };
        Parts {
            main: scan::owned(FLAT),
            ..Parts::new(vec![part])
        }
    }

    /// What the package is, or that it is neither.
    ///
    /// OpenDocument and EPUB say it by their media type, Office by where the main part is.
    pub(super) fn format(&mut self) -> Result<Format, OpenError> {
        let kind = String::from_utf8_lossy(self.bytes("mimetype")).into_owned();
        self.main = Links::read(self, "_rels/.rels", &mut Remarks::default()).main();
        if self.main.is_empty() && self.has(WORD) {
            self.main = scan::owned(WORD);
        }
        let what = if kind.is_empty() { &self.main } else { &kind };
        let begins = |start: &str| scan::after(what, start).is_some();
        let format = if begins(OPENDOCUMENT) || (what.is_empty() && self.has(CONTENT)) {
            self.main = scan::owned(CONTENT);
            Format::OpenDocument
        } else if let Some((_, other)) = OTHERS.iter().find(|(start, _)| begins(start)) {
            return Err(OpenError::NotText(other));
        } else if self.main.is_empty() {
            return Err(OpenError::NotText(ZIP));
        } else {
            Format::Word
        };
        self.has(&self.main).then_some(format).ok_or(MISSING)
    }

    /// Whether they are a single file.
    pub(super) fn are_flat(&self) -> bool {
        self.main == FLAT
    }

    /// The path of the part that has the text.
    pub(super) fn main(&self) -> &str {
        &self.main
    }

    /// Whether a part is there, and read.
    pub(super) fn has(&self, name: &str) -> bool {
        !self.bytes(name).is_empty()
    }

    fn bytes(&self, name: &str) -> &[u8] {
        self.part(name).map_or(&[], |part| &part.bytes)
    }

    /// The last part of that name: of two that have one, the later is the one that was written later.
    fn part(&self, name: &str) -> Option<&Part> {
        let is_it = |part: &&Part| part.name.eq_ignore_ascii_case(name);
        self.parts.iter().rev().find(is_it)
    }

    /// Reads a part; calls the handler with what is in it.
    pub(super) fn read(
        &mut self,
        name: &str,
        handler: &mut impl xml::Handler,
        remarks: &mut Remarks,
    ) {
        let _ = &remarks;
        let mut decoder = Decoder::new(None);
        let mut text = String::new();
        let bytes = self.bytes(name);
        if bytes.is_empty() || decoder.feed(bytes, &mut text).is_err() {
            return;
        }
        // What was fed is not refused in the end, unless it is a few bytes of something else.
        let _ = decoder.end(&mut text);
        let mut faults = Faults {
            handler,
            #[cfg(feature = "full")]
            first: None,
            #[cfg(feature = "full")]
            count: 0,
        };
        let mut reader = xml::Reader::default();
        reader.read(&text, 0, true, &mut faults);
        #[cfg(feature = "full")]
        faults.report(name, remarks);
        #[cfg(not(feature = "full"))]
        {
            self.have_entities |= reader.has_entities();
        }
    }

    /// The root element of a part.
    pub(super) fn tree(&mut self, name: &str, remarks: &mut Remarks) -> Option<Element> {
        let mut tree = Tree::default();
        self.read(name, &mut tree, remarks);
        tree.root
    }

    /// Whether a part has entities, which this build leaves to another.
    #[cfg(not(feature = "full"))]
    pub(super) fn have_entities(&self) -> bool {
        self.have_entities
    }
}

/// Collects the root element. What comes behind it, in a part that is damaged, is put into it.
#[derive(Default)]
struct Tree {
    builder: TreeBuilder,
    root: Option<Element>,
}

impl xml::Handler for Tree {
    fn start(&mut self, name: Name, attributes: &Attributes, span: Span) {
        self.builder.start(name, attributes, span);
    }

    fn end(&mut self, _: Name, span: Span) {
        let Some(element) = self.builder.end(span) else {
            return;
        };
        match &mut self.root {
            Some(root) => root.children.push(xml::Node::Element(element)),
            None => self.root = Some(element),
        }
    }

    fn words(&mut self, words: &str, _: Span) {
        self.builder.words(words);
    }

    fn instruction(&mut self, _: &str, _: &str, _: Span) {}

    fn comment(&mut self, _: &str, _: Span) {}

    fn fault(&mut self, _: Fault) {}
}

/// Passes everything on, and keeps count of what is ill-formed.
struct Faults<'h, H> {
    handler: &'h mut H,
    #[cfg(feature = "full")]
    first: Option<(u32, u32)>,
    #[cfg(feature = "full")]
    count: u32,
}

#[cfg(feature = "full")]
impl<H> Faults<'_, H> {
    /// Says where the first fault is, and how many there are: no program writes any.
    fn report(&self, name: &str, remarks: &mut Remarks) {
        let Some((first_line, first_column)) = self.first else {
            return;
        };
        let [mut count, mut line, mut column] = [const { String::new() }; 3];
        scan::push_number(&mut count, self.count, 1);
        scan::push_number(&mut line, first_line, 1);
        scan::push_number(&mut column, first_column, 1);
        let message = [
            "the part ",
            name,
            " is ill-formed in ",
            &count,
            if self.count == 1 {
                " place, in line "
            } else {
                " places, the first of them in line "
            },
            &line,
            ", column ",
            &column,
            "; it is read as far as it can be",
        ];
        remarks.add(Code::IllFormed, Span::default(), &message);
    }
}

impl<H: xml::Handler> xml::Handler for Faults<'_, H> {
    fn start(&mut self, name: Name, attributes: &Attributes, span: Span) {
        self.handler.start(name, attributes, span);
    }

    fn end(&mut self, name: Name, span: Span) {
        self.handler.end(name, span);
    }

    fn words(&mut self, words: &str, span: Span) {
        self.handler.words(words, span);
    }

    fn instruction(&mut self, _: &str, _: &str, _: Span) {}

    fn comment(&mut self, _: &str, _: Span) {}

    fn fault(&mut self, _fault: Fault) {
        #[cfg(feature = "full")]
        {
            self.first.get_or_insert((_fault.line, _fault.column));
            self.count += 1;
        }
    }
}
