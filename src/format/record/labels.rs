//! Labels: the words before a value, how they are dressed, and what each of them means.

use crate::document::{Field, Language, Role};
use crate::limits;
use crate::scan;

/// A label at the start of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label<'s> {
    /// Without punctuation and emphasis: `Original Language`.
    pub(super) written: &'s str,
    pub(super) meaning: Meaning,
    pub(super) dress: Dress,
    /// The byte of the line at which a value on the same line begins.
    pub(super) value: usize,
}

/// What a label's words tell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// Only a catalogue says so: `Citation`, `Record ID`.
    Catalogue(Option<Field>),
    /// A document of its own may say so too: `Date`, `From`, `Subject`.
    Common(Option<Field>),
    /// It names a text: `Translation - English`.
    Text(Role, Option<Language>),
    /// Words that no list here has.
    Unknown,
}

impl Meaning {
    /// The field it stands for.
    pub(super) fn field(&self) -> Option<Field> {
        match self {
            Meaning::Catalogue(field) | Meaning::Common(field) => *field,
            Meaning::Text(..) => Some(Field::Contents),
            Meaning::Unknown => None,
        }
    }
}

/// How a label stands out. A record dresses all of its labels alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dress {
    /// In bold, italics, or as a heading, by the marks that plain text has for it.
    pub(super) emphasis: bool,
    /// Followed by a colon.
    pub(super) colon: bool,
    /// Alone on its line, the value below it.
    pub(super) alone: bool,
}

impl Dress {
    /// Whether anything but the words themselves says that it is a label.
    pub(super) fn stands_out(self) -> bool {
        self.emphasis || self.colon
    }
}

/// Longer marks before shorter ones.
const EMPHASIS: [&str; 4] = ["**", "__", "*", "_"];

const COLONS: &str = ":：";

/// The label that a line begins with, if it begins with one; the caller knows whether one is likely there.
pub(super) fn label(line: &str) -> Option<Label<'_>> {
    let words = line.trim_end();
    let unmarked = scan::trim_start(words, "# \t");
    let is_heading = scan::find(scan::to(words, words.len() - unmarked.len()), "# ").is_some();
    let words = if is_heading {
        unmarked
    } else {
        words.trim_start()
    };

    let (name, rest, emphasis) = match emphasized(words) {
        Some((inside, after)) => (inside, after, true),
        None => {
            let colon = scan::run(words, |c| !scan::is_in(COLONS, c));
            (scan::to(words, colon), scan::from(words, colon), is_heading)
        }
    };
    let written = scan::trim(name, ":： \t");
    if written.len() > limits::LABEL {
        return None;
    }
    let after_name = rest.trim_start();
    let colon = scan::begins_with(after_name, COLONS) || scan::ends_with(name, COLONS);
    let value = scan::trim_start(after_name, COLONS).trim_start();
    let dress = Dress {
        emphasis,
        colon,
        alone: value.is_empty(),
    };
    let meaning = meaning(written, dress);
    let plausible = meaning != Meaning::Unknown || could_be_label(written, dress);
    plausible.then(|| Label {
        written,
        meaning,
        dress,
        value: line.trim_end().len() - value.len(),
    })
}

/// The words between marks of emphasis at the start, and what follows the marks.
pub(super) fn emphasized(words: &str) -> Option<(&str, &str)> {
    let mark = EMPHASIS.iter().find(|mark| words.starts_with(**mark))?;
    let (inside, after) = scan::split(scan::from(words, mark.len()), mark)?;
    (!inside.is_empty()).then_some((inside, after))
}

fn meaning(written: &str, dress: Dress) -> Meaning {
    let name = normalized(written);
    for (list, only_catalogues) in [(CATALOGUE, true), (COMMON, false)] {
        for (field, names) in list {
            if scan::listed(names, &name) {
                return if only_catalogues {
                    Meaning::Catalogue(*field)
                } else {
                    Meaning::Common(*field)
                };
            }
        }
    }
    match text_label(written) {
        Some((role, language)) if dress.alone => Meaning::Text(role, language),
        _ => Meaning::Unknown,
    }
}

/// Single spaces, without `(s)`, marks and full stops.
fn normalized(written: &str) -> String {
    let mut name = String::new();
    for word in written.split([' ', '\t', '_']) {
        let word = scan::trim(word, "*#.");
        let singular = word
            .strip_suffix("(s)")
            .or_else(|| word.strip_suffix("(S)"));
        match singular {
            Some(singular) => {
                scan::push_folded(&mut name, singular);
                name.push('s');
            }
            None => scan::push_folded(&mut name, word),
        }
    }
    name
}

/// A text's label: its role, its language and nothing else, in any order and with any marks between;
/// after a dash the language may be one that is not known here.
pub(super) fn text_label(written: &str) -> Option<(Role, Option<Language>)> {
    let mut role = None;
    let mut language = String::new();
    for word in written.split(|c: char| !scan::is_letter(c)) {
        if scan::listed("|text|version|document", word) {
            continue;
        }
        let row = ROLES.iter().find(|(_, words)| scan::listed(words, word));
        match row.filter(|_| role.is_none()) {
            Some((found, _)) => role = Some(*found),
            None => scan::push_folded(&mut language, word),
        }
    }
    let known = Language::from_name(&language);
    let understood = known.is_some() || language.is_empty() || scan::find(written, " - ").is_some();
    understood.then_some((role?, known))
}

/// The words that name a text's role.
const ROLES: [(Role, &str); 3] = [
    (Role::Translation, "translation|translated"),
    (Role::Original, "original"),
    (Role::Transcription, "transcription|transcript"),
];

/// Whether words that are in no list look like a label: few, with a colon, beginning with a capital.
fn could_be_label(written: &str, dress: Dress) -> bool {
    let words = scan::word_starts(written).len();
    let most = if dress.emphasis || dress.alone { 5 } else { 3 };
    let begins_well = |c: char| scan::is_letter(c) && !scan::is_small(c);
    dress.colon
        && words <= most
        && scan::first(written).is_some_and(begins_well)
        && !written.chars().any(|c| scan::is_in(".\"?!;<>", c))
}

/// Names of labels, parted by `|`, for each field. `None` marks those whose value stays as it is, under the source's own label.
type List = &'static [(Option<Field>, &'static str)];

/// Labels that only a catalogue has.
const CATALOGUE: List = &[
    (
        Some(Field::Citation),
        "citation|cite as|preferred citation|how to cite|recommended citation",
    ),
    (
        Some(Field::Summary),
        "summary|abstract|scope and content|scope and contents",
    ),
    (
        Some(Field::OriginalLanguage),
        "original language|original languages|language|languages|language of materials|\
        language of material|languages of materials",
    ),
    (
        Some(Field::Source),
        "original archive|originals held at|existence and location of originals|provenance|\
        repository|held by|holding archive",
    ),
    (Some(Field::DigitalArchive), "digital archive"),
    (
        Some(Field::Rights),
        "rights|restrictions on use|conditions governing use|standardized rights statement",
    ),
    (
        Some(Field::Identifier),
        "record id|reference code|identifier|naid|former reference|shelfmark",
    ),
    (Some(Field::Url), "url|record url|permalink"),
    (
        Some(Field::Translator),
        "translator|translators|translated by",
    ),
    (
        Some(Field::Date),
        "created date|creation date|date created|original date|original publication date",
    ),
    (Some(Field::Title), "document title"),
    (Some(Field::Kind), "document type|document kind"),
    (
        None,
        "credits|donors|document contributors|associated people & organizations|\
        associated people and organizations|associated places|subjects discussed|\
        original classification|original uploaded date|original upload date|access conditions|\
        conditions governing access|closure status|custodial history|archival history|\
        immediate source of acquisition|related documents|related materials|separated material|\
        publication notes|name access points|place access points|physical description",
    ),
];

/// Labels that a document of its own may have in its text too.
const COMMON: List = &[
    (Some(Field::Title), "title"),
    (Some(Field::Date), "date|dates"),
    (Some(Field::Kind), "type|kind|genre"),
    (
        Some(Field::Creator),
        "author|authors|creator|creators|from|sender",
    ),
    (Some(Field::Recipient), "to|recipient|recipients|addressee"),
    (Some(Field::Summary), "description"),
    (Some(Field::Source), "source|sources|archive"),
    (Some(Field::Identifier), "reference"),
    (Some(Field::Contents), "contents|content|text|full text"),
    (
        None,
        "subject|subjects|topics|tags|places|location|people|persons|note|notes",
    ),
];
