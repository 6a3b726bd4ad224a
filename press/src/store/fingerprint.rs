//! What something was made of, as a number: two things with one key are the same.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// The key of something: the XXH3 hash, of 128 bits, of all that it was made of. Nobody gains by making two things of one key: what is
/// pressed is the newspaper's own. Another version of the press may make other keys: none is to stand in a site.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; Fingerprint::BYTES]);

impl Fingerprint {
    /// How many bytes it has.
    pub const BYTES: usize = 16;

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The key of `content`.
    pub fn of(content: &[u8]) -> Fingerprint {
        Fingerprint(xxh3_128(content).to_le_bytes())
    }

    /// The key of some value. It stays the same between runs of one program, not between two versions of it.
    pub fn of_value(value: &impl Hash) -> Fingerprint {
        let mut fingerprint = FingerprintHasher::default();
        value.hash(&mut fingerprint);
        fingerprint.fingerprint()
    }

    /// The key of one of several things that are made of what this is the key of.
    pub fn part(self, number: u8) -> Fingerprint {
        let mut bytes = self.0;
        bytes[0] ^= number;
        Fingerprint(bytes)
    }

    /// Reads what [`Fingerprint`] displays.
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
        Fingerprint::read(&text).ok_or_else(|| D::Error::custom("no key"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// What an iterator gives, to be part of a key without being put into a list.
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

/// Makes a key out of many values. Most are of few bytes, and so are the keys' contents: they are put together first.
pub struct FingerprintHasher {
    part: [u8; FingerprintHasher::PART],
    filled: usize,
    /// What came before that part, if anything did.
    before: Option<Box<Xxh3>>,
}

impl FingerprintHasher {
    /// Bytes that are hashed at once.
    const PART: usize = 512;

    /// The key of all that has been taken up.
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
    fn a_key_is_read_as_it_is_written() {
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
    fn a_key_is_that_of_all_bytes_however_they_come() {
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
    fn what_is_other_has_another_key() {
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
