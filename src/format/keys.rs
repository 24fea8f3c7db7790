//! Keys of metadata to a record: what front matter, the head of a page and the properties of a file call a title, a date, an author.
//!
//! One table for all of them. Every key becomes an entry, word for word; what is understood of it becomes a field besides.

mod table;

use super::phrases::{agent, statement, title};
use crate::diagnostic::{Code, Remarks};
use crate::document::{
    Agent, CalendarDate, Citation, Date, Entry, Extent, Field, Identifier, Kind, Language, Record,
    Span,
};
use crate::scan;
use table::{OF_TEXT, meaning, normalized, role, without_vocabulary};

/// Puts a key with its values, several where it is a list, into a record.
///
/// A key in a map is written with what it is in, `author.name`. White space in values is folded; line ends part paragraphs.
/// Where a field has a value already, the first one counts.
pub(super) fn put(
    record: &mut Record,
    key: &str,
    values: &[&str],
    span: Span,
    remarks: &mut Remarks,
) {
    put_as(record, key, values, (span, false), remarks);
}

/// The same, with whether people have written the key.
fn put_as(
    record: &mut Record,
    key: &str,
    values: &[&str],
    (span, is_by_hand): (Span, bool),
    remarks: &mut Remarks,
) {
    let value = joined(values);
    if value.is_empty() {
        return keep(record, key, values, span);
    }
    let mut putting = Putting {
        record,
        remarks,
        key,
        span,
        is_by_hand,
    };
    let field = meaning(key).and_then(|field| putting.understand(field, &value, values));
    record.entries.push(Entry {
        label: scan::owned(key),
        value,
        field,
        span,
    });
}

/// The same of front matter and the properties of files, which have more names for the same things.
#[cfg(any(feature = "markdown", feature = "office"))]
pub(super) fn put_of_file(
    record: &mut Record,
    key: &str,
    values: &[&str],
    span: Span,
    remarks: &mut Remarks,
) {
    let (known, name) = (record.identifiers.len(), table::of_file(key));
    put_as(record, name, values, (span, true), remarks);
    for identifier in record.identifiers.iter_mut().skip(known) {
        if identifier.label == name {
            identifier.label = scan::owned(without_vocabulary(key));
        }
    }
    if let Some(entry) = record.entries.last_mut() {
        entry.label = scan::owned(key);
    }
}

/// Keeps a key with its values as they are written, and tells nobody of them who does not ask: a setting, a word for nothing.
pub(super) fn keep(record: &mut Record, key: &str, values: &[&str], span: Span) {
    record.entries.push(Entry {
        label: scan::owned(key),
        value: joined(values),
        field: Some(Field::Entry),
        span,
    });
}

/// Whether a key has one of these names, which are in small letters and without what parts their words.
#[cfg(feature = "markdown")]
pub(super) fn is_one_of(names: &str, key: &str) -> bool {
    scan::listed(names, &normalized(key))
}

/// Whether a key stands for the date of the document.
#[cfg(feature = "markdown")]
pub(super) fn is_date(key: &str) -> bool {
    meaning(table::of_file(key)) == Some(Field::Date)
}

/// What the title tells of a document whose keys have all been put, and that none of them has said.
pub(super) fn learn(record: &mut Record) {
    let title = scan::owned(record.title.as_deref().unwrap_or_default());
    let title = without_date(&title);
    if Kind::at_start(title).is_some() {
        title::learn(title, record);
    }
}

/// A title without the date behind its commas, which is of nobody that it names: `Letter from Lee to Orr, 4 August 1914`.
fn without_date(title: &str) -> &str {
    let mut title = title;
    while scan::ends_with(title, "0123456789")
        && let Some(at) = scan::find_last(title, ",")
    {
        title = scan::to(title, at);
    }
    title
}

/// The language that the text itself is in, if the keys say one.
pub(super) fn language(record: &Record) -> Option<Language> {
    let names = |entry: &&Entry| scan::listed(OF_TEXT, &normalized(entry.label.as_str()));
    let entry = record.entries.iter().find(names)?;
    language_of(&entry.value)
}

/// Values with one line a paragraph.
fn joined(values: &[&str]) -> String {
    let mut joined = String::new();
    for value in values {
        for line in scan::items(value, "\n") {
            scan::push_apart(&mut joined, "\n", &scan::folded(line));
        }
    }
    joined
}

/// A key that is being put into a record.
struct Putting<'p> {
    record: &'p mut Record,
    remarks: &'p mut Remarks,
    key: &'p str,
    span: Span,
    /// Whether people have written it, in their language, and no program.
    is_by_hand: bool,
}

impl Putting<'_> {
    /// Puts a value into its field; gives the field, if that worked.
    fn understand(&mut self, field: Field, value: &str, values: &[&str]) -> Option<Field> {
        let line = scan::folded(value);
        let record = &mut *self.record;
        match field {
            Field::Title => return self.put(field, |record| &mut record.title, line),
            Field::Summary => {
                let value = scan::owned(value);
                return self.put(field, |record| &mut record.summary, value);
            }
            // Where others have a name, some have an address, which says nothing to readers.
            Field::Series if is_address(&line) => return Some(Field::Entry),
            Field::Series => return self.put(field, |record| &mut record.series, line),
            Field::Place => return self.put(field, |record| &mut record.place, line),
            Field::Destination => return self.put(field, |record| &mut record.destination, line),
            Field::PublicationPlace => {
                return self.put(field, |record| &mut record.publication_place, line);
            }
            Field::DigitalArchive => {
                return self.put(field, |record| &mut record.digital_archive, line);
            }
            Field::Date => return self.date(field, |record| &mut record.date, &line),
            Field::PublicationDate => {
                return self.date(field, |record| &mut record.publication_date, &line);
            }
            Field::Revised => return self.date(field, |record| &mut record.revised, &line),
            Field::Kind => return self.kind(&line),
            Field::OriginalLanguage => return self.languages(values),
            Field::Citation => return self.citation(line),
            Field::Url => return self.address(&line),
            Field::Rights => return self.rights(value),
            Field::Source => return self.source(&line),
            Field::Identifier => return self.identifier(values),
            Field::OtherTitle => record.other_titles.push(line),
            Field::Creator => people(values, "", &mut record.creators),
            Field::Recipient => people(values, "", &mut record.recipients),
            Field::Translator => people(values, "", &mut record.translators),
            Field::Contributor => people(values, &role(self.key), &mut self.record.contributors),
            Field::Keyword => self.keywords(values),
            _ => {}
        }
        Some(field)
    }

    /// Puts a value into a place that holds one at most.
    fn put(
        &mut self,
        field: Field,
        place: fn(&mut Record) -> &mut Option<String>,
        value: String,
    ) -> Option<Field> {
        let place = place(self.record);
        match place {
            Some(first) if *first == value => Some(field),
            Some(_) => self.repeated(field),
            None => {
                *place = Some(value);
                Some(field)
            }
        }
    }

    fn repeated(&mut self, field: Field) -> Option<Field> {
        let message = [
            "a second value for ",
            field.as_str(),
            "; the first one counts, this one is kept as it stands",
        ];
        self.remarks.add(Code::RepeatedField, self.span, &message);
        None
    }

    /// A date; one that says more than the first and nothing else takes its place.
    fn date(
        &mut self,
        field: Field,
        place: fn(&mut Record) -> &mut Option<Date>,
        written: &str,
    ) -> Option<Field> {
        if scan::listed("true|false|null|~", written) {
            return Some(Field::Entry);
        }
        let range = || {
            (HAS_FILES && self.is_by_hand)
                .then(|| range(written))
                .flatten()
        };
        let Some(date) = date(written).or_else(range) else {
            let message = [
                "the date «",
                written,
                "» could not be read; it is kept as it stands",
            ];
            let code = Code::DateNotUnderstood;
            self.remarks.add(code, self.span, &message);
            return None;
        };
        let place = place(self.record);
        if let Some(first) = place {
            let (known, new) = (first.edtf(), date.edtf());
            if known.starts_with(&new) {
                return Some(field);
            }
            if !new.starts_with(&known) {
                return self.repeated(field);
            }
        }
        *place = Some(date);
        Some(field)
    }

    /// A kind of document. `type` may as well name what a site makes of the file, which is nothing to remark on.
    fn kind(&mut self, name: &str) -> Option<Field> {
        if self.record.kind.is_some() {
            return Some(Field::Entry);
        }
        self.record.kind = Kind::from_name(name);
        if self.record.kind.is_some() {
            return Some(Field::Kind);
        }
        if scan::listed(OF_SITES, name) {
            return Some(Field::Entry);
        }
        if scan::find(&normalized(self.key), "type").is_none() {
            let message = [
                "the kind «",
                name,
                "» is not known here; it is kept as it stands",
            ];
            self.remarks.add(Code::KindNotKnown, self.span, &message);
        }
        None
    }

    /// Languages: those of the original, else those that the text is in.
    fn languages(&mut self, values: &[&str]) -> Option<Field> {
        let is_of_text = scan::listed(OF_TEXT, &normalized(without_vocabulary(self.key)));
        if is_of_text && !self.record.original_languages.is_empty() {
            return Some(Field::Entry);
        }
        let mut languages = Vec::new();
        for value in values {
            for name in scan::items(value, ",;/\n") {
                match language_of(name) {
                    Some(language) => languages.push(language),
                    None => self.unknown_language(name),
                }
            }
        }
        if languages.is_empty() {
            return None;
        }
        self.record.original_languages = languages;
        Some(Field::OriginalLanguage)
    }

    fn unknown_language(&mut self, name: &str) {
        let message = [
            "the language «",
            name,
            "» is not known here; it is kept as it stands",
        ];
        let code = Code::LanguageNotKnown;
        self.remarks.add(code, self.span, &message);
    }

    /// How the archive wants it to be cited; `true` and the like are settings of a site.
    fn citation(&mut self, verbatim: String) -> Option<Field> {
        scan::find(&verbatim, " ")?;
        match &self.record.citation {
            Some(first) if first.verbatim == verbatim => Some(Field::Citation),
            Some(_) => self.repeated(Field::Citation),
            None => {
                self.record.citation = Some(Citation {
                    verbatim,
                    ..Citation::default()
                });
                Some(Field::Citation)
            }
        }
    }

    /// The address of its page; a path within a site is none.
    fn address(&mut self, value: &str) -> Option<Field> {
        let address = scan::trim(value, "<> ");
        if !is_address(address) {
            return Some(Field::Entry);
        }
        let (field, address) = (Field::Url, scan::owned(address));
        self.put(field, |record| &mut record.url, address)
    }

    /// What a reader may do with it; an address alone is that of the licence.
    fn rights(&mut self, value: &str) -> Option<Field> {
        let (field, words) = (Field::Rights, scan::owned(value));
        match is_address(value) {
            true => self.put(field, |record| &mut record.licence, words),
            false => self.put(field, |record| &mut record.rights, words),
        }
    }

    /// Where it comes from: the address of a page, or a statement.
    fn source(&mut self, value: &str) -> Option<Field> {
        if is_address(value) {
            return self.address(value);
        }
        statement::learn(value, self.record);
        Some(Field::Source)
    }

    /// Numbers and shelfmarks; one that is the address of a page is that.
    fn identifier(&mut self, values: &[&str]) -> Option<Field> {
        let mut field = None;
        for value in values {
            let value = scan::folded(scan::trimmed(value));
            if is_address(&value) && self.record.url.is_none() {
                self.record.url = Some(value);
                field = field.or(Some(Field::Url));
            } else if !value.is_empty() {
                let label = without_vocabulary(self.key);
                let known = Identifier::new(label, &value);
                self.record.identifiers.push(known);
                field = Some(Field::Identifier);
            }
        }
        field
    }

    /// What it is about. Keywords in one value are parted by semicolons, or by commas, which a subject heading has itself.
    fn keywords(&mut self, values: &[&str]) {
        let is_subject = scan::find(&normalized(self.key), "subject").is_some();
        for value in values {
            let marks = match scan::find(value, ";") {
                Some(_) => ";\n",
                None if is_subject || values.len() > 1 => "\n",
                None => ",\n",
            };
            for word in scan::items(value, marks) {
                self.record.keywords.push(scan::folded(word));
            }
        }
    }
}

/// Adds those whom values name, several in one parted by semicolons or lines.
fn people(values: &[&str], role: &str, agents: &mut Vec<Agent>) {
    for value in values {
        for name in scan::items(value, ";\n") {
            let name = scan::folded(name);
            let in_order = agent::in_order(&name);
            let agent = match in_order == name && role.is_empty() {
                true => agent::agent(&name),
                false => Agent::with_role(&in_order, role),
            };
            if agents.last() != Some(&agent) {
                agents.push(agent);
            }
        }
    }
}

/// A date in any of the forms of records, or as programs write it, with the time of the day.
fn date(written: &str) -> Option<Date> {
    if let Some(date) = Date::parse_plain(written) {
        return Some(date);
    }
    let (day, time) = scan::split(written, " ").unwrap_or((written, ""));
    let is_time = scan::trim_start(time, "0123456789:.+-ZUTC ").is_empty();
    // Highwire's names have dates with slashes, the year first.
    let mut words = String::new();
    for part in scan::parts(day, "/") {
        scan::push_apart(&mut words, "-", part);
    }
    let day = words;
    let is_time = is_time && scan::run(&day, |c| c.is_ascii_digit()) > 2;
    Some(Date {
        start: Some(CalendarDate::parse(&day).filter(|_| is_time)?),
        written: scan::owned(written),
        ..Date::default()
    })
}

/// Whether there are keys that people have written: those of front matter, and of files.
const HAS_FILES: bool = cfg!(any(feature = "markdown", feature = "office"));

/// Two dates with a mark between them: `1851/1853`, `4 May 1851 – 2 June 1853`.
fn range(written: &str) -> Option<Date> {
    let marks = ["/", " - ", "–", "—", "--", " to ", "-"];
    let (start, end) = marks.iter().find_map(|mark| scan::split(written, mark))?;
    let (start, end) = (Date::parse_plain(start)?, Date::parse_plain(end)?);
    let is_one = |date: &Date| date.extent == Extent::One;
    (is_one(&start) && is_one(&end)).then(|| Date {
        start: start.start,
        end: end.start,
        extent: Extent::Range,
        written: scan::owned(written),
        ..Date::default()
    })
}

/// A language by its tag, with the country as some write it (`en_US`), or by its English name.
fn language_of(name: &str) -> Option<Language> {
    let name = scan::trimmed(name);
    if let Some(known) = Language::from_name(name) {
        return Some(known);
    }
    let mut tag = String::new();
    for part in scan::parts(name, "_") {
        scan::push_apart(&mut tag, "-", part);
    }
    let primary = scan::to(&tag, scan::run(&tag, |c| c != '-'));
    Language::from_tag(&tag).filter(|_| matches!(primary.len(), 2 | 3))
}

fn is_address(value: &str) -> bool {
    scan::after_any(value, &["http://", "https://"]).is_some() && scan::is_seamless(value)
}

/// What a site makes of a file, which some of them call its type.
const OF_SITES: &str = "article|blog|default|doc|docs|page|post|website";

#[cfg(test)]
mod tests;
