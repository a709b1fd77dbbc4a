//! The example `services`: what the C library reads in the file that it writes is what the
//! registries say, in both directions, for every entry.

use std::{
    collections::HashSet,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use port_consts::{Assignment, Port, Service, Transport, iana};
use port_consts_tests::{
    every_port,
    example::Example,
    services_file::{Entry, Question, ServicesFile},
};

/// The file that the example writes with these arguments, under a name of its own.
fn written(name: &str, arguments: &[&str]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    let run = Example::build("services")
        .command()
        .args(arguments)
        .arg("--output")
        .arg(&path)
        .output()
        .unwrap();
    assert!(run.status.success() && run.stdout.is_empty(), "{run:?}");
    path
}

/// The file in the place of `/etc/services`. Where that can't be, nothing is compared and
/// everybody is told; with `REQUIRE_GLIBC=1` that is a failure.
fn in_place(path: &Path) -> Option<ServicesFile> {
    match ServicesFile::in_place(path) {
        Ok(file) => Some(file),
        Err(reason) if std::env::var_os("REQUIRE_GLIBC").is_some() => panic!("{reason}"),
        Err(reason) => {
            // Not by `eprintln!`, whose words nobody sees if a test passes.
            let _ = writeln!(
                std::io::stderr(),
                "SKIPPED: the C library was not asked; {reason}\nInstall proot to have it asked."
            );
            None
        }
    }
}

/// One registry, as far as services(5) knows it.
struct Registry {
    services: Vec<Known>,
    from_port: fn(Port, Transport) -> Option<&'static str>,
    from_name: fn(&str) -> Option<&'static str>,
}

struct Known {
    name: &'static str,
    aliases: Vec<String>,
    /// But for pools, of which nobody knows the port.
    assignments: Vec<Assignment>,
}

fn without_pools(assignments: &[Assignment]) -> Vec<Assignment> {
    let known = assignments.iter().copied();
    known.filter(|it| !it.is_pool()).collect()
}

fn curated() -> Registry {
    let known = |service: &Service| Known {
        name: service.name(),
        aliases: service.aliases().iter().map(ToString::to_string).collect(),
        assignments: without_pools(service.assignments()),
    };
    Registry {
        services: Service::ALL.iter().map(known).collect(),
        from_port: |port, transport| Service::from_port(port, transport).map(Service::name),
        from_name: |name| Service::from_name(name).map(Service::name),
    }
}

fn iana() -> Registry {
    let known = |service: &iana::Service| {
        let lower = service.name().to_ascii_lowercase();
        Known {
            name: service.name(),
            // Lookups that know case find it both ways.
            aliases: (lower != service.name())
                .then_some(lower)
                .into_iter()
                .collect(),
            assignments: without_pools(service.assignments()),
        }
    };
    Registry {
        services: iana::Service::ALL.iter().map(known).collect(),
        from_port: |port, transport| {
            iana::Service::from_port(port, transport).map(iana::Service::name)
        },
        from_name: |name| iana::Service::from_name(name).map(iana::Service::name),
    }
}

/// Asks for everything there is, and for much that is not. Gives how many entries were
/// compared.
fn compare(registry: &Registry, file: &ServicesFile) -> usize {
    compare_ports(registry, file) + compare_names(registry, file) + compare_entries(registry, file)
}

fn compare_ports(registry: &Registry, file: &ServicesFile) -> usize {
    // All that are somebody's, and of the others one in a thousand.
    let asked: Vec<(Port, Transport)> = every_port()
        .enumerate()
        .filter(|(i, (port, transport))| {
            i % 1000 == 0 || (registry.from_port)(*port, *transport).is_some()
        })
        .map(|(_, asked)| asked)
        .collect();
    let questions: Vec<Question> = asked
        .iter()
        .map(|(port, transport)| Question::Port(port.get(), transport.name()))
        .collect();
    for ((port, transport), answer) in asked.iter().zip(file.ask(&questions)) {
        let name = (registry.from_port)(*port, *transport);
        let expected = name.map(|name| {
            let known = registry.services.iter().find(|it| it.name == name).unwrap();
            entry(known, *port, *transport)
        });
        assert_eq!(answer, expected, "{port}/{transport}");
    }
    questions.len()
}

fn compare_names(registry: &Registry, file: &ServicesFile) -> usize {
    let mut questions = Vec::new();
    let mut expected = Vec::new();
    for (i, known) in registry.services.iter().enumerate() {
        let aliases = known.aliases.iter().map(String::as_str);
        for name in std::iter::once(known.name).chain(aliases) {
            assert_eq!((registry.from_name)(name), Some(known.name));
            for transport in Transport::ALL {
                let mut assignments = known.assignments.iter();
                let first = assignments.find(|it| it.transports().contains(*transport));
                // What is not there takes the library longest: every tenth service.
                if first.is_none() && i % 10 != 0 {
                    continue;
                }
                questions.push(Question::Name(name, transport.name()));
                expected.push(first.map(|it| entry(known, it.first(), *transport)));
            }
        }
    }
    for none in ["htps", "no-such-service", "#", "443"] {
        assert_eq!((registry.from_name)(none), None);
        questions.push(Question::Name(none, "tcp"));
        expected.push(None);
    }
    let answers = file.ask(&questions);
    for ((question, answer), expected) in questions.iter().zip(answers).zip(expected) {
        assert_eq!(answer, expected, "{question:?}");
    }
    questions.len()
}

/// Every line is one that the registry has, none is missing, and none stands twice.
fn compare_entries(registry: &Registry, file: &ServicesFile) -> usize {
    let key = |entry: &Entry| (entry.name.clone(), entry.port, entry.protocol.clone());
    let found: Vec<_> = file.all().iter().map(key).collect();
    let mut expected = HashSet::new();
    for known in &registry.services {
        for assignment in &known.assignments {
            for port in assignment.ports() {
                for transport in assignment.transports() {
                    expected.insert(key(&entry(known, port, transport)));
                }
            }
        }
    }
    assert_eq!(found.len(), expected.len());
    assert_eq!(found.iter().cloned().collect::<HashSet<_>>(), expected);
    found.len()
}

fn entry(known: &Known, port: Port, transport: Transport) -> Entry {
    Entry {
        name: known.name.to_owned(),
        aliases: known.aliases.clone(),
        port: port.get(),
        protocol: transport.name().to_owned(),
    }
}

#[test]
fn the_c_library_answers_as_the_curated_registry() {
    let path = written("services-curated", &[]);
    if let Some(file) = in_place(&path) {
        let compared = compare(&curated(), &file);
        assert!(compared > 9_000, "{compared}");
    }
}

#[test]
fn the_c_library_answers_as_iana_s_registry() {
    let path = written("services-iana", &["--iana"]);
    if let Some(file) = in_place(&path) {
        let compared = compare(&iana(), &file);
        assert!(compared > 35_000, "{compared}");
    }
}

/// The comparison is one that fails: a file with one line changed does not pass.
#[test]
fn another_file_is_answered_otherwise() {
    let path = written("services-other", &["--short"]);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("\nhttps "));
    fs::write(&path, text.replace("\nhttps ", "\nhtpps ")).unwrap();
    if let Some(file) = in_place(&path) {
        let answers = file.ask(&[
            Question::Port(443, "tcp"),
            Question::Name("https", "tcp"),
            Question::Port(6000, "tcp"),
            Question::Port(6010, "tcp"),
        ]);
        assert_eq!(
            answers[0].as_ref().map(|it| it.name.as_str()),
            Some("htpps")
        );
        assert_eq!(answers[1], None);
        assert_eq!(answers[2].as_ref().map(|it| it.name.as_str()), Some("x11"));
        // Of a range, the first port is all that `--short` writes.
        assert_eq!(answers[3], None);
    }
}

#[test]
fn lines_are_short_enough_for_every_reader() {
    for (name, arguments) in [
        ("services-lines", &[][..]),
        ("services-lines-iana", &["--iana"]),
        ("services-lines-short", &["--short"]),
    ] {
        let text = fs::read_to_string(written(name, arguments)).unwrap();
        let longest = text.lines().map(str::len).max().unwrap();
        assert!(longest <= 126, "{name}: {longest}");
        assert!(text.starts_with("# Network services, in the form of services(5).\n"));
        assert!(text.contains("Generated by the example `services` of port-consts"));
        assert!(!text.contains("left out"), "a name that has no form");
    }
}

#[test]
fn the_program_as_it_is_used() {
    let example = Example::build("services");
    let plain = example.run::<&str>(&[]);
    let path = written("services-same", &[]);
    assert_eq!(plain.status, Some(0));
    assert_eq!(plain.output, fs::read_to_string(path).unwrap());
    assert!(plain.errors.is_empty());

    let help = example.run(&["--help"]);
    assert_eq!(help.status, Some(0));
    for words in ["--output", "--short", "services(5)"] {
        assert!(help.output.contains(words), "{words}");
    }
    let refused = example.run(&["--output", "/no/such/folder/services"]);
    assert_eq!(refused.status, Some(1));
    assert!(
        refused.errors.starts_with("/no/such/folder/services: "),
        "{refused:?}"
    );
    assert_eq!(example.run(&["--ports"]).status, Some(2));
}
