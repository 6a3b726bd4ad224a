//! A value with the line it stands in.

/// A value with the line it stands in, so that a later check can still say where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lined<T> {
    /// From 1, in the file.
    pub line: u32,
    /// The value.
    pub value: T,
}

impl<T> Lined<T> {
    /// `value`, found in `line`.
    pub fn new(line: u32, value: T) -> Lined<T> {
        Lined { line, value }
    }
}
