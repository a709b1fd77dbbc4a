//! From tokens to what was asked for. No file is touched here.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, Ident, LitBool, LitStr, Token, Visibility,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    parse_quote,
};

use crate::nearest::did_you_mean;

/// The call of `ports!`.
pub(crate) struct Args {
    /// What stands on the enum, without `#[ports(..)]`.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) path: LitStr,
    pub(crate) options: Options,
}

/// What `#[ports(..)]` says.
#[derive(Debug)]
pub(crate) struct Options {
    /// Whether several services may have one port under one transport; the first
    /// row's is then canonical.
    pub(crate) first_wins: bool,
    /// Whether a constant is emitted for each service.
    pub(crate) constants: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            first_wins: false,
            constants: true,
        }
    }
}

impl Parse for Args {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.is_empty() {
            return Err(input.error(
                "the path of a CSV file is missing: `ports!(\"ports.csv\")` \
                 or `ports! { pub enum Service = \"ports.csv\"; }`",
            ));
        }
        if input.peek(LitStr) {
            let path = input.parse()?;
            let _: Option<Token![;]> = input.parse()?;
            expect_end(input)?;
            return Ok(Self {
                attributes: Vec::new(),
                visibility: parse_quote!(pub),
                name: Ident::new("Service", Span::call_site()),
                path,
                options: Options::default(),
            });
        }
        let mut attributes = input.call(Attribute::parse_outer)?;
        let options = read_options(&attributes)?;
        attributes.retain(|attribute| !attribute.path().is_ident("ports"));
        if let Some(cfg) = attributes.iter().find(|it| it.path().is_ident("cfg")) {
            return Err(syn::Error::new_spanned(
                cfg,
                "`#[cfg]` on the enum would leave its constants behind; \
                 put it on the call: `#[cfg(..)] ports! { .. }`",
            ));
        }
        let visibility = input.parse()?;
        input.parse::<Token![enum]>().map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected a path, `ports!(\"ports.csv\")`, or an enum, \
                 `ports! { pub enum Service = \"ports.csv\"; }`",
            )
        })?;
        let name = input.parse()?;
        input.parse::<Token![=]>().map_err(|error| {
            syn::Error::new(
                error.span(),
                format!("expected `= \"ports.csv\";` after `enum {name}`"),
            )
        })?;
        let path = input.parse().map_err(|error: syn::Error| {
            syn::Error::new(error.span(), "expected the path of a CSV file in quotes")
        })?;
        let _: Option<Token![;]> = input.parse()?;
        expect_end(input)?;
        Ok(Self {
            attributes,
            visibility,
            name,
            path,
            options,
        })
    }
}

fn expect_end(input: ParseStream) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    Err(input.error("nothing more is expected here; each registry has a `ports!` of its own"))
}

/// The names of all options, for messages.
const OPTIONS: [&str; 2] = ["conflicts", "constants"];

/// Reads all `#[ports(..)]`, and reports every mistake in them at once.
fn read_options(attributes: &[Attribute]) -> syn::Result<Options> {
    let mut options = Options::default();
    let mut seen: Vec<String> = Vec::new();
    let mut errors: Option<syn::Error> = None;
    for attribute in attributes.iter().filter(|it| it.path().is_ident("ports")) {
        let read = attribute.parse_args_with(|input: ParseStream| {
            while !input.is_empty() {
                read_option(input, &mut options, &mut seen)?;
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        });
        if let Err(error) = read {
            match &mut errors {
                Some(errors) => errors.combine(error),
                None => errors = Some(error),
            }
        }
    }
    errors.map_or(Ok(options), Err)
}

fn read_option(
    input: ParseStream,
    options: &mut Options,
    seen: &mut Vec<String>,
) -> syn::Result<()> {
    let key = input.call(Ident::parse_any)?;
    let name = key.to_string();
    if seen.contains(&name) {
        return Err(syn::Error::new(
            key.span(),
            format!("option `{name}` is given twice; keep one"),
        ));
    }
    match name.as_str() {
        "conflicts" => {
            let value: LitStr = value(input, &key, "\"first\" or \"error\"")?;
            options.first_wins = match value.value().as_str() {
                "first" => true,
                "error" => false,
                other => {
                    let suggestion = did_you_mean(other, ["first", "error"]);
                    return Err(syn::Error::new(
                        value.span(),
                        format!(
                            "option `conflicts` is \"first\" (the first row is canonical) \
                             or \"error\", not {other:?}{suggestion}"
                        ),
                    ));
                }
            };
        }
        "constants" => {
            let value: LitBool = value(input, &key, "`true` or `false`")?;
            options.constants = value.value;
        }
        _ => {
            let suggestion = did_you_mean(&name, OPTIONS);
            return Err(syn::Error::new(
                key.span(),
                format!(
                    "unknown option `{name}`{suggestion}; there are {}",
                    OPTIONS.join(", ")
                ),
            ));
        }
    }
    seen.push(name);
    Ok(())
}

/// Reads `= VALUE` behind a key.
fn value<T: Parse>(input: ParseStream, key: &Ident, expected: &str) -> syn::Result<T> {
    let mistake =
        |span| syn::Error::new(span, format!("option `{key}` is {expected}: `{key} = ..`"));
    let equals: syn::Result<Token![=]> = input.parse();
    equals.map_err(|_| mistake(key.span()))?;
    input
        .parse()
        .map_err(|error: syn::Error| mistake(error.span()))
}

impl ToTokens for Args {
    /// The head of the enum: attributes, visibility, `enum NAME`.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for attribute in &self.attributes {
            attribute.to_tokens(tokens);
        }
        self.visibility.to_tokens(tokens);
        <Token![enum]>::default().to_tokens(tokens);
        self.name.to_tokens(tokens);
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_str;

    use super::Args;

    fn mistake(tokens: &str) -> String {
        match parse_str::<Args>(tokens) {
            Ok(_) => panic!("accepted: {tokens}"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn both_forms_are_read() {
        let args: Args = parse_str(r#""a.csv""#).unwrap();
        assert_eq!(
            (args.name.to_string(), args.path.value()),
            ("Service".into(), "a.csv".into())
        );
        let args: Args = parse_str(
            r#"/// Doc.
            #[ports(conflicts = "first", constants = false)] #[non_exhaustive]
            pub(crate) enum Device = "b.csv";"#,
        )
        .unwrap();
        assert_eq!(args.attributes.len(), 2);
        assert!(args.options.first_wins && !args.options.constants);
    }

    #[test]
    fn mistakes_say_what_is_expected() {
        assert!(mistake("").contains("the path of a CSV file is missing"));
        assert!(mistake("struct A;").contains("or an enum"));
        assert!(mistake("enum A;").contains("expected `= \"ports.csv\";` after `enum A`"));
        assert!(mistake("enum A = 3;").contains("the path of a CSV file in quotes"));
        assert!(mistake(r#""a.csv", "b.csv""#).contains("nothing more is expected"));
        assert!(
            mistake(r#"#[ports(confilcts = "first")] enum A = "a";"#)
                .contains("did you mean `conflicts`?")
        );
        assert!(
            mistake(r#"#[ports(conflicts)] enum A = "a";"#).contains("is \"first\" or \"error\"")
        );
        assert!(
            mistake(r#"#[ports(conflicts = 1)] enum A = "a";"#)
                .contains("is \"first\" or \"error\"")
        );
        assert!(
            mistake(r#"#[ports(conflicts = "fist")] enum A = "a";"#)
                .contains("did you mean `first`?")
        );
        assert!(
            mistake(r#"#[ports(constants = true, constants = true)] enum A = "a";"#)
                .contains("given twice")
        );
        assert!(mistake(r#"#[cfg(unix)] enum A = "a";"#).contains("put it on the call"));
    }
}
