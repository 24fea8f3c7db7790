//! The entities that a document declares, and what references to them stand for.

use std::rc::Rc;

use super::Handler;
use super::bytes::find;
use super::fault::FaultKind;
use super::input::Input;
use super::reader::Reader;
use super::references::{self, Reference, reference};
use crate::limits;
use crate::scan;

/// What a document's own declarations would say, had it not left them elsewhere: the names of HTML that are most used.
const KNOWN: &str = "|nbsp=\u{a0}|iexcl=¡|cent=¢|pound=£|yen=¥|sect=§|copy=©|laquo=«|raquo=»|reg=®|deg=°|para=¶|middot=·|\
    frac12=½|frac14=¼|frac34=¾|iquest=¿|times=×|szlig=ß|aelig=æ|oelig=œ|AElig=Æ|OElig=Œ|\
    agrave=à|aacute=á|acirc=â|atilde=ã|auml=ä|aring=å|ccedil=ç|egrave=è|eacute=é|ecirc=ê|euml=ë|\
    igrave=ì|iacute=í|icirc=î|iuml=ï|ntilde=ñ|ograve=ò|oacute=ó|ocirc=ô|otilde=õ|ouml=ö|oslash=ø|\
    ugrave=ù|uacute=ú|ucirc=û|uuml=ü|Agrave=À|Auml=Ä|Aring=Å|Ccedil=Ç|Egrave=È|Eacute=É|Ouml=Ö|Oslash=Ø|Uuml=Ü|\
    ensp=\u{2002}|emsp=\u{2003}|thinsp=\u{2009}|ndash=–|mdash=—|lsquo=‘|rsquo=’|sbquo=‚|ldquo=“|rdquo=”|bdquo=„|\
    dagger=†|Dagger=‡|bull=•|hellip=…|prime=′|Prime=″|euro=€|trade=™";

/// What an entity that is not declared most likely stands for.
fn known(name: &str) -> Option<&'static str> {
    let (_, known) = scan::split(KNOWN, &scan::joined(&["|", name, "="]))?;
    Some(scan::to(known, scan::run(known, |c| c != '|')))
}

/// An entity.
#[derive(Clone, Debug)]
struct Entity {
    name: String,
    /// What stands for it; `None` if that stands elsewhere.
    replacement: Option<Rc<str>>,
    /// How many bytes are read where it is referred to; `None` while that is not known, and if it holds itself.
    weight: Option<u32>,
}

/// What a reference to an entity is replaced with.
#[derive(Clone, Debug)]
enum Meaning<'e> {
    /// These words and tags, and how many bytes are read in all.
    Replacement(&'e Rc<str>, u32),
    /// They would be too many, or without an end.
    Endless,
    /// It stands elsewhere.
    External,
    /// It is not declared.
    Undeclared,
}

/// The entities that a document declares, and how much of them has been read.
#[derive(Debug, Default)]
pub(super) struct Entities {
    /// In the order of their names.
    declared: Vec<Entity>,
    read: u32,
}

impl Entities {
    /// Declares an entity, unless its name is declared already. Fails if there are too many.
    pub(super) fn declare(&mut self, name: &str, replacement: Option<String>) -> Result<(), ()> {
        let Err(at) = self.position(name) else {
            return Ok(());
        };
        if self.declared.len() >= limits::ENTITIES {
            return Err(());
        }
        let entity = Entity {
            name: scan::owned(name),
            replacement: replacement.map(Rc::from),
            weight: None,
        };
        self.declared.insert(at, entity);
        Ok(())
    }

    /// Weighs all entities, once they are declared: those first that hold no others, then those that hold these.
    ///
    /// What holds itself, or too many one in another, has no weight in the end.
    pub(super) fn weigh(&mut self) {
        // What was not declared yet when they were last weighed may be so now.
        for entity in &mut self.declared {
            entity.weight = None;
        }
        for _ in 0..limits::ENTITY_DEPTH {
            let weights: Vec<Option<u32>> = self
                .declared
                .iter()
                .map(|entity| entity.weight.or_else(|| self.weight(entity)))
                .collect();
            for (entity, weight) in self.declared.iter_mut().zip(weights) {
                entity.weight = weight;
            }
        }
    }

    /// What an entity weighs, if all that it holds are weighed.
    fn weight(&self, entity: &Entity) -> Option<u32> {
        let text = entity.replacement.as_deref().unwrap_or("");
        let mut weight = crate::document::position(text.len());
        let mut at = 0;
        loop {
            at = find(text.as_bytes(), at, [b'&'; 3]);
            if at >= text.len() {
                return Some(weight);
            }
            let (reference, end) = reference(text, at);
            if let Reference::Entity(name) = reference
                && let Ok(row) = self.position(name)
            {
                weight = weight.saturating_add(self.declared.get(row)?.weight?);
            }
            at = end;
        }
    }

    fn position(&self, name: &str) -> Result<usize, usize> {
        self.declared
            .binary_search_by(|entity| entity.name.as_str().cmp(name))
    }

    /// What a reference to an entity is replaced with.
    fn meaning(&self, name: &str) -> Meaning<'_> {
        let row = self.position(name).ok();
        match row.and_then(|row| self.declared.get(row)) {
            None => Meaning::Undeclared,
            Some(Entity {
                replacement: None, ..
            }) => Meaning::External,
            Some(Entity {
                replacement: Some(text),
                weight: Some(weight),
                ..
            }) => Meaning::Replacement(text, *weight),
            Some(_) => Meaning::Endless,
        }
    }

    /// Whether so many bytes of entities may be read as well, at that position of the source.
    ///
    /// All of them together may be as long as the source up to there, and a little longer.
    pub(super) fn may_read(&mut self, bytes: u32, position: u32) -> bool {
        let read = self.read.saturating_add(bytes);
        let may = read <= position.saturating_add(limits::ENTITY_BYTES);
        if may {
            self.read = read;
        }
        may
    }

    /// Adds what a reference in the value of an attribute stands for.
    pub(super) fn resolve(&self, name: &str, as_written: &str, expand: bool, value: &mut String) {
        match self.meaning(name) {
            Meaning::Replacement(text, _) if expand => {
                references::resolve(text, self, true, value);
            }
            Meaning::Undeclared => value.push_str(known(name).unwrap_or(as_written)),
            _ => value.push_str(as_written),
        }
    }
}

impl Reader {
    /// What an entity stands for, or the reference to it as written; gives where that ends.
    pub(super) fn entity<H: Handler>(
        &mut self,
        name: &str,
        input: &Input,
        range: (usize, usize),
        handler: &mut H,
    ) -> Option<usize> {
        match self.replacement(name, input, input.span(range.0, range.1).start) {
            Ok(text) => {
                let inner = Input {
                    text: &text,
                    last: true,
                    reference: Some(input.reference.unwrap_or(range)),
                    ..*input
                };
                self.scan(&inner, handler);
            }
            Err(kind) => {
                self.fault(kind, name, input, range, handler);
                let as_written = input.slice(range.0, range.1);
                let words = match kind {
                    FaultKind::UndeclaredEntity => known(name).unwrap_or(as_written),
                    _ => as_written,
                };
                self.replaced(input, words, range, handler);
            }
        }
        Some(range.1)
    }

    /// The text that an entity stands for, or why there is none.
    ///
    /// What entities hold was weighed with them, and is not weighed again where it is read.
    fn replacement(&mut self, name: &str, input: &Input, at: u32) -> Result<Rc<str>, FaultKind> {
        let (text, weight) = match self.entities.meaning(name) {
            Meaning::Replacement(text, weight) => (Rc::clone(text), weight),
            Meaning::Endless => return Err(FaultKind::EntityLimit),
            Meaning::External => return Err(FaultKind::ExternalEntity),
            Meaning::Undeclared => return Err(FaultKind::UndeclaredEntity),
        };
        match input.reference.is_some() || self.entities.may_read(weight, at) {
            true => Ok(text),
            false => Err(FaultKind::EntityLimit),
        }
    }

    /// How long an entity is, and what is wrong with it.
    pub(super) fn weight(&self, name: &str) -> (Option<FaultKind>, u32) {
        match self.entities.meaning(name) {
            Meaning::Replacement(_, weight) => (None, weight),
            Meaning::Endless => (Some(FaultKind::EntityLimit), 0),
            Meaning::External => (Some(FaultKind::ExternalEntity), 0),
            Meaning::Undeclared => (Some(FaultKind::UndeclaredEntity), 0),
        }
    }
}
