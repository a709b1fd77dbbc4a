//! Measures what builds cost, `docs/performance/hello.md`, and how they grow with the services
//! of a file, `docs/performance/growth.md` and `growth.svg`.
//!
//! `cargo run --release -p port-consts-report --bin builds` takes ten minutes; `-- growth`
//! and `-- hello` measure one of the two.
//!
//! Seconds are those of the processor, of all processes together: they depend less on what
//! else the machine does than those of a clock.

#![forbid(unsafe_code)]

mod cost;
mod growth;
mod hello;

use std::fs;

fn main() {
    let folder = port_consts_reader::repository().join("docs/performance");
    let wanted = std::env::args().nth(1);
    let all = wanted.is_none();
    if all || wanted.as_deref() == Some("growth") {
        let points = growth::measure();
        growth::draw(&points, &folder.join("growth.svg")).expect("drawn");
        fs::write(folder.join("growth.md"), growth::report(&points)).expect("written");
    }
    if all || wanted.as_deref() == Some("hello") {
        fs::write(folder.join("hello.md"), hello::report(&hello::measure())).expect("written");
    }
}

/// How a page is made anew.
fn made_by(what: &str) -> String {
    format!(
        "Seconds of the processor, where nothing else is said. Made anew by\n\n```sh\n\
         cargo run --release -p port-consts-report --bin builds -- {what}\n```\n"
    )
}
