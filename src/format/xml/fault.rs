//! What is ill-formed, and where.

use crate::document::Span;

/// Whether anybody can ask what is ill-formed.
pub(super) const ARE_TOLD: bool = cfg!(feature = "full");

/// What is ill-formed, and what was made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// An end tag that differs from the start tag in letter case alone. It ends the element.
    MismatchedEnd,
    /// An end tag without an element that it could end. It is passed over.
    UnexpectedEnd,
    /// An element without an end tag. It ends with the element around it, or with the source.
    MissingEnd,
    /// A `<` that begins no markup. It is a word.
    StrayLessThan,
    /// A `&` that begins no reference. It is a word.
    StrayAmpersand,
    /// A tag without its `>`. It is words.
    BrokenTag,
    /// A tag in which the source ends. It is left out.
    CutTag,
    /// An attribute that the tag has already. The first one counts.
    DuplicateAttribute,
    /// An attribute without quotes, value or space before it. It is read as it seems to be meant.
    BrokenAttribute,
    /// A comment without its end. What follows `<!--` is read as if that were words.
    UnclosedComment,
    /// A CDATA section without its end. What follows `<![CDATA[` is read as if that were words.
    UnclosedCdata,
    /// A processing instruction without its end. What follows `<?` is read as if that were words.
    UnclosedInstruction,
    /// A document type declaration without its end. What follows is read as if `<!DOCTYPE` were words.
    UnclosedDoctype,
    /// A reference to an entity that is not declared. It stands as written, but for the names that HTML knows.
    UndeclaredEntity,
    /// A reference to an entity that stands elsewhere. Nothing is fetched, and it stands as written.
    ExternalEntity,
    /// A reference to an entity that would be too long, or hold itself. It stands as written.
    EntityLimit,
    /// A reference to a character that there is not. It is a replacement character.
    BadCharacterReference,
    /// Elements nested too deeply. The inner ones are left out, their words are not.
    TooDeep,
    /// An element behind the root element. It is read like the first.
    SecondRoot,
    /// Words before or behind the root element. They are read.
    WordsOutsideRoot,
}

/// Something that is ill-formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault<'s> {
    /// What it is.
    pub kind: FaultKind,
    /// Where it stands in the decoded source.
    pub span: Span,
    /// The name of the element, attribute or entity that it is about; empty where it is about none.
    pub name: &'s str,
    /// The line in which it begins, counted from 1.
    #[cfg(feature = "full")]
    pub line: u32,
    /// The character of the line with which it begins, counted from 1.
    #[cfg(feature = "full")]
    pub column: u32,
}
