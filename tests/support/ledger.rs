//! Ledgers: what comes out over the shared corpus, line by line, which must be exactly true.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::files;

/// A folder of the shared corpus; says plainly where it is not there.
pub fn corpus(folder: &str) -> Option<PathBuf> {
    let corpus = env::var_os("READING_ROOM_CORPUS").unwrap_or_else(|| "../shared/corpus".into());
    let folder = PathBuf::from(corpus).join(folder);
    if !folder.is_dir() {
        println!("Skipped: {} is not there.", folder.display());
        return None;
    }
    Some(folder)
}

/// The texts in a folder of the corpus and in those inside it: what is about the folder itself lies beside them.
pub fn texts(folder: &Path) -> Vec<PathBuf> {
    let texts: Vec<PathBuf> = files::all_in(folder)
        .into_iter()
        .filter(|file| file.parent() != Some(folder))
        .collect();
    println!("{}: {} files.", folder.display(), texts.len());
    texts
}

/// Compares a ledger with what came out, or writes it.
pub fn check(ledger: &str, title: &str, lines: &[String]) {
    let actual = format!("# {title}\n{}\n", lines.join("\n"));
    if env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(ledger, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(ledger).unwrap_or_default();
    let missing: Vec<&str> = expected
        .lines()
        .filter(|line| !actual.lines().any(|other| other == *line))
        .collect();
    let new: Vec<&str> = actual
        .lines()
        .filter(|line| !expected.lines().any(|other| other == *line))
        .collect();
    assert!(
        expected == actual,
        "`BLESS=1` writes {ledger} anew; read the difference before you keep it.\n- {}\n+ {}",
        missing.join("\n- "),
        new.join("\n+ ")
    );
}
