//! The tasks of this repository: `cargo xtask` lists them.

#![forbid(unsafe_code)]

mod bench;
mod element;
mod engines;
mod names;
mod npm;
mod packages;
mod process;
mod programs;
mod rustup;
mod serve;
mod shots;
mod size;
mod snip;
mod test;
mod unused;
mod wasm;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

/// What a task comes to: nothing, or a sentence that says what went wrong and what to do.
type Result<T = ()> = std::result::Result<T, String>;

struct Task {
    name: &'static str,
    usage: &'static str,
    sentence: &'static str,
    run: fn(&[String]) -> Result,
}

const TASKS: &[Task] = &[
    Task {
        name: "build",
        usage: "build",
        sentence: "Builds everything: the wasm module and its JavaScript, in pkg/wasm.",
        run: |arguments| none(arguments).and_then(|()| wasm::build()),
    },
    Task {
        name: "serve",
        usage: "serve [--port N]",
        sentence: "Builds everything and serves the demonstration page.",
        run: serve::run,
    },
    Task {
        name: "test",
        usage: "test [STEP]",
        sentence: "Builds everything and runs every test, or one step of them.",
        run: test::run,
    },
    Task {
        name: "size",
        usage: "size [--bless]",
        sentence: "Compares what a page loads with the committed size, or commits to the new one.",
        run: size::run,
    },
    Task {
        name: "reference",
        usage: "reference",
        sentence: "Writes docs/element.md, and the same in the package's README, from pkg/custom-elements.json.",
        run: |arguments| none(arguments).and_then(|()| npm::reference()),
    },
    Task {
        name: "shots",
        usage: "shots [WORD]",
        sentence: "Takes pictures of every state, in target/shots, and those of the README; or of states that begin so.",
        run: shots::run,
    },
    Task {
        name: "bench",
        usage: "bench [PART] [WORD]",
        sentence: "Measures everything, or one part: native, parse, pages, count; of what begins so. Writes benches/RESULTS.md.",
        run: bench::run,
    },
    Task {
        name: "browsers",
        usage: "browsers",
        sentence: "Prints the browsers that the tests use, for a single file of them; installs what is missing.",
        run: |arguments| none(arguments).and_then(|()| engines::browsers()),
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result {
    let Some((name, rest)) = arguments.split_first() else {
        help();
        return Ok(());
    };
    match name.as_str() {
        "help" | "--help" | "-h" => {
            help();
            Ok(())
        }
        // Cargo calls this one, see `test.rs`.
        wasm::RUNNER => wasm::run_tests(rest),
        _ => match TASKS.iter().find(|task| task.name == name) {
            Some(task) => (task.run)(rest),
            None => Err(format!(
                "There is no task {name}; `cargo xtask` lists those there are."
            )),
        },
    }
}

fn help() {
    println!("The tasks of this repository:\n");
    for task in TASKS {
        println!("  cargo xtask {:<22}{}", task.usage, task.sentence);
    }
    println!("\nThe steps of `cargo xtask test`:\n");
    for step in test::STEPS {
        println!("  {:<12}{}", step.name, step.sentence);
    }
}

fn none(arguments: &[String]) -> Result {
    match arguments.first() {
        None => Ok(()),
        Some(argument) => Err(unknown(argument)),
    }
}

fn unknown(argument: &str) -> String {
    format!("{argument} means nothing here; `cargo xtask` lists the tasks and what they take.")
}

/// The root of the repository, as cargo says when it runs this program: clones that share a target folder share the program.
fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    let package = PathBuf::from(package);
    package
        .parent()
        .expect("xtask is a folder of the repository")
        .to_path_buf()
}

/// Cargo's target folder: the one that this program was built into, whatever chose it.
fn target() -> PathBuf {
    let program = env::current_exe().expect("a running program has a path");
    program
        .ancestors()
        .nth(2)
        .expect("cargo builds programs into <target>/<profile>")
        .to_path_buf()
}
