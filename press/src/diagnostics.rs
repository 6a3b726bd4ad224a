//! Errors and warnings for editors, the rules behind them, failures of commands, and console output.

pub mod console;
pub mod diagnostic;
pub mod digest;
pub mod escaped;
pub mod failure;
pub mod message;
pub mod mistakes;
pub mod notes;
pub mod progress;
pub mod rule;
pub mod severity;
pub mod spelling;
