//! Kinds of HTML elements.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};

use super::embeds;

/// Elements that are blocks or become blocks.
pub const BLOCKS: [&str; 47] = [
    "address",
    "article",
    "aside",
    "audio",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "iframe",
    "img",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "object",
    "ol",
    "p",
    "picture",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
    "video",
    "body",
    "html",
];

/// Elements that are dropped without a note.
pub const SILENT: [&str; 21] = [
    "script", "style", "noscript", "template", "head", "meta", "link", "title", "svg", "math", "canvas", "map", "area",
    "source", "track", "param", "base", "datalist", "progress", "meter", "wbr",
];

/// Form controls.
pub const CONTROLS: [&str; 7] = ["form", "button", "input", "select", "textarea", "option", "label"];

/// Whether a list is a gallery of pictures.
pub fn is_gallery(element: &Element) -> bool {
    element.classes().any(|class| class.contains("gallery"))
}

/// Whether an element contains a picture of a gallery and its caption.
pub fn is_gallery_item(element: &Element) -> bool {
    element.classes().any(|class| class == "gallery-item" || class == "wp-caption")
}

/// Whether an element contains a picture.
pub fn holds_picture(node: NodeRef<'_, Node>) -> bool {
    node.descendants().any(|inner| inner.value().as_element().is_some_and(|inner| inner.name() == "img"))
}

/// Whether the element is or contains a block.
pub fn is_block(node: NodeRef<'_, Node>, element: &Element) -> bool {
    let is = |node: NodeRef<'_, Node>, element: &Element| {
        let name = element.name();
        let is_tiny = name == "img" && element.classes().any(|class| class.contains("smiley") || class == "emoji");
        let is_own = BLOCKS.contains(&name) || name == "form" || name == "noscript" && holds_picture(node);
        let may_be_post = matches!(name, "script" | "a") || name.contains('-');
        (is_own && !is_tiny) || may_be_post && embeds::address(node, element).is_some()
    };
    is(node, element)
        || (!SILENT.contains(&element.name())
            && !["code", "tt"].contains(&element.name())
            && node.descendants().skip(1).any(|inner| inner.value().as_element().is_some_and(|own| is(inner, own))))
}
