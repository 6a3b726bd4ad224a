//! What the editor of blocks leaves in comments. Most blocks have HTML of their own; those that the program makes anew for
//! every reader have none, and are left out.

/// Blocks without HTML that are nothing to miss.
const NOTHING: [&str; 6] = ["more", "nextpage", "spacer", "separator", "footnotes", "paragraph"];

/// The text without blocks that have no HTML; what was left out is noted.
pub fn without_dynamic(content: &str, notes: &mut Vec<String>) -> String {
    for (_, rest) in content.match_indices("<!-- wp:").map(|(place, start)| (place, &content[place + start.len()..])) {
        let Some(end) = rest.find("-->") else { break };
        let comment = rest[..end].trim_end();
        let name = comment.split([' ', '/']).next().unwrap_or_default();
        let name = if name == comment.trim_end_matches('/').trim_end() { name } else { block_name(comment) };
        if comment.ends_with('/') && !NOTHING.contains(&name) {
            let note = match name {
                "block" => String::from("a block that several stories shared was left out"),
                name => format!("a block of the kind \"{name}\" was left out"),
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
