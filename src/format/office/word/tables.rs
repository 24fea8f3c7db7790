//! The tables of Word: cells with the columns and rows that they take up.
//!
//! Word says in each row that a cell goes on which began above; HTML says where it begins how many rows it has.

use super::super::super::xml::Element;
use super::super::said;
use super::styles::is_set;
use super::{Word, lines};
use crate::limits;
use crate::scan;

impl Word {
    pub(super) fn table(&mut self, table: &Element) {
        self.writer.leave();
        self.writer.start("table", &[]);
        table
            .children
            .iter()
            .for_each(|node| self.writer.stray(node));
        let rows = rows(table);
        let mut head = self.head.take();
        if let Some(head) = head.as_mut().filter(|head| head.is_open()) {
            head.table(&words(&rows));
        }
        for row in rows {
            if row.is_head {
                self.writer.start("thead", &[]);
            }
            self.writer.start("tr", &[]);
            row.element
                .children
                .iter()
                .for_each(|node| self.writer.stray(node));
            for cell in row.cells.iter().filter(|cell| !cell.is_gone) {
                self.cell(cell, row.is_head);
            }
            self.writer.end();
            if row.is_head {
                self.writer.end();
            }
        }
        self.head = head;
        self.writer.end();
    }

    fn cell(&mut self, cell: &Cell, is_head: bool) {
        let (mut columns, mut rows) = (String::new(), String::new());
        scan::push_number(&mut columns, cell.columns, 1);
        scan::push_number(&mut rows, cell.rows, 1);
        let mut attributes = Vec::new();
        if cell.columns > 1 {
            attributes.push(("colspan", &*columns));
        }
        if cell.rows > 1 {
            attributes.push(("rowspan", &*rows));
        }
        let around = self.writer.enter();
        self.writer
            .start(if is_head { "th" } else { "td" }, &attributes);
        self.is_alone = cell.element.all("p").len() == 1 && cell.element.find("tbl").is_none();
        self.blocks(cell.element);
        self.is_alone = false;
        self.writer.go_back(around);
        self.writer.end();
    }
}

/// The words of cells, row by row.
fn words(rows: &[Row]) -> Vec<Vec<String>> {
    let of_row = |row: &Row| {
        row.cells
            .iter()
            .map(|cell| lines::words(cell.element))
            .collect()
    };
    rows.iter().map(of_row).collect()
}

/// A row.
#[derive(Debug)]
struct Row<'t> {
    element: &'t Element,
    cells: Vec<Cell<'t>>,
    /// Whether it is the head of its columns.
    is_head: bool,
}

/// A cell.
#[derive(Debug)]
struct Cell<'t> {
    element: &'t Element,
    columns: u32,
    rows: u32,
    /// The column in which it begins.
    column: u32,
    merge: Merge,
    /// Whether it is a part of one above.
    is_gone: bool,
}

/// Whether a cell is a part of one that has several rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Merge {
    None,
    Begins,
    GoesOn,
}

/// A cell that goes on below: its column, its row, and its place there.
type Began = (u32, usize, usize);

/// The rows of a table.
fn rows(table: &Element) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    add_rows(table, &mut rows);
    let mut open: Vec<Began> = Vec::new();
    let (mut grown, mut gone) = (Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        let mut going = Vec::new();
        for (place, cell) in row.cells.iter().enumerate() {
            let begun = open.binary_search_by_key(&cell.column, |(column, ..)| *column);
            let begun = begun.ok().and_then(|index| open.get(index));
            match (cell.merge, begun) {
                (Merge::Begins, _) => going.push((cell.column, at, place)),
                (Merge::GoesOn, Some(begun)) if super::is_empty(cell.element) => {
                    grown.push(*begun);
                    gone.push((at, place));
                    going.push(*begun);
                }
                // Words in it would be lost.
                _ => {}
            }
        }
        open = going;
    }
    let mut change = |row: usize, place: usize, change: fn(&mut Cell)| {
        let cell = rows
            .get_mut(row)
            .and_then(|row: &mut Row| row.cells.get_mut(place));
        cell.into_iter().for_each(change);
    };
    for (_, row, place) in grown {
        change(row, place, |cell| cell.rows += 1);
    }
    for (row, place) in gone {
        change(row, place, |cell| cell.is_gone = true);
    }
    rows
}

/// The rows in an element; what stands around some of them, such as a control, is looked through.
fn add_rows<'t>(around: &'t Element, rows: &mut Vec<Row<'t>>) {
    for element in around.elements() {
        if element.name != "tr" {
            add_rows(element, rows);
            continue;
        }
        let mut row = Row {
            element,
            cells: Vec::new(),
            is_head: false,
        };
        let mut column = 0;
        if let Some(properties) = element.find("trPr") {
            let head = properties.find("tblHeader");
            row.is_head = head.is_some_and(|head| is_set(said(head, "val")));
            column = number(properties, "gridBefore").unwrap_or(0);
        }
        add_cells(element, &mut column, &mut row.cells);
        rows.push(row);
    }
}

fn add_cells<'t>(around: &'t Element, column: &mut u32, cells: &mut Vec<Cell<'t>>) {
    for element in around.elements() {
        if element.name != "tc" {
            add_cells(element, column, cells);
            continue;
        }
        let properties = element.find("tcPr");
        let span = properties.and_then(|properties| number(properties, "gridSpan"));
        let merge = properties.and_then(|properties| properties.find("vMerge"));
        let columns = span.unwrap_or(1).clamp(1, limits::SPANNED);
        cells.push(Cell {
            element,
            columns,
            rows: 1,
            column: *column,
            merge: match merge.map(|merge| said(merge, "val")) {
                None => Merge::None,
                Some("restart") => Merge::Begins,
                Some(_) => Merge::GoesOn,
            },
            is_gone: false,
        });
        *column = column.saturating_add(columns);
    }
}

fn number(properties: &Element, name: &str) -> Option<u32> {
    scan::number(said(properties.find(name)?, "val"))
}
