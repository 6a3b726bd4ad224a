//! Writes the HTML that stands for markup of other programs.

/// Text within HTML or an attribute in double quotation marks.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\n', " ")
}

/// A film, a post or a page from elsewhere, by its address.
pub fn player(address: &str) -> String {
    format!("<iframe src=\"{}\"></iframe>", escaped(address))
}

/// A picture with its caption.
pub fn figure(source: &str, alt: &str, caption: &str) -> String {
    let picture = format!("<img src=\"{}\" alt=\"{}\">", escaped(source), escaped(alt));
    let caption =
        if caption.is_empty() { String::new() } else { format!("<figcaption>{}</figcaption>", escaped(caption)) };
    format!("<figure>{picture}{caption}</figure>")
}

/// A code block.
pub fn code(language: &str, code: &str) -> String {
    let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat((longest + 1).max(3));
    let language: String =
        language.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "+-#_".contains(*letter)).collect();
    format!("\n\n{fence}{language}\n{}\n{fence}\n\n", code.trim_matches('\n'))
}
