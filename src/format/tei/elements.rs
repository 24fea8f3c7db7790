//! What each element of TEI means to a reader: the one table. A new element is a word in it.

use crate::document::{ListKind, Look, NameKind, NodeKind, ReadingKind};
use crate::names::Names;

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

/// What each element of TEI means to a reader: its name, what it is, and the kind of node that it makes, where that does
/// not depend on its attributes. In the order of the names; `docs/reading.md` has the same table.
///
/// ```
/// let mut elements = reading_room::tei_elements();
/// assert!(elements.any(|element| element == ("p", "block", Some("paragraph"))));
/// ```
#[cfg(feature = "full")]
pub fn tei_elements() -> impl Iterator<Item = (&'static str, &'static str, Option<&'static str>)> {
    let mut elements: Vec<_> = ELEMENTS
        .iter()
        .flat_map(|(meaning, names)| names.split(' ').map(move |name| (name, meaning)))
        .map(|(name, meaning)| (name, meaning.as_str(), meaning.kind().map(NodeKind::as_str)))
        .collect();
    elements.sort_unstable();
    elements.into_iter()
}

/// What an element of that name means; `None` for one that is not in the table.
#[inline(always)]
pub(super) fn look_up((names, table): (&Names, &Table), name: &str) -> Option<Meaning> {
    let (meaning, _) = table.get(names.get(name)? as usize)?;
    Some(*meaning)
}

/// The names of a table, each with the row that it is in.
pub(super) fn index(table: &Table) -> Names {
    let mut names = Names::default();
    for (row, (_, words)) in (0..).zip(table) {
        for name in words.split(' ') {
            names.insert(name, row);
        }
    }
    names
}

/// What elements mean, with their names, parted by spaces.
pub(super) type Table = [(Meaning, &'static str)];

/// TEI P5, and what P4 and the *Foreign Relations of the United States* have besides.
pub(super) const ELEMENTS: &Table = &[
    (Meaning::Document, "TEI TEI.2 teiCorpus teiCorpus.2"),
    (Meaning::Header, "teiHeader"),
    (Meaning::Facsimile, "facsimile"),
    (Meaning::Surface, "surface"),
    (Meaning::Group(NodeKind::Aside), "set argument epigraph"),
    (
        Meaning::Group(NodeKind::Division),
        "epilogue prologue attachment div div0 div1 div2 div3 div4 div5 div6 div7 floatingText",
    ),
    (
        Meaning::Group(NodeKind::List(ListKind::Simple)),
        "castList listApp listBibl listEvent listNym listObject listOrg listPerson listPlace listRelation \
         listWit taxonomy",
    ),
    (Meaning::Group(NodeKind::Closer), "closer"),
    (Meaning::Group(NodeKind::Figure), "figure notatedMusic"),
    (Meaning::Group(NodeKind::Stanza), "lg"),
    (Meaning::Group(NodeKind::Opener), "opener"),
    (Meaning::Group(NodeKind::Postscript), "postscript"),
    (Meaning::Group(NodeKind::Row), "row"),
    (Meaning::Group(NodeKind::Speech), "sp"),
    (Meaning::Group(NodeKind::Table), "table"),
    (Meaning::Group(NodeKind::TitlePage), "titlePage"),
    (Meaning::Block(NodeKind::Paragraph), "ab p"),
    (
        Meaning::Block(NodeKind::Block),
        "accMat acquisition additional additions adminInfo affiliation binding bindingDesc birth climate \
         collation colophon condition custEvent custodialHist death decoDesc decoNote docEdition \
         docImprint education entry equiv explicit faith figDesc finalRubric floruit foliation handDesc \
         handNote history imprimatur incipit langKnowledge layout layoutDesc listTranspose location \
         msContents msFrag msIdentifier msItem msItemStruct msPart musicNotation nationality objectDesc \
         occupation performance physDesc population provenance recordHist residence rubric seal sealDesc \
         socecStatus stamp state summary support supportDesc surrogates terrain textLang titlePart trait \
         transpose typeDesc typeNote u zone",
    ),
    (Meaning::Block(NodeKind::AddressLine), "addrLine"),
    (Meaning::Block(NodeKind::Byline), "byline"),
    (
        Meaning::Block(NodeKind::Item),
        "castItem catDesc category event item nym org person personGrp persona place relation witness",
    ),
    (Meaning::Block(NodeKind::Cell), "cell"),
    (Meaning::Block(NodeKind::Dateline), "dateline"),
    (Meaning::Block(NodeKind::Preformatted), "eg egXML"),
    (Meaning::Block(NodeKind::Heading), "head"),
    (Meaning::Block(NodeKind::Label), "headItem headLabel"),
    (Meaning::Block(NodeKind::Line), "l line"),
    (Meaning::Block(NodeKind::Salute), "salute"),
    (Meaning::Block(NodeKind::Signed), "signed"),
    (Meaning::Block(NodeKind::Speaker), "speaker"),
    (Meaning::Block(NodeKind::Trailer), "trailer"),
    (
        Meaning::Either(NodeKind::Address, NodeKind::Name(NameKind::Place)),
        "address",
    ),
    (
        Meaning::Either(NodeKind::Bibliography, NodeKind::Highlighted(Look::NONE)),
        "bibl biblFull biblStruct msDesc",
    ),
    (
        Meaning::Either(NodeKind::Stage, NodeKind::Highlighted(Look::ITALIC)),
        "incident kinesic vocal writing camera caption move sound stage tech view",
    ),
    (
        Meaning::Either(NodeKind::Quotation, NodeKind::Quoted),
        "cit q quote said",
    ),
    (
        Meaning::Either(NodeKind::Label, NodeKind::Highlighted(Look::BOLD)),
        "label",
    ),
    (Meaning::Inline(NodeKind::Addition), "add"),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::TYPEWRITTEN)),
        "att code gi ident tag val",
    ),
    (
        Meaning::Inline(NodeKind::Name(NameKind::Person)),
        "author editor persName role",
    ),
    (
        Meaning::Inline(NodeKind::Name(NameKind::Place)),
        "bloc country district geogName placeName region settlement",
    ),
    (Meaning::Inline(NodeKind::Unclear), "damage unclear"),
    (Meaning::Inline(NodeKind::Date), "date"),
    (Meaning::Inline(NodeKind::Deletion), "del"),
    (
        Meaning::Inline(NodeKind::Highlighted(Look::EMPHASIS)),
        "emph",
    ),
    (Meaning::Inline(NodeKind::Expansion), "ex"),
    (Meaning::Inline(NodeKind::Foreign), "foreign"),
    (Meaning::Inline(NodeKind::Formula), "formula math"),
    (Meaning::Inline(NodeKind::Term), "gloss term"),
    (Meaning::Inline(NodeKind::Quoted), "mentioned soCalled"),
    (Meaning::Inline(NodeKind::Name(NameKind::Body)), "orgName"),
    (Meaning::Inline(NodeKind::Link), "ptr ref"),
    (Meaning::Inline(NodeKind::Surplus), "secl surplus"),
    (Meaning::Inline(NodeKind::Supplied), "supplied"),
    (Meaning::Inline(NodeKind::Time), "time"),
    (Meaning::Inline(NodeKind::Title), "title"),
    (Meaning::Highlighted, "hi"),
    (Meaning::Name, "name rs"),
    (Meaning::List, "list"),
    (Meaning::Note, "note"),
    (Meaning::Choice, "app choice"),
    (Meaning::Reading(NodeKind::Correction), "corr"),
    (
        Meaning::Alternative(ReadingKind::Abbreviation, NodeKind::Abbreviation),
        "abbr am",
    ),
    (
        Meaning::Alternative(ReadingKind::Original, NodeKind::Highlighted(Look::NONE)),
        "orig",
    ),
    (
        Meaning::Alternative(ReadingKind::Variant, NodeKind::Highlighted(Look::SMALLER)),
        "rt",
    ),
    (
        Meaning::Alternative(ReadingKind::Sic, NodeKind::Correction),
        "sic",
    ),
    (Meaning::Witness, "lem rdg"),
    (
        Meaning::Milestone(NodeKind::Milestone),
        "shift addSpan damageSpan delSpan gb handShift milestone",
    ),
    (Meaning::Milestone(NodeKind::Place), "anchor"),
    (
        Meaning::Milestone(NodeKind::Graphic),
        "binaryObject graphic media",
    ),
    (Meaning::Milestone(NodeKind::ColumnBreak), "cb"),
    (Meaning::Milestone(NodeKind::Gap), "ellipsis gap"),
    (Meaning::Milestone(NodeKind::LineBreak), "lb"),
    (Meaning::Milestone(NodeKind::PageBreak), "pb"),
    (Meaning::Milestone(NodeKind::Blank), "pause space"),
    (
        Meaning::Hidden,
        "fw index interp interpGrp script span spanGrp style",
    ),
    (Meaning::Elsewhere, "include"),
    // In other vocabularies it is something else.
    (Meaning::Transparent, "def email"),
    // Names that are not known mean the same. These are, so that nothing is remarked on them.
    #[cfg(feature = "full")]
    (
        Meaning::Transparent,
        "addName age altIdentifier analytic back biblScope body c caesura castGroup catchwords citedRange \
         cl collection depth dim dimensions distinct divGen docTitle edition entryFree etym \
         eventName expan extent fallback forename form front g gen genName gender geo gram gramGrp group \
         height heraldry hom idno imprint institution lang listChange locus locusGrp m material measure \
         measureGrp metamark mod monogr msName nameLink noteGrp num objectName objectType origDate \
         origPlace origin orth pc persPronouns phr pos postBox postCode pron pubPlace publisher rb rdgGrp \
         re redo reg repository restore retrace rhyme roleDesc roleName ruby s secFol seg sense series \
         sex signatures sourceDoc spGrp standOff street subst surfaceGrp surname text undo usg w \
         watermark width wit xr",
    ),
    (
        Meaning::Either(NodeKind::Block, NodeKind::Highlighted(Look::NONE)),
        "desc docDate",
    ),
    (
        Meaning::Either(NodeKind::Block, NodeKind::Name(NameKind::Person)),
        "docAuthor",
    ),
    (
        Meaning::Either(NodeKind::Item, NodeKind::Highlighted(Look::NONE)),
        "object",
    ),
];
