//! Elements of HTML that stand in Markdown: a fragment to its tags, its comments and its words, however broken it is.

use pulldown_cmark::{Event, Parser};

use crate::scan;

/// What comes next in a fragment.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'s> {
    Words(String),
    Comment(&'s str),
    Start {
        name: String,
        attributes: Vec<(String, String)>,
        /// Whether the tag says that nothing is in it.
        is_closed: bool,
    },
    End(String),
}

/// Reads fragments one after another: what a script holds may go on in the next one.
#[derive(Debug, Default)]
pub(super) struct Tags {
    /// The element whose content are words, whatever they look like, until its end tag.
    raw: Option<String>,
}

/// Elements whose content are words, whatever they look like.
const RAW: &str = "script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext";

impl Tags {
    /// Takes the next piece of a fragment.
    pub(super) fn next<'s>(&mut self, rest: &mut &'s str) -> Option<Piece<'s>> {
        let fragment = *rest;
        if fragment.is_empty() {
            return None;
        }
        if let Some(name) = self.raw.take() {
            return Some(self.content(name, rest));
        }
        let length = fragment
            .bytes()
            .enumerate()
            .position(|(at, byte)| byte == b'<' && begins_tag(scan::from(fragment, at)));
        match length {
            Some(0) => Some(self.tag(rest)),
            _ => {
                let words = scan::to(fragment, length.unwrap_or(fragment.len()));
                *rest = scan::from(fragment, words.len());
                Some(Piece::Words(decoded(words)))
            }
        }
    }

    /// All up to the end tag of an element whose content are words.
    fn content<'s>(&mut self, name: String, rest: &mut &'s str) -> Piece<'s> {
        let fragment = *rest;
        let end = fragment.bytes().enumerate().position(|(at, byte)| {
            let tag = if byte == b'<' {
                scan::from(fragment, at)
            } else {
                ""
            };
            let behind = tag
                .strip_prefix("</")
                .and_then(|tag| scan::after(tag, &name));
            behind.is_some_and(|behind| !scan::continues_word(behind))
        });
        match end {
            Some(0) => self.tag(rest),
            end => {
                self.raw = Some(name);
                let words = scan::to(fragment, end.unwrap_or(fragment.len()));
                *rest = scan::from(fragment, words.len());
                Piece::Words(scan::owned(words))
            }
        }
    }

    /// A tag, a comment, or what browsers take for one.
    fn tag<'s>(&mut self, rest: &mut &'s str) -> Piece<'s> {
        let fragment = *rest;
        for (opening, closing) in [
            ("<!--", "-->"),
            ("<![CDATA[", "]]>"),
            ("<?", ">"),
            ("<!", ">"),
        ] {
            if let Some(inside) = fragment.strip_prefix(opening) {
                let (comment, behind) = scan::split(inside, closing).unwrap_or((inside, ""));
                *rest = behind;
                return Piece::Comment(comment);
            }
        }
        let is_end = fragment.starts_with("</");
        let inside = scan::from(fragment, if is_end { 2 } else { 1 });
        let length = scan::run(inside, |c| {
            !c.is_ascii_whitespace() && !scan::is_in("/>", c)
        });
        let name = scan::to(inside, length).to_ascii_lowercase();
        let mut attributes = Vec::new();
        match self::attributes(scan::from(inside, length), &mut attributes) {
            // The tag does not end: its words stay.
            None => {
                *rest = "";
                Piece::Words(decoded(fragment))
            }
            Some((behind, is_closed)) => {
                *rest = behind;
                if is_end {
                    return Piece::End(name);
                }
                if scan::listed(RAW, &name) && !is_closed {
                    self.raw = Some(name.clone());
                }
                Piece::Start {
                    name,
                    attributes,
                    is_closed,
                }
            }
        }
    }
}

/// Whether words begin with a tag, a comment or the like.
fn begins_tag(words: &str) -> bool {
    let inside = scan::from(words, 1);
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    scan::first(inside).is_some_and(|c| c.is_ascii_alphabetic() || c == '!' || c == '?')
}

/// Reads attributes up to the end of the tag; gives what is behind it, and whether it ends with a slash. `None` where it
/// does not end.
fn attributes<'s>(words: &'s str, list: &mut Vec<(String, String)>) -> Option<(&'s str, bool)> {
    let mut rest = words;
    loop {
        rest = rest.trim_ascii_start();
        if let Some(behind) = rest.strip_prefix('>') {
            return Some((behind, false));
        }
        if let Some(behind) = rest.strip_prefix("/>") {
            return Some((behind, true));
        }
        if let Some(behind) = rest.strip_prefix('/') {
            rest = behind;
            continue;
        }
        let is_of_name = |c: char| !c.is_ascii_whitespace() && !scan::is_in("=/>", c);
        let length = scan::run(rest, is_of_name);
        let name = scan::to(rest, length);
        rest = scan::from(rest, length).trim_ascii_start();
        let mut value = "";
        if let Some(behind) = rest.strip_prefix('=') {
            (value, rest) = self::value(behind.trim_ascii_start())?;
        } else if name.is_empty() {
            scan::first(rest)?;
        }
        let is_new = !list
            .iter()
            .any(|(known, _)| known.eq_ignore_ascii_case(name));
        if is_new && !name.is_empty() && list.len() < MOST {
            list.push((name.to_ascii_lowercase(), decoded(value)));
        }
    }
}

/// The most attributes of a tag that are read: each is compared with those before it.
const MOST: usize = 32;

/// A value with or without quotes, and what is behind it.
fn value(words: &str) -> Option<(&str, &str)> {
    for quote in ["\"", "'"] {
        if let Some(inside) = words.strip_prefix(quote) {
            return scan::split(inside, quote);
        }
    }
    let length = scan::run(words, |c| !c.is_ascii_whitespace() && c != '>');
    Some((scan::to(words, length), scan::from(words, length)))
}

/// Words with what references stand for. The names of HTML are those that Markdown has itself, so that its reader is asked.
fn decoded(words: &str) -> String {
    let (mut decoded, mut rest) = (String::new(), words);
    while let Some(at) = scan::find(rest, "&") {
        decoded.push_str(scan::to(rest, at));
        rest = scan::from(rest, at);
        let name = scan::run(scan::from(rest, 1), |c| {
            c.is_ascii_alphanumeric() || c == '#'
        });
        let reference = scan::to(rest, name + 2);
        if reference.ends_with(';') && name > 0 && name <= LONGEST {
            for (event, _) in Parser::new(reference).into_offset_iter() {
                if let Event::Text(words) = event {
                    decoded.push_str(&words);
                }
            }
            rest = scan::from(rest, reference.len());
        } else {
            decoded.push('&');
            rest = scan::from(rest, 1);
        }
    }
    decoded.push_str(rest);
    decoded
}

/// The longest name of a reference, in bytes; HTML's longest has 31.
const LONGEST: usize = 32;
