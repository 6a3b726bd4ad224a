//! The contents of an export, independent of the program that wrote it.

pub mod author;
pub mod comment;
pub mod picture;
pub mod site;
pub mod story;
