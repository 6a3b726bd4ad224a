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
pub struct Key([u8; Key::BYTES]);

impl Key {
    /// How many bytes it has.
    pub const BYTES: usize = 16;

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The key of `content`.
    pub fn of(content: &[u8]) -> Key {
        Key(xxh3_128(content).to_le_bytes())
    }

    /// The key of some value. It stays the same between runs of one program, not between two versions of it.
    pub fn of_value(value: &impl Hash) -> Key {
        let mut key = KeyHasher::default();
        value.hash(&mut key);
        key.key()
    }

    /// The key of one of several things that are made of what this is the key of.
    pub fn part(self, number: u8) -> Key {
        let mut bytes = self.0;
        bytes[0] ^= number;
        Key(bytes)
    }

    /// Reads what [`Key`] displays.
    pub fn read(text: &str) -> Option<Key> {
        let mut bytes = [0; 16];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
        }
        (text.len() == 32).then_some(Key(bytes))
    }
}

impl From<[u8; Key::BYTES]> for Key {
    fn from(bytes: [u8; Key::BYTES]) -> Key {
        Key(bytes)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |number: u8| char::from(DIGITS[usize::from(number)]);
        let text: String = self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
        formatter.write_str(&text)
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { self.0.serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        if !deserializer.is_human_readable() {
            return <[u8; Key::BYTES]>::deserialize(deserializer).map(Key);
        }
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        Key::read(&text).ok_or_else(|| D::Error::custom("no key"))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// What an iterator gives, to be part of a key without being put into a list.
pub struct Each<I>(pub I);

impl<I: Iterator<Item: Hash> + Clone> Hash for Each<I> {
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
pub struct KeyHasher {
    part: [u8; KeyHasher::PART],
    filled: usize,
    /// What came before that part, if anything did.
    before: Option<Box<Xxh3>>,
}

impl KeyHasher {
    /// Bytes that are hashed at once.
    const PART: usize = 512;

    /// The key of all that has been taken up.
    pub fn key(&self) -> Key {
        let part = &self.part[..self.filled];
        let Some(before) = &self.before else { return Key::of(part) };
        let mut all = before.clone();
        all.update(part);
        Key(all.digest128().to_le_bytes())
    }
}

impl Default for KeyHasher {
    fn default() -> KeyHasher {
        KeyHasher { part: [0; KeyHasher::PART], filled: 0, before: None }
    }
}

impl Hasher for KeyHasher {
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
        self.key().0.first_chunk().map_or(0, |low| u64::from_le_bytes(*low))
    }
}

#[cfg(test)]
mod tests {
    use std::hash::Hasher;

    use super::{Key, KeyHasher};

    #[test]
    fn a_key_is_read_as_it_is_written() {
        let key = Key::of(b"a newspaper");
        assert_eq!(Key::read(&key.to_string()), Some(key));
        assert_eq!((Key::read("abc"), Key::read(&format!("{key}0")), Key::read(&"ü".repeat(16))), (None, None, None));
    }

    #[test]
    fn a_key_is_that_of_all_bytes_however_they_come() {
        let all: Vec<u8> = (0..4000_u32).flat_map(u32::to_le_bytes).collect();
        for length in [0, 1, 511, 512, 513, 1024, 1025, 16_000] {
            for step in [1, 7, 512, 700, 16_000] {
                let mut key = KeyHasher::default();
                all[..length].chunks(step).for_each(|part| key.write(part));
                assert_eq!(key.key(), Key::of(&all[..length]), "{length} bytes, {step} at once");
            }
        }
    }

    #[test]
    fn what_is_other_has_another_key() {
        let keys =
            [Key::of_value(&("a", "bc")), Key::of_value(&("ab", "c")), Key::of_value(&("a", "bc", "")), Key::of(b"")];
        assert!((0..keys.len()).all(|one| (0..one).all(|other| keys[one] != keys[other])), "{keys:?}");
        let long = "x".repeat(10_000);
        assert_ne!(Key::of_value(&(&long, "a")), Key::of_value(&(&long, "b")));
        assert_eq!(Key::of(long.as_bytes()), Key::of(long.as_bytes()));
    }
}
