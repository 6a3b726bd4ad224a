//! Filters attributes in HTML that a program has written: lower-case names, every value in double quotes, and `<`
//! only at the beginning of a tag.

use std::borrow::Cow;

use memchr::memchr;

/// Removes attributes unless `stays` returns true for their name and value; none if the HTML does not have that form.
pub fn retain(html: &str, mut stays: impl FnMut(&str, &str) -> bool) -> Option<String> {
    let mut kept = String::with_capacity(html.len());
    // Everything before `done` has been copied to `kept` or left out.
    let (mut done, mut place) = (0, 0);
    while let Some(begin) = memchr(b'<', &html.as_bytes()[place..]) {
        place += begin + 1;
        let bytes = html.as_bytes();
        if bytes.get(place) == Some(&b'/') {
            continue;
        }
        let name = bytes[place..].iter().position(|byte| !byte.is_ascii_lowercase() && !byte.is_ascii_digit())?;
        if name == 0 {
            return None;
        }
        place += name;
        while bytes.get(place)? == &b' ' {
            let rest = &html[place + 1..];
            let (name, value) = rest.split_once("=\"")?;
            let value = &value[..memchr(b'"', value.as_bytes())?];
            let end = place + 1 + name.len() + 2 + value.len() + 1;
            if !name.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b':')) {
                return None;
            }
            if !stays(name, &unescaped(value)) {
                kept.push_str(&html[done..place]);
                done = end;
            }
            place = end;
        }
        if bytes.get(place) != Some(&b'>') {
            return None;
        }
    }
    kept.push_str(&html[done..]);
    Some(kept)
}

/// A value with its entities decoded.
pub fn unescaped(value: &str) -> Cow<'_, str> {
    const ENTITIES: [(&str, &str); 6] =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    if memchr(b'&', value.as_bytes()).is_none() {
        return Cow::Borrowed(value);
    }
    // `&amp;` comes last, so that its result is not decoded again.
    Cow::Owned(ENTITIES.iter().fold(String::from(value), |value, (written, meant)| value.replace(written, meant)))
}

#[cfg(test)]
mod tests {
    use super::retain;

    #[test]
    fn attributes_are_kept_or_removed_and_nothing_else_changes() {
        let html = "a <p class=\"x\">b &lt; c</p><img src=\"/a?b&amp;c\" alt=\"&quot; &gt;\"><br>d";
        assert_eq!(retain(html, |_, _| true).as_deref(), Some(html));
        let without = "a <p>b &lt; c</p><img alt=\"&quot; &gt;\"><br>d";
        let mut seen = Vec::new();
        let stays = |name: &str, value: &str| {
            seen.push(format!("{name}={value}"));
            name == "alt"
        };
        assert_eq!(retain(html, stays).as_deref(), Some(without));
        assert_eq!(seen, ["class=x", "src=/a?b&c", "alt=\" >"]);
    }

    #[test]
    fn html_in_any_other_form_is_refused() {
        for html in [
            "<img src=x>",
            "<img src='x'>",
            "<img  src=\"x\">",
            "<img src=\"x",
            "<img",
            "<img SRC=\"x\">",
            "<a\thref=\"x\">",
        ] {
            assert_eq!(retain(html, |_, _| true), None, "{html}");
        }
    }
}
