//! The port classes of RFC 6335, as both macros read them.

use proc_macro2::Span;
use syn::{
    Ident,
    parse::{Parse, ParseStream},
};

use super::suggestions::did_you_mean;

/// A class by the name of its variant in `port_consts::PortClass`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Class {
    pub(crate) name: &'static str,
    pub(crate) first: u16,
    pub(crate) last: u16,
}

const CLASSES: [Class; 3] = [
    Class {
        name: "System",
        first: 0,
        last: 1023,
    },
    Class {
        name: "User",
        first: 1024,
        last: 49151,
    },
    Class {
        name: "Dynamic",
        first: 49152,
        last: 65535,
    },
];

impl Class {
    /// The class that a port is in.
    pub(crate) fn of(number: u16) -> Self {
        let [system, user, dynamic] = CLASSES;
        match number {
            ..1024 => system,
            1024..49152 => user,
            49152.. => dynamic,
        }
    }

    pub(crate) fn contains(self, number: u16) -> bool {
        (self.first..=self.last).contains(&number)
    }

    /// `User (1024 to 49151)`
    pub(crate) fn bounds(self) -> String {
        format!("{} ({} to {})", self.name, self.first, self.last)
    }
}

/// `a User port (1024 to 49151)`
impl std::fmt::Display for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a {} port ({} to {})", self.name, self.first, self.last)
    }
}

/// A class, and where its name is written.
pub(crate) struct WrittenClass {
    pub(crate) class: Class,
    pub(crate) span: Span,
}

impl Parse for WrittenClass {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let written: Ident = input.parse().map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected a port class: `System`, `User` or `Dynamic`",
            )
        })?;
        let (text, span) = (written.to_string(), written.span());
        if let Some(class) = CLASSES.into_iter().find(|class| class.name == text) {
            return Ok(Self { class, span });
        }
        let suggestion = did_you_mean(&text, CLASSES.iter().map(|class| class.name));
        let [system, user, dynamic] = CLASSES;
        Err(syn::Error::new(
            span,
            format!(
                "unknown port class `{text}`{suggestion}; there are {}, {} and {}",
                system.bounds(),
                user.bounds(),
                dynamic.bounds()
            ),
        ))
    }
}
