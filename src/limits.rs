//! The numbers that guard against hostile or broken input, each with what it stops.

/// The most bytes of source that are opened: 256 MiB.
///
/// Positions are `u32`, and a page that opens more than this runs out of memory before it shows anything.
pub const MAX_SOURCE: usize = 256 << 20;

/// How many bytes at the start are looked at to tell a text from an image, an archive or a program.
pub(crate) const HEAD: usize = 512;

/// How many bytes from the first one that is not ASCII are looked at to tell the encoding.
pub(crate) const ENCODING_WINDOW: usize = 4096;

/// How many bytes of decoded text are looked at to tell the format.
pub(crate) const SNIFFED: usize = 8192;

/// The longest label of a record, in bytes; without it, any long paragraph with a colon in it would be searched for one.
pub(crate) const LABEL: usize = 64;

/// The longest label of a note: a list of `[…]` of any length would otherwise be looked for in the whole text.
pub(crate) const NOTE_LABEL: usize = 8;

/// The most numbered notes of a text: every mark in it is compared with all of them.
pub(crate) const NOTES: usize = 1000;

/// The words at which the test build (feature `trap`) panics: what the element does when the core breaks down can be
/// tested without a mistake in the core.
#[cfg(feature = "trap")]
pub const TRAP: &str = "reading-room, break down";
