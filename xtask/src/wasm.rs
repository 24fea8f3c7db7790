//! The wasm modules: compiled, bound to JavaScript, made small, and put into pkg/wasm with their glue.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::thread;
use std::time::Instant;

use crate::names::shorten;
use crate::process::{self, cargo, command, run};
use crate::snip::snip;
use crate::unused::blank_digits;
use crate::{Result, npm, root, rustup, target};

/// The name under which cargo calls this program to run tests in wasm.
pub const RUNNER: &str = "wasm-test-runner";

/// What wasm-bindgen calls its output. Modules name it in their imports, so that one glue can do for several.
const GLUE: &str = "reading_room";

/// The stack, in bytes: all addresses of data, which stand behind it, are below 2^20 then, and each is a byte shorter.
const STACK: usize = 960 << 10;

/// What LLVM is told beyond `opt-level`: no second counters for loops, which save an addition and take a variable.
/// Compressed, that is half a percent.
const FOR_SIZE: &[&str] = &["-Cllvm-args=-disable-lsr"];

/// The same where no volumes are read, in which each instruction counts: what is more than eight bytes is copied by
/// `memory.copy`, and what one of two branches has worked out is not worked out in the other one for the sake of what
/// follows both. Compressed, that is 2 %.
const FOR_SIZE_ALONE: &[&str] = &[
    "-Cllvm-args=-max-store-memcpy=1",
    "-Cllvm-args=-enable-pre=0",
    "-Cllvm-args=-enable-load-pre=0",
];

/// One of the builds of the crate.
pub struct Build {
    name: &'static str,
    pub features: &'static str,
}

/// What a page loads first, by the form of its document: a module for the commonest records, one for papers without labels,
/// one for plain text, one for all records and plain text, others for TEI, for HTML, for Markdown, and for Word and OpenDocument; and what these leave to it, who read UTF-8
/// alone, and texts whose language is declared. What it loads when more is asked for: modules for the panel of the commonest
/// records, for that of others, for that of XML, and one for everything. And what the tests load instead of the first, to see
/// it break down.
pub const BUILDS: [Build; 14] = [
    Build {
        name: "first",
        features: "record,labels",
    },
    Build {
        name: "papers",
        features: "record,papers",
    },
    Build {
        name: "plain",
        features: "plain,more",
    },
    Build {
        name: "text",
        features: "record,more",
    },
    Build {
        name: "tei",
        features: "tei",
    },
    Build {
        name: "html",
        features: "pages",
    },
    Build {
        name: "markdown",
        features: "markdown",
    },
    Build {
        name: "office",
        features: "office",
    },
    Build {
        name: "detection",
        features: "detect",
    },
    Build {
        name: "full",
        features: "full,record,labels",
    },
    Build {
        name: "full-text",
        features: "full,record,more,detect",
    },
    Build {
        name: "full-tei",
        features: "html,record,more,detect,tei",
    },
    Build {
        name: "core",
        features: "html,record,more,detect,tei,pages,markdown,office",
    },
    Build {
        name: "trap",
        features: "record,labels,trap",
    },
];

/// Builds the modules and their glue, and the package of them; a second time, with nothing changed, in no time.
pub fn build() -> Result {
    rustup::wasm_target()?;
    npm::install()?;
    thread::scope(|scope| {
        let mut finishing = Vec::new();
        for build in &BUILDS {
            if build.is_done() {
                println!("pkg/wasm: {} is up to date.", build.name);
                continue;
            }
            build.compile()?;
            // The compiler has one core's work, and so has what makes the module small.
            finishing.push(scope.spawn(|| build.finish()));
        }
        let join = |thread: thread::ScopedJoinHandle<Result>| {
            thread.join().map_err(|_| "A build broke down.")?
        };
        finishing.into_iter().try_for_each(join)
    })?;
    run(npm::node()?.arg("xtask/bundle.mjs"))
}

impl Build {
    fn is_done(&self) -> bool {
        fs::read_to_string(self.work("stamp")).is_ok_and(|done| Some(done) == self.mark())
    }

    /// Makes a compiled module ready for browsers.
    fn finish(&self) -> Result {
        self.bind()?;
        self.shrink()?;
        self.publish()?;
        let mark = self.mark().ok_or("src or pkg/wasm cannot be read.")?;
        let stamp = self.work("stamp");
        fs::write(&stamp, mark).map_err(|error| format!("{}: {error}", stamp.display()))
    }

    /// Compiles it. Cargo has one place for the modules of all builds, which the next one takes.
    fn compile(&self) -> Result {
        let mut flags = short_paths();
        flags.push(format!("-Clink-arg=-zstack-size={STACK}"));
        let flags = format!("target.{}.rustflags={flags:?}", rustup::WASM);
        // `rustc` with one type of crate: for a library that is an `rlib` too, cargo would leave out the optimization
        // at link time, which makes the module 5 % smaller.
        run(cargo()
            .args(["rustc", "--lib", "--crate-type=cdylib", "--release"])
            .args(["--no-default-features", "--features", self.features])
            .args(["--target", rustup::WASM])
            .args(["--config", &flags, "--"])
            .args(FOR_SIZE)
            .args(if self.has("tei") { &[] } else { FOR_SIZE_ALONE }))?;
        let work = self.work("");
        fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
        let compiled = target()
            .join(rustup::WASM)
            .join("release/reading_room.wasm");
        let has_values = self.has("full") || self.has("html") || self.name == "detection";
        snip(
            &compiled,
            &self.work("snipped.wasm"),
            self.has("html"),
            has_values,
        )
    }

    fn has(&self, feature: &str) -> bool {
        self.features.split(',').any(|known| known == feature)
    }

    fn bind(&self) -> Result {
        let snipped = self.work("snipped.wasm");
        self.timed("Binding", || {
            bind(&snipped, &self.work(""), GLUE)?;
            shorten(&self.glue("_bg.wasm"), &self.glue(".js"))
        })
    }

    /// No flags for features: wasm-opt keeps to those that the module says it has, so that browsers accept what comes
    /// out. What counts is the size after compression: functions put into their one caller make the module smaller and
    /// the compressed module larger, by 3 to 4 %, so that only the smallest are.
    /// For the same reason functions and parts of expressions that are alike are left where they are, and zeros among data:
    /// compression sees them.
    /// Control flow is made anew from what is flat, and then optimized; loads say nothing of alignment, which engines do not
    /// ask for. Compressed, that is 1 % smaller.
    /// The lowest addresses are the end of the stack, where no valid value lies: offsets may be folded into loads there.
    fn shrink(&self) -> Result {
        self.timed("Shrinking", || {
            run(npm::program("binaryen/bin/wasm-opt")?
                .args(["--flatten", "--rereloop", "-Oz", "-Oz", "--converge"])
                .args(["--skip-pass=local-cse", "--low-memory-unused"])
                .args([
                    "--skip-pass=merge-similar-functions",
                    "--skip-pass=memory-packing",
                ])
                .arg("--one-caller-inline-max-function-size=20")
                .args([
                    "--dealign",
                    "--strip-producers",
                    "--strip-target-features",
                    "--output",
                ])
                .args([self.work("small.wasm"), self.glue("_bg.wasm")]))?;
            blank_digits(&self.work("small.wasm"))
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
            "xtask/src/names.rs",
            "xtask/src/snip.rs",
            "xtask/src/unused.rs",
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
        self.work(&format!("{GLUE}{ending}"))
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
        let seconds = start.elapsed().as_secs_f64();
        println!("{what} the {} module: done in {seconds:.1} s.", self.name);
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
