//! Times, from criterion's files.

use std::{collections::BTreeMap, fs, path::Path};

use port_consts_tools::markdown::table;

/// Nanoseconds a lookup, by `group/workload/way/what`.
pub(crate) type Times = BTreeMap<String, f64>;

/// All times of the last run of the benchmarks.
pub(crate) fn read() -> Times {
    let mut times = Times::new();
    let target = port_consts_reader::repository().join("target/criterion");
    visit(&target, &mut times);
    times
}

fn visit(folder: &Path, times: &mut Times) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.ends_with("new") {
            if let Some((name, time)) = one(&path) {
                times.insert(name, time);
            }
        } else if path.is_dir() {
            visit(&path, times);
        }
    }
}

fn one(folder: &Path) -> Option<(String, f64)> {
    let json = |file: &str| -> Option<serde_json::Value> {
        serde_json::from_str(&fs::read_to_string(folder.join(file)).ok()?).ok()
    };
    let (benchmark, estimates) = (json("benchmark.json")?, json("estimates.json")?);
    let lookups = benchmark["throughput"]["Elements"].as_f64().unwrap_or(1.0);
    let time = estimates["median"]["point_estimate"].as_f64()? / lookups;
    Some((benchmark["full_id"].as_str()?.to_owned(), time))
}

const QUESTIONS: &str = "\
65,536 questions in a row, and (latency) each one waiting for the answer before. `direct` is a
table with an entry for every port, 512 KiB; `hashify` is its `map_ignore_case!`, `phf` is phf
0.14, `std` std's HashMap, `hashbrown-fx` hashbrown with rustc-hash's hasher. hashify and
port-consts take names in any case; the others are given names in lower case. Below each line
the ratio to port-consts.

Names are asked as they are written (*hit*), twenty of them over and over (*hot*), with another
last letter (*miss*), with letters at random (*other*), with a capital at the beginning, in
capitals, and as a *mix* of all these.

\"miss, latency\" does not measure what its name says for a way that branches on whether it has
found something. Each question is made from the answer before, but the processor guesses that
nothing is found, is always right, and begins the next question without waiting. phf, std,
hashbrown and the binary search then show about their throughput; the same holds, less often,
for \"uniform, latency\". `port-consts` and `direct` have no such branch: their answer is a number
that is loaded, and 0 like any other. `port-consts` waits for two loads, one after the other;
`direct` waits for one.
";

/// Who is compared, in the order of columns.
const WAYS: [&str; 7] = [
    "port-consts",
    "direct",
    "hashify",
    "phf",
    "std",
    "hashbrown-fx",
    "binary-search",
];

pub(crate) fn report(times: &Times) -> String {
    let mut text = "## Time of a lookup, in nanoseconds\n\n".to_owned();
    text += QUESTIONS;
    for (title, group, workloads) in GROUPS {
        let mut rows = vec![vec![(*title).to_owned()]];
        rows[0].extend(WAYS.map(str::to_owned));
        for (workload, what) in *workloads {
            let time = |way: &str| times.get(&format!("{group}/{workload}/{way}/{what}"));
            let Some(ours) = time("port-consts") else {
                continue;
            };
            let label = match *what {
                "latency" => format!("{workload}, latency"),
                _ => (*workload).to_owned(),
            };
            let mut line = vec![label];
            let mut ratios = vec![String::new()];
            for way in WAYS {
                line.push(time(way).map_or("–".to_owned(), |time| format!("{time:.2}")));
                ratios.push(time(way).map_or(String::new(), |time| format!("{:.1}×", time / ours)));
            }
            rows.extend([line, ratios]);
        }
        text += "\n";
        text += &table(&rows);
    }
    text += "\n";
    let mut rows = vec![vec!["once".to_owned(), "ns".to_owned()]];
    for (what, key) in [
        (
            "glibc: getservbyport, by getnameinfo",
            "port/curated/glibc/getservbyport/throughput",
        ),
        (
            "glibc: getservbyname, by getaddrinfo",
            "name/curated/glibc/getservbyname/throughput",
        ),
        (
            "IANA's services to their names",
            "name/iana/of-service/port-consts/throughput",
        ),
        (
            "the same from an array of names",
            "name/iana/of-service/array/throughput",
        ),
    ] {
        if let Some(time) = times.get(key) {
            rows.push(vec![what.to_owned(), format!("{time:.1}")]);
        }
    }
    text + &table(&rows)
}

/// A workload, and whether it is measured in a row or one by one.
type Workload = (&'static str, &'static str);

const PORTS: &[Workload] = &[
    ("known", "throughput"),
    ("uniform", "throughput"),
    ("mix", "throughput"),
    ("miss", "throughput"),
    ("known", "latency"),
    ("uniform", "latency"),
    ("mix", "latency"),
    ("miss", "latency"),
];

const NAMES: &[Workload] = &[
    ("hit", "throughput"),
    ("hot", "throughput"),
    ("miss", "throughput"),
    ("other", "throughput"),
    ("capitalised", "throughput"),
    ("upper", "throughput"),
    ("mix", "throughput"),
];

/// A title, criterion's group, and its workloads.
type Group = (&'static str, &'static str, &'static [Workload]);

const GROUPS: &[Group] = &[
    ("port → service, curated", "port/curated", PORTS),
    ("port → service, IANA", "port/iana", PORTS),
    ("name → service, curated", "name/curated", NAMES),
    ("name → service, IANA", "name/iana", NAMES),
];
