//! Tables that are none: those that old pages lay themselves out with.

use super::content::Content;
use super::tree::Tree;

/// The tables of a page that only say where things stand.
///
/// Whether each node is one.
#[derive(Debug)]
pub(super) struct Layouts(Vec<bool>);

/// A table that has begun.
struct Open {
    table: u32,
    end: u32,
    /// Whether something in it is never in a table of data.
    holds_page: bool,
    /// Whether something in it is only in a table of data.
    holds_data: bool,
    /// The most cells of a row.
    cells: usize,
}

impl Layouts {
    /// Those in a document. Cells that are not of it, with a menu beside it, do not count.
    pub(super) fn find(tree: &Tree, content: &Content) -> Layouts {
        let root = content.root;
        let mut layouts = Layouts(vec![false; tree.len() as usize]);
        let mut open = Vec::<Open>::new();
        // Behind the last node all of them have ended.
        for index in root..tree.behind(root) + 1 {
            while let Some(ended) = open.pop_if(|table| table.end <= index) {
                layouts.add(tree, &ended);
            }
            let innermost = open.last_mut();
            match (tree.name(index), innermost) {
                ("table", around) => {
                    if let Some(around) = around {
                        around.holds_page = true;
                    }
                    open.push(Open {
                        table: index,
                        end: tree.behind(index),
                        holds_page: false,
                        holds_data: false,
                        cells: 0,
                    });
                }
                ("h1" | "h2" | "h3" | "main" | "article", Some(table)) => table.holds_page = true,
                ("caption" | "th", Some(table)) => table.holds_data = true,
                ("tr", Some(table)) => {
                    let mut cells = tree.children(index);
                    cells.retain(|child| {
                        tree.is(*child, "td|th") && content.apart.binary_search(child).is_err()
                    });
                    table.cells = table.cells.max(cells.len());
                }
                _ => {}
            }
        }
        layouts
    }

    fn add(&mut self, tree: &Tree, table: &Open) {
        let is_said = tree.says(table.table, "role", "presentation|none");
        let is_column = table.cells <= 1 && !table.holds_data;
        let is_layout = is_said || is_column || table.holds_page && !table.holds_data;
        if let Some(is_one) = self.0.get_mut(table.table as usize) {
            *is_one = is_layout;
        }
    }

    /// Whether a table is one of them.
    pub(super) fn has(&self, table: u32) -> bool {
        self.0.get(table as usize) == Some(&true)
    }
}
