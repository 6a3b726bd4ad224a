//! Whether this visitor may be counted, and how a reading is sent.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::js_sys::Reflect;

/// Parts of the user agents of programs that read pages automatically.
const ROBOTS: [&str; 7] = ["bot", "crawl", "spider", "slurp", "headless", "lighthouse", "externalhit"];

/// Whether this visitor may be counted: not a robot by its user agent, not an automated browser, and not somebody
/// who has asked not to be tracked (Do Not Track, Global Privacy Control).
pub fn may_be_counted() -> bool {
    let navigator = window().navigator();
    let says = |name: &str| Reflect::get(&navigator, &JsValue::from_str(name)).unwrap_or_default();
    let robot = is_robot(&says("userAgent").as_string().unwrap_or_default());
    let asks = says("doNotTrack").as_string().as_deref() == Some("1") || says("globalPrivacyControl").is_truthy();
    !robot && !asks && !says("webdriver").is_truthy()
}

/// Sends an empty POST request that completes even if the page is left; false if the browser does not accept it.
pub fn post(address: &str) -> bool {
    window().navigator().send_beacon(address).unwrap_or_default()
}

/// Requests a picture that is never shown; false if the browser does not accept it.
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
