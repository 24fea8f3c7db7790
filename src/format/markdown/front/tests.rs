//! What is read of front matter, against crates that know all of YAML and TOML.

mod by_saphyr;
mod by_toml_parser;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::block::{Front, Syntax};
use super::pairs::Pair;
use super::{toml, yaml};
use crate::scan;

/// Pairs without their places, their white space folded as the record folds it.
fn plain(pairs: &[Pair]) -> Vec<(String, Vec<String>, bool)> {
    let fold = |value: &String| {
        let lines = value
            .split(['\n', '\r'])
            .map(|line| scan::folded(line.trim()));
        lines
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    };
    pairs
        .iter()
        .map(|pair| {
            (
                scan::folded(&pair.key),
                pair.values.iter().map(fold).collect(),
                pair.is_nothing,
            )
        })
        .collect()
}

type Read = fn(&str) -> Option<Vec<Pair>>;

/// What is read is what the crate reads; says whether it is read.
fn agrees(block: &str, ours: Read, theirs: Read) -> bool {
    let Some(pairs) = ours(block) else {
        return false;
    };
    let expected =
        theirs(block).unwrap_or_else(|| panic!("{block:?} breaks the rules, and gives {pairs:?}"));
    assert_eq!(plain(&pairs), plain(&expected), "{block:?}");
    true
}

const YAML: &[&str] = &[
    "title: A\nauthor:\n  name: B\n  born: 1795\ntags: [a, \"b, c\", 'd''e', f g]\n",
    "a:\n  - x\n  - y: 1\n    z: 2\n  -\n    - nested\n  - - deep\n    - er\n  - [1, 2]\nb:\n- same\n- level\nc: last\n",
    "a: |\n  one\n  two\n\n    deeper\n  three\n\nb: >\n  folded\n  line\n\n  next\n   kept\n  more\nc: |2-\n   x\n  y\n",
    "a: plain words\n  that go on\n\n  and on # comment\nb: http://example.org/#x\nc: a:b # not: a key\n",
    "a: \"caf\\u00e9 \\\"x\\\" \\n y\\\n   z\"\nb: 'it''s\n  here\n\n  too'\n\"quoted key\": 1\n'another' : 2\n",
    "a: &x Trieste\nb: *x\nc: &all\n  d: e\nf:\n  <<: *all\n  g: h\n",
    "# comment\n\na: ~\nb: null\nc:\nd: []\ne: {}\nf: {g: 1, h: , \"i\": [j, {k: l}], m: n # c\n  , o: p}\n",
    "a: !!str 12\nb: ! x\nc: - not\n",
    "Заголовок: Письмо\n日付: 1962\nkey with spaces: yes\nkey-with_marks.x/y: 1\n",
    "a: 1962-11-14 10:00:00\nb: 10:30\nc: -5\nd: -\n",
    "a:\n  words below\n  the key\nb:\n  \"quoted below\"\nc:\n  [x,\n   y]\n",
    "  a: indented\n  b: as a whole\n",
    "a: |\n  text\nb: >-\n  text\n  # no comment\n# comment\nc: x\n",
    "a: [x,\n  y, # comment\n  z\n]\nb: 1\n",
];

#[test]
fn yaml_of_front_matter_is_read_as_it_is_meant() {
    let read: Vec<bool> = YAML
        .iter()
        .map(|block| agrees(block, yaml::read, by_saphyr::read))
        .collect();
    let unread: Vec<_> = YAML
        .iter()
        .zip(&read)
        .filter(|(_, is_read)| !**is_read)
        .collect();
    // A list cannot begin behind a key.
    assert!(
        unread
            .iter()
            .all(|(block, _)| block.contains(": - not") || block.ends_with("d: -\n")),
        "{unread:?}"
    );
}

const TOML: &[&str] = &[
    "title = \"A \\\"b\\\" \\u00e9\"\ndate = 1979-05-27 07:32:00Z\nday = 1979-05-27\nn = 1_000\nf = -3.5e+2\nyes = true\n",
    "tags = [\"a\", 'b', [\"c\"], {d = 1, e.f = 2}, # comment\n  \"g\",\n]\n",
    "[author]\nname = \"B\"\n\n[author.other] # comment\nx = 1\n[[links]]\ntitle = 't'\n[[links]]\ntitle = 'u'\n[empty]\n",
    "a.b.\"c d\" = 1\n'quoted key' = 2\n3 = 4\nbare-key_5 = 6\n",
    "a = \"\"\"\nlong\n\\\n   words \\t \\\" \"\"x\"\" end\"\"\"\nb = '''\nit''s \\ literal'''\n",
];

#[test]
fn toml_of_front_matter_is_read_as_it_is_meant() {
    for block in TOML {
        assert!(agrees(block, toml::read, by_toml_parser::read), "{block:?}");
    }
}

#[test]
fn a_key_of_toml_stands_on_one_line() {
    for key in ["''''''", "\"\"\"a\"\"\"", "'''\na'''"] {
        let block = format!("{key} = 1\n");
        assert_eq!(toml::read(&block), None, "{block:?}");
    }
}

/// What YAML is made of.
const PIECES: &[&str] = &[
    "a", "b c", ":", ": ", "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "- ", "[", "]", "{",
    "}", ", ", "\"", "'", "''", " # c", "#", "|\n", ">\n", "|-\n  ", "&x ", "*x", "!t ", "?", "~",
    "null", "\\n", "\\", "%", "@", "\t", "é", "\r\n", "\n\n", "x: ", "\nk: ", "\n  k: ", "\n- k: ",
    "---", "...",
];

/// What TOML is made of.
const TOML_PIECES: &[&str] = &[
    "a",
    "b",
    " = ",
    "\n",
    "\n",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ", ",
    ".",
    "1",
    "-2.5",
    "true",
    "# c",
    "\\n",
    "\\",
    "\t",
    "é",
    "\r\n",
    "a = 1\n",
    "\nk = \"v\"\n",
    "1979-05-27",
    "\n[t]\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn yaml_that_is_read_is_read_as_it_is_meant(pieces in vec(select(PIECES), 1..14)) {
        let block = ["k: ", &pieces.concat()].concat();
        // Small faults that leave no doubt are passed over, such as a bracket at the beginning of its line.
        if by_saphyr::read(&block).is_some() {
            agrees(&block, yaml::read, by_saphyr::read);
        } else {
            let _ = yaml::read(&block);
        }
    }

    #[test]
    fn toml_that_is_read_is_read_as_it_is_meant(pieces in vec(select(TOML_PIECES), 1..14)) {
        agrees(&["k = ", &pieces.concat()].concat(), toml::read, by_toml_parser::read);
    }
}

/// All files below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => files(&path, found),
            path => found.push(path),
        }
    }
}

#[test]
fn front_matter_of_files_is_read_as_it_is_meant() {
    let mut paths = Vec::new();
    let corpus =
        std::env::var_os("READING_ROOM_CORPUS").map_or("../shared/corpus".into(), PathBuf::from);
    files(&corpus.join("letters-markdown"), &mut paths);
    files(Path::new("tests/corpus/markdown"), &mut paths);
    let (mut read, mut all) = (0, 0);
    for path in paths {
        let source = fs::read_to_string(path).unwrap_or_default();
        if let Some(front) = Front::of(&source) {
            let block = front.block.of(&source);
            all += 1;
            read += usize::from(match front.syntax {
                Syntax::Yaml => agrees(block, yaml::read, by_saphyr::read),
                Syntax::Toml => agrees(block, toml::read, by_toml_parser::read),
            });
        }
    }
    println!("{read} of {all} blocks of front matter.");
}
