//! Document to events: the order in which everything that reads a text goes through it.

use crate::document::{Flow, HAS_DRAFTS, Node, Text};

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
    let mut walk = Walk::new(flow);
    let end = Ends::of(flow);
    std::iter::from_fn(move || walk.next(text, &end))
}

/// How far one has come in a flow. It borrows nothing, so that one can stop, let the text grow, and go on.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    /// The position reached, in bytes of the text.
    at: u32,
    /// The node that begins next.
    next: usize,
    /// The nodes that have begun and not ended, by their index.
    open: Vec<usize>,
}

/// Where a flow ends, as far as it has come.
#[derive(Debug)]
pub(crate) struct Ends<'b> {
    /// The position, in bytes of the text, and the node past the last.
    end: u32,
    last: usize,
    /// The nodes that are still being built, by their index: how far they go is not known.
    unended: &'b [usize],
    /// Whether more of the flow is to come.
    is_draft: bool,
}

impl<'b> Ends<'b> {
    /// The end of a flow that is complete.
    pub(crate) fn of(flow: &Flow) -> Ends<'b> {
        Ends {
            end: flow.span.end,
            last: flow.nodes.end,
            unended: &[],
            is_draft: false,
        }
    }

    /// The end of the main flow of a text that is being built, in which these nodes are open.
    #[cfg(feature = "tei")]
    pub(crate) fn so_far(text: &Text, unended: &'b [usize]) -> Ends<'b> {
        Ends {
            end: crate::document::position(text.as_str().len()),
            last: text.nodes().len(),
            unended,
            is_draft: true,
        }
    }

    /// How many bytes of words it has.
    pub(crate) fn length(&self) -> usize {
        self.end as usize
    }

    /// Whether more of the flow is to come.
    pub(crate) fn is_draft(&self) -> bool {
        HAS_DRAFTS && self.is_draft
    }

    fn is_unended(&self, node: usize) -> bool {
        self.is_draft() && self.unended.binary_search(&node).is_ok()
    }
}

impl Walk {
    /// At the beginning of a flow.
    pub(crate) fn new(flow: &Flow) -> Walk {
        Walk {
            at: flow.span.start,
            next: flow.nodes.start,
            open: Vec::new(),
        }
    }

    /// The next step; `None` at the end, which is not that of the flow where more is to come.
    pub(crate) fn next<'t>(&mut self, text: &'t Text, ends: &Ends) -> Option<Event<'t>> {
        let top = self.open.last().copied();
        let is_unended = top.map_or(ends.is_draft(), |top| ends.is_unended(top));
        let node = top
            .and_then(|top| text.nodes().get(top))
            .filter(|_| !is_unended);
        let (end, subtree) = match (node, top) {
            (Some(node), Some(top)) => (node.span.end, top + node.size as usize),
            _ => (ends.end, ends.last),
        };
        if self.next < subtree
            && let Some(node) = text.nodes().get(self.next).copied()
        {
            return self.words_to(text, node.span.start).or_else(|| {
                self.open.push(self.next);
                self.next += 1;
                Some(Event::Start(node))
            });
        }
        if is_unended {
            return None;
        }
        self.words_to(text, end).or_else(|| {
            self.open.pop();
            node.copied().map(Event::End)
        })
    }

    /// The node that begins next, if it stands in none that has been built to its end, and whether it has been itself.
    /// `None` where no node is next, or the one that is may be taken like any other.
    #[cfg(feature = "marked")]
    pub(crate) fn frontier(&self, ends: &Ends) -> Option<(usize, bool)> {
        let is_unended = |top: &usize| ends.is_unended(*top);
        let stands_open = self.open.last().map_or(ends.is_draft(), is_unended);
        stands_open.then_some((self.next, ends.is_unended(self.next)))
    }

    /// The index of the node that began last.
    #[cfg(feature = "marked")]
    pub(crate) fn begun(&self) -> usize {
        self.next.saturating_sub(1)
    }

    /// The words up to a position, if there are any left.
    fn words_to<'t>(&mut self, text: &'t Text, position: u32) -> Option<Event<'t>> {
        let words = text
            .as_str()
            .get(self.at as usize..position as usize)
            .filter(|words| !words.is_empty())?;
        self.at = position;
        Some(Event::Words(words))
    }
}
