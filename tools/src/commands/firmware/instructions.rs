//! The instructions of lookups, which a program counts on the target.

use super::{cargo::Cargo, figures::Figures};

pub(crate) fn measure(cargo: &Cargo, level: &str, figures: &mut Figures) {
    for line in cargo.build(level, "instructions", &[]).output().lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [registry, question, numbers @ ..] = fields.as_slice() else {
            panic!("{line}");
        };
        let numbers: Vec<u32> = numbers.iter().map(|it| it.parse().expect(line)).collect();
        let [least, most, sum, calls] = numbers[..] else {
            panic!("{line}");
        };
        let registry = registry.replace('_', "-");
        // To the hundredth, as it is written down.
        let mean = (f64::from(sum) * 100.0 / f64::from(calls)).round() / 100.0;
        figures.add([level, &registry, question, "least"], f64::from(least));
        figures.add([level, &registry, question, "mean"], mean);
        figures.add([level, &registry, question, "most"], f64::from(most));
    }
}
