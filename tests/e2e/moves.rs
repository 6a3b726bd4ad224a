//! Stories that have moved, translations, corrections and tags.

use crate::browser::{Browser, Device, quoted};
use crate::paper::Paper;
use crate::server::Server;

#[tokio::test]
async fn a_former_address_redirects_even_without_scripts() {
    let (server, paper) = (Server::start(), Paper::read());
    let story = paper.story("that has moved", |article| !article.formerly.is_empty());
    let (former, path) = (&story.formerly[0], story.route().path());
    for browser in [Browser::start(Device::Phone).await, Browser::without_scripts(Device::Desktop).await] {
        browser.load(&format!("{}{former}", server.origin())).await;
        browser.until("the reader is redirected", &format!("location.pathname === {}", quoted(&path))).await;
        browser.shows(&story.headline).await;
    }
}

#[tokio::test]
async fn saved_stories_and_reading_positions_follow_a_moved_story() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let story = paper.story("that has moved", |article| !article.formerly.is_empty());
    let (former, path) = (&story.formerly[0], story.route().path());
    let parts: Vec<&str> = former.trim_matches('/').split('/').collect();
    browser.open(&server, "/about/").await;
    // As the app wrote them when the story had its former address.
    let line = format!("{}\t{}\tThe old headline\t\t2026-02-03T11:30:00+02:00\t3 February 2026\t", parts[0], parts[1]);
    let other = "war\tother\tAnother story\t\t2026-01-01T10:00:00+02:00\t1 January 2026\t";
    browser.run(&format!("localStorage.saved = {} + '\\n' + {}", quoted(other), quoted(&line))).await;
    browser.run(&format!("localStorage.places = {}", quoted(&format!("{former} 5")))).await;
    browser.open(&server, "/saved/").await;
    // Inside the app: the newspaper has no page at that address any more.
    browser.press(&format!("#saved-list a[href='{former}']")).await;
    browser.until("the reader is redirected", &format!("location.pathname === {}", quoted(&path))).await;
    browser.shows(&story.headline).await;
    browser.until("the place is offered", "!document.querySelector('.resume').matches('.absent')").await;
    let pressed = "document.querySelector('.story-tools .save').ariaPressed";
    browser.until("it is still saved", &format!("{pressed} === 'true'")).await;
    assert_eq!(browser.eval::<String>("localStorage.places").await, format!("{path} 5"));
    browser.open(&server, "/saved/").await;
    let listed = "[...document.querySelectorAll('#saved-list .card-headline a')].map(a => a.getAttribute('href'))";
    browser.until("the list is shown", &format!("({listed}).length === 2")).await;
    assert_eq!(browser.eval::<Vec<String>>(listed).await, ["/war/other/", &path], "it keeps its place in the list");
    assert!(browser.text("#saved-list").await.contains(&story.headline), "it has its current headline");
}

#[tokio::test]
async fn a_translation_is_linked_in_its_own_language() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let original =
        paper.story("that is translated", |article| article.language.is_none() && !article.translations.is_empty());
    let translation = &original.translations[0];
    browser.open(&server, &original.route().path()).await;
    let link = format!(".story-facts a[hreflang='{}']", translation.language.as_deref().unwrap_or_default());
    assert_eq!(browser.text(&link).await, "Читати українською");
    browser.press(&link).await;
    browser.shows(&paper.story_at(&translation.href).headline).await;
    assert_eq!(browser.text(".story-facts a[hreflang='en']").await, "Read in English");
    browser.press(".story-facts a[hreflang='en']").await;
    browser.shows(&original.headline).await;
}

#[tokio::test]
async fn tags_and_corrections_lead_to_their_pages() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let story = paper.story("that was corrected", |article| !article.corrections.is_empty());
    let tag = story.tags.first().expect("a tag");
    browser.open(&server, &story.route().path()).await;
    browser.press(&format!(".tags a[href='/tag/{}/']", tag.slug)).await;
    browser.shows(&tag.name).await;
    browser.press(".footer a[href='/corrections/']").await;
    browser.shows("Corrections").await;
    let text = browser.text("#text").await;
    assert!(text.contains(&story.corrections[0].text), "{text}");
    let back = browser.eval::<String>("document.querySelector('#text h2 a').getAttribute('href')").await;
    browser.press(&format!("#text a[href='{back}']")).await;
    browser.shows(&paper.story_at(&back).headline).await;
}
