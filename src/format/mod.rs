//! Text to document: the one list of formats, and the push parser that chooses among them.
//!
//! A format knows the model's builder, diagnostics and limits, and nothing else.

mod lines;
mod prose;
mod record;

use crate::decode::Decoder;
use crate::diagnostic::{Code, Diagnostic, OpenError};
use crate::document::{Document, Role, Span, TextBuilder, position};
use crate::limits;
use crate::scan;
use prose::Setting;

/// What is known of a document before its bytes are read. What the bytes say outranks all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The encoding that the server declares (`charset` in the Content-Type).
    pub charset: Option<String>,
}

/// A form that documents come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A labelled catalogue record with its text, as archives send and print them.
    Record,
    /// Text without a record.
    Plain,
}

impl Format {
    /// The name in the inspection: `record`, `plain`.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Record => "record",
            Format::Plain => "plain",
        }
    }

    /// The format of a text, from its beginning.
    fn sniff(start: &str) -> Format {
        if record::sniff(start) {
            Format::Record
        } else {
            Format::Plain
        }
    }

    /// Reads a text of that format. It is never refused: what is odd is said in diagnostics.
    fn read(self, source: &str, diagnostics: &mut Vec<Diagnostic>) -> Document {
        match self {
            Format::Record => record::read(source, diagnostics),
            Format::Plain => plain(source, diagnostics),
        }
    }
}

/// Text without a record: paragraphs, notes and a closing, and nothing else.
fn plain(source: &str, diagnostics: &mut Vec<Diagnostic>) -> Document {
    diagnostics.extend(remark_on_markup(source));
    diagnostics.push(Diagnostic::new(
        Code::NoRecord,
        Span::default(),
        "no labels of a record were found, so that all of it is shown as the text",
    ));
    let builder = TextBuilder::new(Role::Unstated, None);
    let text = prose::read(
        &lines::lines(source),
        builder,
        &Setting::default(),
        diagnostics,
    );
    Document {
        texts: vec![text],
        ..Document::default()
    }
}

/// An opened document.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The form it came in.
    pub format: Format,
    /// The document.
    pub document: Document,
    /// What was odd, guessed or missing, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
}

/// Opens a document.
///
/// # Errors
///
/// Only for what cannot be shown at all: nothing in it, over the size limit, not a text.
///
/// ```
/// use reading_room::{Hint, open};
/// let opened = open(b"Date: 14 November 1962\nTitle: A telegram\n\nContents:\n\nHe said no.", &Hint::default())?;
/// assert_eq!(opened.document.record.title.as_deref(), Some("A telegram"));
/// assert_eq!(opened.document.texts[0].as_str(), "He said no.");
/// # Ok::<(), reading_room::OpenError>(())
/// ```
pub fn open(bytes: &[u8], hint: &Hint) -> Result<Opened, OpenError> {
    let mut parser = Parser::new(hint);
    parser.feed(bytes)?;
    parser.finish()
}

/// Opens a document whose bytes come in slices. The same bytes give the same document however they are cut.
///
/// Bytes are decoded as they come. Records and plain text are read when all of them have:
/// their last lines tell what the first ones are.
///
/// ```
/// use reading_room::{Hint, Parser};
/// let mut parser = Parser::new(&Hint::default());
/// parser.feed(b"Having familiarized himself ")?;
/// parser.feed(b"with our response")?;
/// let opened = parser.finish()?;
/// assert_eq!(opened.document.texts[0].as_str(), "Having familiarized himself with our response");
/// # Ok::<(), reading_room::OpenError>(())
/// ```
#[derive(Debug)]
pub struct Parser {
    decoder: Decoder,
    source: String,
}

impl Parser {
    /// A parser that has seen nothing.
    pub fn new(hint: &Hint) -> Parser {
        Parser {
            decoder: Decoder::new(hint.charset.as_deref()),
            source: String::new(),
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    ///
    /// As soon as it is clear that there is nothing to show: the bytes are no text, or too many.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        self.decoder.feed(bytes, &mut self.source)
    }

    /// The document, once all bytes have been fed.
    ///
    /// # Errors
    ///
    /// As [`feed`](Parser::feed), and where there are no words at all.
    pub fn finish(self) -> Result<Opened, OpenError> {
        let Parser {
            decoder,
            mut source,
        } = self;
        let mut diagnostics = decoder.finish(&mut source)?;
        if source.trim().is_empty() {
            return Err(OpenError::Empty);
        }
        let format = Format::sniff(scan::to(
            &source,
            source.floor_char_boundary(limits::SNIFFED),
        ));
        let document = format.read(&source, &mut diagnostics);
        Ok(Opened {
            format,
            document,
            diagnostics: in_order(diagnostics),
        })
    }
}

/// Diagnostics in the order of the source. They are few: a sort of the standard library would weigh more than it saves.
fn in_order(remarks: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut ordered: Vec<Diagnostic> = Vec::with_capacity(remarks.len());
    for remark in remarks {
        let at = ordered.partition_point(|other| other.span <= remark.span);
        ordered.insert(at, remark);
    }
    ordered
}

/// Says so where a text in a markup language is shown as it stands.
fn remark_on_markup(start: &str) -> Option<Diagnostic> {
    let trimmed = start.trim_start();
    let (row, rest) = scan::after_any(
        trimmed,
        &["<?xml", "<TEI", "<!doctype html", "<html", "{\\rtf"],
    )?;
    let name = ["XML", "TEI", "HTML", "HTML", "RTF"].get(row)?;
    let at = position(start.len() - trimmed.len());
    Some(Diagnostic::new(
        Code::ShownAsPlainText,
        Span::new(at, at + position(trimmed.len() - rest.len())),
        &scan::joined(&["this is ", name, ", whose marks are shown as they stand"]),
    ))
}
