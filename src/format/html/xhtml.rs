//! XHTML, which a declaration of XML begins, as HTML: there a slash at the end of a tag means nothing, so that `<a id="p12"/>`
//! would go on over all that comes behind it.

use std::borrow::Cow;

use crate::scan;

/// The source as the parsers of HTML read it: elements without words get an end tag.
pub(super) fn as_html(source: &str) -> Cow<'_, str> {
    if scan::after(scan::trim_start(source, scan::BLANKS), "<?xml").is_none() {
        return Cow::Borrowed(source);
    }
    let (mut html, mut rest) = (String::new(), source);
    while let Some((before, behind)) = scan::split(rest, "/>") {
        rest = behind;
        html.push_str(before);
        let start = scan::find_last(before, "<").map_or(before.len(), |at| at + 1);
        let tag = scan::from(before, start);
        let name = scan::to(tag, scan::run(tag, |c| c.is_ascii_alphanumeric()));
        // An end tag that none begins means nothing in HTML, but for this one.
        let end = match matches!(name, "" | "br") || scan::find(tag, ">").is_some() {
            true => ["/>", "", ""],
            false => ["></", name, ">"],
        };
        html.push_str(&scan::joined(&end));
    }
    html.push_str(rest);
    Cow::Owned(html)
}

#[cfg(test)]
mod tests {
    use super::as_html;

    #[test]
    fn elements_without_words_get_an_end_tag() {
        for (xhtml, html) in [
            (
                "<a id=\"p12\"/>On<br/> we <i class='a/b' />go",
                "<a id=\"p12\"></a>On<br/> we <i class='a/b' ></i>go",
            ),
            (
                "<title/><!-- a/>b --><hr />",
                "<title></title><!-- a/>b --><hr ></hr>",
            ),
            ("<script src='a.js' />", "<script src='a.js' ></script>"),
            ("1 < 2 /> 3 <b>/></b>", "1 < 2 /> 3 <b>/></b>"),
        ] {
            let declared = |text: &str| ["<?xml version=\"1.0\"?>", text].concat();
            assert_eq!(as_html(&declared(xhtml)), declared(html));
            assert_eq!(as_html(xhtml), xhtml);
        }
    }
}
