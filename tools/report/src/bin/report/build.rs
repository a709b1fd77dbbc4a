//! What compiling IANA's registry costs.

use std::{fs, time::Instant};

use port_consts_tools::markdown::table;

use crate::{peers, scratch};

/// A way to compile the registry, and the seconds of `check`, a dev and a release build.
pub(crate) type Build = (&'static str, [f64; 3]);

const MODES: [(&str, &[&str]); 3] = [
    ("check", &["check"]),
    ("dev", &["build"]),
    ("release", &["build", "--release"]),
];

/// How often each is done: the best counts.
const TIMES: usize = 3;

pub(crate) fn measure() -> Vec<Build> {
    let ours = scratch::write(
        "with-port-consts",
        &scratch::port_consts(),
        &[
            (
                "src/lib.rs",
                "port_consts::ports! { #[ports(iana, constants = false)] \
                 pub enum Service = \"iana-data.csv\"; }\n"
                    .to_owned(),
            ),
            (
                "iana-data.csv",
                fs::read_to_string(scratch::top().join("iana-data.csv")).expect("read"),
            ),
        ],
    );
    let naive = scratch::write("with-match", "", &[("src/lib.rs", peers::naive())]);
    let (script, library) = peers::phf();
    let phf = scratch::write(
        "with-phf",
        peers::PHF_MANIFEST,
        &[("build.rs", script), ("src/lib.rs", library.to_owned())],
    );
    [
        ("port-consts", ours),
        ("naive match", naive),
        ("phf, by a build script", phf),
    ]
    .map(|(name, folder)| {
        let seconds = MODES.map(|(mode, arguments)| {
            scratch::cargo(&folder, arguments);
            let runs = if name == "naive match" { 1 } else { TIMES };
            let mut best = f64::INFINITY;
            for _ in 0..runs {
                // The crate alone, and its build script: dependencies are there.
                for file in ["src/lib.rs", "build.rs"] {
                    let path = folder.join(file);
                    if path.exists() {
                        let text = fs::read_to_string(&path).expect("read");
                        fs::write(&path, text).expect("written");
                    }
                }
                let start = Instant::now();
                scratch::cargo(&folder, arguments);
                best = best.min(start.elapsed().as_secs_f64());
            }
            eprintln!("{name}, {mode}: {best:.2} s");
            best
        });
        (name, seconds)
    })
    .into()
}

pub(crate) fn report(builds: &[Build]) -> String {
    let mut rows = vec![vec!["seconds".to_owned()]];
    rows[0].extend(MODES.map(|(mode, _)| mode.to_owned()));
    let (_, ours) = builds[0];
    for (name, seconds) in builds {
        let mut row = vec![(*name).to_owned()];
        for (seconds, ours) in seconds.iter().zip(ours) {
            row.push(format!("{seconds:.2} ({:.1}×)", seconds / ours));
        }
        rows.push(row);
    }
    format!(
        "\n## Time of a build\n\nA crate that has IANA's registry and nothing else, compiled \
         anew with its dependencies there, by cargo's own profiles. The macro's time is part of \
         it. The naive code answers the same questions, by a `match` each; phf's has two maps \
         and a list of names, and neither an enum nor all services of a port.\n\n{}\n\
         ![Seconds of a build](performance/builds.svg)\n",
        table(&rows)
    )
}
