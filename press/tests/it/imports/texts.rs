//! What becomes of the texts of stories: posts of other sites, page builders, galleries, files, shared blocks.

use press::commands::import::Program;

use super::paper::{Paper, story, wxr};

/// The Markdown of a story with this HTML, and the notes about it.
fn imported(name: &str, html: &str) -> (String, Vec<String>) {
    let paper = Paper::of(name);
    let report = paper.import(&wxr(&story("a", html, "<dc:creator>Jane Roe</dc:creator>")));
    let notes = report.lines().filter_map(|line| line.split_once("(town/a): ")).map(|(_, note)| String::from(note));
    (paper.text("town/a"), notes.collect())
}

fn links(addresses: &[&str]) -> Vec<String> {
    addresses.iter().map(|address| format!("the embed from {address} is now a link")).collect()
}

#[test]
fn posts_that_a_script_shows_become_their_addresses() {
    let posts = [
        (
            "<script async src=\"https://telegram.org/js/telegram-widget.js?22\" data-telegram-post=\"harbour/12\"></script>",
            "https://t.me/harbour/12",
        ),
        (
            "<div class=\"fb-post\" data-href=\"https://www.facebook.com/x/posts/4\"></div><script src=\"https://connect.facebook.net/x.js\"></script>",
            "https://www.facebook.com/x/posts/4",
        ),
        (
            "<blockquote class=\"instagram-media\" data-instgrm-permalink=\"https://www.instagram.com/p/A/\"><a href=\"https://www.instagram.com/p/A/\">View this post on Instagram</a><p><a href=\"https://www.instagram.com/p/A/\">A post shared by x</a></p></blockquote>",
            "https://www.instagram.com/p/A/",
        ),
        (
            "<blockquote class=\"tiktok-embed\" cite=\"https://www.tiktok.com/@x/video/1\"><section></section></blockquote>",
            "https://www.tiktok.com/@x/video/1",
        ),
        ("<p><script src=\"https://gist.github.com/x/12.js\"></script></p>", "https://gist.github.com/x/12"),
        (
            "<object><param name=\"movie\" value=\"https://www.youtube.com/v/abc&hl=en\"></object>",
            "https://www.youtube.com/watch?v=abc",
        ),
        ("<amp-youtube data-videoid=\"abc\"></amp-youtube>", "https://www.youtube.com/watch?v=abc"),
        ("<iframe data-src=\"https://films.example/1\"></iframe>", "https://films.example/1"),
        (
            "<div class=\"flourish-embed\" data-src=\"visualisation/9\"></div>",
            "https://public.flourish.studio/visualisation/9",
        ),
    ];
    for (number, (html, address)) in posts.into_iter().enumerate() {
        assert_eq!(imported(&format!("post-{number}"), html), (String::from(address), links(&[address])), "{html}");
    }
}

#[test]
fn the_words_of_a_post_stay_above_its_address() {
    let html = "<blockquote class=\"twitter-tweet\"><p>Words of it</p>&mdash; Someone (@x) <a href=\"https://twitter.com/x/status/7\">May 1</a></blockquote><script src=\"https://platform.twitter.com/widgets.js\"></script>";
    let markdown =
        "> Words of it\n>\n> — Someone (@x) [May 1](https://twitter.com/x/status/7)\n\nhttps://twitter.com/x/status/7";
    assert_eq!(imported("tweet", html), (String::from(markdown), links(&["https://twitter.com/x/status/7"])));
}

#[test]
fn whatever_is_dropped_has_a_line() {
    for (number, (html, note)) in [
        ("<script src=\"https://ads.example/a.js\"></script>", "a script from https://ads.example/a.js was left out"),
        ("<script>alert(1)</script>", "a script was left out"),
        (
            "<script src=\"https://platform.twitter.com/widgets.js\"></script>",
            "a script from https://platform.twitter.com/widgets.js was left out",
        ),
        ("<iframe srcdoc=\"x\"></iframe>", "an embedded page without an address was left out"),
        ("<object></object>", "an embedded page without an address was left out"),
        ("<video></video>", "a video without an address was left out"),
        (
            "<div class=\"poll-widget\" data-src=\"/poll/1\"></div>",
            "an element of the class \"poll-widget\" from /poll/1 was left out",
        ),
        ("<my-map src=\"/x\"></my-map>", "an element <my-map> from /x was left out"),
        ("<svg><path d=\"M0 0\"/></svg>", "a drawing (SVG) was left out"),
        ("<math><mi>x</mi></math>", "a formula (MathML) was left out"),
        ("<!-- wp:latest-posts /-->", "a \"latest-posts\" block was left out"),
        ("<!-- wp:block {\"ref\":77} /-->", "a reusable block was left out"),
        ("[my_plugin]", "the shortcode [my_plugin] was left out"),
        ("<form><input></form>", "a form was left out"),
        (
            "a <a href=\"x>b</a> and all that follows",
            "its HTML has a tag that is not closed; what follows it was left out",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let (text, notes) = imported(&format!("dropped-{number}"), &format!("<p>Words.</p>{html}"));
        assert!(text.starts_with("Words."), "{text}");
        assert!(notes.iter().any(|own| own == note), "{html}: {notes:?}");
    }
}

#[test]
fn the_words_of_page_builders_stay_and_nothing_raw_does() {
    let html = "[vc_row css=\".x{a:b}\"][vc_column width=\"1/2\"][vc_column_text]First words.\n\nSecond [sic] words.[/vc_column_text]\
                [vc_raw_html]JTNDcCUzRVJhdyUyMHdvcmRzJTNDJTJGcCUzRQ==[/vc_raw_html][vc_raw_js]JTNDc2NyaXB0JTNF[/vc_raw_js][/vc_column][/vc_row]\
                [et_pb_section][et_pb_text admin_label=\"Text\"]<p>Divi @ET-DC@eyJkeW5hbWljIjp0cnVlfQ==@ words</p>[/et_pb_text][/et_pb_section]\
                [td_block_ad_box spot_id=\"x\"][dropcap]W[/dropcap]ords after. [button link=\"https://t.example/\"]Tickets[/button]";
    let markdown = "First words.\n\nSecond \\[sic] words.\n\nRaw words\n\nDivi words\n\nWords after. [Tickets](https://t.example/)";
    let notes = [
        "words that Divi fills in for each page view were left out",
        "the shortcode [vc_raw_js] was left out",
        "the shortcode [td_block_ad_box] was left out",
        "the shortcode [dropcap] was left out",
    ];
    assert_eq!(imported("builder", html), (String::from(markdown), notes.map(String::from).to_vec()));
}

#[test]
fn a_shared_block_brings_its_words() {
    let paper = Paper::of("shared-block");
    let block = story(
        "block",
        "<!-- wp:paragraph --><p>Shared words.</p><!-- /wp:paragraph -->",
        "<wp:post_type>wp_block</wp:post_type>",
    );
    let number = block.split("<wp:post_id>").nth(1).unwrap().split('<').next().unwrap();
    let text =
        format!("<!-- wp:paragraph --><p>Own words.</p><!-- /wp:paragraph --><!-- wp:block {{\"ref\":{number}}} /-->");
    let report = paper.import(&wxr(&[story("a", &text, "<dc:creator>Jane Roe</dc:creator>"), block].concat()));
    assert_eq!(paper.text("town/a"), "Own words.\n\nShared words.");
    assert!(!report.contains("left out"), "{report}");
}

#[test]
fn a_text_in_several_languages_is_imported_in_the_newspapers_own() {
    let (text, notes) = imported("qtranslate", "[:uk]Море[:en]The sea[:]");
    assert_eq!(text, "The sea");
    assert_eq!(notes, ["it was in several languages in one text: en was imported, and uk was left out"]);
}

#[test]
fn captions_of_galleries_and_files_are_kept() {
    let paper = Paper::of("captions");
    let picture = include_bytes!("../../imports/wordpress/uploads/2024/02/bark.png");
    paper.write("uploads/2024/02/one.png", picture);
    paper.write("uploads/2024/02/two.png", picture);
    let figure = |name: &str| {
        format!(
            "<figure><img src=\"/wp-content/uploads/2024/02/{name}.png\" alt=\"{name}\"><figcaption>Of {name}</figcaption></figure>"
        )
    };
    let html = format!(
        "<figure class=\"wp-block-gallery\"><ul class=\"blocks-gallery-grid\"><li>{}</li><li>{}</li></ul><figcaption>Of both</figcaption></figure>\
         <div class=\"wp-block-file\"><object data=\"https://world.example/a.pdf\"></object><a href=\"https://world.example/a.pdf\">The plan</a>\
         <a class=\"wp-block-file__button\" href=\"https://world.example/a.pdf\">Download</a></div>\
         <dl class=\"gallery-item\"><dt><img src=\"/wp-content/uploads/2024/02/one.png\" alt=\"one\"></dt><dd class=\"wp-caption-text\">Again</dd></dl>",
        figure("one"),
        figure("two")
    );
    paper.import(&wxr(&story("a", &html, "<dc:creator>Jane Roe</dc:creator>")));
    let text = "![one](one.png \"Of one\")\n\n![two](two.png \"Of two\")\n\n*Of both*\n\n[The plan](https://world.example/a.pdf)\n\n![one](one.png \"Again\")";
    assert_eq!(paper.text("town/a"), text);
}

#[test]
fn a_ghost_export_keeps_captions_and_publishes_no_address() {
    let paper = Paper::of("ghost-cards");
    let bookmark = "<figure class=\\\"kg-card kg-bookmark-card\\\"><a class=\\\"kg-bookmark-container\\\" href=\\\"https://sea.example/\\\"><div class=\\\"kg-bookmark-title\\\">The sea</div><div class=\\\"kg-bookmark-description\\\">A page.</div></a><figcaption>Read it</figcaption></figure>";
    let export = format!(
        "{{\"db\":[{{\"data\":{{\"posts\":[{{\"id\":\"1\",\"title\":\"A\",\"slug\":\"a\",\"status\":\"published\",\"html\":\"{bookmark}\",\
         \"published_at\":\"2024-01-01T10:00:00Z\",\"meta_description\":\"For search.\",\"codeinjection_head\":\"<script>\"}},\
         {{\"id\":\"2\",\"title\":\"About\",\"slug\":\"about\",\"type\":\"page\"}}],\
         \"users\":[{{\"id\":\"7\",\"name\":\"x@old.example\",\"slug\":\"x\",\"email\":\"x@old.example\"}}],\
         \"posts_authors\":[{{\"post_id\":\"1\",\"author_id\":\"7\"}}],\
         \"tags\":[{{\"id\":\"5\",\"name\":\"#uk\",\"slug\":\"hash-uk\",\"visibility\":\"internal\"}},{{\"id\":\"6\",\"name\":\"Море\",\"slug\":\"more\"}}],\
         \"posts_tags\":[{{\"post_id\":\"1\",\"tag_id\":\"5\"}},{{\"post_id\":\"1\",\"tag_id\":\"6\"}}],\
         \"members\":[{{\"email\":\"m@world.example\"}}]}}}}]}}"
    );
    let report = paper.run(paper.order(Program::Ghost, export));
    assert_eq!(paper.text("town/a"), "[The sea](https://sea.example/)\n\nA page.\n\n*Read it*");
    let file = paper.read("content/town/a/index.md");
    for line in
        ["description = \"For search.\"", "language = \"uk\"", "authors = [\"the-harbour-paper\"]", "tags = [\"more\"]"]
    {
        assert!(file.contains(line), "{line} is not in {file}");
    }
    assert!(paper.read("content/site.toml").contains("more = \"Море\""));
    for line in [
        "  members: 1\n",
        "  internal tags: 1 (#uk)\n",
        "About: a page of the old site, /about/,",
        "code that was injected",
    ] {
        assert!(report.contains(line), "{line} is not in {report}");
    }
    assert!(!report.contains("world.example"), "{report}");
}

#[test]
fn the_element_after_a_picture_that_is_called_a_caption_is_its_caption() {
    let paper = Paper::of("caption-after");
    paper.write("uploads/2024/01/tower.png", include_bytes!("../../imports/wordpress/uploads/2024/02/bark.png"));
    let picture = "<p><img src=\"https://old.example/wp-content/uploads/2024/01/tower.png\" alt=\"A tower\"></p>";
    let caption = "<div class=\"blog-image-caption\">The <b>old</b> tower</div><p class=\"caption\">More</p>";
    paper.import(&wxr(&story("a", &[picture, caption].concat(), "")));
    assert_eq!(paper.text("town/a"), "![A tower](tower.png \"The old tower\")\n\nMore");
}

#[test]
fn a_picture_on_another_site_becomes_a_link_above_its_caption() {
    let paper = Paper::of("pictures-elsewhere");
    let text = "[caption]<img src=\"https://world.example/a.png\" alt=\"A lamp\"> Lit at dusk[/caption]\
                [caption]<img src=\"https://world.example/b.png\"> The oil[/caption]\
                <div class=\"wp-block-cover\" style=\"background-image:url(https://world.example/c.png)\"><p>Words</p></div>";
    let report = paper.import(&wxr(&story("a", text, "")));
    let lamp = "[A lamp](https://world.example/a.png)\n\n*Lit at dusk*\n\n";
    let others = "[The oil](https://world.example/b.png)\n\nhttps://world.example/c.png\n\nWords";
    assert_eq!(paper.text("town/a"), [lamp, others].concat());
    assert_eq!(report.matches("is on another site; a link to it is in its place").count(), 3, "{report}");
}
