//! Which metadata of an item is used.

/// The type of an item that describes a guest.
pub const GUEST: &str = "guest-author";

/// Metadata that is used, besides that of descriptions, languages and guests.
const OTHERS: [&str; 6] = [
    "_thumbnail_id",
    "_wp_attachment_image_alt",
    "_wp_old_slug",
    "_yoast_wpseo_primary_category",
    "rank_math_primary_category",
    "footnotes",
];

/// Metadata of Yoast, Rank Math, All in One SEO (two versions), SEOPress, The SEO Framework and older plug-ins.
pub const DESCRIPTIONS: [&str; 9] = [
    "_yoast_wpseo_metadesc",
    "rank_math_description",
    "_aioseo_description",
    "_aioseop_description",
    "_seopress_titles_desc",
    "_genesis_description",
    "_su_description",
    "_wds_metadesc",
    "_metaseo_metadesc",
];

/// Metadata that contains the language of a story.
pub const LANGUAGE: [&str; 5] =
    ["_wpml_import_language_code", "_icl_lang_code", "_wpml_language", "wpml_language", "_locale"];

/// Metadata that stories share with their translations.
pub const VERSIONS: [&str; 4] = ["_wpml_import_translation_group", "_icl_trid", "trid", "_original_post"];

/// Whether metadata with this key is used in an item of this type.
pub fn is_used(key: &str, kind: &str) -> bool {
    OTHERS.contains(&key)
        || DESCRIPTIONS.contains(&key)
        || LANGUAGE.contains(&key)
        || VERSIONS.contains(&key)
        || (kind == GUEST && key.starts_with("cap-"))
}
