//! What a page loads, weighed against the committed size and the limits.

use std::fs;
use std::path::PathBuf;

use crate::process::{self, command};
use crate::{Result, npm, root, unknown, wasm};

/// The files that a page loads, in their order, and how many of them it loads before its document stands: the script,
/// which has the style sheets and the glue in it, and the first module. The others follow when it stands, and when a
/// reader asks for more.
const FILES: [&str; 5] = [
    "pkg/dist/reading-room.js",
    "pkg/dist/reading-room.wasm",
    "pkg/dist/controls.js",
    "pkg/dist/full.js",
    "pkg/dist/reading-room-full.wasm",
];
const FIRST: usize = 2;

/// The most, in bytes compressed by brotli, that a page shall load before its document stands, and in all.
const FIRST_LIMIT: usize = 45_000;
const LIMIT: usize = 90_000;

/// How many hundredths of the committed size it may grow unannounced. The same sources and the same compiler give the
/// same module in any folder; this leaves room for what another host, or the brotli of another Node, may change.
const TOLERANCE: usize = 1;

/// The same where another compiler than the committed one was at work.
const OTHER_COMPILER: usize = 4;

#[derive(Debug, PartialEq)]
struct Sizes {
    files: [usize; FILES.len()],
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
    print!("{}", now.write());
    now.within_limits()?;
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
    let hundredths = if committed.compiler == now.compiler {
        TOLERANCE
    } else {
        OTHER_COMPILER
    };
    let parts = [
        (
            "before its document stands",
            Sizes::first as fn(&Sizes) -> usize,
        ),
        ("in all", Sizes::total),
    ];
    let mut shrunk = 0;
    for (when, weigh) in parts {
        let (before, after) = (weigh(committed), weigh(now));
        let tolerance = before * hundredths / 100;
        if after > before + tolerance {
            return Err(format!(
                "What a page loads {when} has grown by {} bytes, from {before} to {after}. If it is worth it, say so: \
                 `cargo xtask size --bless`, and commit xtask/size.txt.",
                after - before
            ));
        }
        if after + tolerance < before {
            shrunk = before - after;
        }
    }
    Ok(match shrunk {
        0 => "That is the committed size, or nearly so.".into(),
        _ => format!(
            "What a page loads has shrunk by {shrunk} bytes: keep it so with `cargo xtask size --bless`."
        ),
    })
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
    /// What is loaded before the document stands.
    fn first(&self) -> usize {
        self.files.iter().take(FIRST).sum()
    }

    fn total(&self) -> usize {
        self.files.iter().sum()
    }

    fn within_limits(&self) -> Result {
        for (when, size, limit) in [
            ("before its document stands", self.first(), FIRST_LIMIT),
            ("in all", self.total(), LIMIT),
        ] {
            if size > limit {
                return Err(format!(
                    "A page loads {size} bytes {when}: {} more than the limit.",
                    size - limit
                ));
            }
        }
        Ok(())
    }

    fn read(text: &str) -> Option<Sizes> {
        let value = |name: &str| {
            text.lines()
                .find_map(|line| line.strip_suffix(name)?.strip_suffix("  "))
        };
        let mut files = [0; FILES.len()];
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
        for (index, (name, size)) in FILES.iter().zip(self.files).enumerate() {
            text += &format!("{size:>8}  {name}\n");
            if index + 1 == FIRST {
                let first = self.first();
                text +=
                    &format!("{first:>8}  before its document stands, of {FIRST_LIMIT} at most\n");
            }
        }
        text + &format!(
            "{:>8}  in all, of {LIMIT} at most\nBuilt by {}\n",
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
            files: [5_000, module, 2_000, 5_000, 40_000],
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
        let same = compare(&committed, &sizes(30_000)).unwrap();
        assert!(same.starts_with("That is the committed size"), "{same}");
        assert!(compare(&committed, &sizes(30_350)).is_ok());
        let grown = compare(&committed, &sizes(30_351)).unwrap_err();
        assert!(grown.contains("has grown by 351 bytes"), "{grown}");
        let shrunk = compare(&committed, &sizes(29_000)).unwrap();
        assert!(shrunk.contains("has shrunk by 1000 bytes"), "{shrunk}");
    }

    #[test]
    fn a_page_stays_within_its_limits() {
        assert!(sizes(40_000).within_limits().is_err());
        assert!(sizes(37_999).within_limits().is_ok());
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
