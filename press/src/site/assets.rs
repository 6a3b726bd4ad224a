//! What comes with the pages: stylesheets, fonts, and the app's files made smaller.

pub mod app;
pub mod fonts;
pub mod javascript;
pub mod stylesheet;
pub mod wasm_imports;
