//! Short names for the functions that the app's WebAssembly imports from its glue.
//!
//! wasm-bindgen names each of these functions after what it does and a hash (`__wbg_querySelector_5a3d1f0e9b7c6a42`).
//! The names occur in both files, their 16 random digits do not compress, and nobody reads them.

use std::collections::BTreeMap;

use wasm_encoder::{EntityType, ImportSection, Module, RawSection, reencode};
use wasmparser::{Parser, Payload};

/// Returns the program and its glue with shorter import names. Only a name that occurs exactly once in the glue is
/// replaced: that occurrence must be the function itself.
///
/// # Errors
/// A description of what is wrong, if the program is not valid WebAssembly.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let mut module = Module::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(|error| error.to_string())?;
        if let Payload::ImportSection(imports) = payload {
            let mut section = ImportSection::new();
            for import in imports.into_imports() {
                let import = import.map_err(|error| error.to_string())?;
                let kind = EntityType::try_from(import.ty).map_err(|error: reencode::Error| error.to_string())?;
                let next = short(names.len());
                let is_own = glue.matches(import.name).count() == 1;
                let name = if is_own { names.entry(import.name).or_insert(next).as_str() } else { import.name };
                section.import(import.module, name, kind);
            }
            module.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            let data = wasm.get(range.start as usize..range.end as usize).unwrap_or_default();
            module.section(&RawSection { id, data });
        }
    }
    let glue = names.iter().fold(String::from(glue), |glue, (long, short)| glue.replacen(long, short, 1));
    Ok((module.finish(), glue))
}

/// `a` to `z`, then `aa` and so on.
fn short(number: usize) -> String {
    let letter = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => String::from(letter),
        rest => short(rest - 1) + &String::from(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::{short, shorten};

    /// A program that imports functions with these names.
    fn program(names: &[&str]) -> Vec<u8> {
        use wasm_encoder::{EntityType, ImportSection, Module, TypeSection};
        let (mut types, mut imports, mut module) = (TypeSection::new(), ImportSection::new(), Module::new());
        types.ty().function([], []);
        for name in names {
            imports.import("./app_bg.js", name, EntityType::Function(0));
        }
        module.section(&types).section(&imports);
        module.finish()
    }

    #[test]
    fn both_files_use_the_same_short_name() {
        let glue = "const imports = { __wbg_get_01: function() {}, __wbg_set_02: wasm.__wbindgen_twice, __wbindgen_twice() {} };";
        let (wasm, glue) =
            shorten(&program(&["__wbg_get_01", "__wbindgen_twice", "__wbg_set_02", "__wbg_other"]), glue).unwrap();
        assert_eq!(glue, "const imports = { a: function() {}, b: wasm.__wbindgen_twice, __wbindgen_twice() {} };");
        assert_eq!(wasm, program(&["a", "__wbindgen_twice", "b", "__wbg_other"]));
    }

    #[test]
    fn invalid_webassembly_is_reported() {
        assert!(shorten(b"text", "").unwrap_err().contains("magic"), "{:?}", shorten(b"text", ""));
    }

    #[test]
    fn there_are_enough_names() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(short), ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
