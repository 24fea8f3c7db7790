//! Every test there is, step by step; the first that fails ends it.

use std::fs;
use std::time::Instant;

use crate::process::{cargo, run as run_command};
use crate::{Result, element, engines, npm, root, rustup, size, wasm};

pub struct Step {
    pub name: &'static str,
    pub sentence: &'static str,
    run: fn(&[String]) -> Result,
}

const PACKAGE: &str = "tests/package";

/// The quickest first, so that small mistakes are known soon.
pub const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        sentence: "Rust is formatted.",
        run: fmt,
    },
    Step {
        name: "clippy",
        sentence: "Clippy has nothing to say, natively and for wasm.",
        run: clippy,
    },
    Step {
        name: "rust",
        sentence: "The Rust tests, natively, with the examples in the documentation; the build for TEI alone.",
        run: rust,
    },
    Step {
        name: "wasm",
        sentence: "The Rust tests in wasm, run by Node.",
        run: in_wasm,
    },
    Step {
        name: "types",
        sentence: "The JavaScript is true to its types.",
        run: types,
    },
    Step {
        name: "size",
        sentence: "What a page loads has not grown unannounced.",
        run: |_| size::run(&[]),
    },
    Step {
        name: "server",
        sentence: "The server of the demonstration page, in Node.",
        run: server,
    },
    Step {
        name: "element",
        sentence: "The element, in Chromium, Firefox and WebKit; with a name behind it, in that one alone.",
        run: element::run,
    },
    Step {
        name: "package",
        sentence: "The npm package, as others use it: in pages, bundlers, frameworks and programs.",
        run: package,
    },
    Step {
        name: "docs",
        sentence: "The documentation builds, and its links lead somewhere.",
        run: docs,
    },
];

/// The task: all steps, or the one that is named.
pub fn run(arguments: &[String]) -> Result {
    let (steps, rest) = chosen(arguments)?;
    let mut summary = String::from("\n── Summary\n");
    for step in steps {
        println!("\n── {}: {}", step.name, step.sentence);
        let start = Instant::now();
        let result = (step.run)(rest);
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        summary += &format!(
            "  {:<10}{word} in {:.1} s\n",
            step.name,
            start.elapsed().as_secs_f64()
        );
        if let Err(sentence) = result {
            print!("{summary}");
            return Err(format!(
                "{sentence}\nTo run this step alone: cargo xtask test {}",
                step.name
            ));
        }
    }
    println!("{summary}\nEverything passed.");
    Ok(())
}

/// The steps that are asked for, and what the one that is named is to be told.
fn chosen(arguments: &[String]) -> Result<(Vec<&Step>, &[String])> {
    let Some((name, rest)) = arguments.split_first() else {
        return Ok((STEPS.iter().collect(), &[]));
    };
    let Some(step) = STEPS.iter().find(|step| step.name == name) else {
        return Err(format!(
            "There is no step {name}; the steps are {}.",
            names()
        ));
    };
    match rest.len() <= usize::from(step.name == "element") {
        true => Ok((vec![step], rest)),
        false => Err("`cargo xtask test` takes one step, or none for all of them.".into()),
    }
}

fn names() -> String {
    STEPS
        .iter()
        .map(|step| step.name)
        .collect::<Vec<_>>()
        .join(", ")
}

fn fmt(_: &[String]) -> Result {
    rustup::component("fmt", "rustfmt")?;
    run_command(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(_: &[String]) -> Result {
    rustup::component("clippy", "clippy")?;
    rustup::wasm_target()?;
    let deny = ["--", "--deny", "warnings"];
    run_command(
        cargo()
            .args(["clippy", "--workspace", "--all-targets"])
            .args(deny),
    )?;
    run_command(
        cargo()
            .args(["clippy", "--lib", "--test", "wasm"])
            .args(["--target", rustup::WASM])
            .args(deny),
    )?;
    for build in &wasm::BUILDS {
        run_command(
            cargo()
                .args(["clippy", "--lib", "--target", rustup::WASM])
                .args(["--no-default-features", "--features", build.features])
                .args(deny),
        )?;
    }
    Ok(())
}

fn rust(_: &[String]) -> Result {
    run_command(cargo().args(["test", "--workspace"]))?;
    run_command(
        cargo()
            .args(["test", "--no-default-features", "--features", "tei"])
            .args(["--test", "left_to_another"]),
    )?;
    for features in [
        "record,labels",
        "record,papers",
        "plain,more",
        "record,more",
    ] {
        run_command(
            cargo()
                .args(["test", "--no-default-features", "--features", features])
                .args(["--test", "lean_builds"]),
        )?;
    }
    // Only a build that leaves what has labels has this filter.
    run_command(
        cargo()
            .args(["test", "--no-default-features", "--features", "plain,more"])
            .args(["--lib", "names::filter"]),
    )
}

fn in_wasm(_: &[String]) -> Result {
    rustup::wasm_target()?;
    npm::node()?;
    let this = std::env::current_exe()
        .map_err(|error| format!("This program cannot find itself: {error}."))?;
    // As a list: an environment variable would be cut at the spaces of a path.
    let runner = format!(
        "target.{}.runner=[{:?}, {:?}]",
        rustup::WASM,
        this.to_string_lossy(),
        wasm::RUNNER
    );
    // HTML takes the parser of a browser, which the runner has none of: tests/element/html.test.mjs is in one.
    run_command(cargo().args([
        "test",
        "--no-default-features",
        "--features",
        "html,record,more,detect,tei",
        "--test",
        "wasm",
        "--target",
        rustup::WASM,
        "--config",
        &runner,
    ]))
}

fn types(_: &[String]) -> Result {
    wasm::build()?;
    run_command(npm::program("typescript/bin/tsc")?.args(["--project", "tsconfig.json"]))
}

fn server(_: &[String]) -> Result {
    run_command(npm::node()?.args(["--test", "--test-reporter=spec", "xtask/serve.test.mjs"]))
}

fn package(_: &[String]) -> Result {
    wasm::build()?;
    let programs = engines::chromium()?;
    let homes = npm::install_homes()?;
    println!("The browser is {}.", programs.browser.display());
    run_command(
        npm::node()?
            .args(["--test", "--test-reporter=spec"])
            .args(suite(PACKAGE)?)
            .env("HOMES", homes)
            .env("BROWSER", programs.browser)
            .env("DRIVER", programs.driver),
    )
}

/// The test files of a folder, by name: Node 20 wants a folder, later ones want patterns.
pub fn suite(folder: &str) -> Result<Vec<String>> {
    let entries =
        fs::read_dir(root().join(folder)).map_err(|error| format!("{folder}: {error}."))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let tests = names.filter(|name| name.ends_with(".test.mjs"));
    let mut files: Vec<String> = tests.map(|name| format!("{folder}/{name}")).collect();
    if files.is_empty() {
        return Err(format!(
            "There is no test in {folder}: its files end in .test.mjs."
        ));
    }
    files.sort();
    Ok(files)
}

fn docs(_: &[String]) -> Result {
    run_command(
        cargo()
            .args(["doc", "--no-deps", "--lib"])
            .env("RUSTDOCFLAGS", "--deny warnings"),
    )
}
