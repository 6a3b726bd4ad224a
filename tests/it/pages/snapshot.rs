//! Compares HTML with a file in `tests/pages/`.

use std::path::PathBuf;

use expect_test::expect_file;

/// Compares HTML with `tests/pages/<name>.html`, one tag a line, so that a difference can be reviewed.
pub fn expect_html(name: &str, html: &str) {
    expect(&format!("{name}.html"), &laid_out(html));
}

/// Compares the cases of a part with `tests/pages/part-<name>.html`.
pub fn expect_cases(name: &str, cases: &[(&str, String)]) {
    let cases = cases.iter().map(|(case, html)| format!("<!-- {case} -->\n{}", laid_out(html)));
    expect(&format!("part-{name}.html"), &cases.collect::<String>());
}

/// Compares a text with a file in `tests/pages/`.
pub fn expect(file: &str, found: &str) {
    expect_file![folder().join(file)].assert_eq(found);
}

/// The folder of the snapshots.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

/// Adds a line break before each opening tag and indents it by its depth; removes nothing.
fn laid_out(html: &str) -> String {
    let mut laid_out = String::new();
    let mut depth = 0_usize;
    for part in html.split_inclusive('>').flat_map(|part| {
        let (text, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        [text, tag]
    }) {
        let name: String = part.chars().skip(1).take_while(char::is_ascii_alphanumeric).collect();
        if part.starts_with("</") {
            depth -= 1;
        } else if part.starts_with('<') {
            if !laid_out.is_empty() {
                laid_out.push('\n');
            }
            laid_out += &"  ".repeat(depth);
            let stays_open = !name.is_empty() && !["img", "input", "br", "hr"].contains(&name.as_str());
            depth += usize::from(stays_open);
        }
        laid_out += part;
    }
    laid_out.push('\n');
    laid_out
}

#[test]
fn a_snapshot_keeps_everything_and_indents_by_depth() {
    let html = "<ul><li>One <b>word</b></li><!----><li><img src=\"a\"></li></ul>";
    let expected = "<ul>\n  <li>One \n    <b>word</b></li>\n  <!---->\n  <li>\n    <img src=\"a\"></li></ul>\n";
    assert_eq!(laid_out(html), expected);
}
