//! What elements become, node by node.

use super::Body;
use crate::diagnostic::Remarks;
use crate::document::{Note, NoteKind, Role, Text};
use crate::walk::{Event, walk};

/// Builds a text of a sketch: `<p lang=ru>`, `</>`, words; `{name` and `}` around the words of a note, `^name;` for its place.
fn text(sketch: &str) -> Text {
    let mut body = Body::new(Role::Unstated, None);
    let mut rest = sketch;
    while !rest.is_empty() {
        let length = rest[1..]
            .find(['<', '{', '}', '^'])
            .map_or(rest.len(), |at| at + 1);
        let (piece, behind) = rest.split_at(length);
        rest = behind;
        match piece.as_bytes()[0] {
            b'<' => {
                let (tag, words) = piece[1..].split_once('>').unwrap();
                let mut parts = tag.split(' ');
                match parts.next().unwrap() {
                    "/" => body.end(),
                    name => {
                        let attributes: Vec<_> =
                            parts.map(|part| part.split_once('=').unwrap()).collect();
                        body.start(name, &attributes);
                    }
                }
                body.words(words);
            }
            b'{' => {
                let (name, words) = piece[1..].split_once(' ').unwrap();
                let note = Note {
                    kind: NoteKind::Numbered,
                    label: None,
                    id: None,
                };
                body.start_note_named(name, note);
                body.words(words);
            }
            b'}' => {
                body.end_note();
                body.words(&piece[1..]);
            }
            b'^' => {
                let (name, words) = piece[1..].split_once(';').unwrap();
                body.note_place(name);
                body.words(words);
            }
            _ => body.words(piece),
        }
    }
    body.finish(&mut Remarks::default())
}

/// The nodes of a text and its words, in one line.
fn shown(sketch: &str) -> String {
    let text = text(sketch);
    let mut shown = String::new();
    for flow in text.flows() {
        for event in walk(&text, flow) {
            match event {
                Event::Start(node) => {
                    shown += "(";
                    shown += node.kind.as_str();
                    for (property, value) in text.properties(&node) {
                        shown += &format!(" {}={value}", property.as_str());
                    }
                    shown += " ";
                }
                Event::Words(words) => shown += words,
                Event::End(_) => shown += ")",
            }
        }
        shown += "|";
    }
    shown
}

#[test]
fn words_among_blocks_get_a_paragraph() {
    assert_eq!(shown("one <b>two</>"), "(paragraph one (highlighted two))|");
    assert_eq!(
        shown("<div>one<div>two</></>three"),
        "(paragraph one)\n(paragraph two)\n(paragraph three)|"
    );
    assert_eq!(shown("<blockquote>one</>"), "(quotation (paragraph one))|");
    assert_eq!(
        shown("<ul><li>one</> two</>"),
        "(bulleted-list (item one)\n(item two))|"
    );
}

#[test]
fn headings_begin_divisions() {
    assert_eq!(
        shown("<h1>A</>a<h2>B</>b<h2>C</>c<h1>D</>"),
        "(division (heading A)\n(paragraph a)\n(division (heading B)\n(paragraph b))\n(division (heading C)\n\
         (paragraph c)))\n(division (heading D))|"
    );
    assert_eq!(
        shown("<section><h2>A</>a</>b"),
        "(division (heading A)\n(paragraph a))\n(paragraph b)|"
    );
    assert_eq!(
        shown("<div><h2>A</></>b<blockquote><h1>C</></>"),
        "(division (heading A)\n(paragraph b)\n(quotation (heading C)))|"
    );
}

#[test]
fn what_goes_on_over_blocks_has_a_node_in_each() {
    assert_eq!(
        shown("<a id=y href=#x><h2>A</><p>b</></><b id=z></>"),
        "(division (heading (link id=y target=#x A))\n(paragraph (link target=#x b))(place id=z ))|"
    );
}

#[test]
fn languages_and_directions_are_of_the_block() {
    assert_eq!(
        shown("<div lang=ru>a<p>b</></>c<span lang=fr>d</>"),
        "(division language=ru (paragraph a)\n(paragraph b))\n(paragraph c(foreign language=fr d))|"
    );
}

#[test]
fn what_is_forbidden_is_nothing() {
    assert_eq!(
        shown("a<script>b<i>c</></><button>d</><a href=javascript:x>e</>"),
        "(paragraph ae)|"
    );
}

#[test]
fn notes_are_linked_by_their_names() {
    assert_eq!(
        shown("<p>one^a; two^b;</>{b <i>B</>}{a A}"),
        "(paragraph one(anchor ) two(anchor ))|A|(highlighted B)|"
    );
    assert_eq!(shown("{a A}<p>one^a;</>"), "(paragraph one(anchor ))|A|");
}

#[test]
fn preformatted_words_stand_as_they_are() {
    assert_eq!(
        shown("<pre>a\n  b\n</>c"),
        "(preformatted a\n  b)\n(paragraph c)|"
    );
}

#[test]
fn items_have_their_numbers() {
    assert_eq!(
        shown("<ol start=5><li>a</><li value=9>b</><li>c</></>"),
        "(ordered-list (item type=numbered label=5 a)\n(item type=numbered label=9 b)\n(item type=numbered label=10 c))|"
    );
}
