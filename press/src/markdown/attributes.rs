//! The attributes in HTML that a program has written: names in lower case, every value between double quotes, and `<` nowhere but at
//! the beginning of a tag.

use std::borrow::Cow;

use memchr::memchr;

/// The HTML with only those attributes that stay, by their names and values; none if it is not written in that way.
pub fn retain(html: &str, mut stays: impl FnMut(&str, &str) -> bool) -> Option<String> {
    let mut kept = String::with_capacity(html.len());
    // What lies before this place is in `kept`, or was left out.
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

/// A value as it is meant.
pub fn unescaped(value: &str) -> Cow<'_, str> {
    const ENTITIES: [(&str, &str); 6] =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    if memchr(b'&', value.as_bytes()).is_none() {
        return Cow::Borrowed(value);
    }
    // `&amp;` comes last, so that what it makes is not read once more.
    Cow::Owned(ENTITIES.iter().fold(String::from(value), |value, (written, meant)| value.replace(written, meant)))
}

#[cfg(test)]
mod tests {
    use super::retain;

    #[test]
    fn attributes_stay_or_go_and_nothing_else_changes() {
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
    fn html_that_is_written_otherwise_is_refused() {
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
