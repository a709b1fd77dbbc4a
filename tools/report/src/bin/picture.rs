//! Draws all 65,536 ports: their ranges, and what IANA has assigned of them.
//! `cargo run -p port-consts-report --bin picture > port-consts/docs/ports.svg`
//!
//! A cell is a port, and a row is 256 of them: the upper byte of a port is its row, the
//! lower one its column.

#![forbid(unsafe_code)]

use std::fmt::Write as _;

use port_consts::{Os, Port, PortClass, Service, Transport, iana};
use svg::{
    Document,
    node::element::{Group, Path, Rectangle, Text, Title},
};

/// The ports of a row, and the rows.
const SIDE: u16 = 256;

/// How wide a cell is, and the room around the cells, in pixels.
const CELL: u16 = 3;
const LEFT: u16 = 64;
const TOP: u16 = 16;
const RIGHT: u16 = 150;
const BOTTOM: u16 = 96;

/// What a port is shown as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Free(PortClass),
    Assigned(PortClass),
    InUse,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::Free(PortClass::System),
        Self::Assigned(PortClass::System),
        Self::Free(PortClass::User),
        Self::Assigned(PortClass::User),
        Self::Free(PortClass::Dynamic),
        Self::InUse,
        // Nothing is assigned there, which the picture is to show, should it change.
        Self::Assigned(PortClass::Dynamic),
    ];

    fn of(port: Port) -> Self {
        let is_in = |has: &dyn Fn(Transport) -> bool| Transport::ALL.iter().any(|it| has(*it));
        if is_in(&|it| iana::Service::from_port(port, it).is_some()) {
            Self::Assigned(port.class())
        } else if is_in(&|it| Service::from_port(port, it).is_some()) {
            Self::InUse
        } else {
            Self::Free(port.class())
        }
    }

    fn color(self) -> &'static str {
        match self {
            Self::Free(PortClass::System) => "#d3e5f5",
            Self::Free(PortClass::User) => "#e0efda",
            Self::Free(PortClass::Dynamic) => "#ebe6f0",
            Self::Assigned(PortClass::System) => "#1f5f99",
            Self::Assigned(PortClass::User) => "#4a8f3c",
            Self::Assigned(PortClass::Dynamic) => "#6b4c8a",
            Self::InUse => "#e08214",
        }
    }

    fn label(self) -> String {
        match self {
            Self::Free(range) => format!("{range}, not assigned"),
            Self::Assigned(range) => format!("{range}, assigned by IANA"),
            Self::InUse => "in use, not assigned".to_owned(),
        }
    }
}

fn main() {
    let kinds: Vec<Kind> = (0..=u16::MAX).map(|it| Kind::of(Port::new(it))).collect();
    let (width, height) = (LEFT + SIDE * CELL + RIGHT, TOP + SIDE * CELL + BOTTOM);
    let mut document = Document::new()
        .set("viewBox", (0, 0, width, height))
        .set("font-family", "sans-serif")
        .set("font-size", 13)
        .set("role", "img")
        .add(Title::new("The 65,536 ports, their ranges and assignments"))
        .add(rectangle(0, 0, width, height, "#ffffff"))
        .add(cells(&kinds))
        .add(starts());
    for (place, os) in (0..).zip(Os::ALL) {
        document = document.add(ephemeral(*os, place));
    }
    let drawn = Kind::ALL.into_iter().filter(|kind| kinds.contains(kind));
    for (place, kind) in (0..).zip(drawn) {
        let count = kinds.iter().filter(|it| **it == kind).count();
        document = document.add(legend(kind, count, place));
    }
    println!("{document}");
}

fn rectangle(x: u16, y: u16, width: u16, height: u16, color: &str) -> Rectangle {
    let place = Rectangle::new().set("x", x).set("y", y);
    let place = place.set("width", width).set("height", height);
    place.set("fill", color)
}

fn text(content: impl Into<String>, x: u16, y: u16) -> Text {
    Text::new(content).set("x", x).set("y", y)
}

/// A path for each kind, in which neighbours are one rectangle: a picture of as many
/// elements as there are ports would be slow.
fn cells(kinds: &[Kind]) -> Group {
    let mut group = Group::new()
        .set(
            "transform",
            format!("translate({LEFT} {TOP}) scale({CELL})"),
        )
        .set("shape-rendering", "crispEdges");
    for kind in Kind::ALL {
        let mut path = String::new();
        for (y, row) in kinds.chunks(SIDE.into()).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                let length = run.len();
                if run[0] == kind {
                    write!(path, "M{x} {y}h{length}v1h-{length}z").expect("a text takes all");
                }
                x += length;
            }
        }
        if !path.is_empty() {
            group = group.add(Path::new().set("fill", kind.color()).set("d", path));
        }
    }
    group
}

/// The port that the row at its left begins with, for some rows.
fn starts() -> Group {
    let user = PortClass::User.ports().first().get();
    let round = (0..8).map(|it| it * 8192);
    let mut group = Group::new().set("text-anchor", "end");
    for port in round.chain([user]) {
        group = group.add(text(port.to_string(), LEFT - 8, y_of(port) + 9));
    }
    group
}

/// Where the row of a port is.
fn y_of(port: u16) -> u16 {
    TOP + port / SIDE * CELL
}

/// A line beside the rows whose ports a system gives to clients.
fn ephemeral(os: Os, place: u16) -> Group {
    let range = os.ephemeral();
    let (first, last) = (y_of(range.first().get()), y_of(range.last().get()) + CELL);
    let x = LEFT + SIDE * CELL + 12 + place * 34;
    let (middle, label) = (x + 18, format!("ephemeral on {os}"));
    let turned = text(label, middle, first + 4)
        .set("transform", format!("rotate(90 {middle} {})", first + 4))
        .set("dominant-baseline", "middle");
    Group::new()
        .add(rectangle(x, first, 4, last - first, "#888888"))
        .add(turned)
}

fn legend(kind: Kind, count: usize, place: u16) -> Group {
    let x = LEFT + place % 2 * 330;
    let y = TOP + SIDE * CELL + 14 + place / 2 * 24;
    Group::new()
        .add(rectangle(x, y, 14, 14, kind.color()))
        .add(text(format!("{}: {count}", kind.label()), x + 22, y + 12))
}
