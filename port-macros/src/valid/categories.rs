//! The categories that services are sorted into.

use super::{draft::Draft, registry::Category};
use crate::{
    problem::Problems,
    words::{
        columns::Column,
        identifiers::{TAKEN, camel_case, key, usable},
    },
};

/// All categories, in the order of their first use.
pub(super) struct Categories {
    pub(super) list: Vec<Category>,
}

impl Categories {
    /// A service without a category is put into the first one. That is an error, so
    /// nothing is built with it.
    pub(super) fn index_of(&self, name: &str) -> Option<usize> {
        let found = self.list.iter().position(|it| key(&it.name) == key(name));
        found.or((!self.list.is_empty()).then_some(0))
    }
}

/// Collects the categories of all services. If the file has the column, every service
/// needs a category, because `category()` has to return one.
pub(super) fn collect(drafts: &[Draft], wanted: bool, problems: &mut Problems) -> Categories {
    let mut list: Vec<Category> = Vec::new();
    for draft in drafts.iter().filter(|_| wanted) {
        let cell = &draft.texts[Column::Category];
        let name = &cell.text;
        if name.is_empty() {
            problems.at(
                draft.line,
                format!(
                    "`{}` has no category; every service needs one in a file with the column \
                     `Category`",
                    draft.name
                ),
            );
            continue;
        }
        if list.iter().any(|it| key(&it.name) == key(name)) {
            continue;
        }
        let variant = camel_case(name);
        match variant_of(name, &variant, &list) {
            Ok(variant) => list.push(Category {
                name: name.clone(),
                variant,
            }),
            Err(mistake) => problems.at(cell.line, mistake),
        }
    }
    Categories { list }
}

/// The variant as the compiler sees it, if it can be one.
fn variant_of(name: &str, variant: &str, list: &[Category]) -> Result<String, String> {
    if TAKEN.contains(&variant) || variant == "Self" {
        return Err(format!(
            "category `{name}` would be the variant `{variant}`, which is reserved; rename it"
        ));
    }
    let Some(usable) = usable(variant) else {
        let remedy = if variant.starts_with(char::is_alphabetic) {
            "write it with letters and digits"
        } else {
            "begin it with a letter"
        };
        return Err(format!(
            "no identifier can be made from category `{name}`; {remedy}"
        ));
    };
    match list.iter().find(|it| it.variant == usable) {
        None => Ok(usable),
        Some(other) => Err(format!(
            "category `{name}` and category `{}` would both be `{usable}`; rename one",
            other.name
        )),
    }
}
