//! An index before it is packed.

use super::catalogue::Catalogue;

/// The files of an index as they are before they are packed. They have no names yet, since these are made of what is packed.
#[derive(Debug)]
pub struct Sheets {
    /// Their content: shards, blocks of addresses, facets.
    pub files: Vec<Vec<u8>>,
    /// The first term of each shard.
    pub(super) firsts: Vec<String>,
    /// All of the catalogue but names of files.
    pub(super) catalogue: Catalogue,
}

impl Sheets {
    /// The catalogue, when the files, in their order, have these names: 16 hexadecimal digits each.
    pub fn named(self, mut names: Vec<String>) -> Catalogue {
        let facets = names.pop().unwrap_or_default();
        let blocks = names.split_off(self.firsts.len());
        let shards = self.firsts.into_iter().zip(names).collect();
        Catalogue { shards, blocks, facets, ..self.catalogue }
    }
}
