//! What a header says of the text itself (`profileDesc`), and when the file was changed last.

use super::{Reading, dates, first, inside};
use crate::diagnostic::Code;
use crate::document::{CalendarDate, Field, Kind, Language};
use crate::format::xml::Element;
use crate::scan;

/// Reads when and where a text was made, what is in it, and what it is about.
pub(super) fn read(profile: &Element, reading: &mut Reading) {
    if let Some(creation) = profile.find("creation") {
        let place = first(creation, "placeName|origPlace|settlement");
        reading.put(place, Field::Place, |record| &mut record.place);
        let date = first(creation, "date|dateRange|origDate");
        reading.put_date(date, Field::Date, |record| &mut record.date);
    }
    for summary in profile.elements().filter(|part| part.name == "abstract") {
        reading.put_paragraphs(summary, Field::Summary, |record| &mut record.summary);
    }
    for keywords in profile.all("textClass/keywords") {
        let has_terms = first(keywords, "term").is_some();
        let names = if has_terms { "term" } else { "item" };
        reading.each(keywords, names, "", keyword);
    }
}

fn keyword(word: &Element, reading: &mut Reading) {
    let keyword = word.words();
    if !keyword.is_empty() {
        reading.record.keywords.push(keyword);
        reading.note(word, Field::Keyword);
    }
}

/// Reads the language of the source; else the one that the file is in, if it is in one.
pub(super) fn languages(header: &Element, reading: &mut Reading) {
    let source = header.find("fileDesc/sourceDesc");
    if let Some(language) = source.and_then(|source| first(source, "textLang")) {
        if let Some(main) = language.attribute("mainLang") {
            add_language(language, main, reading);
        }
        let others = scan::folded(language.attribute("otherLangs").unwrap_or(""));
        for tag in scan::parts(&others, " ") {
            if !tag.is_empty() {
                add_language(language, tag, reading);
            }
        }
        return;
    }
    let listed = header.all("profileDesc/langUsage/language");
    let mut main = Vec::new();
    for language in &listed {
        if is_main(language, listed.len()) {
            main.push(*language);
        }
    }
    if let [language] = main.as_slice() {
        match any_attribute(language, &["ident", "id", "xml:id"]) {
            Some(tag) => add_language(language, tag, reading),
            None => {
                if let Some(known) = Language::from_name(&language.words()) {
                    reading.record.original_languages.push(known);
                }
            }
        }
    }
}

/// The first of these attributes that an element has.
fn any_attribute<'e>(element: &'e Element, names: &[&str]) -> Option<&'e str> {
    names.iter().find_map(|name| element.attribute(name))
}

/// Whether most of the file is in it: a list of languages has those of the notes and of the header too.
fn is_main(language: &Element, of: usize) -> bool {
    let usage = language.attribute("usage").unwrap_or("");
    match scan::number(scan::trim_end(scan::trimmed(usage), "%")) {
        Some(percent) => percent > 50,
        None => of == 1,
    }
}

#[inline(never)]
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

/// Reads what kind of object the source is, where that is a kind of document.
pub(super) fn kind(object: &Element, reading: &mut Reading) {
    if reading.record.kind.is_some() {
        return;
    }
    let said = ["corresp", "type", "key", "ana"];
    reading.record.kind = said
        .iter()
        .find_map(|name| named(object.attribute(name)?))
        .or_else(|| named(&object.words()));
    if reading.record.kind.is_some() {
        reading.note(object, Field::Kind);
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

/// Reads the date of the last change.
pub(super) fn revision(revisions: &Element, reading: &mut Reading) {
    let (mut last, mut latest) = (None, None);
    for change in inside(revisions, "change", "") {
        let mut date = dates::of(change);
        if let (None, Some(dated)) = (&date, first(change, "date")) {
            date = dates::of(dated);
        }
        let rank = date.as_ref().map(|date| date.start.map(CalendarDate::rank));
        if rank > latest {
            (last, latest) = (Some(change), rank);
            reading.record.revised = date;
        }
    }
    if let Some(change) = last {
        reading.note(change, Field::Revised);
    }
}
