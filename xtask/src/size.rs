//! What a page loads, weighed against the committed size.

use std::fs;
use std::path::PathBuf;

use crate::process::{self, command};
use crate::{Result, npm, root, unknown, wasm};

/// Everything that a page loads besides the document; the style sheet is in the module.
const FILES: [&str; 3] = [
    "pkg/wasm/reading_room_bg.wasm",
    "pkg/wasm/reading_room.js",
    "pkg/reading-room.js",
];

/// The most that all of it shall be, in bytes. It is not reached yet: the committed size, which may only be raised
/// with `--bless`, is what fails the check.
const GOAL: usize = 45_000;

/// How many hundredths of the committed size it may grow unannounced. The same sources and the same compiler give the
/// same module in any folder; this leaves room for what another host, or the brotli of another Node, may change.
const TOLERANCE: usize = 1;

/// The same where another compiler than the committed one was at work.
const OTHER_COMPILER: usize = 4;

#[derive(Debug, PartialEq)]
struct Sizes {
    files: [usize; 3],
    compiler: String,
}

/// The task.
pub fn run(arguments: &[String]) -> Result {
    let bless = match arguments {
        [] => false,
        [option] if option == "--bless" => true,
        [other, ..] => return Err(unknown(other)),
    };
    wasm::build()?;
    let now = measure()?;
    for (name, size) in FILES.iter().zip(now.files) {
        println!("{size:>8}  {name}");
    }
    println!(
        "{:>8}  together, in bytes compressed by brotli",
        now.total()
    );
    if now.total() > GOAL {
        println!("{:>8}  too many: the goal is {GOAL}", now.total() - GOAL);
    }
    if bless {
        return fs::write(path(), now.write())
            .map_err(|error| format!("xtask/size.txt cannot be written: {error}."));
    }
    let committed = fs::read_to_string(path())
        .ok()
        .and_then(|text| Sizes::read(&text));
    let committed = committed.ok_or(
        "xtask/size.txt is missing or cannot be read: `cargo xtask size --bless` writes it.",
    )?;
    println!("{}", compare(&committed, &now)?);
    Ok(())
}

/// A sentence on how the size has changed; an error if it grew.
fn compare(committed: &Sizes, now: &Sizes) -> Result<String> {
    let (before, after) = (committed.total(), now.total());
    let same_compiler = committed.compiler == now.compiler;
    let hundredths = if same_compiler {
        TOLERANCE
    } else {
        OTHER_COMPILER
    };
    let tolerance = before * hundredths / 100;
    if after > before + tolerance {
        return Err(format!(
            "What a page loads has grown by {} bytes, from {before} to {after}. If it is worth it, say so: \
             `cargo xtask size --bless`, and commit xtask/size.txt.",
            after - before
        ));
    }
    if after + tolerance < before {
        return Ok(format!(
            "What a page loads has shrunk by {} bytes: keep it so with `cargo xtask size --bless`.",
            before - after
        ));
    }
    Ok(format!(
        "That is the committed size, {before} bytes, or nearly so; the goal is {GOAL}."
    ))
}

fn measure() -> Result<Sizes> {
    if let Some(missing) = FILES.iter().find(|name| !root().join(name).is_file()) {
        return Err(format!(
            "{missing} is missing, so what a page loads cannot be weighed."
        ));
    }
    let lengths = process::output(npm::node()?.arg("xtask/brotli.mjs").args(FILES));
    let lengths = lengths.map(|text| {
        text.lines()
            .filter_map(|line| line.parse().ok())
            .collect::<Vec<_>>()
    });
    let files = lengths
        .and_then(|lengths| lengths.try_into().ok())
        .ok_or("`node xtask/brotli.mjs` failed.")?;
    let compiler =
        process::output(command("rustc").arg("--version")).ok_or("`rustc --version` failed.")?;
    // Without the commit and the date behind it.
    let compiler = compiler.split(" (").next().unwrap_or_default().to_string();
    Ok(Sizes { files, compiler })
}

fn path() -> PathBuf {
    root().join("xtask/size.txt")
}

impl Sizes {
    fn total(&self) -> usize {
        self.files.iter().sum()
    }

    fn read(text: &str) -> Option<Sizes> {
        let value = |name: &str| {
            text.lines()
                .find_map(|line| line.strip_suffix(name)?.strip_suffix("  "))
        };
        let mut files = [0; 3];
        for (size, name) in files.iter_mut().zip(FILES) {
            *size = value(name)?.trim().parse().ok()?;
        }
        let compiler = text
            .lines()
            .find_map(|line| line.strip_prefix("Built by "))?;
        Some(Sizes {
            files,
            compiler: compiler.to_string(),
        })
    }

    fn write(&self) -> String {
        let mut text = String::from(
            "What a page loads, in bytes compressed by brotli: written by `cargo xtask size --bless`.\n",
        );
        for (name, size) in FILES.iter().zip(self.files) {
            text += &format!("{size:>8}  {name}\n");
        }
        text + &format!(
            "{:>8}  together; the goal is {GOAL}\nBuilt by {}\n",
            self.total(),
            self.compiler
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(module: usize) -> Sizes {
        Sizes {
            files: [module, 3_000, 2_000],
            compiler: "rustc 1.95.0".into(),
        }
    }

    #[test]
    fn the_committed_file_is_read_as_it_was_written() {
        assert_eq!(Sizes::read(&sizes(30_000).write()), Some(sizes(30_000)));
        assert_eq!(Sizes::read("nothing"), None);
    }

    #[test]
    fn growth_fails_and_the_rest_does_not() {
        let committed = sizes(30_000);
        assert!(
            compare(&committed, &sizes(30_000))
                .unwrap()
                .starts_with("That is the committed size")
        );
        assert!(compare(&committed, &sizes(30_350)).is_ok());
        assert!(
            compare(&committed, &sizes(30_351))
                .unwrap_err()
                .contains("has grown by 351 bytes")
        );
        assert!(
            compare(&committed, &sizes(29_000))
                .unwrap()
                .contains("has shrunk by 1000 bytes")
        );
    }

    #[test]
    fn another_compiler_has_more_room() {
        let newer = |module| Sizes {
            compiler: "rustc 1.99.0".into(),
            ..sizes(module)
        };
        assert!(compare(&sizes(30_000), &newer(31_400)).is_ok());
        assert!(compare(&sizes(30_000), &newer(31_401)).is_err());
    }
}
