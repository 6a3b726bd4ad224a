//! What the search finds, and in which order, among the English sample stories and short Ukrainian ones.

mod ukrainian;

use std::collections::BTreeMap;
use std::path::Path;

use journal::model::{Article, Document, Site};
use press::content::inventory::Inventory;
use press::edition::{EditionOptions, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::site::search::{Ledger, NewWords, authors, sections, text_of, words};
use press::store::content_hash::content_hash;
use press::store::fingerprint::Fingerprint;
use press::stories::cache::StoryCache;
use search::{Catalogue, Damaged, Entry, Filter, Finder, Found, Indexer, Order, Query, excerpt, packed};

/// What is typed, and the story that must be among the first three results.
const QUERIES: [(&str, &str); 40] = [
    ("potemkin stairs", "potemkin-stairs"),
    ("pram film", "potemkin-stairs"),
    ("192 steps", "potemkin-stairs"),
    ("lighthouse", "vorontsov-lighthouse"),
    ("Vorontsov's palace", "the-vorontsov-palace-colonnade"),
    ("harbour pilots", "what-a-port-pilot-does"),
    ("opera house", "opera-and-ballet-theatre"),
    ("funicular", "the-funicular"),
    ("catacomb", "the-catacombs"),
    ("shipping grain", "how-grain-is-shipped"),
    ("Croatian ports", "ukraine-croatia-ports-grain"),
    ("Kuleba", "ukraine-croatia-ports-grain"),
    ("sanctions oligarchs", "new-sanctions-defence-industry-oligarchs"),
    ("how do sanctions work", "how-sanctions-work"),
    ("repair drones contract", "drone-repair-service-centre-contract"),
    ("drone workshop", "inside-a-drone-repair-workshop"),
    ("Ramstein", "preparing-the-next-ramstein-meeting"),
    ("zelensky meetings", "preparing-the-next-ramstein-meeting"),
    ("ASEAN Korea", "south-korea-asean-north-korea-russia"),
    ("lost passport consulate", "what-a-consulate-does"),
    ("communique", "how-a-summit-communique-is-made"),
    ("restoring a painting", "how-a-painting-is-restored"),
    ("violin schools", "the-school-that-taught-violin"),
    ("Black Sea painters", "the-black-sea-in-painting"),
    ("privoz market", "privoz-market"),
    ("swimming", "safe-in-the-sea"),
    ("power cuts", "power-cuts-how-to-prepare"),
    ("courtyards", "the-courtyard"),
    ("white acacias", "the-white-acacia"),
    ("duke richelieu", "duke-de-richelieu"),
    ("university 1865", "a-university-by-the-sea"),
    ("rabbits bacteriology", "the-bacteriological-station"),
    ("observatory", "the-observatory"),
    ("horse trams", "from-horse-tram-to-electric-tram"),
    ("drinking water Dniester", "how-a-city-drinks"),
    ("street names", "how-streets-got-their-names"),
    ("free port customs", "porto-franco"),
    ("film festivals", "how-a-film-festival-works"),
    ("oral history grandmother", "recording-an-oral-history"),
    ("Потьомкінських сходів", "yak-zbuduvaly-potomkinski-skhody"),
];

/// The newspaper, and its stories from the oldest on.
fn newspaper() -> (Site, Vec<Article>) {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    // The search needs what is written about pictures, not their files.
    let inventory = Inventory::take(&content);
    let (pictures, _) = Pictures::measure_all(&inventory, &content, false);
    let clock = Clock::read(Some("2026-11-24T12:00:00Z")).unwrap();
    let options = EditionOptions { content: &content, base: "", clock: &clock, drafts: false };
    let edition = read_edition(&inventory, &options, &pictures, &mut StoryCache::default()).unwrap();
    let story = |document| match document {
        Document::Story(article) => Some(*article),
        _ => None,
    };
    let mut stories: Vec<Article> =
        edition.documents().unwrap().into_iter().filter_map(|(_, document)| story(document)).collect();
    stories.reverse();
    (edition.site, stories)
}

/// Adds the stories in Ukrainian.
fn with_ukrainian_stories(stories: &mut Vec<Article>) {
    let pattern = stories.last().unwrap().clone();
    for (slug, headline, text) in ukrainian::STORIES {
        let mut story = Article { slug: slug.into(), headline: headline.into(), ..pattern.clone() };
        story.body = format!("<p>{text}</p>");
        (story.language, story.standfirst, story.picture, story.tags) = (Some("uk".into()), None, None, Vec::new());
        stories.push(story);
    }
}

/// An index: the files and the catalogue that names them.
struct Index {
    files: BTreeMap<String, Vec<u8>>,
    catalogue: Catalogue,
}

/// The index of `stories`, from the oldest on.
fn index(site: &Site, stories: &[&Article]) -> Index {
    let (mut new, mut entries, mut lengths) = (NewWords::default(), Vec::new(), Vec::new());
    for (story, number) in stories.iter().zip(0..) {
        let words = words(site, story, &text_of(story, &story.body));
        entries.push(Entry {
            section: story.section.clone(),
            slug: story.slug.clone(),
            authors: story.authors.iter().map(|author| author.slug.clone()).collect(),
            year: story.published.iso[..4].parse().unwrap(),
            length: words.length,
        });
        lengths.push((Fingerprint::of(story.slug.as_bytes()), words.length));
        new.add(number, words);
    }
    let authors = authors(stories.iter().flat_map(|story| &story.authors));
    let mut indexer = Indexer::new(&site.language, sections(site), authors, &entries);
    Ledger::default().renew(&lengths, new, |term, form, stories| indexer.put(term, form, stories)).unwrap();
    let sheets = indexer.finish();
    let files: Vec<Vec<u8>> = sheets.files.iter().map(|file| packed(file)).collect();
    let names: Vec<String> = files.iter().map(|file| content_hash(file)).collect();
    Index { catalogue: sheets.named(names.clone()), files: names.into_iter().zip(files).collect() }
}

/// A finder with all files.
fn finder(index: &Index) -> Finder {
    let mut finder = Finder::new(Catalogue::read(&index.catalogue.write()).unwrap());
    for (shard, (_, name)) in index.catalogue.shards.iter().enumerate() {
        finder.take_shard(shard, &index.files[name]).unwrap();
    }
    for (block, name) in index.catalogue.blocks.iter().enumerate() {
        finder.take_block(block, &index.files[name]).unwrap();
    }
    finder.take_facets(&index.files[&index.catalogue.facets]).unwrap();
    finder
}

/// Gives `finder` the shards that it asks for. Returns how many they were in each round.
fn take_what_is_needed(finder: &mut Finder, index: &Index, query: &Query) -> Vec<usize> {
    let mut rounds = Vec::new();
    loop {
        let asked = finder.shards_for(query).unwrap().into_iter();
        let shards: Vec<(usize, String)> = asked.map(|(place, name)| (place, name.into())).collect();
        if shards.is_empty() {
            return rounds;
        }
        rounds.push(shards.len());
        for (place, name) in shards {
            finder.take_shard(place, &index.files[&name]).unwrap();
        }
    }
}

fn slugs(finder: &Finder, found: &Found) -> Vec<String> {
    found.stories.iter().map(|story| finder.address(*story).unwrap().1.into()).collect()
}

fn find(finder: &Finder, text: &str) -> (Found, Vec<String>) {
    let found = finder.find(&Query::of(text, false), &Filter::default(), Order::Relevance).unwrap();
    let slugs = slugs(finder, &found);
    (found, slugs)
}

#[test]
fn the_story_that_is_meant_is_among_the_first_three_results() {
    let (site, mut stories) = newspaper();
    with_ukrainian_stories(&mut stories);
    let finder = finder(&index(&site, &stories.iter().collect::<Vec<_>>()));
    let mut missed = Vec::new();
    for (text, wanted) in QUERIES.iter().chain(&ukrainian::QUERIES) {
        let (_, slugs) = find(&finder, text);
        if !slugs.iter().take(3).any(|slug| slug == wanted) {
            missed.push(format!("{text}: {wanted} is not among {:?}", slugs.iter().take(5).collect::<Vec<_>>()));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_query_needs_only_some_of_the_files() {
    let (site, stories) = newspaper();
    let index = index(&site, &stories.iter().collect::<Vec<_>>());
    let mut finder = Finder::new(index.catalogue.clone());
    let query = Query::of("lighthouse", false);
    let rounds = take_what_is_needed(&mut finder, &index, &query);
    assert_eq!(rounds, [1], "one word, one file of {}", index.catalogue.shards.len());
    let found = finder.find(&query, &Filter::default(), Order::Relevance).unwrap();
    assert!(!found.stories.is_empty() && finder.address(found.stories[0]).is_none());
    assert!(!finder.blocks_for(&found.stories[..1]).is_empty());
    assert_eq!(finder.facets_for(&Filter::default()), None);
    let of_section = Filter { section: Some("history".into()), ..Filter::default() };
    assert_eq!(finder.facets_for(&of_section), Some(index.catalogue.facets.as_str()));
}

#[test]
fn results_can_be_filtered_and_sorted() {
    let (site, stories) = newspaper();
    let finder = finder(&index(&site, &stories.iter().collect::<Vec<_>>()));
    let query = Query::of("harbour", false);
    let found = |filter: Filter, order| {
        let found = finder.find(&query, &filter, order).unwrap();
        let story = |slug: &String| stories.iter().find(|story| story.slug == *slug).unwrap();
        slugs(&finder, &found).iter().map(|slug| story(slug).clone()).collect::<Vec<Article>>()
    };
    let all = found(Filter::default(), Order::Relevance);
    let history = found(Filter { section: Some("history".into()), ..Filter::default() }, Order::Relevance);
    assert!(history.len() < all.len() && history.iter().all(|story| story.section == "history"));
    assert_eq!(history.len(), all.iter().filter(|story| story.section == "history").count());
    let author = all[0].authors[0].slug.clone();
    let by = found(Filter { author: Some(author.clone()), ..Filter::default() }, Order::Relevance);
    assert_eq!(by.len(), all.iter().filter(|story| story.authors.iter().any(|it| it.slug == author)).count());
    let of_year = found(Filter { year: Some(2025), ..Filter::default() }, Order::Relevance);
    assert_eq!(of_year.len(), all.iter().filter(|story| story.published.iso.starts_with("2025")).count());
    assert!(!of_year.is_empty() && of_year.len() < all.len());
    assert!(found(Filter { year: Some(1999), ..Filter::default() }, Order::Relevance).is_empty());
    assert!(found(Filter { section: Some("nothing".into()), ..Filter::default() }, Order::Relevance).is_empty());
    let dates = found(Filter::default(), Order::Date);
    assert!(dates.is_sorted_by(|one, other| one.published.iso[..10] >= other.published.iso[..10]));
    assert_eq!(dates.len(), all.len());
}

#[test]
fn misspelt_words_get_a_suggestion_and_the_other_words_still_match() {
    let (site, stories) = newspaper();
    let index = index(&site, &stories.iter().collect::<Vec<_>>());
    let finder = finder(&index);
    for (typed, known) in [
        ("lihgthouse", "lighthouse"),
        ("catacmbs", "catacombs"),
        ("funiculer", "funicular"),
        ("потьомкінскі", "потьомкінські"),
        // Wrong first letters: the right word is in another file than the word as typed.
        ("ilghthouse", "lighthouse"),
        ("qlighthouse", "lighthouse"),
        ("оптьомкінські", "потьомкінські"),
    ] {
        let (found, slugs) = find(&finder, typed);
        assert!(slugs.is_empty() && !found.all, "{typed}: {slugs:?}");
        let near = found.unknown[0].1.clone().unwrap();
        assert!(near == known || find(&finder, &near).1 == find(&finder, known).1, "{typed}: {near}");
    }
    let mut fresh = Finder::new(index.catalogue.clone());
    let query = Query::of("ilghthouse", false);
    let rounds = take_what_is_needed(&mut fresh, &index, &query);
    assert!(rounds.len() == 2 && rounds[1] <= 2, "the typed word's file, then likely ones: {rounds:?}");
    let found = fresh.find(&query, &Filter::default(), Order::Relevance).unwrap();
    assert_eq!(found.unknown[0].1.as_deref(), Some("lighthouse"));

    let (found, slugs) = find(&finder, "lighthouse xqzwv");
    assert!(!found.all && slugs[0] == "vorontsov-lighthouse");
    assert_eq!(found.unknown, [(11..16, None)]);
    let (found, slugs) = find(&finder, " …, ");
    assert!(slugs.is_empty() && found.unknown.is_empty());
}

#[test]
fn an_unfinished_word_matches_as_a_prefix() {
    let (site, stories) = newspaper();
    let finder = finder(&index(&site, &stories.iter().collect::<Vec<_>>()));
    let typed = |text: &str| {
        let found = finder.find(&Query::of(text, true), &Filter::default(), Order::Relevance).unwrap();
        slugs(&finder, &found)
    };
    assert_eq!(typed("funic")[0], "the-funicular");
    assert_eq!(typed("vorontsov lightho")[0], "vorontsov-lighthouse");
    assert!(find(&finder, "funic").1.is_empty(), "but not once the word is finished");
    assert!(typed("funic ").is_empty(), "or followed by a space");
}

#[test]
fn an_excerpt_shows_why_a_story_was_found() {
    let text = format!(
        "{}The lighthouse stands. It shows its <light> to ships. {}",
        "Before it. ".repeat(20),
        "After it. ".repeat(30)
    );
    let pieces = excerpt(&text, &Query::of("ship lights", false));
    let marked: Vec<&str> = pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["light", "ships"]);
    let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert!(whole.starts_with("… ") && whole.ends_with(" …") && whole.contains("its <light> to ships."), "{whole}");
    assert!(whole.split_whitespace().count() < 40);
    let nothing: String =
        excerpt("A short text.", &Query::of("other", false)).into_iter().map(|piece| piece.text).collect();
    assert_eq!(nothing, "A short text.");
    assert!(excerpt("", &Query::of("other", false)).is_empty());
}

#[test]
fn a_damaged_file_is_detected() {
    let (site, stories) = newspaper();
    let index = index(&site, &stories.iter().collect::<Vec<_>>());
    let catalogue = index.catalogue.write();
    assert_eq!(Catalogue::read(&catalogue), Ok(index.catalogue.clone()));
    let mut finder = finder(&index);
    let shard = &index.files[&index.catalogue.shards[0].1];
    for length in [0, 3, 4, 20, shard.len() / 2, shard.len() - 1] {
        assert_eq!(finder.take_shard(0, &shard[..length]), Err(Damaged), "{length} bytes");
        assert_eq!(Catalogue::read(&catalogue[..length.min(catalogue.len() - 1)]), Err(Damaged));
    }
    for place in (4..shard.len()).step_by(97) {
        let mut damaged = shard.clone();
        damaged[place] ^= 0x55;
        assert_eq!(finder.take_shard(0, &damaged), Err(Damaged), "byte {place}");
    }
    assert_eq!(finder.take_block(0, b"<!doctype html>"), Err(Damaged));
}
