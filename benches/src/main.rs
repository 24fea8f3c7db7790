//! The native half of the benchmark, which `benches/parse/main.mjs` starts.
#![forbid(unsafe_code)]

use std::hint::black_box;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io};

use reading_room::render::{Options, Script, Writing};
use reading_room::{Hint, Parser, open};

/// The least time that a sample takes: in less, what else the machine does would be most of what is measured.
const LEAST: Duration = Duration::from_millis(50);

/// How many bytes a page has read at once, and how many steps written.
const SLICE: usize = 64 << 10;
const STEPS: u32 = 1000;

/// A way to read a document, of which there are the path and the bytes; gives whether it could be read.
struct Way {
    name: &'static str,
    read: fn(&str, &[u8]) -> bool,
}

const WAYS: &[Way] = &[
    Way {
        name: "open",
        read: |_, bytes| black_box(open(bytes, &Hint::default())).is_ok(),
    },
    Way {
        name: "roxmltree",
        read: |_, bytes| black_box(reading_room_benches::tree(bytes)),
    },
    // A process, whose start is part of the time.
    Way {
        name: "xmllint",
        read: |path, _| {
            let arguments = ["--noout", "--huge", path];
            let mut xmllint = Command::new("xmllint");
            let status = xmllint.args(arguments).stderr(Stdio::null()).status();
            status.is_ok_and(|status| status.success())
        },
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        // For whoever counts the instructions of this process.
        ["open", path] => fs::read(path).map(|bytes| (WAYS[0].read)(path, &bytes)),
        ["show", path] => fs::read(path).map(|bytes| show(&bytes)),
        ["time", rounds, paths @ ..] => time(rounds.parse().unwrap_or(1), paths).map(|()| true),
        _ => Err(io::Error::other(
            "bench open FILE | bench show FILE | bench time ROUNDS FILE…",
        )),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads a document as a page does, and writes its article while it comes; gives whether it could be read.
fn show(bytes: &[u8]) -> bool {
    let mut parser = Parser::new(&Hint::default());
    let mut writing = Writing::new(Options::default());
    let mut script = Script::default();
    let take = |script: &mut Script| black_box((script.take_marks(), script.take_words()));
    for slice in bytes.chunks(SLICE) {
        if parser.feed(slice).is_err() {
            return false;
        }
        let mut is_left = true;
        while std::mem::take(&mut is_left) {
            parser.draft(&mut |document, open| {
                is_left = writing.write(document, Some(open), STEPS, &mut script);
            });
            take(&mut script);
        }
    }
    let Ok(opened) = parser.finish() else {
        return false;
    };
    while writing.write(&opened.document, None, STEPS, &mut script) {
        take(&mut script);
    }
    true
}

/// Reads every file in every way, in rounds, and prints a line a sample: which round, which file, which way, how many bytes
/// a microsecond, which are MB a second; or `-` where it could not be read so.
fn time(rounds: usize, paths: &[&str]) -> io::Result<()> {
    let documents = paths.iter().map(fs::read).collect::<io::Result<Vec<_>>>()?;
    // One round more, which warms up and is not told.
    for round in 0..=rounds {
        for (file, (path, bytes)) in paths.iter().zip(&documents).enumerate() {
            let mut ways: Vec<&Way> = WAYS.iter().collect();
            // Whoever comes second finds another machine than whoever comes first.
            if round % 2 == 0 {
                ways.reverse();
            }
            for way in ways {
                let sample = sample(way, path, bytes);
                let sample = sample.map_or("-".into(), |speed| speed.to_string());
                if round > 0 {
                    println!("{round} {file} {} {sample}", way.name);
                }
            }
        }
    }
    Ok(())
}

fn sample(way: &Way, path: &str, bytes: &[u8]) -> Option<f64> {
    let start = Instant::now();
    let mut read = 0;
    while start.elapsed() < LEAST {
        if !(way.read)(path, bytes) {
            return None;
        }
        read += bytes.len();
    }
    Some(read as f64 / start.elapsed().as_secs_f64() / 1e6)
}
