//! What HTML, Markdown and the documents of word processors have in common: a text in HTML's vocabulary.

mod addresses;
mod attributes;
mod body;
mod elements;
mod left_out;
mod lines;
mod notes;

#[allow(
    unused_imports,
    reason = "each form that uses it is a feature of its own"
)]
pub(super) use body::Body;

#[cfg(test)]
mod tests;
