//! Documents as somebody may have edited them: lines of real ones taken out, repeated, moved, joined or put farther in.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What is done to a line.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Remove,
    Repeat,
    /// It changes places with the next one.
    Swap,
    JoinNext,
    Indent,
    PutBlankBefore,
    /// The first of its words is in capitals.
    Capitalize,
    /// A line of another document comes before it.
    Borrow(Index),
}

/// One of the documents, with some of its lines edited.
pub fn edited(documents: Vec<String>) -> impl Strategy<Value = String> {
    let lines: Vec<String> = documents.iter().flat_map(|it| lines_of(it)).collect();
    let edits = vec((any::<Index>(), edit()), 1..8);
    (select(documents), edits).prop_map(move |(document, edits)| {
        let mut edited = lines_of(&document);
        for (place, edit) in edits {
            if !edited.is_empty() {
                let at = place.index(edited.len());
                apply(edit, at, &mut edited, &lines);
            }
        }
        edited.join("\n")
    })
}

/// The lines of a document, however they end.
fn lines_of(document: &str) -> Vec<String> {
    let lines = document.lines().flat_map(|line| line.split('\r'));
    lines.map(str::to_owned).collect()
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        select(vec![
            Edit::Remove,
            Edit::Repeat,
            Edit::Swap,
            Edit::JoinNext,
            Edit::Indent,
            Edit::PutBlankBefore,
            Edit::Capitalize,
        ]),
        any::<Index>().prop_map(Edit::Borrow),
    ]
}

fn apply(edit: Edit, at: usize, edited: &mut Vec<String>, lines: &[String]) {
    let has_next = at + 1 < edited.len();
    match edit {
        Edit::Remove => drop(edited.remove(at)),
        Edit::Repeat => edited.insert(at, edited[at].clone()),
        Edit::Swap if has_next => edited.swap(at, at + 1),
        Edit::JoinNext if has_next => {
            let next = edited.remove(at + 1);
            edited[at] = format!("{} {next}", edited[at]);
        }
        Edit::Swap | Edit::JoinNext => {}
        Edit::Indent => edited[at].insert_str(0, "    "),
        Edit::PutBlankBefore => edited.insert(at, String::new()),
        Edit::Capitalize => {
            let (word, rest) = edited[at].split_once(' ').unwrap_or((&edited[at], ""));
            edited[at] = format!("{} {rest}", word.to_uppercase());
        }
        Edit::Borrow(line) => edited.insert(at, line.get(lines).clone()),
    }
}
