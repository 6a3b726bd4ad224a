//! What is seen of the scripts on a new machine: whatever takes long says what is going on.

#![allow(clippy::expect_used, reason = "a test that cannot go on stops where it stands")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What may take minutes.
const LONG: [&str; 15] = [
    "cargo build",
    "cargo clippy",
    "cargo deny",
    "cargo doc",
    "cargo fetch",
    "cargo install",
    "cargo run",
    "cargo test",
    "npm ci",
    "npm install",
    "pip install",
    "toolchain install",
    "trunk build",
    "wasm-bindgen --target",
    "wasm-opt '",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The Makefile, and all scripts for a shell.
fn scripts() -> Vec<PathBuf> {
    let folders = ["scripts", "scripts/lib", "bench", "bench/lib", ".ci"].map(|folder| root().join(folder));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let files = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
    let of_shell =
        |path: &PathBuf| path.extension().is_some_and(|kind| kind == "sh") || read(path).starts_with("#!/bin/sh");
    files.filter(of_shell).chain([root().join("Makefile"), root().join(".ci/run")]).collect()
}

#[test]
fn a_command_that_says_nothing_is_spoken_for_and_otherwise_heard() {
    let mut aloud = Command::new(root().join("scripts/aloud"))
        .args(["--after", "0.05", "waiting for the test", "sh", "-c", "read line; echo \"$line\"; exit 3"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Node");
    let mut said = String::new();
    BufReader::new(aloud.stderr.take().expect("its errors")).read_line(&mut said).expect("a line");
    assert!(said.starts_with("  waiting for the test, 0:0"), "{said}");
    writeln!(aloud.stdin.take().expect("its input"), "enough").expect("a line");
    let mut told = String::new();
    aloud.stdout.take().expect("its output").read_to_string(&mut told).expect("text");
    assert_eq!((told.as_str(), aloud.wait().expect("its end").code()), ("enough\n", Some(3)));
}

#[test]
fn whatever_takes_long_says_what_is_going_on() {
    let mut silent = Vec::new();
    for path in scripts() {
        let text = read(&path).replace("\\\n", " ");
        // Without what is only printed, by make for a help text and by awk.
        let command = |line: &'_ str| {
            line.split(" print \"").flat_map(|line| line.split("## ")).next().map(|it| it.trim().to_owned())
        };
        let commands = text.lines().filter_map(command);
        let only_says = |line: &String| ["#", "fail ", "echo "].iter().any(|word| line.starts_with(word));
        let commands = commands.filter(|line| !only_says(line));
        for command in commands.filter(|line| LONG.iter().any(|long| line.contains(long))) {
            let is_said = ["scripts/aloud \"", "long \"", "suite "].iter().any(|says| command.contains(says));
            if !is_said {
                silent.push(format!("{}: {command}", path.display()));
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
    let hook = read(&root().join("Trunk.toml"));
    assert!(!hook.contains("--quiet"), "Trunk's hook compiles the press, which takes minutes");
}
