//! The programs whose exports press reads.

/// The program that wrote an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Exports WXR, which is RSS with additional elements.
    Wordpress,
    /// Exports JSON.
    Ghost,
}
