//! Files to test with. Tests run in the folder of the repository.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file in a folder and in those inside it, by path.
pub fn all_in(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(all_in(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}
