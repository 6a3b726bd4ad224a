//! The size of an original picture.

/// The size of an original picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The width in pixels when the picture is upright.
    pub width: u32,
    /// The height in pixels when the picture is upright.
    pub height: u32,
    /// The size of the file in bytes.
    pub bytes: u64,
}
