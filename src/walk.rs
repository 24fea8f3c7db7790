//! Document to events: the order in which everything that reads a text goes through it.

use crate::document::{Flow, Node, Text};

/// A step through a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'t> {
    /// A node begins.
    Start(Node),
    /// Words; between blocks, the line feed that separates them.
    Words(&'t str),
    /// The node ends that began last and has not ended.
    End(Node),
}

/// Goes through a flow in reading order. The words of all events, put together, are the flow's words.
///
/// ```
/// use reading_room::{Event, Hint, open, walk};
/// let opened = open(b"He said no.", &Hint::default())?;
/// let text = &opened.document.texts[0];
/// let words: String = walk(text, text.main())
///     .filter_map(|event| match event {
///         Event::Words(words) => Some(words),
///         _ => None,
///     })
///     .collect();
/// assert_eq!(words, "He said no.");
/// # Ok::<(), reading_room::OpenError>(())
/// ```
pub fn walk<'t>(text: &'t Text, flow: &Flow) -> impl Iterator<Item = Event<'t>> {
    Walk {
        text,
        at: flow.span.start,
        end: flow.span.end,
        next: flow.nodes.start,
        last: flow.nodes.end,
        open: Vec::new(),
    }
}

struct Walk<'t> {
    text: &'t Text,
    /// The position reached, in bytes of the text.
    at: u32,
    /// The end of the flow.
    end: u32,
    /// The node that begins next, and the one past the flow's last.
    next: usize,
    last: usize,
    /// The nodes that have begun and not ended, each with the index past its subtree.
    open: Vec<(Node, usize)>,
}

impl<'t> Walk<'t> {
    /// The words up to a position, if there are any left.
    fn words_to(&mut self, position: u32) -> Option<Event<'t>> {
        let words = self
            .text
            .as_str()
            .get(self.at as usize..position as usize)
            .filter(|words| !words.is_empty())?;
        self.at = position;
        Some(Event::Words(words))
    }
}

impl<'t> Iterator for Walk<'t> {
    type Item = Event<'t>;

    fn next(&mut self) -> Option<Event<'t>> {
        let (end, subtree) = match self.open.last() {
            Some((node, subtree)) => (node.span.end, *subtree),
            None => (self.end, self.last),
        };
        if self.next < subtree {
            let node = self.text.nodes()[self.next];
            return self.words_to(node.span.start).or_else(|| {
                self.open.push((node, self.next + node.size as usize));
                self.next += 1;
                Some(Event::Start(node))
            });
        }
        self.words_to(end)
            .or_else(|| self.open.pop().map(|(node, _)| Event::End(node)))
    }
}
