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

/// The longest name and kind of an element, in bytes, that its parts are labelled with: it is repeated for each of them.
#[cfg(all(feature = "marked", feature = "full"))]
pub(crate) const CONTEXT: usize = 64;

/// The longest role, in bytes, of people who made an edition: it is repeated for each of them.
#[cfg(feature = "marked")]
pub(crate) const ROLE: usize = 256;

/// The longest label of a note: a list of `[…]` of any length would otherwise be looked for in the whole text.
pub(crate) const NOTE_LABEL: usize = 8;

/// The most numbered notes of a text: every mark in it is compared with all of them.
pub(crate) const NOTES: usize = 1000;

/// The deepest nesting of XML elements. What lies deeper is left out, but for its words: a tree of any depth overflows the
/// stack of whatever walks it, and a file of opening tags makes one.
pub(crate) const DEPTH: usize = 512;

/// The most namespaces that are in force at one place: the prefix of every tag is looked for among them.
pub(crate) const NAMESPACES: usize = 64;

/// How many end tags may be looked for in vain among all open elements: a file of deep nesting and end tags without
/// an element costs the one times the other.
pub(crate) const MISSED_ENDS: u32 = 10_000;

/// How many of the innermost elements are looked at for an end tag after that.
pub(crate) const MISSED_REACH: usize = 16;

/// The most attributes of a tag that are compared with each other to find repeated ones.
pub(crate) const COMPARED_ATTRIBUTES: usize = 64;

/// The most entities that a document may declare: each one moves others out of its place in their order.
pub(crate) const ENTITIES: usize = 4096;

/// How deeply entities may hold others: what expands them calls itself.
pub(crate) const ENTITY_DEPTH: usize = 16;

/// How many bytes more than the source is long up to a reference all entities may have been expanded to.
///
/// Ten entities that each hold the one before ten times ("billion laughs") make ten thousand million words of a file of
/// one kilobyte; one long entity that is referred to over and over ("quadratic blowup") makes as many.
pub(crate) const ENTITY_BYTES: u32 = 256 << 10;

/// How many ways to write a look are remembered: each element that has one is compared with them.
pub(crate) const LOOKS: usize = 64;

/// The most elements in a line (bold type, a link) around a place that have a node: each block in them gets a node for every
/// one of them, and a file of these around many small paragraphs makes the one times the other.
#[cfg(feature = "marked")]
pub(crate) const INLINES: usize = 16;

/// How many nodes more than the source has bytes the tree of a page may have. What is formatted over and over (`<p><b id=1>`,
/// `<p><b id=2>` …) makes as many nodes with each paragraph as there were paragraphs before.
#[cfg(all(feature = "pages", not(target_arch = "wasm32")))]
pub(crate) const NODES: usize = 4096;

/// The longest words, in bytes, of a link back from a note that are taken for nothing but a sign: `↩`, `Back to the text`.
#[cfg(feature = "pages")]
pub(crate) const BACK: usize = 24;

/// How deeply the data in a page (JSON-LD) may be nested: what reads it calls itself.
#[cfg(feature = "pages")]
pub(crate) const JSON_DEPTH: usize = 64;

/// How many elements whose words are left out are counted by name: each one that is left out is looked for among them.
#[cfg(feature = "marked")]
pub(crate) const LEFT_OUT: usize = 64;

/// How many bytes are decoded and read in one go, where a source is read as it comes.
///
/// More would not be in the processor's cache any more when it is read; fewer would cost more calls.
pub(crate) const PIECE: usize = 64 << 10;

/// How many places of ill-formed XML are told word for word; the others are counted. A file of nothing else makes a remark
/// of every few bytes.
#[cfg(feature = "full")]
pub(crate) const FAULTS: usize = 200;

/// How many unknown elements are told by name; the others are counted.
#[cfg(feature = "full")]
pub(crate) const UNKNOWN: usize = 200;

/// How many documents a text may have in any case, and how many bytes of it each one more has to have on the average.
///
/// Each has a record of its own, a kilobyte of memory; a file of empty divisions would make twenty times its length of them.
pub(crate) const PARTS: usize = 1000;
/// See [`PARTS`].
pub(crate) const PART: usize = 256;

/// The longest front matter, in bytes, that is read by the rules of its syntax; a longer one is kept as it stands. No record
/// of an archive is so long, and what reads the syntax was made for files that their readers trust.
#[cfg(feature = "markdown")]
pub(crate) const FRONT_MATTER: usize = 64 << 10;

/// How deeply arrays and tables of TOML may nest: what reads them calls itself.
#[cfg(feature = "markdown")]
pub(crate) const FRONT_DEPTH: u32 = 64;

/// How many bytes the aliases of YAML may be replaced by: a long word at an anchor that a list of aliases stands for over
/// and over makes the one times the other.
#[cfg(feature = "markdown")]
pub(crate) const ALIASES: usize = 64 << 10;

/// The words at which the test build (feature `trap`) panics: what the element does when the core breaks down can be
/// tested without a mistake in the core.
#[cfg(feature = "trap")]
pub const TRAP: &str = "reading-room, break down";
