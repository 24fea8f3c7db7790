//! The tables of OpenDocument: rows in groups, cells with the columns and rows that they take up.

use super::super::super::xml::{Element, Node};
use super::super::said;
use super::{OpenDocument, SAID, lines};
use crate::limits;
use crate::scan;

impl OpenDocument {
    pub(super) fn table(&mut self, table: &Element) {
        self.writer.leave();
        self.writer.start("table", &[]);
        let mut head = self.head.take();
        if let Some(head) = head.as_mut().filter(|head| head.is_open()) {
            let mut rows = Vec::new();
            words(table, &mut rows);
            head.table(&rows);
        }
        self.rows(table, false);
        self.head = head;
        self.writer.end();
    }

    fn rows(&mut self, around: &Element, is_head: bool) {
        for child in &around.children {
            match child {
                Node::Element(row) if row.name == "table-row" => self.row(row, is_head),
                Node::Element(element) if scan::listed(SAID, &element.name) => {}
                Node::Element(heads) if heads.name == "table-header-rows" => {
                    self.writer.start("thead", &[]);
                    self.rows(heads, true);
                    self.writer.end();
                }
                Node::Element(rows) => self.rows(rows, is_head),
                words => self.writer.stray(words),
            }
        }
    }

    fn row(&mut self, row: &Element, is_head: bool) {
        self.writer.start("tr", &[]);
        for child in &row.children {
            match child {
                // Covered by one that has several columns or rows; words in it, which no program shows, stand all the same.
                Node::Element(cell)
                    if cell.name == "covered-table-cell" && lines::is_empty(cell) => {}
                Node::Element(cell) => self.cell(cell, is_head),
                words => self.writer.stray(words),
            }
        }
        self.writer.end();
    }

    fn cell(&mut self, cell: &Element, is_head: bool) {
        let mut attributes = Vec::new();
        for (name, written) in [
            ("colspan", "number-columns-spanned"),
            ("rowspan", "number-rows-spanned"),
        ] {
            let value = said(cell, written);
            let count = scan::number(value).unwrap_or(1);
            if (2..=limits::SPANNED).contains(&count) {
                attributes.push((name, value));
            }
        }
        let around = self.writer.enter();
        self.writer
            .start(if is_head { "th" } else { "td" }, &attributes);
        self.in_cell(cell);
        self.writer.go_back(around);
        self.writer.end();
    }
}

/// The words of cells, row by row.
fn words(around: &Element, rows: &mut Vec<Vec<String>>) {
    for element in around.elements() {
        match &*element.name {
            "table-row" => rows.push(element.elements().map(lines::words).collect()),
            name if scan::listed(SAID, name) => {}
            _ => words(element, rows),
        }
    }
}
