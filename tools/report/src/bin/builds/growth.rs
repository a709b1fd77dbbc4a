//! How `cargo check` grows with the services of a file.

use std::{error::Error, fmt::Write as _, fs, path::Path};

use plotters::prelude::*;
use port_consts_tools::markdown::table;

use crate::{
    cost::{Scratch, port_consts},
    seconds_made_by,
};

const SIZES: [u32; 9] = [
    100, 300, 1_000, 3_000, 6_000, 10_000, 20_000, 40_000, 65_535,
];

/// How many services, and the seconds of `cargo check`.
pub(crate) type Point = (u32, f64);

pub(crate) fn measure() -> Vec<Point> {
    let scratch = Scratch::new(
        "growth",
        &port_consts(""),
        &[
            (
                "src/lib.rs",
                "port_consts::ports! { #[ports(constants = false)] pub enum Plan = \"plan.csv\"; }\n",
            ),
            ("plan.csv", &plan(100)),
        ],
    );
    scratch.cargo(&["check"]);
    let points = SIZES.map(|services| {
        fs::write(scratch.folder.join("plan.csv"), plan(services)).expect("written");
        let times = if services < 20_000 { 3 } else { 1 };
        let runs = (0..times).map(|_| {
            scratch.touch("src/lib.rs");
            scratch.cargo(&["check"])
        });
        let least = runs.fold(f64::INFINITY, f64::min);
        eprintln!("{services} services: {least:.2} s");
        (services, least)
    });
    points.into()
}

/// A file of services with names as people make them up, each with a port.
fn plan(services: u32) -> String {
    let mut text = "name,port,transport\n".to_owned();
    for i in 0..services {
        // A permutation of 32-bit numbers, written with letters.
        let mut rest = (i + 1).wrapping_mul(0x9E37_79B1);
        let mut name = String::new();
        while name.len() < 7 {
            name.push(char::from(
                b"abcdefghijklmnopqrstuvwxyz"[(rest % 26) as usize],
            ));
            rest /= 26;
        }
        writeln!(text, "{name},{i},tcp").expect("written");
    }
    text
}

pub(crate) fn report(points: &[Point]) -> String {
    let titles = ["services", "seconds", "grows with the power"];
    let mut rows = vec![titles.map(str::to_owned).to_vec()];
    let mut before: Option<Point> = None;
    for (services, seconds) in points {
        let power = before.map_or(String::new(), |before| {
            format!("{:.2}", power(before, (*services, *seconds)))
        });
        rows.push(vec![services.to_string(), format!("{seconds:.2}"), power]);
        before = Some((*services, *seconds));
    }
    let whole = points
        .iter()
        .copied()
        .find(|(services, _)| *services == 1_000);
    let whole = whole.zip(points.last().copied());
    let whole = whole.map_or(0.0, |(first, last)| power(first, last));
    format!(
        "# How builds grow\n\n{}\n`cargo check` of a crate with nothing but a file of so many services, \
         dependencies built. From 1,000 to 65,535 it grows with the power {whole:.2} of their \
         number. rustc's own time grows with the square of an enum's variants: it goes through \
         them for each variant that is named, and for each value of `ALL`. A check evaluates \
         `ALL` of up to 8192 services, and of more only if a constant uses it.\n\n\
         {}\n![Seconds of cargo check](growth.svg)\n",
        seconds_made_by("growth"),
        table(&rows)
    )
}

/// The power of the number of services that the seconds grow with.
fn power((services, seconds): Point, (more, longer): Point) -> f64 {
    (longer / seconds).ln() / (f64::from(more) / f64::from(services)).ln()
}

pub(crate) fn draw(points: &[Point], path: &Path) -> Result<(), Box<dyn Error>> {
    let area = SVGBackend::new(path, (720, 400)).into_drawing_area();
    area.fill(&WHITE)?;
    let most = points.iter().map(|point| point.1).fold(1.0, f64::max);
    let mut chart = ChartBuilder::on(&area)
        .caption("cargo check of a file of services", ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(48)
        .build_cartesian_2d(
            (100.0..70_000.0).log_scale(),
            (0.05..most * 1.5).log_scale(),
        )?;
    chart
        .configure_mesh()
        .x_desc("services")
        .y_desc("seconds of the processor")
        .x_label_formatter(&|size| format!("{size:.0}"))
        .y_label_formatter(&|seconds| format!("{seconds}"))
        .draw()?;
    let colour = RGBColor(0, 90, 181);
    let line = points
        .iter()
        .map(|(services, seconds)| (f64::from(*services), *seconds));
    chart.draw_series(LineSeries::new(line.clone(), colour.stroke_width(2)))?;
    chart.draw_series(line.map(|point| Circle::new(point, 3, colour.filled())))?;
    area.present()?;
    Ok(())
}
