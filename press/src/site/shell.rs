//! The shell: the `index.html` that Trunk has built, which is the frame around every page, and the files that belong
//! to it.
//!
//! Trunk puts a hash in the names of the app's files before it finishes writing them, so caches cannot rely on it. The
//! app's files are therefore renamed here, with a content hash, and moved to `assets/`; so is the search worker, which
//! Trunk does not build. Files from `public/` keep their names. The shell is stored in the site as `shell.html`, with a
//! note that lists its files, so that press can use it again later.

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::assets::app;
use super::assets::head_scripts;
use crate::diagnostics::failure::Failure;
use crate::output::Output;
use crate::store::content_hash::content_hash;
use crate::store::plain_file;

/// The placeholder for a page's policy, which only applies to what comes after it.
const POLICY: &str = "<!--POLICY-->";
/// The placeholder for a page's own head.
const HEAD: &str = "<!--HEAD-->";
const BODY: &str = "<body>";
const LANGUAGE: &str = "<html lang=\"en\"";
/// What the app needs that cannot be part of the WebAssembly program: its only way to give the browser HTML, and the script
/// that notices when it fails.
const AROUND_THE_APP: [&[u8]; 2] =
    [include_bytes!("../../../src/scripts/html.js"), include_bytes!("../../../src/scripts/guard.js")];

const NOTE: (&str, &str) = ("<!--SHELL ", "-->");
/// The file that starts the worker, and how the names of the worker's two files begin.
const WORKER: (&str, &str) = ("search/worker.js", "assets/search/worker.");

/// The frame around every page.
#[derive(Clone)]
pub struct Shell {
    html: String,
    note: ShellNote,
    /// The folder of its files.
    folder: PathBuf,
}

#[derive(Clone, Serialize, Deserialize)]
struct ShellNote {
    /// The path that the site is served at, with a slash at both ends.
    public_url: String,
    /// The shell's files, relative to the site, in alphabetical order.
    files: Vec<String>,
}

impl Shell {
    /// Reads the shell at `path`. If Trunk has just built it, it has no note yet, and `public_url` is Trunk's setting.
    ///
    /// # Errors
    /// The file cannot be read or lacks a placeholder, or its `public_url` is not a path.
    pub fn read(path: &Path, public_url: Option<&str>) -> Result<Shell, Failure> {
        let html = plain_file::read_to_string(path).map_err(Failure::file("read", path))?;
        // The parent of a bare file name is an empty path.
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.to_path_buf();
        let wrong = |what: String, remedy: &str| Failure::message(format_args!("{}: {what}", path.display()), remedy);
        for part in [POLICY, HEAD, BODY, LANGUAGE] {
            if html.matches(part).count() != 1 {
                let remedy = "put it back into index.html and build again";
                return Err(wrong(format!("the shell must contain {part} exactly once"), remedy));
            }
        }
        if ![LANGUAGE, POLICY, HEAD, BODY].map(|part| html.find(part)).is_sorted() {
            let remedy = "put them back between <head> and </head> of index.html, in this order, and build again";
            return Err(wrong(format!("{POLICY} and {HEAD} must be in the head of the shell"), remedy));
        }
        let (html, note) = match cut_note(&html) {
            Some((html, note)) => {
                let note = serde_json::from_str(note).map_err(|error| {
                    wrong(format!("its note cannot be read ({error})"), "build the shell again with Trunk")
                })?;
                (html, note)
            }
            None => {
                (html, ShellNote { public_url: String::from(public_url.unwrap_or("/")), files: files_in(&folder)? })
            }
        };
        if let Some(file) = note.files.iter().find(|file| !is_below(file)) {
            let what = format!("its note names a file outside of its folder: {file:?}");
            return Err(wrong(what, "build the shell again with Trunk"));
        }
        if !is_path(&note.public_url) {
            let what = format!("the site's public_url is {:?}", note.public_url);
            return Err(wrong(what, "set public_url to a path such as / or /journal/"));
        }
        Ok(Shell { html, note, folder })
    }

    /// The path prefix of the site: empty or `/journal`.
    pub fn base(&self) -> &str {
        self.note.public_url.trim_end_matches('/')
    }

    /// Whether the search worker is among the shell's files.
    pub fn has_worker(&self) -> bool {
        self.note.files.iter().any(|file| file == WORKER.0)
    }

    /// Copies the shell and its files to `output`, the app's files minified and under new names. A `worker`, which is
    /// a folder with the search worker as wasm-bindgen writes it, replaces the shell's own.
    ///
    /// # Errors
    /// A file cannot be read or written.
    pub fn bring(&mut self, worker: Option<&Path>, output: &Output) -> Result<(), Failure> {
        if worker.is_some() {
            self.note.files.retain(|file| file != WORKER.0 && !file.starts_with(WORKER.1));
        }
        let own = |kind: &str| self.note.files.iter().find(|file| is_trunks_own(file, kind, &self.html)).cloned();
        let app = own("wasm").zip(own("js"));
        for file in &self.note.files {
            if app.as_ref().is_none_or(|(wasm, glue)| file != wasm && file != glue) {
                output.copy(&self.folder.join(file), file)?;
            }
        }
        if let Some((wasm, glue)) = app {
            self.bring_app(wasm, glue, output)?;
        }
        if let Some(folder) = worker {
            self.bring_worker(folder, output)?;
        }
        self.note.files.sort();
        let note = serde_json::to_string(&self.note)?;
        let kept = self.html.replacen(HEAD, &[NOTE.0, &note, NOTE.1, HEAD].concat(), 1);
        output.write("shell.html", kept)
    }

    /// Adds the app's two files, minified and renamed. From then on they are ordinary files of the shell.
    fn bring_app(&mut self, wasm: String, glue: String, output: &Output) -> Result<(), Failure> {
        let place = |file: &String| self.folder.join(file);
        let read = |path: PathBuf| plain_file::read(&path).map_err(Failure::file("read", &path));
        let (program, script) =
            (read(place(&wasm))?, [&read(place(&glue))?, AROUND_THE_APP[0], AROUND_THE_APP[1]].concat());
        let wrong = |path: PathBuf| {
            move |what: String| {
                Failure::message(
                    format_args!("{}: {what}", path.display()),
                    "fix the script and build the app again with Trunk",
                )
            }
        };
        let (program, script) = app::smaller(&program, &script).map_err(wrong(place(&wasm)))?;
        self.html = head_scripts::insert(&self.html).map_err(wrong(self.folder.join("index.html")))?;
        for (file, content, kind) in [(wasm, program, "wasm"), (glue, script.into_bytes(), "js")] {
            let name = format!("assets/app.{}.{kind}", content_hash(&content));
            output.write(&name, content)?;
            self.html = self.html.replace(&file, &name);
            self.note.files.retain(|known| *known != file);
            self.note.files.push(name);
        }
        Ok(())
    }

    /// Adds the worker's two files, minified and renamed, and the script that starts it, whose address never changes.
    fn bring_worker(&mut self, folder: &Path, output: &Output) -> Result<(), Failure> {
        let (wasm, glue) = (folder.join("search_bg.wasm"), folder.join("search.js"));
        let read = |path: &PathBuf| plain_file::read(path).map_err(Failure::file("read", path));
        let (program, script) = app::smaller(&read(&wasm)?, &read(&glue)?).map_err(|what| {
            Failure::message(format_args!("{}: {what}", folder.display()), "build the worker again: scripts/search")
        })?;
        let mut place = |content: &[u8], kind: &str| -> Result<String, Failure> {
            let name = format!("{}{}.{kind}", WORKER.1, content_hash(content));
            output.write(&name, content)?;
            let address = format!("{}/{name}", self.note.public_url.trim_end_matches('/'));
            self.note.files.push(name);
            Ok(address)
        };
        let (program, script) = (place(&program, "wasm")?, place(script.as_bytes(), "js")?);
        output.write(WORKER.0, format!("import it from{script:?};it({{module_or_path:{program:?}}})"))?;
        self.note.files.push(String::from(WORKER.0));
        Ok(())
    }

    /// The frame around every page, as HTML.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// A complete page: `policy`, `head` and the parts of `body` are HTML, `language` is a BCP 47 tag.
    pub fn page(&self, language: &str, policy: &str, head: &str, body: &[&str]) -> String {
        let places = [
            (LANGUAGE, ["<html lang=\"", language, "\""]),
            (POLICY, [policy, "", ""]),
            (HEAD, [head, "", ""]),
            (BODY, [BODY, "", ""]),
        ];
        let mut parts = Vec::new();
        let mut rest = self.html.as_str();
        // Each placeholder occurs once, in this order.
        for (place, with) in places {
            let (before, after) = rest.split_once(place).unwrap_or((rest, ""));
            parts.push(before);
            parts.extend(with);
            rest = after;
        }
        parts.extend(body);
        parts.push(rest);
        parts.concat()
    }
}

/// Whether `url` is a path with a slash at both ends, in characters that need no escaping in links. Two slashes would
/// start the URL of another site.
fn is_path(url: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    let dots = |part: &str| part == "." || part == "..";
    url.starts_with('/')
        && url.ends_with('/')
        && !url.contains("//")
        && url.bytes().all(plain)
        && !url.split('/').any(dots)
}

/// Whether a file of the shell is in its folder.
fn is_below(file: &str) -> bool {
    Path::new(file).components().all(|part| matches!(part, Component::Normal(_)))
}

fn cut_note(html: &str) -> Option<(String, &str)> {
    let (before, rest) = html.split_once(NOTE.0)?;
    let (note, after) = rest.split_once(NOTE.1)?;
    Some(([before, after].concat(), note))
}

/// Whether a file is the app's program (`wasm`) or its glue (`js`), as built by Trunk.
fn is_trunks_own(file: &str, kind: &str, html: &str) -> bool {
    let ending = file.rsplit_once('.').map(|(_, ending)| ending);
    ending == Some(kind) && !file.contains('/') && html.contains(file)
}

fn files_in(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Failure::file("read", folder)(error.into()))?;
        let name = entry.path().strip_prefix(folder).map(|path| path.to_string_lossy().into_owned());
        if let (true, Ok(name)) = (entry.file_type().is_file(), name)
            && name != "index.html"
        {
            files.push(name);
        }
    }
    Ok(files)
}
