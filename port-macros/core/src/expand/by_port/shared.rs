//! Ports that several services share, for `candidates`.

use proc_macro2::TokenStream;
use quote::quote;

use super::emitted::{static_of, transport};
use crate::{
    args::Args,
    expand::{
        all,
        bytes::{pack, table},
        variants::variant,
    },
    format::ports::{FIELD_BYTES, SHARED_FIELDS},
    lists::{Places, key_of},
    valid::{Registry, Segment},
};

/// Statics, and the body of `candidates`.
pub(super) fn emit(args: &Args, registry: &Registry) -> (TokenStream, TokenStream) {
    let mut lists = Lists::default();
    let shared = lists.arms(registry, "SHARED", |it| {
        it.is_shared() && !it.has_only_pools()
    });
    // Most questions are about ports that nobody has. They look only for pools, which are few.
    let pools = lists.arms(registry, "POOLS", Segment::has_only_pools);
    let all = all::list(registry);
    let one = quote!(::port_consts::__private::one(#all, index(service)));
    let found = if shared.is_empty() {
        one
    } else {
        quote!({
            let shared: &'static [Self] = #shared;
            if shared.is_empty() { #one } else { shared }
        })
    };
    let none = if pools.is_empty() { quote!(&[]) } else { pools };
    let body = quote! {
        match Self::from_port(port, transport) {
            ::core::option::Option::Some(service) => #found,
            ::core::option::Option::None => #none,
        }
    };
    (lists.statics(args, registry), body)
}

/// The lists of services that share ports.
#[derive(Default)]
struct Lists {
    /// The tables of runs.
    tables: TokenStream,
    /// All lists, one behind the other.
    services: Vec<usize>,
    places: Places,
}

impl Lists {
    /// A `match` on the transport that searches these segments; empty if there are none.
    fn arms(
        &mut self,
        registry: &Registry,
        what: &str,
        wanted: impl Fn(&Segment) -> bool,
    ) -> TokenStream {
        let mut arms = TokenStream::new();
        for (bit, segments) in registry.candidates().iter().enumerate() {
            let mut runs: Vec<usize> = Vec::new();
            for segment in segments.iter().filter(|it| wanted(it)) {
                let (first, end) = self.place(&segment.services);
                let run: [usize; SHARED_FIELDS] =
                    [segment.first.into(), segment.last.into(), first, end];
                runs.extend(run);
            }
            if runs.is_empty() {
                continue;
            }
            let (name, transport) = (static_of(bit, what), transport(bit));
            self.tables.extend([table(&name, &pack(runs, FIELD_BYTES))]);
            arms.extend([quote! {
                #transport => ::port_consts::__private::shared(&SHARED, &#name, port.get()),
            }]);
        }
        if arms.is_empty() {
            return arms;
        }
        quote! {
            match transport {
                #arms
                #[allow(unreachable_patterns)]
                _ => &[],
            }
        }
    }

    /// Where the list of these services begins and ends.
    fn place(&mut self, services: &[usize]) -> (usize, usize) {
        let next = self.services.len();
        let first = self.places.find_or(key_of(services), next);
        if first == next {
            self.services.extend(services);
        }
        (first, first + services.len())
    }

    fn statics(self, args: &Args, registry: &Registry) -> TokenStream {
        if self.services.is_empty() {
            return TokenStream::new();
        }
        let variants = self.services.iter().map(|it| variant(registry, *it));
        let (name, count, tables) = (&args.name, self.services.len(), self.tables);
        quote! {
            #tables
            static SHARED: [#name; #count] = [#(#name::#variants),*];
        }
    }
}
