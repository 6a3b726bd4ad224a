//! The search of the newspaper, in a worker of the browser: loads the files of the index that a question needs, and
//! answers.
//!
//! A question is a text of lines, see `Question`. An answer is an object: `id`, the number of the question, and, if
//! the files could be loaded, `total` (how many stories were found), `list` (the requested stories, as HTML),
//! `status` (a summary, as HTML) and, unless these are suggestions, the choices `authors` and `years`. Because the
//! worker writes the HTML, the code for it stays out of the app. Questions are answered one after the other, so an
//! answer never overtakes an earlier one. A text instead of an object only says that the worker is running.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a web worker of a browser: build it with `make build`.");
    std::process::exit(1);
}

#[cfg(target_arch = "wasm32")]
fn main() {
    in_browser::start();
}

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use std::cell::RefCell;
    use std::collections::HashMap;
    use std::ops::Range;

    use journal::browser::{PATIENCE, json::Parsed};
    use journal::components;
    use journal::model::{Site, Subject, Teaser};
    use journal::route::Route;
    use leptos::wasm_bindgen::prelude::Closure;
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use leptos::web_sys::js_sys::{JSON, Object, Reflect, Uint8Array, encode_uri_component, global};
    use leptos::web_sys::{
        AbortSignal, DedicatedWorkerGlobalScope, MessageEvent, RequestInit, Response, WorkerGlobalScope,
    };
    use maud::{Markup, html};
    use search::{Catalogue, Damaged, Filter, Finder, Found, Named, Query, Question, excerpt};
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    /// The question cannot be answered. The next one loads the catalogue again.
    struct Failed;

    impl From<Damaged> for Failed {
        fn from(_: Damaged) -> Failed {
            Failed
        }
    }

    /// What has been loaded so far, and the questions that wait.
    #[derive(Default)]
    struct Desk {
        finder: Option<Finder>,
        texts: HashMap<String, JsValue>,
        waiting: Vec<String>,
        busy: bool,
    }

    thread_local! {
        static DESK: RefCell<Desk> = RefCell::default();
    }

    pub fn start() {
        let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                let busy = DESK.with_borrow_mut(|desk| {
                    desk.waiting.push(text);
                    std::mem::replace(&mut desk.busy, true)
                });
                if !busy {
                    spawn_local(work());
                }
            }
        });
        scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        hear.forget();
        // Questions are heard from now on.
        say(&JsValue::from_str("ready"));
    }

    /// Answers questions until none is left.
    async fn work() {
        loop {
            let next =
                DESK.with_borrow_mut(|desk| if desk.waiting.is_empty() { None } else { Some(desk.waiting.remove(0)) });
            let Some(question) = next.as_deref().and_then(Question::read) else { break };
            let mut finder = DESK.with_borrow_mut(|desk| desk.finder.take());
            let answer = match answered(&question, &mut finder).await {
                Ok(answer) => answer,
                Err(Failed) => {
                    // Another edition may have replaced the index.
                    finder = None;
                    Object::new()
                }
            };
            set(&answer, "id", &JsValue::from(question.id));
            DESK.with_borrow_mut(|desk| desk.finder = finder);
            say(&answer);
        }
        DESK.with_borrow_mut(|desk| desk.busy = false);
    }

    async fn answered(question: &Question, finder: &mut Option<Finder>) -> Result<Object, Failed> {
        let Question { base, words, filter, typing, .. } = question;
        if finder.is_none() {
            let file = bytes(fetch(&[base, "/search/catalogue.bin"].concat())).await?;
            *finder = Some(Finder::new(Catalogue::read(&file)?));
        }
        let finder = finder.as_mut().ok_or(Failed)?;
        let query = Some(Query::of(words, *typing)).filter(|query| !query.is_too_short()).unwrap_or_default();
        let file = |name: &str| [base, "/assets/search/", name, ".bin"].concat();
        let facets = finder.facets_for(filter).into_iter().map(|name| (0, fetch(&file(name)))).collect();
        loop {
            let shards: Vec<_> =
                finder.shards_for(&query)?.into_iter().map(|(shard, name)| (shard, fetch(&file(name)))).collect();
            if shards.is_empty() {
                break;
            }
            for (shard, file) in all(shards).await? {
                finder.take_shard(shard, &file)?;
            }
        }
        for (_, file) in all(facets).await? {
            finder.take_facets(&file)?;
        }
        let found = finder.find(&query, filter, question.order)?;
        let wanted: Vec<u32> =
            found.stories.iter().skip(question.first as usize).take(question.count as usize).copied().collect();
        let blocks = finder.blocks_for(&wanted).into_iter().map(|(block, name)| (block, fetch(&file(name)))).collect();
        for (block, file) in all(blocks).await? {
            finder.take_block(block, &file)?;
        }
        let paths: Vec<String> = wanted
            .iter()
            .filter_map(|story| finder.address(*story))
            .map(|(section, slug)| [base, "/", section, "/", slug, "/text.json"].concat())
            .collect();
        let unknown = |path: &&String| DESK.with_borrow(|desk| !desk.texts.contains_key(*path));
        let texts = paths.iter().filter(unknown).map(|path| (path, fetch(path))).collect();
        for (path, text) in all(texts).await? {
            let text = JSON::parse(&String::from_utf8_lossy(&text)).map_err(|_| Failed)?;
            DESK.with_borrow_mut(|desk| desk.texts.insert(path.clone(), text));
        }

        let mut stories: Vec<(Teaser, String)> = Vec::new();
        for path in &paths {
            let Some(text) = DESK.with_borrow(|desk| desk.texts.get(path).cloned()) else { continue };
            let teaser = Parsed::of(get(&text, "teaser")).read().map_err(|_| Failed)?;
            let text = get(&text, "text").as_string().unwrap_or_default();
            stories.push((teaser, if *typing { String::new() } else { marked(&text, &query) }));
        }
        Ok(answer(question, finder.catalogue(), &found, &stories))
    }

    fn answer(question: &Question, catalogue: &Catalogue, found: &Found, stories: &[(Teaser, String)]) -> Object {
        let site = site(catalogue, &question.base);
        let answer = Object::new();
        let set_html = |name: &str, html: Markup| set(&answer, name, &JsValue::from_str(&html.into_string()));
        set(&answer, "total", &JsValue::from_f64(found.stories.len() as f64));
        if question.typing {
            let offered = if found.all { stories } else { &[] };
            set_html("list", components::suggestions(&site, offered));
            set_html("status", html! { (site.words().suggestions(offered.len() as u64)) });
            return answer;
        }
        let typed = |place: &Range<usize>| question.words.get(place.clone()).unwrap_or_default();
        let unknown: Vec<&str> = found.unknown.iter().map(|(place, _)| typed(place)).collect();
        let address = |words: &str| site.href(&Route::Search) + "?q=" + &String::from(encode_uri_component(words));
        let corrected = corrected(question, found).map(|words| (address(&words), words));
        let (total, all) = (found.stories.len(), found.all);
        let status = if Query::of(&question.words, false).is_too_short() {
            html! { (site.words().too_short()) }
        } else if total == 0 && unknown.is_empty() && question.filter != Filter::default() {
            let address = address(&question.words);
            html! { (site.words().nothing_found()) " " a href=(address) { (site.words().search_everywhere()) } }
        } else {
            components::found_status(site.words(), total, all, &unknown, corrected.as_ref())
        };
        set_html("status", status);
        set_html("list", components::found(&site, stories));
        let authors = catalogue.authors.iter().map(|author| (author.slug.as_str(), author.name.as_str()));
        set_html("authors", components::choices(authors));
        let years: Vec<String> = catalogue.years.iter().rev().map(|(year, _)| year.to_string()).collect();
        set_html("years", components::choices(years.iter().map(|year| (year.as_str(), year.as_str()))));
        answer
    }

    /// What was typed, with a similar known word in place of each unknown one; `None` if there is no unknown word,
    /// or no similar one for one of them.
    fn corrected(question: &Question, found: &Found) -> Option<String> {
        let mut words = question.words.clone();
        // From the end, so that the places before stay valid.
        for (place, near) in found.unknown.iter().rev() {
            words.replace_range(place.clone(), near.as_deref()?);
        }
        (!found.unknown.is_empty()).then_some(words)
    }

    /// As much of the newspaper as cards need.
    fn site(catalogue: &Catalogue, base: &str) -> Site {
        let section = |named: &Named| Subject { slug: named.slug.clone(), name: named.name.clone() };
        Site {
            language: catalogue.language.clone(),
            base: String::from(base),
            sections: catalogue.sections.iter().map(section).collect(),
            ..Site::default()
        }
    }

    /// An excerpt as HTML, with matches in `mark`.
    fn marked(text: &str, query: &Query) -> String {
        let mut html = String::new();
        for piece in excerpt(text, query) {
            let escaped = piece.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let [start, end] = if piece.marked { ["<mark>", "</mark>"] } else { ["", ""] };
            html += &[start, &escaped, end].concat();
        }
        html
    }

    /// Requests a file, with a timeout, so that later questions do not wait for ever.
    fn fetch(address: &str) -> JsFuture {
        let init = RequestInit::new();
        init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE.as_millis() as u32)));
        // Listen to the promise at once: the browser reports a failure that nothing listens to.
        global().unchecked_into::<WorkerGlobalScope>().fetch_with_str_and_init(address, &init).into()
    }

    /// The contents of the files, in order. All requests are under way at once.
    async fn all<T>(asked: Vec<(T, JsFuture)>) -> Result<Vec<(T, Vec<u8>)>, Failed> {
        let mut answers = Vec::new();
        for (of, answer) in asked {
            answers.push((of, bytes(answer).await?));
        }
        Ok(answers)
    }

    async fn bytes(answer: JsFuture) -> Result<Vec<u8>, Failed> {
        let response: Response = answer.await.map_err(|_| Failed)?.unchecked_into();
        if !response.ok() {
            return Err(Failed);
        }
        let buffer = response.array_buffer().map_err(|_| Failed)?;
        let bytes = Uint8Array::new(&JsFuture::from(buffer).await.map_err(|_| Failed)?).to_vec();
        // A sign of life: the page gives up a silent worker.
        say(&JsValue::from_str("still looking"));
        Ok(bytes)
    }

    fn get(object: &JsValue, name: &str) -> JsValue {
        Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
    }

    fn set(object: &Object, name: &str, value: &JsValue) {
        // A plain object accepts any field.
        Reflect::set(object, &JsValue::from_str(name), value).ok();
    }

    fn say(message: &JsValue) {
        global().unchecked_into::<DedicatedWorkerGlobalScope>().post_message(message).ok();
    }
}
