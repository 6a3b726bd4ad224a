//! The Content-Security-Policy of the site: what a page may run, load and send. Every page carries its own, and the headers
//! of the whole site carry one for all pages.
//!
//! Sources: Content Security Policy Level 3 and Trusted Types (W3C). docs/adr/0027-a-strict-policy.md gives the reasons.

use std::fmt::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use journal::model::Counter;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

/// What holds where no other directive does.
const NOTHING: &str = "default-src 'none'";

/// The policy of a site, without what differs between pages.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The sources of the inline scripts.
    scripts: String,
    /// The counter's origin after a space, if it is another site.
    counter: String,
    /// Whether scripts may give the browser HTML only by Trusted Types. Not in development: Trunk shows failures of a build
    /// as HTML.
    trusted: bool,
}

impl Policy {
    /// The policy of the pages with this shell, whose inline scripts are allowed by their hashes. Those of a development
    /// server have a nonce instead, which changes with each response.
    pub fn of(shell: &str, counter: Option<&Counter>) -> Policy {
        let counter = counter.and_then(|counter| match counter {
            Counter::Redis(address) | Counter::Goatcounter(address) => origin(address),
        });
        let counter = counter.map(|origin| [" ", &origin].concat()).unwrap_or_default();
        let scripts = sources(shell);
        Policy { trusted: !scripts.contains("'nonce-"), scripts, counter }
    }

    /// The policy in a page with this inline style, which may be empty.
    pub fn of_page(&self, style: &str) -> String {
        self.written(&[style])
    }

    /// The policy in the headers of all files: it allows the styles of all pages, and no frame around them.
    pub fn of_site(&self, styles: &[&str]) -> String {
        self.written(styles) + ";frame-ancestors 'none'"
    }

    fn written(&self, styles: &[&str]) -> String {
        let Policy { scripts, counter, trusted } = self;
        let require = if *trusted { ";require-trusted-types-for 'script'" } else { "" };
        let mut policy = format!("{NOTHING};script-src 'self' 'wasm-unsafe-eval'{scripts};style-src 'self'");
        for style in styles.iter().filter(|style| !style.is_empty()) {
            // Writing to a string does not fail.
            write!(policy, " {}", hash(style)).ok();
        }
        // The pictures within addresses are those of the stylesheets.
        let others = format!(
            ";img-src 'self' data:;font-src 'self';connect-src 'self'{counter};manifest-src 'self';base-uri 'none'\
             ;form-action 'self'{require};trusted-types press"
        );
        policy + &others
    }
}

/// The sources of a page's inline scripts, each after a space. Data blocks are no scripts.
fn sources(page: &str) -> String {
    let page = Html::parse_document(page);
    let mut sources = String::new();
    for script in Selector::parse("script:not([src])").iter().flat_map(|scripts| page.select(scripts)) {
        let runs = ["", "module", "text/javascript", "speculationrules"];
        if !runs.contains(&script.attr("type").unwrap_or_default()) {
            continue;
        }
        let source = match script.attr("nonce") {
            Some(nonce) => format!("'nonce-{nonce}'"),
            None => hash(&script.text().collect::<String>()),
        };
        if !sources.contains(&source) {
            sources.push(' ');
            sources += &source;
        }
    }
    sources
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The origin of a full address: `https://views.example`.
fn origin(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok().filter(url::Url::has_host)?;
    Some(url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use journal::model::Counter;

    use super::Policy;

    const PAGE: &str = "<script type=speculationrules>{}</script><script>a()</script><script src=b></script>\
                        <script type=application/json>{}</script>";

    #[test]
    fn a_page_allows_its_own_scripts_and_style_and_nothing_else_that_is_inline() {
        let policy = Policy::of(PAGE, None).of_page("p{}");
        let directives: Vec<&str> = policy.split(';').collect();
        assert_eq!(directives[0], "default-src 'none'");
        // printf '{}' | openssl sha256 -binary | base64, and so on.
        let (rules, script, style) = (
            "RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=",
            "qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=",
            "gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=",
        );
        let scripts = format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{rules}' 'sha256-{script}'");
        assert_eq!(directives[1], scripts);
        assert_eq!(directives[2], format!("style-src 'self' 'sha256-{style}'"));
        assert!(policy.ends_with(";require-trusted-types-for 'script';trusted-types press"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains("http"));
    }

    #[test]
    fn only_a_counter_elsewhere_is_another_origin() {
        let of = |counter: Counter| Policy::of("", Some(&counter)).of_page("");
        assert!(of(Counter::Redis(String::new())).contains("connect-src 'self';"));
        let redis = of(Counter::Redis("https://views.example:8443/a".into()));
        assert!(redis.contains("connect-src 'self' https://views.example:8443;"), "{redis}");
        let goat = of(Counter::Goatcounter("https://stats.example".into()));
        assert!(goat.contains("connect-src 'self' https://stats.example;"), "{goat}");
    }

    #[test]
    fn scripts_with_a_nonce_are_allowed_by_it() {
        let policy = Policy::of("<script nonce=\"{{N}}\">a()</script>", None).of_page("");
        assert!(policy.contains("'wasm-unsafe-eval' 'nonce-{{N}}';style-src 'self';"), "{policy}");
        assert!(policy.ends_with(";form-action 'self';trusted-types press"), "{policy}");
    }

    #[test]
    fn the_headers_allow_all_styles_and_no_frame() {
        let policy = Policy::of("", None).of_site(&["a{}", "b{}"]);
        assert_eq!(policy.matches("'sha256-").count(), 2);
        assert!(policy.ends_with(";frame-ancestors 'none'"));
    }
}
