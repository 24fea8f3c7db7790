//! XML of any size, in shapes that cost a reader most.

/// A document whose text is a piece over and over, up to a size.
pub fn document(piece: &str, size: usize) -> String {
    around(&piece.repeat(size / piece.len() + 1))
}

/// A document whose text is made of numbered pieces, `{}` standing for the number.
pub fn numbered(piece: &str, size: usize) -> String {
    around(&pieces(piece, size))
}

/// Numbered pieces, `{}` standing for the number.
pub fn pieces(piece: &str, size: usize) -> String {
    let mut words = String::new();
    let mut number = 0;
    while words.len() < size {
        words.push_str(&piece.replace("{}", &number.to_string()));
        number += 1;
    }
    words
}

pub fn around(body: &str) -> String {
    format!("{HEADER}<text><body>{body}</body></text></TEI>")
}

/// A short letter.
fn letter() -> String {
    let lines = "<p>The lamp on the northern point has been dark since Monday; nobody who passes it at night can see it \
        from the sea before it is too late.</p>";
    format!(
        "<div type=\"document\" xml:id=\"d{{}}\" n=\"{{}}\"><head>{{}}. Letter to the Harbour Master<note n=\"1\" \
        type=\"source\">Source: Port Museum.</note></head><opener><dateline><date when=\"1962-11-14\">November 14, \
        1962</date></dateline></opener>{}<closer><signed>J. Smit</signed></closer></div>",
        lines.repeat(5)
    )
}

/// Documents with a header each.
fn corpus(body: &str, size: usize) -> String {
    let document = format!("{HEADER}<text xml:id=\"t{{}}\"><body>{body}</body></text></TEI>");
    format!(
        "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">{}</teiCorpus>",
        pieces(&document, size)
    )
}

/// A document whose header says much.
fn header(words: &str, body: &str) -> String {
    format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>The lamp</title></titleStmt>{words}\
        </fileDesc></teiHeader><text><body>{body}</body></text></TEI>"
    )
}

const HEADER: &str = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>The lamp</title>\
    </titleStmt></fileDesc></teiHeader>";

/// A document of a shape, in so many bytes and a few more.
type Shape = fn(usize) -> String;

/// What real documents have much of.
pub const DOCUMENTS: &[(&str, Shape)] = &[
    ("paragraphs", |size| {
        document(
            "<div><head>The lamp</head><p>It has been dark <hi rend=\"italic\">since</hi> Monday.</p></div>\n",
            size,
        )
    }),
    ("notes", |size| {
        numbered(
            "<p>dark<note n=\"{}\" xml:id=\"n{}\">A note.</note></p>",
            size,
        )
    }),
    ("documents", |size| numbered(&letter(), size)),
    ("a wide table", |size| {
        format!(
            "{HEADER}<text><table><row>{}</row></table></text></TEI>",
            "<cell>7</cell>".repeat(size / 14)
        )
    }),
    ("a long table", |size| {
        document(
            "<table><row><cell>May</cell><cell>7</cell></row></table>",
            size,
        )
    }),
    ("names with targets", |size| {
        numbered(
            "<p><persName ref=\"#p{}\">A. Ruiz</persName> <ref target=\"#p{}\">there</ref></p>",
            size,
        )
    }),
    ("choices", |size| {
        document(
            "<p>the <choice><sic>lmap</sic><corr>lamp</corr></choice></p>",
            size,
        )
    }),
    ("apparatus", |size| {
        document(
            "<l>the <app><lem wit=\"#A\">lamp</lem><rdg wit=\"#B\">light</rdg></app></l>",
            size,
        )
    }),
    ("verse", |size| {
        document("<lg><l>so dark</l><l>so far</l></lg>", size)
    }),
    ("page ends", |size| {
        numbered("<p>dark<pb n=\"{}\" facs=\"p{}.png\"/> and far</p>", size)
    }),
    ("surfaces", |size| {
        let surfaces = pieces(
            "<surface xml:id=\"s{}\"><graphic url=\"{}.png\"/><zone xml:id=\"z{}\" points=\"1,2 3,4\"/></surface>",
            size,
        );
        format!(
            "{HEADER}<facsimile>{surfaces}</facsimile><text><body><p facs=\"#z1\">Dark.</p></body></text></TEI>"
        )
    }),
    ("words", |size| document("<w>lamp</w> ", size)),
    ("plain words", |size| document("the lamp is dark ", size)),
    ("white space", |size| document(" \n\t", size)),
    ("a corpus", |size| corpus(&letter(), size)),
    ("a long header", |size| {
        let items = pieces(
            "<msItem xml:id=\"i{}\" n=\"{}\"><locus from=\"1r\" to=\"2v\">ff. 1r-2v</locus><author key=\"p{}\">A. Ruiz</author> \
            <title xml:lang=\"la\">On lamps, and on the oil in them</title><note>The first leaf is missing; the hand is that \
            of the keeper, who wrote it at the northern point.</note></msItem>",
            size / 4,
        );
        let text = pieces(&letter(), size * 3 / 4);
        header(
            &format!("<sourceDesc><msDesc><msContents>{items}</msContents></msDesc></sourceDesc>"),
            &text,
        )
    }),
];

/// What nobody writes who means well.
pub const HOSTILE: &[(&str, Shape)] = &[
    ("tiny elements", |size| document("<c/>", size)),
    ("open tags", |size| document("<p>", size)),
    ("end tags that end nothing", |size| document("</q>", size)),
    ("end tags of the outermost", |size| {
        document("<p>a</TEI>", size)
    }),
    ("tags that are not nested", |size| {
        document("<p><hi></p></hi>", size)
    }),
    ("nesting", |size| {
        around(&format!(
            "{}{}",
            "<hi>".repeat(size / 9),
            "</hi>".repeat(size / 9)
        ))
    }),
    ("divisions in divisions", |size| {
        around(&format!(
            "{}{}",
            "<div><p>a</p>".repeat(size / 19),
            "</div>".repeat(size / 19)
        ))
    }),
    ("notes in notes", |size| {
        around(&format!(
            "{}{}",
            "<note>a".repeat(size / 14),
            "</note>".repeat(size / 14)
        ))
    }),
    ("notes without words", |size| document("<note/>", size)),
    ("choices in choices", |size| {
        around(&format!(
            "{}{}",
            "<choice><sic>a".repeat(size / 30),
            "</sic></choice>".repeat(size / 30)
        ))
    }),
    ("attributes of one tag", |size| {
        around(&format!("<p{}>a</p>", pieces(" a{}=\"\"", size)))
    }),
    ("the same attribute", |size| {
        around(&format!("<p{}>a</p>", " n=\"1\"".repeat(size / 6)))
    }),
    ("namespaces of one tag", |size| {
        around(&format!("<p{}>a</p>", pieces(" xmlns:a{}=\"b\"", size)))
    }),
    ("namespaces of nested tags", |size| {
        numbered("<x:p xmlns:x=\"a{}\">", size)
    }),
    ("a long attribute", |size| {
        around(&format!("<p n=\"{}\">a</p>", "a ".repeat(size / 2)))
    }),
    ("a long target", |size| {
        around(&format!(
            "<ref target=\"#{}\">a</ref>",
            "a #".repeat(size / 3)
        ))
    }),
    ("a long rendition", |size| {
        around(&format!(
            "<hi rend=\"{}\" style=\"{}\">a</hi>",
            "bold ".repeat(size / 10),
            "color:red;".repeat(size / 20)
        ))
    }),
    ("a long name", |size| {
        around(&format!("<{0}>a</{0}>", "a".repeat(size / 2)))
    }),
    ("names that nobody knows", |size| {
        numbered("<a{}>a</a{}>", size)
    }),
    ("ids", |size| numbered("<p xml:id=\"a{}\"/>", size)),
    ("the same id", |size| document("<p xml:id=\"a\"/>", size)),
    ("references to what is not there", |size| {
        numbered("<ref target=\"#a{}\">a</ref>", size)
    }),
    ("references that come before", |size| {
        around(&format!(
            "{}{}",
            pieces("<ref target=\"#a{}\">a</ref>", size / 2),
            pieces("<note xml:id=\"a{}\">a</note>", size / 2)
        ))
    }),
    ("comments", |size| document("<!-- a -->", size)),
    ("comments that nothing ends", |size| {
        document("<!-- a", size)
    }),
    ("instructions that nothing ends", |size| {
        document("<?a ", size)
    }),
    ("sections that nothing ends", |size| {
        document("<![CDATA[", size)
    }),
    ("sections", |size| document("<![CDATA[a]]>", size)),
    ("tags that nothing ends", |size| document("<p n=\"", size)),
    ("stray signs", |size| document("< & > ", size)),
    ("references", |size| document("&amp;&#65;", size)),
    ("entities that are not there", |size| {
        numbered("&a{};", size)
    }),
    ("entities that are declared", |size| {
        format!(
            "<!DOCTYPE TEI [{}]>{}",
            pieces("<!ENTITY a{} \"b\">", size / 2),
            around(&pieces("&a{};", size / 2))
        )
    }),
    ("an entity over and over", |size| {
        format!(
            "<!DOCTYPE TEI [<!ENTITY a \"{}\">]>{}",
            "<hi>a</hi>".repeat(size / 20),
            around(&"&a;".repeat(size / 6))
        )
    }),
    ("entities in entities", |size| {
        let entities: String = (1..40)
            .map(|n| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)))
            .collect();
        format!(
            "<!DOCTYPE TEI [<!ENTITY a0 \"lamp\">{entities}]>{}",
            around(&"<p>&a39; &a8;</p>".repeat(size / 17))
        )
    }),
    ("a subset that nothing ends", |size| {
        format!("<!DOCTYPE TEI [{}", "<!ELEMENT p ".repeat(size / 12))
    }),
    ("documents of a word", |size| {
        numbered(
            "<div type=\"document\"><head>{}.</head><p>Dark.</p></div>",
            size,
        )
    }),
    ("a corpus of nothing", |size| corpus("", size)),
    ("roots", |size| {
        document("<TEI><teiHeader/><text/></TEI>", size)
    }),
    ("texts in texts", |size| document("<text>", size)),
    ("a header of short words", |size| {
        let words = pieces("<respStmt><resp>a</resp><name>{}</name></respStmt>", size);
        header(&words, "<p>Dark.</p>")
    }),
    ("headers in the text", |size| {
        document("<teiHeader><title>a</title></teiHeader>", size)
    }),
    ("a header that nothing ends", |size| {
        format!(
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader>{}",
            "<p>a".repeat(size / 4)
        )
    }),
    ("cells", |size| {
        document("<cell cols=\"9999999\" rows=\"-1\"/>", size)
    }),
    ("groups without words", |size| {
        document("<list><item/></list>", size)
    }),
    ("heads", |size| document("<head/>", size)),
    ("joins", |size| document("<lb break=\"no\"/> ", size)),
    ("places that are shown", |size| {
        document("<anchor xml:id=\"a\"/>", size)
    }),
    ("words about the page", |size| document("<fw>a</fw>", size)),
    ("what is elsewhere", |size| {
        document(
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"a\"/>",
            size,
        )
    }),
];
