//! What a header says of the text itself (`profileDesc`), and when the file was changed last.

use super::{Reading, dates, first, inside, paragraphs};
use crate::diagnostic::Code;
use crate::document::{Date, Field, Kind, Language};
use crate::format::xml::Element;
use crate::scan;

/// Reads profile and revisions.
pub(super) fn read(header: &Element, reading: &mut Reading) {
    if let Some(profile) = header.find("profileDesc") {
        creation(profile, reading);
        summary(profile, reading);
        keywords(profile, reading);
    }
    languages(header, reading);
    kind(header, reading);
    revision(header, reading);
}

fn creation(profile: &Element, reading: &mut Reading) {
    let Some(creation) = profile.find("creation") else {
        return;
    };
    let place = first(creation, "placeName|origPlace|settlement");
    reading.put(place, Field::Place, |record| &mut record.place);
    let date = first(creation, "date|dateRange|origDate");
    reading.put_date(date, Field::Date, |record| &mut record.date);
}

fn summary(profile: &Element, reading: &mut Reading) {
    for summary in profile.elements().filter(|part| part.name == "abstract") {
        let words = paragraphs(summary);
        if reading.record.summary.is_none() && !words.is_empty() {
            reading.record.summary = Some(words);
            reading.note(summary, Field::Summary);
        }
    }
}

fn keywords(profile: &Element, reading: &mut Reading) {
    for keywords in profile.all("textClass/keywords") {
        let terms = inside(keywords, "term", "");
        let words = match terms.is_empty() {
            true => inside(keywords, "item", ""),
            false => terms,
        };
        for word in words {
            let keyword = word.words();
            if !keyword.is_empty() {
                reading.record.keywords.push(keyword);
                reading.note(word, Field::Keyword);
            }
        }
    }
}

/// The language of the source; else the one that the file is in, if it is in one.
fn languages(header: &Element, reading: &mut Reading) {
    if let Some(source) = header.find("fileDesc/sourceDesc")
        && let Some(language) = first(source, "textLang")
    {
        let others = language.attribute("otherLangs").unwrap_or("");
        let main = language.attribute("mainLang").into_iter();
        for tag in main.chain(others.split_whitespace()) {
            add_language(language, tag, reading);
        }
        return;
    }
    let listed = header.all("profileDesc/langUsage/language");
    let mut main = listed
        .iter()
        .filter(|language| is_main(language, listed.len()));
    if let (Some(language), None) = (main.next(), main.next()) {
        let tag = ["ident", "id", "xml:id"]
            .into_iter()
            .find_map(|name| language.attribute(name));
        match tag {
            Some(tag) => add_language(language, tag, reading),
            None => reading
                .record
                .original_languages
                .extend(Language::from_name(&language.words())),
        }
    }
}

/// Whether most of the file is in it: a list of languages has those of the notes and of the header too.
fn is_main(language: &Element, of: usize) -> bool {
    match language
        .attribute("usage")
        .map(|usage| usage.trim().trim_end_matches('%').parse::<u32>())
    {
        Some(Ok(percent)) => percent > 50,
        _ => of == 1,
    }
}

fn add_language(element: &Element, tag: &str, reading: &mut Reading) {
    match Language::from_tag(tag) {
        Some(language) => {
            reading.record.original_languages.push(language);
            reading.note(element, Field::OriginalLanguage);
        }
        None => {
            let message = [
                "the language tag «",
                tag,
                "» is not formed like one; it is left out",
            ];
            reading
                .remarks
                .add(Code::LanguageNotKnown, element.span, &message);
        }
    }
}

/// What kind of object the source is, where that is a kind of document.
fn kind(header: &Element, reading: &mut Reading) {
    let Some(source) = header.find("fileDesc/sourceDesc") else {
        return;
    };
    for object in inside(source, "objectType", "") {
        let (words, attributes) = (object.words(), ["corresp", "type", "key", "ana"]);
        let said = attributes
            .into_iter()
            .filter_map(|name| object.attribute(name));
        let kind = said.chain([words.as_str()]).find_map(named);
        if let Some(kind) = kind
            && reading.record.kind.is_none()
        {
            reading.record.kind = Some(kind);
            reading.note(object, Field::Kind);
        }
    }
}

/// A kind by its name, in the languages that editions of letters are made in.
fn named(name: &str) -> Option<Kind> {
    let name = scan::trim_start(name, "#");
    let is_known = |(_, names): &&(&str, &str)| scan::listed(names, name);
    let translated = KINDS.iter().find(is_known).map(|(kind, _)| *kind);
    Kind::from_name(translated.unwrap_or(name))
}

const KINDS: &[(&str, &str)] = &[
    ("letter", "brief|lettre|lettera|carta|brev|письмо"),
    (
        "telegram",
        "telegramm|télégramme|telegramma|telegrama|телеграмма",
    ),
];

/// The date of the last change.
fn revision(header: &Element, reading: &mut Reading) {
    let Some(revisions) = header.find("revisionDesc") else {
        return;
    };
    let mut last: Option<(Date, &Element)> = None;
    for change in inside(revisions, "change", "") {
        let dated = [Some(change), first(change, "date")];
        let date = dated.into_iter().flatten().find_map(dates::of);
        if let Some(date) = date
            && last
                .as_ref()
                .is_none_or(|(before, _)| before.start < date.start)
        {
            last = Some((date, change));
        }
    }
    if let Some((date, change)) = last {
        reading.record.revised = Some(date);
        reading.note(change, Field::Revised);
    }
}
