//! Constants and variants, as the documentation of `ports!` describes them.

use std::collections::HashSet;

/// The constant that a name makes: upper case, `_` for all that is neither letter nor digit, `P`
/// in front of a digit.
pub(crate) fn constant_from(name: &str) -> Option<String> {
    let mut constant = String::new();
    let mut is_between = false;
    for letter in name.chars() {
        if !letter.is_alphanumeric() {
            is_between = true;
            continue;
        }
        if constant.is_empty() && letter.is_numeric() {
            constant.push('P');
        } else if is_between && !constant.is_empty() {
            constant.push('_');
        }
        is_between = false;
        constant.extend(letter.to_uppercase());
    }
    Some(constant).filter(|it| !it.is_empty())
}

/// The variant of a constant: `FTP_DATA` makes `FtpData`.
pub(crate) fn variant_of(constant: &str) -> String {
    let mut variant = String::new();
    let mut starts = true;
    for letter in constant.chars() {
        if letter == '_' {
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

/// Whether the variant is an associated constant of the enum, or a keyword.
pub(crate) fn is_reserved(constant: &str) -> bool {
    matches!(variant_of(constant).as_str(), "ALL" | "COUNT" | "Self") || constant == "Self"
}

/// A service's name, its cell in the column `Constant`, and its first port.
pub(crate) type Named<'a> = (&'a str, &'a str, u16);

/// The constants of services. With `numbered`, those that collide are numbered in the order of
/// the file, those of the column first. With `ascii`, names with other letters are called by
/// their ports, as those without letters are.
pub(crate) fn constants(services: &[Named], numbered: bool, ascii: bool) -> Vec<String> {
    let mut constants = vec![String::new(); services.len()];
    let mut taken: (HashSet<String>, HashSet<String>) = Default::default();
    let (stated, made): (Vec<usize>, Vec<usize>) =
        (0..services.len()).partition(|&i| !services[i].1.is_empty());
    for i in stated.into_iter().chain(made) {
        let (name, stated, port) = services[i];
        let own = match stated {
            "" => constant_from(name),
            own => Some(own.to_owned()),
        };
        let is_free = |it: &String| {
            !is_reserved(it) && !taken.0.contains(it) && !taken.1.contains(&variant_of(it))
        };
        let own = own.filter(|it| !ascii || it.is_ascii());
        let by_port = format!("P{port}");
        let (base, first) = match &own {
            Some(own) => (own, 2),
            None => (&by_port, 1),
        };
        let constant = own.clone().filter(&is_free).unwrap_or_else(|| {
            assert!(numbered || own.is_none(), "the plan has no collisions");
            let numbers = first..;
            let mut all = numbers.map(|number| match number {
                1 => base.clone(),
                _ => format!("{base}_{number}"),
            });
            all.find(is_free).expect("a free one")
        });
        taken.0.insert(constant.clone());
        taken.1.insert(variant_of(&constant));
        constants[i] = constant;
    }
    constants
}
