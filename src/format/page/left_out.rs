//! What is in no text: how much of it there is, and of what.

use crate::diagnostic::{Code, Remarks};
use crate::document::{Span, position};
use crate::limits;
use crate::scan;

/// The words that are in no text, counted by the element that they stand in.
#[derive(Debug, Default)]
pub(super) struct LeftOut(Vec<(String, u32)>);

impl LeftOut {
    /// Words are left out, with the element of that name.
    pub(super) fn add(&mut self, name: &str, words: &str) {
        // What is no words to anybody.
        if !Remarks::ARE_KEPT || matches!(name, "script" | "style") {
            return;
        }
        let (mut count, mut rest) = (0, words);
        while scan::next_word(&mut rest, scan::BLANKS).is_some() {
            count += 1;
        }
        if count == 0 {
            return;
        }
        let name = if self.0.len() < limits::LEFT_OUT {
            name
        } else {
            "others"
        };
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, sum)) => *sum += count,
            None => self.0.push((scan::owned(name), count)),
        }
    }

    /// Says how much there is.
    pub(super) fn report(&self, remarks: &mut Remarks) {
        if !Remarks::ARE_KEPT || self.0.is_empty() {
            return;
        }
        let mut list = String::new();
        let mut all = 0_usize;
        for (name, count) in &self.0 {
            all += *count as usize;
            scan::push_apart(&mut list, ", ", name);
            list.push(' ');
            scan::push_number(&mut list, *count, 1);
        }
        let mut sum = String::new();
        scan::push_number(&mut sum, position(all), 1);
        let words = if all == 1 {
            " word of it is"
        } else {
            " words of it are"
        };
        let message = [&sum, words, " not of the text, and left out: ", &list];
        remarks.add(Code::LeftOut, Span::default(), &message);
    }
}
