//! The search of the newspaper, in a worker of the browser: fetches the files of the index that a question needs and answers.
//!
//! A question is a text of lines (see [`Question`]), an answer an object: `id` and, if all went well, `total`, `all`,
//! `unknown` (a list of pairs, the word as it was typed and one that is known), `stories` (each a `teaser`, as it stands in its
//! `text.json`, and an `excerpt` as HTML), `authors` (pairs of slug and name) and `years`. Questions are answered one after the
//! other, so an answer never overtakes one that was asked before.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a worker of a browser: `make build` brings it there.");
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

    use journal::search::{Catalogue, Damaged, Filter, Finder, Order, Query, excerpt};
    use leptos::wasm_bindgen::prelude::Closure;
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use leptos::web_sys::js_sys::{Array, JSON, Object, Promise, Reflect, Uint8Array, global};
    use leptos::web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Response, WorkerGlobalScope};
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    /// Why there is no answer. The next question begins with the catalogue again.
    struct Failed;

    impl From<Damaged> for Failed {
        fn from(_: Damaged) -> Failed {
            Failed
        }
    }

    /// What is asked, a line each: number, path of the site, `find` or `suggest`, words, section, author, year, `date` or
    /// nothing, the first and the number of stories that are wanted.
    struct Question {
        id: String,
        base: String,
        typing: bool,
        words: String,
        filter: Filter,
        order: Order,
        first: usize,
        count: usize,
    }

    impl Question {
        fn of(text: &str) -> Option<Question> {
            let mut lines = text.split('\n').map(String::from);
            let mut line = || lines.next();
            let some = |text: String| if text.is_empty() { None } else { Some(text) };
            Some(Question {
                id: line()?,
                base: line()?,
                typing: line()? == "suggest",
                words: line()?,
                filter: Filter { section: some(line()?), author: some(line()?), year: line()?.parse().ok() },
                order: if line()? == "date" { Order::Date } else { Order::Relevance },
                first: line()?.parse().ok()?,
                count: line()?.parse().ok()?,
            })
        }
    }

    /// What has come so far.
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
        // From now on questions are heard.
        say(&JsValue::from_str("ready"));
    }

    /// Answers what is asked until nothing is left.
    async fn work() {
        loop {
            let next =
                DESK.with_borrow_mut(|desk| if desk.waiting.is_empty() { None } else { Some(desk.waiting.remove(0)) });
            let Some(question) = next.as_deref().and_then(Question::of) else { break };
            let answer = Object::new();
            set(&answer, "id", &JsValue::from_str(&question.id));
            let mut finder = DESK.with_borrow_mut(|desk| desk.finder.take());
            if answered(&question, &mut finder, &answer).await.is_err() {
                // Perhaps another edition has come meanwhile.
                finder = None;
                set(&answer, "failed", &JsValue::TRUE);
            }
            DESK.with_borrow_mut(|desk| desk.finder = finder);
            say(&answer);
        }
        DESK.with_borrow_mut(|desk| desk.busy = false);
    }

    async fn answered(question: &Question, finder: &mut Option<Finder>, answer: &Object) -> Result<(), Failed> {
        let Question { base, words, filter, typing, .. } = question;
        if finder.is_none() {
            let file = bytes(fetch(&[base, "/search/catalogue.bin"].concat())).await?;
            *finder = Some(Finder::new(Catalogue::read(&file)?));
        }
        let finder = finder.as_mut().ok_or(Failed)?;
        let query = Query::of(words, *typing);
        let file = |name: &str| [base, "/assets/search/", name, ".bin"].concat();
        // All are under way before the first is waited for.
        let shards: Vec<(usize, Promise)> =
            finder.shards_for(&query).into_iter().map(|(shard, name)| (shard, fetch(&file(name)))).collect();
        if let Some(name) = finder.facets_for(filter).map(String::from) {
            finder.take_facets(&bytes(fetch(&file(&name))).await?)?;
        }
        for (shard, promise) in shards {
            finder.take_shard(shard, &bytes(promise).await?)?;
        }
        let found = finder.find(&query, filter, question.order)?;
        let wanted: Vec<u32> = found.stories.iter().skip(question.first).take(question.count).copied().collect();
        let blocks: Vec<(usize, Promise)> =
            finder.blocks_for(&wanted).into_iter().map(|(block, name)| (block, fetch(&file(name)))).collect();
        for (block, promise) in blocks {
            finder.take_block(block, &bytes(promise).await?)?;
        }
        let paths: Vec<String> = wanted
            .iter()
            .filter_map(|story| finder.address(*story))
            .map(|(section, slug)| [base, "/", section, "/", slug, "/text.json"].concat())
            .collect();
        let unknown = |path: &&String| DESK.with_borrow(|desk| !desk.texts.contains_key(*path));
        let texts: Vec<(&String, Promise)> = paths.iter().filter(unknown).map(|path| (path, fetch(path))).collect();
        for (path, promise) in texts {
            let text =
                JsFuture::from(response(promise).await?.text().map_err(|_| Failed)?).await.map_err(|_| Failed)?;
            let text = JSON::parse(&text.as_string().unwrap_or_default()).map_err(|_| Failed)?;
            DESK.with_borrow_mut(|desk| desk.texts.insert(path.clone(), text));
        }

        let stories = Array::new();
        for path in &paths {
            let Some(text) = DESK.with_borrow(|desk| desk.texts.get(path).cloned()) else { continue };
            let story = Object::new();
            set(&story, "teaser", &get(&text, "teaser"));
            let text = get(&text, "text").as_string().unwrap_or_default();
            if !typing {
                set(&story, "excerpt", &JsValue::from_str(&html(&text, &query)));
            }
            stories.push(&story);
        }
        set(answer, "stories", &stories);
        set(answer, "total", &JsValue::from_f64(found.stories.len() as f64));
        set(answer, "all", &JsValue::from_bool(found.all));
        let unknown = found.unknown.iter().map(|(place, near)| {
            let typed = words.get(place.clone()).unwrap_or_default();
            Array::of2(&JsValue::from_str(typed), &near.as_deref().map_or(JsValue::NULL, JsValue::from_str))
        });
        set(answer, "unknown", &unknown.collect::<Array>());
        let catalogue = finder.catalogue();
        let authors = catalogue
            .authors
            .iter()
            .map(|author| Array::of2(&JsValue::from_str(&author.slug), &JsValue::from_str(&author.name)));
        set(answer, "authors", &authors.collect::<Array>());
        set(answer, "years", &catalogue.years.iter().map(|(year, _)| JsValue::from(*year)).collect::<Array>());
        Ok(())
    }

    /// An excerpt, what was looked for in `mark`.
    fn html(text: &str, query: &Query) -> String {
        let mut html = String::new();
        for piece in excerpt(text, query) {
            let escaped = piece.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let [start, end] = if piece.marked { ["<mark>", "</mark>"] } else { ["", ""] };
            html += &[start, &escaped, end].concat();
        }
        html
    }

    fn fetch(address: &str) -> Promise {
        global().unchecked_into::<WorkerGlobalScope>().fetch_with_str(address)
    }

    async fn response(promise: Promise) -> Result<Response, Failed> {
        let response: Response = JsFuture::from(promise).await.map_err(|_| Failed)?.unchecked_into();
        if response.ok() { Ok(response) } else { Err(Failed) }
    }

    async fn bytes(promise: Promise) -> Result<Vec<u8>, Failed> {
        let buffer = response(promise).await?.array_buffer().map_err(|_| Failed)?;
        Ok(Uint8Array::new(&JsFuture::from(buffer).await.map_err(|_| Failed)?).to_vec())
    }

    fn get(object: &JsValue, name: &str) -> JsValue {
        Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
    }

    fn set(object: &Object, name: &str, value: &JsValue) {
        // A plain object takes everything.
        Reflect::set(object, &JsValue::from_str(name), value).ok();
    }

    fn say(message: &JsValue) {
        global().unchecked_into::<DedicatedWorkerGlobalScope>().post_message(message).ok();
    }
}
