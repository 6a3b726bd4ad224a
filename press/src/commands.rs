//! Commands of the program with files of their own: their options, and what they print.

mod check;
mod new;

pub use check::Check;
pub use new::New;
