//! Minifies JavaScript: the app's glue, and the small scripts in every page's head.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// Minifies a script. In a module, whatever is not exported may be removed or renamed.
///
/// # Errors
/// The first syntax error, if the script is not valid JavaScript.
pub fn minify(script: &str, kind: SourceType) -> Result<String, String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, kind).parse();
    if let Some(mistake) = parsed.diagnostics.first() {
        return Err(mistake.to_string());
    }
    let mut program = parsed.program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        compress: Some(CompressOptions::smallest()),
        ..MinifierOptions::default()
    };
    let minified = Minifier::new(options).minify(&allocator, &mut program);
    let options = CodegenOptions { minify: true, comments: CommentOptions::disabled(), ..CodegenOptions::default() };
    Ok(Codegen::new().with_options(options).with_scoping(minified.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::minify;
    use oxc_span::SourceType;

    #[test]
    fn a_module_keeps_only_what_it_exports() {
        let module = "// A comment.\nfunction used() {\n  return 'kept';\n}\nfunction unused() {}\nexport { used as default };\n";
        let small = minify(module, SourceType::mjs()).unwrap();
        assert!(small.contains("kept") && small.contains("default"), "{small}");
        assert!(!small.contains("comment") && !small.contains("used()") && !small.contains('\n'), "{small}");
    }

    #[test]
    fn invalid_scripts_are_reported() {
        assert!(minify("if (", SourceType::script()).is_err());
    }
}
