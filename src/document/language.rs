//! Languages and directions of writing, by their tags (BCP 47) and English names.

#[cfg(feature = "tei")]
mod tags;

use std::fmt;

use super::HAS_MARKUP;
use crate::scan;
#[cfg(feature = "tei")]
use tags::{OF_EDITIONS, Tag};

/// Records name languages in words: their tags are those of the table.
#[cfg(not(feature = "tei"))]
type Tag = &'static str;
#[cfg(not(feature = "tei"))]
const OF_EDITIONS: &str = "";

/// A language tag as BCP 47 writes it: `ru`, `zh-Hant`, `ar-Latn-x-ijmes`.
///
/// ```
/// use reading_room::{Direction, Language};
/// let language = Language::from_name("Russian").unwrap();
/// assert_eq!(language.tag(), "ru");
/// assert_eq!(language.direction(), Direction::LeftToRight);
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Language {
    tag: Tag,
}

impl Language {
    /// The language of that English name («Russian», «Chinese»); letter case does not matter.
    pub fn from_name(name: &str) -> Option<Language> {
        let name = name.trim();
        rows()
            .find(|(_, known)| known.eq_ignore_ascii_case(name))
            .map(|(tag, _)| Language {
                tag: Tag::from(tag),
            })
    }

    /// The tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The English name, or the tag where the language, whatever its script and country, has none here.
    pub fn name(&self) -> &str {
        let primary = self.primary();
        let row = rows()
            .chain(rows_of(OF_EDITIONS))
            .find(|(tag, _)| *tag == primary);
        row.map_or(self.tag(), |(_, name)| name)
    }

    /// The tag without script, country and whatever follows.
    fn primary(&self) -> &str {
        if !HAS_MARKUP {
            return self.tag();
        }
        scan::split(self.tag(), "-").map_or(self.tag(), |(primary, _)| primary)
    }

    fn script(&self) -> Option<&str> {
        let mut parts = self.tag().split('-');
        parts.nth(1).filter(|part| part.len() == 4)
    }

    /// The direction of its script, or that in which the language is usually written.
    pub fn direction(&self) -> Direction {
        let script = if HAS_MARKUP { self.script() } else { None };
        let is_right_to_left = match script {
            Some(script) => scan::listed(SCRIPTS_RIGHT_TO_LEFT, script),
            None => scan::listed(RIGHT_TO_LEFT, self.primary()),
        };
        match is_right_to_left {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        }
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The direction of writing, as the `dir` attribute of HTML has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// `ltr`, the default.
    #[default]
    LeftToRight,
    /// `rtl`.
    RightToLeft,
}

impl Direction {
    /// `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// The rows of the table of names: tag and name.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows_of(LANGUAGES)
}

fn rows_of(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.split('|').filter_map(|row| scan::split(row, " "))
}

/// Tags (ISO 639-1 where there is one) and the names that archives use; the first name of a tag is the one shown.
const LANGUAGES: &str = "\
    sq Albanian|am Amharic|ar Arabic|hy Armenian|az Azerbaijani|be Belarusian|bn Bengali|\
    bs Bosnian|bg Bulgarian|my Burmese|ca Catalan|zh Chinese|zh Mandarin|hr Croatian|cs Czech|\
    da Danish|nl Dutch|en English|et Estonian|fi Finnish|fr French|ka Georgian|de German|\
    el Greek|grc Ancient Greek|he Hebrew|hi Hindi|hu Hungarian|is Icelandic|id Indonesian|\
    ga Irish|it Italian|ja Japanese|kk Kazakh|km Khmer|ko Korean|lo Lao|la Latin|lv Latvian|\
    lt Lithuanian|mk Macedonian|ms Malay|mn Mongolian|ne Nepali|no Norwegian|ps Pashto|\
    fa Persian|fa Farsi|pl Polish|pt Portuguese|ro Romanian|ru Russian|sr Serbian|\
    sh Serbo-Croatian|sk Slovak|sl Slovenian|so Somali|es Spanish|sw Swahili|sv Swedish|\
    th Thai|bo Tibetan|tr Turkish|uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|yi Yiddish";

const RIGHT_TO_LEFT: &str = "ar|arc|ckb|dv|fa|he|ps|sd|syr|ug|ur|yi";

const SCRIPTS_RIGHT_TO_LEFT: &str = "Adlm|Arab|Armi|Hebr|Mand|Nkoo|Phnx|Samr|Syrc|Thaa";
