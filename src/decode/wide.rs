//! UTF-16 and UTF-32: how they are told by their first bytes, and what is not told by any other means.

/// UTF-16 by its mark, which its decoder takes away: its label.
pub(super) fn marked_utf16(head: &[u8]) -> Option<&'static str> {
    match head {
        [0xFF, 0xFE, ..] => Some(LITTLE),
        [0xFE, 0xFF, ..] => Some(BIG),
        _ => None,
    }
}

/// UTF-16 without a mark: its label.
///
/// Letters of most scripts, spaces and line ends have a high byte below 32, which no other text has so often, and some of
/// them a zero.
pub(super) fn utf16(head: &[u8]) -> Option<&'static str> {
    let pairs = head.len() / 2;
    let (mut low, mut wrong) = ([0, 0], [0, 0]);
    for pair in head.chunks_exact(2) {
        let [first, second] = [pair[0] < 0x20, pair[1] < 0x20];
        let is_space = |byte| matches!(byte, b'\t' | b'\n' | b'\x0C' | b'\r' | 0x1B);
        low[0] += usize::from(first);
        low[1] += usize::from(second);
        wrong[0] += usize::from(pair[0] == 0 && second && !is_space(pair[1]));
        wrong[1] += usize::from(pair[1] == 0 && first && !is_space(pair[0]));
    }
    let is_high = |side: usize, other: usize| {
        low[side] * 3 > pairs && low[other] * 3 < low[side] * 2 && wrong[side] * 20 <= pairs
    };
    match head.contains(&0) {
        true if is_high(1, 0) => Some(LITTLE),
        true if is_high(0, 1) => Some(BIG),
        _ => None,
    }
}

const LITTLE: &str = "utf-16le";
const BIG: &str = "utf-16be";

/// UTF-32 by its mark, or without one: how long the mark is, and whether the high byte comes first. Few bytes of any other
/// kind are characters, four and four.
pub(super) fn utf32(head: &[u8]) -> Option<(usize, bool)> {
    let units = head.as_chunks().0;
    let is_it = |big_endian: &bool| {
        let sound = units.iter().filter(|unit| {
            let c = character(unit, *big_endian).unwrap_or('\0');
            c >= ' ' || matches!(c, '\t' | '\n' | '\r')
        });
        !units.is_empty() && sound.count() * 20 >= units.len() * 19
    };
    let big_endian = [true, false].into_iter().find(is_it)?;
    let first = units.first().and_then(|unit| character(unit, big_endian));
    Some((if first == Some('\u{feff}') { 4 } else { 0 }, big_endian))
}

/// The character of four bytes, if they are one.
pub(super) fn character(bytes: &[u8; 4], big_endian: bool) -> Option<char> {
    char::from_u32(match big_endian {
        true => u32::from_be_bytes(*bytes),
        false => u32::from_le_bytes(*bytes),
    })
}
