//! Text to document: the one list of formats, and the push parser that chooses among them.
//!
//! A format knows the model's builder, diagnostics and limits, and nothing else.

mod lines;
mod phrases;
mod prose;
mod record;
#[cfg(feature = "tei")]
mod tei;
// What reads documents through it comes next.
#[allow(dead_code, unused_imports)]
mod xml;

use crate::decode::Decoder;
use crate::diagnostic::{Code, OpenError, Remarks};
use crate::document::{Document, Role, Span, TextBuilder, position};
use crate::limits;
use crate::scan;
use prose::Setting;

/// What is known of a document before its bytes are read. What the bytes say outranks the encoding that was declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The encoding that the server declares (`charset` in the Content-Type).
    pub charset: Option<String>,
    /// The form, where whoever asks knows it better than the beginning of the text tells. `None` by default.
    pub format: Option<Format>,
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

    /// The format of that name, letter case aside; `None` for any other.
    ///
    /// ```
    /// use reading_room::Format;
    /// assert_eq!(Format::from_name("plain"), Some(Format::Plain));
    /// assert_eq!(Format::from_name("auto"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Format> {
        [Format::Record, Format::Plain]
            .into_iter()
            .find(|format| name.eq_ignore_ascii_case(format.as_str()))
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
    fn read(self, source: &str, remarks: &mut Remarks) -> Document {
        match self {
            Format::Record => record::read(source, remarks),
            Format::Plain => plain(source, remarks),
        }
    }
}

/// Text without a record: paragraphs, notes and a closing, and nothing else.
fn plain(source: &str, remarks: &mut Remarks) -> Document {
    remark_on_markup(source, remarks);
    remarks.add(
        Code::NoRecord,
        Span::default(),
        &["no labels of a record were found, so that all of it is shown as the text"],
    );
    let builder = TextBuilder::new(Role::Unstated, None);
    let text = prose::read(&lines::lines(source), builder, &Setting::default(), remarks);
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
    pub diagnostics: Vec<crate::Diagnostic>,
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
    format: Option<Format>,
}

impl Parser {
    /// A parser that has seen nothing.
    pub fn new(hint: &Hint) -> Parser {
        Parser {
            decoder: Decoder::new(hint.charset.as_deref()),
            source: String::new(),
            format: hint.format,
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
            format,
        } = self;
        let mut remarks = decoder.finish(&mut source)?;
        if source.trim().is_empty() {
            return Err(OpenError::Empty);
        }
        #[cfg(feature = "trap")]
        assert!(!source.contains(limits::TRAP));
        let start = scan::to(&source, source.floor_char_boundary(limits::SNIFFED));
        let format = format.unwrap_or_else(|| Format::sniff(start));
        let document = format.read(&source, &mut remarks);
        Ok(Opened {
            format,
            document,
            diagnostics: remarks.in_order(),
        })
    }
}

/// Says so where a text in a markup language is shown as it stands.
fn remark_on_markup(start: &str, remarks: &mut Remarks) {
    let trimmed = start.trim_start();
    let marks = ["<?xml", "<TEI", "<!doctype html", "<html", "{\\rtf"];
    if let Some((row, rest)) = scan::after_any(trimmed, &marks)
        && let Some(name) = ["XML", "TEI", "HTML", "HTML", "RTF"].get(row)
    {
        let at = position(start.len() - trimmed.len());
        let span = Span::new(at, at + position(trimmed.len() - rest.len()));
        let message = ["this is ", name, ", whose marks are shown as they stand"];
        remarks.add(Code::ShownAsPlainText, span, &message);
    }
}
