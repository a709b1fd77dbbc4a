//! Ports by their hash: small where few ports are far apart.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Emitted, identifier,
    sorted::{self, Runs},
    transport,
};
use crate::{
    args::Optimize,
    expand::{
        bytes::{pack, table},
        displace::{self, Placement},
    },
    hash,
    valid::{Registry, TRANSPORTS},
};

pub(super) struct Plan {
    placement: Placement,
    /// In the order of the keys that are placed.
    entries: Vec<usize>,
    rest: Rest,
}

/// What is not in the table: second numbers of ports, and runs.
pub(super) struct Rest {
    pub(super) singles: Vec<usize>,
    pub(super) runs: [Runs; TRANSPORTS.len()],
}

impl Rest {
    pub(super) fn of(registry: &Registry, singles: Vec<usize>) -> Self {
        let runs = [0, 1].map(|bit| Runs::long(registry, bit));
        let [tcp, udp] = runs;
        let runs = [tcp, udp, Runs::of(registry, 2), Runs::of(registry, 3)];
        Self { singles, runs }
    }

    pub(super) fn bytes(&self) -> usize {
        self.singles.len() * 4 + self.runs.iter().map(Runs::bytes).sum::<usize>()
    }

    /// A lookup that asks `first`, which knows of tcp and udp, for `number` and `flag`,
    /// and then what is left.
    pub(super) fn behind(&self, mut statics: TokenStream, first: &TokenStream) -> Emitted {
        let (table, singles) = sorted::singles(&identifier("SINGLES"), &self.singles);
        statics.extend(table);
        let searches: Vec<TokenStream> = self
            .runs
            .iter()
            .map(|runs| {
                let (table, search) = runs.emit();
                statics.extend(table);
                search
            })
            .collect();
        let [tcp, udp, sctp, dccp] = TRANSPORTS.map(transport);
        let (tcp_flag, udp_flag) = (sorted::flag(0), sorted::flag(1));
        let (tcp_flag, udp_flag) = (
            proc_macro2::Literal::usize_unsuffixed(tcp_flag),
            proc_macro2::Literal::usize_unsuffixed(udp_flag),
        );
        let [in_tcp, in_udp, in_sctp, in_dccp] = [0, 1, 2, 3].map(|bit| &searches[bit]);
        let number = quote! {
            let flag = match transport {
                #tcp => #tcp_flag,
                #udp => #udp_flag,
                #sctp => return nth(#in_sctp),
                #dccp => return nth(#in_dccp),
            };
            let found = #first;
            if found != 0 {
                return nth(found);
            }
            let found = #singles;
            if found != 0 {
                return nth(found);
            }
            match transport {
                #udp => #in_udp,
                _ => #in_tcp,
            }
        };
        Emitted { statics, number }
    }
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

    pub(super) fn emit(&self) -> Emitted {
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
            ::port_consts::__private::by_hash(
                &PORT_DISPLACEMENTS, &PORT_SLOTS, #seed, flag, number,
            )
        };
        self.rest.behind(statics, &first)
    }
}
