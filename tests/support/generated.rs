//! Documents that nobody wrote: fragments of records and texts in any order, and programs for the builder of texts.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use reading_room::{
    Date, Language, NodeKind, Note, NoteKind, Property, Reading, ReadingKind, Role, Text,
    TextBuilder,
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

/// What a program for the builder of texts may do.
#[derive(Clone, Debug)]
pub enum Order {
    Open(NodeKind),
    Close,
    Push(&'static str),
    Fold(&'static str),
    Join,
    Property(&'static str),
    Date,
    OpenNote,
    CloseNote,
    OpenReading,
    Restore,
}

pub fn orders() -> impl Strategy<Value = Vec<Order>> {
    let kinds = &[
        NodeKind::Paragraph,
        NodeKind::Closer,
        NodeKind::Dateline,
        NodeKind::Signed,
        NodeKind::PageBreak,
        NodeKind::Date,
        NodeKind::Anchor(0),
        NodeKind::Anchor(1),
    ];
    let order = prop_oneof![
        3 => select(&kinds[..]).prop_map(Order::Open),
        3 => Just(Order::Close),
        3 => select(FRAGMENTS).prop_map(Order::Push),
        3 => select(FRAGMENTS).prop_map(Order::Fold),
        1 => Just(Order::Join),
        1 => select(FRAGMENTS).prop_map(Order::Property),
        1 => Just(Order::Date),
        1 => Just(Order::OpenNote),
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
            Order::Property(value) => text.property(Property::Label, value),
            Order::Date => text.date(&Date::parse("14 November 1962").unwrap()),
            Order::OpenNote => text.open_note(Note {
                kind: NoteKind::Numbered,
                label: Some("1".to_owned()),
                id: None,
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
