//! An index before compression.

use crate::catalogue::Catalogue;

/// The files of an index before compression. They have no names yet, since a name is a hash of the compressed file.
#[derive(Debug)]
pub struct Sheets {
    /// Their contents, in this order: shards, blocks of addresses, facets.
    pub files: Vec<Vec<u8>>,
    /// The first term of each shard.
    pub(super) firsts: Vec<String>,
    /// The catalogue without the names of files.
    pub(super) catalogue: Catalogue,
}

impl Sheets {
    /// The catalogue with the names of the files, in the order of the files: 16 hexadecimal digits each.
    pub fn named(self, mut names: Vec<String>) -> Catalogue {
        let facets = names.pop().unwrap_or_default();
        let blocks = names.split_off(self.firsts.len());
        let shards = self.firsts.into_iter().zip(names).collect();
        Catalogue { shards, blocks, facets, ..self.catalogue }
    }
}
