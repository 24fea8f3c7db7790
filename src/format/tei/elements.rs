//! What each element of TEI means to a reader: the one table. A new element is a line in it.

use crate::document::{ListKind, Look, NameKind, NodeKind, ReadingKind};

/// What an element means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A group of blocks.
    Group(NodeKind),
    /// A block: words on lines of its own.
    Block(NodeKind),
    /// Words in a line.
    Inline(NodeKind),
    /// A group or block where blocks stand, words in a line where words stand.
    Either(NodeKind, NodeKind),
    /// A place, and no words.
    Milestone(NodeKind),
    /// A list, whose kind its attributes tell.
    List,
    /// Words whose look its attributes tell.
    Highlighted,
    /// A name; of what, its attributes tell.
    Name,
    /// A note, whose kind its attributes tell.
    Note,
    /// Readings of which one stands in the text.
    Choice,
    /// In a choice, the reading that stands in the text; elsewhere, words in a line.
    Reading(NodeKind),
    /// In a choice, a reading that the text does not follow; elsewhere, words in a line.
    Alternative(ReadingKind, NodeKind),
    /// In an apparatus, a witness's reading: the first stands in the text, if no other does.
    Witness,
    /// A document with a record and texts of its own.
    Document,
    /// The record.
    Header,
    /// The images of the source.
    Facsimile,
    /// A surface of the source, with what is written on it.
    Surface,
    /// Words about the page, not of the text: kept, and not shown.
    Hidden,
    /// What stands elsewhere. It is not fetched.
    Elsewhere,
    /// Nothing of its own: what it holds stands where it stands.
    Transparent,
}

#[cfg(feature = "full")]
impl Meaning {
    /// What it means, in the words of `docs/reading.md`.
    fn as_str(self) -> &'static str {
        match self {
            Meaning::Group(_) => "group of blocks",
            Meaning::Block(_) => "block",
            Meaning::Inline(_) => "in a line",
            Meaning::Either(..) => "block, or in a line",
            Meaning::Milestone(_) => "milestone",
            Meaning::List => "list",
            Meaning::Highlighted => "look",
            Meaning::Name => "name",
            Meaning::Note => "note",
            Meaning::Choice => "choice",
            Meaning::Reading(_) => "reading",
            Meaning::Alternative(..) | Meaning::Witness => "other reading",
            Meaning::Document => "document",
            Meaning::Header => "record",
            Meaning::Facsimile => "images",
            Meaning::Surface => "surface",
            Meaning::Hidden => "kept, not shown",
            Meaning::Elsewhere => "not fetched",
            Meaning::Transparent => "transparent",
        }
    }

    /// The kind of node that it makes, where that is settled.
    fn kind(self) -> Option<NodeKind> {
        match self {
            Meaning::Group(kind)
            | Meaning::Block(kind)
            | Meaning::Inline(kind)
            | Meaning::Either(kind, _)
            | Meaning::Milestone(kind)
            | Meaning::Reading(kind)
            | Meaning::Alternative(_, kind) => Some(kind),
            _ => None,
        }
    }
}

/// What an element of that name means in other vocabularies (JATS, DocBook, HTML), where it means something else than in
/// TEI, or nothing there.
pub(super) fn meaning_elsewhere(name: &str) -> Option<Meaning> {
    find(OTHERS, name)
        .and_then(|row| OTHERS.get(row))
        .map(|(_, meaning)| *meaning)
}

fn find(table: &Table, name: &str) -> Option<usize> {
    table.binary_search_by(|(known, _)| (*known).cmp(name)).ok()
}

/// The elements that were asked for last: documents have thousands of the same few, and the table has hundreds.
#[derive(Debug)]
pub(super) struct Recent([u16; 128]);

impl Default for Recent {
    fn default() -> Recent {
        Recent([0; 128])
    }
}

impl Recent {
    /// What an element of that name means in TEI; `None` for one that the table has not.
    pub(super) fn meaning(&mut self, name: &str) -> Option<Meaning> {
        let slot = self.0.get_mut(slot(name.as_bytes()))?;
        let recent = ELEMENTS.get(usize::from(*slot));
        if let Some((_, meaning)) = recent.filter(|(known, _)| *known == name) {
            return Some(*meaning);
        }
        let row = find(ELEMENTS, name)?;
        *slot = row as u16;
        ELEMENTS.get(row).map(|(_, meaning)| *meaning)
    }
}

/// Where a name is remembered: few of those that stand in one document have the same place.
fn slot(name: &[u8]) -> usize {
    let (Some(first), Some(last)) = (name.first(), name.last()) else {
        return 0;
    };
    (usize::from(*first) * 5 + usize::from(*last) * 3 + name.len() * 17) & 127
}

type Table = [(&'static str, Meaning)];

/// What each element of TEI means to a reader: its name, what it is, and the kind of node that it makes, where that does
/// not depend on its attributes. In the order of the names; `docs/reading.md` has the same table.
///
/// ```
/// let mut elements = reading_room::tei_elements();
/// assert!(elements.any(|element| element == ("p", "block", Some("paragraph"))));
/// ```
#[cfg(feature = "full")]
pub fn tei_elements() -> impl Iterator<Item = (&'static str, &'static str, Option<&'static str>)> {
    ELEMENTS.iter().map(|(name, meaning)| {
        let kind = meaning.kind().map(NodeKind::as_str);
        (*name, meaning.as_str(), kind)
    })
}

const PERSON: Meaning = Meaning::Inline(NodeKind::Name(NameKind::Person));
const PLACE: Meaning = Meaning::Inline(NodeKind::Name(NameKind::Place));
const BODY: Meaning = Meaning::Inline(NodeKind::Name(NameKind::Body));
const CODE: Meaning = Meaning::Inline(NodeKind::Highlighted(Look::TYPEWRITTEN));
const ITALIC: Meaning = Meaning::Inline(NodeKind::Highlighted(Look::ITALIC));
const BOLD: Meaning = Meaning::Inline(NodeKind::Highlighted(Look::BOLD));
const DIVISION: Meaning = Meaning::Group(NodeKind::Division);
const SIMPLE_LIST: Meaning = Meaning::Group(NodeKind::List(ListKind::Simple));
const ITEM: Meaning = Meaning::Block(NodeKind::Item);
const BLOCK: Meaning = Meaning::Block(NodeKind::Block);
const PARAGRAPH: Meaning = Meaning::Block(NodeKind::Paragraph);
const HEADING: Meaning = Meaning::Block(NodeKind::Heading);
const QUOTED: Meaning = Meaning::Either(NodeKind::Quotation, NodeKind::Quoted);
const STAGE: Meaning = Meaning::Either(NodeKind::Stage, NodeKind::Highlighted(Look::ITALIC));
const WORDS: Meaning = Meaning::Either(NodeKind::Block, NodeKind::Highlighted(Look::NONE));
const T: Meaning = Meaning::Transparent;

/// TEI P5, and what P4 and the *Foreign Relations of the United States* have besides.
const ELEMENTS: &Table = &[
    ("TEI", Meaning::Document),
    ("TEI.2", Meaning::Document),
    ("ab", PARAGRAPH),
    (
        "abbr",
        Meaning::Alternative(ReadingKind::Abbreviation, NodeKind::Abbreviation),
    ),
    ("accMat", BLOCK),
    ("acquisition", BLOCK),
    ("add", Meaning::Inline(NodeKind::Addition)),
    ("addName", T),
    ("addSpan", Meaning::Milestone(NodeKind::Milestone)),
    ("additional", BLOCK),
    ("additions", BLOCK),
    ("addrLine", Meaning::Block(NodeKind::AddressLine)),
    (
        "address",
        Meaning::Either(NodeKind::Address, NodeKind::Name(NameKind::Place)),
    ),
    ("adminInfo", BLOCK),
    ("affiliation", BLOCK),
    ("age", T),
    ("altIdentifier", T),
    (
        "am",
        Meaning::Alternative(ReadingKind::Abbreviation, NodeKind::Abbreviation),
    ),
    ("analytic", T),
    ("anchor", Meaning::Milestone(NodeKind::Place)),
    ("app", Meaning::Choice),
    ("argument", Meaning::Group(NodeKind::Aside)),
    ("att", CODE),
    ("attachment", DIVISION),
    ("author", PERSON),
    ("back", T),
    (
        "bibl",
        Meaning::Either(NodeKind::Bibliography, NodeKind::Highlighted(Look::NONE)),
    ),
    (
        "biblFull",
        Meaning::Either(NodeKind::Bibliography, NodeKind::Highlighted(Look::NONE)),
    ),
    ("biblScope", T),
    (
        "biblStruct",
        Meaning::Either(NodeKind::Bibliography, NodeKind::Highlighted(Look::NONE)),
    ),
    ("binaryObject", Meaning::Milestone(NodeKind::Graphic)),
    ("binding", BLOCK),
    ("bindingDesc", BLOCK),
    ("birth", BLOCK),
    ("bloc", PLACE),
    ("body", T),
    ("byline", Meaning::Block(NodeKind::Byline)),
    ("c", T),
    ("caesura", T),
    (
        "camera",
        Meaning::Either(NodeKind::Stage, NodeKind::Highlighted(Look::ITALIC)),
    ),
    (
        "caption",
        Meaning::Either(NodeKind::Stage, NodeKind::Highlighted(Look::ITALIC)),
    ),
    ("castGroup", T),
    ("castItem", ITEM),
    ("castList", SIMPLE_LIST),
    ("catDesc", ITEM),
    ("catchwords", T),
    ("category", ITEM),
    ("cb", Meaning::Milestone(NodeKind::ColumnBreak)),
    ("cell", Meaning::Block(NodeKind::Cell)),
    ("choice", Meaning::Choice),
    ("cit", QUOTED),
    ("citedRange", T),
    ("cl", T),
    ("climate", BLOCK),
    ("closer", Meaning::Group(NodeKind::Closer)),
    ("code", CODE),
    ("collation", BLOCK),
    ("collection", T),
    ("colophon", BLOCK),
    ("condition", BLOCK),
    ("corr", Meaning::Reading(NodeKind::Correction)),
    ("country", PLACE),
    ("custEvent", BLOCK),
    ("custodialHist", BLOCK),
    ("damage", Meaning::Inline(NodeKind::Unclear)),
    ("damageSpan", Meaning::Milestone(NodeKind::Milestone)),
    ("date", Meaning::Inline(NodeKind::Date)),
    ("dateline", Meaning::Block(NodeKind::Dateline)),
    ("death", BLOCK),
    ("decoDesc", BLOCK),
    ("decoNote", BLOCK),
    ("def", T),
    ("del", Meaning::Inline(NodeKind::Deletion)),
    ("delSpan", Meaning::Milestone(NodeKind::Milestone)),
    ("depth", T),
    ("desc", WORDS),
    ("dim", T),
    ("dimensions", T),
    ("distinct", T),
    ("district", PLACE),
    ("div", DIVISION),
    ("div0", DIVISION),
    ("div1", DIVISION),
    ("div2", DIVISION),
    ("div3", DIVISION),
    ("div4", DIVISION),
    ("div5", DIVISION),
    ("div6", DIVISION),
    ("div7", DIVISION),
    ("divGen", T),
    (
        "docAuthor",
        Meaning::Either(NodeKind::Block, NodeKind::Name(NameKind::Person)),
    ),
    ("docDate", WORDS),
    ("docEdition", BLOCK),
    ("docImprint", BLOCK),
    ("docTitle", T),
    ("edition", T),
    ("editor", PERSON),
    ("education", BLOCK),
    ("eg", Meaning::Block(NodeKind::Preformatted)),
    ("egXML", Meaning::Block(NodeKind::Preformatted)),
    ("ellipsis", Meaning::Milestone(NodeKind::Gap)),
    ("email", T),
    (
        "emph",
        Meaning::Inline(NodeKind::Highlighted(Look::EMPHASIS)),
    ),
    ("entry", BLOCK),
    ("entryFree", T),
    ("epigraph", Meaning::Group(NodeKind::Aside)),
    ("epilogue", DIVISION),
    ("equiv", BLOCK),
    ("etym", T),
    ("event", ITEM),
    ("eventName", T),
    ("ex", Meaning::Inline(NodeKind::Expansion)),
    ("expan", T),
    ("explicit", BLOCK),
    ("extent", T),
    ("facsimile", Meaning::Facsimile),
    ("faith", BLOCK),
    ("fallback", T),
    ("figDesc", BLOCK),
    ("figure", Meaning::Group(NodeKind::Figure)),
    ("finalRubric", BLOCK),
    ("floatingText", DIVISION),
    ("floruit", BLOCK),
    ("foliation", BLOCK),
    ("foreign", Meaning::Inline(NodeKind::Foreign)),
    ("forename", T),
    ("form", T),
    ("formula", Meaning::Inline(NodeKind::Formula)),
    ("front", T),
    ("fw", Meaning::Hidden),
    ("g", T),
    ("gap", Meaning::Milestone(NodeKind::Gap)),
    ("gb", Meaning::Milestone(NodeKind::Milestone)),
    ("gen", T),
    ("genName", T),
    ("gender", T),
    ("geo", T),
    ("geogName", PLACE),
    ("gi", CODE),
    ("gloss", Meaning::Inline(NodeKind::Term)),
    ("gram", T),
    ("gramGrp", T),
    ("graphic", Meaning::Milestone(NodeKind::Graphic)),
    ("group", T),
    ("handDesc", BLOCK),
    ("handNote", BLOCK),
    ("handShift", Meaning::Milestone(NodeKind::Milestone)),
    ("head", HEADING),
    ("headItem", Meaning::Block(NodeKind::Label)),
    ("headLabel", Meaning::Block(NodeKind::Label)),
    ("height", T),
    ("heraldry", T),
    ("hi", Meaning::Highlighted),
    ("history", BLOCK),
    ("hom", T),
    ("ident", CODE),
    ("idno", T),
    ("imprimatur", BLOCK),
    ("imprint", T),
    ("incident", STAGE),
    ("incipit", BLOCK),
    ("include", Meaning::Elsewhere),
    ("index", Meaning::Hidden),
    ("institution", T),
    ("interp", Meaning::Hidden),
    ("interpGrp", Meaning::Hidden),
    ("item", ITEM),
    ("kinesic", STAGE),
    ("l", Meaning::Block(NodeKind::Line)),
    (
        "label",
        Meaning::Either(NodeKind::Label, NodeKind::Highlighted(Look::BOLD)),
    ),
    ("lang", T),
    ("langKnowledge", BLOCK),
    ("layout", BLOCK),
    ("layoutDesc", BLOCK),
    ("lb", Meaning::Milestone(NodeKind::LineBreak)),
    ("lem", Meaning::Witness),
    ("lg", Meaning::Group(NodeKind::Stanza)),
    ("line", Meaning::Block(NodeKind::Line)),
    ("list", Meaning::List),
    ("listApp", SIMPLE_LIST),
    ("listBibl", SIMPLE_LIST),
    ("listChange", T),
    ("listEvent", SIMPLE_LIST),
    ("listNym", SIMPLE_LIST),
    ("listObject", SIMPLE_LIST),
    ("listOrg", SIMPLE_LIST),
    ("listPerson", SIMPLE_LIST),
    ("listPlace", SIMPLE_LIST),
    ("listRelation", SIMPLE_LIST),
    ("listTranspose", BLOCK),
    ("listWit", SIMPLE_LIST),
    ("location", BLOCK),
    ("locus", T),
    ("locusGrp", T),
    ("m", T),
    ("material", T),
    ("math", Meaning::Inline(NodeKind::Formula)),
    ("measure", T),
    ("measureGrp", T),
    ("media", Meaning::Milestone(NodeKind::Graphic)),
    ("mentioned", Meaning::Inline(NodeKind::Quoted)),
    ("metamark", T),
    ("milestone", Meaning::Milestone(NodeKind::Milestone)),
    ("mod", T),
    ("monogr", T),
    (
        "move",
        Meaning::Either(NodeKind::Stage, NodeKind::Highlighted(Look::ITALIC)),
    ),
    ("msContents", BLOCK),
    (
        "msDesc",
        Meaning::Either(NodeKind::Bibliography, NodeKind::Highlighted(Look::NONE)),
    ),
    ("msFrag", BLOCK),
    ("msIdentifier", BLOCK),
    ("msItem", BLOCK),
    ("msItemStruct", BLOCK),
    ("msName", T),
    ("msPart", BLOCK),
    ("musicNotation", BLOCK),
    ("name", Meaning::Name),
    ("nameLink", T),
    ("nationality", BLOCK),
    ("notatedMusic", Meaning::Group(NodeKind::Figure)),
    ("note", Meaning::Note),
    ("noteGrp", T),
    ("num", T),
    ("nym", ITEM),
    (
        "object",
        Meaning::Either(NodeKind::Item, NodeKind::Highlighted(Look::NONE)),
    ),
    ("objectDesc", BLOCK),
    ("objectName", T),
    ("objectType", T),
    ("occupation", BLOCK),
    ("opener", Meaning::Group(NodeKind::Opener)),
    ("org", ITEM),
    ("orgName", BODY),
    (
        "orig",
        Meaning::Alternative(ReadingKind::Original, NodeKind::Highlighted(Look::NONE)),
    ),
    ("origDate", T),
    ("origPlace", T),
    ("origin", T),
    ("orth", T),
    ("p", PARAGRAPH),
    ("pause", Meaning::Milestone(NodeKind::Blank)),
    ("pb", Meaning::Milestone(NodeKind::PageBreak)),
    ("pc", T),
    ("performance", BLOCK),
    ("persName", PERSON),
    ("persPronouns", T),
    ("person", ITEM),
    ("personGrp", ITEM),
    ("persona", ITEM),
    ("phr", T),
    ("physDesc", BLOCK),
    ("place", ITEM),
    ("placeName", PLACE),
    ("population", BLOCK),
    ("pos", T),
    ("postBox", T),
    ("postCode", T),
    ("postscript", Meaning::Group(NodeKind::Postscript)),
    ("prologue", DIVISION),
    ("pron", T),
    ("provenance", BLOCK),
    ("ptr", Meaning::Inline(NodeKind::Link)),
    ("pubPlace", T),
    ("publisher", T),
    ("q", QUOTED),
    ("quote", QUOTED),
    ("rb", T),
    ("rdg", Meaning::Witness),
    ("rdgGrp", T),
    ("re", T),
    ("recordHist", BLOCK),
    ("redo", T),
    ("ref", Meaning::Inline(NodeKind::Link)),
    ("reg", T),
    ("region", PLACE),
    ("relation", ITEM),
    ("repository", T),
    ("residence", BLOCK),
    ("restore", T),
    ("retrace", T),
    ("rhyme", T),
    ("role", PERSON),
    ("roleDesc", T),
    ("roleName", T),
    ("row", Meaning::Group(NodeKind::Row)),
    ("rs", Meaning::Name),
    (
        "rt",
        Meaning::Alternative(ReadingKind::Variant, NodeKind::Highlighted(Look::SMALLER)),
    ),
    ("rubric", BLOCK),
    ("ruby", T),
    ("s", T),
    ("said", QUOTED),
    ("salute", Meaning::Block(NodeKind::Salute)),
    ("script", Meaning::Hidden),
    ("seal", BLOCK),
    ("sealDesc", BLOCK),
    ("secFol", T),
    ("secl", Meaning::Inline(NodeKind::Surplus)),
    ("seg", T),
    ("sense", T),
    ("series", T),
    ("set", Meaning::Group(NodeKind::Aside)),
    ("settlement", PLACE),
    ("sex", T),
    ("shift", Meaning::Milestone(NodeKind::Milestone)),
    (
        "sic",
        Meaning::Alternative(ReadingKind::Sic, NodeKind::Correction),
    ),
    ("signatures", T),
    ("signed", Meaning::Block(NodeKind::Signed)),
    ("soCalled", Meaning::Inline(NodeKind::Quoted)),
    ("socecStatus", BLOCK),
    (
        "sound",
        Meaning::Either(NodeKind::Stage, NodeKind::Highlighted(Look::ITALIC)),
    ),
    ("sourceDoc", T),
    ("sp", Meaning::Group(NodeKind::Speech)),
    ("spGrp", T),
    ("space", Meaning::Milestone(NodeKind::Blank)),
    ("span", Meaning::Hidden),
    ("spanGrp", Meaning::Hidden),
    ("speaker", Meaning::Block(NodeKind::Speaker)),
    (
        "stage",
        Meaning::Either(NodeKind::Stage, NodeKind::Highlighted(Look::ITALIC)),
    ),
    ("stamp", BLOCK),
    ("standOff", T),
    ("state", BLOCK),
    ("street", T),
    ("style", Meaning::Hidden),
    ("subst", T),
    ("summary", BLOCK),
    ("supplied", Meaning::Inline(NodeKind::Supplied)),
    ("support", BLOCK),
    ("supportDesc", BLOCK),
    ("surface", Meaning::Surface),
    ("surfaceGrp", T),
    ("surname", T),
    ("surplus", Meaning::Inline(NodeKind::Surplus)),
    ("surrogates", BLOCK),
    ("table", Meaning::Group(NodeKind::Table)),
    ("tag", CODE),
    ("taxonomy", SIMPLE_LIST),
    (
        "tech",
        Meaning::Either(NodeKind::Stage, NodeKind::Highlighted(Look::ITALIC)),
    ),
    ("teiCorpus", Meaning::Document),
    ("teiCorpus.2", Meaning::Document),
    ("teiHeader", Meaning::Header),
    ("term", Meaning::Inline(NodeKind::Term)),
    ("terrain", BLOCK),
    ("text", T),
    ("textLang", BLOCK),
    ("time", Meaning::Inline(NodeKind::Time)),
    ("title", Meaning::Inline(NodeKind::Title)),
    ("titlePage", Meaning::Group(NodeKind::TitlePage)),
    ("titlePart", BLOCK),
    ("trailer", Meaning::Block(NodeKind::Trailer)),
    ("trait", BLOCK),
    ("transpose", BLOCK),
    ("typeDesc", BLOCK),
    ("typeNote", BLOCK),
    ("u", BLOCK),
    ("unclear", Meaning::Inline(NodeKind::Unclear)),
    ("undo", T),
    ("usg", T),
    ("val", CODE),
    (
        "view",
        Meaning::Either(NodeKind::Stage, NodeKind::Highlighted(Look::ITALIC)),
    ),
    ("vocal", STAGE),
    ("w", T),
    ("watermark", T),
    ("width", T),
    ("wit", T),
    ("witness", ITEM),
    ("writing", STAGE),
    ("xr", T),
    ("zone", BLOCK),
];

/// JATS, DocBook and HTML: what reads differently there.
const OTHERS: &Table = &[
    ("a", Meaning::Inline(NodeKind::Link)),
    ("abbrev", BLOCK),
    ("abstract", DIVISION),
    ("aff", BLOCK),
    ("app-group", DIVISION),
    ("appendix", DIVISION),
    ("article", T),
    ("article-title", HEADING),
    ("articleinfo", BLOCK),
    ("attrib", BLOCK),
    ("b", BOLD),
    ("bibliography", DIVISION),
    ("blockquote", QUOTED),
    ("bold", BOLD),
    ("book", T),
    ("bookinfo", BLOCK),
    ("boxed-text", DIVISION),
    ("br", Meaning::Milestone(NodeKind::LineBreak)),
    ("break", Meaning::Milestone(NodeKind::LineBreak)),
    ("caption", BLOCK),
    ("chapter", DIVISION),
    ("code", CODE),
    ("contrib", BLOCK),
    ("dd", ITEM),
    ("def", ITEM),
    ("def-item", ITEM),
    ("def-list", Meaning::Group(NodeKind::List(ListKind::Gloss))),
    ("disp-quote", QUOTED),
    ("div", PARAGRAPH),
    ("dl", Meaning::Group(NodeKind::List(ListKind::Gloss))),
    ("dt", Meaning::Block(NodeKind::Label)),
    ("element-citation", BLOCK),
    ("em", ITALIC),
    ("email", Meaning::Inline(NodeKind::Link)),
    ("emphasis", ITALIC),
    ("entry", Meaning::Block(NodeKind::Cell)),
    ("ext-link", Meaning::Inline(NodeKind::Link)),
    ("fig", Meaning::Group(NodeKind::Figure)),
    ("fn", Meaning::Note),
    ("footnote", Meaning::Note),
    ("front-stub", T),
    ("glossary", DIVISION),
    ("h1", HEADING),
    ("h2", HEADING),
    ("h3", HEADING),
    ("h4", HEADING),
    ("h5", HEADING),
    ("h6", HEADING),
    ("html", T),
    ("i", ITALIC),
    ("imagedata", Meaning::Milestone(NodeKind::Graphic)),
    ("img", Meaning::Milestone(NodeKind::Graphic)),
    ("info", BLOCK),
    ("informalfigure", Meaning::Group(NodeKind::Figure)),
    ("informaltable", Meaning::Group(NodeKind::Table)),
    ("italic", ITALIC),
    (
        "itemizedlist",
        Meaning::Group(NodeKind::List(ListKind::Bulleted)),
    ),
    ("kwd", BLOCK),
    ("li", ITEM),
    ("link", Meaning::Inline(NodeKind::Link)),
    ("list", Meaning::List),
    ("list-content", T),
    ("list-item", ITEM),
    ("listitem", ITEM),
    ("literal", CODE),
    ("literallayout", Meaning::Block(NodeKind::Preformatted)),
    ("mediaobject", Meaning::Group(NodeKind::Figure)),
    ("mixed-citation", BLOCK),
    ("monospace", CODE),
    ("ol", Meaning::Group(NodeKind::List(ListKind::Ordered))),
    (
        "orderedlist",
        Meaning::Group(NodeKind::List(ListKind::Ordered)),
    ),
    ("p", PARAGRAPH),
    ("para", PARAGRAPH),
    ("part", DIVISION),
    ("pre", Meaning::Block(NodeKind::Preformatted)),
    ("preface", DIVISION),
    ("preformat", Meaning::Block(NodeKind::Preformatted)),
    ("programlisting", Meaning::Block(NodeKind::Preformatted)),
    ("ref", ITEM),
    ("ref-list", DIVISION),
    (
        "sc",
        Meaning::Inline(NodeKind::Highlighted(Look::SMALL_CAPITALS)),
    ),
    ("screen", Meaning::Block(NodeKind::Preformatted)),
    ("script", Meaning::Hidden),
    ("sec", DIVISION),
    ("sect1", DIVISION),
    ("sect2", DIVISION),
    ("sect3", DIVISION),
    ("sect4", DIVISION),
    ("sect5", DIVISION),
    ("section", DIVISION),
    ("sidebar", DIVISION),
    ("simpara", PARAGRAPH),
    (
        "smcap",
        Meaning::Inline(NodeKind::Highlighted(Look::SMALL_CAPITALS)),
    ),
    ("strong", BOLD),
    ("style", Meaning::Hidden),
    (
        "sub",
        Meaning::Inline(NodeKind::Highlighted(Look::SUBSCRIPT)),
    ),
    ("sub-article", DIVISION),
    ("subject", BLOCK),
    (
        "subscript",
        Meaning::Inline(NodeKind::Highlighted(Look::SUBSCRIPT)),
    ),
    ("subtitle", HEADING),
    (
        "sup",
        Meaning::Inline(NodeKind::Highlighted(Look::SUPERSCRIPT)),
    ),
    (
        "superscript",
        Meaning::Inline(NodeKind::Highlighted(Look::SUPERSCRIPT)),
    ),
    ("table-wrap", Meaning::Group(NodeKind::Figure)),
    ("tbody", T),
    ("td", Meaning::Block(NodeKind::Cell)),
    ("term", Meaning::Block(NodeKind::Label)),
    ("tfoot", T),
    ("th", Meaning::Block(NodeKind::Cell)),
    ("thead", T),
    ("title", HEADING),
    ("tr", Meaning::Group(NodeKind::Row)),
    ("tt", CODE),
    (
        "u",
        Meaning::Inline(NodeKind::Highlighted(Look::UNDERLINED)),
    ),
    ("ul", Meaning::Group(NodeKind::List(ListKind::Bulleted))),
    ("ulink", Meaning::Inline(NodeKind::Link)),
    (
        "underline",
        Meaning::Inline(NodeKind::Highlighted(Look::UNDERLINED)),
    ),
    ("uri", Meaning::Inline(NodeKind::Link)),
    (
        "variablelist",
        Meaning::Group(NodeKind::List(ListKind::Gloss)),
    ),
    ("varlistentry", ITEM),
    ("verse-group", Meaning::Group(NodeKind::Stanza)),
    ("verse-line", BLOCK),
    ("xptr", Meaning::Inline(NodeKind::Link)),
    ("xref", Meaning::Inline(NodeKind::Link)),
];

#[cfg(test)]
mod tests {
    use super::{ELEMENTS, OTHERS};

    #[test]
    fn the_tables_are_in_the_order_of_their_names() {
        for table in [ELEMENTS, OTHERS] {
            assert!(table.is_sorted_by(|(one, _), (other, _)| one < other));
        }
    }
}
