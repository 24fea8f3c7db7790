//! Markup as nodes of a page, made one by one, never from a string: clean under Trusted Types, whatever the source says.

use super::markup::{Attributes, Element, Sink};

/// Makes nodes with `createElement` and `append`.
#[derive(Debug)]
pub(crate) struct Dom {
    page: web_sys::Document,
    open: Vec<web_sys::Element>,
    /// Words that no node holds yet: those that follow one another become one text node.
    words: String,
    root: Option<web_sys::Element>,
}

impl Dom {
    /// A writer of nodes that belong to that page and stand nowhere in it.
    pub(crate) fn new(page: web_sys::Document) -> Dom {
        Dom {
            page,
            open: Vec::new(),
            words: String::new(),
            root: None,
        }
    }

    /// The outermost element.
    pub(crate) fn finish(self) -> Option<web_sys::Element> {
        self.root
    }

    fn flush(&mut self) {
        if let Some(parent) = self.open.last().filter(|_| !self.words.is_empty()) {
            let words = self.page.create_text_node(&self.words);
            // It fails only where a tree would hold itself, or a page could not hold text.
            let _ = parent.append_child(&words);
        }
        self.words.clear();
    }
}

impl Sink for Dom {
    fn open(&mut self, element: Element, attributes: Attributes) {
        self.flush();
        // Names come from a fixed list, none of which a page refuses.
        let Ok(node) = self.page.create_element(element.name()) else {
            return;
        };
        for (attribute, value) in attributes {
            let _ = node.set_attribute(attribute.name(), value);
        }
        self.open.push(node);
    }

    fn words(&mut self, words: &str) {
        self.words.push_str(words);
    }

    fn close(&mut self) {
        self.flush();
        let Some(node) = self.open.pop() else {
            return;
        };
        match self.open.last() {
            Some(parent) => {
                let _ = parent.append_child(&node);
            }
            None => self.root = Some(node),
        }
    }
}
