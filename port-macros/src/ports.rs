//! `ports!`: all its stages in order.

use proc_macro2::TokenStream;

use crate::{
    args::{Args, Options},
    columns::{self, Column},
    csv,
    expand::{self, CATEGORY},
    problem::Problems,
    source,
    valid::{self, Registry},
};

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let args: Args = match syn::parse2(input) {
        Ok(args) => args,
        Err(error) => return error.into_compile_error(),
    };
    let mut problems = Problems::new(&args.path);
    let file = source::read(&args.path, &mut problems);
    let registry = check(&file.text, &args.options, &mut problems);
    if registry.has(Column::Category) && args.name == CATEGORY {
        problems.on(
            args.name.span(),
            "the column `Category` makes an enum of this name; give this one another, or \
             pass over the column: `columns(ignore = \"Category\")`",
        );
        // Nothing is emitted: of two enums with one name, every line would be an error.
        return problems.into_compile_errors();
    }
    // With problems, what is valid is emitted all the same: one bad line is not to
    // drown in "cannot find value `HTTPS`" for all the good ones.
    let mut tokens = expand::registry(&args, &file, &registry);
    tokens.extend(problems.into_compile_errors());
    tokens
}

/// The stages between the text of a file and its registry.
pub(crate) fn check(text: &str, options: &Options, problems: &mut Problems) -> Registry {
    let records = csv::parse(text, problems);
    let table = columns::assign(records, &options.titles, problems);
    valid::check(&table, options, problems)
}
