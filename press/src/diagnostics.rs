//! What went wrong, in words an editor can use: mistakes, rules, failures; and how far a long step is.

pub mod console;
pub mod diagnostic;
pub mod digest;
pub mod failure;
pub mod message;
pub mod mistakes;
pub mod notes;
pub mod progress;
pub mod rule;
pub mod severity;
pub mod spelling;
