//! Descriptions that an editor has written for search engines.

use super::item::Item;
use super::metadata::DESCRIPTIONS;

/// The description of an item for search engines, as plain text. A template such as `%%excerpt%%` is not one.
pub fn description(item: &Item, plain: impl FnMut(&str) -> String) -> Option<String> {
    let mut texts = DESCRIPTIONS.iter().filter_map(|key| item.meta(key)).map(plain);
    texts.find(|text| !text.is_empty() && !is_template(text))
}

fn is_template(text: &str) -> bool {
    // Yoast and SEOPress write %%title%%, Rank Math %title%, All in One SEO #post_title and %post_title%.
    let words = text.split(|letter: char| !(letter.is_alphanumeric() || "%#_()".contains(letter)));
    let is_name =
        |name: &str| name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_lowercase() || b"_()".contains(&byte));
    let starts = ["post_", "site_", "tagline", "separator_sa", "author_", "categories", "taxonomy_", "current_"];
    words.into_iter().any(|word| {
        let percent = word.split_once('%').and_then(|(_, rest)| rest.trim_start_matches('%').split_once('%'));
        let hash = word.split_once('#').map(|(_, rest)| rest);
        percent.is_some_and(|(name, _)| is_name(name))
            || hash.is_some_and(|name| starts.iter().any(|start| name.starts_with(start)))
    })
}

#[cfg(test)]
mod tests {
    use super::is_template;

    #[test]
    fn template_variables_are_recognised() {
        for text in ["%%title%% | Paper", "%excerpt%", "#post_excerpt", "By %%cf_name%%", "#site_title - x"] {
            assert!(is_template(text), "{text}");
        }
        for text in ["100% wool and 5% silk", "#odesa in winter", "50%–60%", "A price of 5 %"] {
            assert!(!is_template(text), "{text}");
        }
    }
}
