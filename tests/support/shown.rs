//! The words of a document in the order of its source: every flow put back at its anchor.

use reading_room::{Document, Event, NodeKind, Property, Text, walk};

/// A character that is no white space.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    pub character: char,
    /// The flow that it is of, counted over the whole document.
    pub flow: usize,
    /// What stands between it and the character before it in its flow.
    pub gap: Gap,
}

/// What stands between two characters of a flow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gap {
    /// It is the first one of its flow.
    First,
    None,
    Space,
    /// A line feed, and whether a block begins or ends there.
    Line {
        at_block: bool,
    },
    /// White space in words, or beside words, where all of it counts.
    Kept,
    /// Anything else.
    Wrong,
}

/// What a document shows.
#[derive(Default)]
pub struct Words {
    pub shown: Vec<Shown>,
    /// The descriptions of what is not words.
    pub descriptions: Vec<String>,
    flows: usize,
}

pub fn put_back(document: &Document) -> Words {
    let mut words = Words::default();
    for text in &document.texts {
        let mut seen = vec![false; text.flows().len()];
        words.flow(text, 0, &mut seen);
        assert!(seen.iter().all(|seen| *seen), "a flow has no anchor");
    }
    words
}

impl Words {
    fn flow(&mut self, text: &Text, index: usize, seen: &mut [bool]) {
        if std::mem::replace(&mut seen[index], true) {
            return;
        }
        let flow = self.flows;
        self.flows += 1;
        let (mut gap, mut at_block, mut first) = (String::new(), false, true);
        // How many nodes are open in which all white space counts, and whether one was since the last character.
        let (mut open, mut kept) = (0, false);
        for event in walk(text, &text.flows()[index]) {
            match event {
                Event::Words(words) => {
                    for character in words.chars() {
                        if matches!(character, ' ' | '\n' | '\t' | '\r') {
                            gap.push(character);
                            continue;
                        }
                        self.shown.push(Shown {
                            character,
                            flow,
                            gap: match &*gap {
                                "" if first => Gap::First,
                                "" => Gap::None,
                                "\n" if at_block => Gap::Line { at_block },
                                _ if kept && !first => Gap::Kept,
                                " " if !first => Gap::Space,
                                "\n" if !first => Gap::Line { at_block },
                                _ => Gap::Wrong,
                            },
                        });
                        gap.clear();
                        (at_block, kept, first) = (false, open > 0, false);
                    }
                }
                Event::Start(node) => {
                    at_block |= node.kind.is_block();
                    open += usize::from(node.kind == NodeKind::Preformatted);
                    kept |= open > 0;
                    let description = text.property(&node, Property::Description);
                    self.descriptions.extend(description.map(str::to_owned));
                    if let NodeKind::Anchor(index) = node.kind {
                        self.flow(text, index as usize, seen);
                    }
                }
                Event::End(node) => {
                    at_block |= node.kind.is_block();
                    open -= usize::from(node.kind == NodeKind::Preformatted);
                }
            }
        }
    }
}
