//! Posts and players of other sites that a script shows: where they are.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};

use super::words::text_of;
use crate::commands::import::plain_text::in_one_line;

/// Classes of the elements that a script turns into a post, the attribute with its address or id, and what comes before
/// an id.
const POSTS: [(&str, &str, &str); 18] = [
    ("fb-post", "data-href", ""),
    ("fb-video", "data-href", ""),
    ("fb-comment-embed", "data-href", ""),
    ("fb-page", "data-href", ""),
    ("instagram-media", "data-instgrm-permalink", ""),
    ("tiktok-embed", "cite", ""),
    ("text-post-media", "data-text-post-permalink", ""),
    ("mastodon-embed", "data-embed-url", ""),
    ("imgur-embed-pub", "data-id", "https://imgur.com/"),
    ("flourish-embed", "data-src", "https://public.flourish.studio/"),
    ("infogram-embed", "data-id", "https://infogram.com/"),
    ("strava-embed-placeholder", "data-embed-id", "https://www.strava.com/activities/"),
    ("twitter-tweet", "", ""),
    ("twitter-video", "", ""),
    ("bluesky-embed", "", ""),
    ("reddit-embed-bq", "", ""),
    ("reddit-card", "", ""),
    ("tumblr-post", "data-href", ""),
];

/// Elements of other programs that show a player, the attribute with its address or id, and what comes before an id.
const PLAYERS: [(&str, &str, &str); 16] = [
    ("amp-youtube", "data-videoid", "https://www.youtube.com/watch?v="),
    ("amp-vimeo", "data-videoid", "https://vimeo.com/"),
    ("amp-twitter", "data-tweetid", "https://x.com/i/status/"),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/"),
    ("amp-tiktok", "data-src", "https://www.tiktok.com/embed/v2/"),
    ("amp-soundcloud", "data-trackid", "https://api.soundcloud.com/tracks/"),
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/"),
    ("amp-facebook", "data-href", ""),
    ("amp-iframe", "src", ""),
    ("amp-video", "src", ""),
    ("amp-audio", "src", ""),
    ("amp-embedly-card", "data-url", ""),
    ("lite-youtube", "videoid", "https://www.youtube.com/watch?v="),
    ("lite-vimeo", "videoid", "https://vimeo.com/"),
    ("gradio-app", "src", ""),
    ("bsky-embed", "data-href", ""),
];

/// The hosts of scripts that only show the posts around them.
const LOADERS: [&str; 17] = [
    "platform.twitter.com",
    "platform.x.com",
    "connect.facebook.net",
    "instagram.com",
    "tiktok.com",
    "embed.reddit.com",
    "embed.redditmedia.com",
    "embed.bsky.app",
    "telegram.org",
    "s.imgur.com",
    "assets.pinterest.com",
    "threads.net",
    "threads.com",
    "public.flourish.studio",
    "e.infogram.com",
    "strava-embeds.com",
    "assets.tumblr.com",
];

/// The address of the post or player that a script makes of an element.
pub fn address(node: NodeRef<'_, Node>, element: &Element) -> Option<String> {
    let attribute = |name: &str| element.attr(name).map(in_one_line).filter(|value| !value.is_empty());
    let full = |start: &str, value: String| match value.contains("://") || value.starts_with("//") {
        true => value,
        false => [start, &value].concat(),
    };
    match element.name() {
        "script" => {
            let post = attribute("data-telegram-post").or_else(|| attribute("data-telegram-discussion"));
            let gist = || {
                let source = attribute("src")?;
                let gist = source.split(['?', '#']).next()?.strip_suffix(".js")?;
                gist.contains("gist.github.com/").then(|| String::from(gist))
            };
            post.map(|post| full("https://t.me/", post)).or_else(gist)
        }
        "a" if element.attr("data-pin-do").is_some() => attribute("href"),
        name => {
            let player = PLAYERS.iter().find(|(own, ..)| *own == name);
            let post = || POSTS.iter().find(|(class, ..)| element.classes().any(|own| own == *class));
            let (class, key, start) = player.or_else(post)?;
            let named = attribute(key).map(|value| full(start, value)).filter(|address| address.contains("//"));
            named.or_else(|| link_in(node, class))
        }
    }
}

/// The address of the post in its own text: the last link of a tweet, the first one elsewhere.
fn link_in(node: NodeRef<'_, Node>, class: &str) -> Option<String> {
    let links = node.descendants().filter_map(|inner| inner.value().as_element()).filter(|inner| inner.name() == "a");
    let mut links = links.filter_map(|link| link.attr("href")).map(in_one_line).filter(|href| href.contains("//"));
    match class.starts_with("twitter") {
        true => links.filter(|href| href.contains("/status/")).last(),
        false => links.next(),
    }
}

/// Whether a post brings words of its own, besides what each post of its site says.
pub fn has_words(node: NodeRef<'_, Node>, element: &Element) -> bool {
    let text = text_of(node);
    if !text.contains(char::is_alphanumeric) || matches!(element.name(), "script" | "a") {
        return false;
    }
    // Instagram writes "View this post" into a link, and "A post shared by" into the only paragraph.
    let paragraphs =
        node.descendants().filter(|inner| inner.value().as_element().is_some_and(|inner| inner.name() == "p"));
    !element.classes().any(|class| class == "instagram-media" || class == "text-post-media") || paragraphs.count() > 1
}

/// Whether a script only shows the posts around it.
pub fn is_loader(element: &Element) -> bool {
    let source = element.attr("src").unwrap_or_default();
    let host = source.split("//").nth(1).and_then(|rest| rest.split(['/', ':', '?']).next()).unwrap_or_default();
    LOADERS.iter().any(|loader| host.strip_suffix(loader).is_some_and(|start| start.is_empty() || start.ends_with('.')))
}

/// What to call an element in the report whose content is lost; none if nothing that readers saw is.
pub fn lost(node: NodeRef<'_, Node>, element: &Element) -> Option<String> {
    let attribute = |name: &str| element.attr(name).map(in_one_line).filter(|value| !value.is_empty());
    let source = attribute("src").or_else(|| attribute("data-src")).or_else(|| attribute("data-href"));
    let from = |what: &str| match &source {
        Some(source) => format!("{what} from {source} was left out"),
        None => format!("{what} was left out"),
    };
    let is_decoration = || {
        let is_around = |name: &str| {
            node.ancestors().filter_map(|above| above.value().as_element()).any(|above| above.name() == name)
        };
        element.attr("aria-hidden") == Some("true") || is_around("a") || is_around("button") || is_around("figure")
    };
    match element.name() {
        "script" => Some(from("a script")),
        "iframe" | "object" | "embed" => Some(from("an embedded page without an address")),
        "video" | "audio" => Some(format!("a {} without an address was left out", element.name())),
        "svg" if !is_decoration() => Some(String::from("a drawing (SVG) was left out")),
        "math" => Some(String::from("a formula (MathML) was left out")),
        "canvas" => Some(String::from("a canvas was left out")),
        "map" => Some(String::from("the links in a picture (an image map) were left out")),
        // Elements of other programs.
        name if name.contains('-') && !name.starts_with("font-") && !text_of(node).contains(char::is_alphanumeric) => {
            let is_empty = !node.descendants().skip(1).any(|inner| inner.value().is_element());
            is_empty.then(|| from(&format!("an element <{name}>")))
        }
        "div" | "span" | "section" => {
            let shows = ["embed", "widget", "player", "fb-"];
            let is_empty = !node.descendants().skip(1).any(|inner| match inner.value() {
                Node::Text(text) => !text.trim().is_empty(),
                inner => inner.is_element(),
            });
            let class = element.classes().find(|class| shows.iter().any(|part| class.contains(part)));
            class.filter(|_| is_empty).map(|class| from(&format!("an element of the class \"{class}\"")))
        }
        _ => None,
    }
}
