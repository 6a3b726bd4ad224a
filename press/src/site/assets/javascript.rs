//! JavaScript made smaller: the app's glue, and the small scripts in every page's head.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The same script in fewer bytes. Of a module, what it does not export may go or be called otherwise.
///
/// # Errors
/// It is no JavaScript: what is wrong, and where.
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

/// The scripts without attributes in a page's head, each the same in fewer bytes. In the body stands what Trunk's server adds
/// to reload the page; it fills in blanks there that it must find as it has written them.
///
/// # Errors
/// One of them is no JavaScript.
pub fn minify_in(html: &str) -> Result<String, String> {
    const START: &str = "<script>";
    const END: &str = "</script>";
    let (head, body) = html.split_at(html.find("</head>").unwrap_or(html.len()));
    let mut parts = head.split(START);
    let mut page = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let (script, rest) = part.split_once(END).ok_or("a script in it does not end")?;
        page += &[START, minify(script, SourceType::script())?.trim_end_matches(';'), END, rest].concat();
    }
    Ok(page + body)
}

#[cfg(test)]
mod tests {
    use super::{minify, minify_in};
    use oxc_span::SourceType;

    #[test]
    fn a_module_keeps_what_it_exports_and_nothing_else() {
        let module = "// A comment.\nfunction used() {\n  return 'kept';\n}\nfunction unused() {}\nexport { used as default };\n";
        let small = minify(module, SourceType::mjs()).unwrap();
        assert!(small.contains("kept") && small.contains("default"), "{small}");
        assert!(!small.contains("comment") && !small.contains("used()") && !small.contains('\n'), "{small}");
    }

    #[test]
    fn only_scripts_of_a_page_change() {
        let page = "<p>let  x</p><script>if (true) {\n  let name = location.href;\n  alert(name + name);\n}</script><script type=\"x\">let  y</script>";
        let small = minify_in(page).unwrap();
        assert!(
            small.starts_with("<p>let  x</p><script>") && small.ends_with("<script type=\"x\">let  y</script>"),
            "{small}"
        );
        assert!(!small.contains("name") && small.contains("location.href"), "{small}");
    }

    #[test]
    fn what_trunk_fills_in_stays_as_it_is() {
        let body = "</head><body><script>const address = '{{__TRUNK_ADDRESS__}}';\nalert(`ws://${address}`);</script>";
        let small = minify_in(&["<head><script>let  x;</script>", body].concat()).unwrap();
        assert_eq!(small, ["<head><script>let x</script>", body].concat());
    }

    #[test]
    fn what_is_no_script_is_told() {
        assert!(minify_in("<script>if (</script>").is_err());
        assert_eq!(minify_in("<script>let x").unwrap_err(), "a script in it does not end");
    }
}
