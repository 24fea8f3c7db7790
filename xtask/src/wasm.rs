//! The wasm modules: compiled, bound to JavaScript, made small, and put into pkg/wasm with their glue.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::time::Instant;

use crate::process::{self, cargo, command, run};
use crate::snip::snip;
use crate::{Result, npm, root, rustup, target};

/// The name under which cargo calls this program to run tests in wasm.
pub const RUNNER: &str = "wasm-test-runner";

/// One of the builds of the crate.
struct Build {
    name: &'static str,
    /// The glue that the module can be used with: its imports name it.
    glue: &'static str,
    features: &'static [&'static str],
}

/// What a page loads first; everything; and what the tests load instead of the first, to see it break down.
const BUILDS: [Build; 3] = [
    Build {
        name: "first",
        glue: "first",
        features: &["--no-default-features"],
    },
    Build {
        name: "full",
        glue: "full",
        features: &[],
    },
    Build {
        name: "trap",
        glue: "first",
        features: &["--no-default-features", "--features=trap"],
    },
];

/// Builds the modules and their glue, and the package of them; a second time, with nothing changed, in no time.
pub fn build() -> Result {
    rustup::wasm_target()?;
    npm::install()?;
    for build in &BUILDS {
        build.run()?;
    }
    run(npm::node()?.arg("xtask/bundle.mjs"))
}

impl Build {
    fn run(&self) -> Result {
        let stamp = self.work("stamp");
        if fs::read_to_string(&stamp).is_ok_and(|done| Some(done) == self.mark()) {
            println!("pkg/wasm: {} is up to date.", self.name);
            return Ok(());
        }
        let compiled = self.compile()?;
        let work = self.work("");
        fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
        let snipped = self.work("snipped.wasm");
        snip(&compiled, &snipped)?;
        self.bind(&snipped)?;
        self.shrink()?;
        self.publish()?;
        let mark = self.mark().ok_or("src or pkg/wasm cannot be read.")?;
        fs::write(&stamp, mark).map_err(|error| format!("{}: {error}", stamp.display()))
    }

    fn compile(&self) -> Result<PathBuf> {
        let flags = format!("target.{}.rustflags={:?}", rustup::WASM, short_paths());
        // `rustc` with one type of crate: for a library that is an `rlib` too, cargo would leave out the optimization
        // at link time, which makes the module 5 % smaller.
        run(cargo()
            .args(["rustc", "--lib", "--crate-type=cdylib", "--release"])
            .args(self.features)
            .args(["--target", rustup::WASM, "--config", &flags]))?;
        Ok(target()
            .join(rustup::WASM)
            .join("release/reading_room.wasm"))
    }

    fn bind(&self, module: &Path) -> Result {
        self.timed("Binding", || bind(module, &self.work(""), self.glue))
    }

    /// No flags for features: wasm-opt keeps to those that the module says it has, so that browsers accept what comes
    /// out. What counts is the size after compression: functions put into their one caller make the module smaller and
    /// the compressed module larger, by 3 to 4 %, so that only the smallest are.
    /// The lowest addresses are the end of the stack, where no valid value lies: offsets may be folded into loads there.
    fn shrink(&self) -> Result {
        self.timed("Shrinking", || {
            run(npm::program("binaryen/bin/wasm-opt")?
                .args(["-Oz", "--one-caller-inline-max-function-size=20"])
                .args(["--converge", "--low-memory-unused"])
                .args(["--strip-target-features", "--output"])
                .args([
                    self.work("small.wasm"),
                    self.work(&format!("{}_bg.wasm", self.glue)),
                ]))
        })
    }

    fn publish(&self) -> Result {
        fs::create_dir_all(folder())
            .and_then(|()| fs::copy(self.work("small.wasm"), self.output(".wasm")))
            .and_then(|_| fs::copy(self.glue(".js"), self.output(".js")))
            .and_then(|_| fs::copy(self.glue(".d.ts"), self.output(".d.ts")))
            .map(|_| ())
            .map_err(|error| format!("pkg/wasm cannot be written: {error}."))
    }

    /// What the build went in with and what came out: the same mark, and there is nothing to do. Cargo would compile each
    /// build anew after the others: they are one crate, and their modules have one name.
    fn mark(&self) -> Option<String> {
        // The locks hold the versions of wasm-bindgen and wasm-opt, these files their options and what else is done.
        let mut files = [
            "Cargo.toml",
            "Cargo.lock",
            "package-lock.json",
            "xtask/src/snip.rs",
            "xtask/src/wasm.rs",
        ]
        .map(|name| root().join(name))
        .to_vec();
        add_files(&root().join("src"), &mut files)?;
        files.extend([".js", ".d.ts", ".wasm"].map(|ending| self.output(ending)));
        let compiler = process::output(command("rustc").arg("-vV"))?;
        let mut parts = vec![compiler.into_bytes()];
        for file in files {
            parts.push(file.to_string_lossy().into_owned().into_bytes());
            parts.push(fs::read(file).ok()?);
        }
        Some(fingerprint(
            &parts.iter().map(Vec::as_slice).collect::<Vec<_>>(),
        ))
    }

    fn glue(&self, ending: &str) -> PathBuf {
        self.work(&format!("{}{ending}", self.glue))
    }

    fn output(&self, ending: &str) -> PathBuf {
        folder().join(format!("{}{ending}", self.name))
    }

    /// A file of the build on its way.
    fn work(&self, name: &str) -> PathBuf {
        target().join("xtask").join(self.name).join(name)
    }

    fn timed(&self, what: &str, task: impl FnOnce() -> Result) -> Result {
        println!("{what} the {} module …", self.name);
        let start = Instant::now();
        task()?;
        println!("{what}: done in {:.1} s.", start.elapsed().as_secs_f64());
        Ok(())
    }
}

/// Writes a compiled module that JavaScript can load, and its glue, into a folder, under that name.
pub fn bind(module: &Path, folder: &Path, name: &str) -> Result {
    let name = format!("--out-name={name}");
    let options = [
        "--target=web",
        "--omit-default-module-path",
        "--remove-name-section",
        "--remove-producers-section",
        &name,
    ];
    let paths = [Path::new("--out-dir"), folder, module];
    let arguments = std::iter::once("wasm-bindgen")
        .chain(options)
        .map(OsString::from)
        .chain(paths.map(OsString::from));
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
        .map_err(|error| format!("{error:#}"))
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

/// Adds the files of a folder and those below it, in the order of their names.
fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> Option<()> {
    let entries = fs::read_dir(folder).ok()?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            add_files(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Some(())
}

fn folder() -> PathBuf {
    root().join("pkg/wasm")
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn a_fingerprint_tells_where_parts_end() {
        assert_eq!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"ab", b"c"]));
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
    }
}
