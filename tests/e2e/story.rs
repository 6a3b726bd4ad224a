//! The parts of a story's page and what they do.

use crate::arrival::arrived_at_top;
use crate::browser::{Browser, Device, quoted};
use crate::paper::Paper;
use crate::server::Server;

#[tokio::test]
async fn the_reference_article_has_every_part_of_its_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let story = paper.reference();
    let path = story.route().path();
    browser.open(&server, &path).await;
    browser.mark().await;

    let trail: Vec<String> =
        browser.eval("[...document.querySelectorAll('.breadcrumb li')].map(li => li.textContent)").await;
    assert_eq!(trail, ["Main", "Diplomacy", &story.headline]);
    let last = "document.querySelector('.breadcrumb li:last-child [aria-current=page]') !== null
        && document.querySelector('.breadcrumb li:last-child a') === null";
    assert!(browser.eval::<bool>(last).await, "the current page is not a link");
    assert_eq!(browser.view().await.headlines, [story.headline.as_str()]);
    assert_eq!(browser.text(".story-head .kicker a").await, "Diplomacy");

    // Screen readers and text browsers get the number and the word, once. The word is visually hidden.
    assert_eq!(browser.text(".story-facts .views").await, "668 views");
    assert_eq!(browser.text(".story-facts .views > .visually-hidden").await, " views");

    let dated: Vec<String> =
        browser.eval("[...document.querySelectorAll('.dateline time')].map(t => t.dateTime)").await;
    assert_eq!(dated.first(), Some(&story.published.iso));
    let dateline = browser.text(".dateline").await;
    assert!(dateline.contains("Published") && dateline.contains(&story.published.date), "{dateline}");
    assert!(story.years_old > 0, "the reference article is more than a year old");
    let notice = browser.text(".age-notice").await;
    assert!(notice.contains("year") && notice.contains(&story.published.date), "{notice}");

    let picture = story.picture.as_ref().expect("a lead picture");
    browser.until("the lead picture has loaded", "document.querySelector('.lead-picture img').naturalWidth > 0").await;
    let size: (u32, u32) = browser
        .eval("(img => [img.naturalWidth, img.naturalHeight])(document.querySelector('.lead-picture img'))")
        .await;
    // Sizes are in CSS pixels, so compare the aspect ratio.
    let shape = |(width, height): (u32, u32)| f64::from(width) / f64::from(height);
    let told = (picture.image.width, picture.image.height);
    assert!(
        (shape(size) - shape(told)).abs() < 0.01,
        "the picture has the aspect ratio that the page declares: {size:?} {told:?}"
    );
    let file: String = browser.eval("document.querySelector('.lead-picture img').currentSrc").await;
    assert!(file.contains(&picture.image.name) && file.ends_with("-1080.avif"), "{file}");
    let alt: String = browser.eval("document.querySelector('.lead-picture img').alt").await;
    assert!(alt.len() > 20 && alt != story.headline, "the picture is described: {alt:?}");
    let caption = browser.text(".lead-picture figcaption").await;
    assert!(caption.contains(picture.caption.as_deref().expect("a caption")), "{caption}");
    assert!(caption.contains(picture.credit.as_deref().expect("a credit")), "{caption}");

    assert_eq!(browser.text(".share-title").await, "Share this article");
    let paragraphs: usize = browser.eval("document.querySelectorAll('#text > p').length").await;
    assert!((6..=10).contains(&paragraphs), "the reference article has six to ten paragraphs, not {paragraphs}");
    assert_eq!(browser.text(".byline-name").await, "The Odessa Journal");
    assert_eq!(browser.text("#top-article").await, "Top article");
}

#[tokio::test]
async fn breadcrumb_kicker_and_byline_lead_to_their_pages() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let story = paper.reference();
    let path = story.route().path();
    browser.open(&server, &path).await;
    browser.mark().await;
    let links = [
        (".breadcrumb li:first-child a", "/"),
        (".breadcrumb li:nth-child(2) a", "/diplomacy/"),
        (".story-head .kicker a", "/diplomacy/"),
        (".byline-more", "/author/the-odessa-journal/"),
    ];
    for (link, target) in links {
        browser.press(link).await;
        arrived_at_top(&browser, &paper, target).await;
        browser.back().await;
        crate::arrival::arrived(&browser, &paper, &path).await;
    }
    assert_eq!(browser.text(".byline-more").await, "More articles by The Odessa Journal");
}

#[tokio::test]
async fn two_authors_corrections_and_an_update_are_shown() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let story = paper.story("by two authors", |article| article.authors.len() > 1);
    browser.open(&server, &story.route().path()).await;
    let names: Vec<String> =
        browser.eval("[...document.querySelectorAll('.byline-name')].map(n => n.textContent)").await;
    let expected: Vec<&str> = story.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(names, expected);

    let story = paper.story("with a correction", |article| !article.corrections.is_empty());
    browser.open(&server, &story.route().path()).await;
    let told = browser.text(".corrections").await;
    for correction in &story.corrections {
        assert!(told.contains(&correction.text) && told.contains(&correction.date.date), "{told}");
    }

    let story = paper.story("that was updated", |article| article.updated.is_some());
    browser.open(&server, &story.route().path()).await;
    let updated = story.updated.as_ref().expect("an update");
    let told: Vec<String> =
        browser.eval("[...document.querySelectorAll('.dateline > span')].map(s => s.textContent)").await;
    assert_eq!(told.get(1), Some(&format!("Updated {}, {}", updated.date, updated.time())), "{told:?}");
}

#[tokio::test]
async fn a_story_in_another_language_has_its_lang_attribute() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let story = paper.story("in Ukrainian", |article| article.language.as_deref() == Some("uk"));
    let english = paper.story("in English", |article| article.language.is_none());
    let language = |selector: &str| format!("document.querySelector({}).closest('[lang]').lang", quoted(selector));
    browser.open(&server, &story.route().path()).await;
    browser.mark().await;
    assert_eq!(browser.eval::<String>(&language("h1")).await, "uk");
    assert_eq!(browser.eval::<String>(&language("#text > p")).await, "uk");
    assert_eq!(browser.eval::<String>(&language(".masthead-name")).await, "en", "the newspaper around it is English");
    // So has its card on other pages.
    let section = paper.pages.iter().find(|(_, document)| match document {
        journal::model::Document::Section(page) => page.listing.teasers.iter().any(|t| t.slug == story.slug),
        _ => false,
    });
    let (path, _) = section.expect("a page of the section that shows it");
    browser.open(&server, path).await;
    let card = format!(".card-headline a[href='{}']", story.route().path());
    assert_eq!(browser.eval::<String>(&language(&card)).await, "uk");
    browser.open(&server, &english.route().path()).await;
    assert_eq!(browser.eval::<String>(&language("h1")).await, "en");
}

#[tokio::test]
async fn related_stories_are_never_the_story_itself_nor_among_the_most_read_shown_below() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let story = paper.long_story();
    let path = story.route().path();
    browser.open(&server, &path).await;
    let links = |within: &str| {
        format!("[...document.querySelectorAll('{within} .card-headline a')].map(a => a.getAttribute('href'))")
    };
    let related: Vec<String> = browser.eval(&links(".related")).await;
    let top: Vec<String> = browser.eval(&links(".carousel")).await;
    assert!(!related.is_empty() && related.len() <= 4, "{related:?}");
    for link in &related {
        assert!(*link != path && !top.contains(link), "{link} is shown twice");
    }
    assert!(!top.contains(&path), "the story itself is not in Top article");
}
