//! What the command line tool is asked, and what it answers.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use reading_room::export::{Positions, inspect, summary};
use reading_room::{Format, Hint, Opened, render};

/// Archival documents as pages: text, record, provenance and citation.
#[derive(Parser)]
#[command(name = "reading-room", version, about)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write a complete, accessible HTML page of a document, or the tag to put into one.
    Render {
        #[command(flatten)]
        source: Source,
        /// Write to this file instead of standard output.
        #[arg(short, long, value_name = "PAGE")]
        output: Option<PathBuf>,
        /// Write the tag <reading-room> with the article in it, and no page around it.
        #[arg(long)]
        fragment: bool,
        /// The address of the document, as seen from the page: what the element asks for when a reader wants more.
        #[arg(long, value_name = "ADDRESS")]
        src: Option<String>,
        /// The address of reading-room.js, as seen from the page: where it runs, the controls come.
        #[arg(long, value_name = "ADDRESS", conflicts_with = "fragment")]
        script: Option<String>,
        /// The level of the title among the headings of the page around a fragment.
        #[arg(long, value_name = "LEVEL", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=6),
              requires = "fragment")]
        heading_level: u8,
        /// The language of a text that does not say its own: en, ru, …
        #[arg(
            long,
            value_name = "TAG",
            default_value = "",
            hide_default_value = true
        )]
        lang: String,
    },
    /// Print what is understood of a document: its record, its texts, and what was odd.
    Inspect {
        #[command(flatten)]
        source: Source,
        /// Print everything as JSON, in the shape that docs/inspection.md describes.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
struct Source {
    /// The document; `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The encoding, where the bytes alone don't tell: windows-1251, koi8-r, …
    #[arg(long, value_name = "NAME")]
    charset: Option<String>,
    /// The form, where its beginning does not tell.
    #[arg(long, value_name = "FORM", value_parser = ["record", "plain", "tei", "html", "markdown", "word", "opendocument"])]
    format: Option<String>,
    /// A part that is a document of its own: one of a volume, by its id.
    #[arg(long, value_name = "ID")]
    part: Option<String>,
}

/// Does what the arguments say. The exit code is 1 where the document could not be read or opened, or the page not written.
pub(crate) fn run() -> ExitCode {
    match answer(&Cli::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("reading-room: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn answer(task: &Task) -> Result<(), String> {
    match task {
        Task::Render {
            source,
            output,
            fragment,
            src,
            script,
            heading_level,
            lang,
        } => {
            let options = render::Options {
                heading_level: *heading_level,
                id_prefix: id_prefix(&source.file),
                language: lang.clone(),
            };
            let around = render::Around {
                src: src.clone(),
                script: script.clone(),
                style: render::STYLE.to_owned(),
            };
            let write_it = if *fragment {
                render::fragment
            } else {
                render::page
            };
            let page = write_it(&open(source)?.document, &options, &around);
            write(output.as_deref(), &page)
        }
        Task::Inspect {
            source,
            json: false,
        } => write(None, &summary(&open(source)?)),
        Task::Inspect { source, json: true } => {
            let opened = open(source)?;
            let json = serde_json::to_string_pretty(&inspect(&opened, Positions::Bytes))
                .map_err(|error| error.to_string())?;
            write(None, &format!("{json}\n"))
        }
    }
}

fn open(source: &Source) -> Result<Opened, String> {
    let hint = Hint {
        charset: source.charset.clone(),
        format: source.format.as_deref().and_then(Format::from_name),
        likely: likely(&source.file),
        part: None,
    };
    let name = source.file.display();
    let bytes = read(&source.file).map_err(|error| format!("{name}: {error}"))?;
    let mut opened =
        reading_room::open(&bytes, &hint).map_err(|error| format!("{name}: {error}"))?;
    if let Some(id) = &source.part {
        let part = opened.document.part(id);
        opened.document = part.ok_or_else(|| format!("{name}: {}", no_part(id, &opened)))?;
    }
    Ok(opened)
}

/// The form that the file's ending suggests.
fn likely(file: &Path) -> Option<Format> {
    let ending = file.extension()?.to_str()?.to_ascii_lowercase();
    let is_markdown = ["md", "mkd", "markdown", "qmd", "rmd"].contains(&ending.as_str());
    is_markdown.then_some(Format::Markdown)
}

/// Which parts there are instead.
fn no_part(id: &str, opened: &Opened) -> String {
    let ids: Vec<&str> = opened.document.parts.iter().map(|part| &*part.id).collect();
    match &ids[..] {
        [] => format!("it has no part {id}: it is one document"),
        [first, .., last] => format!(
            "it has no part {id}; its {} parts are {first} to {last}",
            ids.len()
        ),
        [only] => format!("it has no part {id}; its one part is {only}"),
    }
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn write(file: Option<&Path>, words: &str) -> Result<(), String> {
    match file {
        Some(file) => {
            std::fs::write(file, words).map_err(|error| format!("{}: {error}", file.display()))
        }
        None => io::stdout()
            .write_all(words.as_bytes())
            .or_else(|error| match error.kind() {
                // Whoever reads has seen enough: `reading-room inspect … | head`.
                io::ErrorKind::BrokenPipe => Ok(()),
                _ => Err(format!("standard output: {error}")),
            }),
    }
}

/// The file's name without its ending, as far as it can stand in an id.
fn id_prefix(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let safe: String = stem
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '_' {
                c
            } else {
                '-'
            }
        })
        .collect();
    match safe.trim_matches('-') {
        "" => render::Options::default().id_prefix,
        name => name.to_owned(),
    }
}
