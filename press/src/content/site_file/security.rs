//! `[security]`: how to report a security problem, for `/.well-known/security.txt`.

use jiff::Timestamp;
use url::Url;

use crate::content::keys::fields::{Fields, Strangers};
use crate::content::keys::lined::Lined;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::locale::calendar::Calendar;
use crate::locale::language::Language;

/// The fields of RFC 9116 that the newspaper chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityContact {
    /// Where to report, as URIs, the preferred one first; at least one.
    pub contacts: Vec<String>,
    /// When the file is no longer valid, if the newspaper says so; otherwise press does.
    pub expires: Option<Lined<Timestamp>>,
    /// The policy for reports.
    pub policy: Option<String>,
    /// The key for encrypted reports.
    pub encryption: Option<String>,
    /// Where those who have reported something are thanked.
    pub acknowledgments: Option<String>,
    /// The languages of reports, as BCP 47 tags.
    pub languages: Vec<String>,
}

const CONTACT: &str = "contact = [\"mailto:security@journal.example\"]";

/// Reads the table; without it, the site has no such file.
pub fn read(fields: &mut Fields, calendar: &Calendar, notes: &mut Notes) -> Option<SecurityContact> {
    let mut keys = Fields::of(fields.take("security")?, "[security]", notes)?;
    let noted = notes.count();
    let contacts = keys.texts("contact", notes);
    if contacts.is_empty() && notes.count() == noted {
        keys.missing("contact", format!("add a line such as {CONTACT}"), notes);
    }
    let contact = |found: Lined<String>| address(found, "contact", &["mailto", "https", "tel"], notes);
    let contacts = contacts.into_iter().map(contact).collect();
    let expires = expires(&mut keys, calendar, notes);
    let mut page = |key, schemes| Some(address(keys.text(key, notes)?, key, schemes, notes));
    let security = SecurityContact {
        contacts,
        expires,
        policy: page("policy", &["https"]),
        encryption: page("encryption", &["https", "openpgp4fpr", "dns"]),
        acknowledgments: page("acknowledgments", &["https"]),
        languages: languages(&mut keys, notes),
    };
    keys.finish(Strangers::AreMistakes, notes);
    Some(security)
}

/// Notes an address that is not a URI of one of the `schemes`.
fn address(found: Lined<String>, key: &str, schemes: &[&str], notes: &mut Notes) -> String {
    let is_uri = |text: &str| !text.contains(|sign: char| sign.is_whitespace() || sign.is_control());
    let url = Url::parse(&found.value).ok().filter(|_| is_uri(&found.value));
    if !url.is_some_and(|url| schemes.contains(&url.scheme()) && (url.has_host() || url.scheme() != "https")) {
        let remedy = match found.value.split_once('@') {
            Some(_) if key == "contact" && !found.value.contains(':') => format!("write \"mailto:{}\"", found.value),
            _ => format!("write a full address that begins with {}:", schemes.join(": or ")),
        };
        notes.note(found.line, message!("{key} \"{}\" is not an address", found.value).about(key), remedy);
    }
    found.value
}

fn expires(keys: &mut Fields, calendar: &Calendar, notes: &mut Notes) -> Option<Lined<Timestamp>> {
    let found = keys.text("expires", notes)?;
    let time = calendar.read(&found.value);
    if time.is_none() {
        notes.note(found.line, message!("expires \"{}\" is not a date", found.value).about("expires"), Calendar::FORMS);
    }
    Some(Lined::new(found.line, time?.timestamp()))
}

fn languages(keys: &mut Fields, notes: &mut Notes) -> Vec<String> {
    let languages = keys.texts("preferred_languages", notes);
    for tag in languages.iter().filter(|tag| !Language::is_tag(&tag.value)) {
        let what = message!("language \"{}\" is not a language tag", tag.value);
        notes.note(tag.line, what, "write a BCP 47 tag such as en, uk or en-GB");
    }
    languages.into_iter().map(|tag| tag.value).collect()
}
