//! A newspaper of everything that breaks layouts: words without an end, code, wide tables and pictures, many tags.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::server::dist;

/// The newspaper in one language.
#[derive(Clone, Copy)]
pub struct Stress {
    language: &'static str,
    name: &'static str,
    /// A word far longer than a line on a phone.
    word: &'static str,
    words: &'static str,
}

/// An address that no browser breaks by itself.
const ADDRESS: &str = "https://very-long-name-of-a-subdomain.example.org/a_path_without_a_place_to_break_it_that_goes_on_and_on_and_on.html";

impl Stress {
    pub const ENGLISH: Stress = Stress {
        language: "en",
        name: "The Stress",
        word: "Counterrevolutionarilyoverconscientiousnessestransubstantiationalistshipbuilding",
        words: "The harbour keeps its ledgers in rooms that face the sea",
    };
    pub const UKRAINIAN: Stress = Stress {
        language: "uk",
        name: "Щоденна газета найдовшихнайневизначальнішихслів та непереборних назв",
        word: "Найневизначальнішогоперевантаженогоелектродинамометрогідроелектростанціями",
        words: "Порт тримає свої книги в кімнатах, що дивляться на море",
    };

    /// Presses the newspaper into a folder of its own and returns the folder.
    pub fn press(&self) -> PathBuf {
        let content = self.folder().join("content");
        let _ = fs::remove_dir_all(self.folder());
        self.write(&content);
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let pressed = Command::new(root.join("target/debug/press"))
            .args(["build", "--no-search", "--style"])
            .arg(root.join("style"))
            .arg("--content")
            .arg(&content)
            .arg("--shell")
            .arg(dist().join("shell.html"))
            .arg("--out")
            .arg(self.site())
            .arg("--cache")
            .arg(self.folder().join("cache"))
            .args(["--now", "2026-11-20T12:00:00+02:00"])
            .output()
            .expect("target/debug/press: `make build` compiles it");
        assert!(pressed.status.success(), "{}", String::from_utf8_lossy(&pressed.stderr));
        self.site()
    }

    /// The paths of all its pages, once it is pressed.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        collect(&self.site(), "/", &mut paths);
        paths.sort();
        paths
    }

    fn folder(&self) -> PathBuf {
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("stress").join(self.language)
    }

    fn site(&self) -> PathBuf {
        self.folder().join("site")
    }

    fn write(&self, content: &Path) {
        let Stress { language, name, word, words } = self;
        let put = |path: &str, text: &str| {
            let file = content.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, text).expect("a file");
        };
        put(
            "site.toml",
            &format!(
                "base_url = \"https://stress.example/\"\nname = \"{name}\"\ntagline = \"{word}\"\n\
                description = \"{words}\"\nlanguage = \"{language}\"\ntime_zone = \"Europe/Kyiv\"\npage_size = 4\n\
                share = [\"facebook\", \"x\", \"telegram\", \"whatsapp\", \"linkedin\", \"bluesky\", \"email\"]\n\
                [[sections]]\nslug = \"war\"\nname = \"{word}\"\ncolour = \"#9b2226\"\n\
                [[sections]]\nslug = \"sea\"\nname = \"{words}\"\ncolour = \"#1d4e89\"\n\
                [[footer]]\nlabel = \"{word}\"\nhref = \"/about/\"\n"
            ),
        );
        put("about.md", &format!("+++\ntitle = \"{word}\"\n+++\n{word} {ADDRESS}\n\n## {word}\n\n{words}.\n"));
        put("authors/long.md", &format!("+++\nname = \"{word}\"\n+++\n{word} {ADDRESS}\n"));
        put("authors/short.md", &format!("+++\nname = \"{words}\"\n+++\n{words}.\n"));
        let tags: Vec<String> = (0..40)
            .map(|tag| if tag == 0 { format!("\"{}\"", "tag".repeat(25)) } else { format!("\"a-tag-number-{tag}\"") })
            .collect();
        let story = |path: &str, headline: &str, more: &str, text: &str| {
            put(
                path,
                &format!(
                    "+++\ntitle = \"{headline}\"\ndate = 2026-11-1{}T09:30:00\nauthors = [\"long\", \"short\"]\n{more}\n+++\n{text}\n",
                    path.len() % 8
                ),
            );
        };
        let long = format!("{words} {word} ").repeat(12);
        story(
            "war/words/index.md",
            word,
            &format!(
                "standfirst = \"{word} {ADDRESS}\"\n[[corrections]]\ndate = 2026-11-19\ntext = \"{word} {ADDRESS}\""
            ),
            &format!(
                "{ADDRESS}\n\n{word} `{word}{word}` [{word}](/sea/pictures/) {ADDRESS}[^1]\n\n## {word}\n\n- {word}\n- {ADDRESS}\n\n\
                > {word}\n\n> [!PULL]\n> {word}\n\n## {words}\n\n{long}\n\n### {word}\n\n{long}\n\n## {word} {word}\n\n{long}\n\n[^1]: {word} {ADDRESS}\n"
            ),
        );
        let code = format!("let {word} = \"{ADDRESS}\".repeat(12).split(\"/\").collect::<Vec<_>>();");
        story(
            "war/code/index.md",
            &words.repeat(6),
            "",
            &format!(
                "{words}.\n\n```rust\n{code}\n\tshort();\n```\n\n- {words}:\n\n      {code}\n\n<pre>{ADDRESS}{ADDRESS}</pre>\n"
            ),
        );
        let row = |cell: &str| format!("|{}\n", format!(" {cell} |").repeat(14));
        let raw = format!("<tr>{}</tr>", format!("<td>{word} {words}</td>").repeat(9));
        story(
            "war/tables/index.md",
            words,
            "",
            &format!("{words}.\n\n{}{}{}\n\n<table>{raw}{raw}</table>\n", row(words), row("---"), row(word)),
        );
        story(
            "sea/tags/index.md",
            words,
            &format!("tags = [{}]", tags.join(", ")),
            &format!("{words}.\n\n<p align=\"center\">{word}</p>\n"),
        );
        for (path, width, height) in [("sea/pictures/wide.png", 2400, 40), ("sea/pictures/tall.png", 40, 2400)] {
            fs::create_dir_all(content.join("sea/pictures")).expect("a folder");
            let file = BufWriter::new(File::create(content.join(path)).expect("a file"));
            let mut encoder = png::Encoder::new(file, width, height);
            encoder.set_color(png::ColorType::Grayscale);
            let mut writer = encoder.write_header().expect("a picture");
            writer.write_image_data(&vec![128; (width * height) as usize]).expect("a picture");
        }
        story(
            "sea/pictures/index.md",
            &format!("{word} {words}"),
            &format!(
                "[picture]\nfile = \"wide.png\"\nalt = \"{words}\"\ncaption = \"{word} {ADDRESS}\"\ncredit = \"{word}\""
            ),
            &format!(
                "{words}.\n\n![{words}](tall.png \"{word} | {word}\")\n\n![{words}](wide.png)\n\n{words} ![{words}](tall.png) {words}.\n"
            ),
        );
        story("sea/without-a-headline/index.md", "", "", &format!("{word} {words}.\n"));
        let hebrew = "הנמל מחזיק את ספריו בחדרים שפונים אל הים";
        story(
            "sea/from-right-to-left/index.md",
            &format!("{hebrew}!"),
            "language = \"he\"",
            &format!(
                "{hebrew}.\n\n## {hebrew}\n\n- {hebrew}\n\n> {hebrew}\n\n| {hebrew} | 1 |\n|---|--:|\n| {hebrew} | 2 |\n\n{word} {ADDRESS}\n"
            ),
        );
        for number in 0..5 {
            let text = format!("{ADDRESS} {words}. {word}\n");
            story(
                &format!("sea/more-{number}{}/index.md", "x".repeat(number)),
                &format!("{words} {number}"),
                "",
                &text,
            );
        }
    }
}

fn collect(folder: &Path, path: &str, paths: &mut Vec<String>) {
    if folder.join("index.html").is_file() {
        paths.push(path.into());
    }
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            collect(&entry.path(), &format!("{path}{}/", entry.file_name().to_string_lossy()), paths);
        }
    }
}
