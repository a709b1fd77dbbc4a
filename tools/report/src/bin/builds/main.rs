//! Measures what builds cost, `docs/performance/hello.md`, how they grow with the services of a
//! file, `docs/performance/growth.md` and `growth.svg`, and counts what the macros consist of,
//! `docs/performance/macros.md`.
//!
//! `cargo run --release -p port-consts-report --bin builds` takes ten minutes; `-- growth`,
//! `-- hello` and `-- macros` do one of the three.
//!
//! Seconds are those of the processor, of all processes together: they depend less on what
//! else the machine does than those of a clock.

#![forbid(unsafe_code)]

mod cost;
mod growth;
mod hello;
mod macros;

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
    if all || wanted.as_deref() == Some("macros") {
        fs::write(folder.join("macros.md"), macros::report()).expect("written");
    }
}

/// How a page of seconds is made anew.
fn seconds_made_by(what: &str) -> String {
    format!(
        "Seconds of the processor, where nothing else is said. {}",
        made_by(what)
    )
}

/// How a page is made anew.
fn made_by(what: &str) -> String {
    format!(
        "Made anew by\n\n```sh\n\
         cargo run --release -p port-consts-report --bin builds -- {what}\n```\n"
    )
}
