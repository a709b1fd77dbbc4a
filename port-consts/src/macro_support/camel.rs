//! From a name to its variant.

use core::fmt::{self, Write as _};

/// Writes the variant that the macro makes of an ASCII name: `FtpData` for `ftp-data`.
///
/// # Errors
///
/// If writing fails.
pub fn debug_variant(name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut start = true;
    let mut first = true;
    for byte in name.bytes() {
        if !byte.is_ascii_alphanumeric() {
            start = true;
            continue;
        }
        if first && byte.is_ascii_digit() {
            // `P` is for port; the digit continues the word.
            f.write_char('P')?;
            start = false;
        }
        first = false;
        f.write_char(char::from(if start {
            byte.to_ascii_uppercase()
        } else {
            byte.to_ascii_lowercase()
        }))?;
        start = false;
    }
    Ok(())
}
