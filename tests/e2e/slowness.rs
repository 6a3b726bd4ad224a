//! Documents that are slow, and readers who do not wait for them.

use crate::arrival::{arrived, arrived_at_top};
use crate::browser::{Browser, Device};
use crate::failures::has_failed;
use crate::paper::Paper;
use crate::server::{Behaviour, Outcome, Server};

const BUSY: &str = "document.querySelector('.progress').checkVisibility({ visibilityProperty: true })";

/// A reader on the front page, and the paths of two stories there.
struct Scene {
    server: Server,
    paper: Paper,
    browser: Browser,
    first: String,
    second: String,
}

impl Scene {
    async fn set(device: Device) -> Scene {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        browser.open(&server, "/").await;
        browser.mark().await;
        let links = "[...document.querySelectorAll('.latest .card-headline a')].map(a => new URL(a.href).pathname)";
        let mut links: Vec<String> = browser.eval(links).await;
        let second = links.remove(1);
        Scene { server, paper, browser, first: links.remove(0), second }
    }

    fn data(path: &str) -> String {
        format!("{path}index.json")
    }

    fn link(path: &str) -> String {
        format!(".latest .card-headline a[href='{path}']")
    }

    /// Follows a link whose document does not arrive.
    async fn go_in_vain(&self, path: &str) {
        self.server.treat(&Scene::data(path), Behaviour::Hold);
        self.browser.press(&Scene::link(path)).await;
        self.browser.wait("the document is requested", || !self.asked(path).is_empty()).await;
    }

    fn asked(&self, path: &str) -> Vec<Outcome> {
        self.server.asked_for(&Scene::data(path)).iter().map(|asked| asked.outcome).collect()
    }
}

#[tokio::test]
async fn a_slow_move_is_indicated_after_a_moment_while_the_old_page_stays() {
    let scene = Scene::set(Device::Phone).await;
    // Records the order of events after the click: the page indicating that it is busy, and timers started by the
    // click. The timers tell early from late even on a busy machine.
    let watch = "(window.order = [], addEventListener('click', () => [100, 2000].forEach(time =>
            setTimeout(() => order.push(String(time)), time)), { capture: true, once: true }),
        new MutationObserver(() => order.push('told'))
            .observe(document.querySelector('.progress'), { attributes: true }))";
    scene.browser.run(watch).await;
    scene.go_in_vain(&scene.first).await;
    scene.browser.until("the page is busy", BUSY).await;
    scene.browser.until("the last timer has run", "order.includes('2000')").await;
    assert_eq!(scene.browser.eval::<Vec<String>>("order").await, ["100", "told", "2000"]);
    let view = scene.browser.view().await;
    assert_eq!(view.said, "Loading…");
    assert_eq!(view.headlines, ["The Odessa Journal"], "the old page stays");
    assert_eq!(view.path, "/", "the address has not changed yet");
    assert!(view.title.starts_with("The Odessa Journal"));

    scene.server.mend(&Scene::data(&scene.first));
    arrived_at_top(&scene.browser, &scene.paper, &scene.first).await;
    assert!(!scene.browser.eval::<bool>(BUSY).await, "the page is no longer busy");
}

#[tokio::test]
async fn a_quick_move_shows_no_indicator() {
    let scene = Scene::set(Device::Desktop).await;
    // Prefetched, so that the document is available at once however busy the machine is.
    scene.browser.hover(&Scene::link(&scene.first)).await;
    scene.browser.wait("the document is prefetched", || scene.asked(&scene.first) == [Outcome::Answered(200)]).await;
    let watch = "(window.told = 0, new MutationObserver(() => told++).observe(document.querySelector('.progress'), { attributes: true }))";
    scene.browser.run(watch).await;
    scene.browser.press(&Scene::link(&scene.first)).await;
    arrived_at_top(&scene.browser, &scene.paper, &scene.first).await;
    assert_eq!(scene.browser.eval::<u32>("told").await, 0);
}

#[tokio::test]
async fn of_two_moves_the_last_one_wins_and_the_first_request_is_aborted() {
    let scene = Scene::set(Device::Desktop).await;
    scene.go_in_vain(&scene.first).await;
    scene.browser.until("the page is busy", BUSY).await;
    scene.browser.press(&Scene::link(&scene.second)).await;
    arrived_at_top(&scene.browser, &scene.paper, &scene.second).await;
    scene.browser.wait("the first request is aborted", || scene.asked(&scene.first) == [Outcome::GivenUp]).await;
    scene.server.mend(&Scene::data(&scene.first));
    assert!(!scene.browser.eval::<bool>(BUSY).await, "the page is no longer busy");
    // The abandoned page is not in the history.
    scene.browser.back().await;
    arrived(&scene.browser, &scene.paper, "/").await;
    scene.browser.forward().await;
    arrived(&scene.browser, &scene.paper, &scene.second).await;
    // It can still be opened.
    scene.browser.back().await;
    arrived(&scene.browser, &scene.paper, "/").await;
    scene.browser.press(&Scene::link(&scene.first)).await;
    arrived_at_top(&scene.browser, &scene.paper, &scene.first).await;
}

#[tokio::test]
async fn back_during_a_move_aborts_it() {
    let scene = Scene::set(Device::Desktop).await;
    scene.browser.press(&Scene::link(&scene.second)).await;
    arrived_at_top(&scene.browser, &scene.paper, &scene.second).await;
    scene.server.treat("/about/index.json", Behaviour::Hold);
    scene.browser.press(".footer a[href='/about/']").await;
    scene.browser.until("the page is busy", BUSY).await;
    scene.browser.back().await;
    arrived(&scene.browser, &scene.paper, "/").await;
    scene
        .browser
        .wait("the request is aborted", || {
            scene.server.asked_for("/about/index.json").iter().all(|asked| asked.outcome == Outcome::GivenUp)
        })
        .await;
    assert!(!scene.browser.eval::<bool>(BUSY).await, "the page is no longer busy");
}

#[tokio::test]
async fn a_double_click_sends_one_request_and_a_later_click_sends_another() {
    let scene = Scene::set(Device::Phone).await;
    scene.go_in_vain(&scene.first).await;
    scene.browser.until("the page is busy", BUSY).await;
    let link = Scene::link(&scene.first);
    let twice = "new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 })";
    scene.browser.run(&format!("document.querySelector(\"{link}\").dispatchEvent({twice})")).await;
    assert_eq!(scene.asked(&scene.first), [Outcome::UnderWay]);

    // The first response may be lost, so a later click does not wait for it. A click much sooner than this would
    // count as a double-click.
    scene.browser.let_pass(600).await;
    let y = scene.browser.press(&link).await;
    assert!(y > 100.0, "the page is scrolled");
    let again = || scene.asked(&scene.first) == [Outcome::GivenUp, Outcome::UnderWay];
    scene.browser.wait("it is requested again", again).await;
    crate::arrival::is_at(&scene.browser, y).await;
    scene.server.mend(&Scene::data(&scene.first));
    arrived_at_top(&scene.browser, &scene.paper, &scene.first).await;
    assert_eq!(scene.asked(&scene.first), [Outcome::GivenUp, Outcome::Answered(200)]);
    assert!(!scene.browser.eval::<bool>(BUSY).await, "the page is no longer busy");
    scene.browser.back().await;
    crate::arrival::arrived_where_left(&scene.browser, &scene.paper, "/", y).await;
}

/// Shortens the page's long timers, so that a test need not wait as long. Short ones stay as they are.
pub const IMPATIENT: &str = "(wait => {
    window.setTimeout = (work, time, ...more) => wait(work, time >= 10000 ? time / 20 : time, ...more);
})(setTimeout)";

#[tokio::test]
async fn a_missing_response_times_out_and_can_be_retried() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.before_each_page(IMPATIENT).await;
    browser.open(&server, "/").await;
    browser.mark().await;
    server.treat("/war/index.json", Behaviour::Hold);
    for _ in 0..2 {
        // First by the link, then by the button on the error page.
        let press = if browser.eval("document.querySelector('.failure') !== null").await {
            ".failure button:first-child"
        } else {
            ".section-nav a[href='/war/']"
        };
        server.forget();
        browser.press(press).await;
        let given_up = || server.asked_for("/war/index.json").iter().any(|asked| asked.outcome == Outcome::GivenUp);
        browser.wait("the request times out", given_up).await;
        has_failed(&browser, &paper, "/war/", "The network did not answer. Are you online?").await;
    }
    server.mend("/war/index.json");
    browser.press(".failure button:first-child").await;
    arrived_at_top(&browser, &paper, "/war/").await;
}

#[tokio::test]
async fn going_back_to_a_page_that_cannot_be_loaded_shows_the_error() {
    let scene = Scene::set(Device::Desktop).await;
    scene.browser.press(&Scene::link(&scene.first)).await;
    arrived_at_top(&scene.browser, &scene.paper, &scene.first).await;
    // After a reload, the app no longer has the front page in memory.
    scene.browser.driver.refresh().await.expect("a reload");
    scene.browser.taken_over().await;
    scene.browser.mark().await;
    scene.server.treat("/index.json", Behaviour::Hold);
    scene.browser.back().await;
    scene.browser.until("the page is busy", BUSY).await;
    let view = scene.browser.view().await;
    assert_eq!(view.headlines, [scene.paper.story_at(&scene.first).headline.as_str()], "the old page stays");
    scene.server.treat("/index.json", Behaviour::Status(503));
    has_failed(&scene.browser, &scene.paper, "/", "The server answered with an error (503).").await;
    scene.server.mend("/index.json");
    scene.browser.press(".failure button:first-child").await;
    arrived(&scene.browser, &scene.paper, "/").await;
}
