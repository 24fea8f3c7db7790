//! Names to numbers, by what they hash to: a few lines, where the standard library's maps are kilobytes.

use crate::document::{Span, position};

/// How many names may stand between the place of a name and where it is put. More do so only where somebody has made them
/// up for that; such a name is not taken in.
const REACH: usize = 64;

/// Names, each with a number.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// The names, one behind the other.
    words: String,
    /// Where in them each is, and its number: twice as many places as names, or more; a power of two.
    places: Vec<Option<(Span, u32)>>,
    count: usize,
}

impl Names {
    /// How many names there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// The number of a name.
    #[inline(never)]
    pub(crate) fn get(&self, name: &str) -> Option<u32> {
        let (_, number) = (*self.places.get(self.place(name)?)?)?;
        Some(number)
    }

    /// Gives a name a number, unless it has one; says whether it was new.
    #[inline(never)]
    pub(crate) fn insert(&mut self, name: &str, number: u32) -> bool {
        if self.count * 2 >= self.places.len() {
            self.grow();
        }
        let start = position(self.words.len());
        if let Some(place) = self.place(name)
            && let Some(place @ None) = self.places.get_mut(place)
        {
            self.words.push_str(name);
            *place = Some((Span::new(start, position(self.words.len())), number));
            self.count += 1;
            return true;
        }
        false
    }

    /// The place where a name is, or else the one where it may be put.
    fn place(&self, name: &str) -> Option<usize> {
        let (first, mask) = (hash(name), self.places.len().wrapping_sub(1));
        for place in first..first + REACH {
            match self.places.get(place & mask)? {
                Some((known, _)) if !same(known.of(&self.words), name) => {}
                _ => return Some(place & mask),
            }
        }
        None
    }

    fn grow(&mut self) {
        let places = vec![None; (self.places.len() * 2).max(REACH)];
        for known in std::mem::replace(&mut self.places, places) {
            if let Some((name, _)) = known
                && let Some(place) = self.place(name.of(&self.words))
                && let Some(place) = self.places.get_mut(place)
            {
                *place = known;
            }
        }
    }
}

/// Whether two names are the same. Most differ in length, and need no more than that.
#[inline(always)]
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one == other
}

/// Where a name belongs: a number that nearly every other name has another of.
#[inline(always)]
fn hash(name: &str) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    for byte in name.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    // The lowest bits are mixed least.
    (hash >> 8) as usize
}
