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

/// Minifies the scripts without attributes in a page's head. Scripts in the body are left alone: Trunk's server adds
/// one there that reloads the page, and later replaces placeholders in it, which must not change.
///
/// # Errors
/// One of the scripts is not valid JavaScript, or has no end tag.
pub fn minify_in(html: &str) -> Result<String, String> {
    const START: &str = "<script>";
    const END: &str = "</script>";
    let (head, body) = html.split_at(html.find("</head>").unwrap_or(html.len()));
    let mut parts = head.split(START);
    let mut page = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let (script, rest) = part.split_once(END).ok_or("a script in it has no end tag")?;
        page += &[START, minify(script, SourceType::script())?.trim_end_matches(';'), END, rest].concat();
    }
    Ok(page + body)
}

#[cfg(test)]
mod tests {
    use super::{minify, minify_in};
    use oxc_span::SourceType;

    #[test]
    fn a_module_keeps_only_what_it_exports() {
        let module = "// A comment.\nfunction used() {\n  return 'kept';\n}\nfunction unused() {}\nexport { used as default };\n";
        let small = minify(module, SourceType::mjs()).unwrap();
        assert!(small.contains("kept") && small.contains("default"), "{small}");
        assert!(!small.contains("comment") && !small.contains("used()") && !small.contains('\n'), "{small}");
    }

    #[test]
    fn only_the_scripts_of_a_page_change() {
        let page = "<p>let  x</p><script>if (true) {\n  let name = location.href;\n  alert(name + name);\n}</script><script type=\"x\">let  y</script>";
        let small = minify_in(page).unwrap();
        assert!(
            small.starts_with("<p>let  x</p><script>") && small.ends_with("<script type=\"x\">let  y</script>"),
            "{small}"
        );
        assert!(!small.contains("name") && small.contains("location.href"), "{small}");
    }

    #[test]
    fn the_placeholders_of_trunk_do_not_change() {
        let body = "</head><body><script>const address = '{{__TRUNK_ADDRESS__}}';\nalert(`ws://${address}`);</script>";
        let small = minify_in(&["<head><script>let  x;</script>", body].concat()).unwrap();
        assert_eq!(small, ["<head><script>let x</script>", body].concat());
    }

    #[test]
    fn invalid_scripts_are_reported() {
        assert!(minify_in("<script>if (</script>").is_err());
        assert_eq!(minify_in("<script>let x").unwrap_err(), "a script in it has no end tag");
    }
}
