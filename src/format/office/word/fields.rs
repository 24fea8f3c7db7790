//! Fields: what Word has computed stands in the text; what it has computed it from does not. Links are fields, too.

use super::super::super::xml::Element;
use super::super::said;
use super::super::writer::Writer;
use super::styles::is_set;
use crate::scan;

/// The fields that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// Whether its result has begun.
    has_result: bool,
    /// Whether it is a link that is open.
    is_link: bool,
}

impl Fields {
    /// A mark of a field: its beginning, what parts its instruction from its result, its end.
    pub(super) fn mark(&mut self, kind: &str, writer: &mut Writer) {
        match kind {
            "begin" => self.0.push(Field::default()),
            "separate" => {
                let Some(field) = self.0.last_mut() else {
                    return;
                };
                field.has_result = true;
                if let Some(target) = target(&field.instruction) {
                    writer.start("a", &[("href", &target)]);
                    field.is_link = true;
                }
            }
            "end" if self.0.pop().is_some_and(|field| field.is_link) => writer.end(),
            _ => {}
        }
    }

    /// Words of an instruction.
    pub(super) fn instruct(&mut self, words: &str) {
        if let Some(field) = self.0.last_mut() {
            field.instruction.push_str(words);
        }
    }

    /// Whether words that come are of an instruction.
    pub(super) fn is_instruction(&self) -> bool {
        self.0.last().is_some_and(|field| !field.has_result)
    }

    /// Ends the links that are open: none goes on in another paragraph.
    pub(super) fn end_links(&mut self, writer: &mut Writer) {
        for field in self.0.iter_mut().rev() {
            if std::mem::take(&mut field.is_link) {
                writer.end();
            }
        }
    }
}

/// What has been chosen in a field of a form that has no result: a box, checked or not, or an entry of a list.
pub(super) fn chosen(mark: &Element) -> Option<String> {
    let value = |control: &Element, names: [&str; 2]| {
        let said_first = names.into_iter().find_map(|name| control.find(name));
        said_first.map(|found| scan::owned(said(found, "val")))
    };
    if let Some(control) = mark.find("ffData/checkBox") {
        let is_checked = value(control, ["checked", "default"]).is_some_and(|value| is_set(&value));
        return Some(scan::owned(if is_checked { "☒" } else { "☐" }));
    }
    let list = mark.find("ffData/ddList")?;
    let chosen = value(list, ["result", "default"]).and_then(|value| scan::number(&value));
    let entries = list.all("listEntry");
    let entry = entries.get(chosen.unwrap_or_default() as usize)?;
    Some(scan::owned(said(entry, "val")))
}

/// Where a field leads that is a link: `HYPERLINK "https://example.org/" \l "place"`.
pub(super) fn target(instruction: &str) -> Option<String> {
    let rest = scan::after(scan::trimmed(instruction), "HYPERLINK")?;
    let (mut target, mut place) = (String::new(), String::new());
    let mut rest = rest;
    let mut is_place = false;
    while let Some(word) = next(&mut rest) {
        match word {
            "\\l" => is_place = true,
            // A tip, and the window that it opens in.
            "\\o" | "\\t" => {
                next(&mut rest);
            }
            "\\n" | "\\m" => {}
            word if std::mem::take(&mut is_place) => place = scan::joined(&["#", word]),
            word if target.is_empty() => target = scan::owned(word),
            _ => {}
        }
    }
    target.push_str(&place);
    (!target.is_empty()).then_some(target)
}

/// Takes the next word of an instruction, or what stands in quotation marks.
fn next<'i>(rest: &mut &'i str) -> Option<&'i str> {
    let words = scan::trim_start(rest, scan::BLANKS);
    if let Some(quoted) = words.strip_prefix('"') {
        let (word, behind) = scan::split(quoted, "\"").unwrap_or((quoted, ""));
        *rest = behind;
        return Some(word);
    }
    scan::next_word(rest, scan::BLANKS)
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn links_are_read_from_instructions() {
        for (instruction, leads) in [
            (
                " HYPERLINK \"https://example.org/a b\" ",
                Some("https://example.org/a b"),
            ),
            ("HYPERLINK \\l \"place\" \\o \"a tip\"", Some("#place")),
            (
                "HYPERLINK https://example.org/ \\l x",
                Some("https://example.org/#x"),
            ),
            ("hyperlink \"a", Some("a")),
            ("HYPERLINK", None),
            (" PAGE \\* MERGEFORMAT", None),
        ] {
            assert_eq!(target(instruction).as_deref(), leads, "{instruction}");
        }
    }
}
