//! Resolves the links of a text.

use journal::route::Route;
use percent_encoding::percent_decode_str;
use url::Url;

use super::context::TextContext;
use super::link_target::LinkTarget;
use crate::locale::letters::{composed, without_stress};

/// A link to a page of the newspaper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InnerLink {
    /// The page.
    pub route: Route,
    /// The fragment, percent-encoded as in an address.
    pub fragment: Option<String>,
    /// The address as the author wrote it.
    pub written: String,
}

/// The target of a link.
#[derive(Debug, PartialEq, Eq)]
pub enum Href {
    /// A page of the newspaper: its address with the site's base, and the link to be checked.
    Inner(String, InnerLink),
    /// Another site.
    Outer,
    /// An address of the newspaper that is not a page.
    Nowhere,
    /// Not an address.
    Unreadable,
    /// An address with a scheme that is not allowed.
    Strange,
}

/// The schemes allowed in links to other sites.
pub const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// A stand-in for the site's address while a link is resolved; `.invalid` never exists.
const HERE: &str = "https://newspaper.invalid";

impl Href {
    /// Resolves a link as written in a text: relative to its page, from the root of the newspaper, or absolute.
    pub fn of(written: &str, context: &TextContext<'_>) -> Href {
        // Browsers leave out line ends and tabs, and read \ as /: such an address is not the one that an editor sees.
        if written.contains(|sign: char| sign.is_control() || sign == '\\') {
            return Href::Unreadable;
        }
        let local = within(written, context.address).unwrap_or(written);
        if let Some((path, fragment)) = plain(local) {
            return Href::inner(written, context, path, None, fragment);
        }
        let Ok(page) = Url::parse(HERE).and_then(|here| here.join(&context.route.path())) else {
            return Href::Unreadable;
        };
        let Ok(target) = page.join(local) else { return Href::Unreadable };
        if target.origin() != page.origin() {
            return if SCHEMES.contains(&target.scheme()) { Href::Outer } else { Href::Strange };
        }
        Href::inner(written, context, target.path(), target.query(), target.fragment())
    }

    fn inner(
        written: &str,
        context: &TextContext<'_>,
        path: &str,
        query: Option<&str>,
        fragment: Option<&str>,
    ) -> Href {
        let Some(route) = Route::parse(path) else { return Href::Nowhere };
        let fragment = fragment.filter(|fragment| !fragment.is_empty()).map(anchor_form);
        let mut href = String::new();
        if !written.starts_with('#') {
            href = [context.base, &route.path()].concat();
            href.extend(query.map(|query| ["?", query].concat()));
        }
        href.extend(fragment.as_ref().map(|fragment| ["#", fragment.as_str()].concat()));
        Href::Inner(href, InnerLink { route, fragment, written: String::from(written) })
    }
}

impl InnerLink {
    /// Whether the link leads to a page as a whole, or to a part that all pages may have.
    pub fn leads_to_part_of_every_page(&self) -> bool {
        self.fragment.as_deref().is_none_or(|fragment| super::PAGE_IDS.contains(&fragment))
    }

    /// The target, for looking it up.
    pub fn target(&self) -> LinkTarget {
        LinkTarget::of(&self.route, self.fragment.as_deref())
    }
}

/// A fragment as the id of a heading would be encoded: with composed letters and without stress marks.
fn anchor_form(fragment: &str) -> String {
    let decoded = fragment.contains('%').then(|| percent_decode_str(fragment).decode_utf8().ok()).flatten();
    decoded.map_or_else(|| String::from(fragment), |text| encoded_anchor(&without_stress(&composed(&text))))
}

/// An id, percent-encoded as in an address.
pub fn encoded_anchor(anchor: &str) -> String {
    let Ok(mut url) = Url::parse(HERE) else { return String::from(anchor) };
    url.set_fragment(Some(anchor));
    url.fragment().map(String::from).unwrap_or_default()
}

/// Path and fragment of an address that needs no resolving. Nearly all links within a newspaper are like that, and
/// resolving one takes as long as rendering several paragraphs.
fn plain(address: &str) -> Option<(&str, Option<&str>)> {
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, place)| (path, Some(place)));
    let is_plain =
        |text: &str, more: u8| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == more);
    let starts = path.starts_with('/') && !path.starts_with("//");
    (starts && is_plain(path, b'/') && fragment.is_none_or(|place| is_plain(place, b'_'))).then_some((path, fragment))
}

/// The path of an absolute address of this newspaper.
fn within<'a>(written: &'a str, address: &str) -> Option<&'a str> {
    let rest = written.strip_prefix(address).filter(|_| !address.is_empty())?;
    if rest.is_empty() { Some("/") } else { rest.starts_with('/').then_some(rest) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use journal::route::Route;

    use super::{Href, TextContext, plain};
    use crate::locale::language::Language;
    use crate::pictures::{Pictures, TextPictures};

    fn href(written: &str) -> Result<String, bool> {
        let pictures = Pictures::default();
        let context = TextContext {
            route: &Route::Story { section: String::from("war"), slug: String::from("x") },
            folder: Path::new("war/x"),
            language: Language::of("en"),
            base: "/journal",
            address: "https://paper.example/journal",
            pictures: &TextPictures::of(&pictures),
        };
        match Href::of(written, &context) {
            Href::Inner(href, _) => Ok(href),
            Href::Outer => Err(true),
            Href::Nowhere | Href::Unreadable | Href::Strange => Err(false),
        }
    }

    #[test]
    fn a_link_to_a_page_gets_the_base_and_a_trailing_slash() {
        let same = Ok(String::from("/journal/war/y/"));
        for written in ["/war/y/", "/war/y", "../y/", "https://paper.example/journal/war/y/", "/war/y/index.html"] {
            assert_eq!(href(written), same, "{written}");
        }
        assert_eq!(href("/search/?q=port"), Ok(String::from("/journal/search/?q=port")));
        assert_eq!(href("/about/#imprint"), Ok(String::from("/journal/about/#imprint")));
        assert_eq!(href("https://paper.example/journal"), Ok(String::from("/journal/")));
    }

    #[test]
    fn a_plain_address_is_resolved_like_any_other() {
        // The second of each pair is another way to write the first, and needs resolving.
        for (written, resolved) in [
            ("/war/y/", "/war/./y/"),
            ("/war/y", "/war/x/../y"),
            ("/war/y/#the-steps_2", "/war/y/?#the-steps_2"),
            ("/war/y/#", "/war/./y/#"),
            ("/", "/./"),
        ] {
            let expected = href(resolved).map(|href| href.replace('?', ""));
            assert_eq!((plain(written).is_some(), plain(resolved), href(written)), (true, None, expected), "{written}");
        }
        assert_eq!(
            [plain("y/"), plain("//war/y/"), plain("/war/y/?q=1"), plain("/war/%79/"), plain("#steps")],
            [None; 5]
        );
        assert_eq!(href("/war/y/z/"), href("/war/./y/z/"));
    }

    #[test]
    fn a_link_within_the_page_stays_one() {
        assert_eq!(href("#steps"), Ok(String::from("#steps")));
        for written in ["#замок-й", "#за\u{301}мок-и\u{306}", "#%D0%B7%D0%B0%CC%81%D0%BC%D0%BE%D0%BA-%D0%B8%CC%86"]
        {
            let same = "#%D0%B7%D0%B0%D0%BC%D0%BE%D0%BA-%D0%B9";
            assert_eq!(href(written), Ok(String::from(same)), "{written}");
        }
    }

    #[test]
    fn a_link_to_another_site_is_left_alone() {
        for written in [
            "https://example.org/war/y/",
            "mailto:a@b.example",
            "https://paper.example/elsewhere/",
            "//example.org/",
            "https://newspaper.invalid.example/town/",
        ] {
            assert_eq!(href(written), Err(true), "{written}");
        }
    }

    #[test]
    fn a_link_to_what_is_not_a_page_is_detected() {
        for written in ["/assets/x.jpg", "table.pdf", "www.example.org", "/war/y/z/", "https://["] {
            assert_eq!(href(written), Err(false), "{written}");
        }
    }

    #[test]
    fn a_link_that_would_run_or_lead_elsewhere_than_it_says_is_detected() {
        for written in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "java\0script:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://example.org/x",
            "/\\example.org/",
            "\\\\example.org",
            "https:\\\\example.org/",
            "https://exam\nple.org/",
        ] {
            assert_eq!(href(written), Err(false), "{written:?}");
        }
    }
}
