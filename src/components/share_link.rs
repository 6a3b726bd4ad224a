//! The addresses at which networks accept a story to share.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::Network;
use crate::words::Words;

/// All but the unreserved characters of RFC 3986.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A network's name in the language of `words`, and the link that shares `address` there with the text `headline`.
pub fn share_link(words: Words, network: Network, address: &str, headline: &str) -> (&'static str, String) {
    let url = utf8_percent_encode(address, ENCODED).to_string();
    let text = utf8_percent_encode(headline, ENCODED).to_string();
    let both = [text.as_str(), "%20", &url].concat();
    match network {
        Network::Facebook => ("Facebook", ["https://www.facebook.com/sharer/sharer.php?u=", &url].concat()),
        Network::X => ("X", ["https://x.com/intent/post?url=", &url, "&text=", &text].concat()),
        Network::Telegram => ("Telegram", ["https://t.me/share/url?url=", &url, "&text=", &text].concat()),
        Network::Whatsapp => ("WhatsApp", ["https://wa.me/?text=", &both].concat()),
        Network::Linkedin => ("LinkedIn", ["https://www.linkedin.com/sharing/share-offsite/?url=", &url].concat()),
        Network::Bluesky => ("Bluesky", ["https://bsky.app/intent/compose?text=", &both].concat()),
        Network::Email => (words.email(), ["mailto:?subject=", &text, "&body=", &both].concat()),
    }
}
