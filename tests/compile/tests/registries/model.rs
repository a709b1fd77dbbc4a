//! What a registry has to answer: a model made of the rows, the slow and obvious way. It shares
//! no code with the macro and the library.

use std::collections::HashMap;

use crate::{
    identifiers::{constants, variant_of},
    plan::{Form, Plan, Row, Select, Status},
};

/// Ports that a row gives to its service.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// The place of the row in the file.
    pub(crate) row: usize,
    pub(crate) first: u16,
    pub(crate) last: u16,
    pub(crate) transports: u8,
    pub(crate) status: Status,
}

/// All rows of one name.
#[derive(Clone, Debug)]
pub(crate) struct Service {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) label: String,
    pub(crate) claims: Vec<Claim>,
    pub(crate) category: Option<String>,
    pub(crate) tls_of: Option<usize>,
    pub(crate) schemes: Vec<String>,
    pub(crate) reference: String,
    pub(crate) description: String,
    pub(crate) constant: String,
    pub(crate) variant: String,
    /// The cell of the column `Constant`.
    stated: String,
    /// The cell of the column `TLS Of`.
    wraps: String,
}

pub(crate) struct Model {
    pub(crate) services: Vec<Service>,
    /// By name or alias, in lower case.
    by_name: HashMap<String, usize>,
    /// Whether there is a column `Status`.
    pub(crate) has_status: bool,
}

/// Names are the same if they differ in the case of ASCII letters only.
pub(crate) fn folded(name: &str) -> String {
    name.to_ascii_lowercase()
}

impl Model {
    pub(crate) fn of(plan: &Plan) -> Self {
        let mut services = merged(plan);
        unique_aliases(&mut services);
        if let Some(select) = &plan.select {
            services = selected(services, select);
        }
        let mut by_name = HashMap::new();
        for (index, service) in services.iter().enumerate() {
            for name in service.aliases.iter().chain([&service.name]) {
                by_name.insert(folded(name), index);
            }
        }
        // Which service wraps which is written with names.
        for service in &mut services {
            service.tls_of = by_name.get(&folded(&service.wraps)).copied();
        }
        let mut categories: HashMap<String, String> = HashMap::new();
        for service in &mut services {
            if let Some(category) = &mut service.category {
                let first = categories.entry(folded(category));
                *category = first.or_insert_with(|| category.clone()).clone();
            }
        }
        let named: Vec<_> = services
            .iter()
            .map(|it| (it.name.as_str(), it.stated.as_str(), it.claims[0].first))
            .collect();
        let constants = constants(&named, plan.numbered, plan.form == Form::Iana);
        for (service, constant) in services.iter_mut().zip(constants) {
            service.variant = variant_of(&constant);
            service.constant = constant;
        }
        Self {
            services,
            by_name,
            has_status: plan.columns.status,
        }
    }

    pub(crate) fn named(&self, name: &str) -> Option<usize> {
        self.by_name.get(&folded(name)).copied()
    }

    /// The services of every port under one transport, the answer first; pools are last, and how
    /// many others there are stands beside them.
    pub(crate) fn by_port(&self, transport: usize) -> Vec<(Vec<usize>, usize)> {
        let mut claims: Vec<(bool, usize, usize, &Claim)> = Vec::new();
        for (index, service) in self.services.iter().enumerate() {
            for claim in &service.claims {
                if claim.transports & (1 << transport) != 0 {
                    claims.push((claim.status == Status::Pool, claim.row, index, claim));
                }
            }
        }
        claims.sort_by_key(|(is_pool, row, index, _)| (*is_pool, *row, *index));
        let mut ports = vec![(Vec::new(), 0); 1 << 16];
        for (is_pool, _, index, claim) in claims {
            for port in claim.first..=claim.last {
                let (all, others) = &mut ports[usize::from(port)];
                all.push(index);
                *others += usize::from(!is_pool);
            }
        }
        ports
    }

    /// The service that wraps this one: the first in the file.
    pub(crate) fn over_tls(&self, index: usize) -> Option<usize> {
        self.services.iter().position(|it| it.tls_of == Some(index))
    }
}

impl Service {
    /// First and last ports with their transports and status: rows that differ only in their
    /// transports are one.
    pub(crate) fn assignments(&self) -> Vec<(u16, u16, u8, Status)> {
        let mut all: Vec<(u16, u16, u8, Status)> = Vec::new();
        for claim in &self.claims {
            let same = |it: &&mut (u16, u16, u8, Status)| {
                (it.0, it.1, it.3) == (claim.first, claim.last, claim.status)
            };
            match all.iter_mut().find(same) {
                Some(other) => other.2 |= claim.transports,
                None => all.push((claim.first, claim.last, claim.transports, claim.status)),
            }
        }
        all
    }

    /// Whether IANA assigned this port to the service.
    pub(crate) fn is_assigned_at(&self, port: u16, transport: usize) -> bool {
        self.claims.iter().any(|claim| {
            claim.status == Status::Assigned
                && claim.transports & (1 << transport) != 0
                && (claim.first..=claim.last).contains(&port)
        })
    }
}

/// Rows of one name are one service.
fn merged(plan: &Plan) -> Vec<Service> {
    let mut groups: Vec<Vec<(usize, &Row)>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (place, row) in plan
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.left_out)
    {
        let next = groups.len();
        let group = *places.entry(folded(&row.name)).or_insert(next);
        if group == next {
            groups.push(Vec::new());
        }
        groups[group].push((place, row));
    }
    groups.iter().map(|rows| service(plan, rows)).collect()
}

fn service(plan: &Plan, rows: &[(usize, &Row)]) -> Service {
    let columns = plan.columns;
    let first = |has: bool, text: fn(&Row) -> &str| {
        let mut texts = rows.iter().map(|(_, row)| text(row));
        let found = texts.find(|text| !text.is_empty()).filter(|_| has);
        found.unwrap_or_default().to_owned()
    };
    let name = rows[0].1.name.clone();
    let mut aliases: Vec<String> = Vec::new();
    let mut schemes: Vec<String> = Vec::new();
    for (_, row) in rows {
        for alias in row.aliases.iter().filter(|_| columns.aliases) {
            let is_it = |other: &String| folded(other) == folded(alias);
            if !is_it(&name) && !aliases.iter().any(is_it) {
                aliases.push(alias.clone());
            }
        }
        schemes.extend(row.schemes.iter().filter(|_| columns.schemes).cloned());
    }
    let label = first(columns.label, |row| &row.label);
    Service {
        label: if label.is_empty() {
            name.clone()
        } else {
            label
        },
        aliases,
        claims: claims(rows),
        category: Some(first(columns.category, |row| &row.category)).filter(|it| !it.is_empty()),
        tls_of: None,
        schemes,
        reference: first(columns.reference, |row| &row.reference),
        description: first(columns.description, |row| &row.description),
        constant: String::new(),
        variant: String::new(),
        stated: first(columns.constant, |row| &row.constant),
        wraps: first(columns.tls_of, |row| &row.tls_of),
        name,
    }
}

/// What each row adds to its service: what no row before it has.
fn claims(rows: &[(usize, &Row)]) -> Vec<Claim> {
    // The transports under which each port is taken.
    let mut taken = vec![0_u8; 1 << 16];
    let mut claims = Vec::new();
    for (place, row) in rows {
        for &(first, last) in &row.ranges {
            let mut parts: Vec<(u8, Vec<(u16, u16)>)> = Vec::new();
            for bit in (0..4)
                .map(|bit| 1 << bit)
                .filter(|bit| row.transports & bit != 0)
            {
                let mut free: Vec<(u16, u16)> = Vec::new();
                for port in (first..=last).filter(|it| taken[usize::from(*it)] & bit == 0) {
                    match free.last_mut() {
                        Some((_, end)) if u32::from(*end) + 1 == u32::from(port) => *end = port,
                        _ => free.push((port, port)),
                    }
                }
                match parts.iter_mut().find(|(_, other)| *other == free) {
                    Some((set, _)) => *set |= bit,
                    None => parts.push((bit, free)),
                }
            }
            for (transports, free) in parts {
                claims.extend(free.into_iter().map(|(first, last)| Claim {
                    row: *place,
                    first,
                    last,
                    transports,
                    status: row.status,
                }));
            }
            for port in first..=last {
                taken[usize::from(port)] |= row.transports;
            }
        }
    }
    claims
}

/// An alias is not another service's name, and stays with the first service that has it.
fn unique_aliases(services: &mut [Service]) {
    let names: HashMap<String, usize> = services
        .iter()
        .enumerate()
        .map(|(index, it)| (folded(&it.name), index))
        .collect();
    let mut owners: HashMap<String, usize> = HashMap::new();
    for (index, service) in services.iter_mut().enumerate() {
        service.aliases.retain(|alias| {
            let alias = folded(alias);
            !names.contains_key(&alias) && *owners.entry(alias).or_insert(index) == index
        });
    }
}

fn selected(services: Vec<Service>, select: &Select) -> Vec<Service> {
    let names: Vec<String> = select.names.iter().map(|it| folded(it)).collect();
    let categories: Vec<String> = select.categories.iter().map(|it| folded(it)).collect();
    let mut kept = Vec::new();
    for mut service in services {
        let claims = std::mem::take(&mut service.claims);
        for mut claim in claims {
            if select.transports != 0 {
                claim.transports &= select.transports;
            }
            if claim.transports != 0 {
                service.claims.extend(of_ports(&claim, &select.ports));
            }
        }
        let own: Vec<String> = service
            .aliases
            .iter()
            .chain([&service.name])
            .map(|it| folded(it))
            .collect();
        let has_name = names.is_empty() || own.iter().any(|it| names.contains(it));
        let category = folded(service.category.as_deref().unwrap_or_default());
        let has_category = categories.is_empty() || categories.contains(&category);
        if has_name && has_category && !service.claims.is_empty() {
            kept.push(service);
        }
    }
    kept
}

/// What a claim has of these ports, port by port.
fn of_ports(claim: &Claim, ports: &[(u16, u16)]) -> Vec<Claim> {
    let mut left: Vec<Claim> = Vec::new();
    for port in claim.first..=claim.last {
        let is_wanted = |range: &(u16, u16)| range.0 <= port && port <= range.1;
        if !ports.is_empty() && !ports.iter().any(is_wanted) {
            continue;
        }
        match left.last_mut() {
            Some(before) if before.last + 1 == port => before.last = port,
            _ => left.push(Claim {
                first: port,
                last: port,
                ..claim.clone()
            }),
        }
    }
    left
}
