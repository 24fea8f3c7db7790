//! Documents that nobody wrote: fragments of records and texts in any order, and programs for the builder of texts.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use reading_room::{
    Date, Language, ListKind, Look, NameKind, NodeKind, Note, NoteKind, Property, Reading,
    ReadingKind, Role, Text, TextBuilder,
};

/// What records and texts are made of, and what looks like it.
pub const FRAGMENTS: &[&str] = &[
    "**",
    "__",
    "*",
    "#",
    "## ",
    ":",
    "Citation",
    "Summary",
    "**Citation:**",
    "**Summary**",
    "Title:",
    "Date:",
    "Original Language:",
    "Contents:",
    "**Contents:**",
    "Text",
    "Translation - English",
    "Original - Arabic",
    "Translation",
    "From:",
    "To:",
    "Rights:",
    "Record ID: 7",
    "Source: Naval Museum",
    "Weather:",
    "November 14, 1962",
    "14.XI.62",
    "circa 1950",
    "A. DOBRYNIN",
    "J. Smit",
    "[Source: AVP RF; translation by A. Ruiz.]",
    "[1]",
    "[2]",
    "[1] A note.",
    "[*]",
    "[",
    "]",
    "(",
    "\"",
    "“A title”, May 9, 1961, Port Digital Archive, Museum, f. 5",
    "translated by",
    "copy obtained by",
    "provided to",
    ";",
    ",",
    ".",
    " and ",
    "<https://archive.example/7>",
    "https://archive.example/8.",
    "<script>alert(1)</script>",
    "&amp;",
    "the lamp on the northern point has been dark",
    "The keeper is alone.",
    "he",
    "Лампа",
    "مصباح",
    "灯",
    "🛢",
    "e\u{301}",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\0",
    "\t",
    "    ",
    "Telegram from A to B",
    "Ambassador to the USA",
    "Statement of Ines Duarte, Chairman, Opposing it",
    "which nobody who passes the point at night can see from the sea before it is too late",
    // What plain text is made of.
    "tele-",
    "gram",
    "light-",
    "house",
    "soft\u{ad}",
    "signed¬",
    "and so it goes on until the page ends in the middle of a",
    "- 2 -",
    "[Page 417]",
    "Page 3 of 5",
    "417",
    "418",
    "2.",
    "3.",
    "the lamp*",
    "* At the foot of the page.",
    "the reef†",
    "† Another one.",
    "the oil¹²",
    "¹² A raised one.",
    "1. oil for the winter",
    "2. a second lamp",
    "(a) wicks",
    "- matches",
    "    further in than the others",
    "        and further still",
    "THE DARK LAMP",
    "CHAPTER II.",
    "II.",
    "=======",
    "-----",
    "Norrvik, 9 May 1961",
    "Dear Sir,",
    "Yours faithfully,",
    "/s/ J. Smit",
    "Keeper of the lamp",
    "灯台は火曜日から暗い",
    "油を頼む",
];

pub const SEPARATORS: &[&str] = &[
    "",
    " ",
    " ",
    "  ",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\r\n",
    "\r",
    "\r\n\r\n",
    "\u{c}",
    "\n\u{c}\n",
];

/// Anything that fragments make.
pub fn fragments() -> impl Strategy<Value = String> {
    vec((select(FRAGMENTS), select(SEPARATORS)), 1..40).prop_map(|parts| {
        parts
            .iter()
            .flat_map(|(words, gap)| [*words, *gap])
            .collect()
    })
}

/// A record: labels dressed alike, in any order, with values and texts.
pub fn records() -> impl Strategy<Value = String> {
    let labels = &[
        "Title",
        "Date",
        "Citation",
        "Summary",
        "Original Language",
        "Contents",
        "Rights",
        "Weather",
        "From",
    ];
    let dresses = &[
        ("**", ":**\n\n"),
        ("**", "**\n\n"),
        ("", ":\n\n"),
        ("", ": "),
        ("## ", "\n\n"),
        ("**", ":** "),
    ];
    let value = vec(
        (select(FRAGMENTS), select(&[" ", " ", "\n", "\n\n"][..])),
        1..8,
    );
    let fields = vec((select(&labels[..]), value), 1..9);
    (select(&dresses[..]), fields).prop_map(|((before, after), fields)| {
        let mut record = String::new();
        for (label, value) in fields {
            record.push_str(&format!("{before}{label}{after}"));
            value
                .iter()
                .for_each(|(words, gap)| record.extend([*words, *gap]));
            record.push_str("\n\n");
        }
        record
    })
}

/// What XML is made of, and what looks like it.
const MARKS: &[&str] = &[
    "<p>",
    "</p>",
    "<p xml:id=\"a\">",
    "<p rend=\"center\">",
    "<hi>",
    "</hi>",
    "<hi rend=\"italic\">",
    "<div>",
    "</div>",
    "<div type=\"document\" xml:id=\"d\" n=\"1\">",
    "<head>",
    "</head>",
    "<note>",
    "</note>",
    "<note n=\"1\" xml:id=\"n\">",
    "<note place=\"margin\">",
    "<note xml:lang=\"de\">",
    "<lb/>",
    "<lb break=\"no\"/>",
    "<pb n=\"2\"/>",
    "<anchor xml:id=\"b\"/>",
    "<gap/>",
    "<gap><desc>a hole</desc></gap>",
    "<choice>",
    "</choice>",
    "<sic>",
    "</sic>",
    "<corr>",
    "</corr>",
    "<app>",
    "</app>",
    "<lem>",
    "</lem>",
    "<rdg wit=\"#A\">",
    "</rdg>",
    "<subst>",
    "</subst>",
    "<del>",
    "</del>",
    "<add>",
    "</add>",
    "<list>",
    "</list>",
    "<list type=\"gloss\">",
    "<item>",
    "</item>",
    "<label>",
    "</label>",
    "<table>",
    "</table>",
    "<row>",
    "</row>",
    "<cell cols=\"2\">",
    "</cell>",
    "<lg>",
    "</lg>",
    "<l>",
    "</l>",
    "<sp>",
    "</sp>",
    "<speaker>",
    "</speaker>",
    "<stage>",
    "</stage>",
    "<q>",
    "</q>",
    "<quote>",
    "</quote>",
    "<cit>",
    "</cit>",
    "<ref target=\"#a\">",
    "</ref>",
    "<ptr target=\"#n\"/>",
    "<figure>",
    "</figure>",
    "<figDesc>",
    "</figDesc>",
    "<eg>",
    "</eg>",
    "<fw>",
    "</fw>",
    "<opener>",
    "</opener>",
    "<dateline>",
    "</dateline>",
    "<closer>",
    "</closer>",
    "<signed>",
    "</signed>",
    "<date when=\"1962-11-14\">",
    "</date>",
    "<glow>",
    "</glow>",
    "<TEI>",
    "</TEI>",
    "<teiHeader>",
    "</teiHeader>",
    "<text>",
    "</text>",
    "<group>",
    "</group>",
    "<body>",
    "</body>",
    "<surface>",
    "</surface>",
    "<zone/>",
    "<line>",
    "</line>",
    "<ab>",
    "</ab>",
    "<supplied>",
    "</supplied>",
    "<foreign xml:lang=\"ar\">",
    "</foreign>",
    "<seg xml:id=\"c\">",
    "</seg>",
    "&amp;",
    "&#x2014;",
    "&nothing;",
    "<!-- a -->",
    "<![CDATA[<b>]]>",
    "<?a b?>",
    "<",
    "&",
    "]]>",
];

/// A document of TEI with anything in its text.
pub fn elements() -> impl Strategy<Value = String> {
    let words = &["lamp", "dark", " ", " ", "\n  ", "", "", "灯", "مصباح"];
    vec((select(MARKS), select(&words[..])), 0..40).prop_map(|parts| {
        let body: String = parts
            .iter()
            .flat_map(|(mark, words)| [*mark, *words])
            .collect();
        format!("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>{body}</body></text></TEI>")
    })
}

/// What a program for the builder of texts may do.
#[derive(Clone, Debug)]
pub enum Order {
    Open(NodeKind),
    Close,
    Push(&'static str),
    Fold(&'static str),
    Join,
    Property(Property, &'static str),
    Date,
    OpenNote(NoteKind, Option<&'static str>),
    CloseNote,
    OpenReading,
    Restore,
}

/// Every kind of node, and anchors of flows that are there or not.
pub const KINDS: &[NodeKind] = &[
    NodeKind::Division,
    NodeKind::Opener,
    NodeKind::Closer,
    NodeKind::Postscript,
    NodeKind::TitlePage,
    NodeKind::Quotation,
    NodeKind::Aside,
    NodeKind::Address,
    NodeKind::List(ListKind::Bulleted),
    NodeKind::List(ListKind::Ordered),
    NodeKind::List(ListKind::Simple),
    NodeKind::List(ListKind::Gloss),
    NodeKind::Item,
    NodeKind::Table,
    NodeKind::Row,
    NodeKind::Cell,
    NodeKind::Figure,
    NodeKind::Stanza,
    NodeKind::Speech,
    NodeKind::Heading,
    NodeKind::Paragraph,
    NodeKind::Block,
    NodeKind::Dateline,
    NodeKind::Salute,
    NodeKind::Signed,
    NodeKind::Byline,
    NodeKind::Trailer,
    NodeKind::AddressLine,
    NodeKind::Label,
    NodeKind::Line,
    NodeKind::Speaker,
    NodeKind::Stage,
    NodeKind::Bibliography,
    NodeKind::Preformatted,
    NodeKind::Date,
    NodeKind::Time,
    NodeKind::Highlighted(Look::ITALIC),
    NodeKind::Highlighted(Look::BOLD.with(Look::SMALL_CAPITALS)),
    NodeKind::Highlighted(Look::SUPERSCRIPT),
    NodeKind::Highlighted(Look::CENTERED),
    NodeKind::Name(NameKind::Person),
    NodeKind::Term,
    NodeKind::Title,
    NodeKind::Foreign,
    NodeKind::Quoted,
    NodeKind::Link,
    NodeKind::Deletion,
    NodeKind::Addition,
    NodeKind::Supplied,
    NodeKind::Unclear,
    NodeKind::Surplus,
    NodeKind::Expansion,
    NodeKind::Abbreviation,
    NodeKind::Correction,
    NodeKind::Choice,
    NodeKind::Formula,
    NodeKind::PageBreak,
    NodeKind::ColumnBreak,
    NodeKind::LineBreak,
    NodeKind::Milestone,
    NodeKind::Gap,
    NodeKind::Blank,
    NodeKind::Graphic,
    NodeKind::Place,
    NodeKind::Anchor(0),
    NodeKind::Anchor(1),
    NodeKind::Anchor(2),
];

/// What nodes hold one another most often in: chance alone makes few tables.
const NESTED: &[NodeKind] = &[
    NodeKind::Table,
    NodeKind::Row,
    NodeKind::Cell,
    NodeKind::List(ListKind::Bulleted),
    NodeKind::List(ListKind::Gloss),
    NodeKind::Item,
    NodeKind::Label,
    NodeKind::Heading,
    NodeKind::Link,
    NodeKind::Choice,
    NodeKind::Highlighted(Look::ITALIC),
    NodeKind::Anchor(1),
];

/// What sources say of nodes, and what no page may say after them.
const SAID: &[(Property, &str)] = &[
    (Property::Id, "a"),
    (Property::Id, "b"),
    (Property::Id, "note-1"),
    (Property::Id, "not a name"),
    (Property::Id, "\"><script>"),
    (Property::Label, "5"),
    (Property::Label, "12v"),
    (Property::Language, "he"),
    (Property::Language, "ar-Latn"),
    (Property::Language, "ja"),
    (Property::Language, "\" onclick=\"alert(1)"),
    (Property::Type, "attachment"),
    (Property::Date, "1962-11-14"),
    (Property::Date, "1962-10~"),
    (Property::Target, "#a"),
    (Property::Target, "#b #a"),
    (Property::Target, "#note-1"),
    (Property::Target, "https://archive.example/7"),
    (Property::Target, "javascript:alert(1)"),
    (Property::Target, "../d2.xml"),
    (Property::Rendition, "indent"),
    (Property::Rendition, "position: fixed; text-indent: 3em"),
    (Property::Place, "above"),
    (Property::Reason, "illegible"),
    (Property::Extent, "3 lines"),
    (Property::Extent, "2 chars"),
    (Property::Columns, "2"),
    (Property::Rows, "-1"),
    (Property::Rows, "99999999999"),
    (Property::Role, "label"),
    (Property::Description, "A lamp <dark>"),
];

pub fn orders() -> impl Strategy<Value = Vec<Order>> {
    // No parser is ever given this one: decoding replaces it.
    let words = || select(FRAGMENTS).prop_filter("a character of no text", |words| *words != "\0");
    let notes = &[
        NoteKind::Numbered,
        NoteKind::Margin,
        NoteKind::Inline,
        NoteKind::Source {
            repeats_record: false,
        },
    ];
    let labels = &[None, Some("1"), Some("0"), Some("*")];
    let order = prop_oneof![
        3 => select(KINDS).prop_map(Order::Open),
        3 => select(NESTED).prop_map(Order::Open),
        5 => Just(Order::Close),
        3 => words().prop_map(Order::Push),
        3 => words().prop_map(Order::Fold),
        1 => Just(Order::Join),
        2 => select(SAID).prop_map(|(property, value)| Order::Property(property, value)),
        1 => Just(Order::Date),
        1 => (select(&notes[..]), select(&labels[..])).prop_map(|(kind, label)| Order::OpenNote(kind, label)),
        1 => Just(Order::CloseNote),
        1 => Just(Order::OpenReading),
        1 => Just(Order::Restore),
    ];
    vec(order, 0..60)
}

/// Builds what the orders say, however little sense it makes.
pub fn build(orders: Vec<Order>) -> Text {
    let mut text = TextBuilder::new(Role::Original, Language::from_name("Russian"));
    for order in orders {
        match order {
            Order::Open(kind) => text.open(kind),
            Order::Close => text.close(),
            Order::Push(words) => text.push(words),
            Order::Fold(words) => text.fold(words),
            Order::Join => text.join(),
            Order::Property(property, value) => text.property(property, value),
            Order::Date => text.date(&Date::parse("14 November 1962").unwrap()),
            Order::OpenNote(kind, label) => text.open_note(Note {
                kind,
                label: label.map(str::to_owned),
                id: label.map(|_| "b".to_owned()),
            }),
            Order::CloseNote => text.close_flow(),
            Order::OpenReading => text.open_reading(Reading {
                kind: ReadingKind::Sic,
                witness: None,
            }),
            Order::Restore => text.restore_flow(),
        }
    }
    text.finish()
}
