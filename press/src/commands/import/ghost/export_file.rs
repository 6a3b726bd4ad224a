//! The JSON of an export, as far as it is of use here. All else is passed over while it is read.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

/// The file.
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
    /// The first database in it with posts; older files have no list of them.
    pub fn data(self) -> Option<Data> {
        let listed = self.db.unwrap_or_default().into_iter().find_map(|database| database.data);
        listed.or(self.data).filter(|data| data.has_posts)
    }
}

/// The tables.
#[derive(Debug, Default)]
pub struct Data {
    has_posts: bool,
    /// Stories and pages.
    pub posts: Vec<Post>,
    /// Those who write.
    pub users: Vec<User>,
    /// Tags.
    pub tags: Vec<Tag>,
    /// Which story has which tag.
    pub posts_tags: Vec<PostTag>,
    /// Who wrote which story.
    pub posts_authors: Vec<PostAuthor>,
    /// What else is known of stories.
    pub posts_meta: Vec<PostMeta>,
}

impl<'de> Deserialize<'de> for Data {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Data, D::Error> {
        #[derive(Deserialize)]
        struct Tables {
            posts: Option<Vec<Post>>,
            users: Option<Vec<User>>,
            tags: Option<Vec<Tag>>,
            posts_tags: Option<Vec<PostTag>>,
            posts_authors: Option<Vec<PostAuthor>>,
            posts_meta: Option<Vec<PostMeta>>,
        }
        let tables = Tables::deserialize(deserializer)?;
        Ok(Data {
            has_posts: tables.posts.is_some(),
            posts: tables.posts.unwrap_or_default(),
            users: tables.users.unwrap_or_default(),
            tags: tables.tags.unwrap_or_default(),
            posts_tags: tables.posts_tags.unwrap_or_default(),
            posts_authors: tables.posts_authors.unwrap_or_default(),
            posts_meta: tables.posts_meta.unwrap_or_default(),
        })
    }
}

/// What rows are known by: words, or in old files a number.
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

/// A story or a page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Post {
    /// What other tables call it.
    pub id: Id,
    /// May hold entities.
    pub title: Option<String>,
    /// The last part of its address.
    pub slug: Option<String>,
    /// Its text.
    pub html: Option<String>,
    /// Its text as the editor reads it; only whether it is there counts.
    pub lexical: Option<IgnoredAny>,
    /// The same of an older editor.
    pub mobiledoc: Option<IgnoredAny>,
    /// `published`, `draft`, `scheduled`, `sent`
    pub status: Option<String>,
    /// `public`, `members`, `paid`, `tiers`
    pub visibility: Option<String>,
    /// `post` or `page`
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Older files say so.
    pub page: Option<serde_json::Value>,
    /// The address of the lead picture.
    pub feature_image: Option<String>,
    /// Older files have it here.
    pub feature_image_alt: Option<String>,
    /// Older files have it here.
    pub feature_image_caption: Option<String>,
    /// For cards.
    pub custom_excerpt: Option<String>,
    /// Older files have one author here.
    pub author_id: Option<Id>,
    /// When it was published.
    pub published_at: Option<serde_json::Value>,
    /// When it was begun.
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

/// Someone who writes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct User {
    /// What other tables call them.
    pub id: Id,
    /// Their name.
    pub name: Option<String>,
    /// The last part of the address of their page.
    pub slug: Option<String>,
    /// A few sentences about them.
    pub bio: Option<String>,
}

/// A tag.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Tag {
    /// What other tables call it.
    pub id: Id,
    /// What readers call it.
    pub name: Option<String>,
    /// The last part of the address of its page.
    pub slug: Option<String>,
    /// `public` or `internal`
    pub visibility: Option<String>,
}

/// Which story has which tag.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PostTag {
    /// The story.
    pub post_id: Id,
    /// The tag.
    pub tag_id: Id,
    /// The first is the main one.
    pub sort_order: Option<i64>,
}

/// Who wrote which story.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PostAuthor {
    /// The story.
    pub post_id: Id,
    /// Who wrote it.
    pub author_id: Id,
    /// In the order of the byline.
    pub sort_order: Option<i64>,
}

/// What else is known of a story.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PostMeta {
    /// The story.
    pub post_id: Id,
    /// What the lead picture shows.
    pub feature_image_alt: Option<String>,
    /// The line below it; HTML.
    pub feature_image_caption: Option<String>,
}
