//! Limits how many pixels are decoded at a time, whatever the number of cores.

use std::sync::{Condvar, Mutex, PoisonError};

/// How many bytes pictures may take together until they have been made smaller. A picture that takes more by itself is
/// decoded alone.
const TOGETHER: u64 = 800_000_000;

/// The bytes of the pictures that are being decoded.
static BYTES: Mutex<u64> = Mutex::new(0);

static ENDED: Condvar = Condvar::new();

/// A picture that is being decoded, until it is dropped.
#[derive(Debug)]
pub struct Decoding(u64);

/// Waits until a picture that takes so many bytes can be decoded. A thread must not begin a second one before the first
/// has ended, or both would wait.
pub fn begin(bytes: u64) -> Decoding {
    let others = BYTES.lock().unwrap_or_else(PoisonError::into_inner);
    let is_too_much = |others: &mut u64| *others > 0 && *others + bytes > TOGETHER;
    let mut others = ENDED.wait_while(others, is_too_much).unwrap_or_else(PoisonError::into_inner);
    *others += bytes;
    Decoding(bytes)
}

impl Drop for Decoding {
    fn drop(&mut self) {
        *BYTES.lock().unwrap_or_else(PoisonError::into_inner) -= self.0;
        ENDED.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::{TOGETHER, begin};

    #[test]
    fn no_more_is_decoded_at_a_time_than_is_allowed() {
        let (now, most) = (AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for number in 0..16 {
                let (now, most) = (&now, &most);
                scope.spawn(move || {
                    let bytes = TOGETHER / 3 + number;
                    let decoding = begin(bytes);
                    most.fetch_max(now.fetch_add(bytes, Ordering::SeqCst) + bytes, Ordering::SeqCst);
                    std::thread::yield_now();
                    now.fetch_sub(bytes, Ordering::SeqCst);
                    drop(decoding);
                });
            }
        });
        let most = most.into_inner();
        assert!((TOGETHER / 3..=TOGETHER).contains(&most), "{most}");
        drop(begin(2 * TOGETHER));
    }
}
