//! Labels: the words before a value, how they are dressed, and what each of them means.

use super::{languages, names};
use crate::document::{Field, HAS_RECORDS, KNOWS_MORE, Language, Role};
use crate::limits;
use crate::scan;

/// A label at the start of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label<'s> {
    /// Without punctuation and emphasis: `Original Language`.
    pub(super) written: &'s str,
    pub(super) meaning: Meaning,
    pub(super) dress: Dress,
    /// No colon parts it from its value, but the end of a cell does.
    pub(super) in_cell: bool,
    /// Its line is the row of a table, between bars.
    pub(super) in_row: bool,
    /// The bytes of the line between which a value on the same line stands.
    pub(super) value: (usize, usize),
}

impl Label<'_> {
    /// Whether nothing but its own line sets it apart.
    pub(super) fn is_bare(&self) -> bool {
        self.dress.alone && !self.dress.stands_out()
    }
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
    /// What the names in a row of the table mean, by its letter.
    fn of(code: u8) -> Meaning {
        let row = |(letter, _): &&(u8, Field)| *letter == code.to_ascii_uppercase();
        let field = FIELDS.iter().find(row).map(|(_, field)| *field);
        match code.is_ascii_uppercase() {
            true => Meaning::Catalogue(field),
            false => Meaning::Common(field),
        }
    }

    /// The field it stands for.
    pub(super) fn field(&self) -> Option<Field> {
        match self {
            Meaning::Catalogue(field) | Meaning::Common(field) => *field,
            Meaning::Text(..) => Some(Field::Contents),
            Meaning::Unknown => None,
        }
    }
}

/// The letters of the rows that have a field.
const FIELDS: &[(u8, Field)] = &[
    (b'A', Field::Creator),
    (b'B', Field::Recipient),
    (b'C', Field::Citation),
    (b'D', Field::Date),
    (b'E', Field::Related),
    (b'G', Field::DigitalArchive),
    (b'I', Field::Identifier),
    (b'J', Field::Keyword),
    (b'K', Field::Kind),
    (b'L', Field::OriginalLanguage),
    (b'M', Field::Translator),
    (b'O', Field::Source),
    (b'P', Field::Place),
    (b'R', Field::Rights),
    (b'S', Field::Summary),
    (b'T', Field::Title),
    (b'U', Field::Url),
    (b'V', Field::Contributor),
    (b'W', Field::Keyword),
    (b'X', Field::Contents),
    (b'Y', Field::Classification),
];

/// How a label stands out. A record dresses all of its labels alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// What ends a label; some of East Asia stand in brackets, `【件名】`.
const COLONS: &str = scan::list!(":：", KNOWS_MORE => "】");

/// What ends a cell of a table.
const CELLS: &str = "|\t";

/// What stands around the words of a label.
const AROUND: &str = scan::list!(":： \t", KNOWS_MORE => "【】");

/// All that may part a value from its label.
const VALUE: &str = scan::list!(":：|\t ", KNOWS_MORE => "】");

/// The label that a line begins with, if it begins with one; the caller knows whether one is likely there.
pub(super) fn label(line: &str) -> Option<Label<'_>> {
    let row = line.trim_start().strip_prefix('|').filter(|_| KNOWS_MORE);
    let line = match row {
        Some(_) => scan::trim_end(line, " \t|"),
        None => line.trim_end(),
    };
    let words = row.map_or(line, |_| scan::trim_start(line, " \t|"));
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
            let length = name_length(words);
            let (name, rest) = (scan::to(words, length), scan::from(words, length));
            (name, rest, is_heading)
        }
    };
    let written = scan::trim(name, AROUND);
    if written.len() > limits::LABEL || is_item(written) {
        return None;
    }
    let after_name = scan::trim_start(rest, " \u{a0}\u{3000}");
    let in_cell = KNOWS_MORE && (scan::begins_with(after_name, CELLS) || rest.starts_with("  "));
    let colon = scan::begins_with(after_name, COLONS) || scan::ends_with(name, COLONS);
    let value = scan::trim_start(after_name, VALUE).trim_start();
    let dress = Dress {
        emphasis,
        colon: colon || in_cell,
        alone: value.is_empty(),
    };
    let meaning = meaning(written, dress);
    let plausible = meaning != Meaning::Unknown || could_be_label(written, dress);
    plausible.then(|| Label {
        written,
        meaning,
        dress,
        in_cell: in_cell && !colon,
        in_row: row.is_some(),
        value: (line.len() - value.len(), line.len()),
    })
}

/// Whether words begin with the sign of a list. What stands in one is prose: `- Source: …` and `- Notes: …` below the name of
/// a folder say what is in it.
fn is_item(written: &str) -> bool {
    let sign = scan::first_word(written);
    sign.len() < written.len() && scan::trim_start(sign, "-–*•·▪◦").is_empty()
}

/// The label of a line in the head of a telegram: `FM`, `TO` or `INFO`, all in capitals and without a colon.
pub(super) fn of_telegram(line: &str) -> Option<Label<'_>> {
    let written = scan::first_word(line);
    let is_one = ["FM", "TO", "INFO"].contains(&written) && !line.chars().any(scan::is_small);
    let dress = Dress {
        colon: true,
        ..Dress::default()
    };
    is_one.then(|| Label {
        written,
        meaning: meaning(written, dress),
        dress,
        in_cell: false,
        in_row: false,
        value: (written.len() + 1, line.len()),
    })
}

/// The longest line that may have two labels, in bytes.
const LONGEST_ROW: usize = 400;

/// Where another label stands beside the value of one, behind wide space and with a colon:
/// `TO : The Director          DATE: April 21, 1949`
pub(super) fn beside(line: &str) -> Option<usize> {
    if line.len() > LONGEST_ROW {
        return None;
    }
    let mut rest = line;
    loop {
        let gap = scan::find(rest, "   ")?;
        rest = scan::trim_start(scan::from(rest, gap), " ");
        let is_one = |label: Label| label.dress.colon && !label.in_cell;
        if gap > 0 && label(rest).is_some_and(is_one) {
            return Some(line.len() - rest.len());
        }
    }
}

/// How long the name of a label is that words begin with: up to a colon or the end of a cell, or to where two spaces
/// end a name that is known, or one that no such mark stands behind.
fn name_length(words: &str) -> usize {
    let up_to_mark = |words| {
        scan::run(words, |c| {
            !(matches!(c, ':' | '：' | '|' | '\t') || KNOWS_MORE && c == '】')
        })
    };
    let mut length = up_to_mark(words);
    if !KNOWS_MORE {
        return length;
    }
    if scan::listed("dc|dcterms", scan::to(words, length)) {
        length += 1 + up_to_mark(scan::from(words, length + 1));
    }
    match scan::find(scan::to(words, length), "  ") {
        Some(gap) if length == words.len() || names::code(scan::to(words, gap)).is_some() => gap,
        _ => length,
    }
}

/// The words between marks of emphasis at the start, and what follows the marks.
pub(super) fn emphasized(words: &str) -> Option<(&str, &str)> {
    let mark = EMPHASIS.iter().find(|mark| words.starts_with(**mark))?;
    let (inside, after) = scan::split(scan::from(words, mark.len()), mark)?;
    (!inside.is_empty()).then_some((inside, after))
}

fn meaning(written: &str, dress: Dress) -> Meaning {
    let code = names::code(written).filter(|code| (b'A'..=b'y').contains(code));
    // `A` stands before an answer, `À` before a name.
    let code = code.filter(|code| *code != names::CLASSIFIED && !(KNOWS_MORE && written == "A"));
    if let Some(code) = code {
        return Meaning::of(code);
    }
    match text_label(written) {
        Some((role, language)) if dress.alone => Meaning::Text(role, language),
        _ => Meaning::Unknown,
    }
}

/// What a label alone on its line stands for, if it is known.
#[cfg(feature = "office")]
pub(super) fn field(written: &str) -> Option<Field> {
    let dress = Dress {
        colon: true,
        alone: true,
        ..Dress::default()
    };
    meaning(written, dress).field()
}

/// Whether a label names what a document is about in one line: `Subject`, `Betreff`.
pub(super) fn is_subject(written: &str) -> bool {
    names::code(written) == Some(b'j')
}

/// Whether a label is one of short words parted by commas.
pub(super) fn is_tag(written: &str) -> bool {
    scan::listed("tag|keyword", &names::normal(written))
}

/// A text's label: its role, its language and nothing else, in any order and with any marks between;
/// after a dash the language may be one that is not known here.
pub(super) fn text_label(written: &str) -> Option<(Role, Option<Language>)> {
    let mut role = None;
    let mut language = String::new();
    let mut rest = written;
    while !rest.is_empty() {
        let length = scan::run(rest, scan::is_letter);
        let word = scan::to(rest, length);
        let mark = scan::run(scan::from(rest, length), |c| !scan::is_letter(c));
        rest = scan::from(rest, length + mark);
        if scan::listed("|text|version|document", word) {
            continue;
        }
        let found = match names::code(word) {
            _ if role.is_some() => None,
            Some(b'1') => Some(Role::Translation),
            Some(b'2') => Some(Role::Original),
            Some(b'3') => Some(Role::Transcription),
            _ => None,
        };
        match found {
            Some(_) => role = found,
            None => scan::push_folded(&mut language, word),
        }
    }
    if !HAS_RECORDS {
        // It is enough that the label may be one.
        return role.map(|role| (role, None));
    }
    // `No. 5` names no language by its code.
    let known = languages::language(&language).filter(|_| !KNOWS_MORE || language.len() > 3);
    // A build that does not know all languages leaves what may be one.
    let may_be_one = !KNOWS_MORE && scan::find(&language, " ").is_none();
    let understood = known.is_some()
        || language.is_empty()
        || scan::find(written, " - ").is_some()
        || may_be_one;
    understood.then_some((role?, known))
}

/// The longest word of a label, in bytes: in scripts without spaces, a whole sentence stands before many a colon.
const LONGEST_WORD: usize = 30;

/// Whether words that are in no list look like a label: few, with a colon, beginning with a capital.
fn could_be_label(written: &str, dress: Dress) -> bool {
    let words = scan::word_starts(written).len();
    let most = if dress.emphasis || dress.alone { 5 } else { 3 };
    let begins_well = |c: char| scan::is_letter(c) && !scan::is_small(c);
    dress.colon
        && words <= most
        && written.len() <= words * LONGEST_WORD
        && scan::first(written).is_some_and(begins_well)
        && !written.chars().any(|c| scan::is_in(".\"?!;<>", c))
}
