//! Languages, names of tags, descriptions, and what the old site's lists are now.

use super::paper::{Paper, label, metas, story, wxr};

#[test]
fn versions_of_a_story_in_other_languages_know_each_other() {
    let paper = Paper::of("polylang");
    let of = |language: &str, more: &str| {
        [label("language", language, language), label("post_translations", "pll_1", "pll_1"), more.into()].concat()
    };
    let ukrainian = "<wp:term><wp:term_taxonomy>language</wp:term_taxonomy><wp:term_slug>ua</wp:term_slug>\
                     <wp:term_description>a:3:{s:6:\"locale\";s:2:\"uk\";}</wp:term_description></wp:term>";
    paper.import(&wxr(&[
        String::from(ukrainian),
        story("port-ua", "Слова.", &of("ua", "")),
        story("port", "Words.", &of("en", "")),
        story(
            "hafen",
            "Worte.",
            &metas(&[("_wpml_import_language_code", "de_DE"), ("_wpml_import_translation_group", "9")]),
        ),
        story(
            "harbour-9",
            "Words.",
            &metas(&[("_wpml_import_language_code", "en"), ("_wpml_import_translation_group", "9")]),
        ),
        story("alone", "Mots.", &metas(&[("_locale", "fr_FR")])),
    ]
    .concat()));
    let file = |slug: &str| paper.read(&format!("content/town/{slug}/index.md"));
    for (slug, language, original) in [("port-ua", "uk", "port"), ("hafen", "de-DE", "harbour-9")] {
        let lines = format!("\nlanguage = \"{language}\"\ntranslation_of = \"/town/{original}/\"\n");
        assert!(file(slug).contains(&lines), "{}", file(slug));
        assert!(!file(original).contains("language"), "{}", file(original));
    }
    assert!(file("alone").contains("\nlanguage = \"fr-FR\"\n") && !file("alone").contains("translation_of"));
}

#[test]
fn readers_see_the_names_of_tags() {
    let paper = Paper::of("tag-names");
    let before = paper.read("content/site.toml");
    let tags = [
        label("post_tag", "%d1%87%d0%be%d1%80%d0%bd%d0%b5-%d0%bc%d0%be%d1%80%d0%b5", "Чорне море"),
        label("post_tag", "nato", "НАТО"),
        label("post_tag", "old-town", "Old town"),
        label("category", "markup", "Markup &amp; more"),
        label("place", "bay", "The Bay"),
    ];
    let twice = [label("post_tag", "markup-2", "Markup &amp; more"), label("post_tag", "nato", "NATO")];
    let report = paper.import(&wxr(&[story("a", "x", &tags.concat()), story("b", "x", &twice.concat())].concat()));
    let site = paper.read("content/site.toml");
    assert!(site.starts_with(&before), "{site}");
    let names =
        "\n[tags]\nbay = \"The Bay\"\nchorne-more = \"Чорне море\"\nmarkup = \"Markup & more\"\nnato = \"НАТО\"\n";
    assert!(site.contains(names), "{site}");
    assert!(paper.read("content/town/b/index.md").contains("tags = [\"markup\", \"nato\"]"));
    assert!(report.contains("  site.toml: 4 lines added to [tags]\n"), "{report}");
    assert!(report.contains("\"НАТО\" and \"NATO\" have the same address, /tag/nato/"), "{report}");
    let edition = paper.edition();
    assert!(edition.pages.iter().any(|page| page.route.path() == "/tag/chorne-more/"));
}

#[test]
fn a_file_in_which_another_line_would_change_stays_and_the_lines_are_printed() {
    let paper = Paper::of("inline-tags");
    let site = format!("tags = {{ nato = \"NATO\" }}\n{}", paper.read("content/site.toml"));
    paper.write("content/site.toml", &site);
    let import = paper.order(
        press::commands::import::Program::Wordpress,
        wxr(&story("a", "x", &label("post_tag", "bay", "The Bay"))),
    );
    let report = import.run().unwrap().to_string();
    assert_eq!(paper.read("content/site.toml"), site);
    assert!(
        report.contains("  site.toml: add this line: [tags]\n  site.toml: add this line: \"bay\" = \"The Bay\"\n"),
        "{report}"
    );
}

#[test]
fn feeds_categories_and_authors_of_the_old_site_lead_to_ours() {
    let paper = Paper::of("redirects");
    let user = "<wp:author><wp:author_login>jane</wp:author_login><wp:author_display_name>Jane Roe</wp:author_display_name></wp:author>\
                <wp:author><wp:author_login>olha@old.example</wp:author_login><wp:author_display_name>Olha K.</wp:author_display_name></wp:author>";
    let category = "<wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>harbour</wp:category_nicename><wp:category_parent>news</wp:category_parent><wp:cat_name>Harbour</wp:cat_name></wp:category>";
    let more =
        ["<dc:creator>jane</dc:creator>", &label("category", "harbour", "Harbour"), &label("post_tag", "moon", "Moon")]
            .concat();
    let other = "<dc:creator>olha@old.example</dc:creator>";
    paper.import(&wxr(&[user, category, &story("a", "x", &more), &story("b", "x", other)].concat()));
    let site = paper.read("content/site.toml");
    for line in [
        "\"/feed/\" = \"/feed.xml\"",
        "\"/category/news/harbour/\" = \"/harbour/\"",
        "\"/category/news/harbour/feed/\" = \"/harbour/feed.xml\"",
        "\"/author/jane/\" = \"/author/jane-roe/\"",
        "\"/tag/moon/feed/\" = \"/tag/moon/feed.xml\"",
    ] {
        assert!(site.contains(&format!("\n{line}\n")), "{line} is not in {site}");
    }
    // The address of her page would be made of her email address.
    assert!(!site.contains("olha"), "{site}");
}

#[test]
fn a_description_for_search_engines_is_used_where_there_is_no_excerpt() {
    let paper = Paper::of("descriptions");
    let excerpt = "<excerpt:encoded>Its own [box a=b]words[/box].</excerpt:encoded>";
    paper.import(&wxr(&[
        story("a", "x", &metas(&[("_yoast_wpseo_metadesc", "About &amp; around.")])),
        story("b", "x", &[excerpt, &metas(&[("rank_math_description", "Not this one.")])].concat()),
        story("c", "x", &metas(&[("_yoast_wpseo_metadesc", "%%excerpt%%"), ("_seopress_titles_desc", "The third.")])),
        story("d", "x", &metas(&[("rank_math_description", "%excerpt%"), ("_aioseo_description", "#post_excerpt")])),
    ]
    .concat()));
    let description = |slug: &str| {
        let file = paper.read(&format!("content/town/{slug}/index.md"));
        file.lines().find_map(|line| line.strip_prefix("description = ")).map(String::from)
    };
    assert_eq!(description("a").as_deref(), Some("\"About & around.\""));
    assert_eq!(description("b").as_deref(), Some("\"Its own words.\""));
    assert_eq!(description("c").as_deref(), Some("\"The third.\""));
    assert_eq!(description("d"), None);
}
