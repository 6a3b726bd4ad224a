//! `[views]`: the counter service.

use journal::model::Counter;
use url::Url;

use crate::content::keys::fields::{Fields, Strangers};
use crate::content::keys::lined::Lined;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

const KNOWN: &str = "use none, redis or goatcounter";

/// Reads the table. Without it, pages show the counts of the last snapshot.
pub fn read(fields: &mut Fields, notes: &mut Notes) -> Option<Counter> {
    let mut keys = Fields::of(fields.take("views")?, "[views]", notes)?;
    let service = keys.needed_text("service", "service = \"redis\"", notes);
    let address = keys.text("address", notes);
    let line = service.as_ref().map(|service| service.line).unwrap_or_default();
    let counter = match service.as_ref().map(|service| service.value.as_str()) {
        Some("redis") => Some(Counter::Redis(address.map(|found| own_or_full(&found, notes)).unwrap_or_default())),
        Some("goatcounter") => match address {
            Some(found) => Some(Counter::Goatcounter(full(&found, notes).unwrap_or_default())),
            None => {
                keys.missing("address", "add a line such as address = \"https://journal.goatcounter.com\"", notes);
                None
            }
        },
        Some("none") | None => None,
        Some(other) => {
            notes.note(line, message!("unknown service \"{other}\""), KNOWN);
            None
        }
    };
    keys.finish(Strangers::AreMistakes, notes);
    counter
}

/// Reads an address, with `/` for the newspaper's own host.
fn own_or_full(found: &Lined<String>, notes: &mut Notes) -> String {
    if found.value == "/" { String::new() } else { full(found, notes).unwrap_or_default() }
}

fn full(found: &Lined<String>, notes: &mut Notes) -> Option<String> {
    let url = Url::parse(&found.value).ok().filter(|url| {
        matches!(url.scheme(), "http" | "https") && url.has_host() && url.query().is_none() && url.fragment().is_none()
    });
    if url.is_none() {
        let what = message!("address \"{}\" is not the address of a service", found.value);
        notes.note(found.line, what, "write the full address, as in address = \"https://views.example\"");
    }
    url.map(|url| String::from(url.as_str().trim_end_matches('/')))
}
