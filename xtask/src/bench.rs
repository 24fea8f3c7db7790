//! The benchmarks, of which `benches/RESULTS.md` tells: what criterion measures natively, how fast documents are opened beside
//! other parsers of XML, and how the element behaves in a page, beside static pages. The measuring itself is in `benches/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{cargo, run as run_command};
use crate::programs::{first, on_path, runs};
use crate::{Result, engines, npm, root, rustup, target, wasm};

const PACKAGE: &str = "reading-room-benches";

/// The module that is measured, of those in pkg/wasm.
const MODULE: &str = "tei";

/// A part of the benchmark: the word for it, its script, and what that script needs.
struct Part {
    word: &'static str,
    script: &'static str,
    prepare: fn(&mut Command) -> Result,
}

/// All of it, in its order.
const PARTS: [Part; 3] = [
    Part {
        word: "native",
        script: "native/main.mjs",
        prepare: for_criterion,
    },
    Part {
        word: "parse",
        script: "parse/main.mjs",
        prepare: for_parsers,
    },
    Part {
        word: "pages",
        script: "pages/main.mjs",
        prepare: for_pages,
    },
];

/// What is done only if it is asked for.
const COUNT: Part = Part {
    word: "count",
    script: "parse/count.mjs",
    prepare: for_counting,
};

/// The task: measures everything, or the part that is named first; what else `arguments` may be, the scripts say.
pub fn run(arguments: &[String]) -> Result {
    match arguments {
        [word, rest @ ..] if !word.starts_with('-') => PARTS
            .iter()
            .chain([&COUNT])
            .find(|part| part.word == word)
            .ok_or_else(|| crate::unknown(word))?
            .run(rest),
        _ => PARTS.iter().try_for_each(|part| part.run(arguments)),
    }
}

impl Part {
    fn run(&self, arguments: &[String]) -> Result {
        fs::create_dir_all(site()).map_err(|error| format!("{}: {error}.", site().display()))?;
        let mut node = npm::node()?;
        node.arg(format!("benches/{}", self.script)).args(arguments);
        node.env("SITE", site());
        (self.prepare)(&mut node)?;
        run_command(&mut node)
    }
}

fn for_criterion(node: &mut Command) -> Result {
    let cargo = cargo();
    node.env("CARGO", cargo.get_program());
    node.env("CARGO_TARGET_DIR", target());
    Ok(())
}

fn for_parsers(node: &mut Command) -> Result {
    modules()?;
    let programs = engines::chromium()?;
    node.env("BROWSER", programs.browser);
    node.env("DRIVER", programs.driver);
    node.env("NATIVE", native()?);
    Ok(())
}

fn for_counting(node: &mut Command) -> Result {
    node.env("VALGRIND", valgrind()?);
    node.env("NATIVE", native()?);
    Ok(())
}

/// The element as it is shipped, and the command line tool.
fn for_pages(node: &mut Command) -> Result {
    wasm::build()?;
    run_command(cargo().args(["build", "--release", "--bin=reading-room"]))?;
    let program = format!("reading-room{}", std::env::consts::EXE_SUFFIX);
    node.env("BROWSER", engines::chromium()?.browser);
    node.env("PROGRAM", target().join("release").join(program));
    Ok(())
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
