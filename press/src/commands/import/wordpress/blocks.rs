//! The comments of WordPress's block editor. Most blocks contain HTML. Those that WordPress renders for each page
//! view do not, and are left out.

/// Blocks without HTML that are not worth a note.
const NOTHING: [&str; 6] = ["more", "nextpage", "spacer", "separator", "footnotes", "paragraph"];

/// Notes the blocks without HTML. They leave nothing but a comment, so the text is returned unchanged.
pub fn without_dynamic(content: &str, notes: &mut Vec<String>) -> String {
    for (_, rest) in content.match_indices("<!-- wp:").map(|(place, start)| (place, &content[place + start.len()..])) {
        let Some(end) = rest.find("-->") else { break };
        let comment = rest[..end].trim_end();
        let name = comment.split([' ', '/']).next().unwrap_or_default();
        let name = if name == comment.trim_end_matches('/').trim_end() { name } else { block_name(comment) };
        if comment.ends_with('/') && !NOTHING.contains(&name) {
            let note = match name {
                "block" => String::from("a reusable block was left out"),
                name => format!("a \"{name}\" block was left out"),
            };
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    String::from(content)
}

/// `latest-posts` of `latest-posts {"x":1} /`, and `plugin/table` of `plugin/table /`.
fn block_name(comment: &str) -> &str {
    comment.split([' ', '\n', '{']).next().unwrap_or_default()
}
