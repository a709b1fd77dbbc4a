//! Measures what builds cost, and how they grow with the services of a file. Writes
//! `docs/performance/builds.md` and `docs/performance/growth.svg`.
//!
//! `cargo run --release -p port-consts-report --bin builds` takes ten minutes.
//! `-- growth` or `-- hello` measures one of the two, and prints it.
//!
//! Seconds are those of the processor, of all processes together: they depend less on what
//! else the machine does than those of a clock.

#![forbid(unsafe_code)]

mod cost;
mod growth;
mod hello;

use std::fs;

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("growth") => println!("{}", growth::report(&growth::measure())),
        Some("hello") => println!("{}", hello::report(&hello::measure())),
        Some(other) => panic!("`{other}` is neither `growth` nor `hello`"),
        None => {
            let folder = port_consts_reader::repository().join("docs/performance");
            let growth = growth::measure();
            growth::draw(&growth, &folder.join("growth.svg")).expect("drawn");
            let text = format!(
                "{HEAD}{}{}",
                hello::report(&hello::measure()),
                growth::report(&growth)
            );
            fs::write(folder.join("builds.md"), text).expect("written");
            println!("written: docs/performance/builds.md");
        }
    }
}

const HEAD: &str = "\
# What builds cost

Seconds of the processor, not of a clock. Made anew by

```sh
cargo run --release -p port-consts-report --bin builds
```
";
