//! The names of services, and the methods that return them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::valid::Registry;

/// All names, and then all aliases, each with the index of its service.
pub(super) fn names(registry: &Registry) -> impl Iterator<Item = (&str, usize)> {
    let services = || registry.services.iter().enumerate();
    let names = services().map(|(index, service)| (service.name.as_str(), index));
    let aliases = services().flat_map(|(index, service)| {
        let aliases = service.aliases.iter();
        aliases.map(move |alias| (alias.as_str(), index))
    });
    names.chain(aliases)
}

/// `name` and `aliases`, with these bodies.
pub(super) fn methods(name: &TokenStream, aliases: &TokenStream) -> TokenStream {
    quote! {
        /// The service's name, as the file writes it.
        #[inline]
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn name(self) -> &'static ::core::primitive::str {
            #name
        }

        /// The service's other names.
        #[inline]
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn aliases(self) -> &'static [&'static ::core::primitive::str] {
            #aliases
        }
    }
}
