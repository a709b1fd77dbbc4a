//! The identifiers of services: a constant and a variant each, all unique.

use std::collections::HashMap;

use super::merge::Draft;
use crate::problem::Problems;

/// Variants that the emitted enum can't have, because of its associated constants.
pub(super) const TAKEN: [&str; 2] = ["ALL", "COUNT"];

/// Gives every service its identifiers. Services whose identifiers can't be had are
/// reported and left out; in IANA's file they get a number behind.
pub(super) fn unique(drafts: Vec<Draft>, iana: bool, problems: &mut Problems) -> Vec<Draft> {
    // Identifiers that a row asks for go first, wherever they stand in the file.
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&i| drafts[i].wanted.text.is_empty());
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    let mut taken = Taken::default();
    for i in order {
        let Some(draft) = &mut drafts[i] else {
            continue;
        };
        let line = if draft.wanted.line > 0 {
            draft.wanted.line
        } else {
            draft.line
        };
        let result = if iana {
            Ok(numbered(draft, &taken))
        } else {
            identifiers(&draft.name, &draft.wanted.text)
                .and_then(|pair| taken.refuse(&draft.name, pair))
        };
        match result {
            Ok((constant, variant)) => {
                let owner = Owner {
                    name: draft.name.clone(),
                    line,
                };
                taken.constants.insert(constant.clone(), owner.clone());
                taken.variants.insert(variant.clone(), owner);
                draft.constant = constant;
                draft.variant = variant;
            }
            Err(mistake) => {
                problems.at(line, mistake);
                drafts[i] = None;
            }
        }
    }
    drafts.into_iter().flatten().collect()
}

/// The identifiers that are given away.
#[derive(Default)]
struct Taken {
    constants: HashMap<String, Owner>,
    variants: HashMap<String, Owner>,
}

impl Taken {
    fn owner<'a>(
        &'a self,
        (constant, variant): &'a (String, String),
    ) -> Option<(&'a Owner, &'a str)> {
        let by_constant = self
            .constants
            .get(constant)
            .map(|owner| (owner, constant.as_str()));
        by_constant.or_else(|| {
            self.variants
                .get(variant)
                .map(|owner| (owner, variant.as_str()))
        })
    }

    /// Refuses what another service has.
    fn refuse(&self, name: &str, pair: (String, String)) -> Result<(String, String), String> {
        match self.owner(&pair) {
            None => Ok(pair),
            Some((owner, identifier)) => Err(format!(
                "`{name}` and `{}` at line {} would both be `{identifier}`; \
                 give one of them another name in the column `Constant`",
                owner.name, owner.line
            )),
        }
    }
}

/// The identifiers of a service in IANA's file: `_2`, `_3` and so on behind, in the
/// file's order, where the name before had them already.
fn numbered(draft: &Draft, taken: &Taken) -> (String, String) {
    let wanted = &draft.wanted.text;
    let base = match constant_from(if wanted.is_empty() {
        &draft.name
    } else {
        wanted
    }) {
        Some(constant) if constant.is_ascii() => constant,
        _ => format!("P{}", draft.claims.first().map_or(0, |claim| claim.first)),
    };
    let first = identifiers("", &base).into_iter();
    let others = (2_u32..).map(|number| {
        let constant = format!("{base}_{number}");
        let variant = camel_case(&constant);
        (constant, variant)
    });
    let mut free = first
        .chain(others)
        .filter(|pair| taken.owner(pair).is_none());
    // The numbers don't end before the services do.
    free.next().unwrap_or_default()
}

#[derive(Clone)]
struct Owner {
    name: String,
    line: usize,
}

/// The constant and the variant of a service.
fn identifiers(name: &str, wanted: &str) -> Result<(String, String), String> {
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
        "`{constant}` would be the variant `{variant}`, which can't be had; \
         write another name in the column `Constant`"
    ))
}

/// The identifier as the compiler sees it, if it can be one and is no keyword.
pub(super) fn usable(identifier: &str) -> Option<String> {
    // Of what begins with a capital, one is a keyword. Everything else is the compiler's to
    // say, which takes it a while.
    let is_plain = identifier.starts_with(|letter: char| letter.is_ascii_uppercase())
        && identifier
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && identifier != "Self";
    if is_plain {
        return Some(identifier.to_owned());
    }
    // To the compiler, `\u{212A}` (a sign for kelvin) is `K`, and Hangul in parts is the
    // syllable: it reads identifiers in Unicode's normalization form C.
    let read = syn::parse_str::<syn::Ident>(identifier);
    read.ok().map(|ident| ident.to_string())
}

/// The constant that a service name makes: upper case, `_` for everything that is
/// neither letter nor digit, and `P` (for port) before a digit.
pub(super) fn constant_from(name: &str) -> Option<String> {
    let words: Vec<String> = words(name).map(str::to_uppercase).collect();
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
    let mut variant = String::new();
    for word in words(text) {
        let mut letters = word.chars();
        variant.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        variant.extend(letters.flat_map(char::to_lowercase));
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
