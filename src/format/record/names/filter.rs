//! A Bloom filter of the names of labels, for builds that leave what has labels to others.
//!
//! It takes no name for a word that is none. Of other words it takes a few in a thousand for names, and a document is left
//! that need not be; in return it weighs little more than half of what the names' hashes do.

use super::{COUNT, EXACT, TABLE, hash, next};

/// The kinds of rows that it tells apart, by a letter of each: labels of texts, those of catalogues alone, and all others.
const KINDS: [u8; 3] = [b'1', b'N', b'n'];

/// How many bits there are for each name, and how many of them it sets.
const BITS: usize = 13;
const SET: u32 = 9;

/// Sets the kinds apart. Any odd number does, as long as every name of the table has its own kind, which is tested: another one
/// may have to take its place when names are added.
const SEED: u32 = 0x0101_0107;

/// How many bytes there are.
const SIZE: usize = (COUNT - EXACT) * BITS / 8 + 1;

static FILTER: [u8; SIZE] = {
    let mut filter = [0; SIZE];
    let (mut row, mut at) = (0, 0);
    while row < TABLE.len() {
        let mut names = Some(TABLE[row].1.as_bytes());
        while let Some(these) = names {
            let (name, rest) = next(these);
            let mut bit = 0;
            while at >= EXACT && bit < SET {
                let place = place(hash(name), of(TABLE[row].0), bit);
                filter[place / 8] |= 1 << (place % 8);
                bit += 1;
            }
            (at, names) = (at + 1, rest);
        }
        row += 1;
    }
    filter
};

/// The kind of the row of a name; of other words mostly none.
pub(super) fn kind(name: &str) -> Option<u8> {
    let hash = hash(name.as_bytes());
    let is_set = |place: usize| {
        FILTER
            .get(place / 8)
            .is_some_and(|byte| byte >> (place % 8) & 1 > 0)
    };
    let is_of = |kind: &u8| (0..SET).all(|bit| is_set(place(hash, *kind, bit)));
    KINDS.into_iter().find(is_of)
}

/// The kind of a row.
const fn of(letter: u8) -> u8 {
    match letter {
        b'0'..=b'9' => b'1',
        b'A'..=b'Z' => b'N',
        _ => b'n',
    }
}

/// The place of one of the bits of a name: two halves of its hash give all of them.
const fn place(hash: u32, kind: u8, bit: u32) -> usize {
    let first = hash ^ (kind as u32 * SEED);
    let second = hash.rotate_left(16) | 1;
    (first.wrapping_add(second.wrapping_mul(bit)) >> 3) as usize % (SIZE * 8)
}

/// In a build that leaves labels to others; in all others the filter is empty.
#[cfg(all(test, not(feature = "record")))]
mod tests {
    use super::*;
    use crate::format::record::names::normal;

    #[test]
    fn every_name_is_of_the_kind_of_its_row() {
        for (letter, names) in &TABLE[2..] {
            for name in names.split('|').filter(|name| !name.is_empty()) {
                assert_eq!(kind(name), Some(of(*letter)), "{name}: try another SEED");
            }
        }
    }

    #[test]
    fn few_other_words_are_taken_for_names() {
        let is_name = |word: &str| {
            TABLE
                .iter()
                .any(|(_, names)| names.split('|').any(|name| name == word))
        };
        let words = include_str!("../../../../ARCHITECTURE.md")
            .split_whitespace()
            .map(normal);
        let others: std::collections::BTreeSet<String> =
            words.filter(|word| !is_name(word)).collect();
        let taken = others.iter().filter(|word| kind(word).is_some()).count();
        assert!(taken * 100 < others.len(), "{taken} of {}", others.len());
    }
}
