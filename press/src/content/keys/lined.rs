//! A value with its line number.

/// A value with its line number, so that a later check can still report the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lined<T> {
    /// The line in the file, from 1.
    pub line: u32,
    /// The value.
    pub value: T,
}

impl<T> Lined<T> {
    /// `value`, found on `line`.
    pub fn new(line: u32, value: T) -> Lined<T> {
        Lined { line, value }
    }
}
