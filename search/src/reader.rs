//! The files of an index: compressed, with a checksum, made of numbers and texts.
//!
//! A file is `OJS`, the number of the format in a byte, and a zlib stream (RFC 1950). Numbers are LEB128; a text is
//! preceded by its length in bytes.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// What a file begins with: the name and the number of the format.
const START: &[u8] = b"OJS\x01";

/// The maximum size of an uncompressed file, in bytes.
const MOST: usize = 16 * 1024 * 1024;

/// The file is cut off, damaged, or not a file of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// Decompresses a file.
///
/// # Errors
/// The file is damaged, or would be larger than 16 MiB.
pub fn unpacked(file: &[u8]) -> Result<Vec<u8>, Damaged> {
    let packed = file.strip_prefix(START).ok_or(Damaged)?;
    decompress_to_vec_zlib_with_limit(packed, MOST).map_err(|_| Damaged)
}

/// Compresses `content` into a file.
pub fn packed(content: &[u8]) -> Vec<u8> {
    [START, &miniz_oxide::deflate::compress_to_vec_zlib(content, 9)].concat()
}

/// Appends a number.
pub fn put_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Appends a text.
pub fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_number(bytes, text.len() as u32);
    bytes.extend_from_slice(text.as_bytes());
}

/// Reads what was written, in its order.
pub struct ByteReader<'a>(pub &'a [u8]);

impl<'a> ByteReader<'a> {
    /// Reads a number.
    pub fn number(&mut self) -> Result<u32, Damaged> {
        let mut number = 0u64;
        for shift in (0..35).step_by(7) {
            let byte = self.bytes(1)?[0];
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).map_err(|_| Damaged);
            }
        }
        Err(Damaged)
    }

    /// Reads a text.
    pub fn text(&mut self) -> Result<&'a str, Damaged> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.bytes(length)?).map_err(|_| Damaged)
    }

    /// Reads `length` bytes.
    pub fn bytes(&mut self, length: usize) -> Result<&'a [u8], Damaged> {
        let (bytes, rest) = self.0.split_at_checked(length).ok_or(Damaged)?;
        self.0 = rest;
        Ok(bytes)
    }

    /// Reads a list: its length, then its items with `read`.
    pub fn list<T>(
        &mut self,
        mut read: impl FnMut(&mut ByteReader<'a>) -> Result<T, Damaged>,
    ) -> Result<Vec<T>, Damaged> {
        let length = self.number()?;
        (0..length).map(|_| read(self)).collect()
    }
}
