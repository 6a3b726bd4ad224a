//! Searching the newspaper: suggestions, results, filters, order, Back, and what happens without an index.

use crate::browser::{Browser, Device, quoted};
use crate::input::Key;
use crate::server::{Behaviour, Server};

const FIELD: &str = ".search-form input[name=q]";
const OPTIONS: &str = "[...document.querySelectorAll('.suggestions [role=option]')]";
const HEADLINES: &str = "[...document.querySelectorAll('.search-results .card-headline')].map(h => h.textContent)";
const STATUS: &str = "document.querySelector('.search-status')?.textContent.trim()";

/// Waits for the results of the search at this address.
async fn results(browser: &Browser, address: &str, status: &str) {
    let of = "document.querySelector('.search-status')?.dataset.of";
    let there = format!("{of} === {} && {STATUS} === {}", quoted(address), quoted(status));
    browser.until(&format!("{address} has its results"), &there).await;
}

/// The requested files of the search index and the worker.
fn of_index(server: &Server) -> Vec<String> {
    let paths = server.asked().into_iter().map(|asked| asked.path().to_string());
    let is_index =
        |path: &String| path.starts_with("/assets/search/") || path.contains("/search/") && !path.ends_with('/');
    paths.filter(is_index).collect()
}

/// Roles and names in the accessibility tree, for the given roles, in document order.
async fn accessible(browser: &Browser, roles: &[&str]) -> Vec<(String, String)> {
    let tree = browser.devtools("Accessibility.getFullAXTree", serde_json::json!({})).await;
    let nodes = tree["nodes"].as_array().expect("a tree");
    let seen = nodes.iter().filter(|node| node["ignored"] == false);
    let named = seen.map(|node| {
        let text = |part: &str| node[part]["value"].as_str().unwrap_or_default().to_string();
        (text("role"), text("name"))
    });
    named.filter(|(role, _)| roles.contains(&role.as_str())).collect()
}

#[tokio::test]
async fn nothing_is_fetched_before_the_reader_starts_a_search() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.let_pass(500).await;
    assert!(of_index(&server).is_empty(), "{:?}", of_index(&server));
    browser.key(Key::SLASH).await;
    browser.wait("the worker is requested", || of_index(&server).iter().any(|path| path.ends_with(".wasm"))).await;
    assert!(of_index(&server).iter().all(|path| !path.ends_with(".bin")), "{:?}", of_index(&server));
}

/// The combobox, by keyboard alone, as a screen reader presents it.
#[tokio::test]
async fn headlines_are_suggested_while_a_reader_types() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.key(Key::SLASH).await;
    browser.type_text("vorontsov lightho").await;
    browser.until("headlines are suggested", &format!("{OPTIONS}.length > 1")).await;
    let offered: Vec<String> = browser.eval(&format!("{OPTIONS}.map(option => option.textContent)")).await;
    assert!(offered[0].contains("Vorontsov lighthouse"), "{offered:?}");
    let attributes = "['role', 'aria-expanded', 'aria-autocomplete', 'aria-controls'].map(name => document.activeElement.getAttribute(name))";
    assert_eq!(browser.eval::<Vec<String>>(attributes).await, ["combobox", "true", "list", "suggestions"]);
    assert_eq!(browser.view().await.said, format!("{} suggestions", offered.len()));
    let chosen = format!("{OPTIONS}.filter(option => option.ariaSelected === 'true').map(option => option.id)");
    assert!(browser.eval::<Vec<String>>(&chosen).await.is_empty());

    browser.key(Key::DOWN).await;
    assert_eq!(browser.eval::<Vec<String>>(&chosen).await, ["suggestion-0"]);
    let active = "document.activeElement.getAttribute('aria-activedescendant')";
    assert_eq!(browser.eval::<String>(active).await, "suggestion-0");
    let tree = accessible(&browser, &["combobox", "listbox", "option"]).await;
    let mut expected = vec![("combobox", "Search the newspaper"), ("listbox", "Stories")];
    expected.extend(offered.iter().map(|headline| ("option", headline.as_str())));
    assert_eq!(tree.iter().map(|(role, name)| (role.as_str(), name.as_str())).collect::<Vec<_>>(), expected);
    // Escape hides the list, and typing on brings it back.
    browser.key(Key::ESCAPE).await;
    assert_eq!(browser.eval::<u32>(&format!("{OPTIONS}.length")).await, 0);
    assert_eq!(browser.eval::<String>("document.activeElement.getAttribute('aria-expanded')").await, "false");
    assert_eq!(browser.eval::<String>("document.activeElement.value").await, "vorontsov lightho");
    browser.type_text("u").await;
    browser.until("they are suggested again", &format!("{OPTIONS}[0]?.textContent === {}", quoted(&offered[0]))).await;
    // The list wraps around.
    browser.key(Key::UP).await;
    let last = browser.eval::<u32>(&format!("{OPTIONS}.length")).await - 1;
    assert_eq!(browser.eval::<Vec<String>>(&chosen).await, [format!("suggestion-{last}")]);
    browser.key(Key::DOWN).await;
    browser.key(Key::ENTER).await;
    browser.shows(&offered[0]).await;
    assert_eq!(browser.eval::<u32>(&format!("{OPTIONS}.length")).await, 0);
}

#[tokio::test]
async fn a_reader_searches_filters_sorts_reads_on_and_comes_back() {
    for device in Device::BOTH {
        let (server, browser) = (Server::start(), Browser::start(device).await);
        browser.open(&server, "/").await;
        browser.mark().await;
        match device {
            Device::Desktop => browser.press(".search-field input").await,
            Device::Phone => {
                browser.press(".search-toggle").await;
                browser.shows("Find a story").await;
                browser.press(FIELD).await
            }
        };
        browser.type_text("harbour").await;
        browser.key(Key::ENTER).await;
        let total = "Number(document.querySelector('.search-status')?.textContent.split(' ')[0])";
        browser.until("stories are found", &format!("{total} > 10")).await;
        let found: u32 = browser.eval(total).await;
        results(&browser, "/search/?q=harbour", &format!("{found} stories found.")).await;
        assert_eq!(browser.eval::<Vec<String>>(HEADLINES).await.len(), 10);
        assert_eq!(browser.text(".search-said").await, format!("{found} stories found."));
        assert_eq!(browser.eval::<String>(&format!("document.querySelector('{FIELD}').value")).await, "harbour");
        let marks =
            "[...document.querySelectorAll('.search-results mark')].map(mark => mark.textContent.toLowerCase())";
        let marks: Vec<String> = browser.eval(marks).await;
        assert!(marks.len() > 5 && marks.iter().all(|mark| mark.starts_with("harbo")), "{marks:?}");

        let wanted = ["searchbox", "button", "combobox", "heading", "status"];
        let tree = accessible(&browser, &wanted).await;
        let has = |role: &str, name: &str| tree.iter().any(|(one, other)| one == role && other == name);
        assert!(has("heading", "Find a story") && has("heading", &format!("{found} stories found.")), "{tree:?}");
        for name in ["Section", "Author", "Year", "Order"] {
            assert!(has("combobox", name), "{name}: {tree:?}");
        }
        assert!(has("searchbox", "Search the newspaper") && has("button", "Search") && has("button", "More stories"));

        // By date, in one section.
        let choose = |name: &str, value: &str| {
            format!(
                "(() => {{ const list = document.querySelector('.search-form [name={name}]'); list.value = '{value}'; \
                 list.dispatchEvent(new Event('change', {{ bubbles: true }})) }})()"
            )
        };
        browser.run(&choose("sort", "date")).await;
        results(&browser, "/search/?q=harbour&sort=date", &format!("{found} stories found.")).await;
        let dates = "[...document.querySelectorAll('.search-results time')].map(time => time.dateTime)";
        let dates: Vec<String> = browser.eval(dates).await;
        assert!(dates.is_sorted_by(|one, other| one >= other), "{dates:?}");
        browser.run(&choose("section", "history")).await;
        let of_history = "location.search === '?q=harbour&section=history&sort=date' && \
             document.querySelectorAll('.search-results > li').length > 0 && \
             [...document.querySelectorAll('.search-results .kicker')].every(kicker => kicker.textContent === 'History')";
        browser.until("only stories of the section are shown", of_history).await;
        assert!(browser.eval::<u32>(total).await < found);
        let years = "document.querySelectorAll('.search-form [name=year] option').length";
        assert!(browser.eval::<u32>(years).await > 2);

        // Back to all results, show more, open one, and back again.
        browser.back().await;
        browser.back().await;
        results(&browser, "/search/?q=harbour", &format!("{found} stories found.")).await;
        browser.press("[data-more]").await;
        browser.until("more are shown", &format!("{HEADLINES}.length === Math.min(20, {found})")).await;
        let at_next = "document.activeElement === document.querySelectorAll('.search-results .card-headline a')[10]";
        assert!(browser.eval::<bool>(at_next).await, "focus is on the first of them");
        let headlines: Vec<String> = browser.eval(HEADLINES).await;
        let y = browser.press(".search-results > li:nth-child(12) .card-headline a").await;
        browser.shows(&headlines[11]).await;
        browser.back().await;
        browser.until("all of them are shown", &format!("{HEADLINES}.length === {}", headlines.len())).await;
        assert_eq!(browser.eval::<Vec<String>>(HEADLINES).await, headlines);
        browser.until("the page is where the reader left it", &format!("Math.abs(scrollY - {y}) < 3")).await;
        assert!(browser.view().await.marked, "no page was loaded");
    }
}

/// Everything without a mouse or a finger.
#[tokio::test]
async fn by_keyboard_alone_a_reader_searches_filters_and_reads() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.mark().await;
    browser.key(Key::SLASH).await;
    browser.type_text("harbour").await;
    browser.key(Key::ENTER).await;
    let total = "Number(document.querySelector('.search-status')?.textContent.split(' ')[0])";
    browser.until("stories are found", &format!("{total} > 10")).await;
    let found: u32 = browser.eval(total).await;

    // Each choice takes effect at once, and the focus stays on the list.
    browser.tab_to(".search-form [name=section]").await;
    let sections: Vec<String> =
        browser.eval("[...document.querySelector('.search-form [name=section]').options].map(it => it.value)").await;
    for section in &sections[1..3] {
        browser.key(Key::DOWN).await;
        let there = format!(
            "location.search === '?q=harbour&section={section}' && \
             document.querySelector('.search-status')?.dataset.of === location.pathname + location.search && \
             !document.querySelector('.search-looking') && document.activeElement.name === 'section'"
        );
        browser.until(&format!("only {section} is shown"), &there).await;
    }
    browser.key(Key::UP).await;
    browser.key(Key::UP).await;
    browser.tab_to(".search-form [name=sort]").await;
    browser.key(Key::DOWN).await;
    results(&browser, "/search/?q=harbour&sort=date", &format!("{found} stories found.")).await;
    let dates = "[...document.querySelectorAll('.search-results time')].map(time => time.dateTime)";
    let dates: Vec<String> = browser.eval(dates).await;
    assert!(dates.is_sorted_by(|one, other| one >= other), "{dates:?}");

    browser.tab_to("[data-more]").await;
    browser.key(Key::ENTER).await;
    browser.until("more are shown", &format!("{HEADLINES}.length === Math.min(20, {found})")).await;
    let at_next = "document.activeElement === document.querySelectorAll('.search-results .card-headline a')[10]";
    browser.until("focus is on the first of them", at_next).await;
    let headlines: Vec<String> = browser.eval(HEADLINES).await;
    browser.key(Key::ENTER).await;
    browser.shows(&headlines[10]).await;
    browser.back().await;
    browser.until("all of them are shown", &format!("{HEADLINES}.length === {}", headlines.len())).await;
    assert!(browser.view().await.marked, "no page was loaded");
}

#[tokio::test]
async fn a_search_without_results_offers_help() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    browser.open(&server, "/search/?q=lihgthouse").await;
    results(&browser, "/search/?q=lihgthouse", "No story has “lihgthouse”. Did you mean lighthouse?").await;
    let browse = "document.querySelector('.search-browse [aria-labelledby=sections] a').offsetWidth > 0";
    assert!(browser.eval::<bool>(browse).await, "the sections are offered");
    browser.press(".search-status a").await;
    browser.until("it is found", &format!("location.search === '?q=lighthouse' && {HEADLINES}.length > 0")).await;
    assert!(!browser.eval::<bool>(browse).await);

    // Found, but not in the chosen section.
    browser.open(&server, "/search/?q=lighthouse&section=interviews").await;
    let nowhere = "No story was found. Search the whole newspaper";
    results(&browser, "/search/?q=lighthouse&section=interviews", nowhere).await;
    browser.press(".search-status a").await;
    browser.until("it is found", &format!("location.search === '?q=lighthouse' && {HEADLINES}.length > 0")).await;
    assert_eq!(browser.eval::<String>("document.querySelector('.search-form [name=section]').value").await, "");
    // With the first two letters swapped, the right word is elsewhere in the alphabet.
    browser.open(&server, "/search/?q=ilghthouse").await;
    results(&browser, "/search/?q=ilghthouse", "No story has “ilghthouse”. Did you mean lighthouse?").await;

    browser.open(&server, "/search/?q=a").await;
    results(&browser, "/search/?q=a", "Type a word of two letters or more.").await;
    browser.open(&server, "/search/?q=xqzwv").await;
    results(&browser, "/search/?q=xqzwv", "No story has “xqzwv”.").await;
    browser.open(&server, "/search/").await;
    assert_eq!(browser.eval::<u32>("document.querySelector('.search-found').childElementCount").await, 0);
    // Ukrainian in an English newspaper, in a different grammatical case than in the text.
    browser
        .open(&server, "/search/?q=%D0%9E%D0%B4%D0%B5%D1%81%D1%96%20%D1%81%D1%85%D0%BE%D0%B4%D0%B0%D0%BC%D0%B8")
        .await;
    browser
        .until("the Ukrainian story is found", &format!("{HEADLINES}.includes('Як збудували Потьомкінські сходи')"))
        .await;
}

/// A query is always shown as text.
#[tokio::test]
async fn markup_in_a_query_stays_text() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    let evil = "<img src=x onerror=alert(1)> harbour \"&amp;";
    let address = format!("/search/?q={}", url::form_urlencoded::byte_serialize(evil.as_bytes()).collect::<String>());
    browser.open(&server, &address).await;
    browser.until("it is answered", &format!("{STATUS}?.includes('onerror')")).await;
    assert_eq!(
        browser.eval::<u32>("document.querySelectorAll('.search-found img[src=x], .search-form img').length").await,
        0
    );
    assert_eq!(browser.eval::<String>(&format!("document.querySelector('{FIELD}').value")).await, evil);
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:#?}");
}

#[tokio::test]
async fn without_its_index_the_page_says_so_and_can_try_again() {
    const FAILED: &str = "The search could not be reached. Are you online?";
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    browser.open(&server, "/search/?q=harbour").await;
    browser.until("it is found", &format!("{HEADLINES}.length === 10")).await;
    let shards: Vec<String> =
        of_index(&server).into_iter().filter(|path| path.starts_with("/assets/") && path.ends_with(".bin")).collect();
    let whole = std::fs::read(crate::server::dist().join("search/catalogue.bin")).expect("a catalogue");
    assert!(whole.len() > 200 && !shards.is_empty());
    // Missing, not an index, from another edition (a file that it names is gone), no network, no worker.
    let bad = [
        ("/search/catalogue.bin", Behaviour::Status(404)),
        ("/search/catalogue.bin", Behaviour::Html("<h1>Sign in</h1>".into())),
        (shards[0].as_str(), Behaviour::Status(404)),
        (shards[0].as_str(), Behaviour::Html("OJS\u{1}".into())),
        ("/search/catalogue.bin", Behaviour::Drop),
        ("/search/worker.js", Behaviour::Status(404)),
    ];
    for (path, behaviour) in bad {
        // Otherwise immutable files would come from the browser's cache.
        browser.devtools("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true })).await;
        browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
        server.treat(path, behaviour.clone());
        browser.open(&server, "/search/?q=harbour").await;
        results(&browser, "/search/?q=harbour", FAILED).await;
        let browse = "document.querySelector('.search-browse [aria-labelledby=sections] a').offsetWidth > 0";
        assert!(browser.eval::<bool>(browse).await, "the rest of the page works");
        server.mend(path);
        browser.press("[data-again]").await;
        browser.until(&format!("after {path} {behaviour:?} it is found"), &format!("{HEADLINES}.length === 10")).await;
    }
}

#[tokio::test]
async fn without_scripts_the_form_leads_to_sections_and_newest_stories() {
    let (server, browser) = (Server::start(), Browser::without_scripts(Device::Phone).await);
    browser.load(&format!("{}/search/?q=harbour", server.origin())).await;
    let text = browser.driver.find(thirtyfour::By::Css("main")).await.expect("main").text().await.expect("its text");
    assert!(text.contains("Searching needs JavaScript") && text.contains("Newest stories"), "{text}");
}

/// A worker that does not arrive, one that says nothing, and one that starts but never answers.
#[tokio::test]
async fn a_worker_that_does_not_answer_times_out_and_can_be_retried() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.before_each_page(crate::slowness::IMPATIENT).await;
    let silent = [Behaviour::Hold, Behaviour::Script(""), Behaviour::Script("postMessage('ready')")];
    for behaviour in silent {
        server.treat("/search/worker.js", behaviour.clone());
        browser.open(&server, "/search/?q=lighthouse").await;
        let failed = "document.querySelector('[data-again]') !== null";
        browser.until(&format!("{behaviour:?} times out"), failed).await;
        server.mend("/search/worker.js");
        browser.press("[data-again]").await;
        browser.until("it is found", &format!("{HEADLINES}.some(headline => headline.includes('lighthouse'))")).await;
    }
}
