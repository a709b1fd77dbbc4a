//! The categories that services are sorted into.

use super::{draft::Draft, registry::Category};
use crate::{
    lists::Places,
    problem::Problems,
    words::{
        columns::Column,
        identifiers::{TAKEN, camel_case, key, usable},
    },
};

/// All categories, in the order of their first use.
#[derive(Default)]
pub(super) struct Categories {
    pub(super) list: Vec<Category>,
    /// The index of each by the key of its name.
    by_name: Places,
    /// The index of each by its variant.
    by_variant: Places,
}

impl Categories {
    /// A service without a category is put into the first one. That is an error, so
    /// nothing is built with it.
    pub(super) fn index_of(&self, name: &str) -> Option<usize> {
        let found = self.by_name.find(key(name));
        found.or((!self.list.is_empty()).then_some(0))
    }
}

/// Collects the categories of all services. If the file has the column, every service
/// needs a category, because `category()` has to return one.
pub(super) fn collect(drafts: &[Draft], wanted: bool, problems: &mut Problems) -> Categories {
    let mut categories = Categories::default();
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
        if categories.by_name.has(key(name)) {
            continue;
        }
        match categories.variant_of(name, &camel_case(name)) {
            Ok(variant) => categories.add(name, variant),
            Err(mistake) => problems.at(cell.line, mistake),
        }
    }
    categories
}

impl Categories {
    fn add(&mut self, name: &str, variant: String) {
        let index = self.list.len();
        self.by_name.find_or(key(name), index);
        self.by_variant.find_or(variant.as_str(), index);
        self.list.push(Category {
            name: name.to_owned(),
            variant,
        });
    }

    /// The variant as the compiler sees it, if it can be one.
    fn variant_of(&self, name: &str, variant: &str) -> Result<String, String> {
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
        match self.by_variant.find(&usable) {
            None => Ok(usable),
            Some(other) => Err(format!(
                "category `{name}` and category `{}` would both be `{usable}`; rename one",
                self.list[other].name
            )),
        }
    }
}
