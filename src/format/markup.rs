//! How a text begins that is XML or HTML. Every build has it: one that reads neither says by it what it was given.

use super::{Format, TELLS_FORMS};
use crate::scan;

const BLANK: &str = " \t\r\n";

/// What may stand before the first element.
const MARKS: [&str; 4] = ["<?xml", "<!doctype", "<!--", "<?"];

/// Elements of HTML that a text may begin with. TEI in these has its namespace.
const HTML: &str = "a|article|aside|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|figure|font|footer|form|\
    h1|h2|h3|h4|h5|h6|head|header|hr|html|i|img|li|link|main|meta|nav|ol|p|pre|q|s|script|section|small|span|strike|\
    strong|style|sub|sup|table|tbody|td|th|title|tr|tt|u|ul";

/// What a text begins like: XML, with a declaration or with an element that HTML does not have; or HTML, with its document
/// type or one of its elements. Behind a declaration of XML that has to be the one of a whole page: TEI has others too.
pub(super) fn sniff(start: &str) -> Option<Format> {
    if !TELLS_FORMS {
        let begins = scan::begins_with(scan::trim_start(start, BLANK), "<");
        return begins.then_some(Format::Tei);
    }
    let (mut rest, mut is_declared) = (start, false);
    let form = loop {
        rest = scan::trim_start(rest, BLANK);
        let Some((row, inside)) = scan::after_any(rest, &MARKS) else {
            let is_known = !is_declared || scan::after(rest, "<html").is_some();
            break element(rest).filter(|_| is_known);
        };
        is_declared |= row == 0;
        let end = match row {
            1 => {
                let name = scan::trim_start(inside, BLANK);
                break Some(of(scan::after(name, "html").is_some()));
            }
            2 => "-->",
            _ => "?>",
        };
        match scan::split(inside, end) {
            Some((_, after)) => rest = after,
            None => break None,
        }
    };
    form.or(is_declared.then_some(Format::Tei))
}

/// Whether XML begins as a text of OpenDocument does whose parts are not packed, but stand in one file.
#[cfg(any(feature = "tei", feature = "office"))]
pub(super) fn is_flat_opendocument(start: &str) -> bool {
    let root = scan::split(start, "<office:document").and_then(|(_, rest)| scan::split(rest, ">"));
    root.is_some_and(|(tag, _)| scan::find(tag, "opendocument.text").is_some())
}

/// Whether a text begins as a whole page does, and no fragment of one.
#[cfg(feature = "markdown")]
pub(super) fn is_page(start: &str) -> bool {
    let marks = ["<?xml", "<!doctype", "<html", "<head", "<body"];
    scan::after_any(scan::trim_start(start, BLANK), &marks).is_some()
}

/// What a text is whose first tag is at its start.
fn element(text: &str) -> Option<Format> {
    let (tag, _) = scan::after(text, "<").and_then(|rest| scan::split(rest, ">"))?;
    let length = scan::run(tag, |c| !scan::is_in(" \t\r\n/", c));
    let (name, attributes) = (scan::to(tag, length), scan::from(tag, length));
    let is_name = |c| scan::is_letter(c) || c.is_ascii_digit() || scan::is_in("_-.:", c);
    let begins = scan::first(name).is_some_and(|c| scan::is_letter(c) || c == '_');
    let has = |what| scan::find(attributes, what).is_some();
    let is_tag = scan::trim(attributes, " \t\r\n/").is_empty() || has("=");
    let is_named = begins && scan::run(name, is_name) == name.len();
    let is_html = scan::listed(HTML, name) && !has("www.tei-c.org");
    (is_named && is_tag).then(|| of(is_html))
}

fn of(is_html: bool) -> Format {
    if is_html { Format::Html } else { Format::Tei }
}

#[cfg(test)]
mod tests {
    use super::{Format, sniff};

    #[test]
    fn xml_is_told_from_what_looks_like_it() {
        for xml in [
            "<?xml version=\"1.0\"?><letter/>",
            "\n<!-- A <note> -->\n<?style?>\n<!DOCTYPE TEI><TEI>",
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">",
            "<?xml version=\"1.0\"?><div><p>",
            "<?xml version=\"1.0\"?><!-- no end",
            "<div xmlns=\"http://www.tei-c.org/ns/1.0\"><p>",
            "<письмо>",
            "<lb/>",
        ] {
            assert_eq!(sniff(xml), Some(Format::Tei), "{xml}");
        }
        for html in [
            "<!DOCTYPE html><html>",
            "<html lang=\"en\">",
            "<p>A paragraph.</p>",
            "<!-- A page --> <meta charset=utf-8>",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html>",
            "<?xml version=\"1.0\"?><?xml-stylesheet?><html xmlns=\"http://www.w3.org/1999/xhtml\">",
        ] {
            assert_eq!(sniff(html), Some(Format::Html), "{html}");
        }
        for other in [
            "",
            "Date: 3 March 1953",
            "< 5 per cent > 3",
            "<https://example.org/>",
            "<a letter> to a friend",
            "<!-- no end",
        ] {
            assert_eq!(sniff(other), None, "{other}");
        }
    }
}
