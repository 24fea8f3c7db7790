//! Text without a record: paragraphs, notes and a closing, and nothing else.

use super::lines;
use super::prose::{self, Setting};
use crate::diagnostic::{Code, Remarks};
use crate::document::{Document, Role, Span, TextBuilder, position};
use crate::scan;

/// Reads a text that no other format claims.
pub(super) fn read(source: &str, remarks: &mut Remarks) -> Document {
    if Remarks::ARE_KEPT {
        remark_on_markup(source, remarks);
    }
    remarks.add(
        Code::NoRecord,
        Span::default(),
        &["no labels of a record were found, so that all of it is shown as the text"],
    );
    let builder = TextBuilder::new(Role::Unstated, None);
    let setting = Setting {
        is_alone: true,
        ..Setting::default()
    };
    let text = prose::read(&lines::lines(source), builder, &setting, remarks);
    Document {
        texts: vec![text],
        ..Document::default()
    }
}

/// Says so where a text in a markup language is shown as it stands.
fn remark_on_markup(start: &str, remarks: &mut Remarks) {
    let trimmed = start.trim_start();
    let marks = ["<?xml", "<TEI", "<!doctype html", "<html", "{\\rtf"];
    if let Some((row, rest)) = scan::after_any(trimmed, &marks)
        && let Some(name) = ["XML", "TEI", "HTML", "HTML", "RTF"].get(row)
    {
        let at = position(start.len() - trimmed.len());
        let span = Span::new(at, at + position(trimmed.len() - rest.len()));
        let message = ["this is ", name, ", whose marks are shown as they stand"];
        remarks.add(Code::ShownAsPlainText, span, &message);
    }
}
