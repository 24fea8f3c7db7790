//! The tag of a language, kept without an allocation.
//!
//! Where there are only records, all tags are those of the table of languages. Sources that write tags write others too.

#[cfg(not(feature = "marked"))]
pub(super) use of_table::Tag;
#[cfg(feature = "marked")]
pub(super) use written::{LONGEST, Tag};

#[cfg(feature = "marked")]
mod written {
    /// The longest tag that is kept, in bytes: the length that BCP 47 asks of every implementation.
    pub(in super::super) const LONGEST: usize = 35;

    #[derive(Clone, Copy, PartialEq, Eq)]
    pub(in super::super) struct Tag {
        /// The tag, and zeros behind it.
        bytes: [u8; LONGEST],
        length: u8,
    }

    impl Tag {
        /// A tag that is known to fit.
        pub(in super::super) fn new(tag: &str) -> Tag {
            let mut bytes = [0; LONGEST];
            let mut length = 0;
            for (place, byte) in bytes.iter_mut().zip(tag.bytes()) {
                *place = byte;
                length += 1;
            }
            Tag { bytes, length }
        }

        pub(in super::super) fn as_str(&self) -> &str {
            let bytes = self.bytes.get(..usize::from(self.length));
            str::from_utf8(bytes.unwrap_or(&[])).unwrap_or("")
        }
    }
}

#[cfg(not(feature = "marked"))]
mod of_table {
    #[derive(Clone, Copy, PartialEq, Eq)]
    pub(in super::super) struct Tag(&'static str);

    impl Tag {
        pub(in super::super) fn new(tag: &'static str) -> Tag {
            Tag(tag)
        }

        pub(in super::super) fn as_str(&self) -> &str {
            self.0
        }
    }
}
