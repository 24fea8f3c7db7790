//! Opening XML costs what its length makes necessary: in memory, and in steps, of which asking for memory is one.
//!
//! No time is measured. What would take more steps than its length allows, and asks for no memory in them, does not come
//! back within the time that a run of the tests is given.

#[path = "support/counter.rs"]
mod counter;
#[path = "support/files.rs"]
mod files;
#[path = "support/shapes.rs"]
mod shapes;
#[path = "support/shared.rs"]
mod shared;

use std::fs;

use reading_room::{Format, Hint, Parser};

use counter::{Cost, cost};
use shapes::{DOCUMENTS, HOSTILE, pieces};

/// How many times its source a document may take in memory while it is opened, and what comes on top of that.
const TIMES: usize = 6;
const BESIDES: usize = 2 << 20;

/// The same for what nobody writes who means well: an element of five bytes is a node of twenty-four, and a word of a header
/// stands in its tree and in an entry. It is so many times the source, and no power of it.
const TIMES_AT_WORST: usize = 20;

/// How many times the steps twice the source may take, in tenths.
const TENTHS: usize = 21;

/// What opening costs, the document included, and nothing of what is the caller's.
fn opening(source: &[u8], length: usize) -> Cost {
    cost(|| {
        let mut parser = Parser::new(&Hint::default());
        for slice in source.chunks(length) {
            parser.feed(slice).unwrap();
        }
        parser.finish().unwrap()
    })
}

fn check_memory(name: &str, source: &[u8], times: usize) -> Option<String> {
    let most = source.len() * times + BESIDES;
    let lengths = [usize::MAX, 65_536, 4095];
    let too_much = lengths.map(|length| (length, opening(source, length).peak));
    let (length, peak) = too_much.into_iter().find(|(_, peak)| *peak > most)?;
    let times = peak as f64 / source.len() as f64;
    Some(format!(
        "{name}, in slices of {length}: {peak} bytes, {times:.1} times the source"
    ))
}

#[test]
fn no_shape_takes_more_memory_than_its_length_allows() {
    let mut broken = Vec::new();
    for (shapes, times) in [(DOCUMENTS, TIMES), (HOSTILE, TIMES_AT_WORST)] {
        for (name, shape) in shapes {
            broken.extend(check_memory(name, shape(2 << 20).as_bytes(), times));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_volume_takes_more_memory_than_its_length_allows() {
    let Some(folder) = shared::folder("frus-tei") else {
        return;
    };
    let volumes: Vec<_> = files::all_in(&folder)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "xml"))
        .collect();
    println!("{} volumes.", volumes.len());
    let broken: Vec<String> = volumes
        .iter()
        .filter_map(|file| {
            check_memory(&file.display().to_string(), &fs::read(file).unwrap(), TIMES)
        })
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_shape_takes_more_steps_than_its_length_allows() {
    const SIZE: usize = 256 << 10;
    let mut broken = Vec::new();
    for (name, shape) in DOCUMENTS.iter().chain(HOSTILE) {
        let [once, twice] =
            [SIZE, 2 * SIZE].map(|size| opening(shape(size).as_bytes(), usize::MAX));
        for (what, once, twice) in [
            ("requests", once.requests, twice.requests),
            ("bytes", once.bytes, twice.bytes),
        ] {
            if twice * 10 > once * TENTHS {
                broken.push(format!("{name}: {twice} {what} after {once}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What pages may be full of; `{}` stands for a number that is another one each time.
const OF_PAGES: &[&str] = &[
    "<p>words <b>bold</b> and <a href=other.html>a link</a></p>\n",
    "<h2 id=h{}>heading</h2><p>words",
    "<div>",
    "<div></x>",
    "<b id=b{}>x",
    "<p><b id=b{}>x",
    "<a href=#x{}><p>x",
    "<ul><li>x",
    "<table><tr><td>x",
    "<table>x",
    "<template>x",
    "<svg>x",
    "<nav>x</nav>",
    "<article>x</article>",
    "<main>x",
    "<section lang=fr>x",
    "<p>x<sup><a href=#fn{} id=r{}>{}</a></sup></p><p id=fn{}><a href=#r{}>{}</a> y</p>",
    "<p>x<a href=#same>1</a>",
    "<a href=#r>1</a><i id=r>",
    "<div id=d{}><a href=#d{}>1</a>",
    "<button>x",
    "<select><option>x",
    "<!-- x",
    "<script type=application/ld+json>[[",
    "<script type=application/ld+json>[]</script>",
    "<meta name=dc.subject content=x{}>",
    "<img alt=x>",
    "&amp;&#1;",
    "<",
    "\u{e9}<br>",
];

#[test]
fn no_page_takes_more_steps_than_its_length_allows() {
    const SIZE: usize = 128 << 10;
    let hint = Hint {
        format: Some(Format::Html),
        ..Hint::default()
    };
    let opening = |source: &str| {
        cost(|| {
            let mut parser = Parser::new(&hint);
            parser.feed(source.as_bytes()).unwrap();
            parser.finish().unwrap()
        })
    };
    let mut broken = Vec::new();
    for piece in OF_PAGES {
        let [once, twice] = [SIZE, 2 * SIZE].map(|size| opening(&pieces(piece, size)));
        for (what, once, twice) in [
            ("requests", once.requests, twice.requests),
            ("bytes", once.bytes, twice.bytes),
        ] {
            if twice * 10 > once * TENTHS {
                broken.push(format!("{piece}: {twice} {what} after {once}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
