//! Bytes are looked for eight at a time. It is as fast without wide instructions, which WebAssembly may not have.

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The byte at a position; 0, which is no character of XML, past the end.
#[inline(always)]
pub(super) fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

/// Where the first of three bytes stands, at `from` or behind it; the end where none does.
#[inline(never)]
pub(super) fn find(bytes: &[u8], from: usize, wanted: [u8; 3]) -> usize {
    find_fast(bytes, from, wanted)
}

/// The same, compiled anew at every place where it stands: for the two that see every byte of a source.
#[inline(always)]
pub(super) fn find_fast(bytes: &[u8], from: usize, wanted: [u8; 3]) -> usize {
    let (words, rest) = bytes.get(from..).unwrap_or(&[]).as_chunks::<8>();
    let mut at = from;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let [one, two, three] = wanted;
        let hits = (hits(word, one) | hits(word, two) | hits(word, three)) & HIGH;
        if hits != 0 {
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    for byte in rest {
        if wanted.contains(byte) {
            return at;
        }
        at += 1;
    }
    at
}

/// The high bit of the first byte that is the wanted one, and of no byte before it. Other bits, and those of later bytes,
/// may be set.
#[inline(always)]
fn hits(word: u64, wanted: u8) -> u64 {
    let word = word ^ (LOW * u64::from(wanted));
    word.wrapping_sub(LOW) & !word
}

/// Where a mark that ends in `>` begins, at `from` or behind it.
pub(super) fn find_mark(bytes: &[u8], from: usize, mark: &[u8]) -> Option<usize> {
    let mut at = from;
    loop {
        at = find(bytes, at, [b'>'; 3]) + 1;
        let found = bytes.get(from..at)?;
        if found.ends_with(mark) {
            return Some(at - mark.len());
        }
    }
}

/// How often a byte stands there.
#[cfg(feature = "full")]
pub(super) fn count(bytes: &[u8], wanted: u8) -> u32 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut count = rest.iter().filter(|byte| **byte == wanted).count() as u32;
    // Eight sums in one number: each of them holds 255.
    for words in words.chunks(255) {
        let sums: u64 = words.iter().map(|word| ones(*word, wanted)).sum();
        count += sums.to_le_bytes().map(u32::from).iter().sum::<u32>();
    }
    count
}

/// A one in each byte that is the wanted one, and zero in the others.
#[cfg(feature = "full")]
#[inline(always)]
fn ones(word: [u8; 8], wanted: u8) -> u64 {
    let word = u64::from_le_bytes(word) ^ (LOW * u64::from(wanted));
    // The low bits carry into the high bit unless all are zero.
    let others = ((word & !HIGH) + !HIGH) | word;
    (!others & HIGH) >> 7
}

/// Whether a byte is white space.
pub(super) fn is_space(byte: u8) -> bool {
    CLASSES[byte as usize] & SPACE != 0
}

/// Whether a byte may stand in a name. Characters that are not ASCII all may.
pub(super) fn is_name(byte: u8) -> bool {
    CLASSES[byte as usize] & NAME != 0
}

/// The first position, at `from` or behind it, that holds no white space.
pub(super) fn skip_space(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while is_space(byte(bytes, at)) {
        at += 1;
    }
    at
}

/// The first position, at `from` or behind it, that holds nothing of a name.
pub(super) fn skip_name(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while is_name(byte(bytes, at)) {
        at += 1;
    }
    at
}

const SPACE: u8 = 1;
const NAME: u8 = 2;

/// What each byte may be. No index of one byte can be outside of it.
static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
            classes[at] = SPACE;
        } else if matches!(byte, b'-' | b'.' | b'_' | b':' | 0x80..) || byte.is_ascii_alphanumeric()
        {
            classes[at] = NAME;
        }
        at += 1;
    }
    classes
}
