//! The style of a page comes in two parts, which differ between lists and stories. The app turns from one to the other
//! and keeps what the first page brought: every page must look the same with both.

use crate::browser::{Browser, Device, quoted};
use crate::paper::Paper;
use crate::server::Server;

/// Defines `differences(pages, more)`: what of this page looks different with the style of the first of two `pages` (paths)
/// than with that of the second, followed by `more`. All properties that the stylesheets set are compared.
const DIFFERENCES: &str = "
    window.differences = async (pages, more) => {
        const text = path => fetch(path).then(answer => answer.text());
        const styles = [];
        for (const path of pages) {
            const page = new DOMParser().parseFromString(html(await text(path)), 'text/html');
            const rest = page.querySelector('body > link[rel=stylesheet]').getAttribute('href');
            styles.push([page.querySelector('style').textContent, await text(rest)]);
        }
        styles[1].push(more);
        const names = new Set();
        const collect = rule => {
            for (const name of rule.style ?? []) names.add(name);
            for (const inner of rule.cssRules ?? []) collect(inner);
        };
        const parts = [...document.querySelectorAll('body, body *')]
            .flatMap(element => [null, '::before', '::after'].map(pseudo => [element, pseudo]));
        const looks = styles.map(sheets => {
            document.querySelectorAll('style, link[rel=stylesheet]').forEach(element => element.remove());
            for (const sheet of sheets) {
                const style = document.createElement('style');
                style.nonce = 'tests';
                style.textContent = sheet;
                document.head.append(style);
                for (const rule of style.sheet.cssRules) collect(rule);
            }
            return parts.map(([element, pseudo]) => {
                const style = getComputedStyle(element, pseudo);
                const isThere = !pseudo || style.content !== 'none';
                return new Map((isThere ? [...names] : ['content']).map(name => [name, style.getPropertyValue(name)]));
            });
        });
        return parts.flatMap(([element, pseudo], place) =>
            [...looks[0][place]].filter(([name, value]) => looks[1][place].get(name) !== value)
                .map(([name, value]) => `${element.tagName}.${element.className}${pseudo ?? ''}
                    ${name}: ${value}, ${looks[1][place].get(name)}`));
    }";

#[tokio::test]
async fn every_page_looks_the_same_with_the_style_of_a_list_and_of_a_story() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let both = ["/", &paper.reference().route().path()].map(quoted).join(", ");
    for (width, height) in [(360, 740), (768, 1024), (1280, 900)] {
        browser.resize(width, height).await;
        for (kind, path) in paper.kinds() {
            browser.open(&server, &path).await;
            browser.run(DIFFERENCES).await;
            let found: Vec<String> = browser.eval(&format!("differences([{both}], '')")).await;
            assert_eq!(found, Vec::<String>::new(), "{kind} in a window {width} pixels wide");
        }
    }
    // It does see differences.
    browser.run(DIFFERENCES).await;
    let found: Vec<String> = browser.eval(&format!("differences([{both}], 'a {{ color: red }}')")).await;
    assert!(found.iter().any(|one| one.contains("color: ")), "{found:?}");
}
