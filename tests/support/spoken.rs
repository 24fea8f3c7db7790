//! What an article says in full, as it comes: its words, and how much each piece has.

use reading_room::render::{Options, Script, Writing};
use reading_room::{Hint, Parser};

/// How many steps the page has written at once: `STEPS` of `src/wasm.rs`.
pub const STEPS: u32 = 1000;

/// What came at once.
#[derive(Clone, Copy, Debug, Default)]
pub struct Piece {
    /// How many instructions.
    pub marks: usize,
    /// How many bytes of words they are about.
    pub words: usize,
    /// How many letters the longest of those have that become one node.
    pub run: usize,
}

/// A document that is written while it is read, as the page has it.
#[derive(Debug)]
pub struct Spoken {
    parser: Option<Parser>,
    writing: Writing,
    script: Script,
    /// All words that have come, those of attributes among them.
    pub words: String,
    /// The pieces in which they came.
    pub pieces: Vec<Piece>,
}

impl Spoken {
    /// Nothing has come.
    pub fn new() -> Spoken {
        Spoken {
            parser: Some(Parser::new(&Hint::default())),
            writing: Writing::new(Options::default()),
            script: Script::default(),
            words: String::new(),
            pieces: Vec::new(),
        }
    }

    /// All of a document that comes in slices of that length.
    pub fn of(source: &[u8], length: usize) -> Spoken {
        let mut spoken = Spoken::new();
        for slice in source.chunks(length) {
            spoken.feed(slice);
        }
        spoken.end();
        spoken
    }

    /// Reads a slice, and writes what can be written.
    pub fn feed(&mut self, slice: &[u8]) {
        let mut is_left = true;
        self.parser.as_mut().unwrap().feed(slice).unwrap();
        while is_left {
            is_left = false;
            let (writing, script) = (&mut self.writing, &mut self.script);
            let parser = self.parser.as_mut().unwrap();
            parser.draft(&mut |document, open| {
                is_left = writing.write(document, Some(open), STEPS, script);
            });
            self.take();
        }
    }

    /// All has been fed.
    pub fn end(&mut self) {
        let opened = self.parser.take().unwrap().finish().unwrap();
        let mut is_left = true;
        while is_left {
            let (writing, script) = (&mut self.writing, &mut self.script);
            is_left = writing.write(&opened.document, None, STEPS, script);
            self.take();
        }
    }

    fn take(&mut self) {
        let (words, marks) = (self.script.take_words(), self.script.take_marks());
        if marks.is_empty() {
            return;
        }
        self.pieces.push(Piece {
            marks: marks.len(),
            words: words.len(),
            run: longest_run(&marks),
        });
        self.words.push_str(&words);
    }
}

fn longest_run(marks: &[u32]) -> usize {
    let (mut longest, mut marks) = (0, marks.iter());
    while let Some(mark) = marks.next() {
        match mark & 3 {
            // The length of a value is a number of its own.
            2 => drop(marks.next()),
            3 => longest = longest.max(mark >> 2),
            _ => {}
        }
    }
    longest as usize
}
