//! Removes from a text's HTML what must not reach a reader: scripts, styles, frames, event handlers, and ids and
//! addresses that are not press's own.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use journal::components::tone;

use super::attributes;
use super::links::SCHEMES;
use super::written::Written;

/// The classes of the colours behind pictures.
static TONES: LazyLock<Vec<String>> = LazyLock::new(|| tone::palette().map(|(class, _)| class).collect());

/// The elements that a text may contain.
const TAGS: [&str; 62] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

static RULES: LazyLock<Builder<'static>> = LazyLock::new(rules);

/// A sanitised text.
#[derive(Debug, Default)]
pub struct Clean {
    /// The HTML for readers; none if the result does not have the form that can be checked.
    pub html: Option<String>,
    /// Addresses that were removed because press did not write them.
    pub removed: Vec<String>,
}

/// Sanitises a text. Addresses and styles are kept only if press has `written` them itself. Ids are kept only if
/// they are among `anchors`, and only once, since ids must be unique on a page.
pub fn clean(html: &str, anchors: &[String], written: &Written) -> Clean {
    let mut anchors: HashSet<&str> = anchors.iter().map(String::as_str).collect();
    let mut removed = Vec::new();
    let cleaned = RULES.clean(html).to_string();
    let kept = attributes::retain(cleaned.trim(), |attribute, value| {
        let stays = if attribute == "id" { anchors.remove(value) } else { written.allows(attribute, value) };
        if !stays && matches!(attribute, "href" | "src" | "srcset") {
            removed.push(String::from(value));
        }
        stays
    });
    Clean { html: kept, removed }
}

fn rules() -> Builder<'static> {
    let mut builder = Builder::default();
    builder
        .tags(HashSet::from(TAGS))
        .tag_attributes(tag_attributes())
        .tag_attribute_values(tag_attribute_values())
        .allowed_classes(classes())
        .generic_attributes(HashSet::from(["lang", "dir", "title", "id"]))
        .url_schemes(HashSet::from(SCHEMES))
        // Set when the link is written, and only on links to other sites.
        .link_rel(None);
    builder
}

fn tag_attributes() -> HashMap<&'static str, HashSet<&'static str>> {
    HashMap::from([
        ("a", HashSet::from(["href", "hreflang", "aria-label"])),
        ("bdo", HashSet::from(["dir"])),
        ("del", HashSet::from(["datetime"])),
        ("div", HashSet::from(["aria-label"])),
        ("img", HashSet::from(["src", "alt", "width", "height"])),
        ("ins", HashSet::from(["datetime"])),
        ("ol", HashSet::from(["start", "type", "reversed"])),
        ("section", HashSet::from(["aria-label"])),
        ("source", HashSet::from(["type", "srcset", "sizes"])),
        ("td", HashSet::from(["colspan", "rowspan", "headers"])),
        ("th", HashSet::from(["colspan", "rowspan", "headers", "scope"])),
        ("time", HashSet::from(["datetime"])),
    ])
}

fn tag_attribute_values() -> HashMap<&'static str, HashMap<&'static str, HashSet<&'static str>>> {
    let only = |attribute, value| HashMap::from([(attribute, HashSet::from([value]))]);
    let mut values: HashMap<_, _> =
        ["h2", "h3", "h4", "h5", "h6", "li"].into_iter().map(|tag| (tag, only("tabindex", "-1"))).collect();
    values.insert("a", only("rel", "noopener"));
    values.insert("div", HashMap::from([("role", HashSet::from(["region"])), ("tabindex", HashSet::from(["0"]))]));
    values.insert("img", HashMap::from([("loading", HashSet::from(["lazy"]))]));
    values
}

fn classes() -> HashMap<&'static str, HashSet<&'static str>> {
    HashMap::from([
        ("a", HashSet::from(["footnote-backref"])),
        ("blockquote", HashSet::from(["pull-quote"])),
        ("div", HashSet::from(["table"])),
        ("img", TONES.iter().map(String::as_str).collect()),
        ("section", HashSet::from(["footnotes"])),
        ("span", HashSet::from(["caption", "credit"])),
        ("sup", HashSet::from(["footnote-ref"])),
        ("td", HashSet::from(["center", "right"])),
        ("th", HashSet::from(["center", "right"])),
    ])
}

#[cfg(test)]
mod tests {
    use super::{Clean, Written};

    /// What is left of a text after press has written some addresses.
    fn clean(html: &str, anchors: &[String]) -> String {
        cleaned(html, anchors).html.expect("HTML that can be read")
    }

    fn cleaned(html: &str, anchors: &[String]) -> Clean {
        let mut written = Written::default();
        written.note_all("<img src=\"/a.jpg\" srcset=\"/a-320.avif 320w\" style=\"background:#123456\">");
        written.note("href", "https://example.org/");
        super::clean(html, anchors, &written)
    }

    #[test]
    fn whatever_could_run_fetch_or_restyle_is_removed() {
        let evil = [
            "<script>alert(1)</script>",
            "<style>p { color: red }</style>",
            "<iframe src=\"https://example.org\"></iframe>",
            "<object data=\"x\"></object><embed src=\"x\"><form action=\"x\"><input></form>",
            "<svg onload=\"x()\"><script>x()</script></svg>",
        ];
        for html in evil {
            assert_eq!(clean(html, &[]), "", "{html}");
        }
        let touched = "<p style=\"color:red\" onclick=\"x()\" class=\"x\">a <a href=\"javascript:x()\">b</a></p>";
        assert_eq!(clean(touched, &[]), "<p>a <a>b</a></p>");
        for name in ["q", "blockquote", "del", "ins"] {
            for address in ["javascript:x()", "https://example.org/", "/town/"] {
                let html = format!("<{name} cite=\"{address}\">a</{name}>");
                assert_eq!(clean(&html, &[]), format!("<{name}>a</{name}>"));
            }
        }
        let fetching =
            "<picture><source srcset=\"https://example.org/a.avif 1w\"><img style=\"background:#123\"></picture>";
        assert_eq!(clean(fetching, &[]), "<picture><source><img></picture>");
        assert_eq!(clean("<h1>a</h1><div tabindex=\"5\" role=\"alert\">b</div>", &[]), "a<div>b</div>");
    }

    #[test]
    fn an_address_is_kept_only_where_press_wrote_it() {
        let tracker = "https://t.example/p.gif";
        for html in [
            "<img src=https://t.example/p.gif>",
            "<image src=https://t.example/p.gif>",
            "<IMAGE SRC='https://t.example/p.gif' >",
            "<img/src=&#104;ttps&colon;//t.example/p.gif>",
            "<picture><image src=\"https://t.example/p.gif\"></picture>",
        ] {
            let clean = cleaned(html, &[]);
            let left = clean.html.expect("HTML that can be read");
            assert!(!left.contains("t.example"), "{html}: {left}");
            assert_eq!(clean.removed, [tracker], "{html}");
        }
        // press wrote the first one for a link, not for a picture.
        let clean = cleaned("<image src=\"https://example.org/\"><a href=\"/a.jpg\">a</a>", &[]);
        assert_eq!((clean.html.as_deref(), clean.removed.len()), (Some("<img><a>a</a>"), 2));
        let in_drawing = cleaned("<svg><desc><image src=https://t.example/p.gif></desc></svg>", &[]);
        assert!(!in_drawing.html.expect("HTML that can be read").contains("t.example"));
        let hidden = cleaned("<textarea><b title=\"</textarea><img src=https://t.example/p.gif>\">", &[]);
        assert_eq!(hidden.removed.len(), 1);
        assert!(!hidden.html.expect("HTML that can be read").contains("t.example"));
        let open = cleaned("<p>a <image src='https://t.example/?<p>words of the story</p>", &[]);
        assert!(!open.html.expect("HTML that can be read").contains("t.example"));
    }

    #[test]
    fn an_id_is_kept_once_and_only_if_it_is_one_of_the_text() {
        let html = "<h2 id=\"steps\">a</h2><b id=\"steps\">b</b><b id=\"main\">c</b>";
        assert_eq!(clean(html, &[String::from("steps")]), "<h2 id=\"steps\">a</h2><b>b</b><b>c</b>");
    }

    #[test]
    fn what_press_itself_writes_is_kept() {
        let own = [
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table: a\"></div>",
            "<source type=\"image/avif\" srcset=\"/a-320.avif 320w\" sizes=\"92vw\">",
            "<figure><img class=\"tone-012\" src=\"/a.jpg\" alt=\"a\" width=\"1\" height=\"2\" loading=\"lazy\"></figure>",
            "<a href=\"https://example.org/\" rel=\"noopener\">a</a>",
            "<h2 tabindex=\"-1\">a</h2>",
        ];
        for html in own {
            assert_eq!(clean(html, &[]), html);
        }
    }
}
