//! Turns films, sounds, embedded pages and posts of other sites into links.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};
use url::Url;

use super::block::{Block, Inline};
use super::embeds;
use super::figures::elements;
use super::html::HtmlReader;
use crate::commands::import::note::Note;
use crate::commands::import::plain_text::in_one_line;

impl<'a> HtmlReader<'a> {
    /// Turns a post of another site into a link, after its words if it has any.
    pub(super) fn post(
        &mut self,
        node: NodeRef<'a, Node>,
        element: &Element,
        address: &str,
        depth: usize,
        blocks: &mut Vec<Block>,
    ) {
        self.has_posts = true;
        if embeds::has_words(node, element) {
            match element.name() {
                "blockquote" => self.quote(node, false, depth, blocks),
                _ => blocks.extend(self.blocks(node, depth)),
            }
        }
        self.player(address, &[], blocks);
    }

    /// Notes what readers saw of a block that has neither words nor an address.
    pub(super) fn leave_out_block(&mut self, node: NodeRef<'a, Node>, element: &Element) {
        if !matches!(element.name(), "iframe" | "object" | "embed" | "video" | "audio") {
            self.leave_out(node, element);
        }
    }

    /// Notes the players that are where no link can be, such as in a table or in a code block.
    pub(super) fn leave_out_players(&mut self) {
        let is_player = |node: &NodeRef<'a, Node>| {
            let name = node.value().as_element().map(Element::name);
            name.is_some_and(|name| ["iframe", "embed", "object", "video", "audio"].contains(&name))
        };
        let players: Vec<NodeRef<'a, Node>> = self.root.descendants().filter(is_player).collect();
        for node in players {
            let is_read =
                |node: &NodeRef<'a, Node>| self.played.contains(&node.id()) || self.left_out.contains(&node.id());
            let is_hidden = node.ancestors().any(|above| {
                is_read(&above) || above.value().as_element().is_some_and(|above| above.name() == "noscript")
            });
            if let Some(element) = node.value().as_element().filter(|_| !is_read(&node) && !is_hidden) {
                let source = ["src", "data-src", "data"].into_iter().find_map(|name| element.attr(name));
                let source = in_one_line(source.unwrap_or_default());
                let from = if source.is_empty() { String::new() } else { format!(" from {source}") };
                self.around.note(Note::left_out(format!("the embed{from} was left out: there is no place for a link")));
            }
        }
    }

    /// Turns video, audio and embedded pages into links.
    pub(super) fn media(&mut self, node: NodeRef<'a, Node>, element: &Element, blocks: &mut Vec<Block>) {
        self.played.insert(node.id());
        let source = elements(node).find(|inner| inner.name() == "source").and_then(|source| source.attr("src"));
        let names = ["movie", "src", "url", "filename"];
        let is_movie = |inner: &&Element| {
            inner.name() == "param" && inner.attr("name").is_some_and(|name| names.contains(&&*name.to_lowercase()))
        };
        let param = elements(node).find(is_movie).and_then(|param| param.attr("value"));
        let inner = elements(node).find(|inner| inner.name() == "embed").and_then(|inner| inner.attr("src"));
        let own = ["src", "data-src", "data-lazy-src", "data-litespeed-src", "data"].into_iter().find_map(|name| {
            element.attr(name).filter(|source| !source.trim().is_empty() && !source.starts_with("about:"))
        });
        let address = in_one_line(own.or(source).or(param).or(inner).unwrap_or_default());
        if address.is_empty() || address.starts_with("data:") {
            return self.leave_out(node, element);
        }
        self.player(&address, &[], blocks);
    }

    pub(super) fn player(&mut self, address: &str, words: &[Inline], blocks: &mut Vec<Block>) {
        let address = watched(address);
        let Some(target) = self.around.link(&address) else {
            // There is a note about the link, which says that its words are kept.
            blocks.extend((!words.is_empty()).then(|| Block::Paragraph(words.to_vec())));
            return;
        };
        self.around.note(Note::changed(format!("the embed from {target} is now a link")));
        let words = if words.is_empty() { vec![Inline::Text(target.clone())] } else { words.to_vec() };
        blocks.push(Block::Paragraph(vec![Inline::Link(target, words)]));
    }
}

/// The address of the page of a video, given the address of its player.
fn watched(address: &str) -> String {
    let full = if address.starts_with("//") { ["https:", address].concat() } else { String::from(address) };
    let Ok(url) = Url::parse(&full) else { return full };
    let path = url.path();
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let query = |key: &str| url.query_pairs().find(|(own, _)| own == key).map(|(_, value)| value.into_owned());
    let below =
        |start: &str| path.strip_prefix(start).map(|rest| format!("{}/{rest}", url.origin().ascii_serialization()));
    let watched = match url.host_str().unwrap_or_default().trim_start_matches("www.") {
        "youtube.com" | "youtube-nocookie.com" if path == "/embed/videoseries" => {
            query("list").map(|list| format!("https://www.youtube.com/playlist?list={list}"))
        }
        "youtube.com" | "youtube-nocookie.com" if path.starts_with("/embed/") || path.starts_with("/v/") => {
            // Old players have their settings behind the id.
            let id = last.split('&').next().filter(|id| !id.is_empty());
            id.map(|id| format!("https://www.youtube.com/watch?v={id}"))
        }
        "player.vimeo.com" if !last.is_empty() => Some(format!("https://vimeo.com/{last}")),
        "dailymotion.com" if path.starts_with("/embed/video/") => below("/embed/"),
        "open.spotify.com" if path.starts_with("/embed/") => below("/embed/"),
        "facebook.com" if path.starts_with("/plugins/") => query("href"),
        "platform.twitter.com" | "platform.x.com" => query("id").map(|id| format!("https://x.com/i/status/{id}")),
        "w.soundcloud.com" => query("url").filter(|url| !url.contains("api.soundcloud.com")),
        "t.me" => Some([&url.origin().ascii_serialization(), path].concat()),
        "instagram.com" => {
            path.split_once("/embed").map(|(post, _)| [&url.origin().ascii_serialization(), post, "/"].concat())
        }
        _ => None,
    };
    watched.filter(|address| address.starts_with("http")).unwrap_or(full)
}

#[cfg(test)]
mod tests {
    use super::watched;

    #[test]
    fn the_address_of_a_player_becomes_that_of_the_video() {
        assert_eq!(watched("//www.youtube.com/embed/abc123?rel=0"), "https://www.youtube.com/watch?v=abc123");
        assert_eq!(watched("https://player.vimeo.com/video/7"), "https://vimeo.com/7");
        for (player, page) in [
            ("https://maps.example/x", "https://maps.example/x"),
            ("http://www.youtube.com/v/abc&hl=en", "https://www.youtube.com/watch?v=abc"),
            ("https://www.youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/playlist?list=PL1"),
            ("https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Ff.example%2F1&x=2", "https://f.example/1"),
            ("https://platform.twitter.com/embed/Tweet.html?id=12", "https://x.com/i/status/12"),
            ("https://t.me/paper/12?embed=1", "https://t.me/paper/12"),
            ("https://www.instagram.com/p/A-b/embed/captioned/", "https://www.instagram.com/p/A-b/"),
            ("https://open.spotify.com/embed/track/7?x=1", "https://open.spotify.com/track/7"),
        ] {
            assert_eq!(watched(player), page);
        }
    }
}
