//! Checks when the contact for security problems expires, which only the time of the edition can tell.

use jiff::{SignedDuration, Timestamp};

use crate::content::folder::ContentFolder;
use crate::content::site_file::SiteFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// RFC 9116 recommends less than a year; a day more is for leap years.
const MOST: SignedDuration = SignedDuration::from_hours(366 * 24);

/// A date in the past is a mistake, and so is one that is more than a year away.
pub fn check_security(site: &SiteFile, now: Timestamp, content: &ContentFolder) -> Vec<Diagnostic> {
    const REMEDY: &str = "write a date within a year, or leave expires out: press then renews it with every edition";
    let mut notes = Notes::on(content.name(SiteFile::NAME.as_ref()));
    if let Some(expires) = site.security.as_ref().and_then(|security| security.expires.as_ref()) {
        if expires.value <= now {
            notes.note(expires.line, message!("the contact for security problems has expired"), REMEDY);
        } else if expires.value.duration_since(now) > MOST {
            let what = message!("the contact for security problems expires in more than a year");
            notes.note(expires.line, what, REMEDY);
        }
    }
    notes.into_mistakes()
}
