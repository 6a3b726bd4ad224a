//! Halves of characters in JSON, which programs write when they cut a text within an emoji.

/// Replaces each `\ud83d` without its other half by `\ufffd`, and returns how many there were.
pub fn replace(json: &mut [u8]) -> usize {
    let mut count = 0;
    let mut place = 0;
    while let Some(step) = json.get(place..).and_then(|rest| memchr::memchr(b'\\', rest)) {
        place += step;
        match surrogate(json, place) {
            Some(Half::First) if surrogate(json, place + 6) == Some(Half::Second) => place += 12,
            Some(_) => {
                if let Some(digits) = json.get_mut(place + 2..place + 6) {
                    digits.copy_from_slice(b"fffd");
                }
                count += 1;
                place += 6;
            }
            // The next byte is escaped, and may be a backslash, too.
            None => place += 2,
        }
    }
    count
}

#[derive(PartialEq, Eq)]
enum Half {
    First,
    Second,
}

fn surrogate(json: &[u8], place: usize) -> Option<Half> {
    let digits = json.get(place..place + 6)?.strip_prefix(b"\\u")?;
    match u16::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()? {
        0xd800..0xdc00 => Some(Half::First),
        0xdc00..0xe000 => Some(Half::Second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::replace;

    #[test]
    fn only_halves_are_replaced() {
        for (written, clean, halves) in [
            (r#"a\ud83d\ude00b"#, r#"a\ud83d\ude00b"#, 0),
            (r#"a\ud83d b\ude00\\ud83d"#, r#"a\ufffd b\ufffd\\ud83d"#, 2),
            (r#"\ud83d\ud83d\ude00"#, r#"\ufffd\ud83d\ude00"#, 1),
        ] {
            let mut json = written.as_bytes().to_vec();
            assert_eq!((replace(&mut json), str::from_utf8(&json).unwrap()), (halves, clean));
        }
    }
}
