//! Volumes: what has been read is in the page with the next piece, and no piece is more than a page can take at once.
//!
//! Nothing is timed: what a piece costs is counted in instructions, each of which makes a node, a value or an end.

#[path = "support/counter.rs"]
mod counter;
#[path = "support/files.rs"]
mod files;
#[path = "support/shapes.rs"]
mod shapes;
#[path = "support/shared.rs"]
mod shared;
#[path = "support/spoken.rs"]
mod spoken;

use std::fs;
use std::path::Path;

use counter::{Cost, cost};
use shapes::{DOCUMENTS, HOSTILE};
use spoken::{STEPS, Spoken};

/// How the bytes of a document come: as the page reads them, and otherwise.
const SLICES: [usize; 5] = [64 << 10, 256 << 10, 4093, 100, 1];

/// A text of so many bytes is written while the rest of it is still being read: `LONG` of `src/render/text/mod.rs`.
const LONG: usize = 32 << 10;

/// How many bytes behind a block may have to come before it is written: what begins behind its end tag, or as much as the
/// decoder waits for before it knows a character.
const BEHIND: usize = 64;

/// A block of a text.
#[derive(Debug)]
struct Block {
    /// The end of its end tag in the source.
    end: usize,
    words: String,
}

/// The paragraphs and headings of the main flow that stand in divisions alone and have nothing but words in them: what
/// stands in anything else, a table or a quotation, is written when all of that has come.
fn blocks(source: &str) -> Vec<Block> {
    let tree = roxmltree::Document::parse(source).unwrap();
    let is_block = |node: &roxmltree::Node| {
        let around = |name: &str| matches!(name, "body" | "div" | "front" | "back" | "group");
        let mut outside = node.ancestors().skip(1).map(|it| it.tag_name().name());
        matches!(node.tag_name().name(), "p" | "head")
            && node.children().all(|child| child.is_text())
            && outside.find(|name| !around(name)) == Some("text")
    };
    let words = |node: &roxmltree::Node| {
        let words: Vec<_> = node.text()?.split_ascii_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    let block = |node: roxmltree::Node| {
        Some(Block {
            end: node.range().end,
            words: words(&node)?,
        })
    };
    tree.descendants()
        .filter(is_block)
        .filter_map(block)
        .collect()
}

/// The first block that was not in the article with the piece after the slice that ended it, if there is one.
fn late(source: &str, blocks: &[Block], length: usize) -> Option<String> {
    let mut spoken = Spoken::new();
    let (mut fed, mut seen, mut read) = (0, 0, 0);
    let mut left = blocks.iter().peekable();
    for slice in source.as_bytes().chunks(length) {
        spoken.feed(slice);
        fed += slice.len();
        if fed == source.len() {
            spoken.end();
        }
        while let Some(block) = left.next_if(|block| block.end + BEHIND <= fed) {
            read += block.words.len();
            if read < LONG {
                continue;
            }
            match spoken.words.get(seen..)?.find(&block.words) {
                Some(at) => seen += at + block.words.len(),
                None => {
                    return Some(format!(
                        "in slices of {length}: {:?}, which ends at {}, is not there after {fed} bytes",
                        block.words, block.end
                    ));
                }
            }
        }
    }
    None
}

fn check_lag(name: &str, source: &str, lengths: &[usize], broken: &mut Vec<String>) {
    let blocks = blocks(source);
    let words: usize = blocks.iter().map(|block| block.words.len()).sum();
    assert!(
        words > 2 * LONG,
        "{name} has {words} bytes of words in such blocks"
    );
    let late = lengths
        .iter()
        .find_map(|length| late(source, &blocks, *length));
    broken.extend(late.map(|late| format!("{name}, {late}")));
}

/// A volume of documents with notes, in so many bytes and a few more.
fn volume(size: usize) -> String {
    shapes::numbered(
        "<div type=\"document\" xml:id=\"d{}\" n=\"{}\"><head>{}. Letter to the Harbour Master</head>\n<opener><dateline>\
        <date when=\"1962-11-14\">November 14, 1962</date></dateline></opener><pb n=\"{}\"/>\n<p>Letter {} begins: <hi \
        rend=\"italic\">the lamp</hi> is dark<note n=\"1\" xml:id=\"d{}fn1\">See <ref target=\"#d1\">the first</ref>.</note>.\
        </p>\n<p>The lamp of letter {} has been dark since Monday &amp; nobody sees the point.</p>\n<p>Letter {} ends.</p>\n\
        <closer><signed>J. Smit</signed></closer></div>\n",
        size,
    )
}

/// The volumes of the larger corpus.
fn volumes() -> Vec<(String, String)> {
    let folder = shared::folder("frus-tei");
    let files = folder
        .map(|folder| files::all_in(&folder))
        .unwrap_or_default();
    let is_volume = |file: &Path| {
        let is_xml = file.extension().is_some_and(|ending| ending == "xml");
        is_xml && fs::metadata(file).is_ok_and(|data| data.len() > 500_000)
    };
    let volumes = files.into_iter().filter(|file| is_volume(file));
    volumes
        .map(|file| {
            (
                file.display().to_string(),
                fs::read_to_string(file).unwrap(),
            )
        })
        .collect()
}

#[test]
fn what_has_been_read_is_in_the_article_with_the_next_piece() {
    let mut broken = Vec::new();
    check_lag("a volume", &volume(600_000), &SLICES, &mut broken);
    for (name, volume) in volumes() {
        check_lag(&name, &volume, &SLICES[..2], &mut broken);
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// How many instructions a piece may have: twelve for each of its steps, a note's mark with its link being the longest.
const MARKS: usize = 12 * STEPS as usize;

/// How many bytes of words a piece may have, those of attributes among them, besides the longest run of letters: however long
/// that is, it becomes one node of the page, and is written in one step.
const WORDS: usize = 128 << 10;

/// An element that is as long as its document: nothing is written of it before it has come, and then all of it.
const LONG_ELEMENTS: &[(&str, &str, &str, &str)] = &[
    (
        "words that are marked",
        "<p>",
        "<hi rend=\"italic\">lamp</hi> {} ",
        "</p>",
    ),
    (
        "notes in a paragraph",
        "<p>",
        "dark<note n=\"{}\">A note.</note> ",
        "</p>",
    ),
    (
        "a table",
        "<table>",
        "<row><cell>{}</cell><cell>dark</cell></row>",
        "</table>",
    ),
    ("a list", "<list>", "<item>{}</item>", "</list>"),
    ("a stanza", "<lg>", "<l n=\"{}\">so dark</l>", "</lg>"),
    (
        "a quotation",
        "<quote>",
        "<p>The lamp is dark: {}.</p>",
        "</quote>",
    ),
];

/// Every shape that there is, in so many bytes.
fn all_shapes(size: usize) -> impl Iterator<Item = (&'static str, String)> {
    let shapes = DOCUMENTS.iter().chain(HOSTILE);
    let long = LONG_ELEMENTS.iter().map(move |(name, start, piece, end)| {
        let pieces = shapes::pieces(piece, size);
        (*name, shapes::around(&[start, &*pieces, end].concat()))
    });
    shapes
        .map(move |(name, shape)| (*name, shape(size)))
        .chain(long)
}

fn check_pieces(name: &str, source: &[u8], broken: &mut Vec<String>) {
    for piece in Spoken::of(source, SLICES[0]).pieces {
        if piece.marks > MARKS || piece.words.saturating_sub(piece.run) > WORDS {
            return broken.push(format!("{name}: {piece:?}"));
        }
    }
}

#[test]
fn no_piece_is_more_than_a_page_can_take_at_once() {
    let mut broken = Vec::new();
    for (name, source) in all_shapes(768 << 10) {
        check_pieces(name, source.as_bytes(), &mut broken);
    }
    for (name, volume) in volumes() {
        check_pieces(&name, volume.as_bytes(), &mut broken);
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What reading and writing all of a document asks of memory.
fn showing(source: &str) -> Cost {
    cost(|| Spoken::of(source.as_bytes(), SLICES[0]))
}

/// How many times the requests for twice the source may be, in tenths.
const TENTHS: usize = 21;

#[test]
fn twice_the_volume_asks_for_memory_twice_as_often() {
    const SIZE: usize = 192 << 10;
    let costs = |size| all_shapes(size).map(|(name, source)| (name, showing(&source)));
    let mut broken = Vec::new();
    for ((name, once), (_, twice)) in costs(SIZE).zip(costs(2 * SIZE)) {
        if twice.requests * 10 > once.requests * TENTHS || twice.bytes * 10 > once.bytes * TENTHS {
            broken.push(format!("{name}: {twice:?} after {once:?}"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What asks for no memory is not counted: it would not come back within the time that a run of the tests is given, if each
/// note cost as much as there are notes.
#[test]
fn notes_cost_as_much_as_they_are_many() {
    const COUNT: usize = 300_000;
    let notes = ["<p>", &"<note>a</note>".repeat(COUNT), "</p>"].concat();
    let spoken = Spoken::of(shapes::around(&notes).as_bytes(), SLICES[0]);
    let last = format!("note:{COUNT}");
    assert!(spoken.words.contains(&last), "{last} has to be there");
}

/// How often memory is asked for, for a megabyte: a fifth more than it is. What asks more often takes longer, and a step in
/// every paragraph shows. The volume that is made up has a document, with a note, a link, a date and four names, in every 600
/// bytes; those of archives are longer.
const REQUESTS_IF_MADE_UP: usize = 290_000;
const REQUESTS: usize = 48_000;

#[test]
fn a_volume_asks_for_memory_no_more_often_than_it_did() {
    let made = [("made up".to_string(), volume(1 << 20), REQUESTS_IF_MADE_UP)];
    let volumes = volumes().into_iter();
    let volumes = volumes.map(|(name, source)| (name, source, REQUESTS));
    for (name, source, most) in made.into_iter().chain(volumes) {
        let requests = showing(&source).requests as f64 / source.len() as f64 * 1e6;
        assert!(
            requests < most as f64,
            "{name}: {requests:.0} for a megabyte"
        );
    }
}

/// What leaves nothing in a document, with as few signs as there can be.
const NOTHING: &[(&str, &str)] = &[
    ("comments", "<!-- the lamp is dark -->"),
    ("instructions", "<?lamp dark?>"),
    ("white space", " \n\t  "),
    ("tags that nothing ends or begins", "</q>\n"),
];

/// How many bytes are read in one go, of slices however long: `PIECE` of `src/limits.rs`.
const PIECE: usize = 64 << 10;

/// What is in use besides three times what is read in one go: as it came, as text, and the room that the text grows into.
const BESIDES: usize = 112 << 10;

#[test]
fn source_that_has_been_read_is_not_kept() {
    const SIZE: usize = 4 << 20;
    let mut broken = Vec::new();
    for (name, piece) in NOTHING {
        // A text has begun, and does not end: all of it is drafted.
        let source = shapes::document(piece, SIZE).replacen("<body>", "<body><p>é</p>", 1);
        let utf16: Vec<u8> = source.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (encoding, bytes) in [("UTF-8", source.as_bytes()), ("UTF-16", &utf16)] {
            for length in SLICES.into_iter().filter(|length| *length > 1) {
                let peak = cost(|| Spoken::of(bytes, length)).peak;
                if peak > 3 * length.min(PIECE) + BESIDES {
                    broken.push(format!(
                        "{name}, in {encoding} and slices of {length}: {peak} bytes"
                    ));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
