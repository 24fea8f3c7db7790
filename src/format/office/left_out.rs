//! What is in the file and not in the text: headers, deletions, hidden words. A remark says it, with its words.

use crate::diagnostic::{Code, Remarks};
use crate::document::Span;
use crate::limits;
use crate::scan;

/// What is left out, by what it is.
#[derive(Debug, Default)]
pub(super) struct LeftOut(Vec<(&'static str, Vec<String>)>);

impl LeftOut {
    /// Leaves out words that are, say, `a header`.
    pub(super) fn add(&mut self, what: &'static str, words: &str) {
        let words = scan::trimmed(words);
        if !Remarks::ARE_KEPT || words.is_empty() {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| *known == what) {
            Some((_, all)) => all.push(scan::owned(words)),
            None => self.0.push((what, vec![scan::owned(words)])),
        }
    }

    /// The same, but for what is left out already: the head of pages stands in the file for left pages, for right ones and for
    /// the first.
    pub(super) fn add_once(&mut self, what: &'static str, words: &str) {
        let mut known = self.0.iter();
        let is_known = |all: &Vec<String>| all.iter().any(|known| known == words);
        if !known.any(|(known, all)| *known == what && is_known(all)) {
            self.add(what, words);
        }
    }

    /// Says what there is.
    pub(super) fn report(&self, remarks: &mut Remarks) {
        for (what, all) in &self.0 {
            for words in all.iter().take(limits::LEFT_OUT) {
                let message = [*what, " not of the text, and left out: «", words, "»"];
                remarks.add(Code::LeftOut, Span::default(), &message);
            }
            if let Some(rest) = all.get(limits::LEFT_OUT..).filter(|rest| !rest.is_empty()) {
                let words = scan::folded(&rest.join(" "));
                let message = [*what, " not of the text, and left out, too: «", &words, "»"];
                remarks.add(Code::LeftOut, Span::default(), &message);
            }
        }
    }
}
