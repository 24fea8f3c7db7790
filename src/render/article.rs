//! The article: the card, the texts, and beside them how to cite the document and where it comes from.

#[cfg(feature = "marked")]
use super::edition;
use super::markup::{Attribute, Element, is_date, safe_address};
use super::script::Script;
use super::{Options, text, words};
use crate::document::{
    Agent, Citation, Date, Document, Entry, Extent, HAS_CATALOGUE, HAS_DESCRIPTIONS, HAS_RECORDS,
    Record, Role,
};
use crate::scan;

/// A title longer than this many bytes is set smaller.
const LONG_TITLE: usize = 110;

/// Writes the article; `texts` writes what stands in the box of the texts, if there are any.
pub(super) fn write(
    document: &Document,
    options: &Options,
    script: &mut Script,
    texts: &mut dyn FnMut(&mut Script),
) {
    script
        .open(Element::Article, "")
        .with(Attribute::Slot, "document")
        .with(Attribute::Class, "rr")
        .with(Attribute::Lang, words::LANGUAGE)
        .with(Attribute::Dir, words::DIRECTION);
    if HAS_DESCRIPTIONS {
        card(document, options, script);
    }
    if !document.texts.is_empty() {
        script.open(Element::Div, text::class(document));
        texts(script);
        script.close();
    }
    if HAS_DESCRIPTIONS {
        side(document, options, script);
    }
    script.close();
}

/// Writes the article of a document that is all there.
#[cfg(feature = "html")]
pub(super) fn write_whole(document: &Document, options: &Options, script: &mut Script) {
    write(document, options, script, &mut |script| {
        let mut writing = text::Writing::of(document);
        while writing.step(document, None, options, script) == text::Step::Wrote {}
    });
}

/// What the document is, in the order in which a reader wants to know it.
fn card(document: &Document, options: &Options, script: &mut Script) {
    let record = &document.record;
    let mut facts = List::default();
    self::facts(document, &mut facts);
    if record.title.is_none()
        && record.date.is_none()
        && record.summary.is_none()
        && facts.is_empty()
    {
        return;
    }
    script.open(Element::Header, "rr-card").generated();
    if let Some(kind) = record.kind {
        script.phrase(Element::P, "rr-kind", &words::capitalized(kind.as_str()));
    }
    if let Some(title) = &record.title {
        let is_long = title.len() > LONG_TITLE;
        let class = if is_long {
            "rr-title rr-long"
        } else {
            "rr-title"
        };
        script.phrase(Element::heading(options.heading_level), class, title);
    }
    #[cfg(feature = "marked")]
    edition::titles(record, script);
    sent(record, script);
    if let Some(summary) = record.summary.as_ref().filter(|_| HAS_CATALOGUE) {
        script.open(Element::Div, "rr-summary");
        for paragraph in scan::parts(summary, "\n") {
            script.phrase(Element::P, "", paragraph);
        }
        script.close();
    }
    list(&facts, "rr-facts", script);
    script.close();
}

/// When, from whom and to whom, as a sentence; and from where to where.
fn sent(record: &Record, script: &mut Script) {
    let (from, to) = (&record.creators, &record.recipients);
    if record.date.is_none() && record.place.is_none() && from.is_empty() && to.is_empty() {
        return;
    }
    script.open(Element::P, "rr-sent");
    let mut begun = false;
    if let Some(date) = &record.date {
        let shown = words::date(date);
        let shown = match date.extent {
            Extent::One => shown,
            _ => words::capitalized(&shown),
        };
        time(date, &shown, script);
        begun = true;
    }
    if let Some(place) = record.place.as_ref().filter(|_| from.is_empty()) {
        script.words(if begun { ", " } else { "" });
        script.words(place);
        begun = true;
    }
    let by = if to.is_empty() {
        words::BY
    } else {
        words::FROM
    };
    party(by, from, &record.place, &mut begun, script);
    party(words::TO, to, &record.destination, &mut begun, script);
    script.close();
}

/// One of the two sides, and where it was.
#[inline(never)]
fn party(
    word: &str,
    list: &[Agent],
    place: &Option<String>,
    begun: &mut bool,
    script: &mut Script,
) {
    if list.is_empty() {
        return;
    }
    if *begun {
        script.words(" ");
        script.phrase(Element::Span, "rr-quiet", word);
    } else {
        script.phrase(Element::Span, "rr-quiet", &words::capitalized(word));
    }
    *begun = true;
    script.words(" ");
    script.words(&agents(list, true));
    if let Some(place) = place {
        script.words(" (");
        script.words(place);
        script.words(")");
    }
}

/// The agents in a sentence, with the offices they acted in or without.
pub(super) fn agents(list: &[Agent], with_roles: bool) -> String {
    let mut names = Vec::new();
    for agent in list {
        let mut name = scan::owned(&agent.name);
        if let Some(role) = agent.role.as_deref().filter(|_| with_roles) {
            scan::push_apart(&mut name, ", ", role);
        }
        names.push(name);
    }
    words::list(&names)
}

/// A date with its value for machines, if there is one in HTML.
fn time(date: &Date, shown: &str, script: &mut Script) {
    let edtf = date.edtf();
    if !is_date(&edtf) {
        return script.words(shown);
    }
    script
        .open(Element::Time, "")
        .with(Attribute::Datetime, &edtf);
    script.words(shown);
    script.close();
}

/// Labels with their values.
#[derive(Default)]
pub(super) struct List<'r>(Vec<(&'r str, String)>);

impl<'r> List<'r> {
    /// Adds a line, if it has a value.
    #[inline(never)]
    pub(super) fn add(&mut self, label: &'r str, value: String) {
        if !value.is_empty() {
            self.0.push((label, value));
        }
    }

    /// Adds a line of words that stand in the record.
    #[inline(never)]
    pub(super) fn copy(&mut self, label: &'r str, value: &str) {
        self.add(label, scan::owned(value));
    }

    /// Adds a line of words that stand in the record, if they do.
    #[inline(never)]
    pub(super) fn copy_if_said(&mut self, label: &'r str, value: &Option<String>) {
        if let Some(value) = value {
            self.copy(label, value);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One line: which text this is, what language it was, who translated it, where it lies.
pub(super) fn facts<'r>(document: &Document, facts: &mut List<'r>) {
    let record = &document.record;
    let (mut texts, mut languages) = (Vec::new(), Vec::new());
    let mut label = words::LANGUAGE_OF_TEXTS;
    for text in document.texts.iter().filter(|_| HAS_CATALOGUE) {
        let name = words::text(text);
        if text.role() != Role::Unstated {
            label = words::TEXT;
        }
        if !name.is_empty() {
            texts.push(name);
        }
    }
    for language in record.original_languages.iter().filter(|_| HAS_CATALOGUE) {
        languages.push(scan::owned(language.name()));
    }
    // Where a text is the original, its language is said once.
    let is_said = texts == languages;
    facts.add(label, words::list(&texts));
    if !is_said {
        facts.add(words::ORIGINAL, words::list(&languages));
    }
    let translator = match record.translators.len() {
        0 | 1 => words::TRANSLATOR,
        _ => words::TRANSLATORS,
    };
    facts.add(translator, agents(&record.translators, false));
    facts.copy_if_said(words::CLASSIFICATION, &record.classification);
    facts.copy_if_said(words::ARCHIVE, &record.repository);
    #[cfg(feature = "marked")]
    if !is_labelled(document) {
        edition::facts(record, facts);
    }
}

pub(super) fn list(entries: &List, class: &str, script: &mut Script) {
    if entries.is_empty() {
        return;
    }
    script.open(Element::Dl, class);
    for (label, value) in &entries.0 {
        script.open(Element::Div, "");
        script.phrase(Element::Dt, "", label);
        script.open(Element::Dd, "");
        linked(value, script);
        script.close();
        script.close();
    }
    script.close();
}

/// How to cite it, where it comes from, and what else the record says.
fn side(document: &Document, options: &Options, script: &mut Script) {
    let record = &document.record;
    let (hands, more) = (words::hands(record), more(document));
    let citation = citation(record);
    if citation.is_none() && hands.is_empty() && more.is_empty() {
        return;
    }
    script.open(Element::Div, "rr-side").generated();
    if let Some(citation) = citation {
        open_part("rr-cite", words::CITE_AS, options, script);
        script.open(Element::P, "rr-citation");
        linked(&citation.verbatim, script);
        script.close();
        script.close();
    }
    if !hands.is_empty() {
        open_part("rr-provenance", words::WHERE_FROM, options, script);
        chain(&hands, script);
        script.close();
    }
    if !more.is_empty() {
        open_part("rr-fields", words::MORE, options, script);
        list(&more, "rr-list", script);
        script.close();
    }
    script.close();
}

/// How to cite it.
fn citation(record: &Record) -> Option<&Citation> {
    record
        .citation
        .as_ref()
        .filter(|_| HAS_RECORDS && HAS_CATALOGUE)
}

pub(super) fn open_part(class: &str, heading: &str, options: &Options, script: &mut Script) {
    script.open(Element::Section, class);
    script.phrase(
        Element::heading(options.heading_level.saturating_add(1)),
        "rr-label",
        heading,
    );
}

/// The hands it went through, as a chain.
pub(super) fn chain(hands: &[(&str, &str)], script: &mut Script) {
    script.open(Element::Ol, "rr-chain");
    for (name, did) in hands {
        script.open(Element::Li, "");
        script.phrase(Element::Span, "rr-hand", name);
        script.words(" ");
        script.phrase(Element::Span, "rr-quiet", did);
        script.close();
    }
    script.close();
}

/// What the record says that stands nowhere else on the page.
fn more(document: &Document) -> List<'_> {
    let record = &document.record;
    let mut more = List::default();
    if HAS_RECORDS {
        labelled(
            &mut record.entries_as_written(is_labelled(document)),
            &mut more,
        );
    }
    identifiers(record, &mut more);
    if !HAS_CATALOGUE {
        return more;
    }
    #[cfg(feature = "marked")]
    let rights = edition::rights(record);
    #[cfg(not(feature = "marked"))]
    let rights = &record.rights;
    more.copy_if_said(words::RIGHTS, rights);
    let cited = citation(record).map_or("", |citation| &citation.verbatim);
    if let Some(url) = &record.url
        && scan::find(cited, url).is_none()
    {
        more.copy(words::ADDRESS, url);
    }
    #[cfg(feature = "marked")]
    if !is_labelled(document) {
        edition::more(record, &mut more);
    }
    more
}

/// Whether its record is one of labels, which are shown as the source has them.
pub(super) fn is_labelled(document: &Document) -> bool {
    HAS_RECORDS && document.is_plain()
}

/// Shelfmarks and numbers.
pub(super) fn identifiers<'r>(record: &'r Record, list: &mut List<'r>) {
    for identifier in &record.identifiers {
        list.copy(words::identifier(identifier), &identifier.value);
    }
}

/// Entries as their source has them, under their own labels, with a value or without.
pub(super) fn labelled<'r>(entries: &mut dyn Iterator<Item = &'r Entry>, list: &mut List<'r>) {
    for entry in entries {
        let label = match entry.label.as_str() {
            "" => words::HEADING,
            label => label,
        };
        list.0.push((label, scan::owned(&entry.value)));
    }
}

/// Words, with the addresses in them linked.
pub(super) fn linked(words: &str, script: &mut Script) {
    let mut rest = words;
    while let Some(at) = scan::find(rest, "http") {
        let candidate = scan::from(rest, at);
        let length = scan::run(candidate, |c| !scan::is_in(" \n<>\"»”", c));
        let address = scan::trim_end(scan::to(candidate, length), ".,;)");
        script.words(scan::to(rest, at));
        match safe_address(address) {
            Some(safe) => {
                script.open(Element::A, "").with(Attribute::Href, safe);
                breakable(address, script);
                script.close();
            }
            None => script.words(address),
        }
        rest = scan::from(candidate, address.len());
    }
    script.words(rest);
}

/// An address whose line may be broken behind its slashes, rather than in the middle of a number.
fn breakable(address: &str, script: &mut Script) {
    let mut rest = address;
    while let Some(at) = scan::find(rest, "/") {
        script.words(scan::to(rest, at + 1));
        rest = scan::from(rest, at + 1);
        if !rest.starts_with("/") {
            script.open(Element::Wbr, "");
            script.close();
        }
    }
    script.words(rest);
}
