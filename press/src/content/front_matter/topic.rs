//! What the keys of other programs are about by which they decide whether, when, where or in which language a text is published.

/// What a key is about that press does not obey.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// It is not published before this date.
    Embargo,
    /// It is not published after this date.
    Expiry,
    /// It is kept back, hidden or left out of lists if this is true.
    Hides,
    /// The same if this is false; a date is an embargo.
    Shows,
    /// A word that says how far it has come, or who may see it.
    State,
    /// A table or list that says where it is shown.
    Places,
    /// Only those read it who know the password.
    Password,
    /// The last part of its address.
    Slug,
    /// Its address.
    Address,
    /// Where it stood before.
    Former,
    /// Readers are sent elsewhere.
    Redirect,
    /// It is a redirection if this says so.
    Layout,
    /// When it was last changed.
    Changed,
    /// Its language.
    Language,
    /// What it is a translation of.
    Translation,
}

impl Topic {
    /// The topic of a key; none if press may pass it over.
    pub fn of(key: &str) -> Option<Topic> {
        let plain: String = key
            .chars()
            .filter(|letter| !matches!(letter, '-' | '_'))
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        KEYS.into_iter().find(|(name, _)| *name == plain).map(|(_, topic)| topic)
    }
}

/// The keys, in lower case without hyphens and underscores: those of Hugo, Jekyll, Zola, Eleventy, Hexo, Pelican, Ghost and what their themes and
/// plugins have in common.
const KEYS: [(&str, Topic); 52] = [
    // Of a page that is not a story.
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
    ("published", Topic::Shows),
    ("publish", Topic::Shows),
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
