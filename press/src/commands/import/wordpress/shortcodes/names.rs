//! Which words in brackets are shortcodes, by their names.

/// Shortcodes that are recognised by their names alone. Names that are ordinary words are not among them.
const ALONE: [&str; 64] = [
    "audio",
    "playlist",
    "caption",
    "wp_caption",
    "gallery",
    "embed",
    "video",
    "wpvideo",
    "videopress",
    "youtube",
    "vimeo",
    "dailymotion",
    "soundcloud",
    "spotify",
    "mixcloud",
    "tweet",
    "twitter",
    "instagram",
    "facebook",
    "tiktok",
    "telegram",
    "googlemaps",
    "googlevideo",
    "googleapps",
    "slideshow",
    "slideshare",
    "scribd",
    "flickr",
    "gist",
    "giphy",
    "issuu",
    "polldaddy",
    "crowdsignal",
    "archiveorg",
    "kickstarter",
    "recipe",
    "blip",
    "bandcamp",
    "ted",
    "toc",
    "sitemap",
    "archives",
    "display-posts",
    "recent-posts",
    "related-posts",
    "jetpack-related-posts",
    "contact-form",
    "contact-form-7",
    "contact-field",
    "wpforms",
    "gravityform",
    "ninja_form",
    "ninja_forms",
    "mc4wp_form",
    "subscribe2",
    "dropcap",
    "social",
    "sharethis",
    "addtoany",
    "nggallery",
    "wp-polls",
    "yop_poll",
    "latex",
    "presentation",
];

/// The first letters of the shortcodes of page builders.
const BUILDERS: [&str; 20] = [
    "vc_", "et_pb_", "et_", "td_", "tdb_", "tdm_", "tdc_", "tds_", "fusion_", "cs_", "x_", "av_", "mk_", "su_", "tve_",
    "nectar_", "qode_", "mpc_", "ult_", "thrive_",
];

/// The ends of names that stand for the place of something on the page, of which nothing is lost.
const LAYOUT: [&str; 20] = [
    "row",
    "row_inner",
    "column",
    "column_inner",
    "section",
    "column_text",
    "text",
    "textblock",
    "container",
    "one_half",
    "one_third",
    "two_third",
    "one_fourth",
    "three_fourth",
    "one_full",
    "columns",
    "content",
    "inner",
    "empty_space",
    "separator",
];

/// Parts of the names of shortcodes with words, a picture or a link.
const CONTENT: [&str; 25] = [
    "head",
    "title",
    "button",
    "btn",
    "text",
    "image",
    "img",
    "photo",
    "gallery",
    "message",
    "toggle",
    "tab",
    "tta_",
    "panel",
    "item",
    "step",
    "accordion",
    "slide",
    "quote",
    "testimonial",
    "blurb",
    "cta",
    "icon_box",
    "info",
    "promo",
];

/// Whether a shortcode of this name is one wherever it stands.
pub fn is_known(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ALONE.contains(&name.as_str()) || is_builder(&name) || name.contains('_')
}

/// Whether a shortcode of this name is one even in a code sample.
pub fn is_sure(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ALONE.contains(&name.as_str()) || ["vc_", "et_pb_", "fusion_"].iter().any(|start| name.starts_with(start))
}

/// Whether all that readers saw of it is its words, its picture or its link.
pub fn is_content(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    CONTENT.iter().any(|part| name.contains(part))
}

/// Whether its content is a block of its own, not a part of a line.
pub fn is_block(name: &str) -> bool {
    let inline = ["highlight", "dropcap", "button", "btn", "tooltip", "popover", "icon", "link", "label", "modal"];
    is_layout(name) || is_builder(name) && !inline.iter().any(|part| name.contains(part))
}

/// Whether it belongs to a page builder.
pub fn is_builder(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    BUILDERS.iter().any(|start| name.strip_prefix(start).is_some_and(|rest| !rest.is_empty()))
}

/// Whether it only places its content on the page.
pub fn is_layout(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let own = BUILDERS.iter().find_map(|start| name.strip_prefix(start)).unwrap_or(&name);
    let own = own.strip_prefix("builder_").unwrap_or(own).trim_end_matches(|letter: char| letter.is_ascii_digit());
    let own = own.trim_end_matches(['_', '-']);
    let own = own.strip_prefix("element_").or_else(|| own.strip_prefix("layout_")).unwrap_or(own);
    LAYOUT.contains(&own)
}

#[cfg(test)]
mod tests {
    use super::{is_known, is_layout};

    #[test]
    fn ordinary_words_are_not_names_of_shortcodes() {
        for word in ["sic", "update", "laughter", "editor-in-chief", "see", "page", "map", "x", "photo"] {
            assert!(!is_known(word), "{word}");
        }
        for name in ["gallery", "vc_row", "et_pb_text", "my_plugin", "YouTube"] {
            assert!(is_known(name), "{name}");
        }
    }

    #[test]
    fn rows_and_columns_are_layout() {
        for name in
            ["vc_row", "vc_column_inner", "fusion_builder_column", "et_pb_row", "av_one_half", "cs_element_text"]
        {
            assert!(is_layout(name), "{name}");
        }
        for name in ["vc_single_image", "td_block_ad_box", "button"] {
            assert!(!is_layout(name), "{name}");
        }
    }
}
