//! What a page loads, weighed against the committed size and the limits.

use std::fs;
use std::path::PathBuf;

use crate::process::{self, command};
use crate::{Result, npm, root, unknown, wasm};

/// What is weighed, each file once. The script has the style sheets and the glue of the first modules in it.
const FILES: [&str; 20] = [
    "pkg/dist/reading-room.js",
    "pkg/dist/reading-room.wasm",
    "pkg/dist/reading-room-tei.wasm",
    "pkg/dist/controls.js",
    "pkg/dist/full.js",
    "pkg/dist/reading-room-full.wasm",
    "pkg/dist/reading-room-full-tei.wasm",
    "pkg/dist/structure.js",
    "pkg/dist/forms.js",
    "pkg/dist/reading-room-html.wasm",
    "pkg/dist/reading-room-core.wasm",
    "pkg/dist/zip.js",
    "pkg/dist/reading-room-office.wasm",
    "pkg/dist/reading-room-text.wasm",
    "pkg/dist/reading-room-markdown.wasm",
    "pkg/dist/reading-room-full-text.wasm",
    "pkg/dist/detection.js",
    "pkg/dist/reading-room-detection.wasm",
    "pkg/dist/reading-room-plain.wasm",
    "pkg/dist/reading-room-papers.wasm",
];

/// What a page loads by the form of its document: before that stands, and besides when it stands and a reader asks for
/// more. The numbers are places in `FILES`.
struct Page {
    form: &'static str,
    first: &'static [usize],
    later: &'static [usize],
    /// The most, in bytes compressed by brotli, before the document stands.
    first_limit: usize,
    /// The most in all, where there is one.
    limit: Option<usize>,
}

const PAGES: [Page; 10] = [
    Page {
        form: "a record",
        first: &[0, 1],
        later: &[3, 4, 5],
        first_limit: 45_000,
        limit: Some(90_000),
    },
    Page {
        form: "a paper without labels",
        first: &[0, 19],
        // What tells its language comes behind the text.
        later: &[16, 17, 3, 4, 15],
        first_limit: 45_000,
        limit: None,
    },
    Page {
        form: "plain text",
        // The module for records is asked for, and broken off when the text has begun.
        first: &[0, 18],
        // What tells its language comes behind the text.
        later: &[16, 17, 3, 4, 15],
        first_limit: 45_000,
        limit: None,
    },
    Page {
        form: "any other record",
        // It is to come to 45,000.
        first: &[0, 13],
        // What tells its language, if it says none, comes behind the text.
        later: &[16, 17, 3, 4, 15],
        first_limit: 63_500,
        limit: None,
    },
    Page {
        form: "a record that begins like one of these, or like plain text, and is none",
        // The module for the commonest, the largest of them, leaves it to that for all.
        first: &[0, 1, 13],
        later: &[16, 17, 3, 4, 15],
        first_limit: 98_000,
        limit: None,
    },
    Page {
        form: "a record in another encoding than UTF-8",
        first: &[0, 1, 16, 17],
        // The module for its panel leaves it to that of all records.
        later: &[3, 4, 5, 15],
        first_limit: 60_000,
        limit: None,
    },
    Page {
        form: "a TEI document",
        first: &[0, 2, 7],
        later: &[3, 4, 6],
        first_limit: 70_000,
        limit: None,
    },
    Page {
        form: "a page of HTML",
        first: &[0, 8, 9],
        later: &[3, 4, 10],
        first_limit: 60_000,
        limit: None,
    },
    Page {
        form: "Markdown",
        first: &[0, 8, 14],
        later: &[3, 4, 10],
        first_limit: 120_000,
        limit: None,
    },
    Page {
        form: "a document of Word or OpenDocument",
        first: &[0, 8, 11, 12],
        later: &[3, 4, 10],
        first_limit: 120_000,
        limit: None,
    },
];

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
    let mut shrunk = 0;
    for (before, after) in committed.weights().iter().zip(now.weights()) {
        let (before, after, what) = (before.size, after.size, after.what);
        let tolerance = before * hundredths / 100;
        if after > before + tolerance {
            return Err(format!(
                "What a page {what} has grown by {} bytes, from {before} to {after}. If it is worth it, say so: \
                 `cargo xtask size --bless`, and commit xtask/size.txt.",
                after - before
            ));
        }
        if after + tolerance < before {
            shrunk = shrunk.max(before - after);
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

/// How much a page loads by some moment, and how much it may.
struct Weight {
    what: String,
    size: usize,
    limit: Option<usize>,
}

impl Page {
    fn first(&self, sizes: &Sizes) -> Weight {
        Weight {
            what: format!("with {} loads before it stands", self.form),
            size: self.first.iter().map(|&file| sizes.files[file]).sum(),
            limit: Some(self.first_limit),
        }
    }

    fn total(&self, sizes: &Sizes) -> Weight {
        let all = self.first.iter().chain(self.later);
        Weight {
            what: format!("with {} loads in all", self.form),
            size: all.map(|&file| sizes.files[file]).sum(),
            limit: self.limit,
        }
    }

    fn write(&self, sizes: &Sizes) -> String {
        let lines = |files: &[usize]| -> String {
            let line = |&file: &usize| format!("{:>8}  {}\n", sizes.files[file], FILES[file]);
            files.iter().map(line).collect()
        };
        let sum = |Weight { size, limit, .. }, when| {
            let limit = limit.map_or(String::new(), |limit| format!(", of {limit} at most"));
            format!("{size:>8}  {when}{limit}\n")
        };
        [
            format!("With {}:\n", self.form),
            lines(self.first),
            sum(self.first(sizes), "before it stands"),
            lines(self.later),
            sum(self.total(sizes), "in all"),
        ]
        .concat()
    }
}

impl Sizes {
    fn weights(&self) -> Vec<Weight> {
        let both = |page: &Page| [page.first(self), page.total(self)];
        PAGES.iter().flat_map(both).collect()
    }

    fn within_limits(&self) -> Result {
        for weight in self.weights() {
            let Weight { what, size, .. } = &weight;
            let more = size.saturating_sub(weight.limit.unwrap_or(usize::MAX));
            if more > 0 {
                return Err(format!(
                    "What a page {what} is {size} bytes: {more} more than the limit."
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
        let pages: String = PAGES.iter().map(|page| page.write(self)).collect();
        format!(
            "What a page loads, in bytes compressed by brotli: written by `cargo xtask size --bless`.\n{pages}Built by {}\n",
            self.compiler
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of a page whose first modules have these sizes.
    fn sizes(record: usize, tei: usize) -> Sizes {
        Sizes {
            files: [
                5_000, record, tei, 2_000, 5_000, 40_000, 60_000, 3_000, 3_000, 40_000, 90_000,
                50_000, 2_000, 50_000, 90_000, 60_000, 1_000, 12_000, 38_000, 38_000,
            ],
            compiler: "rustc 1.95.0".into(),
        }
    }

    #[test]
    fn the_committed_file_is_read_as_it_was_written() {
        let sizes = sizes(30_000, 50_000);
        assert_eq!(Sizes::read(&sizes.write()), Some(sizes));
        assert_eq!(Sizes::read("nothing"), None);
    }

    #[test]
    fn growth_fails_and_the_rest_does_not() {
        let committed = sizes(30_000, 50_000);
        let same = compare(&committed, &sizes(30_000, 50_000)).unwrap();
        assert!(same.starts_with("That is the committed size"), "{same}");
        assert!(compare(&committed, &sizes(30_350, 50_580)).is_ok());
        let grown = compare(&committed, &sizes(30_351, 50_000)).unwrap_err();
        assert!(
            grown.contains("a record loads before it stands has grown by 351 bytes"),
            "{grown}"
        );
        let grown = compare(&committed, &sizes(30_000, 50_581)).unwrap_err();
        assert!(
            grown.contains("a TEI document loads before it stands has grown by 581 bytes"),
            "{grown}"
        );
        let shrunk = compare(&committed, &sizes(29_000, 50_000)).unwrap();
        assert!(shrunk.contains("has shrunk by 1000 bytes"), "{shrunk}");
    }

    #[test]
    fn a_page_stays_within_its_limits() {
        assert!(sizes(38_000, 62_000).within_limits().is_ok());
        // In all.
        assert!(sizes(38_001, 62_000).within_limits().is_err());
        // Before it stands.
        assert!(sizes(38_000, 62_001).within_limits().is_err());
    }

    #[test]
    fn another_compiler_has_more_room() {
        let newer = |module| Sizes {
            compiler: "rustc 1.99.0".into(),
            ..sizes(module, 50_000)
        };
        assert!(compare(&sizes(30_000, 50_000), &newer(31_400)).is_ok());
        assert!(compare(&sizes(30_000, 50_000), &newer(31_401)).is_err());
    }
}
