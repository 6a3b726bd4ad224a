//! Random damage to a file.

use proptest::prelude::*;
use proptest::sample::Index;

/// A way to damage a file.
#[derive(Clone, Debug)]
pub enum Damage {
    Change(Index, u8),
    /// A change within the first bytes, where headers are.
    Header(usize, u8),
    Remove(Index, usize),
    Insert(Index, String),
    Repeat(Index, usize),
    Move(Index, Index, usize),
    Cut(Index),
}

const SIGNS: [&str; 40] = [
    "\u{feff}",
    "\0",
    "\r\n",
    "\r",
    "\u{202e}",
    "\u{2066}",
    "\u{85}",
    "\u{2028}",
    "\t",
    "+++\n",
    "---\n",
    "\n\n",
    "[[",
    "]]",
    "{",
    "'''",
    "\"\"\"",
    "&a ",
    "*a",
    "<<: *a",
    "!!binary ",
    "? ",
    "| ",
    ">-\n",
    "9999999999999999999",
    "-1",
    "0000-01-01",
    "9999-12-31T23:59:59",
    "2026-03-29T03:30:00",
    "-000001-01-01",
    "<script>alert(1)</script>",
    "<p onclick=x>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt&#58;x)",
    "![a](../../../etc/passwd)",
    "[^1]",
    "> [!PULL]\n",
    "&#0;&#1;&#x1b;",
    "\u{1b}[31m",
    "\u{ffff}",
];

/// Any damage.
pub fn damage() -> impl Strategy<Value = Damage> {
    let signs = prop_oneof![
        3 => prop::sample::select(&SIGNS[..]).prop_map(String::from),
        1 => "[-<>&\\[\\]\"'/!{}:,\\\\#*_`|=+~^ a0\n]{1,8}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        3 => (any::<Index>(), any::<u8>()).prop_map(|(place, byte)| Damage::Change(place, byte)),
        2 => (0..64usize, any::<u8>()).prop_map(|(place, byte)| Damage::Header(place, byte)),
        3 => (any::<Index>(), 1..200usize).prop_map(|(place, length)| Damage::Remove(place, length)),
        5 => (any::<Index>(), signs).prop_map(|(place, text)| Damage::Insert(place, text)),
        2 => (any::<Index>(), 1..400usize).prop_map(|(place, length)| Damage::Repeat(place, length)),
        2 => (any::<Index>(), any::<Index>(), 1..100usize).prop_map(|(from, to, length)| Damage::Move(from, to, length)),
        1 => any::<Index>().prop_map(Damage::Cut),
    ]
}

/// The file after all the damage.
pub fn damaged(file: &[u8], damages: &[Damage]) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for damage in damages {
        if bytes.is_empty() {
            break;
        }
        let count = bytes.len();
        let part = |place: usize, length: usize| place..(place + length).min(count);
        match damage {
            Damage::Change(place, byte) => bytes[place.index(count)] = *byte,
            Damage::Header(place, byte) => bytes[(*place).min(count - 1)] = *byte,
            Damage::Remove(place, length) => drop(bytes.drain(part(place.index(count), *length))),
            Damage::Insert(place, text) => {
                let mut place = place.index(count);
                // Between two characters, so that the text stays valid UTF-8.
                while place > 0 && bytes[place] & 0xc0 == 0x80 {
                    place -= 1;
                }
                drop(bytes.splice(place..place, text.bytes()));
            }
            Damage::Repeat(place, length) => {
                let place = place.index(count);
                let again = bytes[part(place, *length)].to_vec();
                drop(bytes.splice(place..place, again));
            }
            Damage::Move(from, to, length) => {
                let moved: Vec<u8> = bytes.drain(part(from.index(count), *length)).collect();
                let place = to.index(bytes.len() + 1);
                drop(bytes.splice(place..place, moved));
            }
            Damage::Cut(place) => bytes.truncate(place.index(count)),
        }
    }
    bytes
}
