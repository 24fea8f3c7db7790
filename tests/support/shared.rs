//! The larger corpus, which is not part of this repository.

use std::path::PathBuf;

/// A folder of it: of `$READING_ROOM_CORPUS`, or of one that lies beside the repository.
pub fn folder(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("READING_ROOM_CORPUS").map(PathBuf::from);
    let corpus = named.unwrap_or_else(|| PathBuf::from("../shared/corpus"));
    let folder = corpus.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("Skipped, because it is not there: {}", folder.display());
    None
}
