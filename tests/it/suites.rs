//! `make test` runs every suite, even after a failure, and ends with what failed and how to rerun just that.
//!
//! The tests run `scripts/test` in a folder of its own with fakes for cargo and the HTML checker.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder with the script and its fakes.
struct Project(PathBuf);

impl Project {
    /// `markup` and `cargo` are the bodies of shell scripts.
    fn with(name: &str, markup: &str, cargo: &str) -> Project {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suites").join(name);
        drop(fs::remove_dir_all(&folder));
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let project = Project(folder);
        for file in ["scripts/test", "scripts/aloud"] {
            project.write(file, &fs::read_to_string(own.join(file)).expect("a script"));
        }
        project.write("scripts/markup", &format!("#!/bin/sh\n{markup}\n"));
        project.write("bin/cargo", &format!("#!/bin/sh\necho \"cargo $*\"\n{cargo}\n"));
        project
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
    }

    /// Runs the script. Returns its exit code and its output.
    fn test(&self) -> (Option<i32>, String) {
        let path = format!("{}:{}", self.0.join("bin").display(), std::env::var("PATH").unwrap_or_default());
        let output = Command::new(self.0.join("scripts/test")).env("PATH", path).output().expect("the script");
        (output.status.code(), String::from_utf8(output.stdout).expect("a text"))
    }
}

/// The output of cargo and the tests when two of four suites fail, one by a signal. Cargo's own lines go to stderr.
const FAILS: &str = "while IFS= read -r line; do
  case $line in
  *Running*|*Doc-tests*|error*) printf '%s\\n' \"$line\" >&2 ;;
  *) printf '%s\\n' \"$line\" ;;
  esac
done <<'END'
     Running unittests src/lib.rs (target/debug/deps/journal-1)
test route::a_path_is_read ... ok
test result: ok. 1 passed; 0 failed
     Running tests/e2e/main.rs (target/debug/deps/e2e-1)
test share::copies ... FAILED
test share::is_refused - should panic ... FAILED
test share::tells ... ok
test result: FAILED. 1 passed; 2 failed
error: test failed, to rerun pass `-p browser-tests --test e2e`
     Running tests/editions.rs (target/debug/deps/editions-1)
test an_edition_is_made ... ok
error: test failed, to rerun pass `-p press --test editions`

Caused by:
  process didn't exit successfully: `editions-1` (signal: 9, SIGKILL: kill)
   Doc-tests press
test result: ok. 0 passed; 0 failed
error: 2 targets failed:
    `-p browser-tests --test e2e`
    `-p press --test editions`
END
exit 101";

#[test]
fn all_suites_run_despite_failures_and_the_failed_ones_come_last_with_their_commands() {
    let project = Project::with("fail", "echo 'dist/index.html: no title'; exit 1", FAILS);
    let (status, said) = project.test();
    assert_eq!(status, Some(1));
    let end = "\
  scripts/markup dist
  cargo test -p browser-tests --test e2e -- --exact 'share::copies'
  cargo test -p browser-tests --test e2e -- --exact 'share::is_refused'
  cargo test -p press --test editions
";
    assert!(said.ends_with(end), "{said}");
    assert!(said.contains("\ncargo test --locked --workspace --no-fail-fast\n"), "{said}");
    for line in FAILS.lines().filter(|line| line.starts_with("test result: ")) {
        assert!(said.contains(&format!("\n{line}\n")), "other programs read {line}: {said}");
    }
}

#[test]
fn a_compile_error_lists_the_whole_cargo_command() {
    let project = Project::with("compile", "true", "echo 'error: could not compile `press`' >&2; exit 101");
    let (status, said) = project.test();
    assert_eq!(status, Some(1));
    assert!(
        said.contains("could not compile") && said.ends_with("\n  cargo test --workspace --no-fail-fast\n"),
        "{said}"
    );
}

#[test]
fn it_says_so_when_everything_passes() {
    let (status, said) = Project::with("pass", "echo fine", "echo 'test result: ok. 1 passed'").test();
    assert_eq!(status, Some(0));
    assert!(said.starts_with("== scripts/markup dist\nfine\n== cargo test"), "{said}");
    assert!(said.ends_with("\n== Everything passed.\n"), "{said}");
}
