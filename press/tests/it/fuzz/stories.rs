//! Front matter and Markdown: damaged real stories, and texts made of pieces that mean something to some parser.

use proptest::prelude::*;

use super::damage::{damage, damaged};
use super::newsroom::{MATTER, Newsroom, config};
use super::seeds;

const PIECES: [&str; 64] = [
    "> ",
    "- ",
    "1. ",
    "99999999999. ",
    "    ",
    "\n",
    "\n\n",
    "# ",
    "###### ",
    "***",
    "_",
    "~~",
    "```",
    "`",
    "| a | b |\n|--|:-:|\n| c |",
    "|",
    "[^1]",
    "[^1]: ",
    "[^a[^b]]",
    "[a](",
    "[a][b]",
    "[b]: <",
    "[b]: javascript:x\n",
    "](/town/lamp/#x)",
    "](//evil.example \"onerror=x\")",
    "](javascript:alert(1))",
    "](&#106;avascript:x)",
    "](java\tscript:x)",
    "](data:text/html,x)",
    "<javascript:x>",
    "![",
    "![a](lamp.png \"b | c\")",
    "> [!PULL]\n> a\n",
    "[!NOTE]",
    "<script>",
    "</script>",
    "<style>",
    "<p onmouseover=x>",
    "<svg><script>",
    "<math><mi><mglyph><style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "<details open ontoggle=x>",
    "<table><td>",
    "<noscript><p title=\"</noscript><img src=x onerror=x>\">",
    "<q cite=javascript:x>",
    "<b id=main class=x style=x>",
    "<template>",
    "<select><option>",
    "<a href=",
    "&lt;script&gt;",
    "&#0;",
    "&#27;",
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "\u{b}",
    "\\",
    "http://a.b/(",
    "x@y.z",
    "\r",
];

/// A text of such pieces and of random characters.
fn markdown() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        6 => prop::sample::select(&PIECES[..]).prop_map(String::from),
        2 => "[-*_#+=>~`|\\\\\\[\\]!(){}<&;:.^@$%'\"0-9 \n\ta-zд]{0,12}",
        1 => any::<char>().prop_map(String::from),
        1 => (prop::sample::select(&PIECES[..]), 1..60usize).prop_map(|(piece, times)| piece.repeat(times)),
    ];
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

/// The value of a key in TOML or YAML.
fn value() -> impl Strategy<Value = String> {
    let plain = prop::sample::select(vec![
        "true",
        "2026-01-01",
        "2026-01-01T25:61:61",
        "0000-01-01",
        "-9999-01-01",
        "9999-12-31T23:59:59.999999999-23:59",
        "10000-01-01",
        "\"2026-03-29T03:30:00\"",
        "\"1883-11-18T12:00:00\"",
        "1e999",
        "nan",
        "-0",
        "0x7fffffffffffffffffffffffffffffff",
        "99999999999999999999999999999999999999999999999999",
        "\"\"",
        "\" \"",
        "\"jane\"",
        "\"lamp.png\"",
        "\"/town/lamp/\"",
        "\"\\u0000\\u001b\\u202e\"",
        "\"</script><script>x\"",
        "~",
        "*a",
        "&a [1]",
        "!!map {}",
        "[]",
        "{}",
        "",
    ]);
    let leaf = prop_oneof![3 => plain.prop_map(String::from), 1 => "[ -~]{0,12}"];
    leaf.prop_recursive(6, 40, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            (inner.clone(), any::<bool>())
                .prop_map(|(value, yaml)| format!("{{ file {} {value} }}", if yaml { ':' } else { '=' })),
            inner.prop_map(|value| format!("[{value}, {value}]")),
        ]
    })
}

/// Front matter with keys that press knows, and some that it nearly knows.
fn matter() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "title",
        "date",
        "updated",
        "authors",
        "tags",
        "aliases",
        "translation_of",
        "draft",
        "lead",
        "language",
        "picture",
        "corrections",
        "description",
        "standfirst",
        "Title",
        "autors",
        "proof_off",
        "picture.file",
        "[picture]\nfile",
        "[[corrections]]\ndate",
    ]);
    let lines = prop::collection::vec((key, value()), 0..10);
    (lines, any::<bool>(), prop::sample::select(vec!["\n", "\r\n", "\r"])).prop_map(|(lines, yaml, end)| {
        let (fence, equals) = if yaml { ("---", ": ") } else { ("+++", " = ") };
        let lines: String = lines.into_iter().map(|(key, value)| [key, equals, &value, "\n"].concat()).collect();
        let usual = if yaml { "title: T\ndate: 2026-01-01\nauthors: jane\n" } else { &MATTER[4..MATTER.len() - 4] };
        format!("{fence}\n{usual}{lines}{fence}\nText.\n").replace('\n', end)
    })
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn a_damaged_story_is_read_or_its_errors_reported(
        seed in any::<prop::sample::Index>(),
        damages in prop::collection::vec(damage(), 1..8),
    ) {
        let story = damaged(seed.get(seeds::STORIES.as_slice()).as_slice(), &damages);
        let lamp = &seeds::PICTURES[1].1;
        drop(Newsroom::with(&[("town/quay/index.md", &story), ("town/quay/lamp.png", lamp)]).read());
    }

    #[test]
    fn no_markdown_becomes_harmful_html(text in markdown()) {
        let story = [MATTER, &text].concat();
        let author = ["+++\nname = \"Jane\"\n+++\n", &text].concat();
        let lamp = &seeds::PICTURES[1].1;
        let files: [(&str, &[u8]); 3] = [
            ("town/quay/index.md", story.as_bytes()),
            ("town/quay/lamp.png", lamp),
            ("authors/jane.md", author.as_bytes()),
        ];
        drop(Newsroom::with(&files).read());
    }

    #[test]
    fn front_matter_with_any_values_is_read_or_its_errors_reported(matter in matter()) {
        drop(Newsroom::with(&[("town/quay.md", matter.as_bytes())]).read());
    }
}
