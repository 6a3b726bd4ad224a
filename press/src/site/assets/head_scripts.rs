//! The script in the head of every page, whose two parts are files of their own in `src/scripts/`. It is
//! the same on every page of a build, so that the policy allows it by one hash.

use super::javascript::minify;
use oxc_span::SourceType;

/// The placeholder in `index.html`.
const PLACE: &str = "<!--SCRIPTS-->";

/// What applies a reader's settings, and what loads the app. Both are blocks of their own.
const SCRIPT: &str =
    concat!(include_str!("../../../../src/scripts/settings.js"), include_str!("../../../../src/scripts/loader.js"));

/// The element that Trunk writes, with the names of the app's files.
const LOADER: &str = "<script data-base=";
const END: &str = "></script>";
const NAMES: [(&str, &str); 3] = [("data-base", "{base}"), ("data-js", "{js}"), ("data-wasm", "{wasm}")];

/// Puts the script, minified, into a page that Trunk has built.
///
/// # Errors
/// A placeholder is not there exactly once, or a script is not valid JavaScript.
pub fn insert(html: &str) -> Result<String, String> {
    let (before, element, after) = loader(html).ok_or_else(|| {
        format!("it must contain the element {LOADER}…{END} of pattern_script in Trunk.toml exactly once")
    })?;
    let mut script = String::from(SCRIPT);
    for (attribute, name) in NAMES {
        let value =
            value(element, attribute).ok_or_else(|| format!("the element of pattern_script has no {attribute}"))?;
        script = script.replace(name, value);
    }
    let html = [before, after].concat();
    if html.matches(PLACE).count() != 1 {
        return Err(format!("it must contain {PLACE} exactly once"));
    }
    let script = minify(&script, SourceType::script())?;
    Ok(html.replacen(PLACE, &["<script>", script.trim_end_matches(';'), "</script>"].concat(), 1))
}

/// The page before the element, the element, and the page after it.
fn loader(html: &str) -> Option<(&str, &str, &str)> {
    let begin = html.find(LOADER)?;
    let end = begin + html[begin..].find(END)? + END.len();
    let (element, after) = (&html[begin..end], &html[end..]);
    (!after.contains(LOADER)).then_some((&html[..begin], element, after))
}

fn value<'a>(element: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = element.split_once(&[attribute, "=\""].concat())?;
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::insert;

    const ELEMENT: &str = "<script data-base=\"/journal/\" data-js=\"app-1.js\" data-wasm=\"app-1_bg.wasm\"></script>";

    #[test]
    fn the_script_is_put_in_with_the_names_of_the_apps_files() {
        let page = insert(&["<head><!--SCRIPTS--><!--HEAD-->", ELEMENT, "</head>"].concat()).unwrap();
        assert!(page.starts_with("<head><script>try{") && page.ends_with("</script><!--HEAD--></head>"), "{page}");
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert!(page.contains("import(`/journal/app-1.js`)"), "{page}");
        assert!(page.contains("fetch(`/journal/app-1_bg.wasm`)"), "{page}");
        assert!(page.contains("`/journal/assets/`") && !page.contains('\n') && !page.contains("data-base"), "{page}");
    }

    #[test]
    fn a_placeholder_that_is_missing_or_there_twice_is_an_error() {
        let wrong = |page: &str| insert(page).unwrap_err();
        assert!(wrong("<!--SCRIPTS-->").contains("pattern_script in Trunk.toml"));
        assert!(wrong(&["<!--SCRIPTS-->", ELEMENT, ELEMENT].concat()).contains("exactly once"));
        assert_eq!(wrong(ELEMENT), "it must contain <!--SCRIPTS--> exactly once");
        let without = ["<!--SCRIPTS-->", &ELEMENT.replace("data-js", "data-glue")].concat();
        assert_eq!(wrong(&without), "the element of pattern_script has no data-js");
    }
}
