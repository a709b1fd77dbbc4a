//! `ports!`: all its stages in order.

use proc_macro2::TokenStream;

use crate::{args::Args, columns, csv, expand, problem::Problems, source, valid};

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let args: Args = match syn::parse2(input) {
        Ok(args) => args,
        Err(error) => return error.into_compile_error(),
    };
    let mut problems = Problems::new(&args.path);
    let file = source::read(&args.path, &mut problems);
    let records = csv::parse(&file.text, &mut problems);
    let table = columns::assign(records, &args.options.titles, &mut problems);
    let registry = valid::check(&table, &args.options, &mut problems);
    // With problems, what is valid is emitted all the same: one bad line is not to
    // drown in "cannot find value `HTTPS`" for all the good ones.
    let mut tokens = expand::registry(&args, &file, &registry);
    tokens.extend(problems.into_compile_errors());
    tokens
}
