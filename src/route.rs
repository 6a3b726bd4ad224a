//! The addresses of the newspaper: the only place that builds and parses them.

use crate::model::{Article, Document, Site, Teaser};

/// A page of the newspaper. Paths are without the site's base and end in `/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/` and `/page/<n>/`
    Front {
        /// From 1.
        page: u32,
    },
    /// `/<section>/` and `/<section>/page/<n>/`
    Section {
        /// The section's slug.
        section: String,
        /// From 1.
        page: u32,
    },
    /// `/<section>/<slug>/`
    Story {
        /// The section's slug.
        section: String,
        /// The story's slug.
        slug: String,
    },
    /// `/author/<slug>/` and `/author/<slug>/page/<n>/`
    Author {
        /// The author's slug.
        author: String,
        /// From 1.
        page: u32,
    },
    /// `/tag/<slug>/` and `/tag/<slug>/page/<n>/`
    Tag {
        /// The tag's slug.
        tag: String,
        /// From 1.
        page: u32,
    },
    /// `/search/`
    Search,
    /// `/archive/`, `/archive/<year>/` and `/archive/<year>/<month>/`
    Archive {
        /// Empty, `2024` or `2024/10`.
        period: String,
    },
    /// `/corrections/`
    Corrections,
    /// `/saved/`
    Saved,
    /// `/about/`
    About,
}

impl Route {
    /// The name of the file with a page's document, which is next to the page.
    pub const DATA: &str = "index.json";

    /// First parts of addresses that cannot name a section: they belong to other pages or to folders of files, or
    /// are reserved for pages.
    pub const RESERVED: [&str; 10] =
        ["about", "archive", "assets", "author", "authors", "corrections", "page", "saved", "search", "tag"];

    /// Whether `text` can be a part of an address: lower-case ASCII letters, digits and single hyphens between them.
    pub fn is_slug(text: &str) -> bool {
        !text.is_empty()
            && text.split('-').all(|word| {
                !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            })
    }

    /// Whether `text` can be the last part of a story's address: a slug that may also have single underscores, and
    /// single dots before digits, as in `1.45.1-prerelease`. (A dot before a letter would look like a file.)
    pub fn is_story_slug(text: &str) -> bool {
        let mut before = '-';
        let fits = |(place, sign): (usize, char)| {
            let after = text[place + sign.len_utf8()..].chars().next();
            let is_between = before.is_ascii_alphanumeric() && after.is_some_and(|after| after.is_ascii_alphanumeric());
            before = sign;
            match sign {
                'a'..='z' | '0'..='9' => true,
                '-' | '_' => is_between,
                '.' => is_between && after.is_some_and(|after| after.is_ascii_digit()),
                _ => false,
            }
        };
        !text.is_empty() && text.char_indices().all(fits)
    }

    /// The address, without the site's base: `/history/page/2/`.
    pub fn path(&self) -> String {
        match self {
            Route::Front { page } => paged(String::from("/"), *page),
            Route::Section { section, page } => paged(["/", section, "/"].concat(), *page),
            Route::Story { section, slug } => ["/", section, "/", slug, "/"].concat(),
            Route::Author { author, page } => paged(["/author/", author, "/"].concat(), *page),
            Route::Tag { tag, page } => paged(["/tag/", tag, "/"].concat(), *page),
            Route::Search => String::from("/search/"),
            Route::Archive { period } if period.is_empty() => String::from("/archive/"),
            Route::Archive { period } => ["/archive/", period, "/"].concat(),
            Route::Corrections => String::from("/corrections/"),
            Route::Saved => String::from("/saved/"),
            Route::About => String::from("/about/"),
        }
    }

    /// The address of the page's document: `/history/page/2/index.json`.
    pub fn data_path(&self) -> String {
        self.path() + Route::DATA
    }

    /// The route of `document`; `None` if it has no address of its own.
    pub fn of(document: &Document) -> Option<Route> {
        let route = match document {
            Document::Front(front) => Route::Front { page: front.latest.page },
            Document::Section(page) => Route::Section { section: page.section.clone(), page: page.listing.page },
            Document::Story(article) => article.route(),
            Document::Author(page) => Route::Author { author: page.subject.slug.clone(), page: page.listing.page },
            Document::Tag(page) => Route::Tag { tag: page.subject.slug.clone(), page: page.listing.page },
            Document::Search(_) => Route::Search,
            Document::Archive(page) => Route::Archive { period: page.period.clone() },
            Document::Corrections(_) => Route::Corrections,
            Document::Saved => Route::Saved,
            Document::About(_) => Route::About,
            Document::Moved(_) | Document::Missing => return None,
        };
        Some(route)
    }

    /// Parses the path of an address, without the site's base. Accepts a missing trailing slash and a trailing
    /// `index.html`. `None` for anything that is not a page of the newspaper: feeds, pictures, files, other sites'
    /// folders.
    pub fn parse(path: &str) -> Option<Route> {
        let path = path.strip_prefix('/')?;
        let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let path = folder.unwrap_or(path);
        if path == "/" {
            return None;
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        let (path, page) = split_page(path);
        let mut parts = path.split('/');
        let route = match (parts.next(), parts.next(), parts.next()) {
            (Some(""), None, None) => Route::Front { page },
            (Some("author"), Some(author), None) => Route::Author { author: slug(author)?, page },
            (Some("tag"), Some(tag), None) => Route::Tag { tag: slug(tag)?, page },
            (Some("search"), None, None) if page == 1 => Route::Search,
            (Some("archive"), year, month) if page == 1 && parts.next().is_none() => {
                let is_number = |part: Option<&str>, digits: usize| {
                    part.is_none_or(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
                };
                if !is_number(year, 4) || !is_number(month, 2) {
                    return None;
                }
                Route::Archive { period: [year, month].into_iter().flatten().collect::<Vec<_>>().join("/") }
            }
            (Some("corrections"), None, None) if page == 1 => Route::Corrections,
            (Some("saved"), None, None) if page == 1 => Route::Saved,
            (Some("about"), None, None) if page == 1 => Route::About,
            (Some(first), _, _) if Route::RESERVED.contains(&first) => return None,
            (Some(section), None, None) => Route::Section { section: slug(section)?, page },
            (Some(section), Some(story), None) if page == 1 => {
                let is_slug = Route::is_story_slug(story) && story != "page";
                is_slug.then_some(Route::Story { section: slug(section)?, slug: String::from(story) })?
            }
            _ => return None,
        };
        Some(route)
    }
}

impl Site {
    /// The address of `route` for a link on this site: with the path prefix of the build.
    pub fn href(&self, route: &Route) -> String {
        [self.base.as_str(), &route.path()].concat()
    }

    /// The page that the path of an address on this site names, path prefix included.
    pub fn route(&self, path: &str) -> Option<Route> {
        Route::parse(path.strip_prefix(self.base.as_str())?)
    }

    /// The full public address of `route`, the one to share and to index.
    pub fn canonical(&self, route: &Route) -> String {
        [self.address.as_str(), &route.path()].concat()
    }
}

impl Article {
    /// The route of the story.
    pub fn route(&self) -> Route {
        Route::Story { section: self.section.clone(), slug: self.slug.clone() }
    }
}

impl Teaser {
    /// The route of the story.
    pub fn route(&self) -> Route {
        Route::Story { section: self.section.clone(), slug: self.slug.clone() }
    }
}

/// A slug as a part of an address; `page` is reserved for the pages of lists.
fn slug(text: &str) -> Option<String> {
    (Route::is_slug(text) && text != "page").then(|| String::from(text))
}

fn paged(path: String, page: u32) -> String {
    if page < 2 { path } else { [path.as_str(), "page/", page.to_string().as_str(), "/"].concat() }
}

/// Splits `page/<n>` off the end of a path without outer slashes. The first page has no number in its address, so
/// `page/1` is not split off and names nothing.
fn split_page(path: &str) -> (&str, u32) {
    let (rest, last) = path.rsplit_once('/').unwrap_or(("", path));
    let number = match last.parse::<u32>() {
        Ok(number) if number > 1 && !last.starts_with(['0', '+']) => number,
        _ => return (path, 1),
    };
    match rest.strip_suffix("page") {
        Some("") => ("", number),
        Some(before) if before.ends_with('/') => (before.trim_end_matches('/'), number),
        _ => (path, 1),
    }
}
