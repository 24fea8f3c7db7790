//! What has to be known of a document of Word before its first word is read: in which language it is, which is the one that
//! most of its words are said to be in, and how its notes are counted, which each section says at its end.

use super::super::super::xml::{self, Attributes, Fault, Name};
use super::super::{local, parts::Parts};
use super::notes::Counting;
use super::styles::{Letters, is_set};
use crate::diagnostic::Remarks;
use crate::document::Span;
use crate::scan;

/// The language that words are in which say that of themselves, and stand where nothing else is said.
pub(super) fn language_of<'l>(words: &str, letters: &'l Letters) -> &'l str {
    let language = match script(words) {
        _ if letters.rtl == Some(true) => &letters.bidi,
        true => &letters.east_asian,
        false => &letters.language,
    };
    language.as_deref().unwrap_or_default()
}

/// Whether words are in a script of East Asia, by their first letter.
fn script(words: &str) -> bool {
    let letter = words.chars().find(|c| scan::is_letter(*c));
    letter.is_some_and(|c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..))
}

/// What is known of a part before it is read.
#[derive(Debug)]
pub(super) struct Survey {
    /// The language of most words; empty where nothing says one.
    pub language: String,
    pub footnotes: Counting,
    pub endnotes: Counting,
}

/// Looks at a part.
pub(super) fn survey(parts: &mut Parts, name: &str, defaults: &Letters) -> Survey {
    let mut words = Words {
        defaults,
        run: defaults.clone(),
        is_in_word: false,
        sums: Vec::new(),
        notes: [Counting::new(false), Counting::new(true)],
        kind: None,
    };
    parts.read(name, &mut words, &mut Remarks::default());
    let most = words.sums.into_iter().max_by_key(|(_, sum)| *sum);
    let [footnotes, endnotes] = words.notes;
    Survey {
        language: most.map(|(language, _)| language).unwrap_or_default(),
        footnotes,
        endnotes,
    }
}

/// How many languages are counted: each run is looked for among them.
const COUNTED: usize = 32;

struct Words<'d> {
    defaults: &'d Letters,
    /// What the run says that is open.
    run: Letters,
    is_in_word: bool,
    sums: Vec<(String, usize)>,
    /// How footnotes and endnotes are counted, and of which of them something is said.
    notes: [Counting; 2],
    kind: Option<usize>,
}

impl xml::Handler for Words<'_> {
    fn start(&mut self, name: Name, attributes: &Attributes, _: Span) {
        self.is_in_word = name.local == "t";
        let value = |wanted: &str| {
            let mut all = attributes.iter();
            let (_, row) = all.find(|(name, _)| local(name) == wanted)?;
            Some(attributes.value(row).into_owned())
        };
        match name.local {
            "footnotePr" => self.kind = Some(0),
            "endnotePr" => self.kind = Some(1),
            "numFmt" | "numStart" | "numRestart" => {
                let counting = self.kind.and_then(|kind| self.notes.get_mut(kind));
                if let (Some(counting), Some(value)) = (counting, value("val")) {
                    counting.read(name.local, &value);
                }
            }
            "r" => self.run = self.defaults.clone(),
            "rtl" => self.run.rtl = Some(is_set(&value("val").unwrap_or_default())),
            "lang" => {
                for (place, name) in [
                    (&mut self.run.language, "val"),
                    (&mut self.run.bidi, "bidi"),
                    (&mut self.run.east_asian, "eastAsia"),
                ] {
                    if let Some(tag) = value(name) {
                        *place = Some(tag);
                    }
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, _: Name, _: Span) {
        self.is_in_word = false;
    }

    fn words(&mut self, words: &str, _: Span) {
        let language = language_of(words, &self.run);
        if !self.is_in_word || language.is_empty() {
            return;
        }
        if let Some((_, sum)) = self.sums.iter_mut().find(|(known, _)| known == language) {
            *sum += words.len();
        } else if self.sums.len() < COUNTED {
            self.sums.push((scan::owned(language), words.len()));
        }
    }

    fn instruction(&mut self, _: &str, _: &str, _: Span) {}

    fn comment(&mut self, _: &str, _: Span) {}

    fn fault(&mut self, _: Fault) {}
}
