//! Asks a registry everything, and compares the answers with the model's.

use port_consts::{Assignment, Flow, Port, PortRange, Registry, Side, Transport};

use crate::{
    flows::{At, Seen},
    model::{Model, folded},
    plan::{Form, Plan, Status},
    random::Random,
};

/// What an enum itself answers, and not the trait of the library.
pub(crate) trait Asked: Registry {
    fn at(port: Port, transport: Transport) -> Option<Self>;
    fn all_at(port: Port, transport: Transport) -> &'static [Self];
    fn at_any(port: Port) -> Option<Self>;
    fn named(name: &str) -> Option<Self>;
    fn flow(source: Port, destination: Port, transport: Transport) -> Option<(Self, Side)>;
    fn seen(flow: Flow) -> Option<(Self, Side)>;
    fn under(self, transport: Transport) -> Option<Port>;
    /// Name, label, aliases, port and transports.
    fn facts(self) -> (&'static str, &'static str, &'static [&'static str], Port, Vec<Transport>);
    fn rows(self) -> &'static [Assignment];
    /// `None` where the file has no such column.
    fn category_name(self) -> Option<&'static str>;
    fn tls(self) -> Option<(Option<Self>, Option<Self>, bool)>;
    fn assigned(self) -> Option<bool>;
    fn references(self) -> Option<Option<&'static str>>;
    fn describes(self) -> Option<&'static str>;
    fn of_scheme(scheme: &str) -> Option<Self>;
    fn all_schemes(self) -> &'static [&'static str];
}

/// Implements [`Asked`]; the words in brackets are those of optional columns.
#[macro_export]
macro_rules! asked {
    ($name:ty, $($column:ident)*) => {
        impl $crate::compare::Asked for $name {
            fn at(port: Port, transport: Transport) -> Option<Self> {
                Self::from_port(port, transport)
            }
            fn all_at(port: Port, transport: Transport) -> &'static [Self] {
                Self::candidates(port, transport)
            }
            fn at_any(port: Port) -> Option<Self> {
                Self::from_port_any(port)
            }
            fn named(name: &str) -> Option<Self> {
                Self::from_name(name)
            }
            fn flow(source: Port, destination: Port, transport: Transport) -> Option<(Self, Side)> {
                Self::from_flow(source, destination, transport)
            }
            fn seen(flow: Flow) -> Option<(Self, Side)> {
                Self::of_flow(flow)
            }
            fn under(self, transport: Transport) -> Option<Port> {
                self.port_under(transport)
            }
            fn facts(
                self,
            ) -> (&'static str, &'static str, &'static [&'static str], Port, Vec<Transport>) {
                let transports = self.transports().iter().collect();
                (self.name(), self.label(), self.aliases(), self.port(), transports)
            }
            fn rows(self) -> &'static [Assignment] {
                self.assignments()
            }
            $($crate::asked!(@$column);)*
        }
    };
    (@category) => {
        fn category_name(self) -> Option<&'static str> { Some(self.category().name()) }
    };
    (@no_category) => { fn category_name(self) -> Option<&'static str> { None } };
    (@tls_of) => {
        fn tls(self) -> Option<(Option<Self>, Option<Self>, bool)> {
            Some((self.tls_of(), self.over_tls(), self.is_tls()))
        }
    };
    (@no_tls_of) => { fn tls(self) -> Option<(Option<Self>, Option<Self>, bool)> { None } };
    (@status) => { fn assigned(self) -> Option<bool> { Some(self.is_assigned()) } };
    (@no_status) => { fn assigned(self) -> Option<bool> { None } };
    (@reference) => {
        fn references(self) -> Option<Option<&'static str>> { Some(self.reference()) }
    };
    (@no_reference) => { fn references(self) -> Option<Option<&'static str>> { None } };
    (@description) => { fn describes(self) -> Option<&'static str> { Some(self.description()) } };
    (@no_description) => { fn describes(self) -> Option<&'static str> { None } };
    (@schemes) => {
        fn of_scheme(scheme: &str) -> Option<Self> { Self::from_scheme(scheme) }
        fn all_schemes(self) -> &'static [&'static str] { self.schemes() }
    };
    (@no_schemes) => {
        fn of_scheme(_: &str) -> Option<Self> { None }
        fn all_schemes(self) -> &'static [&'static str] { &[] }
    };
}

/// Compares one registry. `constants` are the emitted constants by their names.
pub(crate) fn compare<E: Asked>(seed: u64, index: u64, constants: &[(&str, Port)]) {
    let plan = Plan::random(seed, index);
    let model = Model::of(&plan);
    let place = |service: E| E::ALL.iter().position(|it| *it == service).expect("one of all");
    assert_eq!(E::ALL.len(), model.services.len(), "registry {index}");
    services::<E>(&plan, &model, constants);
    names::<E>(&model, index);
    let mut compared = 0;
    let mut found: Vec<Vec<At>> = Vec::new();
    for (bit, transport) in Transport::ALL.iter().enumerate() {
        let ports = model.by_port(bit);
        let mut at = Vec::new();
        for (port, (all, answers)) in (0..=u16::MAX).zip(&ports) {
            let asked = Port::new(port);
            let answer = all.first().filter(|_| *answers > 0).copied();
            assert_eq!(E::at(asked, *transport).map(place), answer, "{index}: {port}/{transport}");
            let candidates = E::all_at(asked, *transport).iter();
            let candidates: Vec<usize> = candidates.map(|it| place(*it)).collect();
            assert_eq!(candidates, *all, "{index}: {port}/{transport}");
            let is_assigned = |service: usize| {
                !model.has_status || model.services[service].is_assigned_at(port, bit)
            };
            at.push(answer.map(|service| (service, is_assigned(service))));
            compared += 1;
        }
        found.push(at);
    }
    for port in 0..=u16::MAX {
        let any = found.iter().find_map(|at| at[usize::from(port)]);
        let any = any.map(|(service, _)| service);
        assert_eq!(E::at_any(Port::new(port)).map(place), any, "{index}: {port}");
        compared += 1;
    }
    compared += flows::<E>(&model, &found, seed, index);
    println!("{index}: {} services, {compared} answers", E::ALL.len());
}

/// What each service says of itself.
fn services<E: Asked>(plan: &Plan, model: &Model, constants: &[(&str, Port)]) {
    let columns = plan.columns;
    for (index, (service, expected)) in E::ALL.iter().copied().zip(&model.services).enumerate() {
        let (name, label, aliases, port, transports) = service.facts();
        assert_eq!((name, label), (expected.name.as_str(), expected.label.as_str()));
        assert_eq!(aliases, expected.aliases, "{name}");
        assert_eq!(service.to_string(), expected.name);
        assert_eq!(format!("{service:?}"), expected.variant, "{name}");
        let first = Port::new(expected.claims[0].first);
        assert_eq!(port, first, "{name}");
        let set = expected.claims.iter().fold(0, |set, it| set | it.transports);
        let bits = |set: u8| (0..4).filter(move |bit| set & (1 << bit) != 0);
        assert!(transports.iter().copied().eq(bits(set).map(|it| Transport::ALL[it])), "{name}");
        let rows = service.rows().iter().map(|row| {
            let set = row.transports().iter().map(|it| {
                1 << Transport::ALL.iter().position(|all| *all == it).expect("one of all")
            });
            let status = match (row.is_assigned(), row.is_pool()) {
                (true, false) => Status::Assigned,
                (false, true) => Status::Pool,
                _ => Status::Unofficial,
            };
            (row.first().get(), row.last().get(), set.sum(), status)
        });
        let rows: Vec<(u16, u16, u8, Status)> = rows.collect();
        assert_eq!(rows, expected.assignments(), "{name}");
        for (bit, transport) in Transport::ALL.iter().enumerate() {
            let mut rows = rows.iter().filter(|row| row.2 & (1 << bit) != 0);
            let under = rows.next().map(|row| Port::new(row.0));
            assert_eq!(service.under(*transport), under, "{name} {transport}");
        }
        assert_eq!(service.category_name(), expected.category.as_deref(), "{name}");
        if let Some((tls_of, over_tls, is_tls)) = service.tls() {
            let at = |index: usize| E::ALL[index];
            assert_eq!(tls_of, expected.tls_of.map(at), "{name}");
            assert_eq!(over_tls, model.over_tls(index).map(at), "{name}");
            assert_eq!(is_tls, expected.tls_of.is_some(), "{name}");
        }
        if let Some(assigned) = service.assigned() {
            let is_one = rows.iter().any(|row| row.3 == Status::Assigned);
            assert_eq!(assigned, is_one, "{name}");
        }
        if let Some(reference) = service.references() {
            assert_eq!(reference.unwrap_or_default(), expected.reference, "{name}");
        }
        if let Some(description) = service.describes() {
            let mut text = expected.description.clone();
            if plan.form == Form::Services {
                text = text.replace('\n', " ");
            }
            assert_eq!(description, text, "{name}");
        }
        assert_eq!(service.all_schemes(), expected.schemes, "{name}");
        for scheme in &expected.schemes {
            for scheme in [scheme.clone(), scheme.to_uppercase()] {
                assert_eq!(E::of_scheme(&scheme), Some(service), "{scheme}");
            }
            assert_eq!(E::of_scheme(&format!("{scheme}0")).is_some(), {
                let other = format!("{scheme}0");
                model.services.iter().any(|it| columns.schemes && it.schemes.contains(&other))
            });
        }
    }
    if plan.constants {
        let expected = model.services.iter();
        let expected = expected.map(|it| (it.constant.as_str(), Port::new(it.claims[0].first)));
        assert!(expected.eq(constants.iter().copied()), "constants");
    }
}

/// Every name in every case, and texts that are almost one.
fn names<E: Asked>(model: &Model, index: u64) {
    let find = |name: &str| model.named(name).map(|index| E::ALL[index]);
    let random = &mut Random::new(index, 1);
    for service in &model.services {
        for name in service.aliases.iter().chain([&service.name]) {
            for _ in 0..6 {
                let written = random.in_any_case(name);
                assert_eq!(E::named(&written), find(name), "{written}");
            }
            assert_eq!(find(name).expect(name).name(), service.name);
            assert_eq!(E::from_name_or_number(name).ok(), number_or(name, find(name)), "{name}");
            let letters: Vec<char> = name.chars().collect();
            for at in 0..letters.len() {
                let mut other = letters.clone();
                match random.below(4) {
                    0 => drop(other.remove(at)),
                    1 => other.insert(at, *random.of(&[&'x', &'0', &'-', &'\u{7F}', &'\0'])),
                    2 => other[at] = char::from(u8::try_from(random.below(128)).expect("small")),
                    // The bit of case, where there is none.
                    _ => other[at] = char::from_u32(u32::from(other[at]) ^ 0x20).unwrap_or('?'),
                }
                let other: String = other.into_iter().collect();
                assert_eq!(E::named(&other), find(&other), "{other:?}");
                assert_eq!(E::named(&folded(&other)), find(&other), "{other:?}");
            }
        }
    }
    for other in ["", " ", "tcp", "\u{212A}", &"x".repeat(300)] {
        assert_eq!(E::named(other), find(other), "{other:?}");
    }
}

/// What digits say, or else the service.
fn number_or<E: Asked>(name: &str, service: Option<E>) -> Option<Port> {
    match name.parse::<u16>() {
        Ok(number) => Some(Port::new(number)),
        Err(_) => service.map(|it| it.rows()[0].first()),
    }
}

/// Flows between ports that have services, ports that mean something, and any.
fn flows<E: Asked>(model: &Model, found: &[Vec<At>], seed: u64, index: u64) -> usize {
    let random = &mut Random::new(seed, !index);
    let special = [20, 111, 599, 600, 783, 1023, 1024, 2049, 4045, 20048, 9999, 10000, 32767, 32768];
    let systems = [(32768, 60999), (49152, 65535), (10000, 65535)];
    let port = |random: &mut Random| match random.below(8) {
        0 => special[random.below(special.len())],
        1 => random.port(),
        _ => {
            let service = &model.services[random.below(model.services.len())];
            let claim = &service.claims[random.below(service.claims.len())];
            claim.first + u16::try_from(random.below(usize::from(claim.last - claim.first) + 1)).expect("a port")
        }
    };
    let sides = [Side::Source, Side::Destination];
    let mut compared = 0;
    for _ in 0..20_000 {
        let ports = [port(random), port(random)];
        let transport = random.below(4);
        let opener = [None, None, Some(0), Some(1)][random.below(4)];
        let (first, last) = systems[random.below(3)];
        let local = [None, Some((0, first, last)), Some((1, first, last))][random.below(3)];
        let seen = Seen { ports, transport, opener, local };
        let [source, destination] = ports.map(Port::new);
        let mut flow = Flow::new(source, destination, Transport::ALL[transport]);
        if let Some(opener) = opener {
            flow = flow.opened_by(sides[opener]);
        }
        if let Some((local, first, last)) = local {
            let range = PortRange::new(Port::new(first), Port::new(last)).expect("a range");
            flow = flow.local(sides[local], range);
        }
        let at = ports.map(|port| found[transport][usize::from(port)]);
        let answer = |seen: Seen| {
            let answer = seen.answer(at);
            answer.map(|(service, side)| (E::ALL[service], sides[side]))
        };
        assert_eq!(E::seen(flow), answer(seen), "{index}: {seen:?}");
        assert_eq!(<E as Registry>::of_flow(flow), answer(seen), "{index}: {seen:?}");
        let plain = Seen { opener: None, local: None, ..seen };
        let found = E::flow(source, destination, Transport::ALL[transport]);
        assert_eq!(found, answer(plain), "{index}: {plain:?}");
        compared += 3;
    }
    compared
}
