//! The texts of the rows, and what is said of the file as a whole.

use std::collections::HashSet;

use super::{Form, Plan, Row, Select, Service};
use crate::{model::Model, names, random::Random};

impl Plan {
    /// Gives the rows their texts. What the rows of a service share stands in some of them.
    pub(super) fn fill(
        &mut self,
        services: &[Service],
        mut rows: Vec<(usize, Row)>,
        random: &mut Random,
    ) {
        if rows.is_empty() {
            let row = self.row(vec![(1234, 1234)], super::Status::Assigned, random);
            // Where no port is possible, the options are not asked for.
            (self.within, self.avoids) = (None, false);
            rows.push((0, row));
        }
        // Services in the order of their first rows.
        let mut order: Vec<usize> = Vec::new();
        for (service, _) in &rows {
            if !order.contains(service) {
                order.push(*service);
            }
        }
        let mut taken: HashSet<String> = services.iter().map(|it| it.name.to_lowercase()).collect();
        let mut schemes = HashSet::new();
        for (place, &index) in order.iter().enumerate() {
            let service = &services[index];
            let mut own: Vec<&mut Row> = rows
                .iter_mut()
                .filter(|(service, _)| *service == index)
                .map(|(_, row)| row)
                .collect();
            for (i, row) in own.iter_mut().enumerate() {
                row.name = match i {
                    0 => service.name.clone(),
                    _ => random.in_any_case(&service.name),
                };
                row.label.clone_from(&service.label);
                if self.form == Form::Labels && i > 0 {
                    row.label = random.in_any_case(&service.label);
                }
                self.other_names(row, &mut taken, random);
                if self.columns.schemes && random.one_in(3) {
                    let scheme = format!(
                        "{}{}",
                        random.of(&["ws", "x-a+b", "z.9"]),
                        random.below(900)
                    );
                    if schemes.insert(scheme.clone()) {
                        row.schemes.push(scheme);
                    }
                }
                row.reference = names::text(random);
                row.description = names::text(random);
            }
            let tls_of = match place {
                0 => String::new(),
                _ if random.one_in(3) => services[order[random.below(place)]].name.clone(),
                _ => String::new(),
            };
            let one = random.below(own.len());
            for (i, row) in own.into_iter().enumerate() {
                if i == one || random.one_in(3) {
                    row.category = random.in_any_case(&service.category);
                    row.constant.clone_from(&service.constant);
                    row.tls_of = random.in_any_case(&tls_of);
                } else if self.form != Form::Labels {
                    row.label.clear();
                }
                if i == 0 && self.form != Form::Labels && random.one_in(5) {
                    row.label.clear();
                }
            }
        }
        self.rows = rows.into_iter().map(|(_, row)| row).collect();
    }

    fn other_names(&self, row: &mut Row, taken: &mut HashSet<String>, random: &mut Random) {
        if !self.columns.aliases {
            return;
        }
        let names: Vec<String> = taken.iter().take(50).cloned().collect();
        for _ in 0..[0, 0, 1, 2, 5][random.below(5)] {
            let alias = if self.first_wins && random.one_in(6) {
                // Somebody else's.
                let mut names = names.clone();
                names.sort_unstable();
                names.swap_remove(random.below(names.len()))
            } else {
                names::alias(random)
            };
            let is_new = taken.insert(alias.to_lowercase());
            // Labels make names with letters beyond ASCII, which are no trouble elsewhere.
            if is_new || self.first_wins {
                row.aliases.push(alias);
            }
        }
    }

    /// Adds rows, and parts of cells, that are left out.
    pub(super) fn leave_out(&mut self, random: &mut Random) {
        let mut junk: Vec<Row> = Vec::new();
        let add = |plan: &Self, edit: &dyn Fn(&mut Row)| {
            let mut row = plan.rows[0].clone();
            row.left_out = true;
            edit(&mut row);
            row
        };
        match self.form {
            Form::Iana => {
                junk.push(add(self, &|row| row.name.clear()));
                junk.push(add(self, &|row| row.port_cell = Some(String::new())));
            }
            Form::Services if random.one_in(2) => {
                self.skips.push(("transport", "ddp"));
                junk.push(add(self, &|row| {
                    row.transport_cell = Some("DDP".to_owned());
                }));
            }
            Form::Csv | Form::Labels if random.one_in(2) => {
                self.skips.push(("port", "any"));
                junk.push(add(self, &|row| row.port_cell = Some("Any".to_owned())));
                if !self.columns.marks && !self.columns.no_transport {
                    self.skips.push(("transport", "icmp"));
                    let icmp = |row: &mut Row| row.transport_cell = Some("icmp".to_owned());
                    junk.push(add(self, &icmp));
                    // Of this row, the other transports are left.
                    let row = &mut self.rows[0];
                    if row.transport_cell.is_none() {
                        let mut names = crate::write::transport_names(row.transports);
                        names.push("ICMP");
                        row.transport_cell = Some(names.join("/"));
                    }
                }
            }
            _ => {}
        }
        for row in junk {
            let at = random.below(self.rows.len() + 1);
            self.rows.insert(at, row);
        }
    }

    /// A part of the file that is not empty.
    pub(super) fn choose(&mut self, random: &mut Random) {
        if !random.one_in(3) {
            return;
        }
        let whole = Model::of(self);
        let mut any = || &whole.services[random.below(whole.services.len())];
        let services: Vec<_> = (0..=whole.services.len() / 2).map(|_| any()).collect();
        let mut select = Select::default();
        let keys = 1 + random.below(15);
        if keys & 0b0001 != 0 {
            select.names = services
                .iter()
                .map(|it| random.in_any_case(&it.name))
                .collect();
            let aliases = services.iter().filter_map(|it| it.aliases.first());
            select.names.extend(aliases.take(2).cloned());
        }
        if keys & 0b0010 != 0 && self.columns.category {
            let categories = services.iter().take(2).filter_map(|it| it.category.clone());
            select.categories = categories.collect();
        }
        if keys & 0b0100 != 0 {
            select.transports = random.transports();
        }
        if keys & 0b1000 != 0 {
            let first = random.port() / 2;
            select.ports = vec![(first, first + random.port() / 2), (0, 500)];
            let claims = services
                .iter()
                .map(|it| (it.claims[0].first, it.claims[0].last));
            select.ports.extend(claims.take(3));
        }
        let is_given = keys & 0b1101 != 0 || !select.categories.is_empty();
        self.select = Some(select).filter(|_| is_given);
        if Model::of(self).services.is_empty() {
            self.select = None;
        }
    }
}
