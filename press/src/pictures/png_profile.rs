//! The colour profile of a PNG file, which is packed: two megabytes can become two gigabytes.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;

/// The maximum size of a colour profile in bytes. Those of printing presses have up to 3 MB.
pub const LARGEST_PROFILE: usize = 4_000_000;

/// Length and name before the data of a chunk.
const HEAD: usize = 8;

/// The checksum after it.
const SUM: usize = 4;

/// Whether a profile in `png` is larger than press reads, without unpacking more of it.
pub fn is_too_large(png: &[u8]) -> bool {
    let mut rest = png.get(HEAD..).unwrap_or_default();
    while let Some((length, kind)) = head(rest) {
        let data = &rest[HEAD..];
        let data = &data[..length.min(data.len())];
        if kind == b"iCCP" && unpacked(data) > LARGEST_PROFILE as u64 {
            return true;
        }
        // Profiles come before the pixels.
        if kind == b"IDAT" {
            return false;
        }
        rest = rest.get(HEAD + length + SUM..).unwrap_or_default();
    }
    false
}

fn head(chunk: &[u8]) -> Option<(usize, &[u8])> {
    let length = chunk.first_chunk::<4>().map(|length| u32::from_be_bytes(*length))?;
    Some((usize::try_from(length).ok()?, chunk.get(4..HEAD)?))
}

/// How large the profile in a chunk is, counted up to the limit.
fn unpacked(chunk: &[u8]) -> u64 {
    // A name that ends with a zero, and the method of compression, of which there is one.
    let Some(end) = memchr::memchr(0, chunk) else { return 0 };
    let mut profile = ZlibDecoder::new(chunk.get(end + 2..).unwrap_or_default()).take(LARGEST_PROFILE as u64 + 1);
    let mut sink = Counted(0);
    // What is damaged is not used; what was unpacked until then counts.
    _ = io::copy(&mut profile, &mut sink);
    sink.0
}

struct Counted(u64);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
