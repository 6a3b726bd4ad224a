//! Files with settings for hosts, such as `_redirects`: the publisher may have one in `public/`, and press adds its part.

use crate::diagnostics::failure::Failure;
use crate::output::Output;
use crate::store::plain_file;

/// Writes `part` below the line `mark`, and above it what the publisher's file has. Nothing is written if both are empty.
///
/// # Errors
/// The file cannot be read or written.
pub fn write_part(output: &Output, file: &str, mark: &str, part: &str) -> Result<(), Failure> {
    let own = if output.has(file) {
        let path = output.folder().join(file);
        let text = plain_file::read_to_string(&path).map_err(Failure::file("read", &path))?;
        text.split(mark).next().map(String::from).unwrap_or_default()
    } else {
        String::new()
    };
    if part.is_empty() && own.is_empty() {
        return Ok(());
    }
    let ours = if part.is_empty() { String::new() } else { [mark, part].concat() };
    output.write(file, [own, ours].concat())
}
