//! Checks the files in `dist/`, the release site, which `make test` builds first.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("dist/ is missing: run `make build` first") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn shipped() -> Vec<PathBuf> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), &mut found);
    found
}

fn contains(content: &[u8], text: &str) -> bool {
    content.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn no_shipped_file_contains_a_path_of_the_build_machine() {
    let mut paths = vec![String::from(env!("CARGO_MANIFEST_DIR"))];
    for variable in ["HOME", "CARGO_HOME", "RUSTUP_HOME"] {
        paths.extend(std::env::var(variable).ok().filter(|path| path.len() > 4).map(|path| path + "/"));
    }
    paths.push(String::from(".cargo/registry"));
    for file in shipped() {
        let content = fs::read(&file).expect("a file");
        for path in &paths {
            assert!(!contains(&content, path), "{} contains {path}", file.display());
        }
    }
}

/// The name that all files of a picture share: `stairs.1f0c2a9be37d4410` for `stairs.1f0c2a9be37d4410-720.avif`.
fn picture(file: &Path) -> Option<String> {
    let is_picture = ["avif", "jpg", "webp"].contains(&file.extension()?.to_str()?);
    let (name, _) = file.file_stem()?.to_str()?.rsplit_once('-')?;
    is_picture.then(|| String::from(name))
}

#[test]
fn files_cached_for_ever_have_their_content_hash_in_their_names() {
    let folders = ["assets", "assets/search"];
    let is_kept =
        |file: &PathBuf| file.parent().is_some_and(|folder| folders.iter().any(|kept| folder.ends_with(kept)));
    let assets: Vec<_> = shipped().into_iter().filter(is_kept).collect();
    assert!(assets.len() > 20, "only {} assets", assets.len());
    // A precompressed copy has the name of the original.
    let is_packed = |file: &Path| file.extension().is_some_and(|kind| kind == "br" || kind == "gz");
    let (packed, named): (Vec<_>, Vec<_>) = assets.into_iter().partition(|file| is_packed(file));
    assert!(packed.len() >= 6, "wasm, JavaScript and CSS have precompressed copies: {packed:?}");
    assert!(packed.iter().all(|file| named.contains(&file.with_extension(""))), "{packed:?}");
    let (pictures, named): (Vec<_>, Vec<_>) = named.into_iter().partition(|file| picture(file).is_some());
    let mut sets: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for file in pictures {
        sets.entry(picture(&file).expect("a picture")).or_default().push(file);
    }
    assert!(sets.len() > 20, "only {} pictures", sets.len());
    for (name, mut files) in sets {
        files.sort();
        let all: Vec<u8> = files.iter().flat_map(|file| fs::read(file).expect("a file")).collect();
        let hash = blake3::hash(&all).to_hex();
        assert!(name.ends_with(&hash.as_str()[..16]), "{name} is not named {}", &hash.as_str()[..16]);
        assert_eq!(files.len(), 16, "{name} has five widths in three formats, and one file for other sites: {files:?}");
    }
    for file in named {
        let hash = blake3::hash(&fs::read(&file).expect("a file")).to_hex();
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(name.contains(&hash.as_str()[..16]), "{name} is not named {}", &hash.as_str()[..16]);
    }
}

/// wasm-bindgen's import names end in digits that do not compress; press replaces them in both files.
#[test]
fn wasm_imports_have_short_names() {
    let programs: Vec<_> =
        shipped().into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")).collect();
    assert_eq!(programs.len(), 2, "the app and the search worker: {programs:?}");
    let is_long = |name: &[u8]| {
        let digits = name.iter().rev().take_while(|byte| byte.is_ascii_hexdigit()).count();
        name.starts_with(b"__wbg_") && digits >= 16
    };
    for program in programs {
        let content = fs::read(&program).expect("a file");
        let words = content.split(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_');
        let long: Vec<_> = words.filter(|word| is_long(word)).map(String::from_utf8_lossy).collect();
        assert!(long.is_empty(), "{}: {long:?}", program.display());
    }
}
