//! The one file of an index that has a fixed address: what the others are called, and what stories can be told apart by.

use super::reader::{Damaged, Reader, packed, put_number, put_text, unpacked};

/// How many stories a block of addresses has.
pub const BLOCK: usize = 32;

/// Bytes of a file's name, which is written in hexadecimal digits.
const NAME: usize = 8;

/// What a reader may choose: a section or an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// As it stands in addresses.
    pub slug: String,
    /// As readers know it.
    pub name: String,
}

/// The catalogue of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The language of the newspaper, a BCP 47 tag.
    pub language: String,
    /// How many stories there are.
    pub stories: u32,
    /// The years, the oldest first, with how many stories each has: they are numbered in this order.
    pub years: Vec<(u32, u32)>,
    /// In the order of the navigation.
    pub sections: Vec<Named>,
    /// In the order of their slugs.
    pub authors: Vec<Named>,
    /// The shards, each with its first term and its name, in the order of the alphabet.
    pub shards: Vec<(String, String)>,
    /// The names of the blocks of addresses.
    pub blocks: Vec<String>,
    /// The name of the file that has section and authors of each story.
    pub facets: String,
}

impl Catalogue {
    /// As a file.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put_text(&mut bytes, &self.language);
        put_number(&mut bytes, self.stories);
        put_number(&mut bytes, self.years.len() as u32);
        for (year, stories) in &self.years {
            put_number(&mut bytes, *year);
            put_number(&mut bytes, *stories);
        }
        for list in [&self.sections, &self.authors] {
            put_number(&mut bytes, list.len() as u32);
            for named in list {
                put_text(&mut bytes, &named.slug);
                put_text(&mut bytes, &named.name);
            }
        }
        put_number(&mut bytes, self.shards.len() as u32);
        for (first, name) in &self.shards {
            put_text(&mut bytes, first);
            put_name(&mut bytes, name);
        }
        put_number(&mut bytes, self.blocks.len() as u32);
        for name in self.blocks.iter().chain([&self.facets]) {
            put_name(&mut bytes, name);
        }
        packed(&bytes)
    }

    /// Reads the file.
    ///
    /// # Errors
    /// It is none.
    pub fn read(file: &[u8]) -> Result<Catalogue, Damaged> {
        let bytes = unpacked(file)?;
        let mut reader = Reader(&bytes);
        let named = |reader: &mut Reader<'_>| {
            Ok(Named { slug: String::from(reader.text()?), name: String::from(reader.text()?) })
        };
        Ok(Catalogue {
            language: String::from(reader.text()?),
            stories: reader.number()?,
            years: reader.list(|reader| Ok((reader.number()?, reader.number()?)))?,
            sections: reader.list(named)?,
            authors: reader.list(named)?,
            shards: reader.list(|reader| Ok((String::from(reader.text()?), name(reader)?)))?,
            blocks: reader.list(name)?,
            facets: name(&mut reader)?,
        })
    }

    /// The numbers of the stories of a year: from the first to before the last.
    pub fn stories_of(&self, year: u32) -> std::ops::Range<u32> {
        let mut start = 0;
        for (other, stories) in &self.years {
            if *other == year {
                return start..start + stories;
            }
            start += stories;
        }
        0..0
    }

    /// The shards that may have terms which begin with `start`, or for the whole of a term, which are it: one, or a few.
    pub fn shards_with(&self, start: &str, whole: bool) -> std::ops::Range<usize> {
        let after = |limit: &dyn Fn(&str) -> bool| self.shards.partition_point(|(first, _)| limit(first));
        let begin = after(&|first| first <= start).saturating_sub(1);
        let end = after(&|first| first <= start || !whole && first.starts_with(start));
        begin..end.max(begin)
    }
}

fn put_name(bytes: &mut Vec<u8>, name: &str) {
    let digit = |place: usize| name.get(place..place + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    bytes.extend((0..NAME).map(|byte| digit(2 * byte).unwrap_or_default()));
}

fn name(reader: &mut Reader<'_>) -> Result<String, Damaged> {
    const DIGITS: &[u8] = b"0123456789abcdef";
    let digits = reader.bytes(NAME)?.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Ok(digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect())
}
