//! Text to document: the one list of formats, and of the features that have them; the push parser that chooses.
//!
//! A format knows the model's builder, diagnostics and limits, and nothing else.

#[cfg(feature = "pages")]
mod html;
#[cfg(any(feature = "pages", feature = "markdown", feature = "office"))]
mod keys;
#[cfg(any(feature = "plain", feature = "markdown", feature = "office"))]
mod lines;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(any(feature = "plain", feature = "markdown"))]
mod marks;
mod markup;
#[cfg(feature = "office")]
mod office;
#[cfg(any(feature = "pages", feature = "markdown", feature = "office"))]
#[allow(dead_code, reason = "each of these forms uses its share of it")]
mod page;
mod phrases;
#[cfg(all(feature = "plain", feature = "more"))]
mod plain;
#[cfg(any(feature = "plain", feature = "markdown", feature = "office"))]
mod prose;
#[cfg(any(feature = "plain", feature = "markdown", feature = "office"))]
mod record;
#[cfg(feature = "tei")]
mod tei;
#[cfg(any(feature = "tei", feature = "office"))]
mod xml;

use crate::decode::Decoder;
use crate::diagnostic::{Code, OpenError, Remarks};
use crate::document::{Document, HAS_DRAFTS, Span};
use crate::limits;
use crate::scan;
#[cfg(all(feature = "full", feature = "tei"))]
pub use tei::tei_elements;

/// Whether this build tells every form by how a text begins. One that is small leaves what may be marked up to those that read
/// it, and these tell it again.
const TELLS_FORMS: bool = cfg!(any(
    not(feature = "plain"),
    all(feature = "record", feature = "more")
));

/// What is known of a document before its bytes are read. What the bytes say outranks the encoding that was declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The encoding that the server declares (`charset` in the Content-Type).
    pub charset: Option<String>,
    /// The form, where whoever asks knows it better than the beginning of the text tells. `None` by default.
    pub format: Option<Format>,
    /// The form that the name of the file, or the type that the server declares, suggests: it counts where the bytes leave
    /// the question open, as a text without any marks does, which may be Markdown all the same.
    pub likely: Option<Format>,
    /// The id of the document that is wanted, where there are several: one of [`Document::parts`]. All of it by default,
    /// and where there is none of that id.
    pub part: Option<String>,
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
    /// HTML: a page, or a fragment of one.
    Html,
    /// Markdown, with or without front matter.
    Markdown,
    /// A document of Word (`.docx`).
    Word,
    /// A text of OpenDocument (`.odt`, `.fodt`).
    OpenDocument,
}

impl Format {
    /// Those that this build reads.
    const ALL: &[Format] = &[
        #[cfg(feature = "record")]
        Format::Record,
        #[cfg(all(feature = "plain", feature = "more"))]
        Format::Plain,
        #[cfg(feature = "tei")]
        Format::Tei,
        #[cfg(feature = "pages")]
        Format::Html,
        #[cfg(feature = "markdown")]
        Format::Markdown,
        #[cfg(feature = "office")]
        Format::Word,
        #[cfg(feature = "office")]
        Format::OpenDocument,
    ];

    /// The name in the inspection: `record`, `plain`, `tei`, `html`, `markdown`, `word`, `opendocument`.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Record => "record",
            Format::Plain => "plain",
            Format::Tei => "tei",
            Format::Html => "html",
            Format::Markdown => "markdown",
            Format::Word => "word",
            Format::OpenDocument => "opendocument",
        }
    }

    /// The format of that name, letter case aside; `None` for any other, and for one that this build does not read.
    ///
    /// ```
    /// use reading_room::Format;
    /// assert_eq!(Format::from_name("plain"), Some(Format::Plain));
    /// assert_eq!(Format::from_name("auto"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL
            .iter()
            .copied()
            .find(|format| name.eq_ignore_ascii_case(format.as_str()))
    }

    /// The format of a text that begins like XML or HTML.
    pub(crate) fn of_markup(start: &str) -> Option<Format> {
        markup::sniff(start)
    }

    /// Whether its documents are parts that are packed together.
    fn is_package(self) -> bool {
        matches!(self, Format::Word | Format::OpenDocument)
    }

    /// The format of a text, from its beginning, as far as this build can tell.
    fn sniff(start: &str, likely: Option<Format>) -> Format {
        if let Some(format) = markup::sniff(start) {
            // What is called Markdown may begin with an element.
            #[cfg(feature = "markdown")]
            if likely == Some(Format::Markdown) && format == Format::Html && !markup::is_page(start)
            {
                return likely.unwrap_or(format);
            }
            // One that packs no parts is a single file of XML.
            #[cfg(any(feature = "tei", feature = "office"))]
            if format == Format::Tei && markup::is_flat_opendocument(start) {
                return Format::OpenDocument;
            }
            return format;
        }
        #[cfg(any(feature = "plain", feature = "markdown"))]
        if marks::has_front_matter(start) {
            return Format::Markdown;
        }
        #[cfg(any(feature = "plain", feature = "markdown"))]
        if record::sniff(start) {
            return Format::Record;
        }
        #[cfg(any(all(feature = "plain", feature = "more"), feature = "markdown"))]
        if likely == Some(Format::Markdown) || marks::sniff(start) {
            return Format::Markdown;
        }
        Format::Plain
    }

    /// What reads a text of that format: it refuses none, and says in diagnostics what is odd. The one thing that can be
    /// wrong is that this build has no such reader.
    fn reader(self) -> Result<Reader, OpenError> {
        match self {
            #[cfg(feature = "record")]
            Format::Record => Ok(Reader::Whole(record::read)),
            #[cfg(all(feature = "plain", feature = "more"))]
            Format::Plain => Ok(Reader::Whole(plain::read)),
            #[cfg(feature = "markdown")]
            Format::Markdown => Ok(Reader::Whole(markdown::read)),
            #[cfg(feature = "tei")]
            Format::Tei => Ok(Reader::Tei(Box::default())),
            #[cfg(feature = "pages")]
            Format::Html => Ok(Reader::Html(Box::default())),
            #[cfg(feature = "office")]
            Format::OpenDocument => Ok(Reader::Whole(office::read_flat)),
            #[allow(unreachable_patterns, reason = "a build may read all of them")]
            other => Err(OpenError::OtherFormat(other)),
        }
    }
}

/// What reads a text.
#[derive(Debug)]
enum Reader {
    /// All of it at once: its last lines tell what the first ones are.
    Whole(fn(&str, &mut Remarks) -> Document),
    /// As it comes.
    #[cfg(feature = "tei")]
    Tei(Box<tei::Parser>),
    /// All of it at once: its parser is somebody else's.
    #[cfg(feature = "pages")]
    Html(Box<html::Parser>),
}

impl Reader {
    /// Reads what is complete of a text, of which so many bytes have been taken away, and gives how many more can be.
    fn read(&mut self, text: &str, taken: u32, last: bool) -> Result<usize, OpenError> {
        match self {
            Reader::Whole(_) => Ok(0),
            #[cfg(feature = "tei")]
            Reader::Tei(parser) => parser.read(text, taken, last),
            #[cfg(feature = "pages")]
            Reader::Html(parser) if last => parser.read(text).map(|()| 0),
            #[cfg(feature = "pages")]
            Reader::Html(_) => Ok(0),
        }
    }

    /// The document, once all that can be taken away of the text has been; `part` is what is wanted of it.
    fn finish(self, text: &str, part: Option<&str>, remarks: &mut Remarks) -> Document {
        let _ = part;
        match self {
            Reader::Whole(read) => read(text, remarks),
            #[cfg(feature = "tei")]
            Reader::Tei(parser) => {
                let mut document = parser.finish(part, remarks);
                if let Some(id) = part {
                    leave(id, &mut document, remarks);
                }
                document
            }
            #[cfg(feature = "pages")]
            Reader::Html(parser) => parser.finish(text, remarks),
        }
    }
}

/// Leaves the part of that id of the document, or all of it where it has none.
#[cfg(feature = "tei")]
fn leave(id: &str, document: &mut Document, remarks: &mut Remarks) {
    if !document.become_part(id) {
        let message = ["no document in it is called ", id, "; all of it is shown"];
        remarks.add(Code::NoSuchPart, Span::default(), &message);
    }
}

/// What tells languages by their words is in another build: a page asks it once the text stands, and whoever wants to know
/// more of the text asks a build that has it.
#[cfg(not(feature = "detect"))]
fn detect_languages(document: &mut Document, remarks: &mut Remarks) {
    if cfg!(feature = "full") && document.texts.iter().any(|text| text.language().is_none()) {
        remarks.leave();
    }
}

/// Finds the languages of texts that say none.
#[cfg(feature = "detect")]
fn detect_languages(document: &mut Document, remarks: &mut Remarks) {
    for text in &mut document.texts {
        text.detect_language();
        if Remarks::ARE_KEPT
            && text.language_is_detected()
            && let Some(language) = text.language()
        {
            let message = [
                "no language is declared; by its words, the text is in ",
                language.name(),
                " (",
                language.tag(),
                ")",
            ];
            remarks.add(Code::LanguageDetected, Span::default(), &message);
        }
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
    /// The form that whoever asks says it has.
    said: Option<Format>,
    /// The form that its name or its type suggests.
    likely: Option<Format>,
    /// The document in it that is wanted.
    #[cfg(feature = "tei")]
    part: Option<String>,
    /// The form that it has, and what reads it, once that is known.
    chosen: Option<(Format, Reader)>,
}

impl Parser {
    /// A parser that has seen nothing.
    pub fn new(hint: &Hint) -> Parser {
        Parser {
            decoder: Decoder::new(hint.charset.as_deref()),
            source: String::new(),
            said: hint.format,
            likely: hint.likely,
            #[cfg(feature = "tei")]
            part: hint.part.clone(),
            chosen: None,
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    ///
    /// As soon as it is clear that there is nothing to show: the bytes are no text, or too many, or in a form that this
    /// build does not read.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        #[cfg(all(feature = "pages", target_arch = "wasm32"))]
        if let Some((_, Reader::Html(page))) = &mut self.chosen
            && page.take(bytes)
        {
            return Ok(());
        }
        for piece in bytes.chunks(limits::PIECE) {
            self.decoder.feed(piece, &mut self.source)?;
            if self.chosen.is_none() && self.source.len() >= limits::SNIFFED {
                self.chosen = Some(self.choose()?);
            }
            if let Some((_, reader)) = &mut self.chosen {
                let done = reader.read(&self.source, self.decoder.taken(), false)?;
                if HAS_DRAFTS {
                    self.decoder.take(done, &mut self.source);
                }
            }
        }
        Ok(())
    }

    /// Shows the document as far as it has come, with the nodes that are open in its last text, if it is one that is read as
    /// it comes, and as a whole.
    ///
    /// ```
    /// use reading_room::{Hint, Parser};
    /// let mut parser = Parser::new(&Hint { format: Some(reading_room::Format::Tei), ..Hint::default() });
    /// parser.feed(&b"<TEI><text><body><p>He said no.</p>".repeat(200))?;
    /// parser.draft(&mut |document, open| assert!(document.texts[0].as_str().starts_with("He said no.")));
    /// # Ok::<(), reading_room::OpenError>(())
    /// ```
    pub fn draft(&mut self, look: &mut dyn FnMut(&Document, &[usize])) {
        #[cfg(feature = "tei")]
        if let (Some((_, Reader::Tei(parser))), None) = (&mut self.chosen, &self.part) {
            parser.draft(look);
        }
        let _ = look;
    }

    /// The document, once all bytes have been fed.
    ///
    /// # Errors
    ///
    /// As [`feed`](Parser::feed), and where there are no words at all.
    pub fn finish(mut self) -> Result<Opened, OpenError> {
        self.end()
    }

    /// The same. Of a page that the browser is to parse it gives the source instead, and is asked again when what comes of
    /// that has been fed.
    pub(crate) fn end(&mut self) -> Result<Opened, OpenError> {
        self.decoder.end(&mut self.source)?;
        #[cfg(feature = "office")]
        if let Some(bytes) = self.decoder.package() {
            return office::open(bytes);
        }
        if self.decoder.taken() == 0 && scan::trimmed(&self.source).is_empty() {
            return Err(OpenError::Empty);
        }
        #[cfg(feature = "trap")]
        assert!(!self.source.contains(limits::TRAP));
        let (format, mut reader) = match self.chosen.take() {
            Some(chosen) => chosen,
            None => self.choose()?,
        };
        let read = reader.read(&self.source, self.decoder.taken(), true);
        if let Err(error) = read {
            self.chosen = Some((format, reader));
            return Err(error);
        }
        let mut remarks = self.decoder.finish();
        #[cfg(feature = "tei")]
        let part = self.part.as_deref();
        #[cfg(not(feature = "tei"))]
        let part = None;
        let mut document = reader.finish(&self.source, part, &mut remarks);
        detect_languages(&mut document, &mut remarks);
        if remarks.is_left() {
            return Err(OpenError::LEFT);
        }
        Ok(Opened {
            format,
            document,
            diagnostics: remarks.in_order(),
        })
    }

    /// The format that was said, else what the beginning of the text looks like; and what reads it. A package is told by its
    /// first bytes, and is no text.
    fn choose(&self) -> Result<(Format, Reader), OpenError> {
        let length = self.source.floor_char_boundary(limits::SNIFFED);
        let start = scan::to(&self.source, length);
        let said = self.said.filter(|said| !said.is_package());
        let format = said.unwrap_or_else(|| Format::sniff(start, self.likely));
        Ok((format, format.reader()?))
    }
}
