//! Languages and directions of writing, by their tags (BCP 47) and English names.

use std::fmt;

#[cfg(feature = "marked")]
use super::tag::LONGEST;
use super::tag::Tag;
use super::{HAS_MARKUP, KNOWS_MORE};
use crate::scan;

/// A language tag as BCP 47 writes it: `ru`, `zh-Hant`, `ar-Latn-x-ijmes`.
///
/// ```
/// use reading_room::{Direction, Language};
/// let language = Language::from_name("Russian").unwrap();
/// assert_eq!(language.tag(), "ru");
/// assert_eq!(language.direction(), Direction::LeftToRight);
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Language(pub(super) Tag);

impl Language {
    /// The language of that English name («Russian», «Chinese»), or, where records name languages in words, of that code: one of
    /// two letters, or one of three that its English name begins with. Letter case does not matter.
    pub fn from_name(name: &str) -> Option<Language> {
        let name = scan::trimmed(name);
        for row in scan::parts(LANGUAGES, "|") {
            if let Some((tag, known)) = scan::split(row, " ")
                && (known.eq_ignore_ascii_case(name) || KNOWS_MORE && is_code(name, tag, known))
            {
                return Some(Language(Tag::new(tag)));
            }
        }
        None
    }

    /// The language of that tag, whatever its letter case; `None` for what is not formed like one.
    ///
    /// Old codes of three letters for languages that have one of two get that.
    ///
    /// ```
    /// use reading_room::{Direction, Language};
    /// assert_eq!(Language::from_tag("ZH-hant").unwrap().tag(), "zh-Hant");
    /// assert_eq!(Language::from_tag("ger").unwrap().name(), "German");
    /// assert_eq!(Language::from_tag("az-Arab").unwrap().direction(), Direction::RightToLeft);
    /// assert!(Language::from_tag("in Latin").is_none());
    /// ```
    #[cfg(feature = "marked")]
    pub fn from_tag(written: &str) -> Option<Language> {
        let lower = scan::trimmed(written).to_ascii_lowercase();
        let mut tag = String::new();
        for (place, part) in scan::parts(&lower, "-").into_iter().enumerate() {
            let is_one = part.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if part.is_empty() || part.len() > 8 || !is_one {
                return None;
            }
            let cased = match (place, part.len()) {
                (0, _) => scan::owned(scan::looked_up(LONG_CODES, part).unwrap_or(part)),
                (1, 4) if tag.len() > 1 => scan::capitalized(part),
                (1 | 2, 2) => part.to_ascii_uppercase(),
                _ => scan::owned(part),
            };
            scan::push_apart(&mut tag, "-", &cased);
        }
        let begins_with_letter = scan::first(&tag).is_some_and(|c| c.is_ascii_alphabetic());
        (begins_with_letter && tag.len() <= LONGEST).then(|| Language(Tag::new(&tag)))
    }

    /// The tag.
    pub fn tag(&self) -> &str {
        self.0.as_str()
    }

    /// The English name, or the tag where the language, whatever its script and country, has none here.
    pub fn name(&self) -> &str {
        let primary = self.primary();
        let name = scan::looked_up(LANGUAGES, primary);
        #[cfg(feature = "marked")]
        let name = name.or_else(|| scan::looked_up(OF_EDITIONS, primary));
        name.unwrap_or(self.tag())
    }

    /// The tag without script, country and whatever follows.
    fn primary(&self) -> &str {
        if !HAS_MARKUP {
            return self.tag();
        }
        scan::split(self.tag(), "-").map_or(self.tag(), |(primary, _)| primary)
    }

    /// The direction of its script, or that in which the language is usually written.
    pub fn direction(&self) -> Direction {
        Direction::of(self.tag())
    }
}

/// Whether a word is the code of a language; most of three letters (ISO 639-2) are the beginning of its English name.
fn is_code(word: &str, tag: &str, name: &str) -> bool {
    word.eq_ignore_ascii_case(tag) || word.len() == 3 && scan::after(name, word).is_some()
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
    /// The direction in which a language is written, in the script that its tag names.
    pub(crate) fn of(tag: &str) -> Direction {
        let mut rest = tag;
        let language = scan::next_word(&mut rest, "-").unwrap_or_default();
        let mut script = None;
        while HAS_MARKUP
            && script.is_none()
            && let Some(part) = scan::next_word(&mut rest, "-")
        {
            script = Some(part).filter(|part| is_script(part));
        }
        let is_right_to_left = match script {
            Some(script) => scan::listed(SCRIPTS_RIGHT_TO_LEFT, script),
            None => scan::listed(RIGHT_TO_LEFT, language),
        };
        match is_right_to_left {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        }
    }

    /// `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// Tags (ISO 639-1 where there is one) and the names that archives use; the first name of a tag is the one shown. The commonest
/// records do without most of them.
const LANGUAGES: &str = scan::list!(
    "\
    sq Albanian|ar Arabic|bg Bulgarian|zh Chinese|hr Croatian|cs Czech|da Danish|nl Dutch|en English|fi Finnish|fr French|\
    de German|el Greek|he Hebrew|hu Hungarian|it Italian|ja Japanese|ko Korean|la Latin|mn Mongolian|no Norwegian|fa Persian|\
    pl Polish|pt Portuguese|ro Romanian|ru Russian|sr Serbian|sh Serbo-Croatian|sk Slovak|es Spanish|sv Swedish|tr Turkish|\
    uk Ukrainian|vi Vietnamese",
    HAS_MARKUP || KNOWS_MORE => "|\
    af Afrikaans|am Amharic|hy Armenian|az Azerbaijani|be Belarusian|bn Bengali|bs Bosnian|my Burmese|ca Catalan|zh Mandarin|\
    nds Low German|eo Esperanto|fo Faroese|et Estonian|gl Galician|ka Georgian|grc Ancient Greek|hi Hindi|is Icelandic|\
    id Indonesian|ga Irish|kk Kazakh|km Khmer|lo Lao|lv Latvian|lt Lithuanian|mk Macedonian|ms Malay|mt Maltese|mr Marathi|\
    ne Nepali|oc Occitan|ps Pashto|fa Farsi|rm Romansh|sl Slovenian|so Somali|sw Swahili|th Thai|bo Tibetan|ur Urdu|uz Uzbek|\
    yi Yiddish|zh-Hans Chinese|zh-Hant Chinese|sr-Latn Serbian"
);

/// Languages that editions name by their tags. Records, which name them in words, name none of these.
#[cfg(feature = "marked")]
const OF_EDITIONS: &str = "\
    ang Old English|arc Aramaic|ckb Central Kurdish|cop Coptic|cu Old Church Slavonic|cy Welsh|dv Dhivehi|\
    enm Middle English|eu Basque|fro Old French|gmh Middle High German|ku Kurdish|non Old Norse|\
    osc Oscan|phn Phoenician|sa Sanskrit|sd Sindhi|syr Syriac|ug Uyghur|xpu Punic";

/// Codes of three letters (ISO 639-2) that are still written, and those of two that BCP 47 wants for them.
#[cfg(feature = "marked")]
const LONG_CODES: &str = "\
    ara ar|bul bg|ces cs|chi zh|cze cs|dan da|deu de|dut nl|ell el|eng en|fas fa|fin fi|fra fr|fre fr|\
    ger de|gle ga|gre el|heb he|hun hu|isl is|ita it|jpn ja|kor ko|lat la|nld nl|nor no|per fa|pol pl|\
    por pt|ron ro|rum ro|rus ru|san sa|slv sl|spa es|srp sr|swe sv|tur tr|ukr uk|wel cy|yid yi|zho zh";

/// The languages that are written from right to left where no script is named. What names its languages in words has few.
const RIGHT_TO_LEFT: &str = match HAS_MARKUP {
    true => {
        "ar|arc|ara|arz|ckb|dv|fa|fas|he|heb|iw|ji|jpr|jrb|lad|ota|pal|per|phn|ps|sam|sd|syc|syr|ug|ur|yi|yid"
    }
    false => "ar|fa|he|ps|ur|yi",
};

/// The scripts that are, as the subtags of ISO 15924.
const SCRIPTS_RIGHT_TO_LEFT: &str =
    "Adlm|Arab|Armi|Hebr|Mand|Mani|Nbat|Nkoo|Palm|Phli|Phlp|Phnx|Prti|Rohg|Samr|Sarb|Syrc|Thaa";

fn is_script(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}
