//! The catalogue record: what an archive says about a document.

use super::{Date, HAS_MARKUP, HAS_RECORDS, KNOWS_MORE, Language, Span, Step, TELLS_ALL};
use crate::scan;

/// A document's catalogue record.
///
/// [`entries`](Record::entries) is the record as the source has it, word for word; the other fields are what was understood of it.
/// `None` and empty lists mean that the source does not say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Every entry of the source's record, in its order.
    pub entries: Vec<Entry>,
    /// The title, on one line.
    pub title: Option<String>,
    /// The title of the volume, the corpus or the periodical that it is a part of.
    pub part_of: Option<String>,
    /// Subtitles, and the title in other languages and forms.
    pub other_titles: Vec<String>,
    /// The series, journal or correspondence that it is a part of.
    pub series: Option<String>,
    /// When the document was written.
    pub date: Option<Date>,
    /// Where it was written, or sent from.
    pub place: Option<String>,
    /// Where it was sent.
    pub destination: Option<String>,
    /// What kind of document it is.
    pub kind: Option<Kind>,
    /// How secret it was, and how urgent: `Top secret`; with the number of the copy where that stands beside it.
    pub classification: Option<String>,
    /// Who wrote or sent it.
    pub creators: Vec<Agent>,
    /// To whom it was sent.
    pub recipients: Vec<Agent>,
    /// Who translated it.
    pub translators: Vec<Agent>,
    /// Who made the edition: editors, and others in the role that the source states.
    pub contributors: Vec<Agent>,
    /// How the archive wants it to be cited.
    pub citation: Option<Citation>,
    /// A summary, paragraphs separated by a line feed.
    pub summary: Option<String>,
    /// The languages of the original.
    pub original_languages: Vec<Language>,
    /// The archive that holds the original: `AVP RF`.
    pub repository: Option<String>,
    /// The digital archive, or the publisher, that publishes it: `Wilson Center Digital Archive`.
    pub digital_archive: Option<String>,
    /// Where it was published.
    pub publication_place: Option<String>,
    /// When it was published.
    pub publication_date: Option<Date>,
    /// When it was changed last.
    pub revised: Option<Date>,
    /// The hands it went through, from the original on.
    pub provenance: Vec<Step>,
    /// The address of the archive's page.
    pub url: Option<String>,
    /// What a reader may do with it, as the archive says, paragraphs separated by a line feed.
    pub rights: Option<String>,
    /// The address of the licence that it is under.
    pub licence: Option<String>,
    /// Shelfmarks, record numbers.
    pub identifiers: Vec<Identifier>,
    /// What it is about.
    pub keywords: Vec<String>,
    /// Documents that it stands among: the letter before it, and the one after.
    pub related: Vec<Related>,
}

impl Record {
    /// An empty record. `default` is compiled anew at every place where it stands.
    #[inline(never)]
    pub(crate) fn new() -> Record {
        Record::default()
    }

    /// Completes this record of a part by what the record of the whole says of all its parts.
    pub(super) fn complete(&mut self, whole: &mut Record) {
        if TELLS_ALL {
            fill(&mut self.part_of, &mut whole.title);
        }
        fill(&mut self.repository, &mut whole.repository);
        fill(&mut self.digital_archive, &mut whole.digital_archive);
        fill(&mut self.rights, &mut whole.rights);
        fill(&mut self.url, &mut whole.url);
        if self.original_languages.is_empty() {
            std::mem::swap(&mut self.original_languages, &mut whole.original_languages);
        }
    }

    /// The entries that are shown as the source has them: those that have no field of their own here, and in a record of
    /// labels those whose label says more than the field.
    pub(crate) fn entries_as_written(&self, is_labelled: bool) -> impl Iterator<Item = &Entry> {
        const TOLD_BY_LABEL: [Field; 3] = [Field::Keyword, Field::Related, Field::Contributor];
        let as_written = move |entry: &&Entry| match entry.field {
            None => true,
            Some(field) => is_labelled && TOLD_BY_LABEL.contains(&field),
        };
        self.entries.iter().filter(as_written)
    }

    /// The entries that have no field of their own here.
    pub fn other_entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.field.is_none())
    }
}

/// Puts words that stand in another record into a place that has none.
#[inline(never)]
fn fill(place: &mut Option<String>, other: &mut Option<String>) {
    if place.is_none() {
        std::mem::swap(place, other);
    }
}

/// A document that another one stands beside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// What it is to the document, in words or in the source's term: `previous letter`.
    pub relation: String,
    /// What the source calls it.
    pub title: String,
    /// Where it is: an address, the name of a file.
    pub target: Option<String>,
}

/// A line of the record as the source has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The label without its punctuation, `Citation`; empty for a heading line that has none.
    pub label: String,
    /// The value, on one line a paragraph.
    pub value: String,
    /// What the label was understood as; `None` for a label that has no field in [`Record`].
    pub field: Option<Field>,
    /// Where label and value stand in the decoded source.
    pub span: Span,
}

/// The fields that labels are understood as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// [`Record::title`].
    Title,
    /// [`Record::other_titles`].
    OtherTitle,
    /// [`Record::series`].
    Series,
    /// [`Record::date`].
    Date,
    /// [`Record::place`].
    Place,
    /// [`Record::destination`].
    Destination,
    /// [`Record::kind`].
    Kind,
    /// [`Record::classification`].
    Classification,
    /// [`Record::creators`].
    Creator,
    /// [`Record::recipients`].
    Recipient,
    /// [`Record::translators`].
    Translator,
    /// [`Record::contributors`].
    Contributor,
    /// [`Record::citation`].
    Citation,
    /// [`Record::summary`].
    Summary,
    /// [`Record::original_languages`].
    OriginalLanguage,
    /// [`Record::repository`] or [`Record::provenance`], as the value tells.
    Source,
    /// [`Record::digital_archive`].
    DigitalArchive,
    /// [`Record::publication_place`].
    PublicationPlace,
    /// [`Record::publication_date`].
    PublicationDate,
    /// [`Record::revised`].
    Revised,
    /// [`Record::url`].
    Url,
    /// [`Record::rights`].
    Rights,
    /// [`Record::identifiers`].
    Identifier,
    /// [`Record::keywords`].
    Keyword,
    /// [`Record::related`].
    Related,
    /// [`Record::entries`] and nothing else: what an edition says of how it was made, the names of a table's columns.
    Entry,
    /// The document's words: they become a text.
    Contents,
}

impl Field {
    /// The field's name in the inspection: `originalLanguages`.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Date => "date",
            Field::Kind => "kind",
            Field::Creator => "creators",
            Field::Recipient => "recipients",
            Field::Translator => "translators",
            Field::Citation => "citation",
            Field::Summary => "summary",
            Field::OriginalLanguage => "originalLanguages",
            Field::Source => "provenance",
            Field::DigitalArchive => "digitalArchive",
            Field::Url => "url",
            Field::Rights => "rights",
            Field::Identifier => "identifiers",
            Field::Contents => "texts",
            Field::Place => "place",
            Field::Classification => "classification",
            Field::Contributor => "contributors",
            Field::Keyword => "keywords",
            Field::Related => "related",
            Field::Entry => "entries",
            // No label of a record means one of these.
            _ if !HAS_MARKUP => "",
            Field::OtherTitle => "otherTitles",
            Field::Series => "series",
            Field::Destination => "destination",
            Field::PublicationPlace => "publicationPlace",
            Field::PublicationDate => "publicationDate",
            Field::Revised => "revised",
        }
    }
}

/// A person or a body: somebody who wrote, received, translated or edited a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// The name as the source writes it: `A.F. Dobrynin`, `USSR Foreign Ministry`. One that is written for a list,
    /// `Brandes, Georg`, is `Georg Brandes`.
    pub name: String,
    /// The office in which they acted, `Soviet Ambassador to the USA`, or what they did: `editor`.
    pub role: Option<String>,
}

impl Agent {
    /// Somebody of that name, in no stated office.
    pub fn named(name: impl Into<String>) -> Agent {
        Agent {
            name: name.into(),
            role: None,
        }
    }

    /// Somebody of that name, in the office that is stated, if one is.
    #[inline(never)]
    pub(crate) fn with_role(name: &str, role: &str) -> Agent {
        Agent {
            name: scan::owned(name),
            role: (!role.is_empty()).then(|| scan::owned(role)),
        }
    }
}

/// A shelfmark or a record number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// The source's label, `Record ID`, or `locator` for what a citation names after the archive, `number` for that of a
    /// document whose head has no labels.
    pub label: String,
    /// The identifier itself: `110443`, `f. 5, op. 49, d. 131`.
    pub value: String,
}

impl Identifier {
    #[inline(never)]
    pub(crate) fn new(label: &str, value: &str) -> Identifier {
        Identifier {
            label: scan::owned(label),
            value: scan::owned(value),
        }
    }
}

/// The archive's own citation, and what it is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// Word for word.
    pub verbatim: String,
    /// The title it names.
    pub title: Option<String>,
    /// The date it names.
    pub date: Option<Date>,
    /// The digital archive.
    pub digital_archive: Option<String>,
    /// The archive that holds the original.
    pub repository: Option<String>,
    /// Where it lies there: file, folder, leaves.
    pub locator: Option<String>,
    /// The statement of where it comes from, word for word, from the holding archive to the translator.
    pub source: Option<String>,
    /// That statement, step by step.
    pub provenance: Vec<Step>,
    /// The address.
    pub url: Option<String>,
}

/// A kind of document.
///
/// ```
/// use reading_room::Kind;
/// assert_eq!(Kind::from_name("Cable").unwrap().as_str(), "telegram");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind(&'static str);

impl Kind {
    /// The kind of that English name, letter case aside; several names may mean one kind.
    pub fn from_name(name: &str) -> Option<Kind> {
        let (kind, rest) = Kind::at_start(name)?;
        scan::trimmed(rest).is_empty().then_some(kind)
    }

    /// The kind that a title begins with, and what follows its name; the longest name wins.
    pub(crate) fn at_start(title: &str) -> Option<(Kind, &str)> {
        let mut found: Option<(Kind, &str)> = None;
        // What knows more than the commonest records tells other papers from plain text by them.
        let elsewhere = match HAS_RECORDS || KNOWS_MORE {
            true => KINDS_ELSEWHERE,
            false => "",
        };
        let mut rows = scan::parts(KINDS, ";");
        rows.append(&mut scan::parts(elsewhere, ";"));
        for row in rows {
            let names = scan::parts(row, "|");
            for name in &names {
                let rest = scan::after(title, name).filter(|rest| !scan::continues_word(rest));
                if let (Some(rest), Some(kind)) = (rest, names.first())
                    && found.is_none_or(|(_, shortest)| rest.len() < shortest.len())
                {
                    found = Some((Kind(kind), rest));
                }
            }
        }
        found
    }

    /// A name in lower case: `telegram`, `memorandum of conversation`.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

/// Names of kinds in other languages, as papers of archives have them at the start of their titles.
const KINDS_ELSEWHERE: &str = "\
    letter|Brief|Schreiben|Письмо;telegram|Telegramm|Телеграмма|Шифртелеграмма;\
    memorandum of conversation|Запись беседы;note|Vermerk|Записка;minutes|Protokoll|Протокол;\
    report|Bericht|Справка;resolution|Beschluss|Постановление";

/// Kinds, and behind each the other names that it has at the start of titles.
const KINDS: &str = "\
    agreement|accord;aide-mémoire|aide-memoire|aide memoire;circular|circular letter;\
    communiqué|communique|joint communique|joint communiqué;decree|ukase;diary|journal|diary entry;directive|directives;\
    dispatch|despatch;instruction|instructions;interview|interviews;letter|private letter;memorandum|memo;\
    memorandum of conversation|record of conversation|record of a conversation|record of the conversation;\
    message|oral message;minutes|minutes of meeting;note|verbal note|note verbale;order|executive order;\
    protocol|protocols;report|intelligence report;resolution|resolutions;speech|address;statement|statements;\
    telegram|cable|ciphered telegram|coded telegram|cipher telegram;transcript|stenographic record|stenogram;treaty|treaties";
