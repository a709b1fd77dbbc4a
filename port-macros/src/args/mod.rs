//! From tokens to what was asked for. No file is touched here.

mod attributes;
mod options;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, Ident, LitStr, Token, Visibility,
    parse::{Parse, ParseStream},
    parse_quote,
};

pub(crate) use attributes::Repr;
pub(crate) use options::{Lookup, Optimize, Options, Selection, Titles, Within};

/// The call of `ports!`.
pub(crate) struct Args {
    /// What stands on the enum, without `#[ports(..)]`.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) path: LitStr,
    pub(crate) repr: Option<Repr>,
    pub(crate) options: Options,
    /// What is wrong in attributes; the rest of the call is there all the same.
    pub(crate) mistakes: Option<syn::Error>,
}

impl Parse for Args {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.is_empty() {
            return Err(syn::Error::new(
                Span::call_site(),
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
                repr: None,
                options: Options::default(),
                mistakes: None,
            });
        }
        let mut attributes = input.call(Attribute::parse_outer)?;
        let mut mistakes = None;
        let mut options = options::read(&attributes, &mut mistakes);
        attributes.retain(|attribute| !attribute.path().is_ident("ports"));
        attributes::check(&mut attributes, &mut mistakes);
        let repr = attributes::repr(&attributes);
        let visibility = input.parse()?;
        input.parse::<Token![enum]>().map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected a path, `ports!(\"ports.csv\")`, or an enum, \
                 `ports! { pub enum Service = \"ports.csv\"; }`",
            )
        })?;
        let name: Ident = input.parse()?;
        options.refuse_itself(&name, &mut mistakes);
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
            repr,
            options,
            mistakes,
        })
    }
}

impl Args {
    /// Whether the attribute, if there is one, leaves a number for each of the services. An
    /// enum without variants has no integer at all.
    pub(crate) fn repr_fits(&self, services: usize) -> bool {
        services > 0 && self.repr.as_ref().is_none_or(|repr| services <= repr.most)
    }

    pub(crate) fn has_attribute(&self, name: &str) -> bool {
        self.attributes.iter().any(|it| it.path().is_ident(name))
    }
}

fn expect_end(input: ParseStream) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    Err(input.error("nothing more is expected here; each registry has a `ports!` of its own"))
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
            Ok(args) => match args.mistakes {
                None => panic!("accepted: {tokens}"),
                Some(error) => error.to_string(),
            },
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
        assert!(mistake(r#"#[cfg(unix)] enum A = "a";"#).contains("put it on the call"));
        for (attribute, part) in [
            ("cfg_attr(unix, ports(iana))", "write two calls"),
            (
                "derive(Serialize, core::clone::Clone)",
                "`Clone` is implemented by `ports!` already",
            ),
            ("derive(Default)", "write an `impl Default` yourself"),
        ] {
            let found = mistake(&format!("#[{attribute}] enum A = \"a\";"));
            assert!(found.contains(part), "{attribute}: {found}");
        }
        let itself = r#"#[ports(avoid(B, self::A))] enum A = "a";"#;
        assert!(mistake(itself).contains("`avoid` names the registry itself"));
        let fine = "#[cfg_attr(x, derive(Y))] #[derive(Serialize)] #[repr(C, u8)] enum A = \"a\";";
        assert_eq!(parse_str::<Args>(fine).unwrap().repr.unwrap().most, 255);
    }
}
