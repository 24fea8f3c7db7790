//! Screenshots of every state of the widget, and the pictures of the README.

use crate::process::run as run_command;
use crate::{Result, engines, npm, wasm};

/// Builds everything and takes the pictures; with a word, only those whose names begin so.
pub fn run(arguments: &[String]) -> Result {
    if let [_, other, ..] = arguments {
        return Err(crate::unknown(other));
    }
    wasm::build()?;
    npm::install()?;
    let mut node = npm::node()?;
    node.arg("xtask/shots.mjs").args(arguments);
    let programs = engines::chromium()?;
    node.env("BROWSER", programs.browser)
        .env("DRIVER", programs.driver);
    run_command(&mut node)
}
