//! The browser suite: the element in every engine that is here or can be installed.

use std::path::PathBuf;

use crate::engines::{ENGINES, Engine, Programs};
use crate::process::{cargo, run as run_command};
use crate::test::suite;
use crate::{Result, npm, target, wasm};

const SUITE: &str = "tests/element";
const TOOL: &str = "reading-room";

/// The one engine that every machine has to have; a CI runner has to have all of them.
const NEEDED: &str = "chromium";

/// The step: in all engines, or in the one that is named.
pub fn run(arguments: &[String]) -> Result {
    let engines = chosen(arguments)?;
    wasm::build()?;
    npm::install()?;
    // Some pages of the suite are rendered by it, ahead of time.
    run_command(cargo().args(["build", "--bin", TOOL]))?;
    let files = suite(SUITE)?;
    let is_named = !arguments.is_empty();
    let (mut report, mut failed) = (String::new(), Vec::new());
    for engine in engines {
        let line = match (engine.programs)() {
            Ok(programs) => {
                let result = run_in(engine, &programs, &files);
                if result.is_err() {
                    failed.push(engine.name);
                }
                let word = if result.is_ok() { "passed" } else { "FAILED" };
                format!("{word}, in {}", programs.browser.display())
            }
            Err(sentence) if is_named || is_ci() || engine.name == NEEDED => {
                return Err(format!("{}: {sentence}.", engine.name));
            }
            Err(sentence) => format!("was skipped: {sentence}."),
        };
        report += &format!("  {:<10}{line}\n", engine.name);
    }
    println!("\nThe element, by engine:\n{report}");
    match failed.is_empty() {
        true => Ok(()),
        false => Err(format!("The element failed in {}.", failed.join(", "))),
    }
}

fn chosen(arguments: &[String]) -> Result<Vec<&'static Engine>> {
    let all: Vec<&Engine> = ENGINES.iter().collect();
    let [name] = arguments else {
        return Ok(all);
    };
    let names: Vec<&str> = all.iter().map(|engine| engine.name).collect();
    match all.iter().find(|engine| engine.name == name) {
        Some(engine) => Ok(vec![*engine]),
        None => Err(format!(
            "There is no engine {name}; the engines are {}.",
            names.join(", ")
        )),
    }
}

fn run_in(engine: &Engine, programs: &Programs, files: &[String]) -> Result {
    println!("\n── {}: {}", engine.name, programs.browser.display());
    run_command(
        npm::node()?
            .args(["--test", "--test-reporter=spec"])
            .args(files)
            .env("ENGINE", engine.name)
            .env("BROWSER", &programs.browser)
            .env("DRIVER", &programs.driver)
            .env("TOOL", tool()),
    )
}

/// The command line tool, as cargo has just built it.
fn tool() -> PathBuf {
    let name = format!("{TOOL}{}", std::env::consts::EXE_SUFFIX);
    target().join("debug").join(name)
}

fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}
