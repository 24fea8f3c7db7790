//! Screenshots of every state of the widget, and the pictures of the README.

use std::env;
use std::path::PathBuf;

use crate::process::run as run_command;
use crate::{Result, browser, npm, wasm};

const ADVICE: &str = "Install it (apt-get install chromium-driver), or say where it is: \
     CHROMEDRIVER=/path/to/chromedriver cargo xtask shots";

/// Builds everything and takes the pictures; with a word, only those whose names begin so.
pub fn run(arguments: &[String]) -> Result {
    if let [_, other, ..] = arguments {
        return Err(crate::unknown(other));
    }
    wasm::build()?;
    npm::install()?;
    let mut node = npm::node()?;
    node.arg("xtask/shots.mjs").args(arguments);
    node.env("BROWSER", browser::browser()?)
        .env("DRIVER", driver()?);
    run_command(&mut node)
}

/// The program that drives Chromium.
fn driver() -> Result<PathBuf> {
    let named = env::var_os("CHROMEDRIVER").map(PathBuf::from);
    let folders = env::var_os("PATH").unwrap_or_default();
    let program = format!("chromedriver{}", env::consts::EXE_SUFFIX);
    let mut found = named
        .into_iter()
        .chain(env::split_paths(&folders).map(|folder| folder.join(&program)));
    found
        .find(|path| path.is_file())
        .ok_or_else(|| format!("chromedriver is missing.\n{ADVICE}"))
}
