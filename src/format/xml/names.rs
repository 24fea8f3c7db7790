//! The names of elements, and the vocabularies that their namespaces stand for.

/// The vocabulary that an element is of, by its namespace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Space {
    /// No namespace: TEI before P5, and whatever else knows none.
    #[default]
    None,
    /// TEI.
    Tei,
    /// The additions of the *Foreign Relations of the United States*.
    Frus,
    /// Examples of TEI in documentation of TEI.
    Examples,
    /// MathML.
    #[cfg(feature = "full")]
    MathMl,
    /// SVG.
    #[cfg(feature = "full")]
    Svg,
    /// XInclude.
    #[cfg(feature = "full")]
    XInclude,
    /// Any other.
    Other,
}

impl Space {
    /// The vocabulary of a namespace.
    pub(super) fn of(namespace: &str) -> Space {
        match namespace {
            "" => Space::None,
            "http://www.tei-c.org/ns/1.0" => Space::Tei,
            "http://history.state.gov/frus/ns/1.0" => Space::Frus,
            "http://www.tei-c.org/ns/Examples" => Space::Examples,
            #[cfg(feature = "full")]
            "http://www.w3.org/1998/Math/MathML" => Space::MathMl,
            #[cfg(feature = "full")]
            "http://www.w3.org/2000/svg" => Space::Svg,
            #[cfg(feature = "full")]
            "http://www.w3.org/2001/XInclude" | "http://www.w3.org/2003/XInclude" => {
                Space::XInclude
            }
            _ => Space::Other,
        }
    }

    /// The vocabulary of a prefix that is not declared: three are used so often that it is known what is meant.
    pub(super) fn of_undeclared(prefix: &str) -> Space {
        match prefix {
            "tei" => Space::Tei,
            "frus" => Space::Frus,
            #[cfg(feature = "full")]
            "xi" => Space::XInclude,
            _ => Space::Other,
        }
    }
}

/// The name of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name<'s> {
    /// The vocabulary that it is of.
    pub space: Space,
    /// What stands before the colon, as it is written; empty where there is no colon.
    pub prefix: &'s str,
    /// What stands behind the colon.
    pub local: &'s str,
}
