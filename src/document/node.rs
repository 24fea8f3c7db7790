//! The kinds of nodes: what a piece of a text is, in the terms of TEI.

use super::HAS_MARKUP;

/// What a node is. The terms are those of TEI, whose element stands behind each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    // What holds blocks.
    /// A part of the text with a heading of its own, or a document in a volume (`div`, `floatingText`).
    Division,
    /// The beginning of a letter (`opener`).
    Opener,
    /// The end of a letter or telegram (`closer`).
    Closer,
    /// What is written below the signature (`postscript`).
    Postscript,
    /// The title page of a book (`titlePage`).
    TitlePage,
    /// A passage that somebody else wrote, on lines of its own (`quote`, `cit`).
    Quotation,
    /// A passage set apart from the text that it stands in: an argument, an epigraph (`argument`, `epigraph`).
    Aside,
    /// An address as it stands on an envelope (`address`).
    Address,
    /// A list.
    List(ListKind),
    /// A thing in a list (`item`).
    Item,
    /// A table; holds rows.
    Table,
    /// A row of a table; holds cells.
    Row,
    /// A cell of a table.
    Cell,
    /// A picture, with its words (`figure`).
    Figure,
    /// A stanza (`lg`); holds verse lines.
    Stanza,
    /// What one person says on a stage (`sp`).
    Speech,
    // Blocks.
    /// A heading (`head`).
    Heading,
    /// A paragraph (`p`, `ab`).
    Paragraph,
    /// A block of which no more is known than that it stands on lines of its own.
    Block,
    /// The line that says when, or where, it was written (`dateline`).
    Dateline,
    /// The words that greet (`salute`).
    Salute,
    /// The signature (`signed`).
    Signed,
    /// Who wrote it, below a heading (`byline`).
    Byline,
    /// The words at the end of a part: `The end` (`trailer`).
    Trailer,
    /// A line of an address (`addrLine`).
    AddressLine,
    /// The term that an item of a list explains, or the mark before it (`label`).
    Label,
    /// A line of verse (`l`).
    Line,
    /// The name before a speech (`speaker`).
    Speaker,
    /// What happens on a stage (`stage`).
    Stage,
    /// An entry of a bibliography (`bibl`).
    Bibliography,
    /// Words in which every space and line end counts (`eg`, `code`).
    Preformatted,
    // What stands in a line.
    /// A date in the words (`date`); its value is [`Property::Date`](super::Property::Date).
    Date,
    /// A time of day (`time`).
    Time,
    /// Words that look different in the source (`hi`, `emph`).
    Highlighted(Look),
    /// The name of a person, a place, a body, a ship (`persName`, `placeName`, `orgName`, `name`, `rs`).
    Name(NameKind),
    /// A word that the text uses as a term, or explains (`term`, `gloss`).
    Term,
    /// The title of a work (`title`).
    Title,
    /// Words in another language (`foreign`).
    Foreign,
    /// Somebody's words in the line (`q`, `said`, `quote`).
    Quoted,
    /// A reference: to a place in the document, to another file, to the web (`ref`).
    Link,
    /// Words that were struck out (`del`).
    Deletion,
    /// Words that were put in later (`add`).
    Addition,
    /// Words that an editor supplies (`supplied`).
    Supplied,
    /// Words that can hardly be read (`unclear`, `damage`).
    Unclear,
    /// Words that an editor takes to be too many (`surplus`).
    Surplus,
    /// The letters that an editor adds to an abbreviation (`ex`).
    Expansion,
    /// An abbreviation (`abbr`).
    Abbreviation,
    /// Words that an editor corrected (`corr`), or marked as they stand (`sic`).
    Correction,
    /// Words that stand for other readings, whose anchors it holds (`choice`, `app`).
    Choice,
    /// A formula (`formula`).
    Formula,
    // Milestones: nodes without words.
    /// A page of the source ends and another begins (`pb`).
    PageBreak,
    /// A column ends and another begins (`cb`).
    ColumnBreak,
    /// A line of the source ends and another begins (`lb`).
    LineBreak,
    /// Another unit begins, which crosses the text's structure (`milestone`, `gb`).
    Milestone,
    /// Something is missing (`gap`).
    Gap,
    /// A blank that means something (`space`).
    Blank,
    /// An image (`graphic`).
    Graphic,
    /// A place that has a name, and nothing else (`anchor`, and an element that stands for no node of its own).
    Place,
    /// The place that another flow belongs to: [`Text::flow`](super::Text::flow) of that index.
    Anchor(u32),
}

/// What a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// With a sign before each item.
    Bulleted,
    /// With the items' numbers.
    Ordered,
    /// Without signs: participants, names.
    Simple,
    /// Labels with what they mean (`gloss`).
    Gloss,
}

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// A body: a ministry, a company.
    Body,
    /// Something else, or the source does not say.
    Other,
}

/// How words look in the source: a fixed list of meanings, several of which may hold at once.
///
/// ```
/// use reading_room::Look;
/// let look = Look::ITALIC.with(Look::BOLD);
/// assert!(look.has(Look::BOLD) && !look.has(Look::STRUCK));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look(u16);

impl Look {
    /// As the words around it.
    pub const NONE: Look = Look(0);
    /// Slanted.
    pub const ITALIC: Look = Look(1);
    /// Heavy.
    pub const BOLD: Look = Look(1 << 1);
    /// Capitals of the height of small letters.
    pub const SMALL_CAPITALS: Look = Look(1 << 2);
    /// All in capitals.
    pub const CAPITALS: Look = Look(1 << 3);
    /// With a line below.
    pub const UNDERLINED: Look = Look(1 << 4);
    /// With a line through it.
    pub const STRUCK: Look = Look(1 << 5);
    /// Small, and above the line.
    pub const SUPERSCRIPT: Look = Look(1 << 6);
    /// Small, and below the line.
    pub const SUBSCRIPT: Look = Look(1 << 7);
    /// With space between the letters.
    pub const SPACED: Look = Look(1 << 8);
    /// Smaller than the words around it.
    pub const SMALLER: Look = Look(1 << 9);
    /// Larger than the words around it.
    pub const LARGER: Look = Look(1 << 10);
    /// As a typewriter writes.
    pub const TYPEWRITTEN: Look = Look(1 << 11);
    /// In the middle of the line.
    pub const CENTERED: Look = Look(1 << 12);
    /// At the right edge.
    pub const FLUSH_RIGHT: Look = Look(1 << 13);
    /// The author's stress, whatever it looks like (`emph`).
    pub const EMPHASIS: Look = Look(1 << 14);
    /// Marked, as with the colour of a highlighter.
    pub const HIGHLIGHTER: Look = Look(1 << 15);

    /// Where words stand on their line.
    pub(crate) const PLACED: Look = Look::CENTERED.with(Look::FLUSH_RIGHT);

    /// Every look, with its name in the inspection.
    pub const ALL: [(Look, &'static str); 16] = [
        (Look::ITALIC, "italic"),
        (Look::BOLD, "bold"),
        (Look::SMALL_CAPITALS, "small-capitals"),
        (Look::CAPITALS, "capitals"),
        (Look::UNDERLINED, "underlined"),
        (Look::STRUCK, "struck"),
        (Look::SUPERSCRIPT, "superscript"),
        (Look::SUBSCRIPT, "subscript"),
        (Look::SPACED, "spaced"),
        (Look::SMALLER, "smaller"),
        (Look::LARGER, "larger"),
        (Look::TYPEWRITTEN, "typewritten"),
        (Look::CENTERED, "centered"),
        (Look::FLUSH_RIGHT, "flush-right"),
        (Look::EMPHASIS, "emphasis"),
        (Look::HIGHLIGHTER, "highlighter"),
    ];

    /// Both looks.
    pub const fn with(self, other: Look) -> Look {
        Look(self.0 | other.0)
    }

    /// What both looks have in common.
    pub const fn common(self, other: Look) -> Look {
        Look(self.0 & other.0)
    }

    /// What the other one has not.
    pub const fn without(self, other: Look) -> Look {
        Look(self.0 & !other.0)
    }

    /// Whether it is, among others, this look.
    pub const fn has(self, look: Look) -> bool {
        self.0 & look.0 == look.0
    }
}

impl NodeKind {
    /// Whether it stands on lines of its own.
    pub const fn is_block(self) -> bool {
        use NodeKind::*;
        matches!(
            self,
            Division
                | Opener
                | Closer
                | Postscript
                | TitlePage
                | Quotation
                | Aside
                | Address
                | List(_)
                | Item
                | Table
                | Row
                | Cell
                | Figure
                | Stanza
                | Speech
                | Heading
                | Paragraph
                | Block
                | Dateline
                | Salute
                | Signed
                | Byline
                | Trailer
                | AddressLine
                | Label
                | Line
                | Speaker
                | Stage
                | Bibliography
                | Preformatted
        )
    }

    /// Whether it has no words: it marks a place.
    pub const fn is_milestone(self) -> bool {
        use NodeKind::*;
        matches!(
            self,
            PageBreak
                | ColumnBreak
                | LineBreak
                | Milestone
                | Gap
                | Blank
                | Graphic
                | Place
                | Anchor(_)
        )
    }

    /// A name in lower case: `page-break`.
    pub fn as_str(self) -> &'static str {
        match self {
            NodeKind::Closer => "closer",
            NodeKind::Paragraph => "paragraph",
            NodeKind::Dateline => "dateline",
            NodeKind::Signed => "signed",
            NodeKind::Date => "date",
            NodeKind::PageBreak => "page-break",
            // The inspection says of what: `note-anchor`, `reading-anchor`.
            NodeKind::Anchor(_) => "anchor",
            _ if !HAS_MARKUP => "",
            NodeKind::Division => "division",
            NodeKind::Opener => "opener",
            NodeKind::Postscript => "postscript",
            NodeKind::TitlePage => "title-page",
            NodeKind::Quotation => "quotation",
            NodeKind::Aside => "aside",
            NodeKind::Address => "address",
            NodeKind::List(ListKind::Bulleted) => "bulleted-list",
            NodeKind::List(ListKind::Ordered) => "ordered-list",
            NodeKind::List(ListKind::Simple) => "list",
            NodeKind::List(ListKind::Gloss) => "glossary",
            NodeKind::Item => "item",
            NodeKind::Table => "table",
            NodeKind::Row => "row",
            NodeKind::Cell => "cell",
            NodeKind::Figure => "figure",
            NodeKind::Stanza => "stanza",
            NodeKind::Speech => "speech",
            NodeKind::Heading => "heading",
            NodeKind::Block => "block",
            NodeKind::Salute => "salute",
            NodeKind::Byline => "byline",
            NodeKind::Trailer => "trailer",
            NodeKind::AddressLine => "address-line",
            NodeKind::Label => "label",
            NodeKind::Line => "line",
            NodeKind::Speaker => "speaker",
            NodeKind::Stage => "stage",
            NodeKind::Bibliography => "bibliography",
            NodeKind::Preformatted => "preformatted",
            NodeKind::Time => "time",
            NodeKind::Highlighted(_) => "highlighted",
            NodeKind::Name(NameKind::Person) => "person",
            NodeKind::Name(NameKind::Place) => "place-name",
            NodeKind::Name(NameKind::Body) => "body",
            NodeKind::Name(NameKind::Other) => "name",
            NodeKind::Term => "term",
            NodeKind::Title => "title",
            NodeKind::Foreign => "foreign",
            NodeKind::Quoted => "quoted",
            NodeKind::Link => "link",
            NodeKind::Deletion => "deletion",
            NodeKind::Addition => "addition",
            NodeKind::Supplied => "supplied",
            NodeKind::Unclear => "unclear",
            NodeKind::Surplus => "surplus",
            NodeKind::Expansion => "expansion",
            NodeKind::Abbreviation => "abbreviation",
            NodeKind::Correction => "correction",
            NodeKind::Choice => "choice",
            NodeKind::Formula => "formula",
            NodeKind::ColumnBreak => "column-break",
            NodeKind::LineBreak => "line-break",
            NodeKind::Milestone => "milestone",
            NodeKind::Gap => "gap",
            NodeKind::Blank => "blank",
            NodeKind::Graphic => "graphic",
            NodeKind::Place => "place",
        }
    }
}
