//! The section of `docs/PERFORMANCE.md`.

use port_consts_tools::markdown::table;

use super::{
    cargo::LEVELS,
    figures::Figures,
    image::{REGISTRIES, USES},
};

const HEAD: &str = "\
## On a Cortex-M3

COMPILER, `lto`, one codegen unit; an mps2-an385 under QEMU. All figures are exact. They are
made anew by

```sh
.ci/firmware write
```

and compared by `.ci/firmware`: a figure that grew by more than 2 % fails.

### Bytes of flash

What an image grows by that uses a part of a registry: read-only data + code. `all three`
are those by port, by name and for names; `lookups` are these and candidates; an image with
`everything` calls every method of a service, also for its description. No image has
anything that panics, allocates, or copies memory, and an image with constants is the same,
byte for byte, as one with numbers.

";

const INSTRUCTIONS: &str = "
### Instructions of a lookup

The fewest, the **mean** and the most: over the first port of every assignment (*known*);
over every port of tcp and udp that has no service (*unknown*); over all names and aliases, as
they are written, in capitals, and backwards (*unknown*). What a call of a function that does
nothing takes is subtracted.

";

/// What the rows of the tables are called.
fn title(registry: &str) -> String {
    match registry {
        "any" => String::new(),
        "ten" => "ten services".to_owned(),
        "iana" => "IANA".to_owned(),
        "iana-speed" => "IANA, `optimize = \"speed\"`".to_owned(),
        "curated-speed" => "curated, `optimize = \"speed\"`".to_owned(),
        other => other.to_owned(),
    }
}

const QUESTIONS: [&str; 7] = [
    "by port, known",
    "by port, unknown",
    "candidates, known",
    "by name, known",
    "by name, known, in capitals",
    "by name, unknown",
    "name",
];

pub(crate) fn section(figures: &Figures) -> String {
    let bytes = |registry: &str, used: &str| {
        LEVELS.map(|level| {
            let get = |what| {
                figures
                    .get([level, registry, used, what])
                    .unwrap_or(f64::NAN)
            };
            let (data, code) = (get("data"), get("code"));
            format!("{data} + {code} = {}", data + code)
        })
    };
    let mut rows = vec![head(["registry", "used"])];
    let any = ["constants", "range", "set", "stored-set"].map(|used| ("any", used));
    let own = REGISTRIES
        .iter()
        .flat_map(|it| USES.map(|used| (*it, used)));
    for (registry, used) in any.into_iter().chain(own) {
        let start = [title(registry), used.replace('-', " ")];
        rows.push(start.into_iter().chain(bytes(registry, used)).collect());
    }
    let mut text = HEAD.replace("COMPILER", &figures.compiler) + &table(&rows) + INSTRUCTIONS;
    let mut rows = vec![head(["registry", "asked"])];
    for (registry, question) in REGISTRIES.iter().flat_map(|it| QUESTIONS.map(|q| (*it, q))) {
        let cells = LEVELS.map(|level| {
            let get = |what| figures.get([level, registry, question, what]);
            let get = |what| get(what).unwrap_or(f64::NAN);
            format!("{} / **{}** / {}", get("least"), get("mean"), get("most"))
        });
        let start = [title(registry), question.to_owned()];
        rows.push(start.into_iter().chain(cells).collect());
    }
    text += &table(&rows);
    text
}

fn head(titles: [&str; 2]) -> Vec<String> {
    let levels = LEVELS.map(|level| format!("opt-level \"{level}\""));
    let titles = titles.map(str::to_owned).into_iter();
    titles.chain(levels).collect()
}
