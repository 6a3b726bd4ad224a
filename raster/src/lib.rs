//! Pixels: pictures are resized, converted to sRGB and encoded. Neither files nor anything of the newspaper.

pub mod colours;
pub mod encoders;
pub mod resize;
