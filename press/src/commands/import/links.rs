//! Resolves links of the old site to their new addresses.

use std::collections::{HashMap, HashSet};

use crate::locale::letters::key;
use journal::route::Route;
use percent_encoding::percent_decode_str;
use url::Url;

/// The old site's addresses and where they lead now.
#[derive(Debug)]
pub struct OldLinks {
    /// The full address of the old front page, if known.
    base: Option<Url>,
    /// New addresses by old paths, normalised by [`path_key`].
    paths: HashMap<String, String>,
    /// New addresses by old numeric ids.
    numbers: HashMap<String, String>,
    /// The public address of the newspaper, without a trailing slash.
    here: String,
    /// The pages of the newspaper that links may lead to.
    known: HashSet<Route>,
}

/// The target of a link.
#[derive(Debug, PartialEq, Eq)]
pub enum LinkFate {
    /// A page of the newspaper, such as an imported story.
    Here(String),
    /// An address on another site.
    World(String),
    /// A full address on the old site, of something that was not imported.
    Old(String),
    /// Something that was not imported, and there is no old site to link to.
    Gone(String),
    /// Not an address that readers could follow.
    None,
}

/// The address of an old site whose address is unknown.
pub const UNKNOWN: &str = "https://old-site.invalid/";

impl OldLinks {
    /// The links of the old site at `base`, for a newspaper at `here` with the pages `known`.
    pub fn of(base: Option<&str>, here: &str, known: HashSet<Route>) -> OldLinks {
        let base = base.and_then(|base| Url::parse(base).ok());
        OldLinks { base, paths: HashMap::new(), numbers: HashMap::new(), here: String::from(here), known }
    }

    /// The pages that links may lead to.
    pub fn known(&self) -> &HashSet<Route> {
        &self.known
    }

    /// Makes the old paths and the old numeric id lead to the page `to`, unless they are already taken.
    pub fn lead(&mut self, old_paths: &[String], number: &str, to: &Route) {
        for path in old_paths {
            self.paths.entry(path_key(path)).or_insert_with(|| to.path());
        }
        if !number.is_empty() {
            self.numbers.entry(String::from(number)).or_insert_with(|| to.path());
        }
        self.known.insert(to.clone());
    }

    /// Resolves the link `written` in a text whose old address was `from`.
    pub fn target(&self, written: &str, from: Option<&str>) -> LinkFate {
        let written = written.trim();
        // Ghost writes this in place of its own address.
        let own = written.strip_prefix("__GHOST_URL__");
        let base = self.base.clone().or_else(|| Url::parse(UNKNOWN).ok());
        let Some(base) = base else { return LinkFate::None };
        let from = from.and_then(|from| base.join(from).ok()).unwrap_or_else(|| base.clone());
        let joined = match own {
            Some(path) => base.join(&[base.path().trim_end_matches('/'), path].concat()),
            None => from.join(written),
        };
        let Ok(url) = joined else { return LinkFate::None };
        match url.scheme() {
            "http" | "https" if url.host_str().is_some_and(|host| !host.is_empty()) => {}
            "mailto" | "tel" => return LinkFate::World(String::from(written)),
            _ => return LinkFate::None,
        }
        if is_same_host(&url, &base) && url.path().starts_with(base.path().trim_end_matches('/')) {
            return self.own(&url);
        }
        self.world(&url)
    }

    /// Whether `address` is on the old site.
    pub fn is_own(&self, address: &str) -> bool {
        let base = self.base.clone().or_else(|| Url::parse(UNKNOWN).ok());
        let Some(base) = base else { return false };
        address.starts_with("__GHOST_URL__") || base.join(address).is_ok_and(|url| is_same_host(&url, &base))
    }

    fn own(&self, url: &Url) -> LinkFate {
        let number = url.query_pairs().find(|(key, _)| matches!(&**key, "p" | "page_id" | "attachment_id"));
        let by_number = number.and_then(|(_, number)| self.numbers.get(&*number));
        if let Some(target) = by_number.or_else(|| self.paths.get(&path_key(url.path()))) {
            return LinkFate::Here(target.clone());
        }
        let is_front = self.base.as_ref().is_some_and(|base| path_key(url.path()) == path_key(base.path()));
        if is_front && url.query().is_none() {
            return LinkFate::Here(String::from("/"));
        }
        match (url.as_str().starts_with(UNKNOWN), self.world(url)) {
            (true, _) => LinkFate::Gone(String::from(&url.as_str()[UNKNOWN.len() - 1..])),
            (false, LinkFate::World(address)) => LinkFate::Old(address),
            (false, other) => other,
        }
    }

    /// The target of an address outside the old site, which may be one of the newspaper's own.
    fn world(&self, url: &Url) -> LinkFate {
        let rest = url.as_str().strip_prefix(&self.here).filter(|_| !self.here.is_empty());
        let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#'])) else {
            return LinkFate::World(String::from(url.as_str()));
        };
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        let route = Route::parse(if path.is_empty() { "/" } else { path });
        match route.filter(|route| self.known.contains(route)) {
            Some(route) => LinkFate::Here(route.path()),
            None => LinkFate::Gone(String::from(url.as_str())),
        }
    }
}

/// Compares hosts; case and a leading `www.` are ignored.
fn is_same_host(one: &Url, other: &Url) -> bool {
    let host = |url: &Url| url.host_str().map(|host| String::from(host.trim_start_matches("www.")));
    matches!(one.scheme(), "http" | "https") && host(one).is_some() && host(one) == host(other)
}

/// The decoded path of an address, as written in `aliases`; none if it contains characters that a file name cannot
/// have.
pub fn path_of(address: &str) -> Option<String> {
    let url = Url::parse(address).or_else(|_| Url::parse(UNKNOWN).and_then(|base| base.join(address))).ok()?;
    let path = percent_decode_str(url.path()).decode_utf8().ok()?.into_owned();
    let is_fit = url.query().is_none()
        && path != "/"
        && !path
            .contains(|letter: char| letter.is_control() || letter.is_whitespace() || "?#\\%:*\"<>|".contains(letter))
        && path.split('/').skip(1).all(|part| part != "." && part != "..")
        && !path.contains("//");
    is_fit.then_some(path)
}

/// Normalises a path for comparison: percent-encoding, case, trailing slashes and `/index.html` do not matter.
pub fn path_key(path: &str) -> String {
    let path = key(&percent_decode_str(path).decode_utf8_lossy());
    String::from(path.trim_end_matches('/').trim_end_matches("/index.html"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use journal::route::Route;

    use super::{LinkFate, OldLinks, path_of};

    fn links(base: Option<&str>) -> OldLinks {
        let mut links = OldLinks::of(base, "https://paper.example", HashSet::from([Route::About]));
        let lamp = Route::Story { section: "harbour".into(), slug: "lamp".into() };
        links.lead(&[String::from("/2024/03/lamp/")], "12", &lamp);
        links
    }

    #[test]
    fn a_link_to_an_imported_story_leads_to_its_new_address() {
        let links = links(Some("https://old.example/"));
        let lamp = LinkFate::Here(String::from("/harbour/lamp/"));
        for written in [
            "https://old.example/2024/03/lamp/",
            "http://www.old.example/2024/03/lamp",
            "/2024/03/lamp/?utm=x#part",
            "../../03/lamp/",
            "https://old.example/?p=12",
        ] {
            assert_eq!(links.target(written, Some("https://old.example/2024/04/tide/")), lamp, "{written}");
        }
        assert_eq!(links.target("https://old.example", None), LinkFate::Here(String::from("/")));
    }

    #[test]
    fn a_link_to_something_not_imported_becomes_a_full_address_on_the_old_site() {
        let old = LinkFate::Old(String::from("https://old.example/shop/?a=b"));
        assert_eq!(links(Some("https://old.example/")).target("/shop/?a=b", None), old);
        let gone = LinkFate::Gone(String::from("/shop/"));
        assert_eq!(links(None).target("__GHOST_URL__/shop/", None), gone);
    }

    #[test]
    fn a_link_to_something_not_imported_is_gone_if_the_newspaper_has_the_old_address() {
        let links = links(Some("https://paper.example/"));
        let gone = LinkFate::Gone(String::from("https://paper.example/shop/"));
        assert_eq!(links.target("/shop/", None), gone);
        assert_eq!(links.target("/about/", None), LinkFate::Here(String::from("/about/")));
    }

    #[test]
    fn what_cannot_be_followed_is_not_a_link() {
        let links = links(Some("https://old.example/"));
        for written in
            ["javascript:alert(1)", "http://", "https://1.2.3.4.5/", "data:text/plain,x", "ftp://old.example/x"]
        {
            assert_eq!(links.target(written, None), LinkFate::None, "{written}");
        }
        let mail = LinkFate::World(String::from("mailto:desk@paper.example"));
        assert_eq!(links.target("mailto:desk@paper.example", None), mail);
    }

    #[test]
    fn an_old_address_becomes_an_alias_if_it_can_be_a_file() {
        assert_eq!(path_of("https://old.example/2024/%D0%BC%D0%B0%D1%8F%D0%BA/").as_deref(), Some("/2024/маяк/"));
        assert_eq!(path_of("/lamp.html").as_deref(), Some("/lamp.html"));
        for address in ["https://old.example/?p=12", "https://old.example/", "https://old.example/a%00b/", "/a%20b/"] {
            assert_eq!(path_of(address), None, "{address}");
        }
    }
}
