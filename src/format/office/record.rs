//! What is said of the file besides its text, its properties, to a record.

use super::super::keys;
use super::super::xml::Element;
use super::head::Head;
use super::said;
use crate::diagnostic::{Code, Remarks};
use crate::document::{Entry, Field, Record, Span};
use crate::scan;

/// What programs say of their own work, which tells nothing of the document.
const OF_PROGRAMS: &str = "application|appversion|document-statistic|editing-cycles|editing-duration|generator|\
    lastprinted|print-date|revision|template|version|auto-reload|hyperlink-behaviour";

/// What is told of the file, and not of the document: it is kept, and not shown beside the text.
const OF_FILES: &str = "lastmodifiedby|printed-by|contentstatus";

/// The properties of a file, as keys and values.
#[derive(Debug, Default)]
pub(super) struct Properties(Vec<(String, Vec<String>)>);

impl Properties {
    /// Adds those that stand in an element, each under the name of its element.
    pub(super) fn add(&mut self, elements: &Element) {
        for element in elements.elements() {
            let name = match said(element, "name") {
                "" => &element.name,
                // One that somebody has made up.
                name => name,
            };
            if !scan::listed(OF_PROGRAMS, &element.name) {
                self.put(name, element.words());
            }
        }
    }

    fn put(&mut self, name: &str, value: String) {
        if value.is_empty() {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, values)) => values.push(value),
            None => self.0.push((scan::owned(name), vec![value])),
        }
    }

    /// Calls a property by another name.
    pub(super) fn rename(&mut self, from: &str, to: &str) {
        for (name, _) in &mut self.0 {
            if name == from {
                *name = scan::owned(to);
            }
        }
    }

    /// Whether there is a property of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// The record that they are, with what somebody has typed above the text. This counts more: whoever made the file
    /// has typed the document, and did not write it.
    pub(super) fn record(&self, head: &Head, remarks: &mut Remarks) -> Record {
        let typed = head.record(remarks);
        let is_typed = typed.is_some();
        let (mut record, mut is_made) = (typed.unwrap_or_default(), false);
        for (name, values) in &self.0 {
            let tells_making = matches!(&**name, "created" | "creation-date");
            is_made |= tells_making;
            let is_of_file = scan::listed(OF_FILES, name) || is_typed && name == "creator";
            if is_of_file || tells_making {
                record.entries.push(Entry {
                    label: scan::owned(name),
                    value: values.join("\n"),
                    field: Some(Field::Entry),
                    span: Span::default(),
                });
                continue;
            }
            let values: Vec<&str> = values.iter().map(|value| &**value).collect();
            keys::put_of_file(&mut record, name, &values, Span::default(), remarks);
        }
        // A transcription is younger than what it is of.
        if is_made && record.date.is_none() {
            let message = ["the date on which the file was made is not taken for the document's"];
            remarks.add(Code::DateOfFile, Span::default(), &message);
        }
        keys::learn(&mut record);
        record
    }
}
