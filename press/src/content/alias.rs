//! Former addresses of a story, as in Hugo's `aliases`.

use journal::route::Route;

/// The path of a former address, without the site's base: `/old/story/`, or `/old/story.html` for a file. Without a
/// leading `/`, it is relative to the section. None if it cannot be the address of a page.
pub fn alias(written: &str, section: &str) -> Option<String> {
    let written = written.trim();
    let inside = if written.starts_with('/') { String::from(written) } else { format!("/{section}/{written}") };
    let is_plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    let trimmed = inside.trim_start_matches('/').trim_end_matches('/');
    let fits =
        |character: char| !character.is_control() && !character.is_whitespace() && !"\\?#:*\"<>|%".contains(character);
    if written.is_empty() || !trimmed.split('/').all(is_plain) || !trimmed.chars().all(fits) {
        return None;
    }
    let is_file = !written.ends_with('/') && [".html", ".htm", ".php"].iter().any(|end| trimmed.ends_with(end));
    let path = if is_file { format!("/{trimmed}") } else { format!("/{trimmed}/") };
    Some(path.strip_suffix("index.html").map(String::from).unwrap_or(path))
}

/// The story that was at `path`, if the path has the form of this newspaper's story addresses.
pub fn story_at(path: &str) -> Option<Route> {
    Route::parse(path).filter(|route| matches!(route, Route::Story { .. }) && route.path() == path)
}

/// The file of the site that is served at `path`.
pub fn file_of(path: &str) -> String {
    if path.ends_with('/') { format!("{path}index.html") } else { String::from(path) }
}

#[cfg(test)]
mod tests {
    use super::{alias, file_of, story_at};

    #[test]
    fn a_former_address_is_a_folder_or_a_file() {
        let cases = [
            ("/war/old/", "/war/old/"),
            ("/war/old", "/war/old/"),
            ("old", "/culture/old/"),
            ("/2019/05/a.html", "/2019/05/a.html"),
            ("/2019/index.html", "/2019/"),
            ("/новини/порт/", "/новини/порт/"),
        ];
        for (written, path) in cases {
            assert_eq!(alias(written, "culture").as_deref(), Some(path), "{written}");
        }
        for wrong in ["", "/", "/../x/", "/a//b/", "/a b/", "/?p=12", "/a#b", "https://a.example/b/", "/a/*", "..", "."]
        {
            assert_eq!(alias(wrong, "culture"), None, "{wrong}");
        }
    }

    #[test]
    fn only_addresses_in_the_newspapers_form_are_those_of_a_story() {
        assert!(story_at("/war/old/").is_some());
        for other in ["/2019/05/old/", "/war/old.html", "/war/", "/author/a/"] {
            assert_eq!(story_at(other), None, "{other}");
        }
        assert_eq!([file_of("/war/old/"), file_of("/a.html")], ["/war/old/index.html", "/a.html"]);
    }
}
