//! Limits how deep the HTML of a text may be nested.

/// The maximum depth. An HTML parser walks up through all open elements for each new one, so a text that is very
/// deep, by mistake or out of malice, would take minutes.
pub const DEEPEST: usize = 250;

/// Elements without an end tag, and those whose end tag is optional because they end where the next one begins.
const SHALLOW: [&str; 17] = [
    "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "p", "source", "tbody", "td", "th", "tr",
    "wbr",
];

/// An upper bound on the depth of nested elements, from counting tags.
pub fn depth(html: &str) -> usize {
    let (mut open, mut deepest) = (0usize, 0);
    for (place, _) in html.match_indices('<') {
        let rest = &html[place + 1..];
        let (ends, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if length == 0 || SHALLOW.iter().any(|name| rest[..length].eq_ignore_ascii_case(name)) {
            continue;
        }
        open = if ends { open.saturating_sub(1) } else { open + 1 };
        deepest = deepest.max(open);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn elements_count_until_they_end() {
        assert_eq!(depth("<ul><li>a<li>b</ul><p>c<p>d<br><br><img src=x>"), 1);
        assert_eq!(depth("<div><b>a</b><i>b</i></div><q>a < b</q>"), 2);
        assert_eq!(depth("</b></b><DIV><div>"), 2);
    }
}
