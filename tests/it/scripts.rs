//! Every long-running command in the scripts reports its progress.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Commands that may take minutes.
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

/// The Makefile and all shell scripts.
fn scripts() -> Vec<PathBuf> {
    let folders = ["scripts", "scripts/lib", "bench", "bench/lib", ".ci"].map(|folder| root().join(folder));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let files = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
    let of_shell =
        |path: &PathBuf| path.extension().is_some_and(|kind| kind == "sh") || read(path).starts_with("#!/bin/sh");
    files.filter(of_shell).chain([root().join("Makefile"), root().join(".ci/run")]).collect()
}

#[test]
fn aloud_reports_a_silent_command_and_passes_on_its_input_output_and_exit_code() {
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
fn every_long_command_reports_progress() {
    let mut silent = Vec::new();
    for path in scripts() {
        let text = read(&path).replace("\\\n", " ");
        // Without text that is only printed, by awk or in make's help.
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
    assert!(!hook.contains("--quiet"), "Trunk's hook compiles press, which takes minutes");
}

#[test]
fn everything_is_installed_and_built_as_the_lock_files_say() {
    // The command, and what it must be given.
    let locks = [
        ("cargo build", "--locked"),
        ("cargo clippy", "--locked"),
        ("cargo deny", "--locked"),
        ("cargo doc", "--locked"),
        ("cargo install", "--locked"),
        ("cargo run", "--locked"),
        ("cargo test", "--locked"),
        ("npm ci", "--ignore-scripts"),
        ("npm install", "no such command: use npm ci"),
        ("pip install", "--require-hashes"),
        ("bin/pip\" install", "--require-hashes"),
    ];
    let mut floating = Vec::new();
    for path in scripts() {
        let text = read(&path).replace("\\\n", " ");
        // Without comments, help, and text that is only printed.
        let is_command =
            |line: &&str| !line.trim().starts_with('#') && !line.contains("print ") && !line.contains("echo ");
        for line in text.lines().filter(is_command) {
            let line = line.split("## ").next().unwrap_or_default();
            let broken = locks.iter().filter(|(command, lock)| line.contains(command) && !line.contains(lock));
            floating.extend(broken.map(|(command, _)| format!("{}: {command} in {}", path.display(), line.trim())));
        }
    }
    assert!(floating.is_empty(), "{floating:#?}");
    let trunk = read(&root().join("Trunk.toml"));
    assert!(trunk.contains("\nlocked = true\n") && trunk.contains("[\"run\", \"--locked\""), "{trunk}");
}
