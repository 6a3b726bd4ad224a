//! Commands of the program with files of their own: their options, and what they print; and the press that comes after another.

mod afterwards;
mod check;
mod new;

pub use afterwards::press_afterwards;
pub use check::CheckArgs;
pub use new::NewArgs;
