//! Shortcodes: words in square brackets that WordPress replaces with something else.
//!
//! Which plug-in knows which name, an export does not say. A shortcode is told from words in brackets by its name, an
//! attribute, a closing one, or the block that contains it. What it stands for becomes HTML; of all others the text
//! between them stays, and there is a note.

mod builders;
mod code;
mod names;
mod players;
mod replacer;
mod story_files;

use replacer::Replacer;
pub use story_files::StoryFiles;

use crate::commands::import::note_list::NoteList;

/// Replaces shortcodes with HTML, or removes them with a note; text between an opening and a closing one stays.
pub fn replaced(content: &str, files: &StoryFiles<'_>, notes: &mut NoteList) -> String {
    match content.contains('[') {
        true => Replacer::replaced(content, files, notes),
        false => String::from(content),
    }
}

#[cfg(test)]
mod tests {
    use super::{StoryFiles, replaced};
    use crate::commands::import::note_list::NoteList;

    fn html(content: &str) -> (String, Vec<String>) {
        let mut notes = NoteList::default();
        let pictures = [String::from("7")];
        let others = [(String::from("9"), String::from("https://old.example/song.mp3"))].into();
        let files = StoryFiles { pictures: &pictures, others: Some(&others) };
        let html = replaced(content, &files, &mut notes);
        (html.trim().replace("\n\n\n\n", "\n\n"), notes.into_notes().into_iter().map(|note| note.what).collect())
    }

    fn left_out(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| format!("the shortcode [{name}] was left out")).collect()
    }

    #[test]
    fn captions_galleries_and_embedded_videos_become_html() {
        let (caption, notes) = html("[caption id=\"a\" width=\"300\"]<img src=\"x[1].jpg\"> The *lamp*[/caption]");
        assert_eq!(caption, "<figure class=\"press-caption\"><img src=\"x[1].jpg\"> The *lamp*</figure>");
        assert_eq!(
            html("[embed width=\"1\"]https://films.example/1[/embed]").0,
            "<iframe src=\"https://films.example/1\"></iframe>"
        );
        assert_eq!(html("[gallery ids=\"1, 2\"]").0, "<img class=\"wp-image-1\">\n\n<img class=\"wp-image-2\">");
        assert_eq!(html("[gallery]").0, "<img class=\"wp-image-7\">");
        assert_eq!(html("[playlist ids=\"9\"]").0, "<iframe src=\"https://old.example/song.mp3\"></iframe>");
        assert!(notes.is_empty());
    }

    #[test]
    fn players_become_links_however_they_are_written() {
        for (written, address) in [
            ("[youtube=https://www.youtube.com/watch?v=abcd1]", "https://www.youtube.com/watch?v=abcd1"),
            ("[youtube https://www.youtube.com/watch?v=abcd1]", "https://www.youtube.com/watch?v=abcd1"),
            ("[youtube]https://www.youtube.com/watch?v=abcd1[/youtube]", "https://www.youtube.com/watch?v=abcd1"),
            ("[su_youtube url='https://youtu.be/abcd1' width=5]", "https://youtu.be/abcd1"),
            ("[youtube id=\"abcd1\"]", "https://www.youtube.com/watch?v=abcd1"),
            ("[vimeo 123456]", "https://vimeo.com/123456"),
            ("[soundcloud url=\"https://soundcloud.com/x/y\" iframe=\"true\" /]", "https://soundcloud.com/x/y"),
            ("[googlemaps https://maps.google.com/maps?q=Odesa]", "https://maps.google.com/maps?q=Odesa"),
            ("[tweet 123456]", "https://x.com/i/status/123456"),
            ("[audio mp3=\"/a.mp3\"][/audio]", "/a.mp3"),
            ("[vc_video link=\"https://vimeo.com/7\"]", "https://vimeo.com/7"),
            ("[spotify spotify:track:abc]", "https://open.spotify.com/track/abc"),
        ] {
            assert_eq!(html(written), (format!("<iframe src=\"{address}\"></iframe>"), Vec::new()), "{written}");
        }
        assert_eq!(html("[youtube]").1, left_out(&["youtube"]));
        assert_eq!(html("[twitter_timeline id=\"abcdef\"]").1, left_out(&["twitter_timeline"]));
    }

    #[test]
    fn what_page_builders_contain_is_kept() {
        for (written, kept) in [
            ("[vc_row][vc_column width=\"1/2\"][vc_column_text]Words[/vc_column_text][/vc_column][/vc_row]", "Words"),
            ("[vc_raw_html]JTNDcCUzRVJhdyUyMHdvcmRzJTNDJTJGcCUzRQ==[/vc_raw_html]", "<div><p>Raw words</p></div>"),
            ("[fusion_code]PGI+eDwvYj4=[/fusion_code]", "<div><b>x</b></div>"),
            ("[vc_single_image image=\"11\" img_size=\"full\"]", "<img class=\"wp-image-11\" alt=\"\">"),
            (
                "[et_pb_image src=\"https://a.example/b.png\" alt=\"B\" /]",
                "<img src=\"https://a.example/b.png\" alt=\"B\">",
            ),
            (
                "[fusion_imageframe image_id=\"12|full\"]https://a.example/b.png[/fusion_imageframe]",
                "<img class=\"wp-image-12\" alt=\"\">",
            ),
            ("[vc_custom_heading text=\"Of the ``harbour``\"]", "<h3>Of the \"harbour\"</h3>"),
            (
                "[vc_btn title=\"All tickets\" link=\"url:https%3A%2F%2Ft.example%2F|target:x\"]",
                "<p><a href=\"https://t.example/\">All tickets</a></p>",
            ),
            ("[button link=\"https://t.example/\"]Tickets[/button]", "<a href=\"https://t.example/\">Tickets</a>"),
            ("[av_textblock]One[/av_textblock][av_textblock]two[/av_textblock]", "One\n\ntwo"),
            ("[fusion_title size=\"2\"]Words[/fusion_title]", "Words"),
            ("[url=https://t.example/]Tickets[/url]", "<a href=\"https://t.example/\">Tickets</a>"),
            ("[img]https://a.example/b.png[/img]", "<img src=\"https://a.example/b.png\">"),
            ("[vc_tta_section title=\"1910\"]Words[/vc_tta_section]", "<p><strong>1910</strong></p>\n\nWords"),
            ("[et_pb_toggle title=\"Why two?\"]Since[/et_pb_toggle]", "<p><strong>Why two?</strong></p>\n\nSince"),
        ] {
            assert_eq!(html(written), (String::from(kept), Vec::new()), "{written}");
        }
        assert_eq!(html("[vc_raw_js]JTNDc2NyaXB0[/vc_raw_js]"), (String::new(), left_out(&["vc_raw_js"])));
        assert_eq!(html("[vc_raw_html]%%%[/vc_raw_html]"), (String::new(), left_out(&["vc_raw_html"])));
        assert_eq!(html("[td_block_ad_box spot_id=\"x\"]").1, left_out(&["td_block_ad_box"]));
        assert_eq!(html("[my_thing]").1, left_out(&["my_thing"]));
    }

    #[test]
    fn other_shortcodes_are_removed_and_noted_and_text_between_two_stays() {
        let (text, notes) = html("a [box colour=\"red\"]b[/box] c [map id=1] d [spacer /]");
        assert_eq!(text, "a b c  d");
        assert_eq!(notes, left_out(&["box", "map", "spacer"]));
        assert_eq!(html("<!-- wp:shortcode -->[words of mine]<!-- /wp:shortcode -->").1, left_out(&["words"]));
    }

    #[test]
    fn words_in_brackets_are_not_shortcodes() {
        for text in [
            "[sic] and [1] and [… and [a b c]",
            "an [open \"bracket",
            "[",
            "[/",
            "[[",
            "<a title=\"[x y=1]\">",
            "[see https://x.example/?a=b] and [n = 35], [n=35]",
            "[Figure 1, x=5] [he didn't say] [editor's note] [Smith et al. 2019]",
            "<code>a[my_index] + b[i=0]</code>",
        ] {
            assert_eq!(html(text), (String::from(text), Vec::new()));
        }
        assert_eq!(html("[[gallery]] is how").0, "[gallery] is how");
        assert_eq!(html("[[caption]a[/caption]] is how").0, "[caption]a[/caption] is how");
        let doubt = "[update] may have been a shortcode; it was kept as text";
        assert_eq!(html("a\n[update]\nb"), (String::from("a\n[update]\nb"), vec![String::from(doubt)]));
    }
}
