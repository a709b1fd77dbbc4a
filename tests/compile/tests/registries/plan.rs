//! A random registry: rows and options that `ports!` has to accept.

use std::collections::{HashMap, HashSet};

use crate::{
    identifiers::{constant_from, is_reserved, variant_of},
    names,
    random::Random,
};

/// What the file is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Csv,
    /// As IANA's.
    Iana,
    /// services(5).
    Services,
    /// A CSV without names, which are made from labels.
    Labels,
}

/// The status of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Assigned,
    Unofficial,
    Pool,
}

/// A row of the file.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) ranges: Vec<(u16, u16)>,
    /// A set of bits, in the order of the library's `Transport`.
    pub(crate) transports: u8,
    pub(crate) status: Status,
    pub(crate) aliases: Vec<String>,
    pub(crate) schemes: Vec<String>,
    pub(crate) constant: String,
    pub(crate) label: String,
    pub(crate) category: String,
    pub(crate) tls_of: String,
    pub(crate) reference: String,
    pub(crate) description: String,
    /// What the cells of ports and of transports hold, if not what is above.
    pub(crate) port_cell: Option<String>,
    pub(crate) transport_cell: Option<String>,
    /// Whether `skip`, or `iana`, leaves the row out.
    pub(crate) left_out: bool,
}

/// Which optional columns the file has.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a column")]
pub(crate) struct Columns {
    pub(crate) constant: bool,
    pub(crate) aliases: bool,
    pub(crate) label: bool,
    pub(crate) category: bool,
    pub(crate) tls_of: bool,
    pub(crate) status: bool,
    pub(crate) schemes: bool,
    pub(crate) reference: bool,
    pub(crate) description: bool,
    /// Ends of ranges in a column of their own.
    pub(crate) last: bool,
    /// A column of marks for each transport.
    pub(crate) marks: bool,
    /// No column for transports.
    pub(crate) no_transport: bool,
}

/// `select(..)`; what is empty is not given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Select {
    pub(crate) names: Vec<String>,
    pub(crate) categories: Vec<String>,
    pub(crate) transports: u8,
    pub(crate) ports: Vec<(u16, u16)>,
}

#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option")]
pub(crate) struct Plan {
    pub(crate) form: Form,
    pub(crate) rows: Vec<Row>,
    pub(crate) columns: Columns,
    pub(crate) first_wins: bool,
    pub(crate) numbered: bool,
    pub(crate) constants: bool,
    /// Options for the form of lookups.
    pub(crate) lookup: &'static str,
    /// What an empty transport means.
    pub(crate) default: Option<u8>,
    /// As it is written, and the ports.
    pub(crate) within: Option<(&'static str, u16, u16)>,
    pub(crate) avoids: bool,
    pub(crate) select: Option<Select>,
    /// Keys and texts of `skip(..)`.
    pub(crate) skips: Vec<(&'static str, &'static str)>,
}

const LOOKUPS: [&str; 6] = [
    "",
    "lookup = \"table\",",
    "optimize = \"size\",",
    "lookup = \"match\",",
    "optimize = \"size\", lookup = \"table\",",
    "optimize = \"speed\", lookup = \"match\",",
];

const WITHIN: [(&str, u16, u16); 4] = [
    ("System", 0, 1023),
    ("User", 1024, 49151),
    ("Dynamic", 49152, 65535),
    ("40000..=40999", 40000, 40999),
];

/// The ports of the registry that others avoid, see `main.rs`, with the transports.
pub(crate) const AVOIDED: [(u16, u16, u8); 2] = [(7777, 7777, 1), (10000, 10009, 3)];
/// Those that may be used all the same.
pub(crate) const EXCEPT: (u16, u16) = (10003, 10005);

/// A service before it has rows.
struct Service {
    name: String,
    label: String,
    constant: String,
    category: String,
}

impl Plan {
    /// The registry of this number.
    pub(crate) fn random(seed: u64, index: u64) -> Self {
        let random = &mut Random::new(seed, index);
        let form = match index % 6 {
            1 => Form::Iana,
            2 => Form::Services,
            4 => Form::Labels,
            _ => Form::Csv,
        };
        let lookup = LOOKUPS[usize::try_from(index / 2 % 6).expect("small")];
        // Matches of many names take the compiler long.
        let most = match random.below(4) {
            0 => 6,
            1 => 30,
            2 => 120,
            _ if lookup.contains("match") => 120,
            _ => 500,
        };
        let is_csv = matches!(form, Form::Csv | Form::Labels);
        let mut plan = Self {
            form,
            rows: Vec::new(),
            columns: columns(form, random),
            first_wins: form == Form::Iana || random.one_in(2),
            numbered: form == Form::Iana || random.one_in(3),
            constants: !random.one_in(4),
            lookup,
            default: None,
            within: None,
            avoids: most <= 30 && random.one_in(2),
            select: None,
            skips: Vec::new(),
        };
        if is_csv && (plan.columns.no_transport || random.one_in(4)) {
            plan.default = Some(random.transports());
        }
        if random.one_in(4) {
            plan.within = Some(WITHIN[random.below(WITHIN.len())]);
        }
        let services = plan.services(1 + random.below(most), random);
        let mut rows = plan.claims(&services, random);
        plan.repair(&mut rows);
        plan.fill(&services, rows, random);
        plan.leave_out(random);
        plan.choose(random);
        plan
    }

    /// Services whose names and identifiers the options allow.
    fn services(&self, count: usize, random: &mut Random) -> Vec<Service> {
        let kind = random.below(names::KINDS);
        let mut keys = HashSet::new();
        let (mut constants, mut variants) = (HashSet::new(), HashSet::new());
        let mut services = Vec::new();
        for i in 0..count {
            let label = names::label(i, random);
            let name = match self.form {
                Form::Labels => names::of_label(&label),
                Form::Iana if random.one_in(8) => names::old(random),
                form => names::any(kind, i, form == Form::Services, random),
            };
            let mut constant = String::new();
            if self.columns.constant && random.one_in(4) {
                constant = format!(
                    "{}_{}",
                    random.of(&["PORT", "SQL", "X", "Z9"]),
                    random.below(40)
                );
            }
            if !keys.insert(name.to_ascii_lowercase()) {
                continue;
            }
            if !self.numbered {
                let made = match constant.as_str() {
                    "" => constant_from(&name),
                    own => Some(own.to_owned()),
                };
                let Some(made) = made.filter(|it| !is_reserved(it)) else {
                    continue;
                };
                if constants.contains(&made) || variants.contains(&variant_of(&made)) {
                    continue;
                }
                variants.insert(variant_of(&made));
                constants.insert(made);
            }
            let category = names::CATEGORIES[random.below(names::CATEGORIES.len())];
            services.push(Service {
                name,
                label,
                constant,
                category: category.to_owned(),
            });
        }
        if services.is_empty() {
            // The only name was one that can't be.
            let name = "only".to_owned();
            let (label, category) = ("Only".to_owned(), "mail".to_owned());
            services.push(Service {
                name,
                label,
                constant: String::new(),
                category,
            });
        }
        services
    }

    /// Ports for each service, in the order of the file.
    fn claims(&self, services: &[Service], random: &mut Random) -> Vec<(usize, Row)> {
        let style = random.below(4);
        let mut rows: Vec<(usize, Row)> = Vec::new();
        let mut wide = 0;
        for service in 0..services.len() {
            for _ in 0..[1, 1, 1, 2, 3][random.below(5)] {
                let mut ranges = Vec::new();
                for _ in 0..[1, 1, 1, 1, 2, 4][random.below(6)] {
                    let first = self.port(style, service, random);
                    let length = match random.below(12) {
                        0 if !self.avoids && wide < 6 => {
                            wide += 1;
                            random.port()
                        }
                        0..4 if style != 2 => u16::try_from(random.below(40)).expect("small"),
                        _ => 0,
                    };
                    let last = first.saturating_add(length);
                    let last = self.within.map_or(last, |(_, _, most)| last.min(most));
                    ranges.push((first, last));
                }
                if self.form == Form::Services || self.columns.last {
                    ranges.truncate(1);
                }
                if self.form == Form::Services {
                    ranges[0].1 = ranges[0].0;
                }
                let status = match random.below(5) {
                    0 if self.columns.status => Status::Unofficial,
                    1 if self.columns.status => Status::Pool,
                    _ => Status::Assigned,
                };
                let row = self.row(ranges, status, random);
                // Most rows of a service stand together, but not all.
                let at = if random.one_in(4) {
                    random.below(rows.len() + 1)
                } else {
                    rows.len()
                };
                rows.insert(at, (service, row));
            }
        }
        rows
    }

    fn port(&self, style: usize, service: usize, random: &mut Random) -> u16 {
        let (first, last) = self
            .within
            .map_or((0, u16::MAX), |(_, first, last)| (first, last));
        let size = usize::from(last - first) + 1;
        let offset = match style {
            // Anywhere; few numbers that many want; one behind the other; both ends.
            0 => random.below(size),
            1 => random.below(200).min(size - 1),
            2 => (service + random.below(2)) % size,
            _ if random.one_in(2) => size - 1 - random.below(50).min(size - 1),
            _ => random.below(300).min(size - 1),
        };
        first + u16::try_from(offset).expect("within")
    }

    fn row(&self, ranges: Vec<(u16, u16)>, status: Status, random: &mut Random) -> Row {
        let mut transports = match self.form {
            Form::Services => 1 << random.below(4),
            _ => random.transports(),
        };
        let mut transport_cell = None;
        let default = self.default.or((self.form == Form::Iana).then_some(3));
        if let Some(default) = default.filter(|_| self.columns.no_transport || random.one_in(4)) {
            transports = default;
            transport_cell = Some(String::new());
        }
        Row {
            name: String::new(),
            ranges,
            transports,
            status,
            aliases: Vec::new(),
            schemes: Vec::new(),
            constant: String::new(),
            label: String::new(),
            category: String::new(),
            tls_of: String::new(),
            reference: String::new(),
            description: String::new(),
            port_cell: None,
            transport_cell,
            left_out: false,
        }
    }

    /// Takes out what the options don't allow.
    fn repair(&self, rows: &mut Vec<(usize, Row)>) {
        let mut owners: HashMap<(u16, usize), usize> = HashMap::new();
        let mut own: HashSet<(usize, u16, usize)> = HashSet::new();
        for (service, row) in rows.iter_mut() {
            let (set, is_pool) = (row.transports, row.status == Status::Pool);
            row.ranges.retain(|&(first, last)| {
                let keys = || {
                    (first..=last).flat_map(move |port| {
                        let bits = (0..4).filter(move |bit| set & (1 << bit) != 0);
                        bits.map(move |bit| (port, bit))
                    })
                };
                let is_avoided = |(port, bit): (u16, usize)| {
                    let mut all = AVOIDED.iter();
                    !(EXCEPT.0..=EXCEPT.1).contains(&port)
                        && all.any(|(first, last, set)| {
                            (*first..=*last).contains(&port) && set & (1 << bit) != 0
                        })
                };
                if self.avoids && keys().any(is_avoided) {
                    return false;
                }
                if self.first_wins {
                    return true;
                }
                let is_taken = |(port, bit)| {
                    let other = owners.get(&(port, bit)).filter(|_| !is_pool);
                    own.contains(&(*service, port, bit)) || other.is_some_and(|it| it != service)
                };
                if keys().any(is_taken) {
                    return false;
                }
                for (port, bit) in keys() {
                    own.insert((*service, port, bit));
                    if !is_pool {
                        owners.insert((port, bit), *service);
                    }
                }
                true
            });
        }
        rows.retain(|(_, row)| !row.ranges.is_empty());
    }
}

mod fill;

/// The columns that a file of this form has.
fn columns(form: Form, random: &mut Random) -> Columns {
    let mut any = |count| random.one_in(count);
    match form {
        Form::Services => Columns {
            aliases: true,
            description: true,
            ..Columns::default()
        },
        Form::Iana => Columns {
            reference: true,
            description: true,
            ..Columns::default()
        },
        Form::Csv | Form::Labels => {
            let marks = any(4);
            Columns {
                constant: any(3),
                aliases: !any(3),
                label: form == Form::Labels || any(2),
                category: any(2),
                tls_of: any(2),
                status: any(2),
                schemes: any(3),
                reference: any(2),
                description: any(2),
                last: any(4),
                marks,
                no_transport: !marks && any(6),
            }
        }
    }
}
