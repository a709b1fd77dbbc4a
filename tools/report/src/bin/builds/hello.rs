//! What a program costs that does nothing, with a registry in its dependencies.

use std::fmt::Write as _;

use port_consts::Service;
use port_consts_tools::markdown::table;

use crate::{
    cost::{Scratch, Seconds, port_consts},
    seconds_made_by,
};

/// How often each is done: the least counts.
const TIMES: usize = 2;

/// syn as most macros have it, with its default features.
const SYN: &str = "syn = \"3.0.0\"";

pub(crate) struct Hello {
    /// Clean dev builds: phf's map of the curated names, port-consts, and port-consts with
    /// IANA's registry.
    builds: [(&'static str, Seconds); 3],
    /// `cargo check` of port-consts with IANA's registry, dependencies built.
    check: f64,
    /// rustc's time for syn, as a dependency of macros.
    syn: f64,
}

pub(crate) fn measure() -> Hello {
    let hello = "fn main() {\n    println!(\"{:?}\", port_consts::HTTPS);\n}\n";
    let crates = [
        (
            "phf's `macros`, the curated names",
            Scratch::new(
                "hello-phf",
                "phf = { version = \"0.14.0\", features = [\"macros\"] }",
                &[("src/main.rs", &phf())],
            ),
        ),
        (
            "port-consts",
            Scratch::new("hello-curated", &port_consts(""), &[("src/main.rs", hello)]),
        ),
        (
            "port-consts, feature `iana`",
            Scratch::new(
                "hello-iana",
                &port_consts("\"iana\""),
                &[("src/main.rs", hello)],
            ),
        ),
    ];
    let most = Seconds {
        clock: f64::INFINITY,
        processor: f64::INFINITY,
    };
    let mut builds = crates.each_ref().map(|(name, _)| (*name, most));
    // One after the other in each round, so that a busy machine is busy for all.
    for _ in 0..TIMES {
        for ((_, scratch), (_, least)) in crates.iter().zip(&mut builds) {
            scratch.cargo(&["fetch"]);
            scratch.clean();
            let seconds = scratch.seconds(&["build"]);
            least.clock = least.clock.min(seconds.clock);
            least.processor = least.processor.min(seconds.processor);
            eprintln!("{}: {:.2} s", scratch.folder.display(), least.clock);
        }
    }
    let (_, iana) = &crates[2];
    iana.cargo(&["check"]);
    let of_syn = Scratch::new("syn-alone", SYN, &[("src/lib.rs", "")]);
    of_syn.cargo(&["build"]);
    let (mut check, mut syn) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..TIMES {
        of_syn.cargo(&["clean", "-p", "syn"]);
        syn = syn.min(of_syn.cargo(&["build"]));
        iana.cargo(&["clean", "-p", "port-consts"]);
        check = check.min(iana.cargo(&["check", "-p", "port-consts"]));
    }
    Hello { builds, check, syn }
}

/// A program with a map of all names of the curated registry.
fn phf() -> String {
    let mut text = "static PORTS: phf::Map<&'static str, u16> = phf::phf_map! {\n".to_owned();
    for service in Service::ALL {
        for name in [service.name()].iter().chain(service.aliases()) {
            writeln!(text, "    {name:?} => {},", service.port()).expect("written");
        }
    }
    text + "};\n\nfn main() {\n    println!(\"{:?}\", PORTS.get(\"https\"));\n}\n"
}

pub(crate) fn report(hello: &Hello) -> String {
    let head = ["clean dev build", "of a clock", "of the processor"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let (_, phf) = hello.builds[0];
    let cell = |seconds: f64, phf: f64| format!("{seconds:.1} ({:.2}×)", seconds / phf);
    for (name, seconds) in hello.builds {
        rows.push(vec![
            name.to_owned(),
            cell(seconds.clock, phf.clock),
            cell(seconds.processor, phf.processor),
        ]);
    }
    format!(
        "# What a program costs that does nothing\n\n{}\nIt prints a port. All dependencies are compiled, \
         without optimisation. phf has a map of the curated names to ports, and nothing else. Seconds \
         of a clock depend on the cores, and on what else a machine does.\n\n\
         {}\nWith all dependencies there, `cargo check` of port-consts with the feature `iana` \
         takes {:.2} s: {:.2} times what rustc takes for syn with its default features, {:.2} s.\n",
        seconds_made_by("hello"),
        table(&rows),
        hello.check,
        hello.check / hello.syn,
        hello.syn
    )
}
