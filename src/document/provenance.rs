//! Where a document comes from: the hands it went through, one step each.

use super::HAS_MARKUP;
use crate::scan;

/// A step on the way from the original to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub action: Action,
    /// Who did it, as the source writes the name: `NHK`, `John Henriksen`; empty where it names nobody.
    pub agent: String,
    /// Whether it concerns a copy and not the original.
    pub of_copy: bool,
    /// The words of the source that say so: `copy obtained by NHK`.
    pub written: String,
}

impl Step {
    /// A step, with who did it and the words that say so.
    #[inline(never)]
    pub(crate) fn new(action: Action, agent: &str, of_copy: bool, written: &str) -> Step {
        Step {
            action,
            agent: scan::owned(agent),
            of_copy,
            written: scan::owned(written),
        }
    }
}

/// What happened to a document. The terms follow those of archival description (custodial history, source of acquisition).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The archive that holds the original.
    Holds,
    /// Somebody obtained it.
    Obtained,
    /// It was given to somebody.
    Received,
    /// Somebody gave it.
    Provided,
    /// Somebody keeps it on file.
    OnFile,
    /// Somebody contributed it to the digital archive.
    Contributed,
    /// Somebody transcribed it.
    Transcribed,
    /// Somebody translated it.
    Translated,
    /// Somebody edited it.
    Edited,
    /// Somebody published it.
    Published,
    /// Somebody made it public.
    Released,
    /// It was found.
    Found,
    /// Somebody saw it at a place.
    Observed,
    /// It came to the archive.
    Acquired,
    /// What else is told of its way.
    Passed,
    /// The text was taken from this: a book, an edition, another file.
    Source,
}

impl Action {
    /// A name in lower case: `on-file`.
    pub fn as_str(self) -> &'static str {
        match self {
            Action::Holds => "holds",
            Action::Obtained => "obtained",
            Action::Received => "received",
            Action::Provided => "provided",
            Action::OnFile => "on-file",
            Action::Contributed => "contributed",
            Action::Transcribed => "transcribed",
            Action::Translated => "translated",
            Action::Edited => "edited",
            Action::Published => "published",
            Action::Released => "released",
            _ if !HAS_MARKUP => "",
            Action::Found => "found",
            Action::Observed => "observed",
            Action::Acquired => "acquired",
            Action::Passed => "passed",
            Action::Source => "source",
        }
    }
}
