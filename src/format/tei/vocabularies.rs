//! Elements of TEI and of other vocabularies to their meanings.

use super::elements::{ELEMENTS, Meaning, Table, index, look_up};
use crate::document::{ListKind, Look, NodeKind};
use crate::names::Names;

/// The meanings of names, to be looked up: every element of a document is.
#[derive(Debug)]
pub(super) struct Meanings {
    tei: Names,
    others: Names,
}

impl Default for Meanings {
    fn default() -> Meanings {
        Meanings {
            tei: index(ELEMENTS),
            others: index(OTHERS),
        }
    }
}

impl Meanings {
    /// What an element of that name means, in TEI or elsewhere; `None` for one that is in neither table.
    pub(super) fn of(&mut self, name: &str, is_foreign: bool) -> Option<Meaning> {
        let (tei, others) = ((&self.tei, ELEMENTS), (&self.others, OTHERS));
        let (first, second) = match is_foreign {
            true => (others, tei),
            false => (tei, others),
        };
        look_up(first, name).or_else(|| look_up(second, name))
    }
}

/// JATS, DocBook and HTML: what reads differently there.
const OTHERS: &Table = &[
    (
        Meaning::Group(NodeKind::Division),
        "abstract app-group appendix bibliography boxed-text chapter glossary part preface ref-list sec sect1 \
         sect2 sect3 sect4 sect5 section sidebar sub-article",
    ),
    (
        Meaning::Group(NodeKind::List(ListKind::Gloss)),
        "def-list dl variablelist",
    ),
    (
        Meaning::Group(NodeKind::Figure),
        "fig informalfigure mediaobject table-wrap",
    ),
    (Meaning::Group(NodeKind::Table), "informaltable"),
    (
        Meaning::Group(NodeKind::List(ListKind::Bulleted)),
        "itemizedlist ul",
    ),
    (
        Meaning::Group(NodeKind::List(ListKind::Ordered)),
        "ol orderedlist",
    ),
    (Meaning::Group(NodeKind::Row), "tr"),
    (Meaning::Group(NodeKind::Stanza), "verse-group"),
    (
        Meaning::Block(NodeKind::Block),
        "abbrev aff articleinfo attrib bookinfo caption contrib element-citation info kwd mixed-citation \
         subject verse-line",
    ),
    (
        Meaning::Block(NodeKind::Heading),
        "article-title h1 h2 h3 h4 h5 h6 subtitle title",
    ),
    (
        Meaning::Block(NodeKind::Item),
        "dd def def-item li list-item listitem ref varlistentry",
    ),
    (Meaning::Block(NodeKind::Paragraph), "div p para simpara"),
    (Meaning::Block(NodeKind::Label), "dt term"),
    (Meaning::Block(NodeKind::Cell), "entry td th"),
    (
        Meaning::Block(NodeKind::Preformatted),
        "literallayout pre preformat programlisting screen",
    ),
    (
        Meaning::Either(NodeKind::Quotation, NodeKind::Quoted),
        "blockquote disp-quote",
    ),
    (
        Meaning::Inline(NodeKind::Link),
        "xptr a email ext-link link ulink uri xref",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::BOLD)),
        "b bold strong",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::TYPEWRITTEN)),
        "code literal monospace tt",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::ITALIC)),
        "em emphasis i italic",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::SMALL_CAPITALS)),
        "sc smcap",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::SUBSCRIPT)),
        "sub subscript",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::SUPERSCRIPT)),
        "sup superscript",
    ),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::UNDERLINED)),
        "u underline",
    ),
    (Meaning::List, "list"),
    (Meaning::Note, "fn footnote"),
    (Meaning::Milestone(NodeKind::LineBreak), "br break"),
    (Meaning::Milestone(NodeKind::Graphic), "imagedata img"),
    (Meaning::Hidden, "script style"),
    (
        Meaning::Transparent,
        "article book front-stub html list-content tbody tfoot thead",
    ),
];

#[cfg(test)]
mod tests {
    use super::{ELEMENTS, Meaning, OTHERS, index};

    #[test]
    fn every_name_has_one_meaning() {
        for table in [ELEMENTS, OTHERS] {
            let names = table.iter().flat_map(|(_, names)| names.split(' '));
            assert_eq!(index(table).len(), names.count());
        }
    }

    #[test]
    fn a_build_for_tei_alone_knows_what_it_does_not_know() {
        let tei = index(ELEMENTS);
        let means_something = |row: &&(Meaning, &str)| row.0 != Meaning::Transparent;
        let mut others: Vec<_> = OTHERS
            .iter()
            .filter(means_something)
            .flat_map(|(_, names)| names.split(' '))
            .filter(|name| tei.get(name).is_none())
            .collect();
        others.sort_unstable();
        let listed: Vec<_> = include_str!("others.txt").lines().collect();
        assert_eq!(listed, others);
    }
}
