//! What the export of another program says, in forms of our own.

pub mod author;
pub mod picture;
pub mod site;
pub mod story;
