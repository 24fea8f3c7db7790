//! What each element of HTML means to a reader: the one table. A new element is a word in it.

use crate::document::{ListKind, Look, NodeKind};
use crate::names::Names;
use crate::scan;

/// What an element means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A block, or a group of blocks.
    Block(NodeKind),
    /// A heading of that level: a division begins with it.
    Heading(u8),
    /// Words in a line.
    Inline(NodeKind),
    /// A place, and no words.
    Milestone(NodeKind),
    /// What is in it stands on lines of its own.
    Box,
    /// The same, and divisions that begin in it end with it.
    Section,
    /// Nothing of its own: what it holds stands where it stands.
    Transparent,
    /// Neither it nor what it holds is in the text.
    Nothing,
}

/// What elements mean, with their names, parted by spaces. Those that are not in the table are transparent.
const ELEMENTS: &[(Meaning, &str)] = &[
    (Meaning::Block(NodeKind::Paragraph), "p"),
    (Meaning::Block(NodeKind::Quotation), "blockquote"),
    (
        Meaning::Block(NodeKind::List(ListKind::Bulleted)),
        "ul menu dir",
    ),
    (Meaning::Block(NodeKind::List(ListKind::Ordered)), "ol"),
    (Meaning::Block(NodeKind::List(ListKind::Gloss)), "dl"),
    (Meaning::Block(NodeKind::Item), "li dd"),
    (Meaning::Block(NodeKind::Label), "dt"),
    (Meaning::Block(NodeKind::Table), "table"),
    (Meaning::Block(NodeKind::Row), "tr"),
    (Meaning::Block(NodeKind::Cell), "td th"),
    (Meaning::Block(NodeKind::Heading), "caption figcaption"),
    (Meaning::Block(NodeKind::Figure), "figure"),
    (Meaning::Block(NodeKind::Aside), "aside"),
    (
        Meaning::Block(NodeKind::Preformatted),
        "pre listing xmp plaintext",
    ),
    (Meaning::Block(NodeKind::Block), "address legend summary"),
    (Meaning::Heading(1), "h1"),
    (Meaning::Heading(2), "h2"),
    (Meaning::Heading(3), "h3"),
    (Meaning::Heading(4), "h4"),
    (Meaning::Heading(5), "h5"),
    (Meaning::Heading(6), "h6"),
    (Meaning::Inline(NodeKind::Link), "a"),
    (Meaning::Inline(NodeKind::Quoted), "q"),
    (Meaning::Inline(NodeKind::Title), "cite"),
    (Meaning::Inline(NodeKind::Addition), "ins"),
    (Meaning::Inline(NodeKind::Deletion), "del"),
    (Meaning::Inline(NodeKind::Abbreviation), "abbr acronym"),
    (Meaning::Inline(NodeKind::Date), "time"),
    (Meaning::Inline(NodeKind::Formula), "math"),
    (Meaning::Inline(NodeKind::Highlighted(Look::EMPHASIS)), "em"),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::ITALIC)),
        "i dfn var",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::BOLD)),
        "b strong",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::UNDERLINED)),
        "u",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::STRUCK)),
        "s strike",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::SUPERSCRIPT)),
        "sup",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::SUBSCRIPT)),
        "sub",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::SMALLER)),
        "small rt",
    ),
    (Meaning::Inline(NodeKind::Highlighted(Look::LARGER)), "big"),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::HIGHLIGHTER)),
        "mark",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::TYPEWRITTEN)),
        "code kbd samp tt",
    ),
    (Meaning::Milestone(NodeKind::LineBreak), "br"),
    (Meaning::Milestone(NodeKind::Graphic), "img"),
    (Meaning::Milestone(NodeKind::Milestone), "hr"),
    (
        Meaning::Box,
        "body center col colgroup details dialog div fieldset footer form header hgroup html nav noscript search \
         tbody tfoot thead",
    ),
    (Meaning::Section, "article main section"),
    (
        Meaning::Nothing,
        "annotation annotation-xml applet area audio base basefont bgsound button canvas datalist embed frame \
         frameset head iframe input keygen link map meta meter noembed noframes object optgroup option output param \
         progress script select source style svg template textarea title track video",
    ),
];

/// The names of the table, to be looked up.
#[derive(Debug)]
pub(super) struct Elements(Names);

impl Default for Elements {
    fn default() -> Elements {
        let mut names = Names::default();
        for (row, (_, words)) in (0..).zip(ELEMENTS) {
            for name in scan::parts(words, " ") {
                names.insert(name, row);
            }
        }
        Elements(names)
    }
}

impl Elements {
    /// What an element of that name means.
    pub(super) fn meaning(&self, name: &str) -> Meaning {
        let row = self.0.get(name).and_then(|row| ELEMENTS.get(row as usize));
        row.map_or(Meaning::Transparent, |(meaning, _)| *meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::{ELEMENTS, Elements};

    #[test]
    fn every_name_has_one_meaning() {
        let names = ELEMENTS.iter().flat_map(|(_, names)| names.split(' '));
        assert_eq!(Elements::default().0.len(), names.count());
    }
}
