//! Documents mixed of what stands in others: the beginning of one, and blocks of any of them behind it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// How blocks may stand below each other; most often with a line between them.
const BETWEEN: [&str; 3] = ["\n\n", "\n\n", "\n"];

/// Mixtures of these texts.
pub fn mixtures(texts: &[String]) -> impl Strategy<Value = String> + use<> {
    let beginnings: Vec<_> = texts.iter().flat_map(|text| beginnings(text)).collect();
    let blocks: Vec<_> = texts.iter().flat_map(|text| blocks(text)).collect();
    let more = vec((select(&BETWEEN[..]), select(blocks)), 0..8);
    (select(beginnings), more).prop_map(|(mut mixture, more)| {
        for (between, block) in more {
            mixture += between;
            mixture += &block;
        }
        mixture + "\n"
    })
}

/// What stands between empty lines.
fn blocks(text: &str) -> Vec<String> {
    let blocks = text.split("\n\n").map(|block| block.trim_matches('\n'));
    blocks
        .filter(|block| !block.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The first block, the first two and so on.
fn beginnings(text: &str) -> Vec<String> {
    let blocks = blocks(text);
    (1..=blocks.len())
        .map(|count| blocks[..count].join("\n\n"))
        .collect()
}
