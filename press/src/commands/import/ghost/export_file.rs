//! The parts of a Ghost export's JSON that press uses. Everything else is skipped while reading.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::rows::Rows;

/// The export file.
#[derive(Debug, Default, Deserialize)]
pub struct ExportFile {
    db: Option<Vec<Database>>,
    data: Option<Data>,
}

#[derive(Debug, Default, Deserialize)]
struct Database {
    data: Option<Data>,
}

impl ExportFile {
    /// The tables of its first database, if they include posts. Older files have a single database without a list.
    pub fn data(self) -> Option<Data> {
        let listed = self.db.unwrap_or_default().into_iter().find_map(|database| database.data);
        listed.or(self.data).filter(|data| data.has_posts)
    }
}

/// The tables of the database.
#[derive(Debug, Default)]
pub struct Data {
    has_posts: bool,
    /// Posts and pages.
    pub posts: Vec<Post>,
    /// Authors.
    pub users: Vec<User>,
    /// Tags.
    pub tags: Vec<Tag>,
    /// The tags of each post.
    pub posts_tags: Vec<PostTag>,
    /// The authors of each post.
    pub posts_authors: Vec<PostAuthor>,
    /// More metadata of posts.
    pub posts_meta: Vec<PostMeta>,
    /// The numbers of rows of all other tables.
    pub others: BTreeMap<String, usize>,
}

impl<'de> Deserialize<'de> for Data {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Data, D::Error> {
        struct Tables;
        impl<'de> Visitor<'de> for Tables {
            type Value = Data;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("the tables of a database")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut tables: A) -> Result<Data, A::Error> {
                let mut data = Data::default();
                while let Some(name) = tables.next_key::<String>()? {
                    match name.as_str() {
                        "posts" => {
                            let posts: Option<Vec<Post>> = tables.next_value()?;
                            data.has_posts |= posts.is_some();
                            data.posts = posts.unwrap_or_default();
                        }
                        "users" => data.users = tables.next_value::<Option<_>>()?.unwrap_or_default(),
                        "tags" => data.tags = tables.next_value::<Option<_>>()?.unwrap_or_default(),
                        "posts_tags" => data.posts_tags = tables.next_value::<Option<_>>()?.unwrap_or_default(),
                        "posts_authors" => data.posts_authors = tables.next_value::<Option<_>>()?.unwrap_or_default(),
                        "posts_meta" => data.posts_meta = tables.next_value::<Option<_>>()?.unwrap_or_default(),
                        _ => {
                            let Rows(count) = tables.next_value()?;
                            data.others.insert(name, count);
                        }
                    }
                }
                Ok(data)
            }
        }
        deserializer.deserialize_map(Tables)
    }
}

/// The id of a row: a string or, in older files, a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Id(pub String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Words(String),
            Number(i64),
            Other(IgnoredAny),
        }
        Ok(match Written::deserialize(deserializer)? {
            Written::Words(words) => Id(words),
            Written::Number(number) => Id(number.to_string()),
            Written::Other(_) => Id::default(),
        })
    }
}

/// A post or a page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Post {
    /// Its id.
    pub id: Id,
    /// The headline; may contain HTML entities.
    pub title: Option<String>,
    /// The last part of its address.
    pub slug: Option<String>,
    /// Its text as HTML.
    pub html: Option<String>,
    /// Its text in the format of the current editor; only its presence matters.
    pub lexical: Option<IgnoredAny>,
    /// Its text in the format of an older editor; only its presence matters.
    pub mobiledoc: Option<IgnoredAny>,
    /// `published`, `draft`, `scheduled` or `sent`.
    pub status: Option<String>,
    /// `public`, `members`, `paid` or `tiers`.
    pub visibility: Option<String>,
    /// `post` or `page`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Whether it is a page, in older files.
    pub page: Option<serde_json::Value>,
    /// The address of the lead picture.
    pub feature_image: Option<String>,
    /// Alt text of the lead picture, in older files.
    pub feature_image_alt: Option<String>,
    /// Caption of the lead picture, in older files.
    pub feature_image_caption: Option<String>,
    /// The excerpt.
    pub custom_excerpt: Option<String>,
    /// The description for search engines, in older files.
    pub meta_description: Option<String>,
    /// The address of the same text elsewhere.
    pub canonical_url: Option<String>,
    /// Code that its page has in its head.
    pub codeinjection_head: Option<String>,
    /// Code that its page has at its end.
    pub codeinjection_foot: Option<String>,
    /// The only author, in older files.
    pub author_id: Option<Id>,
    /// When it was published.
    pub published_at: Option<serde_json::Value>,
    /// When it was created.
    pub created_at: Option<serde_json::Value>,
    /// When it was last changed.
    pub updated_at: Option<serde_json::Value>,
}

impl Post {
    /// Whether it is a page rather than a story.
    pub fn is_page(&self) -> bool {
        let flag = matches!(&self.page, Some(serde_json::Value::Bool(true)))
            || self.page.as_ref().and_then(serde_json::Value::as_i64) == Some(1);
        self.kind.as_deref() == Some("page") || flag
    }
}

/// An author.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct User {
    /// Their id.
    pub id: Id,
    /// Their name.
    pub name: Option<String>,
    /// The last part of the address of their page.
    pub slug: Option<String>,
    /// Their bio.
    pub bio: Option<String>,
    /// Their email address, which is not published and must not be taken for a name.
    pub email: Option<String>,
}

/// A tag.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Tag {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Option<String>,
    /// The last part of the address of its page.
    pub slug: Option<String>,
    /// `public` or `internal`.
    pub visibility: Option<String>,
    /// What it is about.
    pub description: Option<String>,
}

/// A tag of a post.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PostTag {
    /// The post.
    pub post_id: Id,
    /// The tag.
    pub tag_id: Id,
    /// Its position; the first tag is the main one.
    pub sort_order: Option<i64>,
}

/// An author of a post.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PostAuthor {
    /// The post.
    pub post_id: Id,
    /// The author.
    pub author_id: Id,
    /// Its position in the byline.
    pub sort_order: Option<i64>,
}

/// More metadata of a post.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PostMeta {
    /// The post.
    pub post_id: Id,
    /// Alt text of the lead picture.
    pub feature_image_alt: Option<String>,
    /// Caption of the lead picture, as HTML.
    pub feature_image_caption: Option<String>,
    /// The description for search engines.
    pub meta_description: Option<String>,
}
