//! # reading-room
//!
//! Bytes are decoded, a format parser builds a [`Document`], everything else reads the `Document`.
//!
//! ```
//! let telegram = include_bytes!("../www/documents/telegram.txt");
//! let opened = reading_room::open(telegram, &reading_room::Hint::default())?;
//!
//! let record = &opened.document.record;
//! assert_eq!(record.date.as_ref().unwrap().edtf(), "1962-11-14");
//! assert_eq!(record.creators[0].name, "A.F. Dobrynin");
//!
//! let article = reading_room::render::article(&opened.document, &reading_room::render::Options::default());
//! assert!(article.contains("<time datetime=\"1962-11-14\">14 November 1962</time>"));
//! # Ok::<(), reading_room::OpenError>(())
//! ```
//!
//! The core does no input or output, reads no clock and keeps no globals; the command line tool and the custom element do that for it.
//! Positions are bytes of UTF-8; in JavaScript they are UTF-16 units, and [`Utf16Positions`] converts.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
// What formats share is idle where one of them is left out.
#![cfg_attr(
    not(all(feature = "record", feature = "marked")),
    allow(dead_code, unused_imports, unused_variables, clippy::needless_update)
)]

mod decode;
mod format;
#[cfg(feature = "marked")]
mod names;
mod scan;

mod document;
mod walk;

#[cfg(feature = "full")]
pub mod export;
pub mod render;

mod diagnostic;
pub mod limits;

#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use diagnostic::{Code, Diagnostic, OpenError};
pub use document::{
    Action, Agent, CalendarDate, Citation, Date, Direction, Document, Entry, Extent, Field, Flow,
    FlowKind, Identifier, Kind, Language, ListKind, Look, Makeup, NameKind, Node, NodeKind, Note,
    NoteKind, Property, Reading, ReadingKind, Record, Related, Role, Span, Step, Text, TextBuilder,
    Utf16Positions,
};
#[cfg(feature = "tei")]
pub use document::{Image, Part, Surface, Zone};
#[cfg(all(feature = "full", feature = "tei"))]
pub use format::tei_elements;
pub use format::{Format, Hint, Opened, Parser, open};
pub use walk::{Event, walk};
