//! What is read, and where in the source it stands.

use super::bytes::{byte, find_mark};
use crate::document::{Span, position};
use crate::scan;

/// Words that are read: a piece of the source, or what an entity stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Input<'s> {
    /// All of it.
    pub(super) text: &'s str,
    /// Whether nothing follows.
    pub(super) last: bool,
    /// The piece of the source, and at which byte of the source it begins.
    pub(super) source: &'s str,
    pub(super) at: u32,
    /// The reference in it that the words stand for.
    pub(super) reference: Option<(usize, usize)>,
}

impl<'s> Input<'s> {
    /// Whether nothing follows, and it stands in no entity.
    pub(super) fn ends_the_source(&self) -> bool {
        self.last && self.reference().is_none()
    }

    /// The reference that the words stand for. Where entities are left to another build, there is none.
    #[inline(always)]
    pub(super) fn reference(&self) -> Option<(usize, usize)> {
        self.reference.filter(|_| cfg!(feature = "full"))
    }

    /// All of it, as bytes.
    #[inline(always)]
    pub(super) fn bytes(&self) -> &'s [u8] {
        self.text.as_bytes()
    }

    /// A part of it.
    #[inline(always)]
    pub(super) fn slice(&self, start: usize, end: usize) -> &'s str {
        self.text.get(start..end).unwrap_or("")
    }

    /// Where something stands in the source.
    #[inline(always)]
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let (start, end) = self.reference().unwrap_or((start, end));
        Span::new(
            self.at.saturating_add(position(start)),
            self.at.saturating_add(position(end)),
        )
    }

    /// Where the mark that ends something begins; looked for once in vain, and no more.
    pub(super) fn end(&self, from: usize, mark: &str, missing: &mut bool) -> Option<usize> {
        if *missing {
            return None;
        }
        let end = find_mark(self.bytes(), from, mark.as_bytes());
        *missing = end.is_none();
        end
    }

    /// Whether a mark stands here.
    pub(super) fn begins(&self, at: usize, mark: &str) -> bool {
        scan::from(self.text, at).starts_with(mark)
    }

    /// Whether the source ends within a mark, or with it.
    pub(super) fn cuts(&self, at: usize, mark: &str) -> bool {
        let rest = scan::from(self.text, at);
        !self.last
            && rest.len() <= mark.len()
            && scan::to(mark, rest.len()).eq_ignore_ascii_case(rest)
    }
}

/// Whether a name begins here. A character that is not ASCII has to be a letter.
#[inline(always)]
pub(super) fn begins_name(text: &str, at: usize) -> bool {
    let first = byte(text.as_bytes(), at);
    match first.is_ascii() {
        true => first.is_ascii_alphabetic() || matches!(first, b'_' | b':'),
        false => scan::first(scan::from(text, at)).is_some_and(scan::is_letter),
    }
}
