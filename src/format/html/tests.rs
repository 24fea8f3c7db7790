//! What comes of a page in whatever way it comes: html5ever's tree, and the flat string that a browser's is.

use super::tree::{Sink, Tree};
use super::{flat, native};

/// A page that has all that parts of the string could be taken for.
const ODD: &str = "<!doctype html><html lang=en><title>A &amp; B</title><meta name=author content='A &#1; &#5;'><body>\
    <p class=x title=\"a\tb\">One&#2;<b>two</p>three</b><table>stray<tr><td>four</table><template>no<p>no</template>\
    <svg viewBox='0 0 1 1'><foreignObject><p>five</foreignObject><title xml:lang=de>six</title></svg>\
    <script>no('<p>')</script><style>no</style><iframe>no</iframe><object data=x><p>no</object><noscript><p>seven</noscript>\
    <pre>\n eight&#13;nine</pre><math><annotation-xml encoding=text/html><p>ten</annotation-xml></math><textarea><p></textarea>";

fn direct(source: &str) -> Tree {
    let mut tree = Tree::default();
    native::parse(source, &mut tree);
    tree
}

fn through_a_string(source: &str) -> Tree {
    let mut writer = flat::Writer::default();
    native::parse(source, &mut writer);
    let mut tree = Tree::default();
    flat::read(&writer.0, &mut tree);
    tree
}

#[test]
fn the_string_holds_the_tree() {
    assert_eq!(direct(ODD), through_a_string(ODD));
    let words: String = (0..direct(ODD).len())
        .map(|index| direct(ODD).words(index).to_owned())
        .collect();
    assert!(!words.contains("no"), "{words}");
    for word in [
        "One\u{fffd}",
        "two",
        "three",
        "stray",
        "four",
        "five",
        "six",
        "seven",
        " eight\nnine",
        "ten",
        "<p>",
    ] {
        assert!(words.contains(word), "{word}: {words}");
    }
}

#[test]
fn the_string_holds_the_tree_of_every_page_of_the_corpus() {
    let mut folders = vec![std::path::PathBuf::from("tests/corpus/html")];
    folders.extend(std::env::var_os("READING_ROOM_CORPUS").map(std::path::PathBuf::from));
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_page = path
                .extension()
                .is_some_and(|end| end == "html" || end == "txt");
            if path.is_dir() {
                folders.push(path);
            } else if is_page && let Ok(source) = std::fs::read_to_string(&path) {
                count += 1;
                let source: String = source
                    .chars()
                    .map(|c| {
                        if c.is_control() && !"\t\n\r".contains(c) {
                            '\u{fffd}'
                        } else {
                            c
                        }
                    })
                    .collect();
                assert_eq!(
                    direct(&source),
                    through_a_string(&source),
                    "{}",
                    path.display()
                );
            }
        }
    }
    println!("{count} pages");
}

#[test]
fn a_tree_without_words_is_a_tree() {
    for source in ["", "<", "<!--", "</p>", "\u{feff}"] {
        assert_eq!(direct(source), through_a_string(source));
    }
    let mut tree = Tree::default();
    Sink::words(&mut tree, "nowhere");
    tree.end();
    assert_eq!(tree, Tree::default());
}

#[test]
fn what_is_nested_without_end_costs_no_more_than_its_length() {
    for piece in [
        "<div>",
        "<b id=1>",
        "<p><b id=1>x",
        "<table>",
        "<template>",
        "<a href=x><p>",
        "<svg>",
        "<ul><li>",
        "<div></x>",
    ] {
        let tree = direct(&piece.repeat(20_000));
        assert!(tree.len() < 400_000, "{piece}: {}", tree.len());
    }
    // Behind what is too deep, all goes on.
    let deep = "<div>".repeat(600) + "deep" + &"</div>".repeat(600) + "<p>behind</p>";
    let tree = direct(&deep);
    let last = (0..tree.len()).rev().find(|index| tree.name(*index) == "p");
    assert_eq!(
        last.map(|index| tree.text(index)).as_deref(),
        Some("behind")
    );
}
