//! What is made when it is needed, and then kept.

use std::sync::OnceLock;

use crate::diagnostics::failure::Failure;

/// Something that is made when it is needed, and then kept.
pub struct Once<T>(OnceLock<T>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once(OnceLock::new())
    }
}

impl<T> Once<T> {
    /// What is kept, or else what `make` gives.
    ///
    /// # Errors
    /// `make` gives none.
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
