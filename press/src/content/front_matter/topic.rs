//! Classifies the keys with which other programs decide whether, when, where or in which language a text is published.

/// The meaning of a key of another program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Not published before this date.
    Embargo,
    /// Not published after this date.
    Expiry,
    /// Held back, hidden or left out of lists if true.
    Hides,
    /// Held back, hidden or left out of lists if false.
    Shows,
    /// A date before which it is not published, or held back if false.
    Published,
    /// A word for its publication status or who may see it.
    State,
    /// A table or list of where it is shown.
    Places,
    /// Readable only with a password.
    Password,
    /// The last part of its address.
    Slug,
    /// Its address.
    Address,
    /// Its former addresses.
    Former,
    /// Its authors.
    Author,
    /// Its categories.
    Category,
    /// A table of its categories, tags and authors.
    Taxonomies,
    /// Redirects readers.
    Redirect,
    /// A layout, which can be a redirect.
    Layout,
    /// When it was last changed.
    Changed,
    /// Its language.
    Language,
    /// What it is a translation of.
    Translation,
}

impl Topic {
    /// The topic of a key; none if press can ignore the key.
    pub fn of(key: &str) -> Option<Topic> {
        let plain: String = key
            .chars()
            .filter(|letter| !matches!(letter, '-' | '_'))
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        KEYS.into_iter().find(|(name, _)| *name == plain).map(|(_, topic)| topic)
    }
}

/// The keys of Hugo, Jekyll, Zola, Eleventy, Hexo, Pelican, Ghost and their common themes and plugins, in lower
/// case without hyphens and underscores.
const KEYS: [(&str, Topic); 56] = [
    // Press's own key, in a page that is not a story.
    ("draft", Topic::Hides),
    ("publishdate", Topic::Embargo),
    ("pubdate", Topic::Embargo),
    ("publishedat", Topic::Embargo),
    ("publishat", Topic::Embargo),
    ("expirydate", Topic::Expiry),
    ("expires", Topic::Expiry),
    ("expiresat", Topic::Expiry),
    ("unpublishat", Topic::Expiry),
    ("unpublishdate", Topic::Expiry),
    ("headless", Topic::Hides),
    ("unlisted", Topic::Hides),
    ("hidden", Topic::Hides),
    ("private", Topic::Hides),
    ("noindex", Topic::Hides),
    ("robotsnoindex", Topic::Hides),
    ("searchhidden", Topic::Hides),
    ("hiddeninhomelist", Topic::Hides),
    ("excludefromsearch", Topic::Hides),
    ("sitemapexclude", Topic::Hides),
    ("eleventyexcludefromcollections", Topic::Hides),
    ("archived", Topic::Hides),
    ("published", Topic::Published),
    ("publish", Topic::Published),
    ("listed", Topic::Shows),
    ("render", Topic::Shows),
    ("insearchindex", Topic::Shows),
    ("searchable", Topic::Shows),
    ("build", Topic::Places),
    ("sitemap", Topic::Places),
    ("outputs", Topic::Places),
    ("robots", Topic::Places),
    ("status", Topic::State),
    ("visibility", Topic::State),
    ("password", Topic::Password),
    ("slug", Topic::Slug),
    ("url", Topic::Address),
    ("permalink", Topic::Address),
    ("path", Topic::Address),
    ("redirectfrom", Topic::Former),
    ("author", Topic::Author),
    ("categories", Topic::Category),
    ("category", Topic::Category),
    ("taxonomies", Topic::Taxonomies),
    ("redirectto", Topic::Redirect),
    ("redirecturl", Topic::Redirect),
    ("redirect", Topic::Redirect),
    ("layout", Topic::Layout),
    ("lastmod", Topic::Changed),
    ("modified", Topic::Changed),
    ("lastmodified", Topic::Changed),
    ("lastmodifiedat", Topic::Changed),
    ("lang", Topic::Language),
    ("locale", Topic::Language),
    ("languagecode", Topic::Language),
    ("translationkey", Topic::Translation),
];
