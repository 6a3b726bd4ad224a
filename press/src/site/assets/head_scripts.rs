//! The two scripts in the head of every page, which are files of their own in `src/scripts/`.

use super::javascript::minify;
use oxc_span::SourceType;

/// The placeholder in `index.html` for the script that applies a reader's settings.
const SETTINGS: (&str, &str) = ("<!--SETTINGS-->", include_str!("../../../../src/scripts/settings.js"));

/// The element that Trunk writes, with the names of the app's files, and the script that replaces it.
const LOADER: (&str, &str) = ("<script data-base=", include_str!("../../../../src/scripts/loader.js"));
const END: &str = "></script>";
const NAMES: [(&str, &str); 3] = [("data-base", "{base}"), ("data-js", "{js}"), ("data-wasm", "{wasm}")];

/// Puts the scripts, minified, into a page that Trunk has built.
///
/// # Errors
/// A placeholder is not there exactly once, or a script is not valid JavaScript.
pub fn insert(html: &str) -> Result<String, String> {
    let (before, element, after) = loader(html).ok_or_else(|| {
        format!("it must contain the element {}…{END} of pattern_script in Trunk.toml exactly once", LOADER.0)
    })?;
    let mut loader = String::from(LOADER.1);
    for (attribute, name) in NAMES {
        let value =
            value(element, attribute).ok_or_else(|| format!("the element of pattern_script has no {attribute}"))?;
        loader = loader.replace(name, value);
    }
    let html = [before, &script(&loader)?, after].concat();
    if html.matches(SETTINGS.0).count() != 1 {
        return Err(format!("it must contain {} exactly once", SETTINGS.0));
    }
    Ok(html.replacen(SETTINGS.0, &script(SETTINGS.1)?, 1))
}

/// The page before the element, the element, and the page after it.
fn loader(html: &str) -> Option<(&str, &str, &str)> {
    let begin = html.find(LOADER.0)?;
    let end = begin + html[begin..].find(END)? + END.len();
    let (element, after) = (&html[begin..end], &html[end..]);
    (!after.contains(LOADER.0)).then_some((&html[..begin], element, after))
}

fn value<'a>(element: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = element.split_once(&[attribute, "=\""].concat())?;
    rest.split_once('"').map(|(value, _)| value)
}

fn script(text: &str) -> Result<String, String> {
    let text = minify(text, SourceType::script())?;
    Ok(["<script>", text.trim_end_matches(';'), "</script>"].concat())
}

#[cfg(test)]
mod tests {
    use super::insert;

    const ELEMENT: &str = "<script data-base=\"/journal/\" data-js=\"app-1.js\" data-wasm=\"app-1_bg.wasm\"></script>";

    #[test]
    fn both_scripts_are_put_in_with_the_names_of_the_apps_files() {
        let page = insert(&["<head><!--SETTINGS--><!--HEAD-->", ELEMENT, "</head>"].concat()).unwrap();
        assert!(page.starts_with("<head><script>try{") && page.ends_with("</script></head>"), "{page}");
        assert!(page.contains("import(`/journal/app-1.js`)"), "{page}");
        assert!(page.contains("fetch(`/journal/app-1_bg.wasm`)"), "{page}");
        assert!(page.contains("`/journal/*/`") && !page.contains('\n') && !page.contains("data-base"), "{page}");
    }

    #[test]
    fn a_placeholder_that_is_missing_or_there_twice_is_an_error() {
        let wrong = |page: &str| insert(page).unwrap_err();
        assert!(wrong("<!--SETTINGS-->").contains("pattern_script in Trunk.toml"));
        assert!(wrong(&["<!--SETTINGS-->", ELEMENT, ELEMENT].concat()).contains("exactly once"));
        assert_eq!(wrong(ELEMENT), "it must contain <!--SETTINGS--> exactly once");
        let without = ELEMENT.replace("data-js", "data-glue");
        assert_eq!(wrong(&without), "the element of pattern_script has no data-js");
    }
}
