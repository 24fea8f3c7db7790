//! The benchmarks: how fast documents are opened, beside other parsers of XML, and how the element behaves in a page, beside
//! static pages. The measuring itself is in `benches/`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{cargo, run as run_command};
use crate::programs::{first, on_path, runs};
use crate::{Result, engines, npm, root, rustup, target, wasm};

const PACKAGE: &str = "reading-room-benches";

/// The module that is measured, of those in pkg/wasm.
const MODULE: &str = "tei";

/// The task: measures speed; with `count` before the name of a document, counts instructions; with `pages`, measures pages.
pub fn run(arguments: &[String]) -> Result {
    let (script, rest) = match arguments {
        [word, rest @ ..] if word == "pages" => return pages(rest),
        [word, rest @ ..] if word == "count" => ("count", rest),
        _ => ("time", arguments),
    };
    if let [_, other, ..] = rest {
        return Err(crate::unknown(other));
    }
    let mut node = npm::node()?;
    node.arg(format!("benches/{script}.mjs")).args(rest);
    node.env("NATIVE", native()?).env("SITE", site());
    fs::create_dir_all(site()).map_err(|error| format!("{}: {error}.", site().display()))?;
    if script == "count" {
        node.env("VALGRIND", valgrind()?);
    } else {
        modules()?;
        let programs = engines::chromium()?;
        node.env("BROWSER", programs.browser);
        node.env("DRIVER", programs.driver);
    }
    run_command(&mut node)
}

/// Measures the element as it is shipped; what `arguments` may be, the script says.
fn pages(arguments: &[String]) -> Result {
    wasm::build()?;
    run_command(cargo().args(["build", "--release", "--bin=reading-room"]))?;
    let program = format!("reading-room{}", std::env::consts::EXE_SUFFIX);
    fs::create_dir_all(site()).map_err(|error| format!("{}: {error}.", site().display()))?;
    let mut node = npm::node()?;
    node.arg("benches/pages/main.mjs").args(arguments);
    node.env("BROWSER", engines::chromium()?.browser);
    node.env("PROGRAM", target().join("release").join(program));
    run_command(node.env("SITE", site()))
}

/// The folder that the page is served from, and that keeps what is measured.
fn site() -> PathBuf {
    target().join("bench-site")
}

/// The native half, built for speed.
fn native() -> Result<PathBuf> {
    run_command(cargo().args([
        "build",
        "--profile=fast",
        "--bin=bench",
        "--package",
        PACKAGE,
    ]))?;
    let name = format!("bench{}", std::env::consts::EXE_SUFFIX);
    Ok(target().join("fast").join(name))
}

/// Puts the modules into the site: ours as it is shipped, the other built for speed and nothing else.
fn modules() -> Result {
    wasm::build()?;
    let ours = root().join("pkg/wasm").join(MODULE);
    copy(&ours.with_extension("js"), "open.js")?;
    copy(&ours.with_extension("wasm"), "open_bg.wasm")?;
    rustup::wasm_target()?;
    run_command(
        cargo()
            .args(["rustc", "--lib", "--crate-type=cdylib", "--profile=fast"])
            .args(["--package", PACKAGE, "--target", rustup::WASM]),
    )?;
    let compiled = target()
        .join(rustup::WASM)
        .join("fast/reading_room_benches.wasm");
    wasm::bind(&compiled, &site(), "roxmltree")?;
    let module = site().join("roxmltree_bg.wasm");
    run_command(
        npm::program("binaryen/bin/wasm-opt")?
            .args(["-O3", "--output"])
            .args([&module, &module]),
    )
}

fn copy(from: &Path, name: &str) -> Result {
    fs::copy(from, site().join(name))
        .map(|_| ())
        .map_err(|error| format!("{}: {error}.", from.display()))
}

fn valgrind() -> Result<PathBuf> {
    first(on_path("valgrind"), runs).ok_or_else(|| {
        "Instructions are counted by callgrind: install Valgrind, or do without; `cargo xtask bench` needs none.".into()
    })
}
