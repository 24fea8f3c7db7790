//! Programs of the system: find those that run.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::process::{self, command};

/// All programs of that name on the PATH, in its order.
pub fn on_path(name: &str) -> Vec<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&folders)
        .map(|folder| folder.join(&name))
        .filter(|path| path.is_file())
        .collect()
}

/// The first of these that will do.
pub fn first(places: Vec<PathBuf>, will_do: fn(&Path) -> bool) -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = places.into_iter().filter(|path| path.is_file()).collect();
    // Snaps last: they see neither hidden folders nor the common folder for temporary files.
    found.sort_by_key(|path| is_snap(path));
    found.into_iter().find(|path| will_do(path))
}

/// Whether the program starts; on Windows, where asking a browser for its version opens a window, whether it is there.
pub fn runs(path: &Path) -> bool {
    if cfg!(windows) {
        return path.is_file();
    }
    process::output(command(&path.to_string_lossy()).arg("--version")).is_some()
}

fn is_snap(path: &Path) -> bool {
    let wraps = || {
        fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"#!") && contains(&bytes, b"/snap/"))
    };
    path.starts_with("/snap") || wraps()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
