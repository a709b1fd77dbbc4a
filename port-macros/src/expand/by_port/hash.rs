//! Ports by their hash: small where few ports are far apart.

use proc_macro2::{Literal, TokenStream};
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

    /// A lookup that does what `first` says, and then asks the runs. `first` returns if it
    /// has found something for `number` and `flag`, the transport's, which is tcp or udp.
    pub(super) fn behind(&self, mut statics: TokenStream, first: &TokenStream) -> Emitted {
        let searches: Vec<TokenStream> = self
            .runs
            .iter()
            .map(|runs| {
                let (table, search) = runs.emit();
                statics.extend(table);
                search
            })
            .collect();
        let [_, udp, sctp, dccp] = TRANSPORTS.map(transport);
        let tcp_flag = Literal::usize_unsuffixed(sorted::flag(0));
        let [in_tcp, in_udp, in_sctp, in_dccp] = [0, 1, 2, 3].map(|bit| &searches[bit]);
        let number = quote! {
            match transport {
                #sctp => return nth(#in_sctp),
                #dccp => return nth(#in_dccp),
                _ => {}
            }
            // The flag of udp is the next one.
            let flag: ::core::primitive::u32 =
                #tcp_flag << transport as ::core::primitive::u32;
            #first
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
        let (table, second) = sorted::singles(&identifier("SINGLES"), &self.rest.singles);
        statics.extend(table);
        let first = quote! {
            let entry = ::port_consts::__private::by_hash(
                &PORT_DISPLACEMENTS, &PORT_SLOTS, #seed, number,
            );
            if entry & flag != 0 {
                return nth(::port_consts::__private::number_of(entry));
            }
            // Only a port that is here may have a second number.
            if entry != 0 {
                let found = #second;
                if found != 0 {
                    return nth(found);
                }
            }
        };
        self.rest.behind(statics, &first)
    }
}
