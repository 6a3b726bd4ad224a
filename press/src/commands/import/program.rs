//! The programs whose exports can be read.

/// The program that a newspaper was made with before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Its export is WXR: RSS with elements of its own.
    Wordpress,
    /// Its export is JSON.
    Ghost,
}
