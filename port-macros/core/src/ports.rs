//! `ports!`: all its stages in order.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    args::{Args, Format, Lookup, Options, Repr},
    columns,
    csv::{self, Reader},
    expand,
    lists::retain,
    problem::{self, Problems},
    services, source,
    valid::{self, Registry},
    words::{columns::Column, identifiers::CATEGORY},
};

/// What `ports!` emits for its tokens: a registry, and errors. `reader` reads CSV files.
#[must_use]
pub fn expand(input: TokenStream, reader: Reader) -> TokenStream {
    let mut args: Args = match syn::parse2(input) {
        Ok(args) => args,
        Err(error) => return problem::of_call(error),
    };
    let mut problems = Problems::new(&args.path);
    let file = source::read(&args.path, &mut problems);
    let mut registry = check(&file.text, &args.options, reader, &mut problems);
    refuse_name(&args, &mut registry, &mut problems);
    if !args.repr_fits(registry.services.len()) {
        if let Some(repr) = &args.repr {
            refuse_repr(repr, registry.services.len(), &mut problems);
        }
        retain(&mut args.attributes, &mut |it| !it.is("repr"));
    }
    refuse_match(&mut args.options, registry.services.len(), &mut problems);
    // With problems, what is valid is emitted all the same: otherwise the one bad line would
    // drown in "cannot find value `HTTPS`" for all good ones.
    let mut tokens = expand::registry(&args, &file, &registry);
    let errors = match args.mistakes.take() {
        None => problems.into_compile_errors(),
        // With other options, the file may have other problems.
        Some(mistakes) => problem::of_call(mistakes),
    };
    tokens.extend([if_configured(&args, errors)]);
    tokens
}

/// Errors are for the configurations that the enum is for.
fn if_configured(args: &Args, errors: TokenStream) -> TokenStream {
    let cfgs = &args.cfgs;
    if cfgs.is_empty() || errors.is_empty() {
        return errors;
    }
    quote!(#(#cfgs)* const _: () = { #errors };)
}

/// Refuses an enum with the name that the enum of its categories will have.
fn refuse_name(args: &Args, registry: &mut Registry, problems: &mut Problems) {
    if args.name == CATEGORY && registry.has(Column::Category) {
        problems.on(
            args.name.span(),
            "the file has the column `Category`, which makes an enum of that name; \
             choose another name, or skip the column with \
             `#[ports(columns(ignore = \"Category\"))]`",
        );
        registry.forget_categories();
    }
}

fn refuse_repr(repr: &Repr, services: usize, problems: &mut Problems) {
    let Repr { span, name, most } = repr;
    if services > *most {
        problems.on(
            *span,
            format!(
                "`{name}` has numbers for {most} services, but there are {services}; \
                 write a larger integer, or take `repr` out"
            ),
        );
    }
}

/// Up to so many services may be matched. The compiler's work grows with the square of the
/// services: a check takes 2.5 s and 400 MB for 2,500, and 8.6 s and 980 MB for 5,000.
const MOST_MATCHED: usize = 4096;

/// Refuses `lookup = "match"` for more services than the compiler copes with.
fn refuse_match(options: &mut Options, services: usize, problems: &mut Problems) {
    let (Some(Lookup::Match), Some(span)) = (options.lookup, options.lookup_span) else {
        return;
    };
    if services > MOST_MATCHED {
        problems.on(
            span,
            format!(
                "a `match` on {services} services takes the compiler minutes and gigabytes; \
                 `lookup = \"match\"` is for at most {MOST_MATCHED}: write `lookup = \"table\"`, \
                 or take the option out"
            ),
        );
        options.lookup = None;
    }
}

/// The stages between the text of a file and its registry.
pub(crate) fn check(
    text: &str,
    options: &Options,
    reader: Reader,
    problems: &mut Problems,
) -> Registry {
    let table = match options.format {
        Format::Csv => {
            let records = csv::parse(text, &options.titles, reader);
            columns::assign(records, options, problems)
        }
        Format::Services => columns::of_services(services::parse(text), options, problems),
    };
    valid::check(table, options, problems)
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use quote::quote;

    use super::{Lookup, MOST_MATCHED, Options, refuse_match};
    use crate::{problem::tests::texts_of, tests::expanded};

    /// An integer that is too small is one error, and the enum is there without it.
    #[test]
    fn the_integer_of_the_enum_has_a_number_for_each_service() {
        let name = format!("port-macros-integer-{}.csv", std::process::id());
        let file = std::env::temp_dir().join(name);
        let path = file.to_str().unwrap();
        for (services, kept, errors) in [(0, 0, 1), (1, 1, 0), (255, 1, 0), (256, 0, 1)] {
            let rows = (1..=services).map(|i| format!("s{i},{i},tcp\n"));
            let rows: String = rows.collect();
            std::fs::write(&file, format!("name,port,transport\n{rows}")).unwrap();
            let tokens = expanded(quote!(#[repr(u8)] enum E = #path;)).to_string();
            assert_eq!(tokens.matches("# [repr (u8)]").count(), kept, "{services}");
            assert_eq!(
                tokens.matches("compile_error").count(),
                errors,
                "{services}"
            );
            let refused = tokens.contains("`u8` has numbers for 255 services, but there are 256");
            assert_eq!(refused, services == 256);
        }
        std::fs::remove_file(&file).unwrap();
    }

    #[test]
    fn a_match_on_too_many_services_is_refused() {
        for (services, refused) in [(MOST_MATCHED, false), (MOST_MATCHED + 1, true)] {
            let mut options = Options {
                lookup: Some(Lookup::Match),
                lookup_span: Some(Span::call_site()),
                ..Options::default()
            };
            let texts = texts_of(|problems| refuse_match(&mut options, services, problems));
            assert_eq!(options.lookup.is_none(), refused, "{services}");
            assert_eq!(texts.len(), usize::from(refused), "{texts:?}");
        }
    }
}
