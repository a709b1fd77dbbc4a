//! From tokens to what was asked for. No file is read here.

mod attributes;
mod list;
mod mistakes;
mod options;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{
    Ident, LitStr, Token,
    parse::{Parse, ParseStream},
};

pub(crate) use attributes::Repr;
pub(crate) use options::{Format, Lookup, Options, Selection, Skip, Titles, Within, skip_option};

use crate::{
    lists::retain,
    rust::{Attribute, Visibility},
};

/// The call of `ports!`.
pub(crate) struct Args {
    /// The attributes on the enum, without `#[ports(..)]` and `#[cfg(..)]`.
    pub(crate) attributes: Vec<Attribute>,
    /// Every `#[cfg(..)]` on the enum: they are for everything that is emitted.
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) path: LitStr,
    pub(crate) repr: Option<Repr>,
    pub(crate) options: Options,
    /// What is wrong in attributes. The rest of the call is used all the same.
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
            let path: LitStr = input.parse()?;
            if input.parse::<Option<Token![;]>>()?.is_none() {
                let _: Option<Token![,]> = input.parse()?;
            }
            expect_end(input)?;
            // Its definition stands where the path stands.
            let name = Ident::new("Service", path.span());
            return Ok(Self {
                attributes: Vec::new(),
                cfgs: Vec::new(),
                visibility: Visibility::public(),
                name,
                path,
                repr: None,
                options: Options::default(),
                mistakes: None,
            });
        }
        let mut attributes = Attribute::all(input)?;
        let mut mistakes = None;
        let mut options = options::read(&attributes, &mut mistakes);
        retain(&mut attributes, &mut |attribute| !attribute.is("ports"));
        let is_cfg = |attribute: &Attribute| attribute.is("cfg");
        let (cfgs, mut attributes): (Vec<_>, Vec<_>) = attributes.into_iter().partition(is_cfg);
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
            cfgs,
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
    /// Whether the integer of `#[repr(..)]`, if there is one, has a number for each service. An
    /// enum without variants can have no `#[repr(..)]`.
    pub(crate) fn repr_fits(&self, services: usize) -> bool {
        services > 0 && self.repr.as_ref().is_none_or(|repr| services <= repr.most)
    }

    /// An attribute for what uses the enum, which may be deprecated.
    pub(crate) fn if_deprecated(&self) -> Option<TokenStream> {
        let mut attributes = self.attributes.iter();
        let is_deprecated = attributes.any(|it| it.is("deprecated"));
        is_deprecated.then(|| quote!(#[allow(deprecated)]))
    }
}

fn expect_end(input: ParseStream) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    Err(input.error("nothing more is expected here; write a `ports!` for every registry"))
}

impl ToTokens for Args {
    /// The head of the enum: its attributes, its visibility, `enum NAME`.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for attribute in self.cfgs.iter().chain(&self.attributes) {
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
        for call in [r#""a.csv""#, r#""a.csv";"#, r#""a.csv","#] {
            let args: Args = parse_str(call).unwrap();
            assert_eq!(
                (args.name.to_string(), args.path.value()),
                ("Service".into(), "a.csv".into())
            );
        }
        let args: Args = parse_str(
            r#"/// Doc.
            #[ports(conflicts = "first", constants = false)] #[non_exhaustive]
            pub(crate) enum Device = "b.csv";"#,
        )
        .unwrap();
        assert_eq!(args.attributes.len(), 2);
        let conditional = r#"#[cfg(unix)] #[repr(u8)] #[cfg(a)] enum A = "a";"#;
        let conditional: Args = parse_str(conditional).unwrap();
        assert_eq!(
            (conditional.attributes.len(), conditional.cfgs.len()),
            (1, 2)
        );
        assert!(args.options.first_wins && !args.options.constants);
    }

    #[test]
    fn mistakes_say_what_is_expected() {
        assert!(mistake("").contains("the path of a CSV file is missing"));
        assert!(mistake("struct A;").contains("or an enum"));
        assert!(mistake("enum A;").contains("expected `= \"ports.csv\";` after `enum A`"));
        assert!(mistake("enum A = 3;").contains("the path of a CSV file in quotes"));
        for more in [r#""a.csv", "b.csv""#, r#""a.csv";,"#, r#""a.csv",;"#] {
            assert!(mistake(more).contains("nothing more is expected"), "{more}");
        }
        for (attribute, part) in [
            ("cfg_attr(unix, ports(iana))", "write two calls"),
            (
                "derive(Serialize, core::clone::Clone)",
                "`ports!` already implements `Clone`",
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
