//! The identifiers of services: a constant and a variant each, all unique.

use std::collections::HashMap;

use super::draft::Draft;
use crate::{
    problem::Problems,
    words::{
        columns::Column,
        identifiers::{camel_case, constant_from, identifiers},
    },
};

/// Gives every service its identifiers. A service whose identifiers are taken or reserved is
/// reported and left out; in IANA's file, its identifiers get a number.
pub(super) fn unique(drafts: Vec<Draft>, iana: bool, problems: &mut Problems) -> Vec<Draft> {
    // Identifiers of the column `Constant` come first, wherever they are in the file.
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&i| drafts[i].texts[Column::Constant].text.is_empty());
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    let mut taken = Taken::default();
    for i in order {
        let Some(draft) = &mut drafts[i] else {
            continue;
        };
        let wanted = &draft.texts[Column::Constant];
        let line = if wanted.line > 0 {
            wanted.line
        } else {
            draft.line
        };
        let result = if iana {
            Ok(numbered(draft, &taken))
        } else {
            identifiers(&draft.name, &wanted.text).and_then(|pair| taken.refuse(&draft.name, pair))
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

/// The identifiers that are taken.
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

    /// Refuses the identifiers of another service.
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

/// The identifiers of a service in IANA's file. If they are taken, they end with `_2`, `_3`
/// and so on, in the file's order.
fn numbered(draft: &Draft, taken: &Taken) -> (String, String) {
    let wanted = &draft.texts[Column::Constant].text;
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
