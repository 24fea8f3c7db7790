//! Documents of Word and OpenDocument, packed from a text that has their parts.
//!
//! ```text
//! word
//! --- document
//! <w:p><w:r><w:t>He said no.</w:t></w:r></w:p>
//! --- styles
//! <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
//! ```
//!
//! The first line says which of the two it is, or `zip` for a file that is neither. What is said in every such file (roots, namespaces, relationships) is put
//! around it. A part with a full path stands as it is written.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const NAMESPACES: &str = concat!(
    r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
    r#" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
    r#" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#,
    r#" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#,
    r#" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#,
    r#" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#,
    r#" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#,
    r#" xmlns:v="urn:schemas-microsoft-com:vml""#,
    r#" xmlns:o="urn:schemas-microsoft-com:office:office""#,
    r#" xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties""#,
    r#" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes""#,
    r#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/""#,
    r#" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
    r#" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#,
    r#" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#,
    r#" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0""#,
    r#" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0""#,
    r#" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0""#,
    r#" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#,
    r#" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0""#,
    r#" xmlns:xlink="http://www.w3.org/1999/xlink""#,
);

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The short names of parts of Word: path, element around what is given, and whether the text leads to it.
const WORD: &[(&str, &str, &str)] = &[
    ("styles", "word/styles.xml", "w:styles"),
    ("numbering", "word/numbering.xml", "w:numbering"),
    ("footnotes", "word/footnotes.xml", "w:footnotes"),
    ("endnotes", "word/endnotes.xml", "w:endnotes"),
    ("comments", "word/comments.xml", "w:comments"),
    ("header", "word/header1.xml", "w:hdr"),
    ("footer", "word/footer1.xml", "w:ftr"),
];

/// The bytes of a document.
pub fn packed(case: &str) -> Vec<u8> {
    let (form, rest) = case.split_once('\n').expect("a first line");
    let given: Vec<(&str, &str)> = rest
        .split("--- ")
        .skip(1)
        .map(|part| part.split_once('\n').expect("a name, and what it holds"))
        .collect();
    let parts = match form.trim() {
        "word" => word(&given),
        "opendocument" => opendocument(&given),
        "zip" => given
            .iter()
            .map(|(path, words)| ((*path).to_owned(), words.trim_end().to_owned()))
            .collect(),
        form => panic!("{form} is no form"),
    };
    zipped(&parts)
}

/// A zip file of parts.
pub fn zipped(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, words) in parts {
        let method = match &**name {
            "mimetype" => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(words.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An element with all namespaces.
fn element(name: &str, inside: &str) -> String {
    format!("<{name}{NAMESPACES}>{inside}</{name}>")
}

fn relationships(links: &str) -> String {
    let space = "http://schemas.openxmlformats.org/package/2006/relationships";
    format!("<Relationships xmlns=\"{space}\">{links}</Relationships>")
}

fn word(given: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    let (mut links, mut outer) = (String::new(), String::new());
    for (name, inside) in given {
        let known = WORD.iter().find(|(short, ..)| short == name);
        let (path, words) = match (*name, known) {
            ("document", _) => {
                let body = format!("<w:body>{inside}</w:body>");
                ("word/document.xml", element("w:document", &body))
            }
            ("links", _) => {
                links += inside;
                continue;
            }
            ("core", _) => {
                outer += "<Relationship Id=\"rIdC\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/\
                          metadata/core-properties\" Target=\"docProps/core.xml\"/>";
                ("docProps/core.xml", element("cp:coreProperties", inside))
            }
            ("custom", _) => {
                outer += &format!(
                    "<Relationship Id=\"rIdX\" Type=\"{TYPES}custom-properties\" Target=\"docProps/custom.xml\"/>"
                );
                let space =
                    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
                let root =
                    format!("<Properties xmlns=\"{space}\"{NAMESPACES}>{inside}</Properties>");
                ("docProps/custom.xml", root)
            }
            (_, Some((kind, path, root))) => {
                let target = path.strip_prefix("word/").unwrap();
                links += &format!(
                    "<Relationship Id=\"rId-{kind}\" Type=\"{TYPES}{kind}\" Target=\"{target}\"/>"
                );
                (*path, element(root, inside))
            }
            (path, None) => (path, (*inside).to_owned()),
        };
        parts.push((path.to_owned(), words));
    }
    outer += &format!(
        "<Relationship Id=\"rId1\" Type=\"{TYPES}officeDocument\" Target=\"word/document.xml\"/>"
    );
    parts.push(("_rels/.rels".to_owned(), relationships(&outer)));
    parts.push((
        "word/_rels/document.xml.rels".to_owned(),
        relationships(&links),
    ));
    parts
}

fn opendocument(given: &[(&str, &str)]) -> Vec<(String, String)> {
    let kind = "application/vnd.oasis.opendocument.text";
    let mut parts = vec![("mimetype".to_owned(), kind.to_owned())];
    let mut automatic = "";
    for (name, inside) in given {
        let (path, words) = match *name {
            "automatic" => {
                automatic = inside;
                continue;
            }
            "content" => {
                let inside = format!(
                    "<office:automatic-styles>{automatic}</office:automatic-styles>\
                     <office:body><office:text>{inside}</office:text></office:body>"
                );
                ("content.xml", element("office:document-content", &inside))
            }
            "styles" => {
                let inside = format!("<office:styles>{inside}</office:styles>");
                ("styles.xml", element("office:document-styles", &inside))
            }
            "masters" => {
                let inside = format!("<office:master-styles>{inside}</office:master-styles>");
                ("styles.xml", element("office:document-styles", &inside))
            }
            "meta" => {
                let inside = format!("<office:meta>{inside}</office:meta>");
                ("meta.xml", element("office:document-meta", &inside))
            }
            path => (path, (*inside).to_owned()),
        };
        parts.push((path.to_owned(), words));
    }
    parts
}
