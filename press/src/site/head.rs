//! The head of a page: what the app keeps up to date, and what only other programs read.
//!
//! Sources: the Open Graph protocol (ogp.me), X's card markup, and schema.org's NewsArticle and BreadcrumbList as
//! search engines document them.

use std::collections::BTreeSet;

use journal::components::Frame;
use journal::head::Head;
use journal::model::{Article, Document, Image, Site, Subject};
use journal::route::Route;
use serde_json::{Value, json};

use super::assets::stylesheet::Stylesheets;
use super::feeds::{Feed, FeedFormat};
use super::html::{AROUND_STYLE, Html, escape};

/// Writes the heads of all pages.
pub struct HeadWriter<'a> {
    site: &'a Site,
    styles: &'a Stylesheets,
    /// An absolute URL.
    logo: Option<String>,
    desks: &'a BTreeSet<String>,
}

impl<'a> HeadWriter<'a> {
    /// A writer for the pages of `site`. `logo` is an address below the site's base or an absolute URL; `desks` are the
    /// slugs of the authors that are desks rather than persons.
    pub fn new(
        site: &'a Site,
        styles: &'a Stylesheets,
        logo: Option<&str>,
        desks: &'a BTreeSet<String>,
    ) -> HeadWriter<'a> {
        let logo = logo.map(|logo| if logo.starts_with('/') { [&site.address, logo].concat() } else { logo.into() });
        HeadWriter { site, styles, logo, desks }
    }

    /// The HTML of the head of a document's page.
    pub fn head(&self, document: &Document) -> String {
        let head = Head::of(self.site, document);
        let base = &self.site.base;
        let style = &self.styles.of(document).first;
        let mut html = Html::with_room(style.len() + AROUND_STYLE);
        html.element("title", &head.title);
        html.meta("name", "description", &head.description);
        if let Some(canonical) = &head.canonical {
            html.link("canonical", canonical, "");
        }
        if let Some(article) = document.story().filter(|article| !article.translations.is_empty()) {
            let own = article.language.as_ref().unwrap_or(&self.site.language);
            let own = (own, self.site.canonical(&article.route()));
            let others = article.translations.iter().map(|other| {
                (other.language.as_ref().unwrap_or(&self.site.language), [&self.site.address, &*other.href].concat())
            });
            for (language, address) in [own].into_iter().chain(others) {
                html.link("alternate", &address, &format!(" hreflang=\"{}\"", escape(language)));
            }
        }
        for (kind, feed) in self.feeds(document) {
            let more = format!(" type=\"{kind}\" title=\"{}\"", escape(&feed.1));
            html.link("alternate", &[base, &feed.0].map(String::as_str).concat(), &more);
        }
        let hidden = matches!(document, Document::Missing | Document::Search(_) | Document::Saved);
        html.meta("name", "robots", if hidden { "noindex" } else { "max-image-preview:large" });
        if let Some((image, frame)) = lead(document) {
            html.preload(base, image, &frame);
        }
        // Painting waits for the complete masthead, which would otherwise shift as its parts arrive.
        html.link("expect", "#main", " blocking=\"render\"");
        html.style(style);
        html.link("icon", &[base, "/icon.svg"].concat(), " type=\"image/svg+xml\"");
        html.link("icon", &[base, "/favicon.ico"].concat(), " sizes=\"32x32\"");
        html.link("apple-touch-icon", &[base, "/icon-180.png"].concat(), "");
        html.link("manifest", &[base, "/manifest.webmanifest"].concat(), "");
        self.open_graph(&mut html, &head, document.story());
        for data in self.linked_data(&head, document) {
            html.linked_data(&data);
        }
        html.into_text()
    }

    /// The feeds that a page links to: type, and address with title. A list links to its own feed, a story to that of
    /// its section, any other page to that of the newspaper.
    fn feeds(&self, document: &Document) -> Vec<(&'static str, (String, String))> {
        let slug = |subject: &Subject| subject.slug.clone();
        let section = |section: &str| Route::Section { section: section.into(), page: 1 };
        let (list, name) = match document {
            Document::Section(page) => (section(&page.section), self.site.section_name(&page.section)),
            Document::Story(article) => (section(&article.section), self.site.section_name(&article.section)),
            Document::Author(page) => (Route::Author { author: slug(&page.subject), page: 1 }, &*page.subject.name),
            Document::Tag(page) => (Route::Tag { tag: slug(&page.subject), page: 1 }, &*page.subject.name),
            Document::Corrections(_) => (Route::Corrections, self.site.words().corrections()),
            _ => (Route::Front { page: 1 }, ""),
        };
        let feed = Feed::of(self.site, &list, name);
        let linked = |feed: &Feed| {
            let link = |format: &FeedFormat| (format.media_type, (feed.address(format), feed.title.clone()));
            Feed::FORMATS.iter().map(link).collect()
        };
        feed.as_ref().map(linked).unwrap_or_default()
    }

    /// The HTML of the head of the page at a former address of a story, which redirects to the story.
    pub fn of_former(&self, article: &Article) -> String {
        let head = Head::of_story(self.site, article);
        let mut html = Html::with_room(AROUND_STYLE);
        html.element("title", &article.headline);
        html.meta("http-equiv", "refresh", &["0; url=", &self.site.href(&article.route())].concat());
        html.meta("name", "description", &head.description);
        html.link("canonical", &self.site.canonical(&article.route()), "");
        self.open_graph(&mut html, &head, Some(article));
        html.into_text()
    }

    fn open_graph(&self, html: &mut Html, head: &Head, article: Option<&Article>) {
        let title = article.map_or(&head.title, |article| &article.headline);
        html.meta("property", "og:type", if article.is_some() { "article" } else { "website" });
        html.meta("property", "og:site_name", &self.site.name);
        html.meta("property", "og:title", title);
        html.meta("property", "og:description", &head.description);
        if let Some(canonical) = &head.canonical {
            html.meta("property", "og:url", canonical);
        }
        let language = article.and_then(|article| article.language.as_ref()).unwrap_or(&self.site.language);
        if let Some(locale) = locale(language) {
            html.meta("property", "og:locale", &locale);
        }
        let picture = article.and_then(|article| article.picture.as_ref());
        match picture {
            Some(picture) => html.picture(&self.site.address, picture),
            None => {
                if let Some(logo) = &self.logo {
                    html.meta("property", "og:image", logo);
                    html.meta("property", "og:image:alt", &self.site.name);
                }
            }
        }
        if let Some(article) = article {
            // One element for all authors: programs read only the first of several.
            let authors: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
            html.meta("name", "author", &authors.join(", "));
            html.meta("property", "article:published_time", &article.published.iso);
            if let Some(changed) = article.changed() {
                html.meta("property", "article:modified_time", &changed.iso);
            }
            html.meta("property", "article:section", self.site.section_name(&article.section));
            for tag in &article.tags {
                html.meta("property", "article:tag", &tag.name);
            }
        }
        html.meta("name", "twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
    }

    fn linked_data(&self, head: &Head, document: &Document) -> Vec<Value> {
        let mut data = Vec::new();
        match document {
            Document::Story(article) => {
                data.push(self.news_article(article));
                let section = Route::Section { section: article.section.clone(), page: 1 };
                let name = self.site.section_name(&article.section);
                data.push(self.breadcrumb(&[(name, &section), (&article.headline, &article.route())]));
            }
            Document::Section(page) => {
                let section = Route::Section { section: page.section.clone(), page: 1 };
                data.push(self.breadcrumb(&[(self.site.section_name(&page.section), &section)]));
            }
            Document::Tag(page) => {
                let tag = Route::Tag { tag: page.subject.slug.clone(), page: 1 };
                data.push(self.breadcrumb(&[(&page.subject.name, &tag)]));
            }
            Document::Author(page) => {
                let author = Route::Author { author: page.subject.slug.clone(), page: 1 };
                data.push(self.breadcrumb(&[(&page.subject.name, &author)]));
            }
            Document::Front(front) if front.latest.page == 1 => data.push(json!({
                "@context": "https://schema.org", "@type": "WebSite", "name": self.site.name,
                "description": head.description, "url": head.canonical, "inLanguage": self.site.language,
            })),
            _ => {}
        }
        data
    }

    fn news_article(&self, article: &Article) -> Value {
        let authors: Vec<Value> = article
            .authors
            .iter()
            .map(|author| {
                let route = Route::Author { author: author.slug.clone(), page: 1 };
                let kind = if self.desks.contains(&author.slug) { "Organization" } else { "Person" };
                json!({ "@type": kind, "name": author.name, "url": self.site.canonical(&route) })
            })
            .collect();
        let mut publisher = json!({
            "@type": "NewsMediaOrganization", "name": self.site.name, "url": format!("{}/", self.site.address),
        });
        if let Some(logo) = &self.logo {
            publisher["logo"] = json!({ "@type": "ImageObject", "url": logo });
        }
        let mut data = json!({
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.headline,
            "description": article.summary,
            "mainEntityOfPage": self.site.canonical(&article.route()),
            "inLanguage": article.language.as_ref().unwrap_or(&self.site.language),
            "articleSection": self.site.section_name(&article.section),
            "datePublished": article.published.iso,
            "author": authors,
            "publisher": publisher,
        });
        if let Some(changed) = article.changed() {
            data["dateModified"] = json!(changed.iso);
        }
        if let Some(picture) = &article.picture {
            data["image"] = json!({
                "@type": "ImageObject", "url": self.largest(&picture.image),
                "width": picture.image.width, "height": picture.image.height,
            });
        }
        if !article.tags.is_empty() {
            data["keywords"] = article.tags.iter().map(|tag| tag.name.as_str()).collect();
        }
        data
    }

    /// A breadcrumb trail from the front page through `steps`, which are names and routes.
    fn breadcrumb(&self, steps: &[(&str, &Route)]) -> Value {
        let front = Route::Front { page: 1 };
        let all = [(self.site.home(), &front)];
        let items: Vec<Value> = all
            .iter()
            .chain(steps)
            .enumerate()
            .map(|(place, (name, route))| {
                json!({ "@type": "ListItem", "position": place + 1, "name": name, "item": self.site.canonical(route) })
            })
            .collect();
        json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items })
    }

    /// The absolute URL of a picture's largest JPEG, a format that every program can read.
    fn largest(&self, image: &Image) -> String {
        [self.site.address.as_str(), &image.largest_address()].concat()
    }
}

/// The picture that a page opens with, and its place on the page.
fn lead(document: &Document) -> Option<(&Image, Frame)> {
    match document {
        Document::Story(article) => article.picture.as_ref().map(|picture| (&picture.image, Frame::STORY)),
        Document::Front(front) => Some((front.lead.as_ref()?.image.as_ref()?, Frame::LEAD)),
        Document::Section(page) if page.listing.page == 1 => {
            Some((page.listing.teasers.first()?.image.as_ref()?, Frame::OPENER))
        }
        _ => None,
    }
}

/// The Open Graph locale of a language, such as `en_GB` for `en-GB`. English and Ukrainian without a region get that of
/// Britain and Ukraine; any other language without a region has no locale.
fn locale(language: &str) -> Option<String> {
    match language {
        "en" => Some(String::from("en_GB")),
        "uk" => Some(String::from("uk_UA")),
        other => other.contains('-').then(|| other.replace('-', "_")),
    }
}
