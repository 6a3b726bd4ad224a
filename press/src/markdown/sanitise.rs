//! Removes from a text's HTML what must not reach a reader: scripts, styles, frames, handlers, ids that are not ours.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;

/// What a text may consist of.
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

/// What may stay in the text that is cleaned just now.
#[derive(Default)]
struct Allowed {
    /// Ids, until they were met.
    anchors: HashSet<String>,
    /// Values of `srcset` and `style`.
    written: HashSet<String>,
}

thread_local! {
    /// The rules below are made once for all texts, so what is allowed in one of them is not among them.
    static ALLOWED: RefCell<Allowed> = RefCell::default();
}

static RULES: LazyLock<Builder<'static>> = LazyLock::new(rules);

/// Cleans a text. Of the ids only `anchors` stay, each once: a page must have no id twice. Of the values of `srcset` and
/// `style` only those in `written` stay, which press has written itself.
pub fn clean(html: &str, anchors: &[String], written: HashSet<String>) -> String {
    ALLOWED.set(Allowed { anchors: anchors.iter().cloned().collect(), written });
    let cleaned = RULES.clean(html).to_string();
    String::from(cleaned.trim())
}

fn rules() -> Builder<'static> {
    let mut builder = Builder::default();
    builder
        .tags(HashSet::from(TAGS))
        .tag_attributes(tag_attributes())
        .tag_attribute_values(tag_attribute_values())
        .allowed_classes(classes())
        .generic_attributes(HashSet::from(["lang", "dir", "title", "id"]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        // Set where the link was written, and only on links to the world.
        .link_rel(None)
        .attribute_filter(|_, attribute, value| {
            let stays = match attribute {
                "id" => ALLOWED.with_borrow_mut(|allowed| allowed.anchors.remove(value)),
                "srcset" | "style" => ALLOWED.with_borrow(|allowed| allowed.written.contains(value)),
                // Of a `q` ammonia does not know that this is an address.
                "cite" => ["https://", "http://", "/"].iter().any(|start| value.starts_with(start)),
                _ => true,
            };
            stays.then(|| value.into())
        });
    builder
}

fn tag_attributes() -> HashMap<&'static str, HashSet<&'static str>> {
    HashMap::from([
        ("a", HashSet::from(["href", "hreflang", "aria-label"])),
        ("bdo", HashSet::from(["dir"])),
        ("blockquote", HashSet::from(["cite"])),
        ("del", HashSet::from(["cite", "datetime"])),
        ("div", HashSet::from(["aria-label"])),
        ("img", HashSet::from(["src", "alt", "width", "height", "style"])),
        ("ins", HashSet::from(["cite", "datetime"])),
        ("ol", HashSet::from(["start", "type", "reversed"])),
        ("q", HashSet::from(["cite"])),
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
        ("section", HashSet::from(["footnotes"])),
        ("span", HashSet::from(["caption", "credit"])),
        ("sup", HashSet::from(["footnote-ref"])),
        ("td", HashSet::from(["center", "right"])),
        ("th", HashSet::from(["center", "right"])),
    ])
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    fn clean(html: &str, anchors: &[String]) -> String {
        let written = ["/a-320.avif 320w", "background:#123456"].map(String::from);
        super::clean(html, anchors, HashSet::from(written))
    }

    #[test]
    fn what_could_run_or_fetch_or_restyle_is_removed() {
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
            let html = format!("<{name} cite=\"javascript:x()\">a</{name}>");
            assert_eq!(clean(&html, &[]), format!("<{name}>a</{name}>"));
        }
        let fetching =
            "<picture><source srcset=\"https://example.org/a.avif 1w\"><img style=\"background:#123\"></picture>";
        assert_eq!(clean(fetching, &[]), "<picture><source><img></picture>");
        assert_eq!(clean("<h1>a</h1><div tabindex=\"5\" role=\"alert\">b</div>", &[]), "a<div>b</div>");
    }

    #[test]
    fn an_id_stays_once_and_only_if_it_is_one_of_the_text() {
        let html = "<h2 id=\"steps\">a</h2><b id=\"steps\">b</b><b id=\"main\">c</b>";
        assert_eq!(clean(html, &[String::from("steps")]), "<h2 id=\"steps\">a</h2><b>b</b><b>c</b>");
    }

    #[test]
    fn what_the_press_writes_itself_stays() {
        let own = [
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table: a\"></div>",
            "<source type=\"image/avif\" srcset=\"/a-320.avif 320w\" sizes=\"92vw\">",
            "<figure><img src=\"/a.jpg\" alt=\"a\" width=\"1\" height=\"2\" loading=\"lazy\" style=\"background:#123456\"></figure>",
            "<a href=\"https://example.org/\" rel=\"noopener\">a</a>",
            "<h2 tabindex=\"-1\">a</h2>",
        ];
        for html in own {
            assert_eq!(clean(html, &[]), html);
        }
    }
}
