//! Who sits before the browser, as far as it matters for counting, and how a reading is sent.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::js_sys::Reflect;

/// Parts of the names of programs that read by themselves.
const ROBOTS: [&str; 7] = ["bot", "crawl", "spider", "slurp", "headless", "lighthouse", "externalhit"];

/// Whether this is a person who may be counted: no robot by its name, no program that drives the browser, and nobody who
/// has asked not to be followed (Do Not Track, Global Privacy Control).
pub fn may_be_counted() -> bool {
    let navigator = window().navigator();
    let says = |name: &str| Reflect::get(&navigator, &JsValue::from_str(name)).unwrap_or_default();
    let robot = is_robot(&says("userAgent").as_string().unwrap_or_default());
    let asks = says("doNotTrack").as_string().as_deref() == Some("1") || says("globalPrivacyControl").is_truthy();
    !robot && !asks && !says("webdriver").is_truthy()
}

/// Sends an empty message that arrives even if the page is left; false if the browser does not take it.
pub fn post(address: &str) -> bool {
    window().navigator().send_beacon(address).unwrap_or_default()
}

/// Asks for a picture that nobody sees; false if the browser does not take it.
pub fn get_picture(address: &str) -> bool {
    document().create_element("img").is_ok_and(|picture| picture.set_attribute("src", address).is_ok())
}

fn is_robot(agent: &str) -> bool {
    // Cubot makes phones.
    let agent = agent.to_ascii_lowercase().replace("cubot", "");
    ROBOTS.iter().any(|robot| agent.contains(robot))
}

#[cfg(test)]
mod tests {
    use super::is_robot;

    #[test]
    fn robots_are_known_by_their_names() {
        let robots = [
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "facebookexternalhit/1.1",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36",
        ];
        assert!(robots.into_iter().all(is_robot));
        let people = [
            "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "",
        ];
        assert!(!people.into_iter().any(is_robot));
    }
}
