//! How fast documents are opened and articles are made of them, natively: what `cargo xtask bench native` has criterion measure.
#![forbid(unsafe_code)]

use std::hint::black_box;
use std::path::PathBuf;
use std::{env, fs};

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};
use reading_room::render::{Options, Script, Writing, article};
use reading_room::{Document, Hint, OpenError, Parser, open};

const TELEGRAM: &[u8] = include_bytes!("../../www/documents/telegram.txt");

/// How many bytes the element gives to the parser at a time, and how many steps it has written at once.
const PIECE: usize = 64 << 10;
const STEPS: u32 = 1000;

/// What is done with the bytes of a document.
type Way = fn(&[u8]) -> Result<(), OpenError>;

/// All that is done, by the names that it has in the results.
const WAYS: [(&str, Way); 3] = [
    ("open", |source| {
        black_box(open(source, &Hint::default())?);
        Ok(())
    }),
    ("written", written),
    ("string", |source| {
        let opened = open(source, &Hint::default())?;
        black_box(article(&opened.document, &Options::default()));
        Ok(())
    }),
];

fn main() {
    let mut criterion = Criterion::default().without_plots().configure_from_args();
    let documents = documents();
    for (way, read) in WAYS {
        let mut group = criterion.benchmark_group(way);
        for (name, source) in &documents {
            group.throughput(Throughput::Bytes(source.len() as u64));
            // Of what takes long, every sample has as many repetitions as the others.
            if source.len() > PIECE {
                group.sampling_mode(SamplingMode::Flat);
            }
            group.bench_with_input(
                BenchmarkId::from_parameter(name),
                source,
                |bench, source| {
                    bench.iter(|| read(black_box(source)).expect("what is measured can be opened"));
                },
            );
        }
        group.finish();
    }
    criterion.final_summary();
}

/// A telegram, and the files of the folder that `VOLUMES` names.
fn documents() -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<PathBuf> = env::var_os("VOLUMES")
        .map(|folder| fs::read_dir(folder).expect("VOLUMES is a folder"))
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("VOLUMES can be read").path())
        .collect();
    paths.sort();
    let volumes = paths.into_iter().map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        (
            name.into_owned(),
            fs::read(&path).expect("VOLUMES has files"),
        )
    });
    std::iter::once(("telegram".to_string(), TELEGRAM.to_vec()))
        .chain(volumes)
        .collect()
}

/// The article as the element has it written: piece by piece, as the bytes come, and each piece taken away.
fn written(source: &[u8]) -> Result<(), OpenError> {
    let mut parser = Parser::new(&Hint::default());
    let mut writing = Writing::new(Options::default());
    let mut script = Script::default();
    for piece in source.chunks(PIECE) {
        parser.feed(piece)?;
        let mut is_left = true;
        while is_left {
            is_left = false;
            parser.draft(&mut |document, open| {
                is_left = write(&mut writing, document, Some(open), &mut script);
            });
        }
    }
    let opened = parser.finish()?;
    while write(&mut writing, &opened.document, None, &mut script) {}
    Ok(())
}

fn write(
    writing: &mut Writing,
    document: &Document,
    open: Option<&[usize]>,
    script: &mut Script,
) -> bool {
    let is_left = writing.write(document, open, STEPS, script);
    black_box((script.take_marks(), script.take_words()));
    is_left
}
