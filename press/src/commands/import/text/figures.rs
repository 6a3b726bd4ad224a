//! Reads pictures and media: figures, embedded players, Ghost's cards.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};
use url::Url;

use super::Wanted;
use super::block::{Block, Inline, Mark};
use super::html::HtmlReader;
use super::words::text_of;
use crate::commands::import::plain_text::in_one_line;

impl<'a> HtmlReader<'a> {
    /// Reads a figure: its picture with the caption, or whatever else it contains.
    pub(super) fn figure(&mut self, node: NodeRef<'a, Node>, element: &Element, depth: usize, blocks: &mut Vec<Block>) {
        if self.card(node, element, blocks) {
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
        let caption = find(node, |inner| inner.name() == "figcaption" || inner.has_class("wp-caption-text", CASE));
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
        if pictures != 1 && !line.is_empty() && !is_empty {
            let mut words = Vec::new();
            self.text(&line, &mut words);
            blocks.push(Block::Paragraph(vec![Inline::Marked(Mark::Emphasis, words)]));
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
        let words = if alt.is_empty() { caption.clone() } else { alt.clone() };
        match self.around.picture(Wanted { address: address.clone(), id, alt, caption }) {
            Some(figure) => blocks.push(Block::Figure(figure)),
            None => self.picture_elsewhere(&address, words, blocks),
        }
    }

    /// A picture on another site that is not shown becomes a link to it.
    fn picture_elsewhere(&mut self, address: &str, words: String, blocks: &mut Vec<Block>) {
        if let Some(target) = self.around.elsewhere(address) {
            let words = if words.is_empty() { target.clone() } else { words };
            blocks.push(Block::Paragraph(vec![Inline::Link(target, vec![Inline::Text(words)])]));
        }
    }

    /// Turns video, audio and embedded pages into links.
    pub(super) fn media(&mut self, node: NodeRef<'a, Node>, element: &Element, blocks: &mut Vec<Block>) {
        let source = elements(node).find(|inner| inner.name() == "source").and_then(|source| source.attr("src"));
        let own = ["src", "data", "data-src"].into_iter().find_map(|name| element.attr(name));
        let address = in_one_line(own.or(source).unwrap_or_default());
        if address.is_empty() || address.starts_with("about:") {
            return;
        }
        self.player(&address, &[], blocks);
    }

    fn player(&mut self, address: &str, words: &[Inline], blocks: &mut Vec<Block>) {
        let address = watched(address);
        if let Some(target) = self.around.link(&address) {
            self.around.note(format!("the embed from {target} is now a link"));
            let words = if words.is_empty() { vec![Inline::Text(target.clone())] } else { words.to_vec() };
            blocks.push(Block::Paragraph(vec![Inline::Link(target, words)]));
        }
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
                if let Some(target) = self.around.link(&address) {
                    blocks.push(Block::Paragraph(vec![Inline::Link(target, vec![Inline::Text(title)])]));
                }
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
            }
            "signup" | "cta" | "email" | "email-cta" => {
                self.around.note(format!("a \"{kind}\" card was left out"));
            }
            _ => return false,
        }
        true
    }
}

const CASE: scraper::CaseSensitivity = scraper::CaseSensitivity::CaseSensitive;

fn elements<'a>(node: NodeRef<'a, Node>) -> impl Iterator<Item = &'a Element> {
    node.descendants().filter_map(|inner| inner.value().as_element())
}

fn find<'a>(node: NodeRef<'a, Node>, is: impl Fn(&Element) -> bool) -> Option<NodeRef<'a, Node>> {
    node.descendants().find(|inner| inner.value().as_element().is_some_and(&is))
}

/// The address of the page of a video, given the address of its player.
fn watched(address: &str) -> String {
    let full = if address.starts_with("//") { ["https:", address].concat() } else { String::from(address) };
    let Ok(url) = Url::parse(&full) else { return full };
    let last = url.path_segments().and_then(|mut parts| parts.next_back()).unwrap_or_default();
    match url.host_str().unwrap_or_default().trim_start_matches("www.") {
        "youtube.com" | "youtube-nocookie.com" if url.path().starts_with("/embed/") && !last.is_empty() => {
            format!("https://www.youtube.com/watch?v={last}")
        }
        "player.vimeo.com" if !last.is_empty() => format!("https://vimeo.com/{last}"),
        _ => full,
    }
}

#[cfg(test)]
mod tests {
    use super::watched;

    #[test]
    fn the_address_of_a_player_becomes_that_of_the_video() {
        assert_eq!(watched("//www.youtube.com/embed/abc123?rel=0"), "https://www.youtube.com/watch?v=abc123");
        assert_eq!(watched("https://player.vimeo.com/video/7"), "https://vimeo.com/7");
        assert_eq!(watched("https://maps.example/x"), "https://maps.example/x");
    }
}
