//! What the reader of a source did with it where that was not obvious.

use std::fmt;

#[cfg(feature = "full")]
use crate::document::position;
use crate::document::{HAS_MARKUP, Span};
use crate::format::Format;
use crate::limits;
use crate::scan;

/// A remark on a place of the source. Opening a document succeeds; what was odd, guessed or missing is said here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is about, for programs.
    pub code: Code,
    /// A sentence for a person.
    pub message: String,
    /// The place, in bytes of the decoded source; empty where it is about the whole.
    pub span: Span,
}

/// The remarks on a source, as its readers make them.
///
/// In the build that only makes the first text stand nobody can ask for them; there they are not kept, and their words
/// are not in the module.
#[derive(Debug, Default)]
pub(crate) struct Remarks {
    #[cfg(feature = "full")]
    list: Vec<Diagnostic>,
    /// Whether the document is left to a build that knows more.
    #[cfg(not(feature = "more"))]
    leaves: bool,
}

impl Remarks {
    /// Whether this build keeps them, so that they are worth some work.
    pub(crate) const ARE_KEPT: bool = cfg!(feature = "full");

    #[cfg_attr(
        feature = "more",
        allow(dead_code, reason = "one that knows more is sure")
    )]
    /// This build can't be sure to read the document as one does that knows more, and leaves it to such a one.
    #[inline(always)]
    pub(crate) fn leave(&mut self) {
        #[cfg(not(feature = "more"))]
        {
            self.leaves = true;
        }
    }

    /// Whether the document is left to a build that knows more.
    pub(crate) fn is_left(&self) -> bool {
        #[cfg(not(feature = "more"))]
        return self.leaves;
        #[cfg(feature = "more")]
        false
    }
}

#[cfg(feature = "full")]
impl Remarks {
    /// Makes a remark, whose sentence is these parts together.
    pub(crate) fn add(&mut self, code: Code, span: Span, parts: &[&str]) {
        self.list.push(Diagnostic {
            code,
            message: scan::joined(parts),
            span,
        });
    }

    /// Has every remark on this piece of the source, which begins at that byte, end with a character.
    pub(crate) fn settle(&mut self, piece: &str, at: u32) {
        for remark in &mut self.list {
            if let Some(end) = remark.span.end.checked_sub(at) {
                remark.span.end = at + position(piece.ceil_char_boundary(end as usize));
            }
        }
    }

    /// Takes over the remarks of another reader.
    pub(crate) fn append(&mut self, mut other: Remarks) {
        self.list.append(&mut other.list);
    }

    /// Takes over those on a text that was put together, whose places mean nothing.
    #[cfg(feature = "office")]
    pub(crate) fn append_without_places(&mut self, mut other: Remarks) {
        for remark in &mut other.list {
            remark.span = Span::default();
        }
        self.append(other);
    }

    /// The remarks in the order of the source.
    pub(crate) fn in_order(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|remark| remark.span);
        self.list
    }
}

#[cfg(not(feature = "full"))]
impl Remarks {
    #[inline(always)]
    pub(crate) fn add(&mut self, _: Code, _: Span, _: &[&str]) {}

    pub(crate) fn settle(&mut self, _: &str, _: u32) {}

    pub(crate) fn append(&mut self, _: Remarks) {}

    #[cfg(feature = "office")]
    pub(crate) fn append_without_places(&mut self, _: Remarks) {}

    pub(crate) fn in_order(self) -> Vec<Diagnostic> {
        Vec::new()
    }
}

/// What a [`Diagnostic`] is about. The names ([`as_str`](Code::as_str)) are stable; `docs/reading.md` explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// The bytes say another encoding than the server or the document did.
    EncodingDisagrees,
    /// No encoding was declared; it was guessed from the bytes.
    EncodingGuessed,
    /// Bytes that mean nothing in the encoding were replaced.
    BytesReplaced,
    /// Control characters were replaced.
    ControlCharactersReplaced,
    /// The file is in a form that is shown as plain text.
    ShownAsPlainText,
    /// No catalogue record was found.
    NoRecord,
    /// What stands above or below a text was read by its form alone: no label says what it is.
    LayoutGuessed,
    /// The record has no text.
    NoText,
    /// A label stands more than once; the first one counts.
    RepeatedField,
    /// A date could not be read.
    DateNotUnderstood,
    /// A language name is not known.
    LanguageNotKnown,
    /// No language was declared; it was detected in the words.
    LanguageDetected,
    /// A kind of document is not known.
    KindNotKnown,
    /// The citation could not be taken apart.
    CitationNotUnderstood,
    /// The citation says another date or title than the record.
    CitationDisagrees,
    /// A paragraph goes on after a blank line: a page of the source was taken to end there.
    PageBreakInferred,
    /// The source note says again what the citation says.
    SourceNoteRepeatsCitation,
    /// The place that a note belongs to was not found.
    NoteWithoutAnchor,
    /// A sign in the text was taken for that of a note at the foot of its page.
    NoteInferred,
    /// A word that the end of a line divides was put together without its hyphen.
    HyphenInferred,
    /// XML is not well formed.
    IllFormed,
    /// An element is not known; what it holds stands in its place.
    UnknownElement,
    /// Front matter breaks the rules of its syntax.
    FrontMatterNotUnderstood,
    /// A part of the document is in another file, which is not fetched.
    NotFetched,
    /// No document in it has the id that was asked for.
    NoSuchPart,
    /// What is around the text of a page, or cannot be shown in one, was left out.
    LeftOut,
    /// A file says when it was made, and not when its document was written.
    DateOfFile,
}

impl Code {
    /// Every code.
    pub const ALL: [Code; 27] = [
        Code::EncodingDisagrees,
        Code::EncodingGuessed,
        Code::BytesReplaced,
        Code::ControlCharactersReplaced,
        Code::ShownAsPlainText,
        Code::NoRecord,
        Code::LayoutGuessed,
        Code::NoText,
        Code::RepeatedField,
        Code::DateNotUnderstood,
        Code::LanguageNotKnown,
        Code::LanguageDetected,
        Code::KindNotKnown,
        Code::CitationNotUnderstood,
        Code::CitationDisagrees,
        Code::PageBreakInferred,
        Code::SourceNoteRepeatsCitation,
        Code::NoteWithoutAnchor,
        Code::NoteInferred,
        Code::HyphenInferred,
        Code::IllFormed,
        Code::UnknownElement,
        Code::FrontMatterNotUnderstood,
        Code::NotFetched,
        Code::NoSuchPart,
        Code::LeftOut,
        Code::DateOfFile,
    ];

    /// The stable name: `page-break-inferred`.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::EncodingDisagrees => "encoding-disagrees",
            Code::EncodingGuessed => "encoding-guessed",
            Code::BytesReplaced => "bytes-replaced",
            Code::ControlCharactersReplaced => "control-characters-replaced",
            Code::ShownAsPlainText => "shown-as-plain-text",
            Code::NoRecord => "no-record",
            Code::LayoutGuessed => "layout-guessed",
            Code::NoText => "no-text",
            Code::RepeatedField => "repeated-field",
            Code::DateNotUnderstood => "date-not-understood",
            Code::LanguageNotKnown => "language-not-known",
            Code::LanguageDetected => "language-detected",
            Code::KindNotKnown => "kind-not-known",
            Code::CitationNotUnderstood => "citation-not-understood",
            Code::CitationDisagrees => "citation-disagrees",
            Code::PageBreakInferred => "page-break-inferred",
            Code::SourceNoteRepeatsCitation => "source-note-repeats-citation",
            Code::NoteWithoutAnchor => "note-without-anchor",
            Code::NoteInferred => "note-inferred",
            Code::HyphenInferred => "hyphen-inferred",
            _ if !HAS_MARKUP => "",
            Code::IllFormed => "ill-formed",
            Code::UnknownElement => "unknown-element",
            Code::FrontMatterNotUnderstood => "front-matter-not-understood",
            Code::NotFetched => "not-fetched",
            Code::NoSuchPart => "no-such-part",
            Code::LeftOut => "left-out",
            Code::DateOfFile => "date-of-file",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpenError {
    /// There are no words in it.
    Empty,
    /// It is longer than [`limits::MAX_SOURCE`](crate::limits::MAX_SOURCE).
    TooLarge,
    /// The bytes are no text; says what they are, where that is known: `a PDF file`.
    #[cfg(any(feature = "detect", feature = "office"))]
    NotText(&'static str),
    /// More is packed into it than is unpacked: [`limits`] has the numbers.
    #[cfg(feature = "office")]
    PackedTooLarge,
    /// It is packed, and cannot be unpacked; says why: `it is cut off or damaged`.
    #[cfg(feature = "office")]
    CannotUnpack(&'static str),
    /// It is in a form that this build does not read, whose feature is off; the same bytes open in a build that has it.
    OtherFormat(Format),
    /// It is a page, of this source, which the browser is to parse.
    #[cfg(all(feature = "pages", target_arch = "wasm32"))]
    Unparsed(String),
    /// It is a text that a build without the feature `more` can't be sure of; the same bytes open in one that has it.
    OtherText,
    /// It is no UTF-8, or no text: a build with the feature `detect` tells which, and makes UTF-8 of it.
    #[cfg(not(feature = "detect"))]
    OtherEncoding,
    /// It is XML with a document type declaration or entities, or of another vocabulary than TEI, which a build with the
    /// feature `tei` alone does not read; the same bytes open in one with `full`.
    #[cfg(all(any(feature = "tei", feature = "office"), not(feature = "full")))]
    OtherXml,
}

impl OpenError {
    /// What a build says that leaves a document to one that knows more.
    #[cfg(all(any(feature = "tei", feature = "office"), not(feature = "full")))]
    pub(crate) const LEFT: OpenError = OpenError::OtherXml;
    #[cfg(not(all(any(feature = "tei", feature = "office"), not(feature = "full"))))]
    pub(crate) const LEFT: OpenError = OpenError::OtherText;

    /// The stable name, for programs: `empty`, `too-large`, `not-text` or `cannot-unpack`; and where another build reads it,
    /// `other-` and the form that it has: `other-record`, in a build for plain text alone `other-text`, `other-tei`, in one for
    /// TEI alone `other-xml`, in one for
    /// packages alone `other-every`; in one for UTF-8 alone `other-encoding`.
    pub fn code(&self) -> &'static str {
        match self {
            OpenError::Empty => "empty",
            OpenError::TooLarge => "too-large",
            #[cfg(any(feature = "detect", feature = "office"))]
            OpenError::NotText(_) => "not-text",
            #[cfg(feature = "office")]
            OpenError::PackedTooLarge => "too-large",
            #[cfg(feature = "office")]
            OpenError::CannotUnpack(_) => "cannot-unpack",
            OpenError::OtherFormat(Format::Tei) => "other-tei",
            OpenError::OtherFormat(Format::Html) => "other-html",
            #[cfg(all(feature = "pages", target_arch = "wasm32"))]
            OpenError::Unparsed(_) => "other-html",
            OpenError::OtherFormat(Format::Markdown) => "other-markdown",
            OpenError::OtherFormat(Format::Word | Format::OpenDocument) => "other-office",
            // What begins like the commonest records has not come to a build for plain text.
            OpenError::OtherFormat(Format::Record) if cfg!(feature = "plain") => "other-text",
            OpenError::OtherFormat(Format::Record) => "other-record",
            OpenError::OtherFormat(Format::Plain) | OpenError::OtherText => "other-text",
            #[cfg(not(feature = "detect"))]
            OpenError::OtherEncoding if cfg!(feature = "full") => "other-text",
            #[cfg(not(feature = "detect"))]
            OpenError::OtherEncoding => "other-encoding",
            #[cfg(all(any(feature = "tei", feature = "office"), not(feature = "full")))]
            OpenError::OtherXml if cfg!(feature = "office") => "other-every",
            #[cfg(all(any(feature = "tei", feature = "office"), not(feature = "full")))]
            OpenError::OtherXml => "other-xml",
        }
    }
}

impl OpenError {
    /// A sentence without its capital and full stop, to stand behind the name of the file.
    pub fn message(&self) -> String {
        match self {
            // Whoever asks takes another build then, and shows no sentence; or has one of its own (`pkg/src/reasons.js`).
            OpenError::OtherText
            | OpenError::OtherFormat(_)
            | OpenError::Empty
            | OpenError::TooLarge
                if !cfg!(feature = "full") =>
            {
                String::new()
            }
            #[cfg(not(feature = "detect"))]
            OpenError::OtherEncoding if !cfg!(feature = "full") => String::new(),
            #[cfg(all(feature = "pages", target_arch = "wasm32"))]
            OpenError::Unparsed(source) => scan::owned(source),
            OpenError::Empty => scan::owned("the file has no words in it"),
            OpenError::TooLarge => {
                let mut message = String::from("the file is longer than ");
                scan::push_number(&mut message, (limits::MAX_SOURCE >> 20) as u32, 1);
                message.push_str(" MiB, the most that is opened");
                message
            }
            #[cfg(any(feature = "detect", feature = "office"))]
            OpenError::NotText(what) => scan::joined(&["the file is ", what, ", not a text"]),
            #[cfg(not(feature = "detect"))]
            OpenError::OtherEncoding => {
                scan::owned("the file is in an encoding that this build does not read")
            }
            OpenError::OtherText => scan::owned("the file is a text that this build does not read"),
            #[cfg(feature = "office")]
            OpenError::PackedTooLarge => scan::owned("more is packed into the file than is opened"),
            #[cfg(feature = "office")]
            OpenError::CannotUnpack(why) => scan::joined(&["the file cannot be unpacked: ", why]),
            OpenError::OtherFormat(format) => scan::joined(&[
                "the file has the form ",
                format.as_str(),
                ", which this build does not read",
            ]),
            #[cfg(all(any(feature = "tei", feature = "office"), not(feature = "full")))]
            OpenError::OtherXml => scan::owned("the file is XML that this build does not read"),
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for OpenError {}
