//! The identifiers of services: a constant and a variant each, all unique.

use super::draft::Draft;
use crate::{
    args::Options,
    lists::{Listed as _, Places, sort},
    problem::Problems,
    words::{
        columns::Column,
        identifiers::{camel_case, constant_from, identifiers},
    },
};

/// Gives every service its identifiers. A service whose identifiers are taken or reserved is
/// reported and left out, unless identifiers are numbered.
pub(super) fn unique(drafts: Vec<Draft>, options: &Options, problems: &mut Problems) -> Vec<Draft> {
    // Identifiers of the column `Constant` come first, wherever they are in the file.
    let mut order: Vec<usize> = (0..drafts.len()).listed();
    let is_free = |i: usize| drafts[i].texts[Column::Constant].text.is_empty();
    sort(&mut order, &|a, b| is_free(*a).cmp(&is_free(*b)));
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).listed();
    let mut taken = Taken::default();
    for &i in &order {
        let Some(draft) = &mut drafts[i] else {
            continue;
        };
        let wanted = &draft.texts[Column::Constant];
        let line = if wanted.line > 0 {
            wanted.line
        } else {
            draft.line
        };
        let result = if options.numbered {
            Ok(taken.numbered(draft, options.iana.is_some()))
        } else {
            identifiers(&draft.name, &wanted.text).and_then(|pair| taken.refuse(&draft.name, pair))
        };
        match result {
            Ok((constant, variant)) => {
                let owner = taken.owners.len();
                taken.owners.push(Owner {
                    name: draft.name.clone(),
                    line,
                });
                taken.constants.find_or(constant.as_str(), owner);
                taken.variants.find_or(variant.as_str(), owner);
                draft.constant = constant;
                draft.variant = variant;
            }
            Err(mistake) => {
                problems.at(line, mistake);
                drafts[i] = None;
            }
        }
    }
    drafts.into_iter().flatten().listed()
}

/// The identifiers that are taken.
#[derive(Default)]
struct Taken {
    owners: Vec<Owner>,
    /// The owners of each.
    constants: Places,
    variants: Places,
    /// The places in `numbers` of constants that are numbered.
    numbered: Places,
    /// The number after the last one that a constant has got.
    numbers: Vec<u32>,
}

impl Taken {
    fn owner<'a>(
        &'a self,
        (constant, variant): &'a (String, String),
    ) -> Option<(&'a Owner, &'a str)> {
        for (owners, identifier) in [(&self.constants, constant), (&self.variants, variant)] {
            if let Some(owner) = owners.find(identifier) {
                return Some((&self.owners[owner], identifier));
            }
        }
        None
    }

    /// Refuses the identifiers of another service.
    fn refuse(&self, name: &str, pair: (String, String)) -> Result<(String, String), String> {
        match self.owner(&pair) {
            None => Ok(pair),
            Some((owner, identifier)) => Err(format!(
                "`{name}` and `{}` at line {} would both be `{identifier}`; \
                 give one of them another name in the column `Constant`, \
                 or number them with `#[ports(identifiers = \"numbered\")]`",
                owner.name, owner.line
            )),
        }
    }

    /// Identifiers that end with `_2`, `_3` and so on, in the file's order, if they are taken
    /// or reserved. A name that makes none is called by its port.
    fn numbered(&mut self, draft: &Draft, ascii: bool) -> (String, String) {
        let wanted = &draft.texts[Column::Constant].text;
        let own = identifiers(&draft.name, wanted).ok();
        let own = own.filter(|(constant, _)| !ascii || constant.is_ascii());
        if let Some(pair) = own.filter(|pair| self.owner(pair).is_none()) {
            return pair;
        }
        let name = if wanted.is_empty() {
            &draft.name
        } else {
            wanted
        };
        let can_be_numbered = |constant: &String| {
            identifiers("", &format!("{constant}_2")).is_ok() && (!ascii || constant.is_ascii())
        };
        let base = constant_from(name).filter(can_be_numbered);
        let base = base
            .unwrap_or_else(|| format!("P{}", draft.claims.first().map_or(0, |claim| claim.first)));
        let is_port = constant_from(name).as_ref() != Some(&base);
        let place = self.numbered.find_or(base.as_str(), self.numbers.len());
        if place == self.numbers.len() {
            // The port alone may be free; the name alone is not.
            self.numbers.push(if is_port { 1 } else { 2 });
        }
        let mut number = self.numbers[place];
        loop {
            let constant = match number {
                1 => base.clone(),
                _ => format!("{base}_{number}"),
            };
            number += 1;
            let variant = camel_case(&constant);
            let pair = (constant, variant);
            // The numbers don't end before the services do.
            if self.owner(&pair).is_none() {
                self.numbers[place] = number;
                return pair;
            }
        }
    }
}

struct Owner {
    name: String,
    line: usize,
}
