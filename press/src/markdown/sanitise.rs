//! Removes from a text's HTML what must not reach a reader: scripts, styles, frames, handlers, ids that are not ours.

use std::collections::{HashMap, HashSet};
use std::sync::Mutex;

use ammonia::Builder;

/// What a text may consist of.
const TAGS: [&str; 60] = [
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
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
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

/// Cleans a text. Of the ids only `anchors` stay, each once: a page must have no id twice.
pub fn clean(html: &str, anchors: &[String]) -> String {
    let unused: Mutex<HashSet<String>> = Mutex::new(anchors.iter().cloned().collect());
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
        .attribute_filter(move |_, attribute, value| {
            let stays = attribute != "id" || unused.lock().is_ok_and(|mut unused| unused.remove(value));
            stays.then(|| value.into())
        });
    builder.clean(html).to_string().trim().to_string()
}

fn tag_attributes() -> HashMap<&'static str, HashSet<&'static str>> {
    HashMap::from([
        ("a", HashSet::from(["href", "hreflang", "aria-label"])),
        ("bdo", HashSet::from(["dir"])),
        ("blockquote", HashSet::from(["cite"])),
        ("del", HashSet::from(["cite", "datetime"])),
        ("div", HashSet::from(["aria-label"])),
        ("img", HashSet::from(["src", "alt", "width", "height"])),
        ("ins", HashSet::from(["cite", "datetime"])),
        ("ol", HashSet::from(["start", "type", "reversed"])),
        ("q", HashSet::from(["cite"])),
        ("section", HashSet::from(["aria-label"])),
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
    values.insert("img", HashMap::from([("loading", HashSet::from(["lazy"])), ("decoding", HashSet::from(["async"]))]));
    values
}

fn classes() -> HashMap<&'static str, HashSet<&'static str>> {
    HashMap::from([
        ("a", HashSet::from(["footnote-backref"])),
        ("div", HashSet::from(["table"])),
        ("section", HashSet::from(["footnotes"])),
        ("sup", HashSet::from(["footnote-ref"])),
        ("td", HashSet::from(["center", "right"])),
        ("th", HashSet::from(["center", "right"])),
    ])
}
