//! Eleventy's settings. Its configuration is a program: only what it plainly says is read.

use super::{FileRoot, Generator, Settings, TextRoot};
use crate::commands::import::markdown_site::path_names::resolved;
use crate::commands::import::markdown_site::site_folder::SiteFolder;

const FILES: [&str; 5] =
    [".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts"];

/// The settings of an Eleventy site.
pub fn settings(folder: &SiteFolder) -> Settings {
    let mut settings = Settings { generator: Generator::Eleventy, ..Settings::default() };
    let file = FILES.into_iter().find(|file| folder.has(file)).unwrap_or_default();
    let program = folder.text(file).unwrap_or_else(|problem| {
        settings.problems.push(problem);
        String::new()
    });
    let named = |key: &str| after(&program, &[&format!("{key}:"), &format!("\"{key}\":"), &format!("'{key}':")]);
    let called = |name: &str| after(&program, &[&format!("{name}(")]);
    let input = named("input").or_else(|| called("setInputDirectory")).and_then(|path| resolved("", &path));
    let input = input.unwrap_or_default();
    settings.texts.push(TextRoot { folder: input.clone(), ..TextRoot::default() });
    for (from, to) in copies(&program) {
        if let Some(folder) = resolved("", &from) {
            settings.files.push(FileRoot { folder, at: String::from(to.trim_matches('/')) });
        }
    }
    for folder in [input.as_str(), "", "public", "static", "assets"] {
        settings.files.push(FileRoot { folder: folder.into(), at: String::new() });
    }
    settings
}

/// The quoted text that follows one of these words.
fn after(program: &str, words: &[&str]) -> Option<String> {
    words.iter().find_map(|word| {
        program.match_indices(word).find_map(|(place, _)| {
            let is_start = !program[..place].ends_with(|letter: char| letter.is_alphanumeric());
            quoted(program[place + word.len()..].trim_start()).filter(|_| is_start).map(|(text, _)| text)
        })
    })
}

/// The folders that are copied, and where to.
fn copies(program: &str) -> Vec<(String, String)> {
    let mut copies = Vec::new();
    for (place, call) in program.match_indices("addPassthroughCopy(") {
        let rest = program[place + call.len()..].trim_start();
        let Some(inner) = rest.strip_prefix('{') else {
            copies.extend(quoted(rest).map(|(from, _)| (from.clone(), from)));
            continue;
        };
        let mut inner = inner.trim_start();
        while let Some((from, rest)) = quoted(inner) {
            let Some(rest) = rest.trim_start().strip_prefix(':') else { break };
            let Some((to, rest)) = quoted(rest.trim_start()) else { break };
            copies.push((from, to));
            inner = rest.trim_start().trim_start_matches(',').trim_start();
        }
    }
    copies
}

/// The text in quotation marks at the start, and what follows.
fn quoted(program: &str) -> Option<(String, &str)> {
    let quote = program.chars().next().filter(|letter| "\"'`".contains(*letter))?;
    let length = program[1..].find([quote, '\n'])?;
    let rest = &program[1 + length..];
    rest.starts_with(quote).then(|| (String::from(&program[1..1 + length]), &rest[1..]))
}

#[cfg(test)]
mod tests {
    use super::{after, copies};

    #[test]
    fn folders_are_read_from_the_program() {
        let program = "module.exports = function (config) {\n  config.addPassthroughCopy({ \"./public/\": \"/\", './b': 'c' });\n  \
                       config.addPassthroughCopy(\"img\");\n  return { dir: { input: \"content\" } };\n};";
        assert_eq!(after(program, &["input:"]).as_deref(), Some("content"));
        let pairs = [("./public/", "/"), ("./b", "c"), ("img", "img")].map(|(a, b)| (String::from(a), String::from(b)));
        assert_eq!(copies(program), pairs);
    }
}
