//! What the newspaper stores for a reader: settings, saved stories, marks, shortcuts, the place in a story.

use journal::model::Teaser;
use serde_json::Value;

use crate::browser::{Browser, Device, quoted};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::Server;

const BACKGROUND: &str = "getComputedStyle(document.body).backgroundColor";
const PANEL: &str = "[popovertarget=reading]:not(.panel-close)";
const PANEL_IS_OPEN: &str = "document.getElementById('reading').matches(':popover-open')";
const FOCUSED_HEADLINE: &str = "document.activeElement.closest('.card-headline')?.textContent ?? ''";

fn input(name: &str, value: &str) -> String {
    format!("#reading input[name={name}][value='{value}']")
}

async fn choose(browser: &Browser, name: &str, value: &str) {
    browser.run(&format!("document.querySelector({}).click()", quoted(&input(name, value)))).await;
}

#[tokio::test]
async fn settings_apply_to_the_next_page_before_the_app_runs_and_not_after_a_reset() {
    for device in Device::BOTH {
        let (server, browser) = (Server::start(), Browser::start(device).await);
        browser.open(&server, "/").await;
        let usual: String = browser.eval(BACKGROUND).await;
        browser.press(PANEL).await;
        browser.until("the panel opens", PANEL_IS_OPEN).await;
        for (name, value) in [("theme", "sepia"), ("size", "5"), ("width", "narrow"), ("spacing", "loose")] {
            choose(&browser, name, value).await;
        }
        let sepia: String = browser.eval(BACKGROUND).await;
        assert_ne!(sepia, usual);

        // Without the app, so only the script in the head can have applied the settings.
        browser.before_each_page("delete window.WebAssembly").await;
        browser.load(&format!("{}/about/", server.origin())).await;
        assert_eq!(browser.eval::<String>(BACKGROUND).await, sepia);
        assert_eq!(browser.eval::<String>("getComputedStyle(document.documentElement).fontSize").await, "21px");
        let colour: String = browser.eval("document.querySelector('meta[name=theme-color]').content").await;
        assert_eq!(colour, sepia, "the browser's frame has the colour of the paper");

        let again = Browser::start(device).await;
        again.open(&server, "/about/").await;
        assert_eq!(again.eval::<String>(BACKGROUND).await, usual, "another reader has the usual paper");
        choose(&again, "theme", "dark").await;
        assert_ne!(again.eval::<String>(BACKGROUND).await, usual);
        again.run("document.querySelector('[data-reset]').click()").await;
        assert_eq!(again.eval::<String>(BACKGROUND).await, usual);
        let checked: bool =
            again.eval(&format!("document.querySelector({}).checked", quoted(&input("theme", "")))).await;
        assert!(checked, "the panel shows the current setting");
        let metas: u32 = again.eval("document.querySelectorAll('meta[name=theme-color]:not([media])').length").await;
        assert_eq!(metas, 0);
    }
}

#[tokio::test]
async fn the_panel_works_by_keyboard_and_returns_the_focus() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.tab_to(PANEL).await;
    browser.key(Key::ENTER).await;
    browser.until("the panel opens", PANEL_IS_OPEN).await;
    browser.tab_to("#reading input[name=theme]").await;
    browser.key(Key::RIGHT).await;
    browser.until("the next theme is chosen", "document.documentElement.dataset.theme === 'light'").await;
    browser.key(Key::ESCAPE).await;
    browser.until("the panel closes", &format!("!{PANEL_IS_OPEN}")).await;
    browser.until("focus is back", &format!("document.activeElement.matches({})", quoted(PANEL))).await;
}

#[tokio::test]
async fn a_story_is_saved_on_a_card_listed_and_removed_on_its_page() {
    for device in Device::BOTH {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        let section = paper.largest_section();
        let is_whole = |teaser: &&Teaser| teaser.image.is_some() && teaser.views.is_some();
        let story = section.listing.teasers.iter().find(is_whole).expect("a story with a picture and a number");
        let path = story.route().path();
        let save = format!("[data-save='{path}']");
        let pressed = format!("document.querySelector({}).ariaPressed === 'true'", quoted(&save));
        browser.open(&server, &format!("/{}/", story.section)).await;
        let counted = browser.text(&format!(".card:has({save}) .views")).await;
        assert!(counted.contains(|letter: char| letter.is_ascii_digit()), "{counted}");
        browser.press(&save).await;
        browser.until("the card shows that it is saved", &pressed).await;
        browser
            .until(
                "it is announced",
                "document.querySelector('.paper > [role=status]').textContent === 'Saved for later'",
            )
            .await;

        browser.open(&server, "/saved/").await;
        browser.until("the story is listed", &format!("document.querySelector(\"#saved-list {save}\") !== null")).await;
        assert_eq!(browser.text("#saved-list .card-headline").await, story.headline);
        let picture = "document.querySelector('#saved-list img').naturalWidth > 0";
        browser.until("its picture is shown", picture).await;
        assert_eq!(browser.text("#saved-list .views").await, counted);
        browser.mark().await;
        browser.press("#saved-list .card-headline a").await;
        browser.shows(&story.headline).await;
        assert!(browser.view().await.marked, "inside the app");
        browser.until("the story shows that it is saved", &pressed).await;
        browser.press(&save).await;
        browser.until("it is no longer saved", &format!("!({pressed})")).await;
        browser.open(&server, "/saved/").await;
        browser.until("the list is empty", "document.querySelector('.saved-empty') !== null").await;
    }
}

#[tokio::test]
async fn only_stories_newer_than_the_last_visit_are_marked() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.open(&server, "/").await;
    let marks = "document.querySelectorAll('.new-mark').length";
    assert_eq!(browser.eval::<u32>(marks).await, 0, "everything is new on a first visit, so nothing is marked");
    let lead = "document.querySelector('.card-lead time').dateTime";
    let published: String = browser.eval(lead).await;
    browser.run(&format!("localStorage.visited = Date.parse({}) - 1", quoted(&published))).await;
    browser.run("sessionStorage.clear()").await;
    browser.open(&server, "/").await;
    browser.until("the lead is marked", "document.querySelector('.card-lead .new-mark') !== null").await;
    let wrong: Vec<String> = browser
        .eval(&format!(
            "[...document.querySelectorAll('.card')].filter(card => !card.querySelector('.new-mark') !==
                (Date.parse(card.querySelector('time').dateTime) < Date.parse({})))
                .map(card => card.textContent)",
            quoted(&published)
        ))
        .await;
    assert_eq!(wrong, [] as [&str; 0]);
    browser.open(&server, &paper.reference().route().path()).await;
    assert_eq!(browser.eval::<u32>(marks).await, 0, "marks are for the front page");
}

#[tokio::test]
async fn single_key_shortcuts_move_save_search_and_show_help_unless_switched_off() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    let headlines: Vec<String> =
        browser.eval("[...document.querySelectorAll('main .card-headline')].map(one => one.textContent)").await;
    let expected = [(Key::J, 0), (Key::J, 1), (Key::J, 2), (Key::K, 1)];
    for (key, card) in expected {
        browser.key(key).await;
        browser.until("the card has focus", &format!("({FOCUSED_HEADLINE}) === {}", quoted(&headlines[card]))).await;
    }
    browser.key(Key::S).await;
    let saved = "document.activeElement.closest('.card').querySelector('.save').ariaPressed === 'true'";
    browser.until("the card is saved", saved).await;
    browser.key(Key::QUESTION).await;
    browser.until("the help opens", "document.getElementById('help').open").await;
    browser.key(Key::ESCAPE).await;
    browser.until("the help closes", "!document.getElementById('help').open").await;
    browser.key(Key::SLASH).await;
    browser.until("the field has focus", "document.activeElement.matches('.search-field input')").await;
    browser.type_text("/js").await;
    let written: Value = browser.eval("document.activeElement.value").await;
    assert_eq!(written, "/js", "in a field, keys type letters");

    browser.run("document.activeElement.blur()").await;
    choose(&browser, "shortcuts", "off").await;
    browser.key(Key::QUESTION).await;
    browser.key(Key::J).await;
    assert!(!browser.eval::<bool>("document.getElementById('help').open").await);
    assert_eq!(browser.eval::<String>(FOCUSED_HEADLINE).await, "");
}

#[tokio::test]
async fn a_story_resumes_where_the_reader_stopped() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let path = paper.long_story().route().path();
    browser.open(&server, &path).await;
    let offered = "!document.querySelector('.resume').matches('.absent')";
    assert!(!browser.eval::<bool>(offered).await, "there is no place to resume at");
    browser.run("scrollBy(0, 2800)").await;
    browser.until("the place is stored", "localStorage.places !== undefined").await;
    browser
        .until(
            "the progress line has grown",
            "parseFloat(getComputedStyle(document.querySelector('.read-progress')).transform.slice(7)) > 0",
        )
        .await;
    let places: String = browser.eval("localStorage.places").await;
    let block: u32 = places.rsplit(' ').next().and_then(|block| block.parse().ok()).expect("a number");
    assert!(places.starts_with(&path) && block > 3, "{places}");

    browser.open(&server, "/").await;
    browser.open(&server, &path).await;
    browser.until("resuming is offered", offered).await;
    browser.press("[data-resume]").await;
    browser.until("the offer is gone", &format!("!({offered})")).await;
    let top: f64 = browser
        .eval(&format!("document.querySelectorAll('#text > :not(.beside)')[{block}].getBoundingClientRect().top"))
        .await;
    assert!((0.0..300.0).contains(&top), "the block is at {top}");
}

#[tokio::test]
async fn on_a_phone_the_masthead_hides_when_scrolling_down_and_returns_when_scrolling_up() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.open(&server, &paper.long_story().route().path()).await;
    let bottom = "document.querySelector('.masthead').getBoundingClientRect().bottom";
    browser.run("scrollBy(0, 900)").await;
    browser.until("the masthead is hidden", &format!("{bottom} <= 0")).await;
    browser.run("scrollBy(0, -60)").await;
    browser.until("the masthead is visible again", &format!("{bottom} > 40")).await;
}

#[tokio::test]
async fn a_printed_story_has_its_address_and_no_controls() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let story = paper.reference();
    // As narrow as paper, and scrolled: the masthead is whole nevertheless.
    browser.resize(700, 900).await;
    browser.open(&server, &story.route().path()).await;
    browser.run("scrollTo(0, 1500)").await;
    browser.until("the masthead has made room", "document.querySelector('.masthead.stuck') !== null").await;
    browser.devtools("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" })).await;
    let masthead: [String; 3] = browser
        .eval(
            "(style => [style.position, style.clipPath, style.visibility])
            (getComputedStyle(document.querySelector('.masthead')))",
        )
        .await;
    assert_eq!(masthead, ["static", "none", "visible"]);
    let seen: String = browser.eval("document.querySelector('.paper').innerText").await;
    assert!(seen.contains(&story.headline));
    // The print style adds the address; it is not in the text.
    let below = "getComputedStyle(document.querySelector('.story .meta'), '::after').content";
    let address: String = browser.eval(below).await;
    assert!(address.contains(&paper.site.canonical(&story.route())), "{address}");
    let author = &story.authors.first().expect("an author").name;
    assert!(seen.contains(&format!("By {author}")) && seen.contains(&story.published.date), "{seen}");
    let others =
        ["Search", "Share this article", "Follow us", "Top article", "Reading settings", "Related stories", "668"];
    for other in others {
        assert!(!seen.contains(other), "{other} is on paper: {seen}");
    }
    assert!(browser.eval::<bool>("!document.querySelector('.tags').checkVisibility()").await, "topics are not printed");
}
