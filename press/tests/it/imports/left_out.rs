//! What is not a story: pages, types of one's own, comments, bytes that are not text.

use std::fs;

use press::commands::import::Program;

use super::paper::{Paper, story, wxr};

const JANE: &str = "<dc:creator>Jane Roe</dc:creator>";

#[test]
fn pages_and_other_types_have_a_line_and_own_types_become_stories() {
    let paper = Paper::of("types");
    let export = wxr(&[
        story("a", "Words.", JANE),
        story("about", "Words.", "<wp:post_type>page</wp:post_type>"),
        story("n", "News.", &[JANE, "<wp:post_type>news</wp:post_type>"].concat()),
        story("s", "Slide.", "<wp:post_type>slide</wp:post_type>"),
    ]
    .concat());
    let mut import = paper.order(Program::Wordpress, &export);
    import.types = vec![String::from("news")];
    let report = paper.run(import);
    assert_eq!(paper.text("town/n"), "News.");
    let page = "  The story about: a page of the old site, https://old.example/about/, was not imported\n";
    assert!(report.contains(page), "{report}");
    assert!(report.contains("  items of type \"slide\": 1 (The story s)\n"), "{report}");
    assert!(Paper::of("no-types").import(&export).contains("  items of type \"news\": 1 (The story n)\n"));
}

#[test]
fn comments_go_into_a_file_without_addresses() {
    let comment = |number: &str, approved: &str, kind: &str, author: &str, text: &str| {
        format!(
            "<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author><![CDATA[{author}]]></wp:comment_author>\
             <wp:comment_author_email>o@world.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>\
             <wp:comment_date_gmt>2024-01-02 10:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[{text}]]></wp:comment_content>\
             <wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type>{kind}</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>"
        )
    };
    let comments = [
        comment("1", "1", "", "Olha", "Well <b>said</b>.\nWrite to o@world.example!"),
        comment("2", "0", "", "Waiting", "Not yet."),
        comment("3", "spam", "", "Spam", "Buy."),
        comment("4", "1", "pingback", "Site", "Link."),
        comment("5", "1", "comment", "o@world.example", "Me, too."),
    ];
    let export = wxr(&story("a", "Words.", &[JANE, &comments.concat()].concat()));
    let paper = Paper::of("comments");
    let mut import = paper.order(Program::Wordpress, &export);
    import.comments = Some(paper.path("comments.jsonl"));
    let report = paper.run(import);
    let line = |id: &str, author: &str, text: &str| {
        format!(
            "{{\"story\":\"/town/a/\",\"id\":\"{id}\",\"parent\":\"\",\"author\":\"{author}\",\"date\":\"2024-01-02T10:00:00Z\",\"text\":\"{text}\"}}\n"
        )
    };
    let expected = line("1", "Olha", "Well said.\\nWrite to [email address]!") + &line("5", "", "Me, too.");
    assert_eq!(paper.read("comments.jsonl"), expected);
    assert!(report.contains("  Comments: 2 are in "), "{report}");

    let mut import = paper.order(Program::Wordpress, &export);
    import.comments = Some(paper.path("content/comments.jsonl"));
    let refused = import.run().unwrap_err().to_string();
    assert!(refused.contains("is in the content folder, which is published"), "{refused}");
    assert!(Paper::of("no-comments").import(&export).contains("  comments: 5\n"));
}

#[test]
fn a_bad_byte_is_replaced_with_a_line_and_stops_nothing() {
    let paper = Paper::of("bad-bytes");
    let comment = "<wp:comment><wp:comment_content>\nBad: \u{1} and BYTE</wp:comment_content></wp:comment>";
    let export =
        wxr(&[story("a", "One\u{b}\nword BYTE.", &[JANE, comment].concat()), story("b", "Two.", JANE)].concat());
    let mut bytes = export.into_bytes();
    while let Some(place) = bytes.windows(4).position(|window| window == b"BYTE") {
        bytes.splice(place..place + 4, [0xff]);
    }
    let report = paper.run(paper.order(Program::Wordpress, bytes));
    assert_eq!(paper.text("town/a"), "One\\\nword \u{fffd}.");
    assert_eq!(paper.text("town/b"), "Two.");
    let note = "  export: bytes that are not part of a text were replaced in 4 places (lines 1, 2, 3 and more)\n";
    assert!(report.contains(note), "{report}");

    let paper = Paper::of("bad-json");
    let post = "{\"id\":\"1\",\"title\":\"A\",\"slug\":\"a\",\"status\":\"published\",\"html\":\"<p>BYTE half \\ud83d.</p>\",\"published_at\":\"2024-01-01T10:00:00Z\"}";
    let json = format!("{{\"data\":{{\"posts\":[{post}]}}}}");
    let json = json.replace("BYTE", "\u{1}");
    let report = paper.run(paper.order(Program::Ghost, json));
    assert_eq!(paper.text("town/a"), "half \u{fffd}.");
    assert!(
        report.contains("were replaced in 1 place (line 1)") && report.contains("halves of characters"),
        "{report}"
    );
}

#[test]
fn stories_without_a_number_or_with_the_same_one_are_told_apart() {
    let items = ["5", "5", "", "", ""].into_iter().enumerate().map(|(index, number)| {
        story(&format!("s{index}"), "Words.", JANE)
            .replace(&format!("<link>https://old.example/s{index}/</link>"), "<link>https://old.example/?p=7</link>")
            .split("<wp:post_id>")
            .enumerate()
            .map(|(part, text)| match part {
                0 => String::from(text),
                _ => format!("<wp:post_id>{number}</wp:post_id>{}", text.split_once("</wp:post_id>").unwrap().1),
            })
            .collect::<String>()
    });
    let report = Paper::of("one-number").import(&wxr(&items.collect::<String>()));
    assert!(report.starts_with("press: written: 5 stories"), "{report}");
}

#[test]
fn an_export_in_another_encoding_is_refused_with_a_remedy() {
    let paper = Paper::of("encoding");
    let export = format!("<?xml version=\"1.0\" encoding=\"windows-1251\"?>{}", wxr(&story("a", "x", JANE)));
    let refused = paper.order(Program::Wordpress, export).run().unwrap_err().to_string();
    assert!(refused.contains("is written in windows-1251, not in UTF-8\n  remedy: convert it: iconv"), "{refused}");
}

#[test]
fn an_element_without_end_is_refused_before_it_fills_the_memory() {
    let paper = Paper::of("too-long");
    let export = wxr(&["<item><title>", &"x".repeat(70_000_000), "</title></item>"].concat());
    let refused = paper.order(Program::Wordpress, export).run().unwrap_err().to_string();
    assert!(refused.contains("export:1: an element is longer than 64 MB\n  remedy: "), "{refused}");
    let export = wxr(&["<item>", &"<category/>".repeat(200_000), "</item>"].concat());
    let refused = paper.order(Program::Wordpress, export).run().unwrap_err().to_string();
    assert!(refused.contains("an element has more than 100,000 parts"), "{refused}");
    fs::remove_file(paper.path("export")).unwrap();
}

#[test]
fn a_picture_whose_own_name_ends_in_a_size_is_not_taken_for_another() {
    let paper = Paper::of("sizes");
    let picture = |name: &str| {
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports/wordpress/uploads").join(name)
    };
    let [blue, red] = ["2024/02/bark.png", "2024/02/leaves.png"].map(|name| fs::read(picture(name)).unwrap());
    paper.write("uploads/2020/01/map-1920x1080.png", &blue);
    paper.write("uploads/2020/01/map.png", &red);
    paper.write("uploads/2019/05/map.png", &red);
    paper.write("uploads/2019/05/plan.png", &red);
    let file = |number: &str, path: &str| {
        format!(
            "<item><wp:post_id>{number}</wp:post_id><wp:post_type>attachment</wp:post_type>\
             <wp:attachment_url>https://old.example/wp-content/uploads/{path}</wp:attachment_url></item>"
        )
    };
    let shown = |path: &str, class: &str| {
        format!("<p>x</p><img class=\"{class}\" alt=\"x\" src=\"https://old.example/wp-content/uploads/{path}\">")
    };
    let report = paper.import(&wxr(&[
        file("1", "2020/01/map-1920x1080.png"),
        file("2", "2019/05/map.png"),
        story("a", &shown("2020/01/map-1920x1080.png", ""), JANE),
        // The number is left over from another site.
        story("b", &shown("2020/01/map-1920x1080.png", "wp-image-2"), JANE),
        // Its own file is gone, and that of another month is another picture.
        story("c", &shown("2020/01/plan-300x200.png", ""), JANE),
    ]
    .concat()));
    for slug in ["a", "b"] {
        assert_eq!(fs::read(paper.path(&format!("content/town/{slug}/map-1920x1080.png"))).unwrap(), blue, "{slug}");
    }
    assert!(
        report.contains(
            "(town/c): the picture https://old.example/wp-content/uploads/2020/01/plan-300x200.png is not in"
        ),
        "{report}"
    );
}

/// `EXPORTS=a.xml:b.xml cargo test -p press --test it imports::left_out::exports` looks at exports of your own.
#[test]
fn exports_show_no_raw_markup_to_readers() {
    let fixtures = [("wordpress/export.xml", Program::Wordpress), ("ghost/export.json", Program::Ghost)];
    for (file, program) in fixtures {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports").join(file);
        let paper = Paper::of("raw-fixture");
        paper.run(paper.order(program, fs::read(path).unwrap()));
    }
    for file in std::env::var("EXPORTS").unwrap_or_default().split(':').filter(|file| !file.is_empty()) {
        let program = if file.ends_with(".json") { Program::Ghost } else { Program::Wordpress };
        let paper = Paper::of("raw-own");
        paper.run(paper.order(program, fs::read(file).unwrap()));
    }
}
