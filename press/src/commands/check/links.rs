//! Links that seem to lead elsewhere than they do.

use percent_encoding::percent_decode_str;
use unicode_script::{Script, UnicodeScript};
use url::Url;

use super::findings::Findings;
use super::page::CheckedPage;
use crate::content::site_file::SiteFile;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::rule::Rule;

/// How names of files end that look like hosts.
const ENDINGS: [&str; 24] = [
    "avif", "cpp", "css", "csv", "doc", "docx", "gif", "gz", "htm", "html", "jpg", "js", "json", "md", "mp", "pdf",
    "php", "png", "py", "rs", "toml", "ts", "txt", "zip",
];

/// Cyrillic letters that look like Latin ones. Browsers distrust names that consist of them alone.
const LIKE_LATIN: &str = "асԁеһіјӏорԛѕԝху";

/// Judges the links of a page.
pub fn judge(page: &CheckedPage, site: &SiteFile, findings: &mut Findings<'_>) {
    let Ok(base) = Url::parse(&[&site.address, "/"].concat()) else { return };
    for link in &page.outline.links {
        let Ok(target) = base.join(&link.value.href) else { continue };
        if let Some((what, remedy)) = fault(&link.value.text, &target) {
            findings.add(Rule::LookAlikeLink, link.line, what, remedy);
        }
    }
}

fn fault(text: &str, target: &Url) -> Option<(Message, String)> {
    if target.scheme() == "mailto" {
        let address = percent_decode_str(target.path()).decode_utf8_lossy();
        let differs = is_mail_address(text.trim()) && !address.eq_ignore_ascii_case(text.trim());
        let what = || message!("the link reads {}, but writes to {address}", text.trim());
        return differs
            .then(|| (what(), String::from("write the same address in both places, or words that say whose it is")));
    }
    let host = target.host_str()?;
    if !target.username().is_empty() || target.password().is_some() {
        let what = message!("the link seems to lead to {}, but leads to {host}", target.username());
        return Some((what, String::from("leave out everything up to the @, or the link")));
    }
    let (name, _) = idna::domain_to_unicode(host);
    if is_mixed(&name) {
        let what = message!("the link leads to {name}, which looks like another name: its address is {host}");
        return Some((what, String::from("type the address by hand, or leave the link out")));
    }
    let shown = shown_host(text)?;
    let leads =
        |one: &str, other: &str| one == other || one.strip_suffix(other).is_some_and(|rest| rest.ends_with('.'));
    let (shown, host) = (without_www(&shown), without_www(host));
    (!leads(shown, host) && !leads(host, shown)).then(|| {
        let what = message!("the link reads {}, but leads to {host}", text.trim());
        (what, format!("link to {shown}, or write words that say where the link leads"))
    })
}

fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

fn is_mail_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// The host that the words of a link name, as addresses write it, if they are an address.
fn shown_host(text: &str) -> Option<String> {
    let text = text.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '/');
    if text.is_empty() || text.contains(char::is_whitespace) {
        return None;
    }
    if text.contains("://") {
        return Url::parse(text).ok()?.host_str().map(String::from);
    }
    let host = text.split(['/', '?', '#', ':']).next()?;
    let labels: Vec<&str> = host.split('.').collect();
    let (last, others) = labels.split_last()?;
    let is_label = |label: &&str| !label.is_empty() && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-');
    let is_ending = last.chars().count() > 1 && last.chars().all(char::is_alphabetic);
    let is_file = ENDINGS.iter().any(|ending| last.eq_ignore_ascii_case(ending));
    if others.is_empty() || !others.iter().all(is_label) || !is_ending || is_file {
        return None;
    }
    Url::parse(&["http://", host].concat()).ok()?.host_str().map(String::from)
}

/// Whether the letters of a host's name are of scripts that nobody mixes, or of one that looks like Latin.
fn is_mixed(name: &str) -> bool {
    let ends_in_latin = name.rsplit('.').next().is_some_and(|last| last.is_ascii());
    name.split('.').any(|label| {
        let mut scripts: Vec<Script> = Vec::new();
        for script in label.chars().map(|letter| letter.script()) {
            if !matches!(script, Script::Common | Script::Inherited) && !scripts.contains(&script) {
                scripts.push(script);
            }
        }
        let looks_latin = scripts == [Script::Cyrillic]
            && ends_in_latin
            && label.chars().all(|letter| letter.script() != Script::Cyrillic || LIKE_LATIN.contains(letter));
        looks_latin || (scripts.len() > 1 && !is_of_east_asia(&scripts))
    })
}

/// Japanese, Korean and Chinese names have several scripts, and Latin letters besides.
fn is_of_east_asia(scripts: &[Script]) -> bool {
    let own = [Script::Latin, Script::Han];
    let within = |more: &[Script]| scripts.iter().all(|script| own.contains(script) || more.contains(script));
    within(&[Script::Hiragana, Script::Katakana]) || within(&[Script::Hangul]) || within(&[Script::Bopomofo])
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::fault;

    fn warned(text: &str, href: &str) -> String {
        let target = Url::parse("https://paper.example/town/").unwrap().join(href).unwrap();
        fault(text, &target).map(|(what, _)| what.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_link_that_leads_where_its_words_say_is_right() {
        for (text, href) in [
            ("the bank", "https://bank.example/"),
            ("bank.example", "https://bank.example/login"),
            ("https://bank.example/login", "https://bank.example/login"),
            ("Bank.example", "https://www.bank.example/"),
            ("(www.bank.example/a)", "http://bank.example/a"),
            ("bank.example", "https://login.bank.example/"),
            ("login.bank.example", "https://bank.example/"),
            ("paper.example/about", "/about/"),
            ("пошта.укр", "https://пошта.укр/"),
            ("README.md", "https://code.example/"),
            ("e.g", "https://code.example/"),
            ("3.14", "https://code.example/"),
            ("Dr. Who", "https://code.example/"),
            ("jane@paper.example", "mailto:jane@paper.example?subject=a"),
            ("write to us", "mailto:jane@paper.example"),
            ("日本", "https://日本ラテンabc.example/"),
            ("the post", "https://пошта.укр/"),
        ] {
            assert_eq!(warned(text, href), "", "{text}");
        }
    }

    #[test]
    fn a_link_that_seems_to_lead_elsewhere_is_found() {
        for (text, href, told) in [
            ("bank.example", "https://evil.example/", "the link reads bank.example, but leads to evil.example"),
            ("https://bank.example/a", "https://evil.example/bank.example", "leads to evil.example"),
            ("bank.example", "https://bank.example.evil.example/", "leads to bank.example.evil.example"),
            ("bank.example", "https://evilbank.example/", "leads to evilbank.example"),
            ("bank.example", "/town/", "leads to paper.example"),
            ("ваnk.example", "https://bank.example/", "leads to bank.example"),
            ("the bank", "https://ваnk.example/", "its address is xn--nk-6kch.example"),
            ("the bank", "https://хор.com/", "which looks like another name"),
            (
                "the bank",
                "https://bank.example@evil.example/",
                "seems to lead to bank.example, but leads to evil.example",
            ),
            ("jane@paper.example", "mailto:eve@evil.example", "but writes to eve@evil.example"),
        ] {
            let what = warned(text, href);
            assert!(what.contains(told), "{text}: {what}");
        }
    }
}
