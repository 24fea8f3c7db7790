//! What a document says of its own encoding: the declaration of XML, and `meta` of HTML.

use crate::scan;

/// The encoding that XML or HTML declares in its first words, in small letters.
pub(super) fn label(start: &str) -> Option<String> {
    let words = start.to_ascii_lowercase();
    let words = scan::trimmed(&words);
    let label = match scan::after(words, "<?xml") {
        Some(declaration) => value(scan::split(declaration, "?>")?.0, "encoding"),
        None if scan::begins_with(words, "<") => of_html(words),
        None => None,
    };
    label.map(scan::owned)
}

/// What the first `meta` says that names an encoding, be it in `charset` or in the type of the content.
fn of_html(words: &str) -> Option<&str> {
    let mut rest = words;
    while let Some((_, tag)) = scan::split(rest, "<") {
        rest = match scan::after(tag, "!--") {
            Some(comment) => scan::split(comment, "-->")?.1,
            None => tag,
        };
        if let Some(meta) = scan::after(tag, "meta")
            && let Some((meta, _)) = scan::split(meta, ">")
            && let Some(label) = value(meta, "charset")
        {
            return Some(label);
        }
    }
    None
}

/// The word behind a name and its equals sign, in quotation marks or not.
fn value<'w>(words: &'w str, name: &str) -> Option<&'w str> {
    let (_, behind) = scan::split(words, name)?;
    let behind = scan::after(scan::trimmed(behind), "=")?;
    let value = scan::trim_start(behind, " \t\r\n\"'");
    let length = scan::run(value, |c| !scan::is_in(" \t\r\n\"';", c));
    (length > 0).then(|| scan::trim_end(scan::to(value, length), "/"))
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn xml_and_html_declare_their_encoding() {
        for (start, expected) in [
            (
                "<?xml version='1.0' encoding='ISO-8859-2'?><TEI>",
                Some("iso-8859-2"),
            ),
            (
                "\n<?xml version=\"1.0\" encoding = \"koi8-r\" ?>",
                Some("koi8-r"),
            ),
            ("<?xml version=\"1.0\"?><TEI encoding=\"koi8-r\">", None),
            ("<!DOCTYPE html><META CHARSET=Big5>", Some("big5")),
            ("<html><meta charset=\"euc-jp\"/>", Some("euc-jp")),
            ("<meta charset=shift_jis/>", Some("shift_jis")),
            (
                "<meta name=author><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">",
                Some("windows-1251"),
            ),
            (
                "<!-- <meta charset=big5> --><meta charset='gbk'>",
                Some("gbk"),
            ),
            ("<!-- <meta charset=big5>", None),
            ("A page has <meta charset=big5>.", None),
            ("<meta charset=\"\"><p>", None),
            ("<meta charset", None),
            ("", None),
        ] {
            assert_eq!(label(start).as_deref(), expected, "{start}");
        }
    }
}
