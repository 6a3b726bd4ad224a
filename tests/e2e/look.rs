//! What a reader sees first, and where things stand.

use journal::model::Document;

use crate::browser::{Browser, Device, quoted};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::{Behaviour, Server};

#[tokio::test]
async fn on_a_phone_the_text_of_a_story_begins_within_one_point_three_windows() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::without_scripts(Device::Phone).await);
    browser.resize(360, 780).await;
    // `press check` asks to shorten longer headlines.
    for story in paper.stories().filter(|story| story.headline.chars().count() <= 110) {
        browser.load(&format!("{}{}", server.origin(), story.route().path())).await;
        let top: f64 =
            browser.eval("document.querySelector('#text > :not(.beside)').getBoundingClientRect().top").await;
        assert!(top <= 1.3 * 780.0, "{} begins {top} pixels below the top", story.slug);
    }
}

#[tokio::test]
async fn the_head_of_a_story_names_its_authors_and_says_that_it_was_corrected() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let story = paper.story("with a correction", |article| !article.corrections.is_empty());
    browser.open(&server, &story.route().path()).await;
    let author = story.authors.first().expect("an author");
    assert_eq!(browser.text(".written-by").await, format!("By {}", author.name));
    let href: String = browser.eval("document.querySelector('.written-by a').getAttribute('href')").await;
    assert_eq!(href, format!("/author/{}/", author.slug));
    let seen = "(box => box.top >= 0 && box.top < innerHeight)
        (document.getElementById('corrections').getBoundingClientRect())";
    assert!(!browser.eval::<bool>(seen).await, "the note is below the window");
    browser.press(".story-facts a[href='#corrections']").await;
    browser.until("the note is in view", seen).await;
}

/// The names of the buttons and links that the row above a text shows.
const SHARE_NAMES: &str = "[...document.querySelectorAll('.share.beside .share-button')]
    .filter(button => button.checkVisibility({ visibilityProperty: true }))
    .map(button => button.textContent || button.dataset.label)";

#[tokio::test]
async fn the_row_above_a_text_has_the_first_networks_and_the_panel_below_all() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.open(&server, &paper.reference().route().path()).await;
    let all: Vec<String> =
        browser.eval("[...document.querySelectorAll('.share-panel a')].map(link => link.textContent)").await;
    assert_eq!(all.len(), paper.site.share.len());
    let shown: Vec<String> = browser.eval(SHARE_NAMES).await;
    assert_eq!(shown, [&all[0], &all[1], "Copy link", "More"]);
    let rows = "new Set([...document.querySelectorAll('.share.beside .share-row > *')]
        .flatMap(part => part.matches('ul') ? [...part.children] : [part])
        .map(part => Math.round(part.getBoundingClientRect().top)).filter(top => top > 0)).size";
    assert_eq!(browser.eval::<usize>(rows).await, 1, "one row");
    // The panel says itself what it has done.
    browser.press(".share-panel [data-copy]").await;
    browser.until("it is said", "document.querySelector('.share-panel .share-status').textContent !== ''").await;
    assert_eq!(browser.text(".share.beside .share-status").await, "");
    let follow: Vec<String> =
        browser.eval("[...document.querySelectorAll('.follow a')].map(link => link.textContent)").await;
    let accounts = paper.site.follow.iter().map(|link| link.label.as_str());
    assert_eq!(follow, accounts.chain(["RSS feed"]).collect::<Vec<_>>());
}

#[tokio::test]
async fn more_networks_open_below_the_row_and_close_again() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.resize(360, 740).await;
    let ukrainian = paper.story("in Ukrainian", |article| article.language.as_deref() == Some("uk"));
    let open = "document.querySelector('.share-more[open]') !== null";
    for story in [paper.reference(), ukrainian] {
        browser.open(&server, &story.route().path()).await;
        for size in ["3", "5"] {
            browser.run(&format!("document.documentElement.dataset.size = '{size}'")).await;
            browser.press(".share-more summary").await;
            browser.until("the others are shown", open).await;
            assert_eq!(browser.eval::<Vec<String>>(SHARE_NAMES).await.len(), paper.site.share.len() + 2);
            let place = "(([list, row]) => [list.top - row.bottom, list.left, innerWidth - list.right])
                (['.share-more .share-list', '.share.beside .share-row']
                    .map(part => document.querySelector(part).getBoundingClientRect()))";
            let [below, left, right]: [f64; 3] = browser.eval(place).await;
            let what = format!("{} in size {size}: {below}, {left}, {right}", story.slug);
            assert!((0.0..16.0).contains(&below) && left >= 0.0 && right >= 0.0, "{what}");
            browser.press(".share-title").await;
            browser.until("a tap elsewhere closes them", &format!("!({open})")).await;
        }
    }
    browser.press(".share-more summary").await;
    browser.until("the others are shown", open).await;
    browser.key(Key::ESCAPE).await;
    browser.until("Escape closes them", &format!("!({open})")).await;
    assert!(browser.eval::<bool>("document.activeElement.matches('.share-more summary')").await);
}

#[tokio::test]
async fn contents_are_closed_on_a_phone_and_mark_where_the_reader_is() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let story = paper.story("with a table of contents", |article| article.contents.len() > 2);
    browser.open(&server, &story.route().path()).await;
    let seen = "document.querySelector('.menu li a').checkVisibility({ contentVisibilityAuto: true })";
    assert!(!browser.eval::<bool>(seen).await);
    browser.press(".menu summary").await;
    browser.until("they are open", seen).await;
    let second = &story.contents[1];
    browser.press(".menu li:nth-child(2) a").await;
    let marked = format!("document.querySelector('.menu [aria-current]')?.textContent === {:?}", second.text);
    browser.until("the part is marked", &marked).await;
    assert_eq!(browser.eval::<usize>("document.querySelectorAll('.menu [aria-current]').length").await, 1);

    // In a wide window they are in the margin, open.
    browser.resize(1440, 900).await;
    browser.open(&server, &story.route().path()).await;
    assert!(browser.eval::<bool>(seen).await);
    let beside = "document.querySelector('.menu').getBoundingClientRect().right
        <= document.querySelector('#text > :not(.beside)').getBoundingClientRect().left";
    assert!(browser.eval::<bool>(beside).await);
    browser.until("screen readers are told so", "document.querySelector('.menu details').open").await;
}

#[tokio::test]
async fn footnote_marks_are_large_enough_to_be_touched() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.open(&server, &paper.annotated_story().route().path()).await;
    let small = "[...document.querySelectorAll('#text sup a')].map(mark => mark.getBoundingClientRect())
        .filter(box => box.width < 24 || box.height < 24).length";
    assert_eq!(browser.eval::<usize>(small).await, 0);
}

#[tokio::test]
async fn the_masthead_comes_back_as_one_row_and_stays_away_in_a_low_window() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.resize(360, 780).await;
    browser.open(&server, &paper.long_story().route().path()).await;
    // What of it can be seen, without what is clipped.
    let seen = "(() => { for (let y = 0; y < 300; y += 1) if (!document.elementFromPoint(100, y)?.closest('.masthead')) return y; })()";
    let whole: f64 = browser.eval(seen).await;
    assert!(whole > 100.0, "at the top it is whole: {whole}");
    let text_top = "document.querySelector('#text').getBoundingClientRect().top + scrollY";
    let before: f64 = browser.eval(text_top).await;
    browser.run("scrollTo(0, 1500)").await;
    browser.until("it is away", "document.querySelector('.masthead.away') !== null").await;
    browser.run("scrollTo(0, 1300)").await;
    browser.until("it is back", "document.querySelector('.masthead.away') === null").await;
    browser.until("one row is seen", &format!("{seen} > 40 && {seen} < 56")).await;
    let search = "(box => document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('.search-toggle') !== null)
        (document.querySelector('.search-toggle').getBoundingClientRect())";
    assert!(browser.eval::<bool>(search).await, "the search is in it");
    assert!((browser.eval::<f64>(text_top).await - before).abs() < 1.0, "nothing has moved");
    browser.run("scrollTo(0, 0)").await;
    browser.until("it is whole again", &format!("{seen} > 100")).await;

    browser.resize(360, 400).await;
    browser.run("scrollTo(0, 900)").await;
    browser.run("scrollTo(0, 700)").await;
    let gone = "document.querySelector('.masthead').getBoundingClientRect().bottom < 0";
    browser.until("in a low window it scrolls with the page", gone).await;
}

#[tokio::test]
async fn the_current_section_is_in_view_before_the_app_and_after_a_navigation() {
    let (server, paper) = (Server::start(), Paper::read());
    let plain = Browser::without_scripts(Device::Phone).await;
    let browser = Browser::start(Device::Phone).await;
    // The last section that does not fit, and the last of all, have different neighbours.
    let sections = &paper.site.sections;
    for section in [sections.get(sections.len() * 2 / 3), sections.last()] {
        let slug = &section.expect("a section").slug;
        // Free of the edge that fades while there are more.
        let in_view = "(([box, row]) => box.left >= 0 && box.right <=
                innerWidth - (row.scrollLeft + row.clientWidth < row.scrollWidth - 1 ? 40 : 0) + 1)
            ((row => [row.querySelector('[aria-current]').getBoundingClientRect(), row])
                (document.querySelector('.section-nav')))";
        plain.load(&format!("{}/{slug}/", server.origin())).await;
        assert!(plain.eval::<bool>(in_view).await, "{slug}");
        let link = format!("document.querySelector(\".section-nav a[href='/{slug}/']\").getBoundingClientRect().right");
        browser.open(&server, "/").await;
        assert!(browser.eval::<f64>(&link).await > 360.0, "{slug} is beyond the edge at first");
        browser.run(&format!("document.querySelector(\"main a[href='/{slug}/']\").scrollIntoView()")).await;
        browser.press(&format!("main a[href='/{slug}/']")).await;
        browser.until("the section is current", "document.querySelector('.section-nav [aria-current]') !== null").await;
        browser.until("it is in view", in_view).await;
    }
}

#[tokio::test]
async fn a_tap_on_search_puts_the_focus_into_the_field() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    browser.open(&server, "/").await;
    browser.press(".search-toggle").await;
    browser.until("the field has the focus", "document.activeElement.matches('.search-form input')").await;
    browser.type_text("harbour").await;
    assert_eq!(browser.eval::<String>("document.querySelector('.search-form input').value").await, "harbour");
}

#[tokio::test]
async fn a_strip_shows_no_story_from_above_it_and_cards_keep_their_form() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    for (width, height) in [(360, 740), (768, 1000), (1440, 900)] {
        browser.resize(width, height).await;
        browser.open(&server, "/").await;
        let twice: Vec<String> = browser
            .eval(
                "(links => links.filter((href, place) => links.indexOf(href) !== place))(
                    [...document.querySelectorAll('main .card-headline a')].filter(link => !link.closest('.carousel'))
                        .map(link => link.getAttribute('href')))",
            )
            .await;
        assert_eq!(twice, Vec::<String>::new(), "{width}");
        let repeated: Vec<String> = browser
            .eval(
                "(top => [...document.querySelectorAll('.strip .card-headline a')].map(link => link.getAttribute('href'))
                    .filter(href => top.includes(href)))(
                    [...document.querySelectorAll('.carousel .card-headline a')].map(link => link.getAttribute('href')))",
            )
            .await;
        assert_eq!(repeated, Vec::<String>::new(), "{width}");
        let dropped: Vec<String> = browser
            .eval(
                "[...document.querySelectorAll('.card-meta')].filter(meta => meta.checkVisibility()).filter(meta => {
                    const [all, save] = [meta, meta.querySelector('.save')].map(part => part.getBoundingClientRect());
                    const middle = (all.top + all.bottom) / 2;
                    return Math.abs((save.top + save.bottom) / 2 - middle) > 2 || save.right > all.right + 16;
                }).map(meta => meta.closest('.card').querySelector('a').textContent)",
            )
            .await;
        assert_eq!(dropped, Vec::<String>::new(), "the bookmark is on the line of the date at {width}");
        let headlines = "(card => [false, true].map(plain => {
                card.classList.toggle('card-plain', plain);
                return parseFloat(getComputedStyle(card.querySelector('.card-headline')).fontSize);
            }))(document.querySelector('.latest .card'))";
        let (with, without): (f64, f64) = browser.eval(headlines).await;
        assert!(without <= with, "a headline without a picture is no larger: {without} and {with} at {width}");
        let cut =
            "(edge => [...document.querySelectorAll('.carousel-row > li')].map(card => card.getBoundingClientRect())
            .some(box => box.left < edge - 24 && box.right > edge + 24))
            (document.querySelector('.carousel-row').getBoundingClientRect().right)";
        assert!(browser.eval::<bool>(cut).await, "Top article shows at {width} that there is more");
        let aligned = "Math.abs(document.querySelector('.carousel-row > li').getBoundingClientRect().left
            - document.querySelector('.carousel-head').getBoundingClientRect().left)";
        assert!(browser.eval::<f64>(aligned).await < 1.0, "its first card is on the grid at {width}");
        let descenders = "[...document.querySelectorAll('.carousel-row .card-headline')].filter(headline => {
            const range = document.createRange();
            range.selectNodeContents(headline);
            const visible = headline.getBoundingClientRect().bottom;
            // Ascent and descent of Literata, which the fallbacks have, too; its longest letters go down by 0.25 em.
            const baselines = [...range.getClientRects()].filter(box => box.height > 0)
                .map(box => box.top + box.height * 1.177 / 1.485).filter(baseline => baseline < visible);
            return Math.max(...baselines) + 0.25 * parseFloat(getComputedStyle(headline).fontSize) > visible + 0.5;
        }).length";
        assert_eq!(browser.eval::<usize>(descenders).await, 0, "its lines are whole at {width}");
    }
}

#[tokio::test]
async fn the_whole_card_leads_to_its_story_but_for_section_and_bookmark() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    let hit = "(part => {
            part.scrollIntoView({ block: 'center' });
            const box = part.getBoundingClientRect();
            const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return hit.closest('a, button')?.matches('.card-headline a') ?? false;
        })";
    for (part, leads) in
        [("time", true), (".views", true), (".card-picture", true), (".kicker a", false), (".save", false)]
    {
        browser.open(&server, "/").await;
        let found: bool = browser.eval(&format!("{hit}(document.querySelector('.latest .card {part}'))")).await;
        assert_eq!(found, leads, "{part}");
    }
}

#[tokio::test]
async fn a_page_that_did_not_load_is_named_and_loads_when_the_network_is_back() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let Document::Front(front) = paper.document("/") else { panic!("a front page") };
    let story = front.latest.teasers.first().expect("a story");
    browser.open(&server, "/").await;
    server.cut(true);
    browser.press(&format!("main .card-headline a[href='{}']", story.route().path())).await;
    browser.shows("This page could not be loaded").await;
    assert_eq!(browser.text(".failure-name").await, story.headline);
    assert_eq!(browser.text(".failure-ways [data-leave]").await, "Open the page the plain way");
    // The front page comes from memory.
    browser.press(".failure-ways a[href='/']").await;
    browser.until("the front page is shown", "document.querySelector('.front-top') !== null").await;
    browser.press(&format!("main .card-headline a[href='{}']", story.route().path())).await;
    browser.shows("This page could not be loaded").await;
    // Another page that fails has its own name, and this one keeps its name when it fails again.
    let section = paper.site.sections.last().expect("a section");
    browser.press(&format!(".section-nav a[href='/{}/']", section.slug)).await;
    let named = |name: &str| format!("document.querySelector('.failure-name')?.textContent === {}", quoted(name));
    browser.until("the section is named", &named(&section.name)).await;
    browser.back().await;
    browser.until("the story is named", &named(&story.headline)).await;
    server.cut(false);
    browser.run("dispatchEvent(new Event('online'))").await;
    browser.shows(&story.headline).await;
}

#[tokio::test]
async fn where_scripts_are_blocked_the_search_page_says_what_it_says_without_them() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    let hint = "document.querySelector('.search-hint').checkVisibility()";
    browser.open(&server, "/search/").await;
    assert!(!browser.eval::<bool>(hint).await, "with the app it says nothing");
    for script in crate::server::assets(".js") {
        server.treat(&script, Behaviour::Status(404));
    }
    browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
    browser.load(&format!("{}/search/", server.origin())).await;
    browser.until("the hint is shown", hint).await;
}

#[tokio::test]
async fn the_line_that_shows_progress_starts_empty_and_is_absent_in_a_short_story() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let read = "getComputedStyle(document.querySelector('.read-progress')).transform";
    browser.open(&server, &paper.long_story().route().path()).await;
    let none = "matrix(0, 0, 0, 1, 0, 0)";
    assert_eq!(browser.eval::<String>(read).await, none);
    browser.run("scrollTo(0, 1200)").await;
    browser.until("it grows", &format!("{read} !== '{none}'")).await;
    browser.resize(1000, 4000).await;
    browser.run("scrollTo(0, 100)").await;
    browser.until("it is absent", &format!("{read} === '{none}'")).await;
}
