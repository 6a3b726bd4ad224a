//! A value that is computed when it is first needed.

use std::sync::OnceLock;

use crate::diagnostics::failure::Failure;

/// A value that is computed when it is first needed, by a function that can fail.
pub struct Once<T>(OnceLock<T>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once(OnceLock::new())
    }
}

impl<T> Once<T> {
    /// The value, computed by `make` the first time.
    ///
    /// # Errors
    /// `make` fails.
    pub fn get(&self, make: impl FnOnce() -> Result<T, Failure>) -> Result<&T, Failure> {
        match self.0.get() {
            Some(made) => Ok(made),
            None => {
                let made = make()?;
                Ok(self.0.get_or_init(|| made))
            }
        }
    }
}
