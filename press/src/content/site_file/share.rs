//! `share`: the networks on which a story can be shared with a plain link.

use journal::model::Network;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use crate::content::keys::fields::Fields;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// Reads the list of networks, in order.
pub fn read(fields: &mut Fields, notes: &mut Notes) -> Vec<Network> {
    let mut networks = Vec::new();
    for name in fields.texts("share", notes) {
        match network(&name.value) {
            Err(error) => {
                let known = error.to_string();
                let known = known.split("expected one of ").nth(1).unwrap_or_default().replace('`', "");
                notes.note(name.line, message!("unknown network \"{}\"", name.value), format!("use one of {known}"));
            }
            Ok(network) if networks.contains(&network) => {
                notes.note(name.line, message!("network \"{}\" is listed twice", name.value), "leave one of the two");
            }
            Ok(network) => networks.push(network),
        }
    }
    networks
}

/// Parses a network's name with the model's `Deserialize`, whose error lists all names.
fn network(name: &str) -> Result<Network, Error> {
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    Network::deserialize(name)
}
