//! Malformed and hostile Markdown sites: damaged files, and texts made of what some parser understands. The import
//! survives all of them, whatever it writes builds without errors, and no tag of another program reaches a reader.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use press::commands::import::{Import, Program};
use proptest::prelude::*;
use proptest::sample::Index;

use super::desk::tree;
use super::properties::{Damage, builds, config, damage, damaged, html};

const KINDS: [&str; 5] = ["markdown-hugo", "markdown-zola", "markdown-jekyll", "markdown-eleventy", "markdown-folder"];

/// Imports a site of these files. Returns the report and the texts of the stories; a refusal has a remedy.
fn import(kind: &str, files: &[(String, Vec<u8>)]) -> Option<(String, Vec<String>)> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("imports/markdown-properties").join(number.to_string());
    let _ = fs::remove_dir_all(&folder);
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports").join(kind);
    let site = tree(&fixtures.join("content")).into_iter().map(|(file, text)| (format!("content/{file}"), text));
    let old = files.iter().map(|(file, text)| (format!("site/{file}"), text.clone()));
    for (file, text) in site.chain(old) {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let import = Import {
        program: Program::Markdown,
        export: folder.join("site"),
        pictures: None,
        content: folder.join("content"),
        sections: Vec::new(),
        default_section: Some(String::from("town")),
        address: None,
        types: Vec::new(),
        comments: None,
    };
    let outcome = import.run();
    let result = match outcome {
        Ok(report) => {
            builds(&folder);
            let stories = tree(&folder.join("content")).into_iter().filter(|(file, _)| file.ends_with("/index.md"));
            Some((report.to_string(), stories.map(|(_, text)| String::from_utf8(text).unwrap()).collect()))
        }
        Err(failure) => {
            assert!(failure.to_string().contains("remedy: "), "{failure}");
            None
        }
    };
    fs::remove_dir_all(&folder).unwrap();
    result
}

fn site(kind: &str) -> Vec<(String, Vec<u8>)> {
    tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports").join(kind).join("site")).into_iter().collect()
}

const WORDS: [&str; 49] = [
    "{{< youtube a >}}",
    "{{< figure src=\"leaf.png\" alt=\"*_]\" >}}",
    "{{< ref \"a.md\" >}}",
    "{{< details >}}",
    "{{< /details >}}",
    "{{% x y=\"1\" %}}",
    "{{% /x %}}",
    "{{< highlight go >}}",
    "{{< /highlight >}}",
    "{{</* x */>}}",
    "{{<",
    ">}}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{{ youtube(id=\"a\") }}",
    "{% quote() %}",
    "{% end %}",
    "{{ page.title }}",
    "{{ 'a' | relative_url }}",
    "{% highlight x %}",
    "{% endhighlight %}",
    "{% raw %}",
    "{% endraw %}",
    "{% for a in b %}",
    "{% endfor %}",
    "{% include figure.html src=\"a.png\" %}",
    "{: .a #b }",
    "{:toc}",
    "{#lamp}",
    "# a {#b}\n",
    "a\n===\n",
    "[^1]",
    "[^1]: x",
    "[x](a.md)",
    "[x](@/a.md#b)",
    "[x](2024-01-01-1.md#b)",
    "[x](@/post/2024-01-02-2.md#lamp)",
    "\n## lamp {#b}\n",
    "![x](a.png \"b\")",
    "> [!NOTE]\n> ",
    "- [x] ",
    "```\n",
    "~~~ {.rust}\n",
    "~a~",
    "<!-- more -->",
    "<details markdown=\"1\">\n",
    "*[a]: b\n",
];

/// Markdown made of pieces that mean something to some program.
fn markdown() -> impl Strategy<Value = String> {
    let signs = "[-*_#+=>~`|\\\\\\[\\]!(){}<&;:.^@$%'\"0-9 \n\ta-zд]{0,12}";
    let words = prop::sample::select(&WORDS[..]);
    let piece = prop_oneof![
        4 => words.prop_map(String::from),
        3 => signs,
        2 => html(),
        1 => Just(String::from("\n\n")),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..25).prop_map(|pieces| pieces.concat())
}

/// Values that front matter may have where another is expected.
fn value() -> impl Strategy<Value = String> {
    let words = prop::sample::select(
        &[
            "true",
            "2024-02-30",
            "2024-01-01",
            "[1, [2]]",
            "{a: {b: c}}",
            "''",
            "~",
            "'../../x'",
            "'/'",
            "'a@b.example'",
            "'{{ x }}'",
            "1e99",
            "':year/:nothing'",
            "'\u{0}'",
        ][..],
    );
    prop_oneof![2 => words.prop_map(String::from), 1 => "'[^'\n\\\\]{0,12}'"]
}

const KEYS: [&str; 22] = [
    "title",
    "date",
    "author",
    "authors",
    "tags",
    "categories",
    "slug",
    "url",
    "path",
    "permalink",
    "aliases",
    "image",
    "cover",
    "lastmod",
    "publishDate",
    "expiryDate",
    "draft",
    "lang",
    "translationKey",
    "description",
    "redirect_from",
    "extra",
];

fn matter() -> impl Strategy<Value = String> {
    let line = (prop::sample::select(&KEYS[..]), value()).prop_map(|(key, value)| format!("{key}: {value}\n"));
    prop::collection::vec(line, 0..8).prop_map(|lines| format!("---\n{}---\n", lines.concat()))
}

/// Where a story of each kind of site lies.
fn place(kind: &str, number: usize) -> String {
    match kind {
        "markdown-hugo" | "markdown-zola" => format!("content/post/2024-01-0{number}-{number}.md"),
        "markdown-jekyll" => format!("_posts/2024-01-0{number}-{number}.md"),
        "markdown-eleventy" => format!("src/posts/2024-01-0{number}-{number}.md"),
        _ => format!("town/2024-01-0{number}-{number}.md"),
    }
}

fn without_stories(kind: &str) -> Vec<(String, Vec<u8>)> {
    let is_setting = |file: &str| !file.ends_with(".md") && !file.ends_with(".textile");
    site(kind).into_iter().filter(|(file, _)| is_setting(file)).collect()
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn a_damaged_site_is_read_or_refused(
        kind in prop::sample::select(&KINDS[..]),
        which in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let mut files = site(kind);
        let texts: Vec<usize> =
            (0..files.len()).filter(|index| !files[*index].0.ends_with(".png")).collect();
        let (_, content) = &mut files[texts[which.index(texts.len())]];
        let text = String::from_utf8_lossy(content).into_owned();
        let damages: &[Damage] = &damages;
        *content = damaged(&text, damages);
        let _ = import(kind, &files);
    }

    #[test]
    fn stories_of_any_markdown_build_without_errors_and_without_tags(
        kind in prop::sample::select(&KINDS[..]),
        texts in prop::collection::vec(markdown(), 1..6),
    ) {
        let mut files = without_stories(kind);
        for (number, text) in (1..).zip(&texts) {
            files.push((place(kind, number), format!("---\ntitle: '{number}'\n---\n{text}").into_bytes()));
        }
        let (report, stories) = import(kind, &files).unwrap();
        let with_words = texts.iter().filter(|text| !text.trim().is_empty()).count();
        prop_assert!(report.starts_with(&format!("press: written: {with_words} stor")), "{report}");
        prop_assert_eq!(stories.len(), with_words);
    }

    #[test]
    fn stories_with_any_keys_build_without_errors(
        kind in prop::sample::select(&KINDS[..]),
        matters in prop::collection::vec(matter(), 1..6),
    ) {
        let mut files = without_stories(kind);
        for (number, matter) in (1..).zip(&matters) {
            files.push((place(kind, number), format!("{matter}Text\n").into_bytes()));
        }
        let _ = import(kind, &files);
    }
}

#[test]
fn texts_made_to_be_slow_are_imported_to_the_end() {
    let times = |text: &str, times: usize| text.repeat(times);
    let texts = [
        times("{{< x >}}", 20_000),
        [times("{{< x >}}", 20_000), String::from("{{< /x >}}")].concat(),
        times("{{<", 20_000),
        times("{% for a in b %}", 20_000),
        [times("{% for a in b %}", 20_000), String::from("{% endfor %}")].concat(),
        times("{% raw %}", 20_000),
        times("{{ a | b ", 20_000),
        times("{{ a(\"", 20_000),
        times("`", 50_000),
        times("` ``", 10_000),
        times("# a {#b}\n", 5_000),
        times("{: a", 20_000),
        times("> ", 5_000),
        times("- ", 5_000),
        times("[a](b.md", 20_000),
        times("~a~ ", 20_000),
        times("*[a]: b\n", 10_000),
        times("<div markdown=\"1\">\n", 5_000),
        times("| a ", 20_000),
    ];
    for kind in KINDS {
        let mut files = without_stories(kind);
        for (number, text) in texts.iter().enumerate() {
            let name = place(kind, 1).replace("-1.md", &format!("-{number}.md"));
            files.push((name, format!("---\ntitle: '{number}'\n---\n{text}").into_bytes()));
        }
        import(kind, &files).unwrap();
    }
}
