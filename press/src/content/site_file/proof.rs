//! `[proof]`: the rules that are switched off.

use crate::content::keys::fields::{Fields, Strangers};
use crate::content::keys::switched_off::switched_off;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;

/// Reads the table, which is optional.
pub fn read(fields: &mut Fields, notes: &mut Notes) -> Vec<Rule> {
    let table = fields.take("proof").and_then(|table| Fields::of(table, "[proof]", notes));
    let Some(mut keys) = table else { return Vec::new() };
    let names = keys.texts("off", notes);
    keys.finish(Strangers::AreMistakes, notes);
    switched_off(names, notes)
}
