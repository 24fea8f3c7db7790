//! Languages and directions of writing, by their tags (BCP 47) and English names.

use std::fmt;

use crate::scan;

/// A language tag as BCP 47 writes it: `ru`, `en`, `zh`.
///
/// ```
/// use reading_room::{Direction, Language};
/// let language = Language::from_name("Russian").unwrap();
/// assert_eq!(language.tag(), "ru");
/// assert_eq!(language.direction(), Direction::LeftToRight);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(&'static str);

impl Language {
    /// The language of that English name («Russian», «Chinese»); letter case does not matter.
    pub fn from_name(name: &str) -> Option<Language> {
        let name = name.trim();
        rows()
            .find(|(_, known)| known.eq_ignore_ascii_case(name))
            .map(|(tag, _)| Language(tag))
    }

    /// The language of a tag of BCP 47.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let language = scan::to(tag, scan::find(tag, "-").unwrap_or(tag.len()));
        rows()
            .find(|(known, _)| known.eq_ignore_ascii_case(language))
            .map(|(known, _)| Language(known))
    }

    /// The tag.
    pub fn tag(self) -> &'static str {
        self.0
    }

    /// The English name, or the tag where it has none here.
    pub fn name(self) -> &'static str {
        rows()
            .find(|(tag, _)| *tag == self.0)
            .map_or(self.0, |(_, name)| name)
    }

    /// The direction in which the language is usually written.
    pub fn direction(self) -> Direction {
        if scan::listed(RIGHT_TO_LEFT, self.tag()) {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
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

/// The table's rows: tag and name.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    LANGUAGES.split('|').filter_map(|row| scan::split(row, " "))
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

const RIGHT_TO_LEFT: &str = "ar|fa|he|ps|ur|yi";
