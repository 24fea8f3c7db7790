//! Text to document: the one list of formats, and the push parser that chooses among them.
//!
//! A format knows the model's builder, diagnostics and limits, and nothing else.

mod lines;
mod phrases;
mod prose;
mod record;
#[cfg(feature = "tei")]
mod tei;
mod xml;

use crate::decode::Decoder;
use crate::diagnostic::{Code, OpenError, Remarks};
use crate::document::{Document, Role, Span, TextBuilder, position};
use crate::limits;
use crate::scan;
use prose::Setting;
#[cfg(feature = "full")]
pub use tei::tei_elements;

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
    /// TEI, and other XML as far as it can be read.
    Tei,
}

impl Format {
    /// The name in the inspection: `record`, `plain`, `tei`.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Record => "record",
            Format::Plain => "plain",
            Format::Tei => "tei",
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
        [Format::Record, Format::Plain, Format::Tei]
            .into_iter()
            .find(|format| name.eq_ignore_ascii_case(format.as_str()))
    }

    /// The format of a text, from its beginning.
    fn sniff(start: &str) -> Format {
        if tei::sniff(start) {
            Format::Tei
        } else if record::sniff(start) {
            Format::Record
        } else {
            Format::Plain
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
/// Bytes are decoded as they come. XML is read as it comes too, and its source is not kept. Records and plain text are read
/// when all of them has come: their last lines tell what the first ones are.
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
    /// What has been decoded and not been read.
    source: String,
    format: Option<Format>,
    tei: tei::Parser,
}

impl Parser {
    /// A parser that has seen nothing.
    pub fn new(hint: &Hint) -> Parser {
        Parser {
            decoder: Decoder::new(hint.charset.as_deref()),
            source: String::new(),
            format: hint.format,
            tei: tei::Parser::default(),
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    ///
    /// As soon as it is clear that there is nothing to show: the bytes are no text, or too many.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        for piece in bytes.chunks(limits::PIECE) {
            self.decoder.feed(piece, &mut self.source)?;
            if self.format.is_none() && self.source.len() >= limits::SNIFFED {
                self.choose_format();
            }
            self.read(false);
        }
        Ok(())
    }

    /// The document, once all bytes have been fed.
    ///
    /// # Errors
    ///
    /// As [`feed`](Parser::feed), and where there are no words at all.
    pub fn finish(mut self) -> Result<Opened, OpenError> {
        self.decoder.end(&mut self.source)?;
        let is_blank = self.decoder.taken() == 0 && self.source.trim().is_empty();
        if is_blank {
            return Err(OpenError::Empty);
        }
        #[cfg(feature = "trap")]
        assert!(!self.source.contains(limits::TRAP));
        let format = self.choose_format();
        self.read(true);
        let mut remarks = self.decoder.finish();
        let document = match format {
            Format::Record => record::read(&self.source, &mut remarks),
            Format::Plain => plain(&self.source, &mut remarks),
            Format::Tei => self.tei.finish(&mut remarks),
        };
        Ok(Opened {
            format,
            document,
            diagnostics: remarks.in_order(),
        })
    }

    /// The format: what was said, else what the beginning of the text looks like.
    fn choose_format(&mut self) -> Format {
        let source = &self.source;
        *self.format.get_or_insert_with(|| {
            let length = source.floor_char_boundary(limits::SNIFFED);
            Format::sniff(scan::to(source, length))
        })
    }

    /// Reads what can be read of what has come, and forgets it.
    fn read(&mut self, last: bool) {
        if self.format == Some(Format::Tei) {
            let done = self.tei.read(&self.source, self.decoder.taken(), last);
            self.decoder.take(done, &mut self.source);
        }
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
