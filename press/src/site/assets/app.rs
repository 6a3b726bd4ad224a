//! Minifies a WebAssembly program and its glue, as wasm-bindgen writes them.

use oxc_span::SourceType;

use super::javascript;
use super::wasm_imports;

/// Returns the program and its glue (a JavaScript module) with short import names and without unused functions.
///
/// # Errors
/// A description of what is wrong with one of them.
pub fn smaller(wasm: &[u8], glue: &[u8]) -> Result<(Vec<u8>, String), String> {
    let (wasm, glue) = wasm_imports::shorten(wasm, &String::from_utf8_lossy(glue))?;
    // Only one of wasm-bindgen's exports is used; without `export` the minifier can drop the others.
    let glue = glue.replace("export class ", "class ").replace("export { initSync, ", "export { ");
    let glue = javascript::minify(&glue, SourceType::mjs())?;
    Ok((wasm, glue))
}
