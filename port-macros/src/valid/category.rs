//! The categories that services are sorted into.

use super::{Category, identifier::camel_case, merge::Draft, merge::key};
use crate::problem::Problems;

/// All categories, in the order of their first use.
pub(super) struct Categories {
    pub(super) list: Vec<Category>,
}

impl Categories {
    /// A service without a category (reported, so nothing is built with it) is put
    /// into the first.
    pub(super) fn index_of(&self, name: &str) -> Option<usize> {
        let found = self.list.iter().position(|it| key(&it.name) == key(name));
        found.or((!self.list.is_empty()).then_some(0))
    }
}

/// Collects the categories of all services. Where the file has the column, each
/// service needs one, so that `category()` has an answer.
pub(super) fn collect(drafts: &[Draft], wanted: bool, problems: &mut Problems) -> Categories {
    let mut list: Vec<Category> = Vec::new();
    for draft in drafts.iter().filter(|_| wanted) {
        let name = &draft.category.text;
        if name.is_empty() {
            problems.at(
                draft.line,
                format!(
                    "`{}` has no category; the file has the column `Category`, so every service \
                     needs one",
                    draft.name
                ),
            );
            continue;
        }
        if list.iter().any(|it| key(&it.name) == key(name)) {
            continue;
        }
        let variant = camel_case(name);
        let usable = syn::parse_str::<syn::Ident>(&variant).is_ok();
        let clash = list.iter().find(|it| it.variant == variant);
        if let Some(other) = clash {
            problems.at(
                draft.category.line,
                format!(
                    "category `{name}` and category `{}` would both be `{variant}`; rename one",
                    other.name
                ),
            );
        } else if usable && variant != "ALL" {
            list.push(Category {
                name: name.clone(),
                variant,
            });
        } else {
            problems.at(
                draft.category.line,
                format!("category `{name}` makes no identifier; begin it with a letter"),
            );
        }
    }
    Categories { list }
}
