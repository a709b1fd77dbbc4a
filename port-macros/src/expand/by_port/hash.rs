//! Ports by their hash: small where few ports are far apart.

use proc_macro2::Ident;
use quote::quote;

use super::{Emitted, identifier, rest::Rest, sorted};
use crate::{
    args::Optimize,
    expand::{
        bytes::{pack, table},
        displace::{self, Placement},
    },
    hash,
    valid::Registry,
};

pub(super) struct Plan {
    placement: Placement,
    /// In the order of the keys that are placed.
    entries: Vec<usize>,
    rest: Rest,
}

/// Nothing where numbers need the bits that are for the transports.
pub(super) fn plan(registry: &Registry) -> Option<Plan> {
    if registry.services.len() >= sorted::TCP {
        return None;
    }
    let ports = sorted::ports(registry);
    let mut keys = Vec::new();
    let mut entries = Vec::new();
    let mut singles = Vec::new();
    for (port, numbers) in &ports {
        let [first, others @ ..] = numbers.as_slice() else {
            continue;
        };
        keys.push(*port);
        entries.push(sorted::entry(*port, *first));
        singles.extend(others.iter().map(|number| sorted::entry(*port, *number)));
    }
    let placement = displace::place(keys.len(), Optimize::Speed, |key, seed| {
        hash::of_port(keys[key], seed)
    })?;
    Some(Plan {
        placement,
        entries,
        rest: Rest::of(registry, singles),
    })
}

impl Plan {
    /// How many bytes the tables have.
    pub(super) fn bytes(&self) -> usize {
        let Placement {
            displacements,
            slots,
            ..
        } = &self.placement;
        displacements.len() * 2 + slots.len() * 4 + self.rest.bytes()
    }

    pub(super) fn emit(&self, name: &Ident) -> Emitted {
        let Placement {
            seed,
            displacements,
            slots,
        } = &self.placement;
        let slots = slots
            .iter()
            .map(|key| key.map_or(0, |key| self.entries[key]));
        let mut statics = table(
            &identifier("PORT_DISPLACEMENTS"),
            &pack(displacements.iter().copied(), 2),
        );
        statics.extend(table(&identifier("PORT_SLOTS"), &pack(slots, 4)));
        let first = quote! {
            let entry = ::port_consts::__private::by_hash(
                &PORT_DISPLACEMENTS, &PORT_SLOTS, #seed, number,
            );
            if entry & flag != 0 {
                return nth(::port_consts::__private::number_of(entry));
            }
            // Only a port that is here may have a second number.
            others = entry != 0;
        };
        self.rest.behind(name, statics, &first)
    }
}
