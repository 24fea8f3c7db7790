//! Parts of the Rust toolchain that rustup's default installation may lack.

use std::path::Path;

use crate::Result;
use crate::process::{self, cargo, command, run};

pub const WASM: &str = "wasm32-unknown-unknown";

/// Has the standard library for wasm, if need be through rustup.
pub fn wasm_target() -> Result {
    let folder =
        process::output(command("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    add("target", WASM)
}

/// Has a part of the toolchain that is a command of cargo's, if need be through rustup.
pub fn component(command: &str, component: &str) -> Result {
    if process::output(cargo().args([command, "--version"])).is_some() {
        return Ok(());
    }
    add("component", component)
}

fn add(kind: &str, name: &str) -> Result {
    if process::output(command("rustup").arg("--version")).is_none() {
        return Err(format!(
            "The Rust {kind} {name} is missing, and rustup, which would install it, is not there: \
             install Rust with rustup (https://rustup.rs), or the {kind} the way this Rust was installed."
        ));
    }
    println!("Installing the Rust {kind} {name} with rustup.");
    run(command("rustup").args([kind, "add", name]))
}
