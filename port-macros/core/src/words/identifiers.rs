//! Identifiers: which constant and which variant a name makes, and what can be one.

use crate::lists::Listed as _;

/// The enum of categories.
pub(crate) const CATEGORY: &str = "Category";

/// Variants that the emitted enum can't have: they are its associated constants.
pub(crate) const TAKEN: [&str; 2] = ["ALL", "COUNT"];

/// A name is no longer, and no text that is compared: that is how long a name of a host may be,
/// and names in use have up to 30 bytes.
pub(crate) const LONGEST_NAME: usize = 255;

/// Names are compared without regard to ASCII case, here and in lookups: names with the
/// same key are the same.
pub(crate) fn key(name: &str) -> String {
    name.to_ascii_lowercase()
}

/// The constant and the variant of a service.
pub(crate) fn identifiers(name: &str, wanted: &str) -> Result<(String, String), String> {
    let constant = if wanted.is_empty() {
        constant_from(name).ok_or_else(|| {
            format!("no constant can be made from the name `{name}`; fill the column `Constant`")
        })?
    } else {
        wanted.to_owned()
    };
    let variant = camel_case(&constant);
    if let (Some(constant), Some(variant)) = (usable(&constant), usable(&variant)) {
        if !TAKEN.contains(&variant.as_str()) {
            return Ok((constant, variant));
        }
    }
    Err(format!(
        "`{constant}` would be the variant `{variant}`, which is reserved; \
         write another name in the column `Constant`"
    ))
}

/// The identifier as the compiler sees it, if it can be one and is no keyword.
pub(crate) fn usable(identifier: &str) -> Option<String> {
    // One keyword begins with a capital. For everything else, the compiler's own rule is
    // asked, which takes a while.
    let is_plain = identifier.starts_with(|letter: char| letter.is_ascii_uppercase())
        && identifier
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && identifier != "Self";
    if is_plain {
        return Some(identifier.to_owned());
    }
    // The compiler reads identifiers in Unicode's normalization form C: `\u{212A}`, the
    // kelvin sign, is `K`.
    let read = syn::parse_str::<syn::Ident>(identifier);
    read.ok().map(|ident| ident.to_string())
}

/// The constant that a service name makes: upper case, `_` for everything that is
/// neither letter nor digit, and `P` (for port) before a digit.
pub(crate) fn constant_from(name: &str) -> Option<String> {
    let upper = |word: &str| {
        if word.is_ascii() {
            word.to_ascii_uppercase()
        } else {
            word.to_uppercase()
        }
    };
    let words: Vec<String> = words(name).map(upper).listed();
    let mut constant = words.join("_");
    if constant.starts_with(char::is_numeric) {
        constant.insert(0, 'P');
    }
    (!constant.is_empty()).then_some(constant)
}

/// The variant that a service name makes.
pub(crate) fn variant_from(name: &str) -> Option<String> {
    Some(camel_case(&constant_from(name)?))
}

/// The variant that a constant makes, or a category's name: `FTP_DATA` and
/// `ftp data` make `FtpData`.
pub(crate) fn camel_case(text: &str) -> String {
    let mut variant = String::with_capacity(text.len());
    let mut starts = true;
    for letter in text.chars() {
        // Nearly all are ASCII, about which code that isn't optimized is much quicker.
        if letter.is_ascii_alphanumeric() {
            variant.push(if starts {
                letter.to_ascii_uppercase()
            } else {
                letter.to_ascii_lowercase()
            });
            starts = false;
        } else if letter.is_ascii() || !letter.is_alphanumeric() {
            starts = true;
        } else if starts {
            variant.extend(letter.to_uppercase());
            starts = false;
        } else {
            variant.extend(letter.to_lowercase());
        }
    }
    variant
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{camel_case, constant_from, identifiers};

    #[test]
    fn identifiers_from_names() {
        for (name, constant, variant) in [
            ("https", "HTTPS", "Https"),
            ("ftp-data", "FTP_DATA", "FtpData"),
            ("whois++", "WHOIS", "Whois"),
            ("z39.50", "Z39_50", "Z3950"),
            ("914c/g", "P914C_G", "P914cG"),
            ("3com-tsmux", "P3COM_TSMUX", "P3comTsmux"),
            ("_ftp__x_", "FTP_X", "FtpX"),
        ] {
            let pair = (constant.to_owned(), variant.to_owned());
            assert_eq!(identifiers(name, ""), Ok(pair), "{name}");
        }
        assert_eq!(constant_from("++"), None);
        assert_eq!(camel_case("remote access"), "RemoteAccess");
    }

    #[test]
    fn identifiers_that_cannot_be() {
        for (name, wanted) in [
            ("self", ""),
            ("x", "SELF"),
            ("a-l-l", ""),
            ("x", "C_O_U_N_T"),
        ] {
            assert!(identifiers(name, wanted).is_err(), "{name} {wanted}");
        }
        assert_eq!(identifiers("all", ""), Ok(("ALL".into(), "All".into())));
        assert_eq!(identifiers("x", "FOO"), Ok(("FOO".into(), "Foo".into())));
    }
}
