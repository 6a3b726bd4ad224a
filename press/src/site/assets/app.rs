//! A program for the browser, as wasm-bindgen leaves it, made smaller.

use oxc_span::SourceType;

use super::javascript;
use super::wasm_imports;

/// The program and its glue, a module, with short names between them and without what nobody calls.
///
/// # Errors
/// One of them is not what it should be: what is wrong.
pub fn smaller(wasm: &[u8], glue: &[u8]) -> Result<(Vec<u8>, String), String> {
    let (wasm, glue) = wasm_imports::shorten(wasm, &String::from_utf8_lossy(glue))?;
    // Of all that wasm-bindgen exports, one function is used; the rest goes with the word.
    let glue = glue.replace("export class ", "class ").replace("export { initSync, ", "export { ");
    let glue = javascript::minify(&glue, SourceType::mjs())?;
    Ok((wasm, glue))
}
