//! Fingerprints: two things with the same fingerprint are treated as identical.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// The XXH3 hash, with 128 bits, of everything that something was made from. It need not withstand an attacker: the
/// content belongs to the newspaper itself. Versions of press may compute different fingerprints, so a site must not
/// contain any.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; Fingerprint::BYTES]);

impl Fingerprint {
    /// The length in bytes.
    pub const BYTES: usize = 16;

    /// The bytes of the hash.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The fingerprint of `content`.
    pub fn of(content: &[u8]) -> Fingerprint {
        Fingerprint(xxh3_128(content).to_le_bytes())
    }

    /// The fingerprint of a value. It is stable between runs of the same build of press, not between builds.
    pub fn of_value(value: &impl Hash) -> Fingerprint {
        let mut fingerprint = FingerprintHasher::default();
        value.hash(&mut fingerprint);
        fingerprint.fingerprint()
    }

    /// The fingerprint of one of several things that are made from what this fingerprint identifies.
    pub fn part(self, number: u8) -> Fingerprint {
        let mut bytes = self.0;
        bytes[0] ^= number;
        Fingerprint(bytes)
    }

    /// Parses the 32 hexadecimal digits that [`Fingerprint`] displays.
    pub fn read(text: &str) -> Option<Fingerprint> {
        let mut bytes = [0; 16];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
        }
        (text.len() == 32).then_some(Fingerprint(bytes))
    }
}

impl From<[u8; Fingerprint::BYTES]> for Fingerprint {
    fn from(bytes: [u8; Fingerprint::BYTES]) -> Fingerprint {
        Fingerprint(bytes)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |number: u8| char::from(DIGITS[usize::from(number)]);
        let text: String = self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
        formatter.write_str(&text)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { self.0.serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fingerprint, D::Error> {
        if !deserializer.is_human_readable() {
            return <[u8; Fingerprint::BYTES]>::deserialize(deserializer).map(Fingerprint);
        }
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        Fingerprint::read(&text).ok_or_else(|| D::Error::custom("not a fingerprint"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// Hashes the items of an iterator without collecting them first.
pub struct HashEach<I>(pub I);

impl<I: Iterator<Item: Hash> + Clone> Hash for HashEach<I> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let mut count: usize = 0;
        for item in self.0.clone() {
            item.hash(state);
            count += 1;
        }
        count.hash(state);
    }
}

/// Computes a fingerprint from many values. Most values, and most inputs as a whole, are short, so bytes are buffered
/// first, which saves 9 ms of an edit with 10,000 stories (ADR 18).
pub struct FingerprintHasher {
    part: [u8; FingerprintHasher::PART],
    filled: usize,
    /// The state for the bytes before `part`, if there are any.
    before: Option<Box<Xxh3>>,
}

impl FingerprintHasher {
    /// The size of the buffer in bytes.
    const PART: usize = 512;

    /// The fingerprint of everything written so far.
    pub fn fingerprint(&self) -> Fingerprint {
        let part = &self.part[..self.filled];
        let Some(before) = &self.before else { return Fingerprint::of(part) };
        let mut all = before.clone();
        all.update(part);
        Fingerprint(all.digest128().to_le_bytes())
    }
}

impl Default for FingerprintHasher {
    fn default() -> FingerprintHasher {
        FingerprintHasher { part: [0; FingerprintHasher::PART], filled: 0, before: None }
    }
}

impl Hasher for FingerprintHasher {
    fn write(&mut self, bytes: &[u8]) {
        let end = self.filled + bytes.len();
        if let Some(room) = self.part.get_mut(self.filled..end) {
            room.copy_from_slice(bytes);
            self.filled = end;
            return;
        }
        let before = self.before.get_or_insert_default();
        before.update(&self.part[..self.filled]);
        before.update(bytes);
        self.filled = 0;
    }

    fn finish(&self) -> u64 {
        self.fingerprint().0.first_chunk().map_or(0, |low| u64::from_le_bytes(*low))
    }
}

#[cfg(test)]
mod tests {
    use std::hash::Hasher;

    use super::{Fingerprint, FingerprintHasher};

    #[test]
    fn a_fingerprint_is_read_back_from_its_text() {
        let fingerprint = Fingerprint::of(b"a newspaper");
        assert_eq!(Fingerprint::read(&fingerprint.to_string()), Some(fingerprint));
        assert_eq!(
            (
                Fingerprint::read("abc"),
                Fingerprint::read(&format!("{fingerprint}0")),
                Fingerprint::read(&"ü".repeat(16))
            ),
            (None, None, None)
        );
    }

    #[test]
    fn a_fingerprint_does_not_depend_on_how_the_bytes_are_split() {
        let all: Vec<u8> = (0..4000_u32).flat_map(u32::to_le_bytes).collect();
        for length in [0, 1, 511, 512, 513, 1024, 1025, 16_000] {
            for step in [1, 7, 512, 700, 16_000] {
                let mut fingerprint = FingerprintHasher::default();
                all[..length].chunks(step).for_each(|part| fingerprint.write(part));
                assert_eq!(
                    fingerprint.fingerprint(),
                    Fingerprint::of(&all[..length]),
                    "{length} bytes, {step} at once"
                );
            }
        }
    }

    #[test]
    fn different_values_have_different_fingerprints() {
        let fingerprints = [
            Fingerprint::of_value(&("a", "bc")),
            Fingerprint::of_value(&("ab", "c")),
            Fingerprint::of_value(&("a", "bc", "")),
            Fingerprint::of(b""),
        ];
        assert!(
            (0..fingerprints.len()).all(|one| (0..one).all(|other| fingerprints[one] != fingerprints[other])),
            "{fingerprints:?}"
        );
        let long = "x".repeat(10_000);
        assert_ne!(Fingerprint::of_value(&(&long, "a")), Fingerprint::of_value(&(&long, "b")));
        assert_eq!(Fingerprint::of(long.as_bytes()), Fingerprint::of(long.as_bytes()));
    }
}
