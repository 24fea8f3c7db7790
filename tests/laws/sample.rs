//! Documents that were opened, and those that the laws are tried on.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use reading_room::{Code, Diagnostic, Document, Format, Hint, Opened, open};

use super::{files, shared};

/// A document that was opened, and the bytes that it was opened from.
#[derive(Debug)]
pub struct Sample {
    pub name: String,
    pub bytes: Vec<u8>,
    pub opened: Opened,
}

impl Sample {
    pub fn new(name: String, bytes: Vec<u8>) -> Option<Sample> {
        let opened = open(&bytes, &Hint::default()).ok()?;
        Some(Sample {
            name,
            bytes,
            opened,
        })
    }

    pub fn document(&self) -> &Document {
        &self.opened.document
    }

    /// Whether its words stand among marks: the tests of each form, tests/tei.rs and the like, have the laws on them.
    pub fn is_marked(&self) -> bool {
        !matches!(self.opened.format, Format::Record | Format::Plain)
    }

    /// The source as UTF-8, and `None` where it is in another encoding, or is packed: tests/office.rs has the laws on that.
    pub fn source(&self) -> Option<String> {
        if let Format::Word | Format::OpenDocument = self.opened.format {
            return None;
        }
        // Of UTF-16, and of UTF-32, which begins alike where the low byte comes first.
        let marks: [&[u8]; 3] = [b"\xFF\xFE", b"\xFE\xFF", b"\0\0\xFE\xFF"];
        let has_mark = marks.iter().any(|mark| self.bytes.starts_with(mark));
        let guessed = |diagnostic: &Diagnostic| diagnostic.code == Code::EncodingGuessed;
        if has_mark || self.opened.diagnostics.iter().any(guessed) {
            return None;
        }
        let bytes = self
            .bytes
            .strip_prefix(b"\xEF\xBB\xBF")
            .unwrap_or(&self.bytes);
        let is_shown = |c: char| c >= ' ' || matches!(c, '\t' | '\n' | '\r' | '\u{c}');
        let shown = |c: char| {
            if is_shown(c) {
                c
            } else {
                char::REPLACEMENT_CHARACTER
            }
        };
        Some(String::from_utf8_lossy(bytes).chars().map(shown).collect())
    }
}

/// Files larger than this are left out: they would take most of the time and be like the others.
pub const LARGEST: u64 = 256 << 10;

pub fn samples() -> &'static [Sample] {
    static SAMPLES: OnceLock<Vec<Sample>> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let mut paths = files::all_in(Path::new("www/documents"));
        paths.extend(files::all_in(Path::new("tests/corpus")));
        let own = paths.len();
        paths.extend(
            shared::folder("")
                .iter()
                .flat_map(|folder| files::all_in(folder)),
        );
        let samples: Vec<Sample> = paths.iter().filter_map(sample).collect();
        println!(
            "{} documents, from {own} files of our own and {} of the larger corpus.",
            samples.len(),
            paths.len() - own
        );
        assert!(samples.len() > 100);
        samples
    })
}

fn sample(path: &PathBuf) -> Option<Sample> {
    let is_small = fs::metadata(path).unwrap().len() <= LARGEST;
    let bytes = is_small.then(|| fs::read(path).unwrap())?;
    Sample::new(path.display().to_string(), bytes)
}
