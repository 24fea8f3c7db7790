//! Dates: as archives write them (`dates.txt`), in EDTF (`edtf.txt`), and from the one to the other and back.

#[path = "support/files.rs"]
mod files;
#[path = "support/shared.rs"]
mod shared;

use std::collections::BTreeMap;
use std::fs;

use edtf_core::Edtf;
use proptest::prelude::*;
use reading_room::{CalendarDate, Date, Extent};

/// The cases of a file: what stands before a tab, and behind it.
fn cases(file: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(file).unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "));
    let case = |line: &str| {
        let (written, edtf) = line
            .split_once('\t')
            .unwrap_or_else(|| panic!("{file}: {line}"));
        (written.to_owned(), edtf.to_owned())
    };
    lines.map(case).collect()
}

fn edtf(date: Option<Date>) -> String {
    date.map(|date| date.edtf()).unwrap_or_default()
}

/// Compares what each case of a file is read as with what it says, and names all that differ.
fn check(file: &str, read: fn(&str) -> Option<Date>) {
    let cases = cases(file);
    let mut wrong = Vec::new();
    for (written, expected) in &cases {
        let expected = if expected == "=" { written } else { expected };
        let actual = edtf(read(written));
        if actual != *expected {
            wrong.push(format!("{written}: «{actual}» instead of «{expected}»"));
        }
    }
    println!("{file}: {} cases.", cases.len());
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn dates_are_read_as_archives_write_them() {
    check("tests/dates.txt", Date::parse);
}

#[test]
fn edtf_is_read_and_written() {
    check("tests/edtf.txt", Date::from_edtf);
}

/// The written form is kept, and does not go through EDTF.
fn unwritten(date: Date) -> Date {
    Date {
        written: String::new(),
        ..date
    }
}

#[test]
fn what_was_read_from_words_is_the_same_through_edtf() {
    for (written, _) in cases("tests/dates.txt") {
        if let Some(date) = Date::parse(&written) {
            let again = Date::from_edtf(&date.edtf()).map(unwritten);
            assert_eq!(again, Some(unwritten(date)), "{written}");
        }
    }
}

#[test]
fn the_written_form_is_kept() {
    for (written, _) in cases("tests/dates.txt") {
        if let Some(date) = Date::parse(&written) {
            assert_eq!(date.written, written);
        }
    }
}

/// Every case is valid or not to another reader of EDTF as it is to ours, at the levels that are read as a whole.
#[test]
fn another_reader_agrees_on_levels_0_and_1() {
    for (words, _) in cases("tests/edtf.txt") {
        agrees(&words);
    }
}

/// What the other reader takes is read, but for years of more digits than nine; what it does not take is not, but for what it
/// is stricter about than the standard: times without an end that is known, ends that come first, midnight as 24:00:00.
fn agrees(words: &str) {
    let ours = Date::from_edtf(words);
    let is_long = words.strip_prefix('Y').is_some_and(|year| year.len() > 9);
    let is_strict = words.contains('/') || words.contains("..") || words.contains("T24:");
    match Edtf::parse(words) {
        Ok(theirs) if theirs.level() < 2 => assert!(ours.is_some() || is_long, "{words}: not read"),
        Ok(_) => {}
        Err(_) => assert!(
            ours.is_none() || is_strict,
            "{words}: read as {}",
            edtf(ours)
        ),
    }
}

prop_compose! {
    /// A day, a month, a year, a season, a decade or a century, with every kind of mark.
    fn calendar_dates()(
        year in prop_oneof![1000..3000, -9999..10_000, -999_999_999..=999_999_999],
        makeup in 0..6,
        month in 1..=12u8,
        day in 1..=28u8,
        (uncertain, approximate) in any::<(bool, bool)>(),
    ) -> CalendarDate {
        let date = CalendarDate { year, uncertain, approximate, ..CalendarDate::default() };
        let is_short = (-9999..10_000).contains(&year);
        match makeup {
            1 if is_short => CalendarDate { month: Some(month), ..date },
            2 if is_short => CalendarDate { month: Some(month), day: Some(day), ..date },
            3 if is_short => CalendarDate { month: Some(21 + month % 4), ..date },
            4 if is_short && year > 0 => CalendarDate { year: year / 10 * 10, unspecified: 0b0001_0000, ..date },
            5 if is_short && year > 0 => CalendarDate { year: year / 100 * 100, unspecified: 0b0011_0000, ..date },
            _ => date,
        }
    }
}

prop_compose! {
    fn dates()(
        start in calendar_dates(),
        end in calendar_dates(),
        extent in prop_oneof![Just(Extent::One), Just(Extent::Range), Just(Extent::Within)],
        open in 0..4,
        unknown in any::<(bool, bool)>(),
    ) -> Date {
        let is_range = extent == Extent::Range;
        let has_end = extent != Extent::One && open != 1;
        let has_start = !has_end || open != 2;
        Date {
            start: Some(start).filter(|_| has_start),
            end: Some(end).filter(|_| has_end),
            extent,
            unknown: [
                unknown.0 && is_range && !has_start,
                unknown.1 && is_range && !has_end,
            ],
            written: String::new(),
        }
    }
}

proptest! {
    #[test]
    fn every_date_is_the_same_through_edtf(date in dates()) {
        let edtf = date.edtf();
        prop_assert_eq!(Date::from_edtf(&edtf).map(unwritten), Some(date), "{}", edtf);
    }

    #[test]
    fn another_reader_agrees_on_what_is_like_edtf(words in "(\\[|\\{)?(Y?-?[0-9X]{4,5}(-[0-9X]{2}){0,2}[?~%]?(/|\\.\\.)?){1,2}(\\]|\\})?") {
        agrees(&words);
    }

    #[test]
    fn no_words_are_too_odd(words in "([0-9]{1,4}|[.,/()?–-]|\\[|\\]|XI|Nov\\.|October|ca\\.|before|to| |г\\.|ноября|年|月|日){0,12}", near in 1000..3000) {
        if let Some((date, length)) = Date::parse_prefix(&words, Some(near)) {
            prop_assert!(words.get(..length).is_some());
            prop_assert_eq!(Date::from_edtf(&date.edtf()).map(unwritten), Some(unwritten(date)));
        }
    }
}

/// What editions state of their dates in attributes is compared with what their words are read as: so many as stated,
/// otherwise, and not read, for each set of the corpus. The ledger must be exactly true; `BLESS=1` writes it anew.
#[test]
fn words_of_editions_say_what_their_attributes_state() {
    const LEDGER: &str = "tests/dates_of_editions.txt";
    let Some(corpus) = shared::folder("") else {
        return;
    };
    let mut counts: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let mut files = 0;
    for file in files::all_in(&corpus) {
        let set = file
            .strip_prefix(&corpus)
            .ok()
            .and_then(|path| path.iter().next());
        let set = set
            .map(|set| set.to_string_lossy().into_owned())
            .unwrap_or_default();
        let is_edition = set.starts_with("tei-") || set.starts_with("frus-");
        if !is_edition || file.extension().is_none_or(|ending| ending != "xml") {
            continue;
        }
        files += 1;
        let source = fs::read_to_string(&file).unwrap_or_default();
        for (words, stated) in stated_dates(&source) {
            let read = edtf(Date::parse(&words));
            let which = match read.as_str() {
                "" => 2,
                read if read == stated => 0,
                _ => 1,
            };
            counts.entry(set.clone()).or_default()[which] += 1;
        }
    }
    let mut ledger = String::from(
        "# Dates of editions, by set: read as their attributes state, otherwise, not read.\n\n",
    );
    for (set, [same, other, unread]) in &counts {
        ledger += &format!("{set}\t{same}\t{other}\t{unread}\n");
    }
    println!("{files} files of editions.\n{ledger}");
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(LEDGER, &ledger).unwrap();
    }
    assert_eq!(fs::read_to_string(LEDGER).unwrap_or_default(), ledger);
}

/// The words of each date of a file whose attributes state one, and that in EDTF; none where the file is not well formed.
fn stated_dates(source: &str) -> Vec<(String, String)> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let Ok(tree) = roxmltree::Document::parse_with_options(source, options) else {
        return Vec::new();
    };
    let mut dates = Vec::new();
    for element in tree
        .descendants()
        .filter(|node| matches!(node.tag_name().name(), "date" | "origDate" | "docDate"))
    {
        let day = |name| {
            element
                .attribute(name)
                .map(|value| value.split('T').next().unwrap_or(value))
        };
        let stated = match (
            day("when"),
            day("from"),
            day("to"),
            day("notBefore"),
            day("notAfter"),
        ) {
            (Some(when), ..) => when.to_owned(),
            (_, Some(from), Some(to), ..) => format!("{from}/{to}"),
            (.., Some(from), Some(to)) => format!("[{from}..{to}]"),
            _ => continue,
        };
        let words: String = element
            .descendants()
            .filter_map(|node| node.text().filter(|_| node.is_text()))
            .collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            dates.push((words, stated));
        }
    }
    dates
}
