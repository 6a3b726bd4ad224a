//! The newspaper in Firefox, which has a different engine and lacks some of Chromium's features.

use crate::browser::Browser;
use crate::paper::Paper;
use crate::server::Server;

/// True when no move is under way.
const AT_REST: &str = "!document.querySelector('.progress.under-way')";

#[tokio::test]
async fn a_reader_with_firefox_reads_moves_goes_back_turns_top_article_and_shares() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::firefox().await);
    let story = paper.reference();
    browser.open(&server, "/").await;
    browser.mark().await;
    assert!(
        browser
            .eval::<bool>("[...document.querySelectorAll('.card-lead img')].every(img => img.naturalWidth > 0)")
            .await
    );

    // Read and move, inside the app.
    browser.click(".section-nav a[href='/diplomacy/']").await;
    browser.shows("Diplomacy").await;
    let link = format!("main .card-headline a[href='{}']", story.route().path());
    browser.click(&link).await;
    browser.shows(&story.headline).await;
    browser.until("the headline has focus", "document.activeElement === document.querySelector('h1')").await;
    let view = browser.view().await;
    assert_eq!((view.path, view.marked), (story.route().path(), true));
    browser.until("the picture is there", "document.querySelector('.lead-picture img').naturalWidth > 0").await;
    assert!(browser.text("#text").await.contains("Yoon Suk Yeol"));

    // Back, twice, and forward.
    browser.back().await;
    browser.shows("Diplomacy").await;
    browser.back().await;
    browser.shows(&paper.site.name).await;
    browser.forward().await;
    browser.shows("Diplomacy").await;
    browser.click(&link).await;
    browser.shows(&story.headline).await;
    browser.until("nothing is under way", AT_REST).await;

    // Top article.
    let before: f64 = browser.eval("document.querySelector('.carousel-row').scrollLeft").await;
    browser.click("[data-turn='1']").await;
    browser
        .until("the row turns", &format!("document.querySelector('.carousel-row').scrollLeft > {before} + 50"))
        .await;

    // Share: the address is copied, or offered for copying if the browser does not allow that.
    browser.click("button[data-copy]").await;
    let told =
        "['Link copied', 'Copy the selected address'].includes(document.querySelector('.share-status').textContent)";
    browser.until("the address is copied or offered", told).await;
    let offered = browser.eval::<Option<String>>("document.querySelector('.share-address')?.value").await;
    assert!(offered.is_none_or(|offered| offered == paper.site.canonical(&story.route())));

    // Save, and choose a theme that also applies to the next page load.
    browser.click(".story-tools .save").await;
    browser.until("it is saved", "document.querySelector('.story-tools .save').ariaPressed === 'true'").await;
    browser.click("[popovertarget=reading]:not(.panel-close)").await;
    browser.until("the panel opens", "document.getElementById('reading').matches(':popover-open')").await;
    browser.click("#reading input[name=theme][value=dark]").await;
    assert!(browser.view().await.marked, "no page was loaded meanwhile");
    browser.open(&server, "/saved/").await;
    assert_eq!(browser.eval::<String>("document.documentElement.dataset.theme").await, "dark");
    browser
        .until(
            "the story is on the list",
            &format!("document.querySelector('#saved-list a[href=\"{}\"]')", story.route().path()),
        )
        .await;
}

/// Interactions are queued while the app is loading.
#[tokio::test]
async fn in_firefox_interactions_before_hydration_are_replayed() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::firefox().await);
    let program = crate::server::program();
    server.treat(&program, crate::server::Behaviour::Hold);
    browser.load(&format!("{}{}", server.origin(), paper.reference().route().path())).await;
    browser.click(".story-tools .save").await;
    browser.click("[data-turn='1']").await;
    assert!(!browser.eval::<bool>("document.documentElement.classList.contains('app')").await, "the app waits");
    server.mend(&program);
    browser.taken_over().await;
    browser.until("it is saved", "document.querySelector('.story-tools .save').ariaPressed === 'true'").await;
    browser.until("the row turns", "document.querySelector('.carousel-row').scrollLeft > 50").await;
}

/// Firefox's workers differ from Chromium's, and so does its layout of a list box.
#[tokio::test]
async fn in_firefox_a_reader_searches() {
    let (server, browser) = (Server::start(), Browser::firefox().await);
    browser.open(&server, "/about/").await;
    browser.mark().await;
    browser.click(".search-field input").await;
    let field = browser.driver.find(thirtyfour::By::Css(".search-field input")).await.expect("a field");
    field.send_keys("vorontsov lightho").await.expect("typed");
    let offered = "document.querySelector('.suggestions [role=option]')?.textContent.includes('Vorontsov lighthouse')";
    browser.until("headlines are suggested", offered).await;
    field.send_keys("use" + thirtyfour::Key::Enter).await.expect("typed");
    let first = "document.querySelector('.search-results .card-headline')?.textContent";
    browser.until("it is found", &format!("{first}?.includes('Vorontsov lighthouse')")).await;
    assert_eq!(browser.eval::<String>("location.search").await, "?q=vorontsov%20lighthouse");
    let marks = "[...document.querySelectorAll('.search-results mark')].map(mark => mark.textContent.toLowerCase())";
    assert!(browser.eval::<Vec<String>>(marks).await.iter().any(|mark| mark == "lighthouse"));
    browser.click(".search-results .card-headline a").await;
    browser.until("it is read", "document.querySelector('h1')?.textContent.includes('Vorontsov lighthouse')").await;
    browser.back().await;
    browser.until("the results are there again", &format!("{first}?.includes('Vorontsov lighthouse')")).await;
    assert!(browser.view().await.marked, "no page was loaded");
}
