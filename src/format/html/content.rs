//! Which part of a page is the document: what is around it is left out.

use super::tree::Tree;
use crate::scan;

/// What of a page is the document.
#[derive(Debug)]
pub(super) struct Content {
    /// The element that holds it.
    pub(super) root: u32,
    /// Elements in it, in their order, that are not of it.
    pub(super) apart: Vec<u32>,
}

/// What holds the document, the surest first: elements by name, attributes with a word in them.
const HOLDERS: &[(&str, &str, &str)] = &[
    ("main", "", ""),
    ("article", "", ""),
    ("", "role", "main"),
    ("", "itemprop", "articleBody"),
];

/// What leads elsewhere, whatever it stands in.
const LEADS: &str = "navigation|search|menu|menubar";
/// What is around a document, by its role.
const AROUND: &str = "banner|complementary|contentinfo|navigation|search|menu|menubar";

impl Content {
    /// The document in a tree; all of it, where that is no whole page.
    pub(super) fn find(tree: &Tree, is_page: bool) -> Content {
        let body = body(tree);
        let letters = Letters::count(tree);
        let mut content = Content {
            root: body,
            apart: outermost(tree, body, &|index| is_hidden(tree, index)),
        };
        if !is_page {
            return content;
        }
        if let Some(root) = HOLDERS
            .iter()
            .find_map(|holder| held(tree, body, holder, &letters))
        {
            let is_apart = |index| {
                is_hidden(tree, index)
                    || tree.name(index) == "nav"
                    || tree.says(index, "role", LEADS)
            };
            return Content {
                root,
                apart: outermost(tree, root, &is_apart),
            };
        }
        let apart = around(tree, body, &letters);
        // Where that is all there is, it is the document.
        if letters.of(tree, body).0 > letters.sum(tree, &apart).0 {
            content.apart = apart;
        }
        content
    }
}

/// The element `body`, which every parser makes.
pub(super) fn body(tree: &Tree) -> u32 {
    let children = tree.children(0);
    let body = children.iter().find(|child| tree.name(**child) == "body");
    body.copied().unwrap_or(0)
}

#[inline(never)]
fn is_hidden(tree: &Tree, index: u32) -> bool {
    tree.has(index, "hidden") && tree.attribute(index, "hidden") != "until-found"
        || is_called(tree, index, BESIDE)
}

/// Whether the name or a class of an element is one of a list.
#[inline(never)]
fn is_called(tree: &Tree, index: u32, list: &str) -> bool {
    tree.says(index, "class", list) || tree.says(index, "id", list)
}

/// What sites put beside and between the words of a text is called so: by MediaWiki, WordPress, Blogger, Drupal, Gutenberg,
/// OpenEdition, the Office of the Historian.
const BESIDE: &str = "breadcrumb|breadcrumbs|catlinks|comment-respond|comments|comments-area|jp-relatedposts|mw-editsection|noprint|\
    paranumber|pg-boilerplate|printfooter|screen-reader-text|sharedaddy|skip-link|sr-only|static-title|visually-hidden";
/// And so is what is around a document, where no element holds it.
const AROUND_BY_NAME: &str = "footer|header|menu|nav|navbar|navigation|sidebar|topnav";

/// The outermost elements in another one that pass a test.
#[inline(never)]
fn outermost(tree: &Tree, root: u32, test: &dyn Fn(u32) -> bool) -> Vec<u32> {
    let (mut found, mut next) = (Vec::new(), root + 1);
    while next < tree.behind(root) {
        let is_one = !tree.name(next).is_empty() && test(next);
        if is_one {
            found.push(next);
        }
        next = if is_one { tree.behind(next) } else { next + 1 };
    }
    found
}

/// The element of a kind that holds the document: of several the one that has as many words as all others together.
fn held(
    tree: &Tree,
    body: u32,
    (name, attribute, value): &(&str, &str, &str),
    letters: &Letters,
) -> Option<u32> {
    let is_one = |index| match name.is_empty() {
        true => tree.says(index, attribute, value),
        false => tree.name(index) == *name,
    };
    let holders = outermost(tree, body, &|index| {
        is_one(index) && !is_hidden(tree, index)
    });
    let largest = holders
        .iter()
        .copied()
        .max_by_key(|index| letters.of(tree, *index).0)?;
    let (most, _) = letters.of(tree, largest);
    let (all, _) = letters.sum(tree, &holders);
    (most > 0 && most * 2 >= all).then_some(largest)
}

/// What is around the document, where no element holds it: by the names of elements, and by how many of its words lead
/// elsewhere.
fn around(tree: &Tree, body: u32, letters: &Letters) -> Vec<u32> {
    let by_name = |index| {
        is_hidden(tree, index)
            || tree.is(index, "nav|header|footer|aside")
            || tree.says(index, "role", AROUND)
    };
    let named = outermost(tree, body, &by_name);
    let is_list = |index| {
        let (all, linked) = letters.of(tree, index);
        tree.is(index, "div|ul|ol|table|td|p|section|center")
            && (all >= FEW && linked * 3 > all * 2 || is_called(tree, index, AROUND_BY_NAME))
    };
    let both = outermost(tree, body, &|index| by_name(index) || is_list(index));
    // An index of letters is a document of links.
    let prose = |(all, linked): (u32, u32)| all - linked;
    let apart = prose(letters.sum(tree, &both));
    let left = prose(letters.of(tree, body)) - apart;
    if left >= PROSE && left > apart {
        both
    } else {
        named
    }
}

/// Of so many letters that lead nowhere a page has a text.
const PROSE: u32 = 140;

/// Of fewer letters nobody can tell whether they are a menu.
const FEW: u32 = 24;

/// How many letters stand before each node, and how many of them in links that lead out of the page.
struct Letters(Vec<(u32, u32)>);

impl Letters {
    fn count(tree: &Tree) -> Letters {
        let mut counts = Vec::with_capacity(tree.len() as usize + 1);
        let (mut all, mut linked, mut link_end) = (0, 0, 0);
        for index in 0..tree.len() {
            counts.push((all, linked));
            if tree.name(index) == "a" && leads_out(tree.attribute(index, "href")) {
                link_end = tree.behind(index);
            }
            let letters = tree
                .words(index)
                .chars()
                .filter(|c| !c.is_whitespace())
                .count() as u32;
            all += letters;
            linked += if index < link_end { letters } else { 0 };
        }
        counts.push((all, linked));
        Letters(counts)
    }

    /// How many are in an element, and how many of them in links.
    fn of(&self, tree: &Tree, index: u32) -> (u32, u32) {
        let at = |index: u32| self.0.get(index as usize).copied().unwrap_or_default();
        let (start, end) = (at(index), at(tree.behind(index)));
        (end.0 - start.0, end.1 - start.1)
    }

    fn sum(&self, tree: &Tree, list: &[u32]) -> (u32, u32) {
        let each = list.iter().map(|index| self.of(tree, *index));
        each.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }
}

fn leads_out(href: &str) -> bool {
    !href.is_empty() && !scan::begins_with(href, "#")
}
