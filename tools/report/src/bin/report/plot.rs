//! Pictures.

use std::{error::Error, path::Path};

use plotters::prelude::*;

use crate::{build::Build, bytes::Growth, times::Times};

const SIZE: (u32, u32) = (720, 400);
const COLOURS: [RGBColor; 4] = [
    RGBColor(0, 90, 181),
    RGBColor(220, 50, 32),
    RGBColor(26, 133, 90),
    RGBColor(120, 94, 160),
];
type Done = Result<(), Box<dyn Error>>;

/// Lookup time against registry size, a line for each shape.
pub(crate) fn sizes(times: &Times, what: &str, path: &Path) {
    draw_sizes(times, what, path).expect("drawn");
}

fn draw_sizes(times: &Times, what: &str, path: &Path) -> Done {
    let mut lines: Vec<(&str, Vec<(f64, f64)>)> = Vec::new();
    for shape in ["match", "table", "size"] {
        let mut line: Vec<(f64, f64)> = Vec::new();
        for (key, time) in times {
            if let ["sizes", of, size, way, _] = key.split('/').collect::<Vec<_>>()[..]
                && of == what
                && way == shape
            {
                line.push((size.parse()?, *time));
            }
        }
        line.sort_by(|a, b| a.0.total_cmp(&b.0));
        lines.push((shape, line));
    }
    let highest = lines.iter().flat_map(|(_, line)| line).map(|it| it.1);
    let highest = highest.fold(1.0, f64::max);
    let area = SVGBackend::new(path, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption(format!("From a {what} to its service"), ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(48)
        .build_cartesian_2d((2.0..1000.0).log_scale(), 0.0..highest * 1.1)?;
    chart
        .configure_mesh()
        .x_desc("services")
        .y_desc("nanoseconds a lookup")
        .x_label_formatter(&|size| format!("{size:.0}"))
        .draw()?;
    for ((shape, line), colour) in lines.into_iter().zip(COLOURS) {
        let label = match shape {
            "size" => "table, optimize = \"size\"",
            shape => shape,
        };
        chart
            .draw_series(LineSeries::new(line, colour.stroke_width(2)))?
            .label(label)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], colour.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .draw()?;
    area.present()?;
    Ok(())
}

/// Data of all lookups, a bar for each registry.
pub(crate) fn bytes(growths: &[Growth], path: &Path) {
    let bars = growths.iter().filter(|(_, uses, _)| *uses == "all three");
    let bars = bars.map(|(registry, _, bytes)| {
        let bytes = u32::try_from(bytes.data + bytes.code).expect("small");
        (registry.clone(), f64::from(bytes) / 1000.0)
    });
    draw_bars(
        "All lookups: data and code",
        "kB",
        &bars.collect::<Vec<_>>(),
        path,
    )
    .expect("drawn");
}

/// Seconds of a release build, a bar for each way.
pub(crate) fn builds(builds: &[Build], path: &Path) {
    let bars = builds
        .iter()
        .map(|(name, seconds)| ((*name).to_owned(), seconds[2]));
    draw_bars(
        "Release build of IANA's registry",
        "seconds",
        &bars.collect::<Vec<_>>(),
        path,
    )
    .expect("drawn");
}

fn draw_bars(caption: &str, unit: &str, bars: &[(String, f64)], path: &Path) -> Done {
    let longest = bars.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let count = u32::try_from(bars.len())?;
    let area = SVGBackend::new(path, (SIZE.0, 70 + 60 * count)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption(caption, ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(36)
        .build_cartesian_2d(0.0..longest * 1.3, 0.0..f64::from(count))?;
    chart
        .configure_mesh()
        .disable_y_mesh()
        .disable_y_axis()
        .x_desc(unit)
        .draw()?;
    for (i, (name, value)) in bars.iter().rev().enumerate() {
        let low = f64::from(u32::try_from(i)?);
        chart.draw_series([Rectangle::new(
            [(0.0, low + 0.15), (*value, low + 0.6)],
            COLOURS[0].filled(),
        )])?;
        chart.draw_series([Text::new(
            format!("{name}: {value:.1}"),
            (longest * 0.005, low + 0.9),
            ("sans-serif", 14),
        )])?;
    }
    area.present()?;
    Ok(())
}
