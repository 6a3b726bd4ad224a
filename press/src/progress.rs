//! Says how far a long step is.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// How long the press may be silent, in seconds.
const PATIENCE: u64 = 2;

/// How far a step of many like parts is; silent while that is quick.
#[derive(Debug)]
pub struct Progress {
    total: usize,
    /// What the parts are, in the plural.
    parts: &'static str,
    start: Instant,
    done: AtomicUsize,
}

impl Progress {
    /// None of `total` parts is done yet.
    pub fn of(total: usize, parts: &'static str) -> Progress {
        Progress { total, parts, start: Instant::now(), done: AtomicUsize::new(0) }
    }

    /// One more is done. Said about ten times in all.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if done < self.total
            && done.is_multiple_of((self.total / 10).max(1))
            && self.start.elapsed().as_secs() >= PATIENCE
        {
            eprintln!("press: {done} of {} {}", self.total, self.parts);
        }
    }
}
