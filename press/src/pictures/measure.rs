//! How large a picture is.

/// How large a picture is, as its editor saved it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Pixels from left to right, when it is upright.
    pub width: u32,
    /// Pixels from top to bottom, when it is upright.
    pub height: u32,
    /// Bytes of its file.
    pub bytes: u64,
}
