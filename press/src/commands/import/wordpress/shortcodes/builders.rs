//! What the shortcodes of page builders contain besides the text between them: words, pictures and links in
//! attributes, and HTML in base64.

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::percent_decode_str;

use super::code::Code;
use super::players::is_address;

/// Attributes with words that readers saw.
const WORDS: [&str; 18] = [
    "title",
    "heading",
    "headline",
    "text",
    "title_text",
    "h2",
    "h4",
    "subtitle",
    "subhead",
    "subheading",
    "sub_heading",
    "quote",
    "question",
    "answer",
    "description",
    "caption",
    "author",
    "job_title",
];

/// Attributes with the words of a button.
const LABELS: [&str; 5] = ["button_text", "label", "btn_title", "link_text", "title"];

/// Attributes with the address of a link.
const LINKS: [&str; 7] = ["link", "url", "href", "button_link", "button_url", "link_url", "btn_link"];

/// Attributes with the numbers or addresses of pictures.
const PICTURES: [&str; 14] = [
    "image",
    "images",
    "image_id",
    "image_ids",
    "ids",
    "gallery_ids",
    "attachment",
    "attachment_id",
    "img",
    "img_id",
    "photo",
    "src",
    "image_url",
    "include",
];

/// The HTML for the pictures of a shortcode; empty if it has none.
pub fn pictures(code: &Code<'_>) -> String {
    let name = code.name.to_ascii_lowercase();
    let shows = ["image", "img", "photo", "picture", "gallery", "slide", "carousel", "logo"];
    let is_picture = shows.iter().any(|part| name.contains(part));
    let mut html = String::new();
    for (key, value) in &code.attributes {
        let key = key.to_ascii_lowercase();
        let is_own = key.contains("image") || key.contains("photo") || key.contains("img");
        if !PICTURES.contains(&key.as_str()) || !(is_picture || is_own) {
            continue;
        }
        let alt = code.first(&["alt", "image_alt"]).unwrap_or_default().replace('"', "&quot;");
        if is_address(value) {
            html.push_str(&format!("\n\n<img src=\"{}\" alt=\"{alt}\">\n\n", escaped(value)));
            continue;
        }
        for id in value.split(',').map(|id| id.split('|').next().unwrap_or_default().trim()) {
            if !id.is_empty() && id.len() < 20 && id.bytes().all(|byte| byte.is_ascii_digit()) {
                html.push_str(&format!("\n\n<img class=\"wp-image-{id}\" alt=\"{alt}\">\n\n"));
            }
        }
    }
    html
}

/// The address that a shortcode links to.
pub fn link(code: &Code<'_>) -> Option<String> {
    // Forums write [url=https://t.example]Tickets[/url].
    let is_link = ["url", "link", "a"].contains(&code.name);
    let written = code.first(&LINKS).or_else(|| code.bare().filter(|_| is_link))?;
    // WPBakery writes url:https%3A%2F%2Ft.example|title:Tickets.
    let packed = written.split('|').find_map(|part| part.strip_prefix("url:"));
    let address = packed.map(|url| percent_decode_str(url).decode_utf8_lossy().into_owned());
    let address = address.unwrap_or_else(|| String::from(written));
    (is_address(&address) || address.starts_with("mailto:")).then_some(address)
}

/// The HTML for the words in the attributes of a shortcode; empty if it has none. They become a link to `link`.
pub fn words(code: &Code<'_>, link: Option<String>) -> String {
    let is_heading = code.name.contains("head");
    let mut html = String::new();
    let mut label = link.as_ref().and_then(|_| LABELS.iter().find_map(|key| readable(code, key)));
    if let (Some(words), Some(link)) = (&label, &link) {
        html.push_str(&format!("\n\n<p><a href=\"{}\">{words}</a></p>\n\n", escaped(link)));
    }
    for key in WORDS {
        let Some(words) = readable(code, key) else { continue };
        if label.take_if(|label| *label == words).is_some() {
            continue;
        }
        html.push_str(&match key {
            "title" | "heading" | "headline" | "text" | "title_text" | "h2" if is_heading => {
                format!("\n\n<h3>{words}</h3>\n\n")
            }
            "title" | "heading" | "headline" | "title_text" | "h2" | "question" => {
                format!("\n\n<p><strong>{words}</strong></p>\n\n")
            }
            _ => format!("\n\n<p>{words}</p>\n\n"),
        });
    }
    html
}

/// The value of an attribute as HTML, if readers saw it as words.
fn readable(code: &Code<'_>, key: &str) -> Option<String> {
    let written = code.first(&[key])?;
    let is_packed = code.name.starts_with("tdm_") && !written.contains(' ');
    let unpacked = if is_packed { base64(written) } else { None };
    let written = unpacked.unwrap_or_else(|| String::from(written));
    // WPBakery writes these in place of quotation marks and brackets.
    let written = written.replace("``", "\"").replace("`{`", "[").replace("`}`", "]");
    // A year may be the title of a tab.
    let is_year = key == "title" && written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit());
    let has_words = written.trim().contains(' ') || written.starts_with(|letter: char| letter.is_uppercase());
    let is_code = written.contains("://") || written.starts_with(['{', '#', '%', '@']) || written.contains("%2");
    (is_year || has_words && !is_code && written.contains(char::is_alphabetic)).then_some(written)
}

/// Whether a shortcode encloses HTML in base64, or code that readers never saw.
pub fn is_packed(name: &str) -> bool {
    ["vc_raw_html", "vc_raw_js", "fusion_code", "td_block_raw_html", "tdm_block_raw_html"].contains(&name)
}

/// The HTML in base64 that a shortcode encloses or has as an attribute; none if it is a script, or cannot be read.
pub fn unpacked(code: &Code<'_>, inner: Option<&str>) -> Option<String> {
    if code.name == "vc_raw_js" {
        return None;
    }
    let packed = inner.filter(|inner| !inner.trim().is_empty()).or_else(|| code.first(&["content", "html"]))?;
    let text = plain(packed);
    // WPBakery also percent-encodes the HTML.
    let html = base64(text.trim());
    let html = html.map(|html| percent_decode_str(&html).decode_utf8().map(String::from).unwrap_or(html));
    html.or_else(|| packed.contains('<').then(|| String::from(packed)))
}

/// A text without the paragraphs that an editor has put around it.
fn plain(text: &str) -> String {
    text.replace("<p>", "").replace("</p>", "").replace("<br />", "")
}

fn base64(text: &str) -> Option<String> {
    const READER: GeneralPurpose = GeneralPurpose::new(
        &base64::alphabet::STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true),
    );
    let text: String = text.split_whitespace().collect();
    let bytes = READER.decode(text.as_bytes()).ok().filter(|bytes| !bytes.is_empty())?;
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.contains(|letter: char| letter.is_control() && !"\t\r\n".contains(letter)))
}

/// A text as the value of an attribute.
pub fn escaped(text: &str) -> String {
    text.trim().replace('"', "%22").replace(['<', '>'], "")
}
