//! `/.well-known/security.txt`, which says how to report a security problem.
//!
//! Source: RFC 9116.

use jiff::{Timestamp, ToSpan, ZonedDateTime};

use crate::content::site_file::SecurityContact;
use crate::diagnostics::failure::Failure;
use crate::edition::Edition;
use crate::output::Output;

/// The address of the file.
const ADDRESS: &str = "/.well-known/security.txt";

/// How many months the file is valid if the newspaper does not say.
const MONTHS: i64 = 11;

/// Adds the file if `site.toml` has a `[security]` table and the shell has no such file.
///
/// # Errors
/// The file cannot be written.
pub fn press_security_txt(edition: &Edition, output: &Output) -> Result<(), Failure> {
    match &edition.site_file.security {
        Some(contact) if !output.has(ADDRESS) => {
            output.write(ADDRESS, text(contact, &edition.site.address, &edition.time))
        }
        _ => Ok(()),
    }
}

fn text(contact: &SecurityContact, site: &str, now: &ZonedDateTime) -> String {
    let mut text = String::new();
    let mut put = |name: &str, value: &str| text += &format!("{name}: {value}\n");
    contact.contacts.iter().for_each(|contact| put("Contact", contact));
    let expires = contact.expires.as_ref().map_or_else(|| end(now), |expires| expires.value);
    put("Expires", &expires.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
    // The RFC allows only addresses with https.
    if site.starts_with("https:") {
        put("Canonical", &[site, ADDRESS].concat());
    }
    let languages = contact.languages.join(", ");
    let others = [
        ("Encryption", contact.encryption.as_deref()),
        ("Acknowledgments", contact.acknowledgments.as_deref()),
        ("Preferred-Languages", Some(languages.as_str()).filter(|languages| !languages.is_empty())),
        ("Policy", contact.policy.as_deref()),
    ];
    for (name, value) in others {
        value.into_iter().for_each(|value| put(name, value));
    }
    text
}

/// Some months after the month of the edition has begun, so that the file changes once a month.
fn end(now: &ZonedDateTime) -> Timestamp {
    let month = now.first_of_month().and_then(|day| day.start_of_day());
    month.and_then(|month| month.checked_add(MONTHS.months())).map_or_else(|_| now.timestamp(), |end| end.timestamp())
}
