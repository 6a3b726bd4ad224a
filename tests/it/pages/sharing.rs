//! Share links contain the canonical address and the headline, whatever characters these contain.

use journal::components::share_link;
use journal::model::{Article, Network, Site};
use journal::words::Words;
use url::Url;

use super::documents::{NETWORKS, plain_article, site, story};
use super::render::{all, page_of, parsed, text};

const HEADLINE: &str = "Salt & “fish” +5 % #1? a=b <i>Сходи</i> 100%25 ‘x’ \"y\"";
const ADDRESS: &str = "https://paper.example/war/plain/";

/// What a network parses from a link: its own address, and the parameters.
fn read(href: &str) -> (String, Vec<(String, String)>) {
    assert!(href.is_ascii() && !href.contains(' '), "{href}");
    // Mail programs take a plus sign literally.
    assert!(!href.contains('+'), "{href}");
    let url = Url::parse(href).unwrap();
    assert_eq!(url.fragment(), None, "{href}");
    let to = format!("{}:{}{}", url.scheme(), url.host_str().unwrap_or_default(), url.path());
    (to, url.query_pairs().into_owned().collect())
}

fn expected(network: Network) -> (&'static str, &'static str, Vec<(&'static str, String)>) {
    let (url, text) = (String::from(ADDRESS), String::from(HEADLINE));
    let both = format!("{HEADLINE} {ADDRESS}");
    match network {
        Network::Facebook => ("Facebook", "https:www.facebook.com/sharer/sharer.php", vec![("u", url)]),
        Network::X => ("X", "https:x.com/intent/post", vec![("url", url), ("text", text)]),
        Network::Telegram => ("Telegram", "https:t.me/share/url", vec![("url", url), ("text", text)]),
        Network::Whatsapp => ("WhatsApp", "https:wa.me/", vec![("text", both)]),
        Network::Linkedin => ("LinkedIn", "https:www.linkedin.com/sharing/share-offsite/", vec![("url", url)]),
        Network::Bluesky => ("Bluesky", "https:bsky.app/intent/compose", vec![("text", both)]),
        Network::Email => ("E-mail", "mailto:", vec![("subject", text), ("body", both)]),
    }
}

fn assert_shares(network: Network, name: &str, href: &str) {
    let (expected_name, expected_to, expected_values) = expected(network);
    let (to, values) = read(href);
    assert_eq!((name, to.as_str()), (expected_name, expected_to));
    let values: Vec<(&str, String)> = values.iter().map(|(key, value)| (key.as_str(), value.clone())).collect();
    assert_eq!(values, expected_values);
}

#[test]
fn networks_receive_the_address_and_the_headline_unchanged() {
    for network in NETWORKS {
        let (name, href) = share_link(Words::English, network, ADDRESS, HEADLINE);
        assert_shares(network, name, &href);
    }
}

#[test]
fn the_page_of_a_story_has_the_links_of_the_configured_networks_in_their_order() {
    let chosen = [Network::Email, Network::Bluesky, Network::X];
    for networks in [&NETWORKS[..], &chosen, &[]] {
        // Readers of a site below a path share the public address, too.
        let site = Site { share: networks.to_vec(), base: "/preview".into(), ..site() };
        let article = Article { headline: HEADLINE.into(), ..plain_article() };
        let html = parsed(&page_of(&site, &story(article)));
        let links = all(&html, ".share-panel a");
        assert_eq!(links.len(), networks.len());
        for (link, network) in links.into_iter().zip(networks) {
            assert_shares(*network, &text(link), link.attr("href").unwrap());
            // `external` tells the router to leave the link alone.
            assert_eq!(link.attr("rel"), Some("external noopener"));
        }
        // Above the text are the same links, some of them behind "More".
        let above: Vec<String> = all(&html, ".share.beside a").into_iter().map(text).collect();
        let below: Vec<String> = all(&html, ".share-panel a").into_iter().map(text).collect();
        assert_eq!(above, below);
        let behind = all(&html, ".share-more a").len();
        assert_eq!(behind, networks.len().saturating_sub(2));
    }
}
