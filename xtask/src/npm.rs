//! Node and the npm packages that building and testing need.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{self, command, run};
use crate::{Result, root, target};

const OLDEST_NODE: u32 = 20;
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Node, asked for before a command that needs it.
pub fn node() -> Result<Command> {
    let Some(version) = process::output(command("node").arg("--version")) else {
        return Err(format!(
            "Node.js is missing: install Node.js {OLDEST_NODE} or newer (https://nodejs.org), with npm."
        ));
    };
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(command("node")),
        _ => Err(format!(
            "This Node.js is {version}: install Node.js {OLDEST_NODE} or newer (https://nodejs.org), with npm."
        )),
    }
}

/// A program of one of the packages, to be run by Node.
pub fn program(script: &str) -> Result<Command> {
    install()?;
    let mut node = node()?;
    node.arg(format!("node_modules/{script}"));
    Ok(node)
}

/// Installs the packages, unless those of this very lock are there.
pub fn install() -> Result {
    install_into(&root(), "package-lock.json")
}

/// Installs the frameworks, bundlers and runtimes in which the package is tried, and gives the folder that they are in.
/// They stay out of the repository's own packages: most tasks need none of them.
pub fn install_homes() -> Result<PathBuf> {
    let from = root().join("tests/package");
    let folder = target().join("package");
    let copy = |name| fs::copy(from.join(name), folder.join(name)).map(|_| ());
    fs::create_dir_all(&folder)
        .and_then(|()| copy("package.json"))
        .and_then(|()| copy("package-lock.json"))
        .and_then(|()| copy(".npmrc"))
        .map_err(|error| format!("{}: {error}.", folder.display()))?;
    install_into(&folder, "tests/package/package-lock.json")?;
    Ok(folder)
}

/// `name` is what the lock in this folder is called in messages.
fn install_into(folder: &Path, name: &str) -> Result {
    node()?;
    let lock =
        fs::read(folder.join("package-lock.json")).map_err(|error| format!("{name}: {error}"))?;
    let mark = crate::wasm::fingerprint(&[&lock]);
    // npm removes the whole folder before it installs, and this mark with it.
    let modules = folder.join("node_modules");
    let stamp = modules.join(".lock-fingerprint");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == mark) {
        return Ok(());
    }
    if process::output(command(NPM).arg("--version")).is_none() {
        return Err("npm is missing: install it; it comes with Node.js (https://nodejs.org), or as a package of its own.".into());
    }
    println!(
        "Installing the npm packages of {name} into {}.",
        modules.display()
    );
    run(command(NPM)
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        .current_dir(folder))?;
    fs::write(&stamp, mark).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// The task: writes the reference of the element from its manifest.
pub fn reference() -> Result {
    run(node()?.arg("xtask/reference.mjs"))
}

/// The first number of a version as Node prints it.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_first_number_of_a_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.1.0"), Some(8));
        assert_eq!(major("none"), None);
    }
}
