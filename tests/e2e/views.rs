//! The view counter with a counting service: live, once for each reading, and never wrong.

use journal::model::{Article, Document, Site};

use crate::browser::{Browser, Device};
use crate::counter::Counter;
use crate::host::counted_at;
use crate::paper::Paper;
use crate::server::{Behaviour, Outcome, Server, dist};

/// The number of views in the head of a story.
const NUMBER: &str = "document.querySelector('.story-facts .views :nth-child(2)').textContent";

/// Serves the page at `path` as if the service at `address` counted the newspaper's views.
fn counted_by(server: &Server, service: &str, address: &str, path: &str) {
    let html = std::fs::read_to_string(dist().join(path.trim_matches('/')).join("index.html")).expect("a page");
    let counter = format!("{{\"{service}\":\"{address}\"}}");
    let paper = Paper::read();
    // The page then has room for numbers that are not known yet.
    let site = Site { counter: serde_json::from_str(&counter).expect("a counter"), ..paper.site.clone() };
    let (head, rest) = html.split_once("<main id=\"main\" tabindex=\"-1\">").expect("its page");
    let (_, end) = rest.split_once("</main>").expect("its end");
    let head = counted_at(Some(address), head);
    server.count_at(address);
    let page = journal::pages::page(&site, paper.document(path)).into_string();
    let end = end.replacen("\"site\":{", &format!("\"site\":{{\"counter\":{counter},"), 1);
    server.treat(path, Behaviour::Html([&head, "<main id=\"main\" tabindex=\"-1\">", &page, "</main>", &end].concat()));
}

fn key(story: &Article) -> String {
    format!("{}:{}", story.section, story.slug)
}

fn shows(number: &str) -> String {
    format!("{NUMBER} === '{number}'")
}

#[tokio::test]
async fn a_reading_counts_once_and_others_see_the_number_change() {
    // All browsers of the tests have one address, so a story is counted more often than once a minute.
    let (server, paper, mut counter) = (Server::start(), Paper::read(), Counter::with("rate=1r/m", "rate=1000r/s"));
    let (story, path) = (paper.reference(), paper.reference().route().path());
    counted_by(&server, "redis", &counter.origin(), &path);
    counter.seed(&key(story), 668);
    let [watching, reading] = Browser::two_persons().await;
    watching.open(&server, &path).await;
    watching.until("its own reading is counted", &shows("669")).await;
    assert_eq!(counter.count(&key(story)), Some(669));

    watching.mark().await;
    reading.open(&server, &path).await;
    watching.until("the other reading shows", &shows("670")).await;
    assert!(watching.view().await.marked, "without a reload");
    assert_eq!(watching.text(".story-facts .views").await, "670 views");

    // A browser counts a story only once.
    reading.open(&server, &path).await;
    reading.until("it shows the number", &shows("670")).await;
    reading.open(&server, &path).await;
    reading.until("it shows the number", &shows("670")).await;
    assert_eq!(counter.count(&key(story)), Some(670));

    // A power cut: the number is on the disk, and the streams reconnect.
    watching.wait("it is on the disk", || counter.written(&key(story)) == 3).await;
    counter.kill_redis();
    counter.kill_webdis();
    assert_eq!(watching.eval::<String>(NUMBER).await, "670");
    counter.start_redis();
    counter.start_webdis();
    assert_eq!(counter.count(&key(story)), Some(670), "nothing is lost");
    watching.wait("Redis answers again", || counter.redis("default", "PING") == "+PONG").await;
    // Eight hours later.
    reading.run("localStorage.removeItem('read')").await;
    reading.open(&server, &path).await;
    reading.until("it is counted again", &shows("671")).await;
    watching.until("the stream reports it", &shows("671")).await;
}

#[tokio::test]
async fn automated_browsers_and_readers_who_opt_out_are_not_counted() {
    let (server, paper, counter) = (Server::start(), Paper::read(), Counter::start());
    let (story, path) = (paper.reference(), paper.reference().route().path());
    counted_by(&server, "redis", &counter.origin(), &path);
    counter.seed(&key(story), 700);
    let driven = Browser::start(Device::Desktop).await;
    assert!(driven.eval::<bool>("navigator.webdriver").await);
    let asking = [
        "Object.defineProperty(navigator, 'doNotTrack', { value: '1' })",
        "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })",
        "Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (compatible; Examplebot/1.0)' })",
    ];
    let watch = "window.order = []; const ask = fetch.bind(window);
        window.fetch = (request, options) => {
            const [answer, address] = [ask(request, options), request.url ?? String(request)];
            if (address.includes('/counts/')) order.push('asked');
            if (address.includes('/follow/')) answer.then(() => order.push('stream'), () => {});
            return answer;
        };";
    driven.before_each_page(watch).await;
    // The stream opens before the numbers are requested, which waits for half a second, and must not cause a second
    // request. On a busy machine the stream may open too late, so try again.
    let mut order = Vec::new();
    for _ in 0..20 {
        driven.open(&server, &path).await;
        driven.until("it still gets the number", &shows("700")).await;
        driven.let_pass(1200).await;
        order = driven.eval::<Vec<String>>("order").await;
        if order == ["stream", "asked"] {
            break;
        }
    }
    assert_eq!(order, ["stream", "asked"]);
    drop(driven);
    for script in asking {
        let browser = Browser::person(Device::Desktop).await;
        browser.before_each_page(script).await;
        browser.open(&server, &path).await;
        browser.until("it still gets the number", &shows("700")).await;
        drop(browser);
    }
    assert_eq!(counter.count(&key(story)), Some(700));
    let person = Browser::person(Device::Desktop).await;
    person.open(&server, &path).await;
    person.until("a person is counted", &shows("701")).await;
}

/// Cards have numbers, too: one request for all of them.
#[tokio::test]
async fn one_request_updates_all_cards_of_a_page() {
    let (server, paper, counter) = (Server::start(), Paper::read(), Counter::start());
    counted_by(&server, "redis", &counter.origin(), "/");
    let story = paper.site.top.first().expect("a story");
    let known = story.views.expect("a number");
    assert_ne!(known, 12_499);
    counter.seed(&format!("{}:{}", story.section, story.slug), 12_499);
    let Document::Front(front) = paper.document("/") else { panic!("the front page") };
    let unknown = front.latest.teasers.iter().find(|teaser| teaser.views.is_none()).expect("a story of unknown views");
    counter.seed(&format!("{}:{}", unknown.section, unknown.slug), 7);
    let browser = Browser::person(Device::Desktop).await;
    browser.open(&server, "/").await;
    let card = format!(
        "[...document.querySelectorAll('.carousel .card')].find(card => card.querySelector('a[href=\"{}\"]'))",
        story.route().path()
    );
    browser
        .until(
            "the card has the number",
            &format!("{card}.querySelector('.views :nth-child(2)').textContent === '12.4K'"),
        )
        .await;
    assert_eq!(browser.eval::<String>(&format!("{card}.querySelector('.views').title")).await, "12,499 views");
    let of_unknown = format!(".card:has(a[href='{}']) .views", unknown.route().path());
    assert_eq!(browser.text(&of_unknown).await, "7 views", "it has room for the number");
    assert_eq!(
        browser
            .eval::<u32>(
                "performance.getEntriesByType('resource').filter(entry => entry.name.includes('/counts/')).length"
            )
            .await,
        1
    );
    assert_eq!(
        browser
            .eval::<u32>(
                "performance.getEntriesByType('resource').filter(entry => entry.name.includes('/follow/')).length"
            )
            .await,
        0
    );
}

/// Whatever the service does, the page keeps the number from the snapshot and reports no error.
#[tokio::test]
async fn a_failing_service_leaves_the_number_from_the_snapshot() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::person(Device::Phone).await);
    let (story, path) = (paper.reference(), paper.reference().route().path());
    let cards = story
        .related
        .iter()
        .map(|teaser| teaser.route())
        .chain(paper.site.top_beside(&story.section, &story.slug).map(|teaser| teaser.route()));
    let mut keys = vec![key(story)];
    for route in cards {
        let key = route.path().trim_matches('/').replace('/', ":");
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let [count, counts, follow] =
        [format!("/count/{}", key(story)), format!("/counts/{}", keys.join(",")), format!("/follow/{}", key(story))];
    counted_by(&server, "redis", "", &path);
    let answer = |number: &str| Behaviour::Json(format!("{{\"MGET\":[{number}]}}"));
    let bad = [
        Behaviour::Drop,
        Behaviour::Hold,
        Behaviour::Status(500),
        Behaviour::Html("<h1>Sign in</h1>".into()),
        Behaviour::Json("{\"MGET\":".into()),
        Behaviour::Json("[]".into()),
        Behaviour::Json("{\"INCR\":3}".into()),
        answer("null"),
        answer("\"-5\""),
        answer("\"3\""),
        answer("3.7"),
        answer("\"99999999999999999999999\""),
        answer("\"123456789012345\""),
        answer("\"<img src=x>\""),
    ];
    for behaviour in bad {
        for address in [&count, &counts, &follow] {
            server.treat(address, behaviour.clone());
        }
        server.forget();
        browser.console().await;
        browser.open(&server, &path).await;
        browser.wait("the service is queried", || !server.asked_for(&counts).is_empty()).await;
        if behaviour != Behaviour::Hold {
            browser
                .wait("it has answered", || {
                    server.asked_for(&counts).iter().any(|asked| asked.outcome != Outcome::UnderWay)
                })
                .await;
        }
        browser.let_pass(300).await;
        assert_eq!(browser.eval::<String>(NUMBER).await, "668", "{behaviour:?}");
        assert_eq!(browser.view().await.headlines, [story.headline.as_str()]);
        let console = browser.console().await;
        let own: Vec<_> = console.iter().filter(|line| !line.message.contains("Failed to load resource")).collect();
        assert!(own.is_empty(), "{behaviour:?}: {own:#?}");
        for address in [&count, &counts, &follow] {
            server.mend(address);
        }
    }
    // A valid number is shown.
    server.treat(&counts, answer("\"1000\""));
    browser.open(&server, &path).await;
    browser.until("the number is shown", &shows("1,000")).await;
}

/// No request is left pending for ever, neither for the numbers nor for the stream.
#[tokio::test]
async fn unanswered_requests_time_out_and_the_stream_reconnects() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::person(Device::Phone).await);
    let (story, path) = (paper.reference(), paper.reference().route().path());
    let follow = format!("/follow/{}", key(story));
    counted_by(&server, "redis", "", &path);
    browser.open(&server, &path).await;
    browser
        .wait("the numbers are requested", || server.asked().iter().any(|asked| asked.path().starts_with("/counts/")))
        .await;
    let counts = server
        .asked()
        .into_iter()
        .find(|asked| asked.path().starts_with("/counts/"))
        .expect("the request")
        .path()
        .to_string();
    for address in [&counts, &follow] {
        server.treat(address, Behaviour::Hold);
    }
    server.forget();
    browser.open(&server, &path).await;
    for address in [&counts, &follow] {
        browser
            .wait("it times out", || server.asked_for(address).iter().any(|asked| asked.outcome == Outcome::GivenUp))
            .await;
    }
    browser.wait("the stream is requested again", || server.asked_for(&follow).len() > 1).await;
}

/// A browser opens at most six connections to a host: the streams of hidden tabs must not use them up.
#[tokio::test]
async fn seven_tabs_of_one_browser_still_load_pages() {
    let (server, paper, counter) = (Server::start(), Paper::read(), Counter::start());
    let stories: Vec<String> = paper.stories().take(7).map(|story| story.route().path()).collect();
    stories.iter().for_each(|path| counted_by(&server, "redis", &counter.origin(), path));
    let browser = Browser::person(Device::Desktop).await;
    for path in &stories {
        let tab = browser.driver.new_tab().await.expect("a tab");
        browser.driver.switch_to_window(tab).await.expect("the tab");
        browser.open(&server, path).await;
        let asked = "performance.getEntriesByType('resource').some(entry => entry.name.includes('/counts/') && entry.responseEnd > 0)";
        browser.until("its numbers have arrived", asked).await;
    }
}

/// A page that has not been visible yet, such as a prerendered one, is counted once it is visible.
#[tokio::test]
async fn a_hidden_page_is_not_counted_and_opens_no_stream() {
    let (server, paper) = (Server::start(), Paper::read());
    let (story, path) = (paper.reference(), paper.reference().route().path());
    let [count, follow] = [format!("/count/{}", key(story)), format!("/follow/{}", key(story))];
    counted_by(&server, "redis", "", &path);
    server.treat(&follow, Behaviour::Hold);
    let browser = Browser::person(Device::Desktop).await;
    // With emulated focus a page counts as visible even if its window is minimised.
    browser.focus(false).await;
    let hide = || async { browser.driver.minimize_window().await.expect("a window") };
    let show = || async { browser.driver.maximize_window().await.expect("a window") };
    hide().await;
    browser.open(&server, &path).await;
    assert!(browser.eval::<bool>("document.hidden").await);
    browser.let_pass(1000).await;
    assert!(server.asked_for(&count).is_empty() && server.asked_for(&follow).is_empty());

    show().await;
    browser.wait("it is counted", || server.asked_for(&count).len() == 1).await;
    let follows = |times: usize, outcome: Outcome| {
        let asked = server.asked_for(&follow);
        asked.len() == times && asked.last().is_some_and(|last| last.outcome == outcome)
    };
    browser.wait("the stream opens", || follows(1, Outcome::UnderWay)).await;
    hide().await;
    browser.wait("the stream is closed", || follows(1, Outcome::GivenUp)).await;
    show().await;
    browser.wait("the stream opens again", || follows(2, Outcome::UnderWay)).await;
    assert_eq!(server.asked_for(&count).len(), 1);
}

/// A service that does not allow cross-origin reads.
#[tokio::test]
async fn responses_blocked_by_cors_change_nothing() {
    let (server, service, paper) = (Server::start(), Server::start(), Paper::read());
    let path = paper.reference().route().path();
    counted_by(&server, "redis", &service.origin(), &path);
    let html = std::fs::read_to_string(dist().join(path.trim_matches('/')).join("index.html")).expect("a page");
    assert!(html.contains("668"));
    let browser = Browser::person(Device::Phone).await;
    browser.open(&server, &path).await;
    let asked = || service.asked().into_iter().find(|asked| asked.address.starts_with("/counts/"));
    browser.wait("it is queried", || asked().is_some()).await;
    let address = asked().expect("the request").address;
    service.treat(&address, Behaviour::Json("{\"MGET\":[\"1000\",\"1000\"]}".into()));
    service.forget();
    browser.console().await;
    browser.open(&server, &path).await;
    let answered = || asked().is_some_and(|asked| asked.outcome == Outcome::Answered(200));
    browser.wait("it has answered", answered).await;
    browser.let_pass(300).await;
    assert_eq!(browser.eval::<String>(NUMBER).await, "668");
    let console = browser.console().await;
    let by_browser = |line: &str| line.contains("blocked by CORS policy") || line.contains("Failed to load resource");
    let own: Vec<_> = console.iter().filter(|line| !by_browser(&line.message)).collect();
    assert!(own.is_empty() && !console.is_empty(), "{own:#?}");
}

/// A fake GoatCounter, since the program is not available here. It answers as GoatCounter's documentation says.
#[tokio::test]
async fn goatcounter_counts_and_shows_the_number_of_the_story() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::person(Device::Desktop).await);
    let (story, path) = (paper.reference(), paper.reference().route().path());
    let encoded = path.replace('/', "%2F").replace('-', "%2D");
    counted_by(&server, "goatcounter", &server.origin(), &path);
    // The server says that the number expires after half an hour; this response has been cached for two hours longer.
    let count = "{\"count\":\"1\u{202f}234\",\"count_unique\":\"1\u{202f}234\"}";
    let expires = "Tue, 24 Nov 2026 10:35:00 +0000";
    server.treat(&format!("/counter/{encoded}.json"), Behaviour::Expiring(count.into(), expires));
    browser.open(&server, &path).await;
    browser.until("the number is shown", &shows("1,234")).await;
    let clock = "new Date(Date.UTC(2026, 10, 24, 10, 5)).toTimeString().slice(0, 5)";
    let time = browser.eval::<String>(clock).await;
    assert_eq!(browser.text(".story-facts .views-time").await.trim(), format!("at {time}"));
    assert_eq!(browser.text(".story-facts .views").await, format!("1,234 views at {time}"));
    let counted = server.asked_for("/count");
    assert_eq!(counted.len(), 1);
    assert_eq!(counted[0].address, format!("/count?p={encoded}"));
    // If it does not know the path yet, or the publisher has not allowed it, the number from the snapshot stays.
    for (behaviour, status) in [(Behaviour::Status(404), 404), (Behaviour::Status(403), 403)] {
        server.treat(&format!("/counter/{encoded}.json"), behaviour);
        server.forget();
        browser.open(&server, &path).await;
        let answered = || {
            server
                .asked_for(&format!("/counter/{encoded}.json"))
                .iter()
                .any(|asked| asked.outcome == Outcome::Answered(status))
        };
        browser.wait("it has answered", answered).await;
        assert_eq!(browser.eval::<String>(NUMBER).await, "668");
        assert_eq!(browser.text(".story-facts .views").await, "668 views", "the number from the snapshot has no time");
        assert!(server.asked_for("/count").is_empty(), "it has already been counted");
    }
    // Cards keep the numbers from the snapshot.
    counted_by(&server, "goatcounter", &server.origin(), "/");
    server.forget();
    browser.open(&server, "/").await;
    browser.let_pass(1000).await;
    let asked = server.asked();
    assert!(asked.iter().all(|asked| !asked.address.starts_with("/count")), "{asked:#?}");
    assert_eq!(story.views, Some(668));
}
