//! What may be published about a person: names, but neither log-in names nor email addresses.

use super::plain_text::plain_text;

/// Log-in names that programs give themselves, also as display names.
const ROLES: [&str; 6] = ["admin", "administrator", "editor", "root", "webmaster", "wordpress"];

/// The name of a person for a byline, from HTML. None if it is only a log-in name, one of `logins`, or an email
/// address.
pub fn public_name(name: &str, logins: &[&str]) -> Option<String> {
    let name = without_addresses(&plain_text(name), "");
    let name = name.trim_matches(|letter: char| letter.is_whitespace() || "<>()[],;".contains(letter));
    let is_login = |login: &&str| {
        let login = login.trim();
        let local = login.split('@').next().unwrap_or_default();
        // A display name that somebody has chosen has spaces or capital letters.
        [login, local].contains(&name) || (login.eq_ignore_ascii_case(name) && *name == *name.to_lowercase())
    };
    let is_one_word = !name.contains(char::is_whitespace);
    let is_nobody = name.is_empty()
        || !name.contains(char::is_alphabetic)
        || is_one_word && (logins.iter().any(is_login) || ROLES.contains(&name.to_lowercase().as_str()));
    (!is_nobody).then(|| String::from(name))
}

/// Plain text with `instead` in place of each email address.
pub fn without_addresses(text: &str, instead: &str) -> String {
    if !text.contains('@') {
        return String::from(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(sign) = rest.find('@') {
        let (before, after) = (&rest[..sign], &rest[sign + 1..]);
        let is_local = |letter: char| letter.is_alphanumeric() || "._%+-'".contains(letter);
        let start = before.trim_end_matches(is_local).len();
        let length = after.find(|letter: char| !(letter.is_alphanumeric() || ".-".contains(letter)));
        let host = after[..length.unwrap_or(after.len())].trim_end_matches(['.', '-']);
        if start == before.len() || !host.contains('.') {
            out.push_str(&rest[..=sign]);
            rest = after;
            continue;
        }
        out.push_str(before[..start].strip_suffix("mailto:").unwrap_or(&before[..start]));
        out.push_str(instead);
        rest = &after[host.len()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{public_name, without_addresses};

    #[test]
    fn a_log_in_name_or_an_address_is_not_a_byline() {
        let name = |name| public_name(name, &["jroe", "jroe@old.example", "Olha"]);
        for nobody in ["", "jroe", "jroe@old.example", "Olha", "admin", "Admin", "12"] {
            assert_eq!(name(nobody), None, "{nobody}");
        }
        for (written, public) in [
            ("Jane Roe", "Jane Roe"),
            ("Jane &amp; Co", "Jane & Co"),
            ("Jane Roe <jroe@old.example>", "Jane Roe"),
            ("Jane Roe (jroe@old.example)", "Jane Roe"),
            ("Марія", "Марія"),
            ("JRoe", "JRoe"),
        ] {
            assert_eq!(name(written).as_deref(), Some(public));
        }
    }

    #[test]
    fn addresses_in_a_text_are_replaced() {
        let text = "Write to jane.roe+news@old.example, or mailto:x@y.example. @jane, a@b and 5 @ 3 stay.";
        let clean = "Write to …, or …. @jane, a@b and 5 @ 3 stay.";
        assert_eq!(without_addresses(text, "…"), clean);
        assert_eq!(without_addresses("пошта@приклад.укр", ""), "");
    }
}
