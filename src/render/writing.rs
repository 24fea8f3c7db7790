//! An article that is written bit by bit, while its document is being read.

use super::markup::{Attribute, Element};
use super::script::Script;
use super::text::{self, Step};
use super::{Options, article};
use crate::document::{Document, HAS_DRAFTS};

/// How far an article has been written. What comes out, piece after piece, is
///
/// - the article, with an empty box for the texts, as soon as there is a text to write;
/// - what belongs into that box;
/// - the article anew, with nothing in it but card and side column, if they have changed by the end of the source;
/// - an `a` for each address in the article that links lead to in vain.
#[derive(Debug)]
pub struct Writing {
    options: Options,
    texts: text::Writing,
    /// Card and side column, as they have been written.
    frame: Option<Script>,
    /// Whether they have been written anew where they had to be.
    #[cfg(feature = "marked")]
    is_done: bool,
}

impl Writing {
    /// An article of which nothing has been written.
    pub fn new(options: Options) -> Writing {
        Writing {
            options,
            texts: text::Writing::default(),
            frame: None,
            #[cfg(feature = "marked")]
            is_done: false,
        }
    }

    /// Writes the next piece, of so many steps at most; says whether there is more that can be written now. `open` has the
    /// nodes that are open where the document is still being built.
    pub fn write(
        &mut self,
        document: &Document,
        open: Option<&[usize]>,
        steps: u32,
        script: &mut Script,
    ) -> bool {
        let mut step = Step::Wrote;
        // While the rest is still being read, the page can show card and side column first.
        let is_first = self.frame.is_none() && open.is_some();
        let mut left = if is_first { 1 } else { steps };
        while step == Step::Wrote && left > 0 {
            step = self.texts.step(document, open, &self.options, script);
            left -= 1;
        }
        if self.frame.is_none() && (step != Step::Waits || !script.marks.is_empty()) {
            // It comes before the texts, and tells of them.
            let texts = std::mem::take(script);
            let frame = self.frame_of(document);
            script.append(&frame);
            script.append(&texts);
            self.frame = Some(frame);
        }
        #[cfg(feature = "marked")]
        if step == Step::Ended {
            return self.end(document, left, script);
        }
        step == Step::Wrote
    }

    /// The article without its texts.
    fn frame_of(&self, document: &Document) -> Script {
        let mut frame = Script::default();
        article::write(document, &self.options, &mut frame, &mut |_| {});
        frame
    }

    /// All has been written: what was written before it was known is put right. Says whether there is more of that than can
    /// be written in so many steps.
    #[cfg(feature = "marked")]
    fn end(&mut self, document: &Document, left: u32, script: &mut Script) -> bool {
        if HAS_DRAFTS && !std::mem::replace(&mut self.is_done, true) {
            let frame = self.frame_of(document);
            if self
                .frame
                .as_ref()
                .is_some_and(|before| !before.is_like(&frame))
            {
                script.append(&frame);
            }
        }
        for _ in 0..left {
            let Some(name) = self.texts.next_dead_end() else {
                return false;
            };
            let address = crate::scan::joined(&["#", &self.options.id_prefix, "-", &name]);
            script.open(Element::A, "").with(Attribute::Href, &address);
            script.close();
        }
        true
    }
}
