//! Reports the progress of a long step.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::console::{self, Verbosity};

/// The time between two lines where press cannot draw a bar.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reports the progress of a step with many parts until it is dropped: in a terminal as a bar; elsewhere, such as in a
/// log, as a line every ten seconds, however long a single part takes.
#[derive(Debug)]
pub enum Progress {
    /// In a terminal.
    Bar(ProgressBar),
    /// Elsewhere.
    Lines {
        /// The number of parts that are done.
        done: Arc<AtomicUsize>,
        /// Dropping it ends the thread that prints.
        _end: Sender<()>,
    },
    /// With `--quiet`.
    Silent,
}

impl Progress {
    /// Starts with none of `total` parts done; `parts` is what they are called, in the plural.
    pub fn of(total: usize, parts: &'static str) -> Progress {
        if !console::says(Verbosity::Normal) {
            return Progress::Silent;
        }
        if console::is_terminal() {
            // The fallback is never used: a test parses the template.
            let style = ProgressStyle::with_template(TEMPLATE).unwrap_or_else(|_| ProgressStyle::default_bar());
            return Progress::Bar(ProgressBar::new(total as u64).with_style(style).with_message(parts));
        }
        Progress::lines(PATIENCE, move |done| console::hint(format_args!("{done} of {total} {parts}")))
    }

    fn lines(every: Duration, mut say: impl FnMut(usize) + Send + 'static) -> Progress {
        let done = Arc::new(AtomicUsize::new(0));
        let (end, ended) = mpsc::channel();
        let count = done.clone();
        std::thread::spawn(move || {
            while ended.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                say(count.load(Ordering::Relaxed));
            }
        });
        Progress::Lines { done, _end: end }
    }

    /// Counts one more part as done.
    pub fn step(&self) {
        match self {
            Progress::Bar(bar) => bar.inc(1),
            Progress::Lines { done, .. } => _ = done.fetch_add(1, Ordering::Relaxed),
            Progress::Silent => {}
        }
    }
}

const TEMPLATE: &str = "press: {wide_bar} {human_pos} of {human_len} {msg}, {eta} left";

impl Drop for Progress {
    fn drop(&mut self) {
        if let Progress::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use indicatif::ProgressStyle;

    use super::{Progress, TEMPLATE};

    #[test]
    fn progress_is_printed_while_one_part_takes_long_and_not_after_the_end() {
        let (say, said) = mpsc::channel();
        let progress = Progress::lines(Duration::from_millis(1), move |done| say.send(done).unwrap());
        assert_eq!((said.recv().unwrap(), said.recv().unwrap()), (0, 0));
        progress.step();
        assert!(said.iter().any(|done| done == 1));
        drop(progress);
        // The iterator ends when the thread has dropped its sender.
        assert!(said.iter().all(|done| done == 1));
    }

    #[test]
    fn the_template_of_the_bar_is_valid() {
        assert!(ProgressStyle::with_template(TEMPLATE).is_ok());
    }
}
