//! A perfect hash of ports: small if few ports are far apart.

use proc_macro2::Ident;
use quote::quote;

use super::{emitted::Emitted, fallback::Fallback, sorted};
use crate::{
    expand::{
        bytes::{pack, table},
        perfect_hash::{self, Placement},
        variants::identifier,
    },
    format::{
        hash::{self, DISPLACEMENT_BYTES},
        ports::ENTRY_BYTES,
    },
    valid::Registry,
};

pub(super) struct Plan {
    pub(super) placement: Placement,
    /// In the order of the keys that have slots.
    pub(super) entries: Vec<usize>,
    pub(super) fallback: Fallback,
}

/// Returns `None` if numbers need the bits of the flags.
pub(super) fn plan(registry: &Registry) -> Option<Plan> {
    if !sorted::leaves_flags(registry) {
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
    let placement = perfect_hash::place(keys.len(), |key, seed| hash::of_port(keys[key], seed))?;
    Some(Plan {
        placement,
        entries,
        fallback: Fallback::of(registry, singles),
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
        displacements.len() * DISPLACEMENT_BYTES + slots.len() * ENTRY_BYTES + self.fallback.bytes()
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
            &pack(displacements.iter().copied(), DISPLACEMENT_BYTES),
        );
        statics.extend([table(&identifier("PORT_SLOTS"), &pack(slots, ENTRY_BYTES))]);
        let first = quote! {
            let entry = ::port_consts::__private::by_hash(
                &PORT_DISPLACEMENTS, &PORT_SLOTS, #seed, number,
            );
            if entry & flag != 0 {
                return nth(::port_consts::__private::number_of(entry));
            }
            // Only a port in this table may have a second number.
            others = entry != 0;
        };
        self.fallback.after(name, statics, &first)
    }
}
