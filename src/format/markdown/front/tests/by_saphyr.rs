//! The same by a crate that knows all of YAML.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::super::pairs::{Pair, Pairs};
use crate::document::{Span, position};
use crate::limits;
use crate::scan;

/// The pairs of a block; `None` where it is no map, or breaks the rules of YAML.
///
/// An alias stands for what its anchor is at; where that is no word, or they are too many, it stays as it is written.
pub(super) fn read(block: &str) -> Option<Vec<Pair>> {
    let mut reading = Reading {
        places: Places::new(block),
        pairs: Pairs::default(),
        maps: Vec::new(),
        anchors: BTreeMap::new(),
        aliases: 0,
    };
    let mut parser = Parser::new_from_str(block);
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        let (event, span) = event.ok()?;
        if let Event::DocumentStart(_) = event {
            documents += 1;
        }
        reading.event(event, span)?;
    }
    (documents == 1).then(|| reading.pairs.finish())
}

struct Reading<'b> {
    places: Places<'b>,
    pairs: Pairs,
    /// For each map and list that is open, whether a key is next; `None` for a list.
    maps: Vec<Option<bool>>,
    anchors: BTreeMap<usize, String>,
    /// How many bytes aliases have been replaced by.
    aliases: usize,
}

impl Reading<'_> {
    fn event(&mut self, event: Event, span: saphyr_parser::Span) -> Option<()> {
        match event {
            Event::MappingStart(..) => self.start(false, span),
            Event::SequenceStart(..) => self.start(true, span),
            Event::MappingEnd | Event::SequenceEnd => {
                self.maps.pop();
                self.pairs.end();
                Some(())
            }
            Event::Scalar(words, style, anchor, _) => {
                if anchor > 0 {
                    self.anchors.insert(anchor, scan::owned(&words));
                }
                let is_plain = matches!(style, ScalarStyle::Plain);
                self.word(&words, is_plain && scan::listed(NOTHING, &words), span)
            }
            Event::Alias(anchor) => {
                let words = self.alias(anchor, span);
                self.word(&words, false, span)
            }
            _ => Some(()),
        }
    }

    /// A map or a list begins; none can be a key, and the first one is a map.
    fn start(&mut self, is_list: bool, span: saphyr_parser::Span) -> Option<()> {
        match self.maps.last_mut() {
            None if is_list => return None,
            Some(Some(true)) => return None,
            Some(Some(awaits_key)) => *awaits_key = true,
            _ => {}
        }
        let at = self.places.at(span.start.index());
        self.pairs.start(is_list, Span::new(at, at));
        self.maps.push((!is_list).then_some(true));
        Some(())
    }

    /// A key, a value, or one of a list.
    fn word(&mut self, words: &str, is_nothing: bool, span: saphyr_parser::Span) -> Option<()> {
        let start = self.places.at(span.start.index());
        let span = Span::new(start, self.places.at(span.end.index()).max(start));
        match self.maps.last_mut()? {
            Some(awaits_key @ true) => {
                *awaits_key = false;
                self.pairs.key(words, span);
            }
            of_map => {
                if let Some(awaits_key) = of_map {
                    *awaits_key = true;
                }
                self.pairs.value(words, is_nothing, span);
            }
        }
        Some(())
    }

    fn alias(&mut self, anchor: usize, span: saphyr_parser::Span) -> String {
        if let Some(words) = self.anchors.get(&anchor)
            && self.aliases + words.len() <= limits::ALIASES
        {
            self.aliases += words.len();
            return words.clone();
        }
        let start = self.places.at(span.start.index());
        let end = self.places.at(span.end.index());
        let written = Span::new(start, end).of(self.places.text);
        scan::owned(scan::trimmed(written))
    }
}

/// Plain words that stand for no value.
const NOTHING: &str = "~|null";

/// Turns numbers of characters, nearly in rising order, into those of bytes.
struct Places<'b> {
    text: &'b str,
    character: usize,
    byte: usize,
}

impl<'b> Places<'b> {
    fn new(text: &'b str) -> Places<'b> {
        Places {
            text,
            character: 0,
            byte: 0,
        }
    }

    fn at(&mut self, character: usize) -> u32 {
        while self.character > character {
            self.byte = self.text.floor_char_boundary(self.byte.saturating_sub(1));
            self.character -= 1;
        }
        for each in scan::from(self.text, self.byte).chars() {
            if self.character >= character {
                break;
            }
            self.byte += each.len_utf8();
            self.character += 1;
        }
        position(self.byte)
    }
}
