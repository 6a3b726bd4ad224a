//! Names of files and texts of the content, made safe to print. A terminal obeys control characters, and a build server
//! obeys lines such as `::error::`: neither may come from a name.

use std::borrow::Cow;
use std::path::Path;

use crate::locale::printable::is_hidden;

/// `text` on one line, with hidden characters written as escapes: `\u{1b}`, `\n`. Escaping twice changes nothing.
pub fn escaped(text: &str) -> Cow<'_, str> {
    let line = with_escapes(text, |sign| sign != '\t' && is_hidden(sign));
    match line.trim_start().strip_prefix("::") {
        Some(rest) => Cow::Owned(format!("\\u{{3a}}:{rest}")),
        None => line,
    }
}

/// As [`escaped`], for text of several lines, which stay.
pub fn escaped_lines(text: &str) -> Cow<'_, str> {
    with_escapes(text, |sign| !matches!(sign, '\t' | '\n') && is_hidden(sign))
}

/// A path as [`escaped`] text.
pub fn escaped_path(path: &Path) -> String {
    escaped(&path.to_string_lossy()).into_owned()
}

/// JSON with its hidden characters written as JSON's own escapes, so that it means the same. `json` is valid, so its
/// strings have no other control characters, and the line feeds between its values stay.
pub fn escaped_json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for sign in json.chars() {
        match sign {
            // All of them are in the Basic Multilingual Plane.
            sign if sign != '\n' && is_hidden(sign) => safe += &format!("\\u{:04x}", u32::from(sign)),
            sign => safe.push(sign),
        }
    }
    safe
}

fn with_escapes(text: &str, is_unsafe: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.chars().any(&is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        if is_unsafe(sign) {
            safe.extend(sign.escape_default());
        } else {
            safe.push(sign);
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::{escaped, escaped_json, escaped_lines};

    const HOSTILE: &str = "a\u{1b}]0;x\u{7}\n::error::\r\u{9b}2J\u{202e}b\tc";

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let safe = "a\\u{1b}]0;x\\u{7}\\n::error::\\r\\u{9b}2J\\u{202e}b\tc";
        assert_eq!(escaped(HOSTILE), safe);
        assert_eq!(escaped(safe), safe);
        assert_eq!(escaped_lines(HOSTILE), safe.replacen("\\n", "\n", 1));
        assert_eq!(escaped("Сходи — 🌊"), "Сходи — 🌊");
    }

    #[test]
    fn a_text_does_not_begin_like_a_command_of_a_build_server() {
        assert_eq!(escaped("::error::no"), "\\u{3a}:error::no");
        assert_eq!(escaped("  ::error::no"), "\\u{3a}:error::no");
        assert_eq!(escaped("a::b"), "a::b");
    }

    #[test]
    fn escaped_json_means_the_same() {
        let json = serde_json::to_string_pretty(&[HOSTILE]).unwrap();
        let safe = escaped_json(&json);
        assert!(safe.chars().all(|sign| sign == '\n' || !super::is_hidden(sign)), "{safe}");
        assert_eq!(serde_json::from_str::<[String; 1]>(&safe).unwrap(), [HOSTILE]);
    }
}
