//! The example `export`: what it writes is read by the csv crate and by `serde_json`, and
//! compared with the registries.

use std::collections::{BTreeMap, HashMap};

use port_consts::{Assignment, Port, Registry, Service, Transport, iana};
use port_consts_tests::{Row as FileRow, curated, every_port, example::Example};
use serde_json::{Map, Value};

type Row = BTreeMap<String, String>;

fn run(arguments: &[&str]) -> String {
    let run = Example::build("export").run(arguments);
    assert_eq!((run.status, run.errors.as_str()), (Some(0), ""));
    run.output
}

fn csv(arguments: &[&str]) -> Vec<Row> {
    let output = run(arguments);
    let mut reader = csv::Reader::from_reader(output.as_bytes());
    let rows = reader.deserialize::<Row>();
    rows.map(Result::unwrap).collect()
}

fn json(arguments: &[&str]) -> Vec<Map<String, Value>> {
    serde_json::from_str(&run(arguments)).unwrap()
}

/// A JSON value as CSV has it.
fn as_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(words) => {
            let words: Vec<&str> = words.iter().map(|word| word.as_str().unwrap()).collect();
            words.join(" ")
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Object(_) => panic!("{value}"),
    }
}

#[test]
fn both_forms_say_the_same() {
    for registry in [&[][..], &["--iana"]] {
        let rows = csv(&[&["--format", "csv"], registry].concat());
        // Without `--format`, too.
        assert_eq!(rows, csv(registry));
        let objects = json(&[&["--format", "json"], registry].concat());
        let read = objects.iter().map(|object| -> Row {
            let members = object.iter();
            members
                .map(|(title, value)| (title.clone(), as_cell(value)))
                .collect()
        });
        assert!(rows.iter().cloned().eq(read));
        assert!(objects.iter().all(|it| it["first"].is_u64()));
        assert!(objects.iter().all(|it| it["answer"].is_boolean()));
        assert!(objects.iter().all(|it| it["aliases"].is_array()));
    }
}

/// By rank, the names of a port's services, and whether one is the answer.
type Ranked<'a> = BTreeMap<usize, (&'a str, bool)>;

/// Joins every port under every transport with the rows, as a query engine does.
fn assert_that_rows_answer<R: Registry>(rows: &[Row]) {
    let mut services: HashMap<(u16, &str), Ranked> = HashMap::new();
    for row in rows {
        let number = |column: &str| row[column].parse::<u16>().unwrap();
        let rank = row["rank"].parse().unwrap();
        let service = (row["name"].as_str(), row["answer"] == "true");
        for port in number("first")..=number("last") {
            let all = services.entry((port, &row["transport"])).or_default();
            // Two rows of a service may have the port, and say the same of it.
            let other = all.insert(rank, service);
            assert!(other.is_none_or(|other| other == service), "{row:?}");
        }
    }
    let nobody = Ranked::new();
    for (port, transport) in every_port() {
        let asked = (port.get(), transport.name());
        let found = services.get(&asked).unwrap_or(&nobody);
        let candidates = R::candidates(port, transport);
        assert!(found.keys().copied().eq(1..=candidates.len()), "{asked:?}");
        let names = candidates.iter().map(|service| service.name());
        assert!(names.eq(found.values().map(|(name, _)| *name)), "{asked:?}");
        let mut answers = found.values().filter(|(_, is_answer)| *is_answer);
        assert_eq!(
            answers.next().map(|(name, _)| *name),
            R::from_port(port, transport).map(R::name),
            "{asked:?}"
        );
        assert_eq!(answers.next(), None, "{asked:?}");
    }
}

#[test]
fn a_join_gives_the_answers_of_the_registry() {
    assert_that_rows_answer::<Service>(&csv(&[]));
    assert_that_rows_answer::<iana::Service>(&csv(&["--iana"]));
}

/// The ports of each status, as the registry has them.
fn statuses(assignments: &[Assignment]) -> Vec<(String, Port, Transport)> {
    let each = assignments.iter().flat_map(|it| {
        let status = match (it.is_pool(), it.is_assigned()) {
            (true, _) => "pool",
            (_, true) => "assigned",
            (_, false) => "unofficial",
        };
        it.ports().flat_map(move |port| {
            let transports = it.transports().iter();
            transports.map(move |transport| (status.to_owned(), port, transport))
        })
    });
    let mut each: Vec<_> = each.collect();
    each.sort();
    each
}

#[test]
fn every_column_is_the_registrys() {
    let rows = csv(&[]);
    let mut by_name: HashMap<&str, Vec<&Row>> = HashMap::new();
    for row in &rows {
        by_name.entry(&row["name"]).or_default().push(row);
    }
    assert_eq!(by_name.len(), Service::COUNT);
    for service in Service::ALL {
        let rows = &by_name[service.name()];
        for row in rows {
            let name = |it: Option<Service>| it.map(Service::name).unwrap_or_default().to_owned();
            for (column, expected) in [
                ("variant", format!("{service:?}")),
                ("label", service.label().to_owned()),
                ("category", service.category().name().to_owned()),
                ("aliases", service.aliases().join(" ")),
                ("schemes", service.schemes().join(" ")),
                ("tls_of", name(service.tls_of())),
                ("over_tls", name(service.over_tls())),
                (
                    "reference",
                    service.reference().unwrap_or_default().to_owned(),
                ),
                ("description", service.description().to_owned()),
            ] {
                assert_eq!(row[column], expected, "{service} {column}");
            }
            let transport: Transport = row["transport"].parse().unwrap();
            assert_eq!(row["protocol"], transport.protocol_number().to_string());
        }
        let mut written: Vec<_> = rows
            .iter()
            .flat_map(|row| {
                let ports = row["first"].parse().unwrap()..=row["last"].parse().unwrap();
                let transport = row["transport"].parse().unwrap();
                ports.map(move |port| (row["status"].clone(), Port::new(port), transport))
            })
            .collect();
        written.sort();
        assert_eq!(written, statuses(service.assignments()), "{service}");
    }
}

#[test]
fn constants_are_those_of_the_file() {
    let rows = csv(&[]);
    let constants: HashMap<&str, &str> = rows
        .iter()
        .map(|row| (row["name"].as_str(), row["constant"].as_str()))
        .collect();
    let file = curated();
    // The first row of a name has all that isn't of one port alone.
    let mut seen = HashMap::new();
    for row in &file {
        seen.entry(row.name()).or_insert(row);
    }
    assert_eq!(seen.len(), constants.len());
    for (name, row) in seen {
        let row: &FileRow = row;
        let constant = constants[name];
        match row.get("Constant") {
            // `ports!` makes the variant of the constant.
            "" => assert_eq!(
                constant.replace('_', "").to_lowercase(),
                format!("{:?}", Service::from_name(name).unwrap()).to_lowercase()
            ),
            written => assert_eq!(constant, written),
        }
    }
    for (name, constant) in [("https", "HTTPS"), ("domain", "DNS"), ("z39.50", "Z3950")] {
        assert_eq!(constants[name], constant);
    }
    let iana = csv(&["--iana"]);
    assert!(iana.iter().all(|row| row["constant"].is_empty()));
    assert!(iana.iter().all(|row| row["status"] == "assigned"));
}

#[test]
fn it_says_which_formats_there_are() {
    let run = Example::build("export").run(&["--format", "xml"]);
    assert_eq!((run.status, run.output.as_str()), (Some(2), ""));
    assert!(run.errors.contains("possible values: csv, json"), "{run:?}");
}
