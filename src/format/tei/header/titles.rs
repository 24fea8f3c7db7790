//! Titles: one of them is the title, others are those of a series, and subtitles.

use super::Reading;
use crate::document::{Date, Field, Kind, Record};
use crate::format::phrases::title;
use crate::format::xml::Element;
use crate::scan;

/// Reads the titles of a header.
pub(super) fn read(header: &Element, reading: &mut Reading) {
    let titles = header.all("fileDesc/titleStmt/title");
    let mut main: Option<&Element> = None;
    for title in &titles {
        let is_likelier = main.is_none_or(|main| rank(title) < rank(main));
        if is_likelier && !title.words().is_empty() {
            main = Some(title);
        }
    }
    reading.put(main, Field::Title, |record| &mut record.title);
    for title in &titles {
        if is_of_series(title) {
            reading.put(Some(title), Field::Series, |record| &mut record.series);
        } else if main.is_some_and(|main| title.span != main.span) {
            other(title, reading);
        }
    }
    for path in ["fileDesc/seriesStmt/title", "fileDesc/seriesStmt/p"] {
        reading.put(header.find(path), Field::Series, |record| {
            &mut record.series
        });
    }
}

/// Reads what a devised title tells, `Letter from A to B, November 1973`, into what nothing else has said.
pub(super) fn learn(record: &mut Record) {
    let Some(title) = record.title.clone() else {
        return;
    };
    let mut devised = title.as_str();
    if let Some(at) = scan::find_last(&title, ", ")
        && Kind::at_start(&title).is_some()
    {
        let date = Date::parse_plain(scan::from(&title, at + 2));
        if date.is_some() {
            devised = scan::to(&title, at);
        }
        if record.date.is_none() {
            record.date = date;
        }
    }
    title::learn(devised, record);
}

/// A title beside the title. One that only repeats a part of it is kept as an entry.
fn other(title: &Element, reading: &mut Reading) {
    let words = title.words();
    if words.is_empty() || scan::listed(FOR_MACHINES, kind(title)) {
        return;
    }
    let main = reading.record.title.as_deref().unwrap_or("");
    if scan::find(main, &words).is_some() {
        return;
    }
    reading.record.other_titles.push(words);
    reading.note(title, Field::OtherTitle);
}

/// How likely a title is the title, the likeliest first.
fn rank(title: &Element) -> u8 {
    match kind(title) {
        "main" | "complete" => 0,
        _ if is_of_series(title) => 3,
        "sub" | "short" | "alt" | "desc" => 2,
        kind if scan::listed(FOR_MACHINES, kind) || scan::listed(OF_VOLUMES, kind) => 2,
        _ => 1,
    }
}

fn kind(title: &Element) -> &str {
    title.attribute("type").unwrap_or("")
}

fn is_of_series(title: &Element) -> bool {
    let level = title.attribute("level").unwrap_or("");
    scan::listed("s|j", level) || kind(title) == "series"
}

/// Kinds of titles that are there to be sorted by.
const FOR_MACHINES: &str = "iso-date|filing|sort|gmd|short|normalized";

/// Kinds of titles that are parts of a volume's title.
const OF_VOLUMES: &str = "sub-series|subseries|volume-number|volumenumber|volume";
