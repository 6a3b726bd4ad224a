//! JSON Schemas of the documents that programs of others may read or write, as they stand in `docs/schema/`.
//!
//! They come out of the types and the comments on them, so they cannot say anything else than the code does.

use journal::model::{MastheadSheet, Pressed, Sheet};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::check::Report;
use crate::content::views::Views;
use crate::site::manifest::Manifest;

/// Each schema with the name of its file, in the order of the names.
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

/// What press writes: fields that it always writes are required, though a reader would do without some of them.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// Comments are broken into lines and link to other types; descriptions do neither.
fn plain_description(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = without_links(&text.replace('\n', " "));
    }
}

/// A link of rustdoc becomes the words that it stands on.
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
