//! Phrases that archives use, whatever form their documents come in: names with offices, statements of source, titles.

pub(super) mod agent;
pub(super) mod statement;
pub(super) mod title;
