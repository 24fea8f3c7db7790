//! The wasm module: compiled, bound to JavaScript, made small, and put into pkg/wasm.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::time::Instant;

use crate::process::{cargo, run};
use crate::snip::snip;
use crate::{Result, npm, root, rustup, target};

/// The name under which cargo calls this program to run tests in wasm.
pub const RUNNER: &str = "wasm-test-runner";

const SCRIPT: &str = "reading_room.js";
const TYPES: &str = "reading_room.d.ts";
const MODULE: &str = "reading_room_bg.wasm";

/// Builds everything; a second time, with nothing changed, in no time.
pub fn build() -> Result {
    rustup::wasm_target()?;
    npm::install()?;
    let compiled = compile()?;
    let stamp = work().join("stamp");
    if fs::read_to_string(&stamp).is_ok_and(|done| Some(done) == mark(&compiled)) {
        println!("pkg/wasm is up to date.");
        return Ok(());
    }
    fs::create_dir_all(work()).map_err(|error| format!("{}: {error}", work().display()))?;
    let snipped = work().join("snipped.wasm");
    snip(&compiled, &snipped)?;
    bind(&snipped)?;
    shrink()?;
    publish()?;
    let mark = mark(&compiled).ok_or("pkg/wasm cannot be read.")?;
    fs::write(&stamp, mark).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Runs the tests of a module as `wasm-bindgen-test-runner` does: in Node.
pub fn run_tests(arguments: &[String]) -> Result {
    let arguments = [RUNNER.to_string()]
        .into_iter()
        .chain(arguments.iter().cloned());
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments)
        .map_err(|error| format!("{error:#}"))
}

/// A number for bytes, the same as long as they are.
pub fn fingerprint(parts: &[&[u8]]) -> String {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    format!("{:016x}", hasher.finish())
}

fn compile() -> Result<PathBuf> {
    let flags = format!("target.{}.rustflags={:?}", rustup::WASM, short_paths());
    // `rustc` with one type of crate: for a library that is an `rlib` too, cargo would leave out the optimization at
    // link time, which makes the module 5 % smaller.
    run(cargo().args([
        "rustc",
        "--lib",
        "--crate-type=cdylib",
        "--release",
        "--target",
        rustup::WASM,
        "--config",
        &flags,
    ]))?;
    Ok(target()
        .join(rustup::WASM)
        .join("release/reading_room.wasm"))
}

/// Flags that leave the folders of this machine out of the places that panics name: the module is then the same
/// wherever it is built, and tells nothing of who built it.
fn short_paths() -> Vec<String> {
    let home = env::home_dir().unwrap_or_default().join(".cargo");
    let home = env::var_os("CARGO_HOME").map_or(home, PathBuf::from);
    let registries = fs::read_dir(home.join("registry/src"))
        .into_iter()
        .flatten()
        .flatten();
    let mut flags: Vec<String> = registries
        .map(|registry| {
            format!(
                "--remap-path-prefix={}{MAIN_SEPARATOR}=",
                registry.path().display()
            )
        })
        .collect();
    flags.sort();
    flags
}

fn bind(module: &Path) -> Result {
    timed("Binding the module to JavaScript", || {
        let options = [
            "--target=web",
            "--omit-default-module-path",
            "--remove-name-section",
            "--remove-producers-section",
            "--out-name=reading_room",
        ];
        let paths = ["--out-dir".into(), work().into_os_string(), module.into()];
        let arguments = std::iter::once("wasm-bindgen")
            .chain(options)
            .map(Into::into)
            .chain(paths);
        wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
            .map_err(|error| format!("{error:#}"))
    })
}

/// No flags for features: wasm-opt keeps to those that the module says it has, so that browsers accept what comes out.
/// What counts is the size after compression: functions put into their one caller make the module smaller and the
/// compressed module larger, by 3 to 4 %, so that only the smallest are.
/// The lowest addresses are the end of the stack, where no valid value lies: offsets may be folded into loads there.
fn shrink() -> Result {
    timed("Making the module small", || {
        run(npm::program("binaryen/bin/wasm-opt")?
            .args(["-Oz", "--one-caller-inline-max-function-size=20"])
            .args(["--converge", "--low-memory-unused"])
            .args(["--strip-target-features", "--output"])
            .args([work().join("small.wasm"), work().join(MODULE)]))
    })
}

fn publish() -> Result {
    let folder = folder();
    let copy = |from: &str, to: &str| fs::copy(work().join(from), folder.join(to)).map(|_| ());
    fs::create_dir_all(&folder)
        .and_then(|()| copy("small.wasm", MODULE))
        .and_then(|()| fs::read_to_string(work().join(SCRIPT)))
        .and_then(|script| fs::write(folder.join(SCRIPT), without_documentation(&script)))
        .and_then(|()| copy(TYPES, TYPES))
        .map_err(|error| format!("pkg/wasm cannot be written: {error}."))
}

/// The script without its blocks of documentation, which stand beside it in its types: a tenth of what a page loads of it.
/// wasm-bindgen puts them on lines of their own.
fn without_documentation(script: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in script.split_inclusive('\n') {
        let line_of_it = inside || line.trim_start().starts_with("/**");
        inside = line_of_it && !line.trim_end().ends_with("*/");
        if !line_of_it {
            kept += line;
        }
    }
    kept
}

/// What the build went in with and what came out: the same mark, and there is nothing to do.
fn mark(compiled: &Path) -> Option<String> {
    // The locks hold the versions of wasm-bindgen and wasm-opt, these files their options and what else is done.
    let tools = [
        "Cargo.lock",
        "package-lock.json",
        "xtask/src/snip.rs",
        "xtask/src/wasm.rs",
    ]
    .map(|name| root().join(name));
    let outputs = [SCRIPT, TYPES, MODULE].map(|name| folder().join(name));
    let files = std::iter::once(compiled).chain(tools.iter().chain(&outputs).map(PathBuf::as_path));
    let bytes = files
        .map(|path| fs::read(path).ok())
        .collect::<Option<Vec<_>>>()?;
    Some(fingerprint(
        &bytes.iter().map(Vec::as_slice).collect::<Vec<_>>(),
    ))
}

fn folder() -> PathBuf {
    root().join("pkg/wasm")
}

fn work() -> PathBuf {
    target().join("xtask")
}

fn timed(what: &str, task: impl FnOnce() -> Result) -> Result {
    println!("{what} …");
    let start = Instant::now();
    task()?;
    println!("{what}: done in {:.1} s.", start.elapsed().as_secs_f64());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{fingerprint, without_documentation};

    #[test]
    fn documentation_goes_and_code_stays() {
        let script =
            "/** One line. */\nlet a = 1;\n    /**\n     * Two.\n     */\n    let b = '/**';\n";
        assert_eq!(
            without_documentation(script),
            "let a = 1;\n    let b = '/**';\n"
        );
    }

    #[test]
    fn a_fingerprint_tells_where_parts_end() {
        assert_eq!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"ab", b"c"]));
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
    }
}
