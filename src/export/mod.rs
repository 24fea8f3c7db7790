//! Document to another form: one file each.

mod inspection;
mod summary;

pub use inspection::{Positions, VERSION, Value, diagnostics, inspect, record};
pub use summary::summary;
