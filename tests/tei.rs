//! What holds for every TEI document: our own, and those of the larger corpus where it is there.
//!
//! The source is read a second time here, by other means (`support/source.rs`), and compared with the document character
//! by character.

#[path = "support/files.rs"]
mod files;
#[path = "support/shared.rs"]
mod shared;
#[path = "support/shown.rs"]
mod shown;
#[path = "support/source.rs"]
mod source;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use reading_room::{Hint, OpenError, Opened, Parser, open};

use shown::{Gap, Shown, Words, put_back};
use source::{Source, Token};

// What the model moves elsewhere: the only exceptions to the law that a text is the character data of its source.

/// Elements whose words are in the record, and beside the images.
const IN_RECORD: [&str; 2] = ["facsimile", "teiHeader"];

/// Elements that the page does not show: their words are in a property, or in a diagnostic.
const NOT_SHOWN: [&str; 8] = [
    "fw",
    "index",
    "interp",
    "interpGrp",
    "script",
    "span",
    "spanGrp",
    "style",
];

/// Elements that have no words, but a description (`desc`), which is a property of theirs.
const DESCRIBED: [&str; 6] = ["gap", "space", "graphic", "media", "pause", "shift"];

/// Elements whose words are a flow of their own, in some places at least: white space beside their place stays outside.
const FLOWS: [&str; 7] = ["note", "sic", "orig", "abbr", "am", "fn", "footnote"];

/// Elements that hold several readings: one stands in the text, each other one is a flow of its own.
const CHOICES: [&str; 3] = ["app", "choice", "rdgGrp"];

/// Elements that hold no words of their own: white space in them is layout, and may be left out.
const WITHOUT_WORDS: [&str; 4] = ["app", "choice", "rdgGrp", "subst"];

/// Milestones, which with `break="no"` join the words on both sides of them, whatever white space there is.
const MILESTONES: [&str; 5] = ["pb", "cb", "gb", "lb", "milestone"];

/// Elements that stand on lines of their own wherever they stand.
const BLOCKS: [&str; 9] = [
    "ab", "cell", "head", "item", "l", "p", "row", "sp", "speaker",
];

// The samples.

struct Sample {
    name: String,
    bytes: Vec<u8>,
    source: Source,
    opened: Opened,
}

/// The TEI of our own, and that of the larger corpus.
fn samples() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for folder in ["www/documents", "tests/corpus/tei"] {
        paths.extend(files::all_in(Path::new(folder)));
    }
    let is_source = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "xml");
    paths.retain(is_source);
    let own = paths.len();
    if let Some(corpus) = shared::folder("") {
        for folder in fs::read_dir(corpus).unwrap() {
            let folder = folder.unwrap();
            let name = folder.file_name().into_string().unwrap();
            if name.starts_with("tei-") || name.ends_with("-tei") {
                paths.extend(files::all_in(&folder.path()));
            }
        }
    }
    paths.retain(is_source);
    println!(
        "{own} TEI files of our own, and {} of the larger corpus.",
        paths.len() - own
    );
    paths
}

fn read(path: &Path) -> Sample {
    let bytes = fs::read(path).unwrap();
    Sample {
        name: path.display().to_string(),
        source: Source::read(&decoded(&bytes)),
        opened: open(&bytes, &Hint::default())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        bytes,
    }
}

/// UTF-8 or UTF-16, and else Windows-1252: the samples are in no other encoding.
fn decoded(bytes: &[u8]) -> String {
    let (text, _, is_damaged) = encoding_rs::UTF_8.decode(bytes);
    match is_damaged {
        true => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
        false => text.into_owned(),
    }
}

/// Checks every sample, a few at a time, and says all that is wrong.
fn for_all(law: fn(&Sample) -> Result<(), String>) {
    let paths = samples();
    let half = paths.len().div_ceil(2);
    let broken: Vec<String> = std::thread::scope(|scope| {
        let check = |paths: &[PathBuf]| -> Vec<String> {
            let samples = paths.iter().map(|path| read(path));
            samples
                .filter_map(|sample| Some(format!("{}: {}", sample.name, law(&sample).err()?)))
                .collect()
        };
        let threads: Vec<_> = paths
            .chunks(half)
            .map(|paths| scope.spawn(move || check(paths)))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    assert!(
        broken.is_empty(),
        "{} files:\n{}",
        broken.len(),
        broken.join("\n")
    );
}

// The laws.

#[test]
fn every_character_is_shown_in_its_place() {
    for_all(characters_are_those_of_the_source);
}

#[test]
fn every_word_of_a_header_is_an_entry() {
    for_all(headers_are_entries);
}

#[test]
fn every_word_that_is_not_shown_is_kept() {
    for_all(what_is_not_shown_is_kept);
}

#[test]
fn the_same_bytes_in_any_slices_give_the_same_document() {
    for_all(slices_make_no_difference);
}

/// Every character of the source that is no white space is in the texts, in its order, and between any two of a flow there
/// is white space where there is some in the source.
fn characters_are_those_of_the_source(sample: &Sample) -> Result<(), String> {
    let words = put_back(&sample.opened.document);
    let (source, places) = (&sample.source, text_of(&sample.source));
    if sample.source.fault.is_some() {
        return nothing_is_lost(source, &places, &words);
    }
    let mut shown = words.shown.iter();
    for (number, place) in places.iter().enumerate() {
        let character = letter(source, *place);
        match shown.next() {
            Some(shown) if shown.character == character => {}
            _ => return Err(difference(source, &places, &words, number)),
        }
    }
    if shown.next().is_some() {
        return Err(format!(
            "more is shown than is there: {:?}",
            excerpt(&words, places.len())
        ));
    }
    gaps_are_those_of_the_source(source, &places, &words.shown)
}

/// Every character of the headers is in an entry of a record, once and in its order.
fn headers_are_entries(sample: &Sample) -> Result<(), String> {
    let source = &sample.source;
    let document = &sample.opened.document;
    let records =
        std::iter::once(&document.record).chain(document.parts.iter().map(|part| &part.record));
    let entries: String = records
        .flat_map(|record| &record.entries)
        .map(|entry| &*entry.value)
        .collect();
    let entries: String = entries
        .chars()
        .filter(|c| !c.is_ascii_whitespace())
        .collect();
    let headers: String = (0..source.elements.len())
        .filter(|index| IN_RECORD.contains(&&*source.elements[*index].name))
        .map(|index| source.letters(index))
        .collect();
    if source.fault.is_none() && headers != entries {
        let same = headers
            .chars()
            .zip(entries.chars())
            .take_while(|(one, other)| one == other)
            .count();
        let around = |words: &str| {
            words
                .chars()
                .skip(same.saturating_sub(20))
                .take(60)
                .collect::<String>()
        };
        return Err(format!(
            "{:?} is {:?} in the record",
            around(&headers),
            around(&entries)
        ));
    }
    Ok(())
}

/// What the page does not show is said of the place where it stands.
fn what_is_not_shown_is_kept(sample: &Sample) -> Result<(), String> {
    let (source, words) = (&sample.source, put_back(&sample.opened.document));
    let kept: String = words
        .descriptions
        .iter()
        .flat_map(|words| words.split_whitespace())
        .collect();
    let mut hidden = String::new();
    let mut at = 0;
    while let Some(token) = source.tokens.get(at) {
        if let Token::Start(index) = token
            && is_moved(source, *index)
        {
            let element = &source.elements[*index];
            if is_said_of_a_place(source, *index) {
                hidden.push_str(&source.letters(*index));
            }
            at = element.end;
        }
        at += 1;
    }
    match source.fault.is_some() || hidden == kept {
        true => Ok(()),
        false => Err(format!("{hidden:?} is kept as {kept:?}")),
    }
}

/// Where a source is ill-formed, the scan of it and the reader may differ on what is a tag; words that nobody takes for one
/// are shown in their order.
fn nothing_is_lost(source: &Source, places: &[usize], words: &Words) -> Result<(), String> {
    let mut shown = words.shown.iter();
    for (number, place) in places.iter().enumerate() {
        let character = letter(source, *place);
        if !shown.any(|shown| shown.character == character) {
            return Err(difference(source, places, words, number));
        }
    }
    Ok(())
}

fn letter(source: &Source, place: usize) -> char {
    match source.tokens[place] {
        Token::Char(c) => c,
        _ => ' ',
    }
}

/// Where in the source the characters stand that should be shown.
fn text_of(source: &Source) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(token) = source.tokens.get(at) {
        match token {
            Token::Start(index) if is_moved(source, *index) => at = source.elements[*index].end,
            Token::Char(_) => places.push(at),
            _ => {}
        }
        at += 1;
    }
    places
}

fn is_moved(source: &Source, index: usize) -> bool {
    IN_RECORD.contains(&&*source.elements[index].name) || is_said_of_a_place(source, index)
}

fn is_said_of_a_place(source: &Source, index: usize) -> bool {
    let element = &source.elements[index];
    let around = element.parent.map(|parent| &*source.elements[parent].name);
    let describes = element.name == "desc" && around.is_some_and(|name| DESCRIBED.contains(&name));
    describes || NOT_SHOWN.contains(&&*element.name)
}

fn difference(source: &Source, places: &[usize], words: &Words, number: usize) -> String {
    let tokens = &source.tokens[..places[number]];
    let mut open = Vec::new();
    for token in tokens {
        match token {
            Token::Start(index) => open.push(*index),
            Token::End(_) => drop(open.pop()),
            _ => {}
        }
    }
    let path = open
        .last()
        .map(|index| source.path(*index))
        .unwrap_or_default();
    let there: String = places[number.saturating_sub(20)..]
        .iter()
        .take(60)
        .map(|place| letter(source, *place))
        .collect();
    format!(
        "in {path}: {there:?} is shown as {:?}",
        excerpt(words, number)
    )
}

fn excerpt(words: &Words, number: usize) -> String {
    let from = number.saturating_sub(20).min(words.shown.len());
    words.shown[from..]
        .iter()
        .take(60)
        .map(|shown| shown.character)
        .collect()
}

fn gaps_are_those_of_the_source(
    source: &Source,
    places: &[usize],
    shown: &[Shown],
) -> Result<(), String> {
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    let mut wrong = BTreeMap::new();
    for (number, shown) in shown.iter().enumerate() {
        if let Some(before) = last.insert(shown.flow, number)
            && let Err(sentence) =
                gap_is_right(source, places[before] + 1, places[number], shown.gap)
        {
            let from = places[before.saturating_sub(15)];
            let around: String = source.tokens[from..places[number]]
                .iter()
                .take(400)
                .map(|token| written(source, token))
                .collect();
            wrong
                .entry(sentence)
                .or_insert_with(Vec::new)
                .push(format!("{around}{}", shown.character));
        }
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong
            .iter()
            .map(|(sentence, places)| {
                format!("\n  {sentence}, {} times: {:?}", places.len(), places[0])
            })
            .collect()),
    }
}

fn written(source: &Source, token: &Token) -> String {
    match token {
        Token::Char(c) => c.to_string(),
        Token::Space(c) => c.to_string(),
        Token::Start(index) => format!("<{}>", source.elements[*index].name),
        Token::End(index) => format!("</{}>", source.elements[*index].name),
    }
}

/// What stands between two characters of a flow in the source: the tokens from one place to the other.
fn gap_is_right(source: &Source, from: usize, to: usize, gap: Gap) -> Result<(), String> {
    let (mut space, mut layout, mut joins, mut block) = (false, false, false, None);
    let mut at = from;
    while at < to {
        match source.tokens[at] {
            Token::Char(_) => return Err("words of its flow stand in another one".to_owned()),
            Token::Space(_) if is_layout(source, at) => layout = true,
            Token::Space(_) => space = true,
            Token::Start(index) => {
                let element = &source.elements[index];
                let name = &*element.name;
                joins |= MILESTONES.contains(&name) && element.attribute("break") == Some("no");
                if is_flow(source, index) || is_moved(source, index) {
                    at = element.end;
                } else if BLOCKS.contains(&name) {
                    block = Some(name);
                }
            }
            Token::End(index) => {
                let name = &*source.elements[index].name;
                block = block.or(BLOCKS.contains(&name).then_some(name));
            }
        }
        at += 1;
    }
    match gap {
        Gap::First | Gap::Wrong => Err("there is white space that means nothing".to_owned()),
        Gap::Line { at_block: false } => Err("a line feed where no block is".to_owned()),
        Gap::Line { .. } | Gap::Kept => Ok(()),
        _ if block.is_some() => Err(format!(
            "{} stands on no line of its own",
            block.unwrap_or_default()
        )),
        Gap::None if space && !joins => Err("white space is lost".to_owned()),
        Gap::Space if joins => Err("a word is cut where its line ends".to_owned()),
        Gap::Space if !space && !layout => Err("white space is invented".to_owned()),
        Gap::None | Gap::Space => Ok(()),
    }
}

/// Whether an element whose words stand in another flow than those around it may do so.
fn is_flow(source: &Source, index: usize) -> bool {
    let name = |index: usize| source.elements[index].name.trim_start_matches("eg:");
    let around = source.elements[index].parent.map(name);
    FLOWS.contains(&name(index)) || around.is_some_and(|around| CHOICES.contains(&around))
}

/// Whether white space stands right in an element that has no words of its own.
fn is_layout(source: &Source, place: usize) -> bool {
    let around = source.tokens[..place]
        .iter()
        .rev()
        .find_map(|token| match token {
            Token::Start(index) => Some(Some(*index)),
            Token::End(index) => Some(source.elements[*index].parent),
            _ => None,
        });
    let name = around.flatten().map(|index| &*source.elements[index].name);
    name.is_none_or(|name| WITHOUT_WORDS.contains(&name))
}

/// The scan that stands in for roxmltree where a source is ill-formed finds in well-formed ones what roxmltree does.
#[test]
fn the_scan_of_ill_formed_sources_is_sound() {
    let mut scanned = 0;
    for path in samples() {
        let text = decoded(&fs::read(&path).unwrap());
        let source = Source::read(&text);
        let declares = text.contains("<!ENTITY");
        if source.fault.is_none() && !declares {
            let scan = Source::scan(&text);
            assert!(scan.letters(0) == source.letters(0), "{}", path.display());
            assert_eq!(
                scan.elements.len(),
                source.elements.len(),
                "{}",
                path.display()
            );
            scanned += 1;
        }
    }
    println!("{scanned} files are well-formed, and declare no entities.");
}

fn slices_make_no_difference(sample: &Sample) -> Result<(), String> {
    let lengths: &[usize] = match sample.bytes.len() {
        0..20_000 => &[1, 7, 4095],
        20_000..1_000_000 => &[4095, 65_535, 65_536, 65_537],
        _ => &[4095, 65_537],
    };
    for length in lengths {
        let opened = open_in_slices(&sample.bytes, *length);
        if opened.as_ref() != Ok(&sample.opened) {
            return Err(format!(
                "in slices of {length} bytes it is another document"
            ));
        }
    }
    Ok(())
}

fn open_in_slices(bytes: &[u8], length: usize) -> Result<Opened, OpenError> {
    let mut parser = Parser::new(&Hint::default());
    for slice in bytes.chunks(length) {
        parser.feed(slice)?;
    }
    parser.finish()
}
