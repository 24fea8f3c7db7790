//! Opening XML costs what its length makes necessary: in memory, and in steps, of which asking for memory is one.
//!
//! No time is measured. What would take more steps than its length allows, and asks for no memory in them, does not come
//! back within the time that a run of the tests is given.

#[path = "support/counter.rs"]
mod counter;
#[path = "support/files.rs"]
mod files;
#[path = "support/packed.rs"]
mod packed;
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

/// Parts of documents of Word and OpenDocument, with so many of something.
type Packed = (&'static str, fn(usize) -> String);

const PACKED: &[Packed] = &[
    ("paragraphs", |count| {
        let run = "<w:r><w:rPr><w:b/></w:rPr><w:t>He said no</w:t></w:r><w:r><w:t xml:space=\"preserve\"> again.</w:t></w:r>";
        format!(
            "word\n--- document\n{}",
            format!("<w:p>{run}</w:p>").repeat(count)
        )
    }),
    ("one paragraph", |count| {
        let run = "<w:r><w:t>He said no. </w:t></w:r><w:r><w:br/></w:r>";
        format!("word\n--- document\n<w:p>{}</w:p>", run.repeat(count))
    }),
    ("rows", |count| {
        let cell = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>";
        let first =
            "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc></w:tr>";
        let rows = format!("<w:tr>{cell}</w:tr>").repeat(count);
        format!("word\n--- document\n<w:tbl>{first}{rows}</w:tbl>")
    }),
    ("cells", |count| {
        let cell = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>".repeat(count);
        let first =
            "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>".repeat(count);
        format!("word\n--- document\n<w:tbl><w:tr>{first}</w:tr><w:tr>{cell}</w:tr></w:tbl>")
    }),
    ("notes", |count| {
        let (mut places, mut notes) = (String::new(), String::new());
        for id in 0..count {
            places += &format!(
                "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"{id:06}\"/></w:r></w:p>"
            );
            notes += &format!(
                "<w:footnote w:id=\"{id:06}\"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote>"
            );
        }
        format!("word\n--- document\n{places}\n--- footnotes\n{notes}")
    }),
    ("notes without a place", |count| {
        let note = |id| {
            format!("<w:footnote w:id=\"{id:06}\"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote>")
        };
        let notes: String = (0..count).map(note).collect();
        format!("word\n--- document\n<w:p/>\n--- footnotes\n{notes}")
    }),
    ("styles and lists", |count| {
        let (mut blocks, mut styles, mut lists) = (String::new(), String::new(), String::new());
        for id in 0..count {
            blocks += &format!(
                "<w:p><w:pPr><w:pStyle w:val=\"s{id:06}\"/><w:numPr><w:numId w:val=\"{id:06}\"/></w:numPr></w:pPr>\
                 <w:r><w:t>a</w:t></w:r></w:p>"
            );
            styles += &format!(
                "<w:style w:styleId=\"s{id:06}\"><w:basedOn w:val=\"s{:06}\"/></w:style>",
                id + 1
            );
            lists += &format!(
                "<w:num w:numId=\"{id:06}\"><w:abstractNumId w:val=\"{id:06}\"/></w:num>\
                 <w:abstractNum w:abstractNumId=\"{id:06}\"><w:lvl w:ilvl=\"0\"/></w:abstractNum>"
            );
        }
        format!("word\n--- document\n{blocks}\n--- styles\n{styles}\n--- numbering\n{lists}")
    }),
    ("deletions and fields", |count| {
        let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK \"a\"</w:instrText>\
                     <w:fldChar w:fldCharType=\"separate\"/></w:r>";
        let deleted = "<w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:r><w:t>b</w:t></w:r>";
        let blocks = format!("<w:p>{field}{deleted}</w:p>").repeat(count);
        format!("word\n--- document\n{blocks}")
    }),
    ("boxes", |count| {
        let block = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent>\
                     </v:textbox></v:shape></w:pict></w:r></w:p>";
        format!("word\n--- document\n{}", block.repeat(count))
    }),
    ("open paragraphs", |count| {
        let block = "<text:p><text:span text:style-name=\"T\">a</text:span><text:note><text:note-citation>1</text:note-citation>\
                     <text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>";
        format!("opendocument\n--- content\n{}", block.repeat(count))
    }),
    ("open styles", |count| {
        let (mut blocks, mut styles) = (String::new(), String::new());
        for id in 0..count {
            blocks += &format!("<text:p text:style-name=\"P{id:06}\">a</text:p>");
            styles += &format!(
                "<style:style style:family=\"paragraph\" style:name=\"P{id:06}\" style:parent-style-name=\"P{:06}\"/>",
                id + 1
            );
        }
        format!("opendocument\n--- automatic\n{styles}\n--- content\n{blocks}")
    }),
];

#[test]
fn no_package_takes_more_steps_than_its_length_allows() {
    const COUNT: usize = 1000;
    let mut broken = Vec::new();
    for (name, parts) in PACKED {
        let [once, twice] = [COUNT, 2 * COUNT].map(|count| {
            let bytes = packed::packed(&format!("{}\n", parts(count)));
            opening(&bytes, usize::MAX)
        });
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
