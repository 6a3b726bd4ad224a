//! How other programs turn words and file names into parts of addresses.

use deunicode::deunicode;

/// As in Hugo: spaces become hyphens; letters, digits and `._-~#+@` of any script stay.
pub fn hugo(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.trim().chars() {
        if letter.is_alphanumeric() || "./_-~+@".contains(letter) || is_mark(letter) {
            if gap && !out.ends_with('-') && !out.is_empty() && letter != '-' {
                out.push('-');
            }
            gap = false;
            out.push(letter);
        } else if letter.is_whitespace() {
            gap = true;
        }
    }
    out.to_lowercase()
}

/// As in Zola with `slugify.paths = "on"`: the nearest Latin letters and digits, with single hyphens between words.
pub fn zola(text: &str) -> String {
    let latin = deunicode(text).to_lowercase();
    let words = latin.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// As in Zola with `slugify.paths = "safe"`: only what a path cannot contain is replaced.
pub fn zola_safe(text: &str) -> String {
    let text: String = text.chars().filter(|letter| !"<>:/|?*#()[]\n\"\\\r\t%".contains(*letter)).collect();
    text.trim().replace(' ', "_")
}

/// As in Jekyll and in Eleventy's `slugify`: letters and digits of any script in lower case, with single hyphens.
pub fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words =
        lower.split(|letter: char| !letter.is_alphanumeric() && !is_mark(letter)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Combining marks, without which words of some scripts cannot be written.
fn is_mark(letter: char) -> bool {
    matches!(u32::from(letter), 0x300..=0x36f | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x900..=0x903
        | 0x93a..=0x94f | 0x981..=0x983 | 0x9bc..=0x9cd | 0xb82 | 0xbbe..=0xbcd | 0xd82..=0xd83 | 0xdca..=0xddf
        | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e)
}

/// The folder and the name of a path: `a/b` and `c.md` of `a/b/c.md`.
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// `a/b` joined with `c`, without empty parts.
pub fn join(one: &str, other: &str) -> String {
    let parts = one.split('/').chain(other.split('/')).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("/")
}

/// The path that `written` means in `folder`, without `.` and `..`; none if it leads out.
pub fn resolved(folder: &str, written: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    let from = if written.starts_with('/') { "" } else { folder };
    for part in from.split('/').chain(written.split('/')) {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The stem and the ending of a file name: `a.uk` and `md` of `a.uk.md`.
pub fn stem(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, ending),
        _ => (name, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::{hugo, plain, resolved, zola, zola_safe};

    #[test]
    fn each_program_has_its_own_way_with_names() {
        assert_eq!(hugo("The Lamp  & the Mole: 1.45_x"), "the-lamp-the-mole-1.45_x");
        assert_eq!(hugo("Маяк і море"), "маяк-і-море");
        assert_eq!(zola("Rust-1.45.1 Ünd"), "rust-1-45-1-und");
        assert_eq!(zola_safe("Rust 1.45?"), "Rust_1.45");
        assert_eq!(plain("The Lamp & the Mole: 1.45_x"), "the-lamp-the-mole-1-45-x");
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        assert_eq!(resolved("blog/lamp", "../x.png").as_deref(), Some("blog/x.png"));
        assert_eq!(resolved("blog", "./a//b.png").as_deref(), Some("blog/a/b.png"));
        assert_eq!(resolved("blog", "/x.png").as_deref(), Some("x.png"));
        assert_eq!(resolved("blog", "../../x.png"), None);
    }
}
