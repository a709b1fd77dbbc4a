//! Prints how many pairs of a sample the curated registry names, as a table in Markdown.
//!
//! ```sh
//! cargo run -p port-consts-coverage                      # the sample beside this program
//! cargo run -p port-consts-coverage -- --list            # and the pairs that are not named
//! cargo run -p port-consts-coverage -- another.csv
//! ```

#![forbid(unsafe_code)]

use std::{error::Error, fs};

use port_consts::Service;
use port_consts_coverage::{Coverage, Outcome, Pair};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.iter().find(|it| !it.starts_with("--"));
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/sample.csv");
    let pairs = Pair::read(&fs::read_to_string(path.map_or(own, String::as_str))?)?;
    print!("{}", Coverage::of(&pairs));
    if arguments.iter().any(|it| it == "--list") {
        for pair in &pairs {
            if !matches!(pair.outcome(), Outcome::First | Outcome::Generic) {
                let candidates = Service::candidates(pair.port, pair.transport);
                let (product, port) = (&pair.product, pair.port);
                println!("{product} {port}/{}: {candidates:?}", pair.transport);
            }
        }
    }
    Ok(())
}
