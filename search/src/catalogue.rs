//! The only file of an index with a fixed address: it has the names of the others, and what stories can be filtered by.

use crate::reader::{ByteReader, Damaged, packed, put_number, put_text, unpacked};

/// How many stories a block of addresses has.
pub const BLOCK: usize = 32;

/// The length of a file's name in bytes, each of which is written as two hexadecimal digits.
const NAME: usize = 8;

/// What a reader may filter by: a section or an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The slug, as in addresses.
    pub slug: String,
    /// The name for readers.
    pub name: String,
}

/// The catalogue of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The language of the newspaper, a BCP 47 tag.
    pub language: String,
    /// How many stories there are.
    pub stories: u32,
    /// The years, oldest first, with how many stories each has. The stories are numbered in this order.
    pub years: Vec<(u32, u32)>,
    /// In the order of the navigation.
    pub sections: Vec<Named>,
    /// In the order of their slugs.
    pub authors: Vec<Named>,
    /// The shards in the order of their terms, each as its first term and its name.
    pub shards: Vec<(String, String)>,
    /// The names of the blocks of addresses.
    pub blocks: Vec<String>,
    /// The name of the file with the section and the authors of each story.
    pub facets: String,
}

impl Catalogue {
    /// Writes the catalogue as a file.
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
    /// The file is damaged or is not a catalogue.
    pub fn read(file: &[u8]) -> Result<Catalogue, Damaged> {
        let bytes = unpacked(file)?;
        let mut reader = ByteReader(&bytes);
        let named = |reader: &mut ByteReader<'_>| {
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

    /// The numbers of the stories of a year, as a half-open range; empty if the index does not have the year.
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

    /// The positions of the shards that may have the term `start` (if `whole`) or terms that begin with it: one, or
    /// a few.
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

fn name(reader: &mut ByteReader<'_>) -> Result<String, Damaged> {
    const DIGITS: &[u8] = b"0123456789abcdef";
    let digits = reader.bytes(NAME)?.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Ok(digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect())
}
