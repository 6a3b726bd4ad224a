//! The colour of the paper is in three files: each is read before or without the others.

use std::fs;

fn read(file: &str) -> String {
    fs::read_to_string([env!("CARGO_MANIFEST_DIR"), "/", file].concat()).unwrap()
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).unwrap().1.split_once(after).unwrap().0
}

#[test]
fn the_browsers_frame_and_the_installed_app_have_the_colour_of_the_paper() {
    let tokens = read("style/tokens.css");
    let (light, dark) = between(&tokens, "--paper: light-dark(", ")").split_once(", ").unwrap();
    let page = read("index.html");
    let frame = |scheme: &str| {
        let line = page.lines().find(|line| line.contains(&format!("(prefers-color-scheme: {scheme})"))).unwrap();
        between(line, "name=\"theme-color\" content=\"", "\"")
    };
    assert_eq!((frame("light"), frame("dark")), (light, dark), "index.html differs from style/tokens.css");
    let manifest = read("public/manifest.webmanifest");
    let colours = ["background_color", "theme_color"].map(|name| between(&manifest, &format!("\"{name}\": \""), "\""));
    assert_eq!(colours, [light, light], "public/manifest.webmanifest differs from style/tokens.css");
}
