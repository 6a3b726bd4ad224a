//! Says how far a long step is.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

/// How long the press may be silent.
const PATIENCE: Duration = Duration::from_secs(10);

/// How far a step of many like parts is, until it is dropped; said again and again, however long a single part takes.
#[derive(Debug)]
pub struct Progress {
    done: Arc<AtomicUsize>,
    /// Goes away with it, which the one who says it notices.
    _end: Sender<()>,
}

impl Progress {
    /// None of `total` parts is done yet; `parts` is what they are, in the plural.
    pub fn of(total: usize, parts: &'static str) -> Progress {
        Progress::said(PATIENCE, move |done| eprintln!("press: {done} of {total} {parts}"))
    }

    fn said(every: Duration, mut say: impl FnMut(usize) + Send + 'static) -> Progress {
        let done = Arc::new(AtomicUsize::new(0));
        let (end, ended) = mpsc::channel();
        let count = done.clone();
        std::thread::spawn(move || {
            while ended.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                say(count.load(Ordering::Relaxed));
            }
        });
        Progress { done, _end: end }
    }

    /// One more is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::Progress;

    #[test]
    fn how_far_a_step_is_is_said_while_one_part_takes_long_and_not_after_the_end() {
        let (say, said) = mpsc::channel();
        let progress = Progress::said(Duration::from_millis(1), move |done| say.send(done).unwrap());
        assert_eq!((said.recv().unwrap(), said.recv().unwrap()), (0, 0));
        progress.step();
        assert!(said.iter().any(|done| done == 1));
        drop(progress);
        // It ends when nobody can say anything more.
        assert!(said.iter().all(|done| done == 1));
    }
}
