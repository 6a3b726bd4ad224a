//! Checks that an edition is complete before it replaces the live one.

use std::fs;

use rayon::prelude::*;

use super::Output;
use super::folders::number;
use crate::diagnostics::failure::Failure;

/// The files that every site has.
const ALWAYS: [&str; 2] = ["shell.html", "index.html"];

impl Output {
    /// Checks that no file is missing. Something that ignores the lock may have removed some: an older press, or a
    /// person.
    pub(super) fn check_that_it_is_whole(&self) -> Result<(), Failure> {
        // Files of the earlier edition are not checked: there may be tens of thousands.
        let mut written = self.written();
        written.extend(ALWAYS.map(String::from));
        let is_gone = |address: &&String| fs::symlink_metadata(self.folder.join(address)).is_err();
        let whole = String::new();
        let is_same = number(&self.folder) == self.number;
        let gone = if is_same { written.par_iter().find_any(is_gone) } else { Some(&whole) };
        let wrong = |address: &String| {
            let path = self.folder.join(address);
            Failure::message(
                format_args!(
                    "{}: {}",
                    path.display(),
                    "it was removed while the edition was being made, by something else that writes there"
                ),
                "run press again",
            )
        };
        gone.map_or(Ok(()), |address| Err(wrong(address)))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::output::{Output, Seen};

    #[test]
    fn an_incomplete_edition_does_not_replace_the_live_one() {
        let folder = tempfile::tempdir().unwrap();
        let room = folder.path();
        let (site, spare, lists) = (room.join("site"), room.join(".site.spare"), room.join("lists"));
        let edition = |text: &str, files: &[&str]| {
            let output = Output::beside(Seen::at(&site, Some(&lists)).unwrap(), &lists).unwrap();
            files.iter().for_each(|file| output.write(file, text).unwrap());
            output
        };
        let all = ["shell.html", "index.html", "town/one/index.html"];
        edition("first", &all).publish().unwrap();
        let take_away = |name: &str| {
            let path = spare.join(name);
            if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }.unwrap();
        };
        for gone in ["shell.html", "index.html", "town/one/index.html", "town", ""] {
            let output = edition("second", &all);
            take_away(gone);
            let failure = output.publish().unwrap_err().to_string();
            assert!(failure.contains("it was removed while the edition was being made"), "{gone}: {failure}");
        }
        // Another folder in its place, with all of the files.
        let output = edition("second", &all);
        fs::rename(&spare, room.join("aside")).unwrap();
        all.iter().for_each(|file| {
            fs::create_dir_all(spare.join(file).parent().unwrap()).unwrap();
            fs::write(spare.join(file), "another").unwrap();
        });
        assert!(output.publish().is_err() || cfg!(not(unix)));
        // One that never had a front page.
        assert!(edition("second", &all[..1]).publish().is_err());
        assert!(all.iter().all(|file| fs::read_to_string(site.join(file)).unwrap() == "first"));
        edition("second", &all).publish().unwrap();
        assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), "second");
    }
}
