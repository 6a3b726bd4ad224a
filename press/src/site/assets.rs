//! The assets of a site: stylesheets, fonts, and the app's minified files.

pub mod app;
pub mod fonts;
pub mod head_scripts;
pub mod javascript;
mod style_failure;
pub mod stylesheet;
pub mod wasm_imports;
