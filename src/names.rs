//! Names to numbers, by what they hash to: a few lines, where the standard library's maps are kilobytes.

/// How many names may stand between the place of a name and where it is put. More do so only where somebody has made them
/// up for that; such a name is not taken in.
const REACH: usize = 64;

/// Names, each with a number.
#[derive(Debug)]
pub(crate) struct Names<N> {
    /// Twice as many places as names, or more; a power of two.
    places: Vec<Option<(N, u32)>>,
    count: usize,
}

impl<N> Default for Names<N> {
    fn default() -> Names<N> {
        Names {
            places: Vec::new(),
            count: 0,
        }
    }
}

impl<N: AsRef<str>> Names<N> {
    /// How many names there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// The number of a name.
    pub(crate) fn get(&self, name: &str) -> Option<u32> {
        let (first, mask) = (hash(name), self.places.len().wrapping_sub(1));
        for place in first..first + REACH {
            let (known, number) = self.places.get(place & mask)?.as_ref()?;
            if same(known.as_ref(), name) {
                return Some(*number);
            }
        }
        None
    }

    /// Gives a name a number, unless it has one; says whether it was new.
    #[inline(never)]
    pub(crate) fn insert(&mut self, name: N, number: u32) -> bool {
        if self.get(name.as_ref()).is_some() {
            return false;
        }
        if self.count * 2 >= self.places.len() {
            self.grow();
        }
        self.put(name, number)
    }

    fn put(&mut self, name: N, number: u32) -> bool {
        let mask = self.places.len().wrapping_sub(1);
        let first = hash(name.as_ref());
        for place in first..first + REACH {
            if let Some(place @ None) = self.places.get_mut(place & mask) {
                *place = Some((name, number));
                self.count += 1;
                return true;
            }
        }
        false
    }

    fn grow(&mut self) {
        let places = (0..(self.places.len() * 2).max(REACH))
            .map(|_| None)
            .collect();
        self.count = 0;
        for (name, number) in std::mem::replace(&mut self.places, places)
            .into_iter()
            .flatten()
        {
            self.put(name, number);
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
