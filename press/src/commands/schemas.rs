//! JSON Schemas of the documents that other programs may read or write, as stored in `docs/schema/`.
//!
//! They are generated from the types and their doc comments, so they always match the code.

use journal::model::{MastheadSheet, Pressed, Sheet};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::check::Report;
use crate::content::views::Views;
use crate::site::manifest::Manifest;

/// Each schema with its file name, sorted by file name.
pub fn schemas() -> Vec<(&'static str, Schema)> {
    let mut schemas = vec![
        ("check.schema.json", Report::schema()),
        ("edition.schema.json", written::<Manifest>()),
        ("index.schema.json", written::<Sheet>()),
        ("pressed.schema.json", written::<Pressed>()),
        ("site.schema.json", written::<MastheadSheet>()),
        ("views.schema.json", Views::schema()),
    ];
    for (_, schema) in &mut schemas {
        RecursiveTransform(plain_description).transform(schema);
    }
    schemas
}

/// The schema of a document that press writes: fields that it always writes are required, even if readers accept
/// documents without them.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// Removes line breaks and links from a description, which comes from a doc comment.
fn plain_description(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = without_links(&text.replace('\n', " "));
    }
}

/// Replaces rustdoc links with their text.
fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`]") else { break };
        plain.push_str(&[before, "`", name, "`"].concat());
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::without_links;

    #[test]
    fn links_to_types_become_their_names() {
        let text = "See [`FORMAT`](super::FORMAT), cut out of [`Moment::iso`] (as [\"/a/\"]).";
        assert_eq!(without_links(text), "See `FORMAT`, cut out of `Moment::iso` (as [\"/a/\"]).");
        assert_eq!(without_links("[`no end"), "[`no end");
    }
}
