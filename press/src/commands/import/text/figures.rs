//! Reads pictures and media: figures, embedded players, Ghost's cards.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};
use url::Url;

use super::Wanted;
use super::block::{Block, Inline, Mark};
use super::embeds;
use super::html::HtmlReader;
use super::words::text_of;
use crate::commands::import::plain_text::in_one_line;

impl<'a> HtmlReader<'a> {
    /// Reads a figure: its picture with the caption, or whatever else it contains.
    pub(super) fn figure(&mut self, node: NodeRef<'a, Node>, element: &Element, depth: usize, blocks: &mut Vec<Block>) {
        if self.card(node, element, blocks) || self.file(node, element, depth, blocks) {
            return;
        }
        let has = |class: &str| element.classes().any(|own| own == class);
        if has("wp-block-pullquote") {
            let quote = find(node, |inner| inner.name() == "blockquote");
            return self.quote(quote.unwrap_or(node), true, depth, blocks);
        }
        // An iframe in it adds its own note.
        if has("wp-block-embed") && !elements(node).any(|inner| inner.name() == "iframe") {
            let address = in_one_line(&text_of(node));
            if address.starts_with("http") {
                let address = address.split(' ').next().unwrap_or_default();
                self.around.note(format!("the embed from {address} is now a link"));
            }
        }
        let caption = caption_of(node);
        let is_whole = has("press-caption") && caption.is_none();
        let line = in_one_line(&caption.or(is_whole.then_some(node)).map(text_of).unwrap_or_default());
        let pictures = elements(node).filter(|inner| inner.name() == "img").count();
        if pictures == 1 {
            self.caption.clone_from(&line);
        }
        let mut inner = Vec::new();
        if is_whole {
            elements(node).filter(|inner| inner.name() == "img").for_each(|picture| self.image(picture, &mut inner));
        } else {
            self.left_out.extend(caption.map(|caption| caption.id()));
            inner = self.blocks(node, depth);
        }
        self.caption.clear();
        let is_empty = inner.is_empty();
        blocks.extend(inner);
        if pictures != 1 && !is_empty {
            self.line(&line, true, blocks);
        }
    }

    /// Reads a picture.
    pub(super) fn image(&mut self, element: &Element, blocks: &mut Vec<Block>) {
        let attribute = |name| element.attr(name).map(in_one_line).filter(|value| !value.is_empty());
        let is_dot = |name| element.attr(name).is_some_and(|size| matches!(size.trim(), "0" | "1"));
        if is_dot("width") && is_dot("height") {
            return;
        }
        let id = element.classes().find_map(|class| class.strip_prefix("wp-image-")).map(String::from);
        // With lazy loading, the address is in another attribute.
        let late = ["data-src", "data-lazy-src", "data-original"].into_iter().find_map(attribute);
        let address = attribute("src").filter(|source| !source.starts_with("data:")).or(late).unwrap_or_default();
        let caption = std::mem::take(&mut self.caption);
        if address.is_empty() && id.is_none() {
            self.around.note(String::from("a picture without an address was left out"));
            return;
        }
        let alt = attribute("alt").or_else(|| attribute("title")).unwrap_or_default();
        self.shown.insert(address.clone());
        blocks.extend(self.around.picture(Wanted { address, id, alt, caption }).map(Block::Figure));
    }

    /// Reads the pictures that a page shows without scripts, unless the text has them already.
    pub(super) fn without_script(&mut self, node: NodeRef<'a, Node>, blocks: &mut Vec<Block>) {
        for picture in elements(node).filter(|inner| inner.name() == "img") {
            let address = in_one_line(picture.attr("src").unwrap_or_default());
            if !address.is_empty() && !self.shown.contains(&address) {
                self.image(picture, blocks);
            }
        }
    }

    /// Reads a picture behind words: that of a cover is taken, others are noted.
    pub(super) fn background(&mut self, element: &Element, blocks: &mut Vec<Block>) {
        let Some((_, rest)) = element.attr("style").and_then(|style| style.split_once("url(")) else { return };
        let address = in_one_line(rest.split(')').next().unwrap_or_default().trim_matches(['"', '\'', ' ']));
        if address.is_empty() || address.starts_with("data:") {
            return;
        }
        if element.classes().any(|class| class.starts_with("wp-block-cover") || class == "wp-block-media-text__media") {
            self.shown.insert(address.clone());
            let wanted = Wanted { address, ..Wanted::default() };
            blocks.extend(self.around.picture(wanted).map(Block::Figure));
        } else {
            self.around.note(format!("the picture {address} behind a part of the text was left out"));
        }
    }

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

    /// Reads a file of WordPress: its link, without the button to load it and the view of it.
    pub(super) fn file(
        &mut self,
        node: NodeRef<'a, Node>,
        element: &Element,
        depth: usize,
        blocks: &mut Vec<Block>,
    ) -> bool {
        if !element.has_class("wp-block-file", CASE) {
            return false;
        }
        let has_link =
            elements(node).any(|inner| inner.name() == "a" && !inner.has_class("wp-block-file__button", CASE));
        for inner in node.descendants() {
            let Some(part) = inner.value().as_element() else { continue };
            let is_button = has_link && part.has_class("wp-block-file__button", CASE);
            if is_button || part.name() == "object" {
                self.left_out.insert(inner.id());
            }
        }
        blocks.extend(self.blocks(node, depth));
        true
    }

    /// Turns video, audio and embedded pages into links.
    pub(super) fn media(&mut self, node: NodeRef<'a, Node>, element: &Element, blocks: &mut Vec<Block>) {
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

    fn player(&mut self, address: &str, words: &[Inline], blocks: &mut Vec<Block>) {
        let address = watched(address);
        let Some(target) = self.around.link(&address) else {
            // There is a note about the link, which says that its words are kept.
            blocks.extend((!words.is_empty()).then(|| Block::Paragraph(words.to_vec())));
            return;
        };
        self.around.note(format!("the embed from {target} is now a link"));
        let words = if words.is_empty() { vec![Inline::Text(target.clone())] } else { words.to_vec() };
        blocks.push(Block::Paragraph(vec![Inline::Link(target, words)]));
    }

    /// Reads a Ghost card that needs special treatment; returns false for anything else.
    pub(super) fn card(&mut self, node: NodeRef<'a, Node>, element: &Element, blocks: &mut Vec<Block>) -> bool {
        if element.has_class("kg-callout-emoji", CASE) {
            return true;
        }
        let Some(kind) = element.classes().find_map(|class| class.strip_prefix("kg-")?.strip_suffix("-card")) else {
            return false;
        };
        let words = |class: &str| {
            let found = find(node, |inner| inner.has_class(class, CASE));
            in_one_line(&found.map(text_of).unwrap_or_default())
        };
        let attribute = |of: &str, name: &str| {
            let found = elements(node).find(|inner| inner.name() == of).and_then(|inner| inner.attr(name));
            in_one_line(found.unwrap_or_default())
        };
        match kind {
            "bookmark" => {
                let (address, title) = (attribute("a", "href"), words("kg-bookmark-title"));
                let title = if title.is_empty() { address.clone() } else { title };
                let target = self.around.link(&address);
                let title = vec![Inline::Text(title)];
                let line = target.map_or(title.clone(), |target| vec![Inline::Link(target, title)]);
                blocks.push(Block::Paragraph(line));
                self.line(&words("kg-bookmark-description"), false, blocks);
            }
            "video" | "audio" => {
                let title = words("kg-audio-title");
                let title = if title.is_empty() { words("kg-video-title") } else { title };
                let title: Vec<Inline> = (!title.is_empty()).then_some(Inline::Text(title)).into_iter().collect();
                self.player(&attribute(kind, "src"), &title, blocks);
            }
            "file" => {
                let title: Vec<Inline> = vec![Inline::Text(words("kg-file-card-title"))];
                self.player(&attribute("a", "href"), &title, blocks);
                self.line(&words("kg-file-card-caption"), false, blocks);
            }
            "signup" | "cta" | "email" | "email-cta" => {
                self.around.note(format!("a \"{kind}\" card was left out"));
                return true;
            }
            _ => return false,
        }
        let caption = find(node, |inner| inner.name() == "figcaption");
        self.line(&in_one_line(&caption.map(text_of).unwrap_or_default()), true, blocks);
        true
    }

    /// Adds a paragraph of plain words, such as a caption.
    fn line(&mut self, line: &str, is_caption: bool, blocks: &mut Vec<Block>) {
        if line.is_empty() {
            return;
        }
        let mut words = Vec::new();
        self.text(line, &mut words);
        let words = if is_caption { vec![Inline::Marked(Mark::Emphasis, words)] } else { words };
        blocks.push(Block::Paragraph(words));
    }
}

const CASE: scraper::CaseSensitivity = scraper::CaseSensitivity::CaseSensitive;

fn elements<'a>(node: NodeRef<'a, Node>) -> impl Iterator<Item = &'a Element> {
    node.descendants().filter_map(|inner| inner.value().as_element())
}

fn find<'a>(node: NodeRef<'a, Node>, is: impl Fn(&Element) -> bool) -> Option<NodeRef<'a, Node>> {
    node.descendants().find(|inner| inner.value().as_element().is_some_and(&is))
}

/// The caption of a figure itself, not of one in it.
fn caption_of(figure: NodeRef<'_, Node>) -> Option<NodeRef<'_, Node>> {
    let is_figure = |node: &NodeRef<'_, Node>| {
        let is = |element: &Element| element.name() == "figure" || element.has_class("wp-caption", CASE);
        node.value().as_element().is_some_and(is)
    };
    let is_caption = |element: &Element| element.name() == "figcaption" || element.has_class("wp-caption-text", CASE);
    let captions = figure.descendants().skip(1).filter(|inner| inner.value().as_element().is_some_and(is_caption));
    let is_own = |caption: &NodeRef<'_, Node>| {
        let mut between = caption.ancestors().take_while(|above| above.id() != figure.id());
        !between.any(|above| is_figure(&above))
    };
    captions.into_iter().find(is_own)
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
