//! What becomes of a text: letters, quotation marks, addresses, headings, footnotes.

use super::paper::Paper;

/// `й` and `ї`, decomposed.
const DECOMPOSED: &str = "Киі\u{308}в і краи\u{306}";

#[test]
fn a_heading_in_decomposed_letters_has_the_same_id_and_links_to_it_work_in_every_form() {
    let text = format!(
        "[a](#київ-і-край) [b](#киі\u{308}в-і-краи\u{306}) [c](#%D0%BA%D0%B8%D1%96%CC%88%D0%B2-%D1%96-\
         %D0%BA%D1%80%D0%B0%D0%B8%CC%86)\n\n## {DECOMPOSED}\n\nText.\n"
    );
    let html = Paper::prose("decomposed-heading", "uk", &text);
    assert!(html.contains("<h2 id=\"київ-і-край\" tabindex=\"-1\">Київ і край</h2>"), "{html}");
    let same = "href=\"#%D0%BA%D0%B8%D1%97%D0%B2-%D1%96-%D0%BA%D1%80%D0%B0%D0%B9\"";
    assert_eq!(html.matches(same).count(), 3, "{html}");
}

#[test]
fn a_stress_mark_does_not_divide_a_word() {
    let html = Paper::prose("stress", "uk", "[a](#замок) [b](#за\u{301}мок)\n\n## За\u{301}мок\n\nText.\n");
    assert!(html.contains("<h2 id=\"замок\" tabindex=\"-1\">За\u{301}мок</h2>"), "{html}");
}

#[test]
fn a_picture_is_found_whichever_way_its_name_is_written() {
    let dot = include_bytes!("../../checks/nothing-to-mend/content/town/widest/lamp.png");
    let paper = |name: &str, on_disk: &str, in_text: &str| {
        let text = format!("+++\ntitle = \"T\"\nauthors = [\"jane\"]\ndate = 2024-05-01\n+++\n![A dot]({in_text})\n");
        Paper::named(name).file(&format!("war/a/{on_disk}"), dot).file("war/a/index.md", text).story_page("war/a").body
    };
    let (composed, decomposed) = ("фото-йї.png", "фото-и\u{306}і\u{308}.png");
    for (number, (on_disk, in_text)) in [
        (composed, composed),
        (composed, decomposed),
        (decomposed, composed),
        (decomposed, decomposed),
        ("a b.png", "a%20b.png"),
        (composed, "%D1%84%D0%BE%D1%82%D0%BE-%D0%B9%D1%97.png"),
    ]
    .into_iter()
    .enumerate()
    {
        let html = paper(&format!("picture-name-{number}"), on_disk, in_text);
        assert!(html.contains("<img "), "{on_disk} as {in_text}: {html}");
    }
}

#[test]
fn tags_and_aliases_are_the_same_in_both_forms() {
    let matter = format!("date = 2024-05-01\ntags = [\"{DECOMPOSED}\"]\naliases = [\"/{}/\"]", "краи\u{306}");
    let site = "base_url = \"https://paper.example/\"\nname = \"P\"\ntagline = \"T\"\ndescription = \"D\"\nlanguage = \
                \"uk\"\ntime_zone = \"Europe/Kyiv\"\n[[sections]]\nslug = \"war\"\nname = \"War\"\ncolour = \
                \"#9b2226\"\n[tags]\nkyiv = \"Київ і край\"\n";
    let paper = Paper::named("decomposed-tags").file("site.toml", site).story("war/a", &matter);
    assert_eq!(paper.story_page("war/a").tags[0].slug, "kyiv");
    assert_eq!(paper.edition().former_addresses.keys().collect::<Vec<_>>(), ["/край/"]);
}

#[test]
fn a_summary_does_not_end_after_an_abbreviation() {
    let summary = |name: &str, language: &str, text: &str| {
        let text = format!(
            "+++\ntitle = \"T\"\nauthors = [\"jane\"]\ndate = 2024-05-01\nlanguage = \"{language}\"\n+++\n{text}\n"
        );
        Paper::named(name).file("war/a/index.md", text).story_page("war/a").summary
    };
    let long = "The order was read out in the yard of the barracks before the company marched down to the harbour, where \
                the ship had been waiting since the morning. It was signed by Gen. Smith and handed over at noon.";
    assert!(summary("abbreviation-en", "en", long).ends_with("since the morning."));
    let long = "Пожежа сталася вночі у двоповерховому будинку на розі, де колись була друкарня міської газети й де досі \
                зберігали старі верстати та папір. Горіло на вул. Пушкінській і сусідній вул. Грецькій, повідомили там.";
    assert!(summary("abbreviation-uk", "uk", long).ends_with("верстати та папір."));
    let only =
        format!("{} by Gen. Smith and by others of the company who had come down", "so it was signed ".repeat(11));
    assert!(summary("abbreviation-only", "en", &only).ends_with('…'));
}

#[test]
fn text_and_front_matter_have_the_same_quotation_marks() {
    let html =
        Paper::prose("quotes-uk", "uk", "екс-\"регіонал\", *псевдо-*\"референдум\", \"*Порт*\" і `\"код\"` п'ять.");
    let set = "екс-«регіонал», <em>псевдо-</em>«референдум», «<em>Порт</em>» і <code>&quot;код&quot;</code> п’ять.";
    assert!(html.replace("\"код\"", "&quot;код&quot;").contains(set), "{html}");
    let html = Paper::prose("quotes-en", "en", "ex-\"president\", 'new' rock 'n' roll -- \\\"as typed\\\"...");
    assert!(html.contains("ex-“president”, ‘new’ rock ’n’ roll – \"as typed\"…"), "{html}");
}

#[test]
fn a_bare_address_ends_before_the_mark_after_it() {
    let html =
        Paper::prose("bare", "uk", "«https://example.org/a», \"https://example.org/b--c\" https://example.org/d…");
    for address in ["https://example.org/a", "https://example.org/b--c", "https://example.org/d"] {
        assert!(html.contains(&format!("href=\"{address}\"")) && html.contains(&format!(">{address}</a>")), "{html}");
    }
}

#[test]
fn an_id_of_its_own_is_that_of_the_heading() {
    let html = Paper::prose("own-id", "en", "[a](#lamp)\n\n## The lamp and its keepers {#lamp}\n\n## Lamp\n\nText.\n");
    assert!(html.contains("<h2 id=\"lamp\" tabindex=\"-1\">The lamp and its keepers</h2>"), "{html}");
    assert!(html.contains("id=\"lamp-1\""), "{html}");
}

#[test]
fn a_story_from_right_to_left_says_so() {
    let paper = Paper::named("right-to-left").story("war/he", "date = 2024-05-01\nlanguage = \"he\"");
    let edition = paper.edition();
    assert_eq!(edition.site.direction(Some("he")), Some("rtl"));
    assert_eq!((edition.site.direction(Some("uk")), edition.site.direction(None)), (None, None));
    let card = journal::components::card(&edition.site, &paper.front().lead.unwrap(), journal::components::Place::List);
    assert!(card.into_string().starts_with("<article class=\"card card-plain\" lang=\"he\" dir=\"rtl\">"));
    let page =
        journal::pages::page(&edition.site, &journal::model::Document::Story(Box::new(paper.story_page("war/he"))));
    let page = page.into_string();
    assert!(page.contains("lang=\"he\" dir=\"rtl\"><nav class=\"breadcrumb\""), "{page}");
}
